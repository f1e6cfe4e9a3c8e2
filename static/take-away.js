// Makes files of stories: a page in one file, a book, citations. Loaded when somebody asks for one
// (src/tools/share.rs). The press takes lines that are a comment alone away.
const utf8 = text => new TextEncoder().encode(text);
const XHTML = "http://www.w3.org/1999/xhtml";
// One line, without control characters and without what says where a word may be divided.
const line = text => text.replace(/\xAD/g, "").replace(/[\s\p{Cc}]+/gu, " ").trim();
const words = (node, place) => line(node.querySelector(place)?.textContent || "");
// What XML 1.0 cannot hold, not even by its number (2.2): most control characters, and half a pair of surrogates.
const xml = text => utf8(text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""));
const markup = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`);
// The day where one reads.
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
// Where an address leads that stands on the page of a URL. The document's own is not asked: while somebody goes back, the
// window's address is that of the next page already.
const absolute = (address, url) => {
  try {
    return new URL(address, url).href;
  } catch {
    return address;
  }
};
// The names of a byline. Each leads to its author's page; a name without a link stands between the words around and
// between them, which may be a part of it, too ("Ortega y Gasset").
const names = (byline, by) => {
  if (!byline) return [];
  const linked = [...byline.querySelectorAll("a")];
  if (linked.length) return linked.map(link => line(link.textContent));
  const own = byline.cloneNode(true);
  own.querySelectorAll("span").forEach(role => role.remove());
  let text = own.textContent;
  if (text.startsWith(by[0])) text = text.slice(by[0].length);
  if (by[1] && text.endsWith(by[1])) text = text.slice(0, -by[1].length);
  return text.split(by[2]).flatMap(part => part.split(by[3].trim())).map(line).filter(Boolean);
};
// The name of a file, from the last part of an address: letters of any script, with the signs that belong to them.
const fileName = url => {
  let name = url.split("/").filter(Boolean).pop();
  try {
    name = decodeURIComponent(name);
  } catch {}
  // Of 255 bytes, which a name may have, a character takes four at most.
  return [...name.normalize().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "")].slice(0, 60).join("") || "story";
};
// What a citation and a book say of the story at a URL. `by` are the words around and between the names of a byline.
const describe = (page, at, by) => {
  const story = page.querySelector("article.story");
  if (!story) return;
  const { lang: language, dir: direction } = page.documentElement;
  const url = (page.querySelector("link[rel=canonical]")?.href || at).split("#")[0];
  return {
    story, at, language, direction, url,
    title: words(story, "h1"),
    paper: words(page, ".masthead .name"),
    authors: names(story.querySelector(".byline"), by),
    published: story.querySelector("time")?.dateTime.slice(0, 10) || today(),
    name: fileName(url),
  };
};
// BibTeX has signs of its own.
const tex = text => text.replace(/[\\{}$&#%_~^]/g, sign => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] || "\\" + sign);
const cite = {
  bib: told => `@article{${told.name},\n  author = {${told.authors.map(name => `{${tex(name)}}`).join(" and ")}},\n  title = {{${tex(told.title)}}},\n  journal = {${tex(told.paper)}},\n  year = {${told.published.slice(0, 4)}},\n  date = {${told.published}},\n  url = {${told.url}},\n  urldate = {${today()}},\n  language = {${told.language}}\n}\n`,
  ris: told => ["TY  - NEWS", ...told.authors.map(name => `AU  - ${name}`), `TI  - ${told.title}`, `T2  - ${told.paper}`, `PY  - ${told.published.slice(0, 4)}`, `DA  - ${told.published.replace(/-/g, "/")}/`, `UR  - ${told.url}`, `Y2  - ${today().replace(/-/g, "/")}/`, `LA  - ${told.language}`, "ER  - ", ""].join("\r\n"),
  json: told => JSON.stringify([{
    id: told.name, type: "article-newspaper", title: told.title, author: told.authors.map(literal => ({ literal })),
    "container-title": told.paper, issued: { "date-parts": [told.published.split("-").map(Number)] },
    accessed: { "date-parts": [today().split("-").map(Number)] }, URL: told.url, language: told.language,
  }], null, 2) + "\n",
};
const KINDS = { bib: "application/x-bibtex", ris: "application/x-research-info-systems", json: "application/vnd.citationstyles.csl+json" };
// A copy of a story that needs nothing but its pictures, which `place` puts somewhere; how many are lacking.
const copy = async ({ story, at }, place) => {
  const own = story.cloneNode(true);
  const shown = [...story.querySelectorAll("img")];
  let lacking = 0;
  own.querySelectorAll("a").forEach(link => {
    const href = link.getAttribute("href") || "";
    if (!href.startsWith("#")) link.setAttribute("href", absolute(href, at));
  });
  await Promise.all([...own.querySelectorAll("img")].map(async (picture, number) => {
    for (const name of ["loading", "fetchpriority", "decoding", "srcset", "sizes"]) picture.removeAttribute(name);
    try {
      const answer = await fetch(shown[number].currentSrc || absolute(shown[number].getAttribute("src"), at));
      if (!answer.ok) throw answer.status;
      picture.setAttribute("src", await place(await answer.blob(), number));
      picture.closest("picture")?.replaceWith(picture);
    } catch {
      lacking++;
      (picture.closest("picture") || picture).replaceWith(picture.alt);
    }
  }));
  // What plays or loads is elsewhere: a link leads there.
  const players = own.querySelectorAll("audio, video");
  story.querySelectorAll("audio, video").forEach((film, number) => {
    const link = story.ownerDocument.createElement("a");
    const source = film.getAttribute("src") || film.querySelector("source")?.getAttribute("src") || "";
    link.href = link.textContent = film.currentSrc || absolute(source, at);
    players[number].replaceWith(link);
  });
  own.querySelectorAll("button, iframe").forEach(one => one.remove());
  return [own, lacking];
};
const inline = picture => new Promise((done, fail) => {
  const reader = new FileReader();
  reader.onload = () => done(reader.result);
  reader.onerror = fail;
  reader.readAsDataURL(picture);
});
// The rules of the page, without faces, which are files.
const rules = () => [...document.styleSheets].filter(sheet => sheet.media.mediaText != "print").flatMap(sheet => [...sheet.cssRules])
  .map(rule => rule.cssText).filter(rule => !rule.startsWith("@font-face")).join("\n").replace(/<\//g, "<\\/");
const page = async told => {
  const [story, lacking] = await copy(told, inline);
  const source = `<p><a href="${markup(told.url)}">${markup(told.paper)}</a></p>`;
  return [`<!doctype html><html lang="${markup(told.language)}" dir="${told.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${markup(told.title)}</title><link rel="canonical" href="${markup(told.url)}"><style>${rules()}</style></head><body><main>${story.outerHTML}${source}</main></body></html>\n`, lacking];
};
const TABLE = Uint32Array.from({ length: 256 }, (_, sum) => {
  for (let bit = 8; bit--;) sum = sum & 1 ? sum >>> 1 ^ 0xEDB88320 : sum >>> 1;
  return sum;
});
const little = (...numbers) => {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, number] of numbers) {
    bytes == 2 ? view.setUint16(at, number, true) : view.setUint32(at, number, true);
    at += bytes;
  }
  return view;
};
// A ZIP archive without compression (APPNOTE 6.3.10): pictures have been compressed already.
const zip = files => {
  const parts = [], directory = [];
  let at = 0, size = 0;
  for (const [file, bytes] of files) {
    const name = utf8(file);
    let sum = ~0;
    for (const byte of bytes) sum = sum >>> 8 ^ TABLE[(sum ^ byte) & 255];
    const entry = little([2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x5921], [4, ~sum >>> 0], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]);
    parts.push(little([4, 0x04034B50]), entry, name, bytes);
    directory.push(little([4, 0x02014B50], [2, 20]), entry, little([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += 30 + name.length + bytes.length;
    size += 46 + name.length;
  }
  return [...parts, ...directory, little([4, 0x06054B50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0])];
};
const xhtml = (told, title, body) => `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="${XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" lang="${markup(told.language)}" xml:lang="${markup(told.language)}" dir="${told.direction || "ltr"}"><head><title>${markup(title)}</title><link rel="stylesheet" href="style.css"/></head><body>${body}</body></html>\n`;
const STYLE = "body{line-height:1.5}h1{line-height:1.15}img{max-width:100%;height:auto}figure{margin:1em 0}figcaption,.kicker,.byline,.dates{font-size:.85em}.standfirst{font-size:1.15em}blockquote{margin:1em 1.5em}table{border-collapse:collapse}th,td{padding:.3em .6em;border:1px solid;text-align:start}";
// A book of stories (EPUB 3.3), one chapter each.
const book = async stories => {
  const files = [["style.css", utf8(STYLE)]], items = [`<item id="style" href="style.css" media-type="text/css"/>`];
  let lacking = 0;
  for (const [number, told] of stories.entries()) {
    const [story, lost] = await copy(told, async (picture, place) => {
      const file = `picture-${number}-${place}.${picture.type.split("/")[1].split("+")[0]}`;
      files.push([file, new Uint8Array(await picture.arrayBuffer())]);
      items.push(`<item id="p${number}-${place}" href="${file}" media-type="${picture.type.split(";")[0]}"/>`);
      return file;
    });
    lacking += lost;
    const source = `<p><a href="${markup(told.url)}">${markup(told.paper)}</a></p>`;
    files.push([`story-${number}.xhtml`, xml(xhtml(told, told.title, new XMLSerializer().serializeToString(story) + source))]);
    items.push(`<item id="s${number}" href="story-${number}.xhtml" media-type="application/xhtml+xml"/>`);
  }
  const [first] = stories, title = stories.length > 1 ? first.paper : first.title;
  const entries = stories.map((told, number) => `<li><a href="story-${number}.xhtml">${markup(told.title)}</a></li>`).join("");
  files.push(["nav.xhtml", xml(xhtml(first, title, `<nav epub:type="toc"><ol>${entries}</ol></nav>`))]);
  const creators = [...new Set(stories.flatMap(told => told.authors))].map(name => `<dc:creator>${markup(name)}</dc:creator>`).join("");
  const spine = stories.map((_, number) => `<itemref idref="s${number}"/>`).join("");
  files.push(["book.opf", xml(`<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">${markup(stories.length > 1 ? `${first.url}#${stories.length}-${Date.now()}` : first.url)}</dc:identifier><dc:title>${markup(title)}</dc:title><dc:language>${markup(first.language)}</dc:language>${creators}<dc:publisher>${markup(first.paper)}</dc:publisher><dc:date>${first.published}</dc:date><meta property="dcterms:modified">${new Date().toISOString().slice(0, 19)}Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items.join("")}</manifest><spine${first.direction == "rtl" ? ` page-progression-direction="rtl"` : ""}>${spine}</spine></package>\n`)]);
  const container = `<?xml version="1.0"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`;
  return [zip([["mimetype", utf8("application/epub+zip")], ["META-INF/container.xml", utf8(container)], ...files.map(([file, bytes]) => [`EPUB/${file}`, bytes])]), lacking];
};
const get = url => new Promise((done, fail) => {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  request.onload = () => request.status < 400 && request.response ? done(request.response) : fail(request.status);
  request.onerror = fail;
  request.send();
});
// The page at an old address of a story leads on to the story (src/press/redirects.rs).
const load = async url => {
  const page = await get(url);
  return page.querySelector("main") ? page : get(page.querySelector("h1 a").href);
};
const save = (parts, type, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
};
// Makes a file of a kind (`html`, `epub`, or a citation), of the shown page, whose URL is `shown`, or of those at these URLs,
// and hands it to the browser. Answers its name and how many pictures or stories are lacking in it; nothing where there is no story.
export const make = async (kind, by, shown, urls) => {
  const pages = urls.length ? await Promise.all(urls.map(url => load(url).catch(() => null))) : [document];
  const stories = pages.map(page => page && describe(page, page == document ? shown : page.URL, by)).filter(Boolean);
  if (!stories.length) return;
  const [told] = stories, name = `${stories.length > 1 ? "stories-" + today() : told.name}.${kind}`;
  let lacking = 0, lost = pages.length - stories.length;
  if (kind == "epub") {
    let parts;
    [parts, lacking] = await book(stories);
    save(parts, "application/epub+zip", name);
  } else if (kind == "html") {
    let text;
    [text, lacking] = await page(told);
    save([text], "text/html", name);
  } else save([cite[kind](told)], KINDS[kind], name);
  return [name, lacking + lost];
};
