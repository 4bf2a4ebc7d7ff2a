//! Where a finding points when something is not there, and how its message is
//! filled in.

use super::condition::Evidence;
use super::quote;
use crate::document::BlockKind;
use crate::facts::{Facts, Value, Whence};
use crate::posting::Prose;
use crate::text::{Span, View};
use std::collections::BTreeMap;

/// The place of something that is not there: the heading of the first section
/// in which it belongs (and true), else the title, else the first words.
pub fn absence(prose: &Prose<'_>, facts: &Facts, belongs_in: &[String]) -> (Span<View>, bool) {
    for role in belongs_in {
        let sections = prose.posting.sections.iter();
        let mut with_heading = sections.filter_map(|section| {
            let heading = section.heading?;
            (section.role.name() == role).then_some(heading)
        });
        if let Some(heading) = with_heading.next() {
            return (heading, true);
        }
    }
    let titles = facts.items("title");
    let mut in_text = titles.iter().filter(|t| t.whence != Whence::Furniture);
    if let Some(title) = in_text.next() {
        return (title.at, false);
    }
    let blocks = prose.posting.document.blocks.iter();
    let mut seen = blocks.filter(|block| !prose.words(block.span).trim().is_empty());
    let heading = seen
        .clone()
        .find(|block| matches!(block.kind, BlockKind::Heading(_)));
    match heading.or_else(|| seen.next()) {
        Some(block) => {
            // A whole paragraph would be a large mark for nothing.
            let first = prose.sentence_at(block.span.start);
            let first = if first.is_empty() { block.span } else { first };
            (first, false)
        }
        None => (Span::empty(prose.posting.document.body.start), false),
    }
}

/// What fills blanks beside the facts, by the blank's name: the figures of the
/// law, and [`LAW_LIST_BLANKS`].
pub type Fillings = BTreeMap<String, String>;

/// The blanks of a problem that holds a list against those of the laws: how many
/// of the grounds are named, how many there are, whose law protects them, and
/// those that are not named.
pub const LAW_LIST_BLANKS: [&str; 4] = ["named", "protected", "protecting", "not_named"];

/// Fills the blanks of a message in braces: `{text}` is what was found, the name
/// of an attribute (`{min}`) is that of the fact that was found, and the name of
/// a figure (`{minimum_wage}`) is that of the law. Other braces stay.
pub fn fill(
    template: &str,
    evidence: &[Evidence],
    given: &Fillings,
    prose: &Prose<'_>,
    facts: &Facts,
) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, name, after)) = next_blank(rest) {
        out.push_str(before);
        match filling(name, evidence, given, prose, facts) {
            Some(words) if before.ends_with('$') => out.push_str(&as_dollars(&words)),
            Some(words) => out.push_str(&words),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// An amount as it is written behind a dollar sign: "80,168.40", "15".
fn as_dollars(amount: &str) -> String {
    let (whole, cents) = amount.split_once('.').unwrap_or((amount, ""));
    let is_plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || cents.len() > 2 || !is_plain(whole) || !is_plain(cents) {
        return amount.to_owned();
    }
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !cents.is_empty() {
        out.push_str(&format!(".{cents:0<2}"));
    }
    out
}

#[cfg(test)]
#[test]
fn dollars_are_written_with_cents_and_commas() {
    for (amount, written) in [
        ("21.3", "21.30"),
        ("80168.4", "80,168.40"),
        ("1234567", "1,234,567"),
        ("15", "15"),
        ("up to 15", "up to 15"),
    ] {
        assert_eq!(as_dollars(amount), written);
    }
}

/// What stands before the next blank, its name, and what follows.
fn next_blank(template: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = template.split_once('{')?;
    let (name, after) = from.split_once('}')?;
    Some((before, name, after))
}

/// The names of the blanks of a message.
pub(super) fn blanks(template: &str) -> impl Iterator<Item = &str> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let (_, name, after) = next_blank(rest)?;
        rest = after;
        Some(name)
    })
}

fn filling(
    name: &str,
    evidence: &[Evidence],
    given: &Fillings,
    prose: &Prose<'_>,
    facts: &Facts,
) -> Option<String> {
    if name == "text" {
        return evidence.first().map(|first| quote(prose.words(first.at)));
    }
    if let Some(words) = given.get(name) {
        return Some(words.clone());
    }
    evidence.iter().find_map(|evidence| {
        let (kind, index) = evidence.fact?;
        match facts.item(kind, index)?.attribute(name) {
            Value::Absent => None,
            Value::Text(text) => Some(quote(&text)),
            Value::Number(number) => Some(number.normalize().to_string()),
            Value::Flag(flag) => Some(flag.to_string()),
            Value::List(list) => Some(list.join(", ")),
        }
    })
}
