//! Which parts of which lines are shown for the marks in them.

use super::Mark;
use crate::report::terminal::wrap;
use crate::text::{Source, floor};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// A mark within one line.
pub(super) struct OnLine<'m> {
    pub mark: &'m Mark,
    pub line: usize,
    pub range: Range<usize>,
}

/// The least room for a label's words, in columns.
pub(super) const LABEL: usize = 28;
/// The least room for a mark with its surroundings, in columns.
pub(super) const WINDOW: usize = 32;

impl<'m> OnLine<'m> {
    /// A mark that spans lines is shown on its first line that has words.
    pub fn of(source: &Source, mark: &'m Mark) -> Self {
        let text = &source.text;
        let end = floor(text, mark.span.end);
        let start = floor(text, mark.span.start).min(end);
        let words = &text[start..end];
        let start = start
            + (words.len() - words.trim_start().len()) * usize::from(!words.trim().is_empty());
        let line = source.lines().line_at(start);
        let whole = line_range(source, line);
        let end = end.min(whole.end).max(start);
        OnLine {
            mark,
            line,
            range: start..end,
        }
    }
}

/// A line without its end.
pub(super) fn line_range(source: &Source, line: usize) -> Range<usize> {
    let text = &source.text;
    let start = source.lines().start(line).unwrap_or(text.len());
    let end = source.lines().start(line + 1).unwrap_or(text.len());
    let words = &text[start..end];
    start..start + words.trim_end_matches(['\n', '\r']).len()
}

/// Marks whose lines touch stand in one group, up to as many as one line of
/// the terminal has room for.
pub(super) fn grouped<'a, 'm>(marks: &'a [OnLine<'m>], columns: usize) -> Vec<&'a [OnLine<'m>]> {
    let most = (columns / WINDOW).max(1);
    let mut groups = Vec::new();
    let mut start = 0;
    for end in 1..=marks.len() {
        let is_over = marks.get(end).is_none_or(|next| {
            let last = &marks[end - 1];
            let in_line = marks[start..end].iter().filter(|m| m.line == next.line);
            next.line > last.line + 2 || in_line.count() >= most
        });
        if is_over {
            groups.push(&marks[start..end]);
            start = end;
        }
    }
    groups
}

/// The parts of a line to show, in order and apart.
pub(super) fn windows(
    text: &str,
    line: Range<usize>,
    marks: &[&OnLine<'_>],
    columns: usize,
) -> Vec<Range<usize>> {
    let Some(first) = marks.first() else {
        let head = line.start..forward(text, line.clone(), columns);
        return vec![head];
    };
    let fits = forward(text, line.clone(), columns) == line.end;
    let labels_fit = marks.iter().all(|mark| {
        let label = wrap::width(&mark.mark.text).min(LABEL) + 5;
        let before = &text[line.start..mark.range.start];
        !fits || wrap::width(before) + label <= columns
    });
    if fits && (labels_fit || first.range.start == line.start) {
        return vec![line];
    }
    let each = columns / marks.len();
    let mut windows: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let label = wrap::width(&mark.mark.text).min(LABEL) + 5;
        let shown = each.saturating_sub(4);
        let mark_end = forward(text, mark.range.start..mark.range.end, shown);
        let wide = wrap::width(&text[mark.range.start..mark_end]);
        let spare = shown.saturating_sub(wide);
        let lead = (spare / 3).min(columns.saturating_sub(wide / 2 + label));
        let start = backward(text, line.start..mark.range.start, lead);
        let start = word_start(text, start..mark.range.start, line.start);
        let used = wrap::width(&text[start..mark.range.start]);
        let end = forward(text, mark_end..line.end, spare - used.min(spare));
        let end = word_end(text, mark_end..end, line.end);
        match windows.last_mut() {
            Some(last) if last.end >= start => last.end = last.end.max(end),
            _ => windows.push(start..end),
        }
    }
    windows
}

/// The first start of a word in `range`, which begins somewhere in a line.
fn word_start(text: &str, range: Range<usize>, line_start: usize) -> usize {
    if range.start == line_start {
        return range.start;
    }
    match text[range.clone()].find(char::is_whitespace) {
        Some(blank) => {
            let words = &text[range.start + blank..range.end];
            range.end - words.trim_start().len()
        }
        None => range.end,
    }
}

/// The last end of a word in `range`, which ends somewhere in a line.
fn word_end(text: &str, range: Range<usize>, line_end: usize) -> usize {
    if range.end == line_end {
        return range.end;
    }
    match text[range.clone()].rfind(char::is_whitespace) {
        Some(blank) => range.start + text[range.start..range.start + blank].trim_end().len(),
        None => range.start,
    }
}

/// How far from the start of `range` so many columns reach.
fn forward(text: &str, range: Range<usize>, columns: usize) -> usize {
    let mut taken = 0;
    for (i, c) in text[range.clone()].char_indices() {
        taken += c.width().unwrap_or(1);
        if taken > columns {
            return range.start + i;
        }
    }
    range.end
}

/// How far back from the end of `range` so many columns reach.
fn backward(text: &str, range: Range<usize>, columns: usize) -> usize {
    let mut taken = 0;
    for (i, c) in text[range.clone()].char_indices().rev() {
        taken += c.width().unwrap_or(1);
        if taken > columns {
            return range.start + i + c.len_utf8();
        }
    }
    range.start
}
