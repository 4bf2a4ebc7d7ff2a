//! Days a week and shares of the time, on site or at home.

use super::Mode;
use super::words::number;
use crate::text::floor;
use std::ops::Range;

/// Bytes around the words for days in which the place is looked for.
const NEAR: usize = 70;

/// The same around words for a share of the time.
const BESIDE: usize = 40;

/// What "three days" or "half of the time" at `hit` come to, and the least days
/// on site where they are said.
pub fn read(
    text: &str,
    sentence: &Range<usize>,
    hit: &Range<usize>,
    share: bool,
) -> Option<(Mode, Option<u8>)> {
    let start = floor(text, hit.start.saturating_sub(NEAR)).max(sentence.start);
    let end = floor(text, (hit.end + NEAR).min(sentence.end)).max(hit.end);
    let head = &text[start.min(hit.start)..hit.start];
    let tail = &text[hit.end..end];
    if share {
        // "50% of your time coding" has no place of its own.
        let near = &tail[..floor(tail, BESIDE.min(tail.len()))];
        let before = &head[floor(head, head.len().saturating_sub(BESIDE))..];
        let at = place(near).or_else(|| place(before))?;
        return of_time(&text[hit.clone()], head, at);
    }
    let (low, high) = count(head)?;
    let Some(at) = place(tail).or_else(|| place(head)).or_else(|| house(head)) else {
        let hybrid = low < 5 && beside_hybrid(head, tail);
        return hybrid.then_some((Mode::Hybrid, Some(low)));
    };
    let weekly = WEEK
        .iter()
        .any(|w| tail.contains(w) || text[hit.clone()].contains(w) || head.contains(w));
    let direct = tail.trim_start().starts_with("in ")
        || tail.trim_start().starts_with("of in-person")
        || tail.trim_start().starts_with("of on-site")
        || tail.trim_start().starts_with("of office")
        || tail.trim_start().starts_with("wfo")
        || tail.trim_start().starts_with("on")
        || tail.trim_start().starts_with("en ")
        || tail.trim_start().starts_with("im ");
    // "Up to two days WFH", "Homeoffice an zwei Tagen": nobody is at home so for a time.
    let home = at == At::Home && (begins_with_home(tail) || ends_with_home(head));
    if !weekly && !direct && !home {
        return None;
    }
    match at {
        At::Site if low >= 5 => Some((Mode::Onsite, Some(low))),
        At::Site => Some((Mode::Hybrid, Some(low))),
        // "Four days a week of telework" in a contract of four days is all of it.
        At::Home if CONTRACT.iter().any(|w| text[sentence.clone()].contains(w)) => None,
        At::Home if high >= 5 => Some((Mode::Remote, None)),
        At::Home => Some((Mode::Hybrid, None)),
    }
}

/// "Hybrid – Austin, TX (3 days)": what is hybrid is meant, on site.
fn beside_hybrid(head: &str, tail: &str) -> bool {
    let line = head.rsplit('\n').next().unwrap_or(head);
    let tail = tail.trim_start_matches([' ', '/']);
    let ends = tail.is_empty()
        || tail.starts_with([')', '\n', ',', ';', '|'])
        || WEEK.iter().any(|w| tail.starts_with(w))
        || ["a week", "per week", "each week"]
            .iter()
            .any(|w| tail.starts_with(w));
    line.contains("hybrid") && ends
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Site,
    Home,
}

/// The first place that the words name.
fn place(words: &str) -> Option<At> {
    let find = |list: &[&str]| list.iter().filter_map(|w| words.find(w)).min();
    match (find(SITE), find(HOME)) {
        (Some(site), Some(home)) => Some(if site < home { At::Site } else { At::Home }),
        (Some(_), None) => Some(At::Site),
        (None, Some(_)) => Some(At::Home),
        (None, None) => None,
    }
}

/// "We work in the boathouse": a house that is nobody's home.
fn house(head: &str) -> Option<At> {
    const WORK: [&str; 6] = [
        "work in the ",
        "work in our ",
        "work at the ",
        "work at our ",
        "working in the ",
        "working in our ",
    ];
    WORK.iter()
        .any(|work| head.contains(work))
        .then_some(At::Site)
}

/// "days WFH", "Tage Homeoffice", "jours de télétravail".
fn begins_with_home(tail: &str) -> bool {
    let tail = tail.trim_start();
    let tail = ["of ", "de ", "à la ", "im "]
        .iter()
        .find_map(|lead| tail.strip_prefix(lead))
        .unwrap_or(tail);
    HOME.iter().any(|home| tail.starts_with(home))
}

/// "Homeoffice an zwei", "télétravail : 2": a word or two stand between.
fn ends_with_home(head: &str) -> bool {
    const BETWEEN: usize = 18;
    let near = &head[floor(head, head.len().saturating_sub(BETWEEN + 14))..];
    HOME.iter().any(|home| {
        let at = near.rfind(home).map(|at| at + home.len());
        at.is_some_and(|end| near.len() - end <= BETWEEN && !near[end..].contains(['.', ';', '\n']))
    })
}

/// "half of their time", "60% of the time".
fn of_time(phrase: &str, head: &str, at: At) -> Option<(Mode, Option<u8>)> {
    if head.contains("travel") {
        return None;
    }
    let whole = phrase.starts_with('%') && {
        let digits: String = head
            .chars()
            .rev()
            .take_while(char::is_ascii_digit)
            .collect();
        if digits.is_empty() {
            return None;
        }
        digits == "001"
    };
    Some(match (whole, at) {
        (false, _) => (Mode::Hybrid, None),
        (true, At::Site) => (Mode::Onsite, None),
        (true, At::Home) => (Mode::Remote, None),
    })
}

/// The number or range at the end of `head`: "three", "2-3", "2 to 3".
fn count(head: &str) -> Option<(u8, u8)> {
    let mut words = head
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '+'))
        .filter(|w| !w.is_empty());
    let mut last = words.next()?;
    if ["full", "whole", "work", "working", "or", "more"].contains(&last) {
        last = words.next()?;
        if last == "or" {
            last = words.next()?;
        }
    }
    let high = number(last)?;
    let low = match words.next() {
        Some("to" | "or" | "à" | "bis" | "a" | "do" | "ou") => words.next().and_then(number),
        Some(word) if head.contains(&format!("{word}-{last}")) => number(word),
        _ => None,
    };
    Some((low.unwrap_or(high).min(high), high))
}

const SITE: &[&str] = &[
    "office",
    "on-site",
    "onsite",
    "on site",
    "in person",
    "in-person",
    "présentiel",
    "presencial",
    "bureau",
    "biurze",
    "kantoor",
    "vor ort",
    "büro",
    "headquarters",
    "our hub",
    "campus",
    "sur site",
    "oficina",
    "escritório",
    "wfo",
];

const HOME: &[&str] = &[
    "remote",
    "from home",
    "at home",
    "télétravail",
    "zdaln",
    "thuis",
    "homeoffice",
    "home office",
    "wfh",
    "telework",
    "teletrabajo",
    "smart working",
    "da remoto",
    "distans",
    "mobiles arbeiten",
    "mobilem arbeiten",
    "mobile arbeit",
    "mobilarbeit",
    "home-office",
];

const WEEK: &[&str] = &[
    "week",
    "semaine",
    "woche",
    "tydzień",
    "tygodni",
    "semana",
    "setmana",
    "vecka",
    "settimana",
];

const CONTRACT: &[&str] = &["contrat", "contract"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_on_site_make_a_hybrid() {
        for (text, expected) in [
            (
                "you will be in the office three days a week",
                Some((Mode::Hybrid, Some(3))),
            ),
            (
                "1-2 days per week in the office",
                Some((Mode::Hybrid, Some(1))),
            ),
            (
                "minimum 3 days per week in our oslo office",
                Some((Mode::Hybrid, Some(3))),
            ),
            ("2 to 3 days on-site", Some((Mode::Hybrid, Some(2)))),
            ("5 days a week in the office", Some((Mode::Onsite, Some(5)))),
            (
                "work from home up to two days a week",
                Some((Mode::Hybrid, None)),
            ),
            (
                "télétravailler jusqu'à 2 jours par semaine",
                Some((Mode::Hybrid, None)),
            ),
            ("25 days of leave", None),
            ("five days a week", None),
            ("two meeting-free days per week * home office", None),
        ] {
            let cue = ["days", "jours"]
                .iter()
                .find_map(|w| text.find(w).map(|at| at..at + w.len()))
                .expect("a cue");
            assert_eq!(
                read(text, &(0..text.len()), &cue, false),
                expected,
                "{text}"
            );
        }
    }
}
