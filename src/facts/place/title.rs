//! Places in the title: "Engineer (Berlin)", "Nurse - Work in Athens, Greece".

use super::PlaceRole;
use super::expression::{self, Setting};
use super::head::{LONGEST, role, split};
use super::settle::Candidate;
use crate::facts::{Confidence, Context, Whence};
use crate::text::{Span, View};

/// The places in the title. A country or state there may as well be a market ("Country Manager, Italy"),
/// and a bare name may be anything, so these only count where `alone`.
pub fn read(context: &Context<'_>, list: &mut usize, alone: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let Some(title) = context.facts.title.first() else {
        return found;
    };
    // The title as the page has it; the fact is without what a board adds.
    let posting = context.prose.posting;
    let field = posting.field_at(title.at);
    let whole = field.map_or_else(|| line_around(&posting.text, title.at), |field| field.value);
    *list += 1;
    places_of_title(context, whole, title.whence, (*list, alone), &mut found);
    // The heading may say more than the field: "Line cook (Denver, CO)".
    if field.is_some()
        && found.is_empty()
        && let Some(heading) = first_line(context)
        && posting
            .words(heading)
            .to_lowercase()
            .starts_with(&posting.words(whole).to_lowercase())
    {
        places_of_title(context, heading, Whence::Text, (*list, alone), &mut found);
    }
    found
}

/// The first line of the text.
fn first_line(context: &Context<'_>) -> Option<Span<View>> {
    let posting = context.prose.posting;
    let start = posting.document.body.start;
    let text = posting.text.get(start..)?;
    let at = start + text.len() - text.trim_start().len();
    let line = posting.text[at..].split('\n').next()?;
    (!line.is_empty() && line.len() <= LONGEST).then(|| Span::new(at, at + line.len()))
}

/// The places in a title that takes up `whole`.
fn places_of_title(
    context: &Context<'_>,
    whole: Span<View>,
    whence: Whence,
    (list, alone): (usize, bool),
    found: &mut Vec<Candidate>,
) {
    let text = context.prose.posting.words(whole);
    let signs = [
        '|', '(', ')', '[', ']', '\u{2013}', '\u{2014}', '/', ';', '-',
    ];
    for (at, piece) in split(text, &signs) {
        // "Nurse - Work in Athens, Greece".
        let words = piece.trim_start();
        let lead = ["work in ", "based in ", "located in "]
            .iter()
            .find(|lead| words.to_lowercase().starts_with(**lead))
            .map_or(0, |lead| piece.len() - words.len() + lead.len());
        // "Line cook in Denver", "Cuisinier à Nantes".
        let last = [" in ", " à ", " en ", " em ", " till "]
            .iter()
            .filter_map(|by| piece.rfind(by).map(|at| at + by.len()))
            .max();
        // "Lecturer in China" may teach anywhere.
        let city = last.is_some_and(|last| last > lead);
        let lead = lead.max(last.unwrap_or(0));
        let (at, piece) = (at + lead, &piece[lead..]);
        let comma = piece.find(',').map_or(piece.len(), |comma| comma + 1);
        // "Engineer, Berlin, Germany" has the place behind the first comma.
        for (skip, piece) in [(0, piece), (comma, &piece[comma..])] {
            let read = expression::read(piece, Setting::Line);
            if read.other_words > 0 || (at == 0 && skip == 0) {
                continue;
            }
            let offset = whole.start + at + skip;
            for named in &read.places {
                // "Engineer - Remote from Poland or Spain" is of no market.
                let remote = expression::is_remote_word(&first_word(piece)) && named.is_wide();
                let sure = remote || named.joined && !named.is_wide();
                let wide = named.is_wide() && !city;
                let large = named.is_large() && !named.is_wide();
                if sure || (alone && (wide || large)) {
                    let role = if remote {
                        PlaceRole::RemoteArea
                    } else {
                        role(named)
                    };
                    let mut candidate = Candidate::of(named, offset, role, whence, list);
                    candidate.confidence = Confidence::Medium;
                    found.push(candidate);
                }
            }
            break;
        }
    }
}

/// The first word of a piece, in lower case.
fn first_word(piece: &str) -> String {
    let mut words = piece.split(|c: char| !c.is_alphanumeric());
    words
        .find(|word| !word.is_empty())
        .unwrap_or("")
        .to_lowercase()
}

/// The line on which `at` stands, unless it is a long one.
fn line_around(text: &str, at: Span<View>) -> Span<View> {
    let start = text[..at.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[at.end..]
        .find('\n')
        .map_or(text.len(), |newline| at.end + newline);
    if end - start > LONGEST {
        at
    } else {
        Span::new(start, end)
    }
}
