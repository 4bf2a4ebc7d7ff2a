//! Front matter: structured values at the head of a Markdown file, in YAML
//! between `---` or in TOML between `+++`.
//!
//! It is cut off by hand, since a parser's own option takes any `---` block in
//! the middle of a text for one, and a file may begin with a byte order mark
//! (which [`Source`] has removed).

use super::draft::{Draft, FieldDraft};
use super::model::{NOTES, Note, Origin, Problem, ProblemKind};
use super::twice;
use super::yaml::{self, Node};
use crate::text::{MappedText, Raw, Source, Span, View};
use std::ops::Range;

/// Larger front matter is somebody's data file.
const MAX_BYTES: usize = 256 * 1024;

/// Reads the front matter into `draft`; gives the offset of the text after it.
pub fn read(source: &Source, draft: &mut Draft) -> usize {
    let text = &source.text;
    let Some(parts) = Parts::of(text) else {
        return 0;
    };
    let parts = match parts {
        Ok(parts) => parts,
        Err(open) => {
            draft.problems.push(Problem {
                kind: ProblemKind::BrokenPart,
                message: "the front matter is not closed".to_owned(),
                help: Some(format!("end it with a line `{}`", &text[open.clone()])),
                span: Some(open.into()),
            });
            return 0;
        }
    };
    if parts.inner.len() > MAX_BYTES {
        draft.problems.push(Problem {
            kind: ProblemKind::BrokenPart,
            message: "the front matter is too large to be read".to_owned(),
            help: Some("keep the text of the posting below the front matter".to_owned()),
            span: Some(Span::new(0, 3)),
        });
        return parts.end;
    }
    if parts.is_toml {
        toml(text, parts.inner, draft);
    } else {
        match yaml::parse(&text[parts.inner.clone()], parts.inner.start) {
            Ok(node) => {
                shape(&node, text, &parts, draft);
                told_twice(&node, &mut draft.problems);
                fields(text, &node, "", Span::empty(0), draft);
            }
            Err(broken) => draft.problems.push(Problem {
                kind: ProblemKind::BrokenPart,
                message: format!(
                    "the front matter cannot be read as YAML: {}",
                    broken.message
                ),
                help: Some(broken.help),
                span: Some(broken.span),
            }),
        }
    }
    parts.end
}

/// Front matter gives names to values; those that read it fail on anything else.
fn shape(node: &Node, text: &str, parts: &Parts, draft: &mut Draft) {
    let what = match node {
        Node::Null | Node::Map(_) => return,
        Node::List(_) => "a list",
        Node::Scalar(_) => "a single value",
    };
    let inner = &text[parts.inner.clone()];
    let blank = inner.len() - inner.trim_start().len();
    let start = parts.inner.start + blank;
    let line = inner[blank..].lines().next().unwrap_or_default().trim_end();
    draft.problems.push(Problem {
        kind: ProblemKind::Malformed,
        message: format!("the front matter is {what}, not keys with values"),
        help: Some("write a key and its value on each line: `title: Line cook`".to_owned()),
        span: Some(Span::new(start, start + line.len())),
    });
}

/// Tells the keys that a map holds twice.
fn told_twice(node: &Node, problems: &mut Vec<Problem>) {
    match node {
        Node::Null | Node::Scalar(_) => {}
        Node::List(elements) => {
            for element in elements {
                told_twice(element, problems);
            }
        }
        Node::Map(entries) => {
            let names = entries.iter().map(|(name, span, _)| (name.as_str(), *span));
            twice::tell(names, problems);
            for (_, _, value) in entries {
                told_twice(value, problems);
            }
        }
    }
}

struct Parts {
    is_toml: bool,
    /// Between the two fences.
    inner: Range<usize>,
    /// The start of the text.
    end: usize,
}

impl Parts {
    /// `None` where there is no front matter, the opening fence where it has
    /// no end.
    fn of(text: &str) -> Option<Result<Parts, Range<usize>>> {
        let mut lines = Lines { text, at: 0 };
        let first = lines.next()?;
        let fence = text[first.clone()].trim_end();
        let is_toml = match fence {
            "---" => false,
            "+++" => true,
            _ => return None,
        };
        let inner = lines.at;
        // A text may begin with a rule, and have another one further down.
        let mut looks_like_data = None;
        for line in lines.by_ref() {
            let words = text[line.clone()].trim_end();
            if words == fence || (!is_toml && words == "...") {
                let is_front_matter = looks_like_data.unwrap_or(true);
                return is_front_matter.then_some(Ok(Parts {
                    is_toml,
                    inner: inner..line.start,
                    end: lines.at,
                }));
            }
            if !words.is_empty() && !*looks_like_data.get_or_insert_with(|| is_data(words)) {
                return None;
            }
        }
        (looks_like_data == Some(true)).then_some(Err(first.start..first.start + fence.len()))
    }
}

/// `key: value` or `key = value`, a comment, a table, a list or an object.
fn is_data(line: &str) -> bool {
    let key = line.split([':', '=']).next().unwrap_or_default().trim();
    let is_key = key.len() < line.trim().len()
        && !key.is_empty()
        && key.chars().count() <= 40
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '"' | '\''));
    is_key || line.starts_with(['#', '{', '['])
}

/// The lines of a text with their ends.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let len = rest.find('\n').map_or(rest.len(), |n| n + 1);
        let line = self.at..self.at + len;
        self.at += len;
        Some(line)
    }
}

/// One field for each scalar of the tree.
pub fn fields(text: &str, node: &Node, path: &str, key: Span<Raw>, draft: &mut Draft) {
    let join = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}.{name}")
        }
    };
    match node {
        // A key of hirelint's own without a value is a mistake worth telling.
        Node::Null => add_note(path, "", key, draft),
        Node::Scalar(span) => {
            let value = yaml::scalar(text, *span);
            if is_note(path) {
                add_note(path, &value.text, *span, draft);
            } else {
                draft.fields.push(FieldDraft {
                    origin: Origin::FrontMatter,
                    path: path.to_owned(),
                    key,
                    value,
                });
            }
        }
        Node::List(elements) => {
            for (index, element) in elements.iter().enumerate() {
                fields(text, element, &join(&index.to_string()), key, draft);
            }
        }
        Node::Map(entries) => {
            for (name, span, value) in entries {
                fields(text, value, &join(name), *span, draft);
            }
        }
    }
}

/// Whether a value is addressed to hirelint and no part of the posting.
fn is_note(path: &str) -> bool {
    path.split('.').next() == Some(NOTES)
}

fn add_note(path: &str, value: &str, span: Span<Raw>, draft: &mut Draft) {
    if is_note(path) {
        let below = path[NOTES.len()..].trim_start_matches('.');
        draft.notes.push(Note {
            path: below.to_owned(),
            text: value.trim().to_owned(),
            span,
        });
    }
}

/// The plain lines of TOML front matter: tables, and keys with scalars or flat
/// lists on one line. That is what postings use; a line beyond it is reported.
fn toml(text: &str, inner: Range<usize>, draft: &mut Draft) {
    let mut table = String::new();
    let mut keys: Vec<(String, Span<Raw>)> = Vec::new();
    let lines = Lines {
        text: &text[..inner.end],
        at: inner.start,
    };
    for line in lines {
        let words = text[line.clone()].trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        if let Some(name) = words.strip_prefix('[').and_then(|w| w.strip_suffix(']')) {
            if name.starts_with('[') {
                // One of several tables of that name.
                told_twice_in_toml(&mut keys, draft);
            }
            table = format!("{}.", name.trim_matches(['[', ']', ' ']));
            continue;
        }
        let start = line.start + (text[line.clone()].len() - text[line.clone()].trim_start().len());
        let values = words.split_once('=').and_then(|(key, value)| {
            let at = start + key.len() + 1 + (value.len() - value.trim_start().len());
            Some((key.trim_end(), toml_values(value.trim(), at)?))
        });
        let Some((key, values)) = values else {
            draft.problems.push(Problem {
                kind: ProblemKind::BrokenPart,
                message: "this line of the front matter could not be read".to_owned(),
                help: Some("write `key = \"value\"`, or use YAML between `---`".to_owned()),
                span: Some(Span::new(start, start + words.len())),
            });
            continue;
        };
        let is_list = values.is_list;
        let place = Span::new(start, start + key.len());
        keys.push((format!("{table}{}", key.trim_matches(['"', '\''])), place));
        for (index, value) in values.spans.into_iter().enumerate() {
            let mut path = format!("{table}{}", key.trim_matches(['"', '\'']));
            if is_list {
                path = format!("{path}.{index}");
            }
            if is_note(&path) {
                let span = Span::from(value.clone());
                add_note(&path, &text[value], span, draft);
                continue;
            }
            let mut words: MappedText<View, Raw> = MappedText::default();
            words.push_exact(&text[value.clone()], value.start);
            draft.fields.push(FieldDraft {
                origin: Origin::FrontMatter,
                path,
                key: place,
                value: words,
            });
        }
    }
    told_twice_in_toml(&mut keys, draft);
}

fn told_twice_in_toml(keys: &mut Vec<(String, Span<Raw>)>, draft: &mut Draft) {
    let names = keys.iter().map(|(key, at)| (key.as_str(), *at));
    twice::tell(names, &mut draft.problems);
    keys.clear();
}

struct TomlValues {
    is_list: bool,
    spans: Vec<Range<usize>>,
}

/// The scalars of a value that ends on its line.
fn toml_values(value: &str, at: usize) -> Option<TomlValues> {
    let mut spans = Vec::new();
    let is_list = value.starts_with('[');
    let mut rest = value.strip_prefix('[').unwrap_or(value);
    loop {
        rest = rest.trim_start();
        if is_list {
            rest = rest.trim_start_matches(',').trim_start();
            if rest.starts_with(']') {
                break;
            }
        }
        let start = at + value.len() - rest.len();
        let first = rest.chars().next()?;
        if matches!(first, '"' | '\'') {
            let inner = rest[1..].find(first)?;
            spans.push(start + 1..start + 1 + inner);
            rest = &rest[inner + 2..];
        } else {
            let end = rest
                .find(|c: char| c == '#' || is_list && matches!(c, ',' | ']'))
                .unwrap_or(rest.len());
            let words = rest[..end].trim_end();
            if words.is_empty() || words.starts_with(['{', '[']) {
                return None;
            }
            spans.push(start..start + words.len());
            rest = &rest[end..];
        }
        if !is_list {
            break;
        }
    }
    Some(TomlValues { is_list, spans })
}
