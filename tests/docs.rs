//! `docs/rules/` says what the rules say.
//!
//! `UPDATE=1 cargo test --test docs` writes the pages afresh.

use std::fs;
use std::path::Path;
use std::process::Command;

fn docs(arguments: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .arg("docs")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_clear()
        .output()
        .expect("the program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), text + &errors)
}

#[test]
fn the_pages_of_the_rules_are_fresh() {
    let folder = "docs/rules";
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        let (is_written, said) = docs(&[folder]);
        assert!(is_written, "{said}");
    }
    let (is_fresh, said) = docs(&[folder, "--check"]);
    assert!(
        is_fresh,
        "UPDATE=1 cargo test --test docs writes them afresh:\n{said}"
    );
}

#[test]
fn the_readme_names_all_endings_that_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).expect("there is a README");
    let (_, rest) = readme.split_once("## What is read").expect("it says it");
    let (table, _) = rest.split_once("\n## ").expect("it goes on");
    for (ending, _) in hirelint::document::ENDINGS {
        assert!(table.contains(&format!("`.{ending}`")), ".{ending}");
    }
}

#[test]
fn a_stale_page_is_noticed() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let _ = fs::remove_dir_all(&folder);
    let name = folder.to_str().expect("the folder has a plain name");
    assert!(docs(&[name]).0);
    assert_eq!(docs(&[name, "--check"]), (true, String::new()));
    fs::write(folder.join("laws/us-wa.md"), "# Washington\n").expect("it can be written");
    fs::remove_file(folder.join("elements/pay-range.md")).expect("it is there");
    fs::write(folder.join("elements/gone.md"), "").expect("it can be written");
    let (is_fresh, said) = docs(&[name, "--check"]);
    assert!(!is_fresh);
    let expected =
        "missing: elements/pay-range.md\nstale: laws/us-wa.md\ntoo many: elements/gone.md\n";
    assert_eq!(said, expected);
}
