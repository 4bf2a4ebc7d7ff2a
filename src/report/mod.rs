//! Stage 6: what was read and found → bytes for people and machines, one file
//! per format. It knows findings and facts; it judges nothing and prints nothing.

mod checkstyle;
mod compact;
mod csv;
pub mod examples;
pub mod facts_human;
pub mod facts_json;
mod format;
mod github;
mod gitlab;
mod html;
pub mod human;
pub mod json;
pub mod jsonl;
mod junit;
mod markdown;
pub mod matrix;
mod met;
mod place;
mod sarif;
mod sheet;
pub mod summary;
pub mod terminal;
mod totals;
mod xml;

pub use format::{Checked, Format, Piece, Report, Run, Unread, Wish, format, full_code};
pub use place::Place;
pub use sheet::Sheet;
pub use totals::{NotTold, Totals};

use crate::diagnostic::{Authority, Diagnostic};
use crate::lint::PostingReport;
use format::{details, title};

/// Stands once under every report.
pub const NOTICE: &str = "hirelint is no legal advice; the cited texts decide.";

/// All formats. A format is one file and one line here.
#[rustfmt::skip]
pub const FORMATS: &[Format] = &[
    Format { name: "human", about: "For people: the posting with its findings marked, the laws, what to write", report: human::report },
    Format { name: "compact", about: "One line for each finding", report: compact::report },
    Format { name: "json", about: "For programs; see schemas/check.schema.json", report: json::report },
    Format { name: "jsonl", about: "The same, a line for each posting; see schemas/check-lines.schema.json", report: jsonl::report },
    Format { name: "sarif", about: "SARIF 2.1.0, for code scanning and editors", report: sarif::report },
    Format { name: "github", about: "Annotations of a GitHub workflow", report: github::report },
    Format { name: "gitlab", about: "GitLab Code Quality", report: gitlab::report },
    Format { name: "junit", about: "JUnit XML, for Jenkins and GitLab", report: junit::report },
    Format { name: "checkstyle", about: "Checkstyle XML", report: checkstyle::report },
    Format { name: "markdown", about: "For a job summary or a pull request's comment", report: markdown::report },
    Format { name: "csv", about: "For a spreadsheet, a row for each finding", report: csv::report },
    Format { name: "html", about: "One page to send to whoever writes the posting", report: html::report },
];

/// The findings of a posting that a report tells: those that nobody accepted.
fn findings(posting: &PostingReport) -> impl Iterator<Item = &Diagnostic> {
    posting.open()
}

/// "Illinois: Equal Pay Act", but "Washington Equal Pay and Opportunities Act".
fn act_name(authority: &Authority) -> String {
    let (place, name) = (&authority.place_name, &authority.name);
    if name.starts_with(place.as_str()) {
        return name.clone();
    }
    format!("{place}: {name}")
}
