//! Where a new block can be put into a file, and how it is written in the
//! file's own markup. It knows formats; it does not know what is put in.

mod block;
mod markdown;

use super::html;
use super::model::{Document, Format};
use super::{format, plain};
use crate::text::{Span, View};

/// A new block at a place of the file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// Where in [`Source::text`](crate::text::Source::text).
    pub at: usize,
    /// What is put in there, with the line ends of the file.
    pub text: String,
}

/// Why nothing can be put into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotEditable {
    /// Nothing is put into files of this format.
    Format(&'static str),
    /// The text is not a copy of the file's bytes.
    Encoding(&'static str),
    /// No place for a block of its own is found behind the words.
    NoPlace,
}

impl NotEditable {
    /// The reason in words that follow "not mended:".
    pub fn reason(self) -> String {
        match self {
            NotEditable::Format(what) => {
                format!("{what} cannot be edited; write it where the posting is kept")
            }
            NotEditable::Encoding(encoding) => {
                format!("the file is in {encoding}; save it as UTF-8 first")
            }
            NotEditable::NoPlace => {
                "no place for it is found in the markup; write it by hand".to_owned()
            }
        }
    }
}

/// Puts `markdown` in as a block of its own behind the block in which `words`
/// stand.
///
/// # Errors
/// Why that cannot be done.
pub fn insert_after(
    document: &Document,
    words: Span<View>,
    markdown: &str,
) -> Result<Insertion, NotEditable> {
    is_editable(document)?;
    let text = &document.source.text;
    let last = document.view[words.range()].trim_end();
    let Some(character) = last.chars().next_back() else {
        return Err(NotEditable::NoPlace);
    };
    let end = words.start + last.len();
    let raw = document.raw(Span::new(end - character.len_utf8(), end)).end;
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (at, block) = match document.format {
        Format::Markdown => (
            markdown::end_of_block(&document.source, raw),
            markdown.trim().to_owned(),
        ),
        Format::Html => (html::gap::end_of_block(text, raw), block::html(markdown)),
        Format::Text => (Some(plain::end_of_line(text, raw)), block::text(markdown)),
        Format::Docx | Format::Json | Format::JsonLines | Format::Csv | Format::Xml => {
            return Err(NotEditable::NoPlace);
        }
    };
    let at = at.ok_or(NotEditable::NoPlace)?;
    let is_html = document.format == Format::Html;
    let indent = if is_html { indentation(text, at) } else { "" };
    let lead = if is_html {
        eol.to_owned()
    } else {
        eol.repeat(2)
    };
    let mut written = lead;
    for (index, line) in block.lines().enumerate() {
        if index > 0 {
            written.push_str(eol);
        }
        if !line.is_empty() {
            written.push_str(indent);
            written.push_str(line);
        }
    }
    if !is_html && !is_followed_by_a_blank_line(&text[at..]) {
        written.push_str(eol);
    }
    Ok(Insertion { at, text: written })
}

fn is_editable(document: &Document) -> Result<(), NotEditable> {
    let source = &document.source;
    let what = match document.format {
        Format::Markdown if format::is_lektor(&source.name, &source.text) => "a Lektor page",
        Format::Markdown | Format::Html | Format::Text if !document.key.is_empty() => "a feed",
        Format::Markdown | Format::Html | Format::Text => {
            return match source.is_copy() {
                true => Ok(()),
                false => Err(NotEditable::Encoding(source.encoding)),
            };
        }
        Format::Docx => "a Word file",
        Format::Json | Format::JsonLines | Format::Csv | Format::Xml => "a feed",
    };
    Err(NotEditable::Format(what))
}

/// The white space at the beginning of the line in which `at` lies.
fn indentation(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |n| n + 1);
    let line = &text[start..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// Whether nothing but white space follows, or a line of it.
fn is_followed_by_a_blank_line(rest: &str) -> bool {
    let words = rest.len() - rest.trim_start().len();
    let space = &rest[..words];
    words == rest.len() || space.matches('\n').count() > 1
}

#[cfg(test)]
mod tests;
