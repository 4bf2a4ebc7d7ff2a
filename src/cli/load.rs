//! Folders with rules of one's own → linters.

use super::options::Rules;
use super::plan::{Flaw, Flaws};
use crate::config::{self, Mistake};
use crate::domain::date::Date;
use crate::lint::Linter;
use crate::rules::{Base, Library, RuleFile, RuleProblem, builtin_files, load};
use std::path::PathBuf;
use walkdir::WalkDir;

/// The linter with the rules of folders.
///
/// # Errors
/// What is wrong with them.
pub fn linter(folders: &[PathBuf], no_builtin: bool) -> Result<Linter, Flaws> {
    if folders.is_empty() {
        return Ok(Linter::builtin());
    }
    let base = if no_builtin {
        Base::Nothing
    } else {
        Base::Builtin
    };
    let files = rule_files(folders)?;
    let library = load(&borrowed(&files), base).map_err(in_files)?;
    Ok(Linter::with_rules(library.rules))
}

/// The rules as they are written, with their examples, which a linter does
/// without.
///
/// # Errors
/// What is wrong with them.
pub fn library(rules: &Rules) -> Result<Library, Flaws> {
    let own = match rules.folders.as_slice() {
        [] => Vec::new(),
        folders => rule_files(folders)?,
    };
    let mut files = borrowed(&own);
    if !rules.no_builtin {
        let builtin: Vec<RuleFile<'_>> = builtin_files().collect();
        files.splice(..0, builtin);
    }
    load(&files, Base::Nothing).map_err(in_files)
}

/// The rules and the day for a command that reads no posting.
///
/// # Errors
/// What is wrong with the flags or the rules.
pub fn rules(rules: &Rules, as_of: Option<&str>) -> Result<(Linter, Date), Flaws> {
    let day = as_of.map_or(Ok(config::today()), config::day);
    let linter = linter(&rules.folders, rules.no_builtin);
    match (linter, day) {
        (Ok(linter), Ok(day)) => Ok((linter, day)),
        (linter, day) => {
            let mut flaws = linter.err().unwrap_or_default();
            flaws.extend(day.err().map(Flaw::from));
            Err(flaws)
        }
    }
}

/// Flaws of files.
pub fn in_files(problems: Vec<RuleProblem>) -> Flaws {
    problems.into_iter().map(Flaw::File).collect()
}

/// The files of folders with rules, with their bytes.
///
/// # Errors
/// Folders that cannot be read, or that hold no rule.
pub fn rule_files(folders: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Flaws> {
    let mut files = Vec::new();
    let mut flaws = Flaws::new();
    for folder in folders {
        let before = files.len();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let path = match entry {
                Ok(entry) if entry.file_type().is_file() => entry.into_path(),
                Ok(_) => continue,
                Err(error) => {
                    let reason = error.io_error().map(config::reason);
                    let reason = reason.unwrap_or_else(|| error.to_string());
                    let name = error.path().unwrap_or(folder).display();
                    flaws.push(Mistake::new(format!("{name}: {reason}"), None).into());
                    continue;
                }
            };
            let extension = path.extension().and_then(|e| e.to_str());
            if !matches!(extension, Some("yaml" | "yml")) {
                continue;
            }
            let name = path.to_string_lossy().into_owned();
            match std::fs::read(&path) {
                Ok(bytes) => files.push((name, bytes)),
                Err(error) => {
                    let reason = config::reason(&error);
                    flaws.push(Mistake::new(format!("{name}: {reason}"), None).into());
                }
            }
        }
        if files.len() == before && flaws.is_empty() {
            flaws.push(
                Mistake::new(
                    format!("{} holds no rule", folder.display()),
                    "rules are files that end in .yaml".to_owned(),
                )
                .into(),
            );
        }
    }
    if flaws.is_empty() {
        Ok(files)
    } else {
        Err(flaws)
    }
}

/// Rule files as the loader takes them.
pub fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<RuleFile<'_>> {
    files
        .iter()
        .map(|(name, bytes)| RuleFile { name, bytes })
        .collect()
}
