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
const OUTSIDE: [&str; 16] = [
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
    // Of jiff.
    "Timestamp::now",
    "Zoned::now",
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

/// The statements and other lines that are code, each with the number of its first
/// line, from 1. Comments are left out, and so are the tests at the end of a file,
/// which may use anything. What leads up to the crate's root by `super::` is
/// written `crate::`, and a `use` of several things as one line of full paths.
fn code(path: &Path, text: &str) -> Vec<(usize, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let inner = path.strip_prefix(&root).unwrap_or(path).with_extension("");
    let modules = inner.iter().filter(|name| *name != "mod").count();
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for (at, line) in lines(path, text) {
        let starts = line.trim_start();
        let is_use = ["use ", "pub use ", "pub(crate) use ", "pub(super) use "]
            .iter()
            .any(|word| starts.starts_with(word));
        match found.last_mut() {
            Some((_, whole)) if is_open => {
                whole.push(' ');
                whole.push_str(starts);
            }
            Some(_) | None => found.push((at, line.clone())),
        }
        is_open = (is_open || is_use) && !line.contains(';');
    }
    for (_, line) in &mut found {
        *line = line.replace(&"super::".repeat(modules), "crate::");
        if let Some((_, tree)) = line.split_once("use ")
            && tree.contains('{')
        {
            let tree: String = tree.chars().filter(|c| !c.is_whitespace()).collect();
            *line = paths(tree.trim_end_matches(';')).join(" ");
        }
    }
    found
}

/// The full paths of what a `use` names: `std::{fs,io::{self,Write}}`.
fn paths(tree: &str) -> Vec<String> {
    let Some((head, rest)) = tree.split_once('{') else {
        return vec![tree.to_owned()];
    };
    let rest = rest.strip_suffix('}').unwrap_or(rest);
    let (mut depth, mut from, mut parts) = (0_i32, 0, Vec::new());
    for (at, c) in rest.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            parts.push(&rest[from..at]);
            from = at + 1;
        }
    }
    parts.push(&rest[from..]);
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let paths = parts.flat_map(paths);
    paths.map(|path| format!("{head}{path}")).collect()
}

fn lines(path: &Path, text: &str) -> Vec<(usize, String)> {
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
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/deep/a.rs");
    for (text, expected) in [
        ("use std::{fs, io};", "std::fs std::io"),
        (
            "pub use std::{\n    io::{self, Write},\n    fs::File, // ours\n};",
            "std::io::self std::io::Write std::fs::File",
        ),
        ("super::super::super::cli::run();", "crate::cli::run();"),
        ("use super::super::a;", "use super::super::a;"),
        (
            "use super::super::super::{cli, lint::Linter};",
            "crate::cli crate::lint::Linter",
        ),
    ] {
        let read = code(&source, text);
        assert_eq!(read, [(1, expected.to_owned())], "{text}");
    }
}
