// Between the reader (src/reader/offline.rs) and the service worker (static/service-worker.js): the press puts it into
// the module that starts the reader, where `script` is the page's and `worker` the address of the service worker; lines
// that are a comment alone are taken out. `script.offline` is there where the paper can be kept, and takes a wish:
// "read" a page, "list" what is kept, "keep" or "drop" a story, "show" the new edition. What comes of it is a message
// event of `script`: what is kept, or nothing for a new edition.
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
// A host whose own header still forbids the policy has no service worker.
const start = async policy => {
  registration = await container.register(policy.createScriptURL(worker));
  container.addEventListener("message", ({ data }) => tell(data));
  container.addEventListener("controllerchange", () => wanted && location.reload());
  registration.addEventListener("updatefound", () => {
    const own = Date.now() - since < 15e3;
    registration.installing.addEventListener("statechange", () => offer(own));
  });
  document.addEventListener("visibilitychange", check);
  await container.ready;
  offer(true);
};
// The document of another page, of which nothing runs.
const load = url => new Promise((done, fail) => {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  request.onload = () => request.status == 200 ? done(request.response) : fail();
  request.onerror = fail;
  request.send();
});
const offline = policy => async (act, url) => {
  if (act == "show") {
    wanted = true;
    return registration.waiting ? registration.waiting.postMessage({ act }) : location.reload();
  }
  let page = document;
  try {
    if (act == "keep" && !location.href.startsWith(url)) page = await load(url);
  } catch {
    return tell({ said: 3 });
  }
  const main = page.querySelector("main"), language = document.documentElement.lang;
  const title = main.querySelector("h1")?.textContent, found = [...main.querySelectorAll("img,video[poster]")];
  // As they are shown, and as they are named where no choice is; of those that are read, what has come: the others pass
  // through the worker's hands.
  const pictures = act == "keep" ? found.flatMap(one => one.poster || [one.currentSrc, one.src])
    : act == "read" ? found.map(one => one.complete && one.currentSrc) : [];
  if (act != "keep" && navigator.connection?.saveData && !container.controller) return;
  if (act == "read" && !started) await new Promise(done => setTimeout(done, 2e3));
  try {
    await (started ??= start(policy));
  } catch {
    started = null;
    return act == "keep" && tell({ said: 5 });
  }
  // Whether the browser agrees or not, the story is kept for now.
  if (act == "keep") navigator.storage?.persist?.().catch(() => {});
  registration.active.postMessage({ act, url, title, language, pictures: [...new Set(pictures)].filter(one => one) });
  check();
};
try {
  if (container && self.caches) script.offline = offline(self.trustedTypes?.createPolicy("newsprint", only) || only);
} catch {}
