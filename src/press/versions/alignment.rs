//! Which passage of one version became which of another.
//!
//! Entry point: [`align`].
//!
//! 1. Passages that stayed word for word hold the two versions together.
//! 2. Between them, passages that share many of their words are taken for one that was rewritten, so that as many words
//!    as possible find their own again.
//! 3. Of what is left, one is taken to stand for the other, in order; what is still left is gone, or new.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::wording::{LIKE, Vocabulary};

/// Above so many pairs of passages between two that stayed, those that share words are not looked for: such a story is
/// another one, and to compare each passage with each takes long.
const MOST_PAIRS: usize = 250_000;

/// What became of one passage, or of several that stayed as they were.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step<'a> {
    /// So many stayed.
    Same(usize),
    /// It is gone.
    Gone(&'a str),
    /// It is new.
    New(&'a str),
    /// It is the other one now.
    Changed(&'a str, &'a str),
}

/// The steps from one version to another.
pub(super) fn align<'a>(before: &'a [String], after: &'a [String]) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    for part in capture_diff_slices(Algorithm::Myers, before, after) {
        match part {
            DiffOp::Equal { len, .. } => steps.push(Step::Same(len)),
            _ => pair(
                &before[part.old_range()],
                &after[part.new_range()],
                &mut steps,
            ),
        }
    }
    steps
}

/// Pairs passages of which none stayed.
fn pair<'a>(before: &'a [String], after: &'a [String], steps: &mut Vec<Step<'a>>) {
    let (mut old, mut new) = (0, 0);
    for (next_old, next_new) in alike(before, after) {
        stand_in(&before[old..next_old], &after[new..next_new], steps);
        steps.push(Step::Changed(&before[next_old], &after[next_new]));
        (old, new) = (next_old + 1, next_new + 1);
    }
    stand_in(&before[old..], &after[new..], steps);
}

/// Passages of which one stands where the other stood, as long as there are both.
fn stand_in<'a>(before: &'a [String], after: &'a [String], steps: &mut Vec<Step<'a>>) {
    let both = before.len().min(after.len());
    let pairs = before.iter().zip(after);
    steps.extend(pairs.map(|(old, new)| Step::Changed(old, new)));
    steps.extend(before[both..].iter().map(|old| Step::Gone(old)));
    steps.extend(after[both..].iter().map(|new| Step::New(new)));
}

/// Pairs of passages that share words, in the order of both versions, so chosen that they share the most.
fn alike(before: &[String], after: &[String]) -> Vec<(usize, usize)> {
    if before.len() * after.len() > MOST_PAIRS {
        return Vec::new();
    }
    let (old_words, new_words) = (vocabularies(before), vocabularies(after));
    let (rows, columns) = (before.len(), after.len());
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    // How much can be shared from each pair to the end.
    let mut shared = vec![0; (rows + 1) * (columns + 1)];
    let mut likeness = vec![0; shared.len()];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let like = old_words[row].likeness(&new_words[column]);
            let like = if like < LIKE { 0 } else { like };
            likeness[at(row, column)] = like;
            let passed = shared[at(row + 1, column)].max(shared[at(row, column + 1)]);
            shared[at(row, column)] = passed.max(shared[at(row + 1, column + 1)] + like);
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        let like = likeness[at(row, column)];
        let here = shared[at(row, column)];
        if like > 0 && here == shared[at(row + 1, column + 1)] + like {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if here == shared[at(row + 1, column)] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

fn vocabularies(passages: &[String]) -> Vec<Vocabulary<'_>> {
    let passages = passages.iter();
    passages.map(|passage| Vocabulary::of(passage)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rewritten_passage_finds_its_own_beyond_a_new_one() {
        let before = ["The ferry will sail at noon today."].map(str::to_owned);
        let after = [
            "Nothing of this kind.",
            "The ferry will sail at dusk today.",
        ]
        .map(str::to_owned);
        assert_eq!(
            align(&before, &after),
            [Step::New(&after[0]), Step::Changed(&before[0], &after[1])]
        );
    }

    #[test]
    fn passages_without_a_word_in_common_stand_for_each_other_in_order() {
        let before = ["One.", "Two."].map(str::to_owned);
        let after = ["Three.", "Four.", "Five."].map(str::to_owned);
        assert_eq!(
            align(&before, &after),
            [
                Step::Changed(&before[0], &after[0]),
                Step::Changed(&before[1], &after[1]),
                Step::New(&after[2])
            ]
        );
    }
}
