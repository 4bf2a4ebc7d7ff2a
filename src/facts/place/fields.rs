//! Places in structured fields: free-text locations, and cities, states and
//! countries in fields of their own.

use super::PlaceRole;
use super::expression::{self, Setting, is_remote_word};
use super::settle::{Candidate, Standing};
use super::subject::town;
use crate::document::Field;
use crate::domain::gazetteer::{self, Means};
use crate::facts::{Context, Whence};
use crate::text::squeezed;
use std::collections::BTreeMap;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Places in free text.
    Location,
    /// Where applicants may be.
    Requirement,
    City,
    Region,
    Country,
    Postcode,
}

/// The places that the fields name.
pub fn read(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let posting = context.prose.posting;
    let mut found = Vec::new();
    let mut parts: BTreeMap<(u8, String), Vec<(Holds, &Field)>> = BTreeMap::new();
    for field in posting.fields() {
        let Some(holds) = holds(&field.path) else {
            continue;
        };
        match holds {
            Holds::Location | Holds::Requirement => {
                *list += 1;
                location(context, field, holds, *list, &mut found);
            }
            Holds::City | Holds::Region | Holds::Country | Holds::Postcode => {
                let key = (field.origin as u8, parent(&field.path));
                parts.entry(key).or_default().push((holds, field));
            }
        }
    }
    for group in parts.values() {
        *list += 1;
        address(context, group, *list, &mut found);
    }
    found
}

/// A field of free text.
fn location(
    context: &Context<'_>,
    field: &Field,
    holds: Holds,
    list: usize,
    found: &mut Vec<Candidate>,
) {
    let posting = context.prose.posting;
    let text = posting.words(field.value);
    let read = expression::read(text, Setting::Field);
    let unknown = match read.places.as_slice() {
        [only] if holds == Holds::Location => town::before(text, only),
        _ => None,
    };
    for named in read.places {
        let wide = !matches!(named.senses[0], Means::City(_) | Means::County(_));
        let role = if holds == Holds::Requirement || (named.remote && wide) {
            PlaceRole::RemoteArea
        } else {
            PlaceRole::Work
        };
        let whence = Whence::Field(field.origin);
        let mut candidate = Candidate::of(&named, field.value.start, role, whence, list);
        if let Some(name) = unknown {
            candidate.senses = town::around(&named);
            candidate.unknown_city = Some(name.to_owned());
        }
        found.push(candidate);
    }
}

/// City, region, country and postcode in fields of their own.
fn address(
    context: &Context<'_>,
    group: &[(Holds, &Field)],
    list: usize,
    found: &mut Vec<Candidate>,
) {
    let posting = context.prose.posting;
    let value = |wanted: Holds| {
        group
            .iter()
            .filter(|(holds, _)| *holds == wanted)
            .map(|(_, field)| (*field, posting.words(field.value).trim()))
            .find(|(_, words)| !words.is_empty())
    };
    let city = value(Holds::City);
    let region = value(Holds::Region);
    let country = value(Holds::Country);
    let postcode = value(Holds::Postcode);
    let remote = city.is_some_and(|(_, words)| is_remote(words));
    let role = if remote {
        PlaceRole::RemoteArea
    } else {
        PlaceRole::Work
    };
    let mut countries = country.map_or(Vec::new(), |(_, words)| meanings(words, Holds::Country));
    let mut regions = region.map_or(Vec::new(), |(_, words)| meanings(words, Holds::Region));
    if regions.is_empty()
        && let Some((_, words)) = postcode
        && countries.iter().all(|c| *c == Means::Country("US"))
    {
        regions.extend(gazetteer::state_of_zip(words).map(Means::Region));
    }
    // A country in the field of the region.
    let mut country = country;
    if regions.is_empty() && countries.is_empty() && region.is_some() {
        country = region;
        countries = country.map_or(Vec::new(), |(_, words)| meanings(words, Holds::Country));
        countries.retain(|m| matches!(m, Means::Country(_)));
    }
    if !countries.is_empty() && regions.iter().any(|r| lies_in(r, &countries)) {
        regions.retain(|r| lies_in(r, &countries));
    }
    let mut push = |senses: Vec<Means>, field: &Field, unknown_city: Option<String>| {
        found.push(Candidate {
            senses,
            at: field.value,
            role,
            whence: Whence::Field(field.origin),
            confidence: crate::facts::Confidence::High,
            list,
            unknown_city,
            joined: false,
            standing: Standing::Stated,
        });
    };
    if let Some((field, words)) = city
        && !remote
    {
        let mut cities = meanings(words, Holds::City);
        // "Buenos Aires, Buenos Aires": a region that only repeats the city.
        let repeats = region.is_some_and(|(_, name)| name.eq_ignore_ascii_case(words));
        if repeats && !cities.iter().any(|c| lies_in(c, &regions)) {
            regions.clear();
        }
        for outer in [&countries, &regions] {
            if cities.iter().any(|c| lies_in(c, outer)) {
                cities.retain(|c| lies_in(c, outer));
            } else if !outer.is_empty() {
                cities.clear();
            }
        }
        if !cities.is_empty() {
            return push(cities, field, None);
        }
        // A list, or a place with its state, in the field of the city.
        let read = expression::read(words, Setting::Field);
        if read.places.len() > 1 || read.places.iter().any(|p| p.joined) {
            return location(context, field, Holds::Location, list, found);
        }
        // A village that the tables lack lies in its region all the same.
        let outer = if regions.is_empty() {
            countries
        } else {
            regions
        };
        if !outer.is_empty() && words.starts_with(char::is_alphabetic) {
            return push(outer, field, Some(words.to_owned()));
        }
        return;
    }
    if let (false, Some((field, _))) = (regions.is_empty(), region.or(postcode)) {
        return push(regions, field, None);
    }
    if let (false, Some((field, _))) = (countries.is_empty(), country) {
        push(countries, field, None);
    }
}

/// What the words of a field can mean, given what the field holds.
fn meanings(words: &str, holds: Holds) -> Vec<Means> {
    let mut found: Vec<Means> = gazetteer::senses(words)
        .into_iter()
        .map(|s| s.means)
        .filter(|m| match holds {
            Holds::City => matches!(m, Means::City(_) | Means::Metro(_)),
            Holds::Region => matches!(m, Means::Region(_)),
            Holds::Country => matches!(m, Means::Country(_)) || is_country_like(m),
            Holds::Location | Holds::Requirement | Holds::Postcode => false,
        })
        .collect();
    // "US-WA" as a region, "Washington (WA)" and the like.
    if found.is_empty() && holds != Holds::City {
        found = expression::read(words, Setting::Field)
            .places
            .into_iter()
            .flat_map(|named| named.senses)
            .filter(|m| match holds {
                Holds::Region => matches!(m, Means::Region(_)),
                _ => matches!(m, Means::Country(_) | Means::Area(_)),
            })
            .collect();
    }
    found.sort_by_key(|m| std::cmp::Reverse(m.weight()));
    found
}

/// Nations of the United Kingdom and territories of the US stand in fields for
/// countries.
fn is_country_like(means: &Means) -> bool {
    matches!(
        means,
        Means::Region("GB-ENG" | "GB-SCT" | "GB-WLS" | "GB-NIR" | "US-PR") | Means::Area(_)
    )
}

fn lies_in(inner: &Means, outer: &[Means]) -> bool {
    outer.iter().any(|o| o == inner || o.contains(inner))
}

fn is_remote(words: &str) -> bool {
    words
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .any(is_remote_word)
}

/// The path without its last step, and without the name of the address's own
/// part (`addressCountry.name`).
fn parent(path: &str) -> String {
    let path = path
        .strip_suffix(".name")
        .or_else(|| path.strip_suffix(".@id"))
        .unwrap_or(path);
    path.rsplit_once('.')
        .map_or(String::new(), |(parent, _)| parent.to_owned())
}

/// What a field of this path holds, as far as places go.
fn holds(path: &str) -> Option<Holds> {
    let steps: Vec<String> = path
        .split('.')
        .filter(|step| !step.bytes().all(|b| b.is_ascii_digit()))
        .map(squeezed)
        .collect();
    let (last, outer) = steps.split_last()?;
    if outer
        .iter()
        .any(|step| NOT_OF_THE_JOB.iter().any(|not| step.contains(not)))
        || NOT_OF_THE_JOB.iter().any(|not| last.starts_with(not))
    {
        return None;
    }
    if steps.iter().any(|step| step.contains("applicantlocation")) {
        return (last != "type").then_some(Holds::Requirement);
    }
    let within = last == "name"
        || last == "displayname"
        || last == "libelle"
        || last == "address" && outer.last().is_some_and(|o| o.ends_with("location"));
    let last = if within { outer.last()? } else { last };
    Some(match last.as_str() {
        "city" | "addresslocality" | "locality" | "town" | "municipality" | "stadt" | "ville"
        | "ciudad" | "miasto" | "cityname" | "jobcity" | "locationcity" => Holds::City,
        "state" | "addressregion" | "region" | "province" | "statecode" | "stateprovince"
        | "regioncode" | "bundesland" | "wojewodztwo" | "jobstate" | "statename"
        | "locationstate" => Holds::Region,
        "country" | "addresscountry" | "countrycode" | "countryname" | "land" | "pays"
        | "jobcountry" | "locationcountry" => Holds::Country,
        "postalcode" | "zip" | "zipcode" | "postcode" | "plz" => Holds::Postcode,
        "office"
        | "offices"
        | "place"
        | "places"
        | "standort"
        | "ort"
        | "arbeitsort"
        | "lieu"
        | "lieutravail"
        | "ubicacion"
        | "localizacion"
        | "localizacao"
        | "lokalizacja"
        | "locatie"
        | "cities"
        | "where"
        | "jobgeo"
        | "geo"
        | "lugar"
        | "sede"
        | "luogo"
        | "plats"
        | "candidaterequiredlocation" => Holds::Location,
        "allocation" | "relocation" => return None,
        other
            if other.ends_with("location")
                || other.ends_with("locations")
                || other.ends_with("locationname") =>
        {
            Holds::Location
        }
        _ => return None,
    })
}

/// Fields with places that are not the job's.
const NOT_OF_THE_JOB: &[&str] = &[
    "organization",
    "company",
    "employer",
    "publisher",
    "author",
    "identifier",
    "contact",
    "headquarter",
    "salary",
    "compensation",
    "recruiter",
    "birth",
    "education",
    "alumni",
    "source",
    "agency",
    "similar",
    "related",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_what_a_field_holds() {
        for (path, expected) in [
            ("location", Some(Holds::Location)),
            ("jobs.0.location.name", Some(Holds::Location)),
            ("0.categories.location", Some(Holds::Location)),
            ("0.categories.allLocations.1", Some(Holds::Location)),
            ("jobLocation.address.addressLocality", Some(Holds::City)),
            (
                "jobLocation.0.address.addressCountry.name",
                Some(Holds::Country),
            ),
            (
                "applicantLocationRequirements.0.name",
                Some(Holds::Requirement),
            ),
            ("job.postalcode", Some(Holds::Postcode)),
            ("hiringOrganization.address.addressLocality", None),
            ("company_location", None),
            ("allocation", None),
            ("baseSalary.value.country", None),
            ("title", None),
        ] {
            assert_eq!(holds(path), expected, "{path}");
        }
    }
}
