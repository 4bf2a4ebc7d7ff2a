//! The rules that are part of the program. The build script has turned them
//! into JSON without their examples, so that no YAML is read at a start; the
//! files as they were written are there for those who want to see them.

use super::compile::compile;
use super::flaw::Flaw;
use super::schema::Bundle;
use super::set::RuleSet;
use super::words::{Cues, Needs};

/// All rules.
const JSON: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.json"));

include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

/// The literals of their patterns.
const CUES: Cues = include!(concat!(env!("OUT_DIR"), "/cues.rs"));

impl RuleSet {
    /// The built-in rules.
    ///
    /// # Errors
    /// Mistakes in them, which a test rules out.
    pub fn builtin() -> Result<RuleSet, Vec<Flaw>> {
        let (rules, cues) = bundle();
        compile(rules, cues)
    }
}

/// The shapes of the built-in rules, and the literals of their patterns.
pub(super) fn bundle() -> (Bundle, Cues) {
    let sound = "a test holds the built-in rules to their shape";
    (serde_json::from_str(JSON).expect(sound), CUES)
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
