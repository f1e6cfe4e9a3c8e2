//! The built reader and its tools: two Wasm modules with their glue, published under names that follow their content.
//!
//! Entry point: [`ReaderFiles::find`], then [`ReaderFiles::publish`].

mod scripts;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::asset::Assets;
use super::offline::WORKER;
use super::style::Styles;
use scripts::Scripts;

/// A built reader.
pub struct ReaderFiles {
    reader: Module,
    tools: Module,
    scripts: Scripts,
}

/// A built module.
struct Module {
    /// What it is called: `reader`, with its files `reader.js` and `reader.wasm`.
    name: &'static str,
    glue: String,
    wasm: Vec<u8>,
}

/// Where a published reader stands.
#[derive(Clone, Debug)]
pub struct PublishedReader {
    /// Address of the module that starts it.
    pub module: String,
    /// Addresses of its other files: its Wasm, and the tools.
    pub files: Vec<String>,
    /// The service worker, before it is told what to keep.
    pub worker: String,
}

/// Has the browser load the texts that the reader asks for first.
const TEXTS: &str = "const [language]=document.documentElement.lang.toLowerCase().split(\"-\");\
    document.head.append(Object.assign(document.createElement(\"link\"),{rel:\"preload\",as:\"fetch\",crossOrigin:\"\",\
    href:script.getAttribute(\"data-words-\"+language)||script.dataset.wordsEn}));";

/// Names of the modules.
const READER: &str = "reader";
const TOOLS: &str = "tools";

impl ReaderFiles {
    /// Looks for a built reader: in `folder` when one is named, else beside the running command (`reader/`), else in
    /// the command itself. `None` when there is none, so that pages are printed without it.
    ///
    /// # Errors
    /// The named folder holds no reader, or a file cannot be read.
    pub fn find(folder: Option<&Path>) -> Result<Option<Self>> {
        if let Some(folder) = folder {
            return Self::read(folder).map(Some);
        }
        match beside_command() {
            Some(folder) => Self::read(&folder).map(Some),
            None => Ok(Self::carried()),
        }
    }

    /// The reader inside the executable that `cargo xtask dist` makes.
    #[cfg(feature = "embedded-reader")]
    fn carried() -> Option<Self> {
        macro_rules! module {
            ($name:ident, $file:literal) => {
                Module {
                    name: $name,
                    glue: include_str!(concat!(env!("NEWSPRINT_READER"), "/", $file, ".js"))
                        .to_owned(),
                    wasm: include_bytes!(concat!(env!("NEWSPRINT_READER"), "/", $file, ".wasm"))
                        .to_vec(),
                }
            };
        }
        Some(Self {
            reader: module!(READER, "reader"),
            tools: module!(TOOLS, "tools"),
            scripts: Scripts::carried(),
        })
    }

    /// No other executable carries a reader.
    #[cfg(not(feature = "embedded-reader"))]
    fn carried() -> Option<Self> {
        None
    }

    fn read(folder: &Path) -> Result<Self> {
        let missing = missing(folder);
        if !missing.is_empty() {
            bail!(
                "{} is no reader: {} missing. `cargo xtask build` makes one in target/newsprint/reader/.",
                folder.display(),
                missing.join(", ")
            );
        }
        Ok(Self {
            reader: Module::read(folder, READER)?,
            tools: Module::read(folder, TOOLS)?,
            scripts: Scripts::beside(folder)?,
        })
    }

    /// Publishes the tools, and the reader: its module, which starts it when it is loaded, and names to it what else it may
    /// load, so that no page has to. Where the paper may be kept, it can register the service worker.
    ///
    /// # Errors
    /// The glue of a module has no default export, so it is not wasm-bindgen's for the web.
    pub fn publish(
        self,
        assets: &Assets,
        styles: &Styles,
        is_kept: bool,
    ) -> Result<PublishedReader> {
        let take_away = self.scripts.take_away.into_bytes();
        let take_away = assets.publish_bytes("take-away.js", take_away);
        let (tools, tools_wasm) = self.tools.publish(assets, "")?;
        let files = &styles.tools;
        // Read as `data-styles`. Pages that name the rare faces say so with `data-rare`.
        let mut named = format!(
            "styles:\"rare\"in script.dataset?{}:{},tools:{},\"tools-styles\":{},legible:{},\"legible-italic\":{},\"take-away\":{}",
            url(&styles.whole),
            url(&styles.whole_with_rare_faces),
            url(&tools),
            url(&files.sheet),
            url(&files.legible),
            url(&files.legible_italic),
            url(&take_away)
        );
        for (language, address) in &files.words {
            // Read as `data-words-en`.
            named += &format!(",\"words-{language}\":{}", url(address));
        }
        let register = match is_kept {
            true => {
                // In a function of its own, whose variables are not the glue's.
                format!(
                    "(worker=>{{{}\n}})(new URL(\"../{WORKER}\",import.meta.url).href);",
                    self.scripts.offline
                )
            }
            false => String::new(),
        };
        // In the same file, so that starting the reader is one request less. The texts of the page's language are asked for
        // beside the Wasm (src/browser/words.rs). The loader need not wait for signs of use any more, and hears of it when
        // the Wasm does not start.
        let before = format!(
            "\nconst script=document.getElementById(\"newsprint\");\
             if(script){{for(const [name,file] of Object.entries({{{named}}}))script.setAttribute(\"data-\"+name,file);{TEXTS}{register}}}\
             onpointermove=onpointerdown=onscroll=onkeydown=null;"
        );
        let (module, wasm) = self.reader.publish(assets, &before)?;
        Ok(PublishedReader {
            module,
            files: vec![wasm, tools, tools_wasm],
            worker: self.scripts.worker,
        })
    }
}

impl Module {
    fn read(folder: &Path, name: &'static str) -> Result<Self> {
        let [glue, wasm] = file_names(name).map(|file| folder.join(file));
        Ok(Self {
            name,
            glue: fs::read_to_string(&glue)
                .with_context(|| format!("{} cannot be read", glue.display()))?,
            wasm: fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?,
        })
    }

    /// Publishes the Wasm, and the glue with a statement that starts it, after others. Answers the addresses of both.
    fn publish(self, assets: &Assets, before: &str) -> Result<(String, String)> {
        let [glue, wasm] = file_names(self.name);
        let Some(start) = default_export(&self.glue) else {
            bail!(
                "{glue} has no default export: it is not what wasm-bindgen makes for `--target web`"
            );
        };
        let address = assets.publish_bytes(&wasm, self.wasm);
        let call = format!(
            "{before}\nawait {start}({{module_or_path:{}}});\n",
            url(&address)
        );
        let module = assets.publish_bytes(&glue, (self.glue + &call).into_bytes());
        Ok((module, address))
    }
}

/// Names of a module's files.
fn file_names(module: &str) -> [String; 2] {
    ["js", "wasm"].map(|ending| format!("{module}.{ending}"))
}

/// Names of files that a reader's folder should have and has not.
fn missing(folder: &Path) -> Vec<String> {
    let names = [READER, TOOLS].into_iter().flat_map(file_names);
    names.filter(|name| !folder.join(name).is_file()).collect()
}

/// The URL of a published file, as a module beside it finds it.
fn url(address: &str) -> String {
    let name = address.trim_start_matches("assets/");
    format!("new URL(\"{name}\",import.meta.url)")
}

/// The local name of a module's default export: `init` in `export{init as default}`.
fn default_export(glue: &str) -> Option<&str> {
    let (before, _) = glue.rsplit_once(" as default")?;
    let name = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let start = before.rfind(|c| !name(c))? + 1;
    Some(&before[start..])
}

/// `reader/` beside the running command, or where `cargo xtask build` leaves it, seen from `target/release/`.
fn beside_command() -> Option<PathBuf> {
    let command = std::env::current_exe().ok()?;
    let folder = command.parent()?;
    let folders = [
        folder.join("reader"),
        folder.parent()?.join("newsprint/reader"),
    ];
    folders
        .into_iter()
        .find(|folder| missing(folder).is_empty())
}

#[cfg(test)]
mod tests {
    use super::default_export;

    #[test]
    fn the_start_of_the_glue_is_found_minified_or_not() {
        assert_eq!(
            default_export("export { initSync, __wbg_init as default };"),
            Some("__wbg_init")
        );
        assert_eq!(
            default_export("x();export{a as initSync,b$ as default};"),
            Some("b$")
        );
        assert_eq!(default_export("export const a = 1;"), None);
    }
}
