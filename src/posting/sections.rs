//! Sections with their roles, from headings of every make: Markdown and HTML
//! headings, bold lines, lines in capitals, lines that end in a colon, short
//! lines that stand alone.

use super::lines::Line;
use super::phrases::Fit;
use super::{Role, Section, vocabulary};
use crate::document::{BlockKind, Document};
use crate::text::{Span, View};

/// A heading has at most so many words.
const WORDS: usize = 10;

/// Level of bold lines and lines in capitals; headings proper have 1 to 6.
const EMPHASIS: u8 = 7;
/// Level of lines that end in a colon or stand alone.
const LABEL: u8 = 8;

/// A line that heads a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    /// The line, by its place in the list.
    pub line: usize,
    /// 1 is the page's own.
    pub level: u8,
    /// What it is about, if its words say.
    pub role: Option<Role>,
}

/// The headings among `lines`. Lines that were cut are left out by the caller.
pub(super) fn headings(document: &Document, lines: &[Line<'_>]) -> Vec<Heading> {
    (0..lines.len())
        .filter_map(|i| heading(document, lines, i))
        .collect()
}

fn heading(document: &Document, lines: &[Line<'_>], i: usize) -> Option<Heading> {
    let line = &lines[i];
    let found = |level, role| {
        Some(Heading {
            line: i,
            level,
            role,
        })
    };
    if let BlockKind::Heading(level) = line.kind {
        return found(
            level,
            vocabulary::role(&line.key)
                .filter(|known| is_label(line, *known))
                .map(|(role, _)| role),
        );
    }
    if matches!(line.kind, BlockKind::Cell { .. } | BlockKind::Code)
        || !line.is_short()
        || line.key.is_empty()
        || line.text.starts_with('#')
        || super::lines::has_bullet(line.text)
        || line.words(WORDS + 1) > WORDS
    {
        return None;
    }
    let known = vocabulary::role(&line.key).filter(|known| is_label(line, *known));
    let whole = known.is_some_and(|(_, fit)| fit >= Fit::Beginning);
    let role = known.map(|(role, _)| role);
    let bold = is_bold(document, line);
    if bold && !line.text.ends_with(['.', ',', ';']) && !matches!(line.kind, BlockKind::ListItem(_))
    {
        return found(EMPHASIS, role);
    }
    if matches!(line.kind, BlockKind::ListItem(_)) && !(bold && whole) {
        return None;
    }
    if is_capitals(line.text) {
        return found(EMPHASIS, role);
    }
    let colon = line.text.trim_end_matches(['*', '_', ' ']).ends_with(':');
    if colon && (known.is_some() || (line.words(6) <= 5 && starts_upper(line.text))) {
        return found(LABEL, role);
    }
    let follows_list = lines.get(i + 1).is_some_and(|next| next.bullet);
    // A row of such lines is a list whose bullets are pictures.
    let emoji = begins_with_picture(line.text)
        && !lines
            .get(i + 1)
            .is_some_and(|l| begins_with_picture(l.text))
        && !(i > 0 && begins_with_picture(lines[i - 1].text));
    let alone = line.after_gap && (line.before_gap || follows_list);
    let phrase =
        whole || emoji && known.is_some() || known.is_some() && follows_list && line.words(6) <= 5;
    let sentence = line.ends_sentence() && !line.text.ends_with(['?', '!', '…']);
    ((alone || follows_list || known.is_some_and(|(_, fit)| fit == Fit::Whole))
        && phrase
        && !sentence)
        .then_some(Heading {
            line: i,
            level: LABEL,
            role,
        })
}

/// False for a line that holds a word of the table and is no label: "🌎 Remote,
/// Denver", "Salary: $90,000", "3. Support customers and their agencies".
fn is_label(line: &Line<'_>, (role, fit): (Role, Fit)) -> bool {
    fit > Fit::Within
        || match role {
            Role::Location => line.words(6) <= 5 && !line.text.contains([',', '$', '€', '£']),
            Role::Pay => !line.text.contains(|c: char| c.is_ascii_digit() || c == '$'),
            Role::Fields
            | Role::Opening
            | Role::Company
            | Role::Duties
            | Role::Requirements
            | Role::Benefits
            | Role::EqualOpportunity
            | Role::HowToApply
            | Role::Legal
            | Role::Other => !line.text.starts_with(|c: char| c.is_ascii_digit()),
        }
}

fn begins_with_picture(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|c| !c.is_alphanumeric() && (c as u32) >= 0x2190)
}

/// True if all words of the line are set in bold.
fn is_bold(document: &Document, line: &Line<'_>) -> bool {
    let strong = &document.strong;
    let first = strong.partition_point(|s| s.end <= line.span.start);
    let mut rest = line.span.start;
    for span in strong[first..]
        .iter()
        .take_while(|s| s.start < line.span.end)
    {
        if document.view[rest.min(span.start)..span.start].contains(char::is_alphanumeric) {
            return false;
        }
        rest = span.end;
    }
    rest > line.span.start
        && !document.view[rest.min(line.span.end)..line.span.end].contains(char::is_alphanumeric)
}

/// True if all letters are capitals, and there are enough of them for a word.
fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 4
        && !text.chars().any(char::is_lowercase)
        && text.chars().any(char::is_uppercase)
        && !text.contains(|c: char| c.is_ascii_digit())
}

fn starts_upper(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_uppercase)
}

/// The sections between `from` and `to` (the kept part of the body), without gaps.
pub(super) fn sections(lines: &[Line<'_>], headings: &[Heading], kept: Span<View>) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut open: Option<(Option<Span<View>>, Role, usize)> = None;
    // The latest heading with a role of its own: deeper ones without inherit it.
    let mut above: Option<(u8, Role)> = None;
    for heading in headings {
        let span = lines[heading.line].span;
        if span.start < kept.start || span.end > kept.end {
            continue;
        }
        let role = match (heading.role, above) {
            // The page's own heading is the title, whatever words it holds.
            (_, None) if heading.level == 1 => Role::Opening,
            (Some(role), _) => {
                above = Some((heading.level, role));
                role
            }
            (None, Some((level, role))) if heading.level > level && heading.level <= 6 => role,
            (None, Some(_)) => Role::Other,
            (None, None) => Role::Opening,
        };
        let start = match open.take() {
            Some((heading, role, start)) => {
                if start < span.start {
                    sections.push(Section {
                        heading,
                        role,
                        span: Span::new(start, span.start),
                    });
                }
                span.start
            }
            None => {
                if kept.start < span.start {
                    sections.push(Section {
                        heading: None,
                        role: Role::Opening,
                        span: Span::new(kept.start, span.start),
                    });
                }
                span.start
            }
        };
        open = Some((Some(span), role, start));
    }
    let (heading, role, start) = open.unwrap_or((None, Role::Opening, kept.start));
    if start < kept.end || sections.is_empty() {
        sections.push(Section {
            heading,
            role,
            span: Span::new(start, kept.end),
        });
    }
    sections
}
