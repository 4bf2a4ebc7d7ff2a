use super::*;
use crate::domain::employer::Employer;
use crate::lint::Linter;
use std::sync::Arc;

const LACKING: &str = "# Bookkeeper

Location: Denver, Colorado

Larkspur Trading is hiring a bookkeeper who keeps a tidy ledger.

## Responsibilities

- Post invoices and reconcile two bank accounts.

## Requirements

- Two years at a ledger.

## How to apply

Send your resume to jobs@larkspur.example.
";

fn matrix(text: &str, settings: &Settings) -> Matrix {
    let mut reading = crate::document::read("posting.md", text.as_bytes());
    let document = reading.documents.swap_remove(0);
    let posting = crate::posting::find(Arc::new(document)).swap_remove(0);
    let matrix = Linter::builtin().matrix(&posting, settings);
    matrix.expect("it is a posting")
}

fn settings(headcount: Option<u32>) -> Settings {
    let mut settings = Settings::on("2026-11-22".parse().expect("a day"));
    settings.employer = Employer {
        headcount,
        ..Employer::default()
    };
    settings
}

fn row<'m>(matrix: &'m Matrix, code: &str) -> &'m Row {
    let mut rows = matrix.rows.iter();
    rows.find(|row| row.place.code() == code)
        .unwrap_or_else(|| panic!("there is a row of {code}"))
}

#[test]
fn a_place_answers_by_its_law_and_by_what_is_told() {
    for (code, headcount, expected) in [
        ("US-CO", Some(60), Answer::No),
        ("US-CO", None, Answer::No),
        ("US-WA", Some(60), Answer::No),
        ("US-WA", Some(14), Answer::Yes),
        ("US-WA", None, Answer::Depends),
        ("US-HI", Some(49), Answer::Yes),
        ("US-WY", None, Answer::Yes),
    ] {
        let matrix = matrix(LACKING, &settings(headcount));
        let row = row(&matrix, code);
        assert_eq!(row.answer, expected, "{code} with {headcount:?}: {row:#?}");
    }
}

#[test]
fn a_posting_s_own_places_are_marked_and_come_first() {
    let matrix = matrix(LACKING, &settings(Some(60)));
    let own: Vec<_> = matrix
        .rows
        .iter()
        .filter(|row| row.is_own)
        .map(|row| row.place.code())
        .collect();
    assert_eq!(own, ["US", "US-CO", "US-CO-DENVER"]);
    let states = matrix.rows.iter().filter(|row| row.level == Level::State);
    let first: Vec<_> = states.take(1).map(|row| row.place.code()).collect();
    assert_eq!(first, ["US-CO"]);
}

#[test]
fn a_city_repeats_what_stands_against_it_in_its_state() {
    let matrix = matrix(LACKING, &settings(Some(60)));
    let city = row(&matrix, "US-NY-NYC");
    assert_eq!(city.answer, Answer::No);
    assert_eq!(city.level, Level::City);
    let wider: Vec<_> = city.also.iter().map(Jurisdiction::code).collect();
    assert_eq!(wider, ["US-NY"]);
    assert!(
        city.asked.iter().all(|asked| asked.law == "us-ny-nyc"),
        "{city:#?}"
    );
}

#[test]
fn every_place_with_a_demand_on_the_day_has_a_row() {
    let rules = RuleSet::builtin().expect("a test holds the built-in rules sound");
    let day = "2026-11-22".parse().expect("a day");
    let matrix = matrix(LACKING, &settings(None));
    for law in &rules.laws {
        let Some(place) = &law.place else { continue };
        let asks = law.acts().iter().filter_map(|act| act.on(day));
        let asks = asks
            .into_iter()
            .any(|v| !v.demands.is_empty() || !v.forbids.is_empty());
        let has_row = matrix.rows.iter().any(|row| row.place == *place);
        assert_eq!(has_row, asks, "{}", law.id);
    }
}

#[test]
fn a_wording_that_a_wider_place_forbids_is_shown_there_alone() {
    let text = LACKING.replace("who keeps", "and wants men only who keep");
    let matrix = matrix(&text, &settings(Some(60)));
    let says = |code: &str| {
        let row = row(&matrix, code);
        let own = matrix.objections_of_its_own(row);
        let said = own.filter(|asked| asked.code == "gender-preference");
        (
            row.objections()
                .any(|asked| asked.code == "gender-preference"),
            said.count(),
        )
    };
    for (code, expected) in [
        ("US", (true, 1)),
        ("US-CO", (true, 0)),
        ("US-NY-NYC", (true, 0)),
    ] {
        assert_eq!(says(code), expected, "{code}");
    }
    // What is lacking there is still shown.
    let colorado = row(&matrix, "US-CO");
    let mut own = matrix.objections_of_its_own(colorado);
    assert!(own.any(|asked| asked.code == "pay-range"));
}

#[test]
fn a_wording_that_only_the_narrower_place_forbids_for_certain_stays_there() {
    // Ten are too few for the country, and enough for the state.
    let text = LACKING.replace("who keeps", "and wants men only who keep");
    let matrix = matrix(&text, &settings(Some(10)));
    let state = row(&matrix, "US-CO");
    let mut own = matrix.objections_of_its_own(state);
    assert!(own.any(|asked| asked.code == "gender-preference"));
}

#[test]
fn what_is_not_told_is_that_of_the_rows_that_are_left() {
    let not_told = |headcount: Option<u32>, code: Option<&str>| {
        let mut matrix = matrix(LACKING, &settings(headcount));
        let keeps = |row: &Row| code.is_none_or(|code| row.place.code() == code);
        matrix.rows.retain(keeps);
        let told = matrix.not_told();
        (told.headcount, told.headcount_there)
    };
    assert_eq!(not_told(None, Some("US-WA")), (true, false));
    assert_eq!(not_told(Some(60), Some("US-WA")), (false, false));
    assert_eq!(not_told(Some(60), Some("US-HI")), (false, true));
    assert_eq!(not_told(Some(60), None), (false, true));
}
