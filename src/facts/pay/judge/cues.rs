//! The words of the lexicon as they stand in the text.

use super::super::words::{WORDS, Word};
use crate::text::Hit;
use std::ops::Range;

/// A word of the lexicon in the folded text.
#[derive(Debug, Clone)]
pub(in crate::facts::pay) struct Cue {
    pub word: Word,
    pub range: Range<usize>,
}

impl Cue {
    /// Whether it is a word for pay itself, and no part of it.
    pub(super) fn is_pay(&self) -> bool {
        matches!(self.word, Word::Pay | Word::Range | Word::Total)
    }
}

/// The lexicon's words, without those that lie within a longer phrase that
/// says something else.
pub(super) fn visible(hits: &[Hit]) -> Vec<Cue> {
    let masks = |word: Word, range: &Range<usize>| {
        range.len() > 6 && !matches!(word, Word::Range | Word::Praise | Word::Unit)
    };
    // A phrase for pay hides only what denies it: the fee in "project fee".
    // A period hides only a period: the month in "semi-monthly".
    let hides = |outer: Word, inner: Word| match outer {
        Word::Pay => inner == Word::Elsewhere,
        Word::Per(_) => matches!(inner, Word::Per(_)),
        _ => true,
    };
    let mut found = Vec::with_capacity(hits.len());
    let long: Vec<&Hit> = hits
        .iter()
        .filter(|h| masks(WORDS[h.cue].1, &h.range))
        .collect();
    for hit in hits {
        let word = WORDS[hit.cue].1;
        if word == Word::Nothing {
            continue;
        }
        let from = long.partition_point(|l| l.range.start + LONGEST_PHRASE < hit.range.start);
        let hidden = long[from..]
            .iter()
            .take_while(|l| l.range.start <= hit.range.start)
            .any(|l| {
                l.range.end >= hit.range.end
                    && l.range.len() > hit.range.len()
                    && hides(WORDS[l.cue].1, word)
            });
        if !hidden {
            found.push(Cue {
                word,
                range: hit.range.clone(),
            });
        }
    }
    found
}

/// No phrase of the lexicon is longer, in bytes.
const LONGEST_PHRASE: usize = 48;
