//! The page of a wording.

use super::super::words::to_satisfy_both;
use super::{LAWS_HEAD, block, law_line, paragraph, plain};
use crate::rules::{RuleSet, Wording};
use std::fmt::Write;

/// The page.
pub(super) fn page(rules: &RuleSet, wording: &Wording) -> String {
    let rule = &wording.rule;
    let mut out = format!("# {}\n\n`{}`\n\n", plain(&rule.title), rule.wording);
    paragraph(&mut out, &rule.about);
    if let Some(why) = &rule.why {
        paragraph(&mut out, why);
    }
    out.push_str("## What to do\n\n");
    paragraph(&mut out, &rule.help);
    if let Some(write) = &rule.write {
        block(&mut out, write);
    }
    if !rule.conflicts.is_empty() {
        out.push_str("## Where another law asks for the contrary\n\n");
        for conflict in &rule.conflicts {
            let both = plain(&to_satisfy_both(conflict));
            let _ = writeln!(out, "- `{}`: {both}", conflict.with);
        }
        out.push('\n');
    }
    let (found, silent): (Vec<_>, Vec<_>) = rule.examples.iter().partition(|e| e.finds.is_some());
    for (heading, examples) in [("Found", found), ("Left alone", silent)] {
        let _ = writeln!(out, "## {heading}\n");
        for example in examples {
            if let Some(about) = &example.about {
                let _ = writeln!(out, "{}:\n", plain(about));
            }
            block(&mut out, &example.posting);
        }
    }
    out.push_str("## Who forbids it\n\n");
    let mut lines = String::new();
    for law in &rules.laws {
        for act in law.acts() {
            let versions = act.versions.iter();
            for version in versions.filter(|v| v.rule.forbids.contains(&rule.wording)) {
                let (on, citation) = (version.rule.basis, &version.rule.citation);
                lines.push_str(&law_line(rules, (law, act, version), None, on, citation));
            }
        }
    }
    if lines.is_empty() {
        let text = match rule.otherwise {
            Some(severity) => format!("No law; it is given as {}.\n", severity.name()),
            None => "No law in these rules.\n".to_owned(),
        };
        out.push_str(&text);
    } else {
        out.push_str(LAWS_HEAD);
        out.push_str(&lines);
    }
    out
}
