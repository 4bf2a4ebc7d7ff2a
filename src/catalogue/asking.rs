//! What only asks whether an element is there, and demands nothing of it.

use crate::rules::RuleSet;
use crate::rules::schema::Condition;
use std::collections::BTreeSet;

/// So many of them are named.
const MOST: usize = 12;

/// The laws, elements and wordings whose conditions ask for an element, by name; nothing
/// where none does.
pub(super) fn asking(rules: &RuleSet, element: &str) -> Option<String> {
    let asks = |condition: &Condition| asks(condition, element);
    let mut names: Vec<String> = Vec::new();
    for law in &rules.laws {
        let versions = law.acts().iter().flat_map(|act| &act.versions);
        let of_version = |rule: &crate::rules::schema::Version| {
            let demands = rule.demands.iter();
            let of_demands = demands.flat_map(|demand| {
                let unsettled = demand.unsettled.iter().map(|u| &u.when);
                demand.when.iter().chain(unsettled)
            });
            rule.when.iter().chain(of_demands).any(asks)
        };
        let rests = law.exception().into_iter().any(asks);
        if rests || versions.map(|version| &version.rule).any(of_version) {
            names.push(law.name.clone());
        }
    }
    for other in &rules.elements {
        let problems = other.rule.problems.iter();
        if problems.map(|problem| &problem.when).any(asks) {
            names.push(other.rule.element.clone());
        }
    }
    let wordings = rules.wordings.iter().map(|wording| &wording.rule);
    let wordings = wordings.filter(|wording| wording.when.iter().any(asks));
    names.extend(wordings.map(|wording| wording.wording.clone()));
    let mut met = BTreeSet::new();
    names.retain(|name| met.insert(name.clone()));
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    if more > 0 {
        names.push(format!("and {more} more"));
    }
    (!names.is_empty()).then(|| {
        format!(
            "Nobody wants it as such; whether it is there decides about what these ask: {}.",
            names.join(", ")
        )
    })
}

fn asks(condition: &Condition, element: &str) -> bool {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().any(|part| asks(part, element))
        }
        Condition::Not(part) => asks(part, element),
        Condition::Element(id) => id == element,
        Condition::Fact(_) | Condition::Text(_) | Condition::Section(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_elements_and_wordings_are_named_that_ask_for_an_element() {
        let rules = RuleSet::builtin().expect("a test holds the built-in rules sound");
        let named = |id| asking(&rules, id).unwrap_or_default();
        assert!(named("qualifications").contains("Minnesota"));
        assert!(named("federal-position").contains("California"));
        assert!(named("commission-pay").contains("pay-range"));
        assert_eq!(asking(&rules, "employer-name"), None);
    }
}
