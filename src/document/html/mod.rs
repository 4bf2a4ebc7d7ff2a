//! HTML: pages with their structured data, and pieces of HTML inside other
//! formats.
//!
//! The view is what a browser would show without style sheets: blocks on lines
//! of their own, the cells of a row on one line, white space folded, hidden and
//! crossed-out parts left out. Lists of choices (`<select>`) are left out too,
//! since a form's countries are no places of work.

mod elements;
mod head;
mod job_posting;
mod page;
mod tokens;

pub use page::{Page, target};

use super::draft::{Draft, FieldDraft};
use super::model::{Block, Comment, Document, Format, Link, Origin};
use super::sheet::Sheet;
use crate::text::{Inner, MappedText, Raw, Source, Span, SpanMap, View};
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

/// The words of a short value that may hold markup or entities.
fn fragment_line(text: &MappedText<Inner, Raw>) -> MappedText<View, Raw> {
    let fragment = read_fragment(&text.text);
    MappedText {
        map: fragment.text.map.through(&text.map),
        text: fragment.text.text,
    }
}

/// Reads `source` as a page.
pub fn read(source: &Arc<Source>) -> Document {
    let text = &source.text;
    let mut page: Page<Raw> = Page::default();
    page.feed(text, 0);
    page.finish();
    let mut draft = Draft::new(source, Format::Html);
    draft.comments = comments(page.comments);
    fields_of_head(text, page.head, &mut draft, page.sheet);
    draft.finish()
}

/// Comments as the model has them.
pub fn comments(found: Vec<(String, Span<Raw>)>) -> Vec<Comment> {
    found
        .into_iter()
        .map(|(text, span)| Comment { text, span })
        .collect()
}

/// Writes what the head and the structured data say, and the text.
fn fields_of_head(text: &str, head: head::Head<Raw>, draft: &mut Draft, sheet: Sheet<Raw>) {
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
    for span in head.json_ld {
        match job_posting::read(text, span) {
            Ok(postings) => {
                for posting in postings {
                    draft.fields.extend(posting.fields);
                    texts.extend(posting.texts);
                }
            }
            Err(problem) => draft.problems.push(problem),
        }
    }
    draft.marked.extend(
        head.marked
            .into_iter()
            .map(|(path, span)| (Origin::Microdata, path, span)),
    );
    if !texts.is_empty() {
        let known = Known::of(&draft.body.text.text);
        for inner in texts {
            let fragment = unescaped(&inner);
            if !known.holds(&fragment.text.text) {
                append(&mut draft.body, &fragment, &inner);
            }
        }
    }
}

/// Reads a text of a feed or of JSON-LD, which may be HTML, and may be HTML
/// whose markup was escaped once more (`&lt;p&gt;`).
fn unescaped(inner: &MappedText<Inner, Raw>) -> Fragment {
    let fragment = read_fragment(&inner.text);
    let escaped = ["<p", "<li", "<br", "<div", "<strong", "<ul"]
        .iter()
        .any(|tag| fragment.text.text.contains(tag));
    if !escaped {
        return fragment;
    }
    let again = read_fragment(&fragment.text.text);
    // Its original is the view of the first reading, whose map leads on.
    let first: SpanMap<Inner, Inner> = fragment.text.map.recast();
    Fragment {
        text: MappedText {
            map: again.text.map.through(&first),
            text: again.text.text,
        },
        ..again
    }
}

/// Adds a text from elsewhere in the file below the page's own.
fn append(body: &mut Sheet<Raw>, fragment: &Fragment, inner: &MappedText<Inner, Raw>) {
    body.append(
        &MappedText {
            map: fragment.text.map.through(&inner.map),
            text: fragment.text.text.clone(),
        },
        &fragment.blocks,
        &fragment.links,
        &fragment.strong,
    );
}

/// White space folded, for a value that is one line.
fn folded(text: &MappedText<View, Raw>) -> MappedText<View, Raw> {
    let mut sheet: Sheet<View> = Sheet::default();
    sheet.words(&text.text, 0);
    sheet.finish();
    MappedText {
        map: sheet.text.map.through(&text.map),
        text: sheet.text.text,
    }
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
    fn end(&mut self, _: &str) {}
    fn comment(&mut self, _: &str, _: std::ops::Range<usize>) {}
}

/// The words of a page, to see whether a text from its data is already there.
struct Known {
    words: String,
}

impl Known {
    fn of(text: &str) -> Self {
        Known {
            words: squeezed(text),
        }
    }

    /// True if most of `text` is there: of several stretches taken evenly, all
    /// but a few.
    fn holds(&self, text: &str) -> bool {
        const STRETCH: usize = 40;
        const SAMPLES: usize = 8;
        let words = squeezed(text);
        if words.len() < 2 * STRETCH {
            return self.words.contains(&words);
        }
        let step = (words.len() - STRETCH) / (SAMPLES - 1);
        let found = (0..SAMPLES)
            .filter(|i| {
                let mut from = i * step;
                while !words.is_char_boundary(from) {
                    from -= 1;
                }
                let mut to = from + STRETCH;
                while !words.is_char_boundary(to) {
                    to += 1;
                }
                self.words.contains(&words[from..to])
            })
            .count();
        found * 4 >= SAMPLES * 3
    }
}

/// Letters and digits alone, so that layout makes no difference.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
