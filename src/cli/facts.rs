//! `hirelint facts`: what was understood, and where it stands.

use super::inputs::{self, Obstacle};
use super::options::{Files, Stdin};
use super::terminal::{Looks, Stream};
use super::{Outcome, batch, complain, plan};
use crate::document::{ProblemKind, Reading};
use crate::facts::Facts;
use crate::posting::{self, Posting, Prose};
use crate::report::facts_human::{self, Cuts};
use crate::report::facts_json::{self, UnreadEntry};
use crate::report::terminal::Style;
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

    /// The words that were cut away as page furniture.
    #[arg(long, help_heading = "Output")]
    trimmed: bool,

    #[command(flatten)]
    files: Files,

    #[command(flatten)]
    stdin: Stdin,

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
    let selection = match plan::selection(&arguments.files, None) {
        Ok(selection) => selection,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let paths = inputs::named(&arguments.files, &arguments.paths, &selection);
    let style = arguments.looks.style(Stream::Out);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut could_not_read = false;
    let mut unread = Vec::new();
    let mut is_first = true;
    if arguments.format == Format::Json {
        out.write_all(facts_json::head().as_bytes())?;
    }
    batch::run(
        inputs::find(&paths, &selection).map(|input| Ok((input?, ()))),
        arguments.stdin.name.as_deref(),
        |(), reading| arguments.understand(reading, &style),
        |_, result| {
            let understood = match result {
                Ok(understood) => understood,
                Err(obstacle) => Understood::nothing(obstacle),
            };
            could_not_read |= understood.could_not_read;
            for obstacle in &understood.obstacles {
                complain::obstacle(obstacle, &errors)?;
            }
            unread.extend(understood.unread);
            for rendered in understood.rendered {
                if arguments.format == Format::Json && !is_first {
                    out.write_all(facts_json::SEPARATOR.as_bytes())?;
                }
                is_first = false;
                out.write_all(rendered.as_bytes())?;
            }
            Ok(())
        },
    )?;
    if arguments.format == Format::Json {
        out.write_all(facts_json::tail(&unread).as_bytes())?;
    }
    out.flush()?;
    Ok(if could_not_read {
        Outcome::CouldNotCheck
    } else {
        Outcome::Clean
    })
}

/// What came of one file.
struct Understood {
    /// Its postings, each as it is printed.
    rendered: Vec<String>,
    /// What could not be read, for people and for programs.
    obstacles: Vec<Obstacle>,
    unread: Vec<UnreadEntry>,
    /// More is lost than a part of a posting.
    could_not_read: bool,
}

impl Understood {
    fn nothing(obstacle: Obstacle) -> Self {
        Understood {
            rendered: Vec::new(),
            unread: vec![UnreadEntry::of_file(&obstacle.name, &obstacle.message)],
            obstacles: vec![obstacle],
            could_not_read: true,
        }
    }
}

impl Arguments {
    fn understand(&self, reading: Reading, style: &Style) -> Understood {
        let parts = reading.documents.iter().flat_map(|d| &d.problems);
        let problems: Vec<_> = reading.problems.iter().chain(parts).cloned().collect();
        let source = &reading.source;
        let obstacles = Obstacle::of_file(source, &problems);
        let unread = problems
            .iter()
            .map(|p| UnreadEntry::of(source, p))
            .collect();
        let mut rendered = Vec::new();
        for document in reading.documents {
            for posting in posting::find(Arc::new(document)) {
                let facts = Facts::read(&Prose::of(&posting));
                rendered.push(self.render(&posting, &facts, style));
            }
        }
        Understood {
            rendered,
            obstacles,
            unread,
            could_not_read: problems.iter().any(|p| p.kind == ProblemKind::Unreadable),
        }
    }

    fn render(&self, posting: &Posting, facts: &Facts, style: &Style) -> String {
        let cuts = if self.trimmed {
            Cuts::Shown
        } else {
            Cuts::Counted
        };
        match self.format {
            Format::Human => facts_human::posting(posting, facts, cuts, style) + "\n",
            Format::Json => facts_json::entry(posting, facts),
        }
    }
}
