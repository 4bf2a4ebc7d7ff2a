//! The table of what is asked of a posting, and what of it is met.

use crate::diagnostic::{Basis, Severity};
use crate::lint::PostingReport;
use crate::report::xml::xml;
use crate::rules::{Fault, Outcome, RuleSet, Subject, Verdict};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How a demand stands, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    NotMet,
    Unknown,
    /// Lawful, and yet something is advised.
    Advised,
    Met,
}

impl Standing {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Standing::NotMet => ("not-met", "✗ Not met"),
            Standing::Unknown => ("unknown", "? Cannot be told"),
            Standing::Advised => ("met", "✓ Met, could be better"),
            Standing::Met => ("met", "✓ Met"),
        }
    }
}

/// A row for each element and standing, with the laws for which it stands so.
pub fn table(out: &mut String, id: &str, rules: &RuleSet, posting: &PostingReport) {
    let mut rows: BTreeMap<(&str, Standing), Vec<&str>> = BTreeMap::new();
    for verdict in &posting.verdicts {
        let Subject::Element { element, .. } = verdict.subject else {
            continue;
        };
        let standing = match &verdict.outcome {
            // What need not be said and is not said is no row.
            Outcome::Satisfied(shown) if shown.is_empty() => continue,
            Outcome::Satisfied(_) => Standing::Met,
            Outcome::Violated(faults) => {
                let is_advice = |fault: &Fault| fault.severity == Severity::Advice;
                if law_binds(rules, verdict) && faults.iter().all(is_advice) {
                    Standing::Advised
                } else {
                    Standing::NotMet
                }
            }
            Outcome::Undetermined(_) => Standing::Unknown,
            Outcome::NotApplicable(_) => continue,
        };
        if verdict.is_upcoming {
            continue;
        }
        let title = rules.elements[element].rule.title.as_str();
        let law = rules.laws[verdict.law].name.as_str();
        let laws = rows.entry((title, standing)).or_default();
        if !laws.contains(&law) {
            laws.push(law);
        }
    }
    if rows.is_empty() {
        return;
    }
    // What can be scrolled must be reached by keyboard.
    let _ = write!(
        out,
        "<h3 id=\"{id}-asked\">What is asked, and what is met</h3>\n\
         <div class=\"wide\" role=\"region\" aria-labelledby=\"{id}-asked {id}\" tabindex=\"0\">\
         <table class=\"verdicts\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Standing</th>\
         <th scope=\"col\">Asked by</th></tr></thead>\n<tbody>\n",
    );
    for ((title, standing), laws) in rows {
        let (class, words) = standing.words();
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"{class}\">{words}</td><td>{}</td></tr>",
            xml(title),
            xml(&laws.join(", "))
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// True unless good practice alone asks, of which nothing is law to be met.
fn law_binds(rules: &RuleSet, verdict: &Verdict) -> bool {
    let act = &rules.laws[verdict.law].acts()[verdict.act];
    act.versions[verdict.version].rule.basis != Basis::Practice
}
