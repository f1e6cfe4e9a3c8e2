//! The built reader: the Wasm module and its glue, published under names that follow their content.
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
    glue: String,
    wasm: Vec<u8>,
    scripts: Scripts,
}

/// Where a published reader stands.
#[derive(Clone, Debug)]
pub struct PublishedReader {
    /// Address of the module that starts it.
    pub module: String,
    /// Address of the Wasm.
    pub wasm: String,
    /// The service worker, before it is told what to keep.
    pub worker: String,
}

/// Has the browser load the texts that the reader asks for first.
const TEXTS: &str = "const [language]=document.documentElement.lang.toLowerCase().split(\"-\");\
    document.head.append(Object.assign(document.createElement(\"link\"),{rel:\"preload\",as:\"fetch\",crossOrigin:\"\",\
    href:script.getAttribute(\"data-words-\"+language)||script.dataset.wordsEn}));";

/// Names of the reader's files in its folder.
const GLUE: &str = "reader.js";
const WASM: &str = "reader.wasm";

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
        let glue = include_str!(concat!(env!("NEWSPRINT_READER"), "/reader.js"));
        let wasm = include_bytes!(concat!(env!("NEWSPRINT_READER"), "/reader.wasm"));
        Some(Self {
            glue: glue.to_owned(),
            wasm: wasm.to_vec(),
            scripts: Scripts::carried(),
        })
    }

    /// No other executable carries a reader.
    #[cfg(not(feature = "embedded-reader"))]
    fn carried() -> Option<Self> {
        None
    }

    fn read(folder: &Path) -> Result<Self> {
        let glue = folder.join(GLUE);
        let wasm = folder.join(WASM);
        if !glue.is_file() || !wasm.is_file() {
            bail!(
                "{} is no reader: it has no {GLUE} and {WASM}. `cargo xtask build` makes one in target/newsprint/reader/.",
                folder.display()
            );
        }
        Ok(Self {
            glue: fs::read_to_string(&glue)
                .with_context(|| format!("{} cannot be read", glue.display()))?,
            wasm: fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?,
            scripts: Scripts::beside(folder)?,
        })
    }

    /// Publishes the reader: its module, which starts it when it is loaded, and names the files of the tools to it, so
    /// that no page has to. Where the paper may be kept, it can register the service worker.
    ///
    /// # Errors
    /// The glue has no default export, so it is not wasm-bindgen's for the web.
    pub fn publish(
        self,
        assets: &Assets,
        styles: &Styles,
        is_kept: bool,
    ) -> Result<PublishedReader> {
        let Some(start) = default_export(&self.glue) else {
            bail!(
                "{GLUE} has no default export: it is not what wasm-bindgen makes for `--target web`"
            );
        };
        let wasm = assets.publish_bytes(WASM, self.wasm);
        let take_away = self.scripts.take_away.into_bytes();
        let take_away = assets.publish_bytes("take-away.js", take_away);
        let url = |address: &str| {
            // They lie in the same folder.
            let name = address.trim_start_matches("assets/");
            format!("new URL(\"{name}\",import.meta.url)")
        };
        let tools = &styles.tools;
        // Read as `data-styles`. Pages that name the rare faces say so with `data-rare`.
        let mut named = format!(
            "styles:\"rare\"in script.dataset?{}:{},tools:{},legible:{},\"legible-italic\":{},\"take-away\":{}",
            url(&styles.whole),
            url(&styles.whole_with_rare_faces),
            url(&tools.sheet),
            url(&tools.legible),
            url(&tools.legible_italic),
            url(&take_away)
        );
        for (language, address) in &tools.words {
            // Read as `data-words-en`.
            named += &format!(",\"words-{language}\":{}", url(address));
        }
        let module_or_path = url(&wasm);
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
        // beside the Wasm (src/reader/words.rs). The loader need not wait for signs of use any more, and hears of it when
        // the Wasm does not start.
        let call = format!(
            "\nconst script=document.getElementById(\"newsprint\");\
             if(script){{for(const [name,file] of Object.entries({{{named}}}))script.setAttribute(\"data-\"+name,file);{TEXTS}{register}}}\
             onpointermove=onpointerdown=onscroll=onkeydown=null;\
             await {start}({{module_or_path:{module_or_path}}});\n"
        );
        let module = assets.publish_bytes(GLUE, (self.glue + &call).into_bytes());
        Ok(PublishedReader {
            module,
            wasm,
            worker: self.scripts.worker,
        })
    }
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
        .find(|folder| folder.join(WASM).is_file())
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
