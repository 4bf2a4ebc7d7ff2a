//! `hirelint rules`: which rules there are, and what is asked where.

use super::options::Rules;
use super::terminal::{Looks, Stream};
use super::{Outcome, complain, load};
use crate::{catalogue, config};
use clap::Args;
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

    #[command(flatten)]
    rules: Rules,

    #[command(flatten)]
    looks: Looks,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> io::Result<Outcome> {
    let errors = arguments.looks.style(Stream::Err);
    let (linter, day) = match load::rules(&arguments.rules, arguments.as_of.as_deref()) {
        Ok(ready) => ready,
        Err(flaws) => return complain::and_give_up(&flaws, &errors),
    };
    let style = arguments.looks.style(Stream::Out);
    let page = match arguments.place.as_deref().map(config::place) {
        None => catalogue::all(linter.rules(), &style),
        Some(Ok(place)) => catalogue::asked_in(linter.rules(), &place, day, &style),
        Some(Err(mistake)) => return complain::and_give_up(&[mistake.into()], &errors),
    };
    io::stdout().lock().write_all(page.as_bytes())?;
    Ok(Outcome::Clean)
}
