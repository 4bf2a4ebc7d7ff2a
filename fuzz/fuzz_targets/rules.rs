//! Any bytes as a rule file.

#![no_main]

use hirelint::rules::{Base, RuleFile, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = RuleFile {
        name: "rule.yaml",
        bytes,
    };
    if let Err(problems) = load(&[file], Base::Nothing) {
        for problem in problems {
            assert!(!problem.to_string().is_empty());
        }
    }
});
