//! One line for each finding: `file:line:column: severity[code] message`.

use super::human::{Detail, ending};
use super::terminal::{Style, no_command, safe_line};
use super::{Checked, Piece, Report, Run, Wish, findings, full_code};
use crate::lint::FileReport;
use std::fmt::Write;

/// The report, with a summary.
#[derive(Debug)]
pub struct Compact {
    style: Style,
    detail: Detail,
}

/// The report for `wish`.
pub fn report(wish: &Wish) -> Box<dyn Report> {
    Box::new(Compact {
        style: wish.style,
        detail: wish.detail,
    })
}

impl Report for Compact {
    fn file(&self, checked: &Checked<'_>) -> Piece {
        Piece::body(no_command(file(checked.report)))
    }

    fn tail(&self, run: &Run<'_>) -> String {
        ending(run, self.detail, &self.style)
    }
}

/// The findings of one file.
fn file(report: &FileReport) -> String {
    let mut out = String::new();
    for finding in report.postings.iter().flat_map(findings) {
        let at = report.source.position(finding.primary.span.start);
        let mut places: Vec<&str> = Vec::new();
        for authority in &finding.authorities {
            if !places.contains(&authority.place_name.as_str()) {
                places.push(&authority.place_name);
            }
        }
        let behind = if places.is_empty() {
            String::new()
        } else {
            format!(" ({})", places.join(", "))
        };
        let _ = writeln!(
            out,
            "{}:{}:{}: {}[{}] {}{}",
            safe_line(&report.source.name),
            at.line,
            at.column,
            finding.severity.name(),
            full_code(finding),
            safe_line(&finding.message),
            safe_line(&behind),
        );
    }
    out
}
