//! Workflow commands of GitHub Actions: each finding becomes an annotation of
//! its line. <https://docs.github.com/actions/reference/workflow-commands>

use super::terminal::{safe, safe_line};
use super::{Checked, Piece, Report, Run, Unread, Wish, details, findings, full_code};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Source;
use std::fmt::Write;

/// Annotations, and nothing else.
#[derive(Debug)]
pub struct Github;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Github)
}

impl Report for Github {
    fn file(&self, file: &Checked<'_>) -> Piece {
        let mut body = String::new();
        for finding in file.report.postings.iter().flat_map(findings) {
            annotation(&mut body, &file.report.source, finding);
        }
        for problem in file.problems() {
            not_checked(&mut body, &problem);
        }
        Piece::body(body)
    }

    fn unread(&self, unread: &Unread) -> Piece {
        let mut body = String::new();
        not_checked(&mut body, unread);
        Piece::body(body)
    }

    fn tail(&self, _: &Run<'_>) -> String {
        String::new()
    }
}

fn annotation(out: &mut String, source: &Source, finding: &Diagnostic) {
    let start = source.position(finding.primary.span.start);
    let end = source.position(finding.primary.span.end);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let _ = write!(
        out,
        "::{level} file={},line={},endLine={}",
        property(&source.name),
        start.line,
        end.line
    );
    // Columns of different lines are refused.
    if start.line == end.line {
        let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
    }
    let text = format!("{}\n{}", finding.message, details(finding));
    let _ = writeln!(
        out,
        ",title={}::{}",
        property(&full_code(finding)),
        data(text.trim_end())
    );
}

fn not_checked(out: &mut String, unread: &Unread) {
    let _ = write!(out, "::error file={}", property(&unread.name));
    if let Some(at) = unread.at {
        let _ = write!(out, ",line={},col={}", at.line, at.column);
    }
    let mut text = unread.message.clone();
    if let Some(help) = &unread.help {
        text += &format!("\n{help}");
    }
    let _ = writeln!(out, ",title=Not checked::{}", data(&text));
}

/// The text of a command. A raw line break would end it, and what follows could
/// be a command of its own.
fn data(text: &str) -> String {
    let safe = safe(text);
    safe.replace('%', "%25").replace('\n', "%0A")
}

/// The value of a property, which a comma would end.
fn property(text: &str) -> String {
    let safe = data(&safe_line(text));
    safe.replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_before_its_time() {
        assert_eq!(property("a,b:c%\r\n::x"), "a%2Cb%3Ac%25  %3A%3Ax");
        assert_eq!(data("100 %\r\n::error::x"), "100 %25␍%0A::error::x");
    }
}
