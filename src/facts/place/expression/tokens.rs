//! The words of an expression, and what may stand between them.

use std::ops::Range;

/// A word, as bytes of the text given.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub start: usize,
    pub end: usize,
}

/// The words of `text`: letters, digits, and what stands within a word.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Option<usize> = None;
    let mut next = 0;
    while let Some(c) = text[next..].chars().next() {
        let at = next;
        next += c.len_utf8();
        let within = match c {
            '\'' | '\u{2019}' | '.' => {
                open.is_some() && text[next..].starts_with(char::is_alphanumeric)
            }
            c => c.is_alphanumeric(),
        };
        match (open, within) {
            (None, true) => open = Some(at),
            (Some(start), false) => {
                // The last point of "U.S." belongs to it.
                let dotted = c == '.' && text[start..at].contains('.');
                let end = if dotted { at + 1 } else { at };
                tokens.push(Token { start, end });
                open = None;
            }
            (None, false) | (Some(_), true) => {}
        }
        if open.is_some() {
            // Plain letters and digits go on with a word.
            let plain = text[next..].bytes().take_while(u8::is_ascii_alphanumeric);
            next += plain.count();
        }
    }
    if let Some(start) = open {
        tokens.push(Token {
            start,
            end: text.len(),
        });
    }
    tokens
}

/// What may stand between two words of one name.
pub fn is_within_name(gap: &str) -> bool {
    gap.chars().count() <= 3
        && gap.chars().all(|c| {
            matches!(
                c,
                ' ' | '\u{a0}' | '-' | '\u{2010}'..='\u{2013}' | '.' | '/' | '&' | '\''
            )
        })
}

/// What may stand between a place and the one that it lies in.
pub fn joins(gap: &str) -> bool {
    let gap = behind_zip(gap);
    if gap.contains('\n') && gap.contains(|c: char| c != ',' && !c.is_whitespace()) {
        return false;
    }
    // "Haarlem, the Netherlands", "Munich in Germany", "Sligo, Co. Sligo".
    let mut words = gap
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    if let Some(first) = words.next() {
        let rest = words.next();
        let known = match first {
            "in" => rest.is_none_or(|word| word == "the"),
            "the" | "Co" | "County" => rest.is_none(),
            _ => false,
        };
        let sign = gap.trim_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | ',' | '.'));
        return known && words.next().is_none() && sign.is_empty();
    }
    let mut signs = gap.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next()) {
        (None, _) => !gap.contains('\n'),
        (Some(sign), None) => matches!(
            sign,
            ',' | '-' | '\u{2010}'..='\u{2014}' | '(' | '|' | '.' | ':' | '\u{b7}'
        ),
        (Some(','), Some('(')) | (Some('.'), Some(',')) | (Some(')'), Some(',')) => true,
        _ => false,
    }
}

/// A gap without the ZIP code with which it begins: "Reno, NV 89501, USA".
fn behind_zip(gap: &str) -> &str {
    let rest = gap.trim_start_matches([' ', ',']);
    match rest.split_at_checked(5) {
        Some((zip, rest))
            if zip.bytes().all(|b| b.is_ascii_digit())
                && !rest.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            rest
        }
        _ => gap,
    }
}

/// The item of a list in which `range` stands.
pub fn item_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let ends = |c: char| matches!(c, ';' | '|' | '/' | '\n' | '\u{2022}');
    let start = text[..range.start].rfind(ends).map_or(0, |at| at + 1);
    let end = text[range.end..]
        .find(ends)
        .map_or(text.len(), |at| range.end + at);
    start..end
}
