use super::*;
use crate::facts::statement::testing::{read, read_markdown};

fn said(found: &[Found<Deadline>]) -> Vec<String> {
    let say = |d: &Found<Deadline>| match d.value.date {
        Some(date) => date.to_string(),
        None if d.value.rolling => "rolling".to_owned(),
        None => "?".to_owned(),
    };
    found.iter().map(say).collect()
}

#[test]
fn deadlines_are_read_in_many_phrasings() {
    let cases = [
        ("Apply by March 3, 2026.", "2026-03-03"),
        (
            "Application deadline: 17 September 2026, noon",
            "2026-09-17",
        ),
        ("Closing date 2026-05-31", "2026-05-31"),
        (
            "Applications close on May 31st, 2026 at 5 pm.",
            "2026-05-31",
        ),
        (
            "Please submit your resume no later than June 1, 2026.",
            "2026-06-01",
        ),
        (
            "The application window is expected to close on July 9, 2026.",
            "2026-07-09",
        ),
        ("Applications are accepted until 4 July 2026.", "2026-07-04"),
        (
            "Application window: January 5, 2026 to January 19, 2026",
            "2026-01-19",
        ),
        ("March 3, 2026 is the application deadline.", "2026-03-03"),
        (
            "Bitte bewerben Sie sich bis zum 3. März 2026.",
            "2026-03-03",
        ),
        ("Date limite de candidature : 3 mars 2026", "2026-03-03"),
        ("Apply by March 3.", "?"),
        ("Accepting applications until 12/31.", "?"),
        ("Open until 12/31", "?"),
        ("We accept applications through the end of the year.", "?"),
        ("Applications close mid-December.", "?"),
        ("Closing date: end of month", "?"),
        ("Please apply within two weeks.", "?"),
        ("Closing date: Friday", "?"),
        ("Apply by Friday at noon.", "?"),
        ("Applications close this Friday.", "?"),
        (
            "Call 303-555-0100 by December 20, 2026 to set up an interview.",
            "2026-12-20",
        ),
        ("Send your resume to hr@oak.example by 12/31.", "?"),
        ("Email hr@oak.example by 12/31.", "?"),
        ("Email Jo in the office at hr@oak.example by 12/31.", "?"),
        ("Send your contact details to hr@oak.example by 12/31.", "?"),
        ("Applications are accepted for two weeks.", "?"),
        ("Apply by 12-20-26.", "2026-12-20"),
        ("Apply at acme.com by 12/31.", "?"),
        ("Apply at our front desk by 12/31.", "?"),
        ("Apply at acme.com by December 31.", "?"),
        ("Apply in person until 12/31.", "?"),
        ("Apply in person by mid-December.", "?"),
        ("Call 303-555-0100 by December 20.", "?"),
        ("Applications accepted now through 12/31.", "?"),
        ("Apps due Dec 31.", "?"),
        ("Resumes due by COB 12/31.", "?"),
        ("Positions close 12/31.", "?"),
        ("Hiring until 12/31.", "?"),
        ("We will stop taking applications in mid-December.", "?"),
        ("Priority deadline: Dec 10.", "?"),
        ("Apply at acme.com by December 31, 2026.", "2026-12-31"),
        ("Apply: jobs@oak.example, rolling basis.", "rolling"),
        ("Always accepting applications.", "rolling"),
        ("Open until filled.", "rolling"),
        ("We review applications on a rolling basis.", "rolling"),
        (
            "Applications are accepted on an ongoing basis until the position is filled.",
            "rolling",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(said(&read::<Deadline>(text)), [expected], "{text}");
    }
}

#[test]
fn other_deadlines_and_days_are_none() {
    let cases = [
        "Works well under tight deadlines.",
        "Time sheets must be submitted by the end of the week.",
        "You process loan applications by the end of the month.",
        "The kitchen closes mid-December for two weeks.",
        "We answer within two weeks of your application.",
        "You complete your training within two weeks of hire.",
        "Please apply within.",
        "Apply the policy by December 31.",
        "Apply for grants by December 31.",
        "Apply now and start by 12/31.",
        "Apply today; you must be licensed by 12/31.",
        "You must be certified by 12/31.",
        "Call 303-555-0100 to RSVP by December 20.",
        "Call 303-555-0100 by December 20 to book a tour.",
        "Call 303-555-0100 by Friday to book a tour.",
        "Send time sheets to office@oak.example by 12/31.",
        "Send menus and swatches to office@oak.example by 12/31.",
        "The shop closes Friday at noon.",
        "Menus must be submitted by Friday.",
        "You apply labels by Friday.",
        "The project deadline is June 1, 2026.",
        "Applicants must be able to start no later than June 1, 2026.",
        "Reports are updated on an ongoing basis.",
        "There is no specific deadline.",
        "The bakery closes on December 24, 2026.",
        "Posted on March 3, 2026.",
        "You will work until June 1, 2026.",
        "Orders that have been filled are archived.",
    ];
    for text in cases {
        assert_eq!(
            said(&read::<Deadline>(text)),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn fields_give_deadlines_and_their_expiry_does_not() {
    let text = "---\ncloses: 2026-09-17\nvalidThrough: 2026-12-31\nexpires: 2026-12-30\n---\n\nBaker wanted.\n";
    let found = read_markdown::<Deadline>(text);
    assert_eq!(said(&found), ["2026-09-17"]);
    assert!(matches!(found[0].whence, super::super::Whence::Field(_)));
    let text = "---\ndeadline: open until filled\n---\n\nBaker wanted.\n";
    assert_eq!(said(&read_markdown::<Deadline>(text)), ["rolling"]);
}

#[test]
fn a_deadline_is_pointed_at_with_its_day() {
    let text = "Baker wanted. Apply by March 3, 2026 at noon.";
    let found = read::<Deadline>(text);
    assert_eq!(&text[found[0].at.range()], "Apply by March 3, 2026");
}
