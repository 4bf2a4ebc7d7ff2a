//! Where something stands in the user's own file, as machine formats say it.

use crate::text::{Raw, Source, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place in the user's own file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// First byte, from 0.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Column of the first byte in characters, from 1.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column of the end in characters: one past the last character.
    pub end_column: usize,
}

impl Place {
    /// The place of `span` in the file that `source` was decoded from.
    pub fn of(source: &Source, span: Span<Raw>) -> Self {
        let start = source.position(span.start);
        let end = source.position(span.end);
        let bytes = source.file_range(span);
        Place {
            start: bytes.start,
            end: bytes.end,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
