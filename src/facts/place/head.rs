//! Places at the head of a posting: lines that hold nothing else, the title,
//! and signs of the country that the whole text gives.

use super::PlaceRole;
use super::expression::{self, Named, Setting};
use super::prose::{is_large, is_wide};
use super::settle::Candidate;
use crate::facts::{Confidence, Context, Whence};

/// Lines at the head that are looked at, and bytes of the longest of them.
const LINES: usize = 14;
const LONGEST: usize = 160;

/// Lines at the head that hold nothing but places and the like.
pub fn read(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let posting = context.prose.posting;
    let start = posting.document.body.start;
    let text = posting.text.get(start..).unwrap_or("");
    let mut found = Vec::new();
    let mut at = start;
    let mut seen = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            seen += 1;
            if line.len() <= LONGEST {
                *list += 1;
                pieces(line, at, *list, &mut found);
            } else if seen > 2 {
                break;
            }
        }
        if seen == LINES {
            break;
        }
        at += line.len() + 1;
    }
    found
}

/// The pieces of a line ("Acme | Berlin, Germany | Full-time") that are places.
fn pieces(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    for (at, piece) in split(
        line,
        &['|', '\u{b7}', '\u{2022}', '\t', '\u{2013}', '\u{2014}'],
    ) {
        // A sentence is for the cues.
        if piece.trim_end().ends_with('.') && piece.len() > 30 {
            continue;
        }
        let read = expression::read(piece, Setting::Line);
        if read.other_words > 0 {
            continue;
        }
        let offset = base + at;
        for named in &read.places {
            if named.joined || is_wide(named) || is_large(named) {
                let mut candidate = Candidate::of(named, offset, role(named), Whence::Text, list);
                candidate.confidence = if named.joined {
                    Confidence::High
                } else {
                    Confidence::Medium
                };
                found.push(candidate);
            }
        }
    }
}

/// The pieces of `text` between `signs`, with where they begin.
fn split<'t>(text: &'t str, signs: &'t [char]) -> impl Iterator<Item = (usize, &'t str)> {
    let mut at = 0;
    text.split_inclusive(signs).map(move |piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim_end_matches(signs))
    })
}

fn role(named: &Named) -> PlaceRole {
    if named.remote && is_wide(named) {
        PlaceRole::RemoteArea
    } else {
        PlaceRole::Work
    }
}

/// Places in the title: "Account Executive - Italy", "Engineer (Berlin)".
pub fn title(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let Some(title) = context.facts.title.first() else {
        return found;
    };
    let text = context.prose.posting.words(title.at);
    *list += 1;
    let mut first = true;
    for (at, piece) in split(
        text,
        &[
            '|', '(', ')', '[', ']', '-', '\u{2013}', '\u{2014}', '/', ';', ',',
        ],
    ) {
        let read = expression::read(piece, Setting::Line);
        let whole = read.other_words == 0 && !first;
        first = false;
        if !whole {
            continue;
        }
        let offset = title.at.start + at;
        for named in &read.places {
            if named.joined || is_wide(named) || is_large(named) {
                let mut candidate = Candidate::of(named, offset, role(named), title.whence, *list);
                candidate.confidence = Confidence::Medium;
                found.push(candidate);
            }
        }
    }
    found
}

/// Countries of which the text bears signs, the surest first.
pub fn countries(context: &Context<'_>) -> Vec<&'static str> {
    let text = context.prose.folded.text();
    SIGNS
        .iter()
        .filter(|(sign, _)| text.contains(sign))
        .map(|(_, country)| *country)
        .collect()
}

/// Signs of a country in folded text.
const SIGNS: &[(&str, &str)] = &[
    ("401(k)", "US"),
    ("401k", "US"),
    ("e-verify", "US"),
    ("veteran", "US"),
    ("£", "GB"),
    ("superannuation", "AU"),
    ("rrsp", "CA"),
];
