//! What one source says — a file, an override in it, the flags —, and how
//! sources are laid over one another. Each value keeps where it comes from.

use super::shape::{Configuration, Threshold};
use crate::rules::{Node, YamlValue};
use crate::text::{Raw, Source, Span};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Lists that replace what stood before. All others add to it.
const REPLACING: [&str; 3] = ["select", "include", "only_places"];

/// Where a value comes from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// A configuration file.
    File(FileOrigin),
    /// A flag, as it is written: `--headcount`.
    Flag(&'static str),
}

/// A place in a configuration file.
#[derive(Debug, Clone)]
pub struct FileOrigin {
    /// The file.
    pub source: Arc<Source>,
    /// Its folder, absolute, to which globs and paths are relative.
    pub folder: Arc<Path>,
    /// Where in it.
    pub span: Span<Raw>,
}

/// A value with its origins.
#[derive(Debug, Clone)]
pub enum Tree {
    Value(Json, Origin),
    List(Vec<(Json, Origin)>),
    Map(BTreeMap<String, Tree>),
}

/// What one source says, or all of them laid over one another: the keys of
/// [`Configuration`] with their values.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    says: BTreeMap<String, Tree>,
}

impl Tree {
    /// The tree of a value in a file, whose place `origin` turns into an origin.
    pub fn of(node: &Node, origin: &impl Fn(Span<Raw>) -> Origin) -> Tree {
        match &node.value {
            YamlValue::Map(entries) => Tree::Map(
                entries
                    .iter()
                    .map(|(key, value)| (key.text.clone(), Tree::of(value, origin)))
                    .collect(),
            ),
            YamlValue::List(items) => Tree::List(
                items
                    .iter()
                    .map(|item| (item.to_json(), origin(item.span)))
                    .collect(),
            ),
            YamlValue::Null | YamlValue::Bool(_) | YamlValue::Number(_) | YamlValue::Text(_) => {
                Tree::Value(node.to_json(), origin(node.span))
            }
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Tree::Value(value, _) => value.clone(),
            Tree::List(items) => items.iter().map(|(item, _)| item.clone()).collect(),
            Tree::Map(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, tree)| (key.clone(), tree.to_json()));
                Json::Object(entries.collect())
            }
        }
    }
}

impl Layer {
    /// What holds where nobody says anything.
    pub fn defaults() -> Layer {
        let mut layer = Layer::default();
        layer.set(
            &["fail_on"],
            json!(Threshold::Error.name()),
            Origin::Default,
        );
        layer.set(
            &["as_of"],
            json!(super::today().to_string()),
            Origin::Default,
        );
        layer
    }

    /// Gives a key its tree.
    pub fn put(&mut self, key: &str, tree: Tree) {
        self.says.insert(key.to_owned(), tree);
    }

    /// Gives the key at the end of `path` a value.
    pub fn set(&mut self, path: &[&str], value: Json, origin: Origin) {
        let Some((last, outer)) = path.split_last() else {
            return;
        };
        let mut entries = &mut self.says;
        for key in outer {
            let inner = entries
                .entry((*key).to_owned())
                .or_insert_with(|| Tree::Map(BTreeMap::new()));
            let Tree::Map(inner) = inner else { return };
            entries = inner;
        }
        entries.insert((*last).to_owned(), Tree::Value(value, origin));
    }

    /// Adds an item to the list under `key`.
    pub fn push(&mut self, key: &str, item: impl Into<Json>, origin: Origin) {
        let list = self.says.entry(key.to_owned());
        if let Tree::List(items) = list.or_insert_with(|| Tree::List(Vec::new())) {
            items.push((item.into(), origin));
        }
    }

    /// Lays `over` over this: it outweighs what is there.
    pub fn lay(&mut self, over: &Layer) {
        if over.has_items("only_places") {
            self.says.remove("places");
        }
        lay(&mut self.says, &over.says);
    }

    fn has_items(&self, key: &str) -> bool {
        self.items(key).next().is_some()
    }

    /// The items of the list under `key`, each with its origin.
    pub fn items(&self, key: &str) -> impl Iterator<Item = &(Json, Origin)> {
        let items: &[_] = match self.says.get(key) {
            Some(Tree::List(items)) => items,
            Some(Tree::Value(..) | Tree::Map(_)) | None => &[],
        };
        items.iter()
    }

    /// Every value and item with the way to it (`employer.headcount`) and its
    /// origin, by key.
    pub fn values(&self) -> Vec<(String, &Json, &Origin)> {
        let mut found = Vec::new();
        list("", &self.says, &mut found);
        found
    }

    /// The same without origins.
    pub fn configuration(&self) -> Configuration {
        let entries = self.says.iter();
        let entries = entries.map(|(key, tree)| (key.clone(), tree.to_json()));
        serde_json::from_value(Json::Object(entries.collect()))
            .expect("each layer was held against the shape, and laying keeps it")
    }
}

fn lay(under: &mut BTreeMap<String, Tree>, over: &BTreeMap<String, Tree>) {
    for (key, tree) in over {
        match (under.get_mut(key), tree) {
            // What is told to be nothing is told no longer.
            (_, Tree::Value(Json::Null, _)) => {
                under.remove(key);
            }
            (Some(Tree::Map(under)), Tree::Map(over)) => lay(under, over),
            (Some(Tree::List(under)), Tree::List(over)) if !REPLACING.contains(&key.as_str()) => {
                for (item, origin) in over {
                    if under.iter().all(|(known, _)| known != item) {
                        under.push((item.clone(), origin.clone()));
                    }
                }
            }
            (_, Tree::Map(over)) => {
                let mut fresh = BTreeMap::new();
                lay(&mut fresh, over);
                under.insert(key.clone(), Tree::Map(fresh));
            }
            (_, Tree::Value(..) | Tree::List(_)) => {
                under.insert(key.clone(), tree.clone());
            }
        }
    }
}

fn list<'a>(
    lead: &str,
    entries: &'a BTreeMap<String, Tree>,
    found: &mut Vec<(String, &'a Json, &'a Origin)>,
) {
    for (key, tree) in entries {
        let way = match lead {
            "" => key.clone(),
            _ => format!("{lead}.{key}"),
        };
        match tree {
            Tree::Value(value, origin) => found.push((way, value, origin)),
            Tree::List(items) => {
                found.extend(items.iter().map(|(item, from)| (way.clone(), item, from)));
            }
            Tree::Map(entries) => list(&way, entries, found),
        }
    }
}
