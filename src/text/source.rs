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
    /// Runs in ascending order, and the length of the file.
    Runs(Vec<Run>, usize),
}

/// A stretch of characters of the same width in the text and in the file. A
/// run of widths 1 and 1 is a copy, whatever characters it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// First byte in the text.
    pub text: usize,
    /// First byte in the file.
    pub file: usize,
    /// Bytes of each character in the text.
    pub text_step: usize,
    /// Bytes of each character in the file.
    pub file_step: usize,
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

    /// A file whose text is not a copy of its bytes, `len` bytes long.
    pub(super) fn transcoded(
        name: String,
        text: String,
        encoding: &'static str,
        runs: Vec<Run>,
        len: usize,
    ) -> Self {
        Source {
            name,
            lines: LineIndex::of(&text),
            text,
            encoding,
            offsets: Offsets::Runs(runs, len),
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

    /// Whether the text is a copy of the file's bytes, but for a byte order mark:
    /// only then can the file be written again from it.
    pub fn is_copy(&self) -> bool {
        matches!(self.offsets, Offsets::Shifted(_))
    }

    /// The file again with another text; nothing if this one is no copy of it.
    pub fn with_text(&self, text: &str) -> Option<Vec<u8>> {
        const MARK: &[u8] = "\u{feff}".as_bytes();
        match self.offsets {
            Offsets::Shifted(0) => Some(text.as_bytes().to_vec()),
            Offsets::Shifted(_) => Some([MARK, text.as_bytes()].concat()),
            Offsets::Runs(..) => None,
        }
    }

    /// The bytes of the user's own file that `span` stands for.
    pub fn file_range(&self, span: Span<Raw>) -> Range<usize> {
        self.file_offset(span.start)..self.file_offset(span.end)
    }

    fn file_offset(&self, offset: usize) -> usize {
        match &self.offsets {
            Offsets::Shifted(by) => offset + by,
            Offsets::Runs(_, len) if offset >= self.text.len() => *len,
            Offsets::Runs(runs, len) => {
                match runs
                    .partition_point(|run| run.text <= offset)
                    .checked_sub(1)
                {
                    None => 0,
                    Some(index) => {
                        let run = runs[index];
                        let characters = (offset - run.text) / run.text_step;
                        (run.file + characters * run.file_step).min(*len)
                    }
                }
            }
        }
    }
}
