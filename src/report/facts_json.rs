//! What was understood, as JSON. The keys are a contract with everybody who
//! measures how well postings are read; new ones may be added beside them.

use super::json::{ProblemEntry, problem_entry, to_json};
use super::place::Place;
use crate::document::{Origin, Problem};
use crate::domain::money::{Amount, Period};
use crate::facts::place::PlaceRole;
use crate::facts::{Confidence, FactKind, Facts, Found, Item, KINDS, Value, Whence};
use crate::posting::Posting;
use crate::text::{Source, Span, View};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the shape below; it grows when a key changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything that `hirelint facts --format json` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactsReport {
    pub schema_version: u32,
    /// The postings of all files, in the order of the files.
    pub postings: Vec<PostingFacts>,
    /// What could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<UnreadEntry>,
}

/// A file or a part of one that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnreadEntry {
    pub file: String,
    pub problem: ProblemEntry,
}

/// One posting and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostingFacts {
    /// The file, as it was named.
    pub file: String,
    /// Which record or part of the file; absent if the file is one posting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// False where the text is no job posting.
    pub is_posting: bool,
    pub title: Option<String>,
    pub employer: Option<String>,
    /// ISO 639-1.
    pub language: Option<String>,
    /// Every statement of pay, board estimates included.
    pub pay: Vec<PayFact>,
    /// What the employer's own pay statements come to, the most complete of
    /// them: `range`, `single`, `open_ended` or `none`.
    pub pay_disclosed: String,
    /// Where the work is done.
    pub locations: Vec<LocationFact>,
    pub workplace: WorkplaceFact,
    /// Equal opportunity statement.
    pub eeo: Option<Statement>,
    /// The grounds that it lists, by plain names.
    pub protected_classes: Vec<String>,
    /// Accommodation of disabled applicants.
    pub accommodation: Option<Statement>,
    pub accommodation_contacts: Vec<ContactFact>,
    /// An ISO 8601 date, or `rolling`.
    pub deadline: Option<String>,
    /// `none`, `general` or `specific`.
    pub benefits: String,
    /// Bonus, commission, equity and the like.
    pub other_compensation: Option<Statement>,
    pub fair_chance: Option<Statement>,
    pub ai_use: Option<Statement>,
    pub salary_history: Option<Statement>,
    pub citizenship_restriction: Option<Statement>,
    pub age_or_gender_preference: Option<Statement>,
    /// All facts by kind, with the attributes that rule files see.
    pub facts: BTreeMap<String, Vec<AnyFact>>,
    /// What was cut away as page furniture.
    pub trimmed: Vec<TrimmedPiece>,
}

/// Words and where they stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The words as a reader sees them.
    pub text: String,
    pub span: Place,
}

/// One statement of pay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PayFact {
    pub text: String,
    /// Whole currency units as stated; null for an open end.
    pub min: Option<Figure>,
    /// Whole currency units as stated; null for an open end.
    pub max: Option<Figure>,
    /// ISO 4217.
    pub currency: Option<String>,
    pub period: Option<String>,
    /// `range`, `single`, `up_to`, `starting_at` or `other`.
    pub form: String,
    /// `base`, `total`, `bonus`, `commission`, `equity`, `stipend` or
    /// `estimate-by-aggregator`.
    pub kind: String,
    /// The employer's own statement of what the job pays.
    pub disclosure: bool,
    pub span: Place,
}

/// One place of work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocationFact {
    pub text: String,
    pub city: Option<String>,
    /// ISO 3166-2.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// `work` or `remote_area`.
    pub role: String,
    /// Codes of the jurisdictions in which it lies, country first.
    pub jurisdictions: Vec<String>,
    pub span: Place,
}

/// On site, hybrid or remote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkplaceFact {
    /// `onsite`, `hybrid`, `remote`, `mixed` or `unstated`.
    pub mode: String,
    pub remote_scope: Option<String>,
    pub span: Option<Place>,
}

/// A way to ask for accommodation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactFact {
    /// `email`, `phone`, `url`, `form` or `address`.
    #[serde(rename = "type")]
    pub kind: String,
    pub value: String,
}

/// A fact of any kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnyFact {
    /// The words as a reader sees them; null where the fact is one of the whole
    /// text.
    pub text: Option<String>,
    pub span: Place,
    /// `text`, `furniture`, or the kind of structured field.
    pub from: String,
    pub confidence: String,
    /// What the posting says of it; what it does not say is left out.
    pub attributes: BTreeMap<String, Attribute>,
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Attribute {
    Text(String),
    Number(Figure),
    Flag(bool),
    List(Vec<String>),
}

/// A piece of page furniture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrimmedPiece {
    pub kind: String,
    pub span: Place,
}

/// A decimal amount as a JSON number: whole if it is whole.
#[derive(Debug, Clone, Copy, PartialEq, JsonSchema)]
#[schemars(transparent)]
pub struct Figure(#[schemars(with = "f64")] pub Amount);

impl Serialize for Figure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_integer()
            && let Ok(whole) = i64::try_from(self.0)
        {
            return serializer.serialize_i64(whole);
        }
        serializer.serialize_f64(f64::try_from(self.0).unwrap_or(f64::NAN))
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        let text = number.to_string();
        let amount = text.parse().or_else(|_| Amount::from_scientific(&text));
        amount.map(Figure).map_err(serde::de::Error::custom)
    }
}

/// What stands before the first posting.
pub fn head() -> String {
    format!("{{\n\"schema_version\": {SCHEMA_VERSION},\n\"postings\": [\n")
}

/// What stands between two postings.
pub const SEPARATOR: &str = ",\n";

/// What stands after the last posting.
pub fn tail(problems: &[UnreadEntry]) -> String {
    if problems.is_empty() {
        return "\n]\n}\n".to_owned();
    }
    format!("\n],\n\"problems\": {}\n}}\n", to_json(problems))
}

/// One posting as it stands in the list.
pub fn entry(posting: &Posting, facts: &Facts) -> String {
    to_json(&self::posting(posting, facts))
}

impl UnreadEntry {
    /// A problem of a file.
    pub fn of(source: &Source, problem: &Problem) -> Self {
        UnreadEntry {
            file: source.name.clone(),
            problem: problem_entry(source, problem),
        }
    }

    /// A file that could not be read at all.
    pub fn of_file(name: &str, message: &str) -> Self {
        UnreadEntry {
            file: name.to_owned(),
            problem: ProblemEntry {
                message: message.to_owned(),
                help: None,
                span: None,
            },
        }
    }
}

/// What was understood of one posting.
pub fn posting(posting: &Posting, facts: &Facts) -> PostingFacts {
    let words = Words { posting };
    PostingFacts {
        file: posting.document.source.name.clone(),
        key: posting.key.clone(),
        is_posting: posting.is_posting,
        title: facts.title.first().map(|t| t.value.text.clone()),
        employer: facts.employer.first().map(|e| e.value.name.clone()),
        language: facts.language.first().map(|l| l.value.code.clone()),
        pay: facts.pay.iter().map(|pay| words.pay(pay)).collect(),
        pay_disclosed: facts.pay_disclosed().name().to_owned(),
        locations: facts
            .place
            .iter()
            .filter(|p| matches!(p.value.role, PlaceRole::Work | PlaceRole::RemoteArea))
            .map(|place| words.location(place))
            .collect(),
        workplace: words.workplace(facts),
        eeo: words.statement(&facts.eeo),
        protected_classes: protected_classes(facts),
        accommodation: words.statement(&facts.accommodation),
        accommodation_contacts: contacts(facts),
        deadline: deadline(facts),
        benefits: benefits(facts),
        other_compensation: words.statement(&facts.other_compensation),
        fair_chance: words.statement(&facts.fair_chance),
        ai_use: words.statement(&facts.ai_use),
        salary_history: words.statement(&facts.salary_history),
        citizenship_restriction: words.statement(&facts.citizenship),
        age_or_gender_preference: words.statement(&facts.preference),
        facts: words.all(facts),
        trimmed: posting
            .trimmed
            .iter()
            .map(|piece| TrimmedPiece {
                kind: piece.kind.name().to_owned(),
                span: words.place(piece.span),
            })
            .collect(),
    }
}

struct Words<'p> {
    posting: &'p Posting,
}

impl Words<'_> {
    fn place(&self, span: Span<View>) -> Place {
        let document = &self.posting.document;
        Place::of(&document.source, document.raw(span))
    }

    fn at(&self, span: Span<View>) -> String {
        // From the document: the posting's own text has furniture blanked out.
        self.posting.document.words(span).to_owned()
    }

    fn statement<T>(&self, found: &[Found<T>]) -> Option<Statement> {
        found.first().map(|found| Statement {
            text: self.at(found.at),
            span: self.place(found.at),
        })
    }

    fn pay(&self, found: &Found<crate::facts::pay::Pay>) -> PayFact {
        let pay = &found.value;
        PayFact {
            text: self.at(found.at),
            min: pay.min.map(Figure),
            max: pay.max.map(Figure),
            currency: pay.currency.map(|c| c.code().to_owned()),
            period: (pay.period.filter(|period| *period != Period::Other))
                .map(|period| period.name().to_owned()),
            form: pay.form.name().to_owned(),
            kind: pay.kind.name().to_owned(),
            disclosure: pay.disclosure,
            span: self.place(found.at),
        }
    }

    fn location(&self, found: &Found<crate::facts::place::Place>) -> LocationFact {
        let place = &found.value;
        LocationFact {
            text: self.at(found.at),
            city: place.city.clone(),
            region: place.region.clone(),
            country: place.country.clone(),
            role: place.role.name().to_owned(),
            jurisdictions: place
                .jurisdictions
                .iter()
                .map(|j| j.code().to_owned())
                .collect(),
            span: self.place(found.at),
        }
    }

    fn workplace(&self, facts: &Facts) -> WorkplaceFact {
        let found = facts.workplace.first();
        WorkplaceFact {
            mode: found.map_or("unstated", |w| w.value.mode.name()).to_owned(),
            remote_scope: found.and_then(|w| w.value.remote_scope.clone()),
            span: found.map(|w| self.place(w.at)),
        }
    }

    fn all(&self, facts: &Facts) -> BTreeMap<String, Vec<AnyFact>> {
        let of_kind = |kind: &FactKind| {
            let items = facts.items(kind.name);
            let items = items.iter().map(|item| self.any(kind, item));
            (kind.name.to_owned(), items.collect::<Vec<_>>())
        };
        let kinds = KINDS.iter().map(of_kind);
        kinds.filter(|(_, items)| !items.is_empty()).collect()
    }

    fn any(&self, kind: &FactKind, item: &Item<'_>) -> AnyFact {
        let is_whole = item.at.len() >= self.posting.text.trim().len();
        AnyFact {
            text: (!is_whole).then(|| self.at(item.at)),
            span: self.place(item.at),
            from: whence_name(item.whence).to_owned(),
            confidence: match item.confidence {
                Confidence::Low => "low",
                Confidence::Medium => "medium",
                Confidence::High => "high",
            }
            .to_owned(),
            attributes: kind
                .attributes
                .iter()
                .filter_map(|a| Some((a.name.to_owned(), attribute(item.attribute(a.name))?)))
                .collect(),
        }
    }
}

/// The part of the page that a fact was read from, by its name in output.
pub fn whence_name(whence: Whence) -> &'static str {
    match whence {
        Whence::Text => "text",
        Whence::Furniture => "furniture",
        Whence::Field(Origin::FrontMatter) => "front_matter",
        Whence::Field(Origin::JsonLd) => "json_ld",
        Whence::Field(Origin::Microdata) => "microdata",
        Whence::Field(Origin::PageHead) => "page_head",
        Whence::Field(Origin::Feed) => "feed",
    }
}

fn attribute(value: Value<'_>) -> Option<Attribute> {
    match value {
        Value::Absent => None,
        Value::Text(text) => Some(Attribute::Text(text.into_owned())),
        Value::Number(amount) => Some(Attribute::Number(Figure(amount))),
        Value::Flag(flag) => Some(Attribute::Flag(flag)),
        Value::List(list) => Some(Attribute::List(
            list.into_iter().map(|item| item.into_owned()).collect(),
        )),
    }
}

/// The grounds that all statements together list, each once.
fn protected_classes(facts: &Facts) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for class in facts.eeo.iter().flat_map(|eeo| &eeo.value.classes) {
        if !all.iter().any(|seen| seen == class.name()) {
            all.push(class.name().to_owned());
        }
    }
    all
}

fn contacts(facts: &Facts) -> Vec<ContactFact> {
    let mut all: Vec<ContactFact> = Vec::new();
    for contact in facts.accommodation.iter().flat_map(|a| &a.value.contacts) {
        let contact = ContactFact {
            kind: contact.kind.name().to_owned(),
            value: contact.value.clone(),
        };
        if !all.contains(&contact) {
            all.push(contact);
        }
    }
    all
}

fn deadline(facts: &Facts) -> Option<String> {
    let last = facts.deadline.iter().filter(|d| !d.value.priority);
    let day = last.filter_map(|d| d.value.date).next();
    let is_rolling = || facts.deadline.iter().any(|d| d.value.rolling);
    day.map(|day| day.to_string())
        .or_else(|| is_rolling().then(|| "rolling".to_owned()))
}

fn benefits(facts: &Facts) -> String {
    let level = facts.benefits.iter().map(|b| b.value.level).max();
    level.map_or("none", |level| level.name()).to_owned()
}
