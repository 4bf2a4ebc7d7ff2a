//! `hirelint where`: in which places a posting could be published.

use super::inputs::{self, Holders, Obstacle};
use super::options::{Config, Files, Stdin, Told, Which};
use super::plan::{Plan, Planner};
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain};
use crate::document::{ProblemKind, Reading};
use crate::facts::Facts;
use crate::lint::matrix::Answer;
use crate::posting;
use crate::posting::Prose;
use crate::report::matrix::{Entry, csv, json, markdown, table};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// Show in which places a posting could be published, and what is missing there.
///
/// The posting is held against the law of its own places and of those that they
/// lie in (with --all, of every place that the rules know, its own marked), as if
/// its work were done there, on site or from home. One that names no place is held
/// against all.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit codes: 0 nothing stands against the posting in its own places (or in those of --only-in);
1 binding law of one of them is not met; 2 something could not be read.")]
pub struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Human, help_heading = "Output")]
    format: Format,

    /// Every place that the rules know, not just the posting's own.
    #[arg(long, help_heading = "Output")]
    all: bool,

    #[command(flatten)]
    told: Told,

    #[command(flatten)]
    which: Which,

    #[command(flatten)]
    config: Config,

    #[command(flatten)]
    files: Files,

    /// Finding no posting is no error.
    #[arg(long, help_heading = "Files")]
    allow_empty: bool,

    #[command(flatten)]
    stdin: Stdin,

    #[command(flatten)]
    looks: Looks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people.
    Human,
    /// For programs; see schemas/where.schema.json.
    Json,
    /// For a spreadsheet.
    Csv,
    /// For a ticket or a wiki.
    Markdown,
}

/// What came of one file.
struct Done {
    entries: Vec<Entry>,
    /// What could not be read.
    problems: Vec<Obstacle>,
    /// More is lost than a part of a posting.
    could_not_read: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    batch::limit_threads(arguments.files.threads);
    let errors = arguments.looks.style(Stream::Err);
    let planner = Planner::of(
        &arguments.told,
        &arguments.which,
        None,
        arguments.config.chosen(),
    );
    let ready = planner.and_then(|planner| {
        let selection = planner.selection(&arguments.files)?;
        Ok((planner, selection))
    });
    let (mut planner, selection) = match ready {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let mut entries = Vec::new();
    let mut could_not_read = false;
    let stdin_name = arguments.stdin.name.as_deref();
    let paths = inputs::named(&arguments.files, &arguments.paths, &selection);
    let mut holders = Holders::new(paths.len());
    let inputs = inputs::find(&paths, &selection);
    let jobs = planner.jobs(inputs, stdin_name, |flaws| {
        // What cannot be told here is told by the exit code.
        let _ = complain::flaws(&flaws, &errors);
    });
    batch::run(
        jobs,
        stdin_name,
        |plan, reading| arguments.look(&plan, reading),
        |argument, result| {
            match result {
                Ok(done) => {
                    if !done.entries.is_empty() || done.could_not_read {
                        holders.note(argument);
                    }
                    could_not_read |= done.could_not_read;
                    for problem in &done.problems {
                        complain::obstacle(problem, &errors)?;
                    }
                    entries.extend(done.entries);
                }
                Err(obstacle) => {
                    holders.note(argument);
                    could_not_read = true;
                    complain::obstacle(&obstacle, &errors)?;
                }
            }
            Ok(())
        },
    )?;
    if !arguments.allow_empty {
        for empty in holders.empty(&paths) {
            could_not_read = true;
            complain::obstacle(&empty, &errors)?;
        }
    }
    let style = arguments.looks.style(Stream::Out);
    let mut out = io::BufWriter::new(io::stdout().lock());
    match arguments.format {
        Format::Json => out.write_all(json::report(&entries).as_bytes())?,
        Format::Csv => out.write_all(csv::report(&entries).as_bytes())?,
        Format::Markdown => out.write_all(markdown::report(&entries).as_bytes())?,
        Format::Human => {
            for entry in &entries {
                writeln!(out, "{}", table::posting(entry, &style))?;
            }
            if !entries.is_empty() {
                out.write_all(table::tail(&style).as_bytes())?;
            }
        }
    }
    out.flush()?;
    let mut rows = entries.iter().flat_map(|entry| &entry.matrix.rows);
    let counts = |is_own: bool| is_own || !arguments.told.only_in.is_empty();
    let fails = rows.any(|row| counts(row.is_own) && row.answer == Answer::No);
    Ok(match (could_not_read, fails) {
        (true, _) => Outcome::CouldNotCheck,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Clean,
    })
}

impl Arguments {
    fn look(&self, plan: &Plan, reading: Reading) -> Done {
        let parts = reading.documents.iter().flat_map(|d| &d.problems);
        let problems: Vec<_> = reading.problems.iter().chain(parts).cloned().collect();
        let could_not_read = problems.iter().any(|p| p.kind == ProblemKind::Unreadable);
        let problems = Obstacle::of_file(&reading.source, &problems);
        let mut entries = Vec::new();
        for document in reading.documents {
            for posting in posting::find(Arc::new(document)) {
                let Some(mut matrix) = plan.linter.matrix(&posting, &plan.settings) else {
                    continue;
                };
                // Of a posting that names no place, any may be meant.
                if !self.all && matrix.rows.iter().any(|row| row.is_own) {
                    matrix.rows.retain(|row| row.is_own);
                }
                let facts = Facts::read(&Prose::of(&posting));
                entries.push(Entry {
                    file: reading.source.name.clone(),
                    key: posting.key.clone(),
                    title: facts.title.first().map(|t| t.value.text.clone()),
                    employer: facts.employer.first().map(|e| e.value.name.clone()),
                    as_of: plan.settings.as_of,
                    matrix,
                });
            }
        }
        Done {
            entries,
            problems,
            could_not_read,
        }
    }
}
