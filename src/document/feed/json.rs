//! JSON and JSON Lines.

use super::node::{Entry, MAX_DEPTH, Node, Written};
use crate::document::json::{self, Broken};
use crate::text::{Raw, Span};
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;

/// A value as a tree, with what is to be told of it.
#[derive(Debug)]
pub struct Parsed {
    pub root: Node,
    /// What had to be forgiven to read it.
    pub forgiven: Option<Broken>,
    /// The first value that was left out because it is nested too deep.
    pub too_deep: Option<Span<Raw>>,
}

/// Reads one JSON value that stands at `offset` of the file.
pub fn parse(text: &str, offset: usize) -> Result<Parsed, Broken> {
    let parsed = json::parse(text, offset)?;
    let mut tree = Tree {
        offset,
        too_deep: None,
    };
    let root = parsed.value.map(|value| tree.node(&value, 0));
    Ok(Parsed {
        root: root.unwrap_or(Node::Null),
        forgiven: parsed.forgiven,
        too_deep: tree.too_deep,
    })
}

struct Tree {
    offset: usize,
    too_deep: Option<Span<Raw>>,
}

impl Tree {
    fn node(&mut self, value: &Value<'_>, depth: usize) -> Node {
        let range = value.range();
        let range = range.start + self.offset..range.end + self.offset;
        if depth > MAX_DEPTH {
            self.too_deep.get_or_insert(range.into());
            return Node::Null;
        }
        match value {
            Value::NullKeyword(_) => Node::Null,
            Value::StringLit(_) => Node::Text(Written::Json(range)),
            Value::NumberLit(_) | Value::BooleanLit(_) => Node::Text(Written::Plain(range)),
            Value::Array(list) => {
                let elements = list.elements.iter();
                Node::List(elements.map(|e| self.node(e, depth + 1)).collect())
            }
            Value::Object(object) => {
                let properties = object.properties.iter();
                Node::Map(properties.map(|p| self.entry(p, depth)).collect())
            }
        }
    }

    fn entry(&mut self, property: &ObjectProp<'_>, depth: usize) -> Entry {
        let key = property.name.range();
        Entry {
            name: property.name.as_str().to_owned(),
            key: Span::new(key.start + self.offset, key.end + self.offset),
            node: self.node(&property.value, depth + 1),
        }
    }
}
