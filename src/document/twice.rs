//! Names that structured data gives twice. Programs take one of the values, mostly
//! the last, and pass over the other; here both are read, and it is told.

use super::model::{Problem, ProblemKind};
use crate::text::{Raw, Span};
use std::collections::HashSet;

/// More than anybody would mend one by one.
const MOST: usize = 10;

/// Adds a problem for each name of one object that stands there before, at the
/// place of the second.
pub fn tell<'n>(names: impl Iterator<Item = (&'n str, Span<Raw>)>, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (name, span) in names {
        if !seen.insert(name) && problems.len() < MOST {
            problems.push(Problem {
                kind: ProblemKind::Malformed,
                message: format!("`{name}` is given twice"),
                help: Some("keep one; programs take only one of the two, mostly the last".into()),
                span: Some(span),
            });
        }
    }
}
