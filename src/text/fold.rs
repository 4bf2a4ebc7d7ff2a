//! A copy of a text for matching: lower case, plain quotes, dashes and spaces,
//! without soft hyphens and zero-width characters, with the way back.
//!
//! Patterns are written against this form, so that they need no case flag and
//! no Unicode classes and stay fast to compile and to run.

use super::bytes::first_byte;
use super::span::{Span, View};
use std::ops::Range;

/// The folded text and its map. Line breaks stay; every other space is `' '`.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// Where the two texts drift apart: (folded offset, view offset), ascending,
    /// and whether what begins there is one character that is no longer one.
    drift: Vec<(usize, usize, bool)>,
    view_len: usize,
}

impl Folded {
    /// Folds `text`.
    pub fn of(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut drift = vec![(0, 0, false)];
        let mut rest = 0;
        let bytes = text.as_bytes();
        while rest < bytes.len() {
            // ASCII runs, the common case, keep their length.
            let run = first_byte(&bytes[rest..], |byte| !byte.is_ascii());
            let run = run.unwrap_or(bytes.len() - rest);
            if run > 0 {
                let at = folded.len();
                folded.push_str(&text[rest..rest + run]);
                folded[at..].make_ascii_lowercase();
                rest += run;
                continue;
            }
            let Some(c) = text[rest..].chars().next() else {
                break;
            };
            // A letter and the accent behind it are one letter.
            if let Some(letter) = composed(folded.as_bytes().last(), c)
                && rest > 0
                && bytes[rest - 1].is_ascii()
            {
                folded.pop();
                push_point(&mut drift, (folded.len(), rest - 1, true));
                folded.push(letter);
                rest += c.len_utf8();
                push_point(&mut drift, (folded.len(), rest, false));
                continue;
            }
            let before = folded.len();
            fold_char(c, &mut folded);
            rest += c.len_utf8();
            let several = folded[before..].chars().nth(1).is_some();
            if several || folded.len() - before != c.len_utf8() {
                // The start of the odd piece maps exactly, and so does its end.
                push_point(&mut drift, (before, rest - c.len_utf8(), true));
                push_point(&mut drift, (folded.len(), rest, false));
            }
        }
        if memchr::memchr3(b'\t', 0xb, 0xc, folded.as_bytes()).is_some() {
            folded = folded.replace(['\t', '\u{b}', '\u{c}'], " ");
        }
        Folded {
            text: folded,
            drift,
            view_len: text.len(),
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place in the view that a range of the folded text stands for.
    pub fn view(&self, range: Range<usize>) -> Span<View> {
        let start = self.to_view(range.start, true);
        let end = self.to_view(range.end, false).max(start);
        Span::new(start, end)
    }

    /// The place in the folded text of a range of the view.
    pub fn range(&self, span: Span<View>) -> Range<usize> {
        self.to_folded(span.start)..self.to_folded(span.end)
    }

    fn to_view(&self, offset: usize, is_start: bool) -> usize {
        // Several points may share a folded offset (a removed character): a
        // start takes the last of them, an end the first.
        let index = if is_start {
            self.drift.partition_point(|p| p.0 <= offset) - 1
        } else {
            match self.drift.partition_point(|p| p.0 < offset) {
                0 => 0,
                n if self.drift.get(n).is_some_and(|p| p.0 == offset) => n,
                n => n - 1,
            }
        };
        let (folded, view, odd) = self.drift[index];
        let next = self.drift.get(index + 1);
        let limit = next.map_or(self.view_len, |p| p.1);
        // Within a piece that folding made longer or shorter there is no place
        // of its own: it begins and ends as a whole.
        match (odd && offset > folded, is_start) {
            (true, true) => view,
            (true, false) => limit,
            (false, _) => (view + (offset - folded)).min(limit),
        }
    }

    fn to_folded(&self, offset: usize) -> usize {
        let index = self.drift.partition_point(|p| p.1 <= offset) - 1;
        let (folded, view, _) = self.drift[index];
        let limit = self
            .drift
            .get(index + 1)
            .map_or(self.text.len(), |next| next.0);
        (folded + (offset - view)).min(limit)
    }
}

fn push_point(drift: &mut Vec<(usize, usize, bool)>, point: (usize, usize, bool)) {
    match drift.last_mut() {
        Some(last) if (last.0, last.1) == (point.0, point.1) => last.2 |= point.2,
        _ => drift.push(point),
    }
}

/// The letter that a plain letter and an accent of its own make, as in NFD.
fn composed(letter: Option<&u8>, accent: char) -> Option<char> {
    const ACCENTS: &[(char, &str, &str)] = &[
        ('\u{300}', "aeiou", "àèìòù"),
        ('\u{301}', "aeiouycnszrl", "áéíóúýćńśźŕĺ"),
        ('\u{302}', "aeiou", "âêîôû"),
        ('\u{303}', "aon", "ãõñ"),
        ('\u{306}', "ag", "ăğ"),
        ('\u{307}', "ze", "żė"),
        ('\u{308}', "aeiouy", "äëïöüÿ"),
        ('\u{30a}', "au", "åů"),
        ('\u{30b}', "ou", "őű"),
        ('\u{30c}', "csznredt", "čšžňřěďť"),
        ('\u{327}', "cs", "çş"),
        ('\u{328}', "ae", "ąę"),
    ];
    let (_, plain, accented) = ACCENTS.iter().find(|(known, ..)| *known == accent)?;
    let place = plain.bytes().position(|b| Some(&b) == letter)?;
    accented.chars().nth(place)
}

fn fold_char(c: char, out: &mut String) {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '\u{2bc}' => {
            out.push('\'');
        }
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => {
            out.push('"');
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            out.push('-');
        }
        '\u{2026}' => out.push_str("..."),
        '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
        // Soft hyphen, zero-width and direction marks: not seen by a reader.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' => {}
        // Digits of other scripts, with the marks that group and split them.
        '\u{660}'..='\u{669}' => push_digit(c, '\u{660}', out),
        '\u{6f0}'..='\u{6f9}' => push_digit(c, '\u{6f0}', out),
        '\u{966}'..='\u{96f}' => push_digit(c, '\u{966}', out),
        '\u{e50}'..='\u{e59}' => push_digit(c, '\u{e50}', out),
        '\u{66b}' => out.push('.'),
        '\u{66c}' => out.push(','),
        // Wave dash, as Japanese ranges have it.
        '\u{301c}' => out.push('~'),
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            out.push(ascii.to_ascii_lowercase());
        }
        c if c.is_whitespace() => out.push(' '),
        c => out.extend(c.to_lowercase()),
    }
}

fn push_digit(c: char, zero: char, out: &mut String) {
    let digit = u8::try_from(c as u32 - zero as u32).unwrap_or(0);
    out.push(char::from(b'0' + digit));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_one_character_there_is_no_place_even_where_the_length_stays() {
        let text = "a…b";
        let folded = Folded::of(text);
        assert_eq!(folded.text(), "a...b");
        assert_eq!(folded.view(2..3), Span::new(1, 4));
        assert_eq!(folded.view(4..5), Span::new(4, 5));
    }

    #[test]
    fn folding_levels_case_quotes_dashes_and_spaces() {
        let folded = Folded::of("We’re “EQUAL”\u{a0}— yes\u{ad}ter");
        assert_eq!(folded.text(), "we're \"equal\" - yester");
    }

    #[test]
    fn an_accent_of_its_own_belongs_to_its_letter() {
        let view = "A Cafe\u{301} in Mu\u{308}nchen, x\u{301}";
        let folded = Folded::of(view);
        assert_eq!(folded.text(), "a café in münchen, x\u{301}");
        let at = folded.text().find("café").expect("folded as one letter");
        let span = folded.view(at..at + "café".len());
        assert_eq!(&view[span.range()], "Cafe\u{301}");
        assert_eq!(folded.range(span), at..at + "café".len());
    }

    #[test]
    fn figures_of_other_scripts_read_as_plain_digits() {
        let folded = Folded::of("١٢٬٠٠٠ ۴٫۵ ๒๕ २० ２５～３０〜");
        assert_eq!(folded.text(), "12,000 4.5 25 20 25~30~");
    }

    #[test]
    fn a_place_within_a_lengthened_letter_is_the_whole_letter() {
        // The lower case of \u{130} is an i and a combining dot.
        let view = "x\u{130}y";
        let folded = Folded::of(view);
        assert_eq!(folded.text(), "xi\u{307}y");
        assert_eq!(&view[folded.view(0..2).range()], "x\u{130}");
        assert_eq!(&view[folded.view(2..5).range()], "\u{130}y");
        assert_eq!(&view[folded.view(4..5).range()], "y");
    }

    #[test]
    fn a_match_leads_back_to_the_words_as_written() {
        let view = "Pay: “$90k\u{a0}–\u{a0}$110k”, co\u{ad}operation";
        let folded = Folded::of(view);
        let at = folded.text().find("$90k - $110k").expect("folded plainly");
        let span = folded.view(at..at + "$90k - $110k".len());
        assert_eq!(&view[span.range()], "$90k\u{a0}–\u{a0}$110k");
        let at = folded.text().find("cooperation").expect("hyphen is gone");
        let span = folded.view(at..at + "cooperation".len());
        assert_eq!(&view[span.range()], "co\u{ad}operation");
        assert_eq!(folded.range(span), at..at + "cooperation".len());
    }
}
