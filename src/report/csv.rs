//! CSV for a spreadsheet: a row for each finding (RFC 4180).
//!
//! It begins with a byte order mark, because the spreadsheet that most people
//! open it with takes UTF-8 for something else without one; programs have JSON
//! Lines. A cell that would be a formula gets an apostrophe before it.

use super::terminal::{no_command, safe, safe_line};
use super::{Checked, Piece, Report, Run, Unread, Wish, findings};
use crate::diagnostic::{Conflict, Diagnostic};
use crate::lint::PostingReport;
use crate::text::Source;

/// Rows.
#[derive(Debug)]
pub struct Csv;

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::new(Csv)
}

const COLUMNS: [&str; 20] = [
    "file",
    "posting",
    "title",
    "employer",
    "line",
    "column",
    "end_line",
    "end_column",
    "severity",
    "code",
    "problem",
    "message",
    "why",
    "help",
    "write",
    "words",
    "places",
    "citations",
    "urls",
    "fingerprint",
];

impl Report for Csv {
    fn head(&self) -> String {
        format!("\u{feff}{}", row(&COLUMNS.map(str::to_owned)))
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let mut body = String::new();
        for posting in &file.report.postings {
            for finding in findings(posting) {
                body.push_str(&row(&cells(&file.report.source, posting, finding)));
            }
        }
        for problem in file.problems() {
            body.push_str(&not_checked(&problem));
        }
        Piece::body(body)
    }

    fn unread(&self, unread: &Unread) -> Piece {
        Piece::body(not_checked(unread))
    }

    fn tail(&self, _: &Run<'_>) -> String {
        String::new()
    }
}

fn cells(source: &Source, posting: &PostingReport, finding: &Diagnostic) -> [String; 20] {
    let span = finding.primary.span;
    let (start, end) = (source.position(span.start), source.position(span.end));
    let facts = &posting.facts;
    let authorities = &finding.authorities;
    let listed = |part: fn(&crate::diagnostic::Authority) -> &str| {
        let mut parts: Vec<&str> = authorities.iter().map(part).collect();
        parts.dedup();
        parts.join("; ")
    };
    [
        source.name.clone(),
        posting.posting.key.clone(),
        facts
            .title
            .first()
            .map_or(String::new(), |t| t.value.text.clone()),
        facts
            .employer
            .first()
            .map_or(String::new(), |e| e.value.name.clone()),
        start.line.to_string(),
        start.column.to_string(),
        end.line.to_string(),
        end.column.to_string(),
        finding.severity.name().to_owned(),
        finding.code.clone(),
        finding.problem.clone(),
        finding.message.clone(),
        why(finding),
        finding.help.clone().unwrap_or_default(),
        finding.write.clone().unwrap_or_default(),
        words(source.slice(span)),
        listed(|a| &a.place_name),
        listed(|a| &a.citation),
        listed(|a| &a.url),
        finding.fingerprint.to_string(),
    ]
}

/// Why it matters, with the laws that pull the other way.
fn why(finding: &Diagnostic) -> String {
    let mut parts: Vec<String> = finding.why.iter().cloned().collect();
    parts.extend(finding.conflicts.iter().map(Conflict::words));
    parts.join(" ")
}

/// The words that are pointed at, as far as a cell shows them well.
fn words(text: &str) -> String {
    const MOST: usize = 200;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(MOST) {
        words.truncate(cut);
        words.push('…');
    }
    words
}

/// The row of something that could not be checked.
fn not_checked(unread: &Unread) -> String {
    let mut cells = COLUMNS.map(|_| String::new());
    let at = |name: &str| COLUMNS.iter().position(|column| *column == name);
    for (name, value) in [
        ("file", unread.name.clone()),
        (
            "line",
            unread.at.map_or(String::new(), |at| at.line.to_string()),
        ),
        (
            "column",
            unread.at.map_or(String::new(), |at| at.column.to_string()),
        ),
        ("severity", "not checked".to_owned()),
        ("message", unread.message.clone()),
        ("help", unread.help.clone().unwrap_or_default()),
    ] {
        if let Some(cell) = at(name).and_then(|at| cells.get_mut(at)) {
            *cell = value;
        }
    }
    row(&cells)
}

/// One row with its line break. Text that stands on several lines in the report
/// does so in its cell; names and titles never do.
fn row(cells: &[String; 20]) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let safe = cells
        .iter()
        .zip(COLUMNS)
        .map(|(cell, column)| match column {
            "why" | "help" | "write" => plain(&safe(cell)),
            _ => plain(&safe_line(cell)),
        });
    let written = writer.write_record(safe);
    let bytes = written.ok().and_then(|()| writer.into_inner().ok());
    no_command(String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default())
}

/// `cell` as text to every spreadsheet: not a formula, whatever it begins with.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
fn plain(cell: &str) -> String {
    let first = cell.trim_start().chars().next();
    let is_formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '␍')
    );
    let is_shifted = cell.starts_with(['\t', '\r', '\n']);
    if is_formula || is_shifted {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, written) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1", "'+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("Baker = cook", "Baker = cook"),
            ("", ""),
        ] {
            assert_eq!(plain(cell), written);
        }
    }

    #[test]
    fn a_row_is_quoted_where_it_must_be() {
        let mut cells = COLUMNS.map(|_| String::new());
        cells[0] = "a,\"b\".md".to_owned();
        cells[2] = "two\nlines".to_owned();
        cells[13] = "two\nlines".to_owned();
        let row = row(&cells);
        assert!(row.starts_with("\"a,\"\"b\"\".md\",,two lines,,"), "{row}");
        assert!(row.contains(",\"two\nlines\","), "{row}");
        assert!(row.ends_with(",\r\n"), "{row}");
    }
}
