//! A configuration with all that it extends, and what of it holds for a file.

use super::file::{self, File, Part};
use super::layer::{Layer, Origin};
use super::paths::{Rooted, absolute, globs, shown};
use crate::rules::{RuleProblem, RuleSet};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// More files than anybody builds on.
const MOST_FILES: usize = 64;

/// A configuration with all that it extends.
#[derive(Debug)]
pub struct Chain {
    /// The configuration itself, as it was named.
    pub path: PathBuf,
    /// The files; each outweighs those before it, and the last is the
    /// configuration itself.
    pub files: Vec<File>,
    include: Option<Vec<Rooted>>,
    exclude: Vec<Rooted>,
}

/// Reads a configuration and what it extends.
///
/// # Errors
/// All mistakes of all files.
pub fn read(path: &Path) -> Result<Chain, Vec<RuleProblem>> {
    let mut reader = Reader {
        files: Vec::new(),
        met: BTreeSet::new(),
        open: Vec::new(),
        problems: Vec::new(),
    };
    // Messages name it as the user does.
    reader.follow(path, &path.to_string_lossy());
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let mut all = Layer::default();
    for file in &reader.files {
        all.lay(&file.layer);
    }
    let include = rooted(&all, "include");
    Ok(Chain {
        path: path.to_owned(),
        files: reader.files,
        include: (!include.is_empty()).then_some(include),
        exclude: rooted(&all, "exclude"),
    })
}

/// The globs under `key`, each from the folder of its file.
fn rooted(layer: &Layer, key: &str) -> Vec<Rooted> {
    let one = |(item, origin): &(Json, Origin)| match origin {
        // Each glob was found sound in its file.
        Origin::File(from) => Some(Rooted::new(&from.folder, globs([item.as_str()?]).ok()?)),
        Origin::Default | Origin::Flag(_) => None,
    };
    layer.items(key).filter_map(one).collect()
}

struct Reader {
    files: Vec<File>,
    /// Files that were met, by absolute path.
    met: BTreeSet<PathBuf>,
    /// The way to the file that is being read.
    open: Vec<PathBuf>,
    problems: Vec<RuleProblem>,
}

impl Reader {
    /// Reads a file behind all that it extends. What several files extend is
    /// read once.
    fn follow(&mut self, path: &Path, name: &str) {
        let full = absolute(path);
        self.met.insert(full.clone());
        let file = match file::read(path, name) {
            Ok(file) => file,
            Err(problems) => return self.problems.extend(problems),
        };
        self.open.push(full);
        for (written, span) in &file.extends {
            let target = absolute(&file.folder.join(written));
            let mut refuse = |message: String, help: &str| {
                let mut problem = RuleProblem::new(&file.source, *span, message);
                problem.help = Some(help.to_owned());
                self.problems.push(problem);
            };
            if let Some(at) = self.open.iter().position(|open| *open == target) {
                let way: Vec<_> = self.open[at..]
                    .iter()
                    .chain([&target])
                    .map(|path| shown(path).to_string_lossy().into_owned())
                    .collect();
                let message = format!("files extend each other in a circle: {}", way.join(" → "));
                refuse(message, "leave out one of them");
            } else if self.met.contains(&target) {
                // Something else builds on it too.
            } else if self.met.len() >= MOST_FILES {
                let message = format!("more than {MOST_FILES} files extend one another");
                refuse(message, "write what they say into fewer files");
            } else if !target.is_file() {
                let what = if target.exists() {
                    "is no file"
                } else {
                    "is not there"
                };
                let message = format!("`{written}` {what}");
                refuse(message, "it is a path from the folder of this file");
            } else {
                let name = shown(&target).to_string_lossy().into_owned();
                self.follow(&target, &name);
            }
        }
        self.open.pop();
        self.files.push(file);
    }
}

impl Chain {
    /// The folders with rules of one's own.
    pub fn rule_folders(&self) -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> = Vec::new();
        for file in &self.files {
            for (item, _) in file.layer.items("rules") {
                let folder = item.as_str().map(|path| absolute(&file.folder.join(path)));
                folders.extend(folder.map(|folder| shown(&folder)));
            }
        }
        folders.dedup();
        folders
    }

    /// Holds codes against the rules.
    ///
    /// # Errors
    /// Codes that no rule has.
    pub fn check_codes(&self, rules: &RuleSet) -> Result<(), Vec<RuleProblem>> {
        let files = self.files.iter();
        let problems: Vec<_> = files.flat_map(|file| file.check_codes(rules)).collect();
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// All overrides with the file in which they stand, in the order in which
    /// they outweigh one another.
    pub fn overrides(&self) -> impl Iterator<Item = (&File, &Part)> {
        let files = self.files.iter();
        files.flat_map(|file| file.overrides.iter().map(move |part| (file, part)))
    }

    /// Which overrides hold for a posting, an absolute path, by their place in
    /// [`overrides`](Self::overrides).
    pub fn holding(&self, path: &Path) -> Vec<usize> {
        let overrides = self.overrides().enumerate();
        let holding = overrides.filter(|(_, (_, part))| part.files.is_match(path));
        holding.map(|(at, _)| at).collect()
    }

    /// All that is said where the overrides `holding` hold.
    pub fn layer(&self, holding: &[usize]) -> Layer {
        let mut layer = Layer::defaults();
        let mut at = 0;
        for file in &self.files {
            layer.lay(&file.layer);
            for part in &file.overrides {
                if holding.contains(&at) {
                    layer.lay(&part.layer);
                }
                at += 1;
            }
        }
        layer
    }

    /// Whether files and folders at an absolute path are left out.
    pub fn excludes(&self, path: &Path) -> bool {
        self.exclude.iter().any(|globs| globs.is_match(path))
    }

    /// Whether files at an absolute path are read; nothing where it is not said
    /// which are.
    pub fn includes(&self, path: &Path) -> Option<bool> {
        let include = self.include.as_ref()?;
        Some(include.iter().any(|globs| globs.is_match(path)))
    }
}
