//! Which files have changed since a revision: git's own answer, never a guess.

use super::inputs::{Input, Where};
use crate::config::Mistake;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Files that differ from what a branch grew out of, by their real paths.
#[derive(Debug)]
pub struct Changed {
    files: HashSet<PathBuf>,
}

impl Changed {
    /// What has changed in the repositories of `paths` since the last commit that
    /// `revision` and HEAD share: in commits, in the index, in the working tree,
    /// and new files that git does not ignore. That is what a pull request
    /// onto `revision` shows, and what would be committed next.
    ///
    /// # Errors
    /// A path without a repository, a revision that git does not know, or no
    /// git.
    pub fn since(revision: &str, paths: &[PathBuf]) -> Result<Changed, Mistake> {
        // It must never be taken for an option.
        if revision.is_empty() || revision.starts_with('-') || revision.contains('\0') {
            return Err(Mistake::new(
                format!("`{revision}` is no revision"),
                "name a branch, a tag or a commit: --changed-since origin/main".to_owned(),
            ));
        }
        let mut folders: Vec<PathBuf> = Vec::new();
        for path in paths {
            if path.as_os_str() == "-" {
                return Err(Mistake::new(
                    "--changed-since cannot tell whether standard input has changed",
                    "name files or folders".to_owned(),
                ));
            }
            let folder = if path.is_dir() {
                path.clone()
            } else {
                match path.parent() {
                    Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
                    Some(_) | None => PathBuf::from("."),
                }
            };
            // A path that is not there is told when it is read.
            if folder.is_dir() && !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        let mut files = HashSet::new();
        let mut known = HashSet::new();
        for folder in folders {
            let repository = Repository::of(&folder)?;
            if known.insert(repository.root.clone()) {
                files.extend(repository.changed_since(revision)?);
            }
        }
        Ok(Changed { files })
    }

    /// Whether an input is one of them.
    pub fn names(&self, input: &Input) -> bool {
        match &input.from {
            Where::Stdin => false,
            Where::File(path) => self.contains(path),
        }
    }

    fn contains(&self, file: &Path) -> bool {
        let parent = match file.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            Some(_) | None => Path::new("."),
        };
        // Git knows a link by its own name, within folders by their real one.
        let real = parent.canonicalize().ok();
        let named = real.and_then(|parent| Some(parent.join(file.file_name()?)));
        named.is_some_and(|file| self.files.contains(&file))
    }
}

/// A working tree.
struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The one in which `folder` lies.
    fn of(folder: &Path) -> Result<Repository, Mistake> {
        let output = git(folder, &["rev-parse", "--show-toplevel"])?;
        if !output.status.success() {
            return Err(Mistake::new(
                format!("{} lies in no git repository", folder.display()),
                match words(&output.stderr) {
                    // Another reason than that there is none.
                    said if said.contains("not a git repository") => {
                        "--changed-since asks git what has changed".to_owned()
                    }
                    said => format!("git says: {said}"),
                },
            ));
        }
        let root = path_of(output.stdout.strip_suffix(b"\n").unwrap_or(&output.stdout));
        Ok(Repository {
            root: root.canonicalize().unwrap_or(root),
        })
    }

    fn changed_since(&self, revision: &str) -> Result<Vec<PathBuf>, Mistake> {
        let commit = format!("{revision}^{{commit}}");
        let args = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ];
        let Some(commit) = self.one_line(&args)? else {
            return Err(Mistake::new(
                format!("git knows no revision `{revision}`"),
                "fetch it, or name another: --changed-since origin/main".to_owned(),
            ));
        };
        let Some(base) = self.one_line(&["merge-base", &commit, "HEAD"])? else {
            return Err(Mistake::new(
                format!("`{revision}` and HEAD have no commit in common"),
                "a shallow clone lacks the history: fetch more of it (in GitHub Actions: \
                 fetch-depth: 0)"
                    .to_owned(),
            ));
        };
        // Deleted files cannot be read; renamed ones count under their new name.
        let diff = [
            "diff",
            "--name-only",
            "-z",
            "--no-relative",
            "--no-renames",
            "--no-ext-diff",
            "--ignore-submodules=all",
            "--diff-filter=d",
            &base,
            "--",
        ];
        let new = [
            "ls-files",
            "-z",
            "--others",
            "--exclude-standard",
            "--full-name",
        ];
        let mut files = Vec::new();
        for args in [&diff[..], &new[..]] {
            let output = git(&self.root, args)?;
            if !output.status.success() {
                return Err(Mistake::new(
                    "git cannot tell what has changed",
                    format!("git says: {}", words(&output.stderr)),
                ));
            }
            let names = output.stdout.split(|&byte| byte == 0);
            let names = names.filter(|name| !name.is_empty());
            files.extend(names.map(|name| self.root.join(path_of(name))));
        }
        Ok(files)
    }

    /// What git answers; nothing if it has no answer.
    fn one_line(&self, args: &[&str]) -> Result<Option<String>, Mistake> {
        let output = git(&self.root, args)?;
        let line = words(&output.stdout);
        Ok((output.status.success() && !line.is_empty()).then_some(line))
    }
}

fn git(folder: &Path, args: &[&str]) -> Result<Output, Mistake> {
    let mut command = Command::new("git");
    // Within a hook these speak of the hook's folder, and not of this one.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    command
        .arg("--no-optional-locks")
        .env("LC_ALL", "C")
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null());
    command.output().map_err(|error| {
        let (message, help) = if error.kind() == std::io::ErrorKind::NotFound {
            ("git was not found", "--changed-since asks git; install it")
        } else {
            ("git could not be started", "--changed-since asks git")
        };
        let reason = crate::config::reason(&error);
        Mistake::new(message, format!("{help} ({reason})"))
    })
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    let text = String::from_utf8_lossy(bytes);
    PathBuf::from(OsStr::new(&*text))
}
