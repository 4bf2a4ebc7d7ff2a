//! Stage 2: [`Document`] → [`Posting`]s. Splits a file that holds several, cuts
//! page furniture away (and keeps it as cut), gives sections their roles. It
//! knows how pages and postings are laid out; it reads no facts and no law.

mod prose;

pub use prose::Prose;

use crate::document::{Document, Field, Link};
use crate::text::{Span, View};
use std::sync::Arc;

/// One job posting within a document.
#[derive(Debug, Clone)]
pub struct Posting {
    /// The document it stands in.
    pub document: Arc<Document>,
    /// Tells it from others of the same file; empty if it is the only one.
    pub key: String,
    /// The document's view with everything that is not this posting blanked
    /// out by spaces (line breaks stay), so that offsets are those of the view.
    pub text: String,
    /// What was cut away, in text order.
    pub trimmed: Vec<Trimmed>,
    /// Its sections in text order; they cover the body without gaps.
    pub sections: Vec<Section>,
    /// False if the text is no posting at all (an index, a guide, an empty shell).
    pub is_posting: bool,
}

/// A piece of the page that is not the posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trimmed {
    pub span: Span<View>,
    pub kind: Furniture,
}

/// Kinds of page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Furniture {
    /// Menus, breadcrumbs, footers.
    Navigation,
    /// Terms, cookies, sign-up and newsletter texts.
    Consent,
    /// Share bars, save and report buttons.
    Actions,
    /// Other jobs of the board.
    OtherJobs,
    /// Badges, tags, profile and counters of a job board.
    BoardProfile,
    /// A board's own guess of the pay.
    PayEstimate,
    /// Another posting of the same file.
    OtherPosting,
}

impl Furniture {
    /// The name in output.
    pub fn name(self) -> &'static str {
        match self {
            Furniture::Navigation => "navigation",
            Furniture::Consent => "consent",
            Furniture::Actions => "actions",
            Furniture::OtherJobs => "other-jobs",
            Furniture::BoardProfile => "board-profile",
            Furniture::PayEstimate => "pay-estimate",
            Furniture::OtherPosting => "other-posting",
        }
    }
}

/// A stretch of the posting under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's words; the text before the first heading has none.
    pub heading: Option<Span<View>>,
    pub role: Role,
    /// From the heading (included) to the next heading.
    pub span: Span<View>,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Structured fields at the head.
    Fields,
    /// What stands before the first heading.
    Opening,
    Company,
    Duties,
    Requirements,
    Pay,
    Benefits,
    Location,
    /// Equal opportunity, diversity and accommodation.
    EqualOpportunity,
    HowToApply,
    Legal,
    Other,
}

impl Role {
    /// All roles, for rule files.
    pub const ALL: [Role; 12] = [
        Role::Fields,
        Role::Opening,
        Role::Company,
        Role::Duties,
        Role::Requirements,
        Role::Pay,
        Role::Benefits,
        Role::Location,
        Role::EqualOpportunity,
        Role::HowToApply,
        Role::Legal,
        Role::Other,
    ];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Role::Fields => "fields",
            Role::Opening => "opening",
            Role::Company => "company",
            Role::Duties => "duties",
            Role::Requirements => "requirements",
            Role::Pay => "pay",
            Role::Benefits => "benefits",
            Role::Location => "location",
            Role::EqualOpportunity => "equal_opportunity",
            Role::HowToApply => "how_to_apply",
            Role::Legal => "legal",
            Role::Other => "other",
        }
    }
}

impl Posting {
    /// The words at `span`, blanked where they are not the posting's.
    pub fn words(&self, span: Span<View>) -> &str {
        &self.text[span.range()]
    }

    /// The structured fields of the document that belong to the posting.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.document.fields.iter()
    }

    /// The structured field in whose value `span` lies.
    pub fn field_at(&self, span: Span<View>) -> Option<&Field> {
        self.document.fields.iter().find(|f| f.value.contains(span))
    }

    /// The links whose words are part of the posting.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.document
            .links
            .iter()
            .filter(|link| !self.trimmed.iter().any(|cut| cut.span.overlaps(link.span)))
    }

    /// The section in which `at` lies.
    pub fn section_at(&self, at: usize) -> Option<&Section> {
        self.sections
            .iter()
            .find(|s| s.span.start <= at && at < s.span.end)
    }
}

/// The postings of a document, in text order.
pub fn find(document: Arc<Document>) -> Vec<Posting> {
    let text = document.view.clone();
    let sections = vec![Section {
        heading: None,
        role: Role::Opening,
        span: Span::new(0, text.len()),
    }];
    vec![Posting {
        key: document.key.clone(),
        is_posting: !text.trim().is_empty(),
        document,
        text,
        trimmed: Vec::new(),
        sections,
    }]
}
