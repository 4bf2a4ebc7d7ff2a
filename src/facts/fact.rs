//! What all facts have in common.

use super::Facts;
use super::statement::Units;
use crate::document::Origin;
use crate::domain::money::Amount;
use crate::posting::Prose;
use crate::text::{Hit, Span, View};
use std::borrow::Cow;

/// A kind of thing that a posting can say.
pub trait Fact: Sized + 'static {
    /// What it is, in a sentence for authors of rules.
    const ABOUT: &'static str;

    /// Phrases without one of which the reader has nothing to do, in folded
    /// form (see [`Scanner`](crate::text::Scanner::new)). May be empty.
    const CUES: &'static [&'static str] = &[];

    /// What rule files can ask of it.
    const ATTRIBUTES: &'static [Attribute];

    /// Finds all of its kind, in text order.
    fn read(context: &Context<'_>) -> Vec<Found<Self>>;

    /// The value of one of [`Fact::ATTRIBUTES`]; [`Value::Absent`] where the
    /// posting does not say it.
    fn attribute(&self, name: &str) -> Value<'_>;

    /// What stands where, for a fact of several places. A finding shows them.
    fn pointers(&self) -> Vec<Pointer> {
        Vec::new()
    }
}

/// A place with words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Where.
    pub at: Span<View>,
    /// What is to be seen there.
    pub words: String,
}

/// What a fact's reader may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The posting, ready for reading.
    pub prose: &'a Prose<'a>,
    /// The same, cut into whole sentences.
    pub(super) units: &'a Units<'a>,
    /// Where the fact's own cues stand, in text order.
    pub hits: &'a [Hit],
    /// The facts read before this one.
    pub facts: &'a Facts,
}

/// A value read from a posting.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// What is said.
    pub value: T,
    /// Where.
    pub at: Span<View>,
    /// In which part of the page.
    pub whence: Whence,
    /// How sure the reading is.
    pub confidence: Confidence,
}

/// The part of the page that a fact was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whence {
    /// The text proper.
    Text,
    /// A structured field.
    Field(Origin),
    /// Page furniture, which speaks for the board and not for the employer.
    Furniture,
}

/// How sure a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess that another reading would beat.
    Low,
    /// Likely.
    Medium,
    /// Plainly said.
    High,
}

impl<T> Found<T> {
    /// Plainly said in the text at `at`.
    pub fn in_text(value: T, at: Span<View>) -> Self {
        Found {
            value,
            at,
            whence: Whence::Text,
            confidence: Confidence::High,
        }
    }

    /// Plainly said in a structured field.
    pub fn in_field(value: T, at: Span<View>, origin: Origin) -> Self {
        Found {
            value,
            at,
            whence: Whence::Field(origin),
            confidence: Confidence::High,
        }
    }

    /// The same with another confidence.
    pub fn with_confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }
}

/// A kind of fact as rule files see it.
#[derive(Debug, Clone, Copy)]
pub struct FactKind {
    /// The name in rule files.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// What can be asked of it.
    pub attributes: &'static [Attribute],
}

/// One property of a fact.
#[derive(Debug, Clone, Copy)]
pub struct Attribute {
    /// The name in rule files.
    pub name: &'static str,
    /// What kind of value it has.
    pub kind: Kind,
    /// What it means, with unit.
    pub about: &'static str,
}

/// Kinds of attribute values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    /// One of the words given.
    Choice(&'static [&'static str]),
    /// A number.
    Number,
    /// True or false.
    Flag,
    /// A list of texts.
    List,
    /// An ISO 8601 date.
    Date,
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// The posting does not say it.
    Absent,
    /// A text, a choice or a date.
    Text(Cow<'a, str>),
    Number(Amount),
    Flag(bool),
    List(Vec<Cow<'a, str>>),
}

impl<'a> Value<'a> {
    /// A text that may be absent.
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Value::Absent, |t| Value::Text(Cow::Borrowed(t)))
    }

    /// A number that may be absent.
    pub fn number(number: Option<Amount>) -> Self {
        number.map_or(Value::Absent, Value::Number)
    }

    /// A list of names.
    pub fn names(names: &[&'a str]) -> Self {
        Value::List(names.iter().map(|n| Cow::Borrowed(*n)).collect())
    }
}

/// A found fact without its type, as rules see it.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// Where it stands.
    pub at: Span<View>,
    /// In which part of the page.
    pub whence: Whence,
    /// How sure the reading is.
    pub confidence: Confidence,
    fact: &'a dyn Said,
}

/// What can be asked of a fact of any type.
trait Said {
    fn attribute(&self, name: &str) -> Value<'_>;
    fn pointers(&self) -> Vec<Pointer>;
}

impl<T: Fact> Said for T {
    fn attribute(&self, name: &str) -> Value<'_> {
        Fact::attribute(self, name)
    }

    fn pointers(&self) -> Vec<Pointer> {
        Fact::pointers(self)
    }
}

impl<'a> Item<'a> {
    /// A typed fact, its type forgotten.
    pub fn of<T: Fact>(found: &'a Found<T>) -> Self {
        Item {
            at: found.at,
            whence: found.whence,
            confidence: found.confidence,
            fact: &found.value,
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Value<'a> {
        self.fact.attribute(name)
    }

    /// What stands where, for a fact of several places.
    pub fn pointers(&self) -> Vec<Pointer> {
        self.fact.pointers()
    }
}
