//! The matrix for a spreadsheet: a line for each thing that stands against the
//! posting in a place, and one for each place where nothing does.

use super::{Entry, answer_name, level_name};
use crate::lint::matrix::{Asked, Row, State};

const HEAD: [&str; 16] = [
    "file",
    "posting",
    "title",
    "as_of",
    "place",
    "name",
    "level",
    "own",
    "publishable",
    "code",
    "state",
    "problems",
    "law",
    "citation",
    "url",
    "depends_on",
];

/// All of it.
pub fn report(entries: &[Entry]) -> String {
    let mut out = String::new();
    line(&mut out, &HEAD.map(str::to_owned));
    for entry in entries {
        for row in &entry.matrix.rows {
            let mut is_empty = true;
            for asked in row.objections() {
                is_empty = false;
                line(&mut out, &cells(entry, row, Some(asked)));
            }
            if is_empty {
                line(&mut out, &cells(entry, row, None));
            }
        }
    }
    out
}

fn cells(entry: &Entry, row: &Row, asked: Option<&Asked>) -> [String; HEAD.len()] {
    let of = |get: fn(&Asked) -> String| asked.map(get).unwrap_or_default();
    [
        entry.file.clone(),
        entry.key.clone(),
        entry.title.clone().unwrap_or_default(),
        entry.as_of.to_string(),
        row.place.code().to_owned(),
        row.name.clone(),
        level_name(row.level).to_owned(),
        if row.is_own { "yes" } else { "no" }.to_owned(),
        answer_name(row.answer).to_owned(),
        of(|asked| asked.code.clone()),
        of(|asked| state_name(asked.state).to_owned()),
        of(|asked| asked.problems.join(" ")),
        of(|asked| asked.law.clone()),
        of(|asked| asked.citation.clone()),
        of(|asked| asked.url.clone()),
        of(|asked| asked.depends_on.join("; ")),
    ]
}

fn state_name(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Missing => "missing",
        State::FallsShort => "falls_short",
        State::Said => "said",
        State::Undecided => "undecided",
    }
}

fn line(out: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        // A spreadsheet would take such a cell for a formula.
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let lead = if is_formula { "'" } else { "" };
        if is_formula || cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(lead);
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}
