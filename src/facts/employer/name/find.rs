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

/// For an abbreviation the name that it stands for, where the text says so:
/// "Lakeside Digital Service (LDS)".
pub fn spelled_out(text: &str, at: Span<View>) -> Span<View> {
    let short = &text[at.range()];
    let abbreviation = short.len() <= 6 && short.chars().all(char::is_uppercase);
    if !abbreviation {
        return at;
    }
    text.find(&format!("({short})"))
        .and_then(|open| before(text, open))
        .filter(|long| long.len() > short.len() * 2)
        .unwrap_or(at)
}
