//! What programs read: the JSON of `check` and `facts` is what its types say,
//! its places lie in the file, and the schemas in `schemas/` are fresh.
//!
//! `UPDATE=1 cargo test --test json` writes the schemas afresh.

use hirelint::catalogue::json::{ExplainReport, RulesReport};
use hirelint::config::Configuration;
use hirelint::report::Place;
use hirelint::report::facts_json::FactsReport;
use hirelint::report::json::CheckReport;
use hirelint::report::jsonl::Line;
use hirelint::report::matrix::json::WhereReport;
use hirelint::rules::schema::{Element, Law, Wording};
use std::fs;
use std::path::Path;
use std::process::Command;

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(args)
        .current_dir(package())
        .env_clear()
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("JSON is UTF-8")
}

/// Files of every format that the package itself holds.
fn fixtures() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![package().join("fixtures")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path
                    .strip_prefix(package())
                    .expect("fixtures lie in the package");
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

fn assert_within(place: &Place, file: &str, text: &str) {
    assert!(place.start <= place.end, "{file}: {place:?}");
    let words = text.get(place.start..place.end);
    assert!(words.is_some(), "{file}: {place:?} is no place in it");
    let before = &text[..place.start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    assert_eq!(
        place.line,
        before.matches('\n').count() + 1,
        "{file}: {place:?}"
    );
    assert_eq!(
        place.column,
        text[line_start..place.start].chars().count() + 1,
        "{file}: {place:?}"
    );
}

#[test]
fn findings_are_as_described_and_lie_in_the_file() {
    let fixtures = fixtures();
    let mut args = vec![
        "check",
        "--format",
        "json",
        "--facts",
        "--as-of",
        "2026-11-22",
    ];
    args.extend(fixtures.iter().map(String::as_str));
    let printed = run(&args);
    let report: CheckReport = serde_json::from_str(&printed).expect("it has the shape of its type");
    assert_eq!(report.files.len(), fixtures.len());
    let again = serde_json::to_value(&report).expect("it can be written again");
    let as_printed: serde_json::Value = serde_json::from_str(&printed).expect("it is JSON");
    assert_eq!(again, as_printed, "nothing is lost on the way");
    let mut findings = 0;
    for file in &report.files {
        // Other encodings and archives have no text at these bytes.
        let Ok(text) = fs::read_to_string(package().join(&file.file)) else {
            continue;
        };
        for finding in file.postings.iter().flat_map(|p| &p.findings) {
            findings += 1;
            assert_within(&finding.span, &file.file, &text);
            for place in finding.related.iter().map(|r| &r.span) {
                assert_within(place, &file.file, &text);
            }
            let by = finding.authorities.iter().flat_map(|a| &a.brought_in_by);
            for place in by {
                assert_within(place, &file.file, &text);
            }
        }
    }
    assert!(findings > 0, "the fixtures have findings");
    let counted = report.summary.errors + report.summary.warnings + report.summary.advice;
    let listed = report.files.iter().flat_map(|f| &f.postings);
    assert_eq!(counted, listed.map(|p| p.findings.len()).sum::<usize>());
}

#[test]
fn facts_are_as_described_and_lie_in_the_file() {
    for file in fixtures() {
        let printed = run(&["facts", "--format", "json", &file]);
        let report: FactsReport = serde_json::from_str(&printed)
            .unwrap_or_else(|error| panic!("{file}: {error} in {printed}"));
        let Ok(text) = fs::read_to_string(package().join(&file)) else {
            continue;
        };
        for posting in &report.postings {
            for fact in posting.facts.values().flatten() {
                assert_within(&fact.span, &file, &text);
            }
            for piece in &posting.trimmed {
                assert_within(&piece.span, &file, &text);
            }
        }
    }
}

#[test]
fn places_are_as_described() {
    for file in fixtures() {
        let printed = run(&["where", "--format", "json", "--as-of", "2026-11-22", &file]);
        let report: WhereReport = serde_json::from_str(&printed)
            .unwrap_or_else(|error| panic!("{file}: {error} in {printed}"));
        for posting in &report.postings {
            let summary = &posting.summary;
            assert_eq!(summary.places, posting.places.len(), "{file}");
            let counted = summary.yes + summary.no + summary.depends + summary.doubtful;
            assert_eq!(counted, summary.places, "{file}");
        }
    }
}

#[test]
fn rules_are_as_described() {
    let printed = run(&["rules", "--format", "json"]);
    let all: RulesReport = serde_json::from_str(&printed).expect("it has the shape of its type");
    assert!(all.place.is_none() && all.acts.iter().any(|act| act.until.is_some()));
    let args = [
        "rules",
        "--in",
        "US-NY-NYC",
        "--as-of",
        "2022-11-01",
        "--format",
        "json",
    ];
    let city: RulesReport = serde_json::from_str(&run(&args)).expect("it has the same shape");
    assert_eq!(city.place.as_deref(), Some("US-NY-NYC"));
    let asking = |place: &str, element: &str| {
        let mut there = city.acts.iter().filter(|act| act.place == place);
        there.any(|act| act.asks_for.iter().any(|asked| asked == element))
    };
    // The city asked first; the state followed on 2023-09-17.
    assert!(asking("US-NY-NYC", "pay-range") && !asking("US-NY", "pay-range"));
    assert!(city.elements.iter().any(|named| named.code == "pay-range"));
    assert!(city.wordings.len() < all.wordings.len());
}

#[test]
fn explanations_are_as_described() {
    let explain = |code: &str| -> ExplainReport {
        let printed = run(&["explain", code, "--as-of", "2026-11-22", "--format", "json"]);
        serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{code}: {error}"))
    };
    let element = explain("individualized-assessment");
    assert!(element.element.is_some() && element.wording.is_none());
    assert!(
        element
            .acts
            .iter()
            .all(|act| act.law == "us-pa-philadelphia")
    );
    let wording = explain("background-check-mention");
    let conflicts = wording.wording.expect("it is a wording").conflicts;
    assert!(
        conflicts
            .iter()
            .any(|c| c.with == "individualized-assessment")
    );
    assert!(wording.acts.iter().all(|act| act.law == "us-ny-nyc"));
    let law = explain("us-wa");
    assert!(law.acts.iter().filter(|act| act.act == "pay").count() > 2);
    assert!(!law.examples.is_empty());
    let act = explain("us-wa/pay");
    assert!(act.acts.iter().all(|act| act.act == "pay"));
    assert_eq!(explain("suppression").code, "suppression");
}

#[test]
fn schemas_are_fresh() {
    for (name, schema) in [
        ("check", schemars::schema_for!(CheckReport)),
        ("check-lines", schemars::schema_for!(Line)),
        ("facts", schemars::schema_for!(FactsReport)),
        ("where", schemars::schema_for!(WhereReport)),
        ("rules", schemars::schema_for!(RulesReport)),
        ("explain", schemars::schema_for!(ExplainReport)),
        ("hirelint", schemars::schema_for!(Configuration)),
        ("element", schemars::schema_for!(Element)),
        ("law", schemars::schema_for!(Law)),
        ("wording", schemars::schema_for!(Wording)),
    ] {
        let path = package().join(format!("schemas/{name}.schema.json"));
        let fresh = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(package().join("schemas")).expect("a folder can be made");
            fs::write(&path, &fresh).expect("a schema can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            kept, fresh,
            "UPDATE=1 cargo test --test json writes {name} afresh"
        );
    }
}
