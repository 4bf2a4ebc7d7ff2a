//! Pay beside the base pay: bonus, commission, equity, tips and the like. It
//! does not know which of them a law asks for.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A mention of pay beside the base pay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherCompensation {
    /// The kinds that are named, in text order: `bonus`, `commission`, `equity`, …
    pub kinds: Vec<&'static str>,
    /// The posting says that there is none.
    pub says_none: bool,
}

impl Fact for OtherCompensation {
    const ABOUT: &'static str =
        "pay beside the base pay: bonus, commission, equity, tips and the like";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kinds",
            kind: Kind::List,
            about: "what is named: bonus, commission, equity, signing_bonus, profit_sharing, tips, overtime, …",
        },
        Attribute {
            name: "says_none",
            kind: Kind::Flag,
            about: "the posting says that there is none",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kinds" => Value::names(&self.kinds),
            "says_none" => Value::Flag(self.says_none),
            _ => Value::Absent,
        }
    }
}
