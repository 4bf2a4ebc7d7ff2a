//! Signs at the head of the posting: a line with a name and a place, the heading
//! behind the title, a name with its abbreviation.

use super::is_hiring::is_part;
use super::name;
use super::weight::{Clue, Sign};
use crate::document::BlockKind;
use crate::facts::fields;
use crate::facts::place::expression::{self, Setting};
use crate::posting::{Posting, Role, names_job};
use crate::text::{Span, View, bare_start};

/// The names at the head of the posting.
pub fn signs(posting: &Posting) -> impl Iterator<Item = Sign> {
    [
        (head_line(posting), 4, Clue::HeadLine),
        (name_line(posting), 3, Clue::HeadLine),
        (first_of_list(posting), 4, Clue::HeadLine),
        (second_heading(posting), 4, Clue::SecondHeading),
        (abbreviated_opening(posting), 4, Clue::Abbreviation),
    ]
    .into_iter()
    .filter_map(|(at, weight, clue)| {
        Some(Sign {
            at: at?,
            weight,
            clue,
        })
    })
}

/// The name that stands with a place on one of the first lines: "Lakeside Kitchens
/// · Toledo, OH", "Harbor Lane Foods, Inc. - Reno, NV", "Lakeside Kitchens, Toledo".
fn head_line(posting: &Posting) -> Option<Span<View>> {
    const LINES: usize = 4;
    const LONGEST: usize = 100;
    const SIGNS: &[&str] = &[" (", " · ", " | ", " — ", " – ", " - ", " • ", ", "];
    let body = posting.document.body;
    let text = posting.text.as_str();
    let lines = text[body.range()]
        .lines()
        .filter(|line| !line.trim().is_empty());
    // The first line is the title.
    lines.take(LINES).skip(1).find_map(|line| {
        let line = line.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '.');
        if line.len() > LONGEST || line.contains(": ") {
            return None;
        }
        let name = SIGNS.iter().find_map(|sign| {
            line.match_indices(sign).find_map(|(at, _)| {
                let behind = &line[at + sign.len()..];
                // "Line Cook (US remote)".
                let whose = *sign != " (" || !is_badge(behind);
                (whose && names_place_first(behind)).then_some(&line[..at])
            })
        })?;
        let name = before_village(name, &line[name.len()..]);
        let name = name.trim_end_matches([',', ' ', '*', '_']);
        (name::is_own_name(name) && !is_place(name) && !is_badge(name)).then(|| {
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + name.len())
        })
    })
}

/// Whether words are a place, or begin with one and go on with something about it.
fn names_place_first(words: &str) -> bool {
    // "Bengaluru (hybrid, 3 days from office)"
    let before = words.split(" (").next().unwrap_or(words);
    is_place(words)
        || before.len() < words.len() && is_badge(&words[before.len()..]) && is_place(before)
        || expression::first_place(words).is_some()
}

/// "Camp Harrow, North Landing, Vermont": the village is no part of the name, a form is.
fn before_village<'t>(name: &'t str, behind: &str) -> &'t str {
    let state = behind.trim_start_matches([',', ' ']);
    let read = expression::read(state, Setting::Line);
    let wide = matches!(read.places.as_slice(), [named] if named.is_wide());
    match name.split_once(", ") {
        Some((head, tail)) if wide && !name::ends_with_form(tail) => head,
        _ => name,
    }
}

/// The name on a line of its own between the title and the place, or before both: "Line
/// cook / Lakeside Kitchens / Toledo, OH".
fn name_line(posting: &Posting) -> Option<Span<View>> {
    const LINES: usize = 5;
    let text = posting.text.as_str();
    let trim =
        |line| str::trim_matches(line, |c: char| !c.is_alphanumeric() && c != ')' && c != '.');
    let lines = text[posting.document.body.range()].lines().map(trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).take(LINES).collect();
    let is_free = |line: &str| is_whole_name(line) && !is_job(line);
    let name = match lines[..] {
        [name, title, place, ..] if is_free(name) && names_job(title) && is_place(place) => name,
        [_, name, place, ..] if is_free(name) && names_place_first(place) => name,
        _ => return None,
    };
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    Some(Span::new(start, start + name.len()))
}

/// The name with which a line opens that tells all of a job: "Lakeside Labs (YC S21) |
/// Engineer | Toledo, OH | Onsite".
fn first_of_list(posting: &Posting) -> Option<Span<View>> {
    let text = posting.text.as_str();
    let mut lines = text[posting.document.body.range()].lines();
    let line = lines.find(|line| !line.trim().is_empty())?;
    let mut pieces = line.split(" | ");
    let first = pieces.next()?;
    let first = first.split(" (").next().unwrap_or(first);
    let name = first.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let others: Vec<&str> = pieces.collect();
    let tells = |piece: &&&str| names_job(piece) || is_place(piece) || is_badge(piece);
    let found = others.len() >= 2
        && others.iter().filter(tells).count() >= 2
        && is_whole_name(name)
        && !is_job(name);
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    found.then(|| Span::new(start, start + name.len()))
}

/// "Line Cook", but "Outrider" may be a name.
fn is_job(words: &str) -> bool {
    words.contains(' ') && !name::ends_with_form(words) && names_job(words)
}

/// Whether words are a name, and neither a place nor a way of working nor a department.
fn is_whole_name(words: &str) -> bool {
    name::is_own_name(words)
        && !words.contains([':', '|'])
        && !is_place(words)
        && !is_badge(words)
        && !name::is_department(words)
}

/// "remote,Remote": a board's badge before the place.
fn is_badge(words: &str) -> bool {
    const WAYS: &[&str] = &[
        "remote",
        "hybrid",
        "onsite",
        "on-site",
        "office",
        "worldwide",
        "statewide",
        "nationwide",
        "citywide",
        "countywide",
    ];
    words
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|word| WAYS.contains(&word.to_lowercase().as_str()))
}

/// True if words name a place first, and little else.
fn is_place(words: &str) -> bool {
    let first = words
        .split(['·', '|', '—', '–', '•'])
        .next()
        .unwrap_or(words);
    let read = expression::read(first, Setting::Line);
    read.other_words == 0 && !read.places.is_empty()
}

/// The heading that follows the title's, which many collections and systems use
/// for the employer.
fn second_heading(posting: &Posting) -> Option<Span<View>> {
    const NEAR: usize = 16;
    let mut headings = posting
        .document
        .blocks
        .iter()
        .filter(|b| {
            posting.document.body.contains(b.span) && !posting.words(b.span).trim().is_empty()
        })
        .take(NEAR)
        .filter_map(|b| match b.kind {
            BlockKind::Heading(level) => Some((level, b.span)),
            BlockKind::Paragraph
            | BlockKind::ListItem(_)
            | BlockKind::Cell { .. }
            | BlockKind::Quote
            | BlockKind::Code => None,
        });
    let (title, _) = headings.next()?;
    let (level, span) = headings.next()?;
    let section = posting.sections.iter().find(|s| s.heading == Some(span))?;
    let words = posting.words(span);
    // "harborlane", "harbor Labs", but not "Ticket prices".
    let last = words.trim().rsplit_once(' ').map(|(_, last)| last);
    let is_name = name::is_name(words)
        && !last.is_some_and(|last| last.starts_with(char::is_lowercase))
        && fields::says_something(words)
        && words.starts_with(char::is_alphanumeric)
        && !name::is_common(words)
        && !is_badge(words)
        && !is_job(words)
        && !words.contains('、')
        && !heads_list(posting, span)
        && words.split_whitespace().count() <= 5;
    let named = Span::new(span.start, span.start + without_its_page(words).len());
    (title < level && section.role == Role::Opening && is_name).then_some(named)
}

/// "Harbor Foods Careers": whose page it is.
fn without_its_page(words: &str) -> &str {
    const PAGES: &[&str] = &[
        " Careers Page",
        " Career Page",
        " Career Site",
        " Careers",
        " Company Website",
        " Job Board",
    ];
    let mut pages = PAGES.iter().filter_map(|page| words.strip_suffix(page));
    pages.next().unwrap_or(words)
}

/// Whether a list of points stands right under a heading, as under "Your tasks" in any
/// language; an employer's name stands over labels and prose.
fn heads_list(posting: &Posting, heading: Span<View>) -> bool {
    let blocks = &posting.document.blocks;
    let next = blocks.partition_point(|b| b.span.start < heading.end);
    blocks.get(next).is_some_and(|block| {
        matches!(block.kind, BlockKind::ListItem(_)) && !posting.words(block.span).contains(':')
    })
}

/// The name with which the text opens, if its abbreviation follows: "The Lakeside
/// Health Service (LHS) runs …".
fn abbreviated_opening(posting: &Posting) -> Option<Span<View>> {
    const LINES: usize = 4;
    const LONGEST: usize = 80;
    let body = posting.document.body;
    let text = &posting.text[body.range()];
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.take(LINES).find_map(|line| {
        let line = bare_start(line);
        let open = line.find(" (").filter(|open| *open <= LONGEST)?;
        let (name, rest) = line.split_at(open);
        let (short, behind) = rest[2..].split_once(')')?;
        let is_short =
            (2..=8).contains(&short.len()) && short.bytes().all(|b| b.is_ascii_uppercase());
        let initials = short.chars().filter(|initial| {
            name.split(|c: char| !c.is_alphanumeric()).any(|word| {
                word.chars()
                    .next()
                    .is_some_and(|c| c.eq_ignore_ascii_case(initial))
            })
        });
        let goes_on = behind.trim_start().starts_with(char::is_lowercase) && !is_part(behind);
        let found = is_short
            && goes_on
            && initials.count() == short.len()
            && name.split_whitespace().count() >= 2
            && name::is_name(name);
        let start = name.as_ptr() as usize - posting.text.as_ptr() as usize;
        found.then(|| Span::new(start, start + name.len()))
    })
}
