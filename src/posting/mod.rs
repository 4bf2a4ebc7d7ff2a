//! Stage 2: [`Document`] → [`Posting`]s. Splits a file that holds several, cuts
//! page furniture away (and keeps it as cut), gives sections their roles. It
//! knows how pages and postings are laid out; it reads no facts and no law.

mod job;
mod judge;
mod lines;
mod phrases;
mod prose;
mod sections;
mod shape;
mod split;
mod trim;
mod vocabulary;

pub use job::{is_marked, names_job};
pub use prose::Prose;

use lines::Line;

use crate::document::{Document, Field, Link};
use crate::text::{Span, View};
use std::ops::Range;
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
    /// Its sections in text order: the structured fields, if any, then from the
    /// first to the last word of the text proper, without gaps.
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
        // Fields stand before the text; words of the text are in none.
        if span.start >= self.document.body.start {
            return None;
        }
        self.document.fields.iter().find(|f| f.value.contains(span))
    }

    /// The links whose words are part of the posting.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.document
            .links
            .iter()
            .filter(|link| !is_cut(&self.trimmed, link.span))
    }

    /// The section in which `at` lies.
    pub fn section_at(&self, at: usize) -> Option<&Section> {
        let next = self.sections.partition_point(|s| s.span.end <= at);
        self.sections.get(next).filter(|s| s.span.start <= at)
    }
}

/// Whether words are known as the heading of a section, as a whole.
pub fn is_section_heading(words: &str) -> bool {
    vocabulary::role(&phrases::key(words)).is_some_and(|(_, fit)| fit == phrases::Fit::Whole)
}

/// The postings of a document, in text order; at least one, which
/// [`Posting::is_posting`] may call none.
pub fn find(document: Arc<Document>) -> Vec<Posting> {
    let lines = lines::of(&document);
    let furniture = trim::furniture(&document, &lines);
    let kept: Vec<Line<'_>> = lines
        .into_iter()
        .filter(|line| !is_cut(&furniture, line.span))
        .collect();
    let headings = sections::headings(&document, &kept);
    let several = split::postings(&kept, &headings);
    // Each posting has a text as long as the document's.
    if several.is_empty() || several.len() * document.view.len() > MOST_TEXT {
        let is_posting = judge::is_posting(&document, &kept, &headings);
        let sections = sections::sections(&kept, &headings, extent(&document, &kept));
        let key = document.key.clone();
        return vec![posting(&document, key, furniture, sections, is_posting)];
    }
    let single = |(place, own): (usize, &Range<usize>)| {
        let others = several.iter().filter(|r| *r != own);
        let mut trimmed: Vec<Trimmed> = others
            .map(|r| Trimmed {
                span: extent(&document, &kept[r.clone()]),
                kind: Furniture::OtherPosting,
            })
            .collect();
        // Furniture within another posting goes with it.
        let apart: Vec<Trimmed> = furniture
            .iter()
            .filter(|cut| !is_cut(&trimmed, cut.span))
            .cloned()
            .collect();
        trimmed.extend(apart);
        trimmed.sort_by_key(|cut| cut.span);
        let rest: Vec<Line<'_>> = kept
            .iter()
            .filter(|line| !is_cut(&trimmed, line.span))
            .cloned()
            .collect();
        let headings = sections::headings(&document, &rest);
        let sections = sections::sections(&rest, &headings, extent(&document, &rest));
        let key = match document.key.as_str() {
            "" => format!("posting {}", place + 1),
            key => format!("{key}, posting {}", place + 1),
        };
        posting(&document, key, trimmed, sections, true)
    };
    several.iter().enumerate().map(single).collect()
}

/// Bytes of text that the postings of one document may come to. A list with so
/// many jobs is no file that somebody edits, and is judged as one text.
const MOST_TEXT: usize = 64 * 1024 * 1024;

fn posting(
    document: &Arc<Document>,
    key: String,
    trimmed: Vec<Trimmed>,
    sections: Vec<Section>,
    is_posting: bool,
) -> Posting {
    Posting {
        key,
        text: trim::blank(&document.view, &trimmed),
        trimmed,
        sections: with_fields(document, sections),
        is_posting,
        document: Arc::clone(document),
    }
}

/// From the first to the last word of `lines`.
fn extent(document: &Document, lines: &[Line<'_>]) -> Span<View> {
    let start = lines.first().map_or(document.body.start, |l| l.span.start);
    let end = lines.last().map_or(document.body.start, |l| l.span.end);
    Span::new(start, end)
}

fn is_cut(trimmed: &[Trimmed], span: Span<View>) -> bool {
    let next = trimmed.partition_point(|cut| cut.span.end <= span.start);
    trimmed.get(next).is_some_and(|cut| cut.span.overlaps(span))
}

/// Puts the structured fields before the sections of the text.
fn with_fields(document: &Document, sections: Vec<Section>) -> Vec<Section> {
    let fields = Span::new(0, document.body.start);
    let fields = (!fields.is_empty()).then_some(Section {
        heading: None,
        role: Role::Fields,
        span: fields,
    });
    fields.into_iter().chain(sections).collect()
}

#[cfg(test)]
mod tests;
