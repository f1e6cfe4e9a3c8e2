// Loads the reader, once the page has painted. Stands in the head of every page; the press takes the comments and
// the line ends away, so every statement ends with a semicolon.
(s => {
let asked, quiet;
const l = location, c = navigator.connection || {}, path = l.pathname, data = c.saveData;
const url = new URL(s.dataset.reader, l), on = addEventListener, after = setTimeout;
const load = () => { asked ||= import(url); };
// A face is used only if it comes within 100 ms (`font-display: optional`): with a longer way to the server it cannot.
if (data || c.rtt > 100) document.documentElement.className = "spare";
// Back and Forward to an entry of a reader that is no longer, or not yet, there.
onpopstate = () => { path == l.pathname || l.reload(); };
// Nothing competes with the largest paint: when the page has loaded, and no picture was decoded and nothing larger
// painted for a while, the browser is asked for a moment without work.
const wait = () => { clearTimeout(quiet); quiet = after(() => (self.requestIdleCallback || after)(load, {timeout: 2e3}), 400); };
if (data || /2g/.test(c.effectiveType)) for (const use of ["pointerover", "touchstart", "keydown", "focusin"]) on(use, load);
else on("load", () => {
wait();
new PerformanceObserver(wait).observe({type: "largest-contentful-paint", buffered: true});
for (const i of document.images) i.decode().then(wait, wait);
});
})(document.currentScript);
