//! WordprocessingML (ECMA-376 part 1, chapter 17) → lines with blocks.

use super::styles::{Styles, attribute, is_on};
use crate::document::html;
use crate::document::model::{Block, BlockKind, Link};
use crate::document::sheet::begins_item;
use crate::text::{MappedText, Raw, Span, View};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// The text of a part.
#[derive(Debug, Default)]
pub struct Part {
    /// Lines: paragraphs and rows of tables.
    pub text: String,
    pub blocks: Vec<Block>,
    pub links: Vec<Link>,
    pub strong: Vec<Span<View>>,
    /// Why reading stopped before the end.
    pub broken: Option<String>,
}

impl Part {
    /// The text as a copy of what stands at `start` of the whole.
    pub fn mapped(&self, start: usize) -> MappedText<View, Raw> {
        let mut mapped = MappedText::default();
        mapped.push_exact(&self.text, start);
        mapped
    }
}

/// Reads a part. `targets` are those of its links.
pub fn read(xml: &str, styles: &Styles, targets: &HashMap<String, String>) -> Part {
    let mut writer = Writer {
        part: Part::default(),
        styles,
        targets,
        block: None,
        kind: BlockKind::Paragraph,
        tables: Vec::new(),
        lines: 0,
        unseen: 0,
        hidden: false,
        bold: false,
        bold_start: None,
        in_run: false,
        in_text: false,
        link: None,
        fields: Vec::new(),
        outer: Vec::new(),
    };
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    let mut depth = 0i64;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => {
                if depth > 0 {
                    writer.part.broken = Some("the document breaks off before its end".to_owned());
                }
                break;
            }
            Ok(Event::Start(tag)) => {
                depth += 1;
                writer.start(&tag);
            }
            Ok(Event::Empty(tag)) => {
                writer.start(&tag);
                writer.end(tag.local_name().into_inner());
            }
            Ok(Event::End(tag)) => {
                depth -= 1;
                writer.end(tag.local_name().into_inner());
            }
            Ok(Event::Text(text)) => writer.text(&text),
            Ok(Event::CData(text)) => writer.text(&text),
            Ok(Event::GeneralRef(name)) => {
                let written = format!("&{};", &*name);
                let words = html::read_fragment(&written).text.text;
                writer.text(&words);
            }
            Ok(Event::DocType(_)) => {
                // Word writes none, and refuses a document that has one.
                let message = "the document type that it declares is not read";
                writer.part.broken = Some(message.to_owned());
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Err(error) => {
                writer.part.broken = Some(format!("the document breaks off: {error}"));
                break;
            }
        }
    }
    writer.end_block();
    writer.end_link();
    writer.part
}

/// A table at the cell at hand.
#[derive(Debug, Default)]
struct Table {
    row: u32,
    column: u32,
    /// Lines of the text when the row began.
    lines: usize,
    /// The cell has had words.
    begun: bool,
}

struct Writer<'s> {
    part: Part,
    styles: &'s Styles,
    targets: &'s HashMap<String, String>,
    /// Start of the block at hand.
    block: Option<usize>,
    kind: BlockKind,
    tables: Vec<Table>,
    lines: usize,
    /// Depth within what is not shown.
    unseen: usize,
    /// The run at hand is hidden text.
    hidden: bool,
    bold: bool,
    bold_start: Option<usize>,
    in_run: bool,
    in_text: bool,
    link: Option<(String, Option<usize>)>,
    /// Complex fields: their code so far, and whether the result has begun.
    fields: Vec<(String, bool)>,
    /// Kinds of the paragraphs around a text box.
    outer: Vec<BlockKind>,
}

impl Writer<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.into_inner();
        if self.unseen > 0 {
            self.unseen += 1;
            return;
        }
        match name {
            // Deleted and moved-away text, the copy of a text box for old
            // programs, and what Word keeps beside the text.
            "del" | "moveFrom" | "Fallback" | "sectPr" | "rPrChange" | "pPrChange"
            | "tblPrChange" | "tblPr" | "tcPr" | "trPr" => self.unseen = 1,
            "p" => {
                self.outer.push(self.kind);
                self.begin(self.paragraph_kind());
            }
            "pStyle" => {
                let id = attribute(tag, "val").unwrap_or_default();
                if let Some(level) = self.styles.heading(&id) {
                    self.set_kind(BlockKind::Heading(level));
                } else if let Some(&depth) = self.styles.lists.get(&id) {
                    self.set_kind(BlockKind::ListItem(depth));
                }
            }
            "outlineLvl" => {
                let level = attribute(tag, "val").and_then(|v| v.parse::<u8>().ok());
                if let Some(level) = level.filter(|&level| level < 6) {
                    self.set_kind(BlockKind::Heading(level + 1));
                }
            }
            "numPr" if !matches!(self.kind, BlockKind::Heading(_)) => {
                self.set_kind(BlockKind::ListItem(0));
            }
            "ilvl" => {
                let depth = attribute(tag, "val").and_then(|v| v.parse::<u8>().ok());
                if let (BlockKind::ListItem(_), Some(depth)) = (self.kind, depth) {
                    self.set_kind(BlockKind::ListItem(depth));
                }
            }
            "numId" if attribute(tag, "val").as_deref() == Some("0") => {
                // The paragraph takes itself out of its style's list.
                if matches!(self.kind, BlockKind::ListItem(_)) {
                    self.set_kind(BlockKind::Paragraph);
                }
            }
            "r" => {
                self.in_run = true;
                self.hidden = false;
                self.bold = false;
            }
            "vanish" if self.in_run => self.hidden = is_on(tag),
            "strike" | "dstrike" if self.in_run && is_on(tag) => self.hidden = true,
            "b" if self.in_run => self.bold = is_on(tag),
            "t" => self.in_text = true,
            "instrText" | "delInstrText" => {
                self.in_text = false;
            }
            "tab" if self.in_run => self.push("\t"),
            "br" | "cr" if self.in_run => {
                if attribute(tag, "type").as_deref() == Some("page") {
                    self.begin(self.kind);
                } else if self.block.is_some() && self.part.text.ends_with('\n') {
                    // An empty line parts paragraphs that Word takes for one.
                    self.begin(self.kind);
                } else if self.block.is_some() {
                    self.push("\n");
                    self.lines += 1;
                }
            }
            "noBreakHyphen" => self.push("\u{2011}"),
            "hyperlink" => {
                let target = attribute(tag, "id")
                    .and_then(|id| self.targets.get(&id).cloned())
                    .or_else(|| attribute(tag, "anchor").map(|anchor| format!("#{anchor}")))
                    .unwrap_or_default();
                self.end_link();
                self.link = Some((html::target(&target), None));
            }
            "fldSimple" => {
                if let Some(target) = attribute(tag, "instr").as_deref().and_then(link_of) {
                    self.end_link();
                    self.link = Some((target, None));
                }
            }
            "fldChar" => self.field(attribute(tag, "fldCharType").as_deref()),
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                self.end_block();
                if let Some(table) = self.tables.last_mut() {
                    table.column = 0;
                    table.lines = self.lines;
                    table.begun = false;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "p" => {
                self.end_block();
                self.kind = self.outer.pop().unwrap_or(BlockKind::Paragraph);
            }
            "r" => {
                self.in_run = false;
                self.hidden = false;
            }
            "t" => self.in_text = false,
            "hyperlink" | "fldSimple" => self.end_link(),
            "tc" => {
                self.end_block();
                if let Some(table) = self.tables.last_mut() {
                    table.column = table.column.saturating_add(1);
                    table.begun = false;
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = table.row.saturating_add(1);
                }
            }
            "tbl" => {
                self.end_block();
                self.tables.pop();
            }
            _ => {}
        }
    }

    /// The parts of a field: its code, then its result.
    fn field(&mut self, part: Option<&str>) {
        match part {
            Some("begin") => self.fields.push((String::new(), false)),
            Some("separate") => {
                if let Some((code, shows)) = self.fields.last_mut() {
                    *shows = true;
                    if let Some(target) = link_of(code) {
                        self.end_link();
                        self.link = Some((target, None));
                    }
                }
            }
            Some("end") => {
                if self
                    .fields
                    .pop()
                    .is_some_and(|(code, _)| link_of(&code).is_some())
                {
                    self.end_link();
                }
            }
            Some(_) | None => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.unseen > 0 {
            return;
        }
        match self.fields.last_mut() {
            // Between its beginning and its result a field holds its code.
            Some((code, false)) => code.push_str(words),
            Some((_, true)) | None if self.in_text => {
                // XML keeps the line breaks of whoever formatted it.
                let words = words.replace(['\n', '\r'], " ");
                self.push(&words);
            }
            Some(_) | None => {}
        }
    }

    fn paragraph_kind(&self) -> BlockKind {
        match self.tables.last() {
            Some(&Table { row, column, .. }) => BlockKind::Cell { row, column },
            None => BlockKind::Paragraph,
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        self.kind = kind;
    }

    fn set_kind(&mut self, kind: BlockKind) {
        if self.block.is_none() {
            self.kind = kind;
        }
    }

    fn push(&mut self, words: &str) {
        if self.hidden || words.is_empty() || self.unseen > 0 {
            return;
        }
        let new_item = self.part.text.ends_with('\n') && begins_item(words.trim_start());
        if new_item && self.block.is_some() {
            self.end_block();
        }
        if self.block.is_none() {
            if words.trim().is_empty() {
                return;
            }
            self.separate();
            self.block = Some(self.part.text.len());
        }
        if let Some((_, start)) = &mut self.link {
            start.get_or_insert(self.part.text.len());
        }
        if !words.trim().is_empty() {
            if self.bold {
                self.bold_start.get_or_insert(self.part.text.len());
            } else {
                self.close_bold();
            }
        }
        self.part.text.push_str(words);
    }

    /// A line of its own, or the next cell on the line of its row.
    fn separate(&mut self) {
        let is_cell = matches!(self.kind, BlockKind::Cell { .. });
        let lines = self.lines;
        let same_row = self.tables.last_mut().is_some_and(|table| {
            let is_first = !std::mem::replace(&mut table.begun, true);
            is_cell && is_first && lines == table.lines + 1
        });
        if self.part.text.is_empty() {
            self.lines += 1;
        } else if same_row {
            self.part.text.push_str(" | ");
        } else {
            self.part.text.push('\n');
            self.lines += 1;
        }
    }

    fn close_bold(&mut self) {
        if let Some(start) = self.bold_start.take() {
            let words = self.part.text[start..].trim_end();
            if !words.is_empty() {
                let lead = words.len() - words.trim_start().len();
                self.part
                    .strong
                    .push(Span::new(start + lead, start + words.len()));
            }
        }
    }

    fn end_link(&mut self) {
        if let Some((target, Some(start))) = self.link.take() {
            let words = self.part.text[start..].trim_end();
            if !words.is_empty() {
                self.part.links.push(Link {
                    span: Span::new(start, start + words.len()),
                    target,
                });
            }
        }
    }

    fn end_block(&mut self) {
        self.close_bold();
        let Some(start) = self.block.take() else {
            return;
        };
        let kept = self.part.text.trim_end().len().max(start);
        self.lines -= self.part.text[kept..].matches('\n').count().min(self.lines);
        self.part.text.truncate(kept);
        let words = &self.part.text[start..];
        let lead = words.len() - words.trim_start().len();
        let span = Span::new(start + lead, self.part.text.len());
        let kind = match self.kind {
            BlockKind::Paragraph if begins_item(words.trim_start()) => BlockKind::ListItem(0),
            kind => kind,
        };
        self.part.blocks.push(Block { kind, span });
    }
}

/// The target in the code of a `HYPERLINK` field.
fn link_of(code: &str) -> Option<String> {
    let rest = code.trim().strip_prefix("HYPERLINK")?;
    let quoted = rest.split('"').nth(1).unwrap_or_else(|| rest.trim());
    let target = if rest.trim_start().starts_with("\\l") {
        format!("#{quoted}")
    } else {
        quoted.to_owned()
    };
    Some(html::target(&target))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(body: &str) -> Part {
        let targets = HashMap::from([("rId1".to_owned(), "https://jobs.example/form".to_owned())]);
        let styles = Styles::read(
            r#"<w:styles><w:style w:styleId="Kop7"><w:name w:val="heading 2"/></w:style></w:styles>"#,
        );
        read(
            &format!("<w:document><w:body>{body}</w:body></w:document>"),
            &styles,
            &targets,
        )
    }

    #[test]
    fn what_word_shows_is_read_and_nothing_else() {
        for (what, body, text) in [
            (
                "runs are joined",
                "<w:p><w:r><w:t>$90,</w:t></w:r><w:r><w:t>000</w:t></w:r></w:p>",
                "$90,000",
            ),
            (
                "a tab, a break, a hyphen",
                "<w:p><w:r><w:t>Pay</w:t><w:tab/><w:t>$20</w:t><w:br/><w:t>full</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r></w:p>",
                "Pay\t$20\nfull\u{2011}time",
            ),
            (
                "deleted and inserted",
                "<w:p><w:del><w:r><w:delText>$18</w:delText><w:t>$18</w:t></w:r></w:del><w:ins><w:r><w:t>$20</w:t></w:r></w:ins></w:p>",
                "$20",
            ),
            (
                "hidden and struck out",
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>yes</w:t></w:r></w:p>",
                "yes",
            ),
            (
                "the code of a field",
                "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1 May</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
                "1 May",
            ),
            (
                "a text box once",
                "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                "box",
            ),
            (
                "the rows of a table",
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Pay</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>$20</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
                "Pay | $20\nb\nc\nd",
            ),
            (
                "references",
                "<w:p><w:r><w:t>R&amp;D &#8211; x</w:t></w:r></w:p>",
                "R&D – x",
            ),
        ] {
            assert_eq!(part(body).text, text, "{what}");
        }
    }

    #[test]
    fn headings_lists_and_links_are_known() {
        let part = part(
            r#"<w:p><w:pPr><w:pStyle w:val="Kop7"/></w:pPr><w:r><w:t>Duties</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Cook</w:t></w:r></w:p>
            <w:p><w:r><w:t>Apply </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "mailto:a@b.example" </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>write us</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        );
        let kinds: Vec<_> = part.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(
            kinds,
            [
                BlockKind::Heading(2),
                BlockKind::ListItem(1),
                BlockKind::Paragraph,
                BlockKind::Paragraph
            ]
        );
        let links: Vec<_> = part
            .links
            .iter()
            .map(|link| (&part.text[link.span.range()], link.target.as_str()))
            .collect();
        assert_eq!(
            links,
            [
                ("here", "https://jobs.example/form"),
                ("write us", "mailto:a@b.example")
            ]
        );
        assert_eq!(&part.text[part.strong[0].range()], "Cook");
    }
}
