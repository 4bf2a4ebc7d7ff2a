//! `rules/wording/*.yaml`.

use super::{Condition, TextTest};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `rules/wording/*.yaml`: something that a posting should not say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Its id, which is the file's name: `age-preference`.
    pub wording: String,
    /// A short name: "Age preference".
    pub title: String,
    /// What it is about, in plain words.
    pub about: String,
    /// What it looks like. The laws behind it stand in law files (`forbids`).
    #[serde(default)]
    pub finds: TextTest,
    /// Groups of people, as patterns: "X need not apply", "we do not hire X", "no X"
    /// and their like are found as if they stood in `finds`. `{people}` stands for
    /// applicants, candidates, people, men and so on: `deaf {people}`.
    #[serde(default)]
    pub shut_out: Vec<String>,
    /// Groups of people: "X only", "X preferred", "only X may apply" and their like
    /// are found.
    #[serde(default)]
    pub preferred: Vec<String>,
    /// When the wording matters at all.
    #[serde(default)]
    pub when: Option<Condition>,
    /// How loud it is where no law in force forbids it: `warning` or `advice`;
    /// nothing to stay silent then.
    #[serde(default)]
    pub otherwise: Option<crate::diagnostic::Severity>,
    /// What is wrong, in one line; `{text}` is what was found.
    pub message: String,
    #[serde(default)]
    pub why: Option<String>,
    /// What to do.
    pub help: String,
    /// A better wording.
    #[serde(default)]
    pub write: Option<String>,
    /// Elements that some law asks for and that can hardly be had without these
    /// words. Where one law forbids the words and another asks for the element,
    /// the findings say so.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// At least one that fails and one that passes.
    pub examples: Vec<WordingExample>,
}

/// An element that pulls against a wording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The element (`individualized-assessment`), or one problem of it that a law
    /// minds (`eeo-statement/lacks-affirmative-action`).
    pub with: String,
    /// What satisfies both laws in one posting; nothing where nothing does.
    #[serde(default)]
    pub both: Option<String>,
}

/// An example of a wording.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordingExample {
    /// Why the example is here, for near-misses.
    #[serde(default)]
    pub about: Option<String>,
    /// A sentence or a posting in Markdown.
    pub posting: String,
    /// The words that are found; nothing if the example passes.
    #[serde(default)]
    pub finds: Option<String>,
}
