//! A headline with the lines that it is about, drawn by miette.

use super::{Excerpt, Ink, Style, safe_line, width, wrap};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use std::fmt;

/// Draws `message` and under it `excerpt`. `name` stands before the message:
/// `error[pay-range]`.
pub fn snippet(style: &Style, ink: Ink, name: &str, message: &str, excerpt: &Excerpt) -> String {
    let mut drawn = headline(style, ink, name, message);
    let mut theme = if style.color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let styles = &mut theme.styles;
    let loud = match ink {
        Ink::Error => styles.error,
        Ink::Warning => styles.warning,
        Ink::Advice | Ink::Strong | Ink::Faint | Ink::Write => styles.advice,
    };
    let loud = if style.color { loud.bold() } else { loud };
    let quiet = styles.help;
    styles.highlights = excerpt
        .primaries()
        .map(|is_primary| if is_primary { loud } else { quiet })
        .collect();
    if styles.highlights.is_empty() {
        styles.highlights.push(quiet);
    }
    styles.link = quiet;
    let mut lines = String::new();
    GraphicalReportHandler::new_themed(theme)
        .with_width(style.width)
        .with_context_lines(1)
        .with_urls(false)
        .without_syntax_highlighting()
        .render_report(&mut lines, &Shown(excerpt))
        .expect("writing to a string does not fail");
    // The first line is miette's own headline, with nothing in it.
    drawn.push_str(&joined(lines.lines().skip(1), excerpt));
    drawn
}

/// miette draws a box around each group of lines, as wide as its own numbers.
/// Here they become one box, with a mark where lines are left out.
fn joined<'l>(lines: impl Iterator<Item = &'l str>, excerpt: &Excerpt) -> String {
    let digits: Vec<usize> = excerpt.digits().collect();
    let widest = digits.iter().copied().max().unwrap_or(0);
    let mut box_ = String::new();
    let mut group = 0;
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let opens = |line: &str| line.trim_start().starts_with('╭');
        if line.trim() == "╰────" && lines.peek().is_some_and(|next| opens(next)) {
            box_.push_str(&" ".repeat(widest + 2));
            box_.push_str("⋮\n");
            lines.next();
            group += 1;
            continue;
        }
        let own = digits.get(group).copied().unwrap_or(widest);
        box_.push_str(&" ".repeat(widest - own));
        // miette pads lines; nobody wants that in a log.
        box_.push_str(line.trim_end());
        box_.push('\n');
    }
    box_
}

/// `error[pay-range]: The posting does not say what the job pays`, wrapped.
fn headline(style: &Style, ink: Ink, name: &str, message: &str) -> String {
    const INDENT: &str = "  ";
    let name = format!("{}:", safe_line(name));
    let room = style.width.saturating_sub(INDENT.len()).max(20);
    // A word of the name's width keeps the place for it.
    let placeholder = "-".repeat(width(&name));
    let mut headline = String::new();
    for (index, line) in wrap(&format!("{placeholder} {}", safe_line(message)), room)
        .iter()
        .enumerate()
    {
        match line.strip_prefix(placeholder.as_str()) {
            Some(rest) if index == 0 => {
                headline.push_str(&style.paint(ink, &name));
                headline.push_str(rest);
            }
            _ => {
                headline.push_str(INDENT);
                headline.push_str(line);
            }
        }
        headline.push('\n');
    }
    headline
}

/// An excerpt as miette's kind of error, without words of its own.
struct Shown<'a>(&'a Excerpt);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.0)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.0.labels()))
    }
}
