//! Telephone numbers.

use crate::facts::phrases::{has, phrases};
use crate::facts::statement::window_before;
use std::ops::Range;

/// Telephone numbers, without fax numbers and other figures.
pub(super) fn phones(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let begins = bytes[at].is_ascii_digit()
            || matches!(bytes[at], b'+' | b'(')
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !begins {
            at += 1;
            continue;
        }
        let start = at;
        let (mut end, mut groups, mut count) = (at, 0, 0);
        while at < bytes.len() && at - start < 40 {
            if bytes[at].is_ascii_digit() {
                let from = at;
                while at < bytes.len() && bytes[at].is_ascii_digit() {
                    at += 1;
                }
                count += at - from;
                groups += 1;
                end = at;
            } else if matches!(bytes[at], b' ' | b'-' | b'.' | b'(' | b')' | b'/' | b'+')
                || text[at..].starts_with(['\u{a0}', '\u{2011}', '\u{2010}', '–'])
            {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                if at - end > 4 {
                    break;
                }
            } else {
                break;
            }
        }
        at = at.max(start + 1);
        let before = window_before(text, start, 24).to_lowercase();
        let glued = text[..start].ends_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '#' | '/' | '-')
        }) || text[end..].starts_with(|c: char| c.is_alphabetic() || c == '%');
        let called = has(
            &before,
            phrases![
                "call" "phone" "tel" "telephone" "dial" "text" "whatsapp" "mobile" "at" "tty" "tdd"
                "telefon"
            ],
        );
        let other = has(
            &before,
            phrases!["fax" "req" "requisition" "id" "job" "reference" "ref" "zip" "no" "number is"],
        ) && !has(&before, phrases!["phone" "tel" "telephone" "call"]);
        let shaped = groups >= 3 && (10..=15).contains(&count)
            || groups >= 2 && text[start..].starts_with('+') && (8..=15).contains(&count)
            || called && (10..=15).contains(&count)
            || called && groups == 2 && count == 7;
        let year_range = groups == 2 && count == 8;
        if shaped && !glued && !other && !year_range {
            found.push(start..end);
        }
    }
    found
}

/// The figures of a number, without the `1` of North America in front.
pub(super) fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    match all.len() {
        11 if all.starts_with('1') => all[1..].to_owned(),
        _ => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_told_from_other_figures() {
        let yes = [
            ("call (303) 555-0100 or mail", "(303) 555-0100"),
            ("+1 303 555 0100", "+1 303 555 0100"),
            ("1-800-555-0100.", "1-800-555-0100"),
            ("phone 3035550100", "3035550100"),
            ("+49 30 123456", "+49 30 123456"),
        ];
        for (text, expected) in yes {
            let found = phones(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(&text[found[0].clone()], expected);
        }
        let no = [
            "fax 303-555-0100",
            "$100,000 - $120,000",
            "2025-12-31",
            "from 2019 to 2025",
            "requisition 1234567890",
            "req id 303-555-0100",
        ];
        for text in no {
            assert_eq!(phones(text), Vec::<Range<usize>>::new(), "{text}");
        }
    }
}
