//! Statements that applicants are accommodated, and whom to ask. It does not
//! know who must make one, nor what other kinds of accommodation are offered.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::text::{Span, View};

/// One statement that applicants are accommodated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accommodation {
    /// The ways to ask for it that the statement gives, in text order.
    pub contacts: Vec<Contact>,
    /// It points at a form or a page, and nothing leads there.
    pub lost_link: bool,
}

/// A way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub kind: ContactKind,
    /// The address or number in usable form: `jobs@example.com`,
    /// `https://example.com/form`, `+1 303 555 0100`.
    pub value: String,
    /// Its words.
    pub at: Span<View>,
}

/// Kinds of contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    Email,
    Phone,
    /// A web page.
    Url,
    /// A web form.
    Form,
    /// A postal address.
    Address,
}

impl ContactKind {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            ContactKind::Email => "email",
            ContactKind::Phone => "phone",
            ContactKind::Url => "url",
            ContactKind::Form => "form",
            ContactKind::Address => "address",
        }
    }
}

impl Fact for Accommodation {
    const ABOUT: &'static str = "a statement that applicants are accommodated";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "contacts",
            kind: Kind::List,
            about: "the ways to ask that it gives: email, phone, url, form, address",
        },
        Attribute {
            name: "reachable",
            kind: Kind::Flag,
            about: "it gives at least one way to ask",
        },
        Attribute {
            name: "lost_link",
            kind: Kind::Flag,
            about: "it points at a form or a page, and the link leads nowhere",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "contacts" => Value::List(self.contacts.iter().map(|c| c.kind.name().into()).collect()),
            "reachable" => Value::Flag(!self.contacts.is_empty()),
            "lost_link" => Value::Flag(self.lost_link),
            _ => Value::Absent,
        }
    }
}
