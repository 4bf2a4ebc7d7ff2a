//! The rules that are part of the program. The build script has turned them
//! into JSON without their examples, so that no YAML is read at a start; the
//! files as they were written are there for those who want to see them.

use super::compile::compile;
use super::flaw::Flaw;
use super::schema::{Bundle, Element, Wording};
use super::set::RuleSet;
use super::words::Cues;
use serde::Deserialize;
use std::thread;

/// Elements, wordings and the literals of all patterns.
const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.json"));

/// The laws, which are as long as all the rest.
const LAWS: &str = include_str!(concat!(env!("OUT_DIR"), "/laws.json"));

include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Builtin {
    elements: Vec<Element>,
    wordings: Vec<Wording>,
    cues: Cues,
}

impl RuleSet {
    /// The built-in rules.
    ///
    /// # Errors
    /// Mistakes in them, which a test rules out.
    pub fn builtin() -> Result<RuleSet, Vec<Flaw>> {
        let (rules, cues) = bundle();
        compile(rules, &cues)
    }
}

/// The shapes of the built-in rules, and the literals of their patterns.
pub(super) fn bundle() -> (Bundle, Cues) {
    // Not on the pool of the files: what waits for the rules may fill it.
    let (builtin, laws) = thread::scope(|scope| {
        let laws = || serde_json::from_str(LAWS);
        let beside = thread::Builder::new().spawn_scoped(scope, laws);
        let builtin = serde_json::from_str::<Builtin>(JSON);
        // Where no thread is to be had, the one does the work of both.
        let beside = beside.ok().and_then(|beside| beside.join().ok());
        (builtin, beside.unwrap_or_else(laws))
    });
    let sound = "a test holds the built-in rules to their shape";
    let Builtin {
        elements,
        wordings,
        cues,
    } = builtin.expect(sound);
    let rules = Bundle {
        elements,
        wordings,
        laws: laws.expect(sound),
    };
    (rules, cues)
}

/// The built-in rule files as they were written, by their paths.
pub fn builtin_files() -> impl Iterator<Item = super::load::RuleFile<'static>> {
    FILES.iter().map(|(name, text)| super::load::RuleFile {
        name,
        bytes: text.as_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_rules_compile() {
        if let Err(flaws) = RuleSet::builtin() {
            panic!("{flaws:#?}");
        }
    }
}
