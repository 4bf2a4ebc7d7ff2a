//! The patterns of all rules in one list, with the literals that each cannot do without.

use crate::rules::cue;
use crate::text::{Pattern, Scanner};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

/// The patterns of all rules.
#[derive(Debug)]
pub struct Patterns {
    pub(super) list: Vec<RulePattern>,
    /// What each of them needs.
    pub(super) needs: Vec<Needs<Numbers>>,
    /// Sets of literals, as the owners of these in `scanner`.
    pub(super) sets: Vec<Numbers>,
    /// For each literal, the sets that it is in.
    pub(super) within: Groups,
    /// For each set, the patterns that need it first of all.
    pub(super) first: Groups,
    /// The patterns that need none.
    pub(super) free: Vec<u32>,
    /// Each literal is an owner.
    pub(super) scanner: Scanner,
    /// The place of a pattern in `list`, by its [`cue::number`].
    places: HashMap<u64, usize>,
}

impl Patterns {
    /// The number of a pattern, if it is among them.
    pub fn number(&self, pattern: &str) -> Option<usize> {
        let mut number = cue::number(pattern);
        loop {
            let place = *self.places.get(&number)?;
            if self.list[place].written == pattern {
                return Some(place);
            }
            // Another pattern has the same number: the next one is its neighbour's.
            number = number.wrapping_add(1);
        }
    }
}

/// Numbers that were found when the program was built, or now.
pub(super) type Numbers = Cow<'static, [u32]>;

/// What must stand in a text for a pattern to match, by numbers of sets of literals.
#[derive(Debug, Clone, Default)]
pub(in crate::rules) struct Needs<S = &'static [u32]> {
    /// One literal of each. A pattern without literals worth looking for always runs.
    pub sets: S,
    /// One of these where the match begins, if that is known.
    pub lead: Option<u32>,
}

impl Needs<Numbers> {
    /// The sets and the lead.
    pub(super) fn all(&self) -> impl Iterator<Item = u32> + '_ {
        self.sets.iter().chain(&self.lead).copied()
    }
}

/// Numbers in groups, those of a group together.
#[derive(Debug)]
pub(super) struct Groups {
    /// Where each group ends.
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl Groups {
    /// So many groups of the numbers that `pairs` gives with their groups.
    fn of(groups: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut ends = vec![0; groups];
        for (group, _) in pairs.clone() {
            ends[group as usize] += 1;
        }
        // Where each begins; what is put there moves it on to its end.
        let mut count = 0;
        for end in &mut ends {
            count += std::mem::replace(end, count);
        }
        let mut numbers = vec![0; count as usize];
        for (group, number) in pairs {
            let end = &mut ends[group as usize];
            numbers[*end as usize] = number;
            *end += 1;
        }
        Groups { ends, numbers }
    }

    pub(super) fn group(&self, group: usize) -> &[u32] {
        let start = group.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[start as usize..self.ends[group] as usize]
    }
}

/// A pattern of a rule, made ready when it is first needed: a posting calls for
/// few of them.
#[derive(Debug)]
pub(super) struct RulePattern {
    written: String,
    /// With whether it is written with `^`, and with `$`.
    ready: OnceLock<(Pattern, (bool, bool))>,
}

impl RulePattern {
    fn of(written: String) -> Self {
        RulePattern {
            written,
            ready: OnceLock::new(),
        }
    }

    /// Ready to be tried where its leads are (`at_lead`), or everywhere.
    pub(super) fn ready(&self, at_lead: bool) -> &(Pattern, (bool, bool)) {
        self.ready.get_or_init(|| {
            let pattern = Pattern::from_rule(if at_lead {
                cue::whole_at_start(&self.written)
            } else {
                cue::whole(&self.written)
            });
            (pattern, cue::anchors(&self.written))
        })
    }
}

/// The literals of patterns, where they were read off when the program was built.
#[derive(Debug, Default)]
pub struct Cues {
    /// All literals, each once, in the order of their letters.
    pub(in crate::rules) phrases: &'static [&'static str],
    /// Sets of them, by their places.
    pub(in crate::rules) sets: &'static [&'static [u32]],
    /// What a pattern needs, by the places of sets, in the order of [`cue::number`].
    pub(in crate::rules) of: &'static [(u64, Needs)],
    /// The patterns of built-in laws, which are numbered before the laws are read.
    pub(in crate::rules) of_laws: &'static [&'static str],
}

impl Cues {
    /// What a pattern needs, if it was there when the program was built.
    fn of(&self, pattern: &str) -> Option<Needs<Numbers>> {
        let number = cue::number(pattern);
        let place = self.of.binary_search_by_key(&number, |(known, _)| *known);
        place.ok().map(|place| {
            let Needs { sets, lead } = &self.of[place].1;
            Needs {
                sets: Cow::Borrowed(*sets),
                lead: *lead,
            }
        })
    }
}

/// Collects patterns and numbers them; equal ones share a number.
#[derive(Debug, Default)]
pub struct Collector {
    /// The place of a pattern in `list`, by its [`cue::number`].
    places: HashMap<u64, usize>,
    list: Vec<RulePattern>,
}

impl Collector {
    /// The number of a pattern.
    pub fn number(&mut self, pattern: &str) -> usize {
        let mut number = cue::number(pattern);
        loop {
            match self.places.entry(number) {
                Entry::Occupied(place) if self.list[*place.get()].written == pattern => {
                    return *place.get();
                }
                // Another pattern has the same number: the next one is its neighbour's.
                Entry::Occupied(_) => number = number.wrapping_add(1),
                Entry::Vacant(place) => {
                    self.list.push(RulePattern::of(pattern.to_owned()));
                    return *place.insert(self.list.len() - 1);
                }
            }
        }
    }

    /// The patterns, ready to run. `known` spares reading literals off patterns
    /// again.
    pub fn finish(self, known: Cues) -> Patterns {
        // Many patterns need the same words; these are looked for once.
        let mut more = Literals::default();
        let mut needs = Vec::with_capacity(self.list.len());
        for pattern in &self.list {
            needs.push(known.of(&pattern.written).unwrap_or_else(|| {
                let (sets, phrases) = (known.sets.len() as u32, known.phrases.len() as u32);
                let mut number = |set| sets + more.number(set, phrases);
                let sets = cue::literals(&pattern.written).into_iter();
                Needs {
                    sets: sets.map(&mut number).collect(),
                    lead: cue::leads(&pattern.written).map(&mut number),
                }
            }));
        }
        let phrases = known.phrases.iter().copied();
        let phrases = phrases.chain(more.phrases.iter().map(String::as_str));
        let scanner = Scanner::new(phrases.map(|phrase| [phrase]));
        let sets = known.sets.iter().map(|set| Cow::Borrowed(*set));
        let sets: Vec<Numbers> = sets.chain(more.sets.into_iter().map(Cow::Owned)).collect();
        let with_phrases = (0..).zip(&sets);
        let with_phrases =
            with_phrases.flat_map(|(set, all)| all.iter().map(move |one| (*one, set)));
        let within = Groups::of(known.phrases.len() + more.phrases.len(), with_phrases);
        let numbered = || (0..).zip(&needs);
        let by_first =
            numbered().filter_map(|(pattern, needs)| Some((needs.all().next()?, pattern)));
        let first = Groups::of(sets.len(), by_first);
        let free = numbered().filter(|(_, needs)| needs.all().next().is_none());
        let free = free.map(|(pattern, _)| pattern).collect();
        Patterns {
            within,
            first,
            free,
            list: self.list,
            needs,
            sets,
            scanner,
            places: self.places,
        }
    }
}

/// Literals of patterns that were not there when the program was built.
#[derive(Default)]
struct Literals {
    phrases: Vec<String>,
    numbers: HashMap<String, u32>,
    /// Sets of them, and their numbers.
    sets: Vec<Vec<u32>>,
    places: HashMap<Vec<u32>, u32>,
}

impl Literals {
    /// The number of a set; those of its literals count from `first`.
    fn number(&mut self, set: Vec<String>, first: u32) -> u32 {
        let mut numbers = Vec::with_capacity(set.len());
        for phrase in set {
            let next = first + self.phrases.len() as u32;
            let number = *self.numbers.entry(phrase).or_insert_with_key(|phrase| {
                self.phrases.push(phrase.clone());
                next
            });
            numbers.push(number);
        }
        *self.places.entry(numbers).or_insert_with_key(|numbers| {
            self.sets.push(numbers.clone());
            self.sets.len() as u32 - 1
        })
    }
}
