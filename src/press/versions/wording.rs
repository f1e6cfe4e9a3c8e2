//! What changed inside one passage, word by word.
//!
//! Entry points: [`compare`], and [`Vocabulary`] for how much two passages have in common.
//!
//! Words are those of Unicode (UAX 29): one of Chinese or Japanese is a sign, one of Arabic is what stands between spaces.

use similar::{Algorithm, DiffOp, DiffableStr, capture_diff_slices};

use super::changes::{Fate, Part};

/// So many of a hundred words two passages have in common at the least, to be told apart word by word. Below, the few
/// words they share (mostly small ones) would only make the rest hard to read.
pub(super) const LIKE: usize = 40;

/// The words of a passage, in alphabetical order, each as often as it stands there.
pub(super) struct Vocabulary<'a>(Vec<&'a str>);

impl<'a> Vocabulary<'a> {
    /// The words of a passage.
    pub(super) fn of(passage: &'a str) -> Self {
        let mut words = passage.tokenize_unicode_words();
        words.retain(|word| says_something(word));
        words.sort_unstable();
        Self(words)
    }

    /// How many of a hundred words stand in both.
    pub(super) fn likeness(&self, other: &Self) -> usize {
        let (one, other) = (&self.0, &other.0);
        let (mut here, mut there, mut common) = (0, 0, 0);
        while let (Some(word), Some(against)) = (one.get(here), other.get(there)) {
            common += usize::from(word == against);
            here += usize::from(word <= against);
            there += usize::from(word >= against);
        }
        (200 * common) / (one.len() + other.len()).max(1)
    }
}

fn says_something(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric)
}

/// The parts of a passage that became another. One that has little in common with it is gone as a whole, and the other new.
pub(super) fn compare(before: &str, after: &str) -> Vec<Part> {
    let stretches = match Vocabulary::of(before).likeness(&Vocabulary::of(after)) < LIKE {
        true => vec![Stretch::changed(before, after)],
        false => {
            // Signs first: only then is it known how long the changes are that a word stands between.
            let stretches = join(stretches(before, after), is_no_word);
            join(stretches, is_little)
        }
    };
    let mut parts = Vec::new();
    let mut tell = |fate: Fate, words: String| {
        if !words.is_empty() {
            parts.push(Part(fate, words));
        }
    };
    for stretch in stretches {
        match stretch.kept {
            true => tell(Fate::Kept, stretch.old),
            false => {
                tell(Fate::Gone, stretch.old);
                tell(Fate::New, stretch.new);
            }
        }
    }
    parts
}

/// Words that stayed, or that others came for.
struct Stretch {
    kept: bool,
    old: String,
    new: String,
}

impl Stretch {
    fn changed(old: &str, new: &str) -> Self {
        let (old, new) = (old.to_owned(), new.to_owned());
        Self {
            kept: false,
            old,
            new,
        }
    }

    fn size(&self) -> usize {
        self.old.chars().count().max(self.new.chars().count())
    }
}

fn stretches(before: &str, after: &str) -> Vec<Stretch> {
    let (old, new) = (
        before.tokenize_unicode_words(),
        after.tokenize_unicode_words(),
    );
    let parts = capture_diff_slices(Algorithm::Myers, &old, &new);
    parts
        .into_iter()
        .map(|part| Stretch {
            kept: matches!(part, DiffOp::Equal { .. }),
            old: old[part.old_range()].concat(),
            new: new[part.new_range()].concat(),
        })
        .collect()
}

/// Takes what stayed between two changes for changed with them, where it is next to nothing: word, space, word, space is
/// told as one change.
fn join(
    stretches: Vec<Stretch>,
    is_next_to_nothing: impl Fn(&Stretch, &Stretch, &Stretch) -> bool,
) -> Vec<Stretch> {
    let mut told: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        let is_joined = matches!(&told[..], [.., before, kept] if {
            !before.kept && kept.kept && !stretch.kept && is_next_to_nothing(before, kept, &stretch)
        });
        if !is_joined {
            told.push(stretch);
            continue;
        }
        for more in [told.pop(), Some(stretch)].into_iter().flatten() {
            if let Some(change) = told.last_mut() {
                change.old.push_str(&more.old);
                change.new.push_str(&more.new);
            }
        }
    }
    told
}

/// It is a space or a sign.
fn is_no_word(_: &Stretch, kept: &Stretch, _: &Stretch) -> bool {
    !says_something(&kept.old)
}

/// It is short beside the changes around it.
fn is_little(before: &Stretch, kept: &Stretch, after: &Stretch) -> bool {
    2 * kept.size() <= before.size().min(after.size())
}
