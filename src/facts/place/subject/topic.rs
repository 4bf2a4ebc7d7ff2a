//! Sentences that name places for another reason than the job: law and pay, citizenship,
//! journeys, rooms that one may use, other jobs.

use super::words;
use crate::facts::vocabulary::Words;
use crate::text::bare_start;

/// A sentence about pay or law names places for which a law has it say so.
pub fn is_pay_or_law(sentence: &str) -> bool {
    LAW.iter().any(|phrase| sentence.contains(phrase))
}

/// A sentence about citizenship names countries, and not where the work is.
pub fn is_about_citizens(sentence: &str) -> bool {
    [
        "citizen",
        "national)",
        "nationality",
        "passport",
        "visa",
        "work permit",
        "right to work",
    ]
    .iter()
    .any(|phrase| sentence.contains(phrase))
}

/// True if a sentence is said of some jobs of the employer, whether or not this is
/// one: "for applications to positions in the United States, please note".
pub fn is_of_other_jobs(sentence: &str) -> bool {
    let sentence = bare_start(sentence);
    [
        "for applications to",
        "for applications for",
        "for positions in",
        "for positions based in",
        "for positions located in",
        "for roles in",
        "for roles based in",
        "for roles located in",
    ]
    .iter()
    .any(|phrase| sentence.starts_with(phrase))
}

/// True if the clause before a cue says what happens if something is so: "even if you
/// are", "for candidates who are".
pub fn is_condition(before: &str) -> bool {
    let clause = before.rsplit([',', ';']).next().unwrap_or(before);
    words(clause).any(|word| word == "if") || words(clause).next() == Some("for")
}

/// True if the clause before a cue speaks of some jobs: "some roles ask for
/// proximity to our Dallas office".
pub fn is_of_some_jobs(before: &str) -> bool {
    let clause = before.rsplit([',', ';']).next().unwrap_or(before);
    [
        "some roles",
        "certain roles",
        "some positions",
        "certain positions",
        "some jobs",
    ]
    .iter()
    .any(|jobs| clause.contains(jobs))
}

/// Whether one comes to a place on a journey: "travel to our Chicago office".
pub fn is_visit(before: &str, sentence: &str) -> bool {
    let last: Vec<&str> = words(before).collect();
    let near = &last[last.len().saturating_sub(4)..];
    near.iter().any(|word| VISIT.has(word)) || is_passing(sentence)
}

/// Whether a folded sentence speaks of what happens now and then.
pub fn is_passing(sentence: &str) -> bool {
    PASSING.iter().any(|phrase| sentence.contains(phrase))
}

/// True if the words before a cue offer an office and do not ask for presence:
/// "you have access to our offices in".
pub fn is_amenity(before: &str) -> bool {
    let before = before.trim_end();
    [
        "access to",
        "access to any of",
        "use of",
        "make use of",
        "welcome to use",
        "free to use",
        "free to visit",
        "drop into",
        "drop in to",
    ]
    .iter()
    .any(|phrase| before.ends_with(phrase))
}

/// Words for a journey.
const VISIT: Words = Words::of(
    "travel travels traveling travelling trip trips visit visits visiting fly flying journey \
     journeys",
);

const PASSING: &[&str] = &[
    "each quarter",
    "every quarter",
    "per quarter",
    "a quarter",
    "quarterly",
    "times a year",
    "twice a year",
    "once a year",
    "per year",
    "each year",
    "every year",
    "annually",
    "once a month",
    "training takes place",
    "training is held",
    "onboarding takes place",
    "first week",
    "occasional",
    "offsite",
    "off-site",
    "retreat",
    "conference",
];

const LAW: &[&str] = &[
    "ordinance",
    "fair chance",
    "pursuant",
    "labor code",
    "pay transparency",
    "salary range",
    "pay range",
    "base pay",
    "base salary",
    "hourly rate",
    "annual base",
    "only: the",
    "compensation range",
    "compensation for",
    "pay for",
    "salary for",
    "hiring range",
    "target range",
    "wage",
    "privacy",
    "criminal histor",
    "arrest",
    "drug-free",
    "law requires",
    "required by law",
    "in accordance with",
    "benefits for",
    "401k",
    "401(k)",
    "cash compensation",
    "on-target",
    "annual salary",
];
