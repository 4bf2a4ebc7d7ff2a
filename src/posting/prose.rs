//! A posting prepared for reading: folded, and cut into sentences.

use super::Posting;
use crate::text::{Folded, Span, View, ceil, first_byte};

/// The posting's text as the fact readers use it.
#[derive(Debug)]
pub struct Prose<'p> {
    /// The posting.
    pub posting: &'p Posting,
    /// Its text, folded for matching.
    pub folded: Folded,
    /// Its sentences in text order. A sentence never crosses a block.
    pub sentences: Vec<Span<View>>,
}

impl<'p> Prose<'p> {
    /// Prepares `posting`.
    pub fn of(posting: &'p Posting) -> Self {
        let folded = Folded::of(&posting.text);
        let mut sentences = Vec::new();
        for block in &posting.document.blocks {
            split(&posting.text, block.span, &mut sentences);
        }
        Prose {
            posting,
            folded,
            sentences,
        }
    }

    /// The words at `span`.
    pub fn words(&self, span: Span<View>) -> &'p str {
        self.posting.words(span)
    }

    /// The sentence that holds `at`; an empty span outside of all sentences.
    pub fn sentence_at(&self, at: usize) -> Span<View> {
        match self.sentences.partition_point(|s| s.start <= at) {
            0 => Span::empty(at),
            n if self.sentences[n - 1].end >= at => self.sentences[n - 1],
            _ => Span::empty(at),
        }
    }

    /// The sentences of the block that holds `at`, in order.
    pub fn block_at(&self, at: usize) -> Span<View> {
        let blocks = &self.posting.document.blocks;
        match blocks.partition_point(|b| b.span.start <= at) {
            0 => Span::empty(at),
            n if blocks[n - 1].span.end >= at => blocks[n - 1].span,
            _ => Span::empty(at),
        }
    }
}

/// Cuts `block` at the ends of sentences: `.`, `!` or `?` before a space and
/// something that begins a sentence, but not behind an abbreviation or an
/// initial; and at line breaks that a reader kept.
fn split(text: &str, block: Span<View>, out: &mut Vec<Span<View>>) {
    let words = &text[block.range()];
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let piece = &words[from..to];
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let lead = piece.len() - piece.trim_start().len();
            let at = block.start + from + lead;
            out.push(Span::new(at, at + trimmed.len()));
        }
    };
    // The last two begin '。', '！' and '？', and much else.
    let may_end =
        |b: u8| (b == b'\n') | (b == b'.') | (b == b'!') | (b == b'?') | (b == 0xe3) | (b == 0xef);
    let mut at = 0;
    while let Some(step) = first_byte(&words.as_bytes()[at..], may_end) {
        let sign = at + step;
        at = sign + 1;
        let ends = match words.as_bytes()[sign] {
            b'\n' => true,
            b'!' | b'?' => words[at..].starts_with(char::is_whitespace),
            b'.' => ends_sentence(&words[start..sign], &words[at..]),
            _ => {
                at = ceil(words, at);
                words[sign..].starts_with(['。', '！', '？'])
            }
        };
        if ends {
            push(start, at);
            start = at;
        }
    }
    push(start, words.len());
}

/// Whether a full stop between `before` and `after` ends a sentence.
fn ends_sentence(before: &str, after: &str) -> bool {
    if !after.starts_with(char::is_whitespace) {
        return false;
    }
    let next = after.trim_start().chars().next();
    if next.is_some_and(|c| c.is_lowercase()) {
        return false;
    }
    let last_word = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or("");
    let plain = last_word.trim_end_matches('.');
    let initial = plain.chars().count() == 1 && plain.chars().all(char::is_uppercase);
    let dotted = plain.contains('.') && plain.len() <= 5;
    !(initial || dotted || ABBREVIATIONS.contains(&plain.to_lowercase().as_str()))
}

/// Words that end in a full stop within a sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx", "art", "ave", "bzw", "ca", "ch", "co", "corp", "dept", "dr", "est", "etc", "fig",
    "incl", "jr", "lab", "min", "max", "mo", "mr", "mrs", "ms", "mt", "no", "nr", "prof", "rev",
    "sec", "sr", "st", "str", "stat", "usw", "vs", "lt", "inkl", "exkl", "mtl", "zzgl", "jährl",
    "monatl", "std", "ggf", "evtl", "tel",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_figures_do_not_end_a_sentence() {
        let text = "Pay is approx. $4.50 in St. Paul, U.S. only. Apply! Or not? e.g. by mail.";
        let mut found = Vec::new();
        split(text, Span::new(0, text.len()), &mut found);
        let found: Vec<_> = found.iter().map(|s| &text[s.range()]).collect();
        assert_eq!(
            found,
            [
                "Pay is approx. $4.50 in St. Paul, U.S. only.",
                "Apply!",
                "Or not?",
                "e.g. by mail."
            ]
        );
    }
}
