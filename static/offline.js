// Between the reader (src/reader/offline.rs) and the service worker (static/service-worker.js): the press puts it into
// the module that starts the reader, where `script` is the page's and `worker` the address of the service worker; lines
// that are a comment alone are taken out. `script.offline` is there where the paper can be kept, and takes a wish:
// "read" a page, "list" what is kept, "keep" or "drop" a story, "forget" whatever was read or kept, "show" the new edition.
// What comes of it is a message event of `script`: what is kept, or nothing for a new edition.
//
// Registering is the one thing that pages need a Trusted Types policy for. This one lets the one address pass; made
// before anything else runs, it stays the only one, for pages allow no second.
const only = { createScriptURL(url) { if (url == worker) return url; throw new TypeError(url); } };
const container = navigator.serviceWorker;
const tell = data => script.dispatchEvent(new MessageEvent("message", { data }));
let registration, started, wanted, checked = Date.now();
const since = checked;
// A version that is found just after the document has come is the document's own, and takes over unless other pages are
// open. One that is found later is announced.
const offer = own => {
  const { waiting, active } = registration;
  if (waiting && active) own ? waiting.postMessage({ act: "fresh" }) : tell();
};
// Browsers look for a new version when a document is loaded, which the reader spares them.
const check = () => {
  const now = Date.now();
  if (registration && now - checked > 9e5) checked = now, registration.update().catch(() => {});
};
// What the worker answers, in the words of the page's language. Not every browser tells how much is stored.
const told = async answer => {
  const language = document.documentElement.lang;
  const size = (bytes, unit = bytes < 1e9 ? "megabyte" : "gigabyte") =>
    (Math.ceil(bytes / (bytes < 1e9 ? 1e5 : 1e8)) / 10).toLocaleString(language, { style: "unit", unit });
  const { usage, quota } = await (async () => navigator.storage.estimate())().catch(() => ({}));
  tell({ ...answer, used: usage && size(usage), room: quota && size(quota), stories: answer.stories?.map(({ url, title, date, size: bytes }) =>
    ({ url, title, about: new Date(date).toLocaleDateString(language) + " · " + size(bytes) })) });
};
// A host whose own header still forbids the policy has no service worker.
const start = async policy => {
  registration = await container.register(policy.createScriptURL(worker));
  // A first version whose files do not come whole is dropped by the browser, and nobody is told.
  const { installing: first, active } = registration;
  await Promise.race([container.ready, new Promise((_, fail) =>
    active || first.addEventListener("statechange", () => first.state == "redundant" && fail()))]);
  container.addEventListener("message", ({ data }) => told(data));
  container.addEventListener("controllerchange", () => wanted && location.reload());
  registration.addEventListener("updatefound", () => {
    const own = Date.now() - since < 15e3;
    registration.installing.addEventListener("statechange", () => offer(own));
  });
  document.addEventListener("visibilitychange", check);
  offer(true);
};
// The document of another page, of which nothing runs.
const get = url => new Promise((done, fail) => {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  request.onload = () => request.status == 200 ? done(request.response) : fail();
  request.onerror = fail;
  request.send();
});
// The page at an old address of a story leads on to the story (src/press/redirects.rs).
const load = async url => {
  const page = await get(url);
  return page.querySelector("main") ? page : get(page.querySelector("h1 a").href);
};
// `shown` says that the page is the one that is shown. The window's address does not: it may be that of another page, which
// is on its way.
const offline = policy => async (act, url, shown) => {
  if (act == "show") {
    wanted = true;
    return registration.waiting ? registration.waiting.postMessage({ act }) : location.reload();
  }
  if (act == "forget") {
    const own = `newsprint ${new URL("./", worker).href} `;
    for (const name of await caches.keys()) if (name.startsWith(own) && !name.startsWith(own + "core ")) await caches.delete(name);
    return tell({ stories: [] });
  }
  let title, pictures = [];
  try {
    const page = act != "keep" || shown ? document : await load(url);
    if (page != document) [url] = page.URL.split(/[?#]|index\.html$/);
    const main = page.querySelector("main"), found = [...main.querySelectorAll("img,video[poster]")];
    const named = (one, name) => new URL(one.getAttribute(name), url).href;
    title = main.querySelector("h1")?.textContent;
    // As they are shown, and as they are named where no choice is; of those that are read, what has come: the others pass
    // through the worker's hands.
    if (act == "keep") pictures = found.flatMap(one => one.poster ? named(one, "poster") : [one.currentSrc, named(one, "src")]);
    if (act == "read") pictures = found.map(one => one.complete && one.currentSrc);
  } catch {
    return tell({ said: 3 });
  }
  if (act != "keep" && navigator.connection?.saveData && !container.controller) return;
  if (act == "read" && !started) await new Promise(done => setTimeout(done, 2e3));
  try {
    await (started ??= start(policy));
  } catch (fault) {
    // The next wish tries again. What did not come may come then; what the browser refuses does not.
    started = null;
    return act == "keep" && tell({ said: !fault || fault instanceof TypeError ? 3 : 5 });
  }
  // Whether the browser agrees or not, the story is kept for now.
  if (act == "keep") navigator.storage?.persist?.().catch(() => {});
  registration.active.postMessage({ act, url, title, pictures: [...new Set(pictures)].filter(one => one) });
  check();
};
try {
  if (container && self.caches) script.offline = offline(self.trustedTypes?.createPolicy("newsprint", only) || only);
} catch {}
