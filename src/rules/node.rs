//! YAML as a tree in which every key and value knows its place, so that all
//! mistakes of a file can be shown at once, each where it stands.

use super::problem::RuleProblem;
use crate::text::{Raw, Source, Span, floor};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use serde_yaml::Spanned;
use std::fmt;
use std::sync::Arc;

/// The most bytes that a file may have.
const MOST_BYTES: usize = 4 << 20;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands; for a map or list, where it begins.
    pub span: Span<Raw>,
    /// What it is.
    pub value: Value,
}

/// A value of YAML.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    /// All entries in the order of the file, those with the same key too.
    Map(Vec<(Key, Node)>),
}

/// The key of an entry of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// Where it stands.
    pub span: Span<Raw>,
    /// The key as a text, as it is written if it is none.
    pub text: String,
}

/// Reads a file of YAML.
///
/// # Errors
/// A problem with the place where the text stops being YAML, or is more than a
/// file of its kind can need (nested or repeated without measure).
pub fn read(source: &Arc<Source>) -> Result<Node, RuleProblem> {
    let text = &source.text;
    let problem = |span, message: String| RuleProblem::new(source, span, message);
    if text.len() > MOST_BYTES {
        let message = format!("the file is larger than {} MB", MOST_BYTES >> 20);
        return Err(problem(Span::empty(0), message));
    }
    let options = serde_yaml::options! {
        with_snippet: false,
        strict_booleans: true,
        reject_unsupported_tags: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::PassThrough,
        budget: serde_yaml::budget! {
            max_documents: 1,
            max_depth: 48,
            max_nodes: 200_000,
            max_aliases: 0,
            max_total_scalar_bytes: MOST_BYTES,
        },
    };
    match serde_yaml::from_str_with_options::<Spanned<Draft>>(text, options) {
        Ok(draft) => Ok(settle(draft, text)),
        Err(error) => {
            let location = error.location();
            let span = location.map_or(Span::empty(0), |location| place(&location, text));
            let mut found = problem(span, plain_message(&error));
            if let serde_yaml::Error::Budget { .. } = error.without_snippet() {
                found.help = Some(
                    "such a file is plain: no anchors and aliases, and not nested without end"
                        .into(),
                );
            }
            Err(found)
        }
    }
}

/// The error's words without the place, which is shown otherwise.
fn plain_message(error: &serde_yaml::Error) -> String {
    let full = error.without_snippet().to_string();
    if full.contains("Aliases") {
        return "this is not sound YAML: it uses an alias, which is not read".to_owned();
    }
    if full.contains("budget breached") || full.contains("recursion limit") {
        return "this is not sound YAML: it nests deeper or holds more than is read".to_owned();
    }
    let cut = full.find(" at line ").unwrap_or(full.len());
    format!("this is not sound YAML: {}", &full[..cut])
}

/// The byte range of a location. Errors of syntax know characters only.
fn place(location: &serde_yaml::Location, text: &str) -> Span<Raw> {
    let span = location.span();
    let limit = |offset: u64| floor(text, usize::try_from(offset).unwrap_or(usize::MAX));
    let (start, end) = match (span.byte_offset(), span.byte_len()) {
        (Some(start), Some(len)) => (limit(start), limit(start.saturating_add(len))),
        _ => {
            let chars = usize::try_from(span.offset()).unwrap_or(usize::MAX);
            let at = text
                .char_indices()
                .nth(chars)
                .map_or(text.len(), |(at, _)| at);
            (at, at)
        }
    };
    // A block scalar's range runs on into the indentation of the next line.
    let words = text[start..end.max(start)].trim_end();
    Span::new(start, start + words.len())
}

fn settle(draft: Spanned<Draft>, text: &str) -> Node {
    let span = place(&draft.referenced, text);
    let value = match draft.value {
        Draft::Null => Value::Null,
        Draft::Bool(bool) => Value::Bool(bool),
        Draft::Number(number) => Value::Number(number),
        Draft::Text(words) => Value::Text(words),
        Draft::List(items) => {
            Value::List(items.into_iter().map(|item| settle(item, text)).collect())
        }
        Draft::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let key = settle(key, text);
                    let words = match key.value {
                        Value::Text(words) => words,
                        Value::Null
                        | Value::Bool(_)
                        | Value::Number(_)
                        | Value::List(_)
                        | Value::Map(_) => text[key.span.range()].to_owned(),
                    };
                    let key = Key {
                        span: key.span,
                        text: words,
                    };
                    (key, settle(value, text))
                })
                .collect(),
        ),
    };
    Node { span, value }
}

impl Node {
    /// The value of a key, the first of several.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|(_, value)| value)
    }

    /// The entry of a key, the first of several.
    pub fn entry(&self, key: &str) -> Option<&(Key, Node)> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(k, _)| k.text == key),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => {
                None
            }
        }
    }

    /// The item of a list.
    pub fn item(&self, index: usize) -> Option<&Node> {
        match &self.value {
            Value::List(items) => items.get(index),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Map(_) => {
                None
            }
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Map(_) => {
                None
            }
        }
    }

    /// What kind of value it is, in words.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    /// The same without places. Of equal keys the first counts.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Null => Json::Null,
            Value::Bool(bool) => Json::Bool(*bool),
            Value::Number(number) => Json::Number(number.clone()),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Map(entries) => {
                let mut map = serde_json::Map::new();
                for (key, value) in entries {
                    map.entry(key.text.clone())
                        .or_insert_with(|| value.to_json());
                }
                Json::Object(map)
            }
        }
    }

    /// The place of bytes of the text, where the file has them as they are;
    /// else the place of the whole.
    pub fn within(&self, range: std::ops::Range<usize>, source: &Source) -> Span<Raw> {
        let (Some(text), written) = (self.as_text(), source.slice(self.span)) else {
            return self.span;
        };
        let inner = written.get(1..written.len().saturating_sub(1));
        let lead = if written == text {
            0
        } else if inner == Some(text) {
            1
        } else {
            return self.span;
        };
        let start = self.span.start + lead;
        match text.get(range.clone()) {
            Some(_) => Span::new(start + range.start, start + range.end),
            None => self.span,
        }
    }
}

/// A value as the YAML reader hands it over.
enum Draft {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Spanned<Draft>>),
    Map(Vec<(Spanned<Draft>, Spanned<Draft>)>),
}

impl<'de> Deserialize<'de> for Draft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Draft;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_bool<E>(self, value: bool) -> Result<Draft, E> {
                Ok(Draft::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Draft, E> {
                Ok(Draft::Number(value.into()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Draft, E> {
                Ok(Draft::Number(value.into()))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Draft, E> {
                let number = Number::from_f64(value);
                number
                    .map(Draft::Number)
                    .ok_or_else(|| E::custom("not a finite number"))
            }

            fn visit_str<E>(self, value: &str) -> Result<Draft, E> {
                Ok(Draft::Text(value.to_owned()))
            }

            fn visit_string<E>(self, value: String) -> Result<Draft, E> {
                Ok(Draft::Text(value))
            }

            fn visit_unit<E>(self) -> Result<Draft, E> {
                Ok(Draft::Null)
            }

            fn visit_none<E>(self) -> Result<Draft, E> {
                Ok(Draft::Null)
            }

            fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Draft, D::Error> {
                Draft::deserialize(inner)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Draft, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Draft::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Draft, A::Error> {
                let mut map = Vec::new();
                while let Some(entry) = entries.next_entry()? {
                    map.push(entry);
                }
                Ok(Draft::Map(map))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}
