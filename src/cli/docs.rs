//! `hirelint docs`: the rules as pages of Markdown.

use super::load::library;
use super::options::Rules;
use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::catalogue::docs;
use crate::config::{Mistake, reason};
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Write the rules as pages of Markdown, with an index by place, element and wording.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder of the pages; it is made where there is none.
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// Write nothing; the exit code is 1 where a page is stale, missing or too many.
    #[arg(long)]
    check: bool,

    #[command(flatten)]
    rules: Rules,

    #[command(flatten)]
    looks: Looks,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let library = match library(&arguments.rules) {
        Ok(library) => library,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let pages = docs::pages(&library.rules);
    let mut out = io::stdout().lock();
    if arguments.check {
        let stale = stale(&arguments.folder, &pages);
        for line in &stale {
            writeln!(out, "{line}")?;
        }
        return Ok(if stale.is_empty() {
            Outcome::Clean
        } else {
            Outcome::Findings
        });
    }
    for page in &pages {
        let path = arguments.folder.join(&page.path);
        let parent = path.parent().unwrap_or(&arguments.folder);
        let written =
            std::fs::create_dir_all(parent).and_then(|()| std::fs::write(&path, &page.text));
        if let Err(error) = written {
            let message = format!("{}: cannot be written: {}", path.display(), reason(&error));
            let mistake = Mistake::new(message, None);
            return complain::and_give_up(&[mistake.into()], &errors);
        }
    }
    writeln!(
        out,
        "{} pages in {}",
        pages.len(),
        arguments.folder.display()
    )?;
    Ok(Outcome::Clean)
}

/// What is not as it would be written, a line each.
fn stale(folder: &Path, pages: &[docs::DocPage]) -> Vec<String> {
    let mut lines = Vec::new();
    for page in pages {
        match std::fs::read_to_string(folder.join(&page.path)) {
            // A checkout may have turned the line ends.
            Ok(kept) if kept.replace("\r\n", "\n") == page.text => {}
            Ok(_) => lines.push(format!("stale: {}", page.path)),
            Err(_) => lines.push(format!("missing: {}", page.path)),
        }
    }
    let files = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    for file in files.filter(|file| file.file_type().is_file()) {
        let path = file.path().strip_prefix(folder).unwrap_or(file.path());
        let path = path.to_string_lossy().replace('\\', "/");
        if path.ends_with(".md") && pages.iter().all(|page| page.path != path) {
            lines.push(format!("too many: {path}"));
        }
    }
    lines
}
