//! What the law of a place asks and a posting has, for those who want all told:
//! each law that its words bring in and of which nothing is missing is named with
//! those words. What depends on something untold is left to the findings.

use super::Checked;
use super::terminal::{Style, safe_line, wrap};
use crate::rules::{Outcome, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What is said of one law, and why it applies.
#[derive(Default)]
struct Law<'a> {
    because: Option<String>,
    met: BTreeSet<&'a str>,
    is_broken: bool,
}

/// A paragraph for the postings of a file; empty where no law is met.
pub fn laws(checked: &Checked<'_>, style: &Style) -> String {
    let mut out = String::new();
    for posting in &checked.report.postings {
        let mut laws: BTreeMap<&str, Law<'_>> = BTreeMap::new();
        for verdict in &posting.verdicts {
            let law = &checked.rules.laws[verdict.law];
            let (Subject::Element { element, .. }, Some(ground)) =
                (verdict.subject, &verdict.ground)
            else {
                continue;
            };
            if law.place.is_none() || verdict.is_upcoming || !verdict.gaps.is_empty() {
                continue;
            }
            let told = laws.entry(&law.name).or_default();
            match &verdict.outcome {
                // What need not be said and is not said is met by nothing.
                Outcome::Satisfied(shown) if shown.is_empty() => {}
                Outcome::Satisfied(_) => {
                    let element = &checked.rules.elements[element].rule;
                    told.met.insert(&element.element);
                }
                Outcome::Violated(_) => told.is_broken = true,
                Outcome::Undetermined(_) | Outcome::NotApplicable(_) => {}
            }
            let at = ground.by.map(|by| {
                let raw = posting.posting.document.raw(by);
                let at = checked.report.source.position(raw.start);
                format!(" ({}:{})", at.line, at.column)
            });
            told.because
                .get_or_insert_with(|| ground.because.clone() + &at.unwrap_or_default());
        }
        laws.retain(|_, law| !law.is_broken && !law.met.is_empty());
        for (name, law) in laws {
            let met: Vec<&str> = law.met.into_iter().collect();
            let because = law.because.unwrap_or_default();
            let line = format!("{name}: {}; applies because {because}", met.join(", "));
            let room = style.width.saturating_sub(10).max(20);
            for (index, line) in wrap(&safe_line(&line), room).iter().enumerate() {
                let lead = if index == 0 { "   met: " } else { "        " };
                let _ = writeln!(out, "{lead}{line}");
            }
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
