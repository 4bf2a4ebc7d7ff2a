//! The lines of the user's file that a message points at, as a source for
//! miette.
//!
//! miette prints a line whole, whatever its length, lets control characters
//! through, counts columns in bytes, and panics on labels beyond column 65,535.
//! So it is not given the file but an excerpt made for it: the lines with
//! labels, cut to the terminal's width around them and made safe, while line
//! and column are those of the file.

mod window;

use super::safe::visible;
use super::wrap;
use crate::text::{Position, Raw, Source, Span};
use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;
use window::{LABEL, OnLine, WINDOW, grouped, line_range, windows};

/// A place to label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub span: Span<Raw>,
    /// What is to be seen there; may be empty.
    pub text: String,
    /// The place of the message itself. There is one.
    pub is_primary: bool,
}

/// Lines cut out of a file, with labels.
#[derive(Debug)]
pub struct Excerpt {
    /// The file's name, safe to print.
    name: String,
    /// The lines of all groups.
    text: String,
    groups: Vec<Group>,
    /// In text order; the places are those of `text`.
    labels: Vec<Placed>,
}

/// Lines that follow each other in the file (or a single one).
#[derive(Debug)]
struct Group {
    range: Range<usize>,
    /// Number of its first line, from 0.
    first_line: usize,
}

#[derive(Debug)]
struct Placed {
    range: Range<usize>,
    position: Position,
    text: String,
    is_primary: bool,
}

/// Columns left of the text: line number, bar, spaces.
const GUTTER: usize = 8;
/// What stands for words that were cut.
const CUT: char = '…';

impl Excerpt {
    /// The lines of `source` with `marks`, for a terminal of `columns`. The
    /// line of the primary mark comes first, the others follow in text order.
    pub fn of(source: &Source, marks: &[Mark], columns: usize) -> Self {
        let columns = columns.saturating_sub(GUTTER).max(WINDOW);
        let mut on_lines: Vec<OnLine<'_>> =
            marks.iter().map(|mark| OnLine::of(source, mark)).collect();
        on_lines.sort_by_key(|m| (m.range.start, m.range.end, !m.mark.is_primary));
        let mut excerpt = Excerpt {
            name: super::safe_line(&source.name).into_owned(),
            text: String::new(),
            groups: Vec::new(),
            labels: Vec::new(),
        };
        let mut groups = grouped(&on_lines, columns);
        // Stable: all but the primary's group keep the order of the text.
        groups.sort_by_key(|group| group.iter().all(|m| !m.mark.is_primary));
        for group in groups {
            excerpt.add_group(source, group, columns);
        }
        excerpt
    }

    /// The labels in the order in which they stand in the excerpt.
    pub fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        self.labels.iter().map(|label| {
            let text = (!label.text.is_empty()).then(|| label.text.clone());
            let at = SourceSpan::new(label.range.start.into(), label.range.len());
            if label.is_primary {
                LabeledSpan::new_primary_with_span(text, at)
            } else {
                LabeledSpan::new_with_span(text, at)
            }
        })
    }

    /// For each label in the order of [`Excerpt::labels`]: it is the primary one.
    pub fn primaries(&self) -> impl Iterator<Item = bool> {
        self.labels.iter().map(|label| label.is_primary)
    }

    /// For each group of lines: the digits of its largest line number.
    pub fn digits(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().map(|group| {
            let lines = self.text[group.range.clone()].matches('\n').count();
            (group.first_line + lines).to_string().len()
        })
    }

    fn add_group(&mut self, source: &Source, group: &[OnLine<'_>], columns: usize) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            return;
        };
        let start = self.text.len();
        for line in first.line..=last.line {
            let marks: Vec<_> = group.iter().filter(|m| m.line == line).collect();
            self.add_line(source, line, &marks, columns);
        }
        self.groups.push(Group {
            range: start..self.text.len(),
            first_line: first.line,
        });
    }

    fn add_line(&mut self, source: &Source, line: usize, marks: &[&OnLine<'_>], columns: usize) {
        let whole = line_range(source, line);
        let windows = windows(&source.text, whole.clone(), marks, columns);
        let line_start = self.text.len();
        let mut starts = vec![None; marks.len()];
        let mut ends = vec![None; marks.len()];
        for (index, window) in windows.iter().enumerate() {
            let is_cut_before = match index {
                0 => !source.text[whole.start..window.start].trim().is_empty(),
                _ => true,
            };
            if is_cut_before {
                self.text.push(CUT);
                self.text.push(' ');
            }
            let mut note = |at: usize, here: usize| {
                for (m, mark) in marks.iter().enumerate() {
                    if starts[m].is_none() && mark.range.start <= at && at <= window.end {
                        starts[m] = Some(here);
                    }
                    if ends[m].is_none() && mark.range.end <= at {
                        ends[m] = Some(here);
                    }
                }
            };
            for (i, c) in source.text[window.clone()].char_indices() {
                note(window.start + i, self.text.len());
                self.text.extend(visible(c));
            }
            note(window.end, self.text.len());
            if window.end < whole.end {
                self.text.push(' ');
            }
        }
        let end = self.text.len();
        if windows.last().is_some_and(|w| w.end < whole.end) {
            self.text.push(CUT);
        }
        // A zero-width label needs a character to stand at.
        self.text.push(' ');
        self.text.push('\n');
        for (m, mark) in marks.iter().enumerate() {
            let start = starts[m].unwrap_or(end);
            let range = start..ends[m].unwrap_or(end).max(start);
            let before = wrap::width(&self.text[line_start..start]);
            let middle = before + wrap::width(&self.text[range.clone()]) / 2;
            let text = super::safe_line(&mark.mark.text);
            let room = (columns.saturating_sub(middle + 5)).max(LABEL.min(columns / 2));
            self.place(Placed {
                range,
                position: source.position(mark.range.start),
                text: wrap::wrap(&text, room).join("\n"),
                is_primary: mark.mark.is_primary,
            });
        }
    }

    /// Adds a label; one at the same place as another, or across it, joins it,
    /// since one line under the words cannot show both.
    fn place(&mut self, label: Placed) {
        let meets = |l: &&mut Placed| {
            l.range == label.range
                || l.range.start < label.range.end && label.range.start < l.range.end
        };
        if let Some(same) = self.labels.iter_mut().find(meets) {
            if label.is_primary {
                same.is_primary = true;
                same.range = label.range;
                same.position = label.position;
            }
            if !label.text.is_empty() && same.text != label.text {
                if !same.text.is_empty() {
                    same.text.push('\n');
                }
                same.text.push_str(&label.text);
            }
            return;
        }
        self.labels.push(label);
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let group = self
            .groups
            .iter()
            // The line break at a group's end belongs to no label: a label that
            // starts there is the first of the next group.
            .find(|group| group.range.start <= start && end < group.range.end)
            .ok_or(MietteError::OutOfBounds)?;
        let at = self.labels.iter().find(|label| label.range.start == start);
        // Without context miette asks for the numbers of the header alone.
        let (line, column) = match at {
            Some(label) if before + after == 0 => {
                (label.position.line - 1, label.position.column - 1)
            }
            _ => (group.first_line, 0),
        };
        let words = &self.text[group.range.clone()];
        let (bytes, count) = (words.as_bytes(), words.matches('\n').count());
        let place = SourceSpan::new(group.range.start.into(), group.range.len());
        // The file is named once, where the message points.
        let is_first = group.range.start == 0;
        Ok(Box::new(if is_first {
            let name = self.name.clone();
            MietteSpanContents::new_named(name, bytes, place, line, column, count)
        } else {
            MietteSpanContents::new(bytes, place, line, column, count)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Ink, Style, snippet};
    use super::*;
    use crate::text::floor;
    use proptest::prelude::*;

    fn drawn(text: &str, marks: &[Mark], columns: usize) -> String {
        let source = Source::from_text("job.md", text);
        let excerpt = Excerpt::of(&source, marks, columns);
        snippet(
            &Style::plain(columns),
            Ink::Error,
            "error[x]",
            "Wrong.",
            &excerpt,
        )
    }

    fn mark(text: &str, words: &str, label: &str, is_primary: bool) -> Mark {
        let at = text.find(words).expect("the words stand in the text");
        Mark {
            span: Span::new(at, at + words.len()),
            text: label.to_owned(),
            is_primary,
        }
    }

    #[test]
    fn line_and_column_are_those_of_the_file() {
        let text = "# Cook\n\nGehalt für Köche: bis 26 € pro Stunde.\n";
        let shown = drawn(text, &[mark(text, "26 €", "hier", true)], 80);
        assert!(shown.contains("[job.md:3:23]"), "{shown}");
        assert!(shown.contains(" 3 │ Gehalt für Köche"), "{shown}");
        let lines: Vec<_> = shown.lines().collect();
        let words = lines.iter().position(|l| l.contains("Gehalt"));
        let words = words.expect("the line is shown");
        let column = |line: &str, what: char| line.chars().position(|c| c == what);
        assert_eq!(
            column(lines[words], '2'),
            column(lines[words + 1], '─'),
            "the underline begins under the figure: {shown}"
        );
    }

    #[test]
    fn a_long_line_is_cut_around_its_labels() {
        let text = format!(
            "{} up to $26 per hour {} anywhere {}",
            "before ".repeat(40_000),
            "between ".repeat(2000),
            "after ".repeat(2000)
        );
        let marks = [
            mark(&text, "up to $26 per hour", "no lower end", true),
            mark(&text, "anywhere", "this brings in Colorado", false),
        ];
        for columns in [60, 80, 120] {
            let shown = drawn(&text, &marks, columns);
            for line in shown.lines() {
                assert!(wrap::width(line) <= columns, "{columns}: {line}");
            }
            for words in [
                "up to $26 per hour",
                "anywhere",
                "no lower end",
                "brings in",
            ] {
                assert!(shown.contains(words), "{words} in {shown}");
            }
            assert!(shown.contains("[job.md:1:280002]"), "{shown}");
        }
    }

    #[test]
    fn the_place_of_the_message_comes_first() {
        let text = "Seattle\n\n\n\n\nPay: up to $9\n";
        let marks = [
            mark(text, "Seattle", "brings in Washington", false),
            mark(text, "up to $9", "no lower end", true),
        ];
        let shown = drawn(text, &marks, 80);
        let at = |words| shown.find(words).expect("both are shown");
        assert!(shown.contains("\n   ⋮\n"), "one box holds both: {shown}");
        assert_eq!(shown.matches('╭').count(), 1, "{shown}");
        assert!(at("no lower end") < at("brings in Washington"), "{shown}");
        assert!(shown.contains("[job.md:6:6]"), "{shown}");
        assert_eq!(shown.matches("job.md").count(), 1, "{shown}");
    }

    #[test]
    fn labels_that_overlap_share_one_line_under_the_words() {
        let text = "Remote or hybrid in Seattle\n";
        let marks = [
            mark(text, "Remote or hybrid", "how many days?", true),
            mark(
                text,
                "hybrid in Seattle",
                "this brings in Washington",
                false,
            ),
        ];
        let shown = drawn(text, &marks, 80);
        for words in [
            "how many days?",
            "this brings in Washington",
            "[job.md:1:1]",
        ] {
            assert!(shown.contains(words), "{words} in {shown}");
        }
        let under = shown.lines().nth(3).expect("a line under the words");
        assert_eq!(
            under.matches(['─', '┬']).count(),
            "Remote or hybrid".len(),
            "{shown}"
        );
    }

    #[test]
    fn a_statement_of_several_lines_is_marked_on_its_first() {
        let text = "One.\n  Two goes on\n  and on.\nThree.\n";
        let shown = drawn(
            text,
            &[mark(text, "\n  Two goes on\n  and on.", "here", true)],
            80,
        );
        assert!(shown.contains("[job.md:2:3]"), "{shown}");
        assert!(!shown.contains("and on"), "{shown}");
    }

    proptest! {
        #[test]
        fn any_label_in_any_text_is_drawn(
            text in "(\\PC|[\\x00-\\x1f]|\u{202e}|\u{200d}|\u{9b}|🙂|é| |\n|\r\n){0,400}",
            places in proptest::collection::vec((0usize..2000, 0usize..200), 1..5),
            columns in 20usize..140,
        ) {
            let marks: Vec<_> = places
                .iter()
                .enumerate()
                .map(|(i, &(start, len))| {
                    let start = floor(&text, start);
                    Mark {
                        span: Span::new(start, floor(&text, start + len)),
                        text: format!("label {i} \u{1b}[2J"),
                        is_primary: i == 0,
                    }
                })
                .collect();
            let shown = drawn(&text, &marks, columns);
            prop_assert!(!shown.contains("Failed to read contents"), "{}", shown);
            prop_assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{:?}", shown);
            for i in 0..marks.len() {
                prop_assert!(shown.contains(&format!("label {i}")), "{}", shown);
            }
        }
    }
}
