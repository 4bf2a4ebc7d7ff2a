//! Pay in structured fields: front matter, JSON-LD, feeds. It knows which fields
//! belong together; where they were written is the reader's business.

use super::currency::{self, Surroundings};
use super::field_names::{Part, interval, is_about_pay, kind_in, part_of, part_word, path_words};
use super::figure::{self, Figure};
use super::number;
use super::scale::scale_at;
use super::sign::{self, Sign};
use super::text::Text;
use super::{Form, Pay, PayKind};
use crate::document::{Field, Origin};
use crate::domain::money::Period;
use crate::domain::money::{Amount, Currency};
use crate::facts::fact::{Confidence, Found, Whence};
use crate::posting::Posting;
use crate::text::{Span, View};

/// What the fields say, and the values that were taken for it.
#[derive(Debug, Default)]
pub(super) struct Structured {
    pub pay: Vec<Found<Pay>>,
    /// In text order. Their words are not read again.
    pub taken: Vec<Span<View>>,
}

/// A field that may be part of a statement of pay.
struct Entry<'f> {
    field: &'f Field,
    words: Vec<String>,
    value: &'f str,
    /// The path without its last segment.
    container: &'f str,
    part: Part,
    /// The words of the last segment that say nothing of the part.
    residue: String,
    about_pay: bool,
}

/// Reads the pay of `posting`'s fields.
pub(super) fn read(text: Text<'_>, posting: &Posting, surroundings: &Surroundings) -> Structured {
    let entries: Vec<Entry<'_>> = posting
        .fields()
        .filter_map(|field| entry(text, field))
        .collect();
    let mut structured = Structured::default();
    if !entries.iter().any(|e| e.about_pay) {
        return structured;
    }
    let mut done = vec![false; entries.len()];
    for index in 0..entries.len() {
        let entry = &entries[index];
        if done[index] || !entry.about_pay {
            continue;
        }
        match entry.part {
            Part::Min | Part::Max => {
                let partner = partner(&entries, index);
                done[index] = true;
                if let Some(partner) = partner {
                    done[partner] = true;
                }
                let pair = partner.map(|p| &entries[p]);
                let details = Details::of(&entries, index);
                if let Some(found) = from_ends(text, posting, entry, pair, &details, surroundings) {
                    structured.pay.push(found);
                }
                structured.taken.push(entry.field.value);
                structured.taken.extend(pair.map(|p| p.field.value));
            }
            Part::Value => {
                done[index] = true;
                let details = Details::of(&entries, index);
                if from_value(text, entry, &details, surroundings, &mut structured.pay) {
                    structured.taken.push(entry.field.value);
                }
            }
            Part::Currency | Part::Interval | Part::Guessed | Part::Kind => {}
        }
    }
    structured.taken.sort();
    structured
}

fn entry<'f>(text: Text<'f>, field: &'f Field) -> Option<Entry<'f>> {
    let range = field.value.range();
    let value = text.view.get(range)?.trim();
    let (container, last) = field
        .path
        .rsplit_once('.')
        .map_or(("", field.path.as_str()), |(c, l)| (c, l));
    let words = path_words(&field.path);
    let own = path_words(last);
    // `3` in a list and `value` beside attributes say nothing; the parent does.
    let (outer, parent) = container.rsplit_once('.').unwrap_or(("", container));
    let position = own.iter().all(|w| w.bytes().all(|b| b.is_ascii_digit()));
    let parent = path_words(parent);
    let end_above = matches!(part_of(&parent), Part::Min | Part::Max);
    let of_parent =
        matches!(own.as_slice(), [w] if matches!(w.as_str(), "value" | "amount" | "text"));
    let (own, container) = if position {
        (parent, container)
    } else if of_parent && end_above {
        (parent, outer)
    } else {
        (own, container)
    };
    let part = part_of(&own);
    let residue: Vec<&str> = own
        .iter()
        .map(String::as_str)
        .filter(|w| part_word(w).is_none())
        .collect();
    Some(Entry {
        about_pay: is_about_pay(&words),
        field,
        residue: residue.join(" "),
        words,
        value,
        container,
        part,
    })
}

/// The other end: the next field of the same container and the same name.
fn partner(entries: &[Entry<'_>], index: usize) -> Option<usize> {
    let entry = &entries[index];
    let other = match entry.part {
        Part::Min => Part::Max,
        _ => Part::Min,
    };
    let same = |e: &Entry<'_>| {
        e.part == other && e.container == entry.container && e.residue == entry.residue
    };
    // Siblings stand close together.
    let near = index + 1..entries.len().min(index + 24);
    near.into_iter().find(|i| same(&entries[*i]))
}

/// What other fields say of an amount.
#[derive(Debug, Default)]
struct Details {
    currency: Option<Currency>,
    stretch: Option<Period>,
    guessed: bool,
    kind: Option<PayKind>,
}

impl Details {
    fn of(entries: &[Entry<'_>], index: usize) -> Details {
        let entry = &entries[index];
        let mut details = Details::default();
        let mut nearness = [0usize; 2];
        // What belongs together stands together.
        let from = index.saturating_sub(40);
        let to = entries.len().min(index + 40);
        for other in &entries[from..to] {
            let Some(near) = nearness_of(other, entry) else {
                continue;
            };
            match other.part {
                Part::Currency => {
                    if let Some(currency) = sign::currency_code(&other.value.to_lowercase())
                        && (near > nearness[0] || details.currency.is_none())
                    {
                        details.currency = Some(currency);
                        nearness[0] = near;
                    }
                }
                Part::Interval | Part::Kind => {
                    if let Some(stretch) = interval(other.value)
                        && (near > nearness[1] || details.stretch.is_none())
                    {
                        details.stretch = Some(stretch);
                        nearness[1] = near;
                    }
                    if other.container == entry.container && details.kind.is_none() {
                        details.kind = kind_in(&path_words(other.value));
                    }
                }
                Part::Guessed => {
                    let yes = matches!(other.value, "1" | "true" | "True" | "yes");
                    details.guessed |= yes;
                }
                Part::Min | Part::Max | Part::Value => {}
            }
        }
        details.guessed |= entry
            .words
            .iter()
            .any(|w| matches!(w.as_str(), "estimated" | "estimate" | "predicted"));
        // A stipend by itself is what the apprentice is paid.
        let alone = entry.words.len() == 1 && entry.words[0] == "stipend";
        let named = kind_in(&entry.words).filter(|_| !alone);
        details.kind = details.kind.or(named);
        if details.stretch.is_none() {
            details.stretch = entry.words.iter().find_map(|w| interval(w));
        }
        details
    }
}

/// How close a field stands to an amount; nothing if it speaks of others.
fn nearness_of(other: &Entry<'_>, entry: &Entry<'_>) -> Option<usize> {
    let inside = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.starts_with('.'))
    };
    let path = entry.field.path.as_str();
    if inside(path, &other.field.path) {
        // An attribute of the amount itself.
        return Some(usize::MAX);
    }
    let container = other.container;
    if container.is_empty() {
        // A flat record: `currency` beside `salary_min`.
        let flat = entry.container.is_empty();
        let same_name = other.residue == entry.residue;
        let named = other.about_pay || matches!(other.part, Part::Currency);
        return (named && (flat || other.about_pay)).then_some(1 + usize::from(same_name));
    }
    let near = container == entry.container || inside(container, path);
    let named = other.about_pay || container == entry.container;
    (near && named).then_some(2 + 2 * container.len() + usize::from(other.residue == entry.residue))
}

/// The amount of a field that holds little else than a number.
fn amount(text: Text<'_>, entry: &Entry<'_>) -> Option<(Amount, Option<Sign>)> {
    if entry.value.len() > 40 || entry.value.starts_with('-') {
        return None;
    }
    let words = text.words();
    let range = text.folded.range(entry.field.value);
    let digit = range.start + words[range.clone()].find(|c: char| c.is_ascii_digit())?;
    let number = number::at(words, digit).ok()?;
    let prefix = sign::before(text, digit).filter(|(_, start)| *start >= range.start);
    let scale = scale_at(text, number.range.end, true);
    let value = match scale {
        Some((scale, end)) if end <= range.end => scale.times(number.value)?,
        _ => number.value,
    };
    let end = scale.map_or(number.range.end, |s| s.1);
    let suffix = sign::after(text, end).filter(|(_, end)| *end <= range.end);
    let cents = entry.words.iter().any(|w| w == "cents");
    let value = if cents {
        value.checked_div(Amount::from(100))?
    } else {
        value
    };
    let sign = prefix.map(|p| p.0).or(suffix.map(|s| s.0));
    (!value.is_zero()).then_some((value, sign))
}

fn from_ends(
    text: Text<'_>,
    posting: &Posting,
    entry: &Entry<'_>,
    partner: Option<&Entry<'_>>,
    details: &Details,
    surroundings: &Surroundings,
) -> Option<Found<Pay>> {
    let (low, high) = match entry.part {
        Part::Min => (Some(entry), partner),
        _ => (partner, Some(entry)),
    };
    let low_amount = low.and_then(|e| amount(text, e));
    let high_amount = high.and_then(|e| amount(text, e));
    let sign = low_amount
        .and_then(|a| a.1)
        .or(high_amount.and_then(|a| a.1));
    let (mut min, mut max) = (low_amount.map(|a| a.0), high_amount.map(|a| a.0));
    let reversed = matches!((min, max), (Some(a), Some(b)) if a > b);
    if reversed {
        (min, max) = (max, min);
    }
    let form = match (min, max) {
        (Some(a), Some(b)) if a == b => Form::Single,
        (Some(_), Some(_)) => Form::Range,
        (Some(_), None) => Form::StartingAt,
        (None, Some(_)) => Form::UpTo,
        (None, None) => return None,
    };
    let at = match (low_amount.and(low), high_amount.and(high)) {
        (Some(a), Some(b)) => {
            let cover = a.field.value.cover(b.field.value);
            // In a table the names between the two stand in its head, away from the row.
            let raw = |span| posting.document.raw(span).start;
            let beside = raw(cover) == raw(a.field.value).min(raw(b.field.value));
            if cover.len() <= 200 && beside {
                cover
            } else {
                a.field.value
            }
        }
        (Some(one), None) | (None, Some(one)) => one.field.value,
        (None, None) => return None,
    };
    Some(found(
        text,
        Amounts {
            min,
            max,
            form,
            reversed,
        },
        sign,
        entry.field.origin,
        at,
        details,
        surroundings,
    ))
}

struct Amounts {
    min: Option<Amount>,
    max: Option<Amount>,
    form: Form,
    /// The lower end was given as the larger amount.
    reversed: bool,
}

fn found(
    text: Text<'_>,
    amounts: Amounts,
    sign: Option<Sign>,
    origin: Origin,
    at: Span<View>,
    details: &Details,
    surroundings: &Surroundings,
) -> Found<Pay> {
    let Amounts {
        min,
        max,
        form,
        reversed,
    } = amounts;
    let bottom = min.or(max).unwrap_or_default();
    let top = max.or(min).unwrap_or_default();
    let range = text.folded.range(at);
    let currency = match sign {
        Some(Sign::Code(currency)) => Some(currency),
        _ => details
            .currency
            .or_else(|| surroundings.resolve_amounts(text, sign, &range, top)),
    };
    let mut confidence = Confidence::High;
    let period = match details.stretch {
        Some(stretch) => Some(stretch),
        None => {
            confidence = Confidence::Medium;
            currency.and_then(|c| currency::plain_period(Some(c), bottom, top))
        }
    };
    // A year's pay to the penny, the same at both ends, is what boards compute
    // where the employer said nothing.
    let computed =
        form == Form::Single && bottom > Amount::from(10_000) && !bottom.fract().is_zero();
    let guessed = details.guessed || computed;
    let kind = if guessed {
        PayKind::Estimate
    } else {
        details.kind.unwrap_or(PayKind::Base)
    };
    Found {
        value: Pay {
            min,
            max,
            currency,
            period,
            form,
            kind,
            disclosure: matches!(kind, PayKind::Base | PayKind::Total),
            called_range: false,
            reversed,
            vague: false,
        },
        at,
        whence: Whence::Field(origin),
        confidence,
    }
}

/// Reads a field that holds an amount or a short expression. False if its words
/// are better read as a sentence.
fn from_value(
    text: Text<'_>,
    entry: &Entry<'_>,
    details: &Details,
    surroundings: &Surroundings,
    pay: &mut Vec<Found<Pay>>,
) -> bool {
    if entry.value.len() > 160 {
        return false;
    }
    let small = entry.value.to_lowercase();
    let by_employer =
        small.contains("employer") && small.contains("provided") || small.contains("employer est");
    let converted = entry.value.contains(['≈', '~']) && !entry.value.contains(['-', '$']);
    if converted || entry.value.starts_with('-') {
        return true;
    }
    let range = text.folded.range(entry.field.value);
    let words = &text.words()[range.clone()];
    let bare = words
        .trim()
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    if bare {
        if let Some((value, sign)) = amount(text, entry) {
            let amounts = Amounts {
                min: Some(value),
                max: Some(value),
                form: Form::Single,
                reversed: false,
            };
            // Numbers beside a salary: a grade, an id, a count.
            let named = entry.residue.is_empty() || is_about_pay(&path_words(&entry.residue));
            if named && value >= Amount::from(5) {
                let origin = entry.field.origin;
                let at = entry.field.value;
                pay.push(found(
                    text,
                    amounts,
                    sign,
                    origin,
                    at,
                    details,
                    surroundings,
                ));
            }
        }
        return true;
    }
    let figures: Vec<Figure> = figure::read(text, range)
        .into_iter()
        .filter(|f| !f.percent && is_amount(f))
        .collect();
    // "(Some Board est.)".
    let is_estimate = small.contains(" est.") || small.contains("(est.");
    for figure in &figures {
        let local = Details {
            kind: kind_beside(text, figure).or(details.kind),
            stretch: figure.stretch.or(details.stretch),
            guessed: (details.guessed || is_estimate) && !by_employer,
            ..*details
        };
        let amounts = Amounts {
            min: figure.min,
            max: figure.max,
            form: figure.form,
            reversed: figure.reversed,
        };
        let at = text.folded.view(figure.range.clone());
        let origin = entry.field.origin;
        pay.push(found(
            text,
            amounts,
            figure.sign,
            origin,
            at,
            &local,
            surroundings,
        ));
    }
    // "Competitive salary" is read with the other words.
    true
}

/// What the words beside a figure say it is, in a summary of several: "$100K –
/// $120K • $5K – $10K Bonus".
fn kind_beside(text: Text<'_>, figure: &Figure) -> Option<PayKind> {
    let words = text.words();
    let behind = &words[figure.range.end..];
    let end = behind.find(['•', '·', ',', ';', '|', '+', '\n'])?;
    kind_in(&path_words(behind.get(..end.min(40))?))
}

/// Whether a figure of a pay field is an amount and no year, step or count.
fn is_amount(figure: &Figure) -> bool {
    figure.sign.is_some()
        || figure.scaled
        || figure.stretch.is_some()
        || figure.marked
        || figure.top() >= Amount::from(10_000)
        || (figure.form == Form::Range && figure.top() >= Amount::from(2_200))
}
