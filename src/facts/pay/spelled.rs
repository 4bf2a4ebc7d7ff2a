//! Sums in words: "five hundred dollars a day". It knows English numerals.

use super::Form;
use super::figure::Figure;
use super::judge::Cue;
use super::period;
use super::sign::Sign;
use super::text::Text;
use super::words::Word;
use crate::domain::money::{Amount, Currency};
use crate::facts::phrases::words;

/// The figures before each word for a currency among `cues`.
pub(super) fn read(text: Text<'_>, cues: &[Cue]) -> Vec<Figure> {
    cues.iter()
        .filter(|cue| cue.word == Word::Unit)
        .filter_map(|cue| figure(text, cue))
        .collect()
}

fn figure(text: Text<'_>, cue: &Cue) -> Option<Figure> {
    let words = text.words();
    let (value, start) = numeral(words, cue.range.start)?;
    let sign = match &words[cue.range.clone()] {
        "euros" => Sign::Code(Currency::new(b"EUR")),
        "pounds" => Sign::Code(Currency::new(b"GBP")),
        "rupees" => Sign::Code(Currency::new(b"INR")),
        _ => Sign::Dollar,
    };
    let stretch = period::at(words, cue.range.end);
    let lower = lower_end(words, start, value);
    let (min, start) = lower.unwrap_or((value, start));
    Some(Figure {
        range: start..stretch.map_or(cue.range.end, |s| s.1),
        amounts: start..cue.range.end,
        min: Some(min),
        max: Some(value),
        form: if lower.is_some() {
            Form::Range
        } else {
            Form::Single
        },
        sign: Some(sign),
        stretch: stretch.map(|s| s.0),
        big: value >= Amount::from(1_000_000),
        scaled: false,
        marked: true,
        percent: false,
        reversed: false,
    })
}

/// The lower end before `start`: "fifty to sixty thousand dollars" lends its
/// thousands.
fn lower_end(words: &str, start: usize, upper: Amount) -> Option<(Amount, usize)> {
    let head = words[..start].trim_end_matches(' ');
    let to = head.strip_suffix('-').or(head.strip_suffix(" to"));
    let head = to.or(head.strip_suffix(" and"))?;
    let (lower, from) = numeral(words, head.len())?;
    let between = || words[..from].trim_end_matches(' ').ends_with("between");
    if to.is_none() && !between() {
        return None;
    }
    let thousand = Amount::from(1_000);
    let lends = lower < thousand && upper >= thousand && lower * thousand <= upper;
    let lower = if lends { lower * thousand } else { lower };
    (lower < upper).then_some((lower, from))
}

/// The numeral that ends at `end`, and where it begins.
fn numeral(words: &str, end: usize) -> Option<(Amount, usize)> {
    let mut start = end;
    let mut parts = Vec::new();
    loop {
        let head = words[..start].trim_end_matches([' ', '-']);
        let from = head.rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| {
            i + head[i..].chars().next().map_or(1, char::len_utf8)
        });
        let word = &head[from..];
        let part = part(word);
        let joins = || word == "and" && joins_parts(&head[..from], &parts);
        if part.is_none() && !joins() || parts.len() > 9 {
            break;
        }
        parts.push((part, from));
        start = from;
    }
    let start = parts.last()?.1;
    let (mut total, mut group) = (0i64, 0i64);
    for part in parts.iter().rev().filter_map(|p| p.0) {
        match part {
            Part::Add(n) => group += n,
            Part::Hundred => group = group.max(1) * 100,
            Part::Times(n) => {
                total += group.max(1) * n;
                group = 0;
            }
        }
    }
    let value = total + group;
    (value > 0).then(|| (Amount::from(value), start))
}

/// Whether an "and" behind `head` joins the `parts` behind it to one numeral: "one
/// hundred and twenty", but not "between twenty and twenty-five".
fn joins_parts(head: &str, parts: &[(Option<Part>, usize)]) -> bool {
    let head = head.trim_end_matches(' ');
    if head.ends_with("hundred") {
        let hundreds = matches!(parts, [.., (Some(Part::Hundred), _), _]);
        return !parts.is_empty() && !hundreds;
    }
    let times = parts.iter().any(|p| matches!(p.0, Some(Part::Times(_))));
    (head.ends_with("thousand") || head.ends_with("million")) && !parts.is_empty() && !times
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Add(i64),
    Hundred,
    Times(i64),
}

fn part(word: &str) -> Option<Part> {
    const ONES: &[&str] = words![
        "zero" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten" "eleven" "twelve"
        "thirteen" "fourteen" "fifteen" "sixteen" "seventeen" "eighteen" "nineteen"
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let place = |list: &[&str]| list.iter().position(|w| *w == word).map(|i| i as i64);
    if let Some(ones) = place(ONES) {
        return Some(Part::Add(ones));
    }
    if let Some(tens) = place(&TENS) {
        return Some(Part::Add((tens + 2) * 10));
    }
    match word {
        "hundred" => Some(Part::Hundred),
        "thousand" => Some(Part::Times(1_000)),
        "million" => Some(Part::Times(1_000_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_added_up() {
        for (words, value) in [
            ("five hundred ", 500),
            ("we pay twenty-five ", 25),
            ("one hundred and twenty thousand five hundred ", 120_500),
            ("a salary of sixty thousand ", 60_000),
            ("and eighteen ", 18),
            ("twenty and twenty-five ", 25),
            ("eighteen and twenty-two ", 22),
            ("two thousand and five hundred ", 2_500),
            ("fifty thousand and sixty thousand ", 60_000),
            (
                "between one hundred and one hundred twenty thousand ",
                120_000,
            ),
        ] {
            let found = numeral(words, words.len()).map(|n| n.0);
            assert_eq!(found, Some(Amount::from(value)), "{words}");
        }
        assert_eq!(numeral("many ", 5), None);
        assert_eq!(numeral("", 0), None);
    }
}
