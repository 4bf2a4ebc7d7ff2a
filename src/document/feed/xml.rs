//! XML feeds as a tree. Elements of no meaning but layout inside a text (a
//! description written as XHTML) stay text.

use super::keys::{Meaning, meaning};
use super::node::{Entry, MAX_DEPTH, Node, Written};
use crate::text::{Raw, Span, floor, squeezed};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Where the file is no sound XML, or asks for more than is given.
#[derive(Debug)]
pub struct Broken {
    pub message: String,
    pub help: &'static str,
    pub span: Span<Raw>,
    /// What stands there was left out, and not only forgiven.
    pub is_lost: bool,
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

/// What is told of a file, each kind once: later ones of a kind mostly follow
/// from the first.
#[derive(Debug, Default)]
struct Faults {
    /// The markup ends before the file does.
    end: Option<Broken>,
    /// Start and end tags that do not fit.
    tags: Option<Broken>,
    depth: Option<Broken>,
    entities: Option<Broken>,
}

/// Reads the elements of `text`; what was read before an error stays.
pub fn parse(text: &str) -> (Node, Vec<Broken>) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut root: Vec<Entry> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut too_deep = 0usize;
    let mut faults = Faults::default();
    loop {
        let from = position(&reader, text);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = floor(
                    text,
                    usize::try_from(reader.error_position()).unwrap_or(from),
                );
                faults.end = Some(Broken {
                    message: format!("this is not valid XML: {error}"),
                    help: "what stands before it was read",
                    span: Span::new(at, line_end(text, at)),
                    is_lost: true,
                });
                break;
            }
        };
        let to = position(&reader, text);
        match event {
            Event::Eof => break,
            Event::Start(_) | Event::Empty(_) if open.len() >= MAX_DEPTH => {
                too_deep += usize::from(matches!(event, Event::Start(_)));
                faults.depth.get_or_insert_with(|| Broken {
                    message: format!("elements nested more than {MAX_DEPTH} deep are not read"),
                    help: "check where this file comes from; no feed nests so deep",
                    span: Span::new(from, to),
                    is_lost: true,
                });
            }
            Event::Start(start) => open.push(begin(text, &start, from, to)),
            Event::Empty(start) => {
                let element = begin(text, &start, from, to);
                end(text, element, to, &mut open, &mut root);
            }
            Event::End(_) if too_deep > 0 => too_deep -= 1,
            Event::End(tag) => {
                let name = tag.local_name().into_inner().to_owned();
                // An end without its start ends nothing; elements that were
                // left open end with the one around them.
                let at = open.iter().rposition(|element| element.name == name);
                let unfit = match at {
                    Some(at) => open.get(at + 1).map(not_closed),
                    None => Some(ends_nothing(&name, Span::new(from, to))),
                };
                if let Some(unfit) = unfit {
                    faults.tags.get_or_insert(unfit);
                }
                while at.is_some_and(|at| open.len() > at) {
                    if let Some(element) = open.pop() {
                        end(text, element, from, &mut open, &mut root);
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
            Event::DocType(_) => faults.entities = own_entities(text, from, to),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if faults.end.is_none() {
        // The innermost is where the file breaks off.
        faults.tags = faults.tags.or(open.last().map(not_closed));
    }
    while let Some(element) = open.pop() {
        end(text, element, text.len(), &mut open, &mut root);
    }
    let Faults {
        end,
        tags,
        depth,
        entities,
    } = faults;
    let told = [entities, depth, tags, end].into_iter().flatten().collect();
    (Node::Map(root), told)
}

const STRICT: &str = "most programs refuse the whole file; HTML belongs into <![CDATA[ … ]]>";

fn not_closed(element: &Open) -> Broken {
    Broken {
        message: format!(
            "this is not valid XML: the element `{}` is not closed",
            element.name
        ),
        help: STRICT,
        span: element.key,
        is_lost: false,
    }
}

fn ends_nothing(name: &str, span: Span<Raw>) -> Broken {
    Broken {
        message: format!("this is not valid XML: `</{name}>` closes an element that is not open"),
        help: STRICT,
        span,
        is_lost: false,
    }
}

/// Entities that a file defines can stand for other files, and for more text than
/// a machine holds.
fn own_entities(text: &str, from: usize, to: usize) -> Option<Broken> {
    let at = from + text[from..to].find("<!ENTITY")?;
    Some(Broken {
        message: "the file defines entities of its own, which are not read".to_owned(),
        help: "write the words themselves; entities can hide other files, or text without end",
        span: Span::new(at, text[at..to].find('>').map_or(to, |n| at + n + 1)),
        is_lost: true,
    })
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
    let is_text = matches!(meaning(&squeezed(&name)), Meaning::Text { .. });
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
