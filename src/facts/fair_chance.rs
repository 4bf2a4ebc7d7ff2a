//! Statements that people with a criminal record are considered. It does not
//! know where one is asked for.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A statement that qualified applicants with a criminal record are considered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FairChance {
    /// The laws that it names, by short plain names.
    pub laws: Vec<&'static str>,
    /// It promises to weigh each record by itself.
    pub assessment: bool,
}

impl Fact for FairChance {
    const ABOUT: &'static str =
        "a statement that qualified applicants with a criminal record are considered";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "laws",
            kind: Kind::List,
            about: "the fair-chance laws that it names: la_county, la_city, san_francisco, california, nyc, philadelphia, …",
        },
        Attribute {
            name: "assessment",
            kind: Kind::Flag,
            about: "it promises an individualized assessment",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "laws" => Value::names(&self.laws),
            "assessment" => Value::Flag(self.assessment),
            _ => Value::Absent,
        }
    }
}
