//! The words behind a place: whether its name ends there, and whose place it is.

use super::{Subject, of, words};
use crate::facts::place::PlaceRole;
use crate::facts::place::vocabulary::{COMPANY, FOLLOWS, JOB, OFFICE, PEOPLE, POSITION, TEAM};
use crate::facts::vocabulary::Words;

/// Whether the name ends where it was read to end: "the US" does not in "the US
/// market".
pub fn closes(tail: &str) -> bool {
    let rest = tail.trim_start_matches([' ', '\u{a0}']);
    let Some(first) = rest.chars().next() else {
        return true;
    };
    if !first.is_alphanumeric() {
        return first != '-' && first != '\'' && first != '\u{2019}';
    }
    let word: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    word.starts_with(|c: char| c.is_ascii_digit()) || FOLLOWS.has(&word)
}

/// Whether the job stands behind a name, as in "US position".
pub fn begins_with_position(tail: &str) -> bool {
    let word = tail
        .split(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty());
    word.is_some_and(|word| POSITION.has(&word.to_lowercase()))
}

/// Whether a word for an office stands behind a name, as in "Denver office".
pub fn begins_with_office(tail: &str) -> bool {
    let mut words = tail.split(|c: char| !c.is_alphanumeric());
    // "Denver, Colorado office", "New York City HQ", "San Francisco (SoMa) office".
    words
        .by_ref()
        .filter(|w| !w.is_empty())
        .take(2)
        .any(|w| OFFICE.has(&w.to_lowercase()))
        && !tail.trim_start().starts_with(['.', ';', ':'])
}

/// Whether words for an office stand before a town: "or from our headquarters in".
pub fn names_office(ahead: &str) -> bool {
    let mut words = ahead
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .by_ref()
        .take_while(|word| word.starts_with(char::is_lowercase))
        .any(|word| OFFICE.has(word))
}

/// Whether the words between two places are offices, of which the second is one: "US
/// offices: Boston".
pub fn lists_offices(between: &str) -> bool {
    let word = between.trim().strip_suffix([':', '(']);
    word.is_some_and(|word| OFFICE.has(word.trim_end()))
}

/// True if the words behind the place that a sentence opens with speak of the
/// company: "based in Austin, we build", "based in Austin and founded by".
pub fn goes_on_with_company(tail: &str) -> bool {
    let folded = tail.to_ascii_lowercase();
    let near: Vec<&str> = words(&folded).take(6).collect();
    // Whoever comes first is meant.
    near.iter()
        .find_map(|word| {
            if JOB.has(word) || POSITION.has(word) {
                Some(false)
            } else if COMPANY.has(word) || OF_COMPANY.has(word) {
                Some(true)
            } else {
                None
            }
        })
        .unwrap_or(false)
}

/// The role of a place before "based", judged by the folded words around, or
/// nothing if it is the company's or nobody's.
pub fn role_of_based(tail: &str, before: &str) -> Option<PlaceRole> {
    let next: Vec<String> = tail
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take(4)
        .map(str::to_lowercase)
        .collect();
    let first = next.first().map(String::as_str);
    if first.is_some_and(|w| ["on", "upon", "in", "at", "out", "near", "around"].contains(&w)) {
        return None;
    }
    let nearest = next.iter().find_map(|w| {
        if PEOPLE.has(w) {
            Some(Some(PlaceRole::RemoteArea))
        } else if POSITION.has(w) {
            Some(Some(PlaceRole::Work))
        } else if COMPANY.has(w) || TEAM.has(w) {
            Some(None)
        } else {
            None
        }
    });
    match nearest {
        Some(role) => role,
        None => (tail.trim_start().is_empty()
            || tail
                .trim_start()
                .starts_with(['.', ',', ';', ')', '(', '\n']))
        .then_some(())
        .filter(|()| of(before) == Subject::Job || words(before).count() <= 4)
        .map(|()| PlaceRole::Work),
    }
}

/// How many bytes of people ("based applicants ", "residents ") stand between a
/// place and "only" at the end of the folded words.
pub fn behind_place_before_only(before: &str) -> Option<usize> {
    let mut rest = before.trim_end();
    loop {
        let word = rest
            .rsplit(|c: char| !(c.is_alphanumeric() || c == '.'))
            .next()
            .unwrap_or("");
        if ["citizen", "citizens", "nationals"].contains(&word) {
            // Of what country one is, not where.
            return None;
        }
        if word.is_empty() || !(PEOPLE.has(word) || ["based", "or"].contains(&word)) {
            break;
        }
        rest = rest[..rest.len() - word.len()].trim_end_matches([' ', '-']);
    }
    (!rest.is_empty() && rest.is_char_boundary(rest.len()) && before[rest.len()..].is_ascii())
        .then(|| before.len() - rest.len())
}

/// What is told of a company.
const OF_COMPANY: Words = Words::of(
    "founded backed funded established is has was serves serving builds helps operates makes \
     develops employs",
);
