//! Shows a paper while it is being made: prints it, watches its folder, prints it again after every change.
//!
//! Entry point: [`dev`].
//!
//! 1. [`rounds`] prints the paper into a folder of its own and finds out which pages came out differently.
//! 2. [`watch`] notices that a file of the paper changed.
//! 3. [`serve`] adds a script to every page that is asked for; through it the page hears of every round, shows what
//!    the check found, and loads itself anew when its own print changed.

mod rounds;
mod serve;
mod watch;

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Result;
use tokio::sync::watch::channel;

use rounds::Rounds;

pub use rounds::Round;

/// How a paper is to be shown.
#[derive(Clone, Debug)]
pub struct Options {
    /// The paper's folder.
    pub paper: PathBuf,
    /// Port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Folder of the built reader; found as for printing when absent.
    pub reader: Option<PathBuf>,
}

/// Shows a paper until the process is interrupted. `said` is called with the URL, and `told` after every round.
///
/// # Errors
/// The folder cannot be watched, the port is taken, or there is no room for temporary files. What is wrong with the paper
/// is no error: it is told, and may be put right.
pub fn dev(
    options: &Options,
    said: impl FnOnce(SocketAddr),
    told: impl Fn(&Round) + Send + 'static,
) -> Result<()> {
    let temporary = tempfile::Builder::new()
        .prefix("newsprint-dev-")
        .tempdir()?;
    let printed = temporary.path().join("printed");
    let changes = watch::changes(&options.paper)?;
    let mut rounds = Rounds::new(options, &printed);
    let first = rounds.next();
    told(&first);
    let (news, heard) = channel(first.news().to_string());
    std::thread::spawn(move || {
        while changes.wait() {
            let round = rounds.next();
            told(&round);
            // Fails when nobody is left to hear it.
            let _ = news.send(round.news().to_string());
        }
    });
    super::serve::listen(serve::router(&printed, heard), options.port, said)
}
