// Keeps a paper readable without a network. The press puts the names of the version's files into it
// (src/press/offline.rs; docs/offline.md says how it works); lines that are a comment alone are taken out.
//
// 1. The core (the reader, the styles, the front page) is kept whole under the name of its version, or not at all.
// 2. A new version waits until a page says that it may take over.
// 3. Files named by their content come from what is kept; pages come from the network, and from what is kept when that
//    fails or is slow.
// 4. Pages tell of what is read, and it is kept: the newest so many. Only what says itself that it is of this paper is
//    kept, for its host may show other things below the same address: applications, signed-in pages, other papers.
// 5. Pages tell of what somebody wants to keep (src/tools/keep.rs): a story and its pictures stay, whole, until
//    they are told to go. A story is kept when it is in the list, which is written last.
const scope = registration.scope;
const named = kind => `newsprint ${scope} ${kind}`;
const core = named("core " + VERSION), pages = named("pages"), seen = named("pictures"), kept = named("kept");
// Address of a file that is named by its content, in words of src/press/asset.rs.
const file = /^assets\/[^?]+-[0-9a-f]{12}(-\d+)?\.\w+$/;
const find = async (url, ...names) => {
  for (const cacheName of names) {
    const found = await caches.match(url, { cacheName, ignoreVary: true });
    if (found) return found;
  }
};
// What of an answer may be kept: neither an error nor an answer to another address; 5 is thrown for what its host forbids
// to keep. Data says where it stands, a page how far that is from the top of the paper. What is kept of both is a copy, for
// browsers refuse a page that was led to its own address through others (signing in, say).
const own = async (url, response) => {
  if (!response.ok || response.url != url) return;
  if (/no-store/i.test(response.headers.get("cache-control"))) throw 5;
  const address = decodeURI(url.split(scope)[1]);
  if (file.test(address)) return response;
  const text = await response.text(), root = "../".repeat(address.split("/").length - 1) || "./";
  return text.includes(address.endsWith("n") ? `{"address":"${address.slice(0, -10)}","head"` : `id="newsprint" data-root="${root}"`)
    && new Response(text, response);
};
const put = async (name, most, url, response) => {
  const copy = await own(url, response);
  if (!copy) return;
  const cache = await caches.open(name);
  await cache.put(url, copy);
  for (const old of (await cache.keys()).slice(0, -most)) await cache.delete(old);
};
// The front page is in the core.
const keepPage = (url, response) => [scope, scope + "index.json"].includes(url) || put(pages, 400, url, response);
const keepPicture = (url, response) => put(seen, 300, url, response);
// What is kept, changed as a page wishes. `said` is what came of it: 1 kept, 2 removed, 3 a part did not come, 4 there is
// no room, 5 nothing can be kept.
const listed = scope + "kept.json";
const list = async () => (await find(listed, kept))?.json() || [];
const keeping = async ({ act, url, title, pictures }) => {
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
    let size = 0;
    said = 3;
    try {
      for (const one of files) {
        const copy = await own(one, await find(one, seen) || await fetch(one));
        // A picture that nobody can see: the story is as whole without it.
        if (!copy && !page.includes(one)) continue;
        size += (await copy.clone().blob()).size;
        said = 4;
        await cache.put(one, copy);
        said = 3;
      }
      said = 4;
      await write([{ url, title, size, date, files }, ...await others()]);
      said = 1;
    } catch (fault) {
      said = +fault || said;
      await drop(files);
    }
  } else if (act == "drop" && old) {
    await write(await others());
    await drop(old.files);
    said = 2;
  }
  return { said, stories: await list() };
};
// One wish after the other, for each writes the whole list. Whatever fails, whoever wished hears of it.
let wishes = Promise.resolve();
const inTurn = wish => wishes = wishes.then(() => keeping(wish)).catch(() => ({ said: 5 }));
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
    const open = (await clients.matchAll({ includeUncontrolled: true })).filter(one => one.url.startsWith(scope));
    return open.length < 2 && skipWaiting();
  }
  if (act != "read") return source.postMessage(await inTurn(data));
  const ask = (url, keep) => fetch(url).then(response => keep(url, response)).catch(() => {});
  await Promise.all([url, url + "index.json"].map(one => ask(one, keepPage)));
  for (const one of pictures) await find(one, core, kept, seen) || await ask(one, keepPicture);
})(event));
// The same picture in another width, for a window of another size.
const alike = async url => {
  const [stem] = /.*-[0-9a-f]{12}/.exec(url);
  for (const name of [kept, seen]) {
    const same = (await (await caches.open(name)).keys()).find(other => other.url.startsWith(stem));
    if (same) return find(same.url, name);
  }
};
const asset = async event => {
  const [url] = event.request.url.split("#");
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
// An address with a question is not the one without it: what comes is not kept, and waited for as long as it takes.
const page = async event => {
  const { request } = event, navigates = request.mode == "navigate";
  const [path, question] = request.url.split(/#.*|\?/), url = path.replace(/index\.html$/, "");
  // The browser has asked for a page already, while this script was being started. Where that failed, some browsers reject,
  // and Firefox answers with an error.
  const network = (async () => event.preloadResponse)().catch(() => {}).then(early => early && early.type != "error" ? early : fetch(request));
  event.waitUntil(network.then(response => navigates && keepPage(url, response.clone())).catch(() => {}));
  const late = new Promise(done => question || setTimeout(done, 3000));
  return await Promise.race([network, late]).catch(() => {})
    || await find(url, core, pages, kept)
    || (navigates ? network.catch(() => new Response(NOTHING.replace("{scope}", scope), { status: 503, headers: { "content-type": "text/html" } })) : network);
};
onfetch = event => {
  const { request } = event;
  if (request.method != "GET" || request.headers.has("range") || !request.url.startsWith(scope)) return;
  const [address] = request.url.slice(scope.length).split("#");
  if (/^([^?]*\/)?(index\.(html|json))?(\?|$)/.test(address)) event.respondWith(page(event));
  else if (file.test(address) && !/audio|video|track/.test(request.destination)) event.respondWith(asset(event));
};
