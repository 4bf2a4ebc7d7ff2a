//! `hirelint completions`: what a shell needs to complete commands and flags.

use super::Outcome;
use clap::Args;
use clap_complete::Shell;
use std::io::{self, Write};

/// Print completions for a shell.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    // The generator panics where it cannot write, and memory always can.
    let mut script = Vec::new();
    let mut command = super::command();
    clap_complete::generate(arguments.shell, &mut command, "hirelint", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Outcome::Clean)
}
