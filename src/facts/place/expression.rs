//! Reads the places out of words that are known to name places: the value of a
//! field, the words behind a cue, a line at the head. Knows names and how they
//! are strung together; not where the words stand.

use super::vocabulary::{
    BEHIND_EXCEPT, BETWEEN, COMPASS, EXCEPT, EXCEPT_PHRASES, LEAD, NAMED_AFTER_IT, NAMED_BEFORE_IT,
    OF_IT, STANDS_ALONE, STATES,
};
use crate::domain::gazetteer::{self, Means, Sense};
use crate::facts::vocabulary::Words;
use std::ops::Range;
use tokens::{Token, is_within_name, item_around, joins, tokens};

mod tokens;

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

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Expression {
    pub places: Vec<Named>,
    /// Words other than names, connectives and the like were passed over.
    pub other_words: usize,
    /// Where the reading ended.
    pub end: usize,
}

/// A name in the text before names are joined.
struct Mention {
    tokens: Range<usize>,
    senses: Vec<Sense>,
    /// It counts only behind a place that lies in it ("Calif.").
    only_behind: bool,
}

/// No name in the tables has more words.
const LONGEST_NAME: usize = 6;

/// Inhabitants of a town whose bare name counts among other words.
const LARGE_ENOUGH: u32 = 25_000;

/// Reads the places in `text`.
pub fn read(text: &str, setting: Setting) -> Expression {
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
    let end = reader.run();
    reader.finish(end)
}

struct Group {
    range: Range<usize>,
    inner: Vec<Means>,
    /// The largest thing that the first name could mean at all.
    top: u32,
    levels: usize,
    short: bool,
    excluded: bool,
    /// Only lower levels follow ("US, CA, Fresno").
    descending: bool,
    closed: bool,
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

    fn lower(&self, index: usize) -> String {
        self.word(index).to_lowercase()
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
            if is_remote_word(&word) {
                self.remote_items.push(self.tokens[at].start);
            } else if let Some(length) = self.exception_at(at, &word) {
                self.excluding = Some(Exception {
                    in_brackets: self.gap_before(at).contains('('),
                    named: false,
                });
                at += length;
                continue;
            } else if self.setting == Setting::Prose {
                let lead =
                    self.groups.is_empty() && (at < 8 && LEAD.has(&word) || street && at < 10);
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

    /// Where the name of a place ends that begins with `state` and is none that the
    /// tables know: "Washington Crossing, PA", "Oregon Hill, Richmond, VA". A place
    /// that it lies in must follow, unless the name says that it is a township.
    fn named_like_state(&self, state: &Mention) -> Option<usize> {
        const TOWNSHIP: Words = Words("township twp");
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

    /// Whether a large place, or one in `state`, begins with the word `at`.
    fn is_place_by_itself(&self, at: usize, state: &Means) -> bool {
        const LARGE: u32 = 100_000;
        self.mention_at(at).is_some_and(|mention| {
            let means = || mention.senses.iter().map(|sense| sense.means);
            means().any(|m| m.weight() >= LARGE || state.contains(&m) || m == *state)
        })
    }

    /// The longest name that begins with the word `at`.
    fn mention_at(&self, at: usize) -> Option<Mention> {
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
        let most = LONGEST_NAME.min(self.tokens.len() - at);
        let joined = (1..most).take_while(|i| is_within_name(self.gap_before(at + i)));
        for count in (1..=joined.count() + 1).rev() {
            let last = at + count - 1;
            if self.setting != Setting::Field && self.word(last).starts_with(char::is_lowercase) {
                continue;
            }
            let words = &self.text[self.tokens[at].start..self.tokens[last].end];
            let mut senses = gazetteer::senses(words);
            let in_capitals = !words.contains(char::is_lowercase);
            let only_behind = !in_capitals && !senses.is_empty() && senses.iter().all(|s| s.short);
            if !in_capitals && !only_behind {
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
            return Some(Mention {
                tokens: at..last + 1,
                senses,
                only_behind,
            });
        }
        None
    }

    /// "50 states", and "all states" from which one is taken out.
    fn all_states_at(&self, at: usize) -> Option<Mention> {
        let word = |by: usize| (at + by < self.tokens.len()).then(|| self.lower(at + by));
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
        const AROUND: Words = Words("anywhere in on around across throughout the from");
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

    /// Joins a mention to what stands before it, or begins with it anew. False
    /// if it counts for nothing here.
    fn add(&mut self, mention: Mention) -> bool {
        let from = self.tokens[mention.tokens.start].start;
        let to = self.tokens[mention.tokens.end - 1].end;
        let means: Vec<Means> = mention.senses.iter().map(|s| s.means).collect();
        let short = mention.senses.iter().all(|s| s.short);
        let gap = self.groups.last().map(|g| &self.text[g.range.end..from]);
        let spoken = gap.is_some_and(|gap| gap.contains(char::is_alphabetic));
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
        // Behind "except" and "the following states", a pair of capitals is a
        // state, and so it is behind a town that no table knows.
        let known_state = (self.excluding.is_some()
            || self.states && self.is_apart(mention.tokens.start)
            || self.ends_town(mention.tokens.start))
            && means
                .iter()
                .any(|m| matches!(m, Means::Region(code) if has_states(code)));
        if short && !known_state && !stands_alone(words, self.setting) {
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
            short,
            excluded: self.excluding.is_some(),
            descending: false,
            closed: false,
        });
        true
    }

    /// "OR" and "IN" in a list of states stand between commas.
    fn is_apart(&self, at: usize) -> bool {
        !BETWEEN.has(&self.lower(at)) || self.gap_before(at).contains([',', '/', ':'])
    }

    /// Whether a name with a capital and a comma stand before: "Wobbleton, NSW".
    fn ends_town(&self, at: usize) -> bool {
        self.behind_name == Some(at)
            || self.setting == Setting::Line
                && at > 0
                && self.gap_before(at).trim() == ","
                && self.word(at - 1).starts_with(char::is_uppercase)
                && self.word(at - 1).contains(char::is_lowercase)
    }

    fn finish(self, end: usize) -> Expression {
        let mut places = Vec::new();
        let alone = self.groups.len() == 1 && self.other_words == 0;
        let among_states = lists_states(&self.groups);
        for group in self.groups {
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
            if short && among_states && senses.iter().any(is_us_state) {
                senses.retain(is_us_state);
            }
            order(&mut senses, short);
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

impl Group {
    /// Takes `next` in as the place that this lies in, or that lies in this.
    fn join(&mut self, next: &[Means], short: bool) -> bool {
        let next_top = next.iter().map(Means::weight).max().unwrap_or(0);
        // "CA, MD" are two states; "LA, CA" is a city in one.
        let two_states = self.short
            && short
            && self.inner.iter().any(is_us_state)
            && next.iter().any(is_us_state);
        let is_city = |m: &Means| matches!(m, Means::City(_));
        if !self.descending || self.levels == 1 {
            let mut kept = self.inner.clone();
            kept.retain(|inner| next.iter().any(|outer| outer.contains(inner)));
            if two_states {
                kept.retain(is_city);
            }
            if !kept.is_empty() && (short || self.is_likely_inside(&kept, next, next_top)) {
                self.inner = kept;
                self.levels += 1;
                return true;
            }
        }
        if (self.levels == 1 || self.descending) && !two_states {
            let wide = |m: &&Means| matches!(m, Means::Country(_) | Means::Region(_));
            let kept: Vec<Means> = next
                .iter()
                .filter(|inner| {
                    self.inner
                        .iter()
                        .filter(wide)
                        .any(|outer| outer.contains(inner))
                })
                .copied()
                .collect();
            let best = kept.iter().map(Means::weight).max().unwrap_or(0);
            if !kept.is_empty() && (short || is_much_of(best, next_top)) {
                self.inner = kept;
                self.top = next_top;
                self.levels += 1;
                self.descending = true;
                return true;
            }
        }
        false
    }

    /// Whether what it means at first lies in one of `outers`, so that words
    /// between them ("Haarlem, the Netherlands") join and do not list.
    fn lies_mostly_in(&self, outers: &[Means]) -> bool {
        let inside = |m: &&Means| outers.iter().any(|outer| outer.contains(m));
        let best = self.inner.iter().filter(inside).map(Means::weight).max();
        best.is_some_and(|best| is_much_of(best, self.top))
    }

    /// "Rome, Georgia" is one place; "Boston, New York" and "Mexico, New York"
    /// are two, though small towns make them possible.
    fn is_likely_inside(&self, kept: &[Means], next: &[Means], next_top: u32) -> bool {
        if self.levels > 1 {
            return true;
        }
        let best = kept.iter().map(Means::weight).max().unwrap_or(0);
        // Two countries or two states are a list.
        let level = |names: &[Means], top: u32| {
            names
                .iter()
                .find(|m| m.weight() == top)
                .map(std::mem::discriminant)
        };
        let self_is_wide = !matches!(
            self.inner.iter().find(|m| m.weight() == self.top),
            Some(Means::City(_) | Means::County(_)) | None
        );
        let same_level = self_is_wide && level(&self.inner, self.top) == level(next, next_top);
        let next_is_city = next
            .iter()
            .any(|m| matches!(m, Means::City(_)) && m.weight() == next_top);
        if same_level || next_is_city {
            is_much_of(best, self.top)
        } else {
            true
        }
    }
}

/// Of towns of one name, keeps those that lie in the state of the ZIP code that
/// `behind` begins with; its length, if that told them apart.
fn keep_in_zip(behind: &str, senses: &mut Vec<Means>) -> Option<usize> {
    let code = behind.trim_start_matches([' ', ',']);
    let lead = behind.len() - code.len();
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&lead) || digits != 5 {
        return None;
    }
    let state = gazetteer::state_of_zip(&code[..digits])?;
    let lies_there = |m: &Means| matches!(m, Means::City(_)) && m.region() == Some(state);
    if senses.iter().all(|m| m.region() == Some(state)) || !senses.iter().any(lies_there) {
        return None;
    }
    senses.retain(lies_there);
    Some(lead + digits)
}

/// Whether the names are a list of states, in which "LA" is Louisiana. "NY, LA and
/// DC" are as likely cities.
fn lists_states(groups: &[Group]) -> bool {
    let short = |g: &&Group| g.short && g.levels == 1;
    let is_plain =
        |m: &Means| is_us_state(m) && !matches!(m, Means::Region("US-LA" | "US-NY" | "US-DC"));
    let cities = groups.iter().filter(short).any(|g| {
        !g.inner.iter().any(is_us_state) && g.inner.iter().all(|m| matches!(m, Means::City(_)))
    });
    let states = groups.iter().filter(short);
    !cities && states.filter(|g| g.inner.iter().any(is_plain)).count() >= 2
}

fn is_us_state(means: &Means) -> bool {
    matches!(means, Means::Region(code) if code.starts_with("US-"))
}

/// Whether a region's country is one whose states people abbreviate.
fn has_states(code: &str) -> bool {
    ["US", "CA", "AU"].contains(&gazetteer::country_of(code))
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_much_of(part: u32, whole: u32) -> bool {
    u64::from(part) * 5 >= u64::from(whole)
}

/// Puts the likeliest meaning first. Of a region and its city of one name, the
/// city is meant, unless the region is one of those that everybody names.
/// A bare pair of capitals is a state of the US rather than a country.
fn order(senses: &mut Vec<Means>, short: bool) {
    senses.sort_by_key(|m| {
        let state = short && is_us_state(m);
        (std::cmp::Reverse(state), std::cmp::Reverse(m.weight()))
    });
    senses.dedup();
    // "LA" and "SF" are the cities.
    if short
        && let Some(city) = senses
            .iter()
            .copied()
            .find(|m| matches!(m, Means::City(c) if c.population > 500_000))
    {
        *senses = vec![city];
        return;
    }
    let Some(Means::Region(code)) = senses.first().copied() else {
        return;
    };
    if ["US", "CA", "AU"].contains(&gazetteer::country_of(code)) || code.starts_with("GB-") {
        return;
    }
    let city = senses
        .iter()
        .position(|m| matches!(m, Means::City(_)) && m.region() == Some(code));
    if let Some(city) = city {
        let city = senses.remove(city);
        senses.insert(0, city);
    }
}

/// Whether an abbreviation counts by itself.
fn stands_alone(words: &str, setting: Setting) -> bool {
    let key = gazetteer::key(words);
    let known = STANDS_ALONE.has(&key);
    match setting {
        // "N/A" is not Namibia.
        Setting::Field => known || key.len() == 2 && key != "na" || key.len() == 3,
        Setting::Line | Setting::Prose => known,
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
