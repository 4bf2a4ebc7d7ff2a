//! Puts a document together: structured values first, as lines `key: value`,
//! then the text.

use super::model::{
    Block, BlockKind, Comment, Document, Field, Format, MarkedUp, Note, Origin, Problem,
};
use super::sheet::Sheet;
use crate::text::{MappedText, Raw, Source, Span, View};
use std::sync::Arc;

/// A document in the making.
#[derive(Debug)]
pub struct Draft {
    pub source: Arc<Source>,
    pub format: Format,
    pub key: String,
    pub fields: Vec<FieldDraft>,
    pub body: Sheet<Raw>,
    /// Fields whose words stand in the body, by their place in it.
    pub marked: Vec<(Origin, String, Span<View>)>,
    pub marked_up: Vec<MarkedUp>,
    pub comments: Vec<Comment>,
    pub notes: Vec<Note>,
    pub problems: Vec<Problem>,
}

/// A structured value that gets a line of its own.
#[derive(Debug)]
pub struct FieldDraft {
    pub origin: Origin,
    pub path: String,
    /// Where the key is written.
    pub key: Span<Raw>,
    pub value: MappedText<View, Raw>,
}

impl Draft {
    /// An empty document of `source`.
    pub fn new(source: &Arc<Source>, format: Format) -> Self {
        Draft {
            source: Arc::clone(source),
            format,
            key: String::new(),
            fields: Vec::new(),
            body: Sheet::default(),
            marked: Vec::new(),
            marked_up: Vec::new(),
            comments: Vec::new(),
            notes: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Writes the view.
    pub fn finish(mut self) -> Document {
        self.body.finish();
        let mut view: MappedText<View, Raw> = MappedText::default();
        let mut blocks = Vec::new();
        let mut fields = Vec::new();
        for field in &self.fields {
            if field.value.text.trim().is_empty() {
                continue;
            }
            let line = view.len();
            view.push_for(&field.path, field.key);
            view.push_synthetic(": ", field.key.end);
            let value = trimmed(&field.value.text, view.len());
            view.append(&field.value);
            let span = trimmed(&view.text[line..], line);
            view.push_synthetic("\n", field.key.end);
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
            });
            fields.push(Field {
                origin: field.origin,
                path: field.path.clone(),
                value,
            });
        }
        let head = view.len();
        let shift = |span: Span<View>| Span::new(span.start + head, span.end + head);
        view.append(&self.body.text);
        blocks.extend(self.body.blocks.iter().map(|block| Block {
            kind: block.kind,
            span: shift(block.span),
        }));
        fields.extend(self.marked.drain(..).map(|(origin, path, span)| Field {
            origin,
            path,
            value: shift(span),
        }));
        let mut links = self.body.links;
        for link in &mut links {
            link.span = shift(link.span);
        }
        let mut landmarks = self.body.landmarks;
        for landmark in &mut landmarks {
            landmark.span = shift(landmark.span);
        }
        Document {
            source: self.source,
            format: self.format,
            key: self.key,
            body: Span::new(head, view.len()),
            view: view.text,
            map: view.map,
            blocks,
            links,
            strong: self.body.strong.into_iter().map(shift).collect(),
            landmarks,
            comments: self.comments,
            notes: self.notes,
            fields,
            marked_up: self.marked_up,
            problems: self.problems,
        }
    }
}

/// The words of `text`, which stands at `at` of the view, without space around.
fn trimmed(text: &str, at: usize) -> Span<View> {
    let words = text.trim();
    let start = at + (text.len() - text.trim_start().len());
    Span::new(start, start + words.len())
}
