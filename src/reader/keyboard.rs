//! Which key of the tools somebody has pressed, on any keyboard.
//!
//! Entry point: [`key`].

/// From here on letters are none of the Latin alphabet: Greek is the first.
const OTHER_LETTERS: char = '\u{370}';

/// The key that is meant by what a key writes (`KeyboardEvent.key`) and where it is (`KeyboardEvent.code`). Where it writes
/// a letter of another alphabet, it is known by its place: nobody with a Russian keyboard can write an `n` without
/// switching it. A Latin letter is itself wherever it is.
pub fn key(writes: &str, code: &str, shift: bool) -> String {
    let is_other = writes.chars().next().is_some_and(|c| c >= OTHER_LETTERS);
    let place = code.strip_prefix("Key").filter(|_| is_other);
    match (place, code) {
        (Some(letter), _) if shift => letter.to_owned(),
        (Some(letter), _) => letter.to_ascii_lowercase(),
        (None, "Slash") if is_other || writes == "؟" => if shift { "?" } else { "/" }.to_owned(),
        _ => writes.to_owned(),
    }
}
