//! The page of a wording: what is better left unsaid, and who forbids it.

use super::element::advice;
use super::page::{Page, basis, covers, law_name, time};
use super::words::{postings, to_satisfy_both};
use super::{Standing, standing};
use crate::domain::date::Date;
use crate::report::terminal::Style;
use crate::rules::{RuleSet, Wording};

/// The page of a wording.
pub(super) fn page(rules: &RuleSet, wording: &Wording, day: Date, style: &Style) -> String {
    let rule = &wording.rule;
    let mut page = Page::titled(style, &rule.wording, &rule.title);
    page.blank();
    page.text(2, &rule.about);
    advice(
        &mut page,
        rule.why.as_deref(),
        &rule.help,
        rule.write.as_deref(),
    );
    if !rule.conflicts.is_empty() {
        page.heading("Where another law asks for the contrary");
        for conflict in &rule.conflicts {
            page.item(2, &conflict.with, &to_satisfy_both(conflict));
        }
    }
    let examples = rule.examples.iter();
    let (found, silent): (Vec<_>, Vec<_>) = examples.partition(|e| e.finds.is_some());
    page.heading("Found");
    for example in found {
        page.hanging(2, "- ", &example.posting);
    }
    page.heading("Left alone");
    for example in silent {
        page.hanging(2, "- ", &example.posting);
        if let Some(about) = &example.about {
            page.text(4, &format!("({about})"));
        }
    }
    page.heading(&format!("Who forbids it ({day})"));
    let mut any = false;
    for Standing { law, act, version } in standing(rules, day) {
        if !version.rule.forbids.contains(&rule.wording) {
            continue;
        }
        any = true;
        let line = format!(
            "{}, {}, {}",
            time(version, day),
            covers(&version.rule.covers, &law.name),
            basis(version.rule.basis, version.rule.confidence),
        );
        page.item(2, &law_name(law), &line);
        page.text(4, &format!("{}, {}", act.name, version.rule.citation));
        if let Some(when) = &version.rule.when {
            page.text(4, &postings(rules, when));
        }
        page.url(4, &version.rule.url);
    }
    if !any {
        let text = match rule.otherwise {
            Some(severity) => format!("No law; it is given as {}.", severity.name()),
            None => "No law in these rules.".to_owned(),
        };
        page.text(2, &text);
    }
    page.done()
}
