//! A place that stands before its cue: "US-based", "UK residents only".

use super::{Reader, cut_front};
use crate::facts::place::expression::{self, Setting};
use crate::facts::place::settle::{Candidate, Standing};
use crate::facts::place::subject::{self, behind};
use crate::facts::place::{PlaceRole, aside};
use crate::facts::{Confidence, Whence};

impl Reader<'_, '_> {
    /// "US-based", "London based": the place stands before the word.
    pub(super) fn based_behind(&mut self) {
        let tail = self.after();
        let before = self.before();
        let Some(role) = behind::role_of_based(tail, before) else {
            return;
        };
        self.backward(self.at.start, self.unless_pay(role));
    }

    /// "Remote (United States)", "this remote US position", "US-remote".
    pub(super) fn beside_remote(&mut self) {
        const SHORT: [&str; 6] = ["us", "u.s.", "usa", "uk", "u.k.", "eu"];
        let before = self.before();
        if subject::denial::is_denied(before) {
            return;
        }
        let after = self.after();
        let words =
            after.trim_start_matches([' ', '(', ',', '-', '\u{2013}', '\u{2014}', ':', '|']);
        let skip = after.len() - words.len();
        let mut run = expression::read(words, Setting::Prose);
        // "Remote (US). Colorado applicants …": what stands in the brackets.
        if after.trim_start().starts_with('(') {
            let end = words.find(')').unwrap_or(words.len());
            run.places.retain(|named| named.range.end <= end);
        }
        let near = run
            .places
            .first()
            .is_some_and(|first| words[..first.range.start].trim().is_empty());
        if skip > 0 && near && run.places.iter().all(|named| named.is_wide()) {
            let last = run.places.last().map_or(0, |last| last.range.end);
            if behind::closes(&words[last..]) || behind::begins_with_position(&words[last..]) {
                for named in &mut run.places {
                    named.range = named.range.start + skip..named.range.end + skip;
                }
                let role = self.unless_pay(PlaceRole::RemoteArea);
                self.take_as(&run, Confidence::Medium, false, |_| role);
            }
            return;
        }
        let last = before.trim_end_matches([' ', '-']);
        let last = last.rsplit([' ', '(']).next().unwrap_or("");
        if SHORT.contains(&last) && before.len() > last.len() {
            self.backward(self.at.start, self.unless_pay(PlaceRole::RemoteArea));
        }
    }

    /// "US only", "US based applicants only", "UK residents only".
    pub(super) fn only(&mut self) {
        let Some(behind) = behind::behind_place_before_only(self.before()) else {
            return;
        };
        if aside::is_of_benefit(self.before()) {
            return;
        }
        // "US applicants only: you must have …" is for these, if there are any.
        if behind > 0 && self.after().starts_with(':') {
            self.standing = Standing::Aside;
        }
        // Folding keeps the length of these ASCII words.
        let role = self.unless_pay(PlaceRole::RemoteArea);
        self.backward(self.at.start - behind, role);
    }

    /// Reads the place that ends right before `end`.
    pub(super) fn backward(&mut self, end: usize, role: PlaceRole) {
        let start = self.sentence().start;
        let text = self.text();
        if end <= start || !text.is_char_boundary(end) {
            return;
        }
        let near = end - cut_front(&text[start..end], 80).len();
        let head = text[near..end].trim_end_matches([' ', '-', '\u{2010}', '\u{2011}', '\u{a0}']);
        let base = near + last_words(head, 4);
        let words = &text[base..near + head.len()];
        let read = expression::read(words, Setting::Line);
        let Some(named) = read.places.last() else {
            return;
        };
        let known = named.joined || named.is_wide() || named.is_large();
        if named.range.end < words.len() || !known {
            return;
        }
        let role = if role == PlaceRole::RemoteArea && !named.is_wide() {
            PlaceRole::Work
        } else {
            role
        };
        let mut candidate = Candidate::of(named, base, role, Whence::Text, self.list);
        candidate.standing = self.standing;
        self.found.push(candidate);
        self.end = self.end.max(self.at.end);
    }
}

/// Where the last `count` words of `text` begin.
fn last_words(text: &str, count: usize) -> usize {
    let mut starts = Vec::new();
    let mut within = false;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric() || matches!(c, '.' | '\'' | '\u{2019}' | '-' | '/' | '&');
        if word && !within {
            starts.push(at);
        }
        within = word;
    }
    starts[starts.len().saturating_sub(count)..]
        .first()
        .copied()
        .unwrap_or(text.len())
}
