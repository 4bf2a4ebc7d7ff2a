//! `hirelint test`: runs the examples inside rule files.

use super::load::{borrowed, in_files, rule_files};
use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::report::examples;
use crate::rules::{Base, RuleFile, builtin_files, examples::run as run_examples, load};
use clap::Args;
use std::collections::HashSet;
use std::io::{self, Write};
use std::path::PathBuf;

/// Run the examples inside rule files: is what should be found found, and
/// nothing else?
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folders with rules of one's own, or the folder of the built-in rules to
    /// test them as they stand there [default: the built-in rules as they are in
    /// the program].
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

/// True for files among which a built-in rule is: whoever works on the built-in
/// rules names their folder, and then these files are all there are.
fn has_builtin(files: &[RuleFile<'_>]) -> bool {
    let builtin: HashSet<&[u8]> = builtin_files().filter_map(|file| id(file.bytes)).collect();
    files
        .iter()
        .filter_map(|file| id(file.bytes))
        .any(|id| builtin.contains(id))
}

/// The line of a rule file that says what it is: `element: pay-range`.
fn id(text: &[u8]) -> Option<&[u8]> {
    let kinds: [&[u8]; 3] = [b"element:", b"law:", b"wording:"];
    let lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    let mut said = lines.filter(|line| kinds.iter().any(|kind| line.starts_with(kind)));
    said.next()
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let library = if arguments.folders.is_empty() {
        let files: Vec<_> = builtin_files().collect();
        load(&files, Base::Nothing).map_err(in_files)
    } else {
        rule_files(&arguments.folders).and_then(|files| {
            let files = borrowed(&files);
            let base = if arguments.no_builtin || has_builtin(&files) {
                Base::Nothing
            } else {
                Base::Builtin
            };
            load(&files, base).map_err(in_files)
        })
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
