//! `hirelint.yaml`: what holds for all postings below a folder. Read as
//! strictly as a rule file, with the same annotated mistakes.

use super::Mistake;
use crate::domain::date::Date;
use crate::domain::employer::Employer;
use crate::rules::schema::ToldEmployer;
use crate::rules::{Node, Places, RuleProblem, RuleSet, fit, read_yaml};
use crate::text::{Raw, Source, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the file.
pub const NAME: &str = "hirelint.yaml";

/// The shape of `hirelint.yaml`. Flags of the command line outweigh it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Configuration {
    /// The employer behind the postings.
    #[serde(default)]
    pub employer: ToldEmployer,
    /// Places of work beside those that the postings name: `US-WA`, "Seattle, WA".
    #[serde(default)]
    pub places: Vec<String>,
    /// The places of work, whatever the postings say.
    #[serde(default)]
    pub only_places: Vec<String>,
    /// Folders with rules of one's own, from this file's folder.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Report only these: `pay-range`, `pay-range/open-ended`, or a law: `us-wa`.
    #[serde(default)]
    pub select: Vec<String>,
    /// Report none of these.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// The least severity that makes the exit code 1; `error` where nothing is
    /// said.
    #[serde(default)]
    pub fail_on: Option<Threshold>,
    /// In folders, only files that match one of these globs.
    #[serde(default)]
    pub include: Vec<String>,
    /// In folders, no files and folders that match one of these globs.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Judge by the law of this day, ISO 8601; today where nothing is said.
    #[serde(default)]
    pub as_of: Option<String>,
}

/// From where on findings fail a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    Error,
    Warning,
    Advice,
    /// Nothing found fails a run.
    Never,
}

impl Threshold {
    /// Whether a finding of `severity` fails a run.
    pub fn fails(self, severity: crate::diagnostic::Severity) -> bool {
        use crate::diagnostic::Severity;
        match self {
            Threshold::Error => severity >= Severity::Error,
            Threshold::Warning => severity >= Severity::Warning,
            Threshold::Advice => true,
            Threshold::Never => false,
        }
    }
}

/// A configuration whose places, days and globs are sound.
#[derive(Debug)]
pub struct Configured {
    /// The file.
    source: Arc<Source>,
    /// Its tree; nothing for a file without a line of YAML.
    node: Option<Node>,
    /// What the file says.
    pub says: Configuration,
    /// The folder of the file.
    pub folder: PathBuf,
    pub employer: Employer,
    pub places: Places,
    pub as_of: Option<Date>,
}

/// The configuration for what lies in `folder`: the nearest one upward.
pub fn find(folder: &Path) -> Option<PathBuf> {
    // The parent of a bare file name is empty, which is no path.
    let folder = std::path::absolute(Path::new(".").join(folder)).ok()?;
    let mut files = folder.ancestors().map(|folder| folder.join(NAME));
    let file = files.find(|file| file.is_file())?;
    // Messages name it as the user would.
    let here = std::env::current_dir().ok();
    let short = here.and_then(|here| Some(file.strip_prefix(here).ok()?.to_owned()));
    Some(short.unwrap_or(file))
}

/// Reads a configuration.
///
/// # Errors
/// All its mistakes.
pub fn read(path: &Path) -> Result<Configured, Vec<RuleProblem>> {
    let name = path.to_string_lossy();
    let text = match std::fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return Err(vec![unreadable(&name, "this is not UTF-8".to_owned())]),
        Err(error) => return Err(vec![unreadable(&name, super::reason(&error))]),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let source = Arc::new(Source::from_text(name, text));
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    sound(source, folder)
}

fn unreadable(name: &str, message: String) -> RuleProblem {
    let source = Arc::new(Source::from_text(name, ""));
    RuleProblem::new(&source, Span::empty(0), message)
}

fn sound(source: Arc<Source>, folder: PathBuf) -> Result<Configured, Vec<RuleProblem>> {
    if source
        .text
        .lines()
        .all(|line| line.trim().is_empty() || line.starts_with('#'))
    {
        // A file of comments alone is one that somebody has begun.
        return Ok(Configured {
            node: None,
            source,
            says: Configuration::default(),
            folder,
            employer: Employer::default(),
            places: Places::default(),
            as_of: None,
        });
    }
    let node = read_yaml(&source).map_err(|problem| vec![problem])?;
    let says: Configuration = fit(&node, &source)?;
    let mut check = Check {
        source: &source,
        node: Some(&node),
        problems: Vec::new(),
    };
    let as_of = says.as_of.as_deref().and_then(|text| {
        let span = check.span(&["as_of"], None);
        check.keep(span, super::day(text))
    });
    let mut codes = check.places("places", &says.places);
    codes.extend(check.places("only_places", &says.only_places));
    if !says.places.is_empty() && !says.only_places.is_empty() {
        let span = check.span(&["places"], None);
        let mistake = Mistake::new(
            "`places` and `only_places` contradict each other",
            "`places` adds to what postings say, `only_places` replaces it; keep one".to_owned(),
        );
        check.keep::<()>(span, Err(mistake));
    }
    for key in ["include", "exclude"] {
        let globs = if key == "include" {
            &says.include
        } else {
            &says.exclude
        };
        for (index, glob) in globs.iter().enumerate() {
            let span = check.span(&[key], Some(index));
            check.keep(span, super::globs(std::slice::from_ref(glob)));
        }
    }
    let employer = Employer {
        name: says.employer.name.clone(),
        headcount: says.employer.headcount,
        headcount_in: check.headcounts(&says.employer),
        federal_contractor: says.employer.federal_contractor,
        sector: says.employer.sector,
    };
    if check.problems.is_empty() {
        let replace = !says.only_places.is_empty();
        Ok(Configured {
            node: Some(node),
            source,
            says,
            folder,
            employer,
            places: Places { codes, replace },
            as_of,
        })
    } else {
        check.problems.sort_by_key(|problem| problem.span);
        Err(check.problems)
    }
}

impl Configured {
    /// The file's name.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// The folders of its rules.
    pub fn rule_folders(&self) -> Vec<PathBuf> {
        let rules = self.says.rules.iter();
        rules.map(|folder| self.folder.join(folder)).collect()
    }

    /// Holds `select` and `ignore` against the rules.
    ///
    /// # Errors
    /// Codes that no rule has.
    pub fn check_codes(&self, rules: &RuleSet) -> Result<(), Vec<RuleProblem>> {
        let mut check = Check {
            source: &self.source,
            node: self.node.as_ref(),
            problems: Vec::new(),
        };
        for (key, codes) in [("select", &self.says.select), ("ignore", &self.says.ignore)] {
            for (index, code) in codes.iter().enumerate() {
                let span = check.span(&[key], Some(index));
                check.keep(span, super::code(code, rules));
            }
        }
        if check.problems.is_empty() {
            Ok(())
        } else {
            Err(check.problems)
        }
    }
}

/// Collects mistakes with their places.
struct Check<'a> {
    source: &'a Arc<Source>,
    node: Option<&'a Node>,
    problems: Vec<RuleProblem>,
}

impl Check<'_> {
    /// The place of the value under `keys`, or of an item of it.
    fn span(&self, keys: &[&str], item: Option<usize>) -> Span<Raw> {
        let mut node = self.node;
        for key in keys {
            node = node.and_then(|node| node.get(key));
        }
        if let Some(item) = item {
            node = node.and_then(|node| node.item(item));
        }
        node.map_or(Span::empty(0), |node| node.span)
    }

    fn keep<T>(&mut self, span: Span<Raw>, result: Result<T, Mistake>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(mistake) => {
                let mut problem = RuleProblem::new(self.source, span, mistake.message);
                problem.help = mistake.help;
                self.problems.push(problem);
                None
            }
        }
    }

    fn places(&mut self, key: &str, places: &[String]) -> Vec<crate::domain::place::Jurisdiction> {
        let mut known = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let span = self.span(&[key], Some(index));
            known.extend(self.keep(span, super::place(place)));
        }
        known
    }

    fn headcounts(
        &mut self,
        employer: &ToldEmployer,
    ) -> std::collections::BTreeMap<crate::domain::place::Jurisdiction, u32> {
        let mut counts = std::collections::BTreeMap::new();
        for (place, count) in &employer.headcount_in {
            let employer = self.node.and_then(|node| node.get("employer"));
            let entries = employer.and_then(|employer| employer.get("headcount_in"));
            let entry = entries.and_then(|entries| entries.entry(place));
            let span = entry.map_or(Span::empty(0), |(key, _)| key.span);
            if let Some(place) = self.keep(span, super::place(place)) {
                counts.insert(place, *count);
            }
        }
        counts
    }
}
