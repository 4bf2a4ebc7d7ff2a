//! Lists: all rules, and what is asked in a place on a day.

use super::page::{Page, basis, covers};
use super::words::postings;
use crate::domain::date::Date;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::report::terminal::Style;
use crate::rules::{Law, RuleSet};

/// All rules: elements, wordings, laws.
pub fn all(rules: &RuleSet, style: &Style) -> String {
    let total = rules.elements.len() + rules.wordings.len() + rules.laws.len();
    let mut page = Page::titled(
        style,
        &total.to_string(),
        "rules; `hirelint explain CODE` tells all about one",
    );
    let longest = rules.codes().map(str::len).max().unwrap_or(0);
    let name = |code: &str| format!("{code:longest$}  ");
    page.heading("Elements: what a posting can contain or lack");
    for element in &rules.elements {
        page.hanging(2, &name(&element.rule.element), &element.rule.title);
    }
    page.heading("Wordings: what a posting should not say");
    for wording in &rules.wordings {
        page.hanging(2, &name(&wording.rule.wording), &wording.rule.title);
    }
    page.heading("Laws");
    for law in &rules.laws {
        let acts: Vec<_> = law.acts().iter().map(|act| act.name.as_str()).collect();
        let text = format!("{}: {}", law.name, acts.join(", "));
        page.hanging(2, &name(&law.id), &text);
    }
    page.done()
}

/// What is asked of a posting for work in `place` on `day`.
pub fn asked_in(rules: &RuleSet, place: &Jurisdiction, day: Date, style: &Style) -> String {
    let title = format!("asked of a posting on {day}");
    let mut page = Page::titled(style, &gazetteer::name(place), &title);
    let outer = gazetteer::with_outer(place);
    let holds = |law: &&Law| law.place.as_ref().is_none_or(|place| outer.contains(place));
    let mut any = false;
    for law in rules.laws.iter().filter(holds) {
        for act in law.acts() {
            let Some(version) = act.on(day) else { continue };
            let rule = &version.rule;
            let asks = !rule.demands.is_empty() || !rule.forbids.is_empty();
            if !asks || rule.reach.leaves_out(&outer) {
                continue;
            }
            any = true;
            page.heading(&format!("{}: {}", law.name, act.name));
            let about = format!(
                "{}; {}; {}",
                rule.citation,
                covers(&rule.covers, &law.name),
                basis(rule.basis, rule.confidence)
            );
            page.text(2, &about);
            if let Some(when) = &rule.when {
                page.text(2, &postings(rules, when));
            }
            let required = rule.demands.iter().filter(|d| d.required);
            let asked: Vec<_> = required.map(|d| d.element.as_str()).collect();
            let minded = rule.demands.iter().flat_map(|d| {
                let problems = d.minds.keys();
                problems.map(move |problem| format!("{}/{problem}", d.element))
            });
            for (name, list) in [
                ("asks for: ", asked.join(", ")),
                ("minds: ", minded.collect::<Vec<_>>().join(", ")),
                ("forbids: ", rule.forbids.join(", ")),
            ] {
                if !list.is_empty() {
                    page.hanging(2, name, &list);
                }
            }
            for demand in &rule.demands {
                if let Some(when) = &demand.when {
                    let name = format!("{}: ", demand.element);
                    page.hanging(4, &name, &postings(rules, when));
                }
            }
        }
    }
    if !any {
        page.text(2, "Nothing in these rules.");
    }
    page.done()
}
