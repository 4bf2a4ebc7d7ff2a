//! Lists of phrases that readers look for in a sentence, found all in one pass.

use crate::text::{Hit, Scanner, word_goes_on};
use std::ops::{ControlFlow, Range};
use std::sync::OnceLock;

/// A list of phrases in folded form. A phrase matches whole words; a `*` at its
/// end lets its last word go on, which is then part of what is found; one at its
/// start lets its first word begin earlier.
#[derive(Debug)]
pub(super) struct Phrases {
    list: &'static [&'static str],
    scanner: OnceLock<Scanner>,
}

/// A table of phrases. The phrases stand without commas, so that the formatter
/// leaves several to a line.
macro_rules! words {
    ($($phrase:literal)*) => { &[$($phrase),*] };
}
pub(super) use words;

/// The same as [`Phrases`].
macro_rules! phrases {
    ($($phrase:literal)*) => {{
        static PHRASES: $crate::facts::phrases::Phrases =
            $crate::facts::phrases::Phrases::new(&[$($phrase),*]);
        &PHRASES
    }};
}
pub(super) use phrases;

impl Phrases {
    /// Of a list.
    pub const fn new(list: &'static [&'static str]) -> Self {
        Phrases {
            list,
            scanner: OnceLock::new(),
        }
    }

    /// The phrases as written.
    pub fn list(&self) -> &'static [&'static str] {
        self.list
    }

    /// Gives `take` each place of each phrase in `text`, in text order, until it
    /// has enough.
    fn each(&self, text: &str, mut take: impl FnMut(&Hit) -> ControlFlow<()>) {
        let scanner = self.scanner.get_or_init(|| Scanner::new([self.list]));
        // Nothing is to be done with the word that it was: `take` keeps it.
        let _ = scanner.each(text, |_, hit| take(&hit));
    }
}

/// Where `phrase` stands in `text` first.
pub(super) fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    find_from(text, phrase, 0)
}

/// The same at or after `from`.
pub(super) fn find_from(text: &str, phrase: &str, from: usize) -> Option<Range<usize>> {
    let needle = phrase.trim_matches('*');
    let (open_start, open_end) = (phrase.starts_with('*'), phrase.ends_with('*'));
    text.get(from..)?;
    occurrences(text.as_bytes(), needle.as_bytes(), from)
        .find(|r| {
            (open_start || !word_goes_on(text, r.start)) && (open_end || !word_goes_on(text, r.end))
        })
        .map(|r| {
            r.start..if open_end {
                word_end(text, r.end)
            } else {
                r.end
            }
        })
}

/// Places of `needle` in `text` from `from` on, none within another. The texts
/// are sentences, for which setting up a searcher costs more than the search.
fn occurrences<'t>(
    text: &'t [u8],
    needle: &'t [u8],
    mut from: usize,
) -> impl Iterator<Item = Range<usize>> + 't {
    std::iter::from_fn(move || {
        let (first, rest) = needle.split_first()?;
        loop {
            let at = from + memchr::memchr(*first, text.get(from..)?)?;
            from = at + 1;
            if text[from..].starts_with(rest) {
                from = at + needle.len();
                return Some(at..from);
            }
        }
    })
}

/// True if one of `phrases` stands in `text`.
pub(super) fn has(text: &str, phrases: &Phrases) -> bool {
    let mut found = false;
    phrases.each(text, |_| {
        found = true;
        ControlFlow::Break(())
    });
    found
}

/// Those of `phrases` that stand in `text`, in the order of the list.
pub(super) fn standing(text: &str, phrases: &Phrases) -> Vec<&'static str> {
    let mut stands = vec![false; phrases.list.len()];
    phrases.each(text, |hit| {
        stands[hit.cue] = true;
        ControlFlow::Continue(())
    });
    let list = phrases.list.iter().zip(stands);
    list.filter_map(|(phrase, stands)| stands.then_some(*phrase))
        .collect()
}

/// The first of `phrases` in `text`, by place, the longest of those that begin
/// there.
pub(super) fn first(text: &str, phrases: &Phrases) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    phrases.each(text, |hit| {
        let range = whole(text, phrases, hit);
        match &mut first {
            Some(first) if first.start < range.start => return ControlFlow::Break(()),
            Some(first) => first.end = first.end.max(range.end),
            None => first = Some(range),
        }
        ControlFlow::Continue(())
    });
    first
}

/// All places of `phrases` in `text`, in order; of those that overlap the first.
pub(super) fn places(text: &str, phrases: &Phrases) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    phrases.each(text, |hit| {
        if places.last().is_none_or(|last| last.end <= hit.range.start) {
            places.push(whole(text, phrases, hit));
        }
        ControlFlow::Continue(())
    });
    places
}

/// `text` with all of `phrases` blanked by dashes, lengths kept; nothing if
/// none of them stands in it.
pub(super) fn without(text: &str, phrases: &Phrases) -> Option<String> {
    let mut masked: Option<String> = None;
    phrases.each(text, |hit| {
        let range = whole(text, phrases, hit);
        let copy = masked.get_or_insert_with(|| text.to_owned());
        copy.replace_range(range.clone(), &"-".repeat(range.len()));
        ControlFlow::Continue(())
    });
    masked
}

/// The place of a phrase with the rest of its last word, where that may go on.
fn whole(text: &str, phrases: &Phrases, hit: &Hit) -> Range<usize> {
    let goes_on = phrases.list[hit.cue].ends_with('*');
    hit.range.start..if goes_on {
        word_end(text, hit.range.end)
    } else {
        hit.range.end
    }
}

/// The end of the word that goes on at `at`.
fn word_end(text: &str, at: usize) -> usize {
    if !word_goes_on(text, at) {
        return at;
    }
    text[at..]
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .map_or(text.len(), |n| at + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_whole_words_unless_a_star_opens_them() {
        let text = "non-discriminatory work at eeoc";
        assert_eq!(find(text, "discriminat*"), Some(4..18));
        assert_eq!(find(text, "eeo"), None);
        assert_eq!(find(text, "*criminat*"), Some(7..18));
        assert_eq!(first(text, phrases!["work" "discriminat*"]), Some(4..18));
        assert!(has(text, phrases!["*tory"]) && !has(text, phrases!["eeo" "wor"]));
    }

    #[test]
    fn of_phrases_that_begin_together_the_longest_is_the_first() {
        let text = "a base salary range";
        assert_eq!(
            first(text, phrases!["base" "base sal*" "salary"]),
            Some(2..13)
        );
    }

    #[test]
    fn what_is_masked_keeps_its_length() {
        let masked = without("ein Büro, zwei Büros", phrases!["büro*" "Büro*"]);
        assert_eq!(masked.as_deref(), Some("ein -----, zwei ------"));
        assert_eq!(without("none", phrases!["some"]), None);
    }
}
