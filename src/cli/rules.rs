//! `hirelint rules`: which rules there are, and what is asked where.

use super::options::Rules;
use super::terminal::{Looks, Stream};
use super::{Outcome, complain, load};
use crate::{catalogue, config};
use clap::{Args, ValueEnum};
use std::io::{self, Write};

/// List the rules, or what is asked in a place on a day.
#[derive(Debug, Args)]
pub struct Arguments {
    /// What is asked of a posting for work there: US-NY-NYC, "Seattle, WA".
    #[arg(long = "in", value_name = "PLACE")]
    place: Option<String>,

    /// By the law of this day [default: today].
    #[arg(long, value_name = "DATE", requires = "place")]
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
    /// A list for people.
    Human,
    /// For programs; see schemas/rules.schema.json.
    Json,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let (linter, day) = match load::rules(&arguments.rules, arguments.as_of.as_deref()) {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let style = arguments.looks.style(Stream::Out);
    let rules = linter.rules();
    let place = match arguments.place.as_deref().map(config::place).transpose() {
        Ok(place) => place,
        Err(mistake) => return complain::and_give_up(&[mistake.into()], &errors),
    };
    let page = match (arguments.format, &place) {
        (Format::Human, None) => catalogue::all(rules, &style),
        (Format::Human, Some(place)) => catalogue::asked_in(rules, place, day, &style),
        (Format::Json, place) => {
            catalogue::json::rules(rules, place.as_ref().map(|place| (place, day)))
        }
    };
    io::stdout().lock().write_all(page.as_bytes())?;
    Ok(Outcome::Clean)
}
