//! The command line: arguments in, exit code out. clap stays in here; what the
//! commands do is the business of the modules before.

mod baseline;
mod batch;
mod changed;
mod check;
mod complain;
mod completions;
mod config;
mod docs;
mod explain;
mod facts;
mod fix;
mod flags;
mod init;
mod inputs;
mod load;
mod man;
mod options;
mod output;
mod plan;
mod replace;
mod rules;
mod schema;
mod terminal;
mod test;
mod r#where;

use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// A compliance and transparency linter for job postings.
#[derive(Debug, Parser)]
#[command(name = "hirelint", version, about, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Box<check::Arguments>),
    Docs(docs::Arguments),
    Baseline(Box<baseline::Arguments>),
    Fix(Box<fix::Arguments>),
    Facts(facts::Arguments),
    Explain(explain::Arguments),
    Rules(rules::Arguments),
    Test(test::Arguments),
    Where(Box<r#where::Arguments>),
    Init(init::Arguments),
    Config(Box<config::Arguments>),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// How a run ended. In every format the exit code means the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing at or above the level that fails: 0.
    Clean,
    /// Something at or above it: 1.
    Findings,
    /// Something could not be checked: 2.
    CouldNotCheck,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::CouldNotCheck => 2,
        })
    }
}

/// All commands and flags, for what is made from them.
fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // --help and --version come here too, and are no errors.
            let code = error.exit_code();
            let _ = error.print();
            return ExitCode::from(u8::try_from(code).unwrap_or(2));
        }
    };
    let result = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Docs(arguments) => docs::run(&arguments),
        Command::Baseline(arguments) => baseline::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Facts(arguments) => facts::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
        Command::Where(arguments) => r#where::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Config(arguments) => config::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    };
    match result {
        Ok(outcome) => outcome.into(),
        // The reader of our output has gone; nobody is left to tell.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hirelint: cannot write: {error}");
            Outcome::CouldNotCheck.into()
        }
    }
}

#[cfg(test)]
mod tests;
