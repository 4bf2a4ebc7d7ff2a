//! Words that prefer or exclude by age.

use crate::facts::phrases::{Phrases, find, first, has, phrases, places};
use crate::facts::statement::{window, window_before};
use std::ops::Range;

/// People who are looked for.
static PEOPLE: &Phrases = phrases![
    "person" "persons" "people" "candidate*" "applicant*" "individual*" "professional*" "talent" "talents"
    "man" "woman" "men" "women" "lady" "ladies" "guy" "guys" "girl" "girls" "boy" "boys" "graduate*"
    "team player*" "worker*" "employee*" "self-starter*" "go-getter*" "male" "female" "mind" "minds"
    "salesperson" "sales person" "executive*" "assistant*" "manager*" "engineer*" "developer*" "staff"
    "kollege*" "kollegin" "mitarbeiter*" "menschen" "talente" "personen" "frau" "mann" "personne*"
    "candidat*" "persona*" "pessoa*" "medewerker*" "collega" "osob*" "ragazz*"
];

/// Words by which somebody is looked for.
static SOUGHT: &Phrases = phrases![
    "looking for" "seeking" "seek" "seeks" "we want" "wanted" "need" "needed" "hiring" "hire" "prefer*"
    "must be" "should be" "ideal" "ideally" "you are" "you're" "required" "search" "searching" "invite"
    "welcome" "join" "suchen" "gesucht" "recherch*" "cherch*" "busca*" "procura*" "zoeken" "gezocht"
    "szukamy" "poszuk*" "cerchiamo" "söker"
];

/// Young people who are not hired: those served, taught and cared for; and
/// things that are young.
static NOT_HIRED: &Phrases = phrases![
    "young company" "young start-up" "young startup" "young team" "young business" "young organi*"
    "young children" "young child" "young people's" "young learners" "young minds" "young adults"
    "young families" "young patients" "young readers" "young students" "young pupils"
    "young offenders" "young carers" "young athletes" "young industry" "young field" "young brand"
    "young firm" "young product" "young market" "young and growing" "ernst & young"
    "ernst and young" "younger generation*" "younger children" "younger students" "junges team"
    "jungen team" "junges unternehmen" "junges, dynamisches team" "junge unternehmen"
    "jeune entreprise" "jeune équipe" "jeunes enfants" "young urban" "young, dynamic team"
    "young and dynamic team" "young dynamic team" "young & dynamic team" "young, growing"
    "young, international" "young international" "young fun" "young and fun" "young vibrant"
    "young and vibrant" "young, vibrant" "young energetic team" "young and energetic team"
    "young, energetic team" "young enthusiastic team" "young motivated team"
    "young and motivated team" "young, motivated team" "young and ambitious team"
    "young creative team" "young age" "young environment" "young and passionate team"
];

/// Words for a young person.
pub(super) fn young(text: &str) -> Option<Range<usize>> {
    if let Some(at) = first(
        text,
        phrases![
            "recent graduates only" "recent college graduates only"
            "recent university graduates only" "recent grads only" "new graduates only"
            "new grads only" "fresh graduates only" "fresh graduate only" "only recent graduates"
            "only recent college graduates" "only fresh graduates" "freshers only"
        ],
    ) {
        return Some(at);
    }
    if let Some(at) = first(text, phrases!["digital native" "digital natives"]) {
        let firm = has(
            window(text, at.end, 30),
            phrases![
                "compan*" "brand*" "business*" "bank*" "organi*" "enterprise*" "customers"
                "customer" "startups" "firms" "retailer*"
            ],
        );
        let person = has(text, SOUGHT)
            || has(text, phrases!["you" "candidate*" "applicant*"])
            || text.len() < 60;
        if person && !firm {
            return Some(at);
        }
    }
    let young = phrases![
        "young" "youthful" "junge" "junger" "jungen" "jeune" "jeunes" "joven" "jóvenes" "jovem"
        "jonge" "młod*" "giovane" "giovani"
    ];
    for at in places(text, young).into_iter().take(8) {
        let after = window(text, at.end, 48);
        // The noun that the word belongs to stands in the next few words.
        let phrase = after.split(['.', ';', ':', '(']).next().unwrap_or(after);
        let Some(noun) = first(phrase, PEOPLE) else {
            continue;
        };
        let near = &phrase[..noun.start];
        let other = has(
            near,
            phrases![
                "company" "team" "for" "to" "in" "of" "from" "with*" "who" "unternehmen" "équipe"
                "entreprise" "equipo"
            ],
        );
        let served = has(
            window_before(text, at.start, 40),
            phrases![
                "support*" "teach*" "help*" "work with" "working with" "working for" "lives of"
                "care for" "educat*" "inspir*" "mentor*" "coach*" "serve*" "serving" "service* for"
                "services for" "empower*" "train*" "engag*" "develop" "developing"
            ],
        );
        if !other && !served && has(text, SOUGHT) && !is_masked(text, &at) {
            return Some(at.start..at.end + noun.end);
        }
    }
    None
}

/// True if the words at `at` begin one of the phrases for young things.
fn is_masked(text: &str, at: &Range<usize>) -> bool {
    let here = &text[at.start..];
    (NOT_HIRED.list().iter())
        .filter_map(|p| find(here, p).filter(|r| r.start == 0))
        .any(|r| !has(window(here, r.end, 8), phrases!["player*" "member*"]))
}

/// Others than those who apply, whose age is told too, and what else has years.
static OTHERS: &Phrases = phrases![
    "child" "children" "kids" "student*" "pupil*" "patient*" "camper*" "camp" "infant*" "toddler*" "teen*"
    "adolescent*" "client*" "customer*" "member*" "participant*" "benefici*" "residents" "visitors" "users"
    "kinder*" "enfants" "niños" "crianças" "dziec*" "dependents" "dependent" "insurance" "pension"
    "retirement" "coverage" "experience" "company" "founded" "startup" "catch-up" "audience" "consumers"
    "families" "erfahrung" "berufserfahrung" "expérience" "experiencia" "experiência"
];

/// Words that a sentence about age has.
static AGE: &Phrases = phrases![
    "age" "aged" "ages" "years old" "years of age" "yrs old" "jahre alt" "alter"
    "höchstalter" "altersgrenze" "altersgruppe" "leeftijd" "edad" "años" "idade"
    "anos de idade" "âge" "âgé*" "ans" "wiek" "wieku" "età" "nicht älter" "jünger als"
    "nur bis" "maximal" "höchstens"
];

/// Words in front of an upper limit.
static UP_TO: &Phrases = phrases![
    "under" "below" "younger than" "not older than" "no older than" "not over" "not exceed" "not exceeding"
    "less than" "up to" "maximum" "max" "max." "age limit" "until" "upto" "höchstens" "maximal"
    "nicht älter als" "jünger als" "unter" "nur bis" "höchstalter" "altersgrenze" "moins de" "menos de"
    "máxima" "máximo" "hasta" "menores de" "até" "jonger dan" "tot" "do" "poniżej" "inferiore a" "massimo"
];

/// An upper limit of age: "between 20 and 35 years of age", "bis 30 Jahre".
pub(super) fn limit(text: &str) -> Option<Range<usize>> {
    const FAR: usize = 40;
    let aged = first(text, AGE)?;
    if has(text, OTHERS) {
        return None;
    }
    let numbers = numbers(text);
    (0..numbers.len()).find_map(|n| {
        let (upper, place) = &numbers[n];
        let gap = place.start.abs_diff(aged.start);
        let far = gap.min(place.start.abs_diff(aged.end)) > FAR;
        if far || !(20..=65).contains(upper) {
            return None;
        }
        let start = limit_before(text, place.start).or_else(|| {
            let (lower, first) = &numbers[n.checked_sub(1)?];
            let between = text[first.end..place.start].trim();
            (*lower >= 16 && lower < upper && pairs(between)).then_some(first.start)
        })?;
        Some(start.min(aged.start)..with_unit(text, place.end.max(aged.end)))
    })
}

/// The first numbers of two digits, with their places.
fn numbers(text: &str) -> Vec<(u32, Range<usize>)> {
    const MOST: usize = 16;
    let mut at = 0;
    let mut numbers = Vec::new();
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(text.len(), |n| start + n);
        if end - start == 2 && numbers.len() < MOST {
            numbers.push((text[start..end].parse().unwrap_or(0), start..end));
        }
        at = end;
    }
    numbers
}

/// Where "under" or "up to" stands before the number at `at`; "not under" is a lower
/// limit.
fn limit_before(text: &str, at: usize) -> Option<usize> {
    let before = window_before(text, at, 30);
    let limit = first(before, UP_TO)?;
    let floor = has(&before[..limit.start], phrases!["not" "nicht"])
        && has(
            &before[limit.start..],
            phrases!["under" "below" "less than" "younger than" "unter" "jünger als"],
        );
    (!floor).then_some(at - before.len() + limit.start)
}

/// "20 and 35", "18-35": whether what stands between makes a pair of the numbers.
fn pairs(between: &str) -> bool {
    [
        "-", "to", "and", "&", "bis", "und", "à", "et", "y", "a", "e", "en", "tot", "do", "i",
        "till", "until",
    ]
    .contains(&between)
}

/// The end of "35 years of age" for the end of "35".
fn with_unit(text: &str, end: usize) -> usize {
    let units = phrases![
        "years of age" "years old" "years" "yrs" "jahre alt" "jahre" "jahren" "ans" "años" "anos"
        "jaar" "lat" "anni" "år"
    ];
    let after = window(text, end, 16);
    let trimmed = after.trim_start();
    (units.list().iter())
        .find(|u| find(trimmed, u).is_some_and(|r| r.start == 0))
        .map_or(end, |u| end + after.len() - trimmed.len() + u.len())
}
