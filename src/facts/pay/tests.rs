//! Pay as postings write it, by class of difficulty.

use super::*;
use crate::document::{self, Reading};
use crate::facts::place::{Place, PlaceRole};
use crate::posting;
use crate::text::Scanner;
use std::sync::{Arc, LazyLock};

static SCANNER: LazyLock<Scanner> = LazyLock::new(|| Scanner::new([words::CUES]));

/// Reads the pay of a file, as posted in the countries `places`.
fn read_file(name: &str, file: &str, places: &[&str]) -> Vec<(Pay, String, Whence)> {
    let Reading { documents, .. } = document::read(name, file.as_bytes());
    let mut all = Vec::new();
    for document in documents {
        for posting in posting::find(Arc::new(document)) {
            let prose = Prose::of(&posting);
            let facts = Facts {
                place: places.iter().map(|country| work_in(country)).collect(),
                ..Facts::default()
            };
            let hits = SCANNER.scan(&prose.folded);
            let found = Pay::read(&Context {
                prose: &prose,
                hits: hits.of(0),
                facts: &facts,
            });
            for pay in found {
                let words = posting.document.words(pay.at).to_owned();
                all.push((pay.value, words, pay.whence));
            }
        }
    }
    all
}

fn work_in(country: &str) -> Found<Place> {
    let place = Place {
        city: None,
        region: None,
        country: Some(country.to_owned()),
        jurisdictions: Vec::new(),
        area: None,
        role: PlaceRole::Work,
    };
    Found::in_text(place, Span::new(0, 0))
}

fn read(text: &str) -> Vec<(Pay, String, Whence)> {
    read_file("posting.txt", text, &["US"])
}

/// `min-max CUR period form kind`, as far as said.
fn show(pay: &Pay) -> String {
    let amount = |a: Option<Amount>| a.map_or("…".to_owned(), |a| a.normalize().to_string());
    format!(
        "{}-{} {} {} {} {}{}",
        amount(pay.min),
        amount(pay.max),
        pay.currency.map_or("?".to_owned(), |c| c.code().to_owned()),
        pay.period.map_or("?", Period::name),
        pay.form.name(),
        pay.kind.name(),
        if pay.disclosure {
            ""
        } else {
            " (no disclosure)"
        },
    )
}

/// Checks that `text` states exactly `pay`, each as its words and what they mean.
#[track_caller]
fn states(text: &str, pay: &[(&str, &str)]) {
    let found: Vec<(String, String)> = read(text)
        .iter()
        .map(|(pay, words, _)| (words.clone(), show(pay)))
        .collect();
    let wanted: Vec<(String, String)> = pay
        .iter()
        .map(|(words, meaning)| ((*words).to_owned(), (*meaning).to_owned()))
        .collect();
    assert_eq!(found, wanted, "in {text:?}");
}

#[test]
fn a_figure_is_read_with_its_period_and_nothing_else() {
    for (text, words, meaning) in [
        (
            "The salary for this position is $11,000 monthly.",
            "$11,000 monthly",
            "11000-11000 USD month single base",
        ),
        ("Pay: $45/hr", "$45/hr", "45-45 USD hour single base"),
        (
            "Salary: $120K-150K plus benefits.",
            "$120K-150K",
            "120000-150000 USD year range base",
        ),
        (
            "We pay 120–150k USD.",
            "120–150k USD",
            "120000-150000 USD year range base",
        ),
        (
            "USD 85,000.00 - 120,000.00 Annually",
            "USD 85,000.00 - 120,000.00 Annually",
            "85000-120000 USD year range base",
        ),
        (
            "Cook, $22.50–$26/hr, evenings",
            "$22.50–$26/hr",
            "22.5-26 USD hour range base",
        ),
        (
            "You earn $18.00 to $21.50 per hour.",
            "$18.00 to $21.50 per hour",
            "18-21.5 USD hour range base",
        ),
        (
            "Day rates of £400-£450/day inside IR35",
            "£400-£450/day",
            "400-450 GBP day range base",
        ),
        (
            "Salary between $90k and $110k.",
            "between $90k and $110k",
            "90000-110000 USD year range base",
        ),
    ] {
        states(text, &[(words, meaning)]);
    }
}

#[test]
fn an_open_end_stays_open() {
    for (text, words, meaning) in [
        (
            "Salary up to $80k.",
            "up to $80k",
            "…-80000 USD year up_to base",
        ),
        (
            "Salary from £25,000",
            "from £25,000",
            "25000-… GBP year starting_at base",
        ),
        (
            "Salary: $100k+",
            "$100k+",
            "100000-… USD year starting_at base",
        ),
        (
            "Pay: minimum $20/hr",
            "minimum $20/hr",
            "20-… USD hour starting_at base",
        ),
        (
            "Pay: $20 per hour and up",
            "$20 per hour and up",
            "20-… USD hour starting_at base",
        ),
        (
            "Starting at $25+/HR",
            "Starting at $25+/HR",
            "25-… USD hour starting_at base",
        ),
        (
            "The maximum salary for this grade is $98,000.",
            "$98,000",
            "…-98000 USD year up_to base",
        ),
    ] {
        states(text, &[(words, meaning)]);
    }
}

#[test]
fn money_that_is_not_pay_is_no_disclosure() {
    for text in [
        "We raised $40M Series B and manage a $2B fund.",
        "401(k) with 4% match. Our 401k matches up to $5,000.",
        "You own an annual budget of $500,000 to $750,000.",
        "Customers saved $120,000 to $150,000 last year.",
        "A $5,000 signing bonus and a $500 referral bonus.",
        "Home office stipend: a one-time $750.",
        "Up to $1,500 per year towards wellness and development.",
        "Founded in 2019, 2,500 people, open 24/7, call (555) 123-4567.",
        "Revenue of $5 million, 50% growth, quota of $1,200,000 per year.",
        "Fines of up to $10,000 per violation.",
        "We process payments of $250,000 - $300,000 for clients.",
        "Life insurance of $50,000.",
        "Minimum wage in the state is $15.00 per hour.",
        "Tuition assistance of $5,250 per year.",
        "Experience: 5-7 years. 40 hours per week. 2024-2026.",
    ] {
        let found = read(text);
        let disclosed: Vec<_> = found.iter().filter(|f| f.0.disclosure).collect();
        assert!(disclosed.is_empty(), "{text:?}: {disclosed:?}");
    }
}
