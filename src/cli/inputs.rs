//! Which files a command reads: arguments → files in a fixed order, with what
//! hidden, ignored and unwanted files are left out.

use super::options::Files;
use crate::config::{Configs, absolute, reason};
use crate::document::{self, Problem};
use crate::report::Unread;
use crate::text::{Position, Source};
use globset::GlobSet;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use walkdir::{DirEntry, WalkDir};

/// The argument that stands for standard input.
const STDIN: &str = "-";

/// The name of standard input where the user gives none.
pub const STDIN_NAME: &str = "<stdin>";

/// Files that say what to leave out, in each folder; the last weighs most.
const IGNORE_FILES: [&str; 3] = [".git/info/exclude", ".gitignore", ".ignore"];

impl Input {
    /// Its name in messages.
    pub fn name(&self, stdin_name: Option<&str>) -> String {
        match &self.from {
            Where::Stdin => stdin_name.unwrap_or(STDIN_NAME).to_owned(),
            Where::File(path) => path.to_string_lossy().into_owned(),
        }
    }
}

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Which of the arguments it is or lies in.
    pub argument: usize,
    pub from: Where,
}

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    Stdin,
    File(PathBuf),
}

/// Something that stands in the way of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The file or folder.
    pub name: String,
    /// Where in it.
    pub at: Option<Position>,
    pub message: String,
    pub help: Option<String>,
    /// The user has been told already, once for many files.
    pub is_told: bool,
}

impl Obstacle {
    /// An obstacle to the whole of a file.
    pub fn new(name: impl Into<String>, message: impl Into<String>) -> Self {
        Obstacle {
            name: name.into(),
            at: None,
            message: message.into(),
            help: None,
            is_told: false,
        }
    }

    /// What could not be read of a file.
    pub fn of_file(source: &Source, problems: &[Problem]) -> Vec<Obstacle> {
        let obstacle = |problem: &Problem| Obstacle {
            name: source.name.clone(),
            at: problem.span.map(|span| source.position(span.start)),
            message: problem.message.clone(),
            help: problem.help.clone(),
            is_told: false,
        };
        problems.iter().map(obstacle).collect()
    }
}

impl From<&Obstacle> for Unread {
    fn from(obstacle: &Obstacle) -> Self {
        Unread {
            name: obstacle.name.clone(),
            at: obstacle.at,
            message: obstacle.message.clone(),
            help: obstacle.help.clone(),
        }
    }
}

/// What is taken from folders. Files that are named themselves are always read.
#[derive(Debug)]
pub struct Selection {
    /// Only files that match, whatever their extension.
    pub include: Option<GlobSet>,
    /// No files and folders that match.
    pub exclude: GlobSet,
    /// Hidden files and folders too.
    pub hidden: bool,
    /// Files too that .gitignore and .ignore leave out.
    pub ignored: bool,
    /// The nearest configuration of each file says what to leave out, too.
    pub configs: Option<Rc<Configs>>,
}

/// The arguments without those that are left out although they are named, where
/// that is asked for.
pub fn named(files: &Files, paths: &[PathBuf], selection: &Selection) -> Vec<PathBuf> {
    let paths = paths.iter();
    let kept = paths.filter(|path| !files.force_exclude || !selection.leaves_out(path));
    kept.cloned().collect()
}

/// Everything that the arguments name, in their order; within a folder by name.
pub fn find<'a>(
    paths: &'a [PathBuf],
    selection: &'a Selection,
) -> impl Iterator<Item = Result<Input, Obstacle>> + 'a {
    type Found<'a> = Box<dyn Iterator<Item = Result<Input, Obstacle>> + 'a>;
    let found = |(argument, path): (usize, &'a PathBuf)| -> Found<'a> {
        let one = |from| std::iter::once(Ok(Input { argument, from }));
        if path.as_os_str() == STDIN {
            return Box::new(one(Where::Stdin));
        }
        if path.is_dir() {
            return Box::new(walk(argument, path, selection));
        }
        Box::new(one(Where::File(path.clone())))
    };
    paths.iter().enumerate().flat_map(found)
}

fn walk<'a>(
    argument: usize,
    root: &'a Path,
    selection: &'a Selection,
) -> impl Iterator<Item = Result<Input, Obstacle>> + 'a {
    let ignores = Ignores::of(root);
    let top = absolute(root);
    let entries = WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |entry| {
            entry.depth() == 0 || selection.takes(entry, root, &top, &ignores)
        });
    entries.filter_map(move |entry| match entry {
        Ok(entry) if is_to_be_read(&entry) => Some(Ok(Input {
            argument,
            from: Where::File(without_dot(entry.into_path())),
        })),
        Ok(_) => None,
        Err(error) => {
            let name = error.path().unwrap_or(root).to_string_lossy().into_owned();
            let message = match error.io_error() {
                Some(error) => reason(error),
                None => error.to_string(),
            };
            Some(Err(Obstacle::new(name, message)))
        }
    })
}

/// Files, and links to them; one that leads nowhere is told when it is read. A link
/// to a folder is not followed: it may lead to one that it lies in.
fn is_to_be_read(entry: &DirEntry) -> bool {
    entry.file_type().is_file() || entry.path_is_symlink() && !entry.path().is_dir()
}

/// Which arguments hold a posting.
#[derive(Debug)]
pub struct Holders {
    /// Of each argument, whether it holds a posting or something that could not
    /// be read, in which one may be.
    may_hold: Vec<bool>,
    /// Something could not be read, and which argument it lies in is not known.
    is_one_lost: bool,
}

impl Holders {
    /// Of `arguments` files and folders, of which nothing is known yet.
    pub fn new(arguments: usize) -> Self {
        Holders {
            may_hold: vec![false; arguments],
            is_one_lost: false,
        }
    }

    /// Takes note that an argument may hold a posting.
    pub fn note(&mut self, argument: Option<usize>) {
        match argument {
            Some(argument) => self.may_hold[argument] = true,
            None => self.is_one_lost = true,
        }
    }

    /// The arguments that hold none.
    pub fn empty(&self, paths: &[PathBuf]) -> Vec<Obstacle> {
        if self.is_one_lost {
            return Vec::new();
        }
        let all = paths.iter().zip(&self.may_hold);
        all.filter(|(_, may_hold)| !**may_hold)
            .map(|(path, _)| no_posting(path))
            .collect()
    }
}

fn no_posting(path: &Path) -> Obstacle {
    let links = linked_folders(path);
    let help = if links > 0 {
        let (s, are) = if links == 1 { ("", "is") } else { ("s", "are") };
        format!("{links} link{s} to folders in it {are} not followed; name the folders themselves")
    } else if path.is_dir() {
        "name the files, or choose them with --include; --allow-empty accepts it".to_owned()
    } else {
        "it reads like something else; --allow-empty accepts it".to_owned()
    };
    Obstacle {
        help: Some(help),
        ..Obstacle::new(path.to_string_lossy(), "holds no job posting")
    }
}

/// How many links to folders lie in the folder `root`.
fn linked_folders(root: &Path) -> usize {
    let entries = WalkDir::new(root).min_depth(1).into_iter().flatten();
    entries
        .filter(|entry| entry.path_is_symlink() && entry.path().is_dir())
        .count()
}

/// `./jobs/cook.md` is shown as `jobs/cook.md`.
fn without_dot(path: PathBuf) -> PathBuf {
    match path.strip_prefix(".") {
        Ok(rest) if !rest.as_os_str().is_empty() => rest.to_owned(),
        _ => path,
    }
}

impl Selection {
    fn takes(&self, entry: &DirEntry, root: &Path, top: &Path, ignores: &Ignores) -> bool {
        let is_folder = entry.file_type().is_dir();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if is_hidden && !self.hidden {
            return false;
        }
        let path = entry.path();
        let relative = path.strip_prefix(root).unwrap_or(path);
        let plain = path.strip_prefix(".").unwrap_or(path);
        let full = top.join(relative);
        if self.exclude.is_match(relative) || self.exclude.is_match(plain) {
            return false;
        }
        let says = self.of_configs(&full);
        if says.excludes {
            return false;
        }
        if !self.ignored && ignores.leave_out(relative, is_folder) {
            return false;
        }
        if is_folder {
            // What is kept under .git is never a posting.
            return entry.file_name() != ".git";
        }
        match &self.include {
            Some(include) => include.is_match(relative) || include.is_match(plain),
            None => says.includes.unwrap_or_else(|| {
                document::by_ending(&entry.file_name().to_string_lossy()).is_some()
            }),
        }
    }

    /// What the configuration nearest to a file or folder says of it. A broken
    /// one leaves nothing out, so that the files are seen not to be checked.
    fn of_configs(&self, full: &Path) -> Says {
        let configs = self.configs.as_ref();
        let held = configs.map(|configs| configs.of_file(full));
        match held {
            Some(Ok(Some(chain))) => Says {
                excludes: chain.excludes(full),
                includes: chain.includes(full),
            },
            Some(Ok(None) | Err(_)) | None => Says::default(),
        }
    }

    /// Whether a file that is named itself would be left out if it were met in
    /// a folder: it, or a folder around it.
    pub fn leaves_out(&self, path: &Path) -> bool {
        let plain = path.strip_prefix(".").unwrap_or(path);
        let full = absolute(path);
        if path.as_os_str() == STDIN || path.is_dir() {
            return false;
        }
        let around = |path: &Path| self.exclude.is_match(path);
        let by_flags = plain.ancestors().any(around);
        let by_configs = full.ancestors().any(|path| self.of_configs(path).excludes);
        let unwanted = match &self.include {
            Some(include) => !include.is_match(plain),
            None => self.of_configs(&full).includes == Some(false),
        };
        by_flags || by_configs || unwanted
    }
}

/// What configurations say of a file.
#[derive(Debug, Clone, Copy, Default)]
struct Says {
    excludes: bool,
    /// Nothing where they do not say which files are read.
    includes: Option<bool>,
}

/// The ignore files that concern one folder that is walked, read when needed.
#[derive(Debug)]
struct Ignores {
    /// The folder, absolute.
    root: PathBuf,
    /// The folder and those above it up to the repository's root, nearest first.
    above: Vec<PathBuf>,
    read: RefCell<HashMap<PathBuf, Option<Gitignore>>>,
}

impl Ignores {
    fn of(root: &Path) -> Self {
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        let mut above = Vec::new();
        let mut in_repository = false;
        for folder in root.ancestors() {
            above.push(folder.to_owned());
            if folder.join(".git").exists() {
                in_repository = true;
                break;
            }
        }
        if !in_repository {
            // Ignore files far above a folder say nothing about it.
            above.truncate(1);
        }
        Ignores {
            root,
            above,
            read: RefCell::default(),
        }
    }

    /// Whether the ignore files leave out `relative`, a path below the root.
    /// The nearest file that mentions it decides.
    fn leave_out(&self, relative: &Path, is_folder: bool) -> bool {
        let path = self.root.join(relative);
        let within = relative.ancestors().skip(1);
        let folders = within
            .filter(|folder| !folder.as_os_str().is_empty())
            .map(|folder| self.root.join(folder));
        for folder in folders.chain(self.above.iter().cloned()) {
            let mut read = self.read.borrow_mut();
            let rules = read
                .entry(folder)
                .or_insert_with_key(|folder| read_rules(folder));
            match rules.as_ref().map(|rules| rules.matched(&path, is_folder)) {
                Some(ignore::Match::Ignore(_)) => return true,
                Some(ignore::Match::Whitelist(_)) => return false,
                Some(ignore::Match::None) | None => {}
            }
        }
        false
    }
}

fn read_rules(folder: &Path) -> Option<Gitignore> {
    let mut rules = GitignoreBuilder::new(folder);
    let mut any = false;
    for name in IGNORE_FILES {
        let file = folder.join(name);
        if file.is_file() {
            // A line that is no glob is passed over, as git does.
            let _ = rules.add(file);
            any = true;
        }
    }
    any.then(|| rules.build().ok()).flatten()
}
