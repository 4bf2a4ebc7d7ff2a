//! What the posting says about benefits. It does not know which description
//! of them a law accepts.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};

/// The benefits of the work offered, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Benefits {
    /// How closely they are described.
    pub level: Level,
    /// The benefits named, each once, in text order: `health`, `dental`, …
    pub names: Vec<&'static str>,
    /// Whether the posting points elsewhere for them.
    pub link: Pointer,
    /// The list is left open: "and more", "etc.".
    pub catch_all: bool,
}

/// How closely benefits are described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// "Competitive benefits", or a pointer elsewhere.
    General,
    /// At least one benefit is named.
    Specific,
}

/// A reference to a description elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    None,
    /// A link that leads somewhere, or an address.
    Live,
    /// "Found here", where nothing leads anywhere.
    Lost,
}

impl Level {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Level::General => "general",
            Level::Specific => "specific",
        }
    }
}

impl Pointer {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Pointer::None => "none",
            Pointer::Live => "live",
            Pointer::Lost => "lost",
        }
    }
}

impl Fact for Benefits {
    const ABOUT: &'static str = "the benefits of the work offered, taken together";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "level",
            kind: Kind::Choice(&["general", "specific"]),
            about: "general (\"competitive benefits\", a link) or specific (benefits named)",
        },
        Attribute {
            name: "names",
            kind: Kind::List,
            about: "what is named: health, dental, vision, retirement, paid_time_off, sick_leave, …",
        },
        Attribute {
            name: "link",
            kind: Kind::Choice(&["none", "live", "lost"]),
            about: "whether the posting points elsewhere for them, and whether the link leads anywhere",
        },
        Attribute {
            name: "catch_all",
            kind: Kind::Flag,
            about: "the list is left open (\"and more\", \"etc.\")",
        },
    ];

    fn read(_context: &Context<'_>) -> Vec<Found<Self>> {
        Vec::new()
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "level" => Value::text(Some(self.level.name())),
            "names" => Value::names(&self.names),
            "link" => Value::text(Some(self.link.name())),
            "catch_all" => Value::Flag(self.catch_all),
            _ => Value::Absent,
        }
    }
}
