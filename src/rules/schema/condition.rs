//! Questions that rules ask about a posting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question about a posting with the answers yes (with the places that show
/// it), no, and unknown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All of them.
    All(Vec<Condition>),
    /// At least one of them.
    Any(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
    /// A fact of a kind was found that passes all tests.
    Fact(FactTest),
    /// Words stand in the text.
    Text(TextTest),
    /// A section with one of these roles has words below its heading.
    Section(Vec<String>),
    /// The element with this id is there: what its `present` asks. It stands
    /// anywhere but in an element's own `present`.
    Element(String),
}

/// A test of facts of one kind; it holds if one of them passes all of `where`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactTest {
    /// What it shows of a posting, as in [`TextTest::about`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The kind, as in `facts::KINDS`: `pay`.
    pub is: String,
    /// Tests of its attributes.
    #[serde(default, rename = "where")]
    pub tests: BTreeMap<String, ValueTest>,
}

/// A test of one attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ValueTest {
    /// Equal to it.
    Flag(bool),
    /// Equal to it.
    Number(f64),
    /// Equal to it, or for a list: contains it.
    Text(String),
    /// Equal to one of them, or for a list: contains one of them.
    OneOf(Vec<String>),
    /// A comparison.
    Compare(Comparison),
}

/// A comparison of one attribute; all that are given must hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The posting says it (true) or does not (false).
    #[serde(default)]
    pub said: Option<bool>,
    #[serde(default)]
    pub at_least: Option<f64>,
    #[serde(default)]
    pub at_most: Option<f64>,
    /// Above a number, or above another attribute of the same fact.
    #[serde(default)]
    pub above: Option<Operand>,
    /// Below a number, or below another attribute of the same fact.
    #[serde(default)]
    pub below: Option<Operand>,
    /// A date before the day of judgement (true), or not before it (false).
    #[serde(default)]
    pub past: Option<bool>,
    /// None of these.
    #[serde(default)]
    pub none_of: Vec<String>,
    /// A list of protected grounds that leaves out some of those that the
    /// demanding law names. A law that names none does not meet the condition.
    #[serde(default)]
    pub lacks: Option<LawList>,
}

/// A list that a law gives, to hold a list of the posting against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawList {
    /// The grounds that it protects (see [`Version::protects`]).
    Protects,
}

impl Condition {
    /// The figures of law that it compares with.
    pub fn figures(&self) -> Vec<&str> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().flat_map(Condition::figures).collect()
            }
            Condition::Not(part) => part.figures(),
            Condition::Text(_) | Condition::Section(_) | Condition::Element(_) => Vec::new(),
            Condition::Fact(test) => {
                let compared = test.tests.values().filter_map(|test| match test {
                    ValueTest::Compare(comparison) => Some(comparison),
                    ValueTest::Flag(_)
                    | ValueTest::Number(_)
                    | ValueTest::Text(_)
                    | ValueTest::OneOf(_) => None,
                });
                let operands = compared.flat_map(|c| [&c.above, &c.below]).flatten();
                let figures = operands.filter_map(|operand| match operand {
                    Operand::Figure(figure) => Some(figure.figure.as_str()),
                    Operand::Number(_) | Operand::Attribute(_) => None,
                });
                figures.collect()
            }
        }
    }
}

/// What an attribute is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Operand {
    Number(f64),
    /// The name of another attribute.
    Attribute(String),
    /// A figure that the demanding law gives (see [`Demand::figures`]). A law
    /// that gives none does not meet the condition.
    Figure(Figure),
}

/// The name of a figure of law: `minimum_wage`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub figure: String,
}

/// A test of the posting's words. Patterns are regular expressions over the
/// folded text: lower case, plain quotes and dashes, ASCII classes.
///
/// A match never begins or ends inside a word: `engineer` does not match
/// "engineers", `engineers?` and `engineer\w*` do; no `\b` is needed. A space
/// stands for any number of spaces. `^` and `$` stand for where a sentence or a line
/// begins and ends. A match lies within one paragraph, heading, list item or cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextTest {
    /// What the words show of a posting, for readers of `hirelint explain`, in words
    /// that follow "postings with": "a job order under H-2A". In a law's `when`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// One of these matches.
    pub any: Vec<String>,
    /// No match counts that lies in, or overlaps with, a match of one of these.
    #[serde(default)]
    pub except: Vec<String>,
    /// No match counts in whose sentence one of these matches.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Only a match counts in whose sentence one of these matches too.
    #[serde(default)]
    pub near: Vec<String>,
    /// Only within sections of these roles; everywhere when empty.
    #[serde(default)]
    pub within: Vec<String>,
}
