//! Checkstyle XML, which most build servers and editors can show.
//! <https://checkstyle.org/apidocs/com/puppycrawl/tools/checkstyle/XMLLogger.html>

use super::xml::xml;
use super::{Checked, Piece, Report, Run, Unread, Wish, details, findings, full_code};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Source;
use std::fmt::Write;

/// Files with their errors.
#[derive(Debug)]
pub struct Checkstyle;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Checkstyle)
}

impl Report for Checkstyle {
    fn head(&self) -> String {
        // The version is that of the format, which readers look at.
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".to_owned()
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let mut errors = String::new();
        for finding in file.report.postings.iter().flat_map(findings) {
            error(&mut errors, &file.report.source, finding);
        }
        for problem in file.problems() {
            not_checked(&mut errors, &problem);
        }
        Piece::body(element(file.name(), &errors))
    }

    fn unread(&self, unread: &Unread) -> Piece {
        let mut errors = String::new();
        not_checked(&mut errors, unread);
        Piece::body(element(&unread.name, &errors))
    }

    fn tail(&self, _: &Run<'_>) -> String {
        "</checkstyle>\n".to_owned()
    }
}

fn element(name: &str, errors: &str) -> String {
    if errors.is_empty() {
        return format!("  <file name=\"{}\"/>\n", xml(name));
    }
    format!("  <file name=\"{}\">\n{errors}  </file>\n", xml(name))
}

fn error(out: &mut String, source: &Source, finding: &Diagnostic) {
    let at = source.position(finding.primary.span.start);
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "info",
    };
    let text = format!("{}\n{}", finding.message, details(finding));
    let _ = writeln!(
        out,
        "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"hirelint.{}\"/>",
        at.line,
        at.column,
        xml(text.trim_end()),
        xml(&full_code(finding).replace('/', "."))
    );
}

fn not_checked(out: &mut String, unread: &Unread) {
    let (line, column) = unread.at.map_or((1, 1), |at| (at.line, at.column));
    let _ = writeln!(
        out,
        "    <error line=\"{line}\" column=\"{column}\" severity=\"error\" message=\"Not checked: {}\" source=\"hirelint.not-checked\"/>",
        xml(&unread.message)
    );
}
