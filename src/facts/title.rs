//! What the job is called.

mod body;
mod cleaned;
mod words;

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use super::fields;
use crate::document::{Block, BlockKind, Field, Origin};
use crate::posting::{self, Posting, Role};
use crate::text::{Span, View, bare};
use cleaned::cleaned;

/// The title of the job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// As a reader sees it, without what a board adds.
    pub text: String,
}

impl Fact for Title {
    const ABOUT: &'static str = "the title of the job";
    const CUES: &'static [&'static str] = &ALL_CUES;
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "text",
        kind: Kind::Text,
        about: "the words of the title",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let mut found = Vec::new();
        let employers: Vec<String> = context
            .facts
            .employer
            .iter()
            .map(|e| e.value.name.to_lowercase())
            .flat_map(|name| match name.strip_prefix("the ") {
                Some(bare) => vec![bare.to_owned(), name],
                None => vec![name],
            })
            .collect();
        let push = |at, confidence, found: &mut Vec<Found<Title>>| {
            push(posting, &employers, at, confidence, found);
        };
        for field in own_fields(posting) {
            push(field.value, Confidence::High, &mut found);
        }
        for labelled in fields::labelled(context) {
            let of_job = labelled.cue < LABELS.len() && !is_of_person(posting, labelled.value);
            if of_job && posting.field_at(labelled.value).is_none() {
                let confidence = if LABELS[labelled.cue].contains(' ') {
                    Confidence::High
                } else {
                    Confidence::Medium
                };
                push(labelled.value, confidence, &mut found);
            }
        }
        if let Some(span) = heading(posting) {
            push(span, Confidence::Medium, &mut found);
        }
        if found.is_empty()
            && let Some(span) = first_line(posting, &employers)
        {
            push(span, Confidence::Low, &mut found);
        }
        for field in fields::named(posting, &["title", "ogtitle"]) {
            if field.origin == Origin::PageHead {
                push(field.value, Confidence::Low, &mut found);
            }
        }
        // "The Lakeside Lab is hiring!" only announces: the sentences name the job.
        for title in &mut found {
            if is_announcement(&title.value.text) {
                title.confidence = Confidence::Low;
            }
        }
        if found.iter().all(|title| is_announcement(&title.value.text))
            && let Some(span) = body::read(context, LABELS.len())
        {
            push(span, Confidence::Medium, &mut found);
        }
        found.sort_by_key(|title| std::cmp::Reverse(title.confidence));
        if found.is_empty() {
            found.extend(from_address(posting));
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "text" => Value::text(Some(&self.text)),
            _ => Value::Absent,
        }
    }
}

/// The words that stand for the title before anything is cut off them.
pub(super) fn raw(posting: &Posting) -> Option<Span<View>> {
    let field = own_fields(posting).next().map(|field| field.value);
    field
        .or_else(|| heading(posting))
        .or_else(|| first_line(posting, &[]))
}

fn own_fields(posting: &Posting) -> impl Iterator<Item = &Field> {
    let better = has_better(posting);
    fields::named(posting, NAMES)
        .into_iter()
        .filter(move |field| is_own_title(better, &field.path, field.origin))
}

/// The title in the address of the page, where nothing else names it.
fn from_address(posting: &Posting) -> Option<Found<Title>> {
    posting.fields().find_map(|field| {
        let (slug, _) = super::employer::on_linkedin(posting.words(field.value))?;
        let text = slug.replace('-', " ");
        Some(
            Found::in_field(Title { text }, field.value, field.origin)
                .with_confidence(Confidence::Low),
        )
    })
}

/// Names of fields that hold the title, the plainest first. `text` is what one
/// applicant tracking system calls it.
const NAMES: &[&str] = &[
    "jobtitle",
    "positiontitle",
    "jobpostingtitle",
    "postingtitle",
    "title",
    "pdjobtitle",
    "jobname",
    "positionname",
    "rolename",
    "roletitle",
    "vacancytitle",
    "jobopeningname",
    "titel",
    "intitule",
    "openingname",
    "headline",
    "position",
    "role",
    "roles",
    "job",
    "text",
    "name",
];

/// Labels of lines in the text.
const LABELS: &[&str] = &[
    "job title",
    "position title",
    "role title",
    "working title",
    "vacancy title",
    "posting title",
    "title of position",
    "title of the position",
    "title",
    "position",
    "job",
    "role",
    "job name",
    "vacancy",
    "titel",
    "stelle",
    "position / titel",
    "intitulé du poste",
    "poste",
    "puesto",
    "cargo",
    "functie",
    "stanowisko",
    "posizione",
    "tjänst",
];

const ALL_CUES: [&str; LABELS.len() + body::CUES.len()] = {
    let mut cues = [""; LABELS.len() + body::CUES.len()];
    let mut at = 0;
    while at < cues.len() {
        cues[at] = if at < LABELS.len() {
            LABELS[at]
        } else {
            body::CUES[at - LABELS.len()]
        };
        at += 1;
    }
    cues
};

/// Whether a label stands in the block of a person: "Name: A. Example", "Title: Head
/// of Hiring".
fn is_of_person(posting: &Posting, value: Span<View>) -> bool {
    const LINES: usize = 4;
    const PERSONS: &[&str] = &[
        "name",
        "recruiter",
        "contact",
        "hiring manager",
        "hr contact",
        "hiring contact",
        "posted by",
        "reports to",
        "supervisor",
        "ansprechpartner",
    ];
    let lines = posting.text[..value.start].lines().rev();
    let mut above = lines
        .skip(1)
        .map(|line| bare(line).to_lowercase())
        .filter(|line| !line.is_empty())
        .take(LINES);
    above.any(|line| {
        PERSONS.iter().any(|person| {
            let rest = line.strip_prefix(person);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    })
}

/// Whether words say that somebody is sought, and not for what.
fn is_announcement(words: &str) -> bool {
    let words = words
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    ["is hiring", "are hiring", "is recruiting", "is growing"]
        .iter()
        .any(|end| words.ends_with(end))
}

/// False for titles of parts: `departments.0.name`, `metadata.2.name`, the
/// names of pay tiers, the page's own head.
fn is_own_title(better: bool, path: &str, origin: Origin) -> bool {
    if origin == Origin::PageHead {
        return false;
    }
    let parent = fields::parent(path);
    match fields::name(path).as_str() {
        "name" | "title" | "text" | "headline" | "job" | "role" | "position" | "roles" => {
            let nested = !matches!(
                parent.as_str(),
                "" | "job" | "jobposting" | "posting" | "position" | "jobs"
            );
            let name = fields::name(path);
            // `name`, `text` are titles only of a record that has no better.
            let bare = matches!(name.as_str(), "name" | "text" | "role" | "roles" | "job");
            !(nested || bare && better)
        }
        _ => true,
    }
}

fn has_better(posting: &Posting) -> bool {
    const BETTER: &[&str] = &["jobtitle", "positiontitle", "title", "rolename"];
    fields::named(posting, BETTER)
        .iter()
        .any(|field| is_own_title(false, &field.path, field.origin))
}

/// The heading of the page: of level 1, else the first heading before any text,
/// unless it is a heading of a section.
fn heading(posting: &Posting) -> Option<Span<View>> {
    let document = &posting.document;
    let kept = |block: &&Block| {
        !posting.words(block.span).trim().is_empty() && document.body.contains(block.span)
    };
    let blocks = || document.blocks.iter().filter(kept);
    let is_title = |block: &&Block| {
        let section = posting
            .sections
            .iter()
            .find(|s| s.heading == Some(block.span));
        let own = section.is_none_or(|s| s.role == Role::Opening);
        let words = posting.words(block.span);
        // "Date posted:" only introduces.
        let label = words.trim_end().ends_with(':');
        own && block.span.len() <= 200 && !label && !is_generic(words)
    };
    let first = blocks()
        .filter(|b| b.kind == BlockKind::Heading(1))
        .take(20)
        .find(is_title);
    let early = || {
        blocks()
            .take(6)
            .filter(|b| matches!(b.kind, BlockKind::Heading(2..=4)))
            .find(is_title)
    };
    first.or_else(early).map(|b| b.span)
}

/// The first line of a plain text that is not the employer, its logo or a button
/// of the page, if it is short and no sentence.
fn first_line(posting: &Posting, employers: &[String]) -> Option<Span<View>> {
    let body = posting.document.body;
    let mut at = body.start;
    for line in posting.text[body.range()].split_inclusive('\n').take(12) {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let span = Span::new(start, start + words.len());
        let heads = posting
            .sections
            .iter()
            .any(|s| s.heading == Some(span) && s.role != Role::Opening);
        let lower = words.to_lowercase();
        let of_employer = employers.contains(&lower) || lower.ends_with(" logo");
        let is_other = words.contains("://") || heads || is_generic(words);
        if words.is_empty() || is_other || of_employer {
            continue;
        }
        let count = words.split_whitespace().count();
        let sentence = words.ends_with(['.', '!', '?', ':', ';', ',']);
        return (count <= 14 && !sentence && words.contains(char::is_alphabetic)).then_some(span);
    }
    None
}

fn push(
    posting: &Posting,
    employers: &[String],
    at: Span<View>,
    confidence: Confidence,
    found: &mut Vec<Found<Title>>,
) {
    let at = cleaned(posting, employers, at);
    let words: Vec<&str> = posting.words(at).split_whitespace().collect();
    let text = words.join(" ");
    let is_title = text.len() <= 200 && text.contains(char::is_alphabetic) && !is_generic(&text);
    let known = found
        .iter()
        .any(|f| f.value.text.eq_ignore_ascii_case(&text));
    if is_title && !known {
        let title = fields::found_at(posting, Title { text }, at);
        found.push(title.with_confidence(confidence));
    }
}

/// Whether words are a heading of a section, or name no job otherwise.
fn is_generic(words: &str) -> bool {
    let words = bare(words);
    let lower = words.to_lowercase();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    GENERIC.contains(&bare)
        || ["about ", "über ", "à propos "]
            .iter()
            .any(|a| lower.starts_with(a))
        || posting::is_section_heading(&lower)
        || posting::is_section_heading(bare)
}

/// Headings that name no job.
const GENERIC: &[&str] = &[
    "job description",
    "job posting",
    "job ad",
    "job advertisement",
    "job opening",
    "job details",
    "posting details",
    "posting information",
    "position details",
    "position information",
    "vacancy details",
    "full job description",
    "position description",
    "description",
    "careers",
    "jobs",
    "we're hiring",
    "we are hiring",
    "now hiring",
    "join us",
    "join our team",
    "vacancy",
    "stellenanzeige",
    "offre d'emploi",
    "oferta de empleo",
    "candidate portal",
    "share",
    "save",
    "show more options",
    "description du poste",
];

#[cfg(test)]
mod tests;
