//! The words of a posting with their marks.

use super::{Numbered, phrase};
use crate::diagnostic::Severity;
use crate::document::{Block, BlockKind};
use crate::lint::PostingReport;
use crate::report::xml::{xml, xml_text};
use crate::text::{Span, View};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The words, and which findings have a mark in them.
pub struct Marked {
    pub html: String,
    /// Numbers of findings whose own place is shown.
    pub shown: BTreeSet<usize>,
}

/// A place of a finding, in the bytes of the file.
struct Mark<'a> {
    start: usize,
    end: usize,
    of: &'a Numbered<'a>,
    /// What a place says that is not the finding's own.
    related: Option<&'a str>,
}

/// The posting as its reader sees it. Where marks overlap, each stretch of words
/// is marked by the loudest, and each mark has its number at its end.
pub fn marked<'a>(posting: &PostingReport, findings: &'a [Numbered<'a>]) -> Marked {
    let mut painter = Painter {
        posting,
        marks: marks(findings),
        next: 0,
        active: Vec::new(),
        last: 0,
        html: String::new(),
        shown: BTreeSet::new(),
    };
    painter.fields();
    painter.body();
    Marked {
        html: painter.html,
        shown: painter.shown,
    }
}

fn marks<'a>(findings: &'a [Numbered<'a>]) -> Vec<Mark<'a>> {
    let mut marks: Vec<Mark<'a>> = Vec::new();
    for of in findings {
        let span = of.finding.primary.span;
        marks.push(Mark {
            start: span.start,
            end: span.end,
            of,
            related: None,
        });
        for label in &of.finding.related {
            marks.push(Mark {
                start: label.span.start,
                end: label.span.end,
                of,
                related: Some(&label.text),
            });
        }
    }
    marks.retain(|mark| mark.start < mark.end);
    // The same words that bring in the same laws for several findings are
    // marked once.
    let key = |m: &Mark<'_>| (m.start, m.end, m.related.map(str::to_owned), m.of.number);
    marks.sort_by_key(key);
    marks.dedup_by(|b, a| {
        b.related.is_some() && (b.start, b.end, b.related) == (a.start, a.end, a.related)
    });
    marks
}

struct Painter<'p, 'a> {
    posting: &'p PostingReport,
    /// By start.
    marks: Vec<Mark<'a>>,
    /// The first mark that has not begun.
    next: usize,
    /// Those that have begun and not ended, by place in `marks`.
    active: Vec<usize>,
    /// Where the last words stand in the file.
    last: usize,
    html: String,
    shown: BTreeSet<usize>,
}

impl Painter<'_, '_> {
    /// The structured values, a line each.
    fn fields(&mut self) {
        let posting = &self.posting.posting;
        let end = posting.document.body.start.min(posting.text.len());
        let mut any = false;
        for line in lines(&posting.text, Span::new(0, end)) {
            if posting.words(line).trim().is_empty() {
                continue;
            }
            if !any {
                self.html.push_str("<div class=\"fields\">\n");
            }
            any = true;
            self.html.push_str("<p>");
            self.words(line);
            self.html.push_str("</p>\n");
        }
        if any {
            self.html.push_str("</div>\n");
        }
    }

    fn body(&mut self) {
        let document = self.posting.posting.document.clone();
        let body = document.body;
        let mut open = "";
        let mut row_of = None;
        for block in &document.blocks {
            let is_seen = !self.posting.posting.words(block.span).trim().is_empty();
            if block.span.start < body.start || !is_seen {
                continue;
            }
            let (around, tag) = tags(block);
            if around != open || around.is_empty() {
                self.close(open, &mut row_of);
                self.html.push_str(match around {
                    "ul" => "<ul>\n",
                    "table" => "<table>\n",
                    _ => "",
                });
                open = around;
            }
            if let BlockKind::Cell { row, .. } = block.kind
                && row_of != Some(row)
            {
                self.html.push_str(if row_of.is_some() {
                    "</tr>\n<tr>"
                } else {
                    "<tr>"
                });
                row_of = Some(row);
            }
            let _ = write!(self.html, "<{tag}>");
            self.words(self.without_bullet(block));
            let tag = tag.split(' ').next().unwrap_or(tag);
            let _ = writeln!(self.html, "</{tag}>");
        }
        self.close(open, &mut row_of);
    }

    /// The words of a block; the page draws the bullets of lists itself.
    fn without_bullet(&self, block: &Block) -> Span<View> {
        let words = self.posting.posting.words(block.span);
        let is_bullet = |c: char| matches!(c, '•' | '·' | '▪' | '◦' | '●' | '‣' | '*' | '-' | '–');
        let rest = words.trim_start();
        let rest = match (block.kind, rest.strip_prefix(is_bullet)) {
            (BlockKind::ListItem(_), Some(rest)) if rest.starts_with([' ', '\t', '\u{a0}']) => rest,
            (_, _) => words,
        };
        Span::new(block.span.end - rest.len(), block.span.end)
    }

    fn close(&mut self, open: &str, row: &mut Option<u32>) {
        if row.take().is_some() {
            self.html.push_str("</tr>\n");
        }
        self.html.push_str(match open {
            "ul" => "</ul>\n",
            "table" => "</table>\n",
            _ => "",
        });
    }

    /// Words with their marks: cut into pieces that belong to the same marks.
    fn words(&mut self, span: Span<View>) {
        let posting = &self.posting.posting;
        let text = posting.words(span);
        let mut plain = String::new();
        let mut class = None;
        let mut end = 0;
        for piece in pieces(text) {
            let words = &text[piece.clone()];
            let view = Span::new(span.start + piece.start, span.start + piece.end);
            let raw = posting.document.raw(view);
            let is_blank = words.trim().is_empty();
            if !is_blank && !raw.is_empty() {
                end = raw.end;
                self.turn_back_to(raw.start);
                self.end_before(raw.start, &mut plain, &mut class);
                self.begin_before(raw.end, raw.start);
                let now = self.class();
                if now != class {
                    self.flush(&mut plain, class);
                    class = now;
                }
            }
            plain.push_str(words);
        }
        self.end_before(end, &mut plain, &mut class);
        self.flush(&mut plain, class);
    }

    /// The words follow the file, except where fields of several places stand
    /// before the text.
    fn turn_back_to(&mut self, start: usize) {
        if start < self.last {
            self.next = 0;
            self.active.clear();
        }
        self.last = start;
    }

    /// Marks that begin before `end` and have not ended at `start` are active.
    fn begin_before(&mut self, end: usize, start: usize) {
        while let Some(mark) = self.marks.get(self.next).filter(|mark| mark.start < end) {
            if mark.end > start {
                self.active.push(self.next);
            }
            self.next += 1;
        }
    }

    /// Ends the marks that end at or before `offset`, with their numbers.
    fn end_before(&mut self, offset: usize, plain: &mut String, class: &mut Option<&'static str>) {
        let marks = &self.marks;
        let (ended, active): (Vec<usize>, Vec<usize>) =
            self.active.iter().partition(|at| marks[**at].end <= offset);
        if ended.is_empty() {
            return;
        }
        self.active = active;
        // The number stands behind the word, not behind the space after it.
        let space = plain.len() - plain.trim_end().len();
        let trailing = plain.split_off(plain.len() - space);
        self.flush(plain, *class);
        *class = self.class();
        for at in ended {
            self.reference(at);
        }
        plain.push_str(&trailing);
    }

    fn reference(&mut self, at: usize) {
        let mark = &self.marks[at];
        let Numbered {
            number,
            id,
            finding,
        } = mark.of;
        let label = match mark.related {
            Some(words) => format!("See finding {number}: {words}"),
            None => format!(
                "Finding {number}, {}: {}",
                phrase(finding.severity),
                finding.message
            ),
        };
        let is_own = mark.related.is_none();
        let name = if is_own && self.shown.insert(*number) {
            format!(" id=\"{id}-at\"")
        } else {
            String::new()
        };
        let class = if is_own {
            finding.severity.name()
        } else {
            "related"
        };
        let label = xml(&label);
        let _ = write!(
            self.html,
            "<a class=\"ref {class}\"{name} href=\"#{id}\" aria-label=\"{label}\" title=\"{label}\">{number}</a>"
        );
    }

    /// The loudest of the active marks.
    fn class(&self) -> Option<&'static str> {
        let rank = |at: &usize| {
            let mark = &self.marks[*at];
            (mark.related.is_none(), mark.of.finding.severity)
        };
        Some(match self.active.iter().map(rank).max()? {
            (true, Severity::Error) => "error",
            (true, Severity::Warning) => "warning",
            (true, Severity::Advice) => "advice",
            (false, _) => "related",
        })
    }

    fn flush(&mut self, plain: &mut String, class: Option<&'static str>) {
        if plain.is_empty() {
            return;
        }
        let words = xml_text(plain);
        plain.clear();
        match class {
            Some(class) if !words.trim().is_empty() => {
                let _ = write!(self.html, "<mark class=\"{class}\">{words}</mark>");
            }
            Some(_) | None => self.html.push_str(&words),
        }
    }
}

/// What stands around blocks of a kind, and the block's own tag.
fn tags(block: &Block) -> (&'static str, &'static str) {
    match block.kind {
        BlockKind::Heading(1 | 2) => ("", "h4"),
        BlockKind::Heading(3) => ("", "h5"),
        BlockKind::Heading(_) => ("", "h6"),
        BlockKind::Paragraph => ("", "p"),
        BlockKind::ListItem(0) => ("ul", "li"),
        BlockKind::ListItem(1) => ("ul", "li class=\"deep\""),
        BlockKind::ListItem(_) => ("ul", "li class=\"deeper\""),
        BlockKind::Cell { .. } => ("table", "td"),
        BlockKind::Quote => ("", "blockquote"),
        BlockKind::Code => ("", "pre"),
    }
}

/// The lines of a part of `text`.
fn lines(text: &str, part: Span<View>) -> Vec<Span<View>> {
    let mut start = part.start;
    let lines = text[part.range()].split_inclusive('\n').map(|line| {
        let span = Span::new(start, start + line.trim_end_matches('\n').len());
        start += line.len();
        span
    });
    lines.collect()
}

/// Words and single other signs: what a mark can begin and end at.
fn pieces(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.next()?;
        let mut end = start + first.len_utf8();
        if first.is_alphanumeric() {
            while let Some((at, c)) = chars.next_if(|(_, c)| c.is_alphanumeric()) {
                end = at + c.len_utf8();
            }
        }
        Some(start..end)
    })
}
