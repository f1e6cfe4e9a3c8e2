//! What may be typed after `newsprint`, and what `--help` says of it.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::press::hosting::Server;

const EXIT_CODES: &str = "Exit codes: 0 done, 1 the input has faults, 2 it could not run.";

/// Turns a folder of article JSON into a newspaper that reads in any web browser.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Prints a paper to static pages that any host can serve.
    ///
    /// Faulty parts are reported and left out; the rest is printed. The output is put in place whole, or not at all.
    /// Drafts, and stories whose date lies ahead, are held back. The moment that counts is that of the machine's clock, or of
    /// the variable SOURCE_DATE_EPOCH, in seconds since 1970.
    #[command(
        after_help = "Example: newsprint build my-paper --out printed --base-url https://example.org/news/\n\nExit codes: 0 done, 1 printed, but the input has faults, 2 it could not run."
    )]
    Build {
        /// Folder of the paper: paper.json and stories/.
        paper: PathBuf,
        /// Folder to print into; what was printed there before is replaced, what others laid there is kept.
        #[arg(long)]
        out: PathBuf,
        /// Absolute URL the paper will stand at; overrides the one in paper.json.
        #[arg(long)]
        base_url: Option<String>,
        /// Folder of the built reader (reader.js, reader.wasm, tools.js, tools.wasm); found beside the command or in it when left out.
        #[arg(long)]
        reader: Option<PathBuf>,
        /// Lays a `.br` and a `.gz` beside each text and the reader, for servers that send them.
        #[arg(long)]
        compress: bool,
        /// Leaves out the search page and its index, which takes longer to make than all pages.
        #[arg(long)]
        no_search: bool,
        /// Prints drafts, too, each with a mark.
        #[arg(long)]
        drafts: bool,
        /// Prints stories whose date lies ahead, too, each with a mark.
        #[arg(long)]
        future: bool,
    },
    /// Names every fault of a paper, with file, line and what to do.
    #[command(
        after_help = "Example: newsprint check my-paper --format json\n\nExit codes: 0 no errors (there may be warnings), 1 errors, 2 it could not run."
    )]
    Check {
        /// Folder of the paper.
        paper: PathBuf,
        /// For people or for machines.
        #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
        format: ReportFormat,
    },
    /// Serves a printed paper on this machine, to look at it.
    #[command(after_help = "Example: newsprint serve printed --port 8080")]
    Serve {
        /// Folder that `build` printed.
        folder: PathBuf,
        /// Port on 127.0.0.1; 0 takes any free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Shows a paper while it is being made: prints it again after every change, and tells the browser.
    ///
    /// What `check` finds is shown in the page. Drafts, and stories whose date lies ahead, are printed with a mark. Nothing is
    /// left behind.
    #[command(after_help = "Example: newsprint dev my-paper")]
    Dev {
        /// Folder of the paper.
        paper: PathBuf,
        /// Port on 127.0.0.1; 0 takes any free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Folder of the built reader; found as for `build` when left out.
        #[arg(long)]
        reader: Option<PathBuf>,
    },
    /// Prints what a web server has to be told to serve a printed paper well.
    ///
    /// Types, caching, the not-found page, the policy, old addresses. Netlify, Cloudflare Pages and GitHub Pages read it out of the
    /// printed folder; so does Apache where it heeds `.htaccess`.
    #[command(after_help = "Example: newsprint hosting nginx printed > printed.nginx")]
    Hosting {
        /// Which server.
        #[arg(value_enum)]
        server: Server,
        /// Folder that `build` printed.
        folder: PathBuf,
        /// Path the paper stands at, `/` or `/news/`; that of its base URL when left out.
        #[arg(long)]
        path: Option<String>,
    },
    /// Writes a small paper to start from.
    #[command(after_help = "Example: newsprint new my-paper")]
    New {
        /// Folder to make.
        folder: PathBuf,
    },
    /// Prints the JSON Schema of a format, for editors.
    #[command(after_help = "Example: newsprint schema story > story.schema.json")]
    Schema {
        /// Which format.
        kind: Kind,
    },
}

/// A format with a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Kind {
    /// A story file.
    Story,
    /// `paper.json`.
    Paper,
}

/// How faults are told.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum ReportFormat {
    /// Each with the line it stands in.
    Human,
    /// One JSON list.
    Json,
}
