//! `hirelint facts`: what was understood, and where it stands.

use super::{Outcome, inputs};
use crate::facts::Facts;
use crate::posting::{self, Prose};
use crate::report::facts_json::{self, FactsReport, ReadingProblem, SCHEMA_VERSION};
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// Show what was understood of postings, and where it stands.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files to read; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// The name of what comes from standard input, by which its format is told.
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A table for people.
    Human,
    /// One JSON object.
    Json,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let mut report = FactsReport {
        schema_version: SCHEMA_VERSION,
        postings: Vec::new(),
        problems: Vec::new(),
    };
    for path in &arguments.paths {
        let reading = match inputs::read(path, arguments.stdin_filename.as_deref()) {
            Ok(reading) => reading,
            Err(error) => {
                report.problems.push(ReadingProblem {
                    file: path.to_string_lossy().into_owned(),
                    message: format!("cannot be read: {error}"),
                    help: None,
                    span: None,
                });
                continue;
            }
        };
        report.problems.extend(facts_json::problems(&reading));
        for document in reading.documents {
            for posting in posting::find(Arc::new(document)) {
                let facts = Facts::read(&Prose::of(&posting));
                report.postings.push(facts_json::posting(&posting, &facts));
            }
        }
    }
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Human | Format::Json => {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
    }
    Ok(if report.problems.is_empty() {
        Outcome::Clean
    } else {
        Outcome::CouldNotCheck
    })
}
