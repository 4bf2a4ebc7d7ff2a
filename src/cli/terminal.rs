//! What the terminal can do, from flags, environment and the device.

use crate::report::terminal::Style;
use clap::{Args, ValueEnum};
use std::io::IsTerminal;

/// Columns where nothing is known: a pipe or a file.
pub const WIDTH: usize = 100;
/// Longer lines are hard to read.
const MOST: usize = 120;

/// How the output looks.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct Looks {
    /// When to use colours and links.
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    color: When,

    /// Columns of the output [default: those of the terminal, at most 120].
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    /// In a terminal, unless NO_COLOR is set or TERM is dumb.
    Auto,
    Always,
    Never,
}

/// One of the two streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

impl Looks {
    /// The style for one of the streams.
    pub fn style(&self, stream: Stream) -> Style {
        let is_terminal = match stream {
            Stream::Out => std::io::stdout().is_terminal(),
            Stream::Err => std::io::stderr().is_terminal(),
        };
        let color = match self.color {
            When::Always => true,
            When::Never => false,
            When::Auto => wants_color(is_terminal, |name| {
                std::env::var(name).ok().filter(|value| !value.is_empty())
            }),
        };
        Style {
            color,
            links: color && is_terminal,
            width: self.columns(is_terminal),
        }
    }

    fn columns(&self, is_terminal: bool) -> usize {
        if let Some(width) = self.width {
            return usize::from(width);
        }
        if !is_terminal {
            return WIDTH;
        }
        let told = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let measured = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        told.or(measured).unwrap_or(WIDTH).clamp(40, MOST)
    }
}

/// Whether colours are wanted, by the conventions of no-color.org and
/// bixense.com/clicolors.
fn wants_color(is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let says = |name: &str, word: &str| variable(name).is_some_and(|value| value == word);
    if variable("NO_COLOR").is_some() {
        return false;
    }
    if variable("CLICOLOR_FORCE").is_some() && !says("CLICOLOR_FORCE", "0") {
        return true;
    }
    is_terminal && !says("CLICOLOR", "0") && !says("TERM", "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_follows_terminal_and_environment() {
        for (is_terminal, environment, color) in [
            (true, &[][..], true),
            (false, &[], false),
            (true, &[("NO_COLOR", "1")], false),
            (true, &[("TERM", "dumb")], false),
            (true, &[("CLICOLOR", "0")], false),
            (false, &[("CLICOLOR_FORCE", "1")], true),
            (false, &[("CLICOLOR_FORCE", "0")], false),
            (true, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
        ] {
            let variable = |name: &str| {
                let found = environment.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(
                wants_color(is_terminal, variable),
                color,
                "terminal: {is_terminal}, {environment:?}"
            );
        }
    }
}
