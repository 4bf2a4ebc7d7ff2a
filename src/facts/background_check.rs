//! Mentions of checks into applicants' criminal past. It does not know where
//! mentioning one is forbidden.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A mention of a background check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackgroundCheck {
    /// People with a criminal record are shut out.
    pub exclusion: bool,
}

impl Fact for BackgroundCheck {
    const ABOUT: &'static str = "a mention of a background check on applicants";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "exclusion",
        kind: Kind::Flag,
        about: "people with a criminal record are shut out",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "exclusion" => Value::Flag(self.exclusion),
            _ => Value::Absent,
        }
    }
}
