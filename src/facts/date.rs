//! The dates of a posting, save the application deadline, which is a fact of
//! its own.

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use super::fields;
use super::place::PlaceRole;
use crate::domain::date::{self, Date, Mention, Order, When};
use crate::posting::Posting;
use crate::text::{Span, View, floor};

/// A date and what happens on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingDate {
    pub kind: DateKind,
    pub date: Date,
}

/// What happens on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateKind {
    /// The posting was published.
    Posted,
    /// The posting is no longer shown after it; no application deadline.
    ValidThrough,
    /// The work begins.
    Start,
    /// The work ends.
    End,
    /// The posting was changed.
    Updated,
}

impl DateKind {
    /// The names in rule files and output.
    pub const NAMES: &'static [&'static str] =
        &["posted", "valid_through", "start", "end", "updated"];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            DateKind::Posted => "posted",
            DateKind::ValidThrough => "valid_through",
            DateKind::Start => "start",
            DateKind::End => "end",
            DateKind::Updated => "updated",
        }
    }
}

/// Names of fields, with what their date is.
const NAMES: &[(&str, DateKind)] = &[
    ("dateposted", DateKind::Posted),
    ("posteddate", DateKind::Posted),
    ("postdate", DateKind::Posted),
    ("postingdate", DateKind::Posted),
    ("postedat", DateKind::Posted),
    ("postedon", DateKind::Posted),
    ("posted", DateKind::Posted),
    ("jobposteddate", DateKind::Posted),
    ("publishedat", DateKind::Posted),
    ("publisheddate", DateKind::Posted),
    ("datepublished", DateKind::Posted),
    ("publicationdate", DateKind::Posted),
    ("published", DateKind::Posted),
    ("firstpublished", DateKind::Posted),
    ("pubdate", DateKind::Posted),
    ("releaseddate", DateKind::Posted),
    ("opens", DateKind::Posted),
    ("openingdate", DateKind::Posted),
    ("createdat", DateKind::Posted),
    ("createdon", DateKind::Posted),
    ("datecreated", DateKind::Posted),
    ("creationdate", DateKind::Posted),
    ("date", DateKind::Posted),
    ("validthrough", DateKind::ValidThrough),
    ("validuntil", DateKind::ValidThrough),
    ("expires", DateKind::ValidThrough),
    ("expire", DateKind::ValidThrough),
    ("expirydate", DateKind::ValidThrough),
    ("expirationdate", DateKind::ValidThrough),
    ("expireson", DateKind::ValidThrough),
    ("depublicationdate", DateKind::ValidThrough),
    ("startdate", DateKind::Start),
    ("jobstartdate", DateKind::Start),
    ("starts", DateKind::Start),
    ("updatedat", DateKind::Updated),
    ("updated", DateKind::Updated),
    ("updateddate", DateKind::Updated),
    ("dateupdated", DateKind::Updated),
    ("datemodified", DateKind::Updated),
    ("modified", DateKind::Updated),
    ("lastmodified", DateKind::Updated),
    ("lastupdated", DateKind::Updated),
];

/// Words before a date that say what it is, in folded form.
const CLUES: &[(&str, Option<DateKind>)] = &[
    // Deadlines are a fact of their own.
    ("deadline", None),
    ("apply by", None),
    ("apply before", None),
    ("applications", None),
    ("applied by", None),
    ("closing date", None),
    ("closes", None),
    ("close date", None),
    ("closing on", None),
    ("open until", None),
    ("bewerb", None),
    ("candidature", None),
    ("sista ansok", None),
    ("interview", None),
    ("week commencing", None),
    ("graduat", None),
    ("born", None),
    ("founded", None),
    ("as of", None),
    ("effective", None),
    ("last updated", Some(DateKind::Updated)),
    ("updated on", Some(DateKind::Updated)),
    ("date posted", Some(DateKind::Posted)),
    ("posted on", Some(DateKind::Posted)),
    ("posted:", Some(DateKind::Posted)),
    ("posted", Some(DateKind::Posted)),
    ("posting date", Some(DateKind::Posted)),
    ("post date", Some(DateKind::Posted)),
    ("published", Some(DateKind::Posted)),
    ("date de publication", Some(DateKind::Posted)),
    ("publie le", Some(DateKind::Posted)),
    ("publié le", Some(DateKind::Posted)),
    ("veröffentlicht", Some(DateKind::Posted)),
    ("fecha de publicación", Some(DateKind::Posted)),
    ("valid through", Some(DateKind::ValidThrough)),
    ("valid until", Some(DateKind::ValidThrough)),
    ("expires", Some(DateKind::ValidThrough)),
    ("expiration date", Some(DateKind::ValidThrough)),
    ("start date", Some(DateKind::Start)),
    ("starting date", Some(DateKind::Start)),
    ("starting on", Some(DateKind::Start)),
    ("starting", Some(DateKind::Start)),
    ("starts on", Some(DateKind::Start)),
    ("starts", Some(DateKind::Start)),
    ("start on", Some(DateKind::Start)),
    ("start in", Some(DateKind::Start)),
    ("begins", Some(DateKind::Start)),
    ("beginning", Some(DateKind::Start)),
    ("begin on", Some(DateKind::Start)),
    ("commenc", Some(DateKind::Start)),
    ("eintrittsdatum", Some(DateKind::Start)),
    ("startdatum", Some(DateKind::Start)),
    ("date de début", Some(DateKind::Start)),
    ("à partir du", Some(DateKind::Start)),
    ("fecha de inicio", Some(DateKind::Start)),
    ("tillträde", Some(DateKind::Start)),
    ("end date", Some(DateKind::End)),
    ("ends on", Some(DateKind::End)),
    ("ending on", Some(DateKind::End)),
];

/// How far before a date its clue may stand, in bytes.
const REACH: usize = 64;

/// How far before a list its lead-in may stand, in bytes.
const LEAD_IN: usize = 400;

impl Fact for PostingDate {
    const ABOUT: &'static str = "when the posting was published, and when the work begins and ends";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kind",
            kind: Kind::Choice(DateKind::NAMES),
            about: "what happens on the date",
        },
        Attribute {
            name: "date",
            kind: Kind::Date,
            about: "the date",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let order = order(context);
        let mut found = from_fields(posting, order);
        let posted = found
            .iter()
            .find(|f| f.value.kind == DateKind::Posted)
            .map(|f| f.value.date);
        in_text(posting, order, posted, &mut found);
        for at in fields::panel(posting, &["date posted", "posted", "posting date"]) {
            let words = posting.document.words(at);
            if let Some(date) = date::first(words).and_then(|m| m.when.day(order)) {
                let kind = DateKind::Posted;
                found.push(fields::in_furniture(PostingDate { kind, date }, at));
            }
        }
        found.sort_by_key(|f| f.at.start);
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kind" => Value::text(Some(self.kind.name())),
            "date" => Value::Text(self.date.to_string().into()),
            _ => Value::Absent,
        }
    }
}

/// The order of day and month that is usual where the work is done, if the
/// places agree.
pub fn order(context: &Context<'_>) -> Option<Order> {
    let mut orders = context
        .facts
        .place
        .iter()
        .filter(|p| matches!(p.value.role, PlaceRole::Work | PlaceRole::RemoteArea))
        .filter_map(|p| p.value.country.as_deref())
        .map(Order::of_country);
    let first = orders.next()??;
    orders.all(|order| order == Some(first)).then_some(first)
}

fn from_fields(posting: &Posting, order: Option<Order>) -> Vec<Found<PostingDate>> {
    let mut found: Vec<Found<PostingDate>> = Vec::new();
    for field in posting.fields() {
        let name = fields::name(&field.path);
        let parent = fields::parent(&field.path);
        let Some((_, kind)) = NAMES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        // The dates of the feed, of info sessions and of people are others'.
        let own = matches!(
            parent.as_str(),
            "" | "job" | "jobposting" | "posting" | "position" | "jobs" | "extensions"
        );
        let words = posting.words(field.value);
        if !own || words.len() > 60 {
            continue;
        }
        let count = || words.trim().parse().ok().and_then(date::from_epoch);
        let Some(date) = date::first(words)
            .and_then(|m| m.when.day(order))
            .or_else(count)
        else {
            continue;
        };
        let kind = *kind;
        if found
            .iter()
            .any(|f| f.value.kind == kind && f.value.date == date)
        {
            continue;
        }
        // `date` says least of all names what it means.
        let confidence = if name == "date" || name.starts_with("creat") || name == "opens" {
            Confidence::Medium
        } else {
            Confidence::High
        };
        let value = PostingDate { kind, date };
        found.push(Found::in_field(value, field.value, field.origin).with_confidence(confidence));
    }
    found
}

fn in_text(
    posting: &Posting,
    order: Option<Order>,
    posted: Option<Date>,
    found: &mut Vec<Found<PostingDate>>,
) {
    let body = posting.document.body;
    let text = &posting.text[body.range()];
    let mentions = date::find(text);
    let mut last: Option<(usize, DateKind)> = None;
    for mention in &mentions {
        let continues = last.and_then(|(end, kind)| {
            let between = text.get(end..mention.range.start)?.trim();
            let joins = matches!(
                between,
                "-" | "–" | "—" | "to" | "until" | "through" | "bis" | "au" | "a" | "al"
            );
            (joins && matches!(kind, DateKind::Start)).then_some(DateKind::End)
        });
        let kind = continues.or_else(|| kind_of(text, mention));
        // "Posted On: … / End Date: …": the end of the posting, not of the work.
        let of_posting =
            kind == Some(DateKind::End) && last.is_some_and(|(_, kind)| kind == DateKind::Posted);
        let Some(kind) = kind.filter(|_| !of_posting) else {
            last = None;
            continue;
        };
        last = Some((mention.range.end, kind));
        let Some((date, confidence)) = day(mention.when, order, posted) else {
            continue;
        };
        let at: Span<View> = Span::new(
            body.start + mention.range.start,
            body.start + mention.range.end,
        );
        found.push(Found::in_text(PostingDate { kind, date }, at).with_confidence(confidence));
    }
}

fn day(when: When, order: Option<Order>, posted: Option<Date>) -> Option<(Date, Confidence)> {
    if let Some(day) = when.day(order) {
        return Some((day, Confidence::High));
    }
    // A day without its year is the next one after the posting's own.
    let day = when.day_from(order, posted?)?;
    Some((day, Confidence::Medium))
}

/// What the words before a date say of it: on its line, else in the line that
/// leads in the list or stands above it.
fn kind_of(text: &str, mention: &Mention) -> Option<DateKind> {
    let start = mention.range.start;
    let near = floor(text, start.saturating_sub(REACH));
    let line = text[near..start].rfind('\n').map_or(near, |n| near + n + 1);
    let before = &text[line..start];
    if let Some(kind) = clue(before) {
        return kind;
    }
    // Only a date that begins its line has its clue above.
    if before.contains(|c: char| c.is_alphanumeric()) || line == 0 {
        return None;
    }
    let from = floor(text, line.saturating_sub(LEAD_IN));
    let mut above = text[from..line]
        .lines()
        .rev()
        .map(str::trim)
        .filter(|l| !l.is_empty());
    let nearest = above.next()?;
    let lead_in = std::iter::once(nearest)
        .chain(above)
        .find(|l| l.ends_with(':'))
        .filter(|l| l.len() <= 120);
    let label = (nearest.len() <= 40).then_some(nearest);
    label
        .and_then(clue)
        .or_else(|| lead_in.and_then(clue))
        .flatten()
}

/// The clue nearest to the end of `words`; the inner value is nothing where it
/// says that the date is another fact's.
fn clue(words: &str) -> Option<Option<DateKind>> {
    let lower = words.to_lowercase();
    CLUES
        .iter()
        .filter_map(|(clue, kind)| lower.rfind(clue).map(|at| (at + clue.len(), kind)))
        .max_by_key(|(end, _)| *end)
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use crate::document;
    use crate::facts::{Facts, Whence};
    use crate::posting::{self, Prose};
    use std::sync::Arc;

    fn dates(name: &str, text: &str) -> Vec<(&'static str, String, Whence)> {
        let mut reading = document::read(name, text.as_bytes());
        let postings = posting::find(Arc::new(reading.documents.remove(0)));
        let facts = Facts::read(&Prose::of(&postings[0]));
        let dates = facts.date.into_iter();
        dates
            .map(|d| (d.value.kind.name(), d.value.date.to_string(), d.whence))
            .collect()
    }

    fn in_text(text: &str) -> Vec<(&'static str, String)> {
        let dates = dates("a.txt", text).into_iter();
        dates.map(|(kind, date, _)| (kind, date)).collect()
    }

    #[test]
    fn the_words_before_a_date_say_what_it_is() {
        for (text, expected) in [
            ("Posted on May 4, 2026", vec![("posted", "2026-05-04")]),
            (
                "Posting Date\n12/24/2026, 02:51 PM",
                vec![("posted", "2026-12-24")],
            ),
            ("Start date: 2026-09-01", vec![("start", "2026-09-01")]),
            (
                "The job starts on September 1, 2026.",
                vec![("start", "2026-09-01")],
            ),
            ("Last updated 1 June 2026", vec![("updated", "2026-06-01")]),
            (
                "We offer 2 start dates:\n\n  • May 18, 2026 - August 7, 2026\n  • June 15, 2026 – September 4, 2026\n",
                vec![
                    ("start", "2026-05-18"),
                    ("end", "2026-08-07"),
                    ("start", "2026-06-15"),
                    ("end", "2026-09-04"),
                ],
            ),
            (
                "Posted on: May 4, 2026\nEnd date: June 4, 2026",
                vec![("posted", "2026-05-04")],
            ),
            ("Apply by May 4, 2026", vec![]),
            ("You graduate before June 1, 2027.", vec![]),
            ("Founded on May 4, 1999, we sail.", vec![]),
            ("Start date: 03/04/2026", vec![]),
        ] {
            let expected: Vec<(&str, String)> = expected
                .into_iter()
                .map(|(k, d)| (k, d.to_owned()))
                .collect();
            assert_eq!(in_text(text), expected, "{text}");
        }
    }

    #[test]
    fn fields_give_their_dates_and_a_feeds_own_dates_are_not_the_jobs() {
        let text = "---\ndate: 2026-05-04\nvalid_through: 2026-06-04T00:00:00Z\nsession:\n  date: 2026-05-20\n---\n\nWe sail from July 1.\n\nStart date: July 1\n";
        let origin = Whence::Field(crate::document::Origin::FrontMatter);
        assert_eq!(
            dates("a.md", text),
            [
                ("posted", "2026-05-04".to_owned(), origin),
                ("valid_through", "2026-06-04".to_owned(), origin),
                ("start", "2026-07-01".to_owned(), Whence::Text),
            ]
        );
    }

    #[test]
    fn the_boards_own_date_speaks_for_the_board() {
        let page = include_str!("../../fixtures/postings/aggregator-page.txt");
        assert!(dates("page.txt", page).contains(&(
            "posted",
            "2026-10-06".to_owned(),
            Whence::Furniture
        )));
    }
}
