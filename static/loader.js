// Loads the reader when somebody begins to use the page, or where something waits for it. Stands in the head of every
// page, so its names are short and before the first paint it does as little as it can; the press takes the comments and
// the line ends away, so every statement ends with a semicolon.
(({dataset: s}) => {
let t, call;
const d = document, l = location, p = l.pathname, c = navigator.connection || {};
// Asked for once, whatever comes of it. Where it does not come, what needs it goes (`able`).
const load = () => call ||= import(s.reader).catch(() => d.documentElement.classList.remove("able"));
// From a disk neither a module, a face nor a manifest is loaded, and a folder is no page: links lead to the page in it.
if (l.protocol == "file:") return d.querySelector("[rel=manifest]").remove(), onclick = e => { for (const a of d.links) a.href = a.href.replace(/^(file.*\/)(#|$)/, "$1index.html$2"); };
// `t`: something is kept in this browser, which are places, highlights, versions that were read. Then how somebody wants
// pages to look, as a style sheet (src/tools/display.rs).
try { t = /t-[hpr]/.test(Object.keys(localStorage)); d.adoptedStyleSheets = [new CSSStyleSheet]; d.adoptedStyleSheets[0].replaceSync(localStorage.newsprint); } catch {}
// A face is used only if it comes within 100 ms (`font-display: optional`). With a longer way to the server it cannot;
// with a shorter one, or one that nobody has measured yet (100), it may if it is asked for now.
if (c.saveData || c.rtt > 100) d.documentElement.classList.add("spare");
else s.faces.split(" ").map(href => d.head.append(Object.assign(d.createElement("link"), {rel: "preload", as: "font", crossOrigin: "", href})));
// Back and Forward to an entry of a reader that is no longer, or not yet, there.
onpopstate = () => p == l.pathname || l.reload();
// Nothing competes with what the page itself loads, and half a second is for its first paint.
onload = () => {
d.documentElement.classList.add("able"); const b = d.querySelector("body>button") || {}; b.hidden = 0; b.onclick = () => b.ariaBusy = !0;
onpointermove = onpointerdown = onscroll = onkeydown = load; addEventListener("focusin", load);
// What waits for the reader: what is kept, an entry of the history that it wrote, an empty page; a live story, which
// names `href`, and the search page, which names `search`: it waits where its address has a question.
if (t || history.state || l[s.wait] || !d.querySelector("main *")) setTimeout(load, 500);
};
})(document.currentScript);
