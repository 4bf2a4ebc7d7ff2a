//! YAML with the place of every scalar. The values are taken as written, not
//! as YAML types them: a version `1.10` stays `1.10`, and `NO` stays Norway.

use crate::text::{MappedText, Raw, Span, View, floor};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Spanned};
use std::fmt;

/// A value with its place.
#[derive(Debug)]
pub enum Node {
    Null,
    Scalar(Span<Raw>),
    List(Vec<Node>),
    /// Keys with their places, in the order of the file.
    Map(Vec<(String, Span<Raw>, Node)>),
}

/// What is wrong with a text that should be YAML.
#[derive(Debug)]
pub struct Broken {
    pub message: String,
    pub help: String,
    pub span: Span<Raw>,
}

/// Reads `text`, which stands at `offset` of the file.
pub fn parse(text: &str, offset: usize) -> Result<Node, Broken> {
    if text.trim().is_empty() {
        return Ok(Node::Null);
    }
    let options = serde_yaml::options! {
        with_snippet: false,
        strict_booleans: true,
        no_schema: true,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        budget: serde_yaml::budget! {
            max_documents: 1,
            max_depth: 32,
            max_nodes: 20_000,
            max_aliases: 0,
        },
    };
    match serde_yaml::from_str_with_options::<Spanned<Any>>(text, options) {
        Ok(any) => Ok(node(any, text, offset)),
        Err(error) => {
            let at = error.location().map_or(0, |location| {
                let span = location.span();
                span.byte_offset().map_or_else(
                    || {
                        let characters = usize::try_from(span.offset()).unwrap_or(usize::MAX);
                        byte_of(text, characters)
                    },
                    |byte| usize::try_from(byte).unwrap_or(usize::MAX),
                )
            });
            Err(broken(
                text,
                at,
                offset,
                &error.without_snippet().to_string(),
            ))
        }
    }
}

fn broken(text: &str, at: usize, offset: usize, message: &str) -> Broken {
    let at = floor(text, at);
    // The rest of the line, or the last line that has words.
    let start = if text[at..].trim().is_empty() {
        text.trim_end().rfind('\n').map_or(0, |n| n + 1)
    } else {
        at
    };
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    let message = message.lines().next().unwrap_or_default();
    let message = message
        .split_once(" at line ")
        .map_or(message, |(what, _)| what)
        .trim_end_matches([' ', ':', ',']);
    Broken {
        message: plain(message).to_owned(),
        help: hint(text, start, line, message).to_owned(),
        span: Span::new(offset + start, offset + start + line.len()),
    }
}

/// What the parser means where it speaks of itself.
fn plain(message: &str) -> &str {
    if message.contains("alias") || message.contains("Alias") {
        "it uses an alias, which is not read"
    } else if message.contains("recursion limit") || message.contains("Depth") {
        "it is nested too deep"
    } else if message.contains("budget") {
        "it holds more than can be read"
    } else {
        message
    }
}

/// The likeliest cause, seen from the line and from what the parser says.
fn hint(text: &str, start: usize, line: &str, message: &str) -> &'static str {
    let from = text[..start].rfind('\n').map_or(0, |n| n + 1);
    let whole = text[from..].lines().next().unwrap_or(line);
    if whole.contains('\t') || message.contains("tab") {
        "YAML is indented with spaces; replace the tab"
    } else if message.contains("recursion limit") {
        "give each key its value on a line, and keep them flat"
    } else if message.contains("unexpected character") {
        if line.starts_with(['@', '`', '%']) {
            "put the value into quotes; it cannot begin with this character"
        } else {
            "take the character out; YAML has no such character"
        }
    } else if message.contains("escape") {
        "write `\\\\` for a backslash, or put the value into single quotes"
    } else if message.contains("after single-quoted") {
        "write `''` for an apostrophe within single quotes, or use double quotes"
    } else if whole.matches(": ").count() > 1 {
        "put the value into quotes, since it holds a colon"
    } else if whole.matches('"').count() % 2 == 1 || whole.matches('\'').count() % 2 == 1 {
        "close the quotes"
    } else if whole.contains('*') || whole.contains('&') {
        "put the value into quotes; `*` and `&` mean aliases in YAML"
    } else {
        "check the indentation and the quotes of this line"
    }
}

fn byte_of(text: &str, characters: usize) -> usize {
    text.char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at)
}

fn node(any: Spanned<Any>, text: &str, offset: usize) -> Node {
    let span = place(&any, text, offset);
    match any.value {
        Any::Null => Node::Null,
        Any::Scalar => Node::Scalar(span),
        Any::List(elements) => Node::List(
            elements
                .into_iter()
                .map(|element| node(element, text, offset))
                .collect(),
        ),
        Any::Map(entries) => Node::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let span = place(&key, text, offset);
                    let name = text[span.start - offset..span.end - offset]
                        .trim_matches(['"', '\''])
                        .to_owned();
                    (name, span, node(value, text, offset))
                })
                .collect(),
        ),
    }
}

/// The place as a range of bytes, within the text and without trailing space
/// (the span of a block scalar goes on to the next key).
fn place<T>(spanned: &Spanned<T>, text: &str, offset: usize) -> Span<Raw> {
    let span = spanned.referenced.span();
    let number = |n: Option<u64>| n.and_then(|n| usize::try_from(n).ok());
    let (Some(start), Some(len)) = (number(span.byte_offset()), number(span.byte_len())) else {
        return Span::empty(offset);
    };
    let end = floor(text, start.saturating_add(len));
    let start = floor(text, start);
    let end = start + text[start..end.max(start)].trim_end().len();
    Span::new(offset + start, offset + end)
}

/// The shape of a value; scalars are read from the text.
enum Any {
    Null,
    Scalar,
    List(Vec<Spanned<Any>>),
    Map(Vec<(Spanned<Any>, Spanned<Any>)>),
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyVisitor)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Any;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_i128<E: Error>(self, _: i128) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_u128<E: Error>(self, _: u128) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<Any, E> {
        Ok(Any::Scalar)
    }
    fn visit_unit<E: Error>(self) -> Result<Any, E> {
        Ok(Any::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Any, E> {
        Ok(Any::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Any, D::Error> {
        deserializer.deserialize_any(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Any, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = list.next_element()? {
            elements.push(element);
        }
        Ok(Any::List(elements))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Any, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Any::Map(entries))
    }
}

/// The words of the scalar at `span`: quotes gone, escapes resolved, the lines
/// of a block scalar without their indentation, folded lines joined.
pub fn scalar(text: &str, span: Span<Raw>) -> MappedText<View, Raw> {
    let written = &text[span.range()];
    let mut out = MappedText::default();
    if let Some(inner) = quoted(written, '"') {
        double_quoted(inner, span.start + 1, &mut out);
        return out;
    }
    if let Some(inner) = quoted(written, '\'') {
        let mut at = span.start + 1;
        for (index, piece) in inner.split("''").enumerate() {
            if index > 0 {
                out.push_for("'", Span::new(at, at + 2));
                at += 2;
            }
            lines(piece, at, " ", &mut out);
            at += piece.len();
        }
        return out;
    }
    // A block scalar's own lines are lines; a plain one that goes over lines is
    // folded.
    let before = text[..span.start].trim_end_matches([' ', '\t']);
    let header = before.trim_end_matches(['\r', '\n']);
    let header = header.lines().next_back().unwrap_or_default().trim_end();
    let is_block = before.len() < span.start && before.ends_with('\n') || before.ends_with('\n');
    let indicator = header.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let separator = if is_block && indicator.ends_with('|') {
        "\n"
    } else {
        " "
    };
    lines(written, span.start, separator, &mut out);
    out
}

fn quoted(written: &str, quote: char) -> Option<&str> {
    written
        .strip_prefix(quote)
        .and_then(|rest| rest.strip_suffix(quote))
}

/// Copies the lines of `piece`, without their indentation.
fn lines(piece: &str, at: usize, separator: &str, out: &mut MappedText<View, Raw>) {
    let mut offset = 0;
    let mut gap: Option<usize> = None;
    for line in piece.split_inclusive('\n') {
        let end = line.trim_end().len();
        let start = if offset == 0 {
            0
        } else {
            line.len() - line.trim_start().len()
        };
        if start < end {
            if let Some(from) = gap {
                out.push_for(separator, Span::new(at + from, at + offset + start));
            }
            out.push_exact(&line[start..end], at + offset + start);
            gap = Some(offset + end);
        }
        offset += line.len();
    }
    // Space at the end belongs to what follows an escape.
    let trailing = piece.len() - piece.trim_end_matches(' ').len();
    if trailing > 0 && !piece.contains('\n') {
        let from = at + piece.len() - trailing;
        out.push_exact(&piece[piece.len() - trailing..], from);
    }
}

fn double_quoted(inner: &str, at: usize, out: &mut MappedText<View, Raw>) {
    let mut offset = 0;
    while offset < inner.len() {
        let rest = &inner[offset..];
        let plain = rest.find('\\').unwrap_or(rest.len());
        if plain > 0 {
            lines(&rest[..plain], at + offset, " ", out);
            offset += plain;
            continue;
        }
        let (words, len) = escape(rest);
        let origin = Span::new(at + offset, at + offset + len);
        if let Some(c) = words {
            let mut buffer = [0; 4];
            out.push_for(c.encode_utf8(&mut buffer), origin);
        }
        offset += len;
    }
}

/// The character of a YAML escape (none for an escaped line end), and its length.
fn escape(rest: &str) -> (Option<char>, usize) {
    let hex = |digits: usize| {
        let code = rest
            .get(2..2 + digits)
            .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()) {
            Some(code) => (
                Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)),
                2 + digits,
            ),
            None => (None, 2),
        }
    };
    match rest.chars().nth(1) {
        None => (None, 1),
        Some('n' | 'N' | 'L' | 'P') => (Some('\n'), 2),
        Some('t') => (Some('\t'), 2),
        Some('r') => (Some('\r'), 2),
        Some('_') => (Some('\u{a0}'), 2),
        Some('0' | 'a' | 'b' | 'e' | 'v' | 'f') => (Some(' '), 2),
        Some('x') => hex(2),
        Some('u') => hex(4),
        Some('U') => hex(8),
        Some('\n') => {
            let indentation = rest[2..].len() - rest[2..].trim_start_matches([' ', '\t']).len();
            (None, 2 + indentation)
        }
        Some(c) => (Some(c), 1 + c.len_utf8()),
    }
}
