//! What was understood of a posting, for people: a line for each fact, with
//! the words that it was read from and their place.

use super::facts_json::whence_name;
use super::terminal::{Ink, Style, safe_line, width, wrap};
use crate::facts::{Attribute, Confidence, Facts, Item, KINDS, Value, Whence};
use crate::posting::Posting;
use crate::text::{Span, View};
use std::fmt::Write;

/// What is shown beside the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cuts {
    /// How much was cut away.
    Counted,
    /// The words that were cut away.
    Shown,
}

/// The facts of one posting.
pub fn posting(posting: &Posting, facts: &Facts, cuts: Cuts, style: &Style) -> String {
    let sheet = Sheet { posting, style };
    let mut out = String::new();
    let name = safe_line(&posting.document.source.name);
    let name = match posting.key.as_str() {
        "" => name.into_owned(),
        key => format!("{name} {}", safe_line(key)),
    };
    let _ = writeln!(out, "{}", style.paint(Ink::Strong, &name));
    if !posting.is_posting {
        let _ = writeln!(out, "  This does not read like a job posting.");
    }
    let mut unsaid = Vec::new();
    for kind in KINDS {
        let items = facts.items(kind.name);
        if items.is_empty() {
            unsaid.push(kind.name);
        }
        for item in &items {
            sheet.fact(&mut out, kind.name, kind.attributes, item);
        }
    }
    if !unsaid.is_empty() {
        sheet.row(&mut out, "not said", "", &unsaid.join(", "));
    }
    sheet.cuts(&mut out, cuts);
    out
}

struct Sheet<'a> {
    posting: &'a Posting,
    style: &'a Style,
}

impl Sheet<'_> {
    fn fact(&self, out: &mut String, kind: &str, attributes: &[Attribute], item: &Item<'_>) {
        let mut parts = Vec::new();
        for attribute in attributes {
            match item.attribute(attribute.name) {
                Value::Absent | Value::Flag(false) => {}
                Value::Flag(true) => parts.push(attribute.name.to_owned()),
                Value::Text(text) => parts.push(format!("{} {text}", attribute.name)),
                Value::Number(number) => {
                    parts.push(format!("{} {}", attribute.name, number.normalize()));
                }
                Value::List(list) if list.is_empty() => {}
                Value::List(list) => parts.push(format!("{} {}", attribute.name, list.join(" + "))),
            }
        }
        match item.whence {
            Whence::Text => {}
            Whence::Furniture | Whence::Field(_) => {
                parts.push(format!("from {}", whence_name(item.whence)));
            }
        }
        if item.confidence == Confidence::Low {
            parts.push("a guess".to_owned());
        }
        let is_whole = item.at.len() >= self.posting.text.trim().len();
        let words = if is_whole {
            String::new()
        } else {
            format!("“{}” ", self.words(item.at))
        };
        self.row(
            out,
            kind,
            &self.place(item.at),
            &(words + &parts.join(", ")),
        );
    }

    fn cuts(&self, out: &mut String, cuts: Cuts) {
        let trimmed = &self.posting.trimmed;
        if trimmed.is_empty() {
            return;
        }
        match cuts {
            Cuts::Counted => {
                let mut counts: Vec<(&str, usize)> = Vec::new();
                for piece in trimmed {
                    let kind = piece.kind.name();
                    match counts.iter_mut().find(|(name, _)| *name == kind) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((kind, 1)),
                    }
                }
                let counts: Vec<_> = counts
                    .iter()
                    .map(|(name, count)| format!("{count} {name}"))
                    .collect();
                let text = format!("{} (--trimmed shows the words)", counts.join(", "));
                self.row(out, "cut away", "", &text);
            }
            Cuts::Shown => {
                for piece in trimmed {
                    let words = self.posting.document.words(piece.span);
                    let shown = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    let text = format!("{}: “{shown}”", piece.kind.name());
                    self.row(out, "cut away", &self.place(piece.span), &text);
                }
            }
        }
    }

    /// Name and place in columns of their own, the rest wrapped beside them.
    fn row(&self, out: &mut String, name: &str, place: &str, text: &str) {
        const NAME: usize = 19;
        const PLACE: usize = 7;
        let lead = NAME + PLACE + 4;
        let room = self.style.width.saturating_sub(lead).max(24);
        for (index, line) in wrap(&safe_line(text), room).iter().enumerate() {
            if index == 0 {
                let name = format!("{name:NAME$}");
                let name = self.style.paint(Ink::Advice, &name);
                let place = self.style.paint(Ink::Faint, &format!("{place:>PLACE$}"));
                let _ = writeln!(out, "{}", format!("  {name}{place}  {line}").trim_end());
            } else {
                let _ = writeln!(out, "{}{line}", " ".repeat(lead));
            }
        }
    }

    fn place(&self, span: Span<View>) -> String {
        let document = &self.posting.document;
        let at = document.source.position(document.raw(span).start);
        format!("{}:{}", at.line, at.column)
    }

    /// The first words at `span`, on one line.
    fn words(&self, span: Span<View>) -> String {
        const MOST: usize = 60;
        let words = self.posting.document.words(span);
        let mut shown = String::new();
        for word in words.split_whitespace() {
            if !shown.is_empty() {
                if width(&shown) + width(word) >= MOST {
                    shown.push_str(" …");
                    break;
                }
                shown.push(' ');
            }
            shown.push_str(word);
        }
        shown
    }
}
