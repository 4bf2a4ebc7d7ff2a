//! Stage 3, fact *workplace*: on site, hybrid or remote. It knows what is said
//! of the way of working; where the places are is the fact *place*.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// The way of working. The first of a posting's list is what it comes to; the
/// others are what its fields and sentences say one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// On site, hybrid, remote or several of them.
    pub mode: Mode,
    /// Where remote work may be done: an ISO country code, `US and Canada`,
    /// `Europe`, `worldwide`; nothing where that is not said.
    pub remote_scope: Option<String>,
    /// Days a week on site, at least, where said.
    pub days: Option<u8>,
    /// One must live near an office.
    pub near_office: bool,
    /// Something else in the posting says otherwise.
    pub contradiction: bool,
}

/// Ways of working.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// At the employer's or a customer's place.
    Onsite,
    /// Partly on site.
    Hybrid,
    /// From home or anywhere.
    Remote,
    /// Differs by place, team or choice.
    Mixed,
}

impl Mode {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Onsite => "onsite",
            Mode::Hybrid => "hybrid",
            Mode::Remote => "remote",
            Mode::Mixed => "mixed",
        }
    }
}

impl Fact for Workplace {
    const ABOUT: &'static str = "on site, hybrid or remote";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "mode",
            kind: Kind::Choice(&["onsite", "hybrid", "remote", "mixed"]),
            about: "the way of working",
        },
        Attribute {
            name: "remote_scope",
            kind: Kind::Text,
            about: "where remote work may be done: an ISO country code, Europe, worldwide",
        },
        Attribute {
            name: "days",
            kind: Kind::Number,
            about: "days a week on site",
        },
        Attribute {
            name: "near_office",
            kind: Kind::Flag,
            about: "one must live near an office",
        },
        Attribute {
            name: "contradiction",
            kind: Kind::Flag,
            about: "something else in the posting says otherwise",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "mode" => Value::text(Some(self.mode.name())),
            "remote_scope" => Value::text(self.remote_scope.as_deref()),
            "days" => Value::number(self.days.map(Into::into)),
            "near_office" => Value::Flag(self.near_office),
            "contradiction" => Value::Flag(self.contradiction),
            _ => Value::Absent,
        }
    }
}
