//! Towns that a posting names for their pay, where it says in no other way where the
//! work is: "The range in Albany, NY is $50,000", "Pay range (Denver, CO): $60,000",
//! "Austin: $80,000". States and countries beside pay are zones, in which the job need
//! not be done. Knows names; not whether the posting speaks of other places.

use super::PlaceRole;
use super::expression::{self, Setting};
use super::settle::Candidate;
use crate::domain::gazetteer::Means;
use crate::facts::vocabulary::Words;
use crate::facts::{Confidence, Context, Whence};
use crate::text::ceil;

/// Bytes before a figure in which its town stands.
const REACH: usize = 160;

/// More figures than a posting has.
const MOST: usize = 24;

/// The towns of the figures.
pub fn read(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let posting = context.prose.posting;
    let body = posting.document.body;
    let text = &posting.text[body.range()];
    let mut found = Vec::new();
    let mut last = 0;
    *list += 1;
    for at in figures(text).take(MOST) {
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let start = ceil(text, line.max(last).max(at.saturating_sub(REACH)));
        last = at;
        towns(&text[start..at], body.start + start, *list, &mut found);
    }
    found
}

/// The towns at the end of the words before a figure.
fn towns(head: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    let head = before_verb(head);
    for from in starts(head) {
        let read = expression::read(&head[from..], Setting::Line);
        let towns = read.places.iter().all(|named| {
            let town = matches!(named.senses[0], Means::City(_) | Means::Metro(_));
            town && (named.joined || named.is_wide() || named.is_large())
        });
        if read.places.is_empty() || read.other_words > 0 || !towns {
            continue;
        }
        for named in &read.places {
            let mut candidate =
                Candidate::of(named, base + from, PlaceRole::Work, Whence::Text, list);
            candidate.confidence = Confidence::Medium;
            found.push(candidate);
        }
        return;
    }
}

/// The words without those that lead from a place to its figure.
fn before_verb(head: &str) -> &str {
    let mut rest = head;
    loop {
        rest = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
        let start = rest.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| {
            at + rest[at..].chars().next().map_or(1, char::len_utf8)
        });
        if start == rest.len() || !TO_FIGURE.has(&rest[start..].to_lowercase()) {
            return rest;
        }
        rest = &rest[..start];
    }
}

/// Where the names may begin, the nearest to the figure first.
fn starts(head: &str) -> Vec<usize> {
    const BEFORE: [&str; 9] = [" in ", " for ", "(", ";", "|", "\t", "\u{2022}", ". ", ": "];
    let mut starts: Vec<usize> = BEFORE
        .iter()
        .filter_map(|sign| head.rfind(sign).map(|at| at + sign.len()))
        .collect();
    starts.push(0);
    starts.sort_unstable_by(|a, b| b.cmp(a));
    starts.dedup();
    starts
}

/// Where a sign of money stands before digits, and no sum that a company raises.
fn figures(text: &str) -> impl Iterator<Item = usize> {
    // The first bytes of the signs, and of much else.
    memchr::memchr3_iter(b'$', 0xe2, 0xc2, text.as_bytes()).filter_map(move |at| {
        let behind = text[at..].strip_prefix(['$', '\u{20ac}', '\u{a3}'])?;
        let behind = behind.trim_start_matches(' ');
        let digits = behind.len() - behind.trim_start_matches(is_of_figure).len();
        let unit = behind[digits..].trim_start().as_bytes().first();
        let sum = unit.is_some_and(|unit| b"mMbB+".contains(unit));
        (digits > 1 && !sum).then_some(at)
    })
}

fn is_of_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.')
}

/// Words between a place and its figure.
const TO_FIGURE: Words = Words::of(
    "is are be will would between from to of range ranges ranging the a an our base pay salary \
     salaries annual annually yearly hourly starting target total cash compensation rate rates wage \
     hiring expected estimated anticipated full typical usd us cad aud eur gbp c",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_has_its_town_before_it() {
        assert_eq!(before_verb("in Albany, NY is "), "in Albany, NY");
        assert_eq!(before_verb("(Denver, CO): "), "(Denver, CO");
        assert_eq!(before_verb("is the "), "");
        assert_eq!(figures("raised $5M, then $50,000").count(), 1);
        assert_eq!(figures("$ and $x").count(), 0);
    }
}
