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
    whole: Table<T>,
    /// Phrases with which a line begins (`about *`).
    begins: Table<T>,
    /// Phrases with an open start or a gap, found by their longest piece.
    within: Vec<(&'static str, T)>,
    pieces: Scanner,
}

/// Phrases with their meanings.
#[derive(Debug)]
struct Table<T> {
    meanings: HashMap<&'static str, T>,
    /// For each byte the lengths of the phrases that begin with it, a bit for each:
    /// nearly all words are none of them, and are known for it without a search.
    lengths: [u64; 256],
    /// Bytes of the longest.
    longest: usize,
}

impl<T: Copy> Table<T> {
    fn with_capacity(phrases: usize) -> Self {
        Table {
            meanings: HashMap::with_capacity(phrases),
            lengths: [0; 256],
            longest: 0,
        }
    }

    /// Adds a phrase; the first meaning of equal ones stays.
    fn add(&mut self, phrase: &'static str, meaning: T) {
        if let Some(first) = phrase.bytes().next() {
            self.lengths[usize::from(first)] |= length_bit(phrase);
            self.longest = self.longest.max(phrase.len());
            self.meanings.entry(phrase).or_insert(meaning);
        }
    }

    fn get(&self, words: &str) -> Option<T> {
        let first = words.bytes().next()?;
        let may_be = self.lengths[usize::from(first)] & length_bit(words) != 0;
        may_be.then(|| self.meanings.get(words).copied())?
    }
}

/// The bit for the length of a phrase; the longest share one.
fn length_bit(phrase: &str) -> u64 {
    1 << phrase.len().min(63)
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
        let mut whole = Table::with_capacity(lines);
        let mut begins = Table::with_capacity(lines / 4);
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
                None => whole.add(line, value),
                Some(star) if star + 1 == line.len() && line[..star].ends_with(' ') => {
                    begins.add(line[..star].trim_end(), value);
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
        Phrases {
            whole,
            begins,
            within,
            pieces: Scanner::new([needles]),
        }
    }

    /// What `key` (see [`key`]) means: the whole phrase first, then the longest.
    pub(super) fn find(&self, key: &str) -> Option<(T, Fit)> {
        if let Some(value) = self.whole.get(key) {
            return Some((value, Fit::Whole));
        }
        let mut best: Option<(usize, T, Fit)> = None;
        let start = &key.as_bytes()[..key.len().min(self.begins.longest + 1)];
        for end in memchr::memchr_iter(b' ', start) {
            if let Some(value) = self.begins.get(&key[..end]) {
                best = Some((end, value, Fit::Beginning));
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
    let mut rest = line;
    loop {
        let spaced = out.is_empty() || out.ends_with(' ');
        let (plain, folds) = rest.split_at(plain_run(rest, spaced));
        let at = out.len();
        out.push_str(plain);
        out[at..].make_ascii_lowercase();
        let mut folds = folds.chars();
        let Some(c) = folds.next() else {
            break;
        };
        rest = folds.as_str();
        match c {
            '\u{2018}' | '\u{2019}' | '\u{b4}' | '`' => out.push('\''),
            // Soft hyphens, zero-width marks, variation selectors.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fe0f}' => {}
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
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

/// Bytes at the start of `line`, mostly all, of which only the capitals are to be
/// changed. Behind a space (`spaced`) there is none.
fn plain_run(line: &str, spaced: bool) -> usize {
    let mut before = if spaced { b' ' } else { b'a' };
    let ends = |byte: u8| {
        let folds = byte == b' ' && before == b' ';
        before = byte;
        folds || byte == b'`' || !matches!(byte, b' '..=b'~')
    };
    line.bytes().position(ends).unwrap_or(line.len())
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
