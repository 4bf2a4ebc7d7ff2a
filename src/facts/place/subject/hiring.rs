//! Sentences that say whom an employer hires, and where.

use super::{words, words_at};
use crate::facts::vocabulary::Words;

/// True if the words before a cue say whom the employer hires.
pub fn hires(before: &str) -> bool {
    let named = |wanted: &[&str]| words(before).any(|w| wanted.contains(&w));
    named(&["hire", "hiring", "employ", "recruit"])
        && named(&["people", "anyone", "those", "folks", "who"])
}

/// True if others than the employer hire: "companies can hire anyone anywhere in the
/// world".
pub fn others_hire(before: &str) -> bool {
    let named = |wanted: &[&str]| words(before).any(|w| wanted.contains(&w));
    named(&["companies", "businesses", "employers", "organizations"])
        && named(&["hire", "hiring", "recruit"])
}

/// "we are hiring a cook", "bookkeeper needed", "the job is": what stands in a
/// place behind such words is the job.
pub fn announces_opening(before: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "hiring a",
        "hiring an",
        "hiring for",
        "looking for a",
        "looking for an",
        "seeking a",
        "seeking an",
        "seeks a",
        "seeks an",
        "opening for a",
        "opening for an",
        "needs a",
        "needs an",
        "job is",
        "position is",
        "role is",
        "internship is",
        "needed",
        "wanted",
    ];
    /// Behind these the words are about a person or a field.
    const TURNS: &[&str] = &[
        "with",
        "who",
        "whose",
        "that",
        "to",
        "experience",
        "experienced",
        "expert",
        "expertise",
        "specialist",
        "specialized",
        "specializing",
        "specialised",
        "specialising",
        "interested",
        "fluent",
        "knowledge",
        "degree",
        "background",
        "customers",
        "clients",
        "partner",
        "partners",
        "not",
    ];
    let Some(end) = OPENINGS
        .iter()
        .filter_map(|phrase| {
            let at = before.rfind(phrase)?;
            let whole = |c: char| !c.is_alphanumeric();
            let starts = before[..at].is_empty() || before[..at].ends_with(whole);
            let rest = &before[at + phrase.len()..];
            (starts && (rest.is_empty() || rest.starts_with(whole))).then_some(at + phrase.len())
        })
        .max()
    else {
        return false;
    };
    let mut words = before[end..]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.clone().count() <= 9 && !words.any(|word| TURNS.contains(&word))
}

/// Where the word for what is listed ends behind "in the following", if the words
/// before it speak of where people are hired or live: "we hire in the following
/// states". Licences, customers and shops are in states, too.
pub fn listed(after: &str, before: &str) -> Option<usize> {
    let end = words_at(after)
        .take(3)
        .find(|(_, word)| LISTED.has(&word.to_lowercase()))
        .map(|(at, word)| at + word.len())?;
    let of_people = words(before).any(|word| LISTS_PEOPLE.has(word));
    let of_others = words(before).any(|word| LISTS_OTHERS.has(word));
    (of_people && !of_others).then_some(end)
}

/// What "the following" lists.
const LISTED: Words = Words(
    "state states country countries province provinces location locations region regions city \
     cities area areas places territories markets hubs metro metros",
);

/// Words for hiring and living.
const LISTS_PEOPLE: Words = Words(
    "hire hiring hires employ employing recruit reside resides residing residency residence \
     resident residents live lives living located based remote remotely eligible candidates \
     applicants applications individuals people position positions role roles job work working \
     available open sit",
);

/// Words for what else is in states.
const LISTS_OTHERS: Words = Words(
    "license licensed licensure licenses licence licenced certified certification registered \
     customers clients stores shops operate operates operations markets serve serves serving \
     territory sales benefits leave plan experience offices",
);
