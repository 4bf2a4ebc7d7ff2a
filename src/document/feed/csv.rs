//! CSV with the place of every cell, which the usual readers do not tell.

use super::node::{Entry, Node, Written};
use crate::text::{Raw, Span};
use std::ops::Range;

/// A row: its line (from 1) and its cells.
type Row = (usize, Vec<Cell>);

#[derive(Debug, Clone)]
struct Cell {
    /// Without quotes.
    range: Range<usize>,
    is_quoted: bool,
}

/// A row of data as a map from the names of the columns.
#[derive(Debug)]
pub struct Record {
    /// Line of the file, from 1.
    pub line: usize,
    pub node: Node,
}

/// Where a file does not keep to the form.
#[derive(Debug)]
pub struct Broken {
    pub message: &'static str,
    pub help: &'static str,
    pub span: Span<Raw>,
    /// Words were left out, and not only laid out otherwise than was meant.
    pub is_lost: bool,
}

/// Quotes that do not pair, as offsets of the first.
#[derive(Debug, Default)]
struct Quotes {
    /// Opened and never closed.
    open: Option<usize>,
    /// Words behind the quote that closes a cell.
    stray: Option<Range<usize>>,
}

/// Reads the rows below the row of names.
pub fn parse(text: &str) -> (Vec<Record>, Vec<Broken>) {
    let delimiter = delimiter(text);
    let (rows, quotes) = rows(text, delimiter);
    let mut rows = rows.into_iter();
    let Some((_, header)) = rows.next() else {
        return (Vec::new(), Vec::new());
    };
    let mut surplus = None;
    let names: Vec<(String, Span<_>)> = header
        .iter()
        .enumerate()
        .map(|(index, cell)| {
            let name = text[cell.range.clone()].trim();
            let name = if name.is_empty() {
                format!("column {}", index + 1)
            } else {
                name.to_owned()
            };
            (name, Span::from(cell.range.clone()))
        })
        .collect();
    let records = rows
        .inspect(|(_, cells)| {
            let beyond = cells.iter().skip(names.len());
            let cell = beyond
                .map(|c| c.range.clone())
                .find(|range| !text[range.clone()].trim().is_empty());
            surplus = surplus.take().or(cell);
        })
        .map(|(line, cells)| Record {
            line,
            node: Node::Map(
                cells
                    .into_iter()
                    .enumerate()
                    .map(|(index, cell)| {
                        let (name, key) = names.get(index).cloned().unwrap_or_else(|| {
                            let at = Span::empty(cell.range.start);
                            (format!("column {}", index + 1), at)
                        });
                        Entry {
                            name,
                            key,
                            node: node(text, &cell),
                        }
                    })
                    .collect(),
            ),
        })
        .collect();
    let open = quotes.open.map(|at| Broken {
        message: "a quote is opened here and never closed",
        help: "everything after it was read as one cell",
        span: Span::new(at, at + 1),
        is_lost: true,
    });
    let stray = quotes.stray.map(|range| Broken {
        message: "words stand behind the quote that closes a cell",
        help: "write a quote within a cell twice (\"\"); the words behind it were left out",
        span: range.into(),
        is_lost: true,
    });
    let surplus = surplus.map(|range| Broken {
        message: "this row has more cells than there are columns",
        help: "put a cell that holds a comma into quotes",
        span: range.into(),
        is_lost: false,
    });
    let told = [open, stray, surplus].into_iter().flatten().collect();
    (records, told)
}

fn node(text: &str, cell: &Cell) -> Node {
    if text[cell.range.clone()].trim().is_empty() {
        Node::Null
    } else if cell.is_quoted {
        Node::Text(Written::Csv(cell.range.clone()))
    } else {
        Node::Text(Written::Plain(cell.range.clone()))
    }
}

/// The mark between cells that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let mut best = (b',', 0);
    for mark in [b',', b';', b'\t', b'|'] {
        let count = first.bytes().filter(|&b| b == mark).count();
        if count > best.1 {
            best = (mark, count);
        }
    }
    best.0
}

/// The rows, and quotes that do not pair. A cell is quoted if a
/// quote is its first character; the quote ends where it is not doubled. Blank
/// lines are no rows.
fn rows(text: &str, delimiter: u8) -> (Vec<Row>, Quotes) {
    let bytes = text.as_bytes();
    let mut rows: Vec<Row> = Vec::new();
    let mut cells: Vec<Cell> = Vec::new();
    let mut quotes = Quotes::default();
    let (mut at, mut line, mut row_line) = (0, 1, 1);
    while at < bytes.len() {
        let cell = if bytes[at] == b'"' {
            let start = at + 1;
            let mut end = start;
            loop {
                match bytes.get(end) {
                    None => {
                        quotes.open = quotes.open.or(Some(at));
                        break;
                    }
                    Some(b'"') if bytes.get(end + 1) == Some(&b'"') => end += 2,
                    Some(b'"') => break,
                    Some(_) => end += 1,
                }
            }
            let end = end.min(bytes.len());
            line += bytes[start..end].iter().filter(|&&b| b == b'\n').count();
            at = (end + 1).min(bytes.len());
            // What follows the closing quote within the cell is dropped.
            let behind = at;
            while at < bytes.len() && !matches!(bytes[at], b'\n' | b'\r') && bytes[at] != delimiter
            {
                at += 1;
            }
            if quotes.stray.is_none() && !text[behind..at].trim().is_empty() {
                quotes.stray = Some(behind..at);
            }
            Cell {
                range: start..end,
                is_quoted: true,
            }
        } else {
            let start = at;
            while at < bytes.len() && !matches!(bytes[at], b'\n' | b'\r') && bytes[at] != delimiter
            {
                at += 1;
            }
            Cell {
                range: start..at,
                is_quoted: false,
            }
        };
        cells.push(cell);
        if bytes.get(at) == Some(&delimiter) {
            at += 1;
            // A delimiter at the very end has an empty cell after it.
            if at < bytes.len() && !matches!(bytes[at], b'\n' | b'\r') {
                continue;
            }
            cells.push(Cell {
                range: at..at,
                is_quoted: false,
            });
        }
        let is_blank = cells.len() == 1 && cells[0].range.is_empty() && !cells[0].is_quoted;
        let row = std::mem::take(&mut cells);
        if !is_blank {
            rows.push((row_line, row));
        }
        if bytes.get(at) == Some(&b'\r') {
            at += 1;
            if bytes.get(at) != Some(&b'\n') {
                line += 1;
            }
        }
        if bytes.get(at) == Some(&b'\n') {
            at += 1;
            line += 1;
        }
        row_line = line;
    }
    (rows, quotes)
}
