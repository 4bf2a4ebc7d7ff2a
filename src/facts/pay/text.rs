//! The posting's words as the readers of pay handle them.

use crate::text::{Folded, ceil};

/// The words of a text in both forms: folded for reading, and as written where
/// capitals matter.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub folded: &'t Folded,
    pub view: &'t str,
}

impl<'t> Text<'t> {
    pub(super) fn words(self) -> &'t str {
        self.folded.text()
    }

    /// Whether the piece `from..to` of the folded text has no small letter as
    /// it was written.
    pub(super) fn is_upper(self, from: usize, to: usize) -> bool {
        let span = self.folded.view(from..to);
        !self.view[span.range()].chars().any(char::is_lowercase)
    }

    pub(super) fn is_title_case(self, from: usize, to: usize) -> bool {
        let span = self.folded.view(from..to);
        self.view[span.range()].starts_with(char::is_uppercase)
    }
}

/// Where the line around `at` begins; as far back as a long line is looked at.
pub(super) fn line_start(words: &str, at: usize) -> usize {
    let far = ceil(words, at.saturating_sub(1_000));
    words[far..at].rfind('\n').map_or(far, |i| far + i + 1)
}
