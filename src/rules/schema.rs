//! The shape of rule files, as authors write them. These types are the one
//! source for reading, for the JSON Schemas in `schemas/`, and for messages
//! about unknown keys. Nothing here is checked beyond its shape; `compile`
//! turns it into rules that cannot fail.

use crate::diagnostic::Basis;
use crate::domain::employer::Sector;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All rule files of a run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    pub elements: Vec<Element>,
    pub laws: Vec<Law>,
    pub wordings: Vec<Wording>,
}

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

/// `rules/laws/**/*.yaml`: one jurisdiction, or one company's policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its id: `us-wa`. Ids of a place are its code in lower case.
    pub law: String,
    /// The place's name: "Washington".
    pub name: String,
    /// The jurisdiction's code (`US-WA`, `US-NY-NEWYORKCITY`), or `*` for
    /// practice and policy that hold everywhere.
    pub place: String,
    /// A note for readers of `hirelint explain`.
    #[serde(default)]
    pub about: Option<String>,
    /// Postings that none of its acts reaches: those of federal agencies, over
    /// which states and cities have no say.
    #[serde(default)]
    pub except: Option<Condition>,
    /// Its statutes, ordinances and rules.
    pub acts: Vec<Act>,
    /// At least one: a posting with what it `finds`, such as
    /// `{pay-range/missing: error}`, or the codes that stay `silent`. Best are
    /// those on both sides of each day and threshold.
    pub examples: Vec<LawExample>,
}

/// One statute (or ordinance, rule, policy) through time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Its id within the law: `epoa`.
    pub act: String,
    /// Its name: "Washington Equal Pay and Opportunities Act".
    pub name: String,
    /// Who enforces it.
    #[serde(default)]
    pub agency: Option<String>,
    /// Its versions in order of time. They must not overlap.
    pub versions: Vec<Version>,
}

/// An act as it stands from one day to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// First day in force, ISO 8601; nothing if long before all postings.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day in force, ISO 8601; nothing if still in force.
    #[serde(default)]
    pub until: Option<String>,
    /// The citation, to the section.
    pub citation: String,
    /// An https address of its text, or of the agency's page about it.
    pub url: String,
    /// What its demands rest on, unless a demand says otherwise.
    pub basis: Basis,
    /// How sure the catalog is of all this.
    pub confidence: Sureness,
    /// Which employers it covers.
    #[serde(default)]
    pub covers: Coverage,
    /// Which work it reaches.
    #[serde(default)]
    pub reach: Reach,
    /// What the posting must say for the act to apply at all.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Its demands. Empty for a version that asks nothing of postings.
    #[serde(default)]
    pub demands: Vec<Demand>,
    /// The grounds on which it forbids unequal treatment, by their plain names
    /// (`domain::protected_class`): race, veteran status.
    #[serde(default)]
    pub protects: Vec<String>,
    /// Ids of wordings that it forbids.
    #[serde(default)]
    pub forbids: Vec<String>,
    /// What it threatens, in a line.
    #[serde(default)]
    pub penalty: Option<String>,
    /// Day on which somebody last held this against the sources.
    pub verified: String,
    /// What is not certain about it.
    #[serde(default)]
    pub doubt: Option<String>,
    /// Anything else that a reader should know.
    #[serde(default)]
    pub note: Option<String>,
}

/// How sure a fact of law is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    Low,
    Medium,
    High,
}

/// Which employers an act covers. What is not said here is no condition.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Least number of employees, counted as `counted` says.
    #[serde(default)]
    pub headcount: Option<u32>,
    /// Where they are counted.
    #[serde(default)]
    pub counted: Counted,
    /// Least number of employees in the jurisdiction, beside `headcount`.
    #[serde(default)]
    pub local_headcount: Option<u32>,
    /// Kinds of employers covered; empty means all.
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// Kinds of employers that are covered at any size: agencies that post for
    /// others.
    #[serde(default)]
    pub any_size: Vec<Sector>,
    /// Only holders of federal contracts.
    #[serde(default)]
    pub federal_contractor: Option<bool>,
    /// Other conditions, in words; they make the application uncertain.
    #[serde(default)]
    pub unless: Option<String>,
}

/// Where employees are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    #[default]
    Anywhere,
    InJurisdiction,
    /// The law does not say.
    Unclear,
}

/// Which work an act reaches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Work done wholly or partly in the place.
    #[serde(default = "Answer::yes")]
    pub performed_in: Answer,
    /// Remote work that a person in the place could do.
    #[serde(default = "Answer::no")]
    pub remote_could_be: Answer,
    /// What decides whether such work is reached and no posting shows, in words that
    /// follow "it depends on", where statute or agency name it. It makes the
    /// application uncertain.
    #[serde(default)]
    pub remote_depends: Option<String>,
    /// Such work also where the posting shuts the place's residents out.
    #[serde(default = "Answer::no")]
    pub remote_though_excluded: Answer,
    /// Work elsewhere that reports to a supervisor, office or site in the place.
    #[serde(default = "Answer::no")]
    pub reports_to: Answer,
    /// Codes of the parts of the place that are reached, where that is not all of
    /// it: a county's ordinance that leaves out its cities. Where a posting names
    /// no narrower place, nobody can tell.
    #[serde(default)]
    pub within: Vec<String>,
    /// How the reach is to be read, in a line.
    #[serde(default)]
    pub note: Option<String>,
}

impl Default for Reach {
    fn default() -> Self {
        Reach {
            performed_in: Answer::Yes,
            remote_could_be: Answer::No,
            remote_depends: None,
            remote_though_excluded: Answer::No,
            reports_to: Answer::No,
            within: Vec::new(),
            note: None,
        }
    }
}

/// A settled or unsettled question of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    No,
    /// Neither statute nor agency settles it.
    Unclear,
}

impl Answer {
    fn yes() -> Self {
        Answer::Yes
    }
    fn no() -> Self {
        Answer::No
    }
}

/// A demand on one element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The element's id.
    pub element: String,
    /// Whether the element must be there. A demand can also only mind problems
    /// of an element that may be left out.
    #[serde(default = "always")]
    pub required: bool,
    /// The element's problems that the law minds, each with what that rests on.
    #[serde(default)]
    pub minds: BTreeMap<String, Basis>,
    /// What the demand as such rests on, where it differs from the version's.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// A narrower citation.
    #[serde(default)]
    pub citation: Option<String>,
    /// What the posting must say for this demand to apply.
    #[serde(default)]
    pub when: Option<Condition>,
    /// What no posting shows and decides whether the demand applies, in words
    /// that follow "it depends on": "whether a bonus is paid". It makes the
    /// application uncertain.
    #[serde(default)]
    pub unless: Option<String>,
    /// Kinds of postings for which the law leaves open whether the demand applies,
    /// or whether what they have is enough.
    #[serde(default)]
    pub unsettled: Vec<Unsettled>,
    /// Figures of this law that the element's problems compare with: the minimum
    /// wage in dollars an hour, the widest spread of a pay range.
    #[serde(default)]
    pub figures: BTreeMap<String, f64>,
    /// Figures that a configuration can set, under `parameters`, each with what it
    /// means: of practice and policy, since those of law stand fast. Where
    /// `figures` gives none, the problem is minded once somebody sets it.
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
    /// What this law wants to read, where it is more than the element's own help.
    #[serde(default)]
    pub wants: Option<String>,
    /// What to write where the element is missing, if this law prescribes other
    /// words than the element's own.
    #[serde(default)]
    pub write: Option<String>,
}

fn always() -> bool {
    true
}

/// A question that a law leaves open for some postings. It makes the application
/// uncertain for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unsettled {
    /// What the posting says, for the question to arise: `{element: pay-link}`.
    pub when: Condition,
    /// The question, in words that follow "it depends on": "whether a link is enough".
    pub on: String,
}

/// A posting that shows what a law asks and what it leaves alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LawExample {
    /// What it shows: "too small an employer".
    pub about: String,
    /// A posting in Markdown, or a page of HTML where it begins with `<html`.
    pub posting: String,
    /// The day on which it is judged; the latest day on which a version of the
    /// law was verified where nothing is said.
    #[serde(default)]
    pub as_of: Option<String>,
    /// What is told about the employer.
    #[serde(default)]
    pub employer: ToldEmployer,
    /// Findings in which this law is named: `pay-range/missing`, or the id of a
    /// wording, each with its severity on this law alone. Others may be found
    /// beside them.
    #[serde(default)]
    pub finds: BTreeMap<String, crate::diagnostic::Severity>,
    /// Codes (elements or wordings) for which this law must not be named. An
    /// example with neither `finds` nor `silent` must find nothing of this law.
    #[serde(default)]
    pub silent: Vec<String>,
}

/// What a rule's example or a configuration tells about the employer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToldEmployer {
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub headcount: Option<u32>,
    /// Employees by jurisdiction code.
    #[serde(default)]
    pub headcount_in: BTreeMap<String, u32>,
    #[serde(default)]
    pub federal_contractor: Option<bool>,
    #[serde(default)]
    pub sector: Option<Sector>,
}

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
/// stands for any number of spaces. A match lies within one paragraph, heading,
/// list item or cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextTest {
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
