//! Lines of Markdown that are meant as lines: those that begin with a label
//! (`**Location:** Berlin`), and short ones.
//!
//! Whoever writes several of them below each other means lines, though Markdown
//! would show them as one paragraph.

use std::ops::Range;

/// A label has at most so many bytes and words.
const LONGEST: usize = 40;
const WORDS: usize = 5;

/// True if the soft break at `at` stands before a line with a bold label, between two
/// lines with plain ones, or behind a line that was ended long before it was full.
pub(super) fn begins_line(text: &str, at: &Range<usize>) -> bool {
    let next = text[at.end..].lines().next().unwrap_or("");
    let mut above = text[..at.start].rsplit('\n');
    let before = above.next().unwrap_or("");
    let second = above.next().unwrap_or("");
    match label(next) {
        Some(Label::Bold) => true,
        Some(Label::Plain) if label(before).is_some() => true,
        Some(Label::Plain) | None => is_ended(before, next) || is_below(second, before, next),
    }
}

/// Whether a line was ended on purpose: "Denver, CO" over "Competitive pay". It is short,
/// and so is the next, or the first word of that would have fitted; and the next does not
/// go on with it.
fn is_ended(before: &str, next: &str) -> bool {
    const SHORT: usize = 40;
    // A label whose value is lost.
    if next.trim_end_matches([' ', '*', '_', '\r']).ends_with(':') {
        return false;
    }
    let (before, next) = (bare(before), bare(next));
    let last = before.rsplit(' ').next().unwrap_or("");
    let (length, of_next) = (before.chars().count(), next.chars().count());
    let first = next
        .split(' ')
        .next()
        .map_or(0, |word| word.chars().count());
    length <= SHORT
        && (of_next <= SHORT || length + 1 + first <= of_next)
        && next.starts_with(begins)
        && before.starts_with(begins)
        && (last.starts_with(begins) || last.ends_with(')'))
        && !last.ends_with([',', ';', '&', '-'])
}

/// Whether a line stands below one that was ended on purpose, and is no longer than such
/// lines are.
fn is_below(second: &str, before: &str, next: &str) -> bool {
    const LONGEST: usize = 60;
    let last = before.trim_end();
    before.chars().count() <= LONGEST
        && bare(next).starts_with(begins)
        && !last.ends_with([',', ';', '&', '-'])
        && is_ended(second, before)
}

/// The words of a line without the signs of emphasis around them.
fn bare(line: &str) -> &str {
    line.trim().trim_matches(['*', '_'])
}

/// How a line begins that does not go on with another.
fn begins(c: char) -> bool {
    c.is_uppercase() || c.is_ascii_digit() || matches!(c, '$' | '€' | '£')
}

/// How a label is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Bold,
    Plain,
}

/// The label with which a line begins, if a value follows it.
fn label(line: &str) -> Option<Label> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    // A picture before the label is none of its words.
    let words = line.trim_start_matches(|c: char| !c.is_ascii() || c == ' ');
    let words = if words.starts_with("**") || words.starts_with("__") {
        words
    } else {
        line
    };
    let bold = words.starts_with("**") || words.starts_with("__");
    let words = words.trim_start_matches(['*', '_']);
    let colon = words.find(':').filter(|colon| *colon <= LONGEST)?;
    let name = words[..colon].trim_end_matches(['*', '_']);
    let value = words[colon + 1..].trim_matches([' ', '*', '_']);
    let plain = name.starts_with(char::is_uppercase)
        && !name.contains(['.', '!', '?', ';', '[', '`', '*'])
        && name.split_whitespace().count() <= WORDS;
    let is_label = plain && !value.is_empty() && !value.starts_with("//");
    is_label.then_some(if bold { Label::Bold } else { Label::Plain })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(text: &str) -> bool {
        let at = text.find('\n').expect("two lines");
        begins_line(text, &(at..at + 1))
    }

    #[test]
    fn labels_below_each_other_are_lines() {
        assert!(breaks("**Grade:** PO3\n**Closes:** 13 December"));
        assert!(breaks("Northvale Council\n**Location**: Croydon"));
        assert!(breaks("Some words\n📍 **Ort:** Leipzig"));
        assert!(breaks("Denver, CO\nCompetitive pay"));
        assert!(breaks(
            "**Harbor Housing**\nLeeds, West Yorkshire (hybrid, 2 days a week)"
        ));
        assert!(breaks("Firma: Zielony Regał\nMiejsce pracy: Wrocław"));
    }

    #[test]
    fn wrapped_sentences_are_none() {
        assert!(!breaks(
            "We offer what matters to you, in the\nOffice: a desk"
        ));
        assert!(!breaks("**Note:** apply at\nhttps://jobs.example"));
        assert!(!breaks("Title: Cook\nand these are the duties: cooking"));
        assert!(!breaks("**Grade:** PO3\n**Closes:**"));
        assert!(!breaks("You work with us in\nDenver, CO"));
        assert!(!breaks("You work in Denver,\nBoulder and Reno"));
        assert!(!breaks(
            "We hire in\nDenver, Boulder and wherever else in Colorado there is snow"
        ));
    }
}
