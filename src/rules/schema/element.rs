//! `rules/elements/*.yaml`.

use super::Condition;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `rules/elements/*.yaml`: something that a posting can contain or lack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Its id, which is the file's name: `pay-range`.
    pub element: String,
    /// A short name: "Pay range".
    pub title: String,
    /// What it is, in plain words.
    pub about: String,
    /// How to tell that it is there.
    pub present: Condition,
    /// The languages beside English, by ISO 639-1, in which `present` would find it.
    /// In others its absence tells nothing.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What to say when it is not.
    pub missing: Missing,
    /// Ways to be there and still not do. Laws name those that they mind.
    #[serde(default)]
    pub problems: Vec<ElementProblem>,
    /// At least one that fails and one that passes.
    pub examples: Vec<ElementExample>,
}

/// What to say when an element is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// What is wrong, in one line.
    pub message: String,
    /// Why it matters, beside the laws.
    #[serde(default)]
    pub why: Option<String>,
    /// What to do.
    pub help: String,
    /// A text to write, with blanks in square brackets.
    #[serde(default)]
    pub write: Option<String>,
    /// The sections where it belongs, the best first (`pay`, `benefits`, …; see
    /// `posting::Role`). The finding points at the first that exists, else at
    /// the title.
    #[serde(default)]
    pub belongs_in: Vec<String>,
}

/// A way in which an element can be there and still be insufficient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ElementProblem {
    /// Its id within the element: `open-ended`.
    pub id: String,
    /// When it is so. What the condition finds is what the finding points at.
    pub when: Condition,
    /// What is wrong, in one line.
    pub message: String,
    #[serde(default)]
    pub why: Option<String>,
    /// What to do.
    pub help: String,
    /// A text to write, with blanks in square brackets.
    #[serde(default)]
    pub write: Option<String>,
}

/// An example of an element: a posting, and what is found in it when everything
/// is demanded and every problem minded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ElementExample {
    /// Why the example is here, for near-misses.
    #[serde(default)]
    pub about: Option<String>,
    /// A posting in Markdown, or a part of one; a page of HTML where it begins
    /// with `<html`.
    pub posting: String,
    /// `missing` or the id of a problem, which must be found; nothing if the
    /// example passes, and then nothing may be found, by no wording either.
    #[serde(default)]
    pub problem: Option<String>,
    /// Words of the posting that the finding points at (or a part of them).
    #[serde(default)]
    pub at: Option<String>,
    /// The day of judgement; 2026-01-01 where nothing is said.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Figures that a law would give (see [`Demand::figures`]).
    #[serde(default)]
    pub figures: BTreeMap<String, f64>,
    /// Grounds that a law would protect (see [`Version::protects`]).
    #[serde(default)]
    pub protects: Vec<String>,
}
