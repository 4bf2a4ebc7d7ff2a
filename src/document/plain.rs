//! Plain text: what is written is what is read. Blank lines end a paragraph;
//! bullets begin list items; short lines that end with a colon or stand alone
//! between blank lines are left to the next stage to judge as headings.

use super::model::{Block, BlockKind, Document, Format};
use crate::text::{Source, Span, SpanMap};
use std::sync::Arc;

/// Reads `source` as plain text.
pub fn read(source: &Arc<Source>) -> Document {
    let view = source.text.clone();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in view.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span: Span::new(start, start + trimmed.len()),
            });
        }
        at += line.len();
    }
    Document {
        source: Arc::clone(source),
        format: Format::Text,
        key: String::new(),
        map: SpanMap::identity(view.len()),
        body: Span::new(0, view.len()),
        view,
        blocks,
        links: Vec::new(),
        strong: Vec::new(),
        landmarks: Vec::new(),
        comments: Vec::new(),
        fields: Vec::new(),
        problems: Vec::new(),
    }
}
