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

/// The law as a reader is told of it: its name, and the citation behind it.
fn cited(authority: &Authority) -> String {
    let name = act_name(authority);
    let citation = unnamed(&authority.name, &authority.citation);
    format!("{name}, {citation}")
}

/// A citation without the name of the act with which it begins, where `name` says it.
fn unnamed<'c>(name: &str, citation: &'c str) -> &'c str {
    let heads = citation.match_indices(", ").map(|(at, _)| at);
    let named = |at: &usize| {
        let mut places = name.match_indices(&citation[..*at]);
        places.any(|(start, head)| {
            let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
            ends(name[..start].chars().next_back())
                && ends(name[start + head.len()..].chars().next())
        })
    };
    let last = heads.take_while(named).last();
    last.map_or(citation, |at| &citation[at + 2..])
}

#[cfg(test)]
mod tests {
    use super::unnamed;

    #[test]
    fn an_act_is_named_once() {
        for (name, citation, left) in [
            (
                "Equality Act 2010",
                "Equality Act 2010, ss. 9 to 13, 39",
                "ss. 9 to 13, 39",
            ),
            (
                "Standards Act, 2000, pay",
                "Standards Act, 2000, s. 8.2; O. Reg. 1",
                "s. 8.2; O. Reg. 1",
            ),
            (
                "Ontario Human Rights Code",
                "Human Rights Code, R.S.O. 1990",
                "R.S.O. 1990",
            ),
            (
                "Equal Pay Act",
                "C.R.S. § 8-5-201, Rule 1",
                "C.R.S. § 8-5-201, Rule 1",
            ),
            ("Pay Act", "Pay Act", "Pay Act"),
            ("Wages Code", "Wage, s. 1", "Wage, s. 1"),
        ] {
            assert_eq!(unnamed(name, citation), left);
        }
    }
}
