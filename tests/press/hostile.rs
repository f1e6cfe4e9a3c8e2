//! Story content is untrusted: whatever it says, a page runs nothing and shows it as words.
//!
//! Every text of the sample paper is replaced by one that tries to break out of wherever it is printed, and every link
//! by a script address. What is printed then may have no element and no attribute that the sample paper has not.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};
use tempfile::TempDir;
use walkdir::{DirEntry, WalkDir};

use crate::page::{Page, pages};
use crate::support::{command, reader, run, sample, sample_paper};

/// Leaves attributes in either quotes, titles, styles, scripts and comments.
const HOSTILE: &str = "\"'><img src=x onerror=alert(1)></title></style></script></textarea><script>alert(1)</script>\
                       <svg onload=alert(1)><!-- ' onmouseover='alert(1)' \" onmouseover=\"alert(1)\" &lt;script&gt;";

/// Script addresses, plain and hidden.
const SCRIPTS: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example/",
    "https://evil.example/\" onmouseover=\"alert(1)",
];

/// Fields whose text is no text: what stands there decides what is printed at all.
const STRUCTURE: &[&str] = &[
    "$schema",
    "section",
    "slug",
    "published",
    "updated",
    "edition",
    "date",
    "source",
    "poster",
    "story",
    "see_also",
    "related",
    "lead",
    "footnote",
    "id",
    "direction",
    "base_url",
    "time_zone",
    "permalinks",
];

/// Fields that hold addresses.
const ADDRESSES: &[&str] = &["href", "link", "canonical"];

/// Replaces every text below a field.
fn poison(field: &str, value: &mut Value, count: &mut usize) {
    match value {
        Value::String(text) if ADDRESSES.contains(&field) => {
            *text = SCRIPTS[*count % SCRIPTS.len()].to_owned();
            *count += 1;
        }
        Value::String(text) => *text = HOSTILE.to_owned(),
        Value::Array(list) => list
            .iter_mut()
            .for_each(|value| poison(field, value, count)),
        Value::Object(fields) => {
            let is_code = fields.contains_key("text") && field == "code";
            for (name, value) in fields {
                let is_tag = name == "language" && !is_code;
                if !is_tag && !STRUCTURE.contains(&name.as_str()) || value.is_object() {
                    poison(name, value, count);
                }
            }
        }
        _ => {}
    }
}

/// Copies the sample paper into a folder with every text replaced.
fn poisoned_paper(folder: &Path) {
    let mut count = 0;
    let own = |entry: &DirEntry| entry.file_name() != newsprint::press::store::FOLDER;
    let files = WalkDir::new(sample_paper()).into_iter().filter_entry(own);
    for entry in files.map(Result::unwrap) {
        let target = folder.join(entry.path().strip_prefix(sample_paper()).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let mut document: Value =
                serde_json::from_slice(&std::fs::read(entry.path()).unwrap()).unwrap();
            let language = document["language"].take();
            poison("", &mut document, &mut count);
            if language.is_string() {
                document["language"] = language;
            }
            // Colours reach the style sheet.
            document["theme"] = json!({ "accent": "red}</style><script>alert(1)</script>" });
            std::fs::write(target, document.to_string()).unwrap();
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
    assert!(count >= SCRIPTS.len() * 2, "only {count} addresses");
}

/// The poisoned paper, printed once for all tests.
fn printed() -> &'static Path {
    static PRINTED: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
        let paper = TempDir::new().unwrap();
        poisoned_paper(paper.path());
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-paper");
        // Over an older print of it, stories that changed since would say so.
        if out.exists() {
            fs::remove_dir_all(&out).unwrap();
        }
        let mut build = command();
        let run = run(build
            .arg("build")
            .arg(paper.path())
            .arg("--out")
            .arg(&out)
            .arg("--reader")
            .arg(reader()));
        assert_eq!(run.code, 1, "{}", run.err);
        out
    });
    &PRINTED
}

fn elements(pages: &[Page]) -> BTreeSet<String> {
    let elements = pages.iter().flat_map(Page::elements);
    elements
        .map(|element| element.value().name().to_owned())
        .collect()
}

fn attributes(pages: &[Page]) -> BTreeSet<String> {
    let elements = pages.iter().flat_map(Page::elements);
    let attributes =
        elements.flat_map(|element| element.value().attrs().map(|(name, _)| name.to_owned()));
    attributes.collect()
}

#[test]
fn hostile_texts_add_no_element_and_no_attribute_to_any_page() {
    let (hostile, clean) = (pages(printed()), pages(sample()));
    let new: Vec<String> = elements(&hostile)
        .difference(&elements(&clean))
        .cloned()
        .collect();
    assert_eq!(new, [""; 0]);
    let new: Vec<String> = attributes(&hostile)
        .difference(&attributes(&clean))
        .cloned()
        .collect();
    assert_eq!(new, [""; 0]);
    assert_eq!(hostile.iter().map(Page::comments).sum::<usize>(), 0);
}

#[test]
fn hostile_texts_add_no_script_and_no_style() {
    for page in pages(printed()) {
        assert_eq!(
            page.the("script:not([type='application/ld+json'])")
                .attr("id"),
            Some("newsprint"),
            "{}",
            page.file
        );
        assert!(!page.words("style").contains("alert"), "{}", page.file);
        assert!(
            page.all("img")
                .iter()
                .all(|picture| picture.attr("src") != Some("x")),
            "{}",
            page.file
        );
    }
}

#[test]
fn hostile_texts_are_shown_as_they_are() {
    let page = pages(printed())
        .into_iter()
        .find(|page| page.file == "stories/heron-returns/index.html")
        .unwrap();
    assert_eq!(page.words("h1"), HOSTILE);
    assert_eq!(page.words(".standfirst"), HOSTILE);
    assert_eq!(page.words("title"), format!("{HOSTILE} – {HOSTILE}"));
    assert_eq!(page.attribute("meta[name=description]", "content"), HOSTILE);
    assert_eq!(page.attribute(".lead-picture img", "alt"), HOSTILE);
}

#[test]
fn script_addresses_reach_no_link() {
    for page in pages(printed()) {
        for element in page.elements() {
            for name in ["href", "src", "poster", "data-frame"] {
                let address = element.attr(name).unwrap_or_default();
                let scheme = address
                    .split_once(':')
                    .map(|(scheme, _)| scheme)
                    .unwrap_or_default();
                assert!(
                    matches!(scheme, "" | "https" | "http" | "mailto" | "tel"),
                    "{}: {address}",
                    page.file
                );
                assert!(!address.starts_with("//"), "{}: {address}", page.file);
            }
        }
    }
}

#[test]
fn the_policy_still_names_the_one_style_and_the_one_script() {
    for page in pages(printed()) {
        let policy = page.attribute("meta[http-equiv=Content-Security-Policy]", "content");
        assert_eq!(policy.matches("'sha256-").count(), 2, "{}", page.file);
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{}",
            page.file
        );
    }
}
