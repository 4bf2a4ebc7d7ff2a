//! Where the literals of patterns stand in a posting.

use super::patterns::Patterns;
use crate::posting::Prose;
use crate::text::{Hit, Hits};
use std::cell::OnceCell;
use std::ops::Range;

/// Where the literals stand in a posting, and what was found from there.
pub(super) struct Literally {
    hits: Hits,
    /// For each pattern, one more than its place among those that have a literal of
    /// each of their sets there, and so may match; nought for the others, nearly all.
    pub(super) places: Vec<u32>,
    /// For each of those that may match its matches in the whole text, once somebody
    /// has asked: many laws ask the same.
    pub(super) found: Vec<OnceCell<Vec<Range<usize>>>>,
}

impl Literally {
    pub(super) fn of(patterns: &Patterns, prose: &Prose<'_>) -> Self {
        let hits = patterns.scanner.scan(&prose.folded);
        let mut present = vec![false; patterns.sets.len()];
        let mut sets = Vec::new();
        for set in hits.owners().flat_map(|one| patterns.within.group(one)) {
            if !std::mem::replace(&mut present[*set as usize], true) {
                sets.push(*set as usize);
            }
        }
        let needing = sets.iter().flat_map(|set| patterns.first.group(*set));
        let is_possible = |pattern: &&u32| {
            let needs = &patterns.needs[**pattern as usize];
            needs.all().all(|set| present[set as usize])
        };
        let possible = needing.filter(is_possible).chain(&patterns.free);
        let mut places = vec![0; patterns.needs.len()];
        let mut count = 0;
        for pattern in possible {
            count += 1;
            places[*pattern as usize] = count;
        }
        Literally {
            hits,
            places,
            found: vec![OnceCell::new(); count as usize],
        }
    }

    pub(super) fn is_possible(&self, pattern: usize) -> bool {
        self.places[pattern] != 0
    }

    /// How often the literals of a set stand there.
    pub(super) fn count(&self, set: &[u32]) -> usize {
        set.iter().map(|phrase| self.hits(*phrase).len()).sum()
    }

    fn hits(&self, phrase: u32) -> &[Hit] {
        self.hits.of(phrase as usize)
    }

    /// Where those of a set begin within a range, in text order.
    pub(super) fn starts(&self, set: &[u32], range: &Range<usize>) -> Vec<usize> {
        let hits = |phrase: &u32| within_range(self.hits(*phrase), range);
        let mut starts: Vec<usize> = set.iter().flat_map(hits).map(|h| h.range.start).collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Whether one of a set begins within a range.
    pub(super) fn stands_in(&self, set: &[u32], range: &Range<usize>) -> bool {
        let mut hits = set.iter().map(|phrase| self.hits(*phrase));
        hits.any(|hits| within_range(hits, range).next().is_some())
    }
}

/// The hits that begin within a range.
fn within_range<'h>(hits: &'h [Hit], range: &Range<usize>) -> impl Iterator<Item = &'h Hit> {
    let first = hits.partition_point(|hit| hit.range.start < range.start);
    let end = range.end;
    (hits[first..].iter()).take_while(move |hit| hit.range.start < end)
}
