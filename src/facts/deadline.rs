//! Until when applications are taken. It does not know which day it is.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::domain::date::Date;

/// Until when applications are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day; nothing if there is none.
    pub date: Option<Date>,
    /// Applications are taken as they come, until the position is filled.
    pub rolling: bool,
}

impl Fact for Deadline {
    const ABOUT: &'static str = "until when applications are taken";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "date",
            kind: Kind::Date,
            about: "the last day",
        },
        Attribute {
            name: "rolling",
            kind: Kind::Flag,
            about: "applications are taken as they come, until the position is filled",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "date" => self
                .date
                .map_or(Value::Absent, |d| Value::Text(d.to_string().into())),
            "rolling" => Value::Flag(self.rolling),
            _ => Value::Absent,
        }
    }
}
