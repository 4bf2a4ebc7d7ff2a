//! Code Quality of GitLab: a list of findings that a merge request shows.
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use super::json::to_json;
use super::terminal::safe_line;
use super::{Checked, Piece, Report, Run, Unread, Wish, findings, full_code};
use crate::diagnostic::{Diagnostic, Fingerprint, Severity};
use crate::text::Source;
use serde::Serialize;

/// A JSON list with an entry for each finding.
#[derive(Debug)]
pub struct Gitlab;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Gitlab)
}

#[derive(Serialize)]
struct Entry<'a> {
    description: &'a str,
    check_name: &'a str,
    /// Known again when the file is edited. The path is in it, since of equal
    /// ones only the first would be shown.
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Report for Gitlab {
    fn head(&self) -> String {
        "[\n".to_owned()
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let findings = file.report.postings.iter().flat_map(findings);
        let mut entries: Vec<String> = findings.map(|f| entry(&file.report.source, f)).collect();
        entries.extend(file.problems().map(|problem| not_checked(&problem)));
        Piece::body(entries.join(self.separator()))
    }

    fn unread(&self, unread: &Unread) -> Piece {
        Piece::body(not_checked(unread))
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, _: &Run<'_>) -> String {
        "\n]\n".to_owned()
    }
}

fn entry(source: &Source, finding: &Diagnostic) -> String {
    let span = finding.primary.span;
    let severity = match finding.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Advice => "info",
    };
    let lines = Lines {
        begin: source.position(span.start).line,
        end: source.position(span.end).line,
    };
    let description = safe_line(&finding.message);
    let print = finding.fingerprint.to_string();
    to_entry(
        &source.name,
        &description,
        &full_code(finding),
        &print,
        severity,
        lines,
    )
}

fn not_checked(unread: &Unread) -> String {
    let line = unread.at.map_or(1, |at| at.line);
    let lines = Lines {
        begin: line,
        end: line,
    };
    let description = format!("Not checked: {}", safe_line(&unread.message));
    let (code, print) = ("not-checked", format!("{line} {}", unread.message));
    to_entry(&unread.name, &description, code, &print, "critical", lines)
}

fn to_entry(
    name: &str,
    description: &str,
    check_name: &str,
    print: &str,
    severity: &str,
    lines: Lines,
) -> String {
    let path = name.strip_prefix("./").unwrap_or(name).replace('\\', "/");
    to_json(&Entry {
        description,
        check_name,
        fingerprint: Fingerprint::of(check_name, &path, print, "").to_string(),
        severity,
        location: Location { path: &path, lines },
    })
}
