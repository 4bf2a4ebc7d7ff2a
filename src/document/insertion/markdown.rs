//! The blocks of Markdown that stand by themselves.

use crate::document::draft::Draft;
use crate::document::front_matter;
use crate::document::model::Format;
use crate::text::Source;
use pulldown_cmark::{Event, Options, Parser};
use std::sync::Arc;

/// The end of the outermost block in which the text before `raw` stands: a whole
/// list, table or quotation, and not one of its lines.
pub fn end_of_block(source: &Arc<Source>, raw: usize) -> Option<usize> {
    let mut draft = Draft::new(source, Format::Markdown);
    let start = front_matter::read(source, &mut draft);
    let text = &source.text;
    if raw <= start {
        return None;
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        let is_outermost = depth == 0;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
        let end = range.end + start;
        if is_outermost && raw <= end {
            if range.start + start >= raw {
                return None;
            }
            return Some(text[..end].trim_end().len().max(raw));
        }
    }
    None
}
