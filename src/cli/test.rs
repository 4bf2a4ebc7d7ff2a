//! `hirelint test`: runs the examples inside rule files.

use super::plan::{borrowed, in_files, rule_files};
use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::report::examples;
use crate::rules::{Base, builtin_files, examples::run as run_examples, load};
use clap::Args;
use std::io::{self, Write};
use std::path::PathBuf;

/// Run the examples inside rule files: is what should be found found, and
/// nothing else?
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folders with rules of one's own [default: the built-in rules].
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,

    /// The folders hold all rules there are.
    #[arg(long, requires = "folders")]
    no_builtin: bool,

    /// List the examples that went as expected too.
    #[arg(short, long)]
    verbose: bool,

    #[command(flatten)]
    looks: Looks,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let library = if arguments.folders.is_empty() {
        let files: Vec<_> = builtin_files().collect();
        load(&files, Base::Nothing).map_err(in_files)
    } else {
        let base = if arguments.no_builtin {
            Base::Nothing
        } else {
            Base::Builtin
        };
        rule_files(&arguments.folders)
            .and_then(|files| load(&borrowed(&files), base).map_err(in_files))
    };
    let library = match library {
        Ok(library) => library,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let runs = run_examples(&library);
    let style = arguments.looks.style(Stream::Out);
    let shown = examples::show(&runs, arguments.verbose, &style);
    io::stdout().lock().write_all(shown.as_bytes())?;
    let is_green = runs.iter().all(|run| run.surprises.is_empty());
    Ok(if is_green {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}
