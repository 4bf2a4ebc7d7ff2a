//! A headline with the lines that it is about, drawn by miette.

use super::{Excerpt, Ink, Style, safe_line};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode,
};
use std::fmt;

/// Draws `message` and under it `excerpt`. `name` stands before the message:
/// `error[pay-range]`.
pub fn snippet(style: &Style, ink: Ink, name: &str, message: &str, excerpt: &Excerpt) -> String {
    let shown = Shown {
        message: safe_line(message).into_owned(),
        excerpt,
    };
    let mut theme = if style.color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    // miette's mark of severity becomes the name, so that a finding begins
    // with what it is called.
    theme.characters.error = format!("{}:", safe_line(name));
    let styles = &mut theme.styles;
    let loud = match ink {
        Ink::Error => styles.error,
        Ink::Warning => styles.warning,
        Ink::Advice | Ink::Strong | Ink::Faint | Ink::Write => styles.advice,
    };
    let loud = if style.color { loud.bold() } else { loud };
    let quiet = styles.help;
    styles.error = loud;
    styles.highlights = excerpt
        .primaries()
        .map(|is_primary| if is_primary { loud } else { quiet })
        .collect();
    if styles.highlights.is_empty() {
        styles.highlights.push(quiet);
    }
    styles.link = quiet;
    let mut drawn = String::new();
    GraphicalReportHandler::new_themed(theme)
        .with_width(style.width)
        .with_context_lines(1)
        .with_urls(false)
        .without_syntax_highlighting()
        .render_report(&mut drawn, &shown)
        .expect("writing to a string does not fail");
    without_trailing_blanks(&drawn)
}

/// miette pads lines; nobody wants that in a log.
fn without_trailing_blanks(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for line in text.lines() {
        // Two columns less: the margin is miette's taste.
        let line = line
            .strip_prefix("  ")
            .filter(|rest| !rest.starts_with(' '))
            .unwrap_or(line);
        clean.push_str(line.trim_end());
        clean.push('\n');
    }
    clean
}

struct Shown<'a> {
    message: String,
    excerpt: &'a Excerpt,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels()))
    }
}
