//! The order of the modules, read off the sources: a module uses only those
//! before it, and below the configuration there is no clock, disk, environment
//! or printing.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the ground up; those of one row stand side by side and use
/// one another no more than those above.
const ORDER: [&[&str]; 10] = [
    &["text", "domain"],
    &["diagnostic"],
    &["document"],
    &["posting"],
    &["facts"],
    &["rules"],
    &["lint"],
    &["report", "config"],
    &["catalogue"],
    &["cli"],
];

/// What only the modules from `config` on may name.
const OUTSIDE: [&str; 14] = [
    "std::fs",
    "std::env",
    "std::time",
    "stdin()",
    "stdout()",
    "stderr()",
    "std::net",
    "std::process",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "print!(",
    "dbg!(",
];

fn level(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    for entry in entries {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Each source file with the module that it belongs to, and its text.
fn modules() -> Vec<(PathBuf, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let inner = path.strip_prefix(&root).expect("it lies in src");
            let first = inner.iter().next().expect("it has a name");
            let name = first.to_string_lossy();
            let module = name.strip_suffix(".rs").unwrap_or(&name).to_owned();
            let text = fs::read_to_string(&path).expect("a source can be read");
            (path, module, text)
        })
        .collect()
}

/// The lines that are code, numbered from 1. Comments are left out, and so are
/// the tests at the end of a file, which may use anything.
fn code(path: &Path, text: &str) -> Vec<(usize, String)> {
    if path.file_stem().is_some_and(|stem| stem == "tests") {
        return Vec::new();
    }
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("mod tests {"))
        .map(|(at, line)| {
            let code = line.split("//").next().unwrap_or("");
            (at + 1, code.to_owned())
        })
        .collect()
}

/// The modules that a line names by `crate::`.
fn named(line: &str) -> Vec<String> {
    let pieces = line.split("crate::").skip(1);
    let mut names = Vec::new();
    for piece in pieces {
        let group = match piece.strip_prefix('{') {
            Some(group) => group.split([',', '}']).collect(),
            None => vec![piece],
        };
        names.extend(group.into_iter().map(|name| {
            name.trim()
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .next()
                .unwrap_or("")
                .to_owned()
        }));
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn a_module_uses_only_those_before_it() {
    let (mut wrong, mut uses) = (Vec::new(), 0);
    for (path, module, text) in modules() {
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let own = level(&module).unwrap_or_else(|| panic!("`{module}` has no place in the order"));
        for (at, line) in code(&path, &text) {
            if line.trim_end().ends_with("crate::{") {
                wrong.push(format!(
                    "{}:{at}: name one module in a line",
                    path.display()
                ));
            }
            for name in named(&line) {
                let Some(used) = level(&name) else { continue };
                uses += 1;
                let beside = used == own && name != module && own != 0;
                if used > own || beside {
                    wrong.push(format!("{}:{at}: {module} uses {name}", path.display()));
                }
            }
        }
    }
    assert!(uses > 100, "only {uses} uses were seen: the test is blind");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn below_the_configuration_there_is_no_outside_world() {
    let config = level("config").expect("it is in the order");
    let mut wrong = Vec::new();
    for (path, module, text) in modules() {
        let is_below = level(&module).is_some_and(|own| own < config);
        let prints = module == "report" || module == "catalogue";
        if !is_below && !prints {
            continue;
        }
        for (at, line) in code(&path, &text) {
            for word in OUTSIDE {
                if line.contains(word) {
                    wrong.push(format!("{}:{at}: {module} names {word}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reading_of_sources_sees_what_it_should() {
    for (line, expected) in [
        ("use crate::text::Span;", vec!["text"]),
        ("use crate::{facts::Facts, rules};", vec!["facts", "rules"]),
        (
            "let x = crate::lint::y(crate::cli::z);",
            vec!["lint", "cli"],
        ),
        ("use std::fmt;", vec![]),
    ] {
        assert_eq!(named(line), expected, "{line}");
    }
}
