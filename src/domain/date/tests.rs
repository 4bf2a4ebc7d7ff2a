use super::*;

fn day(iso: &str) -> Date {
    iso.parse().expect("an ISO date")
}

/// The written dates of `text` with their days, read in `order`.
fn days(text: &str, order: Option<Order>) -> Vec<(&str, Option<Date>)> {
    find(text)
        .into_iter()
        .map(|m| (&text[m.range.clone()], m.when.day(order)))
        .collect()
}

#[test]
fn one_day_is_read_however_it_is_written() {
    for (text, written) in [
        ("posted 2026-05-18 in", "2026-05-18"),
        ("\"2026-05-18T09:00:00.000Z\"", "2026-05-18"),
        ("on 2026/05/18.", "2026/05/18"),
        ("by May 18, 2026, or", "May 18, 2026"),
        ("by May 18th 2026!", "May 18th 2026"),
        ("by MAY 18 2026", "MAY 18 2026"),
        ("by May. 18, 2026", "May. 18, 2026"),
        ("Mon, 18 May 2026 10:00:00 +0000", "18 May 2026"),
        ("the 18th of May, 2026", "18th of May, 2026"),
        ("18-May-2026", "18-May-2026"),
        ("am 18. Mai 2026 um", "18. Mai 2026"),
        ("am 18.05.2026", "18.05.2026"),
        ("am 18.5.2026.", "18.5.2026"),
        ("le 18 mai 2026", "18 mai 2026"),
        ("el 18 de mayo de 2026", "18 de mayo de 2026"),
        ("senast 18 maj 2026", "18 maj 2026"),
        ("do 18 maja 2026 r.", "18 maja 2026"),
        ("on 05/18/2026", "05/18/2026"),
        ("on 18/05/2026", "18/05/2026"),
        ("on 5/18/26", "5/18/26"),
        ("posted:2026-05-18", "2026-05-18"),
    ] {
        assert_eq!(
            days(text, None),
            [(written, Some(day("2026-05-18")))],
            "{text}"
        );
    }
}

#[test]
fn the_country_decides_which_figure_is_the_day() {
    let text = "Apply by 03/04/2026";
    let at = |order| days(text, order)[0].1;
    assert_eq!(at(None), None);
    assert_eq!(at(Order::of_country("US")), Some(day("2026-03-04")));
    assert_eq!(at(Order::of_country("GB")), Some(day("2026-04-03")));
    assert_eq!(at(Order::of_country("CA")), None);
    assert_eq!(days("by 04/04/2026", None)[0].1, Some(day("2026-04-04")));
}

#[test]
fn the_first_day_of_a_stretch_takes_the_year_of_the_last() {
    for (text, first) in [
        ("May 18 – August 7, 2026", "2026-05-18"),
        ("from 18 May to 7 August 2026", "2026-05-18"),
        ("December 1 - February 1, 2026", "2025-12-01"),
        ("May 18, 2026 - August 7, 2026", "2026-05-18"),
    ] {
        let found = days(text, None);
        assert_eq!(found.len(), 2, "{text}");
        assert_eq!(found[0].1, Some(day(first)), "{text}");
    }
    assert_eq!(days("May 18, then August 7, 2026", None)[0].1, None);
}

#[test]
fn a_day_without_a_year_is_the_next_one() {
    let from = day("2025-11-20");
    for (text, expected) in [
        ("by January 15", "2026-01-15"),
        ("by December 1st.", "2025-12-01"),
        ("by 20 November", "2025-11-20"),
        ("by Feb 29", "2028-02-29"),
    ] {
        let mention = first(text).expect(text);
        assert_eq!(
            mention.when.day_from(None, from),
            Some(day(expected)),
            "{text}"
        );
        assert_eq!(mention.when.day(None), None);
    }
}

#[test]
fn a_month_alone_is_a_month() {
    let mention = first("starting in September 2026").expect("a month");
    assert_eq!(
        mention.when,
        When::Month {
            year: 2026,
            month: 9
        }
    );
}

#[test]
fn figures_that_are_no_dates_are_left_alone() {
    for text in [
        "24/7/365 support",
        "you may 5 times",
        "version 8.2.14",
        "$2026-05-18",
        "1.07.455 and 00.01.716",
        "31/31/2026",
        "2026-13-01",
        "February 30, 2026",
        "in 2026",
        "401k, 12 weeks, 5 days",
        "order 12345-05-18",
        "10 march through",
        "January 50000",
        "May 5% rise",
        "555-1234-2026",
        "Mar 2,500 EUR",
        "ISO 9001:2015",
    ] {
        assert_eq!(days(text, None), [], "{text}");
    }
}

#[test]
fn counts_since_1970_are_days() {
    assert_eq!(from_epoch(1_779_105_600), Some(day("2026-05-18")));
    assert_eq!(from_epoch(1_779_105_600_000), Some(day("2026-05-18")));
    assert_eq!(from_epoch(60_578), None);
}

proptest::proptest! {
    #[test]
    fn any_text_is_searched_without_panic(text in "\\PC*|([0-9]{1,5}[-/. ,]?|May|de|mai |of |st|é| ){0,12}") {
        let mut end = 0;
        for mention in find(&text) {
            proptest::prop_assert!(mention.range.start >= end);
            proptest::prop_assert!(text.get(mention.range.clone()).is_some_and(|t| !t.is_empty()));
            end = mention.range.end;
        }
    }
}
