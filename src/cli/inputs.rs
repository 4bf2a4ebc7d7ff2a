//! Which files a command reads, and their bytes.

use crate::document::{self, Reading};
use std::io::Read;
use std::path::Path;

/// The argument that stands for standard input.
const STDIN: &str = "-";

/// Reads one file, or standard input for `-`.
pub fn read(path: &Path, stdin_name: Option<&str>) -> Result<Reading, std::io::Error> {
    if path.as_os_str() == STDIN {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(document::read(stdin_name.unwrap_or("<stdin>"), &bytes));
    }
    let bytes = std::fs::read(path)?;
    Ok(document::read(&path.to_string_lossy(), &bytes))
}
