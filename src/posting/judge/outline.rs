//! The outline of a short posting, in whatever language: a title, and under headings of
//! their own what somebody will do and what they need for it.

use super::opening;
use crate::document::Document;
use crate::posting::lines::Line;
use crate::posting::phrases::Fit;
use crate::posting::{Role, is_marked, vocabulary};

/// Bytes of the longest text that is told by its outline.
const LONGEST: usize = 2500;

/// Words of the longest title.
const WORDS: usize = 8;

/// The place stands in one of so many lines.
const HEAD: usize = 6;

/// Whether a title stands over headings of a posting's points: of the work and of what it asks
/// for, or of one of them beside another where a place or a mark of the sexes says that the
/// title is a job's.
pub(super) fn is_outlined(document: &Document, lines: &[Line<'_>]) -> bool {
    if document.view.len() > LONGEST {
        return false;
    }
    let Some((title, rest)) = lines.split_first() else {
        return false;
    };
    if title.ends_sentence() || title.words(WORDS + 1) > WORDS || role(title).is_some() {
        return false;
    }
    let has = |wanted: Role| rest.iter().any(|line| role(line) == Some(wanted));
    let (work, asked) = (has(Role::Duties), has(Role::Requirements));
    let given = || has(Role::Benefits) || has(Role::Pay);
    let place = |line: &Line<'_>| {
        let (_, value) = line.text.split_once(": ").unwrap_or(("", line.text));
        line.words(WORDS) < WORDS && opening::names_place(value)
    };
    let head = || rest.iter().take(HEAD).any(place);
    work && asked || (work || asked) && given() && (is_marked(title.text) || head())
}

/// What a line is about that is a heading and no more, over some text.
fn role(line: &Line<'_>) -> Option<Role> {
    let heads = !line.bullet && line.is_short();
    let (role, fit) = vocabulary::role(&line.key).filter(|_| heads)?;
    (fit == Fit::Whole).then_some(role)
}
