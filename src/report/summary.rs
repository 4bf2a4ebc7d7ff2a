//! The last lines of a run for people: what it comes to, and what to tell so
//! that more can be decided.

use super::human::Detail;
use super::terminal::{Ink, Style, safe_line, wrap};
use super::{NOTICE, NotTold, Totals};
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use std::fmt::Write;

/// The last lines, each with a line break.
pub fn summary(totals: &Totals, detail: Detail, style: &Style) -> String {
    let mut out = String::new();
    let found = if totals.findings() == 0 && totals.postings == 0 {
        "nothing to judge".to_owned()
    } else if totals.findings() == 0 {
        "nothing found".to_owned()
    } else {
        let part = |count: usize, ink, one: &str, many: &str| {
            (count > 0).then(|| style.paint(ink, &counted(count, one, many)))
        };
        let parts: Vec<_> = [
            part(totals.errors, Ink::Error, "error", "errors"),
            part(totals.warnings, Ink::Warning, "warning", "warnings"),
            part(totals.advice, Ink::Advice, "advice", "advice"),
        ]
        .into_iter()
        .flatten()
        .collect();
        parts.join(", ")
    };
    let postings = counted(totals.postings, "posting", "postings");
    let files = counted(totals.files, "file", "files");
    let beside = beside(totals);
    // A draft that is taken for none would pass unseen.
    let none = match (totals.no_posting, totals.other_records) {
        (0, 0) => String::new(),
        (files, 0) if files == totals.files => String::new(),
        (files, 0) => format!(" (none in {files})"),
        (0, 1) => " (1 more record is none)".to_owned(),
        (0, records) => format!(" ({records} more records are none)"),
        (files, records) => format!(
            " (none in {files}, and {} that {} none)",
            counted(records, "record", "records"),
            if records == 1 { "is" } else { "are" }
        ),
    };
    let _ = writeln!(out, "{postings} in {files}{none}: {found}{beside}");
    // One by one above, for those who want all told.
    if totals.no_posting > 0 && totals.postings > 0 && detail < Detail::Verbose {
        let text = format!("no posting in {}", without(totals));
        for line in wrap(&text, style.width) {
            let _ = writeln!(out, "{line}");
        }
    }
    if totals.not_read > 0 {
        let not_read = counted(
            totals.not_read,
            "file or record was",
            "files or records were",
        );
        let not_read = format!("{not_read} not checked; standard error says why");
        let _ = writeln!(out, "{}", style.paint(Ink::Error, &not_read));
    }
    if !totals.without_law.is_empty() {
        let codes = totals.without_law.iter();
        let names: Vec<_> = codes
            .map(|code| gazetteer::name(&Jurisdiction::new(code.as_str())))
            .collect();
        let text = format!(
            "the rules hold no law of {}: there, only good practice was looked at",
            either(&names)
        );
        for line in wrap(&text, style.width) {
            let _ = writeln!(out, "{line}");
        }
    }
    for text in not_told(&totals.not_told, detail) {
        for line in wrap(&text, style.width) {
            let _ = writeln!(out, "{line}");
        }
    }
    if totals.findings() > 0 && detail < Detail::Verbose {
        let _ = writeln!(
            out,
            "`hirelint explain CODE` tells more about a finding, -v about all of them"
        );
    }
    let _ = writeln!(out, "{}", style.paint(Ink::Faint, NOTICE));
    out
}

/// "a.md, b.md, c.md and 4 more (-v names all)".
fn without(totals: &Totals) -> String {
    let names = totals.without.iter().map(|name| safe_line(name));
    let names = names.collect::<Vec<_>>().join(", ");
    match totals.no_posting - totals.without.len() {
        0 => names,
        more => format!("{names} and {more} more (-v names all)"),
    }
}

/// What is found and counts for nothing: " (2 suppressed, 3 in the baseline)".
pub(super) fn beside(totals: &Totals) -> String {
    let counts = [
        (totals.suppressed, "suppressed"),
        (totals.known, "in the baseline"),
    ];
    let told = counts.into_iter().filter(|(count, _)| *count > 0);
    let told: Vec<_> = told
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    match told.as_slice() {
        [] => String::new(),
        told => format!(" ({})", told.join(", ")),
    }
}

/// What nobody told and decides, in a sentence each.
fn not_told(not_told: &NotTold, detail: Detail) -> Vec<String> {
    let sentence = |what: &str, laws: usize, flag: &str| {
        let laws = counted(laws, "law depends", "laws depend");
        format!("{what}, and {laws} on it: tell it with {flag}")
    };
    let mut sentences = Vec::new();
    let everywhere = &not_told.headcount;
    if !everywhere.is_empty() {
        let what = "the headcount is not told";
        sentences.push(sentence(what, everywhere.len(), "--headcount N"));
    }
    // A law that counts heads everywhere and in its place is named already.
    let there: Vec<&String> = not_told
        .headcount_in
        .iter()
        .filter(|(law, _)| !everywhere.contains(*law))
        .map(|(_, place)| place)
        .collect();
    if let Some(first) = there.first() {
        let mut places: Vec<&String> = there.clone();
        places.sort();
        places.dedup();
        let names: Vec<_> = places
            .iter()
            .map(|code| gazetteer::name(&Jurisdiction::new(code.as_str())))
            .collect();
        let what = format!("the number of employees in {} is not told", either(&names));
        let flag = format!("--headcount-in {first}=N");
        sentences.push(sentence(&what, there.len(), &flag));
    }
    // Hardly anybody is a public body or a federal contractor: that this is not
    // told is worth a line only for those who want all of them.
    if detail == Detail::Verbose && !not_told.employer.is_empty() {
        let what = "the kind of employer is not told";
        let flag = "--sector, --federal-contractor";
        sentences.push(sentence(what, not_told.employer.len(), flag));
    }
    sentences
}

/// "Ithaca, New Jersey or 3 more places".
fn either(names: &[String]) -> String {
    const MOST: usize = 3;
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second, rest @ ..] if names.len() > MOST => {
            format!("{first}, {second} and {} more places", rest.len())
        }
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// "1 posting", "2 postings".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
