//! How to apply. It does not know which ways a law allows.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A way, or several, to apply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apply {
    /// The ways, each once, in text order.
    pub how: Vec<Way>,
}

/// Ways to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    Link,
    Email,
    Address,
    Phone,
    InPerson,
    Form,
}

impl Way {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Way::Link => "link",
            Way::Email => "email",
            Way::Address => "address",
            Way::Phone => "phone",
            Way::InPerson => "in_person",
            Way::Form => "form",
        }
    }
}

impl Fact for Apply {
    const ABOUT: &'static str = "how to apply";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "how",
        kind: Kind::List,
        about: "the ways given: link, email, address, phone, in_person, form",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "how" => Value::List(self.how.iter().map(|w| w.name().into()).collect()),
            _ => Value::Absent,
        }
    }
}
