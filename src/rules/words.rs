//! Tests of a posting's words. All patterns of all rules stand in one list;
//! one scan finds the literals that they cannot do without, and only those
//! whose literals occur are compiled and run.

mod literally;
mod patterns;

use super::cue;
use super::denial::is_denied;
use crate::posting::{Prose, Role};
use crate::text::{Span, View};
use literally::Literally;
pub(super) use patterns::Needs;
pub use patterns::{Collector, Cues, Patterns};
use std::cell::OnceCell;
use std::ops::Range;

/// A compiled test of words. Patterns are numbers in [`Patterns`].
#[derive(Debug, Default)]
pub struct TextTest {
    pub(super) any: Vec<usize>,
    pub(super) except: Vec<usize>,
    pub(super) unless: Vec<usize>,
    pub(super) near: Vec<usize>,
    pub(super) within: Vec<Role>,
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
    use crate::text::{Folded, Match, Pattern, Scanner, Source};
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
