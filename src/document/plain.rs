//! Plain text: what is written is what is read, but for lines that were broken
//! only to fit a width. Bullets begin list items, blank lines and form feeds
//! end blocks; whether a line is a heading is left to the next stage.
//!
//! Two habits are told apart. In a text broken by hand or by an editor at some
//! 60 to 100 columns, the first word of the next line would not have fitted on
//! the line before; such lines are one paragraph, and the break is a space in
//! the view. In a text with one line for each paragraph or item (as copied from
//! a browser) lines are far apart in length, and every break stays. When in
//! doubt it stays too; only where a line plainly ends in the middle of a
//! figure (`$90,000 –`) it is joined in any case.

use super::draft::Draft;
use super::model::{Block, BlockKind, Document, Format};
use super::sheet::begins_item;
use crate::text::{MappedText, Source, Span, View};
use std::ops::Range;
use std::sync::Arc;

/// Reads `source` as plain text.
pub fn read(source: &Arc<Source>) -> Document {
    let mut draft = Draft::new(source, Format::Text);
    let text = lines(&source.text, 0);
    draft.body.append(&text.text, &text.blocks, &[], &[]);
    draft.finish()
}

/// A text with its blocks.
#[derive(Debug)]
pub struct Plain<B> {
    pub text: MappedText<View, B>,
    pub blocks: Vec<Block>,
}

/// Reads plain text that stands at `offset` of its original.
pub fn lines<B>(text: &str, offset: usize) -> Plain<B> {
    let lines = Line::all(text);
    let width = Width::of(text, &lines);
    let mut out = Plain {
        text: MappedText::default(),
        blocks: Vec::new(),
    };
    let mut block: Option<(usize, BlockKind)> = None;
    let mut blank = false;
    for (index, line) in lines.iter().enumerate() {
        if line.words.is_empty() {
            blank |= index > 0;
            continue;
        }
        let words = &text[line.words.clone()];
        let from = line.words.start + offset;
        let before = index.checked_sub(1).map(|n| &lines[n]);
        let joined = block.is_some()
            && !blank
            && before.is_some_and(|before| width.goes_on(text, before, line));
        if joined {
            let end = before.map_or(from, |before| before.words.end + offset);
            out.text.push_for(" ", Span::new(end, from));
            out.text.push_exact(words, from);
            continue;
        }
        out.end(block.take());
        if !out.text.is_empty() {
            out.text
                .push_synthetic(if blank { "\n\n" } else { "\n" }, from);
        }
        blank = false;
        let kind = if is_item(text, line) {
            BlockKind::ListItem(line.depth())
        } else {
            BlockKind::Paragraph
        };
        block = Some((out.text.len(), kind));
        out.text.push_exact(words, from);
    }
    out.end(block);
    out
}

impl<B> Plain<B> {
    fn end(&mut self, block: Option<(usize, BlockKind)>) {
        if let Some((start, kind)) = block {
            self.blocks.push(Block {
                kind,
                span: Span::new(start, self.text.len()),
            });
        }
    }
}

/// A line of the text.
#[derive(Debug)]
struct Line {
    /// Its words, without space on either side.
    words: Range<usize>,
    /// Columns before the words.
    indent: usize,
    /// Columns to the end of the words.
    columns: usize,
}

impl Line {
    fn all(text: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut at = 0;
        // A form feed ends a page, and so a line; a lone `\r` ends a line too.
        for piece in text.split_inclusive(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
            let words = piece.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            let start = at + piece.find(words).unwrap_or(0);
            let is_end_of_crlf = piece == "\n" && text[..at].ends_with('\r');
            let is_page = piece.ends_with('\u{c}') && words.is_empty();
            let indent = text[at..start].chars().map(columns).sum();
            if !is_end_of_crlf || is_page {
                lines.push(Line {
                    words: start..start + words.len(),
                    indent,
                    columns: indent + words.chars().count(),
                });
            }
            at += piece.len();
        }
        lines
    }

    /// Depth of a list item, by its indentation.
    fn depth(&self) -> u8 {
        u8::try_from(self.indent.saturating_sub(1) / 4).unwrap_or(u8::MAX)
    }
}

fn columns(c: char) -> usize {
    if c == '\t' { 4 } else { 1 }
}

/// `1.`, `2)`, `(a)` and the like.
fn begins_numbered(words: &str) -> bool {
    let inner = words.strip_prefix('(').unwrap_or(words);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let label = if digits > 0 {
        digits
    } else {
        usize::from(inner.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    let rest = inner.as_bytes().get(label..).unwrap_or_default();
    let closed = match rest.first() {
        Some(b')') => label > 0,
        // A letter with a full stop is an initial.
        Some(b'.') => digits > 0 && inner.len() == words.len(),
        Some(_) | None => false,
    };
    closed && label <= 2 && rest.get(1).is_some_and(u8::is_ascii_whitespace)
}

/// Whether and at which width the lines of a text were broken.
#[derive(Debug)]
struct Width(Option<usize>);

/// Widths at which people and editors break lines.
const WIDTHS: Range<usize> = 50..101;

impl Width {
    fn of(text: &str, lines: &[Line]) -> Self {
        let mut longest: Vec<usize> = lines
            .iter()
            .filter(|line| !line.words.is_empty())
            .map(|line| line.columns)
            .collect();
        longest.sort_unstable();
        // A long address may stand out, but no more than one line in twenty.
        let Some(&width) =
            longest.get((longest.len() * 19 / 20).min(longest.len().saturating_sub(1)))
        else {
            return Width(None);
        };
        if !WIDTHS.contains(&width) {
            return Width(None);
        }
        // Of the lines that end within a paragraph, most must be full.
        let (mut full, mut pairs) = (0usize, 0usize);
        for pair in lines.windows(2) {
            let [line, next] = pair else { continue };
            if line.words.is_empty() || next.words.is_empty() || is_item(text, next) {
                continue;
            }
            pairs += 1;
            full += usize::from(is_full(text, line, next, width));
        }
        // Lines of a list without bullets are seldom full one after the other.
        let broken = full >= 2 && full * 10 >= pairs * 6;
        Width(broken.then_some(width))
    }

    /// Whether `next` goes on with the paragraph of `line`.
    fn goes_on(&self, text: &str, line: &Line, next: &Line) -> bool {
        let before = &text[line.words.clone()];
        let after = &text[next.words.clone()];
        if is_item(text, next) {
            // Not a bullet, but the dash between two amounts.
            let rest = after.trim_start_matches(['-', '–', '—', ' ']);
            return is_amount(last_word(before))
                && is_amount(rest.split_whitespace().next().unwrap_or_default());
        }
        if let Some(width) = self.0
            && is_full(text, line, next, width)
        {
            return !before.ends_with(':') || after.starts_with(char::is_lowercase);
        }
        ends_open(before, after) || in_mid_sentence(before, after, line)
    }
}

fn is_item(text: &str, line: &Line) -> bool {
    let words = &text[line.words.clone()];
    // Word processors turn hollow bullets into the letter.
    let hollow = words.starts_with("o\t") || line.indent > 1 && words.starts_with("o ");
    begins_item(words) || begins_numbered(words) || hollow
}

/// The first word of `next` would not have fitted on `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = text[next.words.clone()]
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    line.columns + 1 + word > width && line.columns * 2 > width
}

/// A line that ends within a figure.
fn ends_open(before: &str, after: &str) -> bool {
    let next = after.trim_start_matches(['$', '€', '£', 'C', 'A', 'U', 'S', ' ']);
    let figure_follows = next.starts_with(|c: char| c.is_ascii_digit());
    let is_open = before.ends_with(['–', '—', '-', '$', '€', '£'])
        || ["to", "and", "between", "from", "USD", "CAD", "EUR", "GBP"]
            .contains(&last_word(before));
    let of_amount = before
        .split_whitespace()
        .rev()
        .take(3)
        .any(|word| is_amount(word.trim_end_matches(['-', '–', '—'])));
    figure_follows && is_open && (of_amount || before.len() > 20)
        || is_amount(last_word(before))
            && (after.starts_with(['–', '—']) || after.starts_with("to $"))
}

/// A figure that is money by its look: `$5`, `90,000`, `90k`.
fn is_amount(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')']);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits > 0
        && (word.starts_with(['$', '€', '£'])
            || word.ends_with(['k', 'K', '€', '$', '£'])
            || digits >= 4 && word.contains([',', '.']))
}

fn last_word(words: &str) -> &str {
    words.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Prose that goes on in small letters: a sentence was broken, whatever the
/// width of the rest.
fn in_mid_sentence(before: &str, after: &str, line: &Line) -> bool {
    line.columns >= 40
        && line.columns <= WIDTHS.end
        && before.split_whitespace().count() >= 6
        && !before.ends_with(['.', '!', '?', ':', ';'])
        && after.starts_with(|c: char| c.is_lowercase())
        && after.split_whitespace().count() >= 2
}

/// The end of the line in which the text before `raw` stands, without the white
/// space there.
pub fn end_of_line(text: &str, raw: usize) -> usize {
    let rest = &text[raw..];
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    raw + line.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Raw;

    fn blocks(text: &str) -> Vec<String> {
        let plain: Plain<Raw> = lines(text, 0);
        plain
            .blocks
            .iter()
            .map(|block| plain.text.text[block.span.range()].to_owned())
            .collect()
    }

    #[test]
    fn lines_broken_to_fit_a_width_are_one_paragraph() {
        let text = "The cook prepares lunch for two hundred guests a day and keeps the\n\
                    stations clean. The pay is $22.50 to $26.00 an hour, paid every other\n\
                    week, and tips are shared among all of the staff on duty.\n\
                    \n\
                    Duties\n\
                    - prepare sauces, soups and all that is needed for the cold dishes of\n  \
                      the day\n\
                    - wash up\n";
        assert_eq!(
            blocks(text),
            [
                "The cook prepares lunch for two hundred guests a day and keeps the stations \
                 clean. The pay is $22.50 to $26.00 an hour, paid every other week, and tips are \
                 shared among all of the staff on duty.",
                "Duties",
                "- prepare sauces, soups and all that is needed for the cold dishes of the day",
                "- wash up",
            ]
        );
    }

    #[test]
    fn one_line_for_each_item_stays_so() {
        let text = "Requirements\nTwo years in a kitchen\nA clean record of food safety\n\
                    Willingness to travel\nYou will report to the head of all the kitchens that we \
                    run in the county, and you will work with three other cooks every day.\n\
                    Pay: $20 an hour\nLocation: Springfield";
        assert_eq!(blocks(text).len(), 7, "{:?}", blocks(text));
    }

    #[test]
    fn a_figure_broken_over_lines_reads_whole() {
        for (text, whole) in [
            (
                "Base pay range: $90,000 –\n$110,000 a year",
                "$90,000 – $110,000 a year",
            ),
            ("Base pay: 90,000\n– 110,000 USD", "90,000 – 110,000"),
            (
                "The pay lies somewhere between\n$20 and $30",
                "between $20 and $30",
            ),
        ] {
            let plain: Plain<Raw> = lines(text, 0);
            assert!(plain.text.text.contains(whole), "{:?}", plain.text.text);
            let at = plain.text.text.find(whole).expect("it was just found");
            let raw = plain.text.map.origin(Span::new(at, at + whole.len()));
            assert_eq!(
                text[raw.range()]
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
                whole
            );
        }
    }

    #[test]
    fn every_line_end_and_bullet_is_known() {
        let text = "One\r\nTwo\rThree\u{c}Four\n\n\u{2022} five\n\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}o six\n1. seven\n(b) eight\nA. Nine";
        let plain: Plain<Raw> = lines(text, 0);
        let kinds: Vec<_> = plain.blocks.iter().map(|b| b.kind).collect();
        use BlockKind::{ListItem, Paragraph};
        assert_eq!(
            kinds,
            [
                Paragraph,
                Paragraph,
                Paragraph,
                Paragraph,
                ListItem(0),
                ListItem(1),
                ListItem(0),
                ListItem(0),
                Paragraph
            ],
            "{:?}",
            blocks(text)
        );
    }
}
