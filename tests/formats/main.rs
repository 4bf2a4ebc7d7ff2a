//! Every format of `check`: valid for those who read it, the same on any number
//! of threads, and harmless whatever a posting says.

mod hostile;
mod schema;
mod xsd;

use hirelint::report::FORMATS;
use hirelint::report::jsonl::Line;
use serde_json::Value;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs `check` in `folder`.
fn check(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .arg("check")
        .args(args)
        .args(["--as-of", "2026-11-22", "--color", "never"])
        .current_dir(folder)
        .env_clear()
        .env("TZ", "UTC")
        .output()
        .expect("the program runs")
}

fn printed(folder: &Path, args: &[&str]) -> String {
    let output = check(folder, args);
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("formats-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// What every format must be able to say: findings of all severities, several
/// postings in a file, a file that cannot be read, one that is no posting.
fn mixed(name: &str) -> PathBuf {
    let folder = folder(name);
    for file in ["aggregator-page.txt", "clean-draft.md", "lacking-draft.md"] {
        let from = package().join("fixtures/postings").join(file);
        fs::copy(from, folder.join(file)).expect("a fixture can be copied");
    }
    let text = fs::read_to_string(folder.join("lacking-draft.md")).expect("it is there");
    let record = serde_json::json!({"title": "Cook 🙂 & more", "company": "Larkspur",
        "location": "Denver, CO", "description": text});
    let feed = serde_json::json!([record, record]).to_string();
    fs::write(folder.join("feed.json"), feed).expect("a file can be written");
    let accepted = format!("{text}\n<!-- hirelint-disable benefits: told in the interview -->\n");
    fs::write(folder.join("a b é.md"), accepted).expect("a file can be written");
    fs::write(folder.join("broken.json"), "[{\"title\": ").expect("a file can be written");
    fs::write(folder.join("notes.md"), "Buy flour.\n").expect("a file can be written");
    folder
}

/// The findings of a run, as JSON tells them.
fn findings(folder: &Path) -> Vec<(String, Value)> {
    let report: Value =
        serde_json::from_str(&printed(folder, &["--format", "json"])).expect("the report is JSON");
    let mut all = Vec::new();
    for file in report["files"].as_array().expect("a list") {
        for posting in file["postings"].as_array().expect("a list") {
            for finding in posting["findings"].as_array().expect("a list") {
                let name = file["file"].as_str().expect("a name").to_owned();
                all.push((name, finding.clone()));
            }
        }
    }
    assert!(all.len() > 10, "there is something to report");
    all
}

/// How many of them nobody has accepted.
fn open_findings(folder: &Path) -> usize {
    let all = findings(folder);
    let open = all.iter().filter(|(_, f)| f["suppressed"].is_null());
    open.count()
}

#[test]
fn sarif_is_what_its_schema_says() {
    let schema: Value =
        serde_json::from_str(&schema_of("sarif-2.1.0.json")).expect("the schema is JSON");
    let folder = mixed("sarif");
    for paths in [&["."][..], &["clean-draft.md"], &["gone.md"], &["notes.md"]] {
        let args = [&["--format", "sarif"][..], paths].concat();
        let text = printed(&folder, &args);
        let log: Value = serde_json::from_str(&text).expect("SARIF is JSON");
        assert_eq!(
            schema::faults(&schema, &log),
            Vec::<String>::new(),
            "{paths:?}"
        );
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
        let ids: HashSet<_> = rules
            .iter()
            .filter_map(|rule| rule["id"].as_str())
            .collect();
        assert!(
            ids.len() == rules.len() && ids.len() > 40,
            "all rules, each once"
        );
        for id in [
            "pay-range/missing",
            "age-preference",
            "broken-data/unreadable",
        ] {
            assert!(
                ids.contains(id),
                "{id} is described also where nothing fired"
            );
        }
        assert!(rules.iter().all(|rule| rule["helpUri"].is_string()));
        for result in run["results"].as_array().expect("a list") {
            let id = result["ruleId"].as_str().expect("an id");
            assert!(ids.contains(id), "{id} is described");
            let index = result["ruleIndex"].as_u64().expect("a built-in rule") as usize;
            assert_eq!(rules[index]["id"], id, "it is where it is said to be");
        }
        let is_whole = run["invocations"][0]["executionSuccessful"].as_bool();
        assert_eq!(is_whole, Some(paths == ["clean-draft.md"]), "{paths:?}");
    }
}

#[test]
fn sarif_describes_rules_of_ones_own_behind_the_built_in_ones() {
    let folder = folder("sarif-own");
    fs::create_dir(folder.join("rules")).expect("a folder can be made");
    let from = package().join("tests/cmd/one-rule/temple.yaml");
    fs::copy(from, folder.join("rules/temple.yaml")).expect("a rule can be copied");
    let draft = fs::read_to_string(package().join("fixtures/postings/lacking-draft.md"));
    let draft = draft
        .expect("it is there")
        .replace("Office Coordinator", "Temple keeper");
    fs::write(folder.join("job.md"), draft).expect("a file can be written");
    for (flags, has_index) in [
        (&["--rules", "rules"][..], true),
        (&["--rules", "rules", "--no-builtin"], false),
    ] {
        let args = [&["--format", "sarif", "job.md"], flags].concat();
        let text = printed(&folder, &args);
        let log: Value = serde_json::from_str(&text).expect("SARIF is JSON");
        let rules = &log["runs"][0]["tool"]["driver"]["rules"];
        let results = log["runs"][0]["results"].as_array().expect("a list");
        let indexed = results.iter().filter(|r| r["ruleIndex"].is_u64());
        assert_eq!(indexed.clone().count() > 3, has_index);
        for result in indexed {
            let index = result["ruleIndex"].as_u64().expect("a number") as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        let own = results.iter().find(|result| result["ruleIndex"].is_null());
        let own = own.expect("the rule of one's own finds something");
        let mut described = rules.as_array().expect("a list").iter();
        assert!(described.any(|rule| rule["id"] == own["ruleId"]));
    }
}

#[test]
fn sarif_points_at_the_same_places_in_utf16() {
    let folder = mixed("sarif-places");
    let log: Value =
        serde_json::from_str(&printed(&folder, &["--format", "sarif"])).expect("SARIF is JSON");
    assert_eq!(log["runs"][0]["columnKind"], "utf16CodeUnits");
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let findings = findings(&folder);
    assert_eq!(results.len(), findings.len());
    for (result, (file, finding)) in results.iter().zip(&findings) {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"]
            .as_str()
            .expect("an address");
        assert_eq!(uri, file.replace(' ', "%20").replace('é', "%C3%A9"));
        let text = fs::read_to_string(folder.join(file)).expect("it is text");
        let start = finding["span"]["start"].as_u64().expect("a number") as usize;
        let before = &text[..start];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or("")
            .encode_utf16()
            .count()
            + 1;
        assert_eq!(place["region"]["startLine"], line);
        assert_eq!(place["region"]["startColumn"], column);
        let related = finding["related"].as_array().map_or(0, Vec::len);
        let shown = result["relatedLocations"].as_array().map_or(0, Vec::len);
        assert_eq!(shown, related);
        assert_eq!(
            result["partialFingerprints"]["hirelint/v1"],
            finding["fingerprint"]
        );
    }
}

#[test]
fn gitlab_gets_what_it_asks_for() {
    let folder = mixed("gitlab");
    let schema = schema_of("gitlab-code-quality.json");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let list: Value = serde_json::from_str(&printed(&folder, &["--format", "gitlab"]))
        .expect("the report is JSON");
    assert_eq!(schema::faults(&schema, &list), Vec::<String>::new());
    let list = list.as_array().expect("a list");
    let prints: HashSet<_> = list.iter().map(|entry| &entry["fingerprint"]).collect();
    assert_eq!(prints.len(), list.len(), "each is shown");
    let places = list.iter().map(|entry| &entry["location"]["lines"]);
    assert!(
        places
            .clone()
            .all(|lines| lines["begin"].as_u64() <= lines["end"].as_u64())
    );
    assert_eq!(
        list.len(),
        open_findings(&folder) + 1,
        "and the broken file"
    );
}

/// A schema of the tests.
fn schema_of(name: &str) -> String {
    let path = package().join("tests/schemas").join(name);
    fs::read_to_string(path).expect("the schema is there")
}

#[test]
fn junit_counts_what_fails() {
    let folder = mixed("junit");
    let schema = schema_of("junit-10.xsd");
    for fail_on in ["error", "advice", "never"] {
        let text = printed(&folder, &["--format", "junit", "--fail-on", fail_on]);
        assert_eq!(xsd::faults(&schema, &text), Vec::<String>::new());
        let suites = xsd::parse(&text);
        let sum = |key: &str| -> usize {
            let numbers = suites.children.iter().map(|suite| suite.get(key));
            numbers.map(|n| n.parse::<usize>().expect("a number")).sum()
        };
        let count = |name: &str| suites.all(name).len();
        assert_eq!(sum("tests"), count("testcase"));
        assert_eq!(sum("failures"), count("failure"));
        assert_eq!((sum("errors"), count("error")), (1, 1));
        assert_eq!((sum("skipped"), count("skipped")), (1, 1));
        let all = findings(&folder);
        let failing = all.iter().filter(|(_, finding)| match fail_on {
            "error" => finding["severity"] == "error",
            "advice" => true,
            _ => false,
        });
        let failing = failing.filter(|(_, finding)| finding["suppressed"].is_null());
        assert_eq!(count("failure"), failing.count(), "--fail-on {fail_on}");
    }
}

#[test]
fn checkstyle_lists_every_file() {
    let folder = mixed("checkstyle");
    let text = printed(&folder, &["--format", "checkstyle"]);
    let faults = xsd::faults(&schema_of("checkstyle.xsd"), &text);
    assert_eq!(faults, Vec::<String>::new());
    let root = xsd::parse(&text);
    assert_eq!(root.all("file").len(), 7);
    assert_eq!(root.all("error").len(), open_findings(&folder) + 1);
}

#[test]
fn json_lines_are_what_their_schema_says() {
    let folder = mixed("jsonl");
    let schema = serde_json::to_value(schemars::schema_for!(Line)).expect("a schema is JSON");
    let text = printed(&folder, &["--format", "jsonl"]);
    let mut kinds = Vec::new();
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).expect("each line is JSON");
        assert_eq!(
            schema::faults(&schema, &value),
            Vec::<String>::new(),
            "{line}"
        );
        kinds.push(value["kind"].as_str().expect("a kind").to_owned());
        let _: Line = serde_json::from_value(value).expect("each line is as described");
    }
    assert_eq!(kinds.first().map(String::as_str), Some("start"));
    assert_eq!(kinds.last().map(String::as_str), Some("summary"));
    assert_eq!(kinds.iter().filter(|kind| *kind == "posting").count(), 7);
    assert_eq!(kinds.iter().filter(|kind| *kind == "problem").count(), 1);
}

#[test]
fn csv_has_a_row_for_each_finding() {
    let folder = mixed("csv");
    let text = printed(&folder, &["--format", "csv"]);
    let text = text
        .strip_prefix('\u{feff}')
        .expect("a spreadsheet sees UTF-8");
    assert!(
        text.split_inclusive('\n').all(|line| line.len() > 1),
        "{text}"
    );
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let severity = reader
        .headers()
        .expect("a head")
        .iter()
        .position(|c| c == "severity");
    let rows: Vec<_> = reader
        .records()
        .map(|row| row.expect("as many cells"))
        .collect();
    assert_eq!(rows.len(), open_findings(&folder) + 1);
    let severities = rows.iter().filter_map(|row| row.get(severity?));
    assert_eq!(severities.filter(|s| *s == "not checked").count(), 1);
}

#[test]
fn github_gets_an_annotation_for_each_finding() {
    let folder = mixed("github");
    let text = printed(&folder, &["--format", "github"]);
    for line in text.lines() {
        let is_command = ["::error ", "::warning ", "::notice "];
        assert!(is_command.iter().any(|c| line.starts_with(c)), "{line}");
    }
    assert_eq!(text.lines().count(), open_findings(&folder) + 1);
    assert!(text.contains("file=a b é.md,line="));
}

#[test]
fn the_exit_code_means_the_same_in_every_format() {
    let folder = mixed("exit-codes");
    for format in FORMATS {
        for (paths, flags, code) in [
            ("clean-draft.md", &[][..], 0),
            ("lacking-draft.md", &[], 1),
            ("lacking-draft.md", &["--fail-on", "never"], 0),
            (
                "lacking-draft.md",
                &["--min-severity", "error", "--fail-on", "advice"],
                1,
            ),
            ("clean-draft.md", &["--min-severity", "advice"], 0),
            ("notes.md", &[], 2),
            ("notes.md", &["--allow-empty"], 0),
            ("gone.md", &[], 2),
            ("broken.json", &[], 2),
            (".", &[], 2),
            ("lacking-draft.md", &["--select", "no-such-rule"], 2),
        ] {
            let args = [&["--format", format.name, paths][..], flags].concat();
            let status = check(&folder, &args).status.code();
            assert_eq!(status, Some(code), "{args:?}");
        }
    }
}

#[test]
fn reports_are_the_same_on_any_number_of_threads() {
    let folder = mixed("threads");
    for format in FORMATS {
        let args = ["--format", format.name, "--threads"];
        let one = printed(&folder, &[&args[..], &["1"]].concat());
        assert!(!one.is_empty(), "{format:?}");
        for threads in ["2", "2", "4"] {
            let more = printed(&folder, &[&args[..], &[threads]].concat());
            assert!(one == more, "{format:?} differs on {threads} threads");
        }
    }
}

#[test]
fn files_get_what_standard_output_would() {
    let folder = mixed("files");
    let out = self::folder("files-out");
    let outputs: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("{}={}", format.name, out.join(format.name).display()))
        .collect();
    let mut args = vec!["--quiet", "--format", "compact"];
    for output in &outputs {
        args.extend(["--output", output]);
    }
    let all = check(&folder, &args);
    assert_eq!(all.status.code(), Some(2), "of the broken file");
    for format in FORMATS {
        let written = fs::read_to_string(out.join(format.name)).expect("it was written");
        let shown = printed(&folder, &["--quiet", "--format", format.name]);
        assert!(written == shown, "{format:?}");
    }
    let names = fs::read_dir(&out).expect("it can be read").count();
    assert_eq!(names, FORMATS.len(), "no drafts are left");
}

#[test]
fn a_report_in_the_folder_is_no_posting_of_the_next_run() {
    let folder = folder("again");
    let from = package().join("fixtures/postings/lacking-draft.md");
    fs::copy(from, folder.join("draft.md")).expect("a fixture can be copied");
    let args = [
        "--output",
        "json=report.json",
        "--output",
        "markdown=report.md",
    ];
    let first = printed(&folder, &args);
    assert!(folder.join("report.md").exists());
    assert_eq!(printed(&folder, &args), first);
}

#[test]
fn what_cannot_be_written_ends_the_run_and_keeps_the_old() {
    let folder = mixed("unwritable");
    fs::create_dir(folder.join("taken")).expect("a folder can be made");
    fs::write(folder.join("old.json"), "old").expect("a file can be written");
    for (output, words) in [
        ("json=taken", "taken cannot be written: is a folder"),
        (
            "json=gone/report.json",
            "cannot be written: no such file or folder",
        ),
        ("json=", "the name of the file is missing"),
        ("json=-", "standard output takes --format json"),
        ("yaml=x", "`yaml` is no format"),
        ("x", "FORMAT=FILE"),
    ] {
        let args = [
            "--output",
            "json=old.json",
            "--output",
            output,
            "clean-draft.md",
        ];
        let run = check(&folder, &args);
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(told.contains(words), "{output}: {told}");
        assert_eq!(run.status.code(), Some(2), "{output}");
        assert_eq!(String::from_utf8_lossy(&run.stdout), "", "{output}");
        let old = fs::read_to_string(folder.join("old.json")).expect("it is there");
        assert_eq!(old, "old", "{output}");
    }
    let twice = [
        "--output",
        "json=a.json",
        "--output",
        "sarif=./a.json",
        "clean-draft.md",
    ];
    let run = check(&folder, &twice);
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("names ./a.json twice"));
}
