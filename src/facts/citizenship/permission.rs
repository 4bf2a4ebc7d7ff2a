//! Permission to work: whether it is asked for, and not offered or looked after.

use super::{Limit, is_bare};
use crate::facts::phrases::{Phrases, first, has, phrases};
use crate::facts::statement::window_before;

/// Permission to work.
pub(super) static WORK: &Phrases = phrases![
    "work authori*" "authorization to work" "authorisation to work" "authorized to work"
    "authorised to work" "authorized for employment" "employment authori*" "legally work"
    "legally able to work" "legal right to work" "eligible to work" "eligibility to work"
    "entitled to work" "legally permitted to work" "permitted to work" "right to work"
    "rights to work" "working rights" "work rights" "work permit*" "work visa*" "work eligib*"
    "employment eligib*" "arbeitserlaubnis" "aufenthaltserlaubnis" "aufenthaltstitel"
    "permis de travail" "autorisation de travail" "permiso de trabajo" "permiso de residencia"
    "werkvergunning" "verblijfsvergunning" "pozwolenie na pracę" "arbetstillstånd"
];

/// A sentence that asks for it, and where.
pub(super) fn asked(text: &str) -> Option<(Limit, usize)> {
    let at = first(text, WORK)?;
    let offered = has(
        text,
        phrases![
            "we sponsor" "we offer" "we provide" "we can help" "we will help" "we support"
            "support with" "help you" "sponsorship available" "sponsorship is available"
            "regardless of"
        ],
    ) && !has(text, phrases!["must" "required" "require"]);
    let task = has(
        window_before(text, at.start, 40),
        phrases!["manage" "process" "track" "verify" "coordinate" "handle" "collect"],
    );
    // What every employer sees to once somebody is hired.
    let seen_to = has(
        text,
        phrases!["i-9" "verify identity" "verify their identity" "proof of identity" "proof of their identity"],
    );
    // What law asks of every employer: "Employment is conditional upon the right to work".
    let by_law = has(
        text,
        phrases![
            "conditional upon" "conditional on" "contingent upon" "contingent on" "conditioned upon"
            "conditioned on"
        ],
    ) && !has(
        text,
        phrases!["must" "required" "require" "only" "sponsor*"],
    );
    let asked = has(
        text,
        phrases![
            "must" "require*" "need" "needs" "have" "has" "valid" "only" "proof" "be" "are" "hold" "holding"
            "possess" "legally" "unrestricted" "full" "eligible" "authorized" "authorised" "condition"
            "existing" "current" "entitled" "upon" "conditioned" "conditional" "erforderlich" "gültige"
            "vorausgesetzt" "valide" "vigente"
        ],
    );
    (!offered && !task && !seen_to && !by_law && (asked || is_bare(text)))
        .then_some((Limit::WorkAuthorization, at.start))
}
