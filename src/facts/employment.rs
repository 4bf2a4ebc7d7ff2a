//! What kind of employment is offered.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// One statement about the kind of employment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    /// The kind, if the words name one.
    pub kind: Option<EmploymentKind>,
    /// Exempt from overtime pay, or not, where that is said.
    pub exempt: Option<bool>,
}

/// Kinds of employment. A posting may name several ("full-time contract").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EmploymentKind {
    FullTime,
    PartTime,
    Contract,
    Temporary,
    Internship,
    Apprenticeship,
    Volunteer,
    PerDiem,
}

impl EmploymentKind {
    /// The names in rule files and output.
    pub const NAMES: &'static [&'static str] = &[
        "full_time",
        "part_time",
        "contract",
        "temporary",
        "internship",
        "apprenticeship",
        "volunteer",
        "per_diem",
    ];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            EmploymentKind::FullTime => "full_time",
            EmploymentKind::PartTime => "part_time",
            EmploymentKind::Contract => "contract",
            EmploymentKind::Temporary => "temporary",
            EmploymentKind::Internship => "internship",
            EmploymentKind::Apprenticeship => "apprenticeship",
            EmploymentKind::Volunteer => "volunteer",
            EmploymentKind::PerDiem => "per_diem",
        }
    }
}

impl Fact for Employment {
    const ABOUT: &'static str = "what kind of employment is offered";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kind",
            kind: Kind::Choice(EmploymentKind::NAMES),
            about: "the kind of employment",
        },
        Attribute {
            name: "exempt",
            kind: Kind::Flag,
            about: "exempt from overtime pay; absent where nothing is said",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kind" => Value::text(self.kind.map(EmploymentKind::name)),
            "exempt" => self.exempt.map_or(Value::Absent, Value::Flag),
            _ => Value::Absent,
        }
    }
}
