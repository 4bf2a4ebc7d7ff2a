//! Who is where: reads off the words around a cue whether it speaks of the job,
//! of the company, of a team or of a superior.

use super::PlaceRole;
use super::vocabulary::{
    BEFORE_LABEL, COMPANY, FOLLOWS, JOB, OFFICE, OPENING, PEOPLE, POSITION, TEAM,
};
use crate::facts::vocabulary::Words;

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
    for word in words(before) {
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

/// Whether a sentence that named the superior speaks of the job again: "reports
/// to the CTO and is based in", "reporting to the CTO, you will".
fn goes_on_with_job(previous: &str, word: &str) -> bool {
    AGAIN.contains(&word) || (["and", "but", "while"].contains(&previous) && VERB.contains(&word))
}

/// Where the words behind "reports to" cease to speak of the superior.
pub fn end_of_superior(after: &str) -> usize {
    let folded = after.to_ascii_lowercase();
    let mut previous = "";
    for (at, word) in words_at(&folded) {
        if goes_on_with_job(previous, word) {
            return at;
        }
        previous = word;
    }
    after.len()
}

/// Where a place may begin behind "reports to": at once, behind "in" and "at",
/// and in brackets.
pub fn places_of_superior(after: &str) -> Vec<usize> {
    let mut starts = vec![0];
    for (at, word) in words_at(after) {
        if ["in", "at", "near"].contains(&word) {
            starts.push(at + word.len());
        } else if after[..at].ends_with('(') {
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
fn words(text: &str) -> impl Iterator<Item = &str> {
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

/// True if a sentence is said of some jobs of the employer, whether or not this is
/// one: "for applications to positions in the United States, please note".
pub fn is_of_other_jobs(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
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

/// True if the words speak of the job at all.
pub fn mentions_job(before: &str) -> bool {
    words(before).any(|w| JOB.has(w))
}

/// True if a sentence begins here, but for words like "ideally" and "must be".
pub fn is_opening(before: &str) -> bool {
    words(before).all(|w| OPENING.has(w))
}

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
    const VERB: Words = Words("are is be will can may should currently");
    const TAKEN: Words = Words("eligible considered accepted hired able permitted allowed");
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

/// True if the words before a cue end with applicants ("candidates based in").
pub fn is_of_applicants(before: &str) -> bool {
    words(before)
        .last()
        .is_some_and(|w| PEOPLE.has(w) || ["only", "be"].contains(&w))
}

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

/// "co-working offices in", "offices in": not the office of the job, unless it is
/// "the office in" or "our office in".
pub fn is_some_office(cue: &str, before: &str) -> bool {
    let cue = cue.to_lowercase();
    let last = words(before).last().unwrap_or("");
    cue.starts_with("office") && !["the", "our", "your", "this"].contains(&last)
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

/// Whether a label can begin here: nothing stands before it on its line but
/// marks, and words that go with labels ("Job location").
pub fn is_label_start(head: &str) -> bool {
    let mut letters = head
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    letters.all(|w| BEFORE_LABEL.has(&w.to_lowercase()))
}

/// Where the value behind a label begins on the rest of its line; the line's end
/// if nothing stands there; nothing if the word was no label.
pub fn label_value(line: &str) -> Option<usize> {
    let mut at = skip(line, 0, &[' ', '\u{a0}', '*', '_']);
    for suffix in ["(s)", "of work", "of the job", "details", "information"] {
        if line[at..].starts_with(suffix) {
            at = skip(line, at + suffix.len(), &[' ']);
        }
    }
    if line[at..].trim().is_empty() {
        return Some(line.len());
    }
    let sign = line[at..].chars().next()?;
    matches!(
        sign,
        ':' | '\u{ff1a}' | '-' | '\u{2013}' | '\u{2014}' | '|' | '\t' | '?'
    )
    .then(|| skip(line, at + sign.len_utf8(), &[':', ' ', '*', '_', '\u{a0}']))
}

/// The first place from `at` on that is none of `signs`.
fn skip(text: &str, at: usize, signs: &[char]) -> usize {
    text.len() - text[at..].trim_start_matches(signs).len()
}

/// The value of a label up to the next label on the same line.
pub fn until_next_label(value: &str) -> &str {
    // "Location: Berlin Salary: 50k": the word before the colon is a label.
    let Some(colon) = value.find(": ").filter(|at| *at > 0) else {
        return value;
    };
    let head = &value[..colon];
    match head.rfind([' ', ',', ';', '|']) {
        Some(space) => &value[..space],
        None => value,
    }
}

/// Words behind which the others stand whom one works with.
const WITH: Words = Words(
    "with between alongside among across support supporting supports partner partnering liaise \
     liaising coordinate coordinating bridge",
);

/// What is told of a company.
const OF_COMPANY: Words = Words(
    "founded backed funded established is has was serves serving builds helps operates makes \
     develops employs",
);

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

const NAMES_OFFICE: Words = Words(
    "bureau bureaux locaux présentiel poste basé basée basé.e base site équipe agence siège \
     télétravail hybride",
);

/// Words for a journey.
const VISIT: Words = Words(
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
    "occasional",
    "offsite",
    "off-site",
    "retreat",
    "conference",
];

const REPORT: &[&str] = &["report", "reports", "reporting"];

/// Titles of superiors.
const SUPERIOR: &[&str] = &[
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

    #[test]
    fn a_label_stands_at_the_head_of_its_line() {
        assert!(is_label_start("- Job "));
        assert!(is_label_start(""));
        assert!(!is_label_start("We chose the "));
        assert_eq!(label_value(": Berlin"), Some(2));
        assert_eq!(label_value("(s): Berlin"), Some(5));
        assert_eq!(label_value("  "), Some(2));
        assert_eq!(label_value(" of our customers"), None);
        assert_eq!(until_next_label("Berlin Salary: 50k"), "Berlin");
        assert_eq!(until_next_label("Berlin"), "Berlin");
    }
}
