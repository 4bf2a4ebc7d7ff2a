//! Words that prefer or exclude by gender.

use crate::facts::phrases::{Phrases, find, has, phrases, places, words};
use crate::facts::statement::{window, window_before};
use crate::text::word_goes_on;
use std::ops::Range;

/// Words for women or for men, with those that stand for the other beside them.
static SEXES: [&Phrases; 2] = [
    phrases![
        "female" "females" "women" "woman" "ladies" "lady" "girl" "girls" "frauen" "frau"
        "weiblich*" "femme" "femmes" "mujer" "mujeres" "femenino" "señorita*" "mulher" "mulheres" "vrouw"
        "vrouwen" "kobiet*" "donna" "donne" "ragazza" "ragazze"
    ],
    phrases![
        "male" "males" "men" "man" "boy" "boys" "gentleman" "gentlemen" "gents" "guy" "guys" "masculino" "männer" "mann"
        "männlich*" "homme" "hommes" "hombre" "hombres" "homem" "homens" "mężczyzn*" "uomo" "uomini"
        "ragazzo" "ragazzi"
    ],
];

/// What makes a word for women or men a condition, when it stands behind it.
static ONLY_BEHIND: &Phrases = phrases![
    "candidates only" "candidate only" "applicants only" "only" "preferred" "prefered"
    "candidates preferred" "candidate preferred" "applicants preferred" "required"
    "candidate required" "candidates required" "wanted" "needed" "need apply" "bevorzugt" "gesucht"
    "uniquement" "seulement" "solamente" "solo" "preferentemente" "preferencia" "apenas" "alleen"
    "tylko" "mile widzian*" "preferibilmente" "candidates are preferred"
    "candidates will be preferred" "candidates" "candidate" "applicants"
];

/// The same before it.
static ONLY_BEFORE: &Phrases = phrases![
    "only" "prefer" "preferably" "preferable" "must be" "must be a" "should be a" "should be"
    "looking for a" "looking for" "seeking a" "seeking" "hiring" "hire" "need a" "need" "wanted"
    "ideally a" "nur" "ausschließlich" "suchen" "bevorzugt" "uniquement" "solo" "busca"
    "se busca" "buscamos" "sexo:" "alleen" "tylko" "cercasi"
];

/// A preference for one sex.
pub(super) fn of(text: &str) -> Option<Range<usize>> {
    let both = SEXES.iter().all(|words| has(text, words));
    if !both {
        for words in SEXES {
            let mut places = places(text, words).into_iter().take(8);
            if let Some(range) = places.find_map(|at| preferred(text, &at)) {
                return Some(range);
            }
        }
    }
    pronoun(text)
}

/// Whether the word at `at` stands in a condition; from there to its end.
fn preferred(text: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let glued = text[..at.start].ends_with(['-', '/', '\'', '+', '&'])
        || text[at.end..].starts_with(['-', '/', '\'', '+', '&']);
    if glued
        || has(
            text,
            phrases![
                "encourag*" "underrepresented" "under-represented" "minorit*" "patients" "clients"
                "customers" "students" "residents" "guests" "connector*" "founder*" "owned" "empower*"
                "health" "equal*" "gleiche*" "diversity" "chances" "clothing" "fashion" "wear" "shoes"
                "products" "apparel" "models" "voice" "football" "soccer" "teams" "athletes" "in tech"
                "leaders" "leadership"
            ],
        )
    {
        return None;
    }
    let after = text[at.end..].trim_start_matches([' ', '(', ',']);
    let after = behind_age(after);
    let skip = text[at.end..].len() - after.len();
    for phrase in ONLY_BEHIND.list() {
        if find(after, phrase).is_some_and(|r| r.start == 0) {
            // "female candidates" alone is a condition only if something makes it one.
            let bare = matches!(*phrase, "candidates" | "candidate" | "applicants");
            let sought = has(
                window_before(text, at.start, 30),
                phrases![
                    "only" "prefer*" "looking for" "seeking" "hiring" "need" "wanted" "must be"
                ],
            );
            if !bare || sought {
                return Some(at.start..at.end + skip + phrase.trim_end_matches('*').len());
            }
        }
    }
    let before = text[..at.start].trim_end_matches([' ', '(', '"']);
    for phrase in ONLY_BEFORE.list() {
        let ends = before.ends_with(phrase) && !word_goes_on(text, before.len() - phrase.len());
        let followed = has(
            window(text, at.end, 26),
            phrases![
                "to" "who" "with" "for" "as" "candidate*" "worker*" "receptionist*" "assistant*"
                "nurse*" "helper*" "staff" "mit" "zur" "als"
            ],
        ) || text[at.end..].trim().len() < 3;
        let strong = matches!(
            *phrase,
            "only"
                | "prefer"
                | "preferably"
                | "preferable"
                | "must be"
                | "must be a"
                | "nur"
                | "ausschließlich"
                | "tylko"
                | "alleen"
                | "bevorzugt"
                | "se busca"
                | "sexo:"
                | "cercasi"
        );
        if ends && (strong || followed) {
            return Some(before.len() - phrase.len()..at.end);
        }
    }
    None
}

/// What stands behind "under 30" and its like: "men under 30 only".
fn behind_age(after: &str) -> &str {
    let limits = ["under ", "below ", "over ", "aged ", "younger than "];
    let Some(rest) = limits.iter().find_map(|limit| after.strip_prefix(*limit)) else {
        return after;
    };
    let age = |c: char| c.is_ascii_digit() || matches!(c, '-' | ' ');
    rest.trim_start_matches(age)
}

/// "He must be able to …": a pronoun for whoever will be hired.
fn pronoun(text: &str) -> Option<Range<usize>> {
    for (own, other) in [("he", "she"), ("she", "he")] {
        let others = phrases!["s/he" "(s)he" "they" "he/she" "she/he"];
        if find(text, other).is_some() || has(text, others) {
            continue;
        }
        for verb in words![
            "must" "should" "shall" "will be responsible" "will be required" "will report"
            "needs to" "has to" "is expected to" "will have to"
        ] {
            let phrase = format!("{own} {verb}");
            if let Some(at) = find(text, &phrase) {
                return Some(at);
            }
        }
    }
    None
}
