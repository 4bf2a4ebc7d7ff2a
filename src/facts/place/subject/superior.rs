//! Whom one reports to, and where they sit.

use super::{words, words_at};
use crate::facts::place::vocabulary::OFFICE;

/// Where the words behind "reports to" cease to speak of the superior.
pub fn end_of_superior(after: &str) -> usize {
    let folded = after.to_ascii_lowercase();
    let mut previous = "";
    let clause = folded.split(';').next().unwrap_or(&folded);
    for (at, word) in words_at(clause) {
        if goes_on_with_job(previous, word) {
            return at;
        }
        previous = word;
    }
    clause.len()
}

/// Where a place may begin behind "reports to": at once, behind "in" and "at",
/// and in brackets.
pub fn places_of_superior(after: &str) -> Vec<usize> {
    let mut starts = vec![0];
    for (at, word) in words_at(after) {
        if ["in", "at", "near"].contains(&word) {
            starts.push(at + word.len());
        } else if after[..at].ends_with(['(']) || after[..at].ends_with(", ") {
            starts.push(at);
        }
    }
    starts.truncate(8);
    starts
}

/// Whether a folded sentence has one report to an office as one comes to work:
/// "report to our Denver office three days a week".
pub fn attends(sentence: &str) -> bool {
    let mut previous = "";
    for (at, word) in words_at(sentence) {
        if ["to", "into"].contains(&word) && REPORT.contains(&previous) {
            let object: Vec<&str> = words(&sentence[at + word.len()..])
                .filter(|w| !["the", "our", "your", "one", "of", "a", "an"].contains(w))
                .take(5)
                .collect();
            let Some(first) = object.first() else {
                return false;
            };
            if ["work", "duty"].contains(first) {
                return true;
            }
            // "Reports to our Boston office; work on site in" is of two places.
            let clause = sentence[..at].rfind(';').map_or(0, |sign| sign + 1);
            let clause = &sentence[clause..];
            let clause = clause.split(';').next().unwrap_or(clause);
            let office = object.iter().any(|w| OFFICE.has(w))
                && !object.iter().any(|w| SUPERIOR.contains(w));
            let head = &sentence[..at];
            let demanded = ["must report", "required to report", "expected to report"]
                .iter()
                .any(|phrase| head.trim_end().ends_with(phrase));
            return office && (demanded || OFTEN.iter().any(|phrase| clause.contains(phrase)));
        }
        previous = word;
    }
    false
}

/// Whether a sentence that named the superior speaks of the job again: "reports
/// to the CTO and is based in", "reporting to the CTO, you will".
pub(super) fn goes_on_with_job(previous: &str, word: &str) -> bool {
    AGAIN.contains(&word) || (["and", "but", "while"].contains(&previous) && VERB.contains(&word))
}

pub(super) const REPORT: &[&str] = &["report", "reports", "reporting"];

/// Titles of superiors.
pub(super) const SUPERIOR: &[&str] = &[
    "manager",
    "supervisor",
    "boss",
    "lead",
    "director",
    "vp",
    "president",
    "head",
    "chief",
    "ceo",
    "cto",
    "cfo",
    "coo",
    "officer",
];

/// Words with which a sentence comes back to the job.
const AGAIN: &[&str] = &[
    "you",
    "you'll",
    "this",
    "role",
    "position",
    "job",
    "incumbent",
    "candidate",
    "candidates",
    "applicant",
    "applicants",
];

/// Words that, behind "and", tell of the job again.
const VERB: &[&str] = &[
    "is", "are", "be", "will", "can", "may", "must", "should", "work", "works", "working", "sit",
    "sits", "based", "located", "live", "lives",
];

/// Words for how often one comes to an office.
const OFTEN: &[&str] = &[
    "daily",
    "each day",
    "every day",
    "each morning",
    "every morning",
    "day a week",
    "days a week",
    "per week",
    "times a week",
    "each week",
    "every week",
    "weekly",
    "days/week",
    "in person",
    "in-person",
    "on-site",
    "onsite",
    "on site",
    "physically",
    "every monday",
];
