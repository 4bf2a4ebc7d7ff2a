//! Conditions on citizenship, immigration status or permission to work. It
//! does not know which of them are lawful.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A condition on citizenship, immigration status or permission to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citizenship {
    /// What is asked.
    pub kind: Limit,
    /// The posting gives a law, a clearance or a contract as the reason.
    pub law_reason: bool,
}

/// Kinds of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// Citizens (and nationals) only.
    CitizensOnly,
    /// Citizens and permanent residents, or "U.S. persons".
    CitizensOrResidents,
    /// Whoever may work in the country.
    WorkAuthorization,
    /// The employer does not sponsor visas.
    NoSponsorship,
    /// Holders of certain visas preferred or shut out.
    VisaPreference,
}

impl Limit {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Limit::CitizensOnly => "citizens_only",
            Limit::CitizensOrResidents => "citizens_or_residents",
            Limit::WorkAuthorization => "work_authorization",
            Limit::NoSponsorship => "no_sponsorship",
            Limit::VisaPreference => "visa_preference",
        }
    }
}

impl Fact for Citizenship {
    const ABOUT: &'static str =
        "a condition on citizenship, immigration status or permission to work";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kind",
            kind: Kind::Choice(&[
                "citizens_only",
                "citizens_or_residents",
                "work_authorization",
                "no_sponsorship",
                "visa_preference",
            ]),
            about: "what is asked",
        },
        Attribute {
            name: "law_reason",
            kind: Kind::Flag,
            about: "a law, a security clearance or a government contract is given as the reason",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kind" => Value::text(Some(self.kind.name())),
            "law_reason" => Value::Flag(self.law_reason),
            _ => Value::Absent,
        }
    }
}
