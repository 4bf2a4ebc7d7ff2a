//! Lines and columns: one index per file, for people (characters) and for
//! SARIF and LSP (UTF-16 units).

use super::boundary::floor;
use super::bytes::count_bytes;

/// A place as an editor shows it. Both numbers begin at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
}

/// The starts of the lines of one text. `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// What stands before every [`STRIDE`]th byte, so that a column in a line
    /// of megabytes (a feed, a minified page) is not counted from the line's
    /// start each time. Empty for ASCII, where a column is a subtraction.
    marks: Vec<Count>,
}

/// Bytes between two marks.
const STRIDE: usize = 1024;

/// What lies before a place of the text.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    characters: usize,
    /// Characters that UTF-16 writes as two units.
    surrogate_pairs: usize,
}

impl Count {
    fn add(&mut self, bytes: &[u8]) {
        self.characters += count_bytes(bytes, |b| b & 0xC0 != 0x80);
        self.surrogate_pairs += count_bytes(bytes, |b| b >= 0xF0);
    }
}

impl LineIndex {
    /// Reads the line starts of `text`.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = Count::default();
            for stride in bytes.chunks(STRIDE) {
                marks.push(count);
                count.add(stride);
            }
            marks.push(count);
        }
        LineIndex { starts, marks }
    }

    /// The line (from 0) in which the byte `offset` lies.
    pub fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// First byte of the line (from 0); the end of the last line is `None`.
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line).copied()
    }

    /// Line and column in characters.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        self.measure(text, offset, |count| count.characters)
    }

    /// Line and column in UTF-16 units, as SARIF and LSP count.
    pub fn position_utf16(&self, text: &str, offset: usize) -> Position {
        self.measure(text, offset, |count| {
            count.characters + count.surrogate_pairs
        })
    }

    fn measure(&self, text: &str, offset: usize, units: impl Fn(Count) -> usize) -> Position {
        let offset = floor(text, offset);
        let line = self.line_at(offset);
        let start = self.starts[line];
        let before = |at| units(self.before(text.as_bytes(), at));
        Position {
            line: line + 1,
            column: before(offset) - before(start) + 1,
        }
    }

    fn before(&self, bytes: &[u8], offset: usize) -> Count {
        let Some(&mark) = self.marks.get(offset / STRIDE) else {
            return Count {
                characters: offset,
                surrogate_pairs: 0,
            };
        };
        let mut count = mark;
        count.add(&bytes[offset / STRIDE * STRIDE..offset]);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::of(text);
        for (needle, line) in [("a", 1), ("b", 2), ("c", 3), ("d", 4)] {
            let at = text.find(needle).expect("the letter is in the text");
            assert_eq!(index.position(text, at), Position { line, column: 1 });
        }
    }

    #[test]
    fn columns_are_characters_or_utf16_units() {
        let text = "Gehalt 🙂 50 €";
        let index = LineIndex::of(text);
        let at = text.find('5').expect("the figure is in the text");
        assert_eq!(index.position(text, at).column, 10);
        assert_eq!(index.position_utf16(text, at).column, 11);
    }

    #[test]
    fn a_column_in_a_long_line_is_what_counting_gives() {
        let line = "né 🙂 x".repeat(1000);
        let text = format!("first\n{line}\nlast");
        let index = LineIndex::of(&text);
        for (at, _) in text.char_indices().step_by(37) {
            let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
            let before = &text[start..at];
            assert_eq!(
                index.position(&text, at).column,
                before.chars().count() + 1,
                "characters before byte {at}"
            );
            assert_eq!(
                index.position_utf16(&text, at).column,
                before.encode_utf16().count() + 1,
                "units before byte {at}"
            );
        }
    }
}
