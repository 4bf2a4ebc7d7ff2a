//! Turns the rule files into one JSON text, and the literals that each of their patterns
//! needs into constants, so that the program reads no YAML and no table when it starts.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code)]
#[path = "../src/rules/cue.rs"]
mod cue;
#[allow(dead_code)]
#[path = "../src/rules/group.rs"]
mod group;
#[path = "../src/rules/share.rs"]
mod share;

/// Writes `rules.json`, `laws.rs`, `cues.rs` and `rule_files.rs` into the build's output folder.
pub fn build() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/rules/cue.rs");
    println!("cargo::rerun-if-changed=src/rules/group.rs");
    println!("cargo::rerun-if-changed=src/rules/share.rs");
    println!("cargo::rerun-if-changed=src/text/word.rs");
    println!("cargo::rerun-if-changed=data/common_words.tsv");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    collect(&root.join("rules"), &mut files);
    files.sort();
    let mut rules = Map::new();
    for kind in ["elements", "laws", "wordings"] {
        rules.insert(kind.into(), json!([]));
    }
    let mut laws = Vec::new();
    let mut cues = Cues::default();
    for file in &files {
        let mut rule = read(file);
        let kind = if rule.get("element").is_some() {
            "elements"
        } else if rule.get("law").is_some() {
            "laws"
        } else if rule.get("wording").is_some() {
            "wordings"
        } else {
            panic!("{}: neither element, law nor wording", file.display());
        };
        let patterns = written(&rule);
        patterns.iter().for_each(|pattern| cues.add(pattern));
        let (shut_out, preferred) = (texts(&rule, "shut_out"), texts(&rule, "preferred"));
        let groups = group::patterns(&shut_out, &preferred).into_iter();
        for pattern in groups.chain(group::innocent(&shut_out, &preferred)) {
            cues.add(&pattern);
        }
        // A start does not run examples; `explain` and `test` read the files.
        if let Some(examples) = rule.get_mut("examples") {
            *examples = json!([]);
        }
        if kind == "laws" {
            cues.of_laws.extend(patterns);
            laws.push(kept(&rule));
            continue;
        }
        let list = rules.get_mut(kind).and_then(Value::as_array_mut);
        list.expect("it was just made").push(rule);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    for (name, text) in [
        ("rules.json", Value::Object(rules).to_string()),
        ("laws.rs", format!("&[{}]", laws.join(","))),
        ("cues.rs", cues.code()),
        ("rule_files.rs", listed(&root, &files)),
    ] {
        fs::write(out.join(name), text).expect("the build folder can be written");
    }
}

/// The texts of a list in a rule, which may be left out.
fn texts(rule: &Value, key: &str) -> Vec<String> {
    let list = rule.get(key).and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// A law as a constant: its head, and the rest to be read when it is asked for.
fn kept(law: &Value) -> String {
    let text = |key: &str| {
        law.get(key)
            .and_then(Value::as_str)
            .expect("a test holds it there")
    };
    let mut forbids = Vec::new();
    let list = |of: &Value, key: &str| of.get(key).and_then(Value::as_array).cloned();
    for act in list(law, "acts").unwrap_or_default() {
        for version in list(&act, "versions").unwrap_or_default() {
            forbids.extend(texts(&version, "forbids"));
        }
    }
    forbids.sort();
    forbids.dedup();
    format!(
        "KeptLaw {{ id: {:?}, name: {:?}, place: {:?}, forbids: &{forbids:?}, json: {:?} }}",
        text("law"),
        text("name"),
        text("place"),
        law.to_string(),
    )
}

/// The patterns that are written in a rule.
fn written(value: &Value) -> Vec<String> {
    let mut patterns = Vec::new();
    match value {
        Value::Object(map) => {
            for key in ["any", "except", "unless", "near"] {
                patterns.extend(texts(value, key));
            }
            patterns.extend(map.values().flat_map(written));
        }
        Value::Array(list) => patterns.extend(list.iter().flat_map(written)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    patterns
}

/// The files themselves, for `explain` and `test`, which show what is written.
fn listed(root: &Path, files: &[PathBuf]) -> String {
    let mut code = String::from("static FILES: &[(&str, &str)] = &[\n");
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(file);
        let name = name.display().to_string().replace('\\', "/");
        // By way of the variable, so that the text names no folder of this machine.
        code.push_str(&format!(
            "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))),\n",
            format!("/{name}")
        ));
    }
    code.push_str("];\n");
    code
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "yaml") {
            files.push(path);
        }
    }
}

fn read(file: &Path) -> Value {
    let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let options = serde_yaml::options! {
        with_snippet: false,
        strict_booleans: true,
        reject_unsupported_tags: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
    };
    serde_yaml::from_str_with_options(&text, options)
        .unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}

/// The literals of all patterns: they stand in tests of text, under these keys.
#[derive(Default)]
struct Cues {
    /// Sets of literals, each once.
    sets: Vec<Vec<String>>,
    /// The sets of each pattern, by their places, and the one that it begins with.
    of: BTreeMap<u64, (Vec<usize>, Option<usize>)>,
    /// The patterns of laws.
    of_laws: BTreeSet<String>,
}

impl Cues {
    fn add(&mut self, pattern: &str) {
        let mut place = |set: Vec<String>| {
            let place = self.sets.iter().position(|known| *known == set);
            place.unwrap_or_else(|| {
                self.sets.push(set);
                self.sets.len() - 1
            })
        };
        let sets: Vec<usize> = cue::literals(pattern).into_iter().map(&mut place).collect();
        let needs = (sets, cue::leads(pattern).map(&mut place));
        let number = cue::number(pattern);
        if let Some(other) = self.of.insert(number, needs.clone()) {
            assert_eq!(other, needs, "two patterns have the number of {pattern:?}");
        }
    }

    /// A constant of the program: each literal once, sets as their places, and a pattern
    /// as its number. As a table to be read it would be a fifth of a start.
    fn code(&self) -> String {
        // In the order of their letters, without the stars at their ends.
        let bare = |phrase: &&String| phrase.trim_matches('*').to_owned();
        let mut phrases: Vec<&String> = self.sets.iter().flatten().collect();
        phrases.sort_by_key(|phrase| (bare(phrase), *phrase));
        phrases.dedup();
        let place = |phrase: &String| phrases.iter().position(|known| *known == phrase);
        let place = |phrase| place(phrase).expect("it is among them all");
        let sets = self.sets.iter().map(|set| {
            let places: Vec<usize> = set.iter().map(place).collect();
            format!("&{places:?}")
        });
        let of = self.of.iter().map(|(number, (sets, lead))| {
            format!("({number}, Needs {{ sets: &{sets:?}, lead: {lead:?} }})")
        });
        format!(
            "Cues {{ phrases: &{phrases:?}, sets: &[{}], of: &[{}], of_laws: &{:?} }}",
            sets.collect::<Vec<_>>().join(", "),
            of.collect::<Vec<_>>().join(", "),
            Vec::from_iter(&self.of_laws),
        )
    }
}
