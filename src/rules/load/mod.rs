//! Rule files → [`Library`]: strict, and with all that is wrong at once.

use super::builtin;
use super::check;
use super::compile::compile;
use super::flaw::{Flaw, Path, Step, Which};
use super::node::{self, Node, Value};
use super::problem::RuleProblem;
use super::schema::Bundle;
use super::set::RuleSet;
use super::shape::fit;
use super::words::Cues;
use crate::text::{Raw, Source, Span};
use std::collections::HashMap;
use std::sync::Arc;

/// A rule file as it was found.
#[derive(Debug, Clone, Copy)]
pub struct RuleFile<'a> {
    /// Its path, as messages show it.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// What the files build upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Nothing: they are all the rules there are.
    Nothing,
    /// The built-in rules, to which they add.
    Builtin,
}

/// Rules together with the files that they stand in.
#[derive(Debug)]
pub struct Library {
    /// The rules, compiled.
    pub rules: RuleSet,
    /// The shapes of the rules, those of the base first.
    pub(super) bundle: Bundle,
    /// The files, in the order given.
    pub(super) shelves: Vec<Shelf>,
}

/// A file and the rule in it.
#[derive(Debug)]
pub(super) struct Shelf {
    pub source: Arc<Source>,
    pub node: Node,
    pub which: Which,
}

/// Loads rule files.
///
/// # Errors
/// All mistakes of all files, in the order of the files and of their text. A
/// set with a broken rule does not run.
pub fn load(files: &[RuleFile<'_>], base: Base) -> Result<Library, Vec<RuleProblem>> {
    let (mut bundle, cues) = match base {
        Base::Nothing => (Bundle::default(), Cues::default()),
        Base::Builtin => builtin::bundle(),
    };
    let own = Start {
        elements: bundle.elements.len(),
        laws: bundle.laws.len(),
        wordings: bundle.wordings.len(),
    };
    let mut problems = Vec::new();
    let mut shelves: Vec<Shelf> = Vec::new();
    for file in files {
        match read(file, &mut bundle) {
            Ok(shelf) => shelves.push(shelf),
            Err(found) => problems.extend(found),
        }
    }
    let is_complete = problems.is_empty();
    problems.extend(repeated(&shelves, &bundle, own));
    let mut flaws = check::check(&bundle, own);
    match compile(bundle.clone(), cues) {
        Ok(rules) if problems.is_empty() && flaws.is_empty() => {
            return Ok(Library {
                rules,
                bundle,
                shelves,
            });
        }
        Ok(_) => {}
        Err(more) => flaws.extend(more),
    }
    // What refers to a rule that could not be read is not to blame for it.
    flaws.retain(|flaw| is_complete || !flaw.is_reference);
    problems.extend(flaws.iter().filter_map(|flaw| locate(flaw, &shelves)));
    let order: HashMap<&str, usize> = files.iter().enumerate().map(|(i, f)| (f.name, i)).collect();
    problems.sort_by_key(|p| (order.get(p.file.name.as_str()).copied(), p.span));
    Err(problems)
}

/// Where the rules of the files begin, behind those of the base.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub elements: usize,
    pub laws: usize,
    pub wordings: usize,
}

/// The name of a file without folder and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn read(file: &RuleFile<'_>, bundle: &mut Bundle) -> Result<Shelf, Vec<RuleProblem>> {
    let bytes = file
        .bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(file.bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let source = Arc::new(Source::from_text(file.name, text));
            let at = Span::empty(error.valid_up_to());
            let mut problem = RuleProblem::new(&source, at, "this is not UTF-8");
            problem.help = Some("save the file as UTF-8".into());
            return Err(vec![problem]);
        }
    };
    let source = Arc::new(Source::from_text(file.name, text));
    let node = node::read(&source).map_err(|problem| vec![problem])?;
    let kinds = ["element", "law", "wording"];
    let kind = kinds.into_iter().find(|kind| node.get(kind).is_some());
    let which = match kind {
        Some("element") => {
            bundle.elements.push(fit(&node, &source)?);
            Which::Element(bundle.elements.len() - 1)
        }
        Some("law") => {
            bundle.laws.push(fit(&node, &source)?);
            Which::Law(bundle.laws.len() - 1)
        }
        Some("wording") => {
            bundle.wordings.push(fit(&node, &source)?);
            Which::Wording(bundle.wordings.len() - 1)
        }
        _ => {
            let first = match &node.value {
                Value::Map(entries) => entries.first().map(|(key, _)| key),
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::Text(_)
                | Value::List(_) => None,
            };
            let span = first.map_or(Span::empty(node.span.start), |key| key.span);
            let message = "nothing says what kind of rule this is";
            let mut problem = RuleProblem::new(&source, span, message);
            problem.help = Some("begin with `element:`, `law:` or `wording:` and its id".into());
            problem.did_you_mean = first.and_then(|key| super::flaw::nearest(&key.text, kinds));
            return Err(vec![problem]);
        }
    };
    Ok(Shelf {
        source,
        node,
        which,
    })
}

/// Ids that are taken, and ids that are not the file's name.
fn repeated(shelves: &[Shelf], bundle: &Bundle, own: Start) -> Vec<RuleProblem> {
    let mut taken: HashMap<&str, Option<&Shelf>> = HashMap::new();
    let builtin = bundle.elements[..own.elements].iter().map(|e| &e.element);
    let builtin = builtin.chain(bundle.laws[..own.laws].iter().map(|l| &l.law));
    let builtin = builtin.chain(bundle.wordings[..own.wordings].iter().map(|w| &w.wording));
    taken.extend(builtin.map(|id| (id.as_str(), None)));
    let mut problems = Vec::new();
    for shelf in shelves {
        let (key, id) = match shelf.which {
            Which::Element(at) => ("element", &bundle.elements[at].element),
            Which::Law(at) => ("law", &bundle.laws[at].law),
            Which::Wording(at) => ("wording", &bundle.wordings[at].wording),
        };
        let span = shelf.node.get(key).map_or(Span::empty(0), |node| node.span);
        if let Some(other) = taken.get(id.as_str()) {
            let message = format!("the id `{id}` is taken");
            let mut problem = RuleProblem::new(&shelf.source, span, message);
            problem.help = Some(match other {
                Some(other) => format!("{} has it too", other.source.name),
                None => "a built-in rule has it".into(),
            });
            problems.push(problem);
        } else {
            taken.insert(id, Some(shelf));
        }
        let stem = stem(&shelf.source.name);
        // A law's file may be called after the place: `washington.yaml`.
        if !matches!(shelf.which, Which::Law(_)) && id != stem {
            let message = format!("the id `{id}` is not the file's name");
            let mut problem = RuleProblem::new(&shelf.source, span, message);
            problem.help = Some(format!("call the file {id}.yaml, or the rule {stem}"));
            problems.push(problem);
        }
    }
    problems
}

/// A mistake with its place; none for one in a rule of the base.
fn locate(flaw: &Flaw, shelves: &[Shelf]) -> Option<RuleProblem> {
    let shelf = shelves.iter().find(|shelf| shelf.which == flaw.which)?;
    let (key, node) = follow(&shelf.node, &flaw.path);
    let span = match (&flaw.within, flaw.on_key, key) {
        (_, true, Some(key)) => key,
        (Some(range), _, _) => node.within(range.clone(), &shelf.source),
        (None, _, Some(key)) if matches!(node.value, Value::Map(_) | Value::List(_)) => key,
        (None, _, _) => node.span,
    };
    let mut problem = RuleProblem::new(&shelf.source, span, flaw.message.clone());
    problem.help.clone_from(&flaw.help);
    problem.did_you_mean.clone_from(&flaw.meant);
    Some(problem)
}

/// The deepest node of a path that is there, and the last key on the way.
pub(super) fn follow<'n>(root: &'n Node, path: &Path) -> (Option<Span<Raw>>, &'n Node) {
    let (mut node, mut last_key) = (root, None);
    for step in &path.0 {
        match step {
            Step::Key(key) => match node.entry(key) {
                Some((key, value)) => {
                    last_key = Some(key.span);
                    node = value;
                }
                None => return (last_key, node),
            },
            Step::Item(item) => match node.item(*item) {
                Some(value) => {
                    // An item of a list is named by its own first key.
                    last_key = match &value.value {
                        Value::Map(entries) => entries.first().map(|(key, _)| key.span),
                        Value::Null
                        | Value::Bool(_)
                        | Value::Number(_)
                        | Value::Text(_)
                        | Value::List(_) => None,
                    };
                    node = value;
                }
                None => return (last_key, node),
            },
        }
    }
    (last_key, node)
}

#[cfg(test)]
mod tests;
