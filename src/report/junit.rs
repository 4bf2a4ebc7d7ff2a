//! JUnit XML for Jenkins and GitLab: a suite for each file, a test for each
//! finding. Findings that do not make the run fail are tests that pass, so that
//! the exit code and the test report say the same. Held to the schema of
//! Jenkins' xUnit plugin (junit-10.xsd).

use super::terminal::no_command;
use super::xml::{xml, xml_text};
use super::{Checked, Piece, Report, Run, Unread, Wish, details, findings, full_code, title};
use crate::diagnostic::{Diagnostic, Suppression};
use crate::text::Source;
use std::fmt::Write;

/// Suites.
#[derive(Debug)]
pub struct Junit;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Junit)
}

/// The tests of one file.
#[derive(Debug, Default)]
struct Suite {
    cases: String,
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Report for Junit {
    fn head(&self) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hirelint\">\n".to_owned()
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let mut suite = Suite::default();
        for posting in &file.report.postings {
            let class = class(file.name(), &posting.posting.key);
            let mut any = false;
            for finding in findings(posting) {
                any = true;
                suite.finding(&class, &file.report.source, finding, file.fails(finding));
            }
            for finding in &posting.findings {
                if let Some(suppression) = &finding.suppressed {
                    any = true;
                    suite.accepted(&class, &file.report.source, finding, suppression);
                }
            }
            if !any {
                let name = format!("{}: nothing found", title(posting));
                suite.case(&class, &name, "");
            }
        }
        for problem in file.problems() {
            suite.error(&problem);
        }
        Piece::body(no_command(suite.print(file.name())))
    }

    fn unread(&self, unread: &Unread) -> Piece {
        let mut suite = Suite::default();
        suite.error(unread);
        Piece::body(no_command(suite.print(&unread.name)))
    }

    fn tail(&self, _: &Run<'_>) -> String {
        "</testsuites>\n".to_owned()
    }
}

/// What viewers group by.
fn class(file: &str, key: &str) -> String {
    if key.is_empty() {
        file.to_owned()
    } else {
        format!("{file} {key}")
    }
}

/// The name of the test for a finding.
fn name(source: &Source, finding: &Diagnostic) -> String {
    let at = source.position(finding.primary.span.start);
    format!("{} at {}:{}", full_code(finding), at.line, at.column)
}

impl Suite {
    fn case(&mut self, class: &str, name: &str, inner: &str) {
        self.tests += 1;
        let _ = write!(
            self.cases,
            "    <testcase classname=\"{}\" name=\"{}\"",
            xml(class),
            xml(name)
        );
        if inner.is_empty() {
            self.cases.push_str("/>\n");
        } else {
            let _ = write!(self.cases, ">\n{inner}    </testcase>\n");
        }
    }

    fn finding(&mut self, class: &str, source: &Source, finding: &Diagnostic, fails: bool) {
        let at = source.position(finding.primary.span.start);
        let severity = finding.severity.name();
        let text = format!(
            "{}:{}:{}: {severity}: {}\n{}",
            source.name,
            at.line,
            at.column,
            finding.message,
            details(finding)
        );
        let text = xml_text(text.trim_end());
        let inner = if fails {
            self.failures += 1;
            format!(
                "      <failure type=\"{severity}\" message=\"{}\">{text}</failure>\n",
                xml(&finding.message)
            )
        } else {
            format!("      <system-out>{text}</system-out>\n")
        };
        self.case(class, &name(source, finding), &inner);
    }

    /// What somebody has accepted is a test that is skipped, with the reason.
    fn accepted(
        &mut self,
        class: &str,
        source: &Source,
        finding: &Diagnostic,
        suppression: &Suppression,
    ) {
        self.skipped += 1;
        let inner = format!(
            "      <skipped message=\"{}\"/>\n",
            xml(&suppression.reason)
        );
        self.case(class, &name(source, finding), &inner);
    }

    fn error(&mut self, unread: &Unread) {
        self.errors += 1;
        let place = match unread.at {
            Some(at) => format!("{}:{}:{}", unread.name, at.line, at.column),
            None => unread.name.clone(),
        };
        let help = unread.help.as_deref().unwrap_or("");
        let inner = format!(
            "      <error type=\"not checked\" message=\"{}\">{}</error>\n",
            xml(&unread.message),
            xml_text(format!("{place}: {}\n{help}", unread.message).trim_end())
        );
        self.case(&unread.name, "can be checked", &inner);
    }

    fn print(&self, file: &str) -> String {
        let name = xml(file);
        format!(
            "  <testsuite name=\"{name}\" file=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n{}  </testsuite>\n",
            self.tests, self.failures, self.errors, self.skipped, self.cases
        )
    }
}
