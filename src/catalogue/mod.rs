//! What the rules say, for people: the page of an element, a wording or a law,
//! and lists of them. It knows rules; it knows no posting.

mod asking;
pub mod docs;
mod element;
pub mod json;
mod law;
mod list;
mod page;
mod wording;
mod words;

pub use list::{all, asked_in};

use crate::domain::date::Date;
use crate::lint::{OWN_CODES, OwnCode, OwnProblem, own_code};
use crate::report::terminal::Style;
use crate::rules::{Act, Demand, Law, RuleSet, Version};

/// What a code of `hirelint explain` names.
#[derive(Debug, Clone, Copy)]
pub enum Topic<'r> {
    Element(&'r crate::rules::Element),
    /// One of the ways in which an element does not do, by its place.
    Problem(&'r crate::rules::Element, usize),
    /// That an element is missing.
    Missing(&'r crate::rules::Element),
    Wording(&'r crate::rules::Wording),
    Law(&'r Law),
    /// One act of a law.
    Act(&'r Law, &'r Act),
    /// A code that no rule file defines, and maybe one of its problems.
    Own(&'static OwnCode, Option<&'static OwnProblem>),
}

/// What `code` names: `pay-range`, `pay-range/open-ended`, `age-preference`,
/// `us-wa`, `us-wa/pay`.
pub fn find<'r>(rules: &'r RuleSet, code: &str) -> Option<Topic<'r>> {
    let (id, part) = match code.split_once('/') {
        Some((id, part)) => (id, Some(part)),
        None => (code, None),
    };
    if let Some(element) = rules.element(id) {
        return match part {
            None => Some(Topic::Element(element)),
            Some("missing") => Some(Topic::Missing(element)),
            Some(part) => {
                let at = element.rule.problems.iter().position(|p| p.id == part);
                at.map(|at| Topic::Problem(element, at))
            }
        };
    }
    if let Some(wording) = rules.wording(id) {
        return matches!(part, None | Some("wording")).then_some(Topic::Wording(wording));
    }
    if let Some(own) = own_code(id) {
        return match part {
            None => Some(Topic::Own(own, None)),
            Some(part) => own
                .problem(part)
                .map(|problem| Topic::Own(own, Some(problem))),
        };
    }
    let law = rules.law(id)?;
    match part {
        None => Some(Topic::Law(law)),
        Some(part) => {
            let act = law.acts().iter().find(|act| act.id == part);
            act.map(|act| Topic::Act(law, act))
        }
    }
}

/// All codes that [`find`] knows, for "did you mean".
pub fn codes(rules: &RuleSet) -> Vec<String> {
    let mut codes: Vec<String> = rules.codes().map(str::to_owned).collect();
    for own in &OWN_CODES {
        codes.push(own.code.to_owned());
        let problems = own.problems.iter();
        codes.extend(problems.map(|problem| format!("{}/{}", own.code, problem.id)));
    }
    for element in &rules.elements {
        let problems = element.rule.problems.iter().map(|p| p.id.as_str());
        for problem in problems.chain(["missing"]) {
            codes.push(format!("{}/{problem}", element.rule.element));
        }
    }
    for law in &rules.laws {
        codes.extend(
            law.acts()
                .iter()
                .map(|act| format!("{}/{}", law.id, act.id)),
        );
    }
    codes
}

/// The page of a topic. `day` divides what was, is and will be law.
pub fn explain(rules: &RuleSet, topic: Topic<'_>, day: Date, style: &Style) -> String {
    match topic {
        Topic::Element(element) => element::page(rules, element, day, style),
        Topic::Problem(element, at) => element::problem_page(rules, element, at, day, style),
        Topic::Missing(element) => element::missing_page(rules, element, day, style),
        Topic::Wording(wording) => wording::page(rules, wording, day, style),
        Topic::Law(law) => law::page(rules, law, None, day, style),
        Topic::Act(law, act) => law::page(rules, law, Some(act), day, style),
        Topic::Own(own, problem) => own_page(own, problem, style),
    }
}

/// The page of a code that no rule file defines.
fn own_page(own: &OwnCode, only: Option<&OwnProblem>, style: &Style) -> String {
    let name = match only {
        Some(problem) => format!("{}/{}", own.code, problem.id),
        None => own.code.to_owned(),
    };
    let mut page = page::Page::titled(style, &name, only.map_or(own.title, |p| p.title));
    page.blank();
    page.text(2, own.about);
    if let Some(problem) = only {
        page.blank();
        page.text(2, problem.about);
        page.heading("What to do");
        page.text(2, problem.help);
        return page.done();
    }
    for problem in own.problems {
        page.heading(&format!("{}/{}: {}", own.code, problem.id, problem.title));
        page.text(2, problem.about);
        page.text(2, problem.help);
    }
    page.done()
}

/// A version that is or will be in force, with where it stands.
#[derive(Debug, Clone, Copy)]
struct Standing<'r> {
    law: &'r Law,
    act: &'r Act,
    version: &'r Version,
}

/// The versions of all laws that are in force on `day` or come later.
fn standing(rules: &RuleSet, day: Date) -> impl Iterator<Item = Standing<'_>> {
    let acts = rules
        .laws
        .iter()
        .flat_map(|law| law.acts().iter().map(move |act| (law, act)));
    let versions = acts.flat_map(|(law, act)| {
        act.versions
            .iter()
            .map(move |version| Standing { law, act, version })
    });
    versions.filter(move |s| s.version.until.is_none_or(|until| day <= until))
}

/// A version's demand on an element of a [`RuleSet`], by the element's id.
fn demand_on<'v>(
    version: &'v Version,
    element: &str,
) -> Option<(&'v Demand, &'v crate::rules::schema::Demand)> {
    let written = version.rule.demands.iter();
    let mut both = version.demands.iter().zip(written);
    both.find(|(_, written)| written.element == element)
}
