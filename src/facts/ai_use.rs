//! Statements about artificial intelligence in hiring. It does not know the
//! notices that laws prescribe.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// A statement about artificial intelligence in hiring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AiUse {
    /// Whose use it is about.
    pub by: By,
}

/// Who uses artificial intelligence in hiring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The employer, to find, sort or judge applicants.
    Employer,
    /// Applicants, in their application or interview.
    Applicant,
}

impl By {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            By::Employer => "employer",
            By::Applicant => "applicant",
        }
    }
}

impl Fact for AiUse {
    const ABOUT: &'static str = "a statement about artificial intelligence in hiring";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "by",
        kind: Kind::Choice(&["employer", "applicant"]),
        about: "whose use it is about",
    }];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "by" => Value::text(Some(self.by.name())),
            _ => Value::Absent,
        }
    }
}
