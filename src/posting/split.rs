//! Finds the single postings in a text that holds several: jobs under headings
//! of their own, each with its own way to apply or its own pay and place; or
//! the lines "Employer | Job | Place" of a hiring thread.

use super::lines::Line;
use super::phrases;
use super::sections::Heading;
use super::{Role, vocabulary};
use crate::document::BlockKind;
use std::ops::Range;

/// A posting of its own has at least so many words.
const WORDS: usize = 40;

/// The lines of each posting, if there is strong evidence of several. What lies
/// outside of all of them belongs to each.
pub(super) fn postings(lines: &[Line<'_>], headings: &[Heading]) -> Vec<Range<usize>> {
    for level in 1..=3 {
        let found = under_headings(lines, headings, level);
        if found.len() >= 2 {
            return found;
        }
    }
    let found = in_thread(lines);
    if found.len() >= 2 { found } else { Vec::new() }
}

/// Jobs under headings of one level.
fn under_headings(lines: &[Line<'_>], headings: &[Heading], level: u8) -> Vec<Range<usize>> {
    let proper: Vec<&Heading> = headings
        .iter()
        .filter(|h| matches!(lines[h.line].kind, BlockKind::Heading(_)))
        .collect();
    let same = || proper.iter().filter(|h| h.level == level);
    // Duties or requirements at the same level: these are one posting's sections.
    let sections = same().any(|h| matches!(h.role, Some(Role::Duties | Role::Requirements)));
    let titles = same().filter(|h| h.role.is_none()).count();
    if sections || titles < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (i, heading) in proper.iter().enumerate() {
        if heading.level != level || heading.role.is_some() {
            continue;
        }
        let end = proper[i + 1..]
            .iter()
            .find(|next| next.level <= level)
            .map_or(lines.len(), |next| next.line);
        let range = heading.line..end;
        if !is_job(&lines[range.clone()]) {
            // One heading that is no job makes the others doubtful, unless it
            // stands before or behind all of them.
            if !found.is_empty() && same().any(|h| h.line >= end && h.role.is_none()) {
                return Vec::new();
            }
            continue;
        }
        found.push(range);
    }
    let covered: usize = found.iter().map(Range::len).sum();
    if covered * 10 < lines.len() * 6 {
        return Vec::new();
    }
    found
}

/// A stretch with two signs of its own: pay, place or kind of work, a way to
/// apply, duties or requirements; one of them the last two.
fn is_job(lines: &[Line<'_>]) -> bool {
    let words: usize = lines.iter().map(|l| l.words(WORDS)).sum();
    if words < WORDS {
        return false;
    }
    let mut pay = false;
    let mut label = false;
    let mut apply = false;
    let mut task = false;
    for line in &lines[1..] {
        pay |=
            line.text.contains(['$', '€', '£']) && line.text.contains(|c: char| c.is_ascii_digit());
        let key = if line.key.is_empty() {
            phrases::key(&line.text.chars().take(200).collect::<String>())
        } else {
            line.key.clone()
        };
        apply |= key.starts_with("apply")
            || key.contains("to apply")
            || key.contains("apply at")
            || key.contains("apply here")
            || key.contains("send your");
        label |= ["location", "type", "employment", "where", "workplace"]
            .iter()
            .any(|l| key.starts_with(l));
        let head = line.text.split(':').next().unwrap_or("");
        task |= line.is_short()
            && vocabulary::role(&phrases::key(head)).is_some_and(|(role, fit)| {
                fit == phrases::Fit::Whole && matches!(role, Role::Duties | Role::Requirements)
            });
    }
    (apply || task) && [pay, label, apply, task].iter().filter(|x| **x).count() >= 2
}

/// The comments of a hiring thread, each headed by fields between bars.
fn in_thread(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let starts: Vec<usize> = (0..lines.len())
        .filter(|&i| is_thread_head(&lines[i]))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let found: Vec<Range<usize>> = starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(s, e)| s..e)
        .collect();
    let full = found.iter().all(|r| {
        lines[r.clone()]
            .iter()
            .map(|l| l.words(WORDS))
            .sum::<usize>()
            >= WORDS / 2
    });
    if full && starts.first().is_some_and(|s| *s * 2 <= lines.len()) {
        found
    } else {
        Vec::new()
    }
}

/// "Acme | Backend Engineer | Remote (US) | Full-time".
fn is_thread_head(line: &Line<'_>) -> bool {
    const MODES: &[&str] = &[
        "remote",
        "onsite",
        "on-site",
        "hybrid",
        "full-time",
        "full time",
        "visa",
        "intern",
    ];
    line.text.matches('|').count() >= 2
        && line.text.len() <= 300
        && line.after_gap
        && !matches!(line.kind, BlockKind::Cell { .. })
        && MODES.iter().any(|m| line.key.contains(m))
}
