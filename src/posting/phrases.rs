//! Tables of short phrases with a meaning each: what a heading is about, which
//! lines are page furniture. The tables are data (`data/*.txt`); this reads them
//! and looks lines up in time that does not depend on the size of the table.

use crate::text::Scanner;
use std::collections::HashMap;
use std::ops::ControlFlow;

/// A table of phrases, each with a meaning `T`.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// Phrases that are the whole line.
    whole: HashMap<&'static str, T>,
    /// Phrases with which a line begins (`about *`).
    begins: HashMap<&'static str, T>,
    /// Phrases with an open start or a gap, found by their longest piece.
    within: Vec<(&'static str, T)>,
    pieces: Scanner,
    /// Bytes of the longest phrases that are the whole line, or begin one.
    longest: usize,
}

/// How much of a line a phrase accounts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Somewhere within.
    Within,
    /// Its beginning.
    Beginning,
    /// All of it.
    Whole,
}

impl<T: Copy> Phrases<T> {
    /// Reads a table: lines `[name]` begin the phrases of a meaning, `#` begins
    /// a comment, `meaning` turns a name into what it means.
    ///
    /// # Panics
    /// If the table names an unknown meaning or has phrases before the first.
    /// Tables are embedded; a test reads each.
    pub(super) fn read(table: &'static str, meaning: impl Fn(&str) -> Option<T>) -> Self {
        let lines = table.lines().count();
        let mut whole = HashMap::with_capacity(lines);
        let mut begins = HashMap::with_capacity(lines / 4);
        let mut within = Vec::new();
        let mut needles = Vec::new();
        let mut current = None;
        for line in table.lines() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                current = meaning(name);
                assert!(current.is_some(), "unknown meaning [{name}]");
                continue;
            }
            let value = current.expect("a table begins with a meaning");
            match line.find('*') {
                None => {
                    whole.entry(line).or_insert(value);
                }
                Some(star) if star + 1 == line.len() && line[..star].ends_with(' ') => {
                    begins.entry(line[..star].trim_end()).or_insert(value);
                }
                Some(_) => {
                    let longest = line.split('*').max_by_key(|piece| piece.len());
                    let longest = longest.unwrap_or_default();
                    // Compounds are one word ("Zusatzbenefits"); of several, the first
                    // is a word of its own.
                    let inside = if longest.contains(' ') { "" } else { "*" };
                    needles.push(format!("{inside}{longest}*"));
                    within.push((line, value));
                }
            }
        }
        let phrases = whole.keys().chain(begins.keys());
        let longest = phrases.map(|phrase| phrase.len()).max().unwrap_or(0);
        Phrases {
            whole,
            begins,
            within,
            pieces: Scanner::new([needles]),
            longest,
        }
    }

    /// What `key` (see [`key`]) means: the whole phrase first, then the longest.
    pub(super) fn find(&self, key: &str) -> Option<(T, Fit)> {
        if key.len() <= self.longest
            && let Some(value) = self.whole.get(key)
        {
            return Some((*value, Fit::Whole));
        }
        let mut best: Option<(usize, T, Fit)> = None;
        let spaces = memchr::memchr_iter(b' ', key.as_bytes());
        for end in spaces.take_while(|end| *end <= self.longest) {
            if let Some(value) = self.begins.get(&key[..end]) {
                best = Some((end, *value, Fit::Beginning));
            }
        }
        let _: ControlFlow<()> = self.pieces.each(key, |_, found| {
            let (phrase, value) = self.within[found.cue];
            let length = found.range.len();
            let longer = best.as_ref().is_none_or(|(len, ..)| length > *len);
            if longer && fits(phrase, key) {
                best = Some((length, value, Fit::Within));
            }
            ControlFlow::Continue(())
        });
        best.map(|(_, value, fit)| (value, fit))
    }
}

/// Whether `key` has the form of `phrase`, in which `*` stands for any words.
fn fits(phrase: &str, key: &str) -> bool {
    let mut pieces = phrase.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| key.strip_prefix(first)) else {
        return false;
    };
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    true
}

/// A line in the form of the tables: lower case, plain quotes and spaces, no
/// signs around it ("👉 What You’ll Do:" is `what you'll do`), no count behind
/// ("Similar jobs (12)").
pub(super) fn key(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{b4}' | '`' => out.push('\''),
            // Soft hyphens, zero-width marks, variation selectors.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fe0f}' => {}
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    let sign = |c: char| !c.is_alphanumeric();
    let mut core = out.trim_matches(sign);
    // A count in brackets belongs to the page, a digit in a phrase to it.
    if out.trim_end().ends_with([')', ']'])
        && let Some(open) = core.rfind(['(', '['])
        && core[open + 1..]
            .chars()
            .all(|c| c.is_ascii_digit() || c == '+')
    {
        core = core[..open].trim_end_matches(sign);
    }
    // "401(k)" keeps its bracket.
    if core.ends_with("(k") {
        return format!("{core})");
    }
    core.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str =
        "# a comment\n[a]\nabout *\nteam\n[b]\nabout the role\n*benefit*\n* at work\nfrom * to *\n";

    fn table() -> Phrases<char> {
        Phrases::read(TABLE, |name| name.chars().next())
    }

    #[test]
    fn a_whole_phrase_beats_a_longer_beginning() {
        let table = table();
        for (line, expected) in [
            ("About Us", Some(('a', Fit::Beginning))),
            ("About the role", Some(('b', Fit::Whole))),
            ("About", None),
            ("Team", Some(('a', Fit::Whole))),
            ("Teamwork", None),
            ("Zusatzbenefits", Some(('b', Fit::Within))),
            ("Fun at work", Some(('b', Fit::Within))),
            ("Fun at work and home", None),
            ("From one to two", Some(('b', Fit::Within))),
            ("From one", None),
        ] {
            assert_eq!(table.find(&key(line)), expected, "{line}");
        }
    }

    #[test]
    fn a_key_has_no_signs_around_it() {
        for (line, expected) in [
            ("👉  What You’ll Do:", "what you'll do"),
            ("** Benefits **", "benefits"),
            ("Similar jobs (12)", "similar jobs"),
            ("401(k)", "401(k)"),
            ("¿Qué ofrecemos?", "qué ofrecemos"),
            ("—", ""),
        ] {
            assert_eq!(key(line), expected, "{line}");
        }
    }
}
