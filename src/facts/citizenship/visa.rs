//! Visas: that none is sponsored, or that the holders of some are preferred.

use super::{Limit, is_bare};
use crate::facts::phrases::{first, has, phrases};
use crate::facts::statement::{window, window_before};

/// A sentence that says that no visa is sponsored, and where.
pub(super) fn none_sponsored(text: &str) -> Option<(Limit, usize)> {
    let at = no_sponsorship(text).or_else(|| no_support(text))?;
    Some((Limit::NoSponsorship, at))
}

/// A sentence that prefers or shuts out the holders of some visas, and where.
pub(super) fn preferred(text: &str) -> Option<(Limit, usize)> {
    let at = first(
        text,
        phrases!["h1b" "h-1b" "h1-b" "opt" "cpt" "opt/cpt" "cpt/opt" "visa"],
    )?;
    let judged = has(
        text,
        phrases![
            "no h1b" "no h-1b" "no opt" "no cpt" "preferred" "not considered" "only" "transfer*"
            "not accepted" "no visas" "no visa"
        ],
    );
    let of_holders = has(
        text,
        phrases!["h1b" "h-1b" "h1-b" "opt" "cpt" "visa holder*" "no visa*"],
    );
    let opting = has(
        text,
        phrases!["opt out" "opt in" "opt-in" "opt-out" "opt for" "to opt"],
    );
    (judged && of_holders && !opting).then_some((Limit::VisaPreference, at.start))
}

/// Where it is said that no visa is sponsored.
fn no_sponsorship(text: &str) -> Option<usize> {
    let at = first(
        text,
        phrases!["sponsor" "sponsors" "sponsored" "sponsoring" "sponsorship" "sponsorships"],
    )?;
    let immigration = has(
        text,
        phrases![
            "visa" "visas" "immigration" "employment" "h1b" "h-1b" "work" "position" "role" "candidate*"
            "applicant*" "relocation" "green card*" "future" "us" "u.s" "united states" "at this time"
        ],
    );
    let before = window_before(text, at.start, 90);
    let after = window(text, at.end, 60);
    let denied = has(
        before,
        phrases!["no" "not" "unable" "cannot" "without" "*n't" "never" "neither" "nor"],
    ) || has(
        after,
        phrases![
            "not available" "is not" "are not" "not offered" "not provided" "unavailable" "not be"
            "cannot" "not supported" "not eligible" "no"
        ],
    );
    let title = has(
        text,
        phrases![
            "our sponsors" "sponsors of" "sponsorship team" "sponsorship deals" "sponsorship sales"
            "sponsorship strateg*" "sponsored products" "sponsored content"
            "sponsorship opportunit*" "sponsor events" "event sponsor*" "project sponsor*"
            "executive sponsor*" "company-sponsored" "company sponsored" "employer-sponsored"
            "employer sponsored" "clinical" "sponsored research" "sponsored program*"
        ],
    );
    ((immigration || is_bare(text)) && denied && !title).then_some(at.start)
}

/// "Unable to support employees on H1B visas": the same without the word.
fn no_support(text: &str) -> Option<usize> {
    let refusal = first(
        text,
        phrases![
            "unable to support" "not able to support" "cannot support" "can't support" "can not support"
            "not support" "don't support" "unable to employ" "cannot employ" "unable to offer"
            "not able to offer" "cannot offer" "not offer" "unable to provide" "not provide"
        ],
    )?;
    let visas = phrases![
        "visa" "visas" "h1b" "h-1b" "h1-b" "h1bs" "h-1bs" "immigration sponsor*"
    ];
    let at = first(window(text, refusal.end, 60), visas)?;
    Some(refusal.end + at.start)
}
