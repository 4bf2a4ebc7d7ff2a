//! A record of a feed → a document: its texts become the body, in the order in
//! which people read them, and everything else becomes fields.

use super::find::{Record, Step};
use super::json;
use super::keys::{Meaning, meaning};
use super::node::{Entry, Node, Repeats, Written};
use crate::document::draft::{Draft, FieldDraft};
use crate::document::html;
use crate::document::inner::{self, Known};
use crate::document::model::{BlockKind, Document, Format, Origin, Problem};
use crate::document::sheet::Sheet;
use crate::document::twice;
use crate::text::{Inner, MappedText, Raw, Source, Span, SpanMap, View, squeezed};
use std::sync::Arc;

/// More values than a posting has.
const MAX_FIELDS: usize = 1000;

/// A value without a telling name is text from this length on (bytes).
const LONG: usize = 400;

/// Makes the document of `record`.
pub fn document(
    source: &Arc<Source>,
    format: Format,
    key: String,
    record: &Record<'_>,
) -> Document {
    let mut draft = Draft::new(source, format);
    draft.key = key;
    let mut sorter = Sorter {
        file: &source.text,
        fields: Vec::new(),
        texts: Vec::new(),
        depth: 0,
    };
    for entry in &record.around {
        sorter.entry(entry, "feed", false);
    }
    match record.node {
        Node::Map(entries) => sorter.map(entries, "", None),
        Node::Text(text) => sorter.texts.push(Text {
            rank: 1,
            heading: None,
            inner: text.text(&source.text),
        }),
        Node::Null | Node::List(_) => {}
    }
    if matches!(format, Format::Json | Format::JsonLines) {
        given_twice(record.node, &mut draft.problems);
    }
    draft.fields = sorter.fields;
    draft.body = body(sorter.texts);
    draft.finish()
}

/// Tells the names that an object, or one within it, holds twice.
fn given_twice(node: &Node, problems: &mut Vec<Problem>) {
    match node {
        Node::Null | Node::Text(_) => {}
        Node::List(list) => list.iter().for_each(|node| given_twice(node, problems)),
        Node::Map(entries) => {
            let names = entries.iter().map(|entry| (entry.name.as_str(), entry.key));
            twice::tell(names, problems);
            let values = entries.iter().map(|entry| &entry.node);
            values.for_each(|node| given_twice(node, problems));
        }
    }
}

/// Tells texts from fields.
struct Sorter<'t> {
    file: &'t str,
    fields: Vec<FieldDraft>,
    texts: Vec<Text>,
    /// How many texts it stands in.
    depth: usize,
}

/// A text of the body.
struct Text {
    rank: u8,
    heading: Option<MappedText<View, Raw>>,
    inner: MappedText<Inner, Raw>,
}

/// What the name of an enclosing value says of those in it.
#[derive(Clone, Copy)]
struct Within {
    rank: u8,
}

impl Sorter<'_> {
    fn map(&mut self, entries: &[Entry], path: &str, within: Option<Within>) {
        // The heading of a text that stands in one object with it.
        let label = within.and_then(|_| {
            entries.iter().find(|entry| {
                matches!(
                    squeezed(&entry.name).as_str(),
                    "title" | "text" | "heading" | "label" | "name" | "header"
                ) && matches!(&entry.node, Node::Text(text) if text.len() < 200)
            })
        });
        let mut heading = label.and_then(|entry| match &entry.node {
            Node::Text(text) => Some(html::line(&text.text(self.file))),
            Node::Null | Node::List(_) | Node::Map(_) => None,
        });
        let mut repeats = Repeats::of(entries);
        for entry in entries {
            let nth = repeats.next(entry);
            if heading.is_some() && label.is_some_and(|label| std::ptr::eq(label, entry)) {
                continue;
            }
            let dot = if path.is_empty() { "" } else { "." };
            let path = match nth {
                Some(nth) => format!("{path}{dot}{}.{nth}", entry.name),
                None => format!("{path}{dot}{}", entry.name),
            };
            let own = match meaning(&squeezed(&entry.name)) {
                Meaning::Text { rank, is_heading } => Some((rank, is_heading)),
                Meaning::Foreign => {
                    self.node(&entry.node, &path, entry.key, Role::Field);
                    continue;
                }
                Meaning::Title
                | Meaning::Name
                | Meaning::Detail
                | Meaning::Container
                | Meaning::Other => None,
            };
            let role = match (own, within) {
                (Some((_, is_heading)), Some(within)) => Role::Text {
                    rank: within.rank,
                    heading: heading.take().or_else(|| is_heading.then(|| named(entry))),
                },
                (Some((rank, is_heading)), None) => Role::Text {
                    rank,
                    heading: is_heading.then(|| named(entry)),
                },
                // The text beside its heading: `{title, text}`, `{name, value}`.
                (None, Some(within)) if heading.is_some() && is_words(&entry.name) => Role::Text {
                    rank: within.rank,
                    heading: heading.take(),
                },
                (None, Some(within)) => Role::Within(within),
                (None, None) => Role::Open,
            };
            self.node(&entry.node, &path, entry.key, role);
        }
        // A label without a text after all.
        if let (Some(label), Some(value)) = (label, heading) {
            self.push(format!("{path}.{}", label.name), label.key, value);
        }
    }

    fn entry(&mut self, entry: &Entry, path: &str, is_text: bool) {
        let role = if is_text { Role::Open } else { Role::Field };
        self.node(
            &entry.node,
            &format!("{path}.{}", entry.name),
            entry.key,
            role,
        );
    }

    fn node(&mut self, node: &Node, path: &str, key: Span<Raw>, role: Role) {
        match node {
            Node::Null => {}
            Node::Text(text) => self.text(text, path, key, role),
            Node::Map(entries) => {
                let within = match role {
                    Role::Text { rank, .. } => Some(Within { rank }),
                    Role::Within(within) => Some(within),
                    Role::Field | Role::Open => None,
                };
                self.map(entries, path, within);
            }
            Node::List(list) => {
                let mut role = role;
                for (index, element) in list.iter().enumerate() {
                    self.node(element, &format!("{path}.{index}"), key, role.clone());
                    // The heading stands above the first of them.
                    if let Role::Text { heading, .. } = &mut role {
                        *heading = None;
                    }
                }
            }
        }
    }

    fn text(&mut self, text: &Written, path: &str, key: Span<Raw>, role: Role) {
        let inner = text.text(self.file);
        if !matches!(role, Role::Text { .. }) && self.nested(&inner, path) {
            return;
        }
        let is_long = inner.len() >= LONG && inner.text.contains(' ');
        match role {
            Role::Text { rank, heading } if !is_address(&inner.text) => self.texts.push(Text {
                rank,
                heading,
                inner,
            }),
            Role::Within(Within { rank }) if is_long => self.texts.push(Text {
                rank,
                heading: None,
                inner,
            }),
            Role::Open if is_long => self.texts.push(Text {
                rank: 4,
                heading: None,
                inner,
            }),
            Role::Text { .. } | Role::Within(_) | Role::Open | Role::Field => {
                let value = html::line(&inner);
                self.push(path.to_owned(), key, value);
            }
        }
    }

    /// A JSON object that stands in a cell or a string is read as what it is.
    /// False if the text is none.
    fn nested(&mut self, inner: &MappedText<Inner, Raw>, path: &str) -> bool {
        let words = inner.text.trim();
        if !(words.starts_with("{\"") && words.ends_with('}')) || self.depth > 0 {
            return false;
        }
        let Ok(Node::Map(entries)) = json::parse(&inner.text, 0).map(|parsed| parsed.root) else {
            return false;
        };
        let mut sorter = Sorter {
            file: &inner.text,
            fields: Vec::new(),
            texts: Vec::new(),
            depth: self.depth + 1,
        };
        sorter.map(&entries, path, None);
        // What the object takes for the file is the text within it.
        let outer: SpanMap<Raw, Raw> = inner.map.recast();
        for field in sorter.fields {
            let key = outer.origin(field.key);
            self.push(field.path, key, field.value.through(&outer));
        }
        self.texts.extend(sorter.texts.into_iter().map(|text| Text {
            rank: text.rank,
            heading: text.heading.map(|heading| heading.through(&outer)),
            inner: text.inner.through(&outer),
        }));
        true
    }

    fn push(&mut self, path: String, key: Span<Raw>, value: MappedText<View, Raw>) {
        if self.fields.len() < MAX_FIELDS {
            self.fields.push(FieldDraft {
                origin: Origin::Feed,
                path,
                key,
                value,
            });
        }
    }
}

/// Whether a value of this name beside a heading is the text under it.
fn is_words(name: &str) -> bool {
    matches!(
        squeezed(name).as_str(),
        "text" | "value" | "content" | "body"
    )
}

/// What is to be made of a value.
#[derive(Clone)]
enum Role {
    Field,
    /// A field, unless it is long.
    Open,
    Within(Within),
    Text {
        rank: u8,
        heading: Option<MappedText<View, Raw>>,
    },
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("http") && !text.contains(char::is_whitespace)
}

/// The name of a value as a heading: `keyRequirements` → "Key Requirements".
fn named(entry: &Entry) -> MappedText<View, Raw> {
    let mut words = String::new();
    let mut before = ' ';
    for c in entry.name.chars() {
        let c = if c.is_alphanumeric() { c } else { ' ' };
        if c.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        if before == ' ' {
            words.extend(c.to_uppercase());
        } else {
            words.push(c);
        }
        before = c;
    }
    let mut heading = MappedText::default();
    heading.push_for(words.trim(), entry.key);
    heading
}

/// The texts in reading order; of two that say the same (HTML and plain, or a
/// part and the whole), one.
fn body(mut texts: Vec<Text>) -> Sheet<Raw> {
    texts.sort_by_key(|text| text.rank);
    let read: Vec<_> = texts
        .into_iter()
        .map(|text| {
            let fragment = inner::read(&text.inner.text);
            (text, fragment)
        })
        .collect();
    let mut sheet = Sheet::default();
    let known: Vec<Known> = read
        .iter()
        .map(|(_, fragment)| Known::of(&fragment.text.text))
        .collect();
    for (index, (text, fragment)) in read.iter().enumerate() {
        let is_repeated = (0..read.len()).any(|other| {
            other != index
                && known[other].holds(&fragment.text.text)
                // Of two that hold each other, the one with more layout stays.
                && (!known[index].holds(&read[other].1.text.text)
                    || (layout(&read[other].1), index) > (layout(fragment), other))
        });
        if is_repeated || fragment.text.text.trim().is_empty() {
            continue;
        }
        if let Some(heading) = &text.heading {
            let block = crate::document::model::Block {
                kind: BlockKind::Heading(2),
                span: Span::new(0, heading.len()),
            };
            sheet.append(heading, &[block], &[], &[]);
        }
        sheet.append(
            &fragment.text.clone().through(&text.inner.map),
            &fragment.blocks,
            &fragment.links,
            &fragment.strong,
        );
    }
    sheet
}

fn layout(fragment: &html::Fragment) -> usize {
    fragment.links.len() + fragment.strong.len() + usize::from(fragment.blocks.len() > 1)
}

/// The place of a record as people write it: `$.jobs[3]`.
pub fn json_path(steps: &[Step]) -> String {
    let mut path = "$".to_owned();
    for step in steps {
        match step {
            Step::Name(name) => {
                path.push('.');
                path.push_str(name);
            }
            Step::Index(index) => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

/// The place of a record as XPath has it, counted from 1: `/source/job[4]`.
pub fn xml_path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Name(name) => {
                path.push('/');
                path.push_str(name);
            }
            Step::Index(index) => path.push_str(&format!("[{}]", index + 1)),
        }
    }
    path
}
