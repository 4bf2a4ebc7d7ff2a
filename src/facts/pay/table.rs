//! Ranges whose two ends stand in columns or lines of their own: `Min | Max`.
//! It knows rows, columns and the words for both ends.

use super::Form;
use super::figure::{self, Figure};
use super::text::Text;
use crate::document::{Block, BlockKind};
use crate::domain::money::Amount;
use crate::posting::Prose;
use crate::text::ceil;

/// For each block that is a cell: the cell in the first row of its column.
pub(super) fn headers(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut headers = vec![None; blocks.len()];
    let mut first_row: Vec<usize> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Cell { row, column } = block.kind else {
            first_row.clear();
            continue;
        };
        if row == 0 {
            if column == 0 {
                first_row.clear();
            }
            first_row.push(index);
        } else {
            headers[index] = first_row.get(column as usize).copied();
        }
    }
    headers
}

/// An end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

fn end_of(word: &str) -> Option<End> {
    match word {
        "min" | "minimum" | "low" | "lower" | "lowest" | "entry" | "mini" | "mindestens"
        | "mín" | "minimal" | "from" => Some(End::Low),
        "max" | "maximum" | "high" | "higher" | "highest" | "upper" | "top" | "maxi" | "máx"
        | "maximal" | "to" => Some(End::High),
        _ => None,
    }
}

/// The end that a column's header names, if it names one.
fn end_of_header(words: &str) -> Option<End> {
    let mut ends = words
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(end_of);
    let first = ends.next()?;
    ends.all(|end| end == first).then_some(first)
}

/// Joins the cells of a row that stand under `Min` and `Max`, so that `figures`
/// holds one range instead of two single amounts.
pub(super) fn join_columns(text: Text<'_>, prose: &Prose<'_>, figures: &mut Vec<Figure>) {
    let blocks = &prose.posting.document.blocks;
    let headers = headers(blocks);
    if headers.iter().all(Option::is_none) {
        return;
    }
    let folded = text.folded;
    let mut low: Option<Figure> = None;
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Cell { column, .. } = block.kind else {
            low = None;
            continue;
        };
        if column == 0 {
            low = None;
        }
        let Some(header) = headers[index] else {
            continue;
        };
        let header = &text.words()[folded.range(blocks[header].span)];
        if header.len() > 60 {
            continue;
        }
        let Some(end) = end_of_header(header) else {
            continue;
        };
        let cell = folded.range(block.span);
        let mut amounts = figure::read(text, cell);
        if amounts.len() != 1 {
            continue;
        }
        let Some(amount) = amounts.pop().filter(|f| f.form == Form::Single) else {
            continue;
        };
        match (end, low.take()) {
            (End::Low, _) => low = Some(amount),
            (End::High, Some(low)) if low.bottom() <= amount.top() => {
                replace(figures, joined(&low, &amount));
            }
            (End::High, _) => {}
        }
    }
}

/// Joins "Minimum: $50,000 … Maximum: $60,000", on one line or two.
pub(super) fn join_labelled_ends(text: Text<'_>, figures: &mut Vec<Figure>) {
    let words = text.words();
    let mut at = 0;
    while at + 1 < figures.len() {
        let (low, high) = (&figures[at], &figures[at + 1]);
        at += 1;
        let one_each = low.form != Form::Range && high.form != Form::Range;
        let gap_start = low.amounts.end;
        if !one_each || high.amounts.start < gap_start || high.amounts.start - gap_start > 120 {
            continue;
        }
        let from = ceil(words, low.amounts.start.saturating_sub(40));
        let done = at.checked_sub(2).map_or(0, |i| figures[i].range.end);
        let head = &words[from.max(done).min(low.amounts.start)..low.amounts.start];
        let between = &words[gap_start..high.amounts.start];
        let last_end = |piece: &str| {
            let mut words = piece.rsplit(|c: char| !c.is_alphanumeric());
            words.find_map(|w| end_of(w).filter(|_| !matches!(w, "from" | "to")))
        };
        let columns = between.trim().is_empty() && {
            let head = head.trim_end();
            head.ends_with("max") && head.trim_end_matches("max").trim_end().ends_with("min")
        };
        let lines = last_end(head) == Some(End::Low) && last_end(between) == Some(End::High);
        let ordered = low.bottom() <= high.top() && low.percent == high.percent;
        let same = low.sign.is_some() == high.sign.is_some();
        if (lines || columns) && ordered && same && !between.contains(". ") {
            let range = joined(low, high);
            figures.splice(at - 1..=at, [range]);
        }
    }
}

/// Joins "Compensation: $180,000 and $210,000", where a label alone leads two
/// figures of one kind and the second is the larger.
pub(super) fn join_named_pairs(text: Text<'_>, figures: &mut Vec<Figure>) {
    let words = text.words();
    let mut at = 0;
    while at + 1 < figures.len() {
        let (low, high) = (&figures[at], &figures[at + 1]);
        at += 1;
        let singles = low.form == Form::Single && high.form == Form::Single;
        let signed = low.sign.is_some() && low.sign == high.sign;
        let near = low.range.end <= high.range.start && high.range.start - low.range.end <= 6;
        if !(singles && signed && near) || low.percent || high.percent {
            continue;
        }
        let bounded = low.top() < high.bottom() && high.top() <= low.bottom() * Amount::from(3);
        let joined_by_and = words[low.range.end..high.range.start].trim() == "and";
        let head = words[..low.range.start].trim_end_matches([' ', '*']);
        let led = head.ends_with([':', '\n']) || head.is_empty() || head.ends_with(" range of");
        // "$120,000 and $150,000 OTE" are two things.
        let tail = words[high.range.end..].trim_start_matches(' ');
        let ends = !tail.starts_with(|c: char| c.is_alphabetic() || matches!(c, '(' | '+'))
            || tail.starts_with("per ")
            || tail.starts_with("a year")
            || tail.starts_with("annual");
        if bounded && joined_by_and && led && ends {
            let range = joined(low, high);
            figures.splice(at - 1..=at, [range]);
        }
    }
}

fn joined(low: &Figure, high: &Figure) -> Figure {
    let (min, max) = (low.bottom(), high.top());
    let amounts = low.amounts.start..high.amounts.end;
    Figure {
        range: amounts.start..high.range.end.max(amounts.end),
        amounts,
        min: Some(min),
        max: Some(max),
        form: if min == max {
            Form::Single
        } else {
            Form::Range
        },
        sign: match (low.sign, high.sign) {
            (Some(a), b) => Some(a.plainer(b)),
            (None, b) => b,
        },
        stretch: low.stretch.or(high.stretch),
        big: low.big || high.big,
        scaled: low.scaled || high.scaled,
        marked: low.marked || high.marked,
        percent: false,
        reversed: low.reversed || high.reversed,
    }
}

/// Puts `figure` in the place of those that it covers.
fn replace(figures: &mut Vec<Figure>, figure: Figure) {
    let from = figures.partition_point(|f| f.range.end <= figure.range.start);
    let to = figures.partition_point(|f| f.range.start < figure.range.end);
    figures.splice(from..to.max(from), [figure]);
}
