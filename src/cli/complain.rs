//! What goes to standard error: files that could not be read, flags and
//! settings that cannot be.

use super::inputs::Obstacle;
use crate::config::Mistake;
use crate::report::terminal::{Ink, Style, safe_line, wrap};
use std::io::{self, Write};

/// Tells what stands in the way of reading a file.
pub fn obstacle(obstacle: &Obstacle, style: &Style) -> io::Result<()> {
    let name = safe_line(&obstacle.name);
    let place = match obstacle.at {
        Some(at) => format!("{name}:{}:{}", at.line, at.column),
        None => name.into_owned(),
    };
    tell(
        &format!("{place}: {}", safe_line(&obstacle.message)),
        obstacle.help.as_deref(),
        style,
    )
}

/// Tells what is wrong with a flag.
pub fn mistake(mistake: &Mistake, style: &Style) -> io::Result<()> {
    tell(&safe_line(&mistake.message), mistake.help.as_deref(), style)
}

fn tell(message: &str, help: Option<&str>, style: &Style) -> io::Result<()> {
    let mut err = io::stderr().lock();
    writeln!(err, "{} {message}", style.paint(Ink::Error, "hirelint:"))?;
    if let Some(help) = help {
        for (index, line) in wrap(&safe_line(help), style.width.saturating_sub(8))
            .iter()
            .enumerate()
        {
            let lead = if index == 0 { "  help: " } else { "        " };
            writeln!(err, "{lead}{line}")?;
        }
    }
    Ok(())
}
