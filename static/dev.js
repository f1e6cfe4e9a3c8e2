// In pages that `newsprint dev` serves, and nowhere else: shows what the check found, and reloads a page whose print changed.
const news = new EventSource("/.newsprint/news");
const here = () => decodeURIComponent(location.pathname).slice(1).replace(/index\.html$/, "");
const host = document.documentElement.appendChild(document.createElement("div"));
host.id = "newsprint-dev";
const root = host.attachShadow({ mode: "open" });
const styles = new CSSStyleSheet();
styles.replaceSync(`
  details { position: fixed; inset: auto 0 0; z-index: 9; max-height: 60vh; overflow: auto; direction: ltr; text-align: left;
    background: #1c1916; color: #fffdf8; border-top: 4px solid #d9a441; font: 0.875rem/1.5 system-ui, sans-serif; }
  details.errors { border-color: #e5604d; }
  summary { padding: 0.75rem 1rem; font-weight: 600; cursor: pointer; }
  ol { margin: 0; padding: 0 1rem 1rem; list-style: none; }
  li { padding-block: 0.6rem; border-top: 1px solid #4a443d; }
  code { display: block; font: 0.8125rem/1.5 ui-monospace, monospace; color: #d9c9a8; overflow-wrap: anywhere; }
  p { margin: 0; } p + p { color: #c9c1b5; }
`);
root.adoptedStyleSheets = [styles];

const element = (name, ...inside) => {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
};

const number = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

const show = ({ faults, failure }) => {
  const errors = faults.filter((fault) => fault.severity === "error").length;
  root.replaceChildren();
  if (!faults.length && !failure) return;
  const items = faults.map((fault) => {
    const place = fault.line ? `${fault.file}:${fault.line}:${fault.column}` : fault.file;
    return element("li", element("code", `${place} ${fault.path || ""}`),
      element("p", `${fault.severity}: ${fault.message}`), element("p", fault.help || ""));
  });
  const counts = `${number(errors, "error")}, ${number(faults.length - errors, "warning")}`;
  const panel = element("details", element("summary", failure ? `${failure} (${counts})` : counts), element("ol", ...items));
  panel.className = errors || failure ? "errors" : "";
  panel.open = Boolean(errors || failure);
  root.append(panel);
};

let seen;
news.onmessage = (event) => {
  const told = JSON.parse(event.data);
  const other = seen && told.run !== seen.run;
  if (other || (seen && (told.changed[here()] || 0) > seen.round)) location.reload();
  seen = told;
  show(told);
};
