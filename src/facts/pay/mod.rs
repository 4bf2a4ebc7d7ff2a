//! What the posting says about pay: amounts, currency, period, and whether it
//! is the employer who says it of this job.

use super::Facts;
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::domain::money::{Amount, Currency, Period};
use std::borrow::Cow;

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
            name: "vague",
            kind: Kind::Flag,
            about: "words that promise pay and name none, such as \"competitive\"",
        },
        Attribute {
            name: "spread",
            kind: Kind::Number,
            about: "how far a range's top lies above its bottom, as a share of the bottom: 0.5 for 20 to 30",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
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
            "vague" => Value::Flag(self.vague),
            "spread" => Value::number(self.spread()),
            _ => Value::Absent,
        }
    }
}

impl Pay {
    /// How far the top of a range lies above its bottom, as a share of the bottom.
    fn spread(&self) -> Option<Amount> {
        let (min, max) = (self.min?, self.max?);
        match self.form {
            Form::Range => max.checked_sub(min)?.checked_div(min),
            Form::UpTo | Form::StartingAt | Form::Single | Form::Other => None,
        }
    }
}
