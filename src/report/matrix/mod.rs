//! A posting against the law of every place, as a table for a terminal, as JSON,
//! CSV and Markdown. It knows answers; it judges nothing.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod table;

use super::terminal::safe_line;
use crate::domain::date::Date;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::lint::matrix::{Answer, Asked, Level, Matrix, Row, State};
use std::fmt::Write;

/// A posting with its matrix.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The file's name.
    pub file: String,
    /// Which posting of the file, empty when there is one.
    pub key: String,
    pub title: Option<String>,
    pub employer: Option<String>,
    /// The day by whose law it was judged.
    pub as_of: Date,
    pub matrix: Matrix,
}

impl Entry {
    /// "jobs.json $.jobs[3]: Line cook".
    fn name(&self) -> String {
        let mut name = self.file.clone();
        if !self.key.is_empty() {
            let _ = write!(name, " {}", self.key);
        }
        if let Some(title) = &self.title {
            let _ = write!(name, ": {title}");
        }
        safe_line(&name).into_owned()
    }
}

/// "Publishable in 31 of 40 places; not in 5; in 4 it depends on what is not told."
fn summary(matrix: &Matrix) -> String {
    let count = |answer| matrix.count(answer);
    let places = match matrix.rows.len() {
        1 => "1 place".to_owned(),
        many => format!("{many} places"),
    };
    let mut text = format!("publishable in {} of {places}", count(Answer::Yes));
    for (answer, words) in [
        (Answer::No, "not in"),
        (Answer::Depends, "it depends on something untold in"),
        (Answer::Doubtful, "doubtful in"),
    ] {
        let count = count(answer);
        if count > 0 {
            let _ = write!(text, "; {words} {count}");
        }
    }
    text
}

fn answer_name(answer: Answer) -> &'static str {
    match answer {
        Answer::No => "no",
        Answer::Depends => "depends",
        Answer::Doubtful => "doubtful",
        Answer::Yes => "yes",
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Country => "country",
        Level::State => "state",
        Level::County => "county",
        Level::City => "city",
    }
}

/// What one act has against the posting.
struct Objection<'a> {
    /// "lacks pay range, benefits; pay-range/open-ended".
    what: String,
    act: &'a str,
    citation: &'a str,
    url: &'a str,
    /// What is not told and decides, each thing once.
    depends_on: Vec<&'a str>,
}

/// What stands against a posting in a place of its own, by act and by what it
/// depends on.
fn objections<'m>(matrix: &'m Matrix, row: &'m Row) -> Vec<Objection<'m>> {
    let mut groups: Vec<Vec<&Asked>> = Vec::new();
    for asked in matrix.objections_of_its_own(row) {
        let is_same = |other: &&Asked| {
            (&other.act, &other.url, &other.citation, &other.depends_on)
                == (&asked.act, &asked.url, &asked.citation, &asked.depends_on)
        };
        match groups.iter_mut().find(|group| group.iter().any(is_same)) {
            Some(group) => group.push(asked),
            None => groups.push(vec![asked]),
        }
    }
    groups
        .into_iter()
        .map(|group| Objection {
            what: what(&group),
            act: &group[0].act,
            citation: &group[0].citation,
            url: &group[0].url,
            depends_on: group[0].depends_on.iter().map(String::as_str).collect(),
        })
        .collect()
}

fn what(group: &[&Asked]) -> String {
    let of = |state: State| group.iter().filter(move |asked| asked.state == state);
    let mut parts = Vec::new();
    let lacks: Vec<_> = of(State::Missing).map(|a| a.code.as_str()).collect();
    if !lacks.is_empty() {
        parts.push(format!("lacks {}", lacks.join(", ")));
    }
    let short: Vec<_> = of(State::FallsShort)
        .flat_map(|a| a.problems.iter().map(|p| format!("{}/{p}", a.code)))
        .collect();
    if !short.is_empty() {
        parts.push(format!("has {}", short.join(", ")));
    }
    let said: Vec<_> = of(State::Said).map(|a| a.code.as_str()).collect();
    if !said.is_empty() {
        parts.push(format!("says {}", said.join(", ")));
    }
    let open: Vec<_> = of(State::Undecided).map(|a| a.code.as_str()).collect();
    if !open.is_empty() {
        parts.push(format!("cannot be told: {}", open.join(", ")));
    }
    parts.join("; ")
}

/// "what stands against it in the United States", where the law of wider places
/// does too.
fn also(row: &Row) -> Option<String> {
    let name = |place: &Jurisdiction| match gazetteer::name(place) {
        name if name.starts_with("United ") || name.starts_with("District ") => {
            format!("the {name}")
        }
        name => name,
    };
    let names: Vec<_> = row.also.iter().map(name).collect();
    (!names.is_empty()).then(|| format!("what stands against it in {}", names.join(" and ")))
}
