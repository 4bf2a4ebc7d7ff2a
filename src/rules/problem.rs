//! A mistake in a rule file, with its place, as plain data.

use crate::text::{Raw, Source, Span};
use std::fmt;
use std::sync::Arc;

/// A mistake in a rule file.
#[derive(Debug, Clone)]
pub struct RuleProblem {
    /// The file.
    pub file: Arc<Source>,
    /// The offending words.
    pub span: Span<Raw>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What was probably meant instead of the words at `span`.
    pub did_you_mean: Option<String>,
}

impl RuleProblem {
    /// A mistake at a place.
    pub fn new(file: &Arc<Source>, span: Span<Raw>, message: impl Into<String>) -> Self {
        RuleProblem {
            file: Arc::clone(file),
            span,
            message: message.into(),
            help: None,
            did_you_mean: None,
        }
    }
}

/// One line: file, place, what is wrong, what was meant.
impl fmt::Display for RuleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.file.position(self.span.start);
        let (name, line, column) = (&self.file.name, at.line, at.column);
        write!(f, "{name}:{line}:{column}: {}", self.message)?;
        match (&self.did_you_mean, &self.help) {
            (Some(meant), _) => write!(f, "; did you mean `{meant}`?"),
            (None, Some(help)) => write!(f, "; {help}"),
            (None, None) => Ok(()),
        }
    }
}
