//! Every flag of every command is run: each stands in a case of `tests/cmd`.

use super::command;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the cases use: commands with flags, and flags with their values.
type Used = BTreeSet<String>;

fn cases() -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).expect("there are cases") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|e| e == "yaml") {
            let text = fs::read_to_string(&path).expect("cases can be read");
            let list: Vec<serde_json::Value> =
                serde_yaml::from_str(&text).expect("cases are a list");
            for case in list {
                let args = case["args"].as_array().expect("a case has arguments");
                let args = args.iter().filter_map(|arg| arg.as_str());
                cases.push(args.map(str::to_owned).collect());
            }
        }
    }
    cases
}

/// A value of a flag with values to choose from, which several commands can have.
fn choice(arg: &Arg, value: &str) -> String {
    let values = arg.get_possible_values();
    let names: Vec<_> = values.iter().map(|value| value.get_name()).collect();
    format!("{}={value}, of {}", arg.get_id(), names.join(" "))
}

/// What the matches of a command name.
fn note(command: &Command, matches: &ArgMatches, used: &mut Used) {
    for arg in command.get_arguments() {
        let id = arg.get_id().as_str();
        // Those that clap adds, such as --help, end the run before.
        let Ok(true) = matches.try_contains_id(id) else {
            continue;
        };
        if matches.value_source(id) != Some(ValueSource::CommandLine) {
            continue;
        }
        used.insert(format!("{} {id}", command.get_name()));
        for value in matches.get_raw(id).into_iter().flatten() {
            let value = value.to_string_lossy();
            used.insert(choice(arg, &value));
        }
    }
}

#[test]
fn every_flag_and_every_value_to_choose_from_stands_in_a_case() {
    let program = command();
    let mut used = Used::new();
    for case in cases() {
        let args = std::iter::once("hirelint".to_owned()).chain(case);
        // Cases of what is refused show no flag at work.
        let Ok(matches) = program.clone().try_get_matches_from(args) else {
            continue;
        };
        let (name, matches) = matches.subcommand().expect("a command is named");
        let command = program.find_subcommand(name).expect("it is one of them");
        note(command, matches, &mut used);
    }
    let mut missing = BTreeSet::new();
    for command in program.get_subcommands() {
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            let mut wanted = vec![format!("{} {id}", command.get_name())];
            let takes_value = arg.get_action().takes_values();
            let values = arg.get_possible_values().into_iter();
            // What several commands share need not be shown of each.
            let values = values.filter(|_| takes_value);
            wanted.extend(values.map(|value| choice(arg, value.get_name())));
            missing.extend(wanted.into_iter().filter(|one| !used.contains(one)));
        }
    }
    assert_eq!(missing, BTreeSet::new(), "no case shows these");
}
