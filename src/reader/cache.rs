//! Pages that were read, the newest last.
//!
//! Entry point: [`Cache`].

/// Things by URL, each with the time it came, in milliseconds of any one clock.
#[derive(Debug)]
pub struct Cache<T> {
    kept: Vec<(String, f64, T)>,
    room: usize,
}

impl<T: Clone> Cache<T> {
    /// A cache with room for so many.
    pub fn new(room: usize) -> Self {
        Self {
            kept: Vec::new(),
            room,
        }
    }

    /// Keeps what came from a URL, in place of what came before.
    pub fn put(&mut self, url: &str, now: f64, thing: T) {
        self.kept.retain(|(kept, ..)| kept != url);
        self.kept.push((url.to_owned(), now, thing));
        if self.kept.len() > self.room {
            self.kept.remove(0);
        }
    }

    /// What came from a URL at this time or later.
    pub fn get(&self, url: &str, since: f64) -> Option<T> {
        let kept = self.kept.iter().find(|(kept, ..)| kept == url)?;
        (kept.1 >= since).then(|| kept.2.clone())
    }
}
