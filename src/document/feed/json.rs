//! JSON and JSON Lines.

use super::node::{Entry, MAX_DEPTH, Node, Written};
use crate::document::json::{self, Broken};
use crate::text::Span;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

/// Reads one JSON value that stands at `offset` of the file.
pub fn parse(text: &str, offset: usize) -> Result<Node, Broken> {
    Ok(json::parse(text, offset)?.map_or(Node::Null, |value| node(&value, offset, 0)))
}

fn node(value: &Value<'_>, offset: usize, depth: usize) -> Node {
    if depth > MAX_DEPTH {
        return Node::Null;
    }
    let range = value.range();
    let range = range.start + offset..range.end + offset;
    match value {
        Value::NullKeyword(_) => Node::Null,
        Value::StringLit(_) => Node::Text(Written::Json(range)),
        Value::NumberLit(_) | Value::BooleanLit(_) => Node::Text(Written::Plain(range)),
        Value::Array(list) => Node::List(
            list.elements
                .iter()
                .map(|element| node(element, offset, depth + 1))
                .collect(),
        ),
        Value::Object(object) => Node::Map(
            object
                .properties
                .iter()
                .map(|property| {
                    let key = property.name.range();
                    Entry {
                        name: property.name.as_str().to_owned(),
                        key: Span::new(key.start + offset, key.end + offset),
                        node: node(&property.value, offset, depth + 1),
                    }
                })
                .collect(),
        ),
    }
}
