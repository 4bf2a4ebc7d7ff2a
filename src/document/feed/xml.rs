//! XML feeds as a tree. Elements of no meaning but layout inside a text (a
//! description written as XHTML) stay text.

use super::keys::{Meaning, meaning, plain};
use super::node::{Entry, MAX_DEPTH, Node, Written};
use crate::text::{Raw, Span, floor};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Where and why the markup ends before the file does.
#[derive(Debug)]
pub struct Broken {
    pub message: String,
    pub span: Span<Raw>,
}

/// An element whose end has not come yet.
struct Open {
    name: String,
    key: Span<Raw>,
    /// First byte after its start tag.
    inner: usize,
    entries: Vec<Entry>,
    text: Vec<(Range<usize>, bool)>,
    /// It has children that are HTML.
    is_markup: bool,
}

/// Reads the elements of `text`; what was read before an error stays.
pub fn parse(text: &str) -> (Node, Option<Broken>) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut root: Vec<Entry> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut too_deep = 0usize;
    let mut broken = None;
    loop {
        let from = position(&reader, text);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = floor(
                    text,
                    usize::try_from(reader.error_position()).unwrap_or(from),
                );
                broken = Some(Broken {
                    message: error.to_string(),
                    span: Span::new(at, line_end(text, at)),
                });
                break;
            }
        };
        let to = position(&reader, text);
        match event {
            Event::Eof => break,
            Event::Start(_) if open.len() >= MAX_DEPTH => too_deep += 1,
            Event::Start(start) => open.push(begin(text, &start, from, to)),
            Event::Empty(start) if open.len() < MAX_DEPTH => {
                let element = begin(text, &start, from, to);
                end(text, element, to, &mut open, &mut root);
            }
            Event::End(_) if too_deep > 0 => too_deep -= 1,
            Event::End(tag) => {
                let name = tag.local_name().into_inner().to_owned();
                // An end without its start ends nothing; elements that were
                // left open end with the one around them.
                if let Some(at) = open.iter().rposition(|element| element.name == name) {
                    while open.len() > at {
                        if let Some(element) = open.pop() {
                            end(text, element, from, &mut open, &mut root);
                        }
                    }
                }
            }
            Event::Text(_) | Event::GeneralRef(_) => {
                if let Some(element) = open.last_mut() {
                    piece(&mut element.text, from..to, false);
                }
            }
            Event::CData(_) => {
                let inner = from + "<![CDATA[".len()..to - "]]>".len();
                if let Some(element) = open.last_mut() {
                    piece(&mut element.text, inner, true);
                }
            }
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
    while let Some(element) = open.pop() {
        if broken.is_none() {
            broken = Some(Broken {
                message: format!("the element `{}` is not closed", element.name),
                span: element.key,
            });
        }
        end(text, element, text.len(), &mut open, &mut root);
    }
    (Node::Map(root), broken)
}

fn position(reader: &Reader<&[u8]>, text: &str) -> usize {
    floor(
        text,
        usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX),
    )
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n)
}

/// Adds a stretch of text, joined to the one before where they touch.
fn piece(text: &mut Vec<(Range<usize>, bool)>, range: Range<usize>, is_cdata: bool) {
    match text.last_mut() {
        Some((before, false)) if !is_cdata && before.end == range.start => before.end = range.end,
        _ => text.push((range, is_cdata)),
    }
}

fn begin(text: &str, start: &BytesStart<'_>, from: usize, to: usize) -> Open {
    let name = start.local_name().into_inner().to_owned();
    let tag = &text[from..to];
    let key = tag
        .find(&name)
        .map_or(from..from, |n| from + n..from + n + name.len());
    let mut entries = Vec::new();
    for attribute in start.attributes().with_checks(false).flatten() {
        let name = attribute.key.local_name().into_inner().to_owned();
        let is_namespace = attribute.key.as_ref().starts_with("xmlns");
        let value = &attribute.value;
        // Its place: the value as written, within the tag.
        if let Some(at) = tag
            .find(&**value)
            .filter(|_| !value.is_empty() && !is_namespace)
        {
            let range = from + at..from + at + value.len();
            entries.push(Entry {
                name,
                key: Span::from(key.clone()),
                node: Node::Text(Written::Xml(vec![(range, false)])),
            });
        }
    }
    Open {
        name,
        key: Span::from(key),
        inner: to,
        entries,
        text: Vec::new(),
        is_markup: false,
    }
}

fn end(file: &str, element: Open, at: usize, open: &mut [Open], root: &mut Vec<Entry>) {
    let Open {
        name,
        key,
        inner,
        entries,
        text,
        is_markup,
    } = element;
    let is_blank = text
        .iter()
        .all(|(range, _)| file[range.clone()].trim().is_empty());
    let is_text = matches!(meaning(&plain(&name)), Meaning::Text { .. });
    let node = if is_markup && is_text {
        Node::Text(Written::Plain(inner..at.max(inner)))
    } else if entries.is_empty() {
        if is_blank {
            Node::Null
        } else {
            Node::Text(Written::Xml(text))
        }
    } else {
        let mut entries = entries;
        if !is_blank && !is_markup {
            entries.push(Entry {
                name: "value".to_owned(),
                key,
                node: Node::Text(Written::Xml(text)),
            });
        }
        Node::Map(entries)
    };
    let entry = Entry { name, key, node };
    match open.last_mut() {
        Some(parent) => {
            parent.is_markup |= is_html(&entry.name);
            parent.entries.push(entry);
        }
        None => root.push(entry),
    }
}

/// Elements that are layout within a text.
fn is_html(name: &str) -> bool {
    matches!(
        name,
        "p" | "br"
            | "ul"
            | "ol"
            | "li"
            | "div"
            | "span"
            | "strong"
            | "b"
            | "em"
            | "i"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "table"
            | "a"
    )
}
