//! Regular expressions over the folded text, compiled when first needed.

use super::boundary::{ceil, floor};
use super::fold::Folded;
use super::span::{Span, View};
use super::word::may_be_of_word;
use regex::bytes::{Regex, RegexBuilder};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A regular expression over [`Folded`] text: written in lower case, with
/// plain quotes, dashes and spaces. Classes (`\w`, `\b`, `.`) are ASCII, which
/// compiles ten times faster than Unicode and does not slow down on `–` or `é`;
/// a match that begins or ends inside a word with accents is not reported.
#[derive(Debug)]
pub struct Pattern {
    source: Cow<'static, str>,
    /// Quick to build and slow to run. It counts characters where the other counts
    /// bytes, so that it is for ASCII alone; nothing where it does not know all of the
    /// syntax.
    brief: OnceLock<Option<regex_lite::Regex>>,
    /// What `brief` has done so far.
    done: AtomicU32,
    /// Slow to build and quick to run.
    lasting: OnceLock<Regex>,
}

/// Bytes that a pattern looks at before it is worth building anew: with one
/// posting most patterns have little to look at, and building them would take
/// most of the time.
const BRIEF: usize = 1024;

/// Bytes that are looked at where one place is tried: nearly always it fails at once.
const ATTEMPT: usize = 8;

/// Bytes up to the end of what is tried, for the quick engine: all of them are looked
/// through for what it is not made for.
const NEAR: usize = 16 * 1024;

/// A place where a pattern matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The place in the folded text.
    pub range: Range<usize>,
}

impl Pattern {
    /// A pattern of the program's own. Compiled at first use; a test of the
    /// module that owns it uses it, so that a bad one cannot be released.
    pub const fn new(source: &'static str) -> Self {
        Pattern {
            source: Cow::Borrowed(source),
            brief: OnceLock::new(),
            done: AtomicU32::new(0),
            lasting: OnceLock::new(),
        }
    }

    /// A pattern from a rule file, whose syntax was checked when it was loaded
    /// (see [`Pattern::check`]).
    pub fn from_rule(source: String) -> Self {
        Pattern {
            source: Cow::Owned(source),
            brief: OnceLock::new(),
            done: AtomicU32::new(0),
            lasting: OnceLock::new(),
        }
    }

    /// Compiles `source`, to say what is wrong with it.
    ///
    /// # Errors
    /// The error of the regex engine, unless the pattern is sound.
    pub fn check(source: &str) -> Result<(), regex::Error> {
        build(source).map(|_| ())
    }

    /// The first match before `end` that begins at or after `at`, where about `cost`
    /// bytes are looked at.
    fn find_at(&self, text: &str, at: usize, end: usize, cost: usize) -> Option<Range<usize>> {
        let bytes = &text.as_bytes()[..end];
        let brief = || regex_lite::Regex::new(&self.source).ok();
        if let Some(done) = cost.checked_add(self.done.load(Relaxed) as usize)
            && done <= BRIEF
            && end - at <= NEAR
            && bytes[at..].is_ascii()
            && let Some(text) = text.get(..end)
            && let Some(regex) = self.brief.get_or_init(brief)
        {
            self.done.store(done as u32, Relaxed);
            return regex.find_at(text, at).map(|found| found.range());
        }
        let regex = self.lasting.get_or_init(|| {
            let source = &self.source;
            build(source).unwrap_or_else(|error| panic!("pattern {source:?}: {error}"))
        });
        regex.find_at(bytes, at).map(|found| found.range())
    }

    /// All matches in the part `within` of the folded text, left to right.
    /// Words around `within` count for `\b` and are not matched.
    pub fn find_iter<'t>(
        &'t self,
        folded: &'t Folded,
        within: Range<usize>,
    ) -> impl Iterator<Item = Match> + 't {
        let text = folded.text();
        let end = within.end.min(text.len());
        let mut at = within.start.min(end);
        std::iter::from_fn(move || {
            while at <= end {
                let found = self.find_at(text, at, end, end - at)?;
                at = if found.is_empty() {
                    found.end + 1
                } else {
                    found.end
                };
                let begin = found.start;
                let range = snap(text, found);
                if whole_words(text, &range) {
                    return Some(Match { range });
                }
                // The tail of a word with accents ("große neue") hides what begins with
                // the next word.
                let tail = text.as_bytes()[begin..end].iter();
                let tail = tail.take_while(|b| may_be_of_word(**b)).count();
                at = at.min(begin + tail.max(1));
            }
            None
        })
    }

    /// The match that begins where `within` does, of a pattern that begins with `^`; the
    /// letter before it is not seen.
    pub fn match_at(&self, folded: &Folded, within: Range<usize>) -> Option<Match> {
        let text = folded.text();
        let rest = &text[within.start..];
        let found = self.find_at(rest, 0, within.end.min(text.len()) - within.start, ATTEMPT)?;
        let range = snap(text, within.start..within.start + found.end);
        (!range.is_empty() && whole_words(text, &range)).then_some(Match { range })
    }

    /// The first match in the part `within` of the folded text.
    pub fn find(&self, folded: &Folded, within: Range<usize>) -> Option<Match> {
        self.find_iter(folded, within).next()
    }

    /// True if the pattern matches anywhere in `within`.
    pub fn is_match(&self, folded: &Folded, within: Range<usize>) -> bool {
        self.find(folded, within).is_some()
    }
}

impl Match {
    /// The place in the words as a reader sees them.
    pub fn view(&self, folded: &Folded) -> Span<View> {
        folded.view(self.range.clone())
    }
}

/// The most bytes that a compiled pattern may take.
const LARGEST: usize = 1 << 20;

fn build(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source)
        .unicode(false)
        .size_limit(LARGEST)
        .build()
}

/// Widens a byte range to character boundaries.
fn snap(text: &str, range: Range<usize>) -> Range<usize> {
    floor(text, range.start)..ceil(text, range.end)
}

/// False if the range begins or ends between two letters of which one is not
/// ASCII: there `\b` of the ASCII engine sees a boundary and a reader sees none.
fn whole_words(text: &str, range: &Range<usize>) -> bool {
    let split_by_accent = |before: Option<char>, after: Option<char>| match (before, after) {
        (Some(b), Some(a)) => {
            b.is_alphanumeric()
                && a.is_alphanumeric()
                && b.is_ascii() != a.is_ascii()
                && is_latin(b)
                && is_latin(a)
        }
        _ => false,
    };
    let (head, inside) = (&text[..range.start], &text[range.clone()]);
    let tail = &text[range.end..];
    !split_by_accent(head.chars().next_back(), inside.chars().next())
        && !split_by_accent(inside.chars().next_back(), tail.chars().next())
}

/// Letters of scripts that put spaces between words. `月給25万円` has none, and
/// a figure there is still a word of its own.
fn is_latin(c: char) -> bool {
    (c as u32) < 0x2e80
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(pattern: &Pattern, text: &str) -> Vec<String> {
        let folded = Folded::of(text);
        pattern
            .find_iter(&folded, 0..folded.text().len())
            .map(|m| text[m.view(&folded).range()].to_owned())
            .collect()
    }

    #[test]
    fn a_word_with_accents_is_one_word() {
        let pattern = Pattern::new(r"\bcaf\b");
        assert!(all(&pattern, "a café").is_empty());
        assert_eq!(all(&pattern, "a CAF, a caf"), ["CAF", "caf"]);
    }

    #[test]
    fn the_tail_of_a_word_with_accents_hides_nothing() {
        let pattern = Pattern::new(r"(?:\w+ )?experten");
        assert_eq!(all(&pattern, "große experten"), ["experten"]);
        let pattern = Pattern::new(r"\b(?:\w+ ){0,3}young people\b");
        assert_eq!(all(&pattern, "naïve young people"), ["young people"]);
    }

    #[test]
    fn a_dot_never_splits_a_character() {
        let pattern = Pattern::new(r"a.");
        assert_eq!(all(&pattern, "a–é"), ["a–"]);
    }

    #[test]
    fn all_texts_are_matched_alike() {
        let pattern = Pattern::new(r"\b(?:no|not any) (?:\w+ ){0,2}men\b");
        let text = "no young men, né men, not any old and men; no men";
        let found = all(&pattern, text);
        assert_eq!(found, ["no young men", "not any old and men", "no men"]);
        let long = format!("{text}. ").repeat(BRIEF);
        assert_eq!(all(&pattern, &long).len(), 3 * BRIEF);
    }

    #[test]
    fn syntax_that_only_one_engine_knows_is_matched_as_well() {
        let pattern = Pattern::new(r"\b[a-z&&[^aeiou]]{3}\b");
        assert_eq!(all(&pattern, "abc xyz"), ["xyz"]);
    }

    #[test]
    fn a_rule_with_a_bad_pattern_is_refused() {
        assert!(Pattern::check("young (team").is_err());
        assert!(Pattern::check("young (team|staff)").is_ok());
    }
}
