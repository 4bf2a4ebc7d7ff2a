//! Where the text writes a name that is known from elsewhere.

use super::key;
use super::reach::{WORDS, before};
use super::words::core;
use crate::text::{Span, View};

/// The place of the first word or words of `text` behind `from` whose key is `wanted`,
/// written with a capital or as in an address.
pub fn find(text: &str, from: usize, wanted: &str) -> Option<Span<View>> {
    let body = &text[from..];
    let mut starts: Vec<usize> = Vec::new();
    let mut at = from;
    for word in body.split_inclusive(char::is_whitespace) {
        let core = core(word);
        let here = at;
        at += word.len();
        if core.is_empty() {
            starts.clear();
            continue;
        }
        let start = here + (core.as_ptr() as usize - word.as_ptr() as usize);
        starts.push(start);
        if starts.len() > WORDS {
            starts.remove(0);
        }
        let bare = core
            .strip_suffix("'s")
            .or(core.strip_suffix("’s"))
            .unwrap_or(core);
        let end = start + bare.trim_end_matches('.').len();
        // The latest start: an address does not tell whether "The" belongs to it.
        let found = starts.iter().rev().find(|s| {
            text[**s..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                && end > **s
                && end - **s <= wanted.len() * 2
                && key(&text[**s..end]) == wanted
        });
        if let Some(start) = found {
            return Some(Span::new(*start, end));
        }
    }
    None
}

/// A name in full: with the "'s" that belongs to it ("Mabel's is hiring"), and for an
/// abbreviation the name that it stands for, where the text says so: "Lakeside Digital
/// Service (LDS)".
pub fn spelled_out(text: &str, at: Span<View>) -> Span<View> {
    let short = &text[at.range()];
    if let Some(genitive) = genitive_behind(&text[at.end..])
        && is_itself_a_genitive(text, short)
    {
        return Span::new(at.start, at.end + genitive.len());
    }
    let abbreviation = short.len() <= 6 && short.chars().all(char::is_uppercase);
    if !abbreviation {
        return at;
    }
    text.find(&format!("({short})"))
        .and_then(|open| before(text, open))
        .filter(|long| long.len() > short.len() * 2)
        .unwrap_or(at)
}

fn genitive_behind(rest: &str) -> Option<&str> {
    let ends = |sign: &&str| !rest[sign.len()..].starts_with(char::is_alphanumeric);
    ["'s", "’s"]
        .into_iter()
        .filter(|sign| rest.starts_with(sign))
        .find(ends)
}

/// Whether a name never stands without a "'s", and somewhere with it as one who does or
/// is something.
fn is_itself_a_genitive(text: &str, name: &str) -> bool {
    const VERBS: &[&str] = &[
        "is",
        "was",
        "has",
        "believes",
        "celebrates",
        "complies",
        "considers",
        "does",
        "hires",
        "participates",
        "prohibits",
        "provides",
        "seeks",
        "strives",
    ];
    let mut acts = false;
    let mut places = text.match_indices(name);
    places.all(|(at, _)| {
        let behind = &text[at + name.len()..];
        let genitive = genitive_behind(behind);
        if let Some(sign) = genitive {
            let next = behind[sign.len()..].strip_prefix(' ');
            acts |= next.is_some_and(|next| VERBS.contains(&next.split(' ').next().unwrap_or("")));
        }
        genitive.is_some()
    }) && acts
}
