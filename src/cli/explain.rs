//! `hirelint explain`: a rule in full.

use super::load::library;
use super::options::Rules;
use super::terminal::{Looks, Stream};
use super::{Outcome, complain};
use crate::catalogue;
use crate::config::{self, Mistake};
use crate::rules::nearest;
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// Explain a rule: an element, a problem of one, a wording, a law or an act.
#[derive(Debug, Args)]
pub struct Arguments {
    /// pay-range, pay-range/open-ended, age-preference, us-wa, us-wa/pay.
    code: String,

    /// Tell past from coming law by this day [default: today].
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,

    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    rules: Rules,

    #[command(flatten)]
    looks: Looks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A page for people.
    Human,
    /// For programs; see schemas/explain.schema.json.
    Json,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let day = arguments
        .as_of
        .as_deref()
        .map_or(Ok(config::today()), config::day);
    let (library, day) = match (library(&arguments.rules), day) {
        (Ok(library), Ok(day)) => (library, day),
        (library, day) => {
            let mut flaws = library.err().unwrap_or_default();
            flaws.extend(day.err().map(Into::into));
            return complain::and_give_up(&flaws, &errors);
        }
    };
    let rules = &library.rules;
    let code = arguments.code.trim().to_lowercase();
    let Some(topic) = catalogue::find(rules, &code) else {
        let codes = catalogue::codes(rules);
        let help = match nearest(&code, codes.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`hirelint rules` lists all codes".to_owned(),
        };
        let mistake = Mistake::new(format!("no rule has the code `{code}`"), help);
        return complain::and_give_up(&[mistake.into()], &errors);
    };
    let page = match arguments.format {
        Format::Human => catalogue::explain(rules, topic, day, &arguments.looks.style(Stream::Out)),
        Format::Json => catalogue::json::explain(rules, topic, &code, day),
    };
    io::stdout().lock().write_all(page.as_bytes())?;
    Ok(Outcome::Clean)
}
