//! What a page says in structured form: title, meta elements, the places of its
//! JSON-LD, and microdata of a `JobPosting`.

use super::tokens::Tag;
use crate::document::sheet::Sheet;
use crate::text::{MappedText, Span, View};

/// The structured parts as they are met.
#[derive(Debug)]
pub struct Head<B> {
    /// The words of `<title>`.
    pub title: MappedText<View, B>,
    /// Values of attributes, to be decoded.
    pub values: Vec<Value<B>>,
    /// The contents of the JSON-LD scripts.
    pub json_ld: Vec<Span<B>>,
    /// Microdata whose words are part of the text.
    pub marked: Vec<(String, Span<View>)>,
    /// The names of the properties of each `JobPosting` in microdata.
    pub job_postings: Vec<Vec<String>>,
    capture: Capture<B>,
    items: Vec<Item>,
    /// Of the open items that are scopes the properties that they are the values of.
    scopes: Vec<Option<String>>,
}

/// A value that stands in an attribute.
#[derive(Debug)]
pub struct Value<B> {
    /// Its path; a bare name for a meta element.
    pub path: String,
    /// True for microdata.
    pub is_microdata: bool,
    /// The tag.
    pub tag: Span<B>,
    /// The value as written.
    pub value: Span<B>,
}

/// Text that goes elsewhere than into the page.
#[derive(Debug)]
enum Capture<B> {
    Nothing,
    Title,
    JsonLd(Option<Span<B>>),
}

/// An open element with microdata.
#[derive(Debug)]
struct Item {
    property: Option<String>,
    is_scope: bool,
    start: usize,
    /// Its value is an attribute and was noted already.
    done: bool,
}

/// Meta elements that say something of the posting.
const METAS: &[&str] = &[
    "description",
    "og:title",
    "og:description",
    "og:site_name",
    "og:type",
];

/// Values of microdata that are the text itself and not a field of it.
const LONG: usize = 300;

/// More properties than a posting has.
const MOST_PROPERTIES: usize = 64;

impl<B> Default for Head<B> {
    fn default() -> Self {
        Head {
            title: MappedText::default(),
            values: Vec::new(),
            json_ld: Vec::new(),
            marked: Vec::new(),
            job_postings: Vec::new(),
            capture: Capture::Nothing,
            items: Vec::new(),
            scopes: Vec::new(),
        }
    }
}

impl<B> Head<B> {
    /// Looks at a start tag, whether it is seen or not.
    pub fn meta(&mut self, tag: &Tag<'_>, offset: usize) {
        match tag.name {
            "title" if self.title.is_empty() && !tag.self_closing => {
                self.capture = Capture::Title;
            }
            "script" => {
                let is_json_ld = tag.attribute("type").is_some_and(|kind| {
                    let kind = kind.split(';').next().unwrap_or_default().trim();
                    kind.eq_ignore_ascii_case("application/ld+json")
                });
                if is_json_ld {
                    self.capture = Capture::JsonLd(None);
                }
            }
            "meta" => {
                let name = tag
                    .attribute("property")
                    .or_else(|| tag.attribute("name"))
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                if METAS.contains(&name.as_str()) {
                    self.value(tag, "content", name, false, offset);
                }
            }
            _ => {}
        }
    }

    fn value(
        &mut self,
        tag: &Tag<'_>,
        attribute: &str,
        path: String,
        is_microdata: bool,
        offset: usize,
    ) {
        if let Some(range) = tag.value_range(attribute)
            && !range.is_empty()
        {
            self.values.push(Value {
                path,
                is_microdata,
                tag: Span::new(tag.range.start + offset, tag.range.end + offset),
                value: Span::new(range.start + offset, range.end + offset),
            });
        }
    }

    /// Takes text that is not part of the page. False if it is.
    pub fn captured(&mut self, words: &str, span: Span<B>, is_copy: bool) -> bool {
        match &mut self.capture {
            Capture::Nothing => false,
            Capture::Title => {
                if is_copy {
                    self.title.push_exact(words, span.start);
                } else {
                    self.title.push_for(words, span);
                }
                true
            }
            Capture::JsonLd(range) => {
                *range = Some(range.map_or(span, |before| before.cover(span)));
                true
            }
        }
    }

    /// Looks at an end tag.
    pub fn end(&mut self, name: &str) {
        match (&self.capture, name) {
            (Capture::Title, "title") => self.capture = Capture::Nothing,
            (Capture::JsonLd(range), "script") => {
                self.json_ld.extend(*range);
                self.capture = Capture::Nothing;
            }
            _ => {}
        }
    }

    /// Looks for microdata on a start tag. True if [`Head::end_item`] is to be
    /// called when the element ends.
    pub fn item(&mut self, tag: &Tag<'_>, offset: usize, sheet: &Sheet<B>) -> bool {
        if !tag.has_attributes() {
            return false;
        }
        let is_scope = tag.attribute("itemscope").is_some();
        let is_job = tag.attribute("itemtype").is_some_and(|types| {
            types.split_ascii_whitespace().any(|kind| {
                kind.trim_end_matches('/')
                    .ends_with("schema.org/JobPosting")
            })
        });
        let property = tag
            .attribute("itemprop")
            .and_then(|names| names.split_ascii_whitespace().next())
            .map(str::to_owned);
        if !(is_job && is_scope) && (self.items.is_empty() || !is_scope && property.is_none()) {
            return false;
        }
        if is_job && is_scope && self.items.is_empty() {
            self.job_postings.push(Vec::new());
        } else {
            self.note_properties(tag);
        }
        let mut done = is_scope;
        if let Some(property) = &property
            && !is_scope
        {
            let is_address = matches!(property.as_str(), "url" | "sameAs" | "logo" | "image");
            let attribute = match tag.name {
                "time" => "datetime",
                "data" | "meter" => "value",
                "a" | "link" if is_address => "href",
                "img" => "src",
                _ => "content",
            };
            for attribute in ["content", attribute] {
                if !done && tag.attribute(attribute).is_some_and(|v| !v.is_empty()) {
                    let path = self.path(property);
                    self.value(tag, attribute, path, true, offset);
                    done = true;
                }
            }
        }
        let is_void = matches!(tag.name, "meta" | "link" | "img" | "input" | "br" | "hr");
        if !is_void {
            if is_scope {
                self.scopes.push(property.clone());
            }
            self.items.push(Item {
                property,
                is_scope,
                start: sheet.text.len(),
                done,
            });
        }
        !is_void
    }

    /// Notes which of the posting's own properties a tag gives.
    fn note_properties(&mut self, tag: &Tag<'_>) {
        let depth = self.scopes.len();
        let (Some(names), Some(known)) = (tag.attribute("itemprop"), self.job_postings.last_mut())
        else {
            return;
        };
        for name in names.split_ascii_whitespace() {
            if depth == 1 && known.len() < MOST_PROPERTIES && !known.iter().any(|k| k == name) {
                known.push(name.to_owned());
            }
        }
    }

    fn path(&self, property: &str) -> String {
        let scopes = self.scopes.iter().skip(1);
        let mut path = String::new();
        // Deeper than anybody nests: a hostile page must not grow long paths.
        for scope in scopes.take(8).flatten() {
            path.push_str(scope);
            path.push('.');
        }
        path + property
    }

    /// The innermost element with microdata ends.
    pub fn end_item(&mut self, sheet: &Sheet<B>) {
        let Some(item) = self.items.pop() else {
            return;
        };
        if item.is_scope {
            self.scopes.pop();
        }
        let Some(property) = item.property.filter(|_| !item.done) else {
            return;
        };
        let words = &sheet.text.text[item.start..];
        let trimmed = words.trim();
        if !trimmed.is_empty() && trimmed.len() <= LONG {
            let start = item.start + (words.len() - words.trim_start().len());
            let path = self.path(&property);
            self.marked
                .push((path, Span::new(start, start + trimmed.len())));
        }
    }
}
