//! The lines of a document as the posting stage weighs them: what a reader sees
//! as one line, with the kind of block it stands in.

use super::phrases;
use crate::document::{BlockKind, Document, Format};
use crate::text::{Span, View};

/// Lines longer than this (bytes) are prose: no heading, no label, no tag.
const SHORT: usize = 120;

/// Lines longer than this are in no table of phrases either.
const KEYED: usize = 320;

/// A line of the text proper that is not blank.
#[derive(Debug, Clone)]
pub(super) struct Line<'d> {
    /// Its words without space around them.
    pub span: Span<View>,
    pub text: &'d str,
    /// The block it stands in; a paragraph where the reader gave none.
    pub kind: BlockKind,
    /// It begins a block, and the block is its own or a blank line stands before it.
    pub after_gap: bool,
    /// It ends a block, or a blank line follows.
    pub before_gap: bool,
    /// A list item by its block or by the bullet at its start.
    pub bullet: bool,
    /// In the form of the phrase tables; empty for long lines.
    pub key: String,
}

impl Line<'_> {
    /// A line that may be a heading, a label or a tag by its length.
    pub(super) fn is_short(&self) -> bool {
        self.text.len() <= SHORT
    }

    /// Number of words, counted up to `limit`.
    pub(super) fn words(&self, limit: usize) -> usize {
        let (mut count, mut is_counted) = (0, false);
        for c in self.text.chars() {
            if c.is_whitespace() {
                is_counted = false;
            } else if !is_counted && c.is_alphanumeric() {
                is_counted = true;
                count += 1;
                if count == limit {
                    break;
                }
            }
        }
        count
    }

    /// Ends as a sentence does.
    pub(super) fn ends_sentence(&self) -> bool {
        self.text
            .trim_end_matches(['"', '”', '’', '*', '_', ')'])
            .ends_with(['.', '!', '?', ';', ',', '…', '。'])
    }
}

/// The lines of the body of `document`, in order.
pub(super) fn of(document: &Document) -> Vec<Line<'_>> {
    let body = document.body;
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut blocks = document.blocks.iter().peekable();
    let mut block = None;
    let mut blank_before = true;
    let mut at = body.start;
    for piece in document.view[body.range()].split_inclusive('\n') {
        let start = at + (piece.len() - piece.trim_start().len());
        at += piece.len();
        let text = piece.trim();
        if text.is_empty() {
            blank_before = true;
            if let Some(last) = lines.last_mut() {
                last.before_gap = true;
            }
            continue;
        }
        let span = Span::new(start, start + text.len());
        while let Some(next) = blocks.next_if(|b| b.span.start <= span.start) {
            block = Some(next);
        }
        let own = block.filter(|b| b.span.end > span.start);
        let kind = own.map_or(BlockKind::Paragraph, |b| b.kind);
        // In plain text every line is a block, and only a blank line is a gap.
        let structured = matches!(
            document.format,
            Format::Markdown | Format::Html | Format::Docx
        );
        let begins = structured && own.is_some_and(|b| b.span.start >= span.start);
        let ends = structured && own.is_some_and(|b| b.span.end <= span.end);
        if begins && let Some(last) = lines.last_mut() {
            last.before_gap = true;
        }
        lines.push(Line {
            span,
            text,
            kind,
            after_gap: blank_before || begins,
            before_gap: ends,
            bullet: matches!(kind, BlockKind::ListItem(_)) || has_bullet(text),
            key: if text.len() <= KEYED {
                phrases::key(text)
            } else {
                String::new()
            },
        });
        blank_before = false;
    }
    if let Some(last) = lines.last_mut() {
        last.before_gap = true;
    }
    lines
}

/// True if a bullet and a space, or a number with a full stop, begin the line.
pub(super) fn has_bullet(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some(
            '•' | '·' | '●' | '○' | '▪' | '■' | '◦' | '‣' | '–' | '—' | '-' | '*' | '✔' | '✓' | '➢'
            | '»',
        ) => chars.next().is_some_and(char::is_whitespace),
        Some(c) if c.is_ascii_digit() => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            text.len() - rest.len() <= 2
                && rest.starts_with(['.', ')'])
                && rest[1..].starts_with(char::is_whitespace)
        }
        _ => false,
    }
}
