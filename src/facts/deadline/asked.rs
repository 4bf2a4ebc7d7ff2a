//! The last day in a sentence that asks the reader to apply, with a few words between:
//! "Apply at the front desk by 12/31".

use super::last_day::{LastDay, day_and_month, lead, loose_day};
use super::phrases::OTHER_DAYS;
use crate::domain::date;
use crate::facts::phrases::{Phrases, find_from, has, phrases, words};
use crate::facts::statement::Units;
use crate::text::{Span, bare_start};

/// Words right in front of a last day.
static BY: &Phrases = phrases![
    "by" "before" "until" "till" "through" "no later than" "not later than"
];

/// What a sentence asks of the reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// To apply, whatever the way.
    Apply,
    /// To send papers.
    Papers,
}

/// The day right behind "by" and its like in a sentence that begins with what is asked.
pub(super) fn asked_by(units: &Units<'_>, index: usize) -> Option<LastDay> {
    let text = units.text(index);
    let asks = asks(text)?;
    let elsewhere = phrases![
        "question*" "accommodat*" "rsvp" "register*" "reserve*" "enroll*" "order*" "appointment*"
        "time sheet*" "timesheet*" "invoice*" "expense*" "receipt*"
    ];
    if has(text, elsewhere) {
        return None;
    }
    BY.list().iter().find_map(|phrase| {
        let mut from = 0;
        while let Some(by) = find_from(text, phrase, from) {
            from = by.end;
            // Behind another clause, the day is that of something else.
            let between = &text[..by.start];
            let other = phrases!["you" "must" "be" "is" "if" "who"];
            if asks == Asks::Apply
                && (between.len() > FAR
                    || between.contains(';')
                    || has(between, other)
                    || goes_on(between)
                    || has(between, OTHER_DAYS))
            {
                continue;
            }
            let start = units.view(index, by.clone()).start;
            let behind = units.view(index, by.end..text.len());
            let words = units.prose.words(behind);
            let skipped = lead(words);
            if let Some(mention) = date::first(words)
                && mention.range.start <= skipped
                && !is_errand(asks, &words[mention.range.end..])
            {
                let at = Span::new(start, behind.start + mention.range.end);
                return Some((at, Some(mention)));
            }
            let words = &words[skipped..];
            let short =
                day_and_month(words).or_else(|| (asks == Asks::Apply).then(|| loose_day(words))?);
            if let Some(len) = short.filter(|len| !is_errand(asks, &words[*len..])) {
                return Some((Span::new(start, behind.start + skipped + len), None));
            }
        }
        None
    })
}

/// Whether "and" leads to something else; "between 2 and 4" goes on with a number.
fn goes_on(between: &str) -> bool {
    let mut behind = between.split(" and ").skip(1);
    behind.any(|words| !words.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the words behind the day ask for something else than to apply: "Call … by December
/// 20 to book a tour".
fn is_errand(asks: Asks, behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', ',']).to_lowercase();
    let applying = phrases![
        "apply" "application*" "interview*" "considered" "position" "job" "role" "join" "resume*" "résumé*" "candidate*"
    ];
    asks != Asks::Papers && behind.starts_with("to ") && !has(&behind, applying)
}

/// "to jobs@oak.example": the first word is an address.
fn is_addressed(way: &str) -> bool {
    let to = way.strip_prefix("to ").and_then(|to| to.split(' ').next());
    to.is_some_and(|address| address.contains('@'))
}

/// Bytes between the start of the sentence and the words in front of the day.
const FAR: usize = 80;

/// What the sentence asks, if it begins so.
fn asks(text: &str) -> Option<Asks> {
    let subject = bare_start(text);
    let subject = subject.strip_prefix("please ").unwrap_or(subject);
    // "Apply the policy by …" asks for no application.
    const WAYS: &[&str] = words![
        "at " "in person" "online" "here" "now" "today" "via " "through " "on " "with us"
        "for this " "to this "
    ];
    if let Some(way) = subject.strip_prefix("apply ") {
        return WAYS
            .iter()
            .any(|w| way.starts_with(w))
            .then_some(Asks::Apply)
            .or_else(|| is_addressed(way).then_some(Asks::Apply));
    }
    const LEADS: [&str; 3] = ["applications accepted ", "to apply", "walk in "];
    if LEADS.iter().any(|lead| subject.starts_with(lead)) {
        return Some(Asks::Apply);
    }
    // "Résumés by … to jobs@oak.example", "CV and cover letter to …".
    const PAPERS: [&str; 7] = [
        "resume",
        "résumé",
        "cv ",
        "cvs ",
        "cover letter",
        "letters ",
        "letter ",
    ];
    if PAPERS.iter().any(|paper| subject.starts_with(paper)) && subject.contains('@') {
        return Some(Asks::Papers);
    }
    if let Some(number) = ["call ", "text "]
        .iter()
        .find_map(|v| subject.strip_prefix(v))
    {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        return (digits >= 7).then_some(Asks::Apply);
    }
    const SENDS: &[&str] = words![
        "email" "e-mail" "send" "submit" "letters of interest to" "letter of interest to" "resumes to"
        "résumés to" "applications to"
    ];
    // Invoices and reports are sent at work.
    let papers = phrases![
        "letter*" "resume*" "résumé*" "cv" "cvs" "curriculum*" "application*" "reference*"
        "portfolio*" "sample*" "document*" "material*" "transcript*" "interest" "statement*"
        "packet*" "package*" "proposal*"
    ];
    // "Email Jo at jobs@oak.example", "Send a note to …"; what else is sent is no application.
    let nothing_else = |sent: &str| {
        const SENT: &[&str] = words![
            "" "us" "me" "a" "an" "your" "note" "message" "email" "details" "information" "info" "name"
            "contact" "it" "them" "all" "inquiries"
        ];
        let sent = sent.split_once('@').map(|(sent, _)| sent);
        sent.and_then(|sent| sent.rsplit_once(' '))
            .is_some_and(|(sent, _)| {
                let sent = sent.split(" to").next().unwrap_or_default();
                subject.starts_with('e') || sent.split(' ').all(|word| SENT.contains(&word))
            })
    };
    let mut sent = SENDS.iter().filter_map(|v| subject.strip_prefix(v));
    sent.any(|sent| has(text, papers) || nothing_else(sent))
        .then_some(Asks::Papers)
}
