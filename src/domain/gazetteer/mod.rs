//! What the names of places mean, and which jurisdictions a place lies in.
//! Knows the embedded tables (see `build/gazetteer.rs`); knows no posting.

mod key;
mod lookup;
mod resolve;
mod zip;

pub use key::key;
pub use lookup::senses;
pub use resolve::{meant, resolve};
pub use zip::state_of_zip;

use super::place::Jurisdiction;

/// One of the things that a name can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    /// What.
    pub means: Means,
    /// The name is an abbreviation (`CA`, `Calif`, `NYC`), which counts in
    /// capitals only, or behind the name of a place that lies there.
    pub short: bool,
}

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// A country by its ISO 3166-1 code.
    Country(&'static str),
    /// A state, province or region by its ISO 3166-2 code.
    Region(&'static str),
    /// A county of the United States.
    County(County),
    /// A city, town or village.
    City(City),
    /// A metropolitan area, which no one government has.
    Metro(Metro),
    /// Several countries.
    Area(Area),
}

/// A county of the United States, or what stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct County {
    /// ISO 3166-2 code of its state.
    pub region: &'static str,
    /// Its full name: "Los Angeles County".
    pub name: &'static str,
}

/// A city, town or village.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct City {
    /// ISO 3166-2 code of its region, or of the country where it has none.
    pub region: &'static str,
    /// How many live there, roughly; 0 if unknown.
    pub population: u32,
    key: &'static str,
    county: &'static str,
    name: &'static str,
}

/// A metropolitan area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metro {
    /// Its usual name.
    pub name: &'static str,
    regions: &'static str,
}

/// Several countries under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Its usual name.
    pub name: &'static str,
    countries: &'static str,
}

/// New York City: its name in the tables, its code, its counties.
const NEW_YORK: (&str, &str) = ("New York City", "US-NY-NYC");
const BOROUGHS: [&str; 5] = [
    "Bronx County",
    "Kings County",
    "New York County",
    "Queens County",
    "Richmond County",
];

impl City {
    /// Its name.
    pub fn name(&self) -> String {
        if self.name == NEW_YORK.0 {
            return "New York".to_owned();
        }
        if !self.name.is_empty() {
            return self.name.to_owned();
        }
        let mut letters = self.key.chars();
        letters
            .next()
            .map(|c| c.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }

    /// ISO 3166-1 code of its country.
    pub fn country(&self) -> &'static str {
        country_of(self.region)
    }

    /// Its ISO 3166-2 region, if it has one.
    pub fn region(&self) -> Option<&'static str> {
        self.region.contains('-').then_some(self.region)
    }

    /// Its code as a jurisdiction.
    pub fn jurisdiction(&self) -> Jurisdiction {
        if self.region == "US-NY" && self.name == NEW_YORK.0 {
            return Jurisdiction::new(NEW_YORK.1);
        }
        // An alias has the key of another name.
        let key = if self.name.is_empty() {
            self.key.to_owned()
        } else {
            key(self.name)
        };
        child(self.region, &key)
    }

    /// The county that it lies in, by its full name.
    pub fn county(&self) -> Option<String> {
        match self.county.strip_prefix('=') {
            Some(full) => Some(full.to_owned()),
            None => (!self.county.is_empty()).then(|| format!("{} County", self.county)),
        }
    }
}

impl Metro {
    /// ISO 3166-2 codes of the regions that it reaches into.
    pub fn regions(&self) -> impl Iterator<Item = &'static str> {
        self.regions.split(',')
    }
}

impl Area {
    /// ISO 3166-1 codes of its countries; none where they are too many to say.
    pub fn countries(&self) -> impl Iterator<Item = &'static str> {
        self.countries.split(',').filter(|c| *c != "*")
    }
}

impl Means {
    /// ISO 3166-1 code of the country, unless it is an area of several.
    pub fn country(&self) -> Option<&'static str> {
        match self {
            Means::Country(code) => Some(code),
            Means::Region(code) => Some(country_of(code)),
            Means::County(county) => Some(country_of(county.region)),
            Means::City(city) => Some(city.country()),
            Means::Metro(metro) => metro.regions().next().map(country_of),
            Means::Area(_) => None,
        }
    }

    /// ISO 3166-2 code of the one region that it is or lies in.
    pub fn region(&self) -> Option<&'static str> {
        match self {
            Means::Region(code) => Some(code),
            Means::County(county) => Some(county.region),
            Means::City(city) => city.region(),
            Means::Metro(metro) => {
                let mut regions = metro.regions();
                let first = regions.next();
                if regions.next().is_none() {
                    first
                } else {
                    None
                }
            }
            Means::Country(_) | Means::Area(_) => None,
        }
    }

    /// True if `inner` lies in this.
    pub fn contains(&self, inner: &Means) -> bool {
        match self {
            Means::Country(code) => {
                !matches!(inner, Means::Country(_)) && inner.country() == Some(code)
            }
            Means::Region(code) => {
                !matches!(inner, Means::Region(_))
                    && inner.region().is_some_and(|r| lies_in(r, code))
                    || matches!(inner, Means::Region(r) if r != code && lies_in(r, code))
            }
            Means::County(county) => match inner {
                Means::City(city) => {
                    city.region == county.region && city.county().as_deref() == Some(county.name)
                }
                _ => false,
            },
            Means::City(outer) => match inner {
                // The boroughs lie in the city of New York, and so do the
                // districts that are named with it.
                Means::City(city) => {
                    outer.name == NEW_YORK.0
                        && city.name != NEW_YORK.0
                        && is_in_new_york(city.region, city.county().as_deref())
                }
                _ => false,
            },
            Means::Metro(metro) => match inner {
                Means::City(_) => inner
                    .region()
                    .is_some_and(|r| metro.regions().any(|m| lies_in(r, m))),
                _ => false,
            },
            Means::Area(area) => match inner {
                Means::Area(_) => false,
                _ => inner
                    .country()
                    .is_some_and(|c| area.countries().any(|a| a == c)),
            },
        }
    }

    /// All jurisdictions that it lies in or is, the country first; for an area
    /// of several countries, these.
    pub fn jurisdictions(&self) -> Vec<Jurisdiction> {
        let mut found = Vec::new();
        match self {
            Means::Area(area) => {
                return area.countries().map(Jurisdiction::new).collect();
            }
            Means::Country(code) => return vec![Jurisdiction::new(*code)],
            Means::Metro(metro) => {
                for region in metro.regions() {
                    push_region(region, &mut found);
                }
            }
            Means::Region(code) => push_region(code, &mut found),
            Means::County(county) => {
                push_region(county.region, &mut found);
                push_county(county.region, county.name, &mut found);
            }
            Means::City(city) => {
                push_region(city.region, &mut found);
                let own = city.jurisdiction();
                if own.code() == NEW_YORK.1 {
                    for borough in BOROUGHS {
                        push(child(city.region, &key(borough)), &mut found);
                    }
                } else if let Some(county) = city.county() {
                    push_county(city.region, &county, &mut found);
                }
                push(own, &mut found);
            }
        }
        found
    }

    /// How large it is, for choosing between meanings of one name.
    pub fn weight(&self) -> u32 {
        match self {
            Means::Area(_) => u32::MAX,
            Means::Country(_) => 20_000_000,
            Means::Metro(_) => 3_000_000,
            Means::Region(code) => match country_of(code) {
                "GB" if !is_nation(code) => 0,
                "US" | "CA" | "AU" | "GB" | "DE" => 5_000_000,
                _ => 300_000,
            },
            Means::County(_) => 50_000,
            Means::City(city) => city.population,
        }
    }
}

/// The name of a jurisdiction: "Seattle, Washington"; its code if it is unknown.
pub fn name(jurisdiction: &Jurisdiction) -> String {
    let code = jurisdiction.code();
    if code == NEW_YORK.1 {
        return "New York City".to_owned();
    }
    if let Some(name) = lookup::name_of(code) {
        return name.to_owned();
    }
    let Some(region) = jurisdiction.region() else {
        return code.to_owned();
    };
    let local = code.get(region.len() + 1..).unwrap_or("").to_lowercase();
    let own = lookup::senses(&local)
        .into_iter()
        .map(|s| s.means)
        .find(|m| m.region() == Some(region));
    match (own, lookup::name_of(region)) {
        (Some(Means::City(city)), Some(region)) => format!("{}, {region}", city.name()),
        (Some(Means::County(county)), Some(region)) => format!("{}, {region}", county.name),
        _ => code.to_owned(),
    }
}

/// A jurisdiction with all that it lies in, the country first.
pub fn with_outer(jurisdiction: &Jurisdiction) -> Vec<Jurisdiction> {
    let code = jurisdiction.code();
    let Some(region) = jurisdiction.region() else {
        return vec![jurisdiction.clone()];
    };
    let mut found = Vec::new();
    push_region(region, &mut found);
    let local = if code == NEW_YORK.1 {
        "newyorkcity".to_owned()
    } else {
        code.get(region.len() + 1..).unwrap_or("").to_lowercase()
    };
    if !local.is_empty() {
        let inner = lookup::senses(&local)
            .into_iter()
            .map(|s| s.means)
            .filter(|m| matches!(m, Means::City(_) | Means::County(_)))
            .find(|m| m.region() == Some(region));
        for outer in inner.map(|m| m.jurisdictions()).unwrap_or_default() {
            push(outer, &mut found);
        }
        push(jurisdiction.clone(), &mut found);
    }
    found
}

/// ISO 3166-1 code of the country of a region's code.
pub fn country_of(region: &str) -> &str {
    region.split('-').next().unwrap_or(region)
}

/// True if the region `inner` is `outer` or a part of it. England's councils are
/// the only regions below another region.
fn lies_in(inner: &str, outer: &str) -> bool {
    inner == outer || (outer == "GB-ENG" && inner.starts_with("GB-") && !is_nation(inner))
}

fn is_nation(region: &str) -> bool {
    matches!(region, "GB-ENG" | "GB-SCT" | "GB-WLS" | "GB-NIR")
}

fn is_in_new_york(region: &str, county: Option<&str>) -> bool {
    region == "US-NY" && county.is_some_and(|c| BOROUGHS.contains(&c))
}

fn push_region(region: &str, found: &mut Vec<Jurisdiction>) {
    push(Jurisdiction::new(country_of(region)), found);
    if region.starts_with("GB-") && !is_nation(region) {
        push(Jurisdiction::new("GB-ENG"), found);
    }
    push(Jurisdiction::new(region), found);
}

/// Adds a county. One that is one with its city has the city's code.
fn push_county(region: &str, county: &str, found: &mut Vec<Jurisdiction>) {
    let city = ["City and County of ", "City and Borough of ", "City of "]
        .iter()
        .find_map(|prefix| county.strip_prefix(prefix))
        .or(match (region, county) {
            ("US-CO", "Denver County") => Some("Denver"),
            ("US-CO", "Broomfield County") => Some("Broomfield"),
            ("US-PA", "Philadelphia County") => Some("Philadelphia"),
            ("US-LA", "Orleans Parish") => Some("New Orleans"),
            _ => None,
        });
    match city {
        Some("Saint Louis") => push(child(region, "stlouis"), found),
        Some(city) => push(child(region, &key(city)), found),
        None => push(child(region, &key(county)), found),
    }
    if is_in_new_york(region, Some(county)) {
        push(Jurisdiction::new(NEW_YORK.1), found);
    }
}

fn push(jurisdiction: Jurisdiction, found: &mut Vec<Jurisdiction>) {
    if !found.contains(&jurisdiction) {
        found.push(jurisdiction);
    }
}

fn child(region: &str, key: &str) -> Jurisdiction {
    Jurisdiction::new(format!("{region}-{}", key.to_uppercase()))
}

#[cfg(test)]
mod tests;
