//! What goes to standard error: files that could not be read, flags and
//! settings that cannot be.

use super::Outcome;
use super::inputs::Obstacle;
use super::plan::Flaw;
use crate::config::Mistake;
use crate::report::terminal::{Excerpt, Ink, Mark, Style, safe_line, snippet, wrap};
use crate::rules::RuleProblem;
use std::io::{self, Write};

/// Tells what stands in the way of reading a file.
pub fn obstacle(obstacle: &Obstacle, style: &Style) -> io::Result<()> {
    if obstacle.is_told {
        return Ok(());
    }
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

/// Tells what is wrong with flags, configurations and rules, all at once.
pub fn flaws(flaws: &[Flaw], style: &Style) -> io::Result<()> {
    for flaw in flaws {
        match flaw {
            Flaw::Flag(flag) => mistake(flag, style)?,
            Flaw::File(problem) => rule_problem(problem, style)?,
        }
    }
    Ok(())
}

/// The same, as the end of a run.
pub fn and_give_up(all: &[Flaw], style: &Style) -> io::Result<Outcome> {
    flaws(all, style)?;
    Ok(Outcome::CouldNotCheck)
}

/// Shows a mistake in a rule file or a configuration where it stands.
fn rule_problem(problem: &RuleProblem, style: &Style) -> io::Result<()> {
    // Of a file that could not be read there is nothing to show.
    if problem.file.text.is_empty() {
        let name = safe_line(&problem.file.name);
        let message = format!("{name}: {}", safe_line(&problem.message));
        return tell(&message, problem.help.as_deref(), style);
    }
    let meant = problem.did_you_mean.as_ref();
    let mark = Mark {
        span: problem.span,
        text: meant.map_or(String::new(), |meant| format!("did you mean `{meant}`?")),
        is_primary: true,
    };
    let excerpt = Excerpt::of(&problem.file, &[mark], style.width);
    let shown = snippet(style, Ink::Error, "error", &problem.message, &excerpt);
    let mut err = io::stderr().lock();
    err.write_all(shown.as_bytes())?;
    if let Some(help) = &problem.help {
        write_help(&mut err, help, style)?;
    }
    writeln!(err)
}

/// Tells what is wrong with a flag.
fn mistake(mistake: &Mistake, style: &Style) -> io::Result<()> {
    tell(&safe_line(&mistake.message), mistake.help.as_deref(), style)
}

fn tell(message: &str, help: Option<&str>, style: &Style) -> io::Result<()> {
    let mut err = io::stderr().lock();
    writeln!(err, "{} {message}", style.paint(Ink::Error, "hirelint:"))?;
    match help {
        Some(help) => write_help(&mut err, help, style),
        None => Ok(()),
    }
}

fn write_help(err: &mut impl Write, help: &str, style: &Style) -> io::Result<()> {
    let room = style.width.saturating_sub(8);
    for (index, line) in wrap(&safe_line(help), room).iter().enumerate() {
        let lead = if index == 0 { "  help: " } else { "        " };
        writeln!(err, "{lead}{line}")?;
    }
    Ok(())
}
