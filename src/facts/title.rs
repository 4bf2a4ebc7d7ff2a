//! What the job is called.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// The title of the job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// As a reader sees it, without what a board adds.
    pub text: String,
}

impl Fact for Title {
    const ABOUT: &'static str = "the title of the job";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "text",
        kind: Kind::Text,
        about: "the words of the title",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "text" => Value::text(Some(&self.text)),
            _ => Value::Absent,
        }
    }
}
