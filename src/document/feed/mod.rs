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
use node::{MAX_DEPTH, Node};
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
        Ok(parsed) => {
            let found = records(&parsed.root, &source.text);
            let is_single = found.len() == 1;
            reading.problems.extend(parsed.problems());
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

impl json::Parsed {
    /// What is to be told of it.
    fn problems(&self) -> impl Iterator<Item = Problem> {
        let forgiven = self.forgiven.as_ref().map(|broken| Problem {
            kind: ProblemKind::Malformed,
            message: format!("this is not valid JSON: {}", broken.message),
            help: Some("take it out; most programs refuse the whole file".to_owned()),
            span: Some(broken.span),
        });
        let too_deep = self.too_deep.map(|span| Problem {
            kind: ProblemKind::BrokenPart,
            message: format!("values nested more than {MAX_DEPTH} deep are not read"),
            help: Some("check where this file comes from; no feed nests so deep".to_owned()),
            span: Some(span),
        });
        forgiven.into_iter().chain(too_deep)
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
            Ok(parsed) => {
                let found = records(&parsed.root, &source.text);
                let is_single = found.len() == 1;
                if reading.problems.is_empty() {
                    reading.problems.extend(parsed.problems());
                }
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
    let (rows, faults) = csv::parse(&source.text);
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
    for fault in faults {
        reading.problems.push(Problem {
            kind: if fault.is_lost {
                ProblemKind::BrokenPart
            } else {
                ProblemKind::Malformed
            },
            message: fault.message.to_owned(),
            help: Some(fault.help.to_owned()),
            span: Some(fault.span),
        });
    }
}

fn has_text(node: &Node) -> bool {
    matches!(node, Node::Map(entries) if entries.iter().any(|e| matches!(e.node, Node::Text(_))))
}

fn xml_elements(source: &Arc<Source>, reading: &mut Reading) {
    let (root, faults) = xml::parse(&source.text);
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
    for fault in faults {
        let kind = if !fault.is_lost {
            ProblemKind::Malformed
        } else if reading.documents.is_empty() {
            ProblemKind::Unreadable
        } else {
            ProblemKind::BrokenPart
        };
        reading.problems.push(Problem {
            kind,
            message: fault.message,
            help: Some(fault.help.to_owned()),
            span: Some(fault.span),
        });
    }
}

/// A record that is the only one of its file needs no key.
fn alone(documents: &mut [Document]) {
    if let [document] = documents {
        document.key.clear();
    }
}
