//! Stage 1: bytes → [`Document`]. A reader for each format turns the file into
//! the words that people see and remembers where each came from. It knows
//! formats; it does not know what a posting is or what the words mean.

mod model;
pub mod plain;

pub use model::{
    Block, BlockKind, Document, Field, Format, Link, Origin, Problem, ProblemKind, Reading,
};
