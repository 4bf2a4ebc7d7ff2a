//! The user's file, decoded, with the way back to its bytes.

use super::lines::{LineIndex, Position};
use super::span::{Raw, Span};
use std::ops::Range;

/// A file (or standard input) as text. Spans of the space [`Raw`] are byte
/// ranges of [`Source::text`]; [`Source::file_range`] turns one into the range
/// of the file's own bytes, which differs where the file is not UTF-8 or
/// begins with a byte order mark.
#[derive(Debug)]
pub struct Source {
    /// The name that diagnostics show: a path as given, or `<stdin>`.
    pub name: String,
    /// The decoded text, without byte order mark.
    pub text: String,
    /// The encoding that was read, by its WHATWG name ("UTF-8").
    pub encoding: &'static str,
    lines: LineIndex,
    offsets: Offsets,
}

/// How offsets in the text relate to offsets in the file.
#[derive(Debug)]
enum Offsets {
    /// The text is the file after the first `usize` bytes.
    Shifted(usize),
    /// Pairs (text offset, file offset), one for each character, ascending.
    Table(Vec<(u32, u32)>),
}

impl Source {
    /// A source whose text is at hand, as in tests, an editor or a request.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Source::shifted(name.into(), text.into(), 0)
    }

    /// A UTF-8 file whose first `skipped` bytes were a byte order mark.
    pub(super) fn shifted(name: String, text: String, skipped: usize) -> Self {
        Source {
            name,
            lines: LineIndex::of(&text),
            text,
            encoding: "UTF-8",
            offsets: Offsets::Shifted(skipped),
        }
    }

    /// A file in another encoding. `table` pairs the offset of each character
    /// in the text with its offset in the file.
    pub(super) fn transcoded(
        name: String,
        text: String,
        encoding: &'static str,
        table: Vec<(u32, u32)>,
    ) -> Self {
        Source {
            name,
            lines: LineIndex::of(&text),
            text,
            encoding,
            offsets: Offsets::Table(table),
        }
    }

    /// Line and column (in characters) of an offset in the text.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// Line and column in UTF-16 units of an offset in the text.
    pub fn position_utf16(&self, offset: usize) -> Position {
        self.lines.position_utf16(&self.text, offset)
    }

    /// The line index of the text.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// The words at `span`.
    pub fn slice(&self, span: Span<Raw>) -> &str {
        &self.text[span.range()]
    }

    /// The bytes of the user's own file that `span` stands for.
    pub fn file_range(&self, span: Span<Raw>) -> Range<usize> {
        self.file_offset(span.start)..self.file_offset(span.end)
    }

    fn file_offset(&self, offset: usize) -> usize {
        match &self.offsets {
            Offsets::Shifted(by) => offset + by,
            Offsets::Table(table) => {
                match table.partition_point(|pair| pair.0 as usize <= offset) {
                    0 => 0,
                    n => table[n - 1].1 as usize,
                }
            }
        }
    }
}
