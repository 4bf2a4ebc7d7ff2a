//! Words that shut a place out.

use super::words;
use crate::facts::place::vocabulary::PEOPLE;
use crate::facts::vocabulary::Words;

/// True if the words deny what follows.
pub fn is_denied(before: &str) -> bool {
    words(before)
        .collect::<Vec<_>>()
        .iter()
        .rev()
        .take(4)
        .any(|w| {
            [
                "not",
                "cannot",
                "can't",
                "unable",
                "never",
                "don't",
                "doesn't",
                "aren't",
                "isn't",
                "except",
                "excluding",
                "unless",
            ]
            .contains(w)
        })
}

/// True if the words behind a place deny it: "are not eligible", "will not be
/// considered".
pub fn is_denied_behind(tail: &str) -> bool {
    const VERB: Words = Words::of("are is be will can may should currently");
    const TAKEN: Words = Words::of("eligible considered accepted hired able permitted allowed");
    let folded = cut_clause(tail).to_ascii_lowercase();
    let mut behind = words(&folded).skip_while(|word| PEOPLE.has(word) || VERB.has(word));
    match behind.next() {
        Some("ineligible" | "excluded") => true,
        Some("not" | "cannot" | "can't") => behind
            .find(|word| !VERB.has(word))
            .is_some_and(|word| TAKEN.has(word)),
        _ => false,
    }
}

/// The words up to the end of their clause.
fn cut_clause(words: &str) -> &str {
    words.split([';', ',', '.', '(']).next().unwrap_or(words)
}

/// The words before a place that stands before people and a denial, without the
/// people: how many bytes these take.
pub fn people_before_denial(before: &str) -> Option<usize> {
    let rest = before.trim_end();
    let word = rest.rsplit([' ', '-']).next().unwrap_or("");
    let people = PEOPLE.has(word) && before.is_ascii();
    people.then(|| before.len() - (rest.len() - word.len()))
}
