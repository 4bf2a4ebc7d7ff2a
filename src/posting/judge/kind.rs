//! Texts that are something else and say so: an invoice, the minutes of a meeting, a list of
//! prices, an advert for a flat, a table of many jobs.

use super::{opening, other_tongues};
use crate::document::{BlockKind, Document};
use crate::posting::job::names_job;
use crate::posting::lines::Line;
use crate::text::word_goes_on;

/// Bytes of the longest text that is told by its words.
const LONGEST: usize = 4000;

/// Jobs in a table that is a list of jobs and no posting.
const MANY: usize = 3;

/// Whether a text is another kind of text. A title that names a job says that it is none.
pub(super) fn is_another(document: &Document, lines: &[Line<'_>]) -> bool {
    let Some(first) = lines.first() else {
        return false;
    };
    let field = opening::title_field(document).map(|title| &document.view[title.range()]);
    let title = field.unwrap_or(first.text);
    if opening::names_its_job(title) {
        return false;
    }
    let title = title.to_lowercase();
    let view = &document.view;
    is_titled(&title)
        || other_tongues::is_titled(&title)
        || view.len() < LONGEST && other_tongues::is_headed(lines)
        || view.len() < LONGEST && speaks_of_other(view)
        || is_table_of_jobs(document) && says_little_else(lines)
}

/// "Invoice 1042", "Hair Salon Prices", "Two rooms for rent".
fn is_titled(title: &str) -> bool {
    const WORDS: &[&str] = &[
        "invoice",
        "receipt",
        "prices",
        "price list",
        "rate card",
        "minutes",
        "meeting notes",
        "agenda",
        "for rent",
        "for lease",
        "for sale",
        "to let",
    ];
    /// The page of a firm that hires may be headed by what it sells.
    const HIRING: &[&str] = &[
        "hiring", "wanted", "needed", "job", "career", "opening", "vacanc", "position",
    ];
    title.split_whitespace().count() <= 10
        && WORDS.iter().any(|word| has_word(title, word))
        && !HIRING.iter().any(|word| title.contains(word))
}

/// Whether a text has two words of one other kind of text and none of hiring.
fn speaks_of_other(text: &str) -> bool {
    const KINDS: &[&[&str]] = &[
        &[
            "bill to",
            "amount due",
            "payment due",
            "total due",
            "balance due",
            "subtotal",
            "remit",
            "invoice",
        ],
        &[
            "bedroom",
            "bedrooms",
            "2br",
            "3br",
            "1br",
            "apartment",
            "for rent",
            "lease",
            "security deposit",
            "deposit",
            "pets",
            "sq ft",
            "square feet",
            "utilities included",
            "move-in",
            "furnished",
            "credit check",
            "tenant",
            "tenants",
        ],
        &[
            "for a quote",
            "free estimates",
            "walk-ins welcome",
            "gift cards",
            "discounts apply",
            "price list",
            "per session",
            "prices",
        ],
    ];
    #[rustfmt::skip]
    const HIRING: &[&str] = &[
        "experience", "team", "you will", "hiring", "position", "resume", "résumé", "candidate", "applicant", "salary",
        "wage", "you'll", "you’ll", "employ", "career", "wanted", "join", "shifts", "we need", "looking for", "seeking",
        "benefits", "401(k)", "pto", "duties", "responsib", "equal opportunity",
    ];
    let hires = |text: &str| HIRING.iter().any(|word| text.contains(word));
    // Postings are told by a word or two, mostly in small letters, and looked at no further.
    if hires(text) {
        return false;
    }
    let text = text.to_lowercase();
    let of_kind = |words: &&[&str]| words.iter().filter(|word| has_word(&text, word)).count() >= 2;
    !hires(&text) && KINDS.iter().any(of_kind)
}

/// Whether hardly a word stands outside of tables: a page that calls for several people at
/// once says more.
fn says_little_else(lines: &[Line<'_>]) -> bool {
    const FEW: usize = 40;
    let prose = lines
        .iter()
        .filter(|line| !matches!(line.kind, BlockKind::Cell { .. }));
    prose.map(|line| line.words(FEW)).sum::<usize>() < FEW
}

/// A table with a column of jobs, of which it holds many, and one of their places or teams.
fn is_table_of_jobs(document: &Document) -> bool {
    const HEADS: &[&str] = &[
        "role",
        "roles",
        "job",
        "jobs",
        "position",
        "positions",
        "title",
        "job title",
        "opening",
        "openings",
        "vacancy",
        "vacancies",
    ];
    const OTHER_HEADS: &[&str] = &[
        "location",
        "place",
        "city",
        "office",
        "site",
        "where",
        "department",
        "team",
    ];
    let words = |index: usize| document.view[document.blocks[index].span.range()].trim();
    let mut column_of_jobs = None;
    let mut placed = false;
    let mut jobs = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        let BlockKind::Cell { row, column } = block.kind else {
            continue;
        };
        let lower = || words(index).to_ascii_lowercase();
        if row == 0 {
            if column == 0 {
                (column_of_jobs, placed) = (None, false);
            }
            if HEADS.contains(&lower().as_str()) {
                column_of_jobs = column_of_jobs.or(Some(column));
            }
            placed |= OTHER_HEADS.contains(&lower().as_str());
        } else if placed && column_of_jobs == Some(column) {
            jobs += usize::from(words(index).len() < 80 && names_job(words(index)));
        }
    }
    jobs >= MANY
}

/// Whether a word or phrase stands in `text` by itself.
fn has_word(text: &str, word: &str) -> bool {
    let mut places = text.match_indices(word);
    places.any(|(at, _)| !word_goes_on(text, at) && !word_goes_on(text, at + word.len()))
}
