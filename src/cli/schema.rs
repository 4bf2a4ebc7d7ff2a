//! `hirelint schema`: JSON Schemas of what the program reads and writes.

use super::Outcome;
use crate::catalogue::json::{ExplainReport, RulesReport};
use crate::config::Configuration;
use crate::report::facts_json::FactsReport;
use crate::report::json::CheckReport;
use crate::report::jsonl::Line;
use crate::report::matrix::json::WhereReport;
use crate::rules::schema::{Element, Law, Wording};
use clap::{Args, ValueEnum};
use schemars::schema_for;
use std::io::{self, Write};

/// Print a JSON Schema.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Of what.
    #[arg(value_enum, default_value_t = Name::Config)]
    of: Name,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// hirelint.yaml.
    Config,
    /// A rule file: something that a posting can contain or lack.
    Element,
    /// A rule file: what a jurisdiction or a company asks for.
    Law,
    /// A rule file: something that a posting should not say.
    Wording,
    /// What `check --format json` prints.
    Check,
    /// A line of what `check --format jsonl` prints.
    CheckLines,
    /// What `facts --format json` prints.
    Facts,
    /// What `where --format json` prints.
    Where,
    /// What `rules --format json` prints.
    Rules,
    /// What `explain --format json` prints.
    Explain,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let schema = match arguments.of {
        Name::Config => schema_for!(Configuration),
        Name::Element => schema_for!(Element),
        Name::Law => schema_for!(Law),
        Name::Wording => schema_for!(Wording),
        Name::Check => schema_for!(CheckReport),
        Name::CheckLines => schema_for!(Line),
        Name::Facts => schema_for!(FactsReport),
        Name::Where => schema_for!(WhereReport),
        Name::Rules => schema_for!(RulesReport),
        Name::Explain => schema_for!(ExplainReport),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(io::Error::other)?;
    writeln!(io::stdout().lock(), "{text}")?;
    Ok(Outcome::Clean)
}
