//! schema.org `JobPosting` as JSON-LD within a page.

use crate::document::draft::FieldDraft;
use crate::document::json;
use crate::document::model::{Origin, Problem, ProblemKind};
use crate::document::twice;
use crate::text::{Inner, MappedText, Raw, Span};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;

/// A job posting found in JSON-LD.
#[derive(Debug)]
pub struct Found {
    /// Its scalar values, but for the texts.
    pub fields: Vec<FieldDraft>,
    /// `description` and the like: HTML, to be read.
    pub texts: Vec<MappedText<Inner, Raw>>,
    /// The names of its own properties that are not empty.
    pub properties: Vec<String>,
}

/// Properties whose value is a text of its own, mostly HTML.
const TEXTS: &[&str] = &[
    "description",
    "responsibilities",
    "qualifications",
    "skills",
    "experienceRequirements",
    "educationRequirements",
    "jobBenefits",
    "incentiveCompensation",
    "employerOverview",
];

/// A text of fewer bytes is a field like others.
const SHORT: usize = 200;

/// How deep the search for a posting goes, and how deep its fields are read.
const DEPTH: usize = 16;

/// More values than a posting has.
const MAX_FIELDS: usize = 2000;

/// Reads the JSON-LD script at `span` of `text`.
pub fn read(text: &str, span: Span<Raw>, problems: &mut Vec<Problem>) -> Vec<Found> {
    let (written, start) = unwrapped(text, span);
    let not_json = |kind, broken: &json::Broken| Problem {
        kind,
        message: format!("the JSON-LD block is not valid JSON: {}", broken.message),
        help: Some("search engines ignore a block like this; mend it where marked".to_owned()),
        span: Some(broken.span),
    };
    let parsed = match json::parse(written, start) {
        Ok(parsed) => parsed,
        Err(broken) => {
            problems.push(not_json(ProblemKind::BrokenPart, &broken));
            return Vec::new();
        }
    };
    let Some(value) = parsed.value else {
        return Vec::new();
    };
    let mut postings = Vec::new();
    find(&value, 0, &mut postings);
    if let Some(broken) = parsed.forgiven.filter(|_| !postings.is_empty()) {
        problems.push(not_json(ProblemKind::Malformed, &broken));
    }
    for posting in &postings {
        given_twice(posting, start, 0, problems);
    }
    postings
        .into_iter()
        .map(|object| {
            let mut found = Found {
                fields: Vec::new(),
                texts: Vec::new(),
                properties: properties(object),
            };
            let context = Context {
                written,
                offset: start,
            };
            context.object(object, "", 0, &mut found);
            found
        })
        .collect()
}

/// Tells the names that an object, or one within it, holds twice.
fn given_twice(object: &Object<'_>, offset: usize, depth: usize, problems: &mut Vec<Problem>) {
    if depth > DEPTH {
        return;
    }
    let names = object.properties.iter().map(|property| {
        let range = property.name.range();
        let place = Span::new(range.start + offset, range.end + offset);
        (property.name.as_str(), place)
    });
    twice::tell(names, problems);
    for property in &object.properties {
        match &property.value {
            Value::Object(object) => given_twice(object, offset, depth + 1, problems),
            Value::Array(list) => {
                let objects = list.elements.iter().filter_map(|value| value.as_object());
                objects.for_each(|object| given_twice(object, offset, depth + 1, problems));
            }
            Value::StringLit(_)
            | Value::NumberLit(_)
            | Value::BooleanLit(_)
            | Value::NullKeyword(_) => {}
        }
    }
}

/// The JSON within `<![CDATA[ … ]]>` or `<!-- … -->`, where a page has such.
fn unwrapped(text: &str, span: Span<Raw>) -> (&str, usize) {
    let all = &text[span.range()];
    let mut inner = all.trim();
    for (open, close) in [
        ("//<![CDATA[", "//]]>"),
        ("<![CDATA[", "]]>"),
        ("<!--", "-->"),
    ] {
        if let Some(rest) = inner.strip_prefix(open) {
            inner = rest.trim();
            inner = inner.strip_suffix(close).unwrap_or(inner).trim();
        }
    }
    let inner = inner.trim_end_matches(';');
    let at = inner.as_ptr() as usize - all.as_ptr() as usize;
    (inner, span.start + at)
}

/// Collects the job postings in a value: itself, in a list, in a `@graph`.
fn find<'v, 'a>(value: &'v Value<'a>, depth: usize, out: &mut Vec<&'v Object<'a>>) {
    if depth > DEPTH {
        return;
    }
    match value {
        Value::Array(list) => {
            for element in &list.elements {
                find(element, depth + 1, out);
            }
        }
        Value::Object(object) => {
            if is_job_posting(object) {
                out.push(object);
                return;
            }
            for property in &object.properties {
                if matches!(
                    property.name.as_str(),
                    "@graph" | "mainEntity" | "itemListElement" | "item" | "about"
                ) {
                    find(&property.value, depth + 1, out);
                }
            }
        }
        Value::StringLit(_)
        | Value::NumberLit(_)
        | Value::BooleanLit(_)
        | Value::NullKeyword(_) => {}
    }
}

fn is_job_posting(object: &Object<'_>) -> bool {
    let is = |value: &Value<'_>| matches!(value, Value::StringLit(s) if s.value.rsplit(['/', ':']).next() == Some("JobPosting"));
    object
        .properties
        .iter()
        .filter(|p| p.name.as_str() == "@type")
        .any(|p| match &p.value {
            Value::Array(list) => list.elements.iter().any(is),
            value => is(value),
        })
}

fn properties(object: &Object<'_>) -> Vec<String> {
    let says_something = |value: &Value<'_>| match value {
        Value::StringLit(text) => !text.value.trim().is_empty(),
        Value::Array(list) => !list.elements.is_empty(),
        Value::Object(object) => !object.properties.is_empty(),
        Value::NumberLit(_) | Value::BooleanLit(_) => true,
        Value::NullKeyword(_) => false,
    };
    object
        .properties
        .iter()
        .filter(|property| says_something(&property.value))
        .map(|property| property.name.as_str().to_owned())
        .filter(|name| !name.starts_with('@'))
        .take(MAX_FIELDS)
        .collect()
}

struct Context<'t> {
    written: &'t str,
    offset: usize,
}

impl Context<'_> {
    fn object(&self, object: &Object<'_>, path: &str, depth: usize, found: &mut Found) {
        for property in &object.properties {
            let name = property.name.as_str();
            if name.starts_with('@') {
                continue;
            }
            let path = if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            };
            let key = property.name.range();
            let key = Span::new(key.start + self.offset, key.end + self.offset);
            self.value(&property.value, &path, key, depth + 1, found);
        }
    }

    fn value(
        &self,
        value: &Value<'_>,
        path: &str,
        key: Span<Raw>,
        depth: usize,
        found: &mut Found,
    ) {
        if depth > DEPTH || found.fields.len() >= MAX_FIELDS {
            return;
        }
        let range = value.range();
        let written = &self.written[range.start..range.end];
        let at = range.start + self.offset;
        match value {
            Value::Object(object) => self.object(object, path, depth, found),
            Value::Array(list) => {
                for (index, element) in list.elements.iter().enumerate() {
                    self.value(element, &format!("{path}.{index}"), key, depth + 1, found);
                }
            }
            Value::StringLit(_) => {
                let text = json::string(written, at);
                if TEXTS.contains(&path) && (path == "description" || text.len() > SHORT) {
                    found.texts.push(text);
                } else {
                    let value = super::line(&text);
                    found.fields.push(FieldDraft {
                        origin: Origin::JsonLd,
                        path: path.to_owned(),
                        key,
                        value,
                    });
                }
            }
            Value::NumberLit(_) | Value::BooleanLit(_) => {
                let mut value = MappedText::default();
                value.push_exact(written, at);
                found.fields.push(FieldDraft {
                    origin: Origin::JsonLd,
                    path: path.to_owned(),
                    key,
                    value,
                });
            }
            Value::NullKeyword(_) => {}
        }
    }
}
