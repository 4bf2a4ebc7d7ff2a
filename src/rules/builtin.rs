//! The rules that are part of the program. The build script has turned them
//! into JSON without their examples, so that no YAML is read at a start, and each
//! law for itself, so that only those are read that a posting asks for; the files
//! as they were written are there for those who want to see them.

use super::compile::{KeptLaw, compile_with};
use super::flaw::Flaw;
use super::schema::Bundle;
use super::set::RuleSet;
use super::words::{Cues, Needs};

/// All elements and wordings.
const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.json"));

include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

/// All laws.
static LAWS: &[KeptLaw] = include!(concat!(env!("OUT_DIR"), "/laws.rs"));

/// The literals of their patterns.
const CUES: Cues = include!(concat!(env!("OUT_DIR"), "/cues.rs"));

impl RuleSet {
    /// The built-in rules.
    ///
    /// # Errors
    /// Mistakes in them, which a test rules out.
    pub fn builtin() -> Result<RuleSet, Vec<Flaw>> {
        compile_with(without_laws(), LAWS, CUES)
    }
}

fn without_laws() -> Bundle {
    serde_json::from_str(JSON).expect("a test holds the built-in rules to their shape")
}

/// The shapes of the built-in rules, and the literals of their patterns.
pub(super) fn bundle() -> (Bundle, Cues) {
    let laws = LAWS.iter().map(KeptLaw::rule).collect();
    let rules = Bundle {
        laws,
        ..without_laws()
    };
    (rules, CUES)
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
    use crate::rules::compile::compile;
    use crate::rules::set::Law;

    #[test]
    fn the_built_in_rules_compile() {
        match RuleSet::builtin() {
            Ok(rules) => assert!(rules.laws.iter().all(|law| !law.acts().is_empty())),
            Err(flaws) => panic!("{flaws:#?}"),
        }
    }

    #[test]
    fn hardly_a_literal_is_looked_for_within_words() {
        let within = CUES.phrases.iter().filter(|phrase| phrase.starts_with('*'));
        let within: Vec<_> = within.collect();
        let hint =
            "each is looked for at every letter of a text: write whole words, or a space before";
        assert!(within.len() <= 8, "{hint}: {within:?}");
    }

    #[test]
    fn rules_are_the_same_whether_laws_are_read_at_once_or_when_asked_for() {
        let (rules, cues) = bundle();
        let at_once = compile(rules, cues).expect("they are sound");
        let when_asked = RuleSet::builtin().expect("they are sound");
        assert_eq!(at_once.is_forbidden, when_asked.is_forbidden);
        assert_eq!(at_once.laws.len(), when_asked.laws.len());
        for (one, other) in at_once.laws.iter().zip(&when_asked.laws) {
            let said = |law: &Law| (law.id.clone(), law.name.clone(), law.place.clone());
            assert_eq!(said(one), said(other));
            let rules = |law: &Law| {
                let versions = law.acts().iter().flat_map(|act| &act.versions);
                versions.map(|v| v.rule.clone()).collect::<Vec<_>>()
            };
            assert_eq!(rules(one), rules(other), "{}", one.id);
        }
    }
}
