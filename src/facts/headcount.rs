//! How many people the posting says the employer has.

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use super::fields;
use crate::domain::money::Amount;
use crate::facts::phrases::words;
use crate::text::{Span, View, ceil, floor};

/// A number of employees, as laws with thresholds ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headcount {
    /// The employer has at least so many employees.
    pub at_least: u32,
}

/// Words that count employees of the employer.
const EMPLOYEES: &[&str] = words![
    "employees" "employee" "team members" "staff" "staff members" "colleagues" "coworkers" "co-workers"
    "teammates" "associates" "people" "team" "mitarbeiter*" "mitarbeitende*" "kolleg*" "collaborateurs"
    "salariés" "empleados" "colaboradores" "colaboradoras" "medewerkers" "pracowników" "medarbetare"
    "dipendenti" "funcionários"
];

/// Of these, words that also count others and need a word of the employer's own.
const LOOSE: &[&str] = words!["people" "associates" "staff" "colleagues" "team" "employee"];

/// Names of fields.
const NAMES: &[&str] = words![
    "numberofemployees" "numberofemployees.value" "employeecount" "companysize" "companyemployees"
    "employerheadcount" "headcount" "teamsize" "employees"
];

impl Fact for Headcount {
    const ABOUT: &'static str = "how many employees the posting says the employer has";
    const CUES: &'static [&'static str] = EMPLOYEES;
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "at_least",
        kind: Kind::Number,
        about: "employees that the employer has at least",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let mut found = Vec::new();
        for field in fields::named(posting, NAMES) {
            let words = posting.words(field.value);
            if words.len() <= 40
                && let Some((at_least, _)) = number_in(words)
            {
                found.push(Found::in_field(
                    Headcount { at_least },
                    field.value,
                    field.origin,
                ));
            }
        }
        for hit in context.hits {
            let cue = EMPLOYEES[hit.cue];
            if let Some((at_least, at)) = at_cue(context, hit.range.clone(), cue)
                && posting.field_at(at).is_none()
                && !found.iter().any(|f: &Found<Headcount>| f.at.overlaps(at))
            {
                let confidence = if LOOSE.contains(&cue) {
                    Confidence::Medium
                } else {
                    Confidence::High
                };
                found.push(Found::in_text(Headcount { at_least }, at).with_confidence(confidence));
            }
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "at_least" => Value::Number(Amount::from(self.at_least)),
            _ => Value::Absent,
        }
    }
}

/// How far before its noun a number and what it counts may stand, in bytes.
const REACH: usize = 90;

/// The number that counts the noun at `range` of the folded text, if it counts
/// the employer's people.
fn at_cue(
    context: &Context<'_>,
    range: std::ops::Range<usize>,
    cue: &str,
) -> Option<(u32, Span<View>)> {
    let folded = &context.prose.folded;
    let text = folded.text();
    let from = floor(text, range.start.saturating_sub(REACH));
    let before = sentence_tail(&text[from..range.start]);
    let before_start = range.start - before.len();
    if cue == "team" {
        return team_of(folded, before_start, range.end);
    }
    // "3,000 global employees": the number and at most three words between.
    let (number, number_at, between) = last_number(before)?;
    let words: Vec<&str> = between.split_whitespace().collect();
    if words.len() > 3 || words.iter().any(|w| STRANGERS.contains(w)) {
        return None;
    }
    let ahead = &before[..number_at.start];
    let ahead = &ahead[ahead.rfind([',', ';', '(']).map_or(0, |n| n + 1)..];
    if is_upper_bound(ahead)
        || others(ahead)
        || others(&text[range.end..ceil(text, range.end + 24)])
    {
        return None;
    }
    let own = OWN.iter().any(|w| ahead.contains(w));
    // "5 people" may be anybody; "our 40 people", "we are 40 people" are ours.
    if LOOSE.contains(&cue) && !own {
        return None;
    }
    if number < 2 && !own {
        return None;
    }
    let start = number_at.start + before_start;
    Some((number, folded.view(start..range.end)))
}

/// "We are a team of 40", "our team of 140".
fn team_of(folded: &crate::text::Folded, from: usize, end: usize) -> Option<(u32, Span<View>)> {
    let text = folded.text();
    let rest = text[end..].strip_prefix(" of ")?;
    let rest_at = end + " of ".len();
    let reach = &rest[..ceil(rest, 24.min(rest.len()))];
    let lead = reach.find(|c: char| c.is_ascii_digit()).filter(|at| {
        reach[..*at]
            .split_whitespace()
            .all(|w| QUALIFIERS.contains(&w))
    })?;
    let (number, len) = number_at(&reach[lead..])?;
    let ahead = &text[from..end];
    let own = words!["we are a " "we're a " "are a " "our team" "our growing team" "as a "]
        .iter()
        .any(|w| ahead.contains(w));
    if !own || others(ahead) {
        return None;
    }
    // "a team of 5 engineers" is a part of the employer.
    let after = reach[lead + len..].trim_start_matches(['+', ' ']);
    let noun = after
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    let whole = noun.is_empty()
        || matches!(
            noun,
            "people"
                | "employees"
                | "and"
                | "who"
                | "that"
                | "with"
                | "across"
                | "in"
                | "based"
                | "spread"
                | "working"
                | "located"
                | "strong"
        );
    // "Team of 140 people" is one expression.
    let stop = match noun {
        "people" | "employees" => rest_at + reach.len() - after.len() + noun.len(),
        _ => rest_at + lead + len,
    };
    whole.then(|| (number, folded.view(end - "team".len()..stop)))
}

/// Words between number and noun that show that something else is counted.
const STRANGERS: &[&str] = words![
    "of" "to" "for" "with" "per" "year" "years" "hours" "days" "weeks" "months" "-" "customer"
    "customers" "client" "clients" "new" "nouveaux" "nouvelles" "neue" "nuevos" "other" "direct"
    "reports" "million" "billion" "%" "percent" "from" "by" "young" "students"
];

const QUALIFIERS: &[&str] = words![
    "over" "about" "around" "some" "just" "under" "more" "than" "nearly" "almost" "roughly"
    "approximately" "~" "now"
];

/// Words of the employer's own before a number.
const OWN: &[&str] = words![
    "we are " "we're " "we have " "we've " "our " "we employ" "employs" "employ " "with over "
    "with more than " "with just over " "with about " "with around " "with approximately " "team of "
    "company of " "organization of " "organisation of " "company size" "group of " "grown to "
    "grew to " "home to " "number of employees" "wir sind " "nous sommes " "somos " "wij zijn "
    "has over " "has more than " "has approximately " "has about "
];

/// True if the number is said of customers or of those whom the job leads.
fn others(words: &str) -> bool {
    const OTHERS: &[&str] = words![
        "customer" "client" "companies with" "companies of" "businesses with" "organizations with"
        "employers with" "employers of" "manage a" "managing" "lead a" "leading a" "lead and" "leads a"
        "supervis" "oversee" "oversight of" "mentor" "train " "training " "serving" "serve" "support "
        "supporting" "used by" "trusted by" "helped" "users" "experience with" "experience in"
        "environment of" "report to you" "students" "patients" "members of" "you will manage"
        "responsible for" "teams of" "hire " "hiring " "recruit" "for companies" "at least"
    ];
    OTHERS.iter().any(|w| words.contains(w))
}

fn is_upper_bound(words: &str) -> bool {
    words!["fewer than " "less than " "under " "up to " "below " "weniger als " "moins de "]
        .iter()
        .any(|w| words.trim_end().ends_with(w.trim_end()))
}

/// The part of `words` behind the last end of a sentence or line.
fn sentence_tail(words: &str) -> &str {
    let ends = |(at, sign): &(usize, &str)| *sign == "\n" || words[at + 1..].starts_with(' ');
    let last = words.rmatch_indices(['\n', '.', '!', '?']).find(ends);
    let behind = |(at, sign)| &words[at + if sign == "\n" { 1 } else { 2 }..];
    last.map_or(words, behind)
}

/// The last number of `words`, where it stands, and the words behind it. The
/// lower end of a range ("51-200") is taken.
fn last_number(words: &str) -> Option<(u32, std::ops::Range<usize>, &str)> {
    let end = words.rfind(|c: char| c.is_ascii_digit())? + 1;
    let start = words[..end]
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '+' | 'k' | '\''))
        .last()
        .map_or(end, |(i, _)| i);
    let start = start + words[start..].find(|c: char| c.is_ascii_digit())?;
    // "401k" or "v2" are words, "$2,000" is money.
    let before = words[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '#' | '/' | '.'))
    {
        return None;
    }
    let (number, len) = number_at(&words[start..])?;
    let behind = words[(start + len).max(end)..].trim_start_matches(['+', 'k']);
    Some((number, start..end, behind))
}

/// The number that begins `words` and its length: "3,000", "3.000", "500+",
/// "10k", the lower end of "51-200". Years are no numbers of people.
fn number_at(words: &str) -> Option<(u32, usize)> {
    let len = words
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '\'')))
        .unwrap_or(words.len());
    let figure = words[..len].trim_end_matches([',', '.', '\'']);
    let groups: Vec<&str> = figure.split([',', '.', '\'']).collect();
    let rest = &words[figure.len()..];
    let thousands = rest
        .strip_prefix('k')
        .is_some_and(|r| !r.starts_with(char::is_alphanumeric));
    let value: u32 = match groups.as_slice() {
        [one] if one.len() <= 7 => one.parse().ok()?,
        [whole, part] if thousands && part.len() < 3 => {
            // "1.5k"
            let tenths: u32 = format!("{whole}{part}").parse().ok()?;
            let scale = 10u32.checked_pow(u32::try_from(part.len()).ok()?)?;
            return Some(((tenths.checked_mul(1000)?) / scale, figure.len() + 1));
        }
        [first, more @ ..] if first.len() <= 3 && more.iter().all(|g| g.len() == 3) => {
            figure.replace([',', '.', '\''], "").parse().ok()?
        }
        _ => return None,
    };
    let plain_year = groups.len() == 1 && figure.len() == 4 && (1900..2100).contains(&value);
    if plain_year || rest.starts_with('%') {
        return None;
    }
    let value = if thousands {
        value.checked_mul(1000)?
    } else {
        value
    };
    Some((value, figure.len() + usize::from(thousands)))
}

/// The first number of a field's value.
fn number_in(words: &str) -> Option<(u32, usize)> {
    let start = words.find(|c: char| c.is_ascii_digit())?;
    number_at(&words[start..])
}

#[cfg(test)]
mod tests {
    use crate::document;
    use crate::facts::Facts;
    use crate::posting::{self, Prose};
    use std::sync::Arc;

    fn headcount(name: &str, text: &str) -> Vec<(u32, String)> {
        let mut reading = document::read(name, text.as_bytes());
        let postings = posting::find(Arc::new(reading.documents.remove(0)));
        let facts = Facts::read(&Prose::of(&postings[0]));
        let found = facts.headcount.into_iter();
        found
            .map(|h| (h.value.at_least, postings[0].words(h.at).to_owned()))
            .collect()
    }

    #[test]
    fn the_employers_people_are_counted() {
        for (text, number, words) in [
            (
                "With just over 3,000 global employees, our teams are small.",
                3000,
                "3,000 global employees",
            ),
            (
                "We are 500+ employees in ten offices.",
                500,
                "500+ employees",
            ),
            ("We are 12 people who sail.", 12, "12 people"),
            ("We’re a team of 40 across three lakes.", 40, "team of 40"),
            (
                "Our team of over 140 people sails.",
                140,
                "team of over 140 people",
            ),
            ("Company size: 51-200 employees", 51, "51-200 employees"),
            ("Acme employs 1.2k people.", 1200, "1.2k people"),
            ("We have about 10k employees.", 10000, "10k employees"),
            (
                "Wir sind 3.500 Mitarbeitende in Europa.",
                3500,
                "3.500 Mitarbeitende",
            ),
            (
                "We do what is best for clients, lakes and our 80,000 employees.",
                80000,
                "80,000 employees",
            ),
            (
                "Acme is a company with $250M in funding and over 200 employees.",
                200,
                "200 employees",
            ),
            ("Join the 250 employees of Acme.", 250, "250 employees"),
        ] {
            assert_eq!(
                headcount("a.txt", text),
                [(number, words.to_owned())],
                "{text}"
            );
        }
    }

    #[test]
    fn people_who_are_not_the_employers_are_not_counted() {
        for text in [
            "You will lead a team of 5 engineers.",
            "We are a team of 5 engineers within Acme.",
            "You manage a team of 12 people.",
            "Our customers have 500 employees and more.",
            "We serve 550 people a day.",
            "For companies with fewer than 50 employees.",
            "Trusted by 3,000 people around the world.",
            "We have 25 years of employees telling us so.",
            "In 2024 employees chose us.",
            "Our 401k is open to employees.",
            "100% of employees agree.",
        ] {
            assert_eq!(headcount("a.txt", text), [], "{text}");
        }
    }

    #[test]
    fn a_field_counts_as_well() {
        let found = headcount("a.md", "---\ncompany_size: 51-200\n---\n\nWe sail.");
        assert_eq!(found, [(51, "51-200".to_owned())]);
    }
}
