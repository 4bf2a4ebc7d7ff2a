//! What the law of a place asks and a posting has, for those who want all told:
//! each law that its words bring in and of which nothing is missing is named with
//! those words; and each law of which nobody can say whether it reaches the
//! posting. What depends on something untold is left to the findings.

use super::Checked;
use super::terminal::{Style, safe_line, wrap};
use crate::lint::PostingReport;
use crate::rules::{About, Outcome, RuleSet, Subject};
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
            paragraph(&mut out, "   met: ", &line, style);
        }
        for line in unsettled(posting, checked.rules) {
            paragraph(&mut out, "  open: ", &line, style);
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn paragraph(out: &mut String, lead: &str, line: &str, style: &Style) {
    let room = style.width.saturating_sub(10).max(20);
    for (index, line) in wrap(&safe_line(line), room).iter().enumerate() {
        let lead = if index == 0 { lead } else { "        " };
        let _ = writeln!(out, "{lead}{line}");
    }
}

/// A line for each law that would find something missing, if it were settled that
/// it reaches the posting.
fn unsettled(posting: &PostingReport, rules: &RuleSet) -> Vec<String> {
    let mut open: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for verdict in &posting.verdicts {
        if !matches!(verdict.outcome, Outcome::Undetermined(_)) || verdict.is_upcoming {
            continue;
        }
        let Some(gap) = verdict.gaps.iter().find(|gap| gap.about == About::Reach) else {
            continue;
        };
        let code = match verdict.subject {
            Subject::Element { element, .. } => &rules.elements[element].rule.element,
            Subject::Wording(wording) => &rules.wordings[wording].rule.wording,
        };
        let law = &rules.laws[verdict.law];
        let key = (law.name.as_str(), gap.what.as_str());
        open.entry(key).or_default().insert(code);
    }
    let lines = open.into_iter().map(|((name, what), codes)| {
        let codes: Vec<&str> = codes.into_iter().collect();
        format!("{name}: {}; depends on {what}", codes.join(", "))
    });
    lines.collect()
}
