//! Ranges whose two ends stand in columns or lines of their own: `Min | Max`.
//! It knows rows, columns and the words for both ends.

use super::Form;
use super::figure::{self, Figure};
use super::text::Text;
use crate::document::{Block, BlockKind};
use crate::domain::money::Amount;
use crate::posting::Prose;
use crate::text::{bare, ceil};

/// For each block that is a cell: the cell in the first row of its column. Empty cells
/// have no block.
pub(super) fn headers(blocks: &[Block]) -> Vec<Option<usize>> {
    let mut headers = vec![None; blocks.len()];
    let mut first_row: Vec<(u32, usize)> = Vec::new();
    let mut last = 0;
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Cell { row, column } = block.kind else {
            first_row.clear();
            continue;
        };
        if row == 0 {
            if last > 0 || first_row.last().is_some_and(|(c, _)| *c >= column) {
                first_row.clear();
            }
            first_row.push((column, index));
        } else {
            let mut heads = first_row.iter();
            headers[index] = heads.find(|(c, _)| *c == column).map(|(_, head)| *head);
        }
        last = row;
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
        "min" | "minimum" | "low" | "lower" | "lowest" | "bottom" | "entry" | "mini"
        | "mindestens" | "mín" | "minimal" | "from" => Some(End::Low),
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

/// Whether the first cell of a row is the name of a period.
fn is_period(head: &str) -> bool {
    let head = bare(head);
    matches!(
        head,
        "hourly" | "weekly" | "monthly" | "annual" | "annually" | "yearly"
    )
}

/// Whether a column's header names an end of a range.
pub(super) fn names_end(header: &str) -> bool {
    end_of_header(header).is_some()
}

/// Joins the cells of a row that stand under `Min` and `Max`, or in a row alone behind the
/// name of a period (`Hourly | 20.00 | 24.00`), so that `figures` holds one range instead of
/// two single amounts.
pub(super) fn join_columns(text: Text<'_>, prose: &Prose<'_>, figures: &mut Vec<Figure>) {
    let blocks = &prose.posting.document.blocks;
    let headers = headers(blocks);
    let folded = text.folded;
    let mut other: Option<(End, Figure)> = None;
    let mut last = 0;
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Cell { row, column } = block.kind else {
            other = None;
            continue;
        };
        if row != last {
            other = None;
        }
        last = row;
        let words = |index: usize| &text.words()[folded.range(blocks[index].span)];
        let end = match headers[index] {
            Some(header) if words(header).len() <= 60 => end_of_header(words(header)),
            Some(_) => None,
            None if row == 0 && (1..=2).contains(&column) => {
                let head = index.checked_sub(column as usize);
                let of_period = head.is_some_and(|head| is_period(words(head)));
                of_period.then_some(if column == 1 { End::Low } else { End::High })
            }
            None => None,
        };
        let Some(end) = end else {
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
        let pair = match (other.take(), end) {
            (Some((End::Low, low)), End::High) => (low, amount),
            (Some((End::High, high)), End::Low) => (amount, high),
            (_, end) => {
                other = Some((end, amount));
                continue;
            }
        };
        if pair.0.bottom() <= pair.1.top() {
            replace(figures, joined(&pair.0, &pair.1));
        }
    }
}

/// Joins "Minimum: $50,000 … Maximum: $60,000", on one line or two, and
/// "$20 (min) / $25 (max)". A figure between the two is the midpoint.
pub(super) fn join_labelled_ends(text: Text<'_>, figures: &mut Vec<Figure>) {
    let mut at = 0;
    while at + 1 < figures.len() {
        let before = at.checked_sub(1).map_or(0, |i| figures[i].range.end);
        let midpoint = figures.get(at + 2).filter(|high| {
            let mid = &figures[at + 1];
            let gap = figures[at].amounts.end..mid.amounts.start;
            gap.start <= gap.end
                && mid.top() <= high.top()
                && has_word(&text.words()[gap], &["mid", "midpoint", "median", "target"])
        });
        let (high, count) = match midpoint {
            Some(high) => (high, 3),
            None => (&figures[at + 1], 2),
        };
        let low = &figures[at];
        let range = if named_before(text, low, high, before) || named_behind(text, low, high) {
            Some(joined(low, high))
        } else if named_behind(text, high, low) || named_before(text, high, low, before) {
            Some(joined(high, low))
        } else {
            None
        };
        if let Some(range) = range {
            figures.splice(at..at + count, [range]);
        }
        at += 1;
    }
}

/// Whether words before both figures, whichever stands first, name `low` the
/// lower and `high` the upper end. Words before `done` belong to others.
fn named_before(text: Text<'_>, low: &Figure, high: &Figure, done: usize) -> bool {
    let words = text.words();
    if !may_join(low, high) {
        return false;
    }
    let (first, next) = if low.amounts.start < high.amounts.start {
        (low, high)
    } else {
        (high, low)
    };
    let gap = first.amounts.end..next.amounts.start;
    if gap.start > gap.end || gap.len() > 120 {
        return false;
    }
    let from = ceil(words, first.amounts.start.saturating_sub(40));
    let head = &words[from.max(done).min(first.amounts.start)..first.amounts.start];
    let between = &words[gap];
    let last_end = |piece: &str| {
        let mut words = piece.rsplit(|c: char| !c.is_alphanumeric());
        words.find_map(|w| match w {
            "from" | "to" => None,
            "start" | "starting" => Some(End::Low),
            _ => end_of(w),
        })
    };
    // "Lowest pay: $20 an hour. Highest pay: $26 an hour."
    let led = between.rsplit_once(". ").is_none_or(|(before, label)| {
        let few = |piece: &str, most| piece.split_whitespace().count() <= most;
        few(before, 2) && few(label, 4) && high.top() <= low.bottom() * Amount::from(3)
    });
    let columns = first == low && between.trim().is_empty() && {
        let head = head.trim_end();
        head.ends_with("max") && head.trim_end_matches("max").trim_end().ends_with("min")
    };
    let (a, b) = (last_end(head), last_end(between));
    let named = if first == low {
        (a, b) == (Some(End::Low), Some(End::High))
    } else {
        (a, b) == (Some(End::High), Some(End::Low))
    };
    (named || columns) && led
}

/// Whether two figures that are each one end, `low` the lower, stand side by
/// side: "$20 (min) / $25 (max)", "Min USD $21/hr. Max USD $31/hr.".
fn named_behind(text: Text<'_>, low: &Figure, high: &Figure) -> bool {
    let words = text.words();
    let ends = low.form == Form::StartingAt && high.form == Form::UpTo;
    let (first, next) = if low.range.start < high.range.start {
        (low, high)
    } else {
        (high, low)
    };
    if !ends || !may_join(low, high) || first.range.end > next.range.start {
        return false;
    }
    let gap = &words[first.range.end..next.range.start];
    let joins = gap.len() <= 24
        && gap
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .all(|word| matches!(word, "and" | "to" | "is" | "usd" | "it" | "or"))
        && gap.bytes().filter(|b| *b == b'\n').count() <= 2;
    // "From $20, up to $25 with tips" are two things.
    let rest = words[next.range.end..].trim_start_matches(' ');
    let alone = !rest.starts_with(|c: char| c.is_alphabetic())
        || ["depending", "based", "doe", "dep"]
            .iter()
            .any(|w| rest.starts_with(w));
    joins && alone && high.top() <= low.bottom() * Amount::from(4)
}

/// Whether two figures may be the ends of one range.
fn may_join(low: &Figure, high: &Figure) -> bool {
    let one_each = low.form != Form::Range && high.form != Form::Range;
    let money = |f: &Figure| f.sign.is_some() || f.marked || f.scaled;
    let same = low.sign.is_some() == high.sign.is_some() || money(low) && money(high);
    one_each && same && low.bottom() <= high.top() && low.percent == high.percent
}

fn has_word(piece: &str, words: &[&str]) -> bool {
    // A long piece is looked through for the letters faster than cut into words.
    words.iter().any(|word| piece.contains(word))
        && piece
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| words.contains(&w))
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
    // A column headed "High" may stand before the one headed "Low".
    let start = low.amounts.start.min(high.amounts.start);
    let amounts = start..low.amounts.end.max(high.amounts.end);
    let end = low.range.end.max(high.range.end);
    Figure {
        range: amounts.start..end.max(amounts.end),
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

/// Gives figures side by side the period that only the last of them has:
/// "Step 1 $31.20, Step 2 $32.76 per hour".
pub(super) fn share_period(text: Text<'_>, figures: &mut [Figure]) {
    for at in (1..figures.len()).rev() {
        let (head, tail) = figures.split_at_mut(at);
        let (Some(first), Some(next)) = (head.last_mut(), tail.first()) else {
            continue;
        };
        let gap = first.range.end..next.range.start;
        if gap.start > gap.end || gap.len() > 24 || first.stretch.is_some() {
            continue;
        }
        let gap = &text.words()[gap];
        let alike = first.sign.is_some()
            && first.sign == next.sign
            && first.percent == next.percent
            && first.top() <= next.bottom() * Amount::from(2)
            && next.bottom() <= first.top() * Amount::from(2);
        let listed = gap.contains([',', '/', '|']) || has_word(gap, &["or", "and"]);
        if alike && listed && !gap.contains(['.', ';', '\n', '$', '+']) {
            first.stretch = next.stretch;
        }
    }
}

/// Puts `figure` in the place of those that it covers.
fn replace(figures: &mut Vec<Figure>, figure: Figure) {
    let from = figures.partition_point(|f| f.range.end <= figure.range.start);
    let to = figures.partition_point(|f| f.range.start < figure.range.end);
    figures.splice(from..to.max(from), [figure]);
}
