//! The one entry to working on Newsprint: `cargo xtask COMMAND`.
//!
//! Each command first gets the tools that it needs and this machine lacks
//! ([`tools`]), says what it does, and how long each step took ([`step`]).
//!
//! 1. `setup` gets every tool.
//! 2. `build` has Trunk compile the reader; Trunk's hook calls `print`, which
//!    makes the reader small and runs the press ([`bundle`], [`mod@print`]).
//! 3. `serve` builds, then serves the result.
//! 4. `test` runs every test, native and in the browser ([`mod@test`]).
//! 5. `lint` checks format, lints and documentation ([`lint`]).
//! 6. `bench` measures the press ([`mod@bench`]).
//! 7. `dist` makes the one executable that publishers install ([`executable`]).

mod bench;
mod budget;
mod bundle;
mod executable;
mod lint;
mod print;
mod project;
mod shrink;
mod step;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use project::Project;
use tools::Toolbox;

/// Builds, prints, serves, tests and checks Newsprint. Every command installs the tools it lacks.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install every tool that the other commands need and this machine lacks
    Setup,
    /// Build the bundle, then serve it on this machine
    Serve {
        /// The port to listen on [default: the one `newsprint serve` chooses]
        #[arg(long)]
        port: Option<u16>,
    },
    /// Compile the reader and print the sample paper into dist/
    Build,
    /// Run every test: native, in headless Chromium, end to end, and the size budget
    Test {
        /// Run only the tests whose name contains this
        filter: Option<String>,
    },
    /// Check format, lints (native and Wasm) and documentation
    Lint,
    /// Measure how fast the press prints a large paper, and in how much memory
    Bench {
        /// How many stories the paper has
        #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..))]
        stories: u32,
    },
    /// Make the one executable that publishers install: the command, with the reader inside
    Dist,
    /// Trunk's hook after a build: shrink the reader and print the paper
    #[command(hide = true)]
    Print,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let project = Project::open()?;
    let toolbox = Toolbox::open()?;
    let done = |result: Result<()>| result.map(|()| ExitCode::SUCCESS);
    match task {
        Task::Setup => done(toolbox.get_everything(&project)),
        Task::Serve { port } => done(bundle::serve(&project, &toolbox, port)),
        Task::Build => done(bundle::build(&project, &toolbox)),
        Task::Test { filter } => test::run(&project, &toolbox, filter.as_deref()),
        Task::Lint => lint::run(&project, &toolbox),
        Task::Bench { stories } => bench::run(&project, stories as usize),
        Task::Dist => done(executable::dist(&project, &toolbox)),
        Task::Print => done(print::run(&project, &toolbox)),
    }
}
