//! `hirelint man`: the manual, in the form that `man` reads.

use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::config::{Mistake, reason};
use clap::Args;
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::PathBuf;

/// Print the manual page of hirelint, or of one of its commands.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The command: check.
    #[arg(value_name = "COMMAND", conflicts_with = "folder")]
    about: Option<String>,

    /// Write all pages into this folder instead: hirelint.1, hirelint-check.1, ….
    #[arg(long = "output", value_name = "DIR")]
    folder: Option<PathBuf>,

    #[command(flatten)]
    looks: Looks,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let give_up = |message: String, help: Option<String>| {
        complain::and_give_up(&[Mistake::new(message, help).into()], &errors)
    };
    let mut command = super::command();
    if let Some(folder) = &arguments.folder {
        return match clap_mangen::generate_to(command, folder) {
            Ok(()) => Ok(Outcome::Clean),
            Err(error) => give_up(format!("{}: {}", folder.display(), reason(&error)), None),
        };
    }
    // Names and usage of the commands take in that of the program.
    command.build();
    let page = match &arguments.about {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(about) => about.clone(),
            None => {
                return give_up(
                    format!("there is no command `{name}`"),
                    Some("`hirelint --help` lists all commands".to_owned()),
                );
            }
        },
    };
    let mut roff = Vec::new();
    Man::new(page).render(&mut roff)?;
    io::stdout().lock().write_all(&roff)?;
    Ok(Outcome::Clean)
}
