//! Civil dates as laws and postings use them, and how they are written: ISO,
//! with a month's name in the languages of postings, or as figures whose order
//! depends on the country.

mod months;

pub use jiff::civil::Date;

use crate::text::first_digit;
use std::ops::Range;

/// A date as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// What is said.
    pub when: When,
}

/// What a written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// One day: `2026-05-18`, `May 18, 2026`, `18.5.2026`, `31/12/2026`.
    Day(Date),
    /// Figures that are two days, as the reader comes from elsewhere: `03/04/2026`.
    Either {
        /// The 3rd of April.
        day_first: Date,
        /// March 4.
        month_first: Date,
    },
    /// A day without its year: `June 15`.
    Yearless {
        /// 1 to 12.
        month: i8,
        /// 1 to 31, as the month has them in a leap year.
        day: i8,
    },
    /// A month without a day: `June 2026`.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
}

/// Which of the two figures in `03/04/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    /// The order that is usual in a country (ISO 3166-1 alpha-2). Canada writes
    /// both, so that it has none.
    pub fn of_country(code: &str) -> Option<Order> {
        match code {
            "US" | "PH" | "PR" | "GU" | "VI" | "AS" | "MP" | "PW" | "FM" | "MH" => {
                Some(Order::MonthFirst)
            }
            "CA" | "" => None,
            _ => Some(Order::DayFirst),
        }
    }
}

impl When {
    /// The day, if one is said. Without an order, figures that can be read both
    /// ways are no day.
    pub fn day(self, order: Option<Order>) -> Option<Date> {
        match (self, order) {
            (When::Day(date), _) => Some(date),
            (When::Either { day_first, .. }, Some(Order::DayFirst)) => Some(day_first),
            (When::Either { month_first, .. }, Some(Order::MonthFirst)) => Some(month_first),
            (
                When::Either {
                    day_first,
                    month_first,
                },
                None,
            ) => (day_first == month_first).then_some(day_first),
            (When::Yearless { .. } | When::Month { .. }, _) => None,
        }
    }

    /// The day, where a day without its year is taken as the first such day on
    /// or after `from` (a posting of November with a deadline of "January 15").
    pub fn day_from(self, order: Option<Order>, from: Date) -> Option<Date> {
        match self {
            When::Yearless { month, day } => (from.year()..=from.year().saturating_add(8))
                .filter_map(|year| Date::new(year, month, day).ok())
                .find(|date| *date >= from),
            When::Day(_) | When::Either { .. } | When::Month { .. } => self.day(order),
        }
    }
}

/// All dates in `text`, left to right. Give the text as written: capitals tell
/// "May 5" from "may 5 people".
pub fn find(text: &str) -> Vec<Mention> {
    let bytes = text.as_bytes();
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(step) = first_digit(&bytes[at..]) {
        let number = Number::at(bytes, at + step);
        at = number.end;
        if number.end - number.start > 4 || !stands_alone(text, number.start) {
            continue;
        }
        let floor = found.last().map_or(0, |m| m.range.end);
        let Some(mention) = read_at(text, &number, floor) else {
            continue;
        };
        at = at.max(mention.range.end);
        lend_year(text, &mut found, &mention);
        found.push(mention);
    }
    found
}

/// The first date in `text`.
pub fn first(text: &str) -> Option<Mention> {
    find(text).into_iter().next()
}

/// The day of a count of seconds or milliseconds since 1970, as feeds write it.
/// Counts outside 2001 to 2099 are something else.
pub fn from_epoch(count: i64) -> Option<Date> {
    let seconds = match count {
        1_000_000_000..=4_100_000_000 => count,
        1_000_000_000_000..=4_100_000_000_000 => count / 1000,
        _ => return None,
    };
    let stamp = jiff::Timestamp::from_second(seconds).ok()?;
    Some(jiff::tz::Offset::UTC.to_datetime(stamp).date())
}

/// A run of digits.
struct Number {
    start: usize,
    end: usize,
    value: i16,
}

impl Number {
    /// The run that begins at `start`; more than four digits have no value.
    fn at(bytes: &[u8], start: usize) -> Number {
        let len = bytes[start..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let value = bytes[start..start + len.min(4)]
            .iter()
            .fold(0, |sum, b| sum * 10 + i16::from(b - b'0'));
        Number {
            start,
            end: start + len,
            value,
        }
    }

    fn following(bytes: &[u8], start: usize) -> Option<Number> {
        let number = bytes
            .get(start)?
            .is_ascii_digit()
            .then(|| Number::at(bytes, start))?;
        (number.len() <= 4).then_some(number)
    }

    fn len(&self) -> usize {
        self.end - self.start
    }

    fn is_year(&self) -> bool {
        self.len() == 4 && (1900..2100).contains(&self.value)
    }

    fn is_day(&self) -> bool {
        self.len() <= 2 && (1..=31).contains(&self.value)
    }
}

/// False if the digits are the tail of a word, a decimal or an amount.
fn stands_alone(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    match before.next() {
        None => true,
        Some('$' | '€' | '£' | '#' | '+') => false,
        Some(c @ ('.' | ',' | '/' | '-' | ':')) => {
            // `date:2026-…` and `from:5 May` are dates; `1.5`, `24/7/365` not.
            !before.next().is_some_and(|p| p.is_ascii_digit()) && c != '.'
        }
        Some(c) => !c.is_alphanumeric(),
    }
}

fn read_at(text: &str, number: &Number, floor: usize) -> Option<Mention> {
    if number.is_year() {
        return year_first(text, number).or_else(|| {
            month_before(text, number.start, floor)
                .filter(|_| ends_word(text, number.end))
                .map(|(month, start, _)| Mention {
                    range: start..number.end,
                    when: When::Month {
                        year: number.value,
                        month,
                    },
                })
        });
    }
    if !number.is_day() {
        return None;
    }
    figures(text, number)
        .or_else(|| month_then_day(text, number, floor))
        .or_else(|| day_then_month(text, number))
}

/// `2026-05-18`, `2026/05/18`, `2026.05.18`, with or without a time behind.
fn year_first(text: &str, year: &Number) -> Option<Mention> {
    let bytes = text.as_bytes();
    let separator = *bytes.get(year.end)?;
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    let month = Number::following(bytes, year.end + 1)?;
    if month.len() > 2 || bytes.get(month.end) != Some(&separator) {
        return None;
    }
    let day = Number::following(bytes, month.end + 1)?;
    if day.len() > 2 {
        return None;
    }
    Some(Mention {
        range: year.start..day.end,
        when: When::Day(date(year.value, month.value, day.value)?),
    })
}

/// Whether a year of two figures may follow: after dots and dashes only where the others
/// can be nothing but a day and a month.
fn short_year(separator: u8, first: &Number, second: &Number) -> bool {
    let two_each = first.len() == 2 && second.len() == 2;
    separator == b'/' || two_each && first.value.max(second.value) > 12
}

/// `18.5.2026`, `18-05-2026`, `05/18/2026`, `5/18/26`, `05.18.26`, `05-18-26`; `8.2.14` is a version.
fn figures(text: &str, first: &Number) -> Option<Mention> {
    let bytes = text.as_bytes();
    let separator = *bytes.get(first.end)?;
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    let second = Number::following(bytes, first.end + 1)?;
    if second.len() > 2 || bytes.get(second.end) != Some(&separator) {
        return None;
    }
    let third = Number::following(bytes, second.end + 1)?;
    let year = match third.len() {
        4 if third.is_year() => third.value,
        2 if (10..50).contains(&third.value) && short_year(separator, first, &second) => {
            2000 + third.value
        }
        _ => return None,
    };
    let day_first = date(year, second.value, first.value);
    let month_first = date(year, first.value, second.value);
    // Dots are the day-first countries' own, unless the figures fit no such day.
    let month_first = month_first.filter(|_| separator != b'.' || day_first.is_none());
    let when = match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first != month_first => When::Either {
            day_first,
            month_first,
        },
        (Some(day), _) | (None, Some(day)) => When::Day(day),
        (None, None) => return None,
    };
    ends_word(text, third.end).then_some(Mention {
        range: first.start..third.end,
        when,
    })
}

/// `May 18, 2026`, `May 18th 2026`, `May 18`.
fn month_then_day(text: &str, day: &Number, floor: usize) -> Option<Mention> {
    let (month, start, word) = month_before(text, day.start, floor)?;
    let after_day = skip_ordinal(text, day.end);
    // "September 30,2022": the comma may lack its space.
    let glued = text[after_day..].starts_with(',') && year_behind(text, after_day).is_some();
    if !glued && !ends_word(text, after_day) {
        return None;
    }
    let (range, when) = with_year(text, start, after_day, month, day.value, is_name(word))?;
    Some(Mention { range, when })
}

/// `18 May 2026`, `18. Mai 2026`, `18th of May, 2026`, `18 de mayo de 2026`, `18-May-2026`.
fn day_then_month(text: &str, day: &Number) -> Option<Mention> {
    let mut at = skip_ordinal(text, day.end);
    // "18 de mayo": no English word stands there.
    let mut foreign = false;
    let word = loop {
        let word = word_at(text, skip_gap(text, at, &[' ', '\u{a0}', '.', '-', '/'])?)?;
        match &text[word.clone()] {
            joint @ ("of" | "de" | "d" | "del") => {
                foreign |= joint != "of";
                at = word.end;
            }
            _ => break word,
        }
    };
    let month = months::number(&text[word.clone()])?;
    let (range, when) = with_year(
        text,
        day.start,
        word.end,
        month,
        day.value,
        foreign || is_name(&text[word.clone()]),
    )?;
    Some(Mention { range, when })
}

/// True if the word for a month can be no other word.
fn is_name(word: &str) -> bool {
    months::is_plain(word) || word.chars().next().is_some_and(char::is_uppercase)
}

/// Adds the year behind a month and a day, if there is one; without it, only a
/// word that is `sure` to be a month makes a day.
fn with_year(
    text: &str,
    start: usize,
    end: usize,
    month: i8,
    day: i16,
    sure: bool,
) -> Option<(Range<usize>, When)> {
    if let Some(year) = year_behind(text, end) {
        let day = date(year.value, i16::from(month), day)?;
        return Some((start..year.end, When::Day(day)));
    }
    // A leap year, so that February 29 is a day.
    date(2024, i16::from(month), day)?;
    sure.then_some((
        start..end,
        When::Yearless {
            month,
            day: i8::try_from(day).ok()?,
        },
    ))
}

fn year_behind(text: &str, at: usize) -> Option<Number> {
    let mut at = skip_gap(text, at, &[' ', '\u{a0}', ',', '.', '-', '/', '\''])?;
    while let Some(word) = word_at(text, at) {
        if !matches!(&text[word.clone()], "of" | "de" | "del") {
            return None;
        }
        at = skip_gap(text, word.end, &[' ', '\u{a0}'])?;
    }
    let year = Number::following(text.as_bytes(), at)?;
    (year.is_year() && ends_word(text, year.end)).then_some(year)
}

/// The month named before `at`: number, start and word.
fn month_before(text: &str, at: usize, floor: usize) -> Option<(i8, usize, &str)> {
    let head = &text[floor..at];
    let mut rest = head.trim_end_matches([' ', '\u{a0}', '.', ',', '-']);
    if rest.len() == head.len() || head.len() - rest.len() > 3 {
        return None;
    }
    for filler in [" the", " de", " of"] {
        if let Some(shorter) = rest.strip_suffix(filler) {
            rest = shorter;
        }
    }
    let start = rest
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .take(MONTH_LETTERS)
        .last()
        .map(|(i, _)| i)?;
    let word = &rest[start..];
    Some((months::number(word)?, floor + start, word))
}

/// The longest month has ten letters (`października` has twelve).
const MONTH_LETTERS: usize = 16;

/// Skips up to three characters of `gap`; `None` at the end of the text.
fn skip_gap(text: &str, at: usize, gap: &[char]) -> Option<usize> {
    let rest = &text[at..];
    let skipped: usize = rest
        .chars()
        .take_while(|c| gap.contains(c))
        .take(3)
        .map(char::len_utf8)
        .sum();
    (skipped < rest.len()).then_some(at + skipped)
}

fn word_at(text: &str, at: usize) -> Option<Range<usize>> {
    let len: usize = text[at..]
        .chars()
        .take_while(|c| c.is_alphabetic())
        .take(MONTH_LETTERS)
        .map(char::len_utf8)
        .sum();
    (len > 0).then_some(at..at + len)
}

/// Behind `st`, `nd`, `rd`, `th`, `er`, `º`.
fn skip_ordinal(text: &str, at: usize) -> usize {
    [
        "st", "nd", "rd", "th", "er", "ST", "ND", "RD", "TH", "º", "°",
    ]
    .into_iter()
    .map(|suffix| (suffix, text[at..].strip_prefix(suffix)))
    .find(|(_, rest)| rest.is_some_and(|r| !r.starts_with(char::is_alphanumeric)))
    .map_or(at, |(suffix, _)| at + suffix.len())
}

fn ends_word(text: &str, at: usize) -> bool {
    let mut after = text[at..].chars();
    match after.next() {
        Some('.' | ',' | '-' | '/' | ':') => !after.next().is_some_and(|c| c.is_ascii_digit()),
        Some('%' | '$' | '€' | '+') => false,
        Some(c) => !c.is_alphanumeric() || c == 'T',
        None => true,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// "May 18 – August 7, 2026": the first day takes the year of the second.
fn lend_year(text: &str, found: &mut [Mention], next: &Mention) {
    let Some(last) = found.last_mut() else { return };
    let (When::Yearless { month, day }, When::Day(end)) = (last.when, next.when) else {
        return;
    };
    let between = text[last.range.end..next.range.start].trim();
    let joins = matches!(
        between,
        "-" | "–" | "—" | "to" | "until" | "through" | "and" | "or" | "bis" | "au" | "&"
    );
    let year = if (month, day) <= (end.month(), end.day()) {
        end.year()
    } else {
        end.year() - 1
    };
    if joins && let Ok(date) = Date::new(year, month, day) {
        last.when = When::Day(date);
    }
}

#[cfg(test)]
mod tests;
