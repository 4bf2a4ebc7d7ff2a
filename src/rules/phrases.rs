//! Phrases that a company allows: wordings that touch them are not found.

use crate::posting::Prose;
use crate::text::{Folded, Pattern, Span, View};

/// Phrases that wording rules leave alone, such as the name of a product.
#[derive(Debug, Default)]
pub struct Phrases {
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    /// A word of it without which it cannot be there.
    word: String,
    pattern: Pattern,
}

impl Phrases {
    /// The most bytes of a phrase.
    pub const MOST_BYTES: usize = 200;

    /// Phrases in any spelling of case, quotes, dashes and spaces. Those without
    /// a letter or digit, and those that are too long, say nothing.
    pub fn of<T: AsRef<str>>(phrases: impl IntoIterator<Item = T>) -> Phrases {
        let phrases = phrases.into_iter();
        Phrases {
            phrases: phrases
                .filter_map(|text| Phrase::of(text.as_ref()))
                .collect(),
        }
    }

    /// Takes away the places that touch one of the phrases.
    pub(super) fn spare(&self, places: &mut Vec<Span<View>>, prose: &Prose<'_>) {
        let folded = &prose.folded;
        for phrase in &self.phrases {
            if places.is_empty() {
                return;
            }
            if folded.text().contains(&phrase.word) {
                let whole = 0..folded.text().len();
                let spared: Vec<_> = phrase
                    .pattern
                    .find_iter(folded, whole)
                    .map(|found| found.view(folded))
                    .collect();
                places.retain(|place| {
                    // Those that end before the place begins are of no interest.
                    let from = spared.partition_point(|span| span.end <= place.start);
                    spared.get(from).is_none_or(|span| !span.overlaps(*place))
                });
            }
        }
    }
}

impl Phrase {
    fn of(text: &str) -> Option<Phrase> {
        if text.len() > Phrases::MOST_BYTES || !text.contains(char::is_alphanumeric) {
            return None;
        }
        let folded = Folded::of(text);
        let words: Vec<&str> = folded.text().split_whitespace().collect();
        let word = words.iter().max_by_key(|word| word.len())?;
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let edge = |c: Option<char>| if c.is_some_and(is_word) { r"\b" } else { "" };
        let first = words.first().and_then(|word| word.chars().next());
        let last = words.last().and_then(|word| word.chars().next_back());
        let literal: Vec<_> = words
            .iter()
            .map(|word| regex_syntax::escape(word))
            .collect();
        let pattern = format!("{}{}{}", edge(first), literal.join(r"\s+"), edge(last));
        Pattern::check(&pattern).ok()?;
        Some(Phrase {
            word: (*word).to_owned(),
            pattern: Pattern::from_rule(pattern),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain;
    use crate::posting;
    use crate::text::Source;
    use std::sync::Arc;

    fn spared(phrases: &[&str], text: &str, words: &str) -> bool {
        let source = Arc::new(Source::from_text("posting.txt", text));
        let posting = posting::find(Arc::new(plain::read(&source))).swap_remove(0);
        let prose = Prose::of(&posting);
        let start = posting.text.find(words).expect("the words are there");
        let mut places = vec![Span::new(start, start + words.len())];
        Phrases::of(phrases).spare(&mut places, &prose);
        places.is_empty()
    }

    #[test]
    fn words_that_touch_an_allowed_phrase_are_spared() {
        for (phrases, text, words, expected) in [
            (
                &["Rockstar Studio"][..],
                "Join the Rockstar Studio team",
                "Rockstar",
                true,
            ),
            (
                &["rockstar studio"],
                "Join the ROCKSTAR\nStudio team",
                "ROCKSTAR",
                true,
            ),
            (
                &["Rockstar Studio"],
                "A rockstar in our studio",
                "rockstar",
                false,
            ),
            (
                &["Rockstar Studio"],
                "A rockstar studios would hire",
                "rockstar",
                false,
            ),
            (&["Young’s"], "Bakers at Young's bake", "Young", true),
            (
                &["C++ Guru (tm)"],
                "Sell C++ Guru (TM) licences",
                "Guru",
                true,
            ),
            (&["other", "guru"], "A guru", "guru", true),
            (&["Café Guru"], "At CAFÉ GURU we bake", "GURU", true),
            (&["-"], "A guru - or two", "guru", false),
            (&[], "A guru", "guru", false),
        ] {
            assert_eq!(
                spared(phrases, text, words),
                expected,
                "{phrases:?} {text:?}"
            );
        }
    }
}
