//! The last day that a sentence names.

use super::phrases::{CLOSES, LAST_DAY, OTHER_DAYS, PLAIN};
use crate::domain::date::{self, Mention};
use crate::facts::phrases::{Phrases, find, first, has, phrases};
use crate::facts::statement::{Units, window, window_before};
use crate::text::{Span, View};
use std::ops::Range;

/// True if the clause around `day` says that the day is only that of a first
/// look: "for best consideration, apply by …", "priority deadline: …".
pub(super) fn is_priority(text: &str, day: &Range<usize>) -> bool {
    const NEAR: usize = 80;
    const SOONER: &Phrases = phrases![
        "priority" "prioritized" "prioritised" "first consideration" "best consideration"
        "full consideration" "fullest consideration" "first review" "initial review"
        "first look" "preference"
    ];
    let before = window_before(text, day.start, NEAR);
    let before = before.rsplit([';', '|']).next().unwrap_or_default();
    let after = window(text, day.end, NEAR);
    let after = after.split([';', '|']).next().unwrap_or_default();
    has(before, SOONER) || has(&text[day.clone()], SOONER) || has(after, SOONER)
}

/// The last day that a sentence names, and the words that name it; no day where
/// it is told in days from another.
pub(super) fn last_day(
    units: &Units<'_>,
    index: usize,
    applying: bool,
) -> Option<(Span<View>, Option<Mention>)> {
    const FAR: usize = 90;
    let text = units.text(index);
    if !has(text, LAST_DAY) {
        return None;
    }
    for phrase in LAST_DAY.list() {
        let Some(cue) = find(text, phrase) else {
            continue;
        };
        let heads = text[..cue.start]
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .is_empty();
        let about = PLAIN.list().contains(phrase)
            || has(&text[cue.clone()], PLAIN)
            || applying
            || *phrase == "deadline" && heads
            || matches!(*phrase, "closes" | "closing") && heads
            || *phrase == "closes" && has(text, CLOSES);
        let before = window_before(text, cue.start, 40);
        // "Posted on: November 10 / End date: December 10"; elsewhere the work ends.
        let of_posting = *phrase != "end date"
            || has(before, phrases!["posted" "posting"])
            || (1..=2).any(|back| {
                index >= back && has(units.text(index - back), phrases!["posted*" "posting date"])
            });
        // "Posted: November 10 / Unposted: December 20".
        let other =
            !phrase.starts_with("unpost") && *phrase != "end date" && has(before, OTHER_DAYS);
        if !about || !of_posting || other {
            continue;
        }
        // Dates are told by capitals, so they are read from the words as written.
        let start = units.view(index, cue.clone());
        let mut end = units
            .view(index, cue.start..cue.end + window(text, cue.end, FAR).len())
            .end;
        // "bis zum 3. März", "by Dec. 15": the full stop of an ordinal or of a
        // shortened month ends no sentence.
        let goes_on = text.strip_suffix('.').is_some_and(|t| {
            t.ends_with(|c: char| c.is_ascii_digit())
                || MONTHS.iter().any(|month| t.ends_with(month))
        });
        if goes_on
            && end == units.get(index).span.end
            && index + 1 < units.len()
            && units.same_block(index, index + 1)
        {
            end = units.get(index + 1).span.end;
        }
        let words = units.prose.words(Span::new(start.end, end));
        let mut dates = date::find(words);
        let window_of_time = phrase.contains("window")
            || phrase.ends_with("dates")
            || phrase.contains("period")
            || phrase.starts_with("apply ")
                && (phrase.ends_with("from") || phrase.ends_with("between"));
        if window_of_time && dates.len() > 1 {
            dates.drain(..dates.len() - 1);
        }
        if let Some(mention) = dates.into_iter().next() {
            let between = &words[..mention.range.start];
            let between = between.to_lowercase();
            // "Closing date: open until filled; first review June 1".
            let filled = has(
                &between,
                phrases!["until filled" "is filled" "first review"],
            );
            // "Expected to close within 30 days of posting (November 20)": that day
            // is the first, and the last is so many days behind it.
            let mentioned = has(
                &between,
                phrases!["of posting" "of the posting" "from posting" "after posting"],
            );
            if mentioned && between.contains(|c: char| c.is_ascii_digit()) {
                let at = Span::new(start.start, start.end + mention.range.start);
                return Some((at, None));
            }
            if !filled && !has(&between, OTHER_DAYS) && !between.contains("{{") {
                let at = Span::new(start.start, start.end + mention.range.end);
                return Some((at, Some(mention)));
            }
            continue;
        }
        // "Recruitment ends 12/20": a day and no year.
        if PLAIN.list().contains(phrase)
            && let Some(len) = day_and_month(words)
        {
            return Some((Span::new(start.start, start.end + len), None));
        }
        // "Application deadline" in one cell or line, the day in the next.
        let label = text[cue.end..]
            .trim_matches(|c: char| !c.is_alphanumeric())
            .is_empty();
        if label && index + 1 < units.len() && units.neighbours(index, index + 1) {
            let next = units.get(index + 1).span;
            if next.len() < 60
                && let Some(mention) = date::first(units.prose.words(next))
            {
                let at = Span::new(start.start, next.start + mention.range.end);
                return Some((at, Some(mention)));
            }
        }
        // "March 3, 2026 is the closing date".
        if PLAIN.list().contains(phrase) {
            let ahead = units.view(index, cue.start - before.len()..cue.start);
            if let Some(mention) = date::find(units.prose.words(ahead)).pop()
                && units.prose.words(ahead)[mention.range.end..].len() < 24
            {
                let at = Span::new(ahead.start + mention.range.start, start.end);
                return Some((at, Some(mention)));
            }
        }
    }
    None
}

/// Months cut short, behind a space.
const MONTHS: [&str; 10] = [
    " jan", " feb", " mar", " apr", " aug", " sep", " sept", " oct", " nov", " dec",
];

/// The length of a day such as `12/20` with which the words begin.
fn day_and_month(words: &str) -> Option<usize> {
    let day = words.trim_start_matches([' ', ':']);
    let end = day
        .find(|c: char| !c.is_ascii_digit() && c != '/')
        .unwrap_or(day.len());
    let (first, second) = day[..end].split_once('/')?;
    let number = |digits: &str| digits.parse::<u8>().ok().filter(|n| (1..=31).contains(n));
    let (first, second) = (number(first)?, number(second)?);
    (first.min(second) <= 12).then_some(words.len() - day.len() + end)
}

/// "Email two references to crew@oak.example by February 15": what is asked of
/// applicants, and the day right behind "by" and its like.
pub(super) fn asked_by(units: &Units<'_>, index: usize) -> Option<(Span<View>, Mention)> {
    let text = units.text(index);
    let subject = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let asks = [
        "email",
        "e-mail",
        "send",
        "submit",
        "please send",
        "please email",
        "please submit",
        "letters of interest to",
        "letter of interest to",
        "resumes to",
        "résumés to",
        "applications to",
    ]
    .iter()
    .any(|verb| subject.starts_with(verb));
    // Invoices and reports are sent at work.
    let papers = phrases![
        "letter*" "resume*" "résumé*" "cv" "cvs" "curriculum*" "application*" "reference*"
        "portfolio*" "sample*" "document*" "material*" "transcript*" "interest" "statement*"
        "packet*" "package*" "proposal*" "*@*"
    ];
    if !asks || !has(text, papers) {
        return None;
    }
    let by = first(
        text,
        phrases!["by" "before" "no later than" "not later than" "on or before"],
    )?;
    let at = units.view(index, by.start..text.len());
    let words = units.prose.words(at);
    let mention = date::first(words)?;
    let near = words[..mention.range.start].trim_end().to_lowercase();
    let near = near.strip_suffix(" the").unwrap_or(&near);
    (near == &text[by]).then(|| (Span::new(at.start, at.start + mention.range.end), mention))
}
