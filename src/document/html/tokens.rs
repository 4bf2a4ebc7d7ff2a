//! Markup → tags, words and comments with exact places. html5gum reads the
//! markup as the WHATWG standard says; this module follows its position, so
//! that each piece of text is known as a copy of the original or as what stands
//! for it (a decoded entity). It knows nothing of what elements mean.

use crate::text::floor;
use html5gum::{Emitter, Error, State, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// Takes what a [`scan`] finds. Places are byte offsets in the scanned text.
pub trait Sink {
    /// Text that is copied from the original.
    fn copied(&mut self, range: Range<usize>);
    /// Text that is written differently there.
    fn decoded(&mut self, words: &str, range: Range<usize>);
    /// A start tag.
    fn start(&mut self, tag: &Tag<'_>);
    /// An end tag, at its place.
    fn end(&mut self, name: &str, range: Range<usize>);
    /// A comment with its marks.
    fn comment(&mut self, words: &str, range: Range<usize>);
}

/// A start tag.
#[derive(Debug)]
pub struct Tag<'t> {
    /// The name in lower case.
    pub name: &'t str,
    /// Written as `<name … />`.
    pub self_closing: bool,
    /// The whole tag.
    pub range: Range<usize>,
    attributes: &'t [Attribute],
}

/// An attribute with its decoded value.
#[derive(Debug, Default)]
struct Attribute {
    name: Vec<u8>,
    value: Vec<u8>,
    range: Range<usize>,
}

impl<'t> Tag<'t> {
    /// Whether it has any attribute.
    pub fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }

    /// The value of an attribute; empty if it stands without one.
    pub fn attribute(&self, name: &str) -> Option<&'t str> {
        self.find(name)
            .map(|a| std::str::from_utf8(&a.value).unwrap_or_default())
    }

    /// Where the value of an attribute is written, without quotes.
    pub fn value_range(&self, name: &str) -> Option<Range<usize>> {
        self.find(name).map(|a| a.range.clone())
    }

    fn find(&self, name: &str) -> Option<&'t Attribute> {
        self.attributes
            .iter()
            .find(|a| a.name.eq_ignore_ascii_case(name.as_bytes()))
    }
}

/// Reads `markup` from beginning to end.
pub fn scan(markup: &str, sink: &mut impl Sink) {
    run(markup, None, sink);
}

/// Reads `text` as text in which only entities mean anything, as in the value
/// of an attribute.
pub fn scan_entities(text: &str, sink: &mut impl Sink) {
    run(text, Some(State::RcData), sink);
}

fn run(markup: &str, state: Option<State>, sink: &mut impl Sink) {
    let mut tokenizer = Tokenizer::new_with_emitter(markup, Tokens::new(markup, sink));
    if let Some(state) = state {
        tokenizer.set_state(state);
    }
    match tokenizer.finish() {
        Ok(()) => {}
        Err(never) => match never {},
    }
}

/// What the token at hand is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Current {
    Start,
    End,
    Comment,
    Doctype,
}

struct Tokens<'m, S> {
    markup: &'m str,
    sink: &'m mut S,
    /// Where the tokenizer stands.
    position: usize,
    /// Up to where everything has been delivered or stands in `copied`.
    cursor: usize,
    /// Text that is a copy and was not delivered yet.
    copied: Range<usize>,
    /// Start of the tag or comment at hand.
    open: usize,
    current: Current,
    name: Vec<u8>,
    last_start: Vec<u8>,
    self_closing: bool,
    comment: Vec<u8>,
    attributes: Vec<Attribute>,
    /// How many of `attributes` belong to the tag at hand; the rest are kept
    /// for their memory.
    used: usize,
    /// Depth of `<svg>` and `<math>`, in which no element holds raw text.
    foreign: usize,
}

/// More attributes than any tag has that a person wrote.
const MAX_ATTRIBUTES: usize = 256;

impl<'m, S: Sink> Tokens<'m, S> {
    fn new(markup: &'m str, sink: &'m mut S) -> Self {
        Tokens {
            markup,
            sink,
            position: 0,
            cursor: 0,
            copied: 0..0,
            open: 0,
            current: Current::Doctype,
            name: Vec::new(),
            last_start: Vec::new(),
            self_closing: false,
            comment: Vec::new(),
            attributes: Vec::new(),
            used: 0,
            foreign: 0,
        }
    }

    /// The tokenizer's place, moved down to a character boundary.
    fn here(&self) -> usize {
        floor(self.markup, self.position)
    }

    fn deliver(&mut self) {
        let range = floor(self.markup, self.copied.start)..floor(self.markup, self.copied.end);
        self.copied = self.cursor..self.cursor;
        if !range.is_empty() {
            self.sink.copied(range);
        }
    }

    fn attribute(&mut self) -> Option<&mut Attribute> {
        self.attributes[..self.used].last_mut()
    }

    /// Everything up to the tokenizer's place has been dealt with.
    fn advance(&mut self) {
        self.cursor = self.position;
        self.copied = self.cursor..self.cursor;
    }
}

impl<S: Sink> Emitter for Tokens<'_, S> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend(name.unwrap_or_default());
    }

    fn emit_eof(&mut self) {
        self.deliver();
    }

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, piece: &[u8]) {
        let bytes = self.markup.as_bytes();
        let end = self.position.min(bytes.len());
        let cursor = self.cursor.min(end);
        let start = end.saturating_sub(piece.len()).max(cursor);
        // A carriage return is given as a line feed, and the line feed after
        // it is left out; both stay white space.
        let gap = &bytes[cursor..start];
        let own = &bytes[start..end];
        let is_copy =
            (own == piece || (own == b"\r" && piece == b"\n")) && (gap.is_empty() || gap == b"\n");
        if is_copy {
            if self.copied.end != cursor {
                self.deliver();
                self.copied = cursor..cursor;
            }
            self.copied.end = end;
            self.cursor = end;
            return;
        }
        self.deliver();
        let words = String::from_utf8_lossy(piece);
        let from = floor(self.markup, cursor);
        let to = floor(self.markup, end).max(from);
        self.sink.decoded(&words, from..to);
        self.advance();
    }

    fn start_open_tag(&mut self) {
        self.open = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.current = Current::Start;
        self.name.clear();
        self.self_closing = false;
        self.used = 0;
    }

    fn init_end_tag(&mut self) {
        self.current = Current::End;
        self.name.clear();
        self.self_closing = false;
        self.used = 0;
    }

    fn init_comment(&mut self) {
        self.current = Current::Comment;
        self.comment.clear();
    }

    fn init_doctype(&mut self) {
        self.current = Current::Doctype;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.deliver();
        let range = floor(self.markup, self.open)..self.here().max(floor(self.markup, self.open));
        self.advance();
        let name = String::from_utf8_lossy(&self.name);
        match self.current {
            Current::Start => {
                self.last_start.clear();
                self.last_start.extend(&self.name);
                let foreign = matches!(&*name, "svg" | "math");
                if foreign && !self.self_closing {
                    self.foreign += 1;
                }
                self.sink.start(&Tag {
                    name: &name,
                    self_closing: self.self_closing,
                    range,
                    attributes: &self.attributes[..self.used],
                });
                (self.foreign == 0).then(|| raw_state(&name)).flatten()
            }
            Current::End => {
                if matches!(&*name, "svg" | "math") {
                    self.foreign = self.foreign.saturating_sub(1);
                }
                self.sink.end(&name, range);
                None
            }
            Current::Comment | Current::Doctype => None,
        }
    }

    fn emit_current_comment(&mut self) {
        self.deliver();
        let from = floor(self.markup, self.open);
        let range = from..self.here().max(from);
        let words = String::from_utf8_lossy(&self.comment);
        self.sink.comment(&words, range);
        self.advance();
    }

    fn emit_current_doctype(&mut self) {
        self.deliver();
        self.advance();
    }

    fn set_self_closing(&mut self) {
        self.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, s: &[u8]) {
        self.name.extend(s);
    }

    fn push_comment(&mut self, s: &[u8]) {
        self.comment.extend(s);
    }

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_attribute(&mut self) {
        if self.used < MAX_ATTRIBUTES {
            self.used += 1;
        }
        if self.attributes.len() < self.used {
            self.attributes.push(Attribute::default());
        }
        if let Some(attribute) = self.attribute() {
            attribute.name.clear();
            attribute.value.clear();
            attribute.range = 0..0;
        }
    }

    fn init_attribute_value(&mut self) {
        let here = self.here();
        if let Some(attribute) = self.attribute() {
            attribute.range = here..here;
        }
    }

    fn push_attribute_name(&mut self, s: &[u8]) {
        if let Some(attribute) = self.attribute() {
            attribute.name.extend(s);
        }
    }

    fn push_attribute_value(&mut self, s: &[u8]) {
        let here = self.here();
        if let Some(attribute) = self.attribute() {
            attribute.value.extend(s);
            attribute.range.end = here.max(attribute.range.start);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.current == Current::End && !self.last_start.is_empty() && self.last_start == self.name
    }

    #[inline]
    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }
}

/// How the content of an element is read.
fn raw_state(name: &str) -> Option<State> {
    match name {
        "textarea" | "title" => Some(State::RcData),
        "script" => Some(State::ScriptData),
        "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" => Some(State::RawText),
        _ => None,
    }
}
