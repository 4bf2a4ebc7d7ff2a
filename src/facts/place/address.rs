//! The address of whoever hires, where a posting names no place of work: who asks
//! for letters to "Lakeside Library, Erie, PA 16501" works there. Knows names;
//! not whether the posting speaks of other places.

use super::PlaceRole;
use super::expression::{self, Setting};
use super::settle::Candidate;
use crate::domain::gazetteer;
use crate::facts::{Confidence, Context, Whence};
use crate::text::ceil;

/// Bytes before a ZIP code in which the town and its state stand.
const REACH: usize = 60;

/// More addresses than a posting has.
const MOST: usize = 8;

/// The town of the addresses, if they all have one, and nothing is said of remote
/// work.
pub fn read(context: &Context<'_>, list: &mut usize) -> Option<Candidate> {
    let posting = context.prose.posting;
    let folded = context.prose.folded.text();
    if REMOTE.iter().any(|word| folded.contains(word)) {
        return None;
    }
    let body = posting.document.body;
    let text = &posting.text[body.range()];
    let mut found: Option<Candidate> = None;
    *list += 1;
    for at in zip_codes(text).take(MOST) {
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let start = ceil(text, line.max(at.saturating_sub(REACH)));
        let state = gazetteer::state_of_zip(&text[at..at + 5]);
        let read = expression::read(&text[start..at], Setting::Line);
        let Some(named) = read.places.last().filter(|named| named.joined) else {
            continue;
        };
        if state.is_none() || named.senses[0].region() != state {
            continue;
        }
        let mut next = Candidate::of(
            named,
            body.start + start,
            PlaceRole::Work,
            Whence::Text,
            *list,
        );
        next.confidence = Confidence::Low;
        match &found {
            Some(first) if first.senses != next.senses => return None,
            Some(_) => {}
            None => found = Some(next),
        }
    }
    found
}

/// Where five digits stand behind two capitals: "PA 16501".
fn zip_codes(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    text.match_indices(' ').filter_map(move |(space, _)| {
        let state = bytes.get(space.checked_sub(2)?..space)?;
        let digits = bytes.get(space + 1..space + 6)?;
        let ends = bytes.get(space + 6).is_none_or(|b| !b.is_ascii_digit());
        let is_code = state.iter().all(u8::is_ascii_uppercase)
            && digits.iter().all(u8::is_ascii_digit)
            && ends;
        is_code.then_some(space + 1)
    })
}

/// Words of remote work, which is done elsewhere.
const REMOTE: &[&str] = &[
    "remote",
    "telework",
    "telecommut",
    "work from home",
    "anywhere",
];
