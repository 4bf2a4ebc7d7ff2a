//! Values under a name: structured fields whatever the spelling of their file,
//! and lines `Label: value` of the text.

use super::fact::{Context, Found, Whence};
use crate::document::{BlockKind, Field, Origin};
use crate::facts::phrases::words;
use crate::posting::Posting;
use crate::text::{Span, View, squeezed};

/// The name of a path for comparing: the last part that is no list position,
/// letters and digits in lower case (`hiringOrganization.name.0` is `name`,
/// `Job_Title` is `jobtitle`).
pub fn name(path: &str) -> String {
    let part = path
        .rsplit('.')
        .find(|part| !part.is_empty() && !part.bytes().all(|b| b.is_ascii_digit()));
    squeezed(part.unwrap_or(path))
}

/// The part of a path before its name, for comparing (`hiringorganization`).
pub fn parent(path: &str) -> String {
    let mut parts = path
        .rsplit('.')
        .filter(|part| !part.is_empty() && !part.bytes().all(|b| b.is_ascii_digit()));
    parts.next();
    parts.next().map(squeezed).unwrap_or_default()
}

/// How much a structured source is worth: a lower number speaks first.
pub fn rank(origin: Origin) -> u8 {
    match origin {
        Origin::JsonLd => 0,
        Origin::Microdata => 1,
        Origin::Feed => 2,
        Origin::FrontMatter => 3,
        Origin::PageHead => 4,
    }
}

/// The fields with one of `names`, in the order of `names`, then of origins. A
/// name may be given with its parent: `hiringorganization.name`. Empty values
/// and such as say nothing ("N/A", "null") are left out.
pub fn named<'p>(posting: &'p Posting, names: &[&str]) -> Vec<&'p Field> {
    let mut found: Vec<(usize, u8, &Field)> = posting
        .fields()
        .filter_map(|field| {
            let own = name(&field.path);
            let place = names.iter().position(|wanted| {
                let above = wanted.strip_suffix(own.as_str());
                above.is_some_and(|above| match above.strip_suffix('.') {
                    Some(above) => parent(&field.path) == above,
                    None => above.is_empty(),
                })
            })?;
            says_something(posting.words(field.value)).then_some((place, rank(field.origin), field))
        })
        .collect();
    found.sort_by_key(|(place, rank, field)| (*place, *rank, field.value.start));
    found.into_iter().map(|(.., field)| field).collect()
}

/// False for "N/A", "null", "not stated", a template's placeholder.
pub fn says_something(value: &str) -> bool {
    const NOTHING: &[&str] = words![
        "" "-" "n/a" "na" "nan" "null" "none" "not stated" "not specified" "unspecified" "unknown" "tbd"
        "tba" "undefined" "other"
    ];
    let value = value.trim();
    !NOTHING.iter().any(|n| n.eq_ignore_ascii_case(value)) && !value.starts_with("{{")
}

/// A line `Label: value` of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled {
    /// The cue that is the label.
    pub cue: usize,
    /// The value on the same line, without space around it; not empty.
    pub value: Span<View>,
}

/// Signs that may stand before a label.
const MARKS: usize = 6;

/// The lines that begin with one of the fact's cues and a colon.
pub fn labelled(context: &Context<'_>) -> Vec<Labelled> {
    let prose = context.prose;
    let text = prose.posting.text.as_str();
    let mut found = Vec::new();
    for hit in context.hits {
        let label = prose.folded.view(hit.range.clone());
        // Only signs may stand before the label: a bullet, asterisks, a picture.
        let reach = text[..label.start]
            .char_indices()
            .rev()
            .take(MARKS + 1)
            .find(|(_, c)| *c == '\n' || c.is_alphanumeric());
        let begins = match reach {
            Some((_, c)) => c == '\n',
            None => label.start <= MARKS,
        };
        if !begins {
            continue;
        }
        let rest = text[label.end..].trim_start_matches([' ', '*', '_']);
        let in_row = rest.starts_with('|') && heads_row(prose.posting, label);
        let Some(rest) = rest
            .strip_prefix([':', '：'])
            .or(rest.strip_prefix('|').filter(|_| in_row))
        else {
            continue;
        };
        let value = &rest[..rest.find('\n').unwrap_or(rest.len())];
        if in_row && value.contains('|') {
            continue;
        }
        // In a table the value is the next cell.
        let signs = [' ', '\t', '\r', '\u{a0}', '|', '*', '_'];
        let trimmed = value.trim_matches(signs);
        if !trimmed.is_empty() {
            let lead = value.len() - value.trim_start_matches(signs).len();
            let start = text.len() - rest.len() + lead;
            found.push(Labelled {
                cue: hit.cue,
                value: Span::new(start, start + trimmed.len()),
            });
        }
    }
    found
}

/// Whether a label is the first cell of a row that is no header: "Employer | Harbor Foods".
fn heads_row(posting: &Posting, label: Span<View>) -> bool {
    let blocks = &posting.document.blocks;
    let next = blocks.partition_point(|block| block.span.start <= label.start);
    let block = next.checked_sub(1).map(|at| &blocks[at]);
    block.is_some_and(|block| {
        matches!(
            block.kind,
            BlockKind::Cell {
                row: 1..,
                column: 0
            }
        ) && block.span.end <= label.end
    })
}

/// A fact read at `at`: from the field there, or from the text.
pub fn found_at<T>(posting: &Posting, value: T, at: Span<View>) -> Found<T> {
    match posting.field_at(at) {
        Some(field) => Found::in_field(value, at, field.origin),
        None => Found::in_text(value, at),
    }
}

/// Words of the board's own panel beside the posting ("DATE POSTED"), with the
/// words that follow. They are no words of the employer.
pub fn panel(posting: &Posting, labels: &[&str]) -> Vec<Span<View>> {
    let view = posting.document.view.as_str();
    let mut found = Vec::new();
    for cut in &posting.trimmed {
        if cut.kind != crate::posting::Furniture::BoardProfile {
            continue;
        }
        let mut at = cut.span.start;
        let mut open = false;
        for line in view[cut.span.range()].split_inclusive('\n') {
            let words = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            if words.is_empty() {
                continue;
            }
            if open {
                found.push(Span::new(start, start + words.len()));
            }
            open = labels.iter().any(|label| label.eq_ignore_ascii_case(words));
        }
    }
    found
}

/// The same found in furniture, with the confidence that it deserves.
pub fn in_furniture<T>(value: T, at: Span<View>) -> Found<T> {
    Found {
        value,
        at,
        whence: Whence::Furniture,
        confidence: super::Confidence::Low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_a_name_however_it_is_spelled() {
        for (path, expected, above) in [
            ("Job Title", "jobtitle", ""),
            ("hiringOrganization.name", "name", "hiringorganization"),
            ("locations.0.city", "city", "locations"),
            ("tags.3", "tags", ""),
            ("job_title", "jobtitle", ""),
        ] {
            assert_eq!(
                (name(path).as_str(), parent(path).as_str()),
                (expected, above),
                "{path}"
            );
        }
    }
}
