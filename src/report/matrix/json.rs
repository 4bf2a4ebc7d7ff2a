//! The matrix for programs. The shape is versioned and described by
//! `schemas/where.schema.json`, which is generated from the types below.

use super::Entry;
use crate::lint::matrix::{Answer, Asked, Level};
use crate::report::NOTICE;
use crate::report::json::Tool;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape; it grows when a key changes its meaning or goes
/// away. New keys may come without it.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything that `hirelint where --format json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhereReport {
    pub schema_version: u32,
    pub tool: Tool,
    /// The postings, in the order of the files and of their text.
    pub postings: Vec<WherePosting>,
    /// What this report is not.
    pub notice: String,
}

/// One posting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WherePosting {
    pub file: String,
    /// Which record or part of the file; empty if the file is one posting.
    pub key: String,
    pub title: Option<String>,
    pub employer: Option<String>,
    /// The day by whose law it was judged, ISO 8601.
    pub as_of: String,
    /// How many places gave which answer.
    pub summary: Answers,
    pub places: Vec<WherePlace>,
}

/// Counts of places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    pub places: usize,
    pub yes: usize,
    pub no: usize,
    pub depends: usize,
    pub doubtful: usize,
}

/// What the law of one place says of the posting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WherePlace {
    /// The jurisdiction's code: `US-WA`.
    pub place: String,
    pub name: String,
    pub level: Level,
    /// The posting names it, or something in it, as a place of the work.
    pub own: bool,
    /// Whether the posting could be published there.
    pub publishable: Answer,
    /// What the place's own law asks, and what it forbids and is said. What is
    /// not listed is not asked.
    pub asked: Vec<Asked>,
    /// Codes of the wider places whose law stands against it too.
    pub also: Vec<String>,
}

/// All of it, with a line break at the end.
pub fn report(entries: &[Entry]) -> String {
    let report = WhereReport {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        postings: entries.iter().map(posting).collect(),
        notice: NOTICE.to_owned(),
    };
    let text = serde_json::to_string_pretty(&report);
    text.expect("these types have text keys only") + "\n"
}

fn posting(entry: &Entry) -> WherePosting {
    let matrix = &entry.matrix;
    WherePosting {
        file: entry.file.clone(),
        key: entry.key.clone(),
        title: entry.title.clone(),
        employer: entry.employer.clone(),
        as_of: entry.as_of.to_string(),
        summary: Answers {
            places: matrix.rows.len(),
            yes: matrix.count(Answer::Yes),
            no: matrix.count(Answer::No),
            depends: matrix.count(Answer::Depends),
            doubtful: matrix.count(Answer::Doubtful),
        },
        places: matrix
            .rows
            .iter()
            .map(|row| WherePlace {
                place: row.place.code().to_owned(),
                name: row.name.clone(),
                level: row.level,
                own: row.is_own,
                publishable: row.answer,
                asked: row.asked.clone(),
                also: row
                    .also
                    .iter()
                    .map(|place| place.code().to_owned())
                    .collect(),
            })
            .collect(),
    }
}
