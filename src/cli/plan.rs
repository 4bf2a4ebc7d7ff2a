//! Flags → what a run does. Everything that is wrong with them is told at once.

use super::inputs::{Selection, globs};
use super::options::{Files, Told, Which};
use crate::config::{self, Mistake};
use crate::domain::employer::Employer;
use crate::lint::{Linter, Settings};
use crate::rules::Places;
use std::collections::BTreeMap;

/// Rules and settings of a run.
#[derive(Debug)]
pub struct Plan {
    pub linter: Linter,
    pub settings: Settings,
}

/// Collects mistakes beside values.
#[derive(Debug, Default)]
struct Mistakes(Vec<Mistake>);

impl Mistakes {
    fn keep<T>(&mut self, result: Result<T, Mistake>) -> Option<T> {
        result.map_err(|mistake| self.0.push(mistake)).ok()
    }
}

impl Plan {
    /// What the flags ask for.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn of(told: &Told, which: &Which) -> Result<Plan, Vec<Mistake>> {
        let linter = Linter::builtin();
        let mut mistakes = Mistakes::default();
        let as_of = match &told.as_of {
            Some(text) => mistakes.keep(config::day(text)),
            None => Some(config::today()),
        };
        let mut settings = Settings::on(as_of.unwrap_or_else(config::today));
        settings.employer = employer(told, &mut mistakes);
        settings.places = Places {
            replace: !told.only_in.is_empty(),
            codes: told
                .places
                .iter()
                .chain(&told.only_in)
                .filter_map(|text| mistakes.keep(config::place(text)))
                .collect(),
        };
        let mut codes = |list: &[String]| -> Vec<String> {
            list.iter()
                .filter_map(|text| mistakes.keep(config::code(text, linter.rules())))
                .collect()
        };
        settings.select = codes(&which.select);
        settings.ignore = codes(&which.ignore);
        if mistakes.0.is_empty() {
            Ok(Plan { linter, settings })
        } else {
            Err(mistakes.0)
        }
    }
}

fn employer(told: &Told, mistakes: &mut Mistakes) -> Employer {
    let mut headcount_in = BTreeMap::new();
    for text in &told.headcount_in {
        if let Some((place, count)) = mistakes.keep(headcount_in_place(text)) {
            headcount_in.insert(place, count);
        }
    }
    Employer {
        name: None,
        headcount: told.headcount,
        headcount_in,
        federal_contractor: match (told.federal_contractor, told.no_federal_contractor) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        },
        sector: told.sector.map(Into::into),
    }
}

fn headcount_in_place(text: &str) -> Result<(crate::domain::place::Jurisdiction, u32), Mistake> {
    let parts = text.rsplit_once('=');
    let count = parts.and_then(|(_, count)| count.trim().parse().ok());
    match (parts, count) {
        (Some((place, _)), Some(count)) => Ok((config::place(place.trim())?, count)),
        _ => Err(Mistake::new(
            format!("`{text}` is not a place with a number"),
            "write it as US-CA=20".to_owned(),
        )),
    }
}

/// Which files of a folder.
pub fn selection(files: &Files) -> Result<Selection, Vec<Mistake>> {
    let mut mistakes = Mistakes::default();
    let mut set = |patterns: &[String]| {
        mistakes.keep(globs(patterns).map_err(|error| Mistake::new(error.to_string(), None)))
    };
    let include = (!files.include.is_empty())
        .then(|| set(&files.include))
        .flatten();
    let exclude = set(&files.exclude);
    match exclude {
        Some(exclude) if mistakes.0.is_empty() => Ok(Selection {
            include,
            exclude,
            hidden: files.hidden,
            ignored: files.no_ignore,
        }),
        _ => Err(mistakes.0),
    }
}
