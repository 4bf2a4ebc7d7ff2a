//! How well postings are read, by cases that are data: each file in
//! `tests/reading` holds the cases of one class of difficulty, and each case a
//! text with what `hirelint facts --format json` must say of it.
//!
//! What a case expects is a part of the JSON: of an object the keys that are
//! named, of a list every item. A key that is not there counts as `null`.

use hirelint::document;
use hirelint::facts::Facts;
use hirelint::posting::{self, Prose};
use hirelint::report::facts_json;
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// One text and what is to be understood of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What is difficult about it, in a sentence.
    name: String,
    /// The extension of the file's name.
    format: String,
    text: String,
    /// What the first posting says.
    expect: serde_json::Map<String, Value>,
    /// What the further postings of the file say.
    #[serde(default)]
    further: Vec<serde_json::Map<String, Value>>,
}

impl Case {
    /// What is understood otherwise than the case says.
    fn faults(&self) -> Vec<String> {
        let reading = document::read(&format!("case.{}", self.format), self.text.as_bytes());
        let mut faults: Vec<String> = reading
            .problems
            .iter()
            .map(|problem| format!("cannot be read: {problem:?}"))
            .collect();
        let mut understood = Vec::new();
        for document in reading.documents {
            for posting in posting::find(Arc::new(document)) {
                let facts = Facts::read(&Prose::of(&posting));
                let said = facts_json::posting(&posting, &facts);
                understood.push(serde_json::to_value(said).expect("facts are plain data"));
            }
        }
        let expected = 1 + self.further.len();
        if understood.len() != expected {
            faults.push(format!("{} postings, not {expected}", understood.len()));
        }
        let wanted = std::iter::once(&self.expect).chain(&self.further);
        for (said, wanted) in understood.iter().zip(wanted) {
            for (key, wanted) in wanted {
                differences(key, wanted, &said[key], &mut faults);
            }
        }
        faults
    }
}

/// Where `said` does not hold what is `wanted`, each place by its path.
fn differences(path: &str, wanted: &Value, said: &Value, faults: &mut Vec<String>) {
    match (wanted, said) {
        (Value::Object(wanted), Value::Object(said)) => {
            for (key, wanted) in wanted {
                let value = said.get(key).unwrap_or(&Value::Null);
                differences(&format!("{path}.{key}"), wanted, value, faults);
            }
        }
        (Value::Array(wanted), Value::Array(said)) if wanted.len() == said.len() => {
            for (index, (wanted, said)) in wanted.iter().zip(said).enumerate() {
                differences(&format!("{path}[{index}]"), wanted, said, faults);
            }
        }
        (Value::Number(wanted), Value::Number(said)) if wanted.as_f64() == said.as_f64() => {}
        _ if wanted == said => {}
        _ => faults.push(format!("{path} is not {wanted}\n    but {said}")),
    }
}

#[test]
fn postings_are_read_as_the_cases_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("there are cases")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    files.sort();
    let mut count = 0;
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("cases can be read");
        let cases: Vec<Case> = serde_yaml::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in cases {
            count += 1;
            assert!(!case.expect.is_empty(), "{} expects nothing", case.name);
            let found = case.faults();
            if !found.is_empty() {
                let file = file.file_name().unwrap_or_default().to_string_lossy();
                faults.push(format!("{file}: {}:\n  {}", case.name, found.join("\n  ")));
            }
        }
    }
    assert!(count > 0, "no case was run");
    assert!(
        faults.is_empty(),
        "{} of {count} cases:\n{}",
        faults.len(),
        faults.join("\n\n")
    );
}

#[test]
fn a_case_that_is_read_otherwise_fails() {
    let case = |expect: Value| Case {
        name: "a sentence".to_owned(),
        format: "md".to_owned(),
        text: "# Cook\n\nThe pay is $20 to $25 an hour.\n".to_owned(),
        expect: expect.as_object().expect("an object").clone(),
        further: Vec::new(),
    };
    let right = serde_json::json!({"pay": [{"min": 20.0, "max": 25}], "eeo": null});
    assert_eq!(case(right).faults(), [""; 0]);
    for wrong in [
        serde_json::json!({"pay": []}),
        serde_json::json!({"pay": [{"min": 20}, {"min": 25}]}),
        serde_json::json!({"pay": [{"min": 21}]}),
        serde_json::json!({"pay": [{"minimum": 20}]}),
        serde_json::json!({"eeo": {}}),
    ] {
        assert_eq!(case(wrong.clone()).faults().len(), 1, "{wrong}");
    }
}
