//! One `hirelint.yaml`, read as strictly as a rule file, with the same
//! annotated mistakes.

use super::layer::{FileOrigin, Layer, Origin, Tree};
use super::paths::{Rooted, absolute, globs};
use super::shape::{Configuration, Override};
use super::{Mistake, allowed, bytes, code, day, element, parameter, place, reason, unmistakable};
use crate::rules::schema::ToldEmployer;
use crate::rules::{Node, RuleProblem, RuleSet, YamlValue, fit, read_yaml};
use crate::text::{Raw, Source, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// More than any configuration can need; the reader of YAML refuses more.
const MOST_BYTES: u64 = 8 << 20;

/// Keys that say something of the file itself, not of postings.
const OF_THE_FILE: [&str; 2] = ["extends", "overrides"];

/// A file whose places, days, globs and numbers are sound.
#[derive(Debug)]
pub struct File {
    /// Its text, under its name.
    pub source: Arc<Source>,
    /// Its folder, absolute.
    pub folder: Arc<Path>,
    /// What it says of all postings.
    pub layer: Layer,
    /// What it says of some, in its order.
    pub overrides: Vec<Part>,
    /// What it builds on: paths as written, with their places.
    pub extends: Vec<(String, Span<Raw>)>,
    /// Its tree; nothing for a file without a line of YAML.
    node: Option<Node>,
    says: Configuration,
}

/// What a file says of some postings.
#[derive(Debug)]
pub struct Part {
    /// The postings.
    pub files: Rooted,
    /// Their globs as written.
    pub globs: Vec<String>,
    /// Where it stands.
    pub span: Span<Raw>,
    pub layer: Layer,
}

/// Reads a file, which is called `name` in messages.
///
/// # Errors
/// All its mistakes.
pub fn read(path: &Path, name: &str) -> Result<File, Vec<RuleProblem>> {
    let text = match bytes(path, MOST_BYTES).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => return Err(vec![unreadable(name, "this is not UTF-8".to_owned())]),
        Err(error) => return Err(vec![unreadable(name, reason(&error))]),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let source = Arc::new(Source::from_text(name, text));
    let path = absolute(path);
    let folder = path.parent().unwrap_or(&path);
    sound(source, Arc::from(folder))
}

/// A problem with a file of which nothing can be shown.
pub fn unreadable(name: &str, message: String) -> RuleProblem {
    let source = Arc::new(Source::from_text(name, ""));
    RuleProblem::new(&source, Span::empty(0), message)
}

fn sound(source: Arc<Source>, folder: Arc<Path>) -> Result<File, Vec<RuleProblem>> {
    let mut file = File {
        source: Arc::clone(&source),
        folder: Arc::clone(&folder),
        layer: Layer::default(),
        overrides: Vec::new(),
        extends: Vec::new(),
        node: None,
        says: Configuration::default(),
    };
    let is_bare = |line: &str| line.trim().is_empty() || line.starts_with('#');
    if source.text.lines().all(is_bare) {
        // A file of comments alone is one that somebody has begun.
        return Ok(file);
    }
    let node = read_yaml(&source).map_err(|problem| vec![problem])?;
    let says: Configuration = fit(&node, &source)?;
    let mut check = Check {
        source: &source,
        problems: Vec::new(),
    };
    check.told(&node, &Told::of_file(&says));
    check.globs(&node, "include", &says.include);
    check.globs(&node, "exclude", &says.exclude);
    for (index, entry) in says.suppressions.iter().enumerate() {
        let at = node.get("suppressions").and_then(|list| list.item(index));
        let from = FileOrigin {
            source: Arc::clone(&source),
            folder: Arc::clone(&folder),
            span: at.map_or(node.span, |at| at.span),
        };
        let wrong = entry.sound(&from).err();
        for (key, mistake) in wrong.into_iter().flatten() {
            let span = at.map_or(node.span, |at| span(at, key, None));
            check.keep::<()>(span, Err(mistake));
        }
    }
    for (index, part) in says.overrides.iter().enumerate() {
        let Some(at) = node.get("overrides").and_then(|list| list.item(index)) else {
            continue;
        };
        check.told(at, &Told::of_override(part));
        if part.files.is_empty() {
            let mistake = Mistake::new(
                "an override without files never holds",
                "name some: files: [\"jobs/us/**\"]".to_owned(),
            );
            check.keep::<()>(span(at, "files", None), Err(mistake));
        }
        if let Some(globs) = check.globs(at, "files", &part.files) {
            file.overrides.push(Part {
                files: Rooted::new(&folder, globs),
                globs: part.files.clone(),
                span: at.span,
                layer: layer(at, &source, &folder),
            });
        }
    }
    if check.problems.is_empty() {
        let extends = says.extends.iter().enumerate();
        file.extends = extends
            .map(|(index, path)| (path.clone(), span(&node, "extends", Some(index))))
            .collect();
        file.layer = layer(&node, &source, &folder);
        file.node = Some(node);
        file.says = says;
        Ok(file)
    } else {
        check.problems.sort_by_key(|problem| problem.span);
        Err(check.problems)
    }
}

/// What a sound map says of postings.
fn layer(node: &Node, source: &Arc<Source>, folder: &Arc<Path>) -> Layer {
    let origin = |span| {
        Origin::File(FileOrigin {
            source: Arc::clone(source),
            folder: Arc::clone(folder),
            span,
        })
    };
    let mut layer = Layer::default();
    let YamlValue::Map(entries) = &node.value else {
        return layer;
    };
    for (key, value) in entries {
        if !OF_THE_FILE.contains(&key.text.as_str()) && key.text != "files" {
            layer.put(&key.text, canonical(Tree::of(value, &origin)));
        }
    }
    layer
}

/// Places of headcounts under their codes, so that `US-CA` here and
/// "California" there are one.
fn canonical(tree: Tree) -> Tree {
    let Tree::Map(mut entries) = tree else {
        return tree;
    };
    if let Some(Tree::Map(counts)) = entries.get_mut("headcount_in") {
        *counts = std::mem::take(counts)
            .into_iter()
            .map(|(name, count)| match place(&name) {
                Ok(place) => (unmistakable(&place), count),
                Err(_) => (name, count),
            })
            .collect();
    }
    Tree::Map(entries)
}

impl File {
    /// Holds `select`, `ignore` and `severity` against the rules.
    ///
    /// # Errors
    /// Codes that no rule has.
    pub fn check_codes(&self, rules: &RuleSet) -> Vec<RuleProblem> {
        let mut check = Check {
            source: &self.source,
            problems: Vec::new(),
        };
        let Some(node) = &self.node else {
            return Vec::new();
        };
        check.codes(node, &Told::of_file(&self.says), rules);
        for (index, entry) in self.says.suppressions.iter().enumerate() {
            let at = node.get("suppressions").and_then(|list| list.item(index));
            let span = at.map_or(node.span, |at| span(at, "code", None));
            check.keep(span, entry.check_code(rules));
        }
        for (index, part) in self.says.overrides.iter().enumerate() {
            if let Some(at) = node.get("overrides").and_then(|list| list.item(index)) {
                check.codes(at, &Told::of_override(part), rules);
            }
        }
        check.problems
    }
}

/// What a file and its overrides both say.
struct Told<'a> {
    employer: &'a ToldEmployer,
    places: &'a [String],
    only_places: &'a [String],
    select: &'a [String],
    ignore: &'a [String],
    severity: Vec<&'a str>,
    allow: &'a [String],
    as_of: Option<&'a str>,
    templates: Vec<&'a str>,
    parameters: &'a BTreeMap<String, BTreeMap<String, f64>>,
}

impl<'a> Told<'a> {
    fn of_file(says: &'a Configuration) -> Self {
        Told {
            employer: &says.employer,
            places: &says.places,
            only_places: &says.only_places,
            select: &says.select,
            ignore: &says.ignore,
            severity: says.severity.keys().map(String::as_str).collect(),
            allow: &says.allow,
            as_of: says.as_of.as_deref(),
            templates: says.templates.keys().map(String::as_str).collect(),
            parameters: &says.parameters,
        }
    }

    fn of_override(says: &'a Override) -> Self {
        Told {
            employer: &says.employer,
            places: &says.places,
            only_places: &says.only_places,
            select: &says.select,
            ignore: &says.ignore,
            severity: says.severity.keys().map(String::as_str).collect(),
            allow: &says.allow,
            as_of: says.as_of.as_deref(),
            templates: says.templates.keys().map(String::as_str).collect(),
            parameters: &says.parameters,
        }
    }
}

/// The place of the value under `key`, or of an item of it.
fn span(node: &Node, key: &str, item: Option<usize>) -> Span<Raw> {
    let value = node.get(key);
    let value = match item {
        Some(item) => value.and_then(|value| value.item(item)),
        None => value,
    };
    value.map_or(node.span, |value| value.span)
}

/// Collects mistakes with their places.
struct Check<'a> {
    source: &'a Arc<Source>,
    problems: Vec<RuleProblem>,
}

impl Check<'_> {
    fn keep<T>(&mut self, span: Span<Raw>, result: Result<T, Mistake>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(mistake) => {
                let mut problem = RuleProblem::new(self.source, span, mistake.message);
                problem.help = mistake.help;
                self.problems.push(problem);
                None
            }
        }
    }

    /// Holds what does not depend on the rules.
    fn told(&mut self, node: &Node, told: &Told<'_>) {
        if let Some(text) = told.as_of {
            self.keep(span(node, "as_of", None), day(text));
        }
        for (key, places) in [("places", told.places), ("only_places", told.only_places)] {
            for (index, name) in places.iter().enumerate() {
                self.keep(span(node, key, Some(index)), place(name));
            }
        }
        if !told.places.is_empty() && !told.only_places.is_empty() {
            let mistake = Mistake::new(
                "`places` and `only_places` contradict each other",
                "`places` adds to what postings say, `only_places` replaces it; keep one"
                    .to_owned(),
            );
            self.keep::<()>(span(node, "places", None), Err(mistake));
        }
        for (index, phrase) in told.allow.iter().enumerate() {
            self.keep(span(node, "allow", Some(index)), allowed([phrase]));
        }
        self.headcounts(node, told.employer);
    }

    fn globs(&mut self, node: &Node, key: &str, patterns: &[String]) -> Option<globset::GlobSet> {
        let before = self.problems.len();
        for (index, glob) in patterns.iter().enumerate() {
            self.keep(span(node, key, Some(index)), globs([glob]));
        }
        let is_sound = self.problems.len() == before;
        is_sound.then(|| globs(patterns).ok()).flatten()
    }

    fn headcounts(&mut self, node: &Node, employer: &ToldEmployer) {
        let entries = node.get("employer").and_then(|e| e.get("headcount_in"));
        let mut seen = BTreeSet::new();
        for name in employer.headcount_in.keys() {
            let entry = entries.and_then(|entries| entries.entry(name));
            let at = entry.map_or(node.span, |(key, _)| key.span);
            let Some(place) = self.keep(at, place(name)) else {
                continue;
            };
            if !seen.insert(place.code().to_owned()) {
                let message = format!("{} is counted twice", place.code());
                self.keep::<()>(at, Err(Mistake::new(message, None)));
            }
        }
    }

    fn codes(&mut self, node: &Node, told: &Told<'_>, rules: &RuleSet) {
        for (key, codes) in [("select", told.select), ("ignore", told.ignore)] {
            for (index, name) in codes.iter().enumerate() {
                self.keep(span(node, key, Some(index)), code(name, rules));
            }
        }
        let severities = node.get("severity");
        for name in &told.severity {
            let entry = severities.and_then(|entries| entries.entry(name));
            let at = entry.map_or(node.span, |(key, _)| key.span);
            self.keep(at, code(name, rules));
        }
        let parameters = node.get("parameters");
        for (name, figures) in told.parameters {
            let entry = parameters.and_then(|entries| entries.entry(name));
            let at = entry.map_or(node.span, |(key, _)| key.span);
            if self.keep(at, element(name, rules)).is_none() {
                continue;
            }
            for (figure, value) in figures {
                let entry = entry.and_then(|(_, figures)| figures.entry(figure));
                let at = entry.map_or(node.span, |(key, _)| key.span);
                self.keep(at, parameter(name, figure, *value, rules));
            }
        }
        let templates = node.get("templates");
        for name in &told.templates {
            let entry = templates.and_then(|entries| entries.entry(name));
            let at = entry.map_or(node.span, |(key, _)| key.span);
            self.keep(at, element(name, rules));
        }
    }
}
