//! One tree for the data of every feed, with the place of each value.

use crate::document::json;
use crate::text::{Inner, MappedText, Raw, Span};
use std::collections::HashMap;
use std::ops::Range;

/// Deeper data is left out: no feed nests so far, and a hostile file must not
/// exhaust the stack.
pub const MAX_DEPTH: usize = 64;

/// A value of a feed.
#[derive(Debug)]
pub enum Node {
    /// `null`, or nothing between two delimiters.
    Null,
    Text(Written),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A named value.
#[derive(Debug)]
pub struct Entry {
    pub name: String,
    /// Where the name is written.
    pub key: Span<Raw>,
    pub node: Node,
}

/// Which names of one map stand there several times; elements of one name are a
/// list in XML.
#[derive(Debug)]
pub struct Repeats<'n>(HashMap<&'n str, (usize, usize)>);

impl<'n> Repeats<'n> {
    /// Counts the names.
    pub fn of(entries: &'n [Entry]) -> Self {
        let mut counts = HashMap::with_capacity(entries.len());
        for entry in entries {
            counts.entry(entry.name.as_str()).or_insert((0, 0)).0 += 1;
        }
        Repeats(counts)
    }

    /// For a name that stands there several times, which of them comes next, from 0;
    /// to be asked for each entry in turn.
    pub fn next(&mut self, entry: &Entry) -> Option<usize> {
        let (all, seen) = self.0.get_mut(entry.name.as_str())?;
        *seen += 1;
        (*all > 1).then(|| *seen - 1)
    }
}

/// A scalar as the file has it; what it says is worked out when it is needed.
#[derive(Debug, Clone)]
pub enum Written {
    /// Words that are what they say: numbers, `true`, a plain cell.
    Plain(Range<usize>),
    /// A JSON string with its quotes.
    Json(Range<usize>),
    /// A quoted cell of a CSV file, without its quotes.
    Csv(Range<usize>),
    /// Text of an XML element: plain stretches and, marked true, CDATA.
    Xml(Vec<(Range<usize>, bool)>),
}

impl Written {
    /// The text with the way back to the file.
    pub fn text(&self, file: &str) -> MappedText<Inner, Raw> {
        let mut out = MappedText::default();
        match self {
            Written::Plain(range) => out.push_exact(&file[range.clone()], range.start),
            Written::Json(range) => return json::string(&file[range.clone()], range.start),
            Written::Csv(range) => {
                let mut at = range.start;
                for (index, piece) in file[range.clone()].split("\"\"").enumerate() {
                    if index > 0 {
                        out.push_for("\"", Span::new(at, at + 2));
                        at += 2;
                    }
                    out.push_exact(piece, at);
                    at += piece.len();
                }
            }
            Written::Xml(pieces) => {
                for (range, is_cdata) in pieces {
                    if *is_cdata {
                        out.push_exact(&file[range.clone()], range.start);
                    } else {
                        xml_text(&file[range.clone()], range.start, &mut out);
                    }
                }
            }
        }
        out
    }

    /// Length in the file, in bytes; at least that of the text.
    pub fn len(&self) -> usize {
        match self {
            Written::Plain(range) | Written::Json(range) | Written::Csv(range) => range.len(),
            Written::Xml(pieces) => pieces.iter().map(|(range, _)| range.len()).sum(),
        }
    }

    /// Whether the words, as written, hold `needle`.
    pub fn contains(&self, file: &str, needle: &str) -> bool {
        match self {
            Written::Plain(range) | Written::Json(range) | Written::Csv(range) => {
                file[range.clone()].contains(needle)
            }
            Written::Xml(pieces) => pieces
                .iter()
                .any(|(range, _)| file[range.clone()].contains(needle)),
        }
    }
}

/// Copies XML text, with references resolved. One that XML does not know
/// (`&nbsp;`) stays as it is, and is read with the HTML.
fn xml_text(text: &str, offset: usize, out: &mut MappedText<Inner, Raw>) {
    let mut at = 0;
    while let Some(open) = text[at..].find('&').map(|n| at + n) {
        out.push_exact(&text[at..open], offset + at);
        let name = text[open + 1..]
            .split_once(';')
            .map(|(name, _)| name)
            .filter(|name| name.len() <= 8);
        let c = name.and_then(|name| match name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => numeric(name),
        });
        match (name, c) {
            (Some(name), Some(c)) => {
                let end = open + name.len() + 2;
                let mut buffer = [0; 4];
                out.push_for(
                    c.encode_utf8(&mut buffer),
                    Span::new(offset + open, offset + end),
                );
                at = end;
            }
            _ => {
                out.push_exact("&", offset + open);
                at = open + 1;
            }
        }
    }
    out.push_exact(&text[at..], offset + at);
}

fn numeric(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).filter(|&c| c != '\0')
}
