//! Prints faults: as a compiler does, for people, or as JSON, for programs.
//!
//! Entry point: [`report`].

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Aim, Fault, Place, Severity, locate};

/// How faults are printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// For people: each fault with the line it stands in.
    Human {
        /// With the colours of a terminal.
        colour: bool,
    },
    /// For programs: one list of objects.
    Json,
}

/// Longest piece of a line that is underlined, in characters; JSON may be a single line of any length, which the
/// renderer shortens around what is underlined.
const LONGEST: usize = 60;

/// Prints faults that [`super::place_all`] has placed.
///
/// # Errors
/// The output cannot be written.
pub fn report(
    faults: &[Fault],
    folder: &Path,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Json => report_json(faults, out),
        Format::Human { colour } => report_human(faults, folder, colour, out),
    }
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn report_json(faults: &[Fault], out: &mut dyn Write) -> io::Result<()> {
    let list: Vec<_> = faults.iter().map(as_json).collect();
    serde_json::to_writer_pretty(&mut *out, &list)?;
    writeln!(out)
}

/// A fault as programs read it.
pub fn as_json(fault: &Fault) -> Value {
    json!({
        "severity": severity_word(fault.severity),
        "code": fault.code,
        "file": fault.file,
        "path": fault.path.to_string(),
        "line": fault.place.as_ref().map(|place| place.line),
        "column": fault.place.as_ref().map(|place| place.column),
        "message": fault.message,
        "help": fault.help,
    })
}

fn report_human(
    faults: &[Fault],
    folder: &Path,
    colour: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    for of_one_file in faults.chunk_by(|one, other| one.file == other.file) {
        let placed = of_one_file.iter().any(|fault| fault.place.is_some());
        let text = placed
            .then(|| locate::read(folder, &of_one_file[0].file))
            .flatten();
        for fault in of_one_file {
            let shown = show(fault, text.as_deref().unwrap_or_default(), &renderer);
            writeln!(out, "{shown}\n")?;
        }
    }
    match faults {
        [] => Ok(()),
        faults => writeln!(out, "{}", summary(faults)),
    }
}

/// The last line: `3 errors, 1 warning in 2 files`.
fn summary(faults: &[Fault]) -> String {
    let count = |severity| {
        faults
            .iter()
            .filter(|fault| fault.severity == severity)
            .count()
    };
    let several = |count: usize, word: &str| match count {
        1 => format!("1 {word}"),
        count => format!("{count} {word}s"),
    };
    let kinds: Vec<_> = [
        (count(Severity::Error), "error"),
        (count(Severity::Warning), "warning"),
        (count(Severity::Note), "note"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| several(count, word))
    .collect();
    let files: BTreeSet<_> = faults.iter().map(|fault| &fault.file).collect();
    format!("{} in {}", kinds.join(", "), several(files.len(), "file"))
}

/// One fault, as a compiler shows it.
fn show(fault: &Fault, text: &str, renderer: &Renderer) -> String {
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&fault.message).id(fault.code);
    let path = fault.path.to_string();
    let group = match &fault.place {
        Some(place) => excerpt(Group::with_title(title), fault, place, text, &path),
        None => title.element(Origin::path(&fault.file)),
    };
    let group = match fault.help.as_str() {
        "" => group,
        help => group.element(Level::HELP.message(help)),
    };
    renderer.render(&[group])
}

/// The line that a fault stands in, with its place underlined.
fn excerpt<'a>(
    group: Group<'a>,
    fault: &'a Fault,
    place: &Place,
    text: &'a str,
    path: &'a str,
) -> Group<'a> {
    let start = place.range.start.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let line_end = text[start..]
        .find('\n')
        .map_or(text.len(), |end| start + end);
    let line = text[line_start..line_end].trim_end_matches('\r');
    // What goes on in later lines, or far along this one, would push the beginning out of sight.
    let end = place.range.end.clamp(start, line_end);
    let end = text[start..end]
        .char_indices()
        .nth(LONGEST)
        .map_or(end, |(place, _)| start + place);
    let label = if matches!(fault.aim, Aim::Byte(_)) {
        ""
    } else {
        path
    };
    let annotation = AnnotationKind::Primary.span(start - line_start..end - line_start);
    let annotation = match label {
        "" => annotation,
        label => annotation.label(label),
    };
    group.element(
        Snippet::source(line)
            .path(&fault.file)
            .line_start(place.line)
            .annotation(annotation),
    )
}
