//! Statements of equal opportunity and the protected classes that they list.
//! It does not know who must make one.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::domain::protected_class::ProtectedClass;

/// One statement of equal opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EqualOpportunity {
    /// How it is made.
    pub form: Form,
    /// The grounds that it lists, each once, in text order.
    pub classes: Vec<ProtectedClass>,
    /// It ends in "or any other protected status".
    pub catch_all: bool,
}

/// How a statement of equal opportunity is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A sentence that says it.
    Statement,
    /// A formula: "EOE", "Equal Opportunity Employer, M/F/D/V".
    Tagline,
    /// Only a pointer to a policy elsewhere.
    Link,
}

impl Form {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Form::Statement => "statement",
            Form::Tagline => "tagline",
            Form::Link => "link",
        }
    }
}

impl EqualOpportunity {
    fn names_any(&self, names: &[&str]) -> bool {
        self.classes.iter().any(|c| names.contains(&c.name()))
    }
}

impl Fact for EqualOpportunity {
    const ABOUT: &'static str = "a statement of equal opportunity";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "form",
            kind: Kind::Choice(&["statement", "tagline", "link"]),
            about: "a sentence, a formula (\"EOE M/F/D/V\"), or only a link to a policy",
        },
        Attribute {
            name: "classes",
            kind: Kind::List,
            about: "the protected grounds that it lists, by plain name: race, sex, veteran status, …",
        },
        Attribute {
            name: "class_count",
            kind: Kind::Number,
            about: "how many protected grounds it lists",
        },
        Attribute {
            name: "catch_all",
            kind: Kind::Flag,
            about: "it goes on to \"any other protected status\"",
        },
        Attribute {
            name: "mentions_disability",
            kind: Kind::Flag,
            about: "disability is among the grounds; a bare D is not enough",
        },
        Attribute {
            name: "mentions_veteran",
            kind: Kind::Flag,
            about: "veteran status is among the grounds; a bare V is not enough",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "form" => Value::text(Some(self.form.name())),
            "classes" => Value::List(self.classes.iter().map(|c| c.name().into()).collect()),
            "class_count" => Value::Number(self.classes.len().into()),
            "catch_all" => Value::Flag(self.catch_all),
            "mentions_disability" => Value::Flag(self.names_any(&["disability"])),
            "mentions_veteran" => Value::Flag(self.names_any(&["veteran status"])),
            _ => Value::Absent,
        }
    }
}
