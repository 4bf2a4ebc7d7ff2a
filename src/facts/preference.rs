//! Words that prefer or exclude applicants by age or gender. It does not know
//! when that is lawful.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// Words that prefer or exclude applicants by a personal trait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// By which trait.
    pub ground: Ground,
}

/// Traits that a preference goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    Age,
    Gender,
}

impl Ground {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Ground::Age => "age",
            Ground::Gender => "gender",
        }
    }
}

impl Fact for Preference {
    const ABOUT: &'static str = "words that prefer or exclude applicants by age or gender";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "ground",
        kind: Kind::Choice(&["age", "gender"]),
        about: "the trait that the preference goes by",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "ground" => Value::text(Some(self.ground.name())),
            _ => Value::Absent,
        }
    }
}
