//! One line for each finding: `file:line:column: severity[code] message`.

use super::human::full_code;
use super::terminal::safe_line;
use crate::lint::FileReport;
use std::fmt::Write;

/// The findings of one file.
pub fn file(report: &FileReport) -> String {
    let mut out = String::new();
    for finding in report.postings.iter().flat_map(|p| p.open()) {
        let at = report.source.position(finding.primary.span.start);
        let places: Vec<_> = finding
            .authorities
            .iter()
            .map(|a| a.place_name.as_str())
            .collect();
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
