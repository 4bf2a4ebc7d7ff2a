//! Stage 3, fact *structured data*: the schema.org `JobPosting` of a page, and
//! what search engines miss in it. It knows their list of properties; what the
//! values say is read by the other facts.

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use super::workplace::Mode;
use crate::document::{Field, MarkedUp, Origin};

/// The `JobPosting` of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructuredData {
    /// JSON-LD or microdata.
    pub origin: Origin,
    /// Properties without which search engines show no posting.
    pub missing_required: Vec<&'static str>,
    /// Properties that they recommend for a posting like this.
    pub missing_recommended: Vec<&'static str>,
}

impl Fact for StructuredData {
    const ABOUT: &'static str = "a schema.org JobPosting in the page, as search engines read it";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "form",
            kind: Kind::Choice(&["json_ld", "microdata"]),
            about: "how it is written",
        },
        Attribute {
            name: "missing_required",
            kind: Kind::List,
            about: "properties that search engines require and it lacks",
        },
        Attribute {
            name: "missing_recommended",
            kind: Kind::List,
            about: "properties that they recommend and it lacks",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        // Which part of a page with several postings is whose cannot be told.
        let of = |origin: Origin| {
            let mut all = posting.document.marked_up.iter();
            let mut own = all.by_ref().filter(move |data| data.origin == origin);
            own.next().map(|first| (first, own.next().is_none()))
        };
        let Some((data, true)) = of(Origin::JsonLd).or_else(|| of(Origin::Microdata)) else {
            return Vec::new();
        };
        let fields: Vec<&Field> = posting
            .fields()
            .filter(|field| field.origin == data.origin)
            .collect();
        let title = fields.iter().find(|field| field.path == "title");
        let Some(at) = title.or(fields.first()).map(|field| field.value) else {
            return Vec::new();
        };
        let value = StructuredData {
            origin: data.origin,
            missing_required: required(data, &fields),
            missing_recommended: recommended(data, context),
        };
        vec![Found::in_field(value, at, data.origin)]
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "form" => Value::text(Some(if self.origin == Origin::JsonLd {
                "json_ld"
            } else {
                "microdata"
            })),
            "missing_required" => Value::names(&self.missing_required),
            "missing_recommended" => Value::names(&self.missing_recommended),
            _ => Value::Absent,
        }
    }
}

/// What Google's documentation of `JobPosting` requires. A place of work may be
/// left out where the places of applicants are given.
fn required(data: &MarkedUp, fields: &[&Field]) -> Vec<&'static str> {
    let lacks = |name: &&str| !has(data, name);
    let mut missing: Vec<&'static str> =
        ["title", "description", "datePosted", "hiringOrganization"]
            .into_iter()
            .filter(lacks)
            .collect();
    if !has(data, "jobLocation") && !has(data, "applicantLocationRequirements") {
        missing.push("jobLocation");
    }
    let mut of_place = fields
        .iter()
        .filter(|field| field.path.starts_with("jobLocation."));
    let names_country = |field: &&Field| {
        let last = field.path.split('.').any(|part| part == "addressCountry");
        // A whole address in one line may well name the country.
        last || super::fields::name(&field.path) == "address"
    };
    if of_place.clone().next().is_some() && !of_place.any(names_country) {
        missing.push("jobLocation.address.addressCountry");
    }
    missing
}

/// What it recommends for every posting, and for one like this: the last day
/// where the posting has one, the kind of place where the work is remote.
fn recommended(data: &MarkedUp, context: &Context<'_>) -> Vec<&'static str> {
    let facts = context.facts;
    let has_last_day = facts.deadline.iter().any(|d| d.value.date.is_some());
    let is_remote = facts.workplace.first().is_some_and(|first| {
        first.value.mode == Mode::Remote
            && !first.value.contradiction
            && first.confidence == Confidence::High
    });
    let wanted = [
        ("baseSalary", true),
        ("employmentType", true),
        ("identifier", true),
        ("directApply", true),
        ("validThrough", has_last_day),
        ("jobLocationType", is_remote),
        ("applicantLocationRequirements", is_remote),
    ];
    wanted
        .into_iter()
        .filter(|(name, applies)| *applies && !has(data, name))
        .map(|(name, _)| name)
        .collect()
}

fn has(data: &MarkedUp, name: &str) -> bool {
    data.properties.iter().any(|property| property == name)
}
