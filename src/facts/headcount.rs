//! How many people the posting says the employer has.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::domain::money::Amount;

/// A number of employees, as laws with thresholds ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headcount {
    /// The employer has at least so many employees.
    pub at_least: u32,
}

impl Fact for Headcount {
    const ABOUT: &'static str = "how many employees the posting says the employer has";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "at_least",
        kind: Kind::Number,
        about: "employees that the employer has at least",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "at_least" => Value::Number(Amount::from(self.at_least)),
            _ => Value::Absent,
        }
    }
}
