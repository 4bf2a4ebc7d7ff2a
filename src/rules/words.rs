//! Tests of a posting's words. All patterns of all rules stand in one list;
//! one scan finds the literals that they cannot do without, and only those
//! whose literals occur are compiled and run.

use super::cue;
use super::denial::is_denied;
use crate::posting::{Prose, Role};
use crate::text::{Hit, Hits, Pattern, Scanner, Span, View};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::OnceLock;

/// A compiled test of words. Patterns are numbers in [`Patterns`].
#[derive(Debug, Default)]
pub struct TextTest {
    pub(super) any: Vec<usize>,
    pub(super) except: Vec<usize>,
    pub(super) unless: Vec<usize>,
    pub(super) near: Vec<usize>,
    pub(super) within: Vec<Role>,
}

/// The patterns of all rules.
#[derive(Debug)]
pub struct Patterns {
    list: Vec<RulePattern>,
    /// What each of them needs.
    needs: Vec<Needs<Numbers>>,
    /// Sets of literals, as the owners of these in `scanner`.
    sets: Vec<Numbers>,
    /// For each literal, the sets that it is in.
    within: Groups,
    /// For each set, the patterns that need it first of all.
    first: Groups,
    /// The patterns that need none.
    free: Vec<u32>,
    /// Each literal is an owner.
    scanner: Scanner,
}

/// Numbers that were found when the program was built, or now.
type Numbers = Cow<'static, [u32]>;

/// What must stand in a text for a pattern to match, by numbers of sets of literals.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs<S = &'static [u32]> {
    /// One literal of each. A pattern without literals worth looking for always runs.
    pub sets: S,
    /// One of these where the match begins, if that is known.
    pub lead: Option<u32>,
}

impl Needs<Numbers> {
    /// The sets and the lead.
    fn all(&self) -> impl Iterator<Item = u32> + '_ {
        self.sets.iter().chain(&self.lead).copied()
    }
}

/// Numbers in groups, those of a group together.
#[derive(Debug)]
struct Groups {
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

    fn group(&self, group: usize) -> &[u32] {
        let start = group.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[start as usize..self.ends[group] as usize]
    }
}

/// A pattern of a rule, made ready when it is first needed: a posting calls for
/// few of them.
#[derive(Debug)]
struct RulePattern {
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
    fn ready(&self, at_lead: bool) -> &(Pattern, (bool, bool)) {
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
    pub(super) phrases: &'static [&'static str],
    /// Sets of them, by their places.
    pub(super) sets: &'static [&'static [u32]],
    /// What a pattern needs, by the places of sets, in the order of [`cue::number`].
    pub(super) of: &'static [(u64, Needs)],
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

/// Where the literals stand in a posting, and what was found from there.
struct Literally {
    hits: Hits,
    /// For each pattern, one more than its place among those that have a literal of
    /// each of their sets there, and so may match; nought for the others, nearly all.
    places: Vec<u32>,
    /// For each of those that may match its matches in the whole text, once somebody
    /// has asked: many laws ask the same.
    found: Vec<OnceCell<Vec<Range<usize>>>>,
}

impl Literally {
    fn of(patterns: &Patterns, prose: &Prose<'_>) -> Self {
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

    fn is_possible(&self, pattern: usize) -> bool {
        self.places[pattern] != 0
    }

    /// How often the literals of a set stand there.
    fn count(&self, set: &[u32]) -> usize {
        set.iter().map(|phrase| self.hits(*phrase).len()).sum()
    }

    fn hits(&self, phrase: u32) -> &[Hit] {
        self.hits.of(phrase as usize)
    }

    /// Where those of a set begin within a range, in text order.
    fn starts(&self, set: &[u32], range: &Range<usize>) -> Vec<usize> {
        let hits = |phrase: &u32| within_range(self.hits(*phrase), range);
        let mut starts: Vec<usize> = set.iter().flat_map(hits).map(|h| h.range.start).collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Whether one of a set begins within a range.
    fn stands_in(&self, set: &[u32], range: &Range<usize>) -> bool {
        let mut hits = set.iter().map(|phrase| self.hits(*phrase));
        hits.any(|hits| within_range(hits, range).next().is_some())
    }
}

/// One posting's words under the patterns of all rules.
pub struct Looker<'a> {
    patterns: &'a Patterns,
    /// One scan, made when the first pattern asks.
    literals: OnceCell<Literally>,
}

impl<'a> Looker<'a> {
    /// For one posting.
    pub fn new(patterns: &'a Patterns) -> Self {
        Looker {
            patterns,
            literals: OnceCell::new(),
        }
    }

    /// All places where the test holds, in text order.
    pub fn find(&self, test: &TextTest, prose: &Prose<'_>) -> Vec<Span<View>> {
        let literals = self.literals(prose);
        let all = |patterns: &[usize]| -> Vec<Range<usize>> {
            let patterns = patterns
                .iter()
                .filter(|pattern| literals.is_possible(**pattern));
            let found = patterns.flat_map(|&pattern| self.everywhere(pattern, prose));
            found.cloned().collect()
        };
        let found = all(&test.any);
        if found.is_empty() {
            return Vec::new();
        }
        let excepted = Excepted::of(all(&test.except));
        let mut spans: Vec<Span<View>> = found
            .into_iter()
            .filter(|range| !excepted.overlaps(range))
            .map(|range| prose.folded.view(range))
            .filter(|span| self.counts(test, prose, *span))
            .collect();
        spans.sort();
        drop_inner(&mut spans);
        spans
    }

    /// The places where the test holds and that their sentence does not take back:
    /// what a wording finds.
    pub fn find_said(&self, test: &TextTest, prose: &Prose<'_>) -> Vec<Span<View>> {
        let mut spans = self.find(test, prose);
        spans.retain(|span| !is_denied(prose, *span));
        spans
    }

    /// Whether the surroundings of a match let it count.
    fn counts(&self, test: &TextTest, prose: &Prose<'_>, span: Span<View>) -> bool {
        // A match that runs from one block into the next was never said.
        let block = prose.block_at(span.start);
        if !block.is_empty() && !block.contains(span) {
            return false;
        }
        if !test.within.is_empty() {
            let role = prose.posting.section_at(span.start).map(|s| s.role);
            if !role.is_some_and(|role| test.within.contains(&role)) {
                return false;
            }
        }
        if test.unless.is_empty() && test.near.is_empty() {
            return true;
        }
        let sentence = prose.sentence_at(span.start).cover(span);
        let range = prose.folded.range(sentence);
        // A "sentence" of a text without full stops may be the whole text.
        let here = prose.folded.range(span);
        // The end of the sentence before is what `^` knows this one's beginning by.
        let head = &prose.folded.text()[..range.start];
        let start = head.trim_end_matches(['.', '!', '?', ';', ':', ' ']).len();
        let range = start.max(here.start.saturating_sub(REACH))
            ..range.end.min(here.end.saturating_add(REACH));
        let stands = |patterns: &[usize]| {
            let mut found = Vec::new();
            patterns.iter().any(|&pattern| {
                self.matches(pattern, prose, range.clone(), &mut found);
                !found.is_empty()
            })
        };
        !stands(&test.unless) && (test.near.is_empty() || stands(&test.near))
    }

    fn literals(&self, prose: &Prose<'_>) -> &Literally {
        self.literals
            .get_or_init(|| Literally::of(self.patterns, prose))
    }

    /// The matches of one pattern in the whole text.
    fn everywhere(&self, pattern: usize, prose: &Prose<'_>) -> &[Range<usize>] {
        let literals = self.literals(prose);
        let Some(place) = literals.places[pattern].checked_sub(1) else {
            return &[];
        };
        literals.found[place as usize].get_or_init(|| {
            let mut found = Vec::new();
            self.matches(pattern, prose, 0..prose.folded.text().len(), &mut found);
            found
        })
    }

    /// Adds the matches of one pattern within a range of the folded text.
    fn matches(
        &self,
        pattern: usize,
        prose: &Prose<'_>,
        within: Range<usize>,
        found: &mut Vec<Range<usize>>,
    ) {
        let literals = self.literals(prose);
        if !literals.is_possible(pattern) {
            return;
        }
        let needs = &self.patterns.needs[pattern];
        let pattern = &self.patterns.list[pattern];
        let set = |number: u32| &*self.patterns.sets[number as usize];
        let mut look = |within: Range<usize>| match needs.lead {
            Some(lead) => {
                let (pattern, anchors) = pattern.ready(true);
                let mut end = within.start;
                for start in literals.starts(set(lead), &within) {
                    if start >= end
                        && let Some(m) = pattern.match_at(&prose.folded, start..within.end)
                    {
                        end = m.range.end;
                        found.push(cue::trimmed(prose.folded.text(), *anchors, m.range));
                    }
                }
            }
            None => {
                let (pattern, anchors) = pattern.ready(false);
                let matches = pattern
                    .find_iter(&prose.folded, within)
                    .map(|m| cue::trimmed(prose.folded.text(), *anchors, m.range));
                found.extend(matches.filter(|range| !range.is_empty()));
            }
        };
        // A match holds a literal of each set and lies in one block, so only
        // blocks with one of each need a look.
        let Some(rarest) = needs.all().map(set).min_by_key(|set| literals.count(set)) else {
            return look(within);
        };
        let mut looked = within.start;
        for start in literals.starts(rarest, &within) {
            if start < looked {
                continue;
            }
            let at = prose.folded.view(start..start).start;
            let block = match prose.block_at(at) {
                nowhere if nowhere.is_empty() => within.clone(),
                block => prose.folded.range(block),
            };
            let part = block.start.max(looked)..block.end.min(within.end);
            looked = part.end.max(looked);
            if !part.is_empty()
                && needs
                    .all()
                    .map(set)
                    .all(|set| literals.stands_in(set, &part))
            {
                look(part);
            }
        }
    }
}

/// The hits that begin within a range.
fn within_range<'h>(hits: &'h [Hit], range: &Range<usize>) -> impl Iterator<Item = &'h Hit> {
    let first = hits.partition_point(|hit| hit.range.start < range.start);
    let end = range.end;
    (hits[first..].iter()).take_while(move |hit| hit.range.start < end)
}

/// How far from a match, in bytes, its sentence is taken to go.
const REACH: usize = 2000;

/// Places that matches must not overlap with, in order, each with the furthest
/// end of those up to it.
struct Excepted(Vec<(usize, usize)>);

impl Excepted {
    fn of(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.sort_by_key(|range| range.start);
        let mut furthest = 0;
        let ends = ranges.into_iter().map(|range| {
            furthest = range.end.max(furthest);
            (range.start, furthest)
        });
        Excepted(ends.collect())
    }

    fn overlaps(&self, range: &Range<usize>) -> bool {
        let before = self.0.partition_point(|(start, _)| *start < range.end);
        before > 0 && self.0[before - 1].1 > range.start
    }
}

/// Of places that lie in others, keeps the others. `spans` is sorted.
fn drop_inner(spans: &mut Vec<Span<View>>) {
    let mut end = 0;
    let mut last_start = usize::MAX;
    // Of those that begin together the longest comes last: look from behind.
    spans.dedup_by(|next, kept| {
        if next.start == kept.start {
            *kept = *next;
            true
        } else {
            false
        }
    });
    spans.retain(|span| {
        let inner = last_start != usize::MAX && span.end <= end;
        last_start = span.start;
        end = end.max(span.end);
        !inner
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain;
    use crate::posting;
    use crate::rules::builtin::builtin_files;
    use crate::text::{Folded, Match, Source};
    use serde_json::Value;
    use std::sync::Arc;

    /// The patterns in a rule file.
    fn collect(value: &Value, patterns: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                for key in ["any", "except", "unless", "near"] {
                    let list = map.get(key).and_then(Value::as_array);
                    let strings = list.into_iter().flatten().filter_map(Value::as_str);
                    patterns.extend(strings.map(str::to_owned));
                }
                map.values().for_each(|value| collect(value, patterns));
            }
            Value::Array(list) => list.iter().for_each(|value| collect(value, patterns)),
            _ => {}
        }
    }

    #[test]
    fn a_pattern_is_found_from_its_leads_as_from_everywhere() {
        let mut led = 0;
        for file in builtin_files() {
            let text = std::str::from_utf8(file.bytes).unwrap();
            let mut written = Vec::new();
            collect(&serde_yaml::from_str(text).unwrap(), &mut written);
            // In one block, since no match goes on in the next.
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let source = Arc::new(Source::from_text("posting.txt", line.as_str()));
            let posting = posting::find(Arc::new(plain::read(&source))).swap_remove(0);
            let prose = Prose::of(&posting);
            let mut collector = Collector::default();
            let numbers = written.iter().map(|pattern| collector.number(pattern));
            let numbers: Vec<usize> = numbers.collect();
            let patterns = collector.finish(Cues::default());
            let looker = Looker::new(&patterns);
            for (pattern, number) in written.iter().zip(numbers) {
                led += usize::from(patterns.needs[number].lead.is_some());
                let whole = Pattern::from_rule(cue::whole(pattern));
                let all = 0..prose.folded.text().len();
                let anchors = cue::anchors(pattern);
                let trimmed = |m: Match| cue::trimmed(prose.folded.text(), anchors, m.range);
                let all = whole.find_iter(&prose.folded, all).map(trimmed);
                let all: Vec<_> = all.filter(|range| !range.is_empty()).collect();
                let found = looker.everywhere(number, &prose);
                assert_eq!(found, all, "{}: {pattern}", file.name);
            }
        }
        assert!(led > 500, "{led}");
    }

    #[test]
    fn a_pattern_that_has_looked_at_much_matches_as_before() {
        let mut matched = 0;
        for file in builtin_files() {
            let text = std::str::from_utf8(file.bytes).unwrap();
            let mut patterns = Vec::new();
            collect(&serde_yaml::from_str(text).unwrap(), &mut patterns);
            let (chunks, _) = text.as_bytes().as_chunks::<900>();
            let chunks = chunks.iter().filter_map(|c| std::str::from_utf8(c).ok());
            let chunks: Vec<Folded> = chunks.take(8).map(Folded::of).collect();
            for pattern in patterns {
                let long = Folded::of(&" ".repeat(2_000));
                let used = Pattern::from_rule(cue::whole(&pattern));
                assert!(!used.is_match(&long, 0..2_000), "{pattern}");
                for chunk in &chunks {
                    let fresh = Pattern::from_rule(cue::whole(&pattern));
                    let all = 0..chunk.text().len();
                    let matches = |p: &Pattern| p.find_iter(chunk, all.clone()).collect::<Vec<_>>();
                    let found = matches(&fresh);
                    assert_eq!(found, matches(&used), "{}: {pattern}", file.name);
                    matched += found.len();
                }
            }
        }
        assert!(matched > 1_000, "{matched}");
    }

    #[test]
    fn what_a_pattern_matches_holds_its_literals() {
        let mut matched = 0;
        for file in builtin_files() {
            let text = std::str::from_utf8(file.bytes).unwrap();
            let mut patterns = Vec::new();
            collect(&serde_yaml::from_str(text).unwrap(), &mut patterns);
            let folded = Folded::of(text);
            for pattern in patterns {
                let regex = Pattern::from_rule(cue::whole(&pattern));
                let sets = cue::literals(&pattern);
                let hits = Scanner::new(&sets).scan(&folded);
                for found in regex.find_iter(&folded, 0..folded.text().len()) {
                    matched += 1;
                    for (number, set) in sets.iter().enumerate() {
                        let mut hits = hits.of(number).iter();
                        let inside = |hit: &crate::text::Hit| {
                            hit.range.start >= found.range.start
                                && hit.range.start < found.range.end
                        };
                        assert!(
                            hits.any(inside),
                            "{}: {pattern} matches {:?}, which holds none of {set:?}",
                            file.name,
                            &folded.text()[found.range.clone()]
                        );
                    }
                }
            }
        }
        assert!(matched > 1_000, "{matched}");
    }
}
