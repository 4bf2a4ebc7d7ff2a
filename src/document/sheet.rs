//! The page that readers write on: words go in as the markup gives them, the
//! view comes out as a browser would show it, with white space folded, one line
//! for each block, and a map to where each word came from.

use super::model::{Block, BlockKind, Landmark, LandmarkKind, Link};
use crate::text::{MappedText, Span, View};

/// What stands between two cells of a row in the view.
const CELL_SEPARATOR: &str = " | ";

/// A page in the making, over an original text `B`.
#[derive(Debug, Clone)]
pub struct Sheet<B> {
    /// The words so far and where they came from.
    pub text: MappedText<View, B>,
    /// The finished blocks, in text order.
    pub blocks: Vec<Block>,
    /// The finished links, in text order.
    pub links: Vec<Link>,
    /// Words in bold, in text order.
    pub strong: Vec<Span<View>>,
    /// Marked parts of the page.
    pub landmarks: Vec<Landmark>,
    kind: BlockKind,
    block_start: Option<usize>,
    space: Option<Space<B>>,
    /// Hard line breaks since the last word.
    breaks: usize,
    next_cell: bool,
    link: Option<Pending>,
    bold: usize,
    bold_start: Option<usize>,
    preserve: bool,
    lines: usize,
}

/// White space that waits for the next word.
#[derive(Debug, Clone, Copy)]
struct Space<B> {
    at: Span<B>,
    /// It is one plain space, which stands in the view as it is.
    plain: bool,
}

/// A link whose end has not come yet.
#[derive(Debug, Clone)]
struct Pending {
    target: String,
    start: Option<usize>,
}

impl<B> Default for Sheet<B> {
    fn default() -> Self {
        Sheet {
            text: MappedText::default(),
            blocks: Vec::new(),
            links: Vec::new(),
            strong: Vec::new(),
            landmarks: Vec::new(),
            kind: BlockKind::Paragraph,
            block_start: None,
            space: None,
            breaks: 0,
            next_cell: false,
            link: None,
            bold: 0,
            bold_start: None,
            preserve: false,
            lines: 0,
        }
    }
}

impl<B> Sheet<B> {
    /// Ends the block at hand; what follows is a block of `kind`.
    pub fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        self.next_cell = false;
        self.kind = kind;
    }

    /// Begins a cell. With `same_line` its first block stays on the line of the
    /// cell before.
    pub fn begin_cell(&mut self, row: u32, column: u32, same_line: bool) {
        self.end_block();
        self.next_cell = same_line;
        self.kind = BlockKind::Cell { row, column };
    }

    /// How many lines have begun.
    pub fn lines(&self) -> usize {
        self.lines
    }

    /// Ends the block at hand within a cell: where no word of the cell has come
    /// yet, the cell is still at its beginning.
    pub fn begin_in_cell(&mut self, kind: BlockKind) {
        if self.block_start.is_some() {
            self.begin(kind);
        }
    }

    /// Whether white space is kept as it is (`<pre>`).
    pub fn preserve(&mut self, preserve: bool) {
        self.preserve = preserve;
    }

    /// A break within the block; two of them end it.
    pub fn line_break(&mut self) {
        if self.block_start.is_some() {
            self.breaks += 1;
            self.space = None;
            if self.breaks > 1 {
                self.end_block();
            }
        }
    }

    /// From here on words belong to a link.
    pub fn begin_link(&mut self, target: String) {
        self.end_link();
        self.link = Some(Pending {
            target,
            start: None,
        });
    }

    /// The link ends. A link without words leaves no trace.
    pub fn end_link(&mut self) {
        if let Some(Pending {
            target,
            start: Some(start),
        }) = self.link.take()
        {
            let words = self.text.text[start..].trim_end();
            if !words.is_empty() {
                self.links.push(Link {
                    span: Span::new(start, start + words.len()),
                    target,
                });
            }
        }
    }

    /// From here on words are bold; may be nested.
    pub fn begin_bold(&mut self) {
        self.bold += 1;
    }

    /// The innermost bold stretch ends.
    pub fn end_bold(&mut self) {
        self.bold = self.bold.saturating_sub(1);
        if self.bold == 0 {
            self.close_bold();
        }
    }

    fn close_bold(&mut self) {
        if let Some(start) = self.bold_start.take() {
            let words = self.text.text[start..].trim_end();
            if !words.is_empty() {
                self.strong.push(Span::new(start, start + words.len()));
            }
        }
    }

    /// Notes the part of the page from `start` (an offset in the text) to here.
    pub fn landmark(&mut self, kind: LandmarkKind, start: usize) {
        let end = self.text.len();
        if start < end {
            self.landmarks.push(Landmark {
                kind,
                span: Span::new(start, end),
            });
        }
    }

    /// Adds a copy of the original at `from`, folding white space.
    pub fn words(&mut self, piece: &str, from: usize) {
        if self.preserve {
            return self.preserved(piece, from);
        }
        let bytes = piece.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let blank = blank_end(bytes, at);
            if blank > at {
                let plain = &bytes[at..blank] == b" ";
                self.space(Span::new(from + at, from + blank), plain);
                at = blank;
                continue;
            }
            // A copied run goes on over single spaces.
            let folds = |next: &[u8]| is_blank(next[0]) && (next[0] != b' ' || is_blank(next[1]));
            let end = match bytes[at..].windows(2).position(folds) {
                Some(n) => at + n,
                None => bytes.len() - usize::from(bytes.last().is_some_and(|b| is_blank(*b))),
            };
            let words = &piece[at..end];
            if self.block_start.is_some() || !words.trim().is_empty() {
                self.flush(words, from + at);
                self.text.push_exact(words, from + at);
            }
            at = end;
        }
    }

    /// Adds words that are written differently in the original.
    pub fn words_for(&mut self, piece: &str, origin: Span<B>) {
        if piece.bytes().all(is_blank) {
            if self.preserve && piece.contains('\n') {
                self.line_break();
            } else if !piece.is_empty() {
                self.space(origin, false);
            }
        } else if self.block_start.is_some() || !piece.trim().is_empty() {
            self.flush(piece, origin.start);
            self.text.push_for(piece, origin);
        }
    }

    /// White space that folds.
    pub fn blank(&mut self, at: Span<B>) {
        self.space(at, false);
    }

    fn space(&mut self, at: Span<B>, plain: bool) {
        if self.block_start.is_none() || self.breaks > 0 {
            return;
        }
        self.space = Some(match self.space.take() {
            None => Space { at, plain },
            Some(before) => Space {
                at: before.at.cover(at),
                plain: false,
            },
        });
    }

    fn preserved(&mut self, piece: &str, from: usize) {
        let mut at = 0;
        for line in piece.split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            if !words.trim().is_empty() {
                self.flush(words, from + at);
                self.text.push_exact(words, from + at);
            } else if !words.is_empty() && self.block_start.is_some() && self.breaks == 0 {
                self.space(Span::new(from + at, from + at + words.len()), false);
            }
            if words.len() < line.len() {
                self.line_break();
            }
            at += line.len();
        }
    }

    /// Writes what stands between the last word and `piece`, which is next.
    fn flush(&mut self, piece: &str, from: usize) {
        if self.breaks > 0 && self.block_start.is_some() && begins_item(piece) {
            self.end_block();
        }
        match self.block_start {
            None => {
                if self.text.is_empty() {
                } else if self.next_cell {
                    self.text.push_synthetic(CELL_SEPARATOR, from);
                } else {
                    self.text.push_synthetic("\n", from);
                }
                if !self.next_cell {
                    self.lines += 1;
                }
                self.block_start = Some(self.text.len());
            }
            Some(_) if self.breaks > 0 => {
                self.text.push_synthetic("\n", from);
                self.lines += 1;
            }
            Some(_) => {
                if let Some(space) = self.space.take() {
                    if space.plain {
                        self.text.push_exact(" ", space.at.start);
                    } else {
                        self.text.push_for(" ", space.at);
                    }
                }
            }
        }
        self.space = None;
        self.breaks = 0;
        self.next_cell = false;
        let here = self.text.len();
        if let Some(link) = &mut self.link {
            link.start.get_or_insert(here);
        }
        if self.bold > 0 {
            self.bold_start.get_or_insert(here);
        }
    }

    fn end_block(&mut self) {
        self.space = None;
        self.breaks = 0;
        let Some(start) = self.block_start.take() else {
            return;
        };
        // Bold and links go on in the next block, but are noted block by block
        // so that a bold line can be told from a bold page.
        self.close_bold();
        let words = self.text.text[start..].trim_end();
        let end = start + words.len();
        let words = words.trim_start();
        if words.is_empty() {
            return;
        }
        let start = end - words.len();
        let kind = match self.kind {
            BlockKind::Paragraph if begins_item(words) => BlockKind::ListItem(0),
            kind => kind,
        };
        self.blocks.push(Block {
            kind,
            span: Span::new(start, end),
        });
    }

    /// Adds a text that was read elsewhere, as blocks of its own.
    pub fn append(
        &mut self,
        text: &MappedText<View, B>,
        blocks: &[Block],
        links: &[Link],
        strong: &[Span<View>],
    ) {
        self.finish();
        if !self.text.is_empty() && !text.is_empty() {
            self.text
                .push_synthetic("\n", text.map.origin(Span::empty(0)).start);
            self.lines += 1;
        }
        let by = self.text.len();
        let shift = |span: Span<View>| Span::new(span.start + by, span.end + by);
        self.text.append(text);
        self.blocks.extend(blocks.iter().map(|block| Block {
            kind: block.kind,
            span: shift(block.span),
        }));
        self.links.extend(links.iter().map(|link| Link {
            span: shift(link.span),
            target: link.target.clone(),
        }));
        self.strong.extend(strong.iter().copied().map(shift));
    }

    /// Ends everything that is open.
    pub fn finish(&mut self) {
        self.end_block();
        self.end_link();
        self.close_bold();
        self.kind = BlockKind::Paragraph;
    }
}

/// True if a line that begins so is an item of a list written by hand.
pub fn begins_item(line: &str) -> bool {
    let mut characters = line.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    let is_bullet = match first {
        '•' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '‣' | '⁃' | '∙' | '·' | '➢' | '➤' | '►'
        | '✓' | '✔' | '✅' | '❖' | '★' | '☑' | '\u{f0b7}' | '\u{f0a7}' => return true,
        '-' | '*' | '–' | '—' | '+' => true,
        _ => false,
    };
    is_bullet && characters.next().is_some_and(char::is_whitespace)
}

/// End of the run of blank bytes from `at`.
fn blank_end(bytes: &[u8], at: usize) -> usize {
    let blank = bytes[at..].iter().take_while(|b| is_blank(**b));
    at + blank.count()
}

/// White space that HTML and Markdown fold; no-break spaces are words.
pub fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}
