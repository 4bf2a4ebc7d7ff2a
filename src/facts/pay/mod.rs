//! What the posting says about pay: amounts, currency, period, and whether it
//! is the employer who says it of this job.

mod currency;
mod field_names;
mod fields;
mod figure;
mod judge;
mod measure;
mod number;
mod period;
#[cfg(test)]
mod properties;
mod scale;
mod sign;
mod spelled;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod vague;
mod words;

use super::Facts;
use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value, Whence};
use crate::document::Field;
use crate::domain::money::{Amount, Currency, Period};
use crate::posting::{Furniture, Prose};
use crate::text::{Folded, Span, View, ceil};
use currency::Surroundings;
use figure::Figure;
use judge::{Judge, Judgement};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use text::Text;
use words::Word;

/// One statement about money that is paid for work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// The lower end in whole units of the currency; equal to `max` for a
    /// single figure, absent where the posting leaves it open.
    pub min: Option<Amount>,
    /// The upper end.
    pub max: Option<Amount>,
    /// Absent where it is neither stated nor plain.
    pub currency: Option<Currency>,
    /// What stretch of work the amounts pay for.
    pub period: Option<Period>,
    /// How the amounts are given.
    pub form: Form,
    /// What is paid.
    pub kind: PayKind,
    /// The employer states a figure for this job.
    pub disclosure: bool,
    /// The text calls a single figure a range.
    pub called_range: bool,
    /// The larger amount is written first; `min` and `max` are put right.
    pub reversed: bool,
    /// Words that promise pay and name none: "competitive", "DOE".
    pub vague: bool,
}

/// How amounts are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Both ends.
    Range,
    /// One figure.
    Single,
    /// An upper end alone: "up to $80k".
    UpTo,
    /// A lower end alone: "from $25", "$100k+".
    StartingAt,
    /// Something else: a formula, or no figure at all.
    Other,
}

/// What is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayKind {
    /// Wage or salary.
    Base,
    /// Everything together: "total compensation", "OTE".
    Total,
    Bonus,
    Commission,
    Equity,
    /// Money for a purpose: tuition, a home office, meals.
    Stipend,
    /// A job board's own guess.
    Estimate,
}

/// The most complete pay statement of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disclosed {
    /// No figure.
    None,
    /// One end of a range.
    OpenEnded,
    /// One figure.
    Single,
    /// Both ends.
    Range,
}

impl Form {
    /// All of them by name, for rule files.
    pub const NAMES: &'static [&'static str] =
        &["range", "single", "up_to", "starting_at", "other"];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Form::Range => "range",
            Form::Single => "single",
            Form::UpTo => "up_to",
            Form::StartingAt => "starting_at",
            Form::Other => "other",
        }
    }
}

impl PayKind {
    /// All of them by name, for rule files.
    pub const NAMES: &'static [&'static str] = &[
        "base",
        "total",
        "bonus",
        "commission",
        "equity",
        "stipend",
        "estimate-by-aggregator",
    ];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            PayKind::Base => "base",
            PayKind::Total => "total",
            PayKind::Bonus => "bonus",
            PayKind::Commission => "commission",
            PayKind::Equity => "equity",
            PayKind::Stipend => "stipend",
            PayKind::Estimate => "estimate-by-aggregator",
        }
    }
}

impl Disclosed {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            Disclosed::None => "none",
            Disclosed::OpenEnded => "open_ended",
            Disclosed::Single => "single",
            Disclosed::Range => "range",
        }
    }
}

impl Facts {
    /// What the employer's pay statements come to: the most complete of them.
    pub fn pay_disclosed(&self) -> Disclosed {
        self.pay
            .iter()
            .filter(|pay| pay.value.disclosure)
            .map(|pay| match pay.value.form {
                Form::Range => Disclosed::Range,
                Form::Single => Disclosed::Single,
                Form::UpTo | Form::StartingAt => Disclosed::OpenEnded,
                Form::Other => Disclosed::None,
            })
            .max()
            .unwrap_or(Disclosed::None)
    }
}

impl Fact for Pay {
    const ABOUT: &'static str = "a statement about pay: amounts, currency, period";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "min",
            kind: Kind::Number,
            about: "the lower end in whole units of the currency; a single figure is both ends",
        },
        Attribute {
            name: "max",
            kind: Kind::Number,
            about: "the upper end in whole units of the currency",
        },
        Attribute {
            name: "currency",
            kind: Kind::Text,
            about: "ISO 4217 code, where stated or plain",
        },
        Attribute {
            name: "period",
            kind: Kind::Choice(Period::NAMES),
            about: "what stretch of work is paid",
        },
        Attribute {
            name: "form",
            kind: Kind::Choice(Form::NAMES),
            about: "how the amounts are given",
        },
        Attribute {
            name: "kind",
            kind: Kind::Choice(PayKind::NAMES),
            about: "what is paid",
        },
        Attribute {
            name: "disclosure",
            kind: Kind::Flag,
            about: "the employer states a figure for this job",
        },
        Attribute {
            name: "called_range",
            kind: Kind::Flag,
            about: "the text calls a single figure a range",
        },
        Attribute {
            name: "reversed",
            kind: Kind::Flag,
            about: "the larger amount is written first",
        },
        Attribute {
            name: "vague",
            kind: Kind::Flag,
            about: "words that promise pay and name none, such as \"competitive\"",
        },
        Attribute {
            name: "spread",
            kind: Kind::Number,
            about: "how far a range's top lies above its bottom, as a share of the bottom: 0.5 for 20 to 30",
        },
        Attribute {
            name: "yearly_max",
            kind: Kind::Number,
            about: "the upper end for a year of full-time work",
        },
        Attribute {
            name: "yearly_width",
            kind: Kind::Number,
            about: "how far a range's top lies above its bottom in a year; hours count for weeks of 35",
        },
    ];

    const CUES: &'static [&'static str] = words::CUES;

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let prose = context.prose;
        let text = Text {
            folded: &prose.folded,
            view: &prose.posting.text,
        };
        let surroundings = Surroundings::of(context.facts);
        let mut found = estimates(prose, &surroundings);
        let structured = fields::read(text, prose.posting, &surroundings);
        found.extend(structured.pay);
        // Names of jobs and of houses say nothing of money: "Harbor Homes".
        let employers = context.facts.employer.iter().map(|e| e.at);
        let titles = context.facts.title.iter().map(|t| t.at);
        let titles = titles.chain(employers).collect();
        let mut judge = Judge::new(text, prose, context.hits, &surroundings, titles);
        let mut stated: Vec<Range<usize>> = Vec::new();
        let sources = Sources::of(prose);
        for figure in figures(text, prose, &judge) {
            let at = text.folded.view(figure.range.clone());
            if overlaps(&structured.taken, at) {
                stated.push(figure.range);
                continue;
            }
            let Some(judgement) = judge.judge(&figure) else {
                continue;
            };
            let pay = statement(text, &judge, &figure, judgement);
            if pay.disclosure {
                stated.push(figure.range.clone());
            }
            found.push(Found {
                value: pay,
                at,
                whence: sources.whence(at),
                confidence: judgement.confidence,
            });
        }
        for (pay, range) in vague::read(text, prose, &judge, &stated) {
            let at = text.folded.view(range);
            found.push(Found {
                value: pay,
                at,
                whence: sources.whence(at),
                confidence: Confidence::High,
            });
        }
        found.sort_by_key(|f| (f.at.start, f.at.end));
        restate_open_ends(&mut found);
        mark_called_ranges(text, &judge, &mut found);
        share_currency(&mut found);
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        let choice = |name: &'static str| Value::Text(Cow::Borrowed(name));
        match name {
            "min" => Value::number(self.min),
            "max" => Value::number(self.max),
            "currency" => Value::text(self.currency.as_ref().map(Currency::code)),
            "period" => self.period.map_or(Value::Absent, |p| choice(p.name())),
            "form" => choice(self.form.name()),
            "kind" => choice(self.kind.name()),
            "disclosure" => Value::Flag(self.disclosure),
            "called_range" => Value::Flag(self.called_range),
            "reversed" => Value::Flag(self.reversed),
            "vague" => Value::Flag(self.vague),
            "spread" => Value::number(self.spread()),
            "yearly_max" => Value::number(self.max.and_then(|max| self.yearly(max))),
            "yearly_width" => Value::number(self.yearly_width()),
            _ => Value::Absent,
        }
    }
}

/// All figures of the text, in order.
fn figures(text: Text<'_>, prose: &Prose<'_>, judge: &Judge<'_>) -> Vec<Figure> {
    let mut figures = figure::read(text, 0..text.words().len());
    table::join_columns(text, prose, &mut figures);
    table::join_labelled_ends(text, &mut figures);
    table::join_named_pairs(text, &mut figures);
    table::share_period(text, &mut figures);
    let spelled = spelled::read(text, judge.cues());
    if !spelled.is_empty() {
        figures.extend(spelled);
        figures.sort_by_key(|f| (f.range.start, f.range.end));
    }
    figures
}

/// The fact that a judged figure is.
fn statement(text: Text<'_>, judge: &Judge<'_>, figure: &Figure, judgement: Judgement) -> Pay {
    let Judgement {
        kind,
        currency,
        period,
        confidence: _,
    } = judgement;
    let (mut min, mut max, mut form) = (figure.min, figure.max, figure.form);
    if figure.percent {
        (min, max) = (None, None);
    } else if form == Form::Single {
        match judge.bound(text, figure) {
            Some(Form::UpTo) => (min, form) = (None, Form::UpTo),
            Some(Form::StartingAt) => (max, form) = (None, Form::StartingAt),
            _ => {}
        }
    }
    Pay {
        min,
        max,
        currency,
        period,
        form,
        kind,
        disclosure: matches!(kind, PayKind::Base | PayKind::Total) && form != Form::Other,
        called_range: false,
        reversed: figure.reversed,
        vague: false,
    }
}

/// A board's own guesses, which stand in furniture that was cut away.
fn estimates(prose: &Prose<'_>, surroundings: &Surroundings) -> Vec<Found<Pay>> {
    let posting = prose.posting;
    let mut found = Vec::new();
    for cut in &posting.trimmed {
        if cut.kind != Furniture::PayEstimate {
            continue;
        }
        let words = posting.document.words(cut.span);
        let folded = Folded::of(words);
        let text = Text {
            folded: &folded,
            view: words,
        };
        let mut figures = figure::read(text, 0..folded.text().len());
        table::join_labelled_ends(text, &mut figures);
        for figure in figures {
            if figure.percent || figure.sign.is_none() {
                continue;
            }
            let currency = surroundings.usual(figure.sign);
            let period = figure
                .stretch
                .or_else(|| currency::plain_period(currency, figure.bottom(), figure.top()));
            let inner = folded.view(figure.range.clone());
            found.push(Found {
                value: Pay {
                    min: figure.min,
                    max: figure.max,
                    currency,
                    period,
                    form: figure.form,
                    kind: PayKind::Estimate,
                    disclosure: false,
                    called_range: false,
                    reversed: false,
                    vague: false,
                },
                at: Span::new(cut.span.start + inner.start, cut.span.start + inner.end),
                whence: Whence::Furniture,
                confidence: Confidence::Medium,
            });
        }
    }
    found
}

/// A single figure that is said elsewhere to be one end of the pay is that end.
fn restate_open_ends(found: &mut [Found<Pay>]) {
    let said = |pay: &Pay| (pay.kind, pay.period, pay.min.or(pay.max));
    let mut ends = HashMap::new();
    for pay in found.iter().map(|f| &f.value) {
        if pay.disclosure && matches!(pay.form, Form::UpTo | Form::StartingAt) {
            let end = (pay.form, pay.min, pay.max);
            ends.entry(said(pay)).or_insert(end);
        }
    }
    for pay in found.iter_mut().map(|f| &mut f.value) {
        if !pay.disclosure || pay.form != Form::Single {
            continue;
        }
        if let Some(end) = ends.get(&(pay.kind, pay.period, pay.min)) {
            (pay.form, pay.min, pay.max) = *end;
        }
    }
}

/// Gives bare amounts the currency of the others, where all others agree.
fn share_currency(found: &mut [Found<Pay>]) {
    let mut stated = found
        .iter()
        .filter(|f| f.value.disclosure)
        .filter_map(|f| f.value.currency);
    let Some(currency) = stated.next() else {
        return;
    };
    if stated.any(|other| other != currency) {
        return;
    }
    for pay in found {
        let value = &mut pay.value;
        if !value.disclosure || value.currency.is_some() {
            continue;
        }
        value.currency = Some(currency);
        pay.confidence = pay.confidence.min(Confidence::Medium);
        let amounts = value.min.or(value.max).zip(value.max.or(value.min));
        if let Some((bottom, top)) = amounts {
            let plain = || currency::plain_period(Some(currency), bottom, top);
            value.period = value.period.or_else(plain);
        }
    }
}

/// Marks the single figures of a posting that speaks of a range of pay and
/// gives none.
fn mark_called_ranges(text: Text<'_>, judge: &Judge<'_>, found: &mut [Found<Pay>]) {
    let has_range = found
        .iter()
        .any(|f| f.value.disclosure && f.value.form == Form::Range);
    if has_range {
        return;
    }
    for pay in found {
        if !(pay.value.disclosure && pay.value.form == Form::Single) {
            continue;
        }
        let range = text.folded.range(pay.at);
        let words = text.words();
        let from = ceil(words, range.start.saturating_sub(1_500));
        let to = ceil(words, range.end + 400);
        pay.value.called_range = judge
            .cues_in(from..to)
            .iter()
            .any(|c| c.word == Word::Range);
    }
}

/// Whether `span` shares words with one of `taken`, which are in text order.
fn overlaps(taken: &[Span<View>], span: Span<View>) -> bool {
    let index = taken.partition_point(|t| t.start < span.end);
    // Values of fields do not nest, so only the last can reach so far.
    index
        .checked_sub(1)
        .is_some_and(|last| taken[last].overlaps(span))
}

/// The structured fields in text order, to tell where words are from.
struct Sources<'p> {
    fields: Vec<&'p Field>,
}

impl<'p> Sources<'p> {
    fn of(prose: &Prose<'p>) -> Self {
        let mut fields: Vec<&Field> = prose.posting.fields().collect();
        fields.sort_by_key(|f| f.value.start);
        Sources { fields }
    }

    fn whence(&self, at: Span<View>) -> Whence {
        let index = self.fields.partition_point(|f| f.value.start <= at.start);
        match index.checked_sub(1).map(|i| self.fields[i]) {
            Some(field) if field.value.contains(at) => Whence::Field(field.origin),
            _ => Whence::Text,
        }
    }
}
