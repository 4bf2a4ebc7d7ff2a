//! Questions about what applicants earn or earned. It does not know where
//! asking is forbidden.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A mention of applicants' current or past pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SalaryHistory {
    /// The posting asks for it; false where it says that nobody asks.
    pub asked: bool,
}

impl Fact for SalaryHistory {
    const ABOUT: &'static str = "a mention of applicants' current or past pay";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "asked",
        kind: Kind::Flag,
        about: "the posting asks for it; false where it says that nobody asks",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "asked" => Value::Flag(self.asked),
            _ => Value::Absent,
        }
    }
}
