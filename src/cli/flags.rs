//! What the flags say, as the layer that outweighs all configurations.

use super::options::{Told, Which};
use super::plan::Flaws;
use crate::config::{self, Layer, Mistake, Origin, Threshold};
use crate::domain::place::Jurisdiction;
use serde_json::json;

/// What the flags say, with all that is wrong with them added to `flaws`. Codes
/// are not held against rules yet.
pub fn layer(told: &Told, which: &Which, fail_on: Option<Threshold>, flaws: &mut Flaws) -> Layer {
    let mut layer = Layer::default();
    let mut keep = |mistake: Mistake| flaws.push(mistake.into());
    if let Some(day) = &told.as_of {
        match config::day(day) {
            Ok(day) => layer.set(&["as_of"], json!(day.to_string()), Origin::Flag("--as-of")),
            Err(mistake) => keep(mistake),
        }
    }
    for (key, flag, places) in [
        ("places", "--in", &told.places),
        ("only_places", "--only-in", &told.only_in),
    ] {
        for place in places {
            match config::place(place) {
                Ok(place) => layer.push(key, config::unmistakable(&place), Origin::Flag(flag)),
                Err(mistake) => keep(mistake),
            }
        }
    }
    if let Some(count) = told.headcount {
        let origin = Origin::Flag("--headcount");
        layer.set(&["employer", "headcount"], json!(count), origin);
    }
    for text in &told.headcount_in {
        match headcount_in_place(text) {
            Ok((place, count)) => layer.set(
                &["employer", "headcount_in", &config::unmistakable(&place)],
                json!(count),
                Origin::Flag("--headcount-in"),
            ),
            Err(mistake) => keep(mistake),
        }
    }
    for (is_given, value, flag) in [
        (told.federal_contractor, true, "--federal-contractor"),
        (told.no_federal_contractor, false, "--no-federal-contractor"),
    ] {
        if is_given {
            let path = ["employer", "federal_contractor"];
            layer.set(&path, json!(value), Origin::Flag(flag));
        }
    }
    if let Some(sector) = told.sector {
        let sector: crate::domain::employer::Sector = sector.into();
        let origin = Origin::Flag("--sector");
        layer.set(&["employer", "sector"], json!(sector), origin);
    }
    for (key, flag, codes) in [
        ("select", "--select", &which.select),
        ("ignore", "--ignore", &which.ignore),
    ] {
        for code in codes {
            layer.push(key, code.trim(), Origin::Flag(flag));
        }
    }
    if let Some(threshold) = fail_on {
        let origin = Origin::Flag("--fail-on");
        layer.set(&["fail_on"], json!(threshold.name()), origin);
    }
    layer
}

fn headcount_in_place(text: &str) -> Result<(Jurisdiction, u32), Mistake> {
    let parts = text.rsplit_once('=');
    let count = parts.and_then(|(_, count)| count.trim().parse().ok());
    match (parts, count) {
        (Some((place, _)), Some(count)) => Ok((config::place(place.trim())?, count)),
        _ => Err(Mistake::new(
            format!("`{text}` is not a place with a number"),
            "write it as US-CA=20".to_owned(),
        )),
    }
}
