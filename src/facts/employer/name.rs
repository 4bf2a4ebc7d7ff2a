//! Names of employers as they stand in running text: words with capitals, and
//! small words between them.

mod find;
mod form;
mod reach;
mod words;

pub use find::{find, spelled_out};
pub use form::ends_with_form;
pub use reach::{after, at_start, before, before_portuguese, starts_sentence, team_before};
pub use words::{is_common, is_department, is_small};

use crate::text::{Span, View, squeezed};
use form::is_form;
use reach::WORDS;
use words::{core, is_own, makes_none};

/// The name for comparing: letters and digits in lower case, without the form
/// of the company. Empty if nothing is left.
pub fn key(name: &str) -> String {
    const FORMS: &[&str] = &[
        "inc",
        "llc",
        "ltd",
        "limited",
        "gmbh",
        "ag",
        "corp",
        "corporation",
        "co",
        "plc",
        "sa",
        "sas",
        "ab",
        "bv",
        "nv",
        "oy",
        "srl",
        "spa",
        "the",
    ];
    let words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| squeezed(word.trim_end_matches("'s").trim_end_matches("’s")))
        .filter(|word| !word.is_empty())
        .collect();
    let kept: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !FORMS.contains(word))
        .collect();
    if kept.is_empty() {
        return words.concat();
    }
    kept.concat()
}

/// True if a value may be an employer's name: short, one line, no address.
pub fn is_name(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty()
        && value.len() <= 100
        && !value.contains(['\n', '@', '{', '<', '[', ']'])
        && !value.contains("://")
        && value.contains(char::is_alphabetic)
        && value.split_whitespace().count() <= 12
        && (value.split_whitespace().count() <= 4
            || !value.ends_with(['.', '!', '?'])
            || ends_with_form(value))
}

/// Whether a value is a key rather than a name: `lakeside-boats`.
pub fn is_key(value: &str) -> bool {
    let value = value.trim();
    value.contains(['-', '_'])
        && value
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

/// True if words are a name and no more: each has a capital or is a small word of
/// names, and one at least is no common word.
pub fn is_own_name(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().map(core).collect();
    is_name(words)
        && !is_common(words)
        && all.len() <= WORDS
        && all
            .first()
            .is_some_and(|word| is_own(word) || *word == "the")
        && all.iter().all(|word| is_own(word) || is_small(word))
        && !all.iter().any(|word| makes_none(word) && !is_small(word))
}

/// Without an article that belongs to the sentence: "the Example Trust", "l'Agence",
/// "Die Beispiel GmbH".
pub fn without_article(text: &str, at: Span<View>) -> Span<View> {
    let words = &text[at.range()];
    let last = words.rsplit(' ').next().unwrap_or("");
    let lower = ["the ", "l'", "l’", "Firma "]
        .iter()
        .find(|a| words.starts_with(**a));
    let german = || {
        ["Die ", "Der ", "Das ", "die ", "der ", "das "]
            .iter()
            .find(|a| is_form(last) && words.starts_with(**a))
    };
    match lower.or_else(german) {
        Some(article) if article.len() < words.len() => Span::new(at.start + article.len(), at.end),
        Some(_) | None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_company_is_no_part_of_its_key() {
        assert_eq!(key("Acme, Inc."), key("ACME"));
        assert_eq!(key("The Acme Boats Ltd"), key("Acme-Boats"));
    }
}
