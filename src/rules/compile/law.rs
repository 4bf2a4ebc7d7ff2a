//! Law files: acts, their versions, and what these demand.

use super::{Compiler, Names, one_of};
use crate::diagnostic::Basis;
use crate::domain::place::Jurisdiction;
use crate::rules::condition::Figures;
use crate::rules::schema;
use crate::rules::set::{Act, Demand, Law, Provisions, ReadProvisions, Version};
use std::sync::{LazyLock, OnceLock};

/// A law by its head, with a way to read what it says.
pub(super) fn law(id: String, name: String, place: &str, read: ReadProvisions) -> Law {
    Law {
        id,
        name,
        place: (place != "*").then(|| Jurisdiction::new(place)),
        outer: OnceLock::new(),
        provisions: LazyLock::new(read),
    }
}

impl Compiler {
    /// What a law says.
    pub(super) fn provisions(&mut self, rule: schema::Law, names: &Names) -> Provisions {
        let except = self.optional_condition_at("except", rule.except.as_ref());
        let mut acts = Vec::with_capacity(rule.acts.len());
        self.enter("acts", |c| {
            c.each(rule.acts, |c, act| {
                let mut versions = Vec::with_capacity(act.versions.len());
                c.enter("versions", |c| {
                    c.each(act.versions, |c, version| {
                        versions.push(c.version(version, names));
                    });
                });
                acts.push(Act {
                    id: act.act,
                    name: act.name,
                    agency: act.agency,
                    versions,
                });
            });
        });
        Provisions {
            about: rule.about,
            except,
            exception: rule.except,
            acts,
            examples: rule.examples,
        }
    }

    pub(super) fn version(&mut self, rule: schema::Version, names: &Names) -> Version {
        let from = self.enter("from", |c| c.date(rule.from.as_deref()));
        let until = self.enter("until", |c| c.date(rule.until.as_deref()));
        let when = self.optional_condition_at("when", rule.when.as_ref());
        let mut demands = Vec::with_capacity(rule.demands.len());
        self.enter("demands", |c| {
            c.each(&rule.demands, |c, demand| {
                demands.extend(c.demand(demand, names, rule.basis));
            });
        });
        let protects = self.enter("protects", |c| c.classes(&rule.protects));
        let mut forbids = Vec::with_capacity(rule.forbids.len());
        self.enter("forbids", |c| {
            c.each(&rule.forbids, |c, id| match names.wordings.get(id) {
                Some(at) => forbids.push(*at),
                None => {
                    let known = names.wordings.keys().map(String::as_str);
                    c.flaws.unknown("wording", id, known).is_reference = true;
                }
            });
        });
        Version {
            from,
            until,
            when,
            demands,
            protects,
            forbids,
            rule,
        }
    }

    pub(super) fn demand(
        &mut self,
        rule: &schema::Demand,
        names: &Names,
        basis: Basis,
    ) -> Option<Demand> {
        let when = self.optional_condition_at("when", rule.when.as_ref());
        let mut unsettled = Vec::with_capacity(rule.unsettled.len());
        self.enter("unsettled", |c| {
            c.each(&rule.unsettled, |c, question| {
                unsettled.push(c.condition_at("when", &question.when));
            });
        });
        let Some(&element) = names.elements.get(&rule.element) else {
            let known = names.elements.keys().map(String::as_str);
            self.enter("element", |c| {
                c.flaws
                    .unknown("element", &rule.element, known)
                    .is_reference = true;
            });
            return None;
        };
        let problems = &names.problems[&rule.element];
        let mut minds = Vec::with_capacity(rule.minds.len());
        self.enter("minds", |c| {
            for (id, basis) in &rule.minds {
                match problems.iter().position(|p| p == id) {
                    Some(at) => minds.push((at, *basis)),
                    None => c.enter(id, |c| {
                        let what = format!("problem of `{}`:", rule.element);
                        let known = problems.iter().map(String::as_str);
                        c.flaws
                            .unknown(&what, id, known)
                            .on_key()
                            .help(one_of(problems.iter().map(String::as_str)));
                    }),
                }
            }
        });
        minds.sort_by_key(|(at, _)| *at);
        let mut figures = Figures::new();
        self.enter("figures", |c| {
            for (name, figure) in &rule.figures {
                let figure = c.enter(name, |c| c.number(*figure));
                figures.extend(figure.map(|figure| (name.clone(), figure)));
            }
        });
        self.parameters(rule, names, basis);
        Some(Demand {
            element,
            when,
            unsettled,
            minds,
            figures,
            parameters: rule.parameters.keys().cloned().collect(),
        })
    }

    /// What a configuration can set is compared with, and is no figure of law.
    pub(super) fn parameters(&mut self, rule: &schema::Demand, names: &Names, basis: Basis) {
        let minded = rule.minds.keys().filter_map(|problem| {
            let figures = names.figures.get(&(rule.element.clone(), problem.clone()));
            figures.map(Vec::as_slice)
        });
        let compared: Vec<&str> = minded.flatten().map(String::as_str).collect();
        let bases = [basis].into_iter().chain(rule.basis);
        let mut bases = bases.chain(rule.minds.values().copied());
        let is_law = bases.any(|basis| !matches!(basis, Basis::Practice | Basis::Policy));
        self.enter("parameters", |c| {
            for name in rule.parameters.keys() {
                c.enter(name, |c| {
                    if is_law {
                        c.flaws
                            .note("a figure of law cannot be set")
                            .on_key()
                            .help("only practice and policy have parameters");
                    } else if !compared.contains(&name.as_str()) {
                        c.flaws
                            .unknown("figure", name, compared.iter().copied())
                            .on_key()
                            .help("it names a figure that a minded problem compares with");
                    }
                });
            }
        });
    }
}
