//! What the start of an element does to the page: which elements it closes, and
//! which block or line it begins.

use super::{Name, Open, Page, Table, target};
use crate::document::html::elements::Effect;
use crate::document::html::tokens::Tag;
use crate::document::model::BlockKind;

impl<B> Page<B> {
    /// Begins what `open` begins. False if nothing stays open.
    pub(super) fn enter(&mut self, tag: &Tag<'_>, open: &mut Open) -> bool {
        match open.effect {
            Effect::Block => {
                self.close_paragraph();
                self.term(tag);
                self.begin(self.kind());
            }
            Effect::Paragraph => {
                self.close_paragraph();
                self.begin(self.kind());
            }
            Effect::Heading(level) => self.block(open, BlockKind::Heading(level)),
            Effect::List => {
                self.close_paragraph();
                self.lists += 1;
                self.begin(self.kind());
            }
            Effect::Item => self.item(open),
            Effect::Quote => self.block(open, BlockKind::Quote),
            Effect::Preformatted => {
                open.preserve = true;
                self.block(open, BlockKind::Code);
            }
            Effect::Table => {
                self.block(open, BlockKind::Paragraph);
                self.tables.push(Table::default());
            }
            Effect::Row => self.row(open),
            Effect::Cell => self.cell(open),
            Effect::LineBreak => {
                self.sheet.line_break();
                return false;
            }
            Effect::Rule => {
                self.close_paragraph();
                self.sheet.begin(self.kind());
                return false;
            }
            Effect::Link => self.link(tag),
            Effect::Bold => open.bold = true,
            Effect::InlineBox => self.gap(),
            Effect::Void => return false,
            Effect::Span | Effect::Other | Effect::Unseen => {}
        }
        true
    }

    /// Begins a block of a kind of its own.
    fn block(&mut self, open: &mut Open, kind: BlockKind) {
        self.close_paragraph();
        self.begin(kind);
        open.kind = kind;
    }

    /// Ends the term or description before, as one of a description list does.
    fn term(&mut self, tag: &Tag<'_>) {
        if matches!(tag.name, "dd" | "dt") {
            self.close(
                |open| open.name == Name::of("dd") || open.name == Name::of("dt"),
                |open| open.name == Name::of("dl"),
            );
        }
    }

    fn item(&mut self, open: &mut Open) {
        self.close(
            |open| open.effect == Effect::Item,
            |open| matches!(open.effect, Effect::List | Effect::Table),
        );
        self.close_paragraph();
        let depth = self.lists.saturating_sub(1).min(usize::from(u8::MAX));
        open.kind = BlockKind::ListItem(u8::try_from(depth).unwrap_or(u8::MAX));
        self.sheet.begin(open.kind);
    }

    fn row(&mut self, open: &mut Open) {
        self.close(
            |open| open.effect == Effect::Row,
            |open| open.effect == Effect::Table,
        );
        self.sheet.begin(BlockKind::Paragraph);
        open.kind = BlockKind::Paragraph;
        let lines = self.sheet.lines();
        if let Some(table) = self.tables.last_mut() {
            table.row = Some(table.row.map_or(0, |row| row.saturating_add(1)));
            table.column = 0;
            table.lines = lines;
        }
    }

    fn cell(&mut self, open: &mut Open) {
        self.close(
            |open| open.effect == Effect::Cell,
            |open| matches!(open.effect, Effect::Row | Effect::Table),
        );
        let lines = self.sheet.lines();
        let Some(table) = self.tables.last_mut() else {
            return self.sheet.begin(BlockKind::Paragraph);
        };
        let row = *table.row.get_or_insert(0);
        let column = table.column;
        table.column = column.saturating_add(1);
        // A row in which a cell broke into lines cannot go on in the last of them.
        let same_line = lines == table.lines + 1;
        open.kind = BlockKind::Cell { row, column };
        self.sheet.begin_cell(row, column, same_line);
    }

    fn link(&mut self, tag: &Tag<'_>) {
        self.close(
            |open| open.effect == Effect::Link,
            |open| matches!(open.effect, Effect::Cell | Effect::Table),
        );
        if self.link_end == Some(self.sheet.text.len()) {
            self.gap();
        }
        match tag.attribute("href") {
            Some(href) => self.sheet.begin_link(target(href)),
            // `<a name=…>` is a place to jump to, `<a>` a lost link.
            None if tag.attribute("name").is_none() && tag.attribute("id").is_none() => {
                self.sheet.begin_link(String::new());
            }
            None => {}
        }
    }
}
