//! Files as the disk has them: only what has an end is read, and what the system
//! says of the rest is said plainly.

use std::fs::{File, FileType};
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a file, at most one more than `most`, by which it is seen to be
/// larger.
///
/// # Errors
/// What the system says; and that the path is no regular file. A named pipe would
/// be waited for, and a device may never end. The pipes that a shell hands over
/// as an argument (`<(command)`, `/dev/stdin`) are read like standard input.
pub fn bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let kind = std::fs::metadata(path)?.file_type();
    let what = unfit(kind);
    if let Some(what) = what
        && !(is_pipe(kind) && is_handed_over(path))
    {
        let message = format!("it is {what}, not a file; `-` reads standard input");
        return Err(io::Error::other(message));
    }
    let mut bytes = Vec::new();
    File::open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Pipes without a name, which one process opens for another.
fn is_handed_over(path: &Path) -> bool {
    let of_process =
        |path: &Path| path.starts_with("/proc") && path.to_string_lossy().contains("/fd/");
    path == Path::new("/dev/stdin") || path.starts_with("/dev/fd") || of_process(path)
}

/// What something is that is not read; nothing for files, and for folders, of
/// which the system says so itself.
#[cfg(unix)]
fn unfit(kind: FileType) -> Option<&'static str> {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        Some("a named pipe")
    } else if kind.is_socket() {
        Some("a socket")
    } else if kind.is_char_device() || kind.is_block_device() {
        Some("a device")
    } else {
        None
    }
}

#[cfg(not(unix))]
fn unfit(_: FileType) -> Option<&'static str> {
    None
}

#[cfg(unix)]
fn is_pipe(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: FileType) -> bool {
    false
}

/// What an error of the system means, without its number.
pub fn reason(error: &io::Error) -> String {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::IsADirectory => "is a folder".to_owned(),
        _ => {
            let text = error.to_string();
            match text.split_once(" (os error") {
                Some((words, _)) => words.to_lowercase(),
                None => text,
            }
        }
    }
}
