//! The last day that a sentence names.

use super::phrases::{CLOSES, LAST_DAY, OTHER_DAYS, PLAIN};
use crate::domain::date::{self, Mention};
use crate::facts::phrases::{Phrases, find, has, phrases, standing, words};
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

/// The words that name a last day; no day where it is told in days from another.
pub(super) type LastDay = (Span<View>, Option<Mention>);

/// The last day that a sentence names.
pub(super) fn last_day(units: &Units<'_>, index: usize, applying: bool) -> Option<LastDay> {
    let text = units.text(index);
    standing(text, LAST_DAY).into_iter().find_map(|phrase| {
        let cue = Cue {
            units,
            index,
            phrase,
            at: find(text, phrase)?,
        };
        if !cue.is_of_applying(applying) {
            return None;
        }
        let behind = cue.behind();
        match cue.date_in(behind) {
            Some(mention) => cue.judged(behind, mention),
            None => cue
                .short_day(behind)
                .or_else(|| cue.in_next())
                .or_else(|| cue.in_front()),
        }
    })
}

/// A phrase for a last day in a sentence.
struct Cue<'u, 'p> {
    units: &'u Units<'p>,
    index: usize,
    phrase: &'static str,
    at: Range<usize>,
}

impl Cue<'_, '_> {
    fn text(&self) -> &str {
        self.units.text(self.index)
    }

    fn view(&self) -> Span<View> {
        self.units.view(self.index, self.at.clone())
    }

    fn before(&self) -> &str {
        window_before(self.text(), self.at.start, 40)
    }

    fn is_plain(&self) -> bool {
        PLAIN.list().contains(&self.phrase)
    }

    /// Whether the phrase is about applying: it says so itself, or what stands around
    /// it does.
    fn is_of_applying(&self, applying: bool) -> bool {
        let (text, phrase, index) = (self.text(), self.phrase, self.index);
        let heads = !text[..self.at.start].contains(char::is_alphanumeric);
        let about = self.is_plain()
            || has(&text[self.at.clone()], PLAIN)
            || applying
            || matches!(phrase, "deadline" | "closes" | "closing") && heads
            || matches!(phrase, "open until" | "open through" | "open till")
                && heads
                && text.len() <= LABEL
            || phrase == "closes" && has(text, CLOSES);
        let before = self.before();
        // "Posted on: November 10 / End date: December 10"; elsewhere the work ends, or a
        // license expires.
        let of_posting = !matches!(phrase, "end date" | "expires")
            || has(before, phrases!["posted" "posting"])
            || (1..=2).any(|back| {
                let words = phrases!["posted*" "posting date"];
                index >= back && has(self.units.text(index - back), words)
            });
        // "Posted: November 10 / Unposted: December 20".
        // "Review of applications begins … and continues until …".
        let second = ["unpost", "end date", "expires", "continue"];
        let other = !second.iter().any(|s| phrase.starts_with(s)) && has(before, OTHER_DAYS);
        about && of_posting && !other
    }

    /// What stands behind the phrase. Dates are told by capitals, so they are read from
    /// the words as written.
    fn behind(&self) -> Span<View> {
        const FAR: usize = 90;
        let (units, index, text) = (self.units, self.index, self.text());
        let far = self.at.end + window(text, self.at.end, FAR).len();
        let mut end = units.view(index, self.at.start..far).end;
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
        Span::new(self.view().end, end)
    }

    /// The first date there, or the last where the phrase is for a time that has a
    /// beginning.
    fn date_in(&self, behind: Span<View>) -> Option<Mention> {
        let phrase = self.phrase;
        let mut dates = date::find(self.units.prose.words(behind));
        let of_time = phrase.contains("window")
            || phrase.ends_with("dates")
            || phrase.contains("period")
            || phrase.starts_with("apply ")
                && (phrase.ends_with("from") || phrase.ends_with("between"));
        if of_time {
            dates.pop()
        } else {
            dates.into_iter().next()
        }
    }

    /// The date behind the phrase, unless the words between say that it is another day.
    fn judged(&self, behind: Span<View>, mention: Mention) -> Option<LastDay> {
        let words = self.units.prose.words(behind);
        let between = words[..mention.range.start].to_lowercase();
        let start = self.view().start;
        // "Expected to close within 30 days of posting (November 20)": that day
        // is the first, and the last is so many days behind it.
        let counted = has(
            &between,
            phrases!["of posting" "of the posting" "from posting" "after posting"],
        );
        if counted && between.contains(|c: char| c.is_ascii_digit()) {
            let at = Span::new(start, behind.start + mention.range.start);
            return Some((at, None));
        }
        // "Closing date: open until filled; first review June 1".
        let filled = has(
            &between,
            phrases!["until filled" "is filled" "first review"],
        );
        if filled || has(&between, OTHER_DAYS) || between.contains("{{") {
            return None;
        }
        let at = Span::new(start, behind.start + mention.range.end);
        Some((at, Some(mention)))
    }

    /// "Recruitment ends 12/20", "apply by mid-December": no day with its year.
    fn short_day(&self, behind: Span<View>) -> Option<LastDay> {
        let all = self.units.prose.words(behind);
        let words = &all[lead(all)..];
        let len = day_and_month(words).or_else(|| {
            // Invoices and time sheets are due by the end of the week, too.
            let heads = !self.text()[..self.at.start].contains(char::is_alphanumeric);
            let plain = has(&self.text()[self.at.clone()], PLAIN) && !self.phrase.ends_with(" by")
                || self.phrase.starts_with("apply")
                || has(self.text(), CLOSES)
                || heads;
            plain.then(|| loose_day(words))?
        })?;
        let end = behind.start + (all.len() - words.len()) + len;
        Some((Span::new(self.view().start, end), None))
    }

    /// "Application deadline" in one cell or line, the day in the next.
    fn in_next(&self) -> Option<LastDay> {
        let (units, next) = (self.units, self.index + 1);
        let label = !self.text()[self.at.end..].contains(char::is_alphanumeric);
        if !label || next >= units.len() || !units.neighbours(self.index, next) {
            return None;
        }
        let next = units.get(next).span;
        if next.len() >= 60 {
            return None;
        }
        let mention = date::first(units.prose.words(next))?;
        let at = Span::new(self.view().start, next.start + mention.range.end);
        Some((at, Some(mention)))
    }

    /// "March 3, 2026 is the closing date".
    fn in_front(&self) -> Option<LastDay> {
        if !self.is_plain() {
            return None;
        }
        let start = self.at.start - self.before().len();
        let ahead = self.units.view(self.index, start..self.at.start);
        let words = self.units.prose.words(ahead);
        let mention = date::find(words).pop()?;
        if words[mention.range.end..].len() >= 24 {
            return None;
        }
        let at = Span::new(ahead.start + mention.range.start, self.view().end);
        Some((at, Some(mention)))
    }
}

/// Months cut short, behind a space.
const MONTHS: [&str; 10] = [
    " jan", " feb", " mar", " apr", " aug", " sep", " sept", " oct", " nov", " dec",
];

const WEEKDAYS: &[&str] = words![
    "monday" "tuesday" "wednesday" "thursday" "friday" "saturday" "sunday"
];

/// Bytes of the longest line that is a label and its value.
const LABEL: usize = 40;

/// The length of "by", "COB", "5 p.m. on" and the like, which stand in front of a day.
pub(super) fn lead(words: &str) -> usize {
    const LEADS: &[&str] = words![
        "by " "on " "the " "cob " "eod " "noon " "midnight " "close of business " "end of day "
        "end of business "
    ];
    let mut rest = words.trim_start_matches([' ', ':']);
    let step = |rest: &str| {
        let lead = LEADS.iter().find(|lead| {
            let head = rest.as_bytes().get(..lead.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(lead.as_bytes()))
        });
        lead.map_or_else(|| time_of_day(rest), |lead| Some(lead.len()))
    };
    while let Some(len) = step(rest) {
        rest = &rest[len..];
    }
    words.len() - rest.len()
}

/// The length of "5 p.m. " or "4:30 PM, " with which the words begin.
fn time_of_day(words: &str) -> Option<usize> {
    let half = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let rest = (half.len() < words.len()).then(|| half.trim_start_matches(' '))?;
    let half = rest.get(..4.min(rest.len()))?.to_ascii_lowercase();
    let len = ["a.m.", "p.m.", "am", "pm"]
        .iter()
        .find_map(|h| half.starts_with(h).then_some(h.len()))?;
    let behind = rest[len..].trim_start_matches(',');
    let rest = behind.strip_prefix(' ')?;
    Some(words.len() - rest.len())
}

/// The length of a day such as `12/20` with which the words begin.
pub(super) fn day_and_month(words: &str) -> Option<usize> {
    let day = words.trim_start_matches([' ', ':']);
    let end = day
        .find(|c: char| !c.is_ascii_digit() && c != '/')
        .unwrap_or(day.len());
    let (first, second) = day[..end].split_once('/')?;
    let number = |digits: &str| digits.parse::<u8>().ok().filter(|n| (1..=31).contains(n));
    let (first, second) = (number(first)?, number(second)?);
    (first.min(second) <= 12).then_some(words.len() - day.len() + end)
}

/// The length of a time such as "mid-December", "the end of the year", "two weeks" or "Friday"
/// with which the words begin.
pub(super) fn loose_day(words: &str) -> Option<usize> {
    const NUMBERS: [&str; 8] = ["a", "one", "two", "three", "four", "five", "six", "ten"];
    let lower = words.to_lowercase();
    let mut rest = lower.trim_start_matches([' ', ':']);
    for lead in ["in ", "within ", "the ", "this ", "next "] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let month = |word: &str| {
        matches!(word, "may" | "june" | "july")
            || MONTHS.iter().any(|m| word.starts_with(m.trim_start()))
    };
    let next = |rest: &str| rest.len() - rest.trim_start_matches(char::is_alphanumeric).len();
    let part = ["mid-", "mid ", "early ", "late "].iter();
    let part = part.filter_map(|part| rest.strip_prefix(*part));
    let ends = ["end of the ", "end of "].iter();
    let end = ends.filter_map(|end| rest.strip_prefix(*end)).next();
    let word = |rest: &str, fits: &dyn Fn(&str) -> bool| {
        let len = next(rest);
        fits(&rest[..len]).then(|| lower.len() - rest.len() + len)
    };
    let of_month = |rest: &str| word(rest, &month);
    let of_time = |rest: &str| {
        word(rest, &|w| {
            matches!(w, "year" | "month" | "week") || month(w)
        })
    };
    let count = || {
        let number = &rest[..next(rest)];
        let known = NUMBERS.contains(&number) || number.parse::<u8>().is_ok();
        let unit = rest[number.len()..].trim_start_matches([' ', '-']);
        let end = word(unit, &|w| matches!(w, "week" | "weeks" | "days")).filter(|_| known)?;
        // "within two weeks of hire"
        let of = lower[end..]
            .strip_prefix(" of ")
            .or(lower[end..].strip_prefix(" after "));
        let posting = |of: &str| of.contains("post") || of.contains("notice");
        of.is_none_or(posting).then_some(end)
    };
    let weekday = || word(rest, &|w| WEEKDAYS.contains(&w));
    let found = part.filter_map(of_month).next();
    let found = found
        .or_else(|| end.and_then(of_time))
        .or_else(count)
        .or_else(weekday)?;
    (lower.len() == words.len()).then_some(found)
}
