"""Reads a printed paper as other programs do; `outside.rs` runs this. usage: outside.py FOLDER

Every feed goes through feedparser, every page through extruct. The last line counts as those of Rust's tests do.
"""
import json
import pathlib
import re
import sys

import extruct
import feedparser

folder = pathlib.Path(sys.argv[1])
passed, failed = 0, 0


def judge(file, faults):
    global passed, failed
    for fault in faults:
        print(f"{file.relative_to(folder)}: {fault}")
    failed += bool(faults)
    passed += not faults


def of_feed(file):
    feed = feedparser.parse(file.read_bytes())
    if feed.version != {"feed.xml": "rss20", "atom.xml": "atom10"}[file.name]:
        yield f"taken for {feed.version or 'no feed'}"
    if feed.bozo:
        yield f"feedparser warns: {feed.bozo_exception}"
    if not feed.entries or not feed.feed.get("title") or not feed.feed.get("updated"):
        yield "a feed needs a title, a date and stories"
    for entry in feed.entries:
        for part in ("id", "title", "link", "published_parsed", "content"):
            if not entry.get(part):
                yield f"{entry.get('link')}: no {part}"


def of_json_feed(file):
    feed = json.loads(file.read_text())
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["items"]:
        yield "no JSON Feed 1.1 with stories"
    for item in feed["items"]:
        if not item["id"] or not item["content_html"]:
            yield f"{item.get('url')}: no id or no content"


NEEDED = {
    "NewsArticle": ["headline", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"],
    "BreadcrumbList": ["itemListElement"],
    "NewsMediaOrganization": ["name", "url"],
}


def of_page(file):
    read = extruct.extract(file.read_text(), syntaxes=["json-ld", "opengraph"], errors="strict")
    things = [thing for document in read["json-ld"] for thing in document.get("@graph", [])]
    kinds = [kind for thing in things for kind in ([thing["@type"]] if isinstance(thing["@type"], str) else thing["@type"])]
    page = json.loads((file.parent / "index.json").read_text())["content"]
    wanted = {"story": ["NewsArticle", "BreadcrumbList"], "front": ["NewsMediaOrganization"]}.get(next(iter(page)), ["BreadcrumbList"])
    for kind in wanted:
        if not any(known.endswith(kind) for known in kinds):
            yield f"no {kind} among {kinds}"
    for thing in things:
        kinds = thing["@type"] if isinstance(thing["@type"], list) else [thing["@type"]]
        for kind, needed in NEEDED.items():
            if any(known.endswith(kind) for known in kinds):
                yield from (f"{kind} without {part}" for part in needed if not thing.get(part))
    graph = dict(read["opengraph"][0]["properties"]) if read["opengraph"] else {}
    yield from (f"no {part}" for part in ("og:title", "og:type", "og:url", "og:site_name") if not graph.get(part))


def of_redirect(file):
    target = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', file.read_text())
    if not target or not (file.parent / target[1] / "index.json").is_file():
        yield f"leads to no page: {target and target[1]}"


for file in sorted(folder.rglob("*")):
    if file.name in ("feed.xml", "atom.xml"):
        judge(file, list(of_feed(file)))
    elif file.name == "feed.json":
        judge(file, list(of_json_feed(file)))
    elif file.suffix == ".html" and 'http-equiv="refresh"' in file.read_text():
        judge(file, list(of_redirect(file)))
    # Search engines are asked to pass the search page over: it tells them nothing.
    elif file.name == "index.html" and 'name="robots" content="noindex' not in file.read_text():
        judge(file, list(of_page(file)))
print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed")
sys.exit(1 if failed or not passed else 0)
