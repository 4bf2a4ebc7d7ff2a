//! Signs in front of a name: "About Acme", "Join Acme", "At Acme, we".

use super::name;
use crate::text::{Span, View};

/// Words behind which the employer's name stands, with the weight of each.
pub const PHRASES: &[(&str, u32)] = &[
    ("about", 4),
    ("open with", 3),
    ("why", 2),
    ("life at", 4),
    ("working at", 3),
    ("work at", 2),
    ("working for", 1),
    ("welcome to", 2),
    ("at", 1),
    ("here at", 3),
    ("we at", 3),
    ("we are", 2),
    ("we're", 2),
    ("join", 2),
    ("joining", 2),
    ("who is", 3),
    ("who we are at", 3),
    ("über", 3),
    ("bei", 1),
    ("chez", 1),
    ("à propos de", 3),
    ("qui sommes nous", 3),
    ("om", 2),
    ("hos", 1),
    ("over", 1),
    ("sobre", 3),
    ("en", 3),
    ("em", 3),
    ("na", 3),
    ("no", 3),
    ("bij", 3),
    ("på", 3),
];

/// What an employer does behind its name in these languages: "En Acme buscamos".
const WE_SEEK: &[&str] = &[
    "buscamos",
    "necesitamos",
    "procuramos",
    "somos",
    "trabajamos",
    "trabalhamos",
    "zoeken",
    "werken",
    "söker",
    "søger",
    "søker",
    "arbetar",
];

/// The name behind the phrase of this number, which stands at `words`, with its weight.
pub fn sign(text: &str, phrase: usize, words: Span<View>) -> Option<(Span<View>, u32)> {
    let (phrase, weight) = PHRASES[phrase];
    let begins = || name::starts_sentence(text, words.start);
    let little = matches!(phrase, "en" | "em" | "na" | "no" | "bij" | "på");
    if little && !begins() {
        return None;
    }
    let at = name::after(text, words.end).or_else(|| {
        let company = (phrase == "bei").then(|| behind_article(text, words.end))?;
        company.filter(|at| name::ends_with_form(&text[at.range()]))
    })?;
    let after = text[at.end..].trim_start_matches([' ', '*']);
    let opens = begins();
    let weight = match phrase {
        // "Ask me about Rust", but "About Acme" as a heading.
        "about" | "why" | "who is" | "over" | "om" | "sobre" | "über" => {
            let heads = after.is_empty() || after.starts_with(['\n', ':', '?']);
            return (heads && starts_line(text, words.start)).then_some((at, weight));
        }
        // "At Acme, we …" beside "at Acme".
        // "Bei Acme entwickelst du" needs no comma.
        "at" | "bei" | "chez" | "hos"
            if opens && (after.starts_with(',') || after.starts_with("we ") || phrase == "bei") =>
        {
            weight + 2
        }
        _ if little => {
            let verb = after.split([' ', ',']).next().unwrap_or_default();
            return WE_SEEK.contains(&verb).then_some((at, weight));
        }
        "welcome to" if opens => weight + 1,
        "we are" | "we're" => return after.starts_with(['.', ',', '!']).then_some((at, weight)),
        "join" if opens => weight + 1,
        _ => weight,
    };
    Some((at, weight))
}

/// The name behind "bei der", if it is a company's.
fn behind_article(text: &str, at: usize) -> Option<Span<View>> {
    let article = [" der", " dem", " den"]
        .iter()
        .find(|article| text[at..].starts_with(**article))?;
    name::after(text, at + article.len())
}

fn starts_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '*', '#', '_']);
    at == 0 || before.ends_with(['\n', '\r'])
}
