//! One pass over a folded text for all cue phrases of everybody.
//!
//! Facts and wordings name the phrases without which they have nothing to do.
//! All phrases go into one automaton; a text is scanned once, and only those
//! whose phrases occur look closer.

use super::fold::Folded;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// The compiled phrases of several owners, numbered in the order given.
#[derive(Debug)]
pub struct Scanner {
    automaton: AhoCorasick,
    /// For each phrase of the automaton: who asked for it.
    askers: Vec<Vec<Asker>>,
    owners: usize,
}

#[derive(Debug, Clone, Copy)]
struct Asker {
    owner: usize,
    cue: usize,
    /// The phrase may begin inside a word (`*gehalt`).
    open_start: bool,
    /// The phrase may go on within the word (`equal opportunit*`).
    open_end: bool,
}

/// A cue phrase found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which of the owner's phrases, by its place in the list.
    pub cue: usize,
    /// The place in the folded text.
    pub range: Range<usize>,
}

/// What a scan found, by owner.
#[derive(Debug, Clone)]
pub struct Hits {
    by_owner: Vec<Vec<Hit>>,
}

impl Scanner {
    /// Compiles the phrases of each owner. A phrase is in folded form (lower
    /// case, plain quotes and dashes) and matches whole words; with a `*` at
    /// its end it matches the beginning of a word, with one at its start the
    /// end of a word (`*fahrer`), as compounding languages need.
    pub fn new<I, P>(owners: I) -> Self
    where
        I: IntoIterator<Item = P>,
        P: IntoIterator,
        P::Item: AsRef<str>,
    {
        let mut phrases: Vec<String> = Vec::new();
        let mut index = std::collections::HashMap::new();
        let mut askers: Vec<Vec<Asker>> = Vec::new();
        let mut count = 0;
        for (owner, cues) in owners.into_iter().enumerate() {
            count = owner + 1;
            for (cue, phrase) in cues.into_iter().enumerate() {
                let phrase = phrase.as_ref();
                let text = phrase.trim_matches('*');
                let slot = *index.entry(text.to_owned()).or_insert_with(|| {
                    phrases.push(text.to_owned());
                    askers.push(Vec::new());
                    phrases.len() - 1
                });
                askers[slot].push(Asker {
                    owner,
                    cue,
                    open_start: phrase.starts_with('*'),
                    open_end: phrase.ends_with('*'),
                });
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&phrases)
            .expect("the phrases fit an automaton");
        Scanner {
            automaton,
            askers,
            owners: count,
        }
    }

    /// Scans `folded` once.
    pub fn scan(&self, folded: &Folded) -> Hits {
        let text = folded.text();
        let mut by_owner = vec![Vec::new(); self.owners];
        for found in self.automaton.find_overlapping_iter(text) {
            let range = found.range();
            let goes_on_before = word_goes_on(text, range.start);
            let goes_on_after = word_goes_on(text, range.end);
            for asker in &self.askers[found.pattern().as_usize()] {
                if (goes_on_before && !asker.open_start) || (goes_on_after && !asker.open_end) {
                    continue;
                }
                by_owner[asker.owner].push(Hit {
                    cue: asker.cue,
                    range: range.clone(),
                });
            }
        }
        for hits in &mut by_owner {
            hits.sort_by_key(|h| (h.range.start, h.range.end, h.cue));
        }
        Hits { by_owner }
    }
}

impl Hits {
    /// The hits of one owner, in text order.
    pub fn of(&self, owner: usize) -> &[Hit] {
        &self.by_owner[owner]
    }
}

/// True if the characters on both sides of `at` are letters or digits.
fn word_goes_on(text: &str, at: usize) -> bool {
    let word = |c: &char| c.is_alphanumeric() || *c == '_';
    text[..at].chars().next_back().as_ref().is_some_and(word)
        && text[at..].chars().next().as_ref().is_some_and(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(scanner: &Scanner, text: &str, owner: usize) -> Vec<(usize, String)> {
        let folded = Folded::of(text);
        scanner
            .scan(&folded)
            .of(owner)
            .iter()
            .map(|h| (h.cue, folded.text()[h.range.clone()].to_owned()))
            .collect()
    }

    #[test]
    fn each_owner_gets_its_own_cues_from_one_pass() {
        let scanner = Scanner::new([vec!["eeo", "equal opportunit*"], vec!["equal", "pay"]]);
        let text = "We pay equal. Equal opportunities: EEO, not eeoc or payroll.";
        assert_eq!(
            words(&scanner, text, 0),
            [(1, "equal opportunit".into()), (0, "eeo".into())]
        );
        assert_eq!(
            words(&scanner, text, 1),
            [(1, "pay".into()), (0, "equal".into()), (0, "equal".into())]
        );
    }

    #[test]
    fn a_star_in_front_finds_the_end_of_a_compound() {
        let scanner = Scanner::new([["*gehalt"]]);
        assert_eq!(words(&scanner, "Jahresgehalt, Gehaltsband", 0).len(), 1);
    }
}
