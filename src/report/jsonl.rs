//! JSON Lines: a line for each posting as soon as its file is done. The types
//! are what `schemas/check-lines.schema.json` is made from.

use super::json::{
    PostingEntry, ProblemEntry, SCHEMA_VERSION, Summary, Tool, entry, problem_entry, summary,
    to_json, tool,
};
use super::{Checked, NOTICE, Piece, Report, Run, Unread, Wish, json};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Lines.
#[derive(Debug)]
pub struct Jsonl {
    with_facts: bool,
}

/// The report for `wish`.
pub fn report(wish: &Wish) -> Box<dyn Report> {
    Box::new(Jsonl {
        with_facts: wish.facts,
    })
}

/// One line of `check --format jsonl`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Line {
    /// The first line.
    Start {
        /// Grows when a key changes its meaning; new keys may come without that.
        schema_version: u32,
        tool: Tool,
    },
    /// A posting.
    Posting {
        /// The name of its file.
        file: String,
        /// The day by whose law it was judged, ISO 8601.
        as_of: String,
        posting: Box<PostingEntry>,
    },
    /// A file, or a part of one, that could not be read.
    Problem {
        /// The name of the file.
        file: String,
        problem: ProblemEntry,
    },
    /// The last line; where it is missing the run did not end.
    Summary {
        summary: Summary,
        /// Stands once in every report.
        notice: String,
    },
}

impl Line {
    fn print(&self) -> String {
        to_json(self) + "\n"
    }
}

impl Report for Jsonl {
    fn head(&self) -> String {
        let schema_version = SCHEMA_VERSION;
        let tool = tool();
        Line::Start {
            schema_version,
            tool,
        }
        .print()
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let postings = file.report.postings.iter().map(|posting| Line::Posting {
            file: file.name().to_owned(),
            as_of: file.as_of.to_string(),
            posting: Box::new(entry(posting, self.with_facts)),
        });
        let problems = file.report.problems.iter().map(|problem| Line::Problem {
            file: file.name().to_owned(),
            problem: problem_entry(&file.report.source, problem),
        });
        Piece::body(postings.chain(problems).map(|line| line.print()).collect())
    }

    fn unread(&self, unread: &Unread) -> Piece {
        let line = Line::Problem {
            file: unread.name.clone(),
            problem: json::unread_entry(unread),
        };
        Piece::body(line.print())
    }

    fn tail(&self, run: &Run<'_>) -> String {
        let summary = summary(run.totals);
        Line::Summary {
            summary,
            notice: NOTICE.to_owned(),
        }
        .print()
    }
}
