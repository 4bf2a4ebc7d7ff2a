//! Until when applications are taken. It does not know which day it is.

use super::date::DateKind;
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::phrases::{Phrases, find, first, has, phrases, words};
use super::statement::{self, Units, window, window_before};
use crate::document::Field;
use crate::domain::date::{self, Date, Mention, Order};
use crate::text::Span;
use std::ops::Range;

/// Until when applications are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day; nothing if there is none.
    pub date: Option<Date>,
    /// Applications are taken as they come, until the position is filled.
    pub rolling: bool,
    /// Applications are taken until that day at least.
    pub at_least: bool,
    /// Who applies by that day is looked at first, and others may apply later.
    pub priority: bool,
}

impl Fact for Deadline {
    const ABOUT: &'static str = "until when applications are taken";
    const CUES: &'static [&'static str] = words![
        "deadline" "closing date" "closing dates" "filing date" "filing deadline" "apps close" "app close*"
        "recruitment ends" "recruitment closes" "applications end" "unposted" "unposting date"
        "posting end date" "posting ends" "evergreen" "hire continuously"
        "closing" "applications until" "applications through" "deadline to apply" "応募締切*" "*締切*" "email" "send" "submit"
        "they are received" "they come in" "as received" "seat is taken" "position is taken" "role is taken"
        "place is taken" "bewerbungsende" "aplikacj*" "cv do" "zgłoszenia do" "close date" "closing on" "closes" "close on" "will close"
        "to close" "closing time" "applications close" "apply by" "apply before" "apply no later"
        "apply until" "apply through" "apply on or before" "applying by" "submitted by" "submit by"
        "submitted before" "submit your application by" "applications by" "application by"
        "must be received" "must reach us" "resume by" "cv by" "interest by" "received by" "received before" "received no later"
        "references by" "references via email by" "letter by" "materials by" "documents by"
        "via email by" "by email by" "no later than" "not later than" "on or before"
        "accepted through" "accepted until"
        "accepted till" "accepted up to" "accepted at least" "accepting applications"
        "accept applications" "open until" "open through" "open till" "last day" "last date"
        "due by" "due date" "are due" "is due" "applications due" "due on" "application window"
        "application period" "apply from" "apply between" "until filled" "is filled" "been filled"
        "rolling basis" "rolling applications" "rolling review" "ongoing basis" "on-going basis"
        "continuous basis" "continuously accept*" "open continuously" "remains posted"
        "applications accepted year-round" "bewerbungsfrist" "bewerbungsschluss" "bewerb*" "bewirb*"
        "einsendeschluss" "date limite" "candidater" "candidature*" "clôture" "postuler"
        "fecha límite" "plazo" "prazo" "inscrições" "scadenza" "entro il" "sluitingsdatum"
        "solliciteer*" "reageer*" "vacature sluit" "termin" "aplikuj*" "sista ansökningsdag"
        "sista ansökningsdatum" "ansök*" "hakuaika" "ansøgningsfrist" "søknadsfrist" "sluttdato" "hasta" "posted until"
        "posted through" "be removed on" "taken down on" "close at" "close by" "end date"
        "recruitment period" "posting period" "before" "letters of interest" "letter of interest" "resumes to"
        "résumés to" "applications to" "for best consideration"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "date",
            kind: Kind::Date,
            about: "the last day",
        },
        Attribute {
            name: "rolling",
            kind: Kind::Flag,
            about: "applications are taken as they come, until the position is filled",
        },
        Attribute {
            name: "at_least",
            kind: Kind::Flag,
            about: "applications are taken until that day at least, and may be taken after it",
        },
        Attribute {
            name: "priority",
            kind: Kind::Flag,
            about: "who applies by that day is looked at first, and others may apply later",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let reference = Reference::of(context);
        let mut found: Vec<Found<Self>> = Vec::new();
        for field in posting.fields() {
            if names_deadline(&field.path)
                && let Some(value) = of_field(posting.document.value(field), &reference)
            {
                found.push(Found::in_field(value, field.value, field.origin));
            }
        }
        if !context.hits.is_empty() {
            let units = Units::of(context.prose);
            for index in units.with(context.hits) {
                let in_field = |f: &Field| f.value.overlaps(units.get(index).span);
                if found.iter().any(|d| d.at.overlaps(units.get(index).span))
                    || posting.fields().any(|f| in_field(f) && is_expiry(&f.path))
                {
                    continue;
                }
                found.extend(of_sentence(context, &units, index, &reference));
            }
        }
        found.sort_by_key(|d| d.at);
        found.dedup_by_key(|d| d.at);
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "date" => self
                .date
                .map_or(Value::Absent, |d| Value::Text(d.to_string().into())),
            "rolling" => Value::Flag(self.rolling),
            "at_least" => Value::Flag(self.at_least),
            "priority" => Value::Flag(self.priority),
            _ => Value::Absent,
        }
    }
}

impl Deadline {
    /// Taken as they come.
    const ROLLING: Deadline = Deadline {
        date: None,
        rolling: true,
        at_least: false,
        priority: false,
    };

    /// A last day.
    const fn on(date: Option<Date>) -> Self {
        Deadline {
            date,
            rolling: false,
            at_least: false,
            priority: false,
        }
    }
}

/// What a day without its year, or figures without an order, are read by.
struct Reference {
    posted: Option<Date>,
    order: Option<Order>,
}

impl Reference {
    fn of(context: &Context<'_>) -> Self {
        let kinds = [DateKind::Posted, DateKind::Updated];
        let posted = kinds.into_iter().find_map(|kind| {
            let dates = &context.facts.date;
            dates
                .iter()
                .find(|d| d.value.kind == kind)
                .map(|d| d.value.date)
        });
        let country = context
            .facts
            .place
            .iter()
            .find_map(|p| p.value.country.as_deref());
        let language = context
            .facts
            .language
            .first()
            .map(|l| l.value.code.as_str());
        let posted = posted.or_else(|| dated_line(context));
        Reference {
            posted,
            order: match (country, language) {
                (Some(country), _) => Order::of_country(country),
                (None, Some("en") | None) => None,
                (None, Some(_)) => Some(Order::DayFirst),
            },
        }
    }

    fn day(&self, mention: &Mention) -> Option<Date> {
        match self.posted {
            Some(posted) => mention.when.day_from(self.order, posted),
            None => mention.when.day(self.order),
        }
    }
}

/// The day that stands on one of the first lines alone, as letters are dated.
fn dated_line(context: &Context<'_>) -> Option<Date> {
    const LINES: usize = 12;
    let prose = context.prose;
    let body = prose.posting.document.body.start;
    let after = prose.sentences.partition_point(|s| s.start < body);
    prose.sentences[after..]
        .iter()
        .take(LINES)
        .find_map(|line| {
            let words = prose.words(*line);
            if words.len() > 32 {
                return None;
            }
            let mention = date::first(words)?;
            let rest = [&words[..mention.range.start], &words[mention.range.end..]];
            let alone = rest.iter().all(|r| !r.contains(char::is_alphanumeric));
            alone.then(|| mention.when.day(None)).flatten()
        })
}

/// Whether a field's name says that it holds the deadline. A feed's expiry is
/// the board's, and no deadline.
fn names_deadline(path: &str) -> bool {
    matches!(
        fields::name(path).as_str(),
        "deadline"
            | "closes"
            | "closeson"
            | "closedate"
            | "closingdate"
            | "closing"
            | "applicationdeadline"
            | "applicationsdeadline"
            | "deadlinedate"
            | "deadlineat"
            | "applyby"
            | "applybefore"
            | "applyuntil"
            | "applicationclosedate"
            | "applicationclosingdate"
            | "applicationclosesat"
            | "applicationsclose"
            | "applicationenddate"
            | "applicationdeadlinedate"
            | "lastapplicationdate"
            | "lastdatetoapply"
            | "lastdaytoapply"
            | "bewerbungsfrist"
            | "datelimite"
            | "datelimitecandidature"
            | "fechalimite"
            | "sistaansokningsdag"
    )
}

fn is_expiry(path: &str) -> bool {
    let name = fields::name(path);
    [
        "expir",
        "validthrough",
        "validuntil",
        "unpublish",
        "removal",
    ]
    .iter()
    .any(|n| name.contains(n))
}

fn of_field(value: &str, reference: &Reference) -> Option<Deadline> {
    let value = value.trim();
    if let Ok(count) = value.parse::<i64>()
        && let Some(date) = date::from_epoch(count)
    {
        return Some(Deadline::on(Some(date)));
    }
    if let Some(mention) = date::first(value) {
        return Some(Deadline::on(reference.day(&mention)));
    }
    let rolling = has(
        &value.to_lowercase(),
        phrases!["rolling" "ongoing" "filled" "continuous" "open"],
    );
    rolling.then_some(Deadline::ROLLING)
}

/// Words that stand before the last day; the date must follow closely.
static LAST_DAY: &Phrases = phrases![
    "recruitment ends" "recruitment closes" "applications end" "unposted" "unposting date"
    "posting end date" "posting ends" "accepting applications for a minimum of"
    "accepting applications for at least"
    "final filing date" "filing date" "filing deadline" "closing dates" "apps close" "aplikuj do"
    "aplikacje do" "cv do" "zgłoszenia do" "bewerbungsende" "applications until" "applications through"
    "antes del" "antes de" "*締切*" "closing" "application deadline" "deadline for application*" "deadline to apply"
    "deadline for submission*" "deadline for receipt" "submission deadline" "deadline"
    "closing date" "close date" "closing time" "applications close" "application closes" "closes"
    "closing on" "close on" "will close" "to close" "apply by" "apply before" "apply no later than"
    "apply until" "apply through" "apply on or before" "applying by" "submitted by" "submit by"
    "submitted before" "submit your application by" "applications by" "application by" "resume by"
    "cv by" "interest by" "received by" "received before" "received no later than" "references by"
    "references via email by" "letter by" "materials by" "documents by" "via email by"
    "by email by" "must be received" "must reach us" "no later than" "not later than" "on or before"
    "accepted through" "accepted until" "accepted till"
    "accepted up to" "accepted at least until" "accepted at least through"
    "accepting applications until" "accepting applications through" "accept applications until"
    "accept applications through" "open until" "open through" "open till" "last day" "last date"
    "due by" "due date" "are due" "is due" "applications due" "due on" "application window"
    "application period" "apply from" "apply between" "bewerbungsfrist" "bewerbungsschluss"
    "einsendeschluss" "bis zum" "bis spätestens" "spätestens" "bis" "date limite" "avant le"
    "jusqu'au" "clôture" "fecha límite" "hasta el" "plazo" "prazo" "até" "scadenza" "entro il"
    "hasta las" "hasta horas" "sluitingsdatum" "vóór" "uiterlijk" "sista ansökningsdag"
    "sista ansökningsdatum" "senast" "ansøgningsfrist" "søknadsfrist" "sluttdato" "termin składania"
    "posted until" "posted through" "be removed on" "be taken down on" "submissions close" "submissions end"
    "recruitment period" "posting period" "end date"
];

/// Phrases of [`LAST_DAY`] that say by themselves what they are about.
static PLAIN: &Phrases = phrases![
    "recruitment ends" "recruitment closes" "unposted" "unposting date" "posting end date"
    "posting ends"
    "filing date" "filing deadline" "closing dates" "apps close" "aplikuj do" "aplikacje do" "cv do"
    "zgłoszenia do" "bewerbungsende" "*締切*" "application deadline" "deadline for application*" "deadline to apply" "submission deadline"
    "closing date" "close date" "applications close" "application closes" "apply*" "applying by"
    "accepted*" "accepting applications*" "accept applications*" "applications*" "application*"
    "bewerbungsfrist" "bewerbungsschluss" "einsendeschluss" "date limite*" "fecha límite"
    "sluitingsdatum" "sista ansökningsdag" "sista ansökningsdatum" "ansøgningsfrist" "søknadsfrist"
    "sluttdato" "posted until" "posted through" "submissions close" "submissions end"
    "recruitment period" "posting period" "end date"
];

/// Labels whose first word alone says what closes: "Job closes: …".
static CLOSES: &Phrases = phrases![
    "job closes" "position closes" "posting closes" "vacancy closes" "requisition closes"
    "role closes" "opening closes" "announcement closes"
];

/// What the sentence must be about otherwise.
static APPLYING: &Phrases = phrases![
    "apply" "application" "applications" "applying" "applicant*" "resume*" "cv" "cover letter"
    "submit*" "submission*" "replies" "candidat*" "posting" "vacancy" "requisition" "this position" "this job"
    "this role" "job announcement" "interest" "materials" "package" "bewerb*" "bewirb*" "candidater"
    "candidature*" "postuler" "inscrições" "solliciteer*" "reageer*" "aplikuj*" "ansök*"
    "candidatura*" "solicitud*" "currículum" "postula*" "inscripci*" "convocatoria" "recepción"
];

/// Days on which something else happens.
static OTHER_DAYS: &Phrases = phrases![
    "start" "starts" "starting" "begin" "begins" "beginning" "available" "graduat*"
    "be complete" "will complete" "to complete" "completed" "degree" "project" "deliver*" "product"
    "launch" "posted" "date of" "orientation"
    "tax" "renew*" "vaccinat*"
];

fn of_sentence(
    context: &Context<'_>,
    units: &Units<'_>,
    index: usize,
    reference: &Reference,
) -> Vec<Found<Deadline>> {
    let mut found = Vec::new();
    let text = units.text(index);
    let applying = has(text, APPLYING);
    let last_day = last_day(units, index, applying)
        .or_else(|| asked_by(units, index).map(|(at, mention)| (at, Some(mention))));
    if let Some((at, mention)) = last_day {
        let value = Deadline {
            at_least: has(text, phrases!["at least until" "at least through"]),
            priority: is_priority(text, &units.within(index, at)),
            ..Deadline::on(mention.and_then(|mention| reference.day(&mention)))
        };
        found.push(statement::found(context, value, at));
    }
    if let Some(range) = rolling(text, applying) {
        let at = units.view(index, range);
        found.push(statement::found(context, Deadline::ROLLING, at));
    }
    found
}

/// True if the clause around `day` says that the day is only that of a first
/// look: "for best consideration, apply by …", "priority deadline: …".
fn is_priority(text: &str, day: &Range<usize>) -> bool {
    const NEAR: usize = 80;
    const SOONER: &Phrases = phrases![
        "priority" "prioritized" "prioritised" "first consideration" "best consideration"
        "full consideration" "fullest consideration" "first review" "initial review"
        "first look" "preference"
    ];
    let before = window_before(text, day.start, NEAR);
    let before = before.rsplit([';', '|']).next().unwrap_or_default();
    let after = window(text, day.end, NEAR);
    let after = after.split([';', '|']).next().unwrap_or_default();
    has(before, SOONER) || has(&text[day.clone()], SOONER) || has(after, SOONER)
}

/// The last day that a sentence names, and the words that name it; no day where
/// it is told in days from another.
fn last_day(
    units: &Units<'_>,
    index: usize,
    applying: bool,
) -> Option<(Span<crate::text::View>, Option<Mention>)> {
    const FAR: usize = 90;
    let text = units.text(index);
    if !has(text, LAST_DAY) {
        return None;
    }
    for phrase in LAST_DAY.list() {
        let Some(cue) = find(text, phrase) else {
            continue;
        };
        let heads = text[..cue.start]
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .is_empty();
        let about = PLAIN.list().contains(phrase)
            || has(&text[cue.clone()], PLAIN)
            || applying
            || *phrase == "deadline" && heads
            || matches!(*phrase, "closes" | "closing") && heads
            || *phrase == "closes" && has(text, CLOSES);
        let before = window_before(text, cue.start, 40);
        // "Posted on: November 10 / End date: December 10"; elsewhere the work ends.
        let of_posting = *phrase != "end date"
            || has(before, phrases!["posted" "posting"])
            || (1..=2).any(|back| {
                index >= back && has(units.text(index - back), phrases!["posted*" "posting date"])
            });
        // "Posted: November 10 / Unposted: December 20".
        let other =
            !phrase.starts_with("unpost") && *phrase != "end date" && has(before, OTHER_DAYS);
        if !about || !of_posting || other {
            continue;
        }
        // Dates are told by capitals, so they are read from the words as written.
        let start = units.view(index, cue.clone());
        let mut end = units
            .view(index, cue.start..cue.end + window(text, cue.end, FAR).len())
            .end;
        // "bis zum 3. März", "by Dec. 15": the full stop of an ordinal or of a
        // shortened month ends no sentence.
        let goes_on = text.strip_suffix('.').is_some_and(|t| {
            t.ends_with(|c: char| c.is_ascii_digit())
                || MONTHS.iter().any(|month| t.ends_with(month))
        });
        if goes_on
            && end == units.get(index).span.end
            && index + 1 < units.len()
            && units.same_block(index, index + 1)
        {
            end = units.get(index + 1).span.end;
        }
        let words = units.prose.words(Span::new(start.end, end));
        let mut dates = date::find(words);
        let window_of_time = phrase.contains("window")
            || phrase.ends_with("dates")
            || phrase.contains("period")
            || phrase.starts_with("apply ")
                && (phrase.ends_with("from") || phrase.ends_with("between"));
        if window_of_time && dates.len() > 1 {
            dates.drain(..dates.len() - 1);
        }
        if let Some(mention) = dates.into_iter().next() {
            let between = &words[..mention.range.start];
            let between = between.to_lowercase();
            // "Closing date: open until filled; first review June 1".
            let filled = has(
                &between,
                phrases!["until filled" "is filled" "first review"],
            );
            // "Expected to close within 30 days of posting (November 20)": that day
            // is the first, and the last is so many days behind it.
            let mentioned = has(
                &between,
                phrases!["of posting" "of the posting" "from posting" "after posting"],
            );
            if mentioned && between.contains(|c: char| c.is_ascii_digit()) {
                let at = Span::new(start.start, start.end + mention.range.start);
                return Some((at, None));
            }
            if !filled && !has(&between, OTHER_DAYS) && !between.contains("{{") {
                let at = Span::new(start.start, start.end + mention.range.end);
                return Some((at, Some(mention)));
            }
            continue;
        }
        // "Recruitment ends 12/20": a day and no year.
        if PLAIN.list().contains(phrase)
            && let Some(len) = day_and_month(words)
        {
            return Some((Span::new(start.start, start.end + len), None));
        }
        // "Application deadline" in one cell or line, the day in the next.
        let label = text[cue.end..]
            .trim_matches(|c: char| !c.is_alphanumeric())
            .is_empty();
        if label && index + 1 < units.len() && units.neighbours(index, index + 1) {
            let next = units.get(index + 1).span;
            if next.len() < 60
                && let Some(mention) = date::first(units.prose.words(next))
            {
                let at = Span::new(start.start, next.start + mention.range.end);
                return Some((at, Some(mention)));
            }
        }
        // "March 3, 2026 is the closing date".
        if PLAIN.list().contains(phrase) {
            let ahead = units.view(index, cue.start - before.len()..cue.start);
            if let Some(mention) = date::find(units.prose.words(ahead)).pop()
                && units.prose.words(ahead)[mention.range.end..].len() < 24
            {
                let at = Span::new(ahead.start + mention.range.start, start.end);
                return Some((at, Some(mention)));
            }
        }
    }
    None
}

/// Months cut short, behind a space.
const MONTHS: [&str; 10] = [
    " jan", " feb", " mar", " apr", " aug", " sep", " sept", " oct", " nov", " dec",
];

/// The length of a day such as `12/20` with which the words begin.
fn day_and_month(words: &str) -> Option<usize> {
    let day = words.trim_start_matches([' ', ':']);
    let end = day
        .find(|c: char| !c.is_ascii_digit() && c != '/')
        .unwrap_or(day.len());
    let (first, second) = day[..end].split_once('/')?;
    let number = |digits: &str| digits.parse::<u8>().ok().filter(|n| (1..=31).contains(n));
    let (first, second) = (number(first)?, number(second)?);
    (first.min(second) <= 12).then_some(words.len() - day.len() + end)
}

/// "Email two references to crew@oak.example by February 15": what is asked of
/// applicants, and the day right behind "by" and its like.
fn asked_by(units: &Units<'_>, index: usize) -> Option<(Span<crate::text::View>, Mention)> {
    let text = units.text(index);
    let subject = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let asks = [
        "email",
        "e-mail",
        "send",
        "submit",
        "please send",
        "please email",
        "please submit",
        "letters of interest to",
        "letter of interest to",
        "resumes to",
        "résumés to",
        "applications to",
    ]
    .iter()
    .any(|verb| subject.starts_with(verb));
    // Invoices and reports are sent at work.
    let papers = phrases![
        "letter*" "resume*" "résumé*" "cv" "cvs" "curriculum*" "application*" "reference*"
        "portfolio*" "sample*" "document*" "material*" "transcript*" "interest" "statement*"
        "packet*" "package*" "proposal*" "*@*"
    ];
    if !asks || !has(text, papers) {
        return None;
    }
    let by = first(
        text,
        phrases!["by" "before" "no later than" "not later than" "on or before"],
    )?;
    let at = units.view(index, by.start..text.len());
    let words = units.prose.words(at);
    let mention = date::first(words)?;
    let near = words[..mention.range.start].trim_end().to_lowercase();
    let near = near.strip_suffix(" the").unwrap_or(&near);
    (near == &text[by]).then(|| (Span::new(at.start, at.start + mention.range.end), mention))
}

/// "on a rolling basis", "until filled".
fn rolling(text: &str, applying: bool) -> Option<Range<usize>> {
    let basis = first(
        text,
        phrases![
            "rolling basis" "rolling applications" "rolling review" "ongoing basis" "on-going basis"
            "continuous basis" "continuously accept*" "open continuously" "remains posted"
            "applications accepted year-round"
        ],
    );
    if let Some(basis) = basis {
        let intake = has(
            window_before(text, basis.start, 70),
            phrases![
                "application*" "applicant*" "resume*" "candidat*" "interview*" "review*" "consider*"
                "posting" "posted" "hiring" "hire" "recruit*" "accept*" "intake" "open"
            ],
        );
        let work = has(
            window_before(text, basis.start, 40),
            phrases![
                "report*" "updat*" "maintain*" "monitor*" "train*" "support*" "deliver*" "feedback"
                "rights" "work" "working"
            ],
        );
        let alone = text[..basis.start]
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .is_empty();
        // "Rolling review; no fixed deadline": nothing goes on that is reviewed.
        let closed = !text[basis.end..].starts_with([' ', '-']);
        if (intake && !work) || alone && (applying || closed) {
            return Some(basis);
        }
    }
    let evergreen = first(
        text,
        phrases![
            "evergreen requisition" "evergreen posting" "evergreen position" "evergreen role"
            "evergreen job posting" "evergreen opening" "we hire continuously"
        ],
    );
    if evergreen.is_some() {
        return evergreen;
    }
    // "Deadline: rolling".
    let label = first(
        text,
        phrases!["deadline" "closing date" "apply by" "deadline to apply"],
    );
    if let Some(label) = label.filter(|label| label.start < 8)
        && let Some(word) = first(
            window(text, label.end, 24),
            phrases!["rolling" "ongoing" "open-ended" "none"],
        )
    {
        return Some(label.start..label.end + word.end);
    }
    // "Applications are reviewed as they are received".
    let received = first(
        text,
        phrases!["as they are received" "as they come in" "as received" "when they are received"],
    );
    if let Some(received) = received
        && applying
        && has(
            window_before(text, received.start, 70),
            phrases!["review*" "consider*" "screen*" "evaluat*" "assess*" "read"],
        )
    {
        return Some(received);
    }
    let filled = first(
        text,
        phrases![
            "until filled" "is filled" "has been filled" "have been filled" "are filled"
            "gets filled" "seat is taken" "position is taken" "role is taken" "place is taken"
        ],
    )?;
    let before = window_before(text, filled.start, 70);
    let until =
        text[filled.clone()].starts_with("until") || has(before, phrases!["until" "till" "'til"]);
    let start =
        find(before, "until").map_or(filled.start, |r| filled.start - before.len() + r.start);
    until.then_some(start.min(filled.start)..filled.end)
}

#[cfg(test)]
mod tests;
