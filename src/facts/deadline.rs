//! Until when applications are taken. It does not know which day it is.

mod asked;
mod last_day;
mod phrases;
mod rolling;

use super::date::DateKind;
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::phrases::{has, phrases, words};
use super::statement::{self, Units};
use crate::document::Field;
use crate::domain::date::{self, Date, Mention, Order};
use asked::asked_by;
use last_day::{is_priority, last_day};
use phrases::APPLYING;
use rolling::rolling;

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
        "deadline" "filing date" "apps close" "app close*" "recruitment ends" "applications end" "unposted"
        "unposting date" "posting ends" "evergreen" "hire continuously" "closing" "applications until"
        "applications through" "*締切*" "email" "send" "submit" "they are received" "they come*" "they arrive" "as received" "continuous recruitment"
        "recruitment is continuous"
        "seat is taken" "position is taken" "role is taken" "place is taken" "aplikacj*" "zgłoszenia do"
        "close date" "closes" "close on" "will close" "to close" "applications close" "anticipated close"
        "you have until" "applying by" "submitted by" "applications by" "application by" "must be received"
        "must reach us" "interest by" "received by" "received no later" "references by"
        "letter by" "materials by" "documents by" "no later than" "not later than" "accepted through"
        "accepted until" "accepted till" "accepted up to" "accepted at least" "accepting applications"
        "accept applications" "open until" "open through" "open till" "last day" "last date" "due by" "due date"
        "are due" "is due" "applications due" "due on" "application window" "application period" "until filled"
        "is filled" "been filled" "rolling basis" "rolling applications" "rolling review" "ongoing basis"
        "on-going basis" "continuous basis" "continuously accept*" "open continuously" "remains posted"
        "bewerb*" "bewirb*" "einsendeschluss" "date limite" "candidater" "candidature*" "clôture" "postul*"
        "fecha límite" "plazo" "prazo" "inscrições" "scadenza" "entro il" "sluitingsdatum" "solliciteer*"
        "solliciter*" "haku päättyy" "reageer*" "vacature sluit" "termin" "aplikuj*" "ansök*" "hakuaika" "ansøgningsfrist" "søknadsfrist"
        "sluttdato" "hasta" "posted until" "posted through" "comes down on" "hire year-round"
        "hiring year-round" "always hiring" "find the right person" "find the right candidate" "be removed on"
        "taken down on" "close at" "close by" "end date" "recruitment period" "posting period" "before"
        "letters of interest" "letter of interest" "applications to"
        "for best consideration" "applications are accepted" "apply" "call" "text" "applications accepted"
        "apps due" "positions close" "hiring until" "hiring through"
        "taking applications" "filing period" "this posting" "expires" "continues until"
        "continue until" "walk in" "resume*" "résumé*" "cv" "cover letter" "applications year-round"
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
            let units = context.units;
            for index in units.with(context.hits) {
                let in_field = |f: &Field| f.value.overlaps(units.get(index).span);
                if found.iter().any(|d| d.at.overlaps(units.get(index).span))
                    || posting.fields().any(|f| in_field(f) && is_expiry(&f.path))
                {
                    continue;
                }
                found.extend(of_sentence(context, units, index, &reference));
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

fn of_sentence(
    context: &Context<'_>,
    units: &Units<'_>,
    index: usize,
    reference: &Reference,
) -> Vec<Found<Deadline>> {
    let mut found = Vec::new();
    let text = units.text(index);
    let applying = has(text, APPLYING);
    let last_day = last_day(units, index, applying).or_else(|| asked_by(units, index));
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

#[cfg(test)]
mod tests;
