//! Where drawn stories lie until the feeds are written: in one file, so that a paper of any size needs no more memory.
//!
//! Entry points: [`Shelf::put`] and [`Shelf::take`].

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Drawn stories, by their place in the index.
pub(super) struct Shelf {
    path: PathBuf,
    open: Mutex<Open>,
}

struct Open {
    file: File,
    end: u64,
    /// Where each story begins, and how many bytes it has.
    spans: HashMap<usize, (u64, usize)>,
}

impl Shelf {
    /// An empty shelf in a folder.
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        let path = folder.join(".drawn-stories");
        let file = File::options()
            .read(true)
            .write(true)
            .create_new(true)
            .open(&path)?;
        let open = Open {
            file,
            end: 0,
            spans: HashMap::new(),
        };
        Ok(Self {
            path,
            open: Mutex::new(open),
        })
    }

    /// Puts a story on the shelf.
    pub(super) fn put(&self, place: usize, html: &str) -> io::Result<()> {
        let mut open = self.open();
        let from = open.end;
        open.file.seek(SeekFrom::Start(from))?;
        open.file.write_all(html.as_bytes())?;
        open.end += html.len() as u64;
        open.spans.insert(place, (from, html.len()));
        Ok(())
    }

    /// A story from the shelf, where it stays.
    pub(super) fn take(&self, place: usize) -> io::Result<String> {
        let mut open = self.open();
        let span = open.spans.get(&place).copied();
        let (from, length) = span.ok_or(io::ErrorKind::NotFound)?;
        let mut html = vec![0; length];
        open.file.seek(SeekFrom::Start(from))?;
        open.file.read_exact(&mut html)?;
        String::from_utf8(html).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }

    /// Removes the shelf's file.
    pub(super) fn clear(self) -> io::Result<()> {
        drop(self.open);
        fs::remove_file(self.path)
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
