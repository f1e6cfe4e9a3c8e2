//! What `docs/embedding.md` shows of code is the code of its example.

use std::fs;
use std::path::Path;

/// A text without the spaces at the beginnings of its lines.
fn flush(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    lines.join("\n")
}

#[test]
fn every_block_of_code_about_embedding_stands_in_the_example() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| flush(&fs::read_to_string(root.join(path)).unwrap());
    let guide = read("docs/embedding.md");
    let rust = read("examples/embedded-story/src/lib.rs");
    let manifest = read("examples/embedded-story/Cargo.toml");
    let blocks: Vec<_> = guide.split("\n```").skip(1).step_by(2).collect();
    assert!(blocks.len() > 5, "there are {} blocks", blocks.len());
    for block in blocks {
        let (language, code) = block.split_once('\n').unwrap();
        let found = match language {
            "rust" => rust.contains(code),
            "toml" => code.lines().all(|line| manifest.contains(line)),
            _ => true,
        };
        assert!(found, "this is not in the example:\n{code}");
    }
}
