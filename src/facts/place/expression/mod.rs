//! Reads the places out of words that are known to name places: the value of a
//! field, the words behind a cue, a line at the head. Knows names and how they
//! are strung together; not where the words stand.

mod group;
mod mention;
mod senses;
mod tokens;

use super::vocabulary::{BEHIND_EXCEPT, BETWEEN, EXCEPT, EXCEPT_PHRASES, LEAD, STATES};
use crate::domain::gazetteer::{self, Means};
use crate::facts::vocabulary::Words;
use group::{Group, settle_washington};
use mention::Mention;
use senses::{
    has_states, is_us_state, keep_in_zip, lists_states, lone_zip, named_within, order, share_state,
    spelled_out, stands_alone, states_of_area, town_in_state,
};
use std::borrow::Cow;
use std::ops::Range;
use tokens::{Token, item_around, joins, tokens};

/// How strictly names are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Words that hold nothing but places: capitals do not matter, and other
    /// words are passed over.
    Field,
    /// A line of a text that is about places: names have capitals, other words
    /// are passed over.
    Line,
    /// Running text behind a cue: names have capitals, and the first word that
    /// is neither a name nor between names ends the reading.
    Prose,
}

/// A place as named.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The words, as bytes of the text given.
    pub range: Range<usize>,
    /// What they can mean, the likeliest first; at least one.
    pub senses: Vec<Means>,
    /// Several levels are named together ("Springfield, IL").
    pub joined: bool,
    /// The words are an abbreviation that stands alone ("CA").
    pub short: bool,
    /// The item that names it speaks of remote work ("Remote - US").
    pub remote: bool,
    /// It stands behind "except".
    pub excluded: bool,
}

impl Named {
    /// Larger than a city.
    pub fn is_wide(&self) -> bool {
        !matches!(self.senses[0], Means::City(_) | Means::County(_))
    }

    /// A city that everybody knows.
    pub fn is_large(&self) -> bool {
        self.senses[0].weight() >= LARGE
    }
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Expression {
    pub places: Vec<Named>,
    /// Words other than names, connectives and the like were passed over.
    pub other_words: usize,
    /// Where the reading ended.
    pub end: usize,
}

/// Inhabitants of a city whose bare name counts behind a cue.
const LARGE: u32 = 100_000;

/// Inhabitants of a town whose bare name counts among other words.
const LARGE_ENOUGH: u32 = 25_000;

/// Words before the first name that are passed over in running text.
const MOST_LEADS: usize = 8;

/// Reads the places in `text`.
pub fn read(text: &str, setting: Setting) -> Expression {
    if setting != Setting::Prose
        && let Some(named) = lone_zip(text)
    {
        let end = named.range.end;
        return Expression {
            places: vec![named],
            other_words: 0,
            end,
        };
    }
    if setting == Setting::Prose && goes_on_with_small_word(text) {
        return Expression {
            other_words: 1,
            ..Expression::default()
        };
    }
    read_words(text, setting)
}

/// Whether a running text goes on with words that stand before names at most, and then a
/// small one that does not: most of them do, and need not be cut into words for it.
fn goes_on_with_small_word(text: &str) -> bool {
    /// Small words that name places together with others.
    const MAY_NAME: Words = Words::of("all any every fifty lower world globe planet home");
    let mut rest = text.trim_start_matches(' ');
    for _ in 0..MOST_LEADS {
        let small = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        let (word, behind) = rest.split_at(small);
        let may_go_on =
            |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'\'') || !b.is_ascii();
        if word.is_empty()
            || behind.bytes().next().is_some_and(may_go_on)
            || MAY_NAME.has(word)
            || is_remote_word(word)
            || EXCEPT.has(word)
            || EXCEPT_PHRASES.iter().any(|phrase| phrase[0] == word)
        {
            return false;
        }
        if !LEAD.has(word) && !BETWEEN.has(word) {
            return true;
        }
        let Some(next) = behind.strip_prefix(' ') else {
            return false;
        };
        rest = next;
    }
    false
}

fn read_words(text: &str, setting: Setting) -> Expression {
    let tokens = tokens(text);
    let mut reader = Reader {
        text,
        tokens: &tokens,
        setting,
        groups: Vec::new(),
        other_words: 0,
        excluding: None,
        states: false,
        remote_items: Vec::new(),
        behind_name: None,
    };
    reader.states = reader.begins_with_codes();
    let end = reader.run();
    reader.finish(end)
}

/// The place that words name and nothing else, or name first with what it lies in, before
/// a bracket, a stop or what goes on small: "Portland, Maine and surrounding towns".
pub fn first_place(words: &str) -> Option<Named> {
    let whole = read(words, Setting::Line);
    if whole.other_words == 0 {
        return whole.places.into_iter().next();
    }
    let first = read(words, Setting::Prose).places.into_iter().next()?;
    let behind = &words[first.range.end..];
    let ends = behind.starts_with(['.', ';', ')'])
        || behind.starts_with(" (")
        || behind
            .strip_prefix(' ')
            .is_some_and(|next| next.starts_with(char::is_lowercase));
    (first.range.start == 0 && first.joined && !first.is_wide() && ends).then_some(first)
}

/// Names are taken out from here on.
#[derive(Debug, Clone, Copy)]
struct Exception {
    /// It stands in brackets, and ends with them.
    in_brackets: bool,
    /// A name was taken out.
    named: bool,
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    setting: Setting,
    groups: Vec<Group>,
    other_words: usize,
    excluding: Option<Exception>,
    /// Words before the names say that these are states, so that every pair of
    /// capitals is one.
    states: bool,
    /// Where words of remote work stand.
    remote_items: Vec<usize>,
    /// The word behind a town whose name begins with a state's.
    behind_name: Option<usize>,
}

impl<'t> Reader<'t> {
    fn word(&self, index: usize) -> &'t str {
        let token = self.tokens[index];
        &self.text[token.start..token.end]
    }

    fn lower(&self, index: usize) -> Cow<'t, str> {
        let word = self.word(index);
        // Most words are small already.
        if word.bytes().all(|b| b.is_ascii_lowercase()) {
            Cow::Borrowed(word)
        } else {
            Cow::Owned(word.to_lowercase())
        }
    }

    fn gap_before(&self, index: usize) -> &'t str {
        let from = if index == 0 {
            0
        } else {
            self.tokens[index - 1].end
        };
        &self.text[from..self.tokens[index].start]
    }

    /// Goes through the words; returns where it stopped.
    fn run(&mut self) -> usize {
        let mut at = 0;
        let mut end = 0;
        let street = self.setting == Setting::Prose && self.begins_with_street();
        while at < self.tokens.len() {
            if self.setting == Setting::Prose && at > 0 && self.gap_before(at).contains('\n') {
                break;
            }
            self.end_exception(at);
            let in_street = street && self.groups.is_empty() && !self.gap_before(at).contains(',');
            if !in_street && let Some(mention) = self.mention_at(at) {
                if let Some(next) = self.named_like_state(&mention) {
                    self.behind_name = Some(next);
                    at = next;
                    continue;
                }
                let next = mention.tokens.end;
                if self.add(mention) {
                    end = self.tokens[next - 1].end;
                    at = next;
                    continue;
                }
            }
            let word = self.lower(at);
            let home_based =
                word == "home" && self.tokens.len() > at + 1 && self.lower(at + 1) == "based";
            if is_remote_word(&word) || home_based {
                self.remote_items.push(self.tokens[at].start);
            } else if let Some(length) = self.exception_at(at, &word) {
                self.excluding = Some(Exception {
                    in_brackets: self.gap_before(at).contains('('),
                    named: false,
                });
                at += length;
                continue;
            } else if self.setting == Setting::Prose {
                let lead = self.groups.is_empty()
                    && (at < MOST_LEADS && LEAD.has(&word) || street && at < 10);
                let taking_out =
                    self.excluding.is_some_and(|e| !e.named) && BEHIND_EXCEPT.has(&word);
                if !lead && !taking_out && !BETWEEN.has(&word) {
                    self.other_words += 1;
                    break;
                }
            } else if !BETWEEN.has(&word) && !LEAD.has(&word) && !is_postcode(self.word(at)) {
                self.other_words += 1;
            }
            self.states |= STATES.has(&word);
            at += 1;
        }
        end
    }

    /// "IA, NE and CO": three pairs of capitals that are states.
    fn begins_with_codes(&self) -> bool {
        const LEAST: usize = 3;
        let is_state = |at: usize| {
            let word = self.word(at);
            let pair = word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
            pair && gazetteer::senses(word)
                .iter()
                .any(|s| is_us_state(&s.means))
        };
        let listed = (0..self.tokens.len())
            .take_while(|at| is_state(*at) || ["and", "or"].contains(&self.word(*at)));
        listed.filter(|at| is_state(*at)).count() >= LEAST
    }

    /// "at 12 Harbor Way, Tacoma", but not "within 12 miles of Tacoma".
    fn begins_with_street(&self) -> bool {
        self.tokens.len() > 2
            && self.word(0).starts_with(|c: char| c.is_ascii_digit())
            && self.text[..self.tokens[0].start].trim().is_empty()
            && self.word(1).starts_with(char::is_alphanumeric)
            && !self.word(1).starts_with(char::is_lowercase)
    }

    /// How many words from `at` on take out what follows.
    fn exception_at(&self, at: usize, word: &str) -> Option<usize> {
        if EXCEPT.has(word) {
            return Some(1);
        }
        EXCEPT_PHRASES
            .iter()
            .filter(|phrase| phrase[0] == word && at + phrase.len() <= self.tokens.len())
            .find(|phrase| (1..phrase.len()).all(|i| self.lower(at + i) == phrase[i]))
            .map(|phrase| phrase.len())
    }

    /// An exception holds up to the end of its brackets or of its item.
    fn end_exception(&mut self, at: usize) {
        if let Some(exception) = self.excluding {
            let gap = self.gap_before(at);
            let closed = exception.in_brackets && gap.contains(')');
            if closed || (exception.named && gap.contains([';', '|', '\n'])) {
                self.excluding = None;
            }
        }
    }

    /// Joins a mention to what stands before it, or begins with it anew. False
    /// if it counts for nothing here.
    fn add(&mut self, mention: Mention) -> bool {
        let from = self.tokens[mention.tokens.start].start;
        let to = self.tokens[mention.tokens.end - 1].end;
        let mut means: Vec<Means> = mention.senses.iter().map(|s| s.means).collect();
        let short = mention.senses.iter().all(|s| s.short);
        let gap = self.groups.last().map(|g| &self.text[g.range.end..from]);
        let spoken = gap.is_some_and(|gap| gap.contains(char::is_alphabetic));
        if gap.is_some_and(joins) {
            settle_washington(&mut self.groups, &means);
        }
        if let Some(group) = self.groups.last_mut()
            && !group.closed
            && gap.is_some_and(joins)
            && (!spoken || group.lies_mostly_in(&means))
            && group.join(&means, short)
        {
            group.range.end = to;
            return true;
        }
        if mention.only_behind {
            return false;
        }
        let words = &self.text[from..to];
        // What counts only behind what lies in it does not count here.
        if !short && words.contains(char::is_lowercase) {
            let long = mention.senses.iter().filter(|s| !s.short);
            means = long.map(|s| s.means).collect();
        }
        // Behind "except" and "the following states", a pair of capitals is a
        // state, and so it is behind a town that no table knows.
        let known_state = (self.excluding.is_some()
            || self.states && self.is_apart(mention.tokens.start)
            || self.ends_town(mention.tokens.start))
            && means
                .iter()
                .any(|m| matches!(m, Means::Region(code) if has_states(code)));
        let remote = self.closes_remote(&mention);
        if remote {
            means.retain(|m| matches!(m, Means::Country(_)));
        }
        let alone = stands_alone(words, self.setting);
        if short && !known_state && !remote && !alone && !self.leads_town(&mention, &means) {
            return false;
        }
        if let Some(exception) = &mut self.excluding {
            exception.named = true;
        }
        if let Some(last) = self.groups.last_mut() {
            last.closed = true;
        }
        let top = means.iter().map(Means::weight).max().unwrap_or(0);
        self.groups.push(Group {
            range: from..to,
            inner: means,
            top,
            levels: 1,
            short: short && !remote,
            excluded: self.excluding.is_some(),
            descending: false,
            closed: false,
            by_code: false,
        });
        true
    }

    /// "OR" and "IN" in a list of states stand between commas.
    fn is_apart(&self, at: usize) -> bool {
        !BETWEEN.has(&self.lower(at)) || self.gap_before(at).contains([',', '/', ':'])
    }

    fn finish(mut self, end: usize) -> Expression {
        let mut places = Vec::new();
        if self.setting != Setting::Prose && self.remote_items.is_empty() && self.other_words == 0 {
            town_in_state(self.text, &mut self.groups);
        }
        let alone = self.groups.len() == 1 && self.other_words == 0;
        let among_states = lists_states(&self.groups);
        for group in spelled_out(
            self.text,
            named_within(self.text, share_state(self.text, self.groups)),
        ) {
            // A village's name among other words is likelier to be a word.
            if !alone && group.levels == 1 && group.top < LARGE_ENOUGH {
                continue;
            }
            let item = item_around(self.text, &group.range);
            let remote = self.remote_items.iter().any(|at| item.contains(at));
            let mut range = group.range;
            let mut senses = group.inner;
            let mut joined = group.levels > 1;
            if let Some(length) = keep_in_zip(&self.text[range.end..], &mut senses) {
                range.end += length;
                joined = true;
            }
            if self.text[range.clone()].contains('(') && self.text[range.end..].starts_with(')') {
                range.end += 1;
            }
            let short = group.short && group.levels == 1;
            if let Some(states) = states_of_area(self.text, &mut range, &senses) {
                senses = states;
                joined = true;
            }
            if short && among_states && senses.iter().any(is_us_state) {
                senses.retain(is_us_state);
            }
            order(&mut senses, short);
            if group.by_code {
                senses.sort_by_key(|m| m.country() != Some("US") || is_us_state(m));
            }
            if !senses.is_empty() {
                places.push(Named {
                    range,
                    senses,
                    joined,
                    short,
                    remote,
                    excluded: group.excluded,
                });
            }
        }
        Expression {
            places,
            other_words: self.other_words,
            end,
        }
    }
}

/// US ZIP codes and their like.
fn is_postcode(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

/// Words of remote work.
pub fn is_remote_word(word: &str) -> bool {
    matches!(
        word,
        "remote"
            | "remotely"
            | "remoto"
            | "remota"
            | "anywhere"
            | "virtual"
            | "telework"
            | "telecommute"
            | "wfh"
            | "homeoffice"
            | "télétravail"
            | "zdalnie"
            | "zdalna"
            | "distributed"
    )
}

#[cfg(test)]
mod tests;
