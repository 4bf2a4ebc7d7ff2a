//! What the rules say, for programs: the same rules as the pages. The shapes are
//! described by `schemas/rules.schema.json` and `schemas/explain.schema.json`,
//! which are generated from the types below.

use super::{Topic, page, standing, words};
use crate::diagnostic::Basis;
use crate::domain::date::Date;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::rules::schema::{self, Sureness};
use crate::rules::{Act, Law, RuleSet, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the shapes below; it grows when a key changes its meaning or
/// goes away. New keys may come without it.
const SCHEMA_VERSION: u32 = 1;

/// Everything that `hirelint rules --format json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesReport {
    pub schema_version: u32,
    /// The place that was asked for (`US-WA`); null for all rules.
    pub place: Option<String>,
    /// The day by whose law, ISO 8601; null for all rules, which are of all times.
    pub as_of: Option<String>,
    /// What a posting can contain or lack; for a place, what is asked there.
    pub elements: Vec<Named>,
    /// What a posting should not say; for a place, what is forbidden there.
    pub wordings: Vec<Named>,
    /// The versions of acts, in the order of places; for a place, those that ask
    /// something of a posting there on that day.
    pub acts: Vec<ActEntry>,
}

/// A rule and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// As `hirelint explain` takes it.
    pub code: String,
    pub title: String,
}

/// Everything that `hirelint explain --format json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainReport {
    pub schema_version: u32,
    pub code: String,
    pub title: String,
    pub about: Option<String>,
    /// For an element or a problem of it, the element as its file has it.
    pub element: Option<Box<schema::Element>>,
    /// For a wording, the wording as its file has it.
    pub wording: Option<Box<schema::Wording>>,
    /// For a law, all versions of its acts; for an element or a wording, those
    /// that ask for it or forbid it, in force on the day or later.
    pub acts: Vec<ActEntry>,
    /// For a law, the postings that show its edges.
    pub examples: Vec<schema::LawExample>,
}

/// An act as it stands from one day to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActEntry {
    /// Id of the law file.
    pub law: String,
    /// Id of the act within it.
    pub act: String,
    pub name: String,
    /// Code of the jurisdiction, `*` for practice and policy.
    pub place: String,
    pub place_name: String,
    pub agency: Option<String>,
    /// First day in force, ISO 8601.
    pub from: Option<String>,
    /// Last day in force, ISO 8601.
    pub until: Option<String>,
    pub citation: String,
    pub url: String,
    pub basis: Basis,
    pub confidence: Sureness,
    /// Which employers, in words.
    pub covers: String,
    /// Which work, in words.
    pub reaches: String,
    /// Which postings, in words, beyond `reaches`: "only for postings with …", "not
    /// for postings with …". Nothing where all are meant.
    pub postings: Vec<String>,
    /// The same for single elements that it asks for or minds.
    pub postings_by_element: BTreeMap<String, String>,
    /// Elements that must be there.
    pub asks_for: Vec<String>,
    /// Problems of elements.
    pub minds: Vec<String>,
    /// Wordings.
    pub forbids: Vec<String>,
    /// Grounds of unequal treatment.
    pub protects: Vec<String>,
    pub penalty: Option<String>,
    pub note: Option<String>,
    /// What is not certain about it.
    pub doubt: Option<String>,
    /// Day on which somebody last held it against the sources.
    pub verified: String,
}

/// All rules, or what is asked in a place on a day.
pub fn rules(rules: &RuleSet, asked: Option<(&Jurisdiction, Date)>) -> String {
    let acts: Vec<ActEntry> = match asked {
        None => every_version(rules)
            .map(|version| entry(rules, version))
            .collect(),
        Some((place, day)) => {
            let outer = gazetteer::with_outer(place);
            every_version(rules)
                .filter(|(law, _, version)| {
                    let holds = law.place.as_ref().is_none_or(|place| outer.contains(place));
                    let holds = holds && !version.rule.reach.leaves_out(&outer);
                    holds && version.in_force(day) && asks(version)
                })
                .map(|version| entry(rules, version))
                .collect()
        }
    };
    let is_asked = |code: &str, wanted: fn(&ActEntry) -> Vec<&str>| {
        asked.is_none() || acts.iter().any(|act| wanted(act).contains(&code))
    };
    let elements = rules.elements.iter().map(|element| Named {
        code: element.rule.element.clone(),
        title: element.rule.title.clone(),
    });
    let wordings = rules.wordings.iter().map(|wording| Named {
        code: wording.rule.wording.clone(),
        title: wording.rule.title.clone(),
    });
    print(&RulesReport {
        schema_version: SCHEMA_VERSION,
        place: asked.map(|(place, _)| place.code().to_owned()),
        as_of: asked.map(|(_, day)| day.to_string()),
        elements: elements
            .filter(|named| is_asked(&named.code, elements_of))
            .collect(),
        wordings: wordings
            .filter(|named| is_asked(&named.code, |act| strs(&act.forbids)))
            .collect(),
        acts,
    })
}

/// One rule in full.
pub fn explain(rules: &RuleSet, topic: Topic<'_>, code: &str, day: Date) -> String {
    let mut report = ExplainReport {
        schema_version: SCHEMA_VERSION,
        code: code.to_owned(),
        title: String::new(),
        about: None,
        element: None,
        wording: None,
        acts: Vec::new(),
        examples: Vec::new(),
    };
    let behind = |wanted: &dyn Fn(&ActEntry) -> bool| -> Vec<ActEntry> {
        let standing = standing(rules, day).map(|s| entry(rules, (s.law, s.act, s.version)));
        standing.filter(wanted).collect()
    };
    match topic {
        Topic::Element(element) | Topic::Problem(element, _) | Topic::Missing(element) => {
            let rule = &element.rule;
            report.title.clone_from(&rule.title);
            report.about = Some(rule.about.clone());
            report.acts = behind(&|act| elements_of(act).contains(&rule.element.as_str()));
            report.element = Some(Box::new(rule.clone()));
        }
        Topic::Wording(wording) => {
            let rule = &wording.rule;
            report.title.clone_from(&rule.title);
            report.about = Some(rule.about.clone());
            report.acts = behind(&|act| act.forbids.contains(&rule.wording));
            report.wording = Some(Box::new(rule.clone()));
        }
        Topic::Law(law) => {
            report.title.clone_from(&law.name);
            report.about = law.about().map(str::to_owned);
            report.acts = law
                .acts()
                .iter()
                .flat_map(|act| versions(rules, law, act))
                .collect();
            report.examples = law.examples().to_vec();
        }
        Topic::Act(law, act) => {
            report.title.clone_from(&act.name);
            report.about = law.about().map(str::to_owned);
            report.acts = versions(rules, law, act).collect();
        }
        Topic::Own(own, problem) => {
            let (title, about) = problem.map_or((own.title, own.about), |problem| {
                (problem.title, problem.about)
            });
            report.title = title.to_owned();
            report.about = Some(about.to_owned());
        }
    }
    print(&report)
}

fn print<T: Serialize>(report: &T) -> String {
    serde_json::to_string_pretty(report).expect("these types have text keys only") + "\n"
}

fn every_version(rules: &RuleSet) -> impl Iterator<Item = (&Law, &Act, &Version)> {
    let acts = rules
        .laws
        .iter()
        .flat_map(|law| law.acts().iter().map(move |act| (law, act)));
    acts.flat_map(|(law, act)| act.versions.iter().map(move |version| (law, act, version)))
}

fn versions<'r>(
    rules: &'r RuleSet,
    law: &'r Law,
    act: &'r Act,
) -> impl Iterator<Item = ActEntry> + 'r {
    act.versions
        .iter()
        .map(move |version| entry(rules, (law, act, version)))
}

fn asks(version: &Version) -> bool {
    !version.rule.demands.is_empty() || !version.rule.forbids.is_empty()
}

/// The elements that an act asks for or minds problems of.
fn elements_of(act: &ActEntry) -> Vec<&str> {
    let minded = act.minds.iter().filter_map(|code| code.split('/').next());
    act.asks_for
        .iter()
        .map(String::as_str)
        .chain(minded)
        .collect()
}

fn strs(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

fn entry(rules: &RuleSet, (law, act, version): (&Law, &Act, &Version)) -> ActEntry {
    let rule = &version.rule;
    let exception = law.exception().into_iter().map(|c| words::except(rules, c));
    let when = rule.when.iter().map(|c| words::postings(rules, c));
    let by_element = rule.demands.iter().filter_map(|demand| {
        let when = words::postings(rules, demand.when.as_ref()?);
        Some((demand.element.clone(), when))
    });
    let required = rule.demands.iter().filter(|demand| demand.required);
    let minded = rule.demands.iter().flat_map(|demand| {
        let problems = demand.minds.keys();
        problems.map(move |problem| format!("{}/{problem}", demand.element))
    });
    ActEntry {
        law: law.id.clone(),
        act: act.id.clone(),
        name: act.name.clone(),
        place: law.place.as_ref().map_or("*", |p| p.code()).to_owned(),
        place_name: law.name.clone(),
        agency: act.agency.clone(),
        from: rule.from.clone(),
        until: rule.until.clone(),
        citation: rule.citation.clone(),
        url: rule.url.clone(),
        basis: rule.basis,
        confidence: rule.confidence,
        covers: page::covers(&rule.covers, &law.name),
        reaches: match law.place {
            Some(_) => page::reach(&rule.reach, &law.name),
            None => "all work".to_owned(),
        },
        postings: exception.chain(when).collect(),
        postings_by_element: by_element.collect(),
        asks_for: required.map(|demand| demand.element.clone()).collect(),
        minds: minded.collect(),
        forbids: rule.forbids.clone(),
        protects: rule.protects.clone(),
        penalty: rule.penalty.clone(),
        note: rule.note.clone(),
        doubt: rule.doubt.clone(),
        verified: rule.verified.clone(),
    }
}
