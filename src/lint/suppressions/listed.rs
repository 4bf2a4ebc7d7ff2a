//! Suppressions from the configuration, for formats that have no comments.

use crate::domain::date::Date;
use crate::text::{Raw, Source, Span};
use globset::GlobSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A suppression that the configuration lists.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it accepts: codes of elements and wordings, or problems of them.
    pub codes: Vec<String>,
    /// Why.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Only in these files; everywhere where nothing is said.
    pub paths: Option<Paths>,
    /// Only in the posting of this key or title.
    pub posting: Option<String>,
    /// The folder, or the one file, absolute, in which all that it speaks of lies.
    pub reach: PathBuf,
    /// The configuration in which it is written.
    pub source: Arc<Source>,
    /// Where in it.
    pub at: Span<Raw>,
}

/// Files by globs that count from a folder.
#[derive(Debug, Clone)]
pub struct Paths {
    /// The folder, absolute.
    pub folder: PathBuf,
    /// The folder from which names of files count, absolute.
    pub here: PathBuf,
    /// The globs.
    pub globs: GlobSet,
}

impl Paths {
    /// Whether the file `name` is one of them, or lies in a folder that is.
    pub fn matches(&self, name: &str) -> bool {
        let path = plain(&self.here.join(name));
        let below = path.strip_prefix(plain(&self.folder));
        below.is_ok_and(|path| path.ancestors().any(|path| self.globs.is_match(path)))
    }
}

/// The path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                plain.push(component);
            }
        }
    }
    plain
}

impl Listed {
    /// Whether it speaks of this file.
    pub(super) fn is_of_file(&self, name: &str) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.matches(name))
    }

    /// Whether it speaks of the posting of this key and title.
    pub(super) fn is_of_posting(&self, key: &str, title: Option<&str>) -> bool {
        let Some(wanted) = &self.posting else {
            return true;
        };
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        wanted == key
            || title.is_some_and(|title| plain(title).eq_ignore_ascii_case(&plain(wanted)))
    }
}
