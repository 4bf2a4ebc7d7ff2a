//! Applications that are taken as they come, until the position is filled.

use crate::facts::phrases::{find, first, has, phrases};
use crate::facts::statement::{window, window_before};
use std::ops::Range;

/// Where a sentence says so.
pub(super) fn rolling(text: &str, applying: bool) -> Option<Range<usize>> {
    basis(text, applying)
        .or_else(|| evergreen(text))
        .or_else(|| endless(text))
        .or_else(|| label(text))
        .or_else(|| as_received(text).filter(|_| applying))
        .or_else(|| until_filled(text))
}

/// "On a rolling basis".
fn basis(text: &str, applying: bool) -> Option<Range<usize>> {
    let basis = first(
        text,
        phrases![
            "rolling basis" "rolling applications" "rolling review" "ongoing basis" "on-going basis"
            "continuous basis" "continuously accept*" "open continuously" "remains posted"
            "applications accepted year-round"
        ],
    )?;
    let intake = has(
        window_before(text, basis.start, 70),
        phrases![
            "application*" "applicant*" "resume*" "candidat*" "interview*" "review*" "consider*"
            "posting" "posted" "hiring" "hire" "recruit*" "accept*" "intake" "open"
        ],
    );
    let work = has(
        window_before(text, basis.start, 40),
        phrases![
            "report*" "updat*" "maintain*" "monitor*" "train*" "support*" "deliver*" "feedback"
            "rights" "work" "working"
        ],
    );
    let alone = !text[..basis.start].contains(char::is_alphanumeric);
    // "Rolling review; no fixed deadline": nothing goes on that is reviewed.
    let closed = !text[basis.end..].starts_with([' ', '-']);
    // "Apply: crew@oak.example, rolling basis".
    let addressed = text.starts_with("apply") && text[..basis.start].contains([':', '@']);
    (((intake || addressed) && !work) || alone && (applying || closed)).then_some(basis)
}

/// "We are always hiring".
fn evergreen(text: &str) -> Option<Range<usize>> {
    first(
        text,
        phrases![
            "evergreen requisition" "evergreen posting" "evergreen position" "evergreen role"
            "evergreen job posting" "evergreen opening" "we hire continuously" "hire year-round"
            "hiring year-round" "we are always hiring" "we're always hiring"
            "always accepting applications" "always taking applications" "always accept applications"
            "take applications year-round" "accept applications year-round"
            "taking applications year-round" "accepting applications year-round"
            "open until we hire" "continuous recruitment" "recruitment is continuous"
        ],
    )
}

/// "Ongoing; no end date": a line of its own.
fn endless(text: &str) -> Option<Range<usize>> {
    first(text, phrases!["no end date" "no closing date"]).filter(|_| text.len() < 40)
}

/// "Deadline: rolling".
fn label(text: &str) -> Option<Range<usize>> {
    let label = first(
        text,
        phrases!["deadline" "closing date" "apply by" "deadline to apply"],
    )?;
    let behind = window(text, label.end, 24);
    let word = first(behind, phrases!["rolling" "ongoing" "open-ended" "none"])?;
    (label.start < 8).then_some(label.start..label.end + word.end)
}

/// "Applications are reviewed as they are received".
fn as_received(text: &str) -> Option<Range<usize>> {
    let received = first(
        text,
        phrases!["as they are received" "as they come in" "as they come" "as they arrive" "as received"
            "when they are received"],
    )?;
    let looks = phrases!["review*" "consider*" "screen*" "evaluat*" "assess*" "read"];
    has(window_before(text, received.start, 70), looks).then_some(received)
}

/// "Open until filled".
fn until_filled(text: &str) -> Option<Range<usize>> {
    let filled = first(
        text,
        phrases![
            "until filled" "is filled" "has been filled" "have been filled" "are filled"
            "gets filled" "find the right person" "find the right candidate" "seat is taken"
            "position is taken" "role is taken" "place is taken"
        ],
    )?;
    let before = window_before(text, filled.start, 70);
    let until = text[filled.clone()].starts_with("until")
        || has(
            before,
            phrases!["until" "till" "'til" "close when" "closes when"],
        );
    let start =
        find(before, "until").map_or(filled.start, |r| filled.start - before.len() + r.start);
    until.then_some(start.min(filled.start)..filled.end)
}
