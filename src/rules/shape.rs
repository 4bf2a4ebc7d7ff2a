//! Holds a tree of YAML against the JSON Schema of a type and finds all that is
//! wrong: unknown, repeated and missing keys, wrong kinds of values, unknown
//! words. The schema is made from the type that the tree becomes afterwards, so
//! there is one source for both.

use super::flaw::nearest;
use super::node::{Key, Node, Value};
use super::problem::RuleProblem;
use crate::text::Source;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use std::sync::Arc;

/// Turns a tree into a `T`.
///
/// # Errors
/// Everything in it that `T` has no place for.
pub fn fit<T: DeserializeOwned + JsonSchema>(
    node: &Node,
    source: &Arc<Source>,
) -> Result<T, Vec<RuleProblem>> {
    let schema = schemars::schema_for!(T).to_value();
    let mut fitting = Fitting {
        root: &schema,
        source,
        problems: Vec::new(),
    };
    fitting.check(node, &schema, None);
    if !fitting.problems.is_empty() {
        return Err(fitting.problems);
    }
    serde_json::from_value(node.to_json()).map_err(|error| {
        // The schema says all that the type does; should it ever not, nothing
        // is let through.
        vec![RuleProblem::new(source, node.span, error.to_string())]
    })
}

struct Fitting<'a> {
    root: &'a Json,
    source: &'a Arc<Source>,
    problems: Vec<RuleProblem>,
}

impl<'a> Fitting<'a> {
    /// Checks `node`, which stands under `key`, against `schema`.
    fn check(&mut self, node: &Node, schema: &'a Json, key: Option<&Key>) {
        let schema = self.resolve(schema);
        let branches = ["anyOf", "oneOf"].iter().find_map(|k| schema.get(k));
        if let Some(branches) = branches.and_then(Json::as_array) {
            self.check_branches(node, branches, key);
            return;
        }
        if let Some(words) = choices(schema) {
            self.check_choice(node, &words, key);
            return;
        }
        let kinds = kinds(schema);
        if !kinds.is_empty() && !kinds.iter().any(|kind| is_of(node, kind)) {
            self.wrong_kind(node, &kinds, key);
            return;
        }
        match &node.value {
            Value::Map(entries) => self.check_map(node, entries, schema),
            Value::List(items) => {
                if let Some(schema) = schema.get("items") {
                    for item in items {
                        self.check(item, schema, key);
                    }
                }
            }
            Value::Number(number) => {
                let least = schema.get("minimum").and_then(Json::as_f64);
                let value = number.as_f64();
                if let (Some(least), Some(value)) = (least, value)
                    && value < least
                {
                    self.note(node, format!("{number} is less than {least}"));
                }
            }
            Value::Null | Value::Bool(_) | Value::Text(_) => {}
        }
    }

    fn resolve(&self, schema: &'a Json) -> &'a Json {
        let Some(name) = schema.get("$ref").and_then(Json::as_str) else {
            return schema;
        };
        let target = self.root.pointer(name.trim_start_matches('#'));
        target.unwrap_or(schema)
    }

    fn check_map(&mut self, node: &Node, entries: &[(Key, Node)], schema: &'a Json) {
        let empty = Map::new();
        let properties = schema.get("properties").and_then(Json::as_object);
        let others = schema.get("additionalProperties");
        for (index, (key, value)) in entries.iter().enumerate() {
            if entries[..index].iter().any(|(k, _)| k.text == key.text) {
                let message = format!("the key `{}` stands here a second time", key.text);
                self.problems
                    .push(RuleProblem::new(self.source, key.span, message));
                continue;
            }
            if let Some(schema) = properties.and_then(|p| p.get(&key.text)) {
                self.check(value, schema, Some(key));
                continue;
            }
            match others {
                Some(Json::Bool(false)) => self.unknown_key(key, properties.unwrap_or(&empty)),
                Some(schema) => self.check(value, schema, Some(key)),
                None => {}
            }
        }
        let required = schema.get("required").and_then(Json::as_array);
        for name in required.into_iter().flatten().filter_map(Json::as_str) {
            if entries.iter().all(|(key, _)| key.text != name) {
                // A map has no words of its own: its first key stands for it.
                let span = entries.first().map_or(node.span, |(key, _)| key.span);
                let mut problem =
                    RuleProblem::new(self.source, span, format!("`{name}:` is missing here"));
                let about = properties.and_then(|p| p.get(name)).map(|s| self.about(s));
                problem.help = about.flatten();
                self.problems.push(problem);
            }
        }
    }

    fn about(&self, schema: &'a Json) -> Option<String> {
        let own = schema.get("description");
        let about = own.or_else(|| self.resolve(schema).get("description"))?;
        let first = about.as_str()?.split("\n\n").next()?;
        Some(first.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn unknown_key(&mut self, key: &Key, known: &Map<String, Json>) {
        let message = format!("unknown key `{}`", key.text);
        let mut problem = RuleProblem::new(self.source, key.span, message);
        problem.did_you_mean = nearest(&key.text, known.keys().map(String::as_str));
        let mut names: Vec<_> = known.keys().map(|name| format!("`{name}`")).collect();
        names.sort();
        problem.help = Some(format!("known here are {}", names.join(", ")));
        self.problems.push(problem);
    }

    /// One of several shapes: the one that the value means to be is checked, so
    /// that its mistakes are told and not those of the others.
    fn check_branches(&mut self, node: &Node, branches: &'a [Json], key: Option<&Key>) {
        let branches: Vec<&Json> = branches.iter().map(|b| self.resolve(b)).collect();
        let mut words = Vec::new();
        for branch in &branches {
            words.extend(choices(branch).unwrap_or_default());
        }
        let tags: Vec<(&str, &Json)> = branches.iter().filter_map(|b| tag(b)).collect();
        let null = branches.iter().any(|b| kinds(b).contains(&"null"));
        if null && node.value == Value::Null {
            return;
        }
        match &node.value {
            Value::Text(_) if !words.is_empty() => self.check_choice(node, &words, key),
            Value::Map(entries) if !tags.is_empty() => self.check_tagged(node, entries, &tags),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::List(_)
            | Value::Map(_) => {
                let fitting = branches.iter().find(|branch| {
                    let kinds = kinds(branch);
                    tag(branch).is_none() && kinds.iter().any(|kind| is_of(node, kind))
                });
                let nested = branches
                    .iter()
                    .find(|b| kinds(b).is_empty() && choices(b).is_none());
                match (fitting, nested) {
                    (Some(branch), _) | (None, Some(branch)) => self.check(node, branch, key),
                    (None, None) => {
                        let mut expected: Vec<&str> =
                            branches.iter().flat_map(|b| kinds(b)).collect();
                        if !words.is_empty() && !expected.contains(&"string") {
                            expected.push("string");
                        }
                        self.wrong_kind(node, &expected, key);
                    }
                }
            }
        }
    }

    /// A map of one key that says which of several things it is.
    fn check_tagged(&mut self, node: &Node, entries: &[(Key, Node)], tags: &[(&str, &'a Json)]) {
        let names = || tags.iter().map(|(name, _)| *name);
        let list = names().map(|n| format!("`{n}:`")).collect::<Vec<_>>();
        for (key, value) in entries {
            match tags.iter().find(|(name, _)| *name == key.text) {
                Some((_, schema)) => self.check(value, schema, Some(key)),
                None => {
                    let message = format!("unknown key `{}`", key.text);
                    let mut problem = RuleProblem::new(self.source, key.span, message);
                    problem.did_you_mean = nearest(&key.text, names());
                    problem.help = Some(format!("known here are {}", list.join(", ")));
                    self.problems.push(problem);
                }
            }
        }
        match entries {
            [] => self.note(node, format!("one of {} belongs here", list.join(", "))),
            [_] => {}
            [_, (second, _), ..] => {
                let message = format!("only one of {} can stand here", list.join(", "));
                let mut problem = RuleProblem::new(self.source, second.span, message);
                problem.help = Some("put several into the list of an `all:` or `any:`".into());
                self.problems.push(problem);
            }
        }
    }

    fn check_choice(&mut self, node: &Node, words: &[&str], key: Option<&Key>) {
        let Some(text) = node.as_text() else {
            self.wrong_kind(node, &["string"], key);
            return;
        };
        if words.contains(&text) {
            return;
        }
        let what = key.map_or(String::new(), |key| format!(" for `{}`", key.text));
        let mut problem = RuleProblem::new(
            self.source,
            node.span,
            format!("unknown word `{text}`{what}"),
        );
        problem.did_you_mean = nearest(text, words.iter().copied());
        let list: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
        problem.help = Some(format!("it is one of {}", list.join(", ")));
        self.problems.push(problem);
    }

    fn wrong_kind(&mut self, node: &Node, kinds: &[&str], key: Option<&Key>) {
        let mut names: Vec<&str> = kinds
            .iter()
            .map(|kind| match *kind {
                "string" => "a text",
                "integer" => "a whole number",
                "number" => "a number",
                "boolean" => "true or false",
                "array" => "a list",
                "object" => "a map",
                "null" => "nothing",
                other => other,
            })
            .filter(|name| *name != "nothing")
            .collect();
        names.dedup();
        let is = match &node.value {
            Value::Null => "there is nothing".to_owned(),
            Value::Number(n) if kinds.contains(&"integer") => format!("{n} stands there"),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                format!("it is {}", node.kind())
            }
        };
        let what = key.map_or("this".to_owned(), |key| format!("`{}`", key.text));
        let wanted = names.join(" or ");
        let span = match (&node.value, key) {
            (Value::Null, Some(key)) if node.span.is_empty() => key.span,
            _ => node.span,
        };
        let message = format!("{what} should be {wanted}, and {is}");
        let mut problem = RuleProblem::new(self.source, span, message);
        let scalar = matches!(node.value, Value::Bool(_) | Value::Number(_));
        if scalar && kinds.contains(&"string") {
            problem.help = Some("put it in quotes".into());
        } else if kinds.contains(&"array") && node.as_text().is_some() {
            problem.help = Some("put it in square brackets".into());
        }
        self.problems.push(problem);
    }

    fn note(&mut self, node: &Node, message: String) {
        self.problems
            .push(RuleProblem::new(self.source, node.span, message));
    }
}

/// The kinds of JSON values that a schema allows; empty if it does not say.
fn kinds(schema: &Json) -> Vec<&str> {
    match schema.get("type") {
        Some(Json::String(kind)) => vec![kind],
        Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The words that a schema allows, if it allows only those.
fn choices(schema: &Json) -> Option<Vec<&str>> {
    if let Some(word) = schema.get("const").and_then(Json::as_str) {
        return Some(vec![word]);
    }
    let words = schema.get("enum")?.as_array()?;
    words.iter().map(Json::as_str).collect()
}

/// The one key of a schema of a map that has exactly one, and its schema.
fn tag(schema: &Json) -> Option<(&str, &Json)> {
    let required = schema.get("required")?.as_array()?;
    let properties = schema.get("properties")?.as_object()?;
    let closed = schema.get("additionalProperties") == Some(&Json::Bool(false));
    match (required.as_slice(), properties.len(), closed) {
        ([name], 1, true) => {
            let (name, schema) = properties.get_key_value(name.as_str()?)?;
            Some((name.as_str(), schema))
        }
        _ => None,
    }
}

fn is_of(node: &Node, kind: &str) -> bool {
    match &node.value {
        Value::Null => kind == "null",
        Value::Bool(_) => kind == "boolean",
        Value::Number(number) => match kind {
            "integer" => number.is_i64() || number.is_u64(),
            "number" => true,
            _ => false,
        },
        Value::Text(_) => kind == "string",
        Value::List(_) => kind == "array",
        Value::Map(_) => kind == "object",
    }
}
