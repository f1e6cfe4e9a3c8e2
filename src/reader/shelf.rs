//! The pages that were left, in the order they were left in.
//!
//! Entry point: [`Shelf`]. Back and Forward take a page from it; a page that is put on a full shelf
//! pushes off the one that was left longest ago.

/// Things that were put aside, each under the number of its visit.
#[derive(Debug)]
pub struct Shelf<T> {
    /// The one left longest ago first.
    kept: Vec<(u32, T)>,
    room: usize,
}

impl<T> Shelf<T> {
    /// A shelf with room for so many.
    pub fn new(room: usize) -> Self {
        Self {
            kept: Vec::new(),
            room,
        }
    }

    /// Puts one aside; returns the one that has to go, if any.
    pub fn put(&mut self, visit: u32, thing: T) -> Option<T> {
        let replaced = self.take(visit);
        self.kept.push((visit, thing));
        if self.kept.len() > self.room {
            return Some(self.kept.remove(0).1);
        }
        replaced
    }

    /// Takes the one of that visit.
    pub fn take(&mut self, visit: u32) -> Option<T> {
        let place = self.kept.iter().position(|(kept, _)| *kept == visit)?;
        Some(self.kept.remove(place).1)
    }

    /// Takes one of a visit after this: the browser forgets what lay ahead when one goes elsewhere.
    pub fn take_after(&mut self, visit: u32) -> Option<T> {
        let place = self.kept.iter().position(|(kept, _)| *kept > visit)?;
        Some(self.kept.remove(place).1)
    }
}
