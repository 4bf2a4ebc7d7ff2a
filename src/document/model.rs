//! What every reader delivers.

use crate::text::{Raw, Source, Span, SpanMap, View};
use std::sync::Arc;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Markdown,
    Html,
    Text,
    Docx,
    Json,
    JsonLines,
    Csv,
    Xml,
}

/// A whole file after reading: one document for each record of a feed, else one.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub source: Arc<Source>,
    /// The documents in the order of the file.
    pub documents: Vec<Document>,
    /// What was wrong with the file as a whole, or with records that could not
    /// be read.
    pub problems: Vec<Problem>,
}

/// One text with its structured fields, as a reader of the page sees it.
///
/// Structured values (front matter, JSON-LD, fields of a feed) stand in the
/// view too, as lines `key: value` before the text, so that everything found
/// anywhere has one kind of place. They can be told apart by [`Document::fields`].
#[derive(Debug, Clone)]
pub struct Document {
    /// The file it is from.
    pub source: Arc<Source>,
    /// The format of the text proper.
    pub format: Format,
    /// The record within a feed (`$.jobs[3]`, `line 7`, `row 12`); empty for a
    /// file that is one document.
    pub key: String,
    /// The words, with `\n` between lines and blocks.
    pub view: String,
    /// From the words to the user's file.
    pub map: SpanMap<View, Raw>,
    /// The text proper, after the fields.
    pub body: Span<View>,
    /// Its paragraphs, headings, list items and cells, in text order, not nested.
    pub blocks: Vec<Block>,
    /// Its links.
    pub links: Vec<Link>,
    /// Words set in bold, in text order: many postings write headings so.
    pub strong: Vec<Span<View>>,
    /// Parts of the page that its author marked as menu, footer and the like,
    /// in the order of their ends; they may be nested.
    pub landmarks: Vec<Landmark>,
    /// Comments of the markup; a reader does not see them.
    pub comments: Vec<Comment>,
    /// What the front matter says to hirelint; a reader does not see it.
    pub notes: Vec<Note>,
    /// Structured values.
    pub fields: Vec<Field>,
    /// The schema.org `JobPosting`s of a page.
    pub marked_up: Vec<MarkedUp>,
    /// What was wrong: broken front matter, broken JSON-LD.
    pub problems: Vec<Problem>,
}

/// A piece of text that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span<View>,
}

/// What kind of block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 (the page) to 6.
    Heading(u8),
    Paragraph,
    /// An item of a list, at a depth from 0.
    ListItem(u8),
    /// A cell of a table, with row and column from 0.
    Cell {
        row: u32,
        column: u32,
    },
    Quote,
    /// Preformatted text.
    Code,
}

/// Words that lead elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words of the link.
    pub span: Span<View>,
    /// Where it leads, as written, entities decoded. Empty if the target is
    /// missing or leads nowhere (`#`, `javascript:`).
    pub target: String,
}

/// A part of a page with a role (`<nav>`, `<main>`, `role="banner"`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landmark {
    /// Which role.
    pub kind: LandmarkKind,
    /// Its words.
    pub span: Span<View>,
}

/// The roles of parts of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LandmarkKind {
    /// `<nav>`: menus and breadcrumbs.
    Navigation,
    /// `<header>`: the head of the page or of an article.
    Header,
    /// `<footer>`.
    Footer,
    /// `<aside>`: beside the subject.
    Aside,
    /// A box whose class says that it lists other jobs.
    OtherJobs,
    /// `<main>`.
    Main,
    /// `<article>`.
    Article,
    /// `<form>`.
    Form,
    /// `<dialog>`: cookie and sign-up boxes.
    Dialog,
}

/// A comment of the markup (`<!-- … -->`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What it says, without the marks.
    pub text: String,
    /// The whole comment with its marks.
    pub span: Span<Raw>,
}

/// A value of the front matter under [`NOTES`], which is addressed to hirelint.
/// It is no part of the posting and does not stand in the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its path below [`NOTES`], joined by dots, list positions as numbers.
    pub path: String,
    /// What it says; empty for a key without a value.
    pub text: String,
    /// The value, or the key where there is no value.
    pub span: Span<Raw>,
}

/// The key of the front matter that is addressed to hirelint.
pub const NOTES: &str = "hirelint";

/// Where a structured value was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// YAML at the head of a Markdown file.
    FrontMatter,
    /// schema.org `JobPosting` as JSON-LD.
    JsonLd,
    /// schema.org `JobPosting` as microdata.
    Microdata,
    /// `<title>` and `<meta>` of a page.
    PageHead,
    /// A field of a feed's record.
    Feed,
}

/// One structured value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub origin: Origin,
    /// Its path, in the spelling of the file, joined by dots, list positions as
    /// numbers: `baseSalary.value.minValue`, `locations.0.city`.
    pub path: String,
    /// The value's words in the view.
    pub value: Span<View>,
}

/// A schema.org `JobPosting` of a page, by what it says at all. Its values stand
/// among the fields, but for long texts, which stand in the body, and for
/// references to things that are described elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedUp {
    /// JSON-LD or microdata.
    pub origin: Origin,
    /// The names of its own properties that are not empty (`jobLocation`).
    pub properties: Vec<String>,
}

/// Something wrong with the file that is the file's own fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    /// What, in plain words.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where, if a place can be named.
    pub span: Option<Span<Raw>>,
}

/// How far a problem reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file or record could not be read: exit code 2.
    Unreadable,
    /// A part of it (front matter, a JSON-LD block) could not be read and was
    /// left out; the rest was linted. The finding `broken-data/unreadable`.
    BrokenPart,
    /// A part of it breaks the rules of its format and was read all the same;
    /// other programs refuse it or read it otherwise. The finding
    /// `broken-data/malformed`.
    Malformed,
    /// It says to be another posting than the one before it, and was read with that
    /// one. The finding `broken-data/several-postings`.
    Several,
    /// A value of a field cannot be: the 30th of February, pay below nothing. The
    /// finding `broken-data/impossible-value`.
    Impossible,
}

impl ProblemKind {
    /// The id of the finding that it makes within `broken-data`, with what that
    /// means; nothing where nothing could be read to say it of.
    pub fn finding(self) -> Option<(&'static str, &'static str)> {
        match self {
            ProblemKind::Unreadable => None,
            ProblemKind::BrokenPart => Some((
                "unreadable",
                "This part was left out; everything else was checked.",
            )),
            ProblemKind::Malformed => Some((
                "malformed",
                "It was read all the same; other programs refuse it or read it otherwise.",
            )),
            ProblemKind::Several => Some((
                "several-postings",
                "They were judged as one posting: what one of them says may hide what another lacks.",
            )),
            ProblemKind::Impossible => Some((
                "impossible-value",
                "Programs that read it drop it or take something else from it.",
            )),
        }
    }
}

impl Reading {
    /// A file of which nothing can be read.
    pub fn unreadable(name: &str, message: String, help: Option<String>) -> Self {
        Reading {
            source: Arc::new(Source::from_text(name, "")),
            documents: Vec::new(),
            problems: vec![Problem {
                kind: ProblemKind::Unreadable,
                message,
                help,
                span: None,
            }],
        }
    }
}

impl Document {
    /// The words at `span`.
    pub fn words(&self, span: Span<View>) -> &str {
        &self.view[span.range()]
    }

    /// The words of a field's value.
    pub fn value(&self, field: &Field) -> &str {
        self.words(field.value)
    }

    /// Where words of the view stand in the user's file.
    pub fn raw(&self, span: Span<View>) -> Span<Raw> {
        self.map.origin(span)
    }
}
