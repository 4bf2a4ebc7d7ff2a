//! Signs behind a name: "Acme is hiring", "Acme is an equal opportunity employer",
//! "Acme is a company".

use super::name;
use crate::posting::Posting;
use crate::text::{Span, View};

/// Words before which it stands.
pub const PHRASES: &[(&str, u32)] = &[
    ("is an equal", 5),
    ("is proud to be an equal", 5),
    ("is proudly an equal", 5),
    ("are an equal", 3),
    ("is an eeo", 5),
    ("is an eoe", 5),
    ("is a drug-free", 2),
    ("is growing", 2),
    ("is opening", 2),
    ("serves", 1),
    ("sells", 1),
    ("makes", 1),
    ("builds", 1),
    ("operates", 1),
    ("runs", 1),
    ("welcomes", 2),
    ("hires", 2),
    ("realisiert", 1),
    ("is an affirmative", 5),
    ("provides equal", 5),
    ("is committed to", 3),
    ("does not discriminate", 4),
    ("will not discriminate", 3),
    ("prohibits discrimination", 3),
    ("will consider", 2),
    ("considers", 1),
    ("is hiring", 3),
    ("is looking for", 3),
    ("is seeking", 3),
    ("is searching for", 3),
    ("is recruiting", 3),
    ("seeks", 2),
    ("has an opening", 3),
    ("has an immediate opening", 3),
    ("is now hiring", 3),
    ("is accepting applications", 3),
    ("is currently accepting applications", 3),
    ("invites applications", 3),
    ("helps", 1),
    ("develops", 1),
    ("specializes", 1),
    ("specialises", 1),
    ("is one of", 2),
    ("is driven", 1),
    ("is redefining", 2),
    ("is revolutionizing", 2),
    ("offers", 1),
    ("provides", 1),
    ("was founded", 2),
    ("mission is", 4),
    ("story began", 3),
    ("story starts", 3),
    ("is a", 1),
    ("is an", 1),
    ("is the", 2),
    ("is on a mission", 3),
    ("is building", 2),
    ("has been", 1),
    ("values", 1),
    ("believes", 1),
    ("sucht", 3),
    ("ist ein", 1),
    ("recrute", 3),
    ("recherche", 2),
    ("est un", 1),
    ("est une", 1),
    ("busca", 2),
    ("es una", 1),
    ("zoekt", 2),
    ("söker", 2),
    ("søger", 2),
    ("søker", 2),
    ("hakee", 2),
    ("etsii", 2),
    ("poszukuje", 2),
    ("zatrudni", 3),
    ("cerca", 2),
    ("è alla ricerca", 3),
    ("procura", 2),
    ("está contratando", 3),
    ("contrata", 2),
    ("pays", 1),
];

/// Bytes at the head of the text in which it says who the employer is.
const OPENING: usize = 400;

/// The name before the phrase of this number, which stands at `words`, with its weight.
pub fn sign(posting: &Posting, phrase: usize, words: Span<View>) -> Option<(Span<View>, u32)> {
    let text = posting.text.as_str();
    let (phrase, mut weight) = PHRASES[phrase];
    let named = match phrase {
        "procura" | "contrata" | "está contratando" => name::before_portuguese(text, words.start)?,
        _ => name::before(text, words.start)?,
    };
    let at = before_its_place(text, named)?;
    let behind = &text[words.end..];
    if phrase.starts_with("is a") && (is_demand(behind) || is_part(behind)) {
        return None;
    }
    // "Acme is a fully remote company".
    if matches!(phrase, "is a" | "is an" | "is the") && is_of_kind(behind) {
        weight += 2;
    }
    // The first sentence of a posting says who the employer is.
    let opens = at.start < posting.document.body.start + OPENING && starts_sentence(text, at.start);
    // "Larkspur Trading Co. pays" is nothing but a company.
    let form = phrase == "pays" && name::ends_with_form(&text[at.range()]);
    if opens || form {
        weight += 2;
    }
    Some((at, weight))
}

/// Whether a sentence begins with the name, or with what bears it: "La société Lakeside
/// recherche".
fn starts_sentence(text: &str, at: usize) -> bool {
    const ARTICLES: &[&str] = &[
        "La", "Le", "El", "Il", "Die", "Der", "Das", "A", "O", "Het", "De",
    ];
    let head = text[..at].trim_end_matches(' ');
    let before = match head.rsplit_once(' ') {
        Some((before, noun)) if noun.starts_with(char::is_lowercase) || noun == "Firma" => {
            before.trim_end_matches(' ')
        }
        _ => head,
    };
    let article = ARTICLES.iter().find(|a| before.ends_with(**a));
    let bears =
        || article.is_some_and(|article| name::starts_sentence(text, before.len() - article.len()));
    at > 0 && bears() || name::starts_sentence(text, at)
}

/// Whether the words behind "is a" ask for something: "Rust is a must", "German is a
/// plus".
fn is_demand(behind: &str) -> bool {
    const DEMANDS: &[&str] = &["must", "plus", "bonus", "requirement", "big"];
    let next = behind.split_whitespace().next().unwrap_or("");
    DEMANDS.contains(&next.trim_end_matches(['.', ',', '!', ';', ':', ')']))
}

/// Whether the words behind "is a" name a part of an employer: "The Night Desk is a new
/// team within Acme's kitchens".
pub fn is_part(behind: &str) -> bool {
    const PARTS: &[&str] = &[
        "team",
        "group",
        "department",
        "unit",
        "function",
        "division",
    ];
    const NEAR: usize = 7;
    let mut words = behind.split_whitespace().take(NEAR);
    let part = words.by_ref().find(|word| PARTS.contains(word));
    part.is_some()
        && words
            .next()
            .is_some_and(|word| ["within", "in", "at", "inside"].contains(&word))
}

/// Whether the words behind "is a" name a kind of employer: "fully remote company".
fn is_of_kind(behind: &str) -> bool {
    const KINDS: &[&str] = &[
        "company",
        "startup",
        "start-up",
        "firm",
        "consultancy",
        "nonprofit",
        "non-profit",
        "charity",
        "manufacturer",
        "retailer",
    ];
    const NEAR: usize = 8;
    let phrase = behind
        .split(['.', ',', ';', '(', '\n'])
        .next()
        .unwrap_or("");
    phrase
        .split_whitespace()
        .take(NEAR)
        .take_while(|word| !["that", "which", "who", "for", "of", "to"].contains(word))
        .any(|word| KINDS.contains(&word.to_lowercase().as_str()))
}

/// "Haus Lindenhof in 04109 Leipzig sucht": who stands in the place; the name itself
/// where no "in" stands before it.
fn before_its_place(text: &str, at: Span<View>) -> Option<Span<View>> {
    let head = text[..at.start].trim_end_matches(' ');
    let code = &text[at.range()];
    if code.len() == 2
        && code.bytes().all(|b| b.is_ascii_uppercase())
        && let Some(head) = head.strip_suffix(',')
    {
        // "Harbor Foods in Waco, TX": the code is the town's.
        let line = head.rfind(['\n', '.']).map_or(0, |at| at + 1);
        let town = line + head[line..].rfind(" in ")?;
        return name::before(text, town + 1);
    }
    let head = head
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches(' ');
    match head.strip_suffix(" in") {
        Some(head) => name::before(text, head.len() + 1),
        None => Some(at),
    }
}
