//! Stage 3, fact *disagreement*: the text says one thing of pay, place, way of
//! working, employment or last day, and a structured field another. It compares
//! what other facts read, and stays silent where both can be right.

mod pay;

use super::Facts;
use super::date::DateKind;
use super::employment::EmploymentKind;
use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Pointer, Value, Whence};
use super::place::{Place, PlaceRole};
use super::workplace::Mode;
use crate::document::Origin;
use crate::domain::date::Date;
use crate::domain::gazetteer;
use crate::posting::Posting;
use crate::text::{Span, View};

/// Words of the text and a field that cannot both be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// What they are about.
    pub about: Matter,
    /// The words of the text.
    pub text: Span<View>,
    /// The path of the field.
    pub field: String,
    /// What the field says, in plain words.
    pub value: String,
    /// The field's value.
    pub field_at: Span<View>,
}

/// What a text and a field can disagree about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    Pay,
    Place,
    Workplace,
    Employment,
    Deadline,
}

impl Matter {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Matter::Pay => "pay",
            Matter::Place => "place",
            Matter::Workplace => "workplace",
            Matter::Employment => "employment",
            Matter::Deadline => "deadline",
        }
    }
}

impl Fact for Disagreement {
    const ABOUT: &'static str = "something that the text and a structured field say differently";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "about",
            kind: Kind::Choice(&["pay", "place", "workplace", "employment", "deadline"]),
            about: "what they disagree about",
        },
        Attribute {
            name: "field",
            kind: Kind::Text,
            about: "the path of the field",
        },
        Attribute {
            name: "value",
            kind: Kind::Text,
            about: "what the field says",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let facts = context.facts;
        let sides = [
            (Matter::Pay, pay::sides(facts)),
            (Matter::Place, places(context)),
            (Matter::Workplace, workplaces(facts)),
            (Matter::Employment, employments(facts)),
            (Matter::Deadline, deadlines(posting, facts)),
        ];
        let mut found: Vec<Found<Self>> = sides
            .into_iter()
            .filter_map(|(about, sides)| {
                let Sides { text, field, value } = sides?;
                let start = Span::empty(field.start);
                let value = Disagreement {
                    about,
                    text,
                    field: posting.field_at(start)?.path.clone(),
                    value: value.unwrap_or_else(|| posting.words(field).trim().to_owned()),
                    field_at: field,
                };
                Some(Found::in_text(value, text))
            })
            .collect();
        found.sort_by_key(|f| (f.at, f.value.about));
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "about" => Value::text(Some(self.about.name())),
            "field" => Value::text(Some(&self.field)),
            "value" => Value::text(Some(&self.value)),
            _ => Value::Absent,
        }
    }

    fn pointers(&self) -> Vec<Pointer> {
        vec![
            Pointer {
                at: self.text,
                words: "the text says this".to_owned(),
            },
            Pointer {
                at: self.field_at,
                words: format!("`{}` says this", self.field),
            },
        ]
    }
}

/// The two places that disagree.
struct Sides {
    text: Span<View>,
    field: Span<View>,
    /// What the field says, where its words do not tell.
    value: Option<String>,
}

/// Of a list of facts those of the text, and those of fields that the author of
/// the posting fills in; a page's head only repeats.
fn split<T>(found: &[Found<T>]) -> (Vec<&Found<T>>, Vec<&Found<T>>) {
    let told = found.iter().filter(|f| match f.whence {
        Whence::Text => true,
        Whence::Field(origin) => origin != Origin::PageHead,
        Whence::Furniture => false,
    });
    told.partition(|f| f.whence == Whence::Text)
}

/// Places of work in different states or countries, none of which the text and
/// the fields have in common. Remote work has no place to disagree about.
fn places(context: &Context<'_>) -> Option<Sides> {
    let facts = context.facts;
    let remote = |mode: Mode| matches!(mode, Mode::Remote | Mode::Mixed);
    let may_be_elsewhere = facts.workplace.iter().any(|w| remote(w.value.mode))
        || (facts.place.iter()).any(|p| p.value.role == PlaceRole::RemoteArea);
    if may_be_elsewhere {
        return None;
    }
    let (texts, fields) = split(&facts.place);
    let meet = |a: &Place, b: &Place| match (&a.country, &b.country) {
        (Some(one), Some(other)) if one == other => match (&a.region, &b.region) {
            (Some(one), Some(other)) => one == other,
            (None, _) | (_, None) => true,
        },
        (Some(_), Some(_)) => false,
        (None, _) | (_, None) => true,
    };
    let any_meet = texts
        .iter()
        .any(|text| fields.iter().any(|field| meet(&text.value, &field.value)));
    let is_sure = |found: &&&Found<Place>| {
        found.value.role == PlaceRole::Work
            && found.confidence == Confidence::High
            && (found.value.city.is_some() || found.value.region.is_some())
    };
    let text = texts.iter().find(is_sure)?;
    let field = fields.iter().find(is_sure)?;
    let body = context.prose.posting.document.body.start;
    let folded = context.prose.folded.text();
    let body = &folded[context.prose.folded.range(Span::empty(body)).start..];
    let is_named = |place: &Place| {
        let own = place.jurisdictions.iter();
        let own = own.filter(|j| !text.value.jurisdictions.contains(j));
        let names = own.map(gazetteer::name).chain(place.city.clone());
        names
            .map(|name| name.to_lowercase())
            .any(|name| body.contains(&name))
    };
    let named = fields.iter().any(|field| is_named(&field.value));
    (!any_meet && !named).then_some(Sides {
        text: text.at,
        field: field.at,
        value: None,
    })
}

/// On site in the one, remote in the other. What is said of hybrid work is often
/// said of all jobs of an employer, and boards have no word for it.
fn workplaces(facts: &Facts) -> Option<Sides> {
    let (texts, fields) = split(&facts.workplace);
    let text = texts.iter().find(|t| t.confidence == Confidence::High)?;
    let field = fields.iter().find(|f| f.confidence >= Confidence::Medium)?;
    let excludes = matches!(
        (text.value.mode, field.value.mode),
        (Mode::Onsite, Mode::Remote) | (Mode::Remote, Mode::Onsite)
    );
    let at_odds = excludes
        && fields.iter().all(|f| f.value.mode == field.value.mode)
        && texts.iter().all(|t| t.value.mode == text.value.mode);
    at_odds.then(|| Sides {
        text: text.at,
        field: field.at,
        value: Some(field.value.mode.name().to_owned()),
    })
}

/// Full-time in the one and part-time in the other.
fn employments(facts: &Facts) -> Option<Sides> {
    let (texts, fields) = split(&facts.employment);
    let hours = |kind: &Option<EmploymentKind>| {
        kind.filter(|k| matches!(k, EmploymentKind::FullTime | EmploymentKind::PartTime))
    };
    let mut text = texts.iter().filter(|t| hours(&t.value.kind).is_some());
    let mut field = fields.iter().filter(|f| hours(&f.value.kind).is_some());
    let (first_text, first_field) = (text.next()?, field.next()?);
    let at_odds = first_text.value.kind != first_field.value.kind
        && text.all(|t| t.value.kind == first_text.value.kind)
        && field.all(|f| f.value.kind == first_field.value.kind)
        && first_text.confidence == Confidence::High
        && first_field.confidence == Confidence::High;
    at_odds.then_some(Sides {
        text: first_text.at,
        field: first_field.at,
        value: None,
    })
}

/// The last day to apply in the text, and another one in a field for it or for
/// the end of the posting. A day's difference is one of time zones.
fn deadlines(posting: &Posting, facts: &Facts) -> Option<Sides> {
    let (texts, fields) = split(&facts.deadline);
    if texts.iter().any(|t| t.value.rolling) {
        return None;
    }
    let days = |found: &[&Found<super::deadline::Deadline>]| -> Vec<(Date, Span<View>)> {
        let last = found.iter().filter(|f| !f.value.priority);
        let days = last.filter_map(|f| Some((f.value.date?, f.at)));
        days.collect()
    };
    let in_text = days(&texts);
    let mut in_fields = days(&fields);
    in_fields.extend(
        split(&facts.date)
            .1
            .into_iter()
            .filter(|f| f.value.kind == DateKind::ValidThrough)
            .map(|f| (f.value.date, f.at)),
    );
    let (text_day, text) = *in_text.first()?;
    let (field_day, field) = *in_fields.first()?;
    // A day without its year got it by guessing.
    let says_year = posting.words(text).contains(&text_day.year().to_string());
    let near = |one: Date, other: Date| one.duration_since(other).as_hours().abs() <= 24;
    let agree = in_text
        .iter()
        .any(|(one, _)| in_fields.iter().any(|(other, _)| near(*one, *other)));
    (says_year && !agree).then(|| Sides {
        text,
        field,
        value: Some(field_day.to_string()),
    })
}
