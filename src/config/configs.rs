//! The configurations of a run: found upward from each file, each read once.

use super::chain::{self, Chain};
use super::file::unreadable;
use super::paths::{absolute, shown};
use crate::rules::RuleProblem;
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The name of the file.
pub const NAME: &str = "hirelint.yaml";

/// Names that people give it by mistake. Passing over such a file in silence
/// would leave postings unchecked by what stands in it.
const LOOKALIKES: [&str; 5] = [
    "hirelint.yml",
    ".hirelint.yaml",
    ".hirelint.yml",
    "hirelint.json",
    "hirelint.toml",
];

/// Which configuration holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// The nearest one upward from each file.
    Nearest,
    /// This one, for all files.
    File(PathBuf),
    None,
}

/// A configuration that cannot be used.
#[derive(Debug)]
pub struct Broken {
    /// The file.
    pub path: PathBuf,
    /// All that is wrong with it.
    pub problems: Vec<RuleProblem>,
}

/// A configuration, if there is one.
pub type Held = Result<Option<Rc<Chain>>, Rc<Broken>>;

/// The configurations of a run.
#[derive(Debug)]
pub struct Configs {
    chosen: Chosen,
    /// By folder, absolute.
    by_folder: RefCell<HashMap<PathBuf, Held>>,
}

impl Configs {
    /// The configurations of a run that is told which holds.
    pub fn new(chosen: Chosen) -> Self {
        Configs {
            chosen,
            by_folder: RefCell::default(),
        }
    }

    /// What holds for a file.
    pub fn of_file(&self, path: &Path) -> Held {
        let path = absolute(path);
        self.of_folder(path.parent().unwrap_or(&path))
    }

    /// What holds for the files of a folder.
    pub fn of_folder(&self, folder: &Path) -> Held {
        match &self.chosen {
            Chosen::None => Ok(None),
            // It is kept as if it lay at the top of everything.
            Chosen::File(file) => self.kept(Path::new(""), || Some(read(file))),
            Chosen::Nearest => self.nearest(&absolute(folder)),
        }
    }

    fn nearest(&self, folder: &Path) -> Held {
        self.kept(folder, || {
            let lookalike = LOOKALIKES.iter().map(|name| folder.join(name));
            if let Some(path) = lookalike.into_iter().find(|path| path.is_file()) {
                return Some(Err(Rc::new(refused(path))));
            }
            let file = folder.join(NAME);
            if file.is_file() {
                return Some(read(&shown(&file)));
            }
            folder.parent().map(|outer| self.nearest(outer))
        })
    }

    /// What `make` says, asked once for each folder.
    fn kept(&self, folder: &Path, make: impl FnOnce() -> Option<Held>) -> Held {
        if let Some(held) = self.by_folder.borrow().get(folder) {
            return held.clone();
        }
        let held = make().unwrap_or(Ok(None));
        let mut by_folder = self.by_folder.borrow_mut();
        by_folder.insert(folder.to_owned(), held.clone());
        held
    }
}

fn read(path: &Path) -> Held {
    match chain::read(path) {
        Ok(chain) => Ok(Some(Rc::new(chain))),
        Err(problems) => Err(Rc::new(Broken {
            path: path.to_owned(),
            problems,
        })),
    }
}

/// A file whose name is nearly that of a configuration.
fn refused(path: PathBuf) -> Broken {
    let name = shown(&path).to_string_lossy().into_owned();
    let mut problem = unreadable(&name, format!("a configuration is called {NAME}"));
    problem.help = Some("rename this file, or remove it".to_owned());
    Broken {
        path,
        problems: vec![problem],
    }
}
