//! Feeds: files of records, in JSON, JSON Lines, CSV or XML, as applicant
//! tracking systems, boards and aggregators give them. Each posting in them is
//! a document; the rest of the feed is left out.
//!
//! A record's texts (description, requirements, benefits, …) are its body, and
//! are read as what they are: HTML, escaped HTML, Markdown or lines. All other
//! values are fields. Names are those of the file.

mod csv;
mod find;
mod json;
mod keys;
mod node;
mod record;
mod xml;

use super::model::{Document, Format, Problem, ProblemKind, Reading};
use crate::text::{Raw, Source, Span};
use find::{Record, records};
use node::Node;
use std::sync::Arc;

/// Reads `source` as a feed in `format`.
pub fn read(source: &Arc<Source>, format: Format) -> Reading {
    let mut reading = Reading {
        source: Arc::clone(source),
        documents: Vec::new(),
        problems: Vec::new(),
    };
    match format {
        Format::JsonLines => json_lines(source, &mut reading),
        Format::Csv => csv_rows(source, &mut reading),
        Format::Xml => xml_elements(source, &mut reading),
        Format::Json | Format::Markdown | Format::Html | Format::Text | Format::Docx => {
            json_value(source, &mut reading);
        }
    }
    if reading.documents.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem {
            kind: ProblemKind::Unreadable,
            message: "no posting was found in this file".to_owned(),
            help: Some("a posting is an object or row with a title and a description".to_owned()),
            span: None,
        });
    }
    reading
}

fn unreadable(message: String, help: &str, span: Span<Raw>) -> Problem {
    Problem {
        kind: ProblemKind::Unreadable,
        message,
        help: Some(help.to_owned()),
        span: Some(span),
    }
}

fn json_value(source: &Arc<Source>, reading: &mut Reading) {
    match json::parse(&source.text, 0) {
        Ok(root) => {
            let found = records(&root, &source.text);
            let is_single = found.len() == 1;
            for record in found {
                let key = if is_single {
                    String::new()
                } else {
                    record::json_path(&record.at)
                };
                let document = record::document(source, Format::Json, key, &record);
                reading.documents.push(document);
            }
        }
        // Several values in one file, one on each line.
        Err(_) if is_object_by_line(&source.text) => json_lines(source, reading),
        Err(broken) => reading.problems.push(unreadable(
            format!("this is not valid JSON: {}", broken.message),
            "mend it where marked, or export the file again",
            broken.span,
        )),
    }
}

fn is_object_by_line(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_object = |line: &str| line.starts_with('{') && line.ends_with('}');
    lines.next().is_some_and(is_object) && lines.next().is_some_and(is_object)
}

fn json_lines(source: &Arc<Source>, reading: &mut Reading) {
    let mut at = 0;
    for (index, line) in source.text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        if line.trim().is_empty() {
            continue;
        }
        match json::parse(line.trim_end(), start) {
            Ok(root) => {
                let found = records(&root, &source.text);
                let is_single = found.len() == 1;
                for record in found {
                    let mut key = format!("line {}", index + 1);
                    if !is_single {
                        key.push(' ');
                        key.push_str(&record::json_path(&record.at));
                    }
                    let document = record::document(source, Format::JsonLines, key, &record);
                    reading.documents.push(document);
                }
            }
            Err(broken) => reading.problems.push(unreadable(
                format!("line {} is not valid JSON: {}", index + 1, broken.message),
                "the other lines were read",
                broken.span,
            )),
        }
    }
    alone(&mut reading.documents);
}

fn csv_rows(source: &Arc<Source>, reading: &mut Reading) {
    let (rows, broken) = csv::parse(&source.text);
    for row in &rows {
        let record = Record {
            node: &row.node,
            at: Vec::new(),
            around: Vec::new(),
        };
        if !has_text(&row.node) {
            continue;
        }
        let key = format!("line {}", row.line);
        let document = record::document(source, Format::Csv, key, &record);
        reading.documents.push(document);
    }
    alone(&mut reading.documents);
    if let Some(broken) = broken {
        reading.problems.push(Problem {
            kind: ProblemKind::BrokenPart,
            message: broken.message.to_owned(),
            help: Some("everything after it was read as one cell".to_owned()),
            span: Some(broken.span),
        });
    }
}

fn has_text(node: &Node) -> bool {
    matches!(node, Node::Map(entries) if entries.iter().any(|e| matches!(e.node, Node::Text(_))))
}

fn xml_elements(source: &Arc<Source>, reading: &mut Reading) {
    let (root, broken) = xml::parse(&source.text);
    let found = records(&root, &source.text);
    let is_single = found.len() == 1;
    for record in found {
        let key = if is_single {
            String::new()
        } else {
            record::xml_path(&record.at)
        };
        let document = record::document(source, Format::Xml, key, &record);
        reading.documents.push(document);
    }
    if let Some(broken) = broken {
        let kind = if reading.documents.is_empty() {
            ProblemKind::Unreadable
        } else {
            ProblemKind::BrokenPart
        };
        reading.problems.push(Problem {
            kind,
            message: format!("this is not valid XML: {}", broken.message),
            help: Some("what stands before it was read".to_owned()),
            span: Some(broken.span),
        });
    }
}

/// A record that is the only one of its file needs no key.
fn alone(documents: &mut [Document]) {
    if let [document] = documents {
        document.key.clear();
    }
}
