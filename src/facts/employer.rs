//! Who hires: the employer, or the agency where the client is not named.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// An employer by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
    /// As written.
    pub name: String,
}

impl Fact for Employer {
    const ABOUT: &'static str = "who hires; the agency, if its client is not named";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "name",
        kind: Kind::Text,
        about: "the name as written",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "name" => Value::text(Some(&self.name)),
            _ => Value::Absent,
        }
    }
}
