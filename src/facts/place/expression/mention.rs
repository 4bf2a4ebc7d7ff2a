//! The longest name that begins with a word, and names that are of something else.

use super::senses::is_us_state;
use super::tokens::is_within_name;
use super::{LARGE, Reader, Setting, is_remote_word};
use crate::domain::gazetteer::{self, Means, Sense};
use crate::facts::place::vocabulary::{
    AREA, BETWEEN, COMPASS, IS_TRADE, LEAD, NAMED_AFTER_IT, NAMED_BEFORE_IT, OF_IT, STATES,
};
use crate::facts::vocabulary::Words;
use std::ops::Range;

/// A name in the text before names are joined.
pub(super) struct Mention {
    pub tokens: Range<usize>,
    pub senses: Vec<Sense>,
    /// It counts only behind a place that lies in it ("Calif.").
    pub only_behind: bool,
}

/// No name in the tables has more words.
const LONGEST_NAME: usize = 6;

impl<'t> Reader<'t> {
    /// The longest name that begins with the word `at`.
    pub(super) fn mention_at(&self, at: usize) -> Option<Mention> {
        let first = self.word(at);
        if let Some(states) = self.all_states_at(at) {
            return Some(states);
        }
        if first.bytes().all(|b| b.is_ascii_digit()) || LEAD.has(first) {
            return None;
        }
        if let Some(world) = self.world_at(at) {
            return Some(world);
        }
        if self.setting != Setting::Field && first.starts_with(char::is_lowercase) {
            return None;
        }
        if let Some(prefix) = self.prefix_at(at) {
            return Some(prefix);
        }
        if let Some(county) = self.irish_county_at(at) {
            return Some(county);
        }
        // "Newcastle, Co. Down" is in no Colorado.
        if first == "Co" && at + 1 < self.tokens.len() && self.gap_before(at + 1) == ". " {
            return None;
        }
        let most = LONGEST_NAME.min(self.tokens.len() - at);
        let joined = (1..most).take_while(|i| is_within_name(self.gap_before(at + i)));
        for count in (1..=joined.count() + 1).rev() {
            let last = at + count - 1;
            let small = self.word(last).starts_with(char::is_lowercase);
            // "Tri-state area", "Denver metro".
            if self.setting != Setting::Field && small && !(count > 1 && AREA.has(self.word(last)))
            {
                continue;
            }
            let words = &self.text[self.tokens[at].start..self.tokens[last].end];
            let mut senses = gazetteer::senses(words);
            let in_capitals = !words.contains(char::is_lowercase);
            let only_behind = !in_capitals && !senses.is_empty() && senses.iter().all(|s| s.short);
            // "Guildford, Surrey": behind a comma it may be what the town lies in.
            let behind = at > 0 && self.gap_before(at).trim() == ",";
            if !in_capitals && !only_behind && !behind {
                senses.retain(|s| !s.short);
            }
            if senses.is_empty() || gazetteer::key(words).chars().count() < 2 {
                continue;
            }
            if count == 1 && COMPASS.has(&first.to_lowercase()) {
                return None;
            }
            if self.is_of_something_else(at, last) {
                return None;
            }
            // "LaGuardia Airport" is in no village of that name; Denver's is in Denver.
            let largest = senses.iter().map(|s| s.means.weight()).max();
            if self.is_airport(last + 1) && largest < Some(LARGE) {
                return None;
            }
            return Some(Mention {
                tokens: at..last + 1,
                senses,
                only_behind,
            });
        }
        None
    }

    /// "Co. Cavan", "County Westmeath": counties of Ireland are named behind the word.
    fn irish_county_at(&self, at: usize) -> Option<Mention> {
        let is_county = matches!(self.word(at), "Co" | "County" | "Contae");
        if !is_county || at + 1 >= self.tokens.len() {
            return None;
        }
        if !matches!(self.gap_before(at + 1), " " | ". " | "." | "\u{a0}") {
            return None;
        }
        let name = self.word(at + 1);
        // "County Down" is a name of the tables; those of the republic stand there bare.
        let is_irish = |m: Means| m.country() == Some("IE") || m.region() == Some("GB-NIR");
        let mut senses = gazetteer::senses(&format!("County {name}"));
        senses.retain(|s| is_irish(s.means));
        if senses.is_empty() {
            senses = gazetteer::senses(name);
            senses.retain(|s| matches!(s.means, Means::Region(_)) && is_irish(s.means));
        }
        (!senses.is_empty()).then_some(Mention {
            tokens: at..at + 2,
            senses,
            only_behind: false,
        })
    }

    /// "50 states", and "all states" from which one is taken out.
    fn all_states_at(&self, at: usize) -> Option<Mention> {
        let word = |by: usize| (at + by < self.tokens.len()).then(|| self.lower(at + by));
        if self.lower(at) == "lower" && word(1).is_some_and(|word| word == "48") {
            return Some(Mention {
                tokens: at..at + 2,
                senses: gazetteer::senses("United States"),
                only_behind: false,
            });
        }
        let all = match self.word(at) {
            "50" | "fifty" => true,
            "all" | "any" | "every" | "All" | "Any" | "Every" => {
                word(2).is_some_and(|behind| self.exception_at(at + 2, &behind).is_some())
            }
            _ => false,
        };
        let states = all && word(1).is_some_and(|word| STATES.has(&word) && word.contains("state"));
        states.then(|| Mention {
            tokens: at..at + 2,
            senses: gazetteer::senses("United States"),
            only_behind: false,
        })
    }

    /// "the world" behind "anywhere", which needs no capital.
    fn world_at(&self, at: usize) -> Option<Mention> {
        const AROUND: Words = Words::of("anywhere in on around across throughout the from");
        // "Remote, worldwide" needs none either.
        let wide = self.word(at) == "worldwide" && at > 0 && is_remote_word(&self.lower(at - 1));
        if wide {
            return Some(Mention {
                tokens: at..at + 1,
                senses: gazetteer::senses("worldwide"),
                only_behind: false,
            });
        }
        if !["world", "globe", "planet"].contains(&self.word(at)) {
            return None;
        }
        let before = (0..at).rev().take(4).map(|i| self.word(i).to_lowercase());
        let mut path = before.take_while(|word| AROUND.has(word));
        let anywhere = path.any(|word| word == "anywhere");
        // Behind a cue, "anywhere in" stands before the words that are read.
        let behind_cue = self.setting == Setting::Prose
            && (0..at).all(|i| self.word(i) == "the")
            && self.text[..self.tokens[at].start].trim() == "the";
        (anywhere || behind_cue).then(|| Mention {
            tokens: at..at + 1,
            senses: gazetteer::senses("worldwide"),
            only_behind: false,
        })
    }

    /// "Remote MX", "Remote (DE)": the code of a country right behind the word, and
    /// nothing behind it. Where a state has that code, too, it may be meant; but Germany
    /// is said far more often than Delaware.
    pub(super) fn closes_remote(&self, mention: &Mention) -> bool {
        let at = mention.tokens.start;
        let code = self.word(at);
        let next = self.tokens.get(mention.tokens.end);
        let ends = next.is_none_or(|next| {
            self.text[self.tokens[at].end..next.start].contains([')', '|', '\n', '.'])
        });
        let behind = at > 0
            && is_remote_word(&self.lower(at - 1))
            && self.gap_before(at).chars().count() <= 3
            && !self.gap_before(at).contains('.');
        if !behind || !ends || code.len() != 2 || IS_TRADE.has(&code.to_lowercase()) {
            return false;
        }
        let means = || mention.senses.iter().map(|sense| sense.means);
        means().any(|m| matches!(m, Means::Country(_)))
            && (code == "DE" || !means().any(|m| is_us_state(&m)))
    }

    /// A name at the beginning of a run of Chinese or Japanese signs, which have
    /// no spaces between words.
    fn prefix_at(&self, at: usize) -> Option<Mention> {
        const LONGEST: usize = 4;
        /// Signs for cities, prefectures, provinces and the like.
        const IS_PLACE: [char; 10] = ['都', '道', '府', '県', '市', '省', '州', '区', '县', '國'];
        let word = self.word(at);
        if !word.starts_with(is_ideograph) {
            return None;
        }
        let ends: Vec<usize> = word
            .char_indices()
            .skip(2)
            .map(|(at, _)| at)
            .chain([word.len()])
            .take(LONGEST)
            .collect();
        ends.iter().rev().find_map(|end| {
            let (name, rest) = word.split_at(*end);
            let ends_name =
                rest.is_empty() || rest.starts_with(IS_PLACE) || name.ends_with(IS_PLACE);
            let senses = gazetteer::senses(name);
            (ends_name && !senses.is_empty()).then(|| Mention {
                tokens: at..at + 1,
                senses,
                only_behind: false,
            })
        })
    }

    /// Whether the words from `at` on say that the name before them is an airport's.
    fn is_airport(&self, at: usize) -> bool {
        const KINDS: Words = Words::of("international regional municipal");
        let word = |i: usize| (i < self.tokens.len()).then(|| self.lower(i));
        let kind = word(at).is_some_and(|word| KINDS.has(&word));
        word(at + usize::from(kind)).is_some_and(|word| word == "airport")
    }

    /// A street, a university, a time zone or the like that has the name of a
    /// place in it.
    fn is_of_something_else(&self, first: usize, last: usize) -> bool {
        let plain_gap = |i: usize| {
            !self
                .gap_before(i)
                .contains([',', ';', '(', ')', '|', '/', '\n'])
        };
        if last + 1 < self.tokens.len() && plain_gap(last + 1) {
            let next = self.lower(last + 1);
            let next = next.trim_end_matches('.');
            if NAMED_AFTER_IT.has(next) {
                return true;
            }
            // "St" ends a street's name but begins a town's.
            if next == "st" && !self.gap_before(last + 1).contains('-') {
                let behind = last + 2 < self.tokens.len() && plain_gap(last + 2);
                return !behind;
            }
        }
        if first > 0 && plain_gap(first) {
            let before = self.lower(first - 1);
            // "Avenue Foch", but "159 Bayview Avenue Erie, PA".
            let ends_street = NAMED_AFTER_IT.has(&before)
                && first > 1
                && plain_gap(first - 1)
                && self.word(first - 2).starts_with(char::is_uppercase);
            if NAMED_BEFORE_IT.has(&before) && !ends_street {
                return true;
            }
            if before == "of" && first > 1 && plain_gap(first - 1) {
                return OF_IT.has(&self.lower(first - 2));
            }
        }
        false
    }

    /// Where the name of a place ends that begins with `state` and is none that the
    /// tables know: "Washington Crossing, PA", "Oregon Hill, Richmond, VA". A place
    /// that it lies in must follow, unless the name says that it is a township.
    pub(super) fn named_like_state(&self, state: &Mention) -> Option<usize> {
        const TOWNSHIP: Words = Words::of("township twp");
        let is_state = |s: &&Sense| !s.short && is_us_state(&s.means);
        let code = state.senses.iter().find(is_state)?.means;
        let plain = |i: usize| {
            self.gap_before(i)
                .chars()
                .all(|c| matches!(c, ' ' | '.' | '\''))
        };
        let mut next = state.tokens.end;
        while next < self.tokens.len() && plain(next) {
            let word = self.lower(next);
            let capital = self.word(next).starts_with(char::is_uppercase)
                && self.word(next).contains(char::is_lowercase);
            let goes_with_place = BETWEEN.has(&word)
                || LEAD.has(&word)
                || is_remote_word(&word)
                || COMPASS.has(&word);
            if !capital || goes_with_place || self.is_place_by_itself(next, &code) {
                return None;
            }
            next += 1;
        }
        let named = next > state.tokens.end && next - state.tokens.end <= LONGEST_NAME;
        if named && TOWNSHIP.has(&self.lower(next - 1)) {
            return Some(next);
        }
        if !named || next == self.tokens.len() || self.gap_before(next).trim() != "," {
            return None;
        }
        let outer = self.mention_at(next)?;
        let apart = |s: &Sense| s.means.country() == Some("US") && s.means != code;
        outer.senses.iter().any(apart).then_some(next)
    }

    /// Whether a town of the state stands behind its code: "OH-Toledo".
    pub(super) fn leads_town(&self, state: &Mention, means: &[Means]) -> bool {
        let next = state.tokens.end;
        let lies_there = |s: &Sense| means.iter().any(|outer| outer.contains(&s.means));
        self.setting != Setting::Prose
            && next < self.tokens.len()
            && self.gap_before(next) == "-"
            && self
                .mention_at(next)
                .is_some_and(|town| town.senses.iter().any(lies_there))
    }

    /// Whether a name with a capital and a comma stand before: "Wobbleton, NSW".
    pub(super) fn ends_town(&self, at: usize) -> bool {
        self.behind_name == Some(at)
            || self.setting == Setting::Line
                && at > 0
                && self.gap_before(at).trim() == ","
                && self.word(at - 1).starts_with(char::is_uppercase)
                && self.word(at - 1).contains(char::is_lowercase)
    }

    /// Whether a large place, or one in `state`, begins with the word `at`.
    fn is_place_by_itself(&self, at: usize, state: &Means) -> bool {
        const LARGE: u32 = 100_000;
        self.mention_at(at).is_some_and(|mention| {
            let means = || mention.senses.iter().map(|sense| sense.means);
            means().any(|m| m.weight() >= LARGE || state.contains(&m) || m == *state)
        })
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}
