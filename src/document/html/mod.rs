//! HTML: pages with their structured data, and pieces of HTML inside other
//! formats.
//!
//! The view is what a browser would show without style sheets: blocks on lines
//! of their own, the cells of a row on one line, white space folded, hidden and
//! crossed-out parts left out. Lists of choices (`<select>`) are left out too,
//! since a form's countries are no places of work.

mod elements;
pub(super) mod gap;
mod head;
mod job_posting;
mod page;
mod several;
mod style;
mod tokens;

pub use page::{Page, target};

use super::draft::{Draft, FieldDraft};
use super::inner::{self, Known};
use super::model::{Block, Comment, Document, Format, Link, MarkedUp, Origin};
use super::sheet::Sheet;
use crate::text::{Inner, MappedText, Raw, Source, Span, View};
use job_posting::Found;
use std::sync::Arc;

/// HTML that stood inside another format.
#[derive(Debug, Clone)]
pub struct Fragment {
    /// Its words, mapped to the text it was read from.
    pub text: MappedText<View, Inner>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its links.
    pub links: Vec<Link>,
    /// Words in bold.
    pub strong: Vec<Span<View>>,
}

/// Reads a piece of HTML.
pub fn read_fragment(inner: &str) -> Fragment {
    let mut page: Page<Inner> = Page::default();
    page.feed(inner, 0);
    page.into()
}

/// Reads a piece of HTML whose line breaks are meant.
pub fn read_lines(inner: &str) -> Fragment {
    let mut page: Page<Inner> = Page::default();
    page.sheet.preserve(true);
    page.feed(inner, 0);
    page.into()
}

impl From<Page<Inner>> for Fragment {
    fn from(mut page: Page<Inner>) -> Self {
        page.finish();
        let Sheet {
            text,
            blocks,
            links,
            strong,
            ..
        } = page.sheet;
        Fragment {
            text,
            blocks,
            links,
            strong,
        }
    }
}

/// The words of a short value that may hold markup or entities, on one line.
pub fn line(text: &MappedText<Inner, Raw>) -> MappedText<View, Raw> {
    let mut sheet: Sheet<Inner> = Sheet::default();
    let words = if text.text.contains(['<', '&']) {
        read_fragment(&text.text).text
    } else {
        sheet.words(&text.text, 0);
        sheet.finish();
        sheet.text
    };
    words.through(&text.map)
}

/// Reads `source` as a page: one document, or one for each posting of its JSON-LD where the
/// page is about several.
pub fn read(source: &Arc<Source>) -> Vec<Document> {
    let text = &source.text;
    let mut page: Page<Raw> = Page::default();
    page.feed(text, 0);
    page.finish();
    let mut draft = Draft::new(source, Format::Html);
    draft.comments = comments(page.comments);
    let scripts = page.head.json_ld.iter();
    let postings = scripts.flat_map(|span| job_posting::read(text, *span, &mut draft.problems));
    let mut postings: Vec<Found> = postings.collect();
    if let Some(second) = several::second(&postings) {
        draft.problems.push(several::problem(second));
        if several::is_of_one(&postings, &page.sheet) {
            postings.retain(|posting| several::is_headed(posting, &page.sheet));
        } else if several::speak_for_themselves(&postings) {
            return several::documents(source, postings, draft.problems);
        }
    }
    fields_of_head(text, page.head, postings, &mut draft, page.sheet);
    vec![draft.finish()]
}

/// Comments as the model has them.
pub fn comments(found: Vec<(String, Span<Raw>)>) -> Vec<Comment> {
    found
        .into_iter()
        .map(|(text, span)| Comment { text, span })
        .collect()
}

/// Writes what the head and the structured data say, and the text.
fn fields_of_head(
    text: &str,
    head: head::Head<Raw>,
    postings: Vec<Found>,
    draft: &mut Draft,
    sheet: Sheet<Raw>,
) {
    draft.body = sheet;
    if !head.title.is_empty() {
        let key = head.title.map.origin(Span::empty(0));
        draft.fields.push(FieldDraft {
            origin: Origin::PageHead,
            path: "title".to_owned(),
            key,
            value: folded(&head.title),
        });
    }
    for value in head.values {
        let mut words = Entities::default();
        tokens::scan_entities(
            &text[value.value.range()],
            &mut EntityFeed {
                out: &mut words,
                text,
                offset: value.value.start,
            },
        );
        draft.fields.push(FieldDraft {
            origin: if value.is_microdata {
                Origin::Microdata
            } else {
                Origin::PageHead
            },
            path: value.path,
            key: value.tag,
            value: folded(&words.text),
        });
    }
    let mut texts = Vec::new();
    for posting in postings {
        texts.extend(write_fields(draft, posting));
    }
    draft
        .marked_up
        .extend(head.job_postings.into_iter().map(|properties| MarkedUp {
            origin: Origin::Microdata,
            properties,
        }));
    draft.marked.extend(
        head.marked
            .into_iter()
            .map(|(path, span)| (Origin::Microdata, path, span)),
    );
    write_texts(draft, texts);
}

/// Writes the fields of a posting in JSON-LD, and gives its texts back.
fn write_fields(draft: &mut Draft, posting: Found) -> Vec<MappedText<Inner, Raw>> {
    draft.fields.extend(posting.fields);
    draft.marked_up.push(MarkedUp {
        origin: Origin::JsonLd,
        properties: posting.properties,
    });
    posting.texts
}

/// Writes texts of JSON-LD that the page does not show.
fn write_texts(draft: &mut Draft, texts: Vec<MappedText<Inner, Raw>>) {
    if texts.is_empty() {
        return;
    }
    let known = Known::of(&draft.body.text.text);
    for inner in texts {
        let fragment = inner::read(&inner.text);
        if !known.holds(&fragment.text.text) {
            draft.body.append(
                &fragment.text.through(&inner.map),
                &fragment.blocks,
                &fragment.links,
                &fragment.strong,
            );
        }
    }
}

/// White space folded, for a value that is one line.
fn folded(text: &MappedText<View, Raw>) -> MappedText<View, Raw> {
    let mut sheet: Sheet<View> = Sheet::default();
    sheet.words(&text.text, 0);
    sheet.finish();
    sheet.text.through(&text.map)
}

#[derive(Default)]
struct Entities {
    text: MappedText<View, Raw>,
}

struct EntityFeed<'o, 't> {
    out: &'o mut Entities,
    text: &'t str,
    offset: usize,
}

impl tokens::Sink for EntityFeed<'_, '_> {
    fn copied(&mut self, range: std::ops::Range<usize>) {
        let range = range.start + self.offset..range.end + self.offset;
        self.out
            .text
            .push_exact(&self.text[range.clone()], range.start);
    }

    fn decoded(&mut self, words: &str, range: std::ops::Range<usize>) {
        let span = Span::new(range.start + self.offset, range.end + self.offset);
        self.out.text.push_for(words, span);
    }

    fn start(&mut self, _: &tokens::Tag<'_>) {}
    fn end(&mut self, _: &str, _: std::ops::Range<usize>) {}
    fn comment(&mut self, _: &str, _: std::ops::Range<usize>) {}
}
