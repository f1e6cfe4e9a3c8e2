//! Reads the interface texts from their files, which are written in Fluent (<https://projectfluent.org/fluent/guide/>).
//! `build.rs` compiles them into the program; in the program itself, this is here for its tests alone.
//!
//! Entry points: [`read`], then [`compare`] of every other language with English.
//!
//! 1. Fluent's own parser reads a file.
//! 2. Each message becomes one line of text: `{ $name }` becomes `{name}`, a selection by number becomes its forms, each
//!    after its category of CLDR, with tabs between them (`one⇥{count} story⇥other⇥{count} stories`).
//! 3. What the texts of a paper do not need (functions, terms, references, attributes) is a fault, so that the reader
//!    need not carry it.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::ast::{Variant, VariantKey};
use fluent_syntax::parser::parse;

/// The categories that a number can be of, in any language (Unicode CLDR, plural rules).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One interface text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    /// Its name in the file: `see-also`.
    pub(crate) name: String,
    /// What it is for: the lines of the comment before it.
    pub(crate) comment: Vec<String>,
    /// The line of the file that it begins in, from 1.
    pub(crate) line: usize,
    /// What the reader finds.
    pub(crate) compiled: String,
    /// What stands in it by name.
    variables: BTreeSet<String>,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    file: String,
    line: Option<usize>,
    text: String,
}

impl Display for Fault {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(out, "{}:{line}: {}", self.file, self.text),
            None => write!(out, "{}: {}", self.file, self.text),
        }
    }
}

/// Reads a file of texts.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn read(file: &str, source: &str) -> Result<Vec<Text>, Vec<Fault>> {
    let fault = |line, text: String| Fault {
        file: file.to_owned(),
        line: Some(line),
        text,
    };
    let resource = match parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            let faults = errors.into_iter().map(|error| {
                let line = source[..error.pos.start].matches('\n').count() + 1;
                fault(line, format!("this is not Fluent: {error}"))
            });
            return Err(faults.collect());
        }
    };
    let (mut texts, mut faults): (Vec<Text>, _) = (Vec::new(), Vec::new());
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let line = line_of(source, message.id.name);
                match text(&message, line) {
                    Ok(text) if texts.iter().any(|known| known.name == text.name) => {
                        faults.push(fault(line, format!("`{}` stands here twice", text.name)));
                    }
                    Ok(text) => texts.push(text),
                    Err(what) => faults.push(fault(line, format!("`{}` {what}", message.id.name))),
                }
            }
            Entry::Term(term) => {
                let line = line_of(source, &format!("-{}", term.id.name));
                faults.push(fault(
                    line,
                    format!(
                        "`-{}` is a term; the texts have none. Write its words into each text.",
                        term.id.name
                    ),
                ));
            }
            _ => {}
        }
    }
    match faults.is_empty() {
        true => Ok(texts),
        false => Err(faults),
    }
}

/// What a language says otherwise than English does: a text that is missing, one that English has not, one with other
/// variables.
pub(crate) fn compare(english: &[Text], file: &str, texts: &[Text]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |line, text| {
        faults.push(Fault {
            file: file.to_owned(),
            line,
            text,
        });
    };
    for model in english {
        match texts.iter().find(|text| text.name == model.name) {
            None => fault(
                None,
                format!(
                    "`{}` is missing. In English (en.ftl, line {}) it is: {}",
                    model.name, model.line, model.compiled
                ),
            ),
            Some(text) if text.variables != model.variables => fault(
                Some(text.line),
                format!(
                    "`{}` has to have the variables {:?}, and has {:?}",
                    text.name, model.variables, text.variables
                ),
            ),
            Some(_) => {}
        }
    }
    for text in texts {
        if !english.iter().any(|model| model.name == text.name) {
            fault(
                Some(text.line),
                format!("`{}` is not a text of en.ftl; nothing shows it", text.name),
            );
        }
    }
    faults
}

/// The line in which the message of that name begins.
fn line_of(source: &str, name: &str) -> usize {
    let begins = |line: &str| {
        let rest = line.strip_prefix(name);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    source.lines().position(begins).unwrap_or_default() + 1
}

fn text(message: &Message<&str>, line: usize) -> Result<Text, String> {
    if !message.attributes.is_empty() {
        return Err("has attributes; the texts have none".to_owned());
    }
    let Some(pattern) = &message.value else {
        return Err("has no words".to_owned());
    };
    let mut variables = BTreeSet::new();
    let compiled = match pattern.elements.as_slice() {
        [
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            },
        ] => forms(selector, variants, &mut variables)?,
        _ => words(pattern, &mut variables)?,
    };
    if compiled.trim().is_empty() {
        return Err("has no words".to_owned());
    }
    let comment = message.comment.as_ref();
    let comment = comment.map(|comment| comment.content.iter().map(|line| (*line).to_owned()));
    Ok(Text {
        name: message.id.name.to_owned(),
        comment: comment.into_iter().flatten().collect(),
        line,
        compiled,
        variables,
    })
}

/// The forms of a text that depends on a number.
fn forms(
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    variables: &mut BTreeSet<String>,
) -> Result<String, String> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err("is chosen by something else than a variable".to_owned());
    };
    variables.insert(id.name.to_owned());
    let mut parts = Vec::new();
    for variant in variants {
        let category = match variant.key {
            VariantKey::Identifier { name } if CATEGORIES.contains(&name) => name,
            VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => {
                return Err(format!(
                    "has a form for `{name}`; the forms are {}",
                    CATEGORIES.join(", ")
                ));
            }
        };
        if variant.default != (category == "other") {
            return Err("has to have `*` at `other`, and nowhere else".to_owned());
        }
        parts.extend([category.to_owned(), words(&variant.value, variables)?]);
    }
    Ok(parts.join("\t"))
}

/// The words of a pattern without forms.
fn words(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) -> Result<String, String> {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words += value,
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => words += value,
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                variables.insert(id.name.to_owned());
                words.extend(["{", id.name, "}"]);
            }
            PatternElement::Placeable { .. } => {
                return Err(
                    "has something in braces that is neither a variable nor a quotation".to_owned(),
                );
            }
        }
    }
    match words.contains(['\n', '\t']) {
        true => Err("has more than one line".to_owned()),
        false => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(source: &str) -> Text {
        read("en.ftl", source).unwrap().remove(0)
    }

    /// What is said of a faulty file.
    fn faults(source: &str) -> Vec<String> {
        let faults = read("xx.ftl", source).unwrap_err();
        faults.iter().map(Fault::to_string).collect()
    }

    #[test]
    fn variables_and_quoted_spaces_stand_in_a_text() {
        assert_eq!(read_one("by = By { $names }").compiled, "By {names}");
        assert_eq!(read_one("and = {\" \"}and{\" \"}").compiled, " and ");
    }

    #[test]
    fn a_text_that_depends_on_a_number_has_a_form_for_each_category() {
        let text = read_one(
            "stories =\n    { $count ->\n        [one] { $count } story\n       *[other] { $count } stories\n    }\n",
        );
        assert_eq!(text.compiled, "one\t{count} story\tother\t{count} stories");
    }

    #[test]
    fn the_comment_before_a_text_says_what_it_is_for() {
        let text = read_one("# Leads\n# on.\nnext = Next\n");
        assert_eq!(
            (text.comment, text.line),
            (vec!["Leads".to_owned(), "on.".to_owned()], 3)
        );
    }

    #[test]
    fn what_the_texts_do_not_need_is_a_fault_and_all_faults_are_told() {
        let said = faults(
            "a = { NUMBER($n) }\nb = Words\n    .title = More\nc =\n    { $n ->\n       *[some] Words\n    }\n-d = Words\ne = { \"\" }\nf = One\nf = Two\n",
        );
        let lines: Vec<&str> = said.iter().map(|fault| &fault[..9]).collect();
        assert_eq!(
            lines,
            [
                "xx.ftl:1:",
                "xx.ftl:2:",
                "xx.ftl:4:",
                "xx.ftl:8:",
                "xx.ftl:9:",
                "xx.ftl:10"
            ]
        );
    }

    #[test]
    fn a_line_that_is_not_fluent_is_named() {
        assert!(faults("a = Words\nb Words\n")[0].starts_with("xx.ftl:2: this is not Fluent"));
    }

    #[test]
    fn texts_that_are_missing_or_too_many_or_have_other_variables_are_named() {
        let english = read("en.ftl", "a = Words\nb = By { $names }\n").unwrap();
        let spanish = read("es.ftl", "b = De { $name }\nc = Palabras\n").unwrap();
        let faults = compare(&english, "es.ftl", &spanish);
        let said: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert_eq!(
            said,
            [
                "es.ftl: `a` is missing. In English (en.ftl, line 1) it is: Words",
                "es.ftl:1: `b` has to have the variables {\"names\"}, and has {\"name\"}",
                "es.ftl:2: `c` is not a text of en.ftl; nothing shows it",
            ]
        );
    }
}
