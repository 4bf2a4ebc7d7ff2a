//! Places at the head of a posting: lines that hold nothing else, the title,
//! and signs of the country that the whole text gives.

use super::PlaceRole;
use super::expression::{self, Named, Setting, is_remote_word};
use super::prose::cut;
use super::settle::Candidate;
use crate::facts::place::subject::behind;
use crate::facts::vocabulary::Words;
use crate::facts::{Confidence, Context, Whence};
use crate::text::{Span, View};

/// Lines at the head that are looked at, and bytes of the longest of them.
const LINES: usize = 14;
const LONGEST: usize = 160;

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
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            seen += 1;
            if line.len() <= LONGEST && !is_worldly_name(context, line) {
                *list += 1;
                pieces(line, at, *list, &mut found);
                // The first line is the title, for which `title` is there.
                if (2..=NAMED).contains(&seen) && found.is_empty() {
                    behind_name(line, at, *list, &mut found);
                }
            }
            opening(line, at, *list, &mut found);
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

/// Whether a line is the employer's name, with a word of it for the whole world:
/// "Boston Global".
fn is_worldly_name(context: &Context<'_>, line: &str) -> bool {
    const WORLD: &[&str] = &[" Global", " Worldwide", " International"];
    let words = line.trim_matches(|c: char| !c.is_alphanumeric());
    let employers = &context.facts.employer;
    WORLD.iter().any(|world| words.ends_with(world))
        && employers.iter().any(|e| e.value.name.starts_with(words))
}

/// "Remote (United States)", "Remote - US" at the beginning of a paragraph, as a
/// line of its own would say it.
fn opening(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
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

/// The town with which a paragraph opens: "Denver, CO - Harbor Foods is hiring",
/// "Full-time. Denver, CO. Harbor Foods seeks".
fn leading(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    const SIGNS: [&str; 4] = [". ", " - ", " \u{2013} ", " \u{2014} "];
    const PIECES: usize = 3;
    let mut at = 0;
    for _ in 0..PIECES {
        let rest = &line[at..];
        let next = SIGNS
            .iter()
            .filter_map(|sign| Some((rest.find(sign)?, sign.len())))
            .min();
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

/// The pieces of a line ("Acme | Berlin, Germany | Full-time") that are places.
fn pieces(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    // "Paramus, NJ (on-site Mon and Tue)", "Rockford, IL. $29 an hour to start".
    let end = [" (", ". "].iter().filter_map(|sign| line.find(sign)).min();
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
    // "Offices: Boston | Denver" is a label's, which `prose` reads.
    let label = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    if ["Offices:", "Our offices:", "Our Offices:"]
        .iter()
        .any(|offices| label.starts_with(offices))
    {
        return;
    }
    for (at, piece) in split(
        line,
        &['|', '\u{b7}', '\u{2022}', '\t', '\u{2013}', '\u{2014}'],
    ) {
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
        for named in &read.places {
            if named.joined || named.is_wide() || named.is_large() {
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

/// The place behind a name on a line of its own: "Lakeside Kitchens, Toledo, OH",
/// "Harbor Lane Foods - Reno NV 89506", "Township of Harrow Lake, Ontario".
fn behind_name(line: &str, base: usize, list: usize, found: &mut Vec<Candidate>) {
    const LONGEST: usize = 90;
    let line = line.trim_end_matches([' ', '*', '_', '\r']);
    if line.len() > LONGEST || line.contains(':') {
        return;
    }
    let piece = line
        .split(['|', '\u{b7}', '\u{2022}', '\t'])
        .next()
        .unwrap_or(line);
    for sign in [", ", " - ", " \u{2013} ", " \u{2014} "] {
        for (at, _) in piece.match_indices(sign) {
            let (name, place) = (&piece[..at], &piece[at + sign.len()..]);
            let read = expression::read(place, Setting::Line);
            let (0, [first, ..]) = (read.other_words, read.places.as_slice()) else {
                continue;
            };
            // A state behind a name may be a market; behind a public body's it is not.
            let public = || name.split(' ').any(|word| PUBLIC.has(&word.to_lowercase()));
            let in_new_york = first.senses[0]
                .jurisdictions()
                .iter()
                .any(|j| j.code() == "US-NY-NYC");
            let places =
                first.joined && !first.is_wide() || first.is_wide() && public() || in_new_york;
            if !is_named(name) || !places || expression::read(name, Setting::Line).other_words == 0
            {
                continue;
            }
            let offset = base + at + sign.len();
            let mut candidate = Candidate::of(first, offset, PlaceRole::Work, Whence::Text, list);
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
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || [
                    "of", "the", "and", "for", "de", "du", "des", "la", "le", "d", "l",
                ]
                .contains(&word)
        })
}

/// Bodies that are of the state behind their name.
const PUBLIC: Words = Words(
    "township town village city county parish borough municipality regional region council district school \
     university college ministry department government nation",
);

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
    if named.remote && named.is_wide() {
        PlaceRole::RemoteArea
    } else {
        PlaceRole::Work
    }
}

/// Places in the title: "Engineer (Berlin)", "Nurse - Work in Athens, Greece".
/// A country or state there may as well be a market ("Country Manager, Italy"),
/// and a bare name may be anything, so these only count where `alone`.
pub fn title(context: &Context<'_>, list: &mut usize, alone: bool) -> Vec<Candidate> {
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
                let sure = named.joined && !named.is_wide();
                if sure || (alone && (named.is_wide() || named.is_large())) {
                    let mut candidate = Candidate::of(named, offset, role(named), whence, list);
                    candidate.confidence = Confidence::Medium;
                    found.push(candidate);
                }
            }
            break;
        }
    }
}

/// Whether five digits may be a ZIP code here: the text is English, and bears no sign
/// of another country.
pub fn may_be_in_us(context: &Context<'_>) -> bool {
    let language = context.facts.language.first();
    language.is_none_or(|found| found.value.code == "en")
        && countries(context)
            .first()
            .is_none_or(|country| *country == "US")
}

/// Countries of which the text bears signs, the surest first.
pub fn countries(context: &Context<'_>) -> Vec<&'static str> {
    let text = context.prose.folded.text();
    let mut countries: Vec<&'static str> = SIGNS
        .iter()
        .filter(|(sign, _)| text.contains(sign))
        .map(|(_, country)| *country)
        .collect();
    // Of two towns of one name, the one whose country pays in dollars.
    if text.contains('$') {
        countries.extend(["US", "CA", "AU", "NZ"]);
    }
    countries
}

/// Signs of a country in folded text.
const SIGNS: &[(&str, &str)] = &[
    ("401(k)", "US"),
    ("401k", "US"),
    ("e-verify", "US"),
    ("veteran", "US"),
    ("£", "GB"),
    ("superannuation", "AU"),
    (".com.au", "AU"),
    ("+61", "AU"),
    ("nsw", "AU"),
    (".co.uk", "GB"),
    ("+44", "GB"),
    (".co.nz", "NZ"),
    ("kiwisaver", "NZ"),
    ("+64", "NZ"),
    ("+91", "IN"),
    (".co.in", "IN"),
    ("+353", "IE"),
    ("rrsp", "CA"),
    ("united states", "US"),
    ("australia", "AU"),
    ("new zealand", "NZ"),
    ("canada", "CA"),
    ("united kingdom", "GB"),
    ("ireland", "IE"),
    ("deutschland", "DE"),
    ("germany", "DE"),
    ("india", "IN"),
];
