use super::*;

fn codes(name: &str, region: &str) -> Vec<String> {
    let found = senses(name)
        .into_iter()
        .map(|s| s.means)
        .filter(|m| m.region() == Some(region) || m.country() == Some(region))
        .max_by_key(Means::weight)
        .unwrap_or_else(|| panic!("{name} in {region}"));
    found
        .jurisdictions()
        .iter()
        .map(|j| j.code().to_owned())
        .collect()
}

#[test]
fn a_place_lies_in_its_country_state_county_and_city() {
    for (name, region, expected) in [
        (
            "Seattle",
            "US-WA",
            "US US-WA US-WA-KINGCOUNTY US-WA-SEATTLE",
        ),
        (
            "Los Angeles",
            "US-CA",
            "US US-CA US-CA-LOSANGELESCOUNTY US-CA-LOSANGELES",
        ),
        (
            "Hollywood",
            "US-CA",
            "US US-CA US-CA-LOSANGELESCOUNTY US-CA-LOSANGELES",
        ),
        (
            "Pasadena",
            "US-CA",
            "US US-CA US-CA-LOSANGELESCOUNTY US-CA-PASADENA",
        ),
        ("San Francisco", "US-CA", "US US-CA US-CA-SANFRANCISCO"),
        ("SF", "US-CA", "US US-CA US-CA-SANFRANCISCO"),
        ("Denver", "US-CO", "US US-CO US-CO-DENVER"),
        ("Philadelphia", "US-PA", "US US-PA US-PA-PHILADELPHIA"),
        ("St. Louis", "US-MO", "US US-MO US-MO-STLOUIS"),
        ("Washington", "US-DC", "US US-DC US-DC-WASHINGTON"),
        (
            "Brooklyn",
            "US-NY",
            "US US-NY US-NY-KINGSCOUNTY US-NY-NYC US-NY-BROOKLYN",
        ),
        ("Bay Area", "US-CA", "US US-CA"),
        ("DMV", "US", "US US-DC US-MD US-VA"),
        (
            "Westchester County",
            "US-NY",
            "US US-NY US-NY-WESTCHESTERCOUNTY",
        ),
        ("London", "GB-LND", "GB GB-ENG GB-LND GB-LND-LONDON"),
        ("Leeds", "GB-LDS", "GB GB-ENG GB-LDS GB-LDS-LEEDS"),
        ("Edinburgh", "GB-SCT", "GB GB-SCT GB-SCT-EDINBURGH"),
        ("Warszawa", "PL-14", "PL PL-14 PL-14-WARSAW"),
        ("Toronto", "CA-ON", "CA CA-ON CA-ON-TORONTO"),
        ("Singapore", "SG", "SG"),
        ("San Juan", "US-PR", "US US-PR US-PR-SANJUAN"),
    ] {
        let got = codes(name, region);
        let got: Vec<_> = got
            .iter()
            .filter(|c| *c != "US-NY-MANHATTAN")
            .map(String::as_str)
            .collect();
        assert_eq!(got.join(" "), expected, "{name}");
    }
}

#[test]
fn new_york_city_lies_in_five_counties() {
    let got = codes("NYC", "US-NY");
    assert_eq!(got.first().map(String::as_str), Some("US"));
    assert_eq!(got.last().map(String::as_str), Some("US-NY-NYC"));
    assert_eq!(got.len(), 8);
}

#[test]
fn codes_and_names_resolve() {
    for (given, code) in [
        ("US", "US"),
        ("us-wa", "US-WA"),
        ("US-CA-LosAngelesCounty", "US-CA-LOSANGELESCOUNTY"),
        ("US-CA-LOSANGELES", "US-CA-LOSANGELES"),
        ("US-CA-SANFRANCISCOCOUNTY", "US-CA-SANFRANCISCO"),
        ("US-NY-NYC", "US-NY-NYC"),
        ("US-NY-NEWYORKCITY", "US-NY-NYC"),
        ("US-NY-Westchester", "US-NY-WESTCHESTERCOUNTY"),
        ("Seattle, WA", "US-WA-SEATTLE"),
        ("Portland, Maine", "US-ME-PORTLAND"),
        ("Washington", "US-WA"),
        ("Washington, DC", "US-DC-WASHINGTON"),
        ("New York", "US-NY-NYC"),
        ("New York State", "US-NY"),
        ("NYC", "US-NY-NYC"),
        ("California", "US-CA"),
        ("Ontario", "CA-ON"),
        ("Germany", "DE"),
        ("Deutschland", "DE"),
        ("Los Angeles County, CA", "US-CA-LOSANGELESCOUNTY"),
        ("Cologne", "DE-NW-KOLN"),
        ("Cambridge, MA", "US-MA-CAMBRIDGE"),
        ("Cambridge, UK", "GB-ENG-CAMBRIDGE"),
        ("GB-ENG", "GB-ENG"),
    ] {
        let got = resolve(given);
        assert_eq!(got.as_ref().map(Jurisdiction::code), Some(code), "{given}");
    }
    for given in [
        "",
        "XX",
        "US-XX",
        "US-CA-NOWHEREATALL",
        "Gondor",
        "EMEA",
        "é",
        "-",
    ] {
        assert_eq!(resolve(given), None, "{given}");
    }
}

#[test]
fn a_name_that_several_places_bear_means_each_of_them() {
    for (given, codes) in [
        ("Portland", vec!["US-OR-PORTLAND", "US-ME-PORTLAND"]),
        ("Cambridge", vec!["GB-ENG-CAMBRIDGE", "US-MA-CAMBRIDGE"]),
        ("Georgia", vec!["GE", "US-GA"]),
        ("CO", vec!["CO", "US-CO"]),
        ("WA", vec!["US-WA"]),
        ("Denver", vec!["US-CO-DENVER"]),
        ("San Jose", vec!["US-CA-SANJOSE"]),
        ("Paris", vec!["FR-IDF-PARIS"]),
        ("Portland, ME", vec!["US-ME-PORTLAND"]),
        ("Washington", vec!["US-WA"]),
    ] {
        let got = meant(given);
        let got: Vec<&str> = got.iter().map(Jurisdiction::code).collect();
        assert_eq!(got, codes, "{given}");
    }
    assert!(meant("Springfield").len() > 3);
}

#[test]
fn names_are_for_people() {
    for (code, expected) in [
        ("US", "United States"),
        ("US-CA", "California"),
        ("US-NY-NYC", "New York City"),
        ("US-WA-SEATTLE", "Seattle, Washington"),
        ("US-CA-LOSANGELESCOUNTY", "Los Angeles County, California"),
        ("PL-14", "Mazovia"),
        ("US-ZZ-NOWHERE", "US-ZZ-NOWHERE"),
        ("??", "??"),
    ] {
        assert_eq!(name(&Jurisdiction::new(code)), expected);
    }
}

#[test]
fn a_code_brings_what_it_lies_in() {
    for (code, expected) in [
        ("US", "US"),
        ("US-CO", "US US-CO"),
        (
            "US-CA-LOSANGELES",
            "US US-CA US-CA-LOSANGELESCOUNTY US-CA-LOSANGELES",
        ),
        ("US-CA-LOSANGELESCOUNTY", "US US-CA US-CA-LOSANGELESCOUNTY"),
        ("US-CA-SANFRANCISCO", "US US-CA US-CA-SANFRANCISCO"),
        ("GB-LND", "GB GB-ENG GB-LND"),
    ] {
        let got = with_outer(&Jurisdiction::new(code));
        let got: Vec<_> = got.iter().map(Jurisdiction::code).collect();
        assert_eq!(got.join(" "), expected);
    }
}

#[test]
fn abbreviations_are_marked() {
    for (name, short) in [
        ("CA", true),
        ("Calif", false),
        ("Mass", true),
        ("US", true),
        ("Peru", false),
    ] {
        assert!(
            senses(name).iter().any(|s| s.short == short),
            "{name}: {:?}",
            senses(name)
        );
    }
}
