//! Writing a file in one step: whoever reads it meanwhile sees the old or the
//! new, and a run that is broken off leaves the old.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts `bytes` in place of what `path` holds. Permissions stay; a link stays
/// a link, and what it leads to is replaced.
///
/// # Errors
/// What the system says; the file is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (path, old) = match fs::canonicalize(path) {
        Ok(real) => {
            let permissions = fs::metadata(&real)?.permissions();
            if permissions.readonly() {
                let message = "it is read-only";
                return Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
            }
            (real, Some(permissions))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (path.to_owned(), None),
        Err(error) => return Err(error),
    };
    let (beside, mut file) = create_beside(&path, old.as_ref())?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // Nothing more can be done about a file that cannot be removed either.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A new file in the folder of `path`, which nobody can read who could not read
/// what it will replace, not even before it has that file's permissions.
pub(super) fn create_beside(
    path: &Path,
    permissions: Option<&Permissions>,
) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut attempt = 0;
    loop {
        let process = std::process::id();
        let beside = path.with_file_name(format!(".{name}.{process}-{attempt}.tmp"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if let Some(permissions) = permissions {
            use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
            options.mode(permissions.mode());
        }
        match options.open(&beside) {
            Ok(file) => {
                // The umask may have taken some away.
                if let Some(permissions) = permissions
                    && let Err(error) = file.set_permissions(permissions.clone())
                {
                    let _ = fs::remove_file(&beside);
                    return Err(error);
                }
                return Ok((beside, file));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 16 => {
                attempt += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("hirelint-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder can be made");
        folder
    }

    #[test]
    fn a_file_is_made_or_replaced_and_nothing_else_is_left() {
        let folder = folder("replace");
        let file = folder.join("a.md");
        for text in ["one", "two, longer"] {
            replace(&file, text.as_bytes()).expect("it can be written");
            assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
        }
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
        fs::remove_dir_all(folder).expect("it can be removed");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay_and_a_read_only_file_is_left_alone() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = folder("replace-unix");
        let (file, link) = (folder.join("a.md"), folder.join("link.md"));
        let mode = |file: &Path| {
            fs::metadata(file)
                .expect("it is there")
                .permissions()
                .mode()
        };
        let set = |bits| {
            fs::set_permissions(&file, fs::Permissions::from_mode(bits)).expect("it is ours");
        };
        fs::write(&file, "one").expect("it can be written");
        set(0o640);
        symlink("a.md", &link).expect("a link can be made");
        replace(&link, b"two").expect("it can be written");
        assert_eq!(mode(&file) & 0o777, 0o640);
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).expect("it is there"), "two");
        set(0o440);
        assert!(replace(&file, b"three").is_err());
        assert_eq!(fs::read_to_string(&file).expect("it is there"), "two");
        fs::remove_dir_all(folder).expect("it can be removed");
    }
}
