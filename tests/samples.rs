//! Sentences that must be found and their lawful look-alikes, as data: the whole
//! program reads a posting that says them (`tests/law/samples.yaml`).

use hirelint::diagnostic::Severity;
use hirelint::document;
use hirelint::lint::{Linter, Settings};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    says: String,
    #[serde(default = "boise")]
    r#in: String,
    #[serde(default)]
    finds: BTreeMap<String, Severity>,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    silent: Vec<String>,
}

fn boise() -> String {
    "Boise, Idaho".to_owned()
}

fn posting(sample: &Sample) -> String {
    let Sample { says, r#in, .. } = sample;
    format!(
        "# Colleague\n\nLocation: {in}\n\nLarkspur Trading is hiring a colleague.\n\n\
         ## About the job\n\n- {says}\n- You keep the records of the team.\n\n\
         ## How to apply\n\nWrite to jobs@larkspur.example by mail.\n"
    )
}

#[test]
fn what_must_be_found_is_found_and_look_alikes_are_left_alone() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law/samples.yaml");
    let text = fs::read_to_string(path).expect("the samples can be read");
    let samples: Vec<Sample> = serde_yaml::from_str(&text).expect("they are samples");
    let linter = Linter::builtin();
    let mut settings = Settings::on("2026-11-22".parse().expect("a day"));
    settings.employer.headcount = Some(500);
    let mut faults = Vec::new();
    for sample in &samples {
        let reading = document::read("posting.md", posting(sample).as_bytes());
        let report = linter.check(reading, &settings);
        assert!(report.postings[0].posting.is_posting, "{}", sample.says);
        let (wordings, elements): (Vec<_>, Vec<_>) = report.postings[0]
            .findings
            .iter()
            .partition(|finding| linter.rules().wording(&finding.code).is_some());
        let found: BTreeMap<_, _> = wordings
            .iter()
            .map(|finding| (finding.code.clone(), finding.severity))
            .collect();
        if found != sample.finds {
            faults.push(format!("{}: found {found:?}", sample.says));
        }
        let asked = |code: &str| {
            elements.iter().any(|finding| {
                let full = format!("{}/{}", finding.code, finding.problem);
                full == code || finding.code == code
            })
        };
        for code in sample.asks.iter().filter(|code| !asked(code)) {
            faults.push(format!("{}: nothing of {code}", sample.says));
        }
        for code in sample.silent.iter().filter(|code| asked(code)) {
            faults.push(format!("{}: found {code}", sample.says));
        }
    }
    assert!(samples.len() > 40, "only {} samples", samples.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
