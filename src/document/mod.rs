//! Stage 1: bytes → [`Document`]. A reader for each format turns the file into
//! the words that people see and remembers where each came from. It knows
//! formats; it does not know what a posting is or what the words mean.

mod model;
pub mod plain;

pub use model::{
    Block, BlockKind, Document, Field, Format, Link, Origin, Problem, ProblemKind, Reading,
};

use crate::text::Source;
use std::sync::Arc;

/// Reads a file. `name` is shown in diagnostics, and its extension helps to
/// tell the format.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let source = Arc::new(Source::from_text(name, String::from_utf8_lossy(bytes)));
    Reading {
        documents: vec![plain::read(&source)],
        source,
        problems: Vec::new(),
    }
}
