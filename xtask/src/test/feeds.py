"""Has feedparser read every RSS and Atom feed below the folders that are named, and says which it would warn of."""

import pathlib
import sys

import feedparser

FORMATS = {"feed.xml": "rss20", "atom.xml": "atom10"}

faults = []
count = 0
for folder in sys.argv[1:]:
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        if path.name not in FORMATS:
            continue
        count += 1
        feed = feedparser.parse(str(path))
        if feed.bozo:
            faults.append(f"{path}: {feed.bozo_exception}")
        if feed.version != FORMATS[path.name]:
            faults.append(f"{path}: taken for {feed.version or 'no feed'}")
        for entry in feed.entries:
            lacking = [name for name in ("id", "title", "link", "published_parsed", "content") if not entry.get(name)]
            if lacking:
                faults.append(f"{path}: {entry.get('id')} lacks {', '.join(lacking)}")
for fault in faults:
    print(fault)
print(f"feedparser {feedparser.__version__} read {count} feeds, {len(faults)} faults")
sys.exit(1 if faults or not count else 0)
