//! Any bytes as a file through the whole pipeline.

#![no_main]

use hirelint::document;
use hirelint::domain::date::Date;
use hirelint::lint::{Linter, Settings};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LINTER: LazyLock<Linter> = LazyLock::new(Linter::builtin);

const NAMES: [&str; 9] = [
    "a.md", "a.html", "a.txt", "a.docx", "a.json", "a.jsonl", "a.csv", "a.xml", "a.lr",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else {
        return;
    };
    let name = NAMES[usize::from(first) % NAMES.len()];
    let settings = Settings::on(Date::constant(2026, 11, 22));
    let report = LINTER.check(document::read(name, rest), &settings);
    for posting in &report.postings {
        for finding in &posting.findings {
            let places = finding.related.iter().chain([&finding.primary]);
            for label in places {
                assert!(report.source.text.get(label.span.range()).is_some());
            }
        }
    }
});
