//! Whether a text is a job posting at all, or an index of jobs, a guide, a
//! blog post, a role profile, an empty shell.

mod signs;

use super::Role;
use super::lines::Line;
use super::sections::Heading;
use crate::document::{BlockKind, Document, Origin};
use signs::{Sign, signs};
use std::collections::HashSet;

pub(super) use signs::prepare;

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
    let words: usize = lines
        .iter()
        .map(|l| l.words(FEW_WORDS))
        .take(FEW_WORDS)
        .sum();
    let record =
        origins(&[Origin::Feed]) && document.fields.len() >= 3 || is_labelled_draft(document);
    if words < FEW_WORDS && !record {
        return is_draft(document, lines, 2);
    }
    let found = signs(document);
    let count = |sign: Sign| found.iter().filter(|(s, _)| *s == sign).count();
    if count(Sign::Profile) > 0 {
        return false;
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
    let says_enough = hiring >= needed && speaks_of_a_job;
    record || (says_enough || draft() || calls()) && !is_musing(document)
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

/// Front matter with a title, pay, and a place or a kind of employment.
fn is_labelled_draft(document: &Document) -> bool {
    let has = |names: &[&str]| {
        document.fields.iter().any(|field| {
            let name = field.path.rsplit('.').next().unwrap_or_default();
            let name = name.to_ascii_lowercase().replace(['_', '-'], " ");
            field.origin == Origin::FrontMatter && names.contains(&name.as_str())
        })
    };
    let pay = &[
        "salary",
        "salary range",
        "pay",
        "pay range",
        "compensation",
        "comp",
        "wage",
        "wages",
        "rate",
        "pay rate",
        "hourly rate",
        "base salary",
        "remuneration",
    ];
    let work = &[
        "location",
        "locations",
        "employment type",
        "job type",
        "workplace",
        "remote",
    ];
    has(&["title", "job title", "position"]) && has(pay) && has(work)
}

/// A title and a line or two about the job: somebody begins to write. `enough`
/// signs make it one.
fn is_draft(document: &Document, lines: &[Line<'_>], enough: usize) -> bool {
    let mut lines = lines.iter();
    let Some(title) = lines.next() else {
        return false;
    };
    let is_title = title.words(13) <= 12 && !title.ends_sentence();
    let view = document.view.to_lowercase();
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| view.contains(phrase));
    if announces(title) && !has(&["i am ", "i'm ", "i’m ", "my rate"]) {
        return true;
    }
    let money = view.contains(['$', '€', '£', '₹', '¥']) || has(&[" zł", "chf", "pln", "usd"]);
    let thousands = view.contains("k to ") || view.contains("k-") || view.contains("k –");
    let money = (money || thousands) && view.contains(|c: char| c.is_ascii_digit());
    let pay = money
        && has(&[
            "hour", "/hr", "year", "/yr", "month", "week", "per day", "per mile", "pay", "salary",
            "comp:", "lpa", "p.a.",
        ]);
    let lines: Vec<_> = lines.collect();
    let label = lines.iter().any(|line| {
        let head = line.text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let label = head.split_once(':').map_or("", |(label, _)| label);
        DRAFT_LABELS
            .iter()
            .any(|l| l.eq_ignore_ascii_case(label.trim()))
    });
    let place = lines.iter().any(|line| is_place(line.text));
    let points = [
        pay,
        pay,
        label,
        place,
        has(&[
            "apply",
            "send your",
            "resume",
            "résumé",
            "jobs@",
            "careers@",
            "hr@",
            "bewerb",
            "postul",
        ]),
        has(&[
            "full-time",
            "full time",
            "part-time",
            "part time",
            "seasonal",
            "m/w/d",
            "h/f",
        ]),
        has(&[
            "hiring",
            "looking for",
            "seeking",
            "wanted",
            "we need",
            "join our",
            "join us",
            "suchen",
            "recherch",
        ]),
        has(&["you will", "you'll", "you have", "sie führen", "you sell"]),
        has(&[
            "equal opportunit",
            "equal-opportunit",
            "eoe",
            "equal employment",
        ]),
        has(&[
            "dental",
            "401(k)",
            "401k",
            "pto",
            "paid time off",
            "vacation",
            "health insurance",
            "sick leave",
            "days holiday",
            "holiday pay",
            "urlaub",
            "mutuelle",
            "plano de saúde",
            "社会保険",
        ]),
        has(&[
            "closing:",
            "closing date",
            "closes",
            "deadline",
            "window closes",
            "apply by",
            "frist",
            "inscrições",
            "締切",
        ]),
        has(&[
            "shift",
            "hrs/week",
            "hours a week",
            "hours per week",
            "勤務時間",
            "vollzeit",
            "pensum",
        ]),
    ];
    let points = points.iter().filter(|point| **point).count();
    // An advert of one paragraph has no line for its title.
    points >= if is_title { enough } else { enough + 1 }
}

/// An advert of one paragraph begins with what it is: "HELP WANTED: a baker for …".
fn announces(line: &Line<'_>) -> bool {
    let head = line.text.split_once(':').map_or("", |(head, _)| head);
    let head = head.trim_matches(|c: char| !c.is_alphanumeric());
    [
        "for hire",
        "help wanted",
        "hiring",
        "now hiring",
        "job opening",
        "job opportunity",
    ]
    .iter()
    .any(|opening| opening.eq_ignore_ascii_case(head))
}

/// A line of its own that is a town with its state: "Denver, CO".
fn is_place(line: &str) -> bool {
    let Some((town, state)) = line.rsplit_once(", ") else {
        return false;
    };
    let named = |word: &str| word.starts_with(char::is_uppercase);
    town.split(' ').count() <= 4
        && town.split(' ').all(named)
        && state.len() == 2
        && state.bytes().all(|b| b.is_ascii_uppercase())
}

/// Labels of the lines of a draft.
const DRAFT_LABELS: &[&str] = &[
    "location",
    "salary",
    "pay",
    "pay range",
    "salary range",
    "compensation",
    "comp",
    "cpm",
    "job type",
    "employment type",
    "company",
    "employer",
    "position",
    "job title",
    "title",
    "wage",
    "hours",
    "ctc",
    "grade",
    "closes",
    "closing date",
    "standort",
    "arbeitsort",
    "lohn",
    "local",
    "salário",
    "rate",
    "gehalt",
    "lieu",
    "salaire",
];

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
