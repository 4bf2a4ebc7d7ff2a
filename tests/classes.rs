//! Each ground that a law protects has a wording that the law forbids, or a stated
//! reason: `tests/law/classes.yaml`.

use hirelint::lint::Linter;
use hirelint::rules::{Law, Version};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    #[serde(default)]
    wordings: Vec<String>,
    #[serde(default)]
    not_by: BTreeMap<String, String>,
    #[serde(default)]
    none: Option<String>,
}

fn rows() -> BTreeMap<String, Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law/classes.yaml");
    let text = fs::read_to_string(path).expect("the table can be read");
    serde_yaml::from_str(&text).expect("a sound table")
}

/// Whether an act of the law forbids one of the wordings while `version` is in force.
fn forbids(law: &Law, version: &Version, wordings: &[String]) -> bool {
    let mut versions = law.acts().iter().flat_map(|act| &act.versions);
    versions.any(|other| {
        let begins = other.from.is_none() || version.until.is_none() || other.from <= version.until;
        let lasts = other.until.is_none() || version.from.is_none() || version.from <= other.until;
        let forbidden = &other.rule.forbids;
        begins && lasts && wordings.iter().any(|id| forbidden.contains(id))
    })
}

#[test]
fn each_protected_ground_has_a_forbidden_wording_or_a_reason() {
    let rows = rows();
    let linter = Linter::builtin();
    let (mut seen, mut excused) = (BTreeSet::new(), BTreeSet::new());
    let mut faults = Vec::new();
    for law in &linter.rules().laws {
        for version in law.acts().iter().flat_map(|act| &act.versions) {
            for ground in &version.rule.protects {
                seen.insert(ground.as_str());
                let Some(row) = rows.get(ground) else {
                    faults.push(format!("{ground} ({}) has no row", law.id));
                    continue;
                };
                if row.none.is_some() || forbids(law, version, &row.wordings) {
                    continue;
                }
                if row.not_by.contains_key(&law.id) {
                    excused.insert((ground.as_str(), law.id.as_str()));
                } else {
                    faults.push(format!(
                        "{} protects {ground} and forbids no wording",
                        law.id
                    ));
                }
            }
        }
    }
    for (ground, row) in &rows {
        if row.none.is_some() != row.wordings.is_empty() {
            faults.push(format!("{ground}: either wordings or a reason"));
        }
        if !seen.contains(ground.as_str()) {
            faults.push(format!("{ground}: no law protects it"));
        }
        let known = row
            .wordings
            .iter()
            .filter(|id| linter.rules().wording(id).is_none());
        faults.extend(known.map(|id| format!("{ground}: no wording `{id}`")));
        let idle = row
            .not_by
            .keys()
            .filter(|law| !excused.contains(&(ground.as_str(), law.as_str())));
        faults.extend(idle.map(|law| format!("{ground}: the reason for {law} is not needed")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
