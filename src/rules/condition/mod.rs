//! Questions about a posting, with three answers: yes (and where it shows), no,
//! and unknown (and what is not known).

use super::words::{Looker, TextTest};
use crate::domain::date::Date;
use crate::domain::money::Amount;
use crate::domain::protected_class::ProtectedClass;
use crate::facts::{Confidence, FactKind, Facts, Item, Value, Whence};
use crate::posting::{Prose, Role};
use crate::text::{Span, View};
use std::collections::BTreeMap;

/// A compiled question.
#[derive(Debug)]
pub enum Condition {
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
    /// A fact of a kind passes all tests.
    Fact(FactTest),
    /// Words stand in the text.
    Text(TextTest),
    /// A section with one of these roles has words below its heading.
    Section(Vec<Role>),
}

/// A test of facts of one kind.
#[derive(Debug)]
pub struct FactTest {
    pub(super) kind: &'static FactKind,
    pub(super) tests: Vec<(&'static str, ValueTest)>,
}

/// A test of one attribute.
#[derive(Debug)]
pub(super) enum ValueTest {
    Flag(bool),
    Number(Amount),
    OneOf(Vec<String>),
    Compare(Vec<Comparison>),
}

/// One comparison of an attribute.
#[derive(Debug)]
pub(super) enum Comparison {
    Said(bool),
    AtLeast(Amount),
    AtMost(Amount),
    Above(Operand),
    Below(Operand),
    Past(bool),
    NoneOf(Vec<String>),
    /// Some ground that the law protects is not in the list.
    LacksProtected,
}

/// What an attribute is compared with.
#[derive(Debug)]
pub(super) enum Operand {
    Number(Amount),
    Attribute(&'static str),
    /// A figure of the demanding law.
    Figure(String),
}

/// Figures that a law gives for the problems that it minds: the minimum wage.
pub type Figures = BTreeMap<String, Amount>;

/// The answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Truth {
    /// Yes, and the places that show it; none where the absence of something is
    /// the answer.
    Yes(Vec<Evidence>),
    No,
    /// It cannot be told, and what is not known.
    Unknown(Vec<String>),
}

/// A place that answers a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where.
    pub at: Span<View>,
    /// The kind of fact and its place among its kind, where a fact answers.
    pub fact: Option<(&'static str, usize)>,
}

/// What a question may look at.
pub struct Evidences<'a> {
    /// The posting.
    pub prose: &'a Prose<'a>,
    /// What it says.
    pub facts: &'a Facts,
    /// The day of judgement.
    pub as_of: Date,
    /// The figures of the law that asks.
    pub figures: Figures,
    /// The grounds that the law protects that asks.
    pub protects: Vec<ProtectedClass>,
    /// Its words under the patterns of the rules.
    pub(super) looker: Looker<'a>,
}

impl Condition {
    /// True if the answer depends on figures or a list of the law that asks.
    pub(super) fn needs_its_law(&self) -> bool {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().any(Condition::needs_its_law)
            }
            Condition::Not(part) => part.needs_its_law(),
            Condition::Fact(test) => test.tests.iter().any(|(_, test)| match test {
                ValueTest::Compare(comparisons) => comparisons.iter().any(|comparison| {
                    matches!(
                        comparison,
                        Comparison::Above(Operand::Figure(_))
                            | Comparison::Below(Operand::Figure(_))
                            | Comparison::LacksProtected
                    )
                }),
                ValueTest::Flag(_) | ValueTest::Number(_) | ValueTest::OneOf(_) => false,
            }),
            Condition::Text(_) | Condition::Section(_) => false,
        }
    }

    /// Answers the question for one posting.
    pub fn ask(&self, posting: &Evidences<'_>) -> Truth {
        match self {
            Condition::All(parts) => {
                let (mut shown, mut unknown) = (Vec::new(), Vec::new());
                for part in parts {
                    match part.ask(posting) {
                        Truth::Yes(evidence) => shown.extend(evidence),
                        Truth::No => return Truth::No,
                        Truth::Unknown(what) => unknown.extend(what),
                    }
                }
                if unknown.is_empty() {
                    Truth::Yes(in_order(shown))
                } else {
                    Truth::Unknown(unknown)
                }
            }
            Condition::Any(parts) => {
                let (mut shown, mut unknown, mut holds) = (Vec::new(), Vec::new(), false);
                for part in parts {
                    match part.ask(posting) {
                        Truth::Yes(evidence) => {
                            holds = true;
                            shown.extend(evidence);
                        }
                        Truth::No => {}
                        Truth::Unknown(what) => unknown.extend(what),
                    }
                }
                if holds {
                    Truth::Yes(in_order(shown))
                } else if unknown.is_empty() {
                    Truth::No
                } else {
                    Truth::Unknown(unknown)
                }
            }
            Condition::Not(part) => match part.ask(posting) {
                Truth::Yes(_) => Truth::No,
                Truth::No => Truth::Yes(Vec::new()),
                Truth::Unknown(what) => Truth::Unknown(what),
            },
            Condition::Fact(test) => test.ask(posting),
            Condition::Section(roles) => {
                let sections = posting.prose.posting.sections.iter();
                let shown: Vec<Evidence> = sections
                    .filter(|section| roles.contains(&section.role))
                    .filter(|section| {
                        let start = section.heading.map_or(section.span.start, |h| h.end);
                        let below = Span::new(start.min(section.span.end), section.span.end);
                        posting.prose.words(below).contains(char::is_alphanumeric)
                    })
                    .map(|section| Evidence {
                        at: section.heading.unwrap_or(section.span),
                        fact: None,
                    })
                    .collect();
                if shown.is_empty() {
                    Truth::No
                } else {
                    Truth::Yes(shown)
                }
            }
            Condition::Text(test) => {
                let found = posting.looker.find(test, posting.prose);
                if found.is_empty() {
                    return Truth::No;
                }
                Truth::Yes(
                    found
                        .into_iter()
                        .map(|at| Evidence { at, fact: None })
                        .collect(),
                )
            }
        }
    }
}

/// Each place once, in text order.
fn in_order(mut shown: Vec<Evidence>) -> Vec<Evidence> {
    shown.sort_by_key(|e| (e.at, e.fact));
    shown.dedup();
    shown
}

impl FactTest {
    /// A fact that was read with low confidence neither proves nor disproves.
    fn ask(&self, posting: &Evidences<'_>) -> Truth {
        let mut shown = Vec::new();
        let mut unsure = Vec::new();
        for (index, item) in posting.facts.items(self.kind.name).iter().enumerate() {
            if item.whence == Whence::Furniture || !self.passes(item, posting) {
                continue;
            }
            if item.confidence == Confidence::Low {
                let words = super::quote(posting.prose.words(item.at));
                unsure.push(format!("whether “{words}” is {}", self.kind.about));
            } else {
                shown.push(Evidence {
                    at: item.at,
                    fact: Some((self.kind.name, index)),
                });
            }
        }
        if !shown.is_empty() {
            Truth::Yes(in_order(shown))
        } else if unsure.is_empty() {
            Truth::No
        } else {
            Truth::Unknown(unsure)
        }
    }

    fn passes(&self, item: &Item<'_>, posting: &Evidences<'_>) -> bool {
        self.tests
            .iter()
            .all(|(name, test)| test.passes(&item.attribute(name), item, posting))
    }
}

impl ValueTest {
    fn passes(&self, value: &Value<'_>, item: &Item<'_>, posting: &Evidences<'_>) -> bool {
        match self {
            // A flag that nobody raised is down.
            ValueTest::Flag(wanted) => match value {
                Value::Flag(flag) => flag == wanted,
                Value::Absent => !wanted,
                Value::Text(_) | Value::Number(_) | Value::List(_) => false,
            },
            ValueTest::Number(wanted) => matches!(value, Value::Number(n) if n == wanted),
            ValueTest::OneOf(wanted) => is_one_of(value, wanted),
            ValueTest::Compare(comparisons) => {
                comparisons.iter().all(|c| c.holds(value, item, posting))
            }
        }
    }
}

fn is_one_of(value: &Value<'_>, wanted: &[String]) -> bool {
    match value {
        Value::Text(text) => wanted.iter().any(|w| w == text),
        Value::List(list) => list.iter().any(|text| wanted.iter().any(|w| w == text)),
        Value::Absent | Value::Number(_) | Value::Flag(_) => false,
    }
}

/// The protected grounds of a list of plain names.
pub(super) fn classes<N: AsRef<str>>(names: &[N]) -> Vec<ProtectedClass> {
    let named = names.iter();
    named
        .filter_map(|name| ProtectedClass::named(name.as_ref()))
        .collect()
}

impl Comparison {
    fn holds(&self, value: &Value<'_>, item: &Item<'_>, posting: &Evidences<'_>) -> bool {
        let number = match value {
            Value::Number(n) => Some(*n),
            Value::List(list) => Some(Amount::from(list.len())),
            Value::Absent | Value::Text(_) | Value::Flag(_) => None,
        };
        match self {
            Comparison::Said(said) => {
                let is_said = match value {
                    Value::Absent => false,
                    Value::List(list) => !list.is_empty(),
                    Value::Text(_) | Value::Number(_) | Value::Flag(_) => true,
                };
                is_said == *said
            }
            Comparison::AtLeast(least) => number.is_some_and(|n| n >= *least),
            Comparison::AtMost(most) => number.is_some_and(|n| n <= *most),
            Comparison::Above(other) => match (number, other.number(item, posting)) {
                (Some(n), Some(other)) => n > other,
                _ => false,
            },
            Comparison::Below(other) => match (number, other.number(item, posting)) {
                (Some(n), Some(other)) => n < other,
                _ => false,
            },
            Comparison::Past(past) => match value {
                Value::Text(text) => text
                    .parse::<Date>()
                    .is_ok_and(|date| (date < posting.as_of) == *past),
                Value::Absent | Value::Number(_) | Value::Flag(_) | Value::List(_) => false,
            },
            Comparison::NoneOf(unwanted) => !is_one_of(value, unwanted),
            Comparison::LacksProtected => match value {
                Value::List(list) => {
                    let named = classes(list);
                    let mut protects = posting.protects.iter();
                    protects.any(|class| !class.is_named_by(&named))
                }
                Value::Absent | Value::Text(_) | Value::Number(_) | Value::Flag(_) => false,
            },
        }
    }
}

impl Operand {
    fn number(&self, item: &Item<'_>, posting: &Evidences<'_>) -> Option<Amount> {
        match self {
            Operand::Number(n) => Some(*n),
            Operand::Figure(name) => posting.figures.get(name).copied(),
            Operand::Attribute(name) => match item.attribute(name) {
                Value::Number(n) => Some(n),
                Value::Absent | Value::Text(_) | Value::Flag(_) | Value::List(_) => None,
            },
        }
    }
}

impl Truth {
    /// True for a plain yes.
    pub fn is_yes(&self) -> bool {
        matches!(self, Truth::Yes(_))
    }
}

#[cfg(test)]
mod tests;
