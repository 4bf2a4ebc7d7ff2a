//! What running the examples of rule files came to.

use super::terminal::{Excerpt, Ink, Mark, Style, snippet};
use crate::rules::examples::{ExampleRun, Surprise};
use std::fmt::Write;

/// Each surprise at its example, then the counts. With `all`, a line for each
/// example that went as expected as well.
pub fn show(runs: &[ExampleRun], all: bool, style: &Style) -> String {
    let mut out = String::new();
    for run in runs {
        if run.surprises.is_empty() {
            if all {
                let at = run.file.position(run.span.start);
                let about = run.about.as_deref().unwrap_or("as expected");
                let name = super::terminal::safe_line(&run.file.name);
                let about = super::terminal::safe_line(about);
                let _ = writeln!(out, "{name}:{}: {}: {about}", at.line, run.rule);
            }
            continue;
        }
        for surprise in &run.surprises {
            let mark = Mark {
                span: run.span,
                text: String::new(),
                is_primary: true,
            };
            let excerpt = Excerpt::of(&run.file, &[mark], style.width);
            let name = format!("{}[{}]", surprise.name(), run.rule);
            out.push_str(&snippet(
                style,
                Ink::Error,
                &name,
                &words(surprise),
                &excerpt,
            ));
            out.push('\n');
        }
    }
    let _ = writeln!(out, "{}", counts(runs, style));
    out
}

/// "70 examples: 66 as expected, 3 missed, 1 noisy".
fn counts(runs: &[ExampleRun], style: &Style) -> String {
    let as_expected = runs.iter().filter(|run| run.surprises.is_empty()).count();
    let mut parts = vec![format!("{as_expected} as expected")];
    for name in ["missed", "noisy", "elsewhere", "graded"] {
        let surprises = runs.iter().flat_map(|run| &run.surprises);
        let count = surprises.filter(|s| s.name() == name).count();
        if count > 0 {
            parts.push(style.paint(Ink::Error, &format!("{count} {name}")));
        }
    }
    format!("{} examples: {}", runs.len(), parts.join(", "))
}

fn words(surprise: &Surprise) -> String {
    match surprise {
        Surprise::Missed { finding } => format!("{finding} should be found, and is not"),
        Surprise::Noisy { finding, at } => {
            format!("{finding} should not be found, and is, at “{at}”")
        }
        Surprise::Elsewhere {
            finding,
            expected,
            found,
        } => format!("{finding} should be found at “{expected}”, and is at “{found}”"),
        Surprise::Graded {
            finding,
            expected,
            found,
        } => format!(
            "{finding} should be {}, and is {}",
            expected.name(),
            found.name()
        ),
    }
}
