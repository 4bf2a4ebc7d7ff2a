//! Places that share a line at the head with something else: behind the employer's name,
//! between terms of the work, before a sentence.

use super::{LONGEST, end_at, is_abroad, without_remarks};
use crate::domain::gazetteer::Means;
use crate::facts::place::PlaceRole;
use crate::facts::place::expression::{self, Setting};
use crate::facts::place::settle::Candidate;
use crate::facts::vocabulary::Words;
use crate::facts::{Confidence, Context, Whence};
use crate::posting::names_job;
use crate::text::{bare, bare_start};

/// The city between terms of the work: "CDI - Nantes - temps plein", "Full-time - Denver".
pub(super) fn between_terms(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    const DASH: &str = " - ";
    const TERMS: Words = Words::of(
        "full-time full part-time part fulltime parttime permanent temporary seasonal contract cdi \
         cdd plein partiel stage alternance vollzeit teilzeit unbefristet befristet jornada completa \
         indefinido tempo pieno integral heltid deltid etat onsite on-site hybrid",
    );
    if line.len() > LONGEST / 2 || !line.contains(DASH) {
        return;
    }
    let is_term = |piece: &str| {
        let folded = piece.to_lowercase();
        let short = folded.split(' ').count() <= 4;
        short
            && (folded.contains(['$', '€', '£'])
                || folded.split([' ', '/']).any(|word| TERMS.has(word)))
    };
    let pieces: Vec<&str> = line.trim().split(DASH).collect();
    let mut others = pieces.iter().filter(|piece| !is_term(piece));
    let (Some(piece), None) = (others.next(), others.next()) else {
        return;
    };
    let read = expression::read(piece, Setting::Line);
    let start = piece.as_ptr() as usize - line.as_ptr() as usize;
    // "Ohio - Columbus" is one place.
    let whole = expression::read(line, Setting::Line).places;
    let apart = whole.iter().all(|named| named.range.start >= start);
    if let (0, [named], true) = (read.other_words, read.places.as_slice(), apart)
        && (named.joined || named.is_large())
        && !named.is_wide()
    {
        let at = base + start;
        let mut candidate = Candidate::of(named, at, PlaceRole::Work, Whence::Text, list);
        candidate.confidence = Confidence::Medium;
        found.push(candidate);
    }
}

/// The town with which a paragraph opens: "Denver, CO - Harbor Foods is hiring",
/// "Full-time. Denver, CO. Harbor Foods seeks".
pub(super) fn leading(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    const SIGNS: [&str; 4] = [". ", " - ", " \u{2013} ", " \u{2014} "];
    const PIECES: usize = 3;
    let mut at = 0;
    for _ in 0..PIECES {
        let rest = &line[at..];
        let next = SIGNS
            .iter()
            .filter_map(|sign| Some((end_at(rest, sign)?, sign.len())))
            .min();
        // The last piece ends with the line: "55 CPM. Joliet, IL."
        let last = rest.trim_end_matches([' ', '.', '\r']).len();
        let next = next.or((at > 0).then_some((last, rest.len() - last)));
        let Some((end, sign)) = next.filter(|(end, _)| *end <= LONGEST / 4) else {
            return;
        };
        let read = expression::read(&rest[..end], Setting::Line);
        if let (0, [named]) = (read.other_words, read.places.as_slice())
            && named.joined
            && !named.is_wide()
        {
            let mut candidate =
                Candidate::of(named, base + at, PlaceRole::Work, Whence::Text, list);
            candidate.confidence = Confidence::Medium;
            found.push(candidate);
            return;
        }
        at += end + sign;
    }
}

/// The place behind a name on a line of its own: "Lakeside Kitchens, Toledo, OH",
/// "Harbor Lane Foods - Reno NV 89506", "Township of Harrow Lake, Ontario"; or with which a
/// paragraph opens: "Line cook, Harbor Foods, Reno NV. Call".
pub(super) fn behind_name(
    context: &Context<'_>,
    line: &str,
    base: usize,
    seen: usize,
    list: usize,
    found: &mut Vec<Candidate>,
) {
    const LONGEST: usize = 90;
    let line = line.trim_end_matches([' ', '*', '_', '\r']);
    let piece = line
        .split(['|', '\u{b7}', '\u{2022}', '\t'])
        .next()
        .unwrap_or(line);
    let piece = without_remarks(piece);
    let stops = piece.match_indices(". ").map(|(at, _)| at);
    let ends = stops.chain([piece.len()]).filter(|end| *end <= LONGEST);
    for end in ends {
        named_in(context, &piece[..end], base, seen, list, found);
        if !found.is_empty() {
            return;
        }
    }
}

/// A name and the place behind it, which are all of `piece`.
fn named_in(
    context: &Context<'_>,
    piece: &str,
    base: usize,
    seen: usize,
    list: usize,
    found: &mut Vec<Candidate>,
) {
    if piece.contains(": ") {
        return;
    }
    for sign in [", ", " - ", " \u{2013} ", " \u{2014} ", " ("] {
        for (at, _) in piece.match_indices(sign) {
            let (name, place) = (&piece[..at], &piece[at + sign.len()..]);
            // "West Asheville NC" is in Asheville, where no table knows it.
            let mut sides = SIDES.iter().filter(|side| place.starts_with(**side));
            let side = match expression::first_place(place) {
                Some(_) => 0,
                None => sides.next().map_or(0, |side| side.len()),
            };
            let place = &place[side..];
            let abroad = is_abroad(context);
            // "Line cook, Harbor Grill", "Stylist wanted at Shear Folly".
            let titled = || {
                let signs = [", ", " wanted at ", " needed at "];
                let mut parts = signs.iter().filter_map(|sign| name.split_once(*sign));
                parts.any(|(job, house)| names_job(job) && is_named(house))
            };
            let opens = name.starts_with(char::is_uppercase);
            if !(is_named(name) || opens && (abroad || titled())) {
                continue;
            }
            let Some(first) = expression::first_place(place) else {
                continue;
            };
            // A state behind a name may be a market; behind a public body's it is not.
            let public = || name.split(' ').any(|word| PUBLIC.has(&word.to_lowercase()));
            let in_new_york = first.senses[0]
                .jurisdictions()
                .iter()
                .any(|j| j.code() == "US-NY-NYC");
            // "Harbor Foods, Denver": behind who hires, a city needs no state.
            let hires = || {
                const TOWN: u32 = 25_000;
                let employers = &context.facts.employer;
                let name = bare_start(name);
                first.senses[0].weight() >= TOWN && employers.iter().any(|e| e.value.name == name)
            };
            // "Harbor University, Belfast", "Harbor Ledger, Bengaluru" beneath the title. Of
            // smaller towns of English names some are words: "Engineering, Mobile".
            let beneath = || {
                const METROPOLIS: u32 = 500_000;
                const TOWN: u32 = 5_000;
                let house = |word: &str| HOUSES.has(&bare(word).to_lowercase());
                let size = first.senses[0].weight();
                first.is_large() && name.split(' ').any(house)
                    || seen == 2 && size >= METROPOLIS
                    || abroad && seen > 1 && size >= TOWN
            };
            // "Camp Harrow, North Landing, Vermont": behind the name of a village.
            let village = || {
                name.contains(", ")
                    && matches!(first.senses[0], Means::Region(code) if code.starts_with("US-"))
            };
            let places = if first.is_wide() {
                public() || village()
            } else {
                first.joined || hires() || beneath()
            } || in_new_york;
            if !places || expression::read(name, Setting::Line).other_words == 0 {
                continue;
            }
            let offset = base + at + sign.len() + side;
            let mut candidate = Candidate::of(&first, offset, PlaceRole::Work, Whence::Text, list);
            candidate.confidence = Confidence::Medium;
            found.push(candidate);
            return;
        }
    }
}

/// Whether all words have capitals, as in a name.
fn is_named(words: &str) -> bool {
    words
        .split([' ', '-'])
        .map(bare)
        .filter(|word| !word.is_empty())
        .all(|word| {
            word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || [
                    "of", "the", "and", "for", "de", "du", "des", "la", "le", "d", "l",
                ]
                .contains(&word)
        })
}

/// Sides of a town.
const SIDES: [&str; 6] = ["West ", "East ", "North ", "South ", "Downtown ", "Uptown "];

/// Bodies and forms of firms that are somewhere.
const HOUSES: Words = Words::of(
    "university college school academy hospital clinic hotel restaurant museum trust council ltd limited plc gmbh \
     bv srl sas llp inc llc",
);

/// Bodies that are of the state behind their name.
const PUBLIC: Words = Words::of(
    "township town village city county parish borough municipality regional region council district school \
     university college ministry department government nation",
);
