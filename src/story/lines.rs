//! The text of a page with the breaks that one sees in it: what is copied, marked and linked to.
//!
//! Entry point: [`Lines`], told of elements and their texts in the order of the page.
//!
//! Between blocks stands an empty line, between lines a line break, between the cells of a table a tab. White space
//! inside of a text is none of these: a line break of a source file is seen as a space.

/// Elements that stand inside of a line.
const INLINE: &[&str] = &[
    "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DEL", "EM", "FONT", "I", "IMG", "INS", "KBD",
    "MARK", "PICTURE", "Q", "S", "SAMP", "SMALL", "SOURCE", "SPAN", "STRONG", "SUB", "SUP", "TIME",
    "U", "VAR", "WBR",
];
/// Elements whose texts are no words of a page.
const UNREAD: &[&str] = &["AUDIO", "BUTTON", "IFRAME", "SCRIPT", "STYLE", "VIDEO"];
/// What stands between texts.
const GAPS: [&str; 4] = ["", "\t", "\n", "\n\n"];
const CELL: usize = 1;
const LINE: usize = 2;
const BLOCK: usize = 3;

/// Whether a byte of a text is a break. Others are found byte by byte, for a library's search is larger than all of this.
fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\t')
}

/// A text up to its first break.
pub fn first_line(text: &str) -> &str {
    let end = text.bytes().position(is_break);
    end.map_or(text, |end| &text[..end])
}

/// A text from its last break on.
pub fn last_line(text: &str) -> &str {
    let last = text.bytes().rposition(is_break);
    last.map_or(text, |last| &text[last + 1..])
}

/// A text that is being read from a page.
#[derive(Debug, Default)]
pub struct Lines {
    /// What was read.
    pub text: String,
    /// The break before what comes, as a place in [`GAPS`].
    gap: usize,
    /// How many elements around keep their white space.
    kept: usize,
}

impl Lines {
    /// Whether the texts in an element are words of the page.
    pub fn is_read(tag: &str) -> bool {
        !UNREAD.contains(&tag)
    }

    /// An element begins. Its tag is written in capital letters, as in HTML documents.
    pub fn enter(&mut self, tag: &str) {
        // A second line break leaves a line empty.
        let gap = match tag {
            "BR" if self.gap == LINE => BLOCK,
            "BR" => LINE,
            _ => gap_around(tag),
        };
        self.gap = self.gap.max(gap);
        self.kept += usize::from(tag == "PRE");
    }

    /// An element ends.
    pub fn leave(&mut self, tag: &str) {
        if tag != "BR" {
            self.gap = self.gap.max(gap_around(tag));
        }
        self.kept -= usize::from(tag == "PRE");
    }

    /// A text comes: where it begins, in bytes. `None` for white space between blocks, which nobody sees.
    pub fn add(&mut self, text: &str) -> Option<usize> {
        if self.gap > 0 && text.trim().is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text += GAPS[self.gap];
        }
        self.gap = 0;
        let start = self.text.len();
        if self.kept > 0 {
            self.text += text;
        } else {
            // Each is one byte, and one unit of UTF-16, as the space is: places in the text stay as they are.
            let seen = text.chars().map(|c| match c {
                '\n' | '\r' | '\t' | '\x0c' => ' ',
                other => other,
            });
            self.text.extend(seen);
        }
        Some(start)
    }
}

/// How many bytes the first UTF-16 units of a text are.
pub fn bytes(text: &str, units: u32) -> usize {
    let mut passed = 0;
    let before = text.chars().take_while(|c| {
        passed += c.len_utf16() as u32;
        passed <= units
    });
    before.map(char::len_utf8).sum()
}

fn gap_around(tag: &str) -> usize {
    match tag {
        "TD" | "TH" => CELL,
        "DD" | "DT" | "LI" | "TR" => LINE,
        _ if INLINE.contains(&tag) => 0,
        _ => BLOCK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads markup of elements without attributes.
    fn read(markup: &str) -> String {
        let mut lines = Lines::default();
        for part in markup.split_inclusive('>') {
            let (text, tag) = part.split_once('<').unwrap_or((part, ""));
            if !text.is_empty() {
                lines.add(text);
            }
            let tag = tag.trim_end_matches('>').to_uppercase();
            match tag.strip_prefix('/') {
                Some(tag) => lines.leave(tag),
                None if tag == "BR" => {
                    lines.enter("BR");
                    lines.leave("BR");
                }
                None if !tag.is_empty() => lines.enter(&tag),
                None => {}
            }
        }
        lines.text
    }

    #[test]
    fn between_two_paragraphs_there_is_an_empty_line_and_none_around_them() {
        let read = read("<div><p>for a year.</p><p>The harbour</p></div>");
        assert_eq!(read, "for a year.\n\nThe harbour");
    }

    #[test]
    fn a_line_break_is_one_and_two_leave_a_line_empty() {
        assert_eq!(read("<p>Salt<br>marsh</p>"), "Salt\nmarsh");
        assert_eq!(read("<p>Salt<br><br>marsh</p>"), "Salt\n\nmarsh");
        assert_eq!(read("<p><em>Salt<br></em>marsh</p>"), "Salt\nmarsh");
    }

    #[test]
    fn what_stands_inside_of_a_line_parts_no_word() {
        assert_eq!(
            read("<p>10<sup>6</sup> <a>bo<em>ats</em></a></p>"),
            "106 boats"
        );
    }

    #[test]
    fn items_and_rows_are_lines_and_cells_are_parted() {
        assert_eq!(
            read("<ul><li>Boats:<ul><li>skiffs</li></ul></li><li>Nets</li></ul>"),
            "Boats:\n\nskiffs\n\nNets"
        );
        assert_eq!(
            read("<table><tr><th>Ship</th><td>Heron</td></tr><tr><td>Tern</td></tr></table>"),
            "Ship\tHeron\nTern"
        );
    }

    #[test]
    fn white_space_of_a_source_file_is_no_break_but_in_code_it_is_kept() {
        assert_eq!(read("<div>\n<p>Salt\nmarsh</p>\n</div>"), "Salt marsh");
        assert_eq!(
            read("<pre>one\n\ttwo</pre><p>a\nb</p>"),
            "one\n\ttwo\n\na b"
        );
    }

    #[test]
    fn a_line_goes_from_break_to_break() {
        assert_eq!(
            [first_line("a\tb\n\nc"), last_line("a\tb\n\nc")],
            ["a", "c"]
        );
        assert_eq!([first_line("a"), last_line("a\n")], ["a", ""]);
    }

    #[test]
    fn places_that_a_browser_counts_in_units_are_counted_in_bytes() {
        assert_eq!(
            [0, 1, 2, 4, 9].map(|units| bytes("aé😀b", units)),
            [0, 1, 3, 7, 8]
        );
    }

    #[test]
    fn players_and_buttons_have_no_words() {
        assert!(!Lines::is_read("AUDIO") && !Lines::is_read("BUTTON") && Lines::is_read("P"));
    }
}
