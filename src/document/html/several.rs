//! Pages whose JSON-LD describes several postings: the page's own beside others, or a page of
//! openings.

use super::job_posting::Found;
use super::{write_fields, write_texts};
use crate::document::draft::Draft;
use crate::document::model::{BlockKind, Document, Format, Problem, ProblemKind};
use crate::document::sheet::Sheet;
use crate::text::{Raw, Source, Span};
use std::sync::Arc;

/// The title of a posting, and where its key is written.
fn title(posting: &Found) -> Option<(&str, Span<Raw>)> {
    let field = posting.fields.iter().find(|field| field.path == "title")?;
    Some((field.value.text.trim(), field.key))
}

/// Where the title of a second posting stands, if there is one.
pub(super) fn second(postings: &[Found]) -> Option<Span<Raw>> {
    let mut titles = postings.iter().filter_map(title);
    let (first, _) = titles.next()?;
    titles
        .find(|(other, _)| *other != first)
        .map(|(_, key)| key)
}

/// The page describes a second posting, whose title has its key at `span`.
pub(super) fn problem(span: Span<Raw>) -> Problem {
    Problem {
        kind: ProblemKind::Several,
        message: "the page describes several postings in its JSON-LD".to_owned(),
        help: Some("give each posting a page or a file of its own".to_owned()),
        span: Some(span),
    }
}

/// Whether the page is one of the postings, and speaks of others beside it.
pub(super) fn is_of_one(postings: &[Found], sheet: &Sheet<Raw>) -> bool {
    postings.iter().any(|posting| is_headed(posting, sheet))
}

/// Whether the page's first heading is the posting's title.
pub(super) fn is_headed(posting: &Found, sheet: &Sheet<Raw>) -> bool {
    let mut blocks = sheet.blocks.iter();
    let heading = blocks.find(|block| matches!(block.kind, BlockKind::Heading(1)));
    let heading = heading.map(|block| sheet.text.text[block.span.range()].trim());
    heading.is_some() && title(posting).map(|(title, _)| title) == heading
}

/// Whether each posting has a text of its own, so that the page need not be asked.
pub(super) fn speak_for_themselves(postings: &[Found]) -> bool {
    postings
        .iter()
        .all(|posting| title(posting).is_some() && !posting.texts.is_empty())
}

/// A document for each posting, of its fields and texts. The first tells what is wrong with
/// the page.
pub(super) fn documents(
    source: &Arc<Source>,
    postings: Vec<Found>,
    mut problems: Vec<Problem>,
) -> Vec<Document> {
    let number = |(index, posting): (usize, Found)| {
        let mut draft = Draft::new(source, Format::Html);
        draft.key = format!("posting {}", index + 1);
        draft.problems = std::mem::take(&mut problems);
        let texts = write_fields(&mut draft, posting);
        write_texts(&mut draft, texts);
        draft.finish()
    };
    postings.into_iter().enumerate().map(number).collect()
}
