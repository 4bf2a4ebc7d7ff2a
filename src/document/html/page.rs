//! Tags and words → the page. Follows the open elements as far as they matter
//! for what a reader sees, in constant memory for each and without recursion,
//! so that broken or hostile markup costs no more than its length.

mod enter;

use super::elements::{Effect, effect, landmark, landmark_of_class};
use super::head::Head;
use super::style::{Style, is_hidden, preserves};
use super::tokens::{self, Sink, Tag};
use crate::document::model::{BlockKind, LandmarkKind};
use crate::document::sheet::Sheet;
use crate::text::Span;
use std::ops::Range;

/// How far up an end tag looks for its start. Deeper ones are left open, which
/// keeps hostile pages linear and changes nothing on real ones.
const REACH: usize = 128;

/// A page in the making; markup may be fed in several pieces.
#[derive(Debug)]
pub struct Page<B> {
    /// The words.
    pub sheet: Sheet<B>,
    /// Comments with their places.
    pub comments: Vec<(String, Span<B>)>,
    /// What the head and the hidden parts say in structured form.
    pub head: Head<B>,
    /// The kind of block outside of all elements.
    pub base: BlockKind,
    open: Vec<Open>,
    /// Open paragraphs, which most blocks close.
    paragraphs: usize,
    tables: Vec<Table>,
    lists: usize,
    /// The element that is not seen, and how many of its name are open in it.
    unseen: Option<(String, usize)>,
    /// Offset of the markup at hand in the original.
    offset: usize,
    link_end: Option<usize>,
    /// A boundary of elements within a line has just been passed.
    seam: bool,
}

/// An open element.
#[derive(Debug)]
struct Open {
    name: Name,
    effect: Effect,
    /// The kind of block that its own words make.
    kind: BlockKind,
    bold: bool,
    preserve: bool,
    landmark: Option<(LandmarkKind, usize)>,
    item: bool,
}

/// The name of an element, cut to a length that tells all known ones apart; a
/// page has too many elements to keep each name in memory of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Name([u8; 12]);

impl Name {
    fn of(name: &str) -> Self {
        let mut bytes = [0; 12];
        let len = name.len().min(bytes.len());
        bytes[..len].copy_from_slice(&name.as_bytes()[..len]);
        Name(bytes)
    }
}

/// A table at the row at hand.
#[derive(Debug, Default)]
struct Table {
    row: Option<u32>,
    column: u32,
    /// Lines of the view when the row began.
    lines: usize,
}

impl<B> Default for Page<B> {
    fn default() -> Self {
        Page {
            sheet: Sheet::default(),
            comments: Vec::new(),
            head: Head::default(),
            base: BlockKind::Paragraph,
            open: Vec::new(),
            paragraphs: 0,
            tables: Vec::new(),
            lists: 0,
            unseen: None,
            offset: 0,
            link_end: None,
            seam: false,
        }
    }
}

impl<B> Page<B> {
    /// Reads `markup`, which stands at `offset` of the original.
    pub fn feed(&mut self, markup: &str, offset: usize) {
        self.offset = offset;
        tokens::scan(markup, &mut Feed { page: self, markup });
    }

    /// Whether words at this point are not seen.
    pub fn is_unseen(&self) -> bool {
        self.unseen.is_some()
    }

    /// Ends all open elements.
    pub fn finish(&mut self) {
        self.unseen = None;
        while !self.open.is_empty() {
            self.pop();
        }
        self.sheet.finish();
    }

    fn kind(&self) -> BlockKind {
        self.open.last().map_or(self.base, |open| open.kind)
    }

    /// Begins a block with the kind of its surroundings.
    fn begin(&mut self, kind: BlockKind) {
        match (self.kind(), kind) {
            // The first block of a cell is the cell.
            (BlockKind::Cell { .. }, BlockKind::Paragraph | BlockKind::Cell { .. }) => {
                self.sheet.begin_in_cell(BlockKind::Paragraph);
            }
            _ => self.sheet.begin(kind),
        }
    }

    fn push(&mut self, open: Open) {
        self.paragraphs += usize::from(open.effect == Effect::Paragraph);
        if open.bold {
            self.sheet.begin_bold();
        }
        if open.preserve {
            self.sheet.preserve(true);
        }
        self.open.push(open);
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        if open.effect == Effect::Paragraph {
            self.paragraphs = self.paragraphs.saturating_sub(1);
        }
        if open.bold {
            self.sheet.end_bold();
        }
        if open.preserve {
            let still = self.open.iter().rev().take(REACH).any(|o| o.preserve);
            self.sheet.preserve(still);
        }
        match open.effect {
            Effect::Link => {
                self.sheet.end_link();
                self.link_end = Some(self.sheet.text.len());
            }
            Effect::List => self.lists = self.lists.saturating_sub(1),
            Effect::Table => {
                self.tables.pop();
            }
            Effect::Block
            | Effect::Paragraph
            | Effect::Heading(_)
            | Effect::Item
            | Effect::Quote
            | Effect::Preformatted
            | Effect::Row
            | Effect::Cell
            | Effect::LineBreak
            | Effect::Rule
            | Effect::Bold
            | Effect::InlineBox
            | Effect::Span
            | Effect::Unseen
            | Effect::Void
            | Effect::Other => {}
        }
        if let Some((kind, start)) = open.landmark {
            self.sheet.landmark(kind, start);
        }
        if open.item {
            self.head.end_item(&self.sheet);
        }
        match open.effect {
            Effect::Block
            | Effect::Paragraph
            | Effect::Heading(_)
            | Effect::List
            | Effect::Item
            | Effect::Quote
            | Effect::Preformatted
            | Effect::Table
            | Effect::Row
            | Effect::Cell => {
                let kind = self.kind();
                if matches!(open.effect, Effect::Cell) {
                    self.sheet.begin(kind);
                } else {
                    self.begin(kind);
                }
            }
            Effect::InlineBox => self.gap(),
            Effect::LineBreak
            | Effect::Rule
            | Effect::Link
            | Effect::Bold
            | Effect::Span
            | Effect::Unseen
            | Effect::Void
            | Effect::Other => {}
        }
    }

    /// White space that the style sheet gives and the text does not have.
    fn gap(&mut self) {
        self.sheet.blank(Span::empty(self.offset));
    }

    /// `Posted on<span>8 May` and `Country<span>India` are words apart by the
    /// style sheet; editors that split words into elements do not split them
    /// between a small and a capital letter, nor before a digit.
    fn part_at_seam(&mut self, words: &str) {
        if !std::mem::take(&mut self.seam) {
            return;
        }
        let before = self.sheet.text.text.chars().next_back();
        let after = words.chars().next();
        if let (Some(before), Some(after)) = (before, after)
            && (before.is_lowercase() && after.is_uppercase()
                || before.is_alphabetic() && after.is_ascii_digit())
        {
            self.gap();
        }
    }

    /// Closes the nearest element for which `wanted` is true, with everything
    /// in it, unless `barrier` comes first.
    fn close(&mut self, wanted: impl Fn(&Open) -> bool, barrier: impl Fn(&Open) -> bool) -> bool {
        let depth = self.open.len();
        for at in (depth.saturating_sub(REACH)..depth).rev() {
            if wanted(&self.open[at]) {
                while self.open.len() > at {
                    self.pop();
                }
                return true;
            }
            if barrier(&self.open[at]) {
                return false;
            }
        }
        false
    }

    fn close_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.close(
                |open| open.effect == Effect::Paragraph,
                |open| {
                    matches!(
                        open.effect,
                        Effect::Cell | Effect::Item | Effect::Block | Effect::Table
                    )
                },
            );
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let effect = effect(tag.name);
        self.seam |= is_seam(tag.name, effect);
        self.head.meta(tag, self.offset);
        if let Some((name, depth)) = &mut self.unseen {
            if name == tag.name && effect != Effect::Void && !tag.self_closing {
                *depth += 1;
            }
            return;
        }
        let void = matches!(effect, Effect::Void | Effect::LineBreak | Effect::Rule);
        if !void && (effect == Effect::Unseen || is_hidden(tag)) {
            if !tag.self_closing {
                self.unseen = Some((tag.name.to_owned(), 1));
            }
            return;
        }
        let item = self.head.item(tag, self.offset, &self.sheet) && !void;
        let style = tag.attribute("style").map(Style::of).unwrap_or_default();
        let preserve = style.preserve || tag.attribute("class").is_some_and(preserves);
        let mut open = Open {
            name: Name::of(tag.name),
            effect,
            kind: self.kind(),
            bold: style.bold,
            preserve,
            landmark: None,
            item,
        };
        if !self.enter(tag, &mut open) {
            return;
        }
        let of_class = |classes| landmark_of_class(tag.name, classes);
        if let Some(kind) = tag
            .attribute("class")
            .and_then(of_class)
            .or_else(|| landmark(tag.name, tag.attribute("role")))
        {
            open.landmark = Some((kind, self.sheet.text.len()));
        }
        let keeps_nothing = matches!(effect, Effect::Span | Effect::Other)
            && !(open.bold || open.preserve || open.item || open.landmark.is_some());
        // A known element ignores the slash; for an unknown one it may be meant.
        if !(keeps_nothing || effect == Effect::Other && tag.self_closing) {
            self.push(open);
        } else if open.item {
            self.head.end_item(&self.sheet);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((unseen, depth)) = &mut self.unseen {
            if unseen == name {
                *depth -= 1;
                if *depth == 0 {
                    self.unseen = None;
                }
            }
            return;
        }
        let effect = effect(name);
        self.seam |= is_seam(name, effect);
        if effect == Effect::LineBreak {
            self.sheet.line_break();
            return;
        }
        let wanted = Name::of(name);
        let closed = {
            // A cell is closed to the end tags of what stands around its table.
            let through = matches!(effect, Effect::Cell | Effect::Row | Effect::Table)
                || matches!(name, "tbody" | "thead" | "tfoot");
            self.close(
                |open| open.name == wanted,
                |open| {
                    open.effect == Effect::Table && effect != Effect::Table
                        || open.effect == Effect::Cell && !through
                },
            )
        };
        if !closed && effect == Effect::Paragraph {
            self.begin(self.kind());
        }
    }
}

/// Feeds one piece of markup to the page.
struct Feed<'p, B> {
    page: &'p mut Page<B>,
    markup: &'p str,
}

impl<B> Feed<'_, B> {
    fn span(&self, range: Range<usize>) -> Span<B> {
        let offset = self.page.offset;
        Span::new(range.start + offset, range.end + offset)
    }
}

impl<B> Sink for Feed<'_, B> {
    fn copied(&mut self, range: Range<usize>) {
        let words = &self.markup[range.clone()];
        let span = self.span(range);
        if !self.page.head.captured(words, span, true) && !self.page.is_unseen() {
            self.page.part_at_seam(words);
            self.page.sheet.words(words, span.start);
        }
    }

    fn decoded(&mut self, words: &str, range: Range<usize>) {
        let span = self.span(range);
        if !self.page.head.captured(words, span, false) && !self.page.is_unseen() {
            self.page.seam = false;
            self.page.sheet.words_for(words, span);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.page.start(tag);
    }

    fn end(&mut self, name: &str, _: Range<usize>) {
        self.page.head.end(name);
        self.page.end(name);
    }

    fn comment(&mut self, words: &str, range: Range<usize>) {
        // Frameworks leave many empty ones, and `<?xml … ?>` counts as one.
        if words.trim().is_empty() || !self.markup[range.clone()].starts_with("<!--") {
            return;
        }
        let span = self.span(range);
        self.page.comments.push((words.to_owned(), span));
    }
}

/// Elements that style sheets set apart, unlike emphasis and indices.
fn is_seam(name: &str, effect: Effect) -> bool {
    name == "span" || effect == Effect::Other && !matches!(name, "sub" | "sup")
}

/// Where a link leads; empty if nowhere.
pub fn target(href: &str) -> String {
    let href = href.trim();
    let script = href
        .get(..11)
        .is_some_and(|head| head.eq_ignore_ascii_case("javascript:"));
    if href == "#" || script {
        String::new()
    } else {
        href.to_owned()
    }
}
