//! Lines that fit the terminal.

use unicode_width::UnicodeWidthStr;

/// Columns that `text` takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// `text` cut into lines of at most `columns`, at spaces. A word that is longer
/// (an address) gets a line of its own and is not broken, so that it can be
/// copied. Line breaks of the text stay. There is always at least one line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim_end().split('\n') {
        let mut line = String::new();
        let mut taken = 0;
        for word in paragraph.split_whitespace() {
            let wide = width(word);
            if taken > 0 && taken + 1 + wide > columns {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            if taken > 0 {
                line.push(' ');
                taken += 1;
            }
            line.push_str(word);
            taken += wide;
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_lines_fit() {
        for (text, columns, lines) in [
            ("", 10, &[""][..]),
            ("one two three", 7, &["one two", "three"]),
            (
                "see https://example.com/long now",
                8,
                &["see", "https://example.com/long", "now"],
            ),
            ("a\n\nb  c\n", 10, &["a", "", "b c"]),
            ("日本 語", 5, &["日本", "語"]),
        ] {
            assert_eq!(wrap(text, columns), lines, "{text:?} in {columns}");
        }
    }
}
