//! What makes hirelint ready to use elsewhere: hooks, jobs and images name
//! files and flags that there are, and pass what users tell them safely.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(package().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

#[test]
fn the_image_copies_what_there_is() {
    let allowed: Vec<String> = text(".dockerignore")
        .lines()
        .filter_map(|line| Some(line.strip_prefix('!')?.to_owned()))
        .collect();
    let mut copied = Vec::new();
    for line in text("Dockerfile").lines() {
        let mut words = line.split_whitespace();
        if words.next() != Some("COPY") || line.contains("--from=") {
            continue;
        }
        let words: Vec<_> = words.map(str::to_owned).collect();
        copied.extend_from_slice(&words[..words.len() - 1]);
    }
    assert_eq!(copied, allowed, "what is sent is what is copied");
    for path in &copied {
        assert!(package().join(path).exists(), "{path} is not there");
    }
    // A package without one of its targets does not build.
    let manifest = text("Cargo.toml");
    assert!(!manifest.contains("[[bench]]") || copied.contains(&"benches".to_owned()));
}

#[test]
fn inputs_of_the_action_are_never_part_of_a_command() {
    let action = yaml(&text("action.yml"));
    let steps = action["runs"]["steps"].as_array().expect("it has steps");
    let mut passed = Vec::new();
    for step in steps {
        let run = step["run"].as_str().expect("each step runs something");
        assert!(!run.contains("${{"), "{run}");
        assert!(run.contains("ci/action.sh"), "{run}");
        for value in step["env"]
            .as_object()
            .into_iter()
            .flat_map(|env| env.values())
        {
            passed.extend(value.as_str().map(str::to_owned));
        }
        passed.extend(step["working-directory"].as_str().map(str::to_owned));
    }
    let inputs = action["inputs"].as_object().expect("it has inputs");
    for name in inputs.keys() {
        let used = format!("${{{{ inputs.{name} }}}}");
        assert!(passed.contains(&used), "{name} is not used");
    }
    assert_eq!(passed.len(), inputs.len(), "{passed:?}");
}

#[cfg(unix)]
#[test]
fn the_action_passes_its_inputs_word_for_word() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("action");
    let stub = folder.join("hirelint");
    fs::write(
        &stub,
        "#!/bin/sh\nfor word; do printf '%s\\n' \"[$word]\"; done\nexit 1\n",
    )
    .expect("a program can be written");
    fs::set_permissions(&stub, fs::Permissions::from_mode(0o755)).expect("it can be made to run");
    let path = std::env::var("PATH").unwrap_or_default();
    let run = |paths: &str, arguments: &str, fail_on: &str| {
        let output = Command::new(package().join("ci/action.sh"))
            .arg("check")
            .current_dir(&folder)
            .env_clear()
            .env("PATH", format!("{}:{path}", folder.display()))
            .env("HIRELINT_PATHS", paths)
            .env("HIRELINT_ARGS", arguments)
            .env("HIRELINT_FAIL_ON", fail_on)
            .output()
            .expect("the script runs");
        assert_eq!(output.status.code(), Some(1), "it ends as the program does");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for (paths, arguments, fail_on, expected) in [
        (".", "", "", "[check]\n[--]\n[.]\n"),
        (
            "jobs\nour drafts/a b.md\n",
            "--headcount=12\n--in\nSeattle, WA\n",
            "warning",
            "[check]\n[--fail-on=warning]\n[--headcount=12]\n[--in]\n[Seattle, WA]\n[--]\n[jobs]\n[our drafts/a b.md]\n",
        ),
        (
            "$(touch made); touch made\n`touch made`\n\"; touch made #\n--output",
            "",
            "error; touch made",
            "[check]\n[--fail-on=error; touch made]\n[--]\n[$(touch made); touch made]\n[`touch made`]\n[\"; touch made #]\n[--output]\n",
        ),
        ("*", "", "", "[check]\n[--]\n[*]\n"),
    ] {
        assert_eq!(run(paths, arguments, fail_on), expected);
    }
    assert!(!folder.join("made").exists(), "something else was run");
}

#[cfg(unix)]
#[test]
fn the_action_annotates_and_writes_the_summary_of_the_job() {
    let folder = folder("action-run");
    let program = Path::new(env!("CARGO_BIN_EXE_hirelint"));
    std::os::unix::fs::symlink(program, folder.join("hirelint")).expect("a link can be made");
    let from = package().join("fixtures/postings/lacking-draft.md");
    fs::copy(from, folder.join("a b.md")).expect("a fixture can be copied");
    let summary = folder.join("summary");
    fs::write(&summary, "").expect("a file can be written");
    let path = std::env::var("PATH").unwrap_or_default();
    for (fail_on, status) in [("", 1), ("never", 0), ("loudly", 2)] {
        let output = Command::new(package().join("ci/action.sh"))
            .arg("check")
            .current_dir(&folder)
            .env_clear()
            .env("PATH", format!("{}:{path}", folder.display()))
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env("HIRELINT_PATHS", "a b.md")
            .env("HIRELINT_ARGS", "--as-of=2026-11-22\n--headcount=60\n")
            .env("HIRELINT_FAIL_ON", fail_on)
            .env("HIRELINT_FORMAT", "github")
            .output()
            .expect("the script runs");
        assert_eq!(output.status.code(), Some(status), "{fail_on}");
        let printed = String::from_utf8_lossy(&output.stdout);
        let is_annotated = printed.contains("\n::error file=a b.md,line=");
        assert_eq!(is_annotated, status < 2, "{printed}");
    }
    let summary = fs::read_to_string(summary).expect("it is there");
    assert!(summary.starts_with("## Job postings\n"), "{summary}");
}

#[test]
fn the_hook_calls_the_program_with_flags_that_it_has() {
    let hooks = yaml(&text(".pre-commit-hooks.yaml"));
    let hook = &hooks[0];
    assert_eq!(hook["entry"], "hirelint check");
    let flags = hook["args"].as_array().expect("it has arguments");
    // A file that is no posting is no error of the one who commits it.
    let output = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .arg("check")
        .args(flags.iter().filter_map(Value::as_str))
        .arg("NOTICE")
        .current_dir(package())
        .env_clear()
        .output()
        .expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{told}");
}

/// The blocks of a language in a page of Markdown.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let starts = page.split(fence.as_str()).skip(1);
    starts
        .map(|rest| rest.split("\n```").next().unwrap_or(rest).to_owned())
        .collect()
}

#[test]
fn examples_for_jobs_are_sound_and_name_what_there_is() {
    let page = text("docs/ci.md");
    let found = blocks(&page, "yaml");
    assert!(found.len() >= 3, "one for each of the three");
    let inputs = yaml(&text("action.yml"))["inputs"].clone();
    for block in &found {
        let value = yaml(block);
        let Some(jobs) = value.get("jobs").and_then(Value::as_object) else {
            continue;
        };
        for step in jobs
            .values()
            .filter_map(|job| job["steps"].as_array())
            .flatten()
        {
            for name in step["with"]
                .as_object()
                .into_iter()
                .flat_map(|with| with.keys())
            {
                assert!(inputs.get(name).is_some(), "the action has no input {name}");
            }
        }
    }
    let job = yaml(&text("ci/gitlab.yml"));
    let job = &job["hirelint"];
    let report = job["artifacts"]["reports"]["codequality"].as_str();
    let written = format!("--output gitlab={}", report.expect("a report is kept"));
    let script = job["script"][0].as_str().expect("it runs something");
    assert!(script.contains(&written), "{script}");
}

#[test]
fn the_configuration_in_the_readme_loads() {
    let readme = text("README.md");
    let all = blocks(&readme, "yaml");
    let block = all.iter().find(|block| block.contains("overrides:"));
    let block = block.expect("the README shows a configuration");
    let top = folder("readme");
    let inner = top.join("jobs");
    fs::create_dir_all(inner.join("policies")).expect("a folder can be made");
    fs::write(top.join("company.yaml"), "fail_on: warning\n").expect("it can be written");
    fs::write(inner.join("hirelint.yaml"), block).expect("it can be written");
    let rule = "tests/cmd/one-rule";
    for entry in fs::read_dir(package().join(rule)).expect("there is a rule") {
        let from = entry.expect("the folder can be read").path();
        let name = from.file_name().expect("files have names").to_owned();
        fs::copy(&from, inner.join("policies").join(name)).expect("it can be copied");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(["config", "--show"])
        .current_dir(&inner)
        .env_clear()
        .output()
        .expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{told}");
}
