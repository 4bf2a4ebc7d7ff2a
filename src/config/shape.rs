//! The shape of `hirelint.yaml`, from which its JSON Schema is made.

use super::SuppressionEntry;
use crate::diagnostic::Severity;
use crate::rules::schema::ToldEmployer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The shape of `hirelint.yaml`.
///
/// Flags outweigh overrides, overrides the rest of the file, and the file those
/// that it extends. Maps are merged key by key; lists add up, but `select`,
/// `include` and `only_places`, which replace what stood before. Globs and
/// paths are relative to the folder of the file in which they stand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hirelint.yaml")]
pub struct Configuration {
    /// Files on which this one builds, from its folder; a later one outweighs
    /// an earlier one.
    #[serde(default)]
    pub extends: Vec<String>,
    /// The employer behind the postings.
    #[serde(default)]
    pub employer: ToldEmployer,
    /// Places of work beside those that the postings name: `US-WA`, "Seattle, WA".
    #[serde(default)]
    pub places: Vec<String>,
    /// The places of work, whatever the postings say.
    #[serde(default)]
    pub only_places: Vec<String>,
    /// Folders with rules of one's own, from this file's folder.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Report only these: `pay-range`, `pay-range/open-ended`, or a law: `us-wa`.
    #[serde(default)]
    pub select: Vec<String>,
    /// Report none of these.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// How loud findings are, by code: `pay-range: warning`. A problem
    /// (`pay-range/open-ended`) outweighs its element, and both a law (`us-wa`).
    #[serde(default)]
    pub severity: BTreeMap<String, Severity>,
    /// Figures of good practice and company policy, by element:
    /// `pay-range: {widest_spread: 0.6}`. `hirelint explain ELEMENT` names them.
    #[serde(default)]
    pub parameters: BTreeMap<String, BTreeMap<String, f64>>,
    /// Phrases of which wording rules say nothing, such as the name of a
    /// product: "Rockstar Studio".
    #[serde(default)]
    pub allow: Vec<String>,
    /// The least severity that makes the exit code 1; `error` where nothing is
    /// said.
    #[serde(default)]
    pub fail_on: Option<Threshold>,
    /// In folders, only files that match one of these globs.
    #[serde(default)]
    pub include: Vec<String>,
    /// In folders, no files and folders that match one of these globs.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Judge by the law of this day, ISO 8601; today where nothing is said.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Findings that are accepted in files that have no comments. In Markdown and
    /// HTML a comment does it: `<!-- hirelint-disable-next-line CODE: reason -->`.
    #[serde(default)]
    pub suppressions: Vec<SuppressionEntry>,
    /// What `hirelint fix` puts in where an element is missing, by the element's
    /// id, in Markdown. Blanks in square brackets are for a person to fill.
    #[serde(default)]
    pub templates: BTreeMap<String, String>,
    /// What else holds for some of the files; a later one outweighs an earlier
    /// one.
    #[serde(default)]
    pub overrides: Vec<Override>,
}

/// What else holds for some of the files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The files: globs, from the folder of `hirelint.yaml`.
    pub files: Vec<String>,
    /// The employer behind these postings.
    #[serde(default)]
    pub employer: ToldEmployer,
    /// Places of work beside those that these postings name: `US-WA`, "Seattle, WA".
    #[serde(default)]
    pub places: Vec<String>,
    /// The places of work, whatever these postings say.
    #[serde(default)]
    pub only_places: Vec<String>,
    /// Report only these: `pay-range`, `pay-range/open-ended`, or a law: `us-wa`.
    #[serde(default)]
    pub select: Vec<String>,
    /// Report none of these.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// How loud findings are, by code: `pay-range: warning`.
    #[serde(default)]
    pub severity: BTreeMap<String, Severity>,
    /// Figures of good practice and company policy, by element:
    /// `pay-range: {widest_spread: 0.6}`. `hirelint explain ELEMENT` names them.
    #[serde(default)]
    pub parameters: BTreeMap<String, BTreeMap<String, f64>>,
    /// Phrases of which wording rules say nothing, such as the name of a
    /// product: "Rockstar Studio".
    #[serde(default)]
    pub allow: Vec<String>,
    /// The least severity that makes the exit code 1.
    #[serde(default)]
    pub fail_on: Option<Threshold>,
    /// Judge by the law of this day, ISO 8601.
    #[serde(default)]
    pub as_of: Option<String>,
    /// What `hirelint fix` puts into these postings, by the element's id.
    #[serde(default)]
    pub templates: BTreeMap<String, String>,
}

/// From where on findings fail a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    Error,
    Warning,
    Advice,
    /// Nothing found fails a run.
    Never,
}

impl Threshold {
    /// Whether a finding of `severity` fails a run.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Threshold::Error => severity >= Severity::Error,
            Threshold::Warning => severity >= Severity::Warning,
            Threshold::Advice => true,
            Threshold::Never => false,
        }
    }

    /// The name in flags and configuration.
    pub fn name(self) -> &'static str {
        match self {
            Threshold::Error => "error",
            Threshold::Warning => "warning",
            Threshold::Advice => "advice",
            Threshold::Never => "never",
        }
    }
}
