use super::*;
use crate::document;
use crate::facts::Facts;
use crate::posting::{self, Prose};
use proptest::prelude::*;
use std::sync::Arc;

fn facts(text: &str) -> Vec<(String, String)> {
    let reading = document::read("posting.txt", text.as_bytes());
    let mut found = Vec::new();
    for document in reading.documents {
        for posting in posting::find(Arc::new(document)) {
            let prose = Prose::of(&posting);
            for place in Facts::read(&prose).place {
                let words = posting.text[place.at.range()].to_owned();
                let value = place.value;
                let most = value.city.or(value.area).or(value.region).or(value.country);
                found.push((
                    format!("{} {}", value.role.name(), most.unwrap_or_default()),
                    words,
                ));
            }
        }
    }
    found
}

fn said(sentence: &str) -> String {
    let text = format!("Data Engineer\n\nAbout the role\n\n{sentence}\n");
    let found: Vec<String> = facts(&text).into_iter().map(|(what, _)| what).collect();
    found.join(", ")
}

#[test]
fn sentences_tie_places_to_the_job() {
    for (sentence, expected) in [
        (
            "This role is based out of our Seattle office.",
            "work Seattle",
        ),
        ("This position is located in Denver, CO.", "work Denver"),
        ("You will work on-site in Austin, Texas.", "work Austin"),
        (
            "The job can be done remotely from anywhere in Canada.",
            "remote_area CA",
        ),
        ("US based applicants only.", "remote_area US"),
        (
            "You must reside in California or Oregon.",
            "remote_area US-CA, remote_area US-OR",
        ),
        (
            "Roles are hybrid in San Francisco, New York or Seattle offices.",
            "work San Francisco, work New York, work Seattle",
        ),
        ("We are unable to hire in Colorado.", "excluded US-CO"),
    ] {
        assert_eq!(said(sentence), expected, "{sentence}");
    }
}

#[test]
fn other_places_are_not_the_jobs() {
    for sentence in [
        "We are a fintech company headquartered in Chicago with customers in London.",
        "Founded in Boston, we now have offices in Paris and Tokyo.",
        "You graduated from the University of Texas.",
        "Our founder Austin Paris met Georgia in Jordan.",
        "Pursuant to the San Francisco Fair Chance Ordinance, we consider all applicants.",
        "Working hours follow Eastern Time.",
        "You speak German and Polish.",
        "Join us and help our clients in the US market.",
    ] {
        let found = said(sentence);
        assert!(
            !found.contains("work ") && !found.contains("remote_area"),
            "{sentence}: {found}"
        );
    }
}

#[test]
fn a_pay_line_for_a_place_is_kept_apart() {
    let found =
        said("The salary range for candidates located in Colorado is $100,000 to $120,000.");
    assert_eq!(found, "other US-CO");
}

#[test]
fn the_place_is_its_words() {
    let text = "Cook\n\nLocation: Portland, Maine\n\nYou cook.\n";
    assert_eq!(
        facts(text),
        [("work Portland".to_owned(), "Portland, Maine".to_owned())]
    );
}

proptest! {
    #[test]
    fn no_text_is_too_strange(
        words in proptest::collection::vec(
            prop_oneof![
                Just("Location:"), Just("based in"), Just("remote"), Just("US only"), Just("Köln"), Just("📍"),
                Just("New York, NY"), Just("in our"), Just("office"), Just("("), Just("\n"), Just("\u{a0}"),
                Just("–"), Just("東京"), Just("3 days a week"), Just("hybrid"), Just("U.S."), Just("ß"), Just("."),
                Just("except CA"), Just("or"), Just("%"), Just("half of their time"),
            ],
            0..24,
        ),
        glue in prop_oneof![Just(" "), Just(""), Just("\n"), Just(", ")],
    ) {
        facts(&words.join(glue));
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,120}") {
        facts(&text);
        let read = expression::read(&text, expression::Setting::Field);
        for place in read.places {
            prop_assert!(text.get(place.range).is_some());
        }
    }
}
