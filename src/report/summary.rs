//! The last lines of a run for people: what it comes to, and what to tell so
//! that more can be decided.

use super::human::Detail;
use super::terminal::{Ink, Style, wrap};
use super::{NOTICE, Totals};
use std::fmt::Write;

/// The last lines, each with a line break.
pub fn summary(totals: &Totals, detail: Detail, style: &Style) -> String {
    let mut out = String::new();
    let found = if totals.findings() == 0 {
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
    let _ = writeln!(out, "{postings} in {files}: {found}");
    if totals.not_read > 0 {
        let not_read = counted(
            totals.not_read,
            "file or record was",
            "files or records were",
        );
        let not_read = format!("{not_read} not checked; standard error says why");
        let _ = writeln!(out, "{}", style.paint(Ink::Error, &not_read));
    }
    // Hardly anybody is a public body or a federal contractor: that this is not
    // told is worth a line only for those who want all of them.
    let is_worth_it = [true, detail == Detail::Verbose];
    let not_told = [
        (
            &totals.not_told.headcount,
            "the headcount is not told",
            "--headcount N",
        ),
        (
            &totals.not_told.employer,
            "the kind of employer is not told",
            "--sector, --federal-contractor",
        ),
    ];
    for ((laws, what, flag), is_worth_it) in not_told.into_iter().zip(is_worth_it) {
        if is_worth_it && !laws.is_empty() {
            let laws = counted(laws.len(), "law depends", "laws depend");
            let text = format!("{what}, and {laws} on it: tell it with {flag}");
            for line in wrap(&text, style.width) {
                let _ = writeln!(out, "{line}");
            }
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

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
