//! Stage 3, fact *place*: where the work is done, and which places the posting
//! names in another role. It knows names and cues; it knows no law.

mod address;
pub mod aside;
mod country;
mod cues;
pub mod expression;
mod fields;
mod head;
mod pay;
mod prose;
mod settle;
mod subject;
mod title;
mod vocabulary;

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use crate::domain::place::Jurisdiction;
use std::borrow::Cow;

/// A place that the posting names, and what it is to the job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The city or town, by its usual English name.
    pub city: Option<String>,
    /// ISO 3166-2 code of the state or province.
    pub region: Option<String>,
    /// ISO 3166-1 code of the country; nothing for an area of several.
    pub country: Option<String>,
    /// All jurisdictions that it lies in, the country first. For an area of
    /// several countries that are named or few, these countries.
    pub jurisdictions: Vec<Jurisdiction>,
    /// The name of an area of several countries: `Europe`, `worldwide`,
    /// `US and Canada`.
    pub area: Option<String>,
    /// What the place is to the job.
    pub role: PlaceRole,
}

/// What a named place is to the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceRole {
    /// The work is done there, or may be.
    Work,
    /// People may work from anywhere within it.
    RemoteArea,
    /// People there are not hired.
    Excluded,
    /// The supervisor or the team sits there.
    ReportsTo,
    /// Something else that may matter: a pay line for its residents.
    Other,
}

impl PlaceRole {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            PlaceRole::Work => "work",
            PlaceRole::RemoteArea => "remote_area",
            PlaceRole::Excluded => "excluded",
            PlaceRole::ReportsTo => "reports_to",
            PlaceRole::Other => "other",
        }
    }
}

/// Letters of a state's code.
const CODE: usize = 2;

impl Fact for Place {
    const ABOUT: &'static str = "where the work is done";
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "city",
            kind: Kind::Text,
            about: "the city or town, by its usual English name",
        },
        Attribute {
            name: "region",
            kind: Kind::Text,
            about: "the state or province, by its ISO 3166-2 code",
        },
        Attribute {
            name: "country",
            kind: Kind::Text,
            about: "the country, by its ISO 3166-1 code",
        },
        Attribute {
            name: "jurisdictions",
            kind: Kind::List,
            about: "codes of all jurisdictions that it lies in",
        },
        Attribute {
            name: "area",
            kind: Kind::Text,
            about: "an area of several countries: Europe, worldwide",
        },
        Attribute {
            name: "role",
            kind: Kind::Choice(&["work", "remote_area", "excluded", "reports_to", "other"]),
            about: "what the place is to the job",
        },
    ];

    const CUES: &'static [&'static str] = cues::PHRASES;

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let mut list = 0;
        let mut candidates = fields::read(context, &mut list);
        candidates.extend(head::read(context, &mut list));
        candidates.extend(prose::read(context, &mut list));
        let of_the_job =
            |c: &settle::Candidate| matches!(c.role, PlaceRole::Work | PlaceRole::RemoteArea);
        let alone = !candidates.iter().any(of_the_job);
        let titled = title::read(context, &mut list, alone);
        // "Remote, OR" says less than "Remote from Poland" in the title.
        if titled.iter().any(|c| c.role == PlaceRole::RemoteArea) {
            candidates.retain(|c| c.at.len() > CODE);
        }
        candidates.extend(titled);
        if !candidates.iter().any(of_the_job) {
            let towns = pay::read(context, &mut list);
            // What the text said of pay is known better now.
            candidates.retain(|c| !towns.iter().any(|town| town.at.overlaps(c.at)));
            candidates.extend(towns);
        }
        if !candidates.iter().any(of_the_job) {
            candidates.extend(address::read(context, &mut list));
        }
        if candidates.is_empty() {
            return Vec::new();
        }
        let countries = country::countries(context);
        if !country::may_be_in_us(context, &countries) {
            let words = |c: &settle::Candidate| context.prose.posting.words(c.at).as_bytes();
            candidates.retain(|c| !words(c).iter().take(5).all(u8::is_ascii_digit));
        }
        let mut found = settle::settle(candidates, &countries);
        found.extend(prose::country_of_exclusion(context, &found));
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "city" => Value::text(self.city.as_deref()),
            "region" => Value::text(self.region.as_deref()),
            "country" => Value::text(self.country.as_deref()),
            "area" => Value::text(self.area.as_deref()),
            "role" => Value::text(Some(self.role.name())),
            "jurisdictions" => Value::List(
                self.jurisdictions
                    .iter()
                    .map(|j| Cow::Borrowed(j.code()))
                    .collect(),
            ),
            _ => Value::Absent,
        }
    }
}

#[cfg(test)]
mod tests;
