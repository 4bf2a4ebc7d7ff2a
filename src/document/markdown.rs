//! Markdown: front matter, then the text as it would be shown.
//!
//! Emphasis, escapes and entities are gone from the view, soft breaks are
//! spaces but between lines of labels, the cells of a table's row stand on one line, raw HTML is read as
//! HTML, and comments are kept apart. Crossed-out words and the alternative
//! texts of pictures are left out. Asterisks that were meant as emphasis and
//! are none (`** Pay**`, as converters write) are taken as meant. Code of site
//! generators is left out; a variable of the page gives its value.

use super::draft::{Draft, FieldDraft};
use super::front_matter;
use super::html::{self, Page};
use super::label;
use super::model::{BlockKind, Document, Format};
use super::template;
use crate::text::{Source, Span};
use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use std::sync::Arc;

/// Reads `source` as Markdown.
pub fn read(source: &Arc<Source>) -> Document {
    let mut draft = Draft::new(source, Format::Markdown);
    let start = front_matter::read(source, &mut draft);
    let page = body(&source.text, start..source.text.len(), &draft.fields);
    draft.comments = html::comments(page.comments);
    draft.body = page.sheet;
    draft.finish()
}

/// Reads the Markdown at `range` of `text`; `fields` are the page's variables.
pub fn body<B>(text: &str, range: Range<usize>, fields: &[FieldDraft]) -> Page<B> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let offset = range.start;
    let mut writer = Writer {
        text,
        page: Page::default(),
        lists: 0,
        kinds: Vec::new(),
        unseen: 0,
        struck: Vec::new(),
        row: 0,
        column: 0,
        lines: 0,
        html: None,
        code: template::pieces(&text[..range.end], range.start),
        fields,
        stray: false,
    };
    for (event, range) in Parser::new_ext(&text[range], options).into_offset_iter() {
        writer.event(event, range.start + offset..range.end + offset);
    }
    writer.flush_html();
    writer.page.finish();
    writer.page
}

struct Writer<'t, B> {
    text: &'t str,
    page: Page<B>,
    lists: usize,
    /// The kinds of blocks around the words at hand.
    kinds: Vec<BlockKind>,
    /// Depth of pictures and crossed-out words.
    unseen: usize,
    /// For each open pair of tildes: whether it crosses words out.
    struck: Vec<bool>,
    row: u32,
    column: u32,
    /// Lines of the view when the table's row began.
    lines: usize,
    /// An HTML block in pieces that follow each other.
    html: Option<Range<usize>>,
    /// Template code, in text order.
    code: Vec<template::Piece>,
    fields: &'t [FieldDraft],
    /// An asterisk pair that closes nothing has made the words bold.
    stray: bool,
}

impl<B> Writer<'_, B> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Html(_) => return self.gather(range),
            Event::Start(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => self.flush_html(),
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                let end = self.end_of_heading(&range).unwrap_or(words.len());
                self.words(&words[..end], range.start..range.end - (words.len() - end));
            }
            Event::Code(words) => {
                // The range holds the backticks as well.
                let inner = self.text[range.clone()].find(&*words);
                let range = inner.map_or(range.clone(), |at| {
                    range.start + at..range.start + at + words.len()
                });
                if !self.is_unseen() {
                    if self.text[range.clone()] == *words {
                        self.page.sheet.words(&words, range.start);
                    } else {
                        self.page.sheet.words_for(&words, Span::from(range));
                    }
                }
            }
            Event::InlineHtml(_) => self.page.feed(&self.text[range.clone()], range.start),
            Event::Html(_) => {}
            Event::SoftBreak => {
                if !self.is_unseen() {
                    if label::begins_line(self.text, &range) {
                        self.page.sheet.line_break();
                    } else {
                        self.page.sheet.blank(range.into());
                    }
                }
            }
            Event::HardBreak => {
                if !self.is_unseen() {
                    self.page.sheet.line_break();
                }
            }
            Event::Rule => self.page.sheet.begin(self.kind()),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn is_unseen(&self) -> bool {
        self.unseen > 0 || self.page.is_unseen()
    }

    /// Where "### Location###" ends, whose closing signs lack their space. One
    /// sign alone belongs to the words: "C#".
    fn end_of_heading(&self, range: &Range<usize>) -> Option<usize> {
        let text = &self.text[range.clone()];
        let ends = self.text[range.end..].starts_with(['\n', '\r']) || range.end == self.text.len();
        (ends && matches!(self.kind(), BlockKind::Heading(_)) && text.ends_with("##"))
            .then(|| text.trim_end_matches('#').len())
    }

    /// Words of the text, which may hold template code and stray asterisks.
    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.text[range.clone()] != *words {
            if !self.is_unseen() {
                self.page.sheet.words_for(words, Span::from(range));
            }
            return;
        }
        let mut at = range.start;
        let mut next = self.code.partition_point(|piece| piece.range.end <= at);
        while let Some(piece) = self.code.get(next)
            && piece.range.start < range.end
        {
            let code = piece.range.clone();
            let value = piece
                .variable
                .as_deref()
                .and_then(|name| self.variable(name));
            self.seen(at..code.start.max(at));
            // Of a piece that emphasis or a line end cuts, the first part counts.
            if let Some(value) = value
                && code.start >= at
                && !self.is_unseen()
            {
                self.page.sheet.words_for(&value, Span::from(code.clone()));
            }
            at = code.end.clamp(at, range.end);
            next += 1;
        }
        self.seen(at..range.end);
    }

    /// The value of `page.name` in the front matter.
    fn variable(&self, name: &str) -> Option<String> {
        let path = name.strip_prefix("page.")?;
        self.fields
            .iter()
            .find(|field| field.path == path)
            .map(|field| field.value.text.clone())
    }

    fn seen(&mut self, range: Range<usize>) {
        if self.is_unseen() {
            return;
        }
        let bytes = self.text.as_bytes();
        let mut at = range.start;
        let mut from = at;
        while let Some(star) = memchr(b'*', &bytes[from..range.end]).map(|n| from + n) {
            from = star + 1;
            // The parser may give each of them as a piece of its own.
            let follows = star > 0 && bytes[star - 1] == b'*';
            if !follows && bytes.get(star + 1) != Some(&b'*') {
                continue;
            }
            self.page.sheet.words(&self.text[at..star], at);
            at = star + 1;
            if follows {
                continue;
            }
            self.stray = !self.stray;
            if self.stray {
                self.page.sheet.begin_bold();
            } else {
                self.page.sheet.end_bold();
            }
        }
        self.page.sheet.words(&self.text[at..range.end], at);
    }

    /// Stray asterisks mean nothing beyond their block.
    fn end_stray(&mut self) {
        if std::mem::take(&mut self.stray) {
            self.page.sheet.end_bold();
        }
    }

    /// An HTML block comes line by line; it is read as a whole, since a tag may
    /// go over lines.
    fn gather(&mut self, range: Range<usize>) {
        match &mut self.html {
            Some(before) if before.end == range.start => before.end = range.end,
            Some(_) | None => {
                self.flush_html();
                self.html = Some(range);
            }
        }
    }

    fn flush_html(&mut self) {
        if let Some(range) = self.html.take() {
            self.page.feed(&self.text[range.clone()], range.start);
        }
    }

    fn kind(&self) -> BlockKind {
        self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn begin(&mut self, kind: BlockKind) {
        self.kinds.push(kind);
        self.page.base = kind;
        self.page.sheet.begin(kind);
    }

    fn finish(&mut self) {
        self.kinds.pop();
        let kind = self.kind();
        self.page.base = kind;
        self.page.sheet.begin(kind);
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.page.sheet.begin(self.kind()),
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(number(level))),
            Tag::BlockQuote(_) => self.begin(BlockKind::Quote),
            Tag::CodeBlock(kind) => {
                self.begin(BlockKind::Code);
                // Indented text is seldom code in a posting, but its lines are
                // lines all the same.
                match kind {
                    CodeBlockKind::Indented | CodeBlockKind::Fenced(_) => {
                        self.page.sheet.preserve(true);
                    }
                }
            }
            Tag::List(_) => {
                self.page.sheet.begin(self.kind());
                self.lists += 1;
            }
            Tag::Item => {
                let depth = u8::try_from(self.lists.saturating_sub(1)).unwrap_or(u8::MAX);
                self.begin(BlockKind::ListItem(depth));
            }
            Tag::Table(_) => {
                self.begin(BlockKind::Paragraph);
                self.row = 0;
            }
            Tag::TableHead | Tag::TableRow => {
                self.page.sheet.begin(BlockKind::Paragraph);
                self.column = 0;
                self.lines = self.page.sheet.lines();
            }
            Tag::TableCell => {
                let same_line = self.page.sheet.lines() == self.lines + 1;
                self.page.sheet.begin_cell(self.row, self.column, same_line);
                self.column = self.column.saturating_add(1);
            }
            Tag::Strong => self.page.sheet.begin_bold(),
            Tag::Link { dest_url, .. } => self.page.sheet.begin_link(html::target(&dest_url)),
            Tag::Image { .. } => self.unseen += 1,
            // One tilde is an "about" far more often than a deletion.
            Tag::Strikethrough => {
                let struck = self.text[range].starts_with("~~");
                self.unseen += usize::from(struck);
                self.struck.push(struck);
            }
            Tag::Emphasis
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => {
                self.end_stray();
            }
            _ => {}
        }
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.page.sheet.begin(self.kind()),
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::Table => {
                self.finish();
            }
            TagEnd::CodeBlock => {
                self.page.sheet.preserve(false);
                self.finish();
            }
            TagEnd::List(_) => {
                self.lists = self.lists.saturating_sub(1);
                self.page.sheet.begin(self.kind());
            }
            TagEnd::TableHead | TagEnd::TableRow => self.row = self.row.saturating_add(1),
            TagEnd::TableCell => {}
            TagEnd::Strong => self.page.sheet.end_bold(),
            TagEnd::Link => self.page.sheet.end_link(),
            TagEnd::Image => self.unseen = self.unseen.saturating_sub(1),
            TagEnd::Strikethrough => {
                let struck = self.struck.pop().unwrap_or(false);
                self.unseen = self.unseen.saturating_sub(usize::from(struck));
            }
            TagEnd::Emphasis
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
