//! What all sources say together → settings.

use super::shape::{Configuration, Threshold};
use super::{Layer, Origin, SuppressionEntry, allowed, day, place, today};
use crate::domain::employer::Employer;
use crate::domain::money::Amount;
use crate::domain::place::Jurisdiction;
use crate::lint::{Listed, Settings, Templates};
use crate::rules::{Parameters, Places};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a run does with a file, all sources taken together.
#[derive(Debug)]
pub struct Settled {
    pub settings: Settings,
    pub fail_on: Threshold,
    /// What `hirelint fix` puts in.
    pub templates: Templates,
}

/// Turns what is said into settings. What is not sound in it was told where it
/// was read, and counts for nothing here.
pub fn settle(layer: &Layer) -> Settled {
    let says = layer.configuration();
    let as_of = says.as_of.as_deref().and_then(|text| day(text).ok());
    let mut settings = Settings::on(as_of.unwrap_or_else(today));
    settings.places = places(&says);
    let told = says.employer;
    let headcounts = told.headcount_in.iter();
    settings.employer = Employer {
        name: told.name,
        headcount: told.headcount,
        headcount_in: headcounts
            .filter_map(|(name, count)| Some((place(name).ok()?, *count)))
            .collect(),
        federal_contractor: told.federal_contractor,
        sector: told.sector,
    };
    settings.select = says.select;
    settings.ignore = says.ignore;
    settings.severity = says.severity;
    settings.allow = Arc::new(allowed(&says.allow).unwrap_or_default());
    settings.parameters = Arc::new(parameters(says.parameters));
    settings.suppressions = suppressions(layer).into();
    Settled {
        templates: says.templates,
        settings,
        fail_on: says.fail_on.unwrap_or(Threshold::Error),
    }
}

fn parameters(says: BTreeMap<String, BTreeMap<String, f64>>) -> Parameters {
    let elements = says.into_iter().map(|(element, figures)| {
        let sound = figures
            .into_iter()
            .filter_map(|(name, figure)| Some((name, Amount::try_from(figure).ok()?)));
        (element, sound.collect())
    });
    elements.collect()
}

/// Suppressions, each by the folder of its file.
fn suppressions(layer: &Layer) -> Vec<Listed> {
    let entries = layer.items("suppressions").filter_map(|(item, origin)| {
        let entry: SuppressionEntry = serde_json::from_value(item.clone()).ok()?;
        match origin {
            Origin::File(from) => entry.sound(from).ok(),
            Origin::Default | Origin::Flag(_) => None,
        }
    });
    entries.collect()
}

fn places(says: &Configuration) -> Places {
    let mut codes: Vec<Jurisdiction> = Vec::new();
    for name in says.only_places.iter().chain(&says.places) {
        if let Ok(place) = place(name)
            && !codes.contains(&place)
        {
            codes.push(place);
        }
    }
    Places {
        replace: !says.only_places.is_empty(),
        codes,
    }
}
