//! The page of a law: its acts through time, and what each asks of a posting.

use super::page::{Page, basis, covers, reach, time};
use super::words::{condition, except, outcome, postings, told};
use crate::domain::date::Date;
use crate::report::human::basis_name;
use crate::report::terminal::Style;
use crate::rules::{Act, Law, RuleSet, Version};

/// The page of a law, or of one of its acts.
pub(super) fn page(
    rules: &RuleSet,
    law: &Law,
    only: Option<&Act>,
    day: Date,
    style: &Style,
) -> String {
    let place = law.place.as_ref().map_or("*", |place| place.code());
    let title = format!("{} [{place}]", law.name);
    let mut page = match only {
        Some(act) => Page::titled(style, &format!("{}/{}", law.id, act.id), &title),
        None => Page::titled(style, &law.id, &title),
    };
    if let Some(about) = law.about() {
        page.blank();
        page.text(2, about);
    }
    if let Some(exception) = law.exception() {
        page.blank();
        page.text(2, &except(rules, exception));
    }
    for act in law.acts() {
        if only.is_none_or(|only| only.id == act.id) {
            write_act(&mut page, rules, law, act, day);
        }
    }
    if only.is_none() && !law.examples().is_empty() {
        page.heading("Examples");
        for example in law.examples() {
            let found = outcome(example, str::to_owned);
            let text = format!("{}{}: {found}", example.about, told(example));
            page.hanging(2, "- ", &text);
        }
    }
    page.done()
}

fn write_act(page: &mut Page<'_>, rules: &RuleSet, law: &Law, act: &Act, day: Date) {
    page.heading(&format!("{}/{}  {}", law.id, act.id, act.name));
    if let Some(agency) = &act.agency {
        page.hanging(2, "enforced by: ", agency);
    }
    // What holds today is what most people want to read first.
    let (past, standing): (Vec<_>, Vec<_>) = act
        .versions
        .iter()
        .partition(|v| v.until.is_some_and(|until| until < day));
    for version in standing.into_iter().chain(past.into_iter().rev()) {
        write_version(page, rules, law, version, day);
    }
}

fn write_version(page: &mut Page<'_>, rules: &RuleSet, law: &Law, version: &Version, day: Date) {
    let rule = &version.rule;
    page.blank();
    page.item(2, &time(version, day), &rule.citation);
    page.url(4, &rule.url);
    page.hanging(4, "basis: ", &basis(rule.basis, rule.confidence));
    page.hanging(4, "covers: ", &covers(&rule.covers, &law.name));
    if law.place.is_some() {
        page.hanging(4, "reaches: ", &reach(&rule.reach, &law.name));
    }
    if let Some(when) = &rule.when {
        page.text(4, &postings(rules, when));
    }
    for demand in &rule.demands {
        let asks = if demand.required {
            "asks for: "
        } else {
            "minds in: "
        };
        let mut line = demand.element.clone();
        if let Some(citation) = &demand.citation {
            line.push_str(&format!(" ({citation})"));
        }
        page.hanging(4, asks, &line);
        if let Some(when) = &demand.when {
            page.text(6, &postings(rules, when));
        }
        if let Some(wants) = &demand.wants {
            page.text(6, wants);
        }
        if let Some(unless) = &demand.unless {
            page.hanging(6, "depends on: ", unless);
        }
        for question in &demand.unsettled {
            let line = format!(
                "{}, for postings with {}",
                question.on,
                condition(rules, &question.when)
            );
            page.hanging(6, "depends on: ", &line);
        }
        for (problem, on) in &demand.minds {
            let code = format!("{}/{problem}", demand.element);
            page.hanging(6, "minds: ", &format!("{code} ({})", basis_name(*on)));
        }
        for (name, about) in &demand.parameters {
            page.hanging(6, "can be set: ", &format!("{name}. {about}"));
        }
        for (figure, value) in &demand.figures {
            page.hanging(6, "figure: ", &format!("{figure} {value}"));
        }
    }
    if !rule.protects.is_empty() {
        page.hanging(4, "protects: ", &rule.protects.join(", "));
    }
    for wording in &rule.forbids {
        page.hanging(4, "forbids: ", wording);
    }
    if rule.demands.is_empty() && rule.forbids.is_empty() {
        page.text(4, "It asks nothing of postings.");
    }
    for (name, text) in [
        ("penalty: ", &rule.penalty),
        ("note: ", &rule.note),
        ("open question: ", &rule.doubt),
    ] {
        if let Some(text) = text {
            page.hanging(4, name, text);
        }
    }
    page.hanging(4, "verified: ", &rule.verified);
}
