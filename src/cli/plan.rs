//! Flags and configurations → what a run does with each file. Everything that
//! is wrong with them is told at once.

use super::batch::Job;
use super::inputs::{Input, Obstacle, Selection, Where};
use super::options::{Files, Rules, Told, Which};
use crate::config::{self, Configured, Mistake, Threshold};
use crate::domain::date::Date;
use crate::domain::employer::Employer;
use crate::domain::place::Jurisdiction;
use crate::lint::{Linter, Settings};
use crate::rules::{Base, Places, RuleFile, RuleProblem, load};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// Rules and settings for a file.
#[derive(Debug)]
pub struct Plan {
    pub linter: Arc<Linter>,
    pub settings: Settings,
    pub fail_on: Threshold,
}

/// Why there is no plan.
#[derive(Debug)]
pub enum Flaw {
    /// In the flags.
    Flag(Mistake),
    /// In a rule file or a configuration.
    File(RuleProblem),
}

impl From<Mistake> for Flaw {
    fn from(mistake: Mistake) -> Self {
        Flaw::Flag(mistake)
    }
}

impl From<RuleProblem> for Flaw {
    fn from(problem: RuleProblem) -> Self {
        Flaw::File(problem)
    }
}

/// All flaws of one thing.
pub type Flaws = Vec<Flaw>;

/// What the flags say, sound, before any configuration.
#[derive(Debug)]
struct Flags {
    as_of: Option<Date>,
    employer: Employer,
    places: Places,
    fail_on: Option<Threshold>,
    which: Which,
}

/// The plans of a run: one for each configuration that concerns a file.
#[derive(Debug)]
pub struct Planner {
    flags: Flags,
    /// The configuration that the user names, or that there shall be none.
    chosen: Chosen,
    /// By the folder of the file.
    by_folder: HashMap<PathBuf, Option<PathBuf>>,
    /// By configuration; nothing for one that is broken.
    by_file: HashMap<Option<PathBuf>, Option<Arc<Plan>>>,
    /// By the folders of rules.
    linters: HashMap<Vec<PathBuf>, Arc<Linter>>,
}

/// Which configuration holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The nearest one upward from each file.
    Nearest,
    /// This one, for all files.
    File(PathBuf),
    None,
}

impl Planner {
    /// What the flags ask for.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn of(
        told: &Told,
        which: &Which,
        fail_on: Option<Threshold>,
        chosen: Chosen,
    ) -> Result<Planner, Flaws> {
        let mut flaws = Flaws::new();
        let mut planner = Planner {
            flags: Flags::of(told, which, fail_on, &mut flaws),
            chosen,
            by_folder: HashMap::new(),
            by_file: HashMap::new(),
            linters: HashMap::new(),
        };
        // Codes are held against the rules that the flags name; what stands in
        // a configuration is checked with its own.
        match planner.linter(&which.rules.folders) {
            Ok(linter) => {
                let codes = which.select.iter().chain(&which.ignore);
                let wrong = codes.filter_map(|code| config::code(code, linter.rules()).err());
                flaws.extend(wrong.map(Flaw::from));
            }
            Err(more) => flaws.extend(more),
        }
        if flaws.is_empty() {
            Ok(planner)
        } else {
            Err(flaws)
        }
    }

    /// The plan for a file; nothing where its configuration is broken, which
    /// is told once.
    ///
    /// # Errors
    /// What is wrong with a configuration that had not been met before.
    fn plan(&mut self, input: &Input) -> Result<Option<Arc<Plan>>, Flaws> {
        let file = match &self.chosen {
            Chosen::None => None,
            Chosen::File(file) => Some(file.clone()),
            Chosen::Nearest => {
                let folder = match &input.from {
                    Where::Stdin => Path::new(""),
                    Where::File(path) => path.parent().unwrap_or(Path::new("")),
                };
                self.nearest(folder)
            }
        };
        if let Some(plan) = self.by_file.get(&file) {
            return Ok(plan.clone());
        }
        let plan = self.make(file.as_deref());
        let kept = plan.as_ref().ok().cloned();
        self.by_file.insert(file, kept);
        plan.map(Some)
    }

    /// What is taken from each of the arguments that is a folder.
    ///
    /// # Errors
    /// What is wrong with the flags. A broken configuration is told when the
    /// files of the folder are planned for.
    pub fn selections(
        &mut self,
        files: &Files,
        paths: &[PathBuf],
    ) -> Result<Vec<Selection>, Flaws> {
        let selections = paths.iter().map(|path| self.selection(files, path));
        let selections: Result<_, Mistake> = selections.collect();
        selections.map_err(|mistake| vec![mistake.into()])
    }

    fn selection(&mut self, files: &Files, folder: &Path) -> Result<Selection, Mistake> {
        let file = match &self.chosen {
            Chosen::None => None,
            Chosen::File(file) => Some(file.clone()),
            Chosen::Nearest => self.nearest(folder),
        };
        let configured = file.and_then(|file| config::read(&file).ok());
        let (mut include, mut exclude) = (files.include.clone(), files.exclude.clone());
        if let Some(configured) = configured {
            if include.is_empty() {
                include = configured.says.include;
            }
            exclude.extend(configured.says.exclude);
        }
        Selection::of(files, &include, &exclude)
    }

    /// The jobs of a run: each input with its plan. `tell` gets the flaws of
    /// configurations as they are met.
    pub fn jobs<'a>(
        &'a mut self,
        inputs: impl Iterator<Item = Result<Input, Obstacle>> + 'a,
        stdin_name: Option<&'a str>,
        mut tell: impl FnMut(Flaws) + 'a,
    ) -> impl Iterator<Item = Job<Arc<Plan>>> + 'a {
        inputs.map(move |input| {
            let input = input?;
            let plan = self.plan(&input).unwrap_or_else(|flaws| {
                tell(flaws);
                None
            });
            plan.map(|plan| (input.clone(), plan))
                .ok_or_else(|| Obstacle {
                    is_told: true,
                    ..Obstacle::new(
                        input.name(stdin_name),
                        format!(
                            "not checked: its {} or the rules there are broken",
                            config::NAME
                        ),
                    )
                })
        })
    }

    fn nearest(&mut self, folder: &Path) -> Option<PathBuf> {
        let found = self
            .by_folder
            .entry(folder.to_owned())
            .or_insert_with_key(|folder| config::find(folder));
        found.clone()
    }

    fn make(&mut self, file: Option<&Path>) -> Result<Arc<Plan>, Flaws> {
        let configured = match file {
            Some(file) => Some(config::read(file).map_err(in_files)?),
            None => None,
        };
        let mut folders = self.flags.which.rules.folders.clone();
        if let Some(configured) = &configured {
            folders.extend(configured.rule_folders());
        }
        let linter = self.linter(&folders)?;
        if let Some(configured) = &configured {
            configured.check_codes(linter.rules()).map_err(in_files)?;
        }
        Ok(Arc::new(self.flags.plan(linter, configured.as_ref())))
    }

    fn linter(&mut self, folders: &[PathBuf]) -> Result<Arc<Linter>, Flaws> {
        if let Some(linter) = self.linters.get(folders) {
            return Ok(Arc::clone(linter));
        }
        let linter = linter(folders, self.flags.which.rules.no_builtin)?;
        let linter = Arc::new(linter);
        self.linters.insert(folders.to_vec(), Arc::clone(&linter));
        Ok(linter)
    }
}

fn linter(folders: &[PathBuf], no_builtin: bool) -> Result<Linter, Flaws> {
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

impl Flags {
    fn of(told: &Told, which: &Which, fail_on: Option<Threshold>, flaws: &mut Flaws) -> Self {
        let mut keep = |mistake: Mistake| flaws.push(mistake.into());
        let as_of = told.as_of.as_deref().map(config::day);
        let as_of = as_of.and_then(|day| day.map_err(&mut keep).ok());
        let mut codes = Vec::new();
        for place in told.places.iter().chain(&told.only_in) {
            match config::place(place) {
                Ok(place) => codes.push(place),
                Err(mistake) => keep(mistake),
            }
        }
        let mut headcount_in = BTreeMap::new();
        for text in &told.headcount_in {
            match headcount_in_place(text) {
                Ok((place, count)) => {
                    headcount_in.insert(place, count);
                }
                Err(mistake) => keep(mistake),
            }
        }
        Flags {
            as_of,
            employer: Employer {
                name: None,
                headcount: told.headcount,
                headcount_in,
                federal_contractor: match (told.federal_contractor, told.no_federal_contractor) {
                    (true, _) => Some(true),
                    (false, true) => Some(false),
                    (false, false) => None,
                },
                sector: told.sector.map(Into::into),
            },
            places: Places {
                codes,
                replace: !told.only_in.is_empty(),
            },
            fail_on,
            which: which.clone(),
        }
    }

    /// Flags over configuration: single values replace, lists of what to leave
    /// out and places add.
    fn plan(&self, linter: Arc<Linter>, configured: Option<&Configured>) -> Plan {
        let file = configured.map(|c| &c.says);
        let as_of = self.as_of.or(configured.and_then(|c| c.as_of));
        let mut settings = Settings::on(as_of.unwrap_or_else(config::today));
        let base = configured.map(|c| c.employer.clone()).unwrap_or_default();
        let told = &self.employer;
        settings.employer = Employer {
            name: base.name,
            headcount: told.headcount.or(base.headcount),
            headcount_in: base
                .headcount_in
                .into_iter()
                .chain(told.headcount_in.clone())
                .collect(),
            federal_contractor: told.federal_contractor.or(base.federal_contractor),
            sector: told.sector.or(base.sector),
        };
        settings.places = self.places.clone();
        if let Some(configured) = configured.filter(|_| !self.places.replace) {
            settings.places.replace = configured.places.replace;
            settings
                .places
                .codes
                .extend(configured.places.codes.clone());
        }
        settings.select = match self.which.select.as_slice() {
            [] => file.map(|f| f.select.clone()).unwrap_or_default(),
            codes => codes.to_vec(),
        };
        settings.ignore.clone_from(&self.which.ignore);
        settings
            .ignore
            .extend(file.map(|f| f.ignore.clone()).unwrap_or_default());
        let fail_on = self.fail_on.or(file.and_then(|f| f.fail_on));
        Plan {
            linter,
            settings,
            fail_on: fail_on.unwrap_or(Threshold::Error),
        }
    }
}

fn headcount_in_place(text: &str) -> Result<(Jurisdiction, u32), Mistake> {
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

/// What is taken from each of the arguments that is a folder, by the flags
/// alone.
///
/// # Errors
/// What is wrong with them.
pub fn selections(files: &Files, paths: &[PathBuf]) -> Result<Vec<Selection>, Flaws> {
    let one = |_| Selection::of(files, &files.include, &files.exclude);
    let selections: Result<_, Mistake> = paths.iter().map(one).collect();
    selections.map_err(|mistake| vec![mistake.into()])
}

impl Selection {
    fn of(files: &Files, include: &[String], exclude: &[String]) -> Result<Selection, Mistake> {
        Ok(Selection {
            include: match include {
                [] => None,
                globs => Some(config::globs(globs)?),
            },
            exclude: config::globs(exclude)?,
            hidden: files.hidden,
            ignored: files.no_ignore,
        })
    }
}
