//! Stage 1: bytes → [`Document`]. A reader for each format turns the file into
//! the words that people see and remembers where each came from. It knows
//! formats; it does not know what a posting is or what the words mean.

#[cfg(test)]
mod cases;
mod docx;
mod draft;
mod feed;
mod format;
mod front_matter;
pub mod html;
mod inner;
mod insertion;
mod json;
mod label;
mod lektor;
mod markdown;
mod model;
pub mod plain;
mod sheet;
mod template;
#[cfg(test)]
mod tests;
mod twice;
#[cfg(test)]
mod unsound;
mod value;
mod yaml;

pub use format::{ENDINGS, by_ending};
pub use insertion::{Insertion, NotEditable, insert_after};
pub use model::{
    Block, BlockKind, Comment, Document, Field, Format, Landmark, LandmarkKind, Link, MarkedUp,
    NOTES, Note, Origin, Problem, ProblemKind, Reading,
};

use crate::text::{Invalid, Source, decode};
use std::sync::Arc;

/// Reads a file. Never fails: what is wrong stands in [`Reading::problems`] and
/// in the problems of the documents. `name` is shown in diagnostics, and its
/// ending tells the format; where it does not, the content does.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    if docx::is_archive(bytes) {
        return docx::read(name, bytes);
    }
    let decoded = match decode(name, bytes) {
        Ok(decoded) => decoded,
        Err(refusal) => {
            return Reading::unreadable(name, refusal.to_string(), Some(refusal.help().to_owned()));
        }
    };
    if format::by_ending(name) == Some(Format::Docx) {
        return docx::refuse(name);
    }
    let source = Arc::new(decoded.source);
    let mut problems = Vec::new();
    if let Some(invalid) = decoded.invalid {
        problems.push(broken_characters(&source, invalid));
    }
    problems.extend(zero(&source));
    let mut reading = match format::of(name, &source.text) {
        Format::Markdown if format::is_lektor(name, &source.text) => {
            single(&source, lektor::read(&source))
        }
        Format::Markdown => single(&source, markdown::read(&source)),
        Format::Html => whole(&source, html::read(&source)),
        Format::Text | Format::Docx => single(&source, plain::read(&source)),
        format @ (Format::Json | Format::JsonLines | Format::Csv | Format::Xml) => {
            feed::read(&source, format)
        }
    };
    problems.append(&mut reading.problems);
    Reading {
        problems,
        ..reading
    }
}

fn single(source: &Arc<Source>, document: Document) -> Reading {
    whole(source, vec![document])
}

/// A file that can be read.
fn whole(source: &Arc<Source>, mut documents: Vec<Document>) -> Reading {
    for document in &mut documents {
        let impossible = value::impossible(document);
        document.problems.extend(impossible);
    }
    Reading {
        source: Arc::clone(source),
        documents,
        problems: Vec::new(),
    }
}

/// A text has no zero bytes; many programs take one for its end.
fn zero(source: &Source) -> Option<Problem> {
    let at = memchr::memchr(0, source.text.as_bytes())?;
    Some(Problem {
        kind: ProblemKind::Malformed,
        message: format!("line {} holds a zero byte", source.position(at).line),
        help: Some("take it out; many programs end the text there".to_owned()),
        span: Some((at..at + 1).into()),
    })
}

fn broken_characters(source: &Source, invalid: Invalid) -> Problem {
    let line = source.position(invalid.first).line;
    let end = invalid.first + char::REPLACEMENT_CHARACTER.len_utf8();
    let message = if invalid.count == 1 {
        format!("line {line} holds bytes that are not {}", source.encoding)
    } else {
        format!(
            "{} places hold bytes that are not {}, the first in line {line}",
            invalid.count, source.encoding
        )
    };
    Problem {
        kind: ProblemKind::BrokenPart,
        message,
        help: Some("save the file as UTF-8; the rest of it was read".to_owned()),
        span: Some((invalid.first..end).into()),
    }
}
