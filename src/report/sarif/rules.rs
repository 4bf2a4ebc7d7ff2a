//! The rules of a run as SARIF describes them: one for each problem of an
//! element, each wording, and what the program says by itself.

use super::level;
use crate::diagnostic::Severity;
use crate::lint::OWN_CODES;
use crate::rules::{Demand, Element, Law, RuleSet, Version, Wording};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where the descriptors of built-in rules will stand. Results are written before
/// all rule sets of a run are known, so these come first, in an order of their own.
#[derive(Debug)]
pub struct Known {
    builtin: RuleSet,
    /// By id.
    index: BTreeMap<String, usize>,
}

impl Known {
    /// All built-in rules, and what the program says by itself.
    pub fn builtin() -> Option<Known> {
        let builtin = RuleSet::builtin().ok()?;
        let ids = all(&[&builtin], Some(&builtin)).into_keys();
        let index = ids.enumerate().map(|(at, id)| (id, at)).collect();
        Some(Known { builtin, index })
    }

    /// Whether a rule set is built on the built-in rules.
    fn is_in(&self, rules: &RuleSet) -> bool {
        let mut elements = self.builtin.elements.iter();
        elements.all(|element| rules.element(&element.rule.element).is_some())
    }

    /// Where the descriptor of `id` will stand, for a result of these rules.
    pub fn index_of(&self, id: &str, rules: &RuleSet) -> Option<usize> {
        self.index.get(id).copied().filter(|_| self.is_in(rules))
    }

    /// One for each code of all rule sets: the built-in ones first, the others
    /// sorted.
    pub fn descriptors(&self, sets: &[&RuleSet]) -> Vec<Value> {
        let mut sets = sets.to_vec();
        let has_builtin = sets.iter().any(|rules| self.is_in(rules));
        if has_builtin {
            // For what rules of one's own have put out of place.
            sets.push(&self.builtin);
        }
        let mut all: Vec<_> = all(&sets, Some(&self.builtin)).into_iter().collect();
        if has_builtin {
            all.sort_by_key(|(id, _)| self.index.get(id).copied().unwrap_or(usize::MAX));
        }
        all.into_iter().map(|(_, value)| value).collect()
    }
}

/// One for each code, by code.
fn all(sets: &[&RuleSet], builtin: Option<&RuleSet>) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for rules in sets {
        for (at, element) in rules.elements.iter().enumerate() {
            of_element(rules, at, element, builtin, &mut all);
        }
        for (at, wording) in rules.wordings.iter().enumerate() {
            let id = wording.rule.wording.clone();
            all.entry(id)
                .or_insert_with(|| of_wording(rules, at, wording, builtin));
        }
    }
    for own in &OWN_CODES {
        for problem in own.problems {
            let id = format!("{}/{}", own.code, problem.id);
            let described = Described {
                id: &id,
                title: problem.title,
                message: problem.about,
                help: problem.help,
                address: Some(address("README.md")),
                severity: Severity::Warning,
            };
            let value = described.descriptor();
            all.entry(id).or_insert(value);
        }
    }
    all
}

/// What a descriptor says.
struct Described<'a> {
    id: &'a str,
    title: &'a str,
    message: &'a str,
    help: &'a str,
    address: Option<String>,
    severity: Severity,
}

impl Described<'_> {
    fn descriptor(&self) -> Value {
        let mut value = json!({
            "id": self.id,
            "name": pascal_case(self.id),
            "shortDescription": {"text": self.title},
            "fullDescription": {"text": self.message},
            "help": {"text": self.help},
            "defaultConfiguration": {"level": level(self.severity)},
            "properties": {"tags": ["compliance", "job-posting"]},
        });
        if let Some(address) = &self.address {
            value["helpUri"] = json!(address);
        }
        value
    }
}

fn of_element(
    rules: &RuleSet,
    at: usize,
    element: &Element,
    builtin: Option<&RuleSet>,
    all: &mut BTreeMap<String, Value>,
) {
    let rule = &element.rule;
    let is_builtin = builtin.is_some_and(|b| b.element(&rule.element).is_some());
    let demands: Vec<(&Version, &Demand)> =
        demands(rules).filter(|(_, d)| d.element == at).collect();
    let address = if is_builtin {
        Some(address(&format!("rules/elements/{}.yaml", rule.element)))
    } else {
        demands.first().map(|(version, _)| version.rule.url.clone())
    };
    let mut add = |problem: &str, message: &str, help: &str, severity: Severity| {
        let id = format!("{}/{problem}", rule.element);
        let described = Described {
            id: &id,
            title: &rule.title,
            message: &plain(message),
            help,
            address: address.clone(),
            severity,
        };
        let value = described.descriptor();
        all.entry(id).or_insert(value);
    };
    let missing = demands
        .iter()
        .any(|(v, d)| asks(v, d) && v.rule.basis.is_binding());
    add(
        "missing",
        &rule.missing.message,
        &rule.missing.help,
        loud(missing),
    );
    for (index, problem) in rule.problems.iter().enumerate() {
        let minds = |d: &&(&Version, &Demand)| {
            let minded = d.1.minds.iter().find(|(at, _)| *at == index);
            minded.is_some_and(|(_, basis)| basis.is_binding())
        };
        let is_minded = demands.iter().any(|d| minds(&d));
        add(
            &problem.id,
            &problem.message,
            &problem.help,
            loud(is_minded),
        );
    }
}

fn of_wording(rules: &RuleSet, at: usize, wording: &Wording, builtin: Option<&RuleSet>) -> Value {
    let rule = &wording.rule;
    let is_builtin = builtin.is_some_and(|b| b.wording(&rule.wording).is_some());
    let forbids = versions(rules).filter(|version| version.forbids.contains(&at));
    let forbids: Vec<&Version> = forbids.collect();
    let is_forbidden = forbids
        .iter()
        .any(|version| version.rule.basis.is_binding());
    let described = Described {
        id: &rule.wording,
        title: &rule.title,
        message: &rule.about,
        help: &rule.help,
        address: if is_builtin {
            Some(address(&format!("rules/wording/{}.yaml", rule.wording)))
        } else {
            forbids.first().map(|version| version.rule.url.clone())
        },
        severity: loud(is_forbidden),
    };
    described.descriptor()
}

fn versions(rules: &RuleSet) -> impl Iterator<Item = &Version> {
    let acts = rules.laws.iter().flat_map(Law::acts);
    acts.flat_map(|act| &act.versions)
}

fn demands(rules: &RuleSet) -> impl Iterator<Item = (&Version, &Demand)> {
    versions(rules).flat_map(|version| version.demands.iter().map(move |demand| (version, demand)))
}

/// Whether the version asks for the element itself, beside minding how it is.
fn asks(version: &Version, demand: &Demand) -> bool {
    let at = version.demands.iter().position(|d| std::ptr::eq(d, demand));
    at.and_then(|at| version.rule.demands.get(at))
        .is_some_and(|d| d.required)
}

/// Where a law may ask for it, it is an error by default; each result has its
/// own level.
fn loud(is_law: bool) -> Severity {
    if is_law {
        Severity::Error
    } else {
        Severity::Advice
    }
}

/// A message without the blanks that a finding fills.
fn plain(message: &str) -> String {
    message
        .replace("“{text}”", "This wording")
        .replace("{text}", "This wording")
}

/// Where a file of this release is kept.
fn address(path: &str) -> String {
    let (repository, version) = (env!("CARGO_PKG_REPOSITORY"), env!("CARGO_PKG_VERSION"));
    format!("{repository}/blob/v{version}/{path}")
}

/// `pay-range/open-ended` is named `PayRangeOpenEnded`.
fn pascal_case(id: &str) -> String {
    let words = id.split(['-', '/', '_']);
    let upper = words.map(|word| {
        let mut chars = word.chars();
        let first = chars.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    });
    upper.collect()
}
