// Keeps a paper readable without a network. The press puts the names of the version's files into it
// (src/press/offline.rs; docs/offline.md says how it works); lines that are a comment alone are taken out.
//
// 1. The core (the reader, the styles, the front page) is kept whole under the name of its version, or not at all.
// 2. A new version waits until a page says that it may take over.
// 3. Files named by their content come from what is kept; pages come from the network, and from what is kept when that
//    fails or is slow.
// 4. Pages tell of what is read, and it is kept: the newest so many.
// 5. Pages tell of what somebody wants to keep (src/reader/tools/keep.rs): a story and its pictures stay, whole, until
//    they are told to go. A story is kept when it is in the list, which is written last.
const scope = registration.scope;
const named = kind => `newsprint ${scope} ${kind}`;
const core = named("core " + VERSION), pages = named("pages"), seen = named("pictures"), kept = named("kept");
const front = [scope, scope + "index.json"];
const find = async (url, ...names) => {
  for (const cacheName of names) {
    const found = await caches.match(url, { cacheName, ignoreVary: true });
    if (found) return found;
  }
};
// Neither an error, nor what came from elsewhere, nor an answer to another address.
const put = async (name, most, url, response) => {
  if (!response.ok || response.type != "basic" || response.redirected) return;
  const cache = await caches.open(name);
  await cache.put(url, response);
  for (const old of (await cache.keys()).slice(0, -most)) await cache.delete(old);
};
const keepPage = (url, response) => front.includes(url) || put(pages, 400, url, response);
const keepPicture = (url, response) => put(seen, 300, url, response);
// What is kept, changed as a page wishes, in the words of its language. `said` is what came of it: 1 kept, 2 removed,
// 3 a part did not come, 4 there is no room.
const listed = scope + "kept.json";
const list = async () => (await find(listed, kept))?.json() || [];
const keeping = async ({ act, url, title, language, pictures }) => {
  const cache = await caches.open(kept);
  const write = stories => cache.put(listed, new Response(JSON.stringify(stories)));
  const others = async () => (await list()).filter(one => one.url != url);
  const drop = async files => {
    const needed = (await others()).flatMap(one => one.files);
    for (const file of files) if (!needed.includes(file)) await cache.delete(file);
  };
  const old = (await list()).find(one => one.url == url);
  let said = 0;
  if (act == "keep" && !old) {
    const page = [url, url + "index.json"], files = [...page, ...pictures], date = Date.now();
    let bytes = 0;
    said = 3;
    try {
      for (const file of files) {
        const response = await find(file, seen) || await fetch(file);
        if (!response.ok) {
          // A picture that nobody can see: the story is as whole without it.
          if (page.includes(file)) throw response;
          continue;
        }
        bytes += (await response.clone().blob()).size;
        said = 4;
        await cache.put(file, response);
        said = 3;
      }
      said = 4;
      await write([{ url, title, size: bytes, date, files }, ...await others()]);
      said = 1;
    } catch {
      await drop(files);
    }
  } else if (act == "drop" && old) {
    await write(await others());
    await drop(old.files);
    said = 2;
  }
  const size = (bytes, unit = bytes < 1e9 ? "megabyte" : "gigabyte") =>
    (Math.ceil(bytes / (bytes < 1e9 ? 1e5 : 1e8)) / 10).toLocaleString(language, { style: "unit", unit });
  const { usage = 0, quota = 0 } = await navigator.storage?.estimate() || {};
  return { said, used: size(usage), room: size(quota), stories: (await list()).map(one => ({
    url: one.url, title: one.title, about: new Date(one.date).toLocaleDateString(language) + " · " + size(one.size),
  })) };
};
// One wish after the other: each writes the whole list.
let wishes = Promise.resolve();
const inTurn = wish => wishes = wishes.catch(() => {}).then(() => keeping(wish));
// The browser compares what comes with the hash: a front page of another version is no part of this one.
oninstall = event => event.waitUntil(caches.open(core).then(cache => cache.addAll([
  ...FILES, ...FRONT.map(([url, integrity]) => new Request(url, { integrity, cache: "no-cache" })),
])));
onactivate = event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(named("core")) && name != core) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
})());
// Wishes of pages (static/offline.js): "show" lets this version take over, "fresh" only if no page but the one that says
// so is open.
onmessage = event => event.waitUntil((async ({ data, source }) => {
  const { act, url, pictures } = data;
  if (act == "show") return skipWaiting();
  if (act == "fresh") {
    const open = await clients.matchAll({ includeUncontrolled: true });
    return open.filter(one => one.url.startsWith(scope)).length < 2 && skipWaiting();
  }
  if (act != "read") return source.postMessage(await inTurn(data));
  const ask = (url, keep) => fetch(url).then(response => keep(url, response)).catch(() => {});
  await Promise.all([url, url + "index.json"].map(one => ask(one, keepPage)));
  for (const one of pictures) await find(one, core, kept, seen) || await ask(one, keepPicture);
})(event));
// The same picture in another width, for a window of another size.
const alike = async url => {
  const [stem] = /.*-[0-9a-f]{12}/.exec(url) || [];
  for (const name of stem ? [kept, seen] : []) {
    const same = (await (await caches.open(name)).keys()).find(other => other.url.startsWith(stem));
    if (same) return find(same.url, name);
  }
};
const asset = async event => {
  const { url } = event.request;
  const held = await find(url, core, kept, seen);
  if (held) return held;
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepPicture(url, response.clone()).catch(() => {}));
    return response;
  } catch (fault) {
    const other = await alike(url);
    if (other) return other;
    throw fault;
  }
};
const page = async event => {
  const { request } = event, url = request.url.split(/[?#]/)[0].replace(/index\.html$/, "");
  // The browser has asked for a page already, while this script was being started.
  const network = Promise.resolve(event.preloadResponse).then(early => early && early.type != "error" ? early : fetch(request));
  event.waitUntil(network.then(response => request.mode == "navigate" && keepPage(url, response.clone())).catch(() => {}));
  const late = new Promise(done => setTimeout(done, 3000));
  return await Promise.race([network, late]).catch(() => {})
    || await (front.includes(url) ? find(url, core) : find(url, pages, kept))
    || network.catch(() => request.mode == "navigate"
      ? new Response(NOTHING.replace("{scope}", scope), { status: 503, headers: { "content-type": "text/html" } })
      : Response.error());
};
onfetch = event => {
  const { request } = event;
  if (request.method != "GET" || request.headers.has("range") || !request.url.startsWith(scope)) return;
  const address = request.url.slice(scope.length).split(/[?#]/)[0];
  if (/(^|\/)(index\.(html|json))?$/.test(address)) event.respondWith(page(event));
  else if (address.startsWith("assets/") && !/audio|video|track/.test(request.destination)) event.respondWith(asset(event));
};
