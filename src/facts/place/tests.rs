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
fn exceptions_take_states_out_and_leave_the_country_in() {
    for (sentence, expected) in [
        (
            "This role is remote in the US except Washington.",
            "remote_area US, excluded US-WA",
        ),
        (
            "Remote in the US, except Washington.",
            "remote_area US, excluded US-WA",
        ),
        (
            "The position is open to residents of all US states except Colorado.",
            "remote_area US, excluded US-CO",
        ),
        (
            "We hire candidates in all US states except Colorado and New York.",
            "remote_area US, excluded US-CO, excluded US-NY",
        ),
        (
            "You can work from anywhere in the US except CO, NY and WA.",
            "remote_area US, excluded US-CO, excluded US-NY, excluded US-WA",
        ),
        (
            "You can work from anywhere in the United States (excluding California, Hawaii, and Alaska).",
            "remote_area US, excluded US-CA, excluded US-HI, excluded US-AK",
        ),
        (
            "You can work from anywhere in the United States, with the exception of Colorado.",
            "remote_area US, excluded US-CO",
        ),
        (
            "You can work remotely in the US, other than in Colorado or New York.",
            "remote_area US, excluded US-CO, excluded US-NY",
        ),
        (
            "You can work from anywhere in the US, but not in Colorado.",
            "remote_area US, excluded US-CO",
        ),
        (
            "Location: Remote - US (except Colorado)",
            "remote_area US, excluded US-CO",
        ),
        (
            "You can work from anywhere in the US, including but not limited to Colorado.",
            "remote_area US",
        ),
        (
            "We do not hire in the US except California.",
            "remote_area US-CA",
        ),
    ] {
        assert_eq!(said(sentence), expected, "{sentence}");
    }
}

#[test]
fn where_the_superior_sits_is_not_where_the_work_is() {
    for sentence in [
        "Reports to our Chicago, Illinois office.",
        "This role reports to our Chicago, Illinois office.",
        "You will be reporting to the VP in Chicago.",
        "You report to the Head of Data, based in Chicago.",
        "The role reports to a manager based in Chicago.",
        "This position reports to the Director of Engineering, who is located in Chicago, Illinois.",
        "You will report to our team lead in Chicago.",
        "Reporting to the Plant Manager in our Chicago office, you run the line.",
        "You report directly to the VP of Sales in Chicago.",
        "Your manager is based in Chicago.",
        "Reports to: VP of Finance (Chicago, IL)",
    ] {
        assert_eq!(said(sentence), "reports_to Chicago", "{sentence}");
    }
}

#[test]
fn who_reports_to_an_office_in_person_works_there() {
    for sentence in [
        "You will report to the Denver office daily.",
        "You report to our Denver office three days a week.",
        "Employees report to our Denver, Colorado office 3 days per week.",
        "You must report to our Denver office every day.",
        "You report to work at our Denver office.",
        "You report in person to our Denver office.",
        "You report to the office in Denver each morning.",
        "You report to our CTO and work in our Denver office.",
        "You report to the CTO. This position is based in Denver.",
        "The role reports to the CTO and is based in Denver.",
    ] {
        assert_eq!(said(sentence), "work Denver", "{sentence}");
    }
}

#[test]
fn superior_and_job_sit_apart_in_one_sentence() {
    assert_eq!(
        said("Reporting to the VP in Chicago, this role is based in Denver."),
        "reports_to Chicago, work Denver"
    );
}

#[test]
fn a_line_that_begins_with_remote_and_a_country_is_a_location() {
    for (head, expected) in [
        ("Remote (United States)", "remote_area US"),
        ("Remote - US", "remote_area US"),
        ("Remote, USA", "remote_area US"),
        (
            "Remote (United States). We are a small team that builds tools for bakers and sells them to bakeries of every size, in every town.",
            "remote_area US",
        ),
        ("Remote - US. Full-time. You bake bread.", "remote_area US"),
        ("Remote, USA; we pay well, and on time.", "remote_area US"),
        (
            "Remote within Canada, full-time, reporting to nobody in particular.",
            "remote_area CA",
        ),
        ("Remote work is something our customers in Canada love.", ""),
        ("Remote sensing data from Canada come to us every day.", ""),
    ] {
        let text = format!("Data Engineer\n\n{head}\n\nYou bake bread.\n");
        let found: Vec<String> = facts(&text).into_iter().map(|(what, _)| what).collect();

        assert_eq!(found.join(", "), expected, "{head}");
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
