//! The `newsprint` command: what a publisher types.
//!
//! Entry point: [`run`]. Exit codes: 0 done, 1 the input has faults, 2 it could not run.

mod arguments;

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Parser;
use indicatif::{ProgressBar, ProgressStyle};

use crate::press::check::{self, Fault, Format, Severity};
use crate::press::dev::{self, Round};
use crate::press::gone::{Fate, Gone};
use crate::press::hosting::{Bundle, Server, configuration};
use crate::press::print::{Options, Pictures, Printed, print};
use crate::press::publish::{Found, shown};
use crate::press::release::{self, Release};
use crate::press::{clock, schema, serve, starter, survey};
use arguments::{Arguments, Command, Kind, ReportFormat};

/// The input has faults.
const FAULTS: u8 = 1;
/// The command could not run.
const FAILED: u8 = 2;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Build {
            paper,
            out,
            base_url,
            reader,
            compress,
            no_search,
            drafts,
            future,
        } => build(
            &paper,
            Asked { drafts, future },
            Options {
                out,
                base_url,
                reader,
                compress,
                search: !no_search,
                offline: true,
                versions: true,
            },
        ),
        Command::Check { paper, format } => check_paper(&paper, format),
        Command::Serve { folder, port } => serve_folder(&folder, port),
        Command::Dev {
            paper,
            port,
            reader,
        } => show(dev::Options {
            paper,
            port,
            reader,
        }),
        Command::Hosting {
            server,
            folder,
            path,
        } => print_configuration(server, &folder, path),
        Command::New { folder } => new(&folder),
        Command::Schema { kind } => print_schema(kind),
    };
    done.unwrap_or_else(|error| {
        say_error(&error);
        ExitCode::from(FAILED)
    })
}

/// The error with what led to it, one line each.
fn say_error(error: &anyhow::Error) {
    let mut out = stderr();
    let _ = writeln!(out, "error: {error}");
    for cause in error.chain().skip(1) {
        let _ = writeln!(out, "  because: {cause}");
    }
}

/// What is printed beside what is published.
struct Asked {
    drafts: bool,
    future: bool,
}

fn build(paper: &Path, asked: Asked, options: Options) -> Result<ExitCode> {
    let release = Release {
        now: clock::now()?,
        drafts: asked.drafts,
        future: asked.future,
    };
    let started = Instant::now();
    if let Some(url) = options
        .base_url
        .as_deref()
        .filter(|url| !check::is_base_url(url))
    {
        anyhow::bail!(
            "--base-url {url} is no address of a folder on the web; write it whole: https://example.org/news/"
        );
    }
    let survey = match survey::survey(paper, &release) {
        Ok(survey) => survey,
        Err(faults) => {
            report(&faults, paper, ReportFormat::Human)?;
            writeln!(stderr(), "Nothing was printed.")?;
            return Ok(ExitCode::from(FAULTS));
        }
    };
    let mut code = exit_code(&survey.faults);
    report(&survey.faults, paper, ReportFormat::Human)?;
    let stories = survey.entries.len();
    let held = release::summary(&survey.held);
    let out = options.out.clone();
    let progress = progress();
    let printed = print(survey, &options, &progress);
    progress.finish_and_clear();
    let Printed {
        pages,
        feeds,
        with_reader,
        pictures,
        gone,
        found,
    } = printed?;
    report(&pictures.faults, paper, ReportFormat::Human)?;
    writeln!(
        stdout(),
        "Printed {stories} stories on {pages} pages into {} in {:.1} s.",
        out.display(),
        started.elapsed().as_secs_f64()
    )?;
    if let Some(held) = held {
        writeln!(stdout(), "{held}")?;
        // Some machines set it for other tools, to a moment long ago.
        if clock::is_set() {
            let (variable, now) = (clock::VARIABLE, release.now);
            writeln!(
                stderr(),
                "note: the moment of this build is {now}: {variable} says so."
            )?;
        }
    }
    tell_pictures(&pictures)?;
    if feeds == 0 && stories > 0 {
        writeln!(
            stderr(),
            "note: the paper has no base URL, so it has no feeds and no sitemap: what is read elsewhere needs whole addresses. \
             Name it with --base-url or as `base_url` in paper.json."
        )?;
    }
    tell_gone(&gone)?;
    tell_found(&found, &out)?;
    if !with_reader {
        writeln!(
            stderr(),
            "warning: no built reader was found, so links load whole pages. Name its folder with --reader \
             (`cargo xtask build` makes one in target/newsprint/reader)."
        )?;
    }
    if !pictures.faults.is_empty() {
        code = ExitCode::from(FAULTS);
    }
    Ok(code)
}

/// Says what pictures took, when it was worth saying.
fn tell_pictures(pictures: &Pictures) -> Result<()> {
    if pictures.made > 0 {
        writeln!(
            stdout(),
            "Developed {} of {} pictures in {:.1} s; the others were there.",
            pictures.made,
            pictures.shown,
            pictures.seconds,
        )?;
    }
    if let (drawn @ 1.., seconds) = pictures.drawn {
        writeln!(stdout(), "Drew {drawn} share pictures in {seconds:.1} s.")?;
    }
    if !pictures.kept {
        writeln!(
            stderr(),
            "note: the paper's folder cannot be written to, so what is made of its pictures is made anew by every build."
        )?;
    }
    Ok(())
}

/// Most addresses that are told one by one.
const MOST_GONE: usize = 10;

/// Tells of addresses that readers and search engines know, and that lead nowhere now.
fn tell_gone(gone: &[Gone]) -> Result<()> {
    for Gone { address, fate } in gone.iter().take(MOST_GONE) {
        match fate {
            Fate::HeldBack(file, reason) => writeln!(
                stderr(),
                "note: {address} of the last build is gone, for {file} is {} now; the page is back when the story is published.",
                reason.what()
            )?,
            Fate::Moved(now) => writeln!(
                stderr(),
                "note: {address} of the last build is gone; {} looks like the same story. \
                 To keep its readers, add \"aliases\": [\"/{address}\"] to {}.",
                now.address,
                now.file
            )?,
            Fate::Unknown => writeln!(
                stderr(),
                "note: {address} of the last build is gone, and no story looks like the one that stood there. \
                 If one takes its place, name the address in its \"aliases\"."
            )?,
        }
    }
    if gone.len() > MOST_GONE {
        let more = gone.len() - MOST_GONE;
        writeln!(
            stderr(),
            "note: so are {more} more addresses of the last build."
        )?;
    }
    Ok(())
}

/// Tells what others did in the output folder.
fn tell_found(found: &Found, out: &Path) -> Result<()> {
    let out = out.display();
    if !found.kept.is_empty() {
        writeln!(
            stderr(),
            "note: kept in {out}, though Newsprint did not print it: {}.",
            shown(&found.kept)
        )?;
    }
    if !found.stale.is_empty() {
        writeln!(
            stderr(),
            "note: left out of {out}: {}. Those are compressed copies of printed files that have changed; make them again, \
             or have them made with --compress.",
            shown(&found.stale)
        )?;
    }
    if !found.changed.is_empty() {
        writeln!(
            stderr(),
            "note: printed anew, though somebody had changed it in {out}: {}.",
            shown(&found.changed)
        )?;
    }
    Ok(())
}

/// A bar on a terminal, for work that takes longer than a blink.
fn progress() -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    let template = "{spinner} {pos}/{len} {msg} {wide_bar} {eta}";
    // The template is fixed and valid; a bar of the default look would do as well.
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn check_paper(paper: &Path, format: ReportFormat) -> Result<ExitCode> {
    let release = Release::at(clock::now()?);
    let (mut faults, mut notes) = match survey::survey(paper, &release) {
        Ok(survey) => (survey.faults, release::notes(&survey.held)),
        Err(faults) => (faults, Vec::new()),
    };
    let is_right = faults.is_empty();
    check::place_all(paper, &mut notes);
    faults.append(&mut notes);
    check::sort(&mut faults);
    report(&faults, paper, format)?;
    if is_right && format == ReportFormat::Human {
        writeln!(stdout(), "No faults.")?;
    }
    Ok(exit_code(&faults))
}

/// Faults are what `check` is asked for, so they go to standard output; `build` says them beside its work.
fn report(faults: &[Fault], paper: &Path, format: ReportFormat) -> Result<()> {
    if faults.is_empty() && format == ReportFormat::Human {
        return Ok(());
    }
    let format = match format {
        ReportFormat::Human => Format::Human {
            colour: stdout().is_terminal(),
        },
        ReportFormat::Json => Format::Json,
    };
    check::report(faults, paper, format, &mut stdout().lock())?;
    Ok(())
}

fn exit_code(faults: &[Fault]) -> ExitCode {
    let errors = faults.iter().any(|fault| fault.severity == Severity::Error);
    if errors {
        ExitCode::from(FAULTS)
    } else {
        ExitCode::SUCCESS
    }
}

fn serve_folder(folder: &Path, port: u16) -> Result<ExitCode> {
    serve::serve(folder, port, |address| {
        // Without a standard output there is nobody to tell.
        let _ = writeln!(
            stdout(),
            "Serving {} at http://{address}/ (Ctrl+C ends it)",
            folder.display()
        );
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Shows a paper while it is being made.
fn show(options: dev::Options) -> Result<ExitCode> {
    let paper = options.paper.clone();
    dev::dev(
        &options,
        |address| {
            // Without a standard output there is nobody to tell.
            let _ = writeln!(
                stdout(),
                "The paper is at http://{address}/ (Ctrl+C ends it)"
            );
        },
        move |round| {
            let _ = tell(round, &paper);
        },
    )?;
    Ok(ExitCode::SUCCESS)
}

fn tell(round: &Round, paper: &Path) -> Result<()> {
    report(&round.faults, paper, ReportFormat::Human)?;
    match &round.failure {
        Some(failure) => writeln!(stderr(), "error: {failure}. The pages stay as they were.")?,
        None => writeln!(
            stdout(),
            "Printed in {:.2} s; pages that changed: {}",
            round.seconds,
            round.changed
        )?,
    }
    Ok(())
}

fn print_configuration(server: Server, folder: &Path, path: Option<String>) -> Result<ExitCode> {
    let mut bundle = Bundle::read(folder)?;
    if let Some(path) = path {
        if !is_path_of_a_folder(&path) {
            anyhow::bail!(
                "--path {path} is no path of a folder on a host; write it with both slashes: /news/"
            );
        }
        bundle.path = path;
    }
    write!(stdout(), "{}", configuration(server, &bundle))?;
    Ok(ExitCode::SUCCESS)
}

/// Nothing in it can mean anything to a server's configuration.
fn is_path_of_a_folder(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~%".contains(c);
    path.starts_with('/') && path.ends_with('/') && !path.contains("//") && path.chars().all(plain)
}

fn new(folder: &Path) -> Result<ExitCode> {
    starter::write(folder)?;
    let name = folder.display();
    writeln!(
        stdout(),
        "A paper of three stories stands in {name}. Print it: newsprint build {name} --out printed"
    )?;
    Ok(ExitCode::SUCCESS)
}

fn print_schema(kind: Kind) -> Result<ExitCode> {
    let schema = match kind {
        Kind::Story => schema::story(),
        Kind::Paper => schema::paper(),
    };
    write!(stdout(), "{}", starter::pretty(&schema)?)?;
    Ok(ExitCode::SUCCESS)
}
