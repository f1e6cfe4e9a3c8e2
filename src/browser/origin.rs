//! Which file an error comes from, as its stack tells.
//!
//! Entry point: [`files`]. Every engine writes stacks in its own way:
//!
//! - Chromium: the message, then `    at name (https://…/reader.wasm:wasm-function[7]:0x1f)` or `    at https://…/reader.js:1:2`;
//! - Firefox: `name@https://…/reader.js:1:2`, `name@https://…/reader.wasm:wasm-function[7]:0x1f`;
//! - Safari: `name@https://…/reader.js:1:2`, and `<?>.wasm-function[7]@[wasm code]` for every Wasm: whose it is, the script
//!   says that called it.

/// Frames of the engine itself, which say nothing of who called it.
const ENGINE: [&str; 5] = ["<anonymous>", "[native code]", "[wasm code]", "native", ""];

/// The files of a stack's frames, the innermost first.
pub fn files(stack: &str) -> impl Iterator<Item = &str> {
    let is_chromium = stack
        .lines()
        .any(|line| line.trim_start().starts_with("at "));
    stack
        .lines()
        .filter_map(move |line| place(line.trim(), is_chromium))
        .map(file)
        .filter(|file| !ENGINE.contains(file))
}

/// Where a frame stands: its file, line and column.
fn place(frame: &str, is_chromium: bool) -> Option<&str> {
    if !is_chromium {
        return frame.rsplit_once('@').map(|(_, place)| place);
    }
    let frame = frame.strip_prefix("at ")?;
    let frame = frame.strip_prefix("async ").unwrap_or(frame);
    match frame.rsplit_once('(') {
        Some((_, place)) => place.strip_suffix(')'),
        None => Some(frame),
    }
}

/// A place without line and column, or without the function of the Wasm.
fn file(place: &str) -> &str {
    match place.rsplit_once('[').filter(|(file, _)| !file.is_empty()) {
        Some((file, _)) => file.strip_suffix(":wasm-function").unwrap_or(file),
        None => place.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':'),
    }
}
