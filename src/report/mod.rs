//! Stage 6: what was read and found → bytes for people and machines, one file
//! per format. It knows findings and facts; it judges nothing and prints nothing.

pub mod compact;
pub mod examples;
pub mod facts_human;
pub mod facts_json;
pub mod human;
pub mod json;
pub mod matrix;
mod place;
pub mod summary;
pub mod terminal;
mod totals;

pub use place::Place;
pub use totals::{NotTold, Totals};

/// Stands once under every report.
pub const NOTICE: &str = "hirelint is no legal advice; the cited texts decide.";
