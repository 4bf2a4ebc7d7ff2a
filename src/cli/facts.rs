//! `hirelint facts`: what was understood, and where it stands.

use super::inputs;
use super::options::Files;
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain, plan};
use crate::document::Reading;
use crate::facts::Facts;
use crate::posting::{self, Prose};
use crate::report::facts_json::{self, FactsReport, SCHEMA_VERSION};
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// Show what was understood of postings, and where it stands.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Human, help_heading = "Output")]
    format: Format,

    #[command(flatten)]
    files: Files,

    #[command(flatten)]
    looks: Looks,
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
    batch::limit_threads(arguments.files.threads);
    let errors = arguments.looks.style(Stream::Err);
    let selections = match plan::selections(&arguments.files, &arguments.paths) {
        Ok(selections) => selections,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let mut report = FactsReport {
        schema_version: SCHEMA_VERSION,
        postings: Vec::new(),
        problems: Vec::new(),
    };
    let mut could_not_read = false;
    batch::run(
        inputs::find(&arguments.paths, &selections).map(|input| Ok((input?, ()))),
        arguments.files.stdin_filename.as_deref(),
        |(), reading| understand(reading),
        |_, result| {
            match result {
                Ok((postings, problems)) => {
                    could_not_read |= !problems.is_empty();
                    report.postings.extend(postings);
                    report.problems.extend(problems);
                }
                Err(obstacle) => {
                    could_not_read = true;
                    complain::obstacle(&obstacle, &errors)?;
                }
            }
            Ok(())
        },
    )?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match arguments.format {
        Format::Human | Format::Json => {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if could_not_read {
        Outcome::CouldNotCheck
    } else {
        Outcome::Clean
    })
}

fn understand(reading: Reading) -> (Vec<facts_json::PostingFacts>, Vec<facts_json::UnreadEntry>) {
    let problems = facts_json::problems(&reading).collect();
    let mut postings = Vec::new();
    for document in reading.documents {
        for posting in posting::find(Arc::new(document)) {
            let facts = Facts::read(&Prose::of(&posting));
            postings.push(facts_json::posting(&posting, &facts));
        }
    }
    (postings, problems)
}
