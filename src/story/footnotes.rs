//! Numbers the marks of footnotes.
//!
//! Entry point: [`number`]. The press does so once, so that whoever draws a mark knows all of it.

use super::Story;
use super::block::Block;
use super::text::Span;
use super::walk::{Part, walk_shown};

/// Gives every mark the number of its footnote, and says which is the first of its footnote as one reads. A mark without
/// a footnote has the number 0.
pub fn number(story: &mut Story) {
    let mut notes = Vec::new();
    add_notes(&story.body, &mut notes);
    walk_shown(story, &mut |_, part| {
        let Part::Span(Span::Footnote(mark)) = part else {
            return;
        };
        let note = (1..).zip(&mut notes).find(|(_, note)| note.id == mark.id);
        mark.number = note.as_ref().map_or(0, |(number, _)| *number);
        mark.first = note.is_some_and(|(_, note)| !std::mem::replace(&mut note.is_marked, true));
    });
}

/// A footnote, while marks are numbered.
struct Note {
    id: String,
    is_marked: bool,
}

/// Adds all footnotes of blocks, in order.
fn add_notes(blocks: &[Block], notes: &mut Vec<Note>) {
    for block in blocks {
        if let Block::Footnotes(own) = block {
            notes.extend(own.iter().map(|note| Note {
                id: note.id.clone(),
                is_marked: false,
            }));
        }
        for inner in block.inner() {
            add_notes(inner, notes);
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::{Value, json};

    use super::*;

    /// The marks of a story, in the order in which they are walked: id, number, whether it is the first.
    fn marks(story: Value) -> Vec<(String, u32, bool)> {
        let mut story: Story = serde_json::from_value(story).unwrap();
        number(&mut story);
        let mut marks = Vec::new();
        walk_shown(&mut story, &mut |_, part| {
            if let Part::Span(Span::Footnote(mark)) = part {
                marks.push((mark.id.clone(), mark.number, mark.first));
            }
        });
        marks
    }

    fn story(body: Value) -> Value {
        json!({ "headline": "A", "section": "s", "published": "2026-11-20", "body": body })
    }

    fn mark(id: &str, number: u32, first: bool) -> (String, u32, bool) {
        (id.to_owned(), number, first)
    }

    #[test]
    fn marks_have_the_numbers_of_their_notes_in_the_order_of_the_notes() {
        let body = json!([
            { "paragraph": [{ "footnote": "b" }, { "footnote": "a" }] },
            { "footnotes": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }] },
        ]);
        assert_eq!(marks(story(body)), [mark("b", 2, true), mark("a", 1, true)]);
    }

    #[test]
    fn the_first_mark_is_the_first_one_reads_whatever_it_stands_in() {
        let marked = json!(["a", { "footnote": "x" }]);
        let mut story = story(json!([
            { "fact_box": { "title": "t", "body": [{ "table": { "rows": [[marked, marked]] } }] } },
            { "gallery": { "caption": marked, "pictures": [{ "source": "x.png", "alt": "", "caption": marked }] } },
            { "footnotes": [{ "id": "x", "text": "X" }] },
        ]));
        story["corrections"] = json!([{ "date": "2026-11-20", "text": marked }]);
        let first = [true, false, false, false, false].map(|first| mark("x", 1, first));
        assert_eq!(marks(story.clone()), first);
        story["lead_picture"] = json!({ "source": "x.png", "alt": "", "caption": marked });
        let again = marks(story);
        assert_eq!((again.len(), again[0].2, again[1].2), (6, true, false));
    }

    #[test]
    fn a_mark_without_a_note_has_no_number_whatever_its_file_says() {
        let body =
            json!([{ "paragraph": { "footnote": { "id": "x", "number": 7, "first": true } } }]);
        assert_eq!(marks(story(body)), [mark("x", 0, false)]);
    }
}
