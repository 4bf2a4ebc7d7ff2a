//! The dates of a posting, save the application deadline, which is a fact of
//! its own.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::domain::date::Date;

/// A date and what happens on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingDate {
    pub kind: DateKind,
    pub date: Date,
}

/// What happens on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateKind {
    /// The posting was published.
    Posted,
    /// The posting is no longer shown after it; no application deadline.
    ValidThrough,
    /// The work begins.
    Start,
    /// The work ends.
    End,
    /// The posting was changed.
    Updated,
}

impl DateKind {
    /// The names in rule files and output.
    pub const NAMES: &'static [&'static str] =
        &["posted", "valid_through", "start", "end", "updated"];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            DateKind::Posted => "posted",
            DateKind::ValidThrough => "valid_through",
            DateKind::Start => "start",
            DateKind::End => "end",
            DateKind::Updated => "updated",
        }
    }
}

impl Fact for PostingDate {
    const ABOUT: &'static str = "when the posting was published, and when the work begins and ends";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kind",
            kind: Kind::Choice(DateKind::NAMES),
            about: "what happens on the date",
        },
        Attribute {
            name: "date",
            kind: Kind::Date,
            about: "the date",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kind" => Value::text(Some(self.kind.name())),
            "date" => Value::Text(self.date.to_string().into()),
            _ => Value::Absent,
        }
    }
}
