//! The rules that are part of the program. The build script has turned them
//! into JSON, so that no YAML is read at a start.

use super::compile::compile;
use super::flaw::{Flaw, Which};
use super::schema::Bundle;
use super::set::RuleSet;
use super::words::Cues;
use serde::Deserialize;

const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.json"));

include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

#[derive(Deserialize)]
struct Builtin {
    rules: Bundle,
    cues: Cues,
}

impl RuleSet {
    /// The built-in rules.
    ///
    /// # Errors
    /// Mistakes in them, which a test rules out.
    pub fn builtin() -> Result<RuleSet, Vec<Flaw>> {
        let mut builtin = parse();
        // While facts are still being added, a rule that asks for one that is
        // not there yet is left out.
        for _ in 0..4 {
            match compile(builtin.rules.clone(), &builtin.cues) {
                Ok(rules) => return Ok(rules),
                Err(flaws) => builtin.rules = without(builtin.rules, &flaws),
            }
        }
        compile(builtin.rules, &builtin.cues)
    }
}

/// The shapes of the built-in rules, and the literals of their patterns.
pub(super) fn bundle() -> (Bundle, Cues) {
    let builtin = parse();
    (builtin.rules, builtin.cues)
}

/// The built-in rule files as they were written, by their paths.
pub fn builtin_files() -> impl Iterator<Item = super::load::RuleFile<'static>> {
    FILES.iter().map(|(name, text)| super::load::RuleFile {
        name,
        bytes: text.as_bytes(),
    })
}

fn parse() -> Builtin {
    serde_json::from_str(JSON).expect("built-in rules have the shape of rules")
}

fn without(rules: Bundle, flaws: &[Flaw]) -> Bundle {
    fn keep<T>(list: Vec<T>, flaws: &[Flaw], which: impl Fn(usize) -> Which) -> Vec<T> {
        list.into_iter()
            .enumerate()
            .filter(|(at, _)| flaws.iter().all(|flaw| flaw.which != which(*at)))
            .map(|(_, rule)| rule)
            .collect()
    }
    Bundle {
        elements: keep(rules.elements, flaws, Which::Element),
        laws: keep(rules.laws, flaws, Which::Law),
        wordings: keep(rules.wordings, flaws, Which::Wording),
    }
}
