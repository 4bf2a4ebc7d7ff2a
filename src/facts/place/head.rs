//! Places at the head of a posting: lines that hold nothing else.

mod beside;

use super::PlaceRole;
use super::expression::{self, Named, Setting, is_remote_word};
use super::prose::cut;
use super::settle::Candidate;
use crate::document::BlockKind;
use crate::domain::gazetteer::Means;
use crate::facts::place::subject::{behind, label};
use crate::facts::vocabulary::Words;
use crate::facts::{Confidence, Context, Whence};
use crate::posting::Role;
use crate::text::{bare, bare_start};
use beside::{behind_name, between_terms, leading};

/// Lines at the head that are looked at, and bytes of the longest of them.
const LINES: usize = 14;
pub(super) const LONGEST: usize = 160;

/// Lines on which the employer's name may stand before its place.
const NAMED: usize = 4;

/// Lines at the head that hold nothing but places and the like.
pub fn read(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let posting = context.prose.posting;
    let start = posting.document.body.start;
    let text = posting.text.get(start..).unwrap_or("");
    let mut found = Vec::new();
    let mut at = start;
    let mut seen = 0;
    let mut columns = None;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            seen += 1;
            columns = match columns {
                None => city_and_state(line),
                Some(_) if !line.contains('|') => None,
                Some(city) => {
                    *list += 1;
                    row(line, city, at, *list, &mut found);
                    Some(city)
                }
            };
            if is_about_the_work(context, line, at) {
                // "MD", "Reading", "Delta": a degree, a skill, an insurer.
            } else if line.len() <= LONGEST && !is_worldly_name(context, line) {
                *list += 1;
                pieces(line, at, *list, &mut found);
                if seen <= NAMED && found.is_empty() {
                    lone_town(context, line, at, *list, &mut found);
                }
            }
            // The first line is the title, for which `title` is there, or a paragraph.
            let named = (2..=NAMED).contains(&seen) || seen == 1 && line.contains(". ");
            if named && found.is_empty() {
                behind_name(context, line, at, seen, *list, &mut found);
            }
            between_terms(line, at, *list, &mut found);
            opening(line, at, *list, &mut found);
            in_brackets(line, at, *list, &mut found);
            if seen > 1 {
                leading(line, at, *list, &mut found);
            }
            if line.len() > LONGEST && seen > 2 {
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

/// Whether a line stands among duties, requirements or what is paid, or is a point of a
/// list that is not about places, and does not name a place with what it lies in.
fn is_about_the_work(context: &Context<'_>, line: &str, at: usize) -> bool {
    let posting = context.prose.posting;
    let role = posting.section_at(at).map(|section| section.role);
    match role {
        Some(Role::Duties | Role::Requirements | Role::Benefits | Role::Pay) => true,
        Some(Role::Fields | Role::Opening | Role::Location) | None => false,
        Some(_) => {
            let blocks = &posting.document.blocks;
            let within = at + line.len() - line.trim_start().len();
            let next = blocks.partition_point(|block| block.span.start <= within);
            let block = next.checked_sub(1).map(|at| &blocks[at]);
            let is_point = block.is_some_and(|block| {
                matches!(block.kind, BlockKind::ListItem(_) | BlockKind::Cell { .. })
                    && block.span.end > within
            });
            is_point
                && !expression::read(line, Setting::Line)
                    .places
                    .iter()
                    .any(|n| n.joined)
        }
    }
}

/// Whether a line is the employer's name, with a word of it for the whole world:
/// "Boston Global".
fn is_worldly_name(context: &Context<'_>, line: &str) -> bool {
    const WORLD: &[&str] = &[" Global", " Worldwide", " International"];
    let words = bare(line);
    let employers = &context.facts.employer;
    WORLD.iter().any(|world| words.ends_with(world))
        && employers.iter().any(|e| e.value.name.starts_with(words))
}

/// "Remote (United States)", "Remote - US" at the beginning of a paragraph, as a
/// line of its own would say it.
fn opening(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    let words = bare_start(line);
    let base = base + line.len() - words.len();
    let skip = ["Fully ", "100% "]
        .iter()
        .find(|word| words.starts_with(**word))
        .map_or(0, |word| word.len());
    let words = &words[skip..];
    let first = words.split(|c: char| !c.is_alphanumeric()).next();
    if !first.is_some_and(|word| is_remote_word(&word.to_lowercase())) {
        return;
    }
    let run = expression::read(cut(words, LONGEST), Setting::Prose);
    let Some(last) = run.places.last() else {
        return;
    };
    if !behind::closes(&words[last.range.end..]) {
        return;
    }
    for named in run.places.iter().filter(|named| named.is_wide()) {
        found.push(Candidate::of(
            named,
            base + skip,
            PlaceRole::RemoteArea,
            Whence::Text,
            list,
        ));
    }
}

/// The countries in brackets with which a paragraph opens: "(Canada, Mexico, Chile) We are
/// looking for".
fn in_brackets(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    const LEAST: usize = 3;
    let Some((words, _)) = line
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
    else {
        return;
    };
    let read = expression::read(words, Setting::Line);
    let countries = read
        .places
        .iter()
        .all(|named| matches!(named.senses[0], Means::Country(_)));
    if read.places.len() < LEAST || read.other_words > 1 || !countries {
        return;
    }
    let base = base + (words.as_ptr() as usize - line.as_ptr() as usize);
    let of = |named| Candidate::of(named, base, PlaceRole::RemoteArea, Whence::Text, list);
    found.extend(read.places.iter().map(of));
}

/// The line with spaces for brackets that tell the way of working: "Denver, CO (hybrid,
/// Tue-Thu in office) or New York, NY".
fn without_remarks(line: &str) -> String {
    const WAYS: Words = Words::of(
        "hybrid onsite site office person days day híbrido hybride ibrido hybrydowa télétravail jours \
         tage días dias dagen dni giorni presencial",
    );
    let mut kept = line.to_owned();
    let mut at = 0;
    while let Some(open) = kept[at..].find('(').map(|open| at + open) {
        let Some(close) = kept[open..].find(')').map(|close| open + close + 1) else {
            break;
        };
        let mut words = kept[open..close].split(|c: char| !c.is_alphanumeric());
        if words.any(|word| WAYS.has(&word.to_lowercase())) {
            kept.replace_range(open..close, &" ".repeat(close - open));
        }
        at = close;
    }
    kept
}

/// The pieces of a line ("Acme | Berlin, Germany | Full-time") that are places.
fn pieces(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    let line = &without_remarks(line);
    // "Paramus, NJ (by the river)", "Rockford, IL. $29 an hour to start", but "D.C. area".
    let end = [" (", ". "]
        .iter()
        .filter_map(|sign| end_at(line, sign))
        .min();
    if let Some(end) = end {
        let read = expression::read(&line[..end], Setting::Line);
        if let (0, [named]) = (read.other_words, read.places.as_slice())
            && named.joined
            && !named.is_wide()
        {
            let mut candidate = Candidate::of(named, base, role(named), Whence::Text, list);
            candidate.confidence = Confidence::Medium;
            found.push(candidate);
            return;
        }
    }
    // "Offices: Boston | Denver" is a label's, which `prose` reads; "Headquarters: Boston"
    // is the company's.
    let label = line
        .split_once(": ")
        .map_or("", |(label, _)| label)
        .trim_end_matches(SIGNS);
    let label = if label.contains(SIGNS) { "" } else { label };
    let label = bare(label);
    if ["offices", "our offices"].contains(&label.to_lowercase().as_str())
        || !label::may_be_of_job(label)
    {
        return;
    }
    for (at, piece) in split(line, &SIGNS) {
        // A sentence is for the cues.
        let tail = piece.trim_end();
        let stops = tail.ends_with('.')
            && !["U.S.", "U.S.A.", "D.C."]
                .iter()
                .any(|name| tail.ends_with(name));
        if stops && piece.len() > 30 {
            continue;
        }
        let read = expression::read(piece, Setting::Line);
        if read.other_words > 0 {
            continue;
        }
        let offset = base + at;
        // "Hybrid - Hoboken" is no name of anything else.
        let way = bare_start(piece);
        let way = way.to_lowercase();
        let led = [
            "hybrid",
            "onsite",
            "on-site",
            "on site",
            "in-person",
            "in person",
            "in-office",
        ]
        .iter()
        .any(|word| way.starts_with(word));
        for named in &read.places {
            if is_label_of_number(&piece[named.range.end..]) {
                continue;
            }
            if named.joined || named.is_wide() || named.is_large() || led {
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

/// A town by itself on its line, in a text of another language or with a letter that English
/// lacks: "Whangārei".
fn lone_town(
    context: &Context<'_>,
    line: &str,
    base: usize,
    list: usize,
    found: &mut Vec<Candidate>,
) {
    const LEAST: u32 = 15_000;
    if line.is_ascii() && !is_abroad(context) {
        return;
    }
    let read = expression::read(line, Setting::Line);
    if let (0, [named]) = (read.other_words, read.places.as_slice())
        && let [Means::City(city)] = named.senses.as_slice()
        && city.population >= LEAST
    {
        let mut candidate = Candidate::of(named, base, PlaceRole::Work, Whence::Text, list);
        candidate.confidence = Confidence::Medium;
        found.push(candidate);
    }
}

/// The column of towns in the head of a table, if that of their states stands beside it:
/// "City | State | Openings".
fn city_and_state(line: &str) -> Option<usize> {
    let heads: Vec<String> = line
        .split('|')
        .map(|head| bare(head).to_lowercase())
        .collect();
    let town = |pair: &[String]| {
        ["city", "town"].contains(&pair[0].as_str())
            && ["state", "st", "province"].contains(&pair[1].as_str())
    };
    heads.windows(2).position(town)
}

/// The town and the state in a row of such a table.
fn row(line: &str, city: usize, base: usize, list: usize, found: &mut Vec<Candidate>) {
    let mut cells = split(line, &['|']).skip(city);
    let (Some((start, _)), Some((last, state))) = (cells.next(), cells.next()) else {
        return;
    };
    let words = line[start..last + state.len()].replace('|', ",");
    let read = expression::read(&words, Setting::Field);
    if let [named] = read.places.as_slice() {
        found.push(Candidate::of(
            named,
            base + start,
            PlaceRole::Work,
            Whence::Text,
            list,
        ));
    }
}

/// Whether the text is in another language than English.
fn is_abroad(context: &Context<'_>) -> bool {
    let language = context.facts.language.first();
    language.is_some_and(|found| found.value.code != "en")
}

/// What stands between the pieces of a line.
const SIGNS: [char; 6] = ['|', '\u{b7}', '\u{2022}', '\t', '\u{2013}', '\u{2014}'];

/// "Mobile: 303-555-0100".
fn is_label_of_number(behind: &str) -> bool {
    const FEWEST: usize = 7;
    behind.strip_prefix(':').is_some_and(|value| {
        let sign = |c: char| c.is_ascii_digit() || " +-().".contains(c);
        value.trim_end().chars().all(sign)
            && value.chars().filter(char::is_ascii_digit).count() >= FEWEST
    })
}

/// Where `sign` ends something; a small letter goes on behind a point.
fn end_at(words: &str, sign: &str) -> Option<usize> {
    let goes_on =
        |at: usize| sign == ". " && words[at + sign.len()..].starts_with(char::is_lowercase);
    words
        .match_indices(sign)
        .map(|(at, _)| at)
        .find(|at| !goes_on(*at))
}

/// The pieces of `text` between `signs`, with where they begin.
pub(super) fn split<'t>(
    text: &'t str,
    signs: &'t [char],
) -> impl Iterator<Item = (usize, &'t str)> {
    let mut at = 0;
    text.split_inclusive(signs).map(move |piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim_end_matches(signs))
    })
}

pub(super) fn role(named: &Named) -> PlaceRole {
    if named.remote && named.is_wide() {
        PlaceRole::RemoteArea
    } else {
        PlaceRole::Work
    }
}
