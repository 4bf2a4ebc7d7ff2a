//! Lektor's `contents.lr`: values under names, parted by lines of three dashes.
//! A value on the line of its name is a field; one on lines of its own is text,
//! in Markdown.

use super::draft::{Draft, FieldDraft};
use super::html;
use super::markdown;
use super::model::{Document, Format, Origin};
use crate::text::{MappedText, Raw, Source, Span, View};
use std::ops::Range;
use std::sync::Arc;

/// Reads `source` as the contents of a Lektor page.
pub fn read(source: &Arc<Source>) -> Document {
    let text = &source.text;
    let mut draft = Draft::new(source, Format::Markdown);
    let mut bodies = Vec::new();
    for block in blocks(text) {
        let (line, rest) = first_line(text, &block);
        let Some(colon) = text[line.clone()].find(':') else {
            // Not a value, but somebody's words all the same.
            bodies.push(block);
            continue;
        };
        let name = text[line.start..line.start + colon].trim();
        let value = trimmed(text, line.start + colon + 1..line.end);
        if !value.is_empty() {
            let mut words: MappedText<View, Raw> = MappedText::default();
            words.push_exact(&text[value.clone()], value.start);
            draft.fields.push(FieldDraft {
                origin: Origin::FrontMatter,
                path: name.to_owned(),
                key: Span::new(line.start, line.start + colon),
                value: words,
            });
        }
        if !text[rest.clone()].trim().is_empty() {
            bodies.push(rest);
        }
    }
    for range in bodies {
        let page = markdown::body::<Raw>(text, range, &draft.fields);
        let sheet = page.sheet;
        draft
            .body
            .append(&sheet.text, &sheet.blocks, &sheet.links, &sheet.strong);
        draft.comments.extend(html::comments(page.comments));
    }
    draft.finish()
}

/// Whether a text of unknown name is such a page.
pub fn is_lektor(text: &str) -> bool {
    let mut lines = text.lines();
    let named = lines.next().is_some_and(|line| {
        line.starts_with("_model:") || line.starts_with("_template:") || line.starts_with("_slug:")
    });
    named && lines.next().is_some_and(|line| line.trim_end() == "---")
}

/// The stretches between lines of dashes.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "---" {
            found.push(start..at);
            start = at + line.len();
        }
        at += line.len();
    }
    found.push(start..at);
    found.retain(|block| !text[block.clone()].trim().is_empty());
    found
}

/// The first line that has words, and what follows it.
fn first_line(text: &str, block: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let words = &text[block.clone()];
    let start = block.start + (words.len() - words.trim_start().len());
    let end = text[start..block.end]
        .find('\n')
        .map_or(block.end, |n| start + n + 1);
    (start..end, end..block.end)
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_on_their_line_are_fields_and_the_rest_is_text() {
        let text = "_model: job\n---\ntitle: Cook: early shift\n---\nsummary:\n\nPay is **$20** an hour.\n---\ndescription:\n\n## Duties\n\n- cook\n";
        let source = Arc::new(Source::from_text("contents.lr", text));
        let document = read(&source);
        let title = &document.fields[1];
        assert_eq!(title.path, "title");
        assert_eq!(document.value(title), "Cook: early shift");
        assert_eq!(
            document.words(document.body),
            "Pay is $20 an hour.\nDuties\ncook"
        );
        let at = document.view.find("$20").expect("the pay is in the view");
        let raw = document.raw(Span::new(at, at + 3));
        assert_eq!(raw.start, text.find("$20").expect("it is in the file"));
    }
}
