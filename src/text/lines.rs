//! Lines and columns: one index per file, for people (characters) and for
//! SARIF and LSP (UTF-16 units).

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
}

impl LineIndex {
    /// Reads the line starts of `text`.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push(i + 1);
            }
        }
        LineIndex { starts }
    }

    /// Number of lines; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
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
        self.measure(text, offset, |piece| piece.chars().count())
    }

    /// Line and column in UTF-16 units, as SARIF and LSP count.
    pub fn position_utf16(&self, text: &str, offset: usize) -> Position {
        self.measure(text, offset, |piece| piece.encode_utf16().count())
    }

    fn measure(&self, text: &str, offset: usize, width: impl Fn(&str) -> usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_at(offset);
        Position {
            line: line + 1,
            column: width(&text[self.starts[line]..offset]) + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::of(text);
        assert_eq!(index.count(), 4);
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
}
