//! Paths and globs: everything that a configuration names is relative to its
//! own folder, wherever the program runs.

use super::Mistake;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Component, Path, PathBuf};

/// The path from the root, without `.` and `..`, as it is written: links are
/// not followed.
pub fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for component in full.components() {
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

/// The way from `folder` to `path`, both absolute: `../jobs/cook.md`.
pub fn relative(path: &Path, folder: &Path) -> PathBuf {
    let mut up = PathBuf::new();
    for outer in folder.ancestors() {
        if let Ok(rest) = path.strip_prefix(outer) {
            return up.join(rest);
        }
        up.push("..");
    }
    // On another drive.
    path.to_owned()
}

/// The path as a user here would write it.
pub fn shown(path: &Path) -> PathBuf {
    let here = absolute(Path::new("."));
    match path.strip_prefix(here) {
        Ok(rest) if !rest.as_os_str().is_empty() => rest.to_owned(),
        Ok(_) => PathBuf::from("."),
        Err(_) => path.to_owned(),
    }
}

/// Globs as users write them. Without a slash they match the name at any
/// depth; a leading slash holds them to the top.
///
/// # Errors
/// What is no glob, and what would match nothing.
pub fn globs<T: AsRef<str>>(patterns: impl IntoIterator<Item = T>) -> Result<GlobSet, Mistake> {
    let mut set = GlobSetBuilder::new();
    let wrong = |error: globset::Error| {
        Mistake::new(
            format!("this is no glob: {error}"),
            "write it as drafts/** or *.md".to_owned(),
        )
    };
    for pattern in patterns {
        let pattern = pattern.as_ref();
        if pattern.contains('\\') {
            return Err(Mistake::new(
                format!("the glob `{pattern}` has a backslash"),
                "folders are parted by / on every system; a literal * is [*]".to_owned(),
            ));
        }
        let plain = pattern.strip_prefix("./").unwrap_or(pattern);
        let plain = plain.strip_suffix('/').unwrap_or(plain);
        let (plain, at_top) = match plain.strip_prefix('/') {
            Some(rest) => (rest, true),
            None => (plain, plain.contains('/')),
        };
        if plain.is_empty() {
            return Err(Mistake::new(
                format!("the glob `{pattern}` matches nothing"),
                "write it as drafts/** or *.md".to_owned(),
            ));
        }
        let glob = |text: &str| {
            GlobBuilder::new(text)
                .literal_separator(true)
                .build()
                .map_err(wrong)
        };
        set.add(glob(plain)?);
        if !at_top {
            set.add(glob(&format!("**/{plain}"))?);
        }
    }
    set.build().map_err(wrong)
}

/// Globs of one configuration file, each from that file's folder.
#[derive(Debug, Clone)]
pub struct Rooted {
    /// Absolute.
    folder: PathBuf,
    globs: GlobSet,
}

impl Rooted {
    /// Sound globs of a file in `folder`, which is absolute.
    pub fn new(folder: &Path, globs: GlobSet) -> Self {
        Rooted {
            folder: folder.to_owned(),
            globs,
        }
    }

    /// Whether a file or folder, an absolute path, matches.
    pub fn is_match(&self, path: &Path) -> bool {
        self.globs.is_match(relative(path, &self.folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_from_a_folder_to_a_path_may_lead_upward() {
        for (path, folder, expected) in [
            ("/a/b/c.md", "/a", "b/c.md"),
            ("/a/c.md", "/a/b", "../c.md"),
            ("/x/c.md", "/a/b", "../../x/c.md"),
            ("/a", "/a", ""),
        ] {
            let way = relative(Path::new(path), Path::new(folder));
            assert_eq!(way, Path::new(expected), "{path} from {folder}");
        }
    }

    #[test]
    fn dots_in_a_path_are_resolved() {
        let here = std::env::current_dir().expect("there is a folder");
        let above = here.parent().expect("the package does not lie at the root");
        for (path, expected) in [
            ("", here.clone()),
            ("./jobs/.", here.join("jobs")),
            ("../x", above.join("x")),
            ("jobs/../posts", here.join("posts")),
        ] {
            assert_eq!(absolute(Path::new(path)), expected, "{path:?}");
        }
    }

    #[test]
    fn globs_are_held_to_their_folder() {
        for (glob, path, matches) in [
            ("*.md", "/a/cook.md", true),
            ("*.md", "/a/deep/down/cook.md", true),
            ("/*.md", "/a/cook.md", true),
            ("/*.md", "/a/deep/cook.md", false),
            ("drafts", "/a/x/drafts", true),
            ("drafts/", "/a/x/drafts", true),
            ("jobs/**", "/a/jobs/x/cook.md", true),
            ("jobs/**", "/a/x/jobs/cook.md", false),
            ("./jobs/*", "/a/jobs/cook.md", true),
            ("jobs/*", "/a/jobs/x/cook.md", false),
            ("**/us/**", "/a/jobs/us/cook.md", true),
            ("**/us/**", "/b/jobs/us/cook.md", true),
            ("../b/*.md", "/b/cook.md", true),
            ("{us,ca}/*.md", "/a/ca/cook.md", true),
        ] {
            let set = globs([glob]).expect("a sound glob");
            let rooted = Rooted::new(Path::new("/a"), set);
            assert_eq!(rooted.is_match(Path::new(path)), matches, "{glob} {path}");
        }
    }

    #[test]
    fn globs_that_would_match_nothing_are_refused() {
        for (glob, expected) in [
            ("jobs\\us\\**", "has a backslash"),
            ("", "matches nothing"),
            ("/", "matches nothing"),
            ("[a", "is no glob"),
        ] {
            let mistake = globs([glob]).expect_err(glob);
            assert!(mistake.message.contains(expected), "{glob}: {mistake}");
        }
    }
}
