//! Who is where: reads off the words around a cue whether it speaks of the job,
//! of the company, of a team or of a superior.

pub mod behind;
pub mod denial;
pub mod label;
pub mod superior;
pub mod topic;
pub mod town;
pub mod vacancy;

use super::vocabulary::{COMPANY, JOB, OPENING, PEOPLE, TEAM};
use crate::facts::vocabulary::Words;
use superior::{REPORT, SUPERIOR, goes_on_with_job};

/// Whose place a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The job, or whoever will do it.
    Job,
    /// The company, its customers, its other people.
    Company,
    /// The team that one joins.
    Team,
    /// Whom one reports to.
    Superior,
    /// The words do not say.
    None,
}

/// Whom the folded words before a cue speak of: the last that they name.
pub fn of(before: &str) -> Subject {
    let mut found = Subject::None;
    let mut previous = "";
    let (mut reports, mut reporting) = (false, false);
    // "Reports to our Seattle office; work on site in" speaks of two places.
    let clause = before.rsplit(';').next().unwrap_or(before);
    for word in words(clause) {
        let superior = reporting && !goes_on_with_job(previous, word);
        if reporting && !superior {
            reporting = false;
            found = Subject::Job;
        }
        if superior {
            found = Subject::Superior;
        } else if JOB.has(word) {
            found = Subject::Job;
        } else if previous == "your" && SUPERIOR.contains(&word) {
            found = Subject::Superior;
        } else if TEAM.has(word) {
            found = Subject::Team;
        } else if word == "who" && SOUGHT.contains(&previous) {
            found = Subject::Job;
        } else if COMPANY.has(word) {
            // "We are hiring" and "we are looking for" speak of the job, and
            // the words behind them say so.
            found = Subject::Company;
        }
        // "reports to", "reports directly to".
        reporting |= reports && ["to", "into"].contains(&word);
        reports = REPORT.contains(&word) || (reports && word.ends_with("ly"));
        previous = word;
    }
    found
}

/// "Open to candidates who live in": of whom that "who" speaks.
const SOUGHT: &[&str] = &["candidates", "applicants"];

/// The words of `text` with where they begin.
fn words_at(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let apart = |c: char| !(c.is_alphanumeric() || c == '\'');
    let mut at = 0;
    text.split_inclusive(apart).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(apart);
        (!word.is_empty()).then_some((start, word))
    })
}

/// The folded words of `text`.
fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|w| !w.is_empty())
}

/// True if one is to join somebody.
pub fn speaks_of_joining(before: &str) -> bool {
    words(before).any(|w| {
        [
            "join",
            "joining",
            "you",
            "you'll",
            "candidate",
            "role",
            "position",
        ]
        .contains(&w)
    })
}

/// True if the words before a cue speak of others whom one works with, and not of
/// those whom one joins: "a bridge to the teams based in".
pub fn works_with(before: &str) -> bool {
    let mut with = false;
    for word in words(before) {
        if ["join", "joining", "joins", "member", "part"].contains(&word) {
            with = false;
        }
        with |= WITH.has(word);
    }
    with
}

/// True if the words speak of the job at all.
pub fn mentions_job(before: &str) -> bool {
    words(before).any(|w| JOB.has(w))
}

/// True if a sentence begins here, but for words like "ideally" and "must be".
pub fn is_opening(before: &str) -> bool {
    words(before).all(|w| OPENING.has(w))
}

/// True if the words before a cue end with applicants ("candidates based in").
pub fn is_of_applicants(before: &str) -> bool {
    words(before)
        .last()
        .is_some_and(|w| PEOPLE.has(w) || ["only", "be"].contains(&w))
}

/// "co-working offices in", "offices in": not the office of the job, unless it is
/// "the office in" or "our office in".
pub fn is_some_office(cue: &str, before: &str) -> bool {
    let cue = cue.to_lowercase();
    let last = words(before).last().unwrap_or("");
    let own = ["the", "our", "your", "this"].contains(&last)
        || last.ends_with("'s") && !last.starts_with("cl") && !last.starts_with("cu");
    cue.starts_with("office") && !own
}

/// Whether the words before a mere "in" speak of an office or of presence. Rooms
/// that one may use are an amenity. The words are French; of the English ones among
/// them ("employee base", "agence") only a site right before it counts.
pub fn names_office(before: &str, english: bool) -> bool {
    let last = words(before).last().unwrap_or("");
    if english {
        return last == "site";
    }
    if last.starts_with("accessible") || last.starts_with("disponible") {
        return false;
    }
    words(before)
        .collect::<Vec<_>>()
        .iter()
        .rev()
        .take(12)
        .any(|word| NAMES_OFFICE.has(word))
}

/// Words behind which the others stand whom one works with.
const WITH: Words = Words::of(
    "with between alongside among across support supporting supports partner partnering liaise \
     liaising coordinate coordinating bridge",
);

const NAMES_OFFICE: Words = Words::of(
    "bureau bureaux locaux présentiel poste basé basée basé.e base site équipe agence siège \
     télétravail hybride",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_that_is_named_is_the_subject() {
        for (before, expected) in [
            ("this role is ", Subject::Job),
            ("we are a fintech company ", Subject::Company),
            ("we are looking for a designer ", Subject::Job),
            ("you will work with our team ", Subject::Team),
            (
                "this position reports to our director, who is ",
                Subject::Superior,
            ),
            ("", Subject::None),
        ] {
            assert_eq!(of(before), expected, "{before}");
        }
    }
}
