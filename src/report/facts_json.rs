//! What was understood, as JSON. The keys are a contract with everybody who
//! measures how well postings are read; new ones may be added beside them.

use crate::document::Reading;
use crate::domain::money::Amount;
use crate::facts::{Confidence, Facts, Item, KINDS, Value, Whence};
use crate::posting::Posting;
use crate::text::{Source, Span, View};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of the shape below; it grows when a key changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything that `hirelint facts --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FactsReport {
    pub schema_version: u32,
    /// The postings of all files, in the order of the files.
    pub postings: Vec<PostingFacts>,
    /// What could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<ReadingProblem>,
}

/// A file or a part of one that could not be read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReadingProblem {
    pub file: String,
    pub message: String,
    pub help: Option<String>,
    pub span: Option<Place>,
}

/// Where something stands in the user's own file.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Place {
    /// First byte, from 0.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One posting and what it says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PostingFacts {
    /// The file, as it was named.
    pub file: String,
    /// Which record or part of the file; absent if the file is one posting.
    #[serde(skip_serializing_if = "String::is_empty")]
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
    pub pay_disclosed: &'static str,
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
    pub facts: BTreeMap<&'static str, Vec<AnyFact>>,
    /// What was cut away as page furniture.
    pub trimmed: Vec<TrimmedPiece>,
}

/// Words and where they stand.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Statement {
    /// The words as a reader sees them.
    pub text: String,
    pub span: Place,
}

/// One statement of pay.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PayFact {
    pub text: String,
    /// Whole currency units as stated; null for an open end.
    pub min: Option<Figure>,
    /// Whole currency units as stated; null for an open end.
    pub max: Option<Figure>,
    /// ISO 4217.
    pub currency: Option<String>,
    pub period: Option<String>,
    pub form: Option<String>,
    pub kind: Option<String>,
    /// The employer's own statement of what the job pays.
    pub disclosure: bool,
    pub span: Place,
}

/// One place of work.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LocationFact {
    pub text: String,
    pub city: Option<String>,
    /// ISO 3166-2.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// `work` or `remote_area`.
    pub role: Option<String>,
    pub span: Place,
}

/// On site, hybrid or remote.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WorkplaceFact {
    /// `onsite`, `hybrid`, `remote`, `mixed` or `unstated`.
    pub mode: String,
    pub remote_scope: Option<String>,
    pub span: Option<Place>,
}

/// A way to ask for accommodation.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ContactFact {
    /// `email`, `phone`, `url`, `form` or `address`.
    #[serde(rename = "type")]
    pub kind: String,
    pub value: Option<String>,
}

/// A fact of any kind.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnyFact {
    pub text: String,
    pub span: Place,
    /// `text`, `furniture`, or the kind of structured field.
    pub from: &'static str,
    pub confidence: &'static str,
    /// What the posting says of it; what it does not say is left out.
    pub attributes: BTreeMap<&'static str, Attribute>,
}

/// The value of an attribute.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Attribute {
    Text(String),
    Number(Figure),
    Flag(bool),
    List(Vec<String>),
}

/// A piece of page furniture.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrimmedPiece {
    pub kind: &'static str,
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

impl Place {
    /// The place of `span` in the file that `source` was decoded from.
    pub fn of(source: &Source, span: Span<crate::text::Raw>) -> Self {
        let position = source.position(span.start);
        let bytes = source.file_range(span);
        Place {
            start: bytes.start,
            end: bytes.end,
            line: position.line,
            column: position.column,
        }
    }
}

/// What was understood of one posting.
pub fn posting(posting: &Posting, facts: &Facts) -> PostingFacts {
    let read = Reader { posting };
    PostingFacts {
        file: posting.document.source.name.clone(),
        key: posting.key.clone(),
        is_posting: posting.is_posting,
        title: read.first_text(facts, "title", "text"),
        employer: read.first_text(facts, "employer", "name"),
        language: read.first_text(facts, "language", "code"),
        pay: read.pay(facts),
        pay_disclosed: pay_disclosed(facts),
        locations: read.locations(facts),
        workplace: read.workplace(facts),
        eeo: read.statement(facts, "eeo"),
        protected_classes: lists(facts, "eeo", "classes"),
        accommodation: read.statement(facts, "accommodation"),
        accommodation_contacts: Vec::new(),
        deadline: deadline(facts),
        benefits: benefits(facts),
        other_compensation: read.statement(facts, "other_compensation"),
        fair_chance: read.statement(facts, "fair_chance"),
        ai_use: read.statement(facts, "ai_use"),
        salary_history: read.statement(facts, "salary_history"),
        citizenship_restriction: read.statement(facts, "citizenship"),
        age_or_gender_preference: read.statement(facts, "preference"),
        facts: KINDS
            .iter()
            .map(|kind| {
                let items = facts.items(kind.name);
                let items = items.iter().map(|item| read.any(kind.attributes, item));
                (kind.name, items.collect::<Vec<_>>())
            })
            .filter(|(_, items)| !items.is_empty())
            .collect(),
        trimmed: posting
            .trimmed
            .iter()
            .map(|piece| TrimmedPiece {
                kind: piece.kind.name(),
                span: read.place(piece.span),
            })
            .collect(),
    }
}

/// The problems of a whole file.
pub fn problems(reading: &Reading) -> impl Iterator<Item = ReadingProblem> {
    reading
        .problems
        .iter()
        .chain(reading.documents.iter().flat_map(|d| &d.problems))
        .map(|problem| ReadingProblem {
            file: reading.source.name.clone(),
            message: problem.message.clone(),
            help: problem.help.clone(),
            span: problem.span.map(|span| Place::of(&reading.source, span)),
        })
}

struct Reader<'p> {
    posting: &'p Posting,
}

impl Reader<'_> {
    fn place(&self, span: Span<View>) -> Place {
        let document = &self.posting.document;
        Place::of(&document.source, document.raw(span))
    }

    fn words(&self, span: Span<View>) -> String {
        // From the document: the posting's own text has furniture blanked out.
        self.posting.document.words(span).to_owned()
    }

    fn first_text(&self, facts: &Facts, kind: &str, attribute: &str) -> Option<String> {
        text(facts.items(kind).first()?, attribute)
    }

    fn statement(&self, facts: &Facts, kind: &str) -> Option<Statement> {
        facts.items(kind).first().map(|item| Statement {
            text: self.words(item.at),
            span: self.place(item.at),
        })
    }

    fn pay(&self, facts: &Facts) -> Vec<PayFact> {
        facts
            .items("pay")
            .iter()
            .map(|item| PayFact {
                text: self.words(item.at),
                min: number(item, "min"),
                max: number(item, "max"),
                currency: text(item, "currency"),
                period: text(item, "period"),
                form: text(item, "form"),
                kind: text(item, "kind"),
                disclosure: flag(item, "disclosure"),
                span: self.place(item.at),
            })
            .collect()
    }

    fn locations(&self, facts: &Facts) -> Vec<LocationFact> {
        facts
            .items("place")
            .iter()
            .map(|item| LocationFact {
                text: self.words(item.at),
                city: text(item, "city"),
                region: text(item, "region"),
                country: text(item, "country"),
                role: text(item, "role"),
                span: self.place(item.at),
            })
            .filter(|l| matches!(l.role.as_deref(), Some("work" | "remote_area")))
            .collect()
    }

    fn workplace(&self, facts: &Facts) -> WorkplaceFact {
        match facts.items("workplace").first() {
            Some(item) => WorkplaceFact {
                mode: text(item, "mode").unwrap_or_else(|| "unstated".to_owned()),
                remote_scope: text(item, "remote_scope"),
                span: Some(self.place(item.at)),
            },
            None => WorkplaceFact {
                mode: "unstated".to_owned(),
                remote_scope: None,
                span: None,
            },
        }
    }

    fn any(&self, attributes: &[crate::facts::Attribute], item: &Item<'_>) -> AnyFact {
        AnyFact {
            text: self.words(item.at),
            span: self.place(item.at),
            from: match item.whence {
                Whence::Text => "text",
                Whence::Furniture => "furniture",
                Whence::Field(origin) => origin_name(origin),
            },
            confidence: match item.confidence {
                Confidence::Low => "low",
                Confidence::Medium => "medium",
                Confidence::High => "high",
            },
            attributes: attributes
                .iter()
                .filter_map(|a| Some((a.name, attribute(item.attribute(a.name))?)))
                .collect(),
        }
    }
}

fn origin_name(origin: crate::document::Origin) -> &'static str {
    use crate::document::Origin;
    match origin {
        Origin::FrontMatter => "front_matter",
        Origin::JsonLd => "json_ld",
        Origin::Microdata => "microdata",
        Origin::PageHead => "page_head",
        Origin::Feed => "feed",
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

fn text(item: &Item<'_>, name: &str) -> Option<String> {
    match item.attribute(name) {
        Value::Text(text) => Some(text.into_owned()),
        _ => None,
    }
}

fn number(item: &Item<'_>, name: &str) -> Option<Figure> {
    match item.attribute(name) {
        Value::Number(amount) => Some(Figure(amount)),
        _ => None,
    }
}

fn flag(item: &Item<'_>, name: &str) -> bool {
    matches!(item.attribute(name), Value::Flag(true))
}

fn lists(facts: &Facts, kind: &str, name: &str) -> Vec<String> {
    let mut all = Vec::new();
    for item in facts.items(kind) {
        if let Value::List(list) = item.attribute(name) {
            for entry in list {
                if !all.iter().any(|seen: &String| *seen == entry) {
                    all.push(entry.into_owned());
                }
            }
        }
    }
    all
}

/// The most complete of the employer's own pay statements.
fn pay_disclosed(facts: &Facts) -> &'static str {
    let mut best = "none";
    for item in facts.items("pay") {
        if !flag(&item, "disclosure") {
            continue;
        }
        match text(&item, "form").as_deref() {
            Some("range") => return "range",
            Some("single") => best = "single",
            Some("up_to" | "starting_at") if best == "none" => best = "open_ended",
            _ => {}
        }
    }
    best
}

fn deadline(facts: &Facts) -> Option<String> {
    let items = facts.items("deadline");
    items
        .iter()
        .find_map(|item| text(item, "date"))
        .or_else(|| {
            items
                .iter()
                .any(|item| flag(item, "rolling"))
                .then(|| "rolling".to_owned())
        })
}

fn benefits(facts: &Facts) -> String {
    let levels: Vec<_> = facts
        .items("benefits")
        .iter()
        .filter_map(|item| text(item, "level"))
        .collect();
    for level in ["specific", "general"] {
        if levels.iter().any(|l| l == level) {
            return level.to_owned();
        }
    }
    "none".to_owned()
}
