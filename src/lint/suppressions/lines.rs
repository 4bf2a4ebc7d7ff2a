//! Which line a comment for the next line speaks of.

use crate::document::Document;
use std::collections::HashMap;

/// The lines behind the comments of a document, each looked for once.
pub(super) struct Lines<'d> {
    document: &'d Document,
    /// For each comment, where the first words behind it stand that are no
    /// comment themselves.
    behind: Vec<usize>,
    /// By the line on which a comment ends.
    known: HashMap<usize, usize>,
}

impl<'d> Lines<'d> {
    /// For the comments of `document`.
    pub fn of(document: &'d Document) -> Self {
        let mut behind = vec![0; document.comments.len()];
        for index in (0..behind.len()).rev() {
            let at = words_from(document, document.comments[index].span.end);
            let next = document.comments.get(index + 1);
            behind[index] = match next {
                Some(next) if next.span.start == at => behind[index + 1],
                Some(_) | None => at,
            };
        }
        Lines {
            document,
            behind,
            known: HashMap::new(),
        }
    }

    /// The line (from 0) of the first words behind `end` that stand on a later
    /// line and are no comment.
    pub fn after(&mut self, end: usize) -> usize {
        let lines = self.document.source.lines();
        let line = lines.line_at(end);
        if let Some(known) = self.known.get(&line) {
            return *known;
        }
        let text = &self.document.source.text;
        let at = words_from(self.document, lines.start(line + 1).unwrap_or(text.len()));
        let comments = &self.document.comments;
        let next = comments.partition_point(|comment| comment.span.start < at);
        let at = match comments.get(next) {
            Some(comment) if comment.span.start == at => self.behind[next],
            Some(_) | None => at,
        };
        let found = lines.line_at(at);
        self.known.insert(line, found);
        found
    }
}

/// The first words from `at` on.
fn words_from(document: &Document, at: usize) -> usize {
    let rest = &document.source.text[at..];
    at + rest.len() - rest.trim_start().len()
}
