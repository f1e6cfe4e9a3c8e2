//! The service worker, which keeps a paper readable without a network (`static/service-worker.js`).
//!
//! Entry point: [`fn@write`].
//!
//! 1. The files of the core are listed: those named by their content as they are, the front page and its data with a
//!    hash that the browser compares, so that the core is of one version or not kept at all.
//! 2. The version is a hash of that list and of the script: the same paper makes the same file.
//! 3. Where a paper is not to be kept, a script stands there that takes away what an earlier one kept ([`KILL_SWITCH`]).

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde_json::json;

use super::document::escape;
use super::{policy, print};
use crate::paper::Paper;
use crate::view::words::{ToolWord, Words};

/// Name of the script, at the top of the paper: it may keep nothing of what lies above itself.
pub const WORKER: &str = "service-worker.js";

/// Takes away whatever was kept of the paper, and itself.
pub static KILL_SWITCH: LazyLock<String> =
    LazyLock::new(|| tight(include_str!("../../static/no-service-worker.js")));

/// Digits of a version.
const DIGITS: usize = 12;

/// A script without comments and the space before lines.
pub(super) fn tight(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let kept = lines.filter(|line| !line.starts_with("//"));
    kept.map(|line| line.to_owned() + "\n").collect()
}

/// Writes the service worker of a printed folder that holds the front page; `files` are the addresses of the core that
/// follow their content, and `script` what the script is before it knows them; none for a paper that is not to be kept.
///
/// # Errors
/// The front page cannot be read, or the script not be written.
pub fn write(folder: &Path, paper: &Paper, core: Option<(&str, Vec<String>)>) -> Result<()> {
    let script = match core {
        Some((script, files)) => worker(folder, paper, script, &files)?,
        None => KILL_SWITCH.clone(),
    };
    print::write(&folder.join(WORKER), script.as_bytes())
}

fn worker(folder: &Path, paper: &Paper, script: &str, files: &[String]) -> Result<String> {
    let mut front = Vec::new();
    for (url, file) in [("./", "index.html"), ("index.json", "index.json")] {
        let path = folder.join(file);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        front.push([url.to_owned(), policy::hash(&text)]);
    }
    let said = format!(
        "const FILES={},FRONT={},NOTHING={};\n",
        json!(files),
        json!(front),
        json!(nothing(paper))
    );
    let script = said + script;
    let version = blake3::hash(script.as_bytes()).to_hex();
    Ok(format!(
        "const VERSION=\"{}\";\n{script}",
        &version[..DIGITS]
    ))
}

/// What is shown in the place of a page that is not kept: a document of its own, for no style sheet is sure to be there.
fn nothing(paper: &Paper) -> String {
    let words = Words::of(&paper.language);
    let why = ToolWord::NotHere.of(words.language);
    format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>{}</title>\
         <style>html{{color-scheme:light dark}}body{{max-width:34rem;margin:15vh auto;padding:1rem;font:1.125rem/1.6 Georgia,serif}}a{{display:block;padding:.6rem 0;color:inherit}}</style>\
         <h1>{}</h1><p>{why}<a href=\"\">{}</a><a href=\"{{scope}}\">{}</a>",
        words.language,
        crate::story::Direction::of(words.language).as_str(),
        escape(&paper.name),
        words.error_title,
        words.retry,
        escape(&paper.name)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_keeps_no_comment_and_every_line() {
        assert_eq!(
            tight("// One.\nconst a = 1;\n  // Two.\n  b();\n"),
            "const a = 1;\nb();\n"
        );
    }
}
