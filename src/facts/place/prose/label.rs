//! A label with the place behind it on its line, or below.

use super::{REACH, Reader, cut, cut_front};
use crate::domain::gazetteer::Means;
use crate::facts::place::PlaceRole;
use crate::facts::place::cues::Cue;
use crate::facts::place::expression::{self, Setting};
use crate::facts::place::settle::{Candidate, Standing};
use crate::facts::place::subject::{denial, label, town};
use crate::facts::{Confidence, Whence};
use crate::text::bare;

/// More words beside its places than a line has that is no sentence.
const SENTENCE: usize = 3;

impl Reader<'_, '_> {
    /// A label at the beginning of a line, with the place behind it or below.
    pub(super) fn label(&mut self, cue: Cue) {
        let text = self.text();
        let rest = cut(&text[self.at.end..], 4 * REACH);
        let line = rest.split('\n').next().unwrap_or(rest);
        let head = cut_front(&text[..self.at.start], 80);
        let head = head.rsplit('\n').next().unwrap_or(head);
        let emoji = !text[self.at.range()].starts_with(char::is_alphanumeric);
        // In a paragraph whose lines were folded, labels stand in the middle.
        let capital = text[self.at.start..].starts_with(char::is_uppercase);
        let inline = capital && self.at.len() > 4 && line.starts_with(':');
        let known = emoji || inline || label::is_label_start(head);
        let value = if emoji {
            Some(0)
        } else {
            label::label_value(line)
        };
        let value = match value {
            Some(value) if known && cue == Cue::Label => value,
            // "Clinic location: Toledo, OH", "Hybrid: Toledo, OH".
            Some(value) if label::is_marked(line) => {
                let alone = known && cue != Cue::Address;
                if alone || label::is_label_of_its_own(head) {
                    self.towns(self.at.end + value, &line[value..]);
                }
                return;
            }
            Some(_) => return,
            // "Location & hours: Toledo, OH".
            None => {
                if let Some(value) = label::value_behind_words(line).filter(|_| known) {
                    self.towns(self.at.end + value, &line[value..]);
                }
                return;
            }
        };
        if !line[value..].trim().is_empty() {
            let first = self.found.len();
            self.line(self.at.end + value, &line[value..], true);
            self.within_line_below(first, &rest[line.len()..]);
            return;
        }
        // The label is a heading or a cell; the place stands below.
        let mut at = self.at.end + line.len() + 1;
        let mut seen = 0;
        for below in rest.get(line.len() + 1..).unwrap_or("").split('\n') {
            if !below.trim().is_empty() {
                seen += 1;
                // What a sentence introduces is for the cues, as is the sentence.
                let introduces = below.trim_end().ends_with(':');
                if !self.line(at, below, false) || introduces || seen == 4 {
                    break;
                }
            }
            at += below.len() + 1;
        }
    }

    /// Towns with their state behind a label that need not be of places.
    fn towns(&mut self, offset: usize, value: &str) {
        let value = cut(label::until_next_label(until_sentence(value)), REACH / 2);
        let read = expression::read(value, Setting::Line);
        if read.other_words > SENTENCE {
            return;
        }
        for named in read.places.iter().filter(|n| n.joined && !n.is_wide()) {
            let mut candidate =
                Candidate::of(named, offset, PlaceRole::Work, Whence::Text, self.list);
            candidate.confidence = Confidence::Medium;
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
        }
    }

    /// "City: Toledo" over "State: Ohio": of the one town found since `first`, keeps what
    /// lies in the state that the next line names.
    fn within_line_below(&mut self, first: usize, rest: &str) {
        const WIDER: [&str; 9] = [
            "state",
            "province",
            "region",
            "country",
            "bundesland",
            "land",
            "pays",
            "país",
            "provincia",
        ];
        let [town] = &mut self.found[first..] else {
            return;
        };
        if town.joined || !town.senses.iter().any(|m| matches!(m, Means::City(_))) {
            return;
        }
        let mut lines = rest.split('\n').filter(|line| !line.trim().is_empty());
        let named = |line: &str| {
            let (label, value) = line.split_once(':')?;
            let label = bare(label).to_lowercase();
            let wider = WIDER.contains(&label.as_str());
            let value = bare(value);
            wider.then(|| expression::read(value, Setting::Field).places)
        };
        let Some(outer) = lines.next().and_then(named) else {
            return;
        };
        let mut outer = outer.iter().flat_map(|named| &named.senses);
        let mut kept = town.senses.clone();
        kept.retain(|town| outer.clone().any(|outer| outer.contains(town)));
        if !kept.is_empty() && outer.any(|m| !matches!(m, Means::City(_))) {
            town.senses = kept;
            town.joined = true;
        }
    }

    /// "Clinic: St. Brigid, Spokane, WA", "Territory: Colorado and Utah": a label whose
    /// value need not be a place.
    pub(super) fn house(&mut self, cue: Cue) {
        let text = self.text();
        let marked = text[self.at.end..].trim_start_matches(['*', '_', ' ']);
        if !marked.starts_with(':') {
            return;
        }
        let head = cut_front(&text[..self.at.start], 80);
        let head = head.rsplit('\n').next().unwrap_or(head);
        let line = cut(&text[self.at.end..], REACH);
        let line = line.split('\n').next().unwrap_or(line);
        let Some(value) = label::label_value(line).filter(|_| label::is_label_start(head)) else {
            return;
        };
        let words = label::until_next_label(until_sentence(&line[value..]));
        let read = expression::read(words, Setting::Line);
        let lone = read.other_words == 0;
        // "Department: Reading", but "Base: Austin".
        let at_home = lone && text[self.at.range()].to_lowercase().ends_with("base");
        for named in &read.places {
            let town = !named.is_wide() && (named.joined || at_home && named.is_large());
            let is_state = |m: &Means| matches!(m, Means::Region(code) if code.starts_with("US-"));
            let state = cue == Cue::Territory && lone && named.senses.iter().any(is_state);
            if !town && !state {
                continue;
            }
            let at = self.at.end + value;
            let mut candidate = Candidate::of(named, at, PlaceRole::Work, Whence::Text, self.list);
            candidate.confidence = Confidence::Medium;
            // One may sell elsewhere than where the job is.
            if cue == Cue::Territory {
                candidate.standing = Standing::Aside;
            }
            if state && !named.joined {
                candidate.senses.retain(is_state);
            }
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
        }
    }

    /// A line that a label says is about places, on the label's own line or below it;
    /// whether it names any.
    fn line(&mut self, offset: usize, value: &str, own: bool) -> bool {
        let value = cut(label::until_next_label(until_sentence(value)), REACH);
        // Long lines are sentences, which other cues read.
        let setting = if value.len() > 160 {
            Setting::Prose
        } else {
            Setting::Line
        };
        let read = expression::read(value, setting);
        let lone = read.other_words == 0;
        // "We are spread over many cities, and have an office in Boston": below a
        // heading a sentence is for other cues, unless it gives an address.
        let told = !own && read.other_words > SENTENCE;
        let denied = read.places.first().is_some_and(|first| {
            read.other_words > 0 && denial::is_denied(&value[..first.range.start].to_lowercase())
        });
        if let [only] = read.places.as_slice()
            && let Some(name) = town::before(value, only)
        {
            let mut candidate =
                Candidate::of(only, offset, PlaceRole::Work, Whence::Text, self.list);
            candidate.senses = town::around(only);
            candidate.unknown_city = Some(name.to_owned());
            candidate.joined = true;
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
            return true;
        }
        for named in &read.places {
            let known = named.joined || named.is_wide() || named.is_large() || lone;
            if !known || told && !named.joined {
                continue;
            }
            let role = if denied {
                PlaceRole::Excluded
            } else if named.remote && named.is_wide() {
                PlaceRole::RemoteArea
            } else {
                PlaceRole::Work
            };
            let mut candidate = Candidate::of(named, offset, role, Whence::Text, self.list);
            if read.other_words > SENTENCE {
                candidate.confidence = Confidence::Medium;
            }
            // A list of offices is the company's where the job's place is said.
            if self.text()[self.at.range()].eq_ignore_ascii_case("offices") {
                candidate.standing = Standing::Aside;
            }
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
        }
        !read.places.is_empty()
    }
}

/// The value of a label without the sentences behind its places: "Omaha, Nebraska.
/// You will serve customers in Kansas".
fn until_sentence(value: &str) -> &str {
    const WORDS: usize = 3;
    value
        .match_indices(". ")
        .map(|(at, _)| value.split_at(at + 1))
        .find(|(places, rest)| {
            !expression::read(places, Setting::Line).places.is_empty()
                && expression::read(rest, Setting::Line).other_words >= WORDS
        })
        .map_or(value, |(places, _)| places)
}
