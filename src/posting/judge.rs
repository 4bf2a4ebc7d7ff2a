//! Whether a text is a job posting at all, or an index of jobs, a guide, a
//! blog post, a role profile, an empty shell.

mod draft;
mod kind;
mod opening;
mod other_tongues;
mod outline;
mod signs;

use super::Role;
use super::lines::Line;
use super::sections::Heading;
use crate::document::{BlockKind, Document, Origin};
use draft::{is_draft, is_labelled_draft};
use signs::{Sign, signs};
use std::collections::HashSet;

/// Fewer words than this are no posting, unless structured fields say so.
const FEW_WORDS: usize = 25;

/// Up to so many bytes a text that is no full posting may be the draft of one.
const SHORT: usize = 1200;

/// So many different signs of a posting make one.
const ENOUGH: usize = 3;

/// For each so many bytes one sign more is asked for, up to twice as many.
const LONG: usize = 5000;

/// True unless there is good evidence that the text is no posting.
pub(super) fn is_posting(document: &Document, lines: &[Line<'_>], headings: &[Heading]) -> bool {
    let origins = |wanted: &[Origin]| document.fields.iter().any(|f| wanted.contains(&f.origin));
    if origins(&[Origin::JsonLd, Origin::Microdata]) {
        return true;
    }
    if is_template(lines) || is_index(document, lines) {
        return false;
    }
    if !is_record(document) && kind::is_another(document, lines) {
        return false;
    }
    let few_words = has_few_words(lines);
    let record = is_record(document) || is_labelled_draft(document);
    let found = signs(document);
    let count = |sign: Sign| found.iter().filter(|(s, _)| *s == sign).count();
    if count(Sign::Profile) > 0 {
        return false;
    }
    let outlined = outline::is_outlined(document, lines);
    let headed = lines.first().is_some_and(opening::is_header);
    if few_words && !record {
        return outlined || headed || is_draft(document, lines, 2);
    }
    let titles = headings
        .iter()
        .filter(|h| h.role.is_none() && matches!(h.level, 2 | 3))
        .count();
    if count(Sign::Several) >= 2 && titles >= 2 {
        return false;
    }
    let roles: HashSet<Role> = headings.iter().filter_map(|h| h.role).collect();
    let speaking = roles
        .iter()
        .filter(|role| !matches!(role, Role::Company | Role::Legal | Role::Other))
        .count();
    let hiring = count(Sign::Hiring) + count(Sign::Work) + speaking;
    if count(Sign::List) >= 2 && speaking < 2 || count(Sign::Guide) >= 3 && hiring < 12 {
        return false;
    }
    let called = count(Sign::Hiring) + count(Sign::Call);
    let calls = || {
        called > 0
            && hiring + count(Sign::Call) >= ENOUGH
            && count(Sign::Guide) == 0
            && is_call(document, lines)
    };
    // What is said of work says little: other texts say it too.
    let is_short = document.view.len() < SHORT;
    let clear = count(Sign::Hiring);
    let speaks_of_a_job = clear + speaking >= 2 || clear == 1 && hiring > ENOUGH && is_short;
    let enough = if speaks_of_a_job { 2 } else { 3 };
    let draft = || is_short && is_draft(document, lines, enough);
    // In a long text about anything some of these words turn up.
    let needed = ENOUGH + (document.view.len() / LONG).min(ENOUGH);
    let says_enough = outlined
        || headed
        || hiring >= needed && speaks_of_a_job
        || opening::is_whole(document, lines);
    record || (says_enough || draft() || calls()) && !is_musing(document)
}

/// Whether the first lines hold too few words for a posting.
fn has_few_words(lines: &[Line<'_>]) -> bool {
    let mut words = 0;
    !lines.iter().take(FEW_WORDS).any(|line| {
        words += line.words(FEW_WORDS - words);
        words == FEW_WORDS
    })
}

/// A record of a feed that says enough of a job: a few fields, or a place beside the
/// text. Its salary may well be what is missing.
fn is_record(document: &Document) -> bool {
    let mut fields = document.fields.iter().filter(|f| f.origin == Origin::Feed);
    let names = |path: &str, parts: &[&str]| {
        let name = path.rsplit('.').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        parts.iter().any(|part| name.contains(part))
    };
    let is_place = |path: &str| {
        let places = ["location", "city", "office", "state", "region", "country"];
        names(path, &places)
    };
    let has_text = !document.view[document.body.range()].trim().is_empty();
    // A map of a site has neither text nor a title.
    let says_what = has_text
        || fields.clone().any(|f| {
            let called = ["title", "name", "position", "job", "role", "occupation"];
            names(&f.path, &called)
        });
    says_what && fields.clone().count() >= 3 || has_text && fields.any(|f| is_place(&f.path))
}

/// Few words under a title that is no question and no headline, and somebody to
/// write to at their end.
fn is_call(document: &Document, lines: &[Line<'_>]) -> bool {
    const LONGEST: usize = 4000;
    const HEADLINES: [&str; 7] = [
        "how ", "why ", "what ", "when ", "should ", "thank", "meet ",
    ];
    let Some(title) = lines.first() else {
        return false;
    };
    let head = title.text.to_lowercase();
    let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    let view = &document.view;
    let end = lines.len().saturating_sub(3);
    let answered = lines[end..]
        .iter()
        .any(|line| line.text.contains('@') || line.text.contains("http"));
    view.len() < LONGEST
        && title.words(13) <= 12
        && !title.ends_sentence()
        && !HEADLINES.iter().any(|word| head.starts_with(word))
        && !head.contains("guide to")
        && !head.contains(" tips")
        && answered
}

/// One person's thoughts on hiring: "I" throughout, and no way to apply, no
/// contract and no pay.
fn is_musing(document: &Document) -> bool {
    const OFTEN: usize = 6;
    let body = &document.view[document.body.range()];
    let alone = |at: &usize| {
        let (before, after) = (&body[..*at], &body[at + 1..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let mut first_person = memchr::memchr_iter(b'I', body.as_bytes()).filter(alone);
    if first_person.nth(OFTEN - 1).is_none() {
        return false;
    }
    let lower = body.to_lowercase();
    ![
        "apply",
        "@",
        "resume",
        "résumé",
        "salary",
        "per hour",
        "full-time",
        "full time",
        "hiring",
        "join ",
        "candidate",
        "contact me",
        "http",
    ]
    .iter()
    .any(|sign| lower.contains(sign))
}

/// Unfilled placeholders and little else.
fn is_template(lines: &[Line<'_>]) -> bool {
    let (filled, open): (Vec<_>, Vec<_>) = lines.iter().partition(|l| {
        let may_begin = memchr::memchr2(b'{', b'<', l.text.as_bytes()).is_some();
        let marks = ["{{", "{$", "{%", "<%"];
        !(may_begin && marks.iter().any(|mark| l.text.contains(mark)))
    });
    open.len() >= 3 && filled.iter().map(|l| l.words(80)).sum::<usize>() < 80
}

/// Most lines are links, or rows of a table with a link each.
fn is_index(document: &Document, lines: &[Line<'_>]) -> bool {
    const MANY: usize = 10;
    if document.links.len() < MANY {
        return false;
    }
    let mut links = document.links.iter().peekable();
    let mut linked = 0;
    let mut counted = 0;
    for line in lines {
        while links.next_if(|l| l.span.end <= line.span.start).is_some() {}
        let mut inside = 0;
        while let Some(link) = links.next_if(|l| l.span.start < line.span.end) {
            inside += link.span.len();
        }
        let item = matches!(
            line.kind,
            BlockKind::ListItem(_) | BlockKind::Cell { .. } | BlockKind::Heading(_)
        );
        let leads = inside * 10 >= line.span.len() * 6 || inside > 0 && item && line.words(40) < 40;
        counted += 1;
        linked += usize::from(leads);
    }
    linked >= MANY && linked * 10 >= counted * 6
}
