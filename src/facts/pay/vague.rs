//! Words that promise pay and name none: "competitive salary", "DOE", a pay
//! grade. It knows the lexicon's cues and where figures are.

use super::judge::{Cue, Judge};
use super::text::Text;
use super::words::Word;
use super::{Form, Pay, PayKind};
use crate::facts::phrases::words;
use crate::posting::Prose;
use crate::text::{ceil, floor};
use std::ops::Range;

/// The statements without a figure, each with its words in the folded text.
/// `figures` are the places of pay that is stated, in text order: a sentence
/// that states a figure is not vague.
pub(super) fn read(
    text: Text<'_>,
    prose: &Prose<'_>,
    judge: &Judge<'_>,
    figures: &[Range<usize>],
) -> Vec<(Pay, Range<usize>)> {
    let words = text.words();
    let mut found: Vec<(Pay, Range<usize>)> = Vec::new();
    for cue in judge.cues() {
        let Some((range, kind)) = statement(text, judge, cue) else {
            continue;
        };
        // Where figures are stated, experience only moves within them.
        if cue.word == Word::Depends && !figures.is_empty() {
            continue;
        }
        let view = text.folded.view(range.clone());
        let sentence = text.folded.range(prose.sentence_at(view.start));
        let from = sentence
            .start
            .min(range.start)
            .max(range.start.saturating_sub(200));
        let to = sentence
            .end
            .max(range.end)
            .min(range.end + 120)
            .min(words.len());
        if is_won_for_others(&words[from..range.start]) {
            continue;
        }
        let next = figures.partition_point(|f| f.end <= from);
        if figures.get(next).is_some_and(|f| f.start < to) {
            continue;
        }
        if found.last().is_some_and(|(_, last)| last.end > range.start) {
            continue;
        }
        found.push((
            Pay {
                min: None,
                max: None,
                currency: None,
                period: None,
                form: Form::Other,
                kind,
                disclosure: false,
                called_range: false,
                reversed: false,
                vague: cue.word != Word::Grade,
            },
            range,
        ));
    }
    found
}

fn statement(text: Text<'_>, judge: &Judge<'_>, cue: &Cue) -> Option<(Range<usize>, PayKind)> {
    let words = text.words();
    match cue.word {
        Word::Vague => Some((cue.range.clone(), PayKind::Base)),
        Word::Grade => Some((grade(words, &cue.range), PayKind::Base)),
        Word::Praise => {
            let near = floor(words, cue.range.end + 60);
            let noun = judge
                .cues_in(cue.range.end..near)
                .iter()
                .find(|c| names_pay(words, c))
                .filter(|c| !is_studied(&words[c.range.end..]))
                .filter(|c| {
                    let gap = &words[cue.range.end..c.range.start];
                    gap.split_whitespace().count() <= 4 && !gap.contains(['.', ';', ':', '\n', '('])
                });
            if let Some(noun) = noun {
                return Some((cue.range.start..noun.range.end, kind_of(noun)));
            }
            let from = ceil(words, cue.range.start.saturating_sub(40));
            let noun = judge
                .cues_in(from..cue.range.start)
                .iter()
                .rev()
                .find(|c| names_pay(words, c))?;
            let gap = words.get(noun.range.end..cue.range.start)?;
            let joins = gap
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .all(|w| {
                    matches!(
                        w,
                        "is" | "are" | "very" | "highly" | "est" | "muy" | "range"
                    )
                });
            (joins && gap.len() <= 20 && !gap.contains(['.', ';', '\n', ',']))
                .then(|| (noun.range.start..cue.range.end, kind_of(noun)))
        }
        Word::Depends => {
            let written = &words[cue.range.clone()];
            if written == "doe" && !text.is_upper(cue.range.start, cue.range.end) {
                return None;
            }
            let from = ceil(words, cue.range.start.saturating_sub(100));
            let from = words[from..cue.range.start]
                .rfind(['\n', '.'])
                .map_or(from, |i| from + i + 1);
            let to = floor(words, cue.range.end + 60);
            let to = words[cue.range.end..to]
                .find(['\n', '.'])
                .map_or(to, |i| cue.range.end + i);
            let noun = judge
                .cues_in(from..to)
                .iter()
                .find(|c| names_pay(words, c))
                .cloned();
            if let Some(noun) = noun {
                let start = noun.range.start.min(cue.range.start);
                return Some((start..noun.range.end.max(cue.range.end), kind_of(&noun)));
            }
            // A line of its own under "Compensation".
            let alone = words[from..cue.range.start].trim().is_empty();
            let labelled = judge.is_under_pay(&cue.range);
            (alone && labelled).then(|| (cue.range.clone(), PayKind::Base))
        }
        Word::Pay
        | Word::Total
        | Word::Bonus
        | Word::Commission
        | Word::Equity
        | Word::Stipend
        | Word::Purpose
        | Word::Elsewhere
        | Word::Nothing
        | Word::Range
        | Word::Per(_)
        | Word::Unit => None,
    }
}

fn kind_of(noun: &Cue) -> PayKind {
    if noun.word == Word::Total {
        PayKind::Total
    } else {
        PayKind::Base
    }
}

/// Whether a cue names pay as a thing, and is no verb or adjective.
fn names_pay(words: &str, cue: &Cue) -> bool {
    matches!(cue.word, Word::Pay | Word::Total)
        && !matches!(
            &words[cue.range.clone()],
            "base"
                | "basic"
                | "earn"
                | "earning"
                | "earnings"
                | "paid"
                | "paying"
                | "pays"
                | "fixe"
                | "brutto"
                | "bruto"
                | "salaried"
                | "are paid"
                | "is paid"
                | "be paid"
                | "get paid"
                | "getting paid"
                | "paid at"
                | "take home"
                | "rate"
                | "plat"
        )
}

/// "We have helped thousands of victims get": whose pay the words of a sentence speak of
/// is a client's.
fn is_won_for_others(before: &str) -> bool {
    const GAINS: &[&str] = words![
        "get" "gets" "getting" "receive" "receives" "receiving" "obtain" "obtains" "win" "secure"
        "recover" "achieve" "earn" "negotiate"
    ];
    let mut words = before.split(|c: char| !c.is_alphanumeric());
    let helps = words.any(|word| matches!(word, "help" | "helps" | "helped" | "helping"));
    let of_applicant = |word: &str| matches!(word, "you" | "your" | "employees" | "staff");
    let mut gains = false;
    helps
        && words.all(|word| {
            gains |= GAINS.contains(&word);
            !of_applicant(word)
        })
        && gains
}

/// "competitive salary analysis": a task, not an offer.
fn is_studied(rest: &str) -> bool {
    let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|w| {
        matches!(
            w,
            "act"
                | "acts"
                | "law"
                | "laws"
                | "analysis"
                | "analyses"
                | "practices"
                | "practice"
                | "philosophy"
                | "structure"
                | "structures"
                | "data"
                | "benchmarking"
                | "surveys"
                | "reviews"
                | "programs"
                | "strategy"
                | "strategies"
                | "policies"
        )
    })
}

/// A pay grade with its number: `EG 11 TVöD`, `TV-L E13`.
fn grade(words: &str, cue: &Range<usize>) -> Range<usize> {
    let mut range = cue.clone();
    let head = words[..cue.start].trim_end_matches(' ');
    let from = head
        .char_indices()
        .rev()
        .take(7)
        .take_while(|(_, c)| c.is_ascii_alphanumeric() || *c == ' ')
        .last()
        .map_or(head.len(), |(i, _)| i);
    if let Some(at) = head[from..].rfind('e')
        && is_grade(&head[from + at..])
    {
        range.start = from + at;
    }
    let rest = &words[cue.end..];
    let lead = rest.len() - rest.trim_start_matches(' ').len();
    let len = rest[lead..]
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == ' '))
        .unwrap_or(rest.len() - lead)
        .min(6);
    for take in (2..=len).rev() {
        if is_grade(&rest[lead..lead + take]) {
            range.end = cue.end + lead + take;
            break;
        }
    }
    range
}

/// `e9b`, `eg 11`, `e 13`.
fn is_grade(piece: &str) -> bool {
    let digits = piece
        .strip_prefix("eg")
        .or(piece.strip_prefix('e'))
        .map(|rest| rest.strip_prefix(' ').unwrap_or(rest));
    digits.is_some_and(|d| {
        let number = d.trim_end_matches(['a', 'b', 'c']);
        (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_takes_its_number_along() {
        for (words, grade_words) in [
            ("nach eg 11 tvöd (bund)", "eg 11 tvöd"),
            ("tv-l e13, 100 %", "tv-l e13"),
            ("tvöd e 9b", "tvöd e 9b"),
            ("im tvöd und mehr", "tvöd"),
        ] {
            let name = if words.contains("tv-l") {
                "tv-l"
            } else {
                "tvöd"
            };
            let at = words.find(name).expect("named");
            let range = grade(words, &(at..at + name.len()));
            assert_eq!(&words[range], grade_words);
        }
    }
}
