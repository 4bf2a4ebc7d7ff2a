use super::*;

fn show(text: &str, setting: Setting) -> String {
    let read = read(text, setting);
    let mut out: Vec<String> = Vec::new();
    for place in &read.places {
        let first = place.senses[0];
        let what = match first {
            Means::City(city) => format!("{}/{}", city.name(), city.region),
            Means::Region(code) | Means::Country(code) => code.to_owned(),
            Means::County(county) => format!("{}/{}", county.name, county.region),
            Means::Metro(metro) => metro.name.to_owned(),
            Means::Area(area) => area.name.to_owned(),
        };
        let mark = match (place.remote, place.excluded) {
            (_, true) => "-",
            (true, false) => "~",
            (false, false) => "",
        };
        out.push(format!("{mark}{what}"));
    }
    out.join(" + ")
}

#[test]
fn fields_name_places_in_many_ways() {
    for (text, expected) in [
        (
            "San Francisco, CA, US; Palo Alto, CA, US; New York, NY, US",
            "San Francisco/US-CA + Palo Alto/US-CA + New York/US-NY",
        ),
        ("Remote,Warsaw, Poland", "~Warsaw/PL-14"),
        ("remote,Germany (Remote)", "~DE"),
        ("Remote, USA", "~US"),
        ("US Remote", "~US"),
        ("New York, NY (HQ)", "New York/US-NY"),
        ("SF/NY", "San Francisco/US-CA + US-NY"),
        ("Santa Clara,CA", "Santa Clara/US-CA"),
        ("Mountain View, CALIFORNIA", "Mountain View/US-CA"),
        ("US-CA-Fremont (1003)", "Fremont/US-CA"),
        ("US, CA, Santa Clara", "Santa Clara/US-CA"),
        ("United States, Washington, Redmond", "Redmond/US-WA"),
        (
            "Washington, District of Columbia, United States",
            "Washington/US-DC",
        ),
        (
            "Oregon, Washington, District of Columbia",
            "US-OR + US-WA + US-DC",
        ),
        (
            "Seattle, Washington; District of Columbia",
            "Seattle/US-WA + US-DC",
        ),
        ("Sao Paulo - Brazil", "São Paulo/BR-SP"),
        ("Canada - Toronto", "Toronto/CA-ON"),
        ("Bangalore, Karnataka, India", "Bengaluru/IN-KA"),
        ("Barcelona (Espanya)", "Barcelona/ES-CT"),
        ("Salzburg, Austria +4 more locations", "Salzburg/AT-5"),
        (
            "341 W 38th Street, Suite 801, New York, NY 10018",
            "New York/US-NY",
        ),
        ("London (EC2R 7HJ)", "London/GB-LND"),
        ("Paris et à Lyon", "Paris/FR-IDF + Lyon/FR-ARA"),
        ("Anywhere in the U.S. (remote)", "~US"),
        ("Virtual - Any State - USA", "~US"),
        ("San Francisco Bay Area", "San Francisco Bay Area"),
        ("Edinburgh, Scotland, UK", "Edinburgh/GB-SCT"),
        ("Sydney NSW", "Sydney/AU-NSW"),
        ("Toronto, ON M5V 2T6", "Toronto/CA-ON"),
        (
            "Miami, FL, US / Remote (New York, NY, US; São Paulo, SP, BR)",
            "Miami/US-FL + ~New York/US-NY + São Paulo/BR-SP",
        ),
        (
            "Washington, DC; Chicago, IL",
            "Washington/US-DC + Chicago/US-IL",
        ),
        ("Toronto, CA", "Toronto/CA-ON"),
        ("Fresno, CA", "Fresno/US-CA"),
        ("Fresno, Calif.", "Fresno/US-CA"),
        ("Boston, Mass.", "Boston/US-MA"),
        ("Bangalore, IN", "Bengaluru/IN-KA"),
        ("Tokyo, JP", "Tokyo/JP-13"),
        ("California, MO", "California/US-MO"),
        ("Remote (US or Canada)", "~US and Canada"),
        ("seattle, washington", "Seattle/US-WA"),
        ("Berlin or Munich", "Berlin/DE-BE + Munich/DE-BY"),
        ("Europe, Israel", "Europe + IL"),
        (
            "Rio de Janeiro, Rio de Janeiro, Brazil",
            "Rio de Janeiro/BR-RJ",
        ),
        ("Brooklyn, New York, NY", "Brooklyn/US-NY"),
        ("Los Angeles County, CA", "Los Angeles County/US-CA"),
        (
            "Anywhere in the US except CO and NY",
            "~US + -US-CO + -US-NY",
        ),
        ("Hamburg, Germany", "Hamburg/DE-HH"),
        ("Georgia, USA", "US-GA"),
        ("Singapore, Singapore", "Singapore/SG"),
        ("London, Ontario", "London/CA-ON"),
        ("England, United Kingdom", "GB-ENG"),
        ("Hybrid - London", "London/GB-LND"),
        ("Multiple locations", ""),
        ("Remote", ""),
        ("N/A", ""),
        ("", ""),
    ] {
        assert_eq!(show(text, Setting::Field), expected, "{text}");
    }
}

#[test]
fn lists_are_not_taken_for_places_in_places() {
    for (text, expected) in [
        (
            "San Francisco, Palo Alto, New York or Seattle offices.",
            "San Francisco/US-CA + Palo Alto/US-CA + New York/US-NY + Seattle/US-WA",
        ),
        (
            "Boston, New York, or Chicago",
            "Boston/US-MA + New York/US-NY + Chicago/US-IL",
        ),
        (
            "London, New York and Paris",
            "London/GB-LND + New York/US-NY + Paris/FR-IDF",
        ),
        ("the United States, Canada, Mexico", "US + CA + MX"),
        ("California, Nevada, or Oregon", "US-CA + US-NV + US-OR"),
        ("Rome, Georgia", "Rome/US-GA"),
        ("Lebanon, New Hampshire", "Lebanon/US-NH"),
        ("Paris, Texas", "Paris/US-TX"),
        (
            "our Santa Clara, CA headquarters, at our Seattle, WA office, or elsewhere",
            "Santa Clara/US-CA + Seattle/US-WA",
        ),
        ("CA or NY.", "US-CA + US-NY"),
    ] {
        let got = show(text, Setting::Prose);

        assert_eq!(got, expected, "{text}");
    }
}

#[test]
fn running_text_ends_the_reading() {
    for (text, expected) in [
        ("Berlin and we ship software to London", "Berlin/DE-BE"),
        ("Boston University", ""),
        ("1200 Washington Street in town", ""),
        ("us and we will help", ""),
        ("New York City Fair Chance Act", ""),
        ("agile teams", ""),
        ("Denver\nAustin", "Denver/US-CO"),
    ] {
        assert_eq!(show(text, Setting::Prose), expected, "{text}");
    }
}

#[test]
fn the_words_of_a_place_are_its_range() {
    let text = "Remote — São Paulo, Brazil (or nearby)";
    let read = read(text, Setting::Field);
    assert_eq!(&text[read.places[0].range.clone()], "São Paulo, Brazil");
}

proptest::proptest! {
    #[test]
    fn what_goes_on_with_a_small_word_names_nothing(
        text in "( ?(the|of|in|and|home|based|lower|48|all|states|but|not in|other|than|with|the \
            world|anywhere|remote|kitchen|co\\.|d'|\u{e9}t|,|-|:|\\(|\n| |12|Way|IA|Denver|Ohio)){0,12}",
    ) {
        if goes_on_with_small_word(&text) {
            let read = read_words(&text, Setting::Prose);
            proptest::prop_assert_eq!(read, super::read(&text, Setting::Prose));
        }
    }
}
