//! The page of an element.

use super::super::asking::asking;
use super::super::words::conflicts_with;
use super::{LAWS_HEAD, block, law_line, paragraph, plain};
use crate::report::human::basis_name;
use crate::rules::{Element, RuleSet};
use std::fmt::Write;

/// The page.
pub(super) fn page(rules: &RuleSet, element: &Element) -> String {
    let rule = &element.rule;
    let mut out = format!("# {}\n\n`{}`\n\n", plain(&rule.title), rule.element);
    paragraph(&mut out, &rule.about);
    out.push_str("## How it can fall short\n\n");
    let missing = &rule.missing;
    let problems = rule
        .problems
        .iter()
        .map(|p| (p.id.as_str(), &p.message, &p.why, &p.help, &p.write));
    let first = (
        "missing",
        &missing.message,
        &missing.why,
        &missing.help,
        &missing.write,
    );
    for (id, message, why, help, write) in std::iter::once(first).chain(problems) {
        let _ = writeln!(
            out,
            "### `{}/{id}`\n\n**{}**\n",
            rule.element,
            plain(message)
        );
        if let Some(why) = why {
            paragraph(&mut out, why);
        }
        paragraph(&mut out, help);
        if let Some(write) = write {
            block(&mut out, write);
        }
    }
    let conflicts = conflicts_with(rules, &rule.element);
    if !conflicts.is_empty() {
        out.push_str("## Where another law forbids the words\n\n");
        for (wording, both) in conflicts {
            let _ = writeln!(out, "- `{wording}`: {}", plain(&both));
        }
        out.push('\n');
    }
    out.push_str("## Who asks for it\n\n");
    let mut lines = String::new();
    for law in &rules.laws {
        for act in law.acts() {
            for version in &act.versions {
                for demand in version
                    .rule
                    .demands
                    .iter()
                    .filter(|d| d.element == rule.element)
                {
                    let on = demand.basis.unwrap_or(version.rule.basis);
                    let citation = demand.citation.as_ref().unwrap_or(&version.rule.citation);
                    let line = law_line(
                        rules,
                        (law, act, version),
                        demand.when.as_ref(),
                        on,
                        citation,
                    );
                    let minds: Vec<_> = demand
                        .minds
                        .iter()
                        .map(|(problem, on)| format!("`{problem}` ({})", basis_name(*on)))
                        .collect();
                    let asks = if demand.required { "yes" } else { "no" };
                    let minds = minds.join(", ");
                    let _ = writeln!(lines, "{} {asks} | {minds} |", line.trim_end());
                }
            }
        }
    }
    if lines.is_empty() {
        let asking = asking(rules, &rule.element);
        paragraph(&mut out, asking.as_deref().unwrap_or("Nobody."));
    } else {
        let head = LAWS_HEAD.replacen("citation |", "citation | must be there | minds |", 1);
        out.push_str(&head.replacen("|---|\n", "|---|---|---|\n", 1));
        out.push_str(&lines);
        out.push('\n');
    }
    out.push_str("## Examples\n\n");
    for example in &rule.examples {
        let about = example
            .about
            .as_ref()
            .map(|about| format!(" ({})", plain(about)));
        let verdict = match &example.problem {
            Some(problem) => format!("Found: `{}/{problem}`", rule.element),
            None => "Passes".to_owned(),
        };
        let _ = writeln!(out, "{verdict}{}:\n", about.unwrap_or_default());
        block(&mut out, &example.posting);
    }
    out
}
