//! What the words of a figure's own sentence say of it, before and behind it.

use super::super::PayKind;
use super::super::figure::{Figure, is_rank};
use super::super::words::Word;
use super::{Judge, Said};
use crate::facts::phrases::words;
use crate::text::ceil;
use std::ops::Range;

impl Judge<'_> {
    /// What the words of the sentence say, and whether they say plainly that
    /// it is pay.
    pub(super) fn words_say(
        &self,
        figure: &Figure,
        sentence: &Range<usize>,
    ) -> Option<(Said, bool)> {
        let words = self.text.words();
        let after = self.said_behind(figure, sentence);
        // A label right before the figure: "Pay range: $20 - $25 medical, dental".
        let mut shadow = None;
        for cue in self
            .cues_in(sentence.start..figure.range.start)
            .iter()
            .rev()
        {
            let gap = &words[cue.range.end.min(figure.range.start)..figure.range.start];
            let close = gap.len() <= 90;
            let tight = close && !gap.contains([',', ';', '|', '•', '+']) && !joins_another(gap);
            let named = self.said_by(cue, figure);
            let said = named.filter(|said| tight || said.is_pay());
            if said.is_none() && named == Some(Said::Elsewhere) {
                shadow = shadow.or(Some(Said::Elsewhere));
            }
            let Some(said) = said.filter(|_| !self.is_beside(&cue.range, gap)) else {
                continue;
            };
            let pay = said.is_pay();
            if let Some((behind, direct, named)) = after {
                // What stands right behind the figure names it, unless a label
                // before it does.
                let part = matches!(
                    behind,
                    Said::Kind(PayKind::Bonus | PayKind::Commission | PayKind::Equity)
                );
                let total = behind == Said::Kind(PayKind::Total);
                if direct && (part || total || named || !(pay && is_label(gap))) {
                    return Some((behind, behind.is_pay()));
                }
            }
            if pay && is_part_within(gap) {
                return Some((Said::Kind(PayKind::Bonus), false));
            }
            if pay && is_of_the_past(gap) {
                shadow = shadow.or(Some(Said::Elsewhere));
                continue;
            }
            if pay && self.is_about_another(&cue.range, figure) {
                shadow = shadow.or(after.map(|a| a.0));
                continue;
            }
            return Some((said, pay));
        }
        match (after, shadow) {
            (Some((said, ..)), _) => Some((said, said.is_pay())),
            (None, Some(shadow)) => Some((shadow, false)),
            (None, None) => None,
        }
    }

    /// What words behind the figure say of it: "$10,000 signing bonus"; whether
    /// they follow directly; and whether they name money and no purpose.
    fn said_behind(&self, figure: &Figure, sentence: &Range<usize>) -> Option<(Said, bool, bool)> {
        let words = self.text.words();
        for cue in self.cues_in(figure.range.end..sentence.end) {
            let gap = &words[figure.range.end..cue.range.start];
            let count = gap.split_whitespace().count();
            // "$177,000+ significant equity": the plus leads to something else.
            let stops = words[..figure.range.end].ends_with('+')
                || gap.contains([',', ';', '|', '•', '+', '.', '\n', '&'])
                || joins_another(gap)
                || contains_word(
                    gap,
                    words!["with" "including" "excluding" "based" "depending" "not"],
                );
            // "$52,000-$60,000 OTE $75,000": the word is the next figure's.
            let next = words
                .get(cue.range.end..sentence.end)
                .unwrap_or_default()
                .trim_start_matches([' ', ':', '-']);
            if cue.word == Word::Total && next.starts_with(['$', '€', '£']) {
                return None;
            }
            let direct = !stops && count <= 3 && !gap.contains('(');
            let Some(said) = Said::by(cue.word).filter(|_| !self.is_never_hourly(cue, figure))
            else {
                continue;
            };
            if direct {
                return Some((said, true, cue.word != Word::Purpose));
            }
            let loose = match said {
                Said::Kind(PayKind::Base) => !gap.contains([';', '|', '\n']),
                // "$47 an hour, $74 total package": the word is the other figure's.
                Said::Kind(PayKind::Total) => !gap.contains([';', '|', '\n', '$', '€', '£']),
                Said::Kind(PayKind::Stipend) | Said::Elsewhere => !stops && count <= 9,
                Said::Kind(
                    PayKind::Bonus | PayKind::Commission | PayKind::Equity | PayKind::Estimate,
                ) => false,
            };
            if loose {
                return Some((said, false, false));
            }
            if stops {
                return None;
            }
        }
        None
    }

    /// Whether a word before a figure is about something else: closed in
    /// brackets with a figure of its own, a multiple ("life insurance of 1x
    /// salary up to"), or what the figure comes on top of.
    fn is_beside(&self, cue: &Range<usize>, gap: &str) -> bool {
        let closed =
            gap.contains(')') && !gap.contains('(') && gap.bytes().any(|b| b.is_ascii_digit());
        let words = self.text.words();
        let head = &words[ceil(words, cue.start.saturating_sub(40))..cue.start];
        let head = &head[head.rfind(['.', '\n']).map_or(0, |i| i + 1)..];
        let near = head
            .trim_end_matches([' ', '-'])
            .trim_end_matches("annual")
            .trim_end_matches("base")
            .trim_end();
        let multiple = near.ends_with(" times")
            || near
                .strip_suffix('x')
                .is_some_and(|n| n.trim_end().ends_with(|c: char| c.is_ascii_digit()));
        let on_top = gap.contains(',')
            && words!["in addition to" "on top of" "besides" "alongside" "beyond" "as well as"]
                .iter()
                .any(|lead| head.contains(lead));
        closed || multiple || on_top
    }

    /// Whether a word for pay belongs to an earlier figure of the sentence, and
    /// this figure comes behind a new beginning: "$90k salary; $500 a year for books".
    fn is_about_another(&self, cue: &Range<usize>, figure: &Figure) -> bool {
        let words = self.text.words();
        let gap = &words[cue.end.min(figure.range.start)..figure.range.start];
        let figures_between = gap.bytes().any(|b| b.is_ascii_digit());
        let restarts = gap.contains([';', '|', '•']) || gap.contains(" plus ") || gap.contains('+');
        let small = figure.min == figure.max && figure.stretch.is_none();
        (figures_between && restarts && small)
            || (gap.len() > 120 && figure.min == figure.max && figure.stretch.is_none())
    }

    /// Whether nothing but a colon or "is" stands between a word for pay and
    /// the figure.
    pub(super) fn is_labelled(&self, figure: &Figure, sentence: &Range<usize>) -> bool {
        let words = self.text.words();
        let cues = self.cues_in(sentence.start..figure.range.start);
        let before = cues
            .iter()
            .rev()
            .filter(|c| c.is_pay())
            .any(|c| is_label(&words[c.range.end.min(figure.range.start)..figure.range.start]));
        let behind = self
            .said_behind(figure, sentence)
            .is_some_and(|(said, direct, _)| direct && said.is_pay());
        before || behind
    }
}

/// Whether the words go on to something else: "salary and a budget of".
fn joins_another(gap: &str) -> bool {
    contains_word(gap, &["plus"])
        || gap.contains(" and ")
        || gap.ends_with(" and")
        || gap.contains(" as well as ")
}

/// Whether the pay before holds what follows: "$27.50, which includes the ".
fn is_part_within(gap: &str) -> bool {
    let head = gap.trim_end();
    let head = [" the", " a", " an"]
        .iter()
        .find_map(|article| head.strip_suffix(article))
        .unwrap_or(head);
    let leads = [
        " includes",
        " including",
        " inclusive of",
        "(includes",
        "(including",
    ];
    leads.iter().any(|lead| {
        head.strip_suffix(lead)
            .is_some_and(|rest| rest.bytes().any(|b| b.is_ascii_digit()))
    })
}

/// Whether the last clause of `gap` tells what somebody got before: "last year the
/// clerk made".
fn is_of_the_past(gap: &str) -> bool {
    let clause = gap.rsplit([';', '(']).next().unwrap_or(gap);
    let got = ["made", "earned", "received", "got"];
    gap.len() > clause.len() && clause.contains("last year") && contains_word(clause, &got)
}

fn contains_word(gap: &str, words: &[&str]) -> bool {
    gap.split(|c: char| !c.is_alphanumeric())
        .any(|w| words.contains(&w))
}

/// Whether the words between a word for pay and a figure only introduce it.
pub(super) fn is_label(gap: &str) -> bool {
    // "Pay: Tier 1 $18"
    let mut ranked = false;
    let mut introduces = |word: &str| {
        let numbered = std::mem::replace(&mut ranked, is_rank(word)) && word.len() <= 2;
        numbered || ranked || INTRODUCING.contains(&word)
    };
    gap.len() <= 80
        && gap
            .split(|c: char| !(c.is_alphanumeric() || c == '\''))
            .filter(|w| !w.is_empty())
            .all(&mut introduces)
        && !gap.contains([';', '|'])
}

#[rustfmt::skip]
const INTRODUCING: &[&str] = &[
    "is", "are", "of", "range", "ranges", "from", "between", "at", "starting", "rate", "rates", "will",
    "be", "up", "to", "band", "max", "min", "minimum", "maximum", "for", "this", "the", "role",
    "position", "job", "in", "a", "an", "our", "base", "salary", "pay", "and", "usd", "currently",
    "approximately", "around", "about", "circa", "ca", "c", "starts", "s", "per", "hour", "year",
    "annum", "annual", "hourly", "gross", "brut", "brutto", "bruto", "expected", "estimated",
    "anticipated", "target", "scale", "level", "ab", "von", "de", "entre", "mind", "od", "est",
    "wynosi", "expectation", "expectations", "region", "beträgt", "liegt", "bei", "zwischen", "annuel",
    "annuelle", "lesson", "session", "visit", "shift", "compris", "comprise", "situe", "se", "mensual", "set", "doe",
    "indicativa", "indicativo", "lorda", "lordo", "annua", "annuo", "mensile", "compresa", "compreso", "tra", "fra", "pari",
    "nuo", "iki", "no", "līdz", "mėn", "mindestens",
];
