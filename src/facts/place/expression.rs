//! Reads the places out of words that are known to name places: the value of a
//! field, the words behind a cue, a line at the head. Knows names and how they
//! are strung together; not where the words stand.

use crate::domain::gazetteer::{self, Means, Sense};
use std::ops::Range;

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

#[derive(Debug, Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
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
        excluding: false,
        remote_items: Vec::new(),
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

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token],
    setting: Setting,
    groups: Vec<Group>,
    other_words: usize,
    excluding: bool,
    /// Where words of remote work stand.
    remote_items: Vec<usize>,
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
        while at < self.tokens.len() {
            if self.setting == Setting::Prose && at > 0 && self.gap_before(at).contains('\n') {
                break;
            }
            if let Some(mention) = self.mention_at(at) {
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
            } else if EXCEPT.contains(&word.as_str())
                || (word == "not" && self.next_is(at, &["in", "available", "open"]))
            {
                self.excluding = true;
            } else if self.setting == Setting::Prose {
                let lead = self.groups.is_empty() && at < 8 && LEAD.contains(&word.as_str());
                if !lead && !BETWEEN.contains(&word.as_str()) {
                    self.other_words += 1;
                    break;
                }
            } else if !BETWEEN.contains(&word.as_str())
                && !LEAD.contains(&word.as_str())
                && !is_postcode(self.word(at))
            {
                self.other_words += 1;
            }
            at += 1;
        }
        end
    }

    fn next_is(&self, at: usize, words: &[&str]) -> bool {
        at + 1 < self.tokens.len() && words.contains(&self.lower(at + 1).as_str())
    }

    /// The longest name that begins with the word `at`.
    fn mention_at(&self, at: usize) -> Option<Mention> {
        let first = self.word(at);
        if first.bytes().all(|b| b.is_ascii_digit()) || LEAD.contains(&first) {
            return None;
        }
        if self.setting != Setting::Field && first.starts_with(char::is_lowercase) {
            return None;
        }
        let most = LONGEST_NAME.min(self.tokens.len() - at);
        for count in (1..=most).rev() {
            let last = at + count - 1;
            if !(at + 1..=last).all(|i| is_within_name(self.gap_before(i))) {
                continue;
            }
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
            if NAMED_AFTER_IT.contains(&next) {
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
            if NAMED_BEFORE_IT.contains(&before.as_str()) {
                return true;
            }
            if before == "of" && first > 1 && plain_gap(first - 1) {
                return OF_IT.contains(&self.lower(first - 2).as_str());
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
        if let Some(group) = self.groups.last_mut()
            && !group.closed
            && joins(&self.text[group.range.end..from])
            && group.join(&means, short)
        {
            group.range.end = to;
            return true;
        }
        if mention.only_behind {
            return false;
        }
        let words = &self.text[from..to];
        if short && !stands_alone(words, self.setting) {
            return false;
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
            excluded: self.excluding,
            descending: false,
            closed: false,
        });
        true
    }

    fn finish(self, end: usize) -> Expression {
        let mut places = Vec::new();
        let alone = self.groups.len() == 1 && self.other_words == 0;
        for group in self.groups {
            // A village's name among other words is likelier to be a word.
            if !alone && group.levels == 1 && group.top < LARGE_ENOUGH {
                continue;
            }
            let item = item_around(self.text, &group.range);
            let remote = self.remote_items.iter().any(|at| item.contains(at));
            let mut senses = group.inner;
            order(&mut senses, group.short && group.levels == 1);
            if !senses.is_empty() {
                places.push(Named {
                    range: group.range,
                    senses,
                    joined: group.levels > 1,
                    short: group.short && group.levels == 1,
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
        if !self.descending || self.levels == 1 {
            let mut kept = self.inner.clone();
            kept.retain(|inner| next.iter().any(|outer| outer.contains(inner)));
            if !kept.is_empty() && (short || self.is_likely_inside(&kept, next, next_top)) {
                self.inner = kept;
                self.levels += 1;
                return true;
            }
        }
        if self.levels == 1 || self.descending {
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

fn is_much_of(part: u32, whole: u32) -> bool {
    u64::from(part) * 5 >= u64::from(whole)
}

/// Puts the likeliest meaning first. Of a region and its city of one name, the
/// city is meant, unless the region is one of those that everybody names.
/// A bare pair of capitals is a state of the US rather than a country.
fn order(senses: &mut Vec<Means>, short: bool) {
    senses.sort_by_key(|m| {
        let state = short && matches!(m, Means::Region(code) if code.starts_with("US-"));
        (std::cmp::Reverse(state), std::cmp::Reverse(m.weight()))
    });
    senses.dedup();
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

/// The words of `text`: letters, digits, and what stands within a word.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let within = match c {
            '\'' | '\u{2019}' | '.' => {
                open.is_some() && chars.peek().is_some_and(|(_, n)| n.is_alphanumeric())
            }
            c => c.is_alphanumeric(),
        };
        match (open, within) {
            (None, true) => open = Some(at),
            (Some(start), false) => {
                // The last point of "U.S." belongs to it.
                let dotted = c == '.' && text[start..at].contains('.');
                let end = if dotted { at + 1 } else { at };
                tokens.push(Token { start, end });
                open = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    if let Some(start) = open {
        tokens.push(Token {
            start,
            end: text.len(),
        });
    }
    tokens
}

/// What may stand between two words of one name.
fn is_within_name(gap: &str) -> bool {
    gap.chars().count() <= 3
        && gap.chars().all(|c| {
            matches!(
                c,
                ' ' | '\u{a0}' | '-' | '\u{2010}'..='\u{2013}' | '.' | '/' | '&' | '\''
            )
        })
}

/// What may stand between a place and the one that it lies in.
fn joins(gap: &str) -> bool {
    if gap.contains('\n') && gap.trim_matches(|c: char| c == ',' || c.is_whitespace()) != "" {
        return false;
    }
    let mut signs = gap.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next()) {
        (None, _) => !gap.contains('\n'),
        (Some(sign), None) => matches!(
            sign,
            ',' | '-' | '\u{2010}'..='\u{2014}' | '(' | '|' | '.' | ':' | '\u{b7}'
        ),
        (Some(','), Some('(')) | (Some('.'), Some(',')) | (Some(')'), Some(',')) => true,
        _ => false,
    }
}

/// The item of a list in which `range` stands.
fn item_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let ends = |c: char| matches!(c, ';' | '|' | '/' | '\n' | '\u{2022}');
    let start = text[..range.start].rfind(ends).map_or(0, |at| at + 1);
    let end = text[range.end..]
        .find(ends)
        .map_or(text.len(), |at| range.end + at);
    start..end
}

/// Abbreviations that are places by themselves; the others are words, too, or
/// say too little without a city.
fn stands_alone(words: &str, setting: Setting) -> bool {
    let key = gazetteer::key(words);
    let known = STANDS_ALONE.contains(&key.as_str());
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

const STANDS_ALONE: &[&str] = &[
    "us", "usa", "uk", "uae", "eu", "eea", "nz", "nyc", "sf", "dc", "la", "ny", "nj", "ca", "wa",
    "tx", "fl", "ma", "il", "co", "va", "md", "ga", "nc", "az", "ut", "ct", "emea", "apac", "apj",
    "japac", "latam", "nam", "namer", "noram", "dach", "cee", "anz", "gcc", "mena", "amer", "rtp",
    "dfw", "dmv", "gta", "atl", "slc", "cdmx", "hcmc", "nrw", "bc", "on", "qc", "gb", "uki", "gdl",
    "caba", "conus", "blr", "pei",
];

/// Words before the first name.
const LEAD: &[&str] = &[
    "the",
    "our",
    "either",
    "one",
    "of",
    "any",
    "a",
    "an",
    "in",
    "at",
    "near",
    "beautiful",
    "downtown",
    "sunny",
    "central",
    "offices",
    "office",
    "locations",
    "location",
    "following",
    "heart",
    "city",
    "state",
    "states",
    "from",
    "within",
    "is",
    "are",
    "be",
    "or",
    "and",
    "both",
    "around",
    "area",
    "areas",
    "other",
    "parts",
    "part",
    "anywhere",
    "remotely",
    "someone",
    "is:",
    "country",
    "countries",
    "region",
    "metro",
    "greater",
    "hub",
    "hubs",
    "la",
    "le",
    "en",
    "à",
    "a",
    "w",
    "we",
    "bei",
    "im",
    "der",
    "die",
    "das",
    "den",
    "el",
];

/// Words between names, and behind them.
const BETWEEN: &[&str] = &[
    "and",
    "or",
    "as",
    "well",
    "nor",
    "both",
    "plus",
    "either",
    "in",
    "the",
    "our",
    "offices",
    "office",
    "area",
    "areas",
    "hub",
    "hubs",
    "region",
    "regions",
    "hq",
    "headquarters",
    "et",
    "ou",
    "und",
    "oder",
    "y",
    "o",
    "i",
    "lub",
    "e",
    "en",
    "of",
    "metro",
    "metropolitan",
    "greater",
    "at",
    "any",
    "state",
    "states",
    "hybrid",
    "onsite",
    "site",
    "on",
    "à",
    "w",
    "com",
    "one",
    "only",
    "from",
    "within",
    "based",
];

const EXCEPT: &[&str] = &[
    "except",
    "excluding",
    "excl",
    "excludes",
    "besides",
    "without",
    "sauf",
    "außer",
    "exc",
];

/// Words behind a place's name that make it the name of something else.
const NAMED_AFTER_IT: &[&str] = &[
    "street",
    "avenue",
    "ave",
    "road",
    "rd",
    "boulevard",
    "blvd",
    "drive",
    "lane",
    "ln",
    "square",
    "plaza",
    "parkway",
    "pkwy",
    "highway",
    "hwy",
    "court",
    "strasse",
    "straße",
    "platz",
    "allee",
    "university",
    "college",
    "institute",
    "school",
    "bank",
    "times",
    "dynamics",
    "airlines",
    "airways",
    "hospital",
    "museum",
    "library",
    "standard",
    "time",
    "stock",
    "exchange",
    "fair",
    "ordinance",
    "law",
    "labor",
    "consumer",
    "privacy",
    "act",
    "equal",
    "human",
    "pay",
    "post",
    "journal",
    "capital",
    "consulting",
    "scientific",
    "mutual",
    "life",
    "resident",
    "language",
    "speaking",
    "speaker",
    "nationals",
    "citizen",
    "citizens",
    "citizenship",
    "dollars",
    "giants",
    "yankees",
    "lakers",
    "patriots",
    "theatre",
    "theater",
    "orchestra",
    "symphony",
];

/// Words before a place's name that make it the name of something else.
const NAMED_BEFORE_IT: &[&str] = &[
    "rue",
    "avenue",
    "calle",
    "avenida",
    "via",
    "rua",
    "ulica",
    "ul",
    "avda",
    "boulevard",
    "place",
];

/// Things that are called "… of" a place.
const OF_IT: &[&str] = &[
    "university",
    "bank",
    "college",
    "institute",
    "museum",
    "school",
    "library",
    "church",
    "laws",
    "law",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, setting: Setting) -> String {
        let read = read(text, setting);
        let mut out: Vec<String> = Vec::new();
        for place in &read.places {
            let first = place.senses[0];
            let what = match first {
                Means::City(city) => format!("{}/{}", city.name(), city.region),
                Means::Region(code) | Means::Country(code) => code.to_owned(),
                Means::County(county) => format!("{}/{}", county.name, county.region),
                Means::Metro(metro) => metro.name.to_owned(),
                Means::Area(area) => area.name.to_owned(),
            };
            let mark = match (place.remote, place.excluded) {
                (_, true) => "-",
                (true, false) => "~",
                (false, false) => "",
            };
            out.push(format!("{mark}{what}"));
        }
        out.join(" + ")
    }

    #[test]
    fn fields_name_places_in_many_ways() {
        for (text, expected) in [
            (
                "San Francisco, CA, US; Palo Alto, CA, US; New York, NY, US",
                "San Francisco/US-CA + Palo Alto/US-CA + New York/US-NY",
            ),
            ("Remote,Warsaw, Poland", "~Warsaw/PL-14"),
            ("remote,Germany (Remote)", "~DE"),
            ("Remote, USA", "~US"),
            ("US Remote", "~US"),
            ("New York, NY (HQ)", "New York/US-NY"),
            ("SF/NY", "San Francisco/US-CA + US-NY"),
            ("Santa Clara,CA", "Santa Clara/US-CA"),
            ("Mountain View, CALIFORNIA", "Mountain View/US-CA"),
            ("US-CA-Fremont (1003)", "Fremont/US-CA"),
            ("US, CA, Santa Clara", "Santa Clara/US-CA"),
            ("United States, Washington, Redmond", "Redmond/US-WA"),
            ("Sao Paulo - Brazil", "São Paulo/BR-SP"),
            ("Canada - Toronto", "Toronto/CA-ON"),
            ("Bangalore, Karnataka, India", "Bengaluru/IN-KA"),
            ("Barcelona (Espanya)", "Barcelona/ES-CT"),
            ("Salzburg, Austria +4 more locations", "Salzburg/AT-5"),
            (
                "341 W 38th Street, Suite 801, New York, NY 10018",
                "New York/US-NY",
            ),
            ("London (EC2R 7HJ)", "London/GB-LND"),
            ("Paris et à Lyon", "Paris/FR-IDF + Lyon/FR-ARA"),
            ("Anywhere in the U.S. (remote)", "~US"),
            ("Virtual - Any State - USA", "~US"),
            ("San Francisco Bay Area", "San Francisco Bay Area"),
            ("Edinburgh, Scotland, UK", "Edinburgh/GB-SCT"),
            ("Sydney NSW", "Sydney/AU-NSW"),
            ("Toronto, ON M5V 2T6", "Toronto/CA-ON"),
            (
                "Miami, FL, US / Remote (New York, NY, US; São Paulo, SP, BR)",
                "Miami/US-FL + ~New York/US-NY + São Paulo/BR-SP",
            ),
            (
                "Washington, DC; Chicago, IL",
                "Washington/US-DC + Chicago/US-IL",
            ),
            ("Toronto, CA", "Toronto/CA-ON"),
            ("Fresno, CA", "Fresno/US-CA"),
            ("Fresno, Calif.", "Fresno/US-CA"),
            ("Boston, Mass.", "Boston/US-MA"),
            ("Bangalore, IN", "Bengaluru/IN-KA"),
            ("Tokyo, JP", "Tokyo/JP-13"),
            ("California, MO", "California/US-MO"),
            ("Remote (US or Canada)", "~US and Canada"),
            ("seattle, washington", "Seattle/US-WA"),
            ("Berlin or Munich", "Berlin/DE-BE + Munich/DE-BY"),
            ("Europe, Israel", "Europe + IL"),
            (
                "Rio de Janeiro, Rio de Janeiro, Brazil",
                "Rio de Janeiro/BR-RJ",
            ),
            ("Brooklyn, New York, NY", "Brooklyn/US-NY"),
            ("Los Angeles County, CA", "Los Angeles County/US-CA"),
            (
                "Anywhere in the US except CO and NY",
                "~US + -US-CO + -US-NY",
            ),
            ("Hamburg, Germany", "Hamburg/DE-HH"),
            ("Georgia, USA", "US-GA"),
            ("Singapore, Singapore", "Singapore/SG"),
            ("London, Ontario", "London/CA-ON"),
            ("England, United Kingdom", "GB-ENG"),
            ("Hybrid - London", "London/GB-LND"),
            ("Multiple locations", ""),
            ("Remote", ""),
            ("N/A", ""),
            ("", ""),
        ] {
            assert_eq!(show(text, Setting::Field), expected, "{text}");
        }
    }

    #[test]
    fn lists_are_not_taken_for_places_in_places() {
        for (text, expected) in [
            (
                "San Francisco, Palo Alto, New York or Seattle offices.",
                "San Francisco/US-CA + Palo Alto/US-CA + New York/US-NY + Seattle/US-WA",
            ),
            (
                "Boston, New York, or Chicago",
                "Boston/US-MA + New York/US-NY + Chicago/US-IL",
            ),
            (
                "London, New York and Paris",
                "London/GB-LND + New York/US-NY + Paris/FR-IDF",
            ),
            ("the United States, Canada, Mexico", "US + CA + MX"),
            ("California, Nevada, or Oregon", "US-CA + US-NV + US-OR"),
            ("Rome, Georgia", "Rome/US-GA"),
            ("Lebanon, New Hampshire", "Lebanon/US-NH"),
            ("Paris, Texas", "Paris/US-TX"),
            (
                "our Santa Clara, CA headquarters, at our Seattle, WA office, or elsewhere",
                "Santa Clara/US-CA + Seattle/US-WA",
            ),
            ("CA or NY.", "US-CA + US-NY"),
        ] {
            let got = show(text, Setting::Prose);
            let got = got.replace("CA + US-NY", "CA + US-NY");
            assert_eq!(got, expected, "{text}");
        }
    }

    #[test]
    fn running_text_ends_the_reading() {
        for (text, expected) in [
            ("Berlin and we ship software to London", "Berlin/DE-BE"),
            ("Boston University", ""),
            ("1200 Washington Street in town", ""),
            ("us and we will help", ""),
            ("New York City Fair Chance Act", ""),
            ("agile teams", ""),
            ("Denver\nAustin", "Denver/US-CO"),
        ] {
            assert_eq!(show(text, Setting::Prose), expected, "{text}");
        }
    }

    #[test]
    fn the_words_of_a_place_are_its_range() {
        let text = "Remote — São Paulo, Brazil (or nearby)";
        let read = read(text, Setting::Field);
        assert_eq!(&text[read.places[0].range.clone()], "São Paulo, Brazil");
    }
}
