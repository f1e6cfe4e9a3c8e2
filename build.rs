//! Compiles the interface texts (`static/texts/*.ftl`) into the table that `src/view/words/mod.rs` declares its types
//! from. A text that is missing in a language ends the build, which says which.

#[path = "src/view/words/fluent.rs"]
mod fluent;

use std::collections::hash_map::DefaultHasher;
use std::error::Error;
use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use fluent::{Text, compare, read};

/// Where the texts are.
const FOLDER: &str = "static/texts";
/// The language that every other is compared with; it serves those that there are no texts for.
const MODEL: &str = "en";

/// A language and its texts.
type Language = (String, Vec<Text>);

fn main() -> Result<ExitCode, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=src/view/words/fluent.rs");
    let languages = match languages()? {
        Ok(languages) => languages,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("texts.rs"), table(&languages)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Every language, English first; or all that is wrong with them.
fn languages() -> Result<Result<Vec<Language>, Vec<String>>, Box<dyn Error>> {
    let files = fs::read_dir(FOLDER)?;
    let files = files.map(|file| Ok(file?.path()));
    let mut files = files.collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    files.sort_by_key(|file| (language(file) != MODEL, file.clone()));
    let (mut languages, mut faults): (Vec<Language>, Vec<String>) = (Vec::new(), Vec::new());
    for path in &files {
        let file = path.to_string_lossy();
        match read(&file, &fs::read_to_string(path)?) {
            Ok(texts) => {
                let model = languages.first().map_or(&texts, |(_, model)| model);
                faults.extend(
                    compare(model, &file, &texts)
                        .iter()
                        .map(ToString::to_string),
                );
                languages.push((language(path), texts));
            }
            Err(wrong) => faults.extend(wrong.iter().map(ToString::to_string)),
        }
    }
    Ok(match faults.is_empty() {
        true => Ok(languages),
        false => Err(faults),
    })
}

/// `es` of `es.ftl`.
fn language(file: &Path) -> String {
    let name = file.file_stem().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The call of the macro `texts!`, which `src/view/words/mod.rs` explains.
fn table(languages: &[Language]) -> Result<String, Box<dyn Error>> {
    let Some((_, english)) = languages.first() else {
        return Err(format!("{FOLDER}/{MODEL}.ftl is missing").into());
    };
    let mut table = format!("texts! {{ version {:?}\n", version(english));
    for group in Group::ALL {
        writeln!(table, "{} {{", group.name())?;
        for text in english.iter().filter(|text| Group::of(text) == group) {
            for line in &text.comment {
                writeln!(table, "#[doc = {line:?}]")?;
            }
            writeln!(table, "{}", group.identifier(text))?;
        }
        table += "}\n";
    }
    table += "languages {\n";
    for (language, texts) in languages {
        writeln!(table, "{language:?} {{")?;
        for group in Group::ALL {
            writeln!(table, "{} {{", group.name())?;
            for model in english.iter().filter(|text| Group::of(text) == group) {
                let text = texts.iter().find(|text| text.name == model.name);
                let compiled = text.map_or("", |text| &text.compiled);
                writeln!(table, "{}: {compiled:?}", group.identifier(model))?;
            }
            table += "}\n";
        }
        table += "}\n";
    }
    table += "} }\n";
    Ok(table)
}

/// Which texts there are, and in which order: a reader knows a text by its place.
fn version(english: &[Text]) -> String {
    let mut hasher = DefaultHasher::new();
    for text in english {
        text.name.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Whose texts they are.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Group {
    /// Pages are drawn with them, by the press and by the reader.
    Pages,
    /// The press alone writes them: `press-…`.
    Press,
    /// Those of the reader's tools: `tools-…`.
    Tools,
}

impl Group {
    const ALL: [Self; 3] = [Self::Pages, Self::Press, Self::Tools];

    fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Press => "press",
            Self::Tools => "tools",
        }
    }

    fn of(text: &Text) -> Self {
        match text.name.split_once('-') {
            Some(("press", _)) => Self::Press,
            Some(("tools", _)) => Self::Tools,
            _ => Self::Pages,
        }
    }

    /// The name in the program: a field (`see_also`), or a variant (`MinutesLeft`).
    fn identifier(self, text: &Text) -> String {
        let own = match self {
            Self::Pages => text.name.as_str(),
            Self::Press | Self::Tools => text.name.split_once('-').unwrap_or_default().1,
        };
        if self != Self::Tools {
            return own.replace('-', "_");
        }
        let parts = own.split('-').map(|part| {
            let (first, rest) = part.split_at(1);
            first.to_uppercase() + rest
        });
        parts.collect()
    }
}
