//! The page of an element: what it is, how it can fall short, who asks for it.

use super::asking::asking;
use super::page::{Page, basis, covers, law_name, time};
use super::words::{conflicts_with, in_short, postings};
use super::{Standing, demand_on, standing};
use crate::domain::date::Date;
use crate::report::human::basis_name;
use crate::report::terminal::Style;
use crate::rules::schema::{Condition, Demand};
use crate::rules::{Element, RuleSet, Version};

/// The page of an element.
pub(super) fn page(rules: &RuleSet, element: &Element, day: Date, style: &Style) -> String {
    let rule = &element.rule;
    let mut page = Page::titled(style, &rule.element, &rule.title);
    page.blank();
    page.text(2, &rule.about);
    page.heading("How it can fall short");
    let missing = format!("{}/missing", rule.element);
    page.item(2, &missing, &rule.missing.message);
    for problem in &rule.problems {
        let code = format!("{}/{}", rule.element, problem.id);
        page.item(2, &code, &problem.message);
    }
    page.heading("What to do");
    page.text(2, &rule.missing.help);
    if let Some(write) = &rule.missing.write {
        page.blank();
        page.write(2, write);
    }
    let conflicts = conflicts_with(rules, &rule.element);
    if !conflicts.is_empty() {
        page.heading("Where another law forbids the words");
        for (wording, both) in conflicts {
            page.item(2, &wording, &both);
        }
    }
    page.heading("Examples");
    for example in &rule.examples {
        let outcome = example.problem.as_deref().unwrap_or("passes");
        let text = match &example.about {
            Some(about) => format!("{outcome}: {about}"),
            None => outcome.to_owned(),
        };
        page.hanging(2, "- ", &text);
        page.text(4, &in_short(&example.posting));
    }
    page.heading(&format!("Who asks for it ({day})"));
    let mut any = false;
    for standing in standing(rules, day) {
        any |= demander(&mut page, rules, standing, &rule.element, day);
    }
    if !any {
        let asking = asking(rules, &rule.element);
        page.text(2, asking.as_deref().unwrap_or("Nobody."));
    }
    page.done()
}

/// One law that asks for an element; false if it does not.
fn demander(
    page: &mut Page<'_>,
    rules: &RuleSet,
    standing: Standing<'_>,
    element: &str,
    day: Date,
) -> bool {
    let Standing { law, act, version } = standing;
    let Some((_, demand)) = demand_on(version, element) else {
        return false;
    };
    let rule = &version.rule;
    let line = format!(
        "{}, {}, {}",
        time(version, day),
        covers(&rule.covers, &law.name),
        basis(demand.basis.unwrap_or(rule.basis), rule.confidence),
    );
    page.item(2, &law_name(law), &line);
    let citation = demand.citation.as_ref().unwrap_or(&rule.citation);
    page.text(4, &format!("{}, {citation}", act.name));
    for when in conditions(version, demand) {
        page.text(4, &postings(rules, when));
    }
    if !demand.required {
        page.text(4, "It need not be there, but must not fall short.");
    }
    if let Some(wants) = &demand.wants {
        page.hanging(4, "wants: ", wants);
    }
    if let Some(unless) = &demand.unless {
        page.hanging(4, "depends on: ", unless);
    }
    for question in &demand.unsettled {
        page.hanging(4, "depends for some on: ", &question.on);
    }
    if !demand.minds.is_empty() {
        let minds: Vec<_> = demand
            .minds
            .iter()
            .map(|(problem, basis)| match *basis {
                same if same == rule.basis => problem.clone(),
                other => format!("{problem} ({})", basis_name(other)),
            })
            .collect();
        page.hanging(4, "minds: ", &minds.join(", "));
    }
    for (name, about) in &demand.parameters {
        page.hanging(4, "can be set: ", &format!("{name}. {about}"));
    }
    page.url(4, &rule.url);
    true
}

/// What a posting must say for a demand to apply.
fn conditions<'v>(version: &'v Version, demand: &'v Demand) -> impl Iterator<Item = &'v Condition> {
    version.rule.when.iter().chain(&demand.when)
}

/// The page of one way in which an element does not do.
pub(super) fn problem_page(
    rules: &RuleSet,
    element: &Element,
    at: usize,
    day: Date,
    style: &Style,
) -> String {
    let problem = &element.rule.problems[at];
    let code = format!("{}/{}", element.rule.element, problem.id);
    let mut page = Page::titled(style, &code, &problem.message);
    advice(
        &mut page,
        problem.why.as_deref(),
        &problem.help,
        problem.write.as_deref(),
    );
    page.heading(&format!("Who minds it ({day})"));
    let mut any = false;
    for Standing { law, act, version } in standing(rules, day) {
        let demand = demand_on(version, &element.rule.element);
        let Some((_, demand)) = demand else { continue };
        let Some(&on) = demand.minds.get(&problem.id) else {
            continue;
        };
        any = true;
        let line = format!(
            "{}, {}",
            time(version, day),
            basis(on, version.rule.confidence)
        );
        page.item(2, &law_name(law), &line);
        page.text(4, &format!("{}, {}", act.name, version.rule.citation));
        for when in conditions(version, demand) {
            page.text(4, &postings(rules, when));
        }
        page.url(4, &version.rule.url);
    }
    if !any {
        page.text(2, "Nobody.");
    }
    page.done()
}

/// The page of an element's absence.
pub(super) fn missing_page(rules: &RuleSet, element: &Element, day: Date, style: &Style) -> String {
    let missing = &element.rule.missing;
    let code = format!("{}/missing", element.rule.element);
    let mut page = Page::titled(style, &code, &missing.message);
    advice(
        &mut page,
        missing.why.as_deref(),
        &missing.help,
        missing.write.as_deref(),
    );
    page.heading(&format!("Who asks for it ({day})"));
    let mut any = false;
    for standing in standing(rules, day) {
        let demand = demand_on(standing.version, &element.rule.element);
        if demand.is_some_and(|(_, demand)| demand.required) {
            any |= demander(&mut page, rules, standing, &element.rule.element, day);
        }
    }
    if !any {
        page.text(2, "Nobody.");
    }
    page.done()
}

/// Why it matters, what to do, what to write.
pub(super) fn advice(page: &mut Page<'_>, why: Option<&str>, help: &str, write: Option<&str>) {
    if let Some(why) = why {
        page.blank();
        page.text(2, why);
    }
    page.heading("What to do");
    page.text(2, help);
    if let Some(write) = write {
        page.blank();
        page.write(2, write);
    }
}
