//! Highlights as files: Markdown to read, and Web Annotations for other programs.
//!
//! Entry points: [`markdown`] and [`annotations`].

use js_sys::JSON;

use super::kept::Highlight;

/// Markdown (CommonMark): the stories as headings, the words as quotations, the notes under them.
pub(super) fn markdown(highlights: &[Highlight], origin: &str) -> String {
    let mut text = String::new();
    let mut story = "";
    for highlight in highlights {
        if story != highlight.address {
            story = &highlight.address;
            text.extend(["# [", &highlight.title, "](", origin, story, ")\n\n"]);
        }
        for line in highlight.anchor.exact.lines() {
            text.extend(["> ", line, "\n"]);
        }
        text.extend(["\n", &highlight.note, "\n\n"]);
    }
    text
}

/// A page of annotations (W3C Web Annotation Data Model).
pub(super) fn annotations(highlights: &[Highlight], origin: &str) -> String {
    let mut text = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[".to_owned();
    for (number, highlight) in highlights.iter().enumerate() {
        let anchor = &highlight.anchor;
        let (motivation, body) = match highlight.note.is_empty() {
            true => ("highlighting", String::new()),
            false => {
                let note = json(&highlight.note);
                (
                    "commenting",
                    [
                        "\"body\":{\"type\":\"TextualBody\",\"format\":\"text/plain\",\"value\":",
                        &note,
                        "},",
                    ]
                    .concat(),
                )
            }
        };
        text.extend([
            if number > 0 { ",\n" } else { "\n" },
            "{\"type\":\"Annotation\",\"motivation\":\"",
            motivation,
            "\",\"created\":",
            &json(&highlight.created),
            ",",
            &body,
            "\"target\":{\"source\":",
            &json(&[origin, &highlight.address].concat()),
            ",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":",
            &json(&anchor.exact),
            ",\"prefix\":",
            &json(&anchor.prefix),
            ",\"suffix\":",
            &json(&anchor.suffix),
            "}}}",
        ]);
    }
    text + "]}"
}

fn json(text: &str) -> String {
    JSON::stringify(&text.into())
        .map(String::from)
        .unwrap_or_default()
}
