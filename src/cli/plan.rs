//! Flags and configurations → what a run does with each file. Everything that
//! is wrong with them is told at once.

use super::batch::Job;
use super::flags;
use super::inputs::{Input, Obstacle, Selection, Where};
use super::load::{in_files, linter};
use super::options::{Files, Rules, Told, Which};
use crate::config::{self, Chain, Chosen, Configs, Layer, Mistake, Settled, Threshold};
use crate::lint::{Linter, Settings, Templates};
use crate::rules::RuleProblem;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// Rules and settings for a file.
#[derive(Debug)]
pub struct Plan {
    pub linter: Arc<Linter>,
    pub settings: Settings,
    pub fail_on: Threshold,
    /// What `hirelint fix` puts in.
    pub templates: Templates,
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

/// The plans of a run: one for each configuration and set of its overrides
/// that concerns a file.
#[derive(Debug)]
pub struct Planner {
    flags: Layer,
    rules: Rules,
    configs: Rc<Configs>,
    /// By configuration and the overrides that hold.
    plans: HashMap<(Option<PathBuf>, Vec<usize>), Arc<Plan>>,
    /// Configurations that are broken, or whose rules are; this has been told.
    broken: HashSet<PathBuf>,
    /// By configuration, once its codes are known to be sound.
    linters: HashMap<Option<PathBuf>, Arc<Linter>>,
    /// By the folders of rules.
    by_folders: HashMap<Vec<PathBuf>, Arc<Linter>>,
    /// Law that comes into force within so many days is announced.
    upcoming_days: Option<u32>,
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
            flags: flags::layer(told, which, fail_on, &mut flaws),
            rules: which.rules.clone(),
            configs: Rc::new(Configs::new(chosen)),
            plans: HashMap::new(),
            broken: HashSet::new(),
            linters: HashMap::new(),
            by_folders: HashMap::new(),
            upcoming_days: None,
        };
        // Codes are held against the rules that the flags name; what stands in
        // a configuration is checked with its own.
        match planner.with_folders(&which.rules.folders) {
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

    /// Announces law that comes into force within so many days.
    pub fn announce(&mut self, days: u32) {
        self.upcoming_days = Some(days);
    }

    /// The plan for a file; nothing where its configuration is broken, which
    /// is told once.
    ///
    /// # Errors
    /// What is wrong with a configuration that had not been met before.
    pub fn plan(&mut self, path: &Path) -> Result<Option<Arc<Plan>>, Flaws> {
        let chain = match self.configs.of_file(path) {
            Ok(chain) => chain,
            Err(broken) if self.broken.insert(broken.path.clone()) => {
                return Err(in_files(broken.problems.clone()));
            }
            Err(_) => return Ok(None),
        };
        let file = chain.as_ref().map(|chain| chain.path.clone());
        if file.as_ref().is_some_and(|file| self.broken.contains(file)) {
            return Ok(None);
        }
        let holding = match &chain {
            Some(chain) => chain.holding(&config::absolute(path)),
            None => Vec::new(),
        };
        let key = (file, holding);
        if let Some(plan) = self.plans.get(&key) {
            return Ok(Some(Arc::clone(plan)));
        }
        let linter = self.linter(chain.as_deref()).inspect_err(|_| {
            self.broken.extend(key.0.clone());
        })?;
        let settled = config::settle(&self.layer(chain.as_deref(), &key.1));
        let Settled {
            mut settings,
            fail_on,
            templates,
        } = settled;
        settings.upcoming_days = self.upcoming_days;
        let plan = Arc::new(Plan {
            linter,
            settings,
            fail_on,
            templates,
        });
        self.plans.insert(key, Arc::clone(&plan));
        Ok(Some(plan))
    }

    /// The configuration that holds for a file, or for the files of a folder.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn chain(&self, path: &Path) -> Result<Option<Rc<Chain>>, Flaws> {
        let held = if path.is_dir() {
            self.configs.of_folder(path)
        } else {
            self.configs.of_file(path)
        };
        held.map_err(|broken| in_files(broken.problems.clone()))
    }

    /// All that is said of files for which some overrides of a configuration
    /// hold.
    pub fn layer(&self, chain: Option<&Chain>, holding: &[usize]) -> Layer {
        let mut layer = match chain {
            Some(chain) => chain.layer(holding),
            None => Layer::defaults(),
        };
        layer.lay(&self.flags);
        layer
    }

    /// What is taken from folders.
    ///
    /// # Errors
    /// What is wrong with the flags. A broken configuration is told when the
    /// files of the folder are planned for.
    pub fn selection(&self, files: &Files) -> Result<Selection, Flaws> {
        selection(files, Some(Rc::clone(&self.configs)))
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
            let path = match &input.from {
                // The name that the user gives it says where it belongs.
                Where::Stdin => Path::new(stdin_name.unwrap_or("-")),
                Where::File(path) => path,
            };
            let plan = self.plan(path).unwrap_or_else(|flaws| {
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

    /// All rules that the run has used, always in the same order.
    pub fn linters(&self) -> Vec<Arc<Linter>> {
        let mut linters: Vec<_> = self.linters.iter().collect();
        linters.sort_by_key(|(file, _)| *file);
        linters.into_iter().map(|(_, l)| Arc::clone(l)).collect()
    }

    /// All plans that files were checked by, always in the same order.
    pub fn plans(&self) -> Vec<Arc<Plan>> {
        let mut plans: Vec<_> = self.plans.iter().collect();
        plans.sort_by_key(|(key, _)| *key);
        plans.into_iter().map(|(_, p)| Arc::clone(p)).collect()
    }

    /// The rules of a configuration, with those of the flags.
    ///
    /// # Errors
    /// What is wrong with them, or with the codes in the configuration.
    pub fn linter(&mut self, chain: Option<&Chain>) -> Result<Arc<Linter>, Flaws> {
        let file = chain.map(|chain| chain.path.clone());
        if let Some(linter) = self.linters.get(&file) {
            return Ok(Arc::clone(linter));
        }
        let mut folders = self.rules.folders.clone();
        if let Some(chain) = chain {
            folders.extend(chain.rule_folders());
        }
        let linter = self.with_folders(&folders)?;
        if let Some(chain) = chain {
            chain.check_codes(linter.rules()).map_err(in_files)?;
        }
        self.linters.insert(file, Arc::clone(&linter));
        Ok(linter)
    }

    fn with_folders(&mut self, folders: &[PathBuf]) -> Result<Arc<Linter>, Flaws> {
        if let Some(linter) = self.by_folders.get(folders) {
            return Ok(Arc::clone(linter));
        }
        let linter = Arc::new(linter(folders, self.rules.no_builtin)?);
        self.by_folders
            .insert(folders.to_vec(), Arc::clone(&linter));
        Ok(linter)
    }
}

/// What is taken from folders, by the flags and by the configurations there.
///
/// # Errors
/// What is wrong with the flags.
pub fn selection(files: &Files, configs: Option<Rc<Configs>>) -> Result<Selection, Flaws> {
    let globs = |globs: &[String]| config::globs(globs).map_err(|mistake| vec![mistake.into()]);
    Ok(Selection {
        include: match files.include.as_slice() {
            [] => None,
            patterns => Some(globs(patterns)?),
        },
        exclude: globs(&files.exclude)?,
        hidden: files.hidden,
        ignored: files.no_ignore,
        configs,
    })
}
