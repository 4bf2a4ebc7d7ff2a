//! How much speaks for each name, and for which most does.

use super::name;
use crate::facts::fact::Confidence;
use crate::text::{Span, View};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A name that stands where an employer's does.
#[derive(Debug)]
pub struct Sign {
    pub at: Span<View>,
    pub weight: u32,
    pub clue: Clue,
}

/// What makes a sign of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clue {
    /// A phrase beside it, by its number.
    Phrase(usize),
    HeadLine,
    SecondHeading,
    Abbreviation,
    Title,
    /// A section about the employer begins with it.
    Section,
    /// A sentence says what somebody of this name does.
    Subject,
}

/// A name that gathers weight.
#[derive(Debug)]
struct Candidate {
    first: Span<View>,
    weight: u32,
    /// Different kinds of words beside it.
    clues: BTreeSet<Clue>,
    /// Where it was counted last, and for how much.
    last: Option<(Span<View>, u32)>,
}

impl Candidate {
    fn at(first: Span<View>, weight: u32) -> Self {
        Candidate {
            first,
            weight,
            clues: BTreeSet::new(),
            last: None,
        }
    }

    fn add(&mut self, sign: &Sign) {
        // The same clue again says little more.
        let again = !self.clues.insert(sign.clue);
        let weight = if again { 1 } else { sign.weight };
        // "Work at" and "at" in it, "provides equal" and "provides", are one clue, and
        // the plainer counts.
        let counted = match self.last {
            Some((place, counted)) if place == sign.at => counted,
            Some(_) | None => 0,
        };
        self.weight += weight.saturating_sub(counted);
        self.last = Some((sign.at, weight.max(counted)));
    }
}

/// Weight from which a name is taken at all, and from which it is taken gladly.
const ENOUGH: u32 = 3;

const PLENTY: u32 = 6;

/// The names of a text with what speaks for them.
pub struct Scale<'t> {
    text: &'t str,
    /// By their keys.
    candidates: BTreeMap<String, Candidate>,
}

impl<'t> Scale<'t> {
    pub fn of(text: &'t str) -> Self {
        Scale {
            text,
            candidates: BTreeMap::new(),
        }
    }

    pub fn add(&mut self, sign: &Sign) {
        let key = name::key(&self.text[sign.at.range()]);
        if !key.is_empty() {
            let candidate = self.candidates.entry(key);
            candidate
                .or_insert_with(|| Candidate::at(sign.at, 0))
                .add(sign);
        }
    }

    /// Adds the weight of a name that an address tells; it stands where the text
    /// first writes it behind `from`.
    pub fn add_key(&mut self, key: String, weight: u32, from: usize) {
        if let Some(candidate) = self.candidates.get_mut(&key) {
            candidate.weight += weight;
        } else if let Some(at) = name::find(self.text, from, &key) {
            self.candidates.insert(key, Candidate::at(at, weight));
        }
    }

    /// The name for which most speaks, if that is enough.
    pub fn heaviest(&self) -> Option<(Span<View>, Confidence)> {
        let best = self
            .candidates
            .values()
            .max_by_key(|c| (c.weight, Reverse(c.first.start)))
            .filter(|best| best.weight >= ENOUGH)?;
        let at = name::spelled_out(self.text, best.first);
        let confidence = if best.weight >= PLENTY {
            Confidence::High
        } else {
            Confidence::Medium
        };
        Some((at, confidence))
    }

    /// The name that is told most often by `count`, of those for which anything speaks.
    pub fn most_named(
        &self,
        count: impl Fn(Span<View>) -> Option<usize>,
    ) -> Option<(Span<View>, Confidence)> {
        let counted = self
            .candidates
            .values()
            .filter_map(|c| Some((count(c.first)?, Reverse(c.first.start), c)));
        let (.., best) = counted.max_by_key(|(count, start, _)| (*count, *start))?;
        Some((name::spelled_out(self.text, best.first), Confidence::Low))
    }
}
