//! The page of a law.

use super::{block, link, paragraph, place, plain, time};
use crate::catalogue::page::{basis, covers, reach};
use crate::catalogue::words::{except, outcome, postings, told};
use crate::report::human::basis_name;
use crate::rules::schema::LawExample;
use crate::rules::{Act, Law, RuleSet, Version};
use std::fmt::Write;

/// The page.
pub(super) fn page(rules: &RuleSet, law: &Law) -> String {
    let code = law.place.as_ref().map_or("*", |place| place.code());
    let mut out = format!(
        "# {}\n\n`{}`, place `{code}`\n\n",
        plain(&place(law)),
        law.id
    );
    if let Some(about) = law.about() {
        paragraph(&mut out, about);
    }
    if let Some(exception) = law.exception() {
        paragraph(&mut out, &except(rules, exception));
    }
    for act in law.acts() {
        write_act(&mut out, rules, law, act);
    }
    if !law.examples().is_empty() {
        out.push_str("## Examples\n\n");
        for example in law.examples() {
            write_example(&mut out, example);
        }
    }
    out
}

fn write_act(out: &mut String, rules: &RuleSet, law: &Law, act: &Act) {
    let _ = writeln!(out, "<a id=\"{}\"></a>\n", act.id);
    let _ = writeln!(out, "## {}\n\n`{}/{}`", plain(&act.name), law.id, act.id);
    if let Some(agency) = &act.agency {
        let _ = writeln!(out, "\nEnforced by: {}", plain(agency));
    }
    out.push('\n');
    // What holds now, or will, is what most people want to read first.
    for version in act.versions.iter().rev() {
        write_version(out, rules, law, version);
    }
}

fn write_version(out: &mut String, rules: &RuleSet, law: &Law, version: &Version) {
    let rule = &version.rule;
    let _ = writeln!(out, "### {}\n", time(version));
    let _ = writeln!(out, "- citation: {}", link(&rule.citation, &rule.url));
    let _ = writeln!(out, "- basis: {}", basis(rule.basis, rule.confidence));
    let _ = writeln!(out, "- covers: {}", plain(&covers(&rule.covers, &law.name)));
    if law.place.is_some() {
        let _ = writeln!(out, "- reaches: {}", plain(&reach(&rule.reach, &law.name)));
    }
    if let Some(when) = &rule.when {
        let _ = writeln!(out, "- {}", plain(&postings(rules, when)));
    }
    for demand in &rule.demands {
        let asks = if demand.required {
            "asks for"
        } else {
            "minds in"
        };
        let id = &demand.element;
        let _ = write!(out, "- {asks}: [{id}](../elements/{id}.md)");
        if let Some(citation) = &demand.citation {
            let _ = write!(out, " ({})", plain(citation));
        }
        out.push('\n');
        if let Some(when) = &demand.when {
            let _ = writeln!(out, "  - {}", plain(&postings(rules, when)));
        }
        if let Some(wants) = &demand.wants {
            let _ = writeln!(out, "  - {}", plain(wants));
        }
        if let Some(unless) = &demand.unless {
            let _ = writeln!(out, "  - depends on {}", plain(unless));
        }
        for (problem, on) in &demand.minds {
            let _ = writeln!(out, "  - minds `{id}/{problem}` ({})", basis_name(*on));
        }
        for (name, about) in &demand.parameters {
            let _ = writeln!(out, "  - can be set: `{name}`. {}", plain(about));
        }
        for (figure, value) in &demand.figures {
            let _ = writeln!(out, "  - `{figure}`: {value}");
        }
    }
    if !rule.protects.is_empty() {
        let _ = writeln!(out, "- protects: {}", plain(&rule.protects.join(", ")));
    }
    if !rule.forbids.is_empty() {
        let forbids: Vec<_> = rule
            .forbids
            .iter()
            .map(|id| format!("[{id}](../wordings/{id}.md)"))
            .collect();
        let _ = writeln!(out, "- forbids: {}", forbids.join(", "));
    }
    if rule.demands.is_empty() && rule.forbids.is_empty() {
        out.push_str("- asks nothing of postings\n");
    }
    for (name, text) in [
        ("penalty", &rule.penalty),
        ("note", &rule.note),
        ("open question", &rule.doubt),
    ] {
        if let Some(text) = text {
            let _ = writeln!(out, "- {name}: {}", plain(text));
        }
    }
    let _ = writeln!(out, "- verified: {}\n", rule.verified);
}

fn write_example(out: &mut String, example: &LawExample) {
    let found = outcome(example, |code| format!("`{code}`"));
    let told = plain(&told(example));
    let _ = writeln!(out, "{}{told}: {found}\n", plain(&example.about));
    block(out, &example.posting);
}
