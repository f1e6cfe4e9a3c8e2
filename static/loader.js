// Loads the reader, once the page has painted. Stands in the head of every page, so its names are short and before the
// first paint it does as little as it can; the press takes the comments and the line ends away, so every statement ends
// with a semicolon.
(s => {
let t;
const d = document, l = location, p = l.pathname, c = navigator.connection || {};
// A module is loaded once, however often it is asked for.
const load = () => import(s.dataset.reader);
const wait = () => { clearTimeout(t); t = setTimeout(self.requestIdleCallback || load, 800, load, {timeout: 2e3}); };
// From a disk neither a module, a face nor a manifest is loaded, and a folder is no page: links lead to the page in it.
if (l.protocol == "file:") return d.querySelector("[rel=manifest]").remove(), onclick = e => { if (e = e.target.closest('a:not([href*=":"])')) e.pathname = e.pathname.replace(/\/$/, "/index.html"); };
// How somebody wants pages to look: a style sheet (src/reader/tools/display.rs).
try { (t = new CSSStyleSheet).replaceSync(localStorage.newsprint); d.adoptedStyleSheets = [t]; } catch {}
// A face is used only if it comes within 100 ms (`font-display: optional`). With a longer way to the server it cannot;
// with a shorter one, or one that nobody has measured yet (100), it may if it is asked for now.
if (c.saveData || c.rtt > 100) d.documentElement.className = "spare";
else for (const href of s.dataset.faces.split(" ")) s.before(Object.assign(d.createElement("link"), {rel: "preload", as: "font", crossOrigin: "", href}));
// Back and Forward to an entry of a reader that is no longer, or not yet, there.
onpopstate = () => { p == l.pathname || l.reload(); };
// Where data is to be saved, or the connection is very slow (the browser calls it 2g), only at the first sign of use.
if (c.saveData || c.rtt > 999) onpointerover = onkeydown = load;
// Nothing competes with the largest paint: when the page has loaded, and nothing larger was painted for a while, the
// browser is asked for a moment without work.
else onload = () => setTimeout(() => {
wait();
new PerformanceObserver(wait).observe({type: "largest-contentful-paint", buffered: 1});
}, 200);
})(document.currentScript);
