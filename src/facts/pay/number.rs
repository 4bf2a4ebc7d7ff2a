//! Numbers as people of many countries write them: `120,000`, `45.000,00`,
//! `12 000`, `100'000`, `6,00,000`, `16,50`. It knows digits and the marks
//! between them; it does not know money.

use crate::domain::money::Amount;
use std::ops::Range;

/// A number in the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its digits and marks, with an ending such as `,-` or `.--`.
    pub range: Range<usize>,
    /// What it most likely means.
    pub value: Amount,
    /// Its other reading: `102.500` is 102500, and 102.5 before a `k`.
    pub as_decimal: Option<Amount>,
    /// Thousands are set apart, or there are decimals: nobody writes a year,
    /// a count or an id so.
    pub marked: bool,
    /// It ends with a dash that stands for "no cents" or for "to".
    pub tail_dash: bool,
}

/// The longest run of digits and marks that is looked at.
const LONGEST: usize = 32;

/// Digits before the decimals, beyond which nothing is an amount. What is read
/// can be multiplied by a word such as "billion" and by the hours of a year
/// without growing past what [`Amount`] holds.
const MOST_DIGITS: usize = 12;

/// A number begins at `at`, where a digit must stand. The error is the end of
/// something that is no number: a date, a version, an address, an id.
pub(super) fn at(text: &str, at: usize) -> Result<Number, usize> {
    let bytes = text.as_bytes();
    let mut runs: Vec<Range<usize>> = vec![digits(bytes, at)];
    let mut marks: Vec<u8> = Vec::new();
    let mut end = runs[0].end;
    while let Some(&mark) = bytes.get(end) {
        let next = digits(bytes, end + 1);
        let joins = match mark {
            b',' | b'.' | b'\'' => !next.is_empty(),
            b' ' => joins_by_space(bytes, &runs, &marks, &next),
            _ => false,
        };
        if !joins || next.end - at > LONGEST {
            break;
        }
        end = next.end;
        marks.push(mark);
        runs.push(next);
    }
    let lens: Vec<usize> = runs.iter().map(Range::len).collect();
    let shape = shape(&lens, &marks, bytes[at] == b'0');
    let (whole, decimals, as_decimal) = match shape {
        Shape::Odd => return Err(end),
        Shape::List => {
            // "1,2,3": the first stands for itself.
            end = runs[0].end;
            (1, 0, None)
        }
        Shape::Whole => {
            let doubtful = runs.len() == 2 && marks[0] == b'.';
            let other = doubtful.then(|| amount(bytes, &runs, 1)).flatten();
            (runs.len(), 0, other)
        }
        Shape::Decimal => (runs.len() - 1, lens[lens.len() - 1], None),
    };
    if lens[..whole].iter().sum::<usize>() > MOST_DIGITS {
        return Err(end);
    }
    let value = amount(bytes, &runs[..whole + usize::from(decimals > 0)], whole).ok_or(end)?;
    let (end, tail_dash) = ending(bytes, end);
    Ok(Number {
        range: at..end,
        value,
        as_decimal,
        marked: whole > 1 || decimals > 0 || tail_dash,
        tail_dash,
    })
}

/// The cents at `at` behind a point that nothing stands before: `.55`.
pub(super) fn cents(text: &str, at: usize) -> Option<Number> {
    let bytes = text.as_bytes();
    let run = digits(bytes, at);
    let goes_on = matches!(bytes.get(run.end), Some(b',' | b'.'))
        && bytes.get(run.end + 1).is_some_and(u8::is_ascii_digit);
    if !(1..=4).contains(&run.len()) || goes_on {
        return None;
    }
    Some(Number {
        value: amount(bytes, std::slice::from_ref(&run), 0)?,
        range: run,
        as_decimal: None,
        marked: true,
        tail_dash: false,
    })
}

/// The run of digits that begins at `at`; empty if there is none.
fn digits(bytes: &[u8], at: usize) -> Range<usize> {
    let mut end = at;
    while end - at <= LONGEST && bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    at..end
}

/// Whether a space between `runs` and `next` groups thousands: `12 000`, but
/// not `Level 2 150,000` or `2024 100`.
fn joins_by_space(bytes: &[u8], runs: &[Range<usize>], marks: &[u8], next: &Range<usize>) -> bool {
    let groups = next.len() == 3
        && runs[0].len() <= 3
        && bytes[runs[0].start] != b'0'
        && marks.iter().all(|m| *m == b' ')
        && runs[1..].iter().all(|r| r.len() == 3);
    let next_has_own_groups = matches!(bytes.get(next.end), Some(b',' | b'.' | b'\''))
        && digits(bytes, next.end + 1).len() == 3;
    groups && !next_has_own_groups
}

enum Shape {
    Whole,
    /// The last run is the decimals.
    Decimal,
    /// Several numbers with commas between.
    List,
    /// A date, a version, an address.
    Odd,
}

fn shape(lens: &[usize], marks: &[u8], leading_zero: bool) -> Shape {
    let Some((&last_mark, before)) = marks.split_last() else {
        return Shape::Whole;
    };
    let last = lens[lens.len() - 1];
    let thousands = |lens: &[usize]| {
        !leading_zero && (1..=3).contains(&lens[0]) && lens[1..].iter().all(|l| *l == 3)
    };
    // 6,00,000 and 1,25,00,000, as in India.
    let lakhs = |lens: &[usize], marks: &[u8]| {
        lens.len() > 2
            && (1..=2).contains(&lens[0])
            && lens[1..lens.len() - 1].iter().all(|l| *l == 2)
            && lens[lens.len() - 1] == 3
            && marks.iter().all(|m| *m == b',')
    };
    let same = |marks: &[u8]| marks.iter().all(|m| *m == marks[0]);
    if before.is_empty() {
        return match (last_mark, last) {
            (_, 3) if thousands(lens) => Shape::Whole,
            (b',' | b'.', 1 | 2) => Shape::Decimal,
            (b'.', _) => Shape::Decimal,
            (b',', 3) if leading_zero => Shape::Decimal,
            (b',', _) => Shape::List,
            _ => Shape::Odd,
        };
    }
    if (same(marks) && thousands(lens)) || lakhs(lens, marks) {
        return Shape::Whole;
    }
    let head = &lens[..lens.len() - 1];
    let decimal_mark = matches!(last_mark, b',' | b'.') && last_mark != before[0];
    if decimal_mark && last <= 2 && same(before) && (thousands(head) || lakhs(head, before)) {
        return Shape::Decimal;
    }
    if marks.iter().all(|m| *m == b',') {
        return Shape::List;
    }
    Shape::Odd
}

/// The amount whose whole part is the first `whole` runs and whose decimals are
/// the rest.
fn amount(bytes: &[u8], runs: &[Range<usize>], whole: usize) -> Option<Amount> {
    let mut value: i64 = 0;
    let mut scale = 0;
    for (index, run) in runs.iter().enumerate() {
        for byte in &bytes[run.clone()] {
            value = value.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
            scale += u32::from(index >= whole);
        }
    }
    Amount::try_new(value, scale).ok()
}

/// `45.000,-`, `6'500.-`, `175:-`, `45,000/=`: signs that there are no cents.
/// Returns the new end, and whether a dash closes it.
fn ending(bytes: &[u8], end: usize) -> (usize, bool) {
    let rest = &bytes[end..];
    let dash = match rest {
        [b',' | b'.', b'-', b'-', ..] => 3,
        [b',' | b'.' | b':' | b'/', b'-', ..] | [b'/', b'=', ..] => 2,
        _ => 0,
    };
    let more = bytes.get(end + dash).is_some_and(u8::is_ascii_digit);
    if dash == 0 || more {
        (end, false)
    } else {
        (end + dash, rest[dash - 1] == b'-')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let number = at(text, 0).ok()?;
        Some((
            number.value.normalize().to_string(),
            text[number.range].to_owned(),
        ))
    }

    #[test]
    fn numbers_are_read_as_their_country_writes_them() {
        for (text, value, words) in [
            ("120,000 a year", "120000", "120,000"),
            ("1,250,000.50", "1250000.5", "1,250,000.50"),
            ("22.50-26", "22.5", "22.50"),
            ("45.000,- brutto", "45000", "45.000,-"),
            ("52.000,00 bis", "52000", "52.000,00"),
            ("1.200.000", "1200000", "1.200.000"),
            ("15,40 brutto", "15.4", "15,40"),
            ("100'000", "100000", "100'000"),
            ("6'500.- x 13", "6500", "6'500.-"),
            ("12 000 - 15 000", "12000", "12 000"),
            ("12 000,50 zl", "12000.5", "12 000,50"),
            ("6,00,000 p.a.", "600000", "6,00,000"),
            ("1,25,00,000.00", "12500000", "1,25,00,000.00"),
            ("175:-/tim", "175", "175:-"),
            ("45,000/=", "45000", "45,000/="),
            ("0.125 of", "0.125", "0.125"),
            ("66,600.00- plus", "66600", "66,600.00"),
            ("275.1k", "275.1", "275.1"),
            ("2 150,000", "2", "2"),
            ("2024 100 000", "2024", "2024"),
            ("195000-210000", "195000", "195000"),
            ("1,2,3", "1", "1"),
        ] {
            assert_eq!(read(text), Some((value.into(), words.into())), "{text}");
        }
    }

    #[test]
    fn dates_versions_and_ids_are_no_numbers() {
        let longer_than_any_amount = "9,000,000,000,000";
        for text in [
            "12.05.2024",
            "1.2.3",
            "192.168.10.1",
            "4305123456789012",
            longer_than_any_amount,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_point_before_three_digits_has_a_second_reading() {
        let number = at("102.500k", 0).expect("a number");
        assert_eq!(number.value, Amount::from(102_500));
        assert_eq!(number.as_decimal, Some(Amount::new(1025, 1)));
    }
}
