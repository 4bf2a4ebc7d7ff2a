//! Citizens and residents: whether none but they are hired.

use super::permission::WORK;
use super::{Limit, is_bare};
use crate::facts::phrases::{Phrases, first, has, phrases};
use crate::facts::statement::window_before;

/// Whose citizenship may be asked for.
static CITIZEN: &Phrases = phrases![
    "u.s. citizen*" "us citizen*" "u.s citizen*" "usa citizen*" "united states citizen*"
    "american citizen*" "citizen of the" "citizens of the" "citizenship of the" "canadian citizen*"
    "british citizen*" "uk citizen*" "eu citizen*" "european citizen*" "australian citizen*"
    "new zealand citizen*" "swiss citizen*" "swiss nationals" "eu nationals" "uk nationals"
    "british nationals" "indian citizen*" "singapore citizen*" "singaporean*" "german citizen*"
    "french citizen*" "only citizens" "emiratis only" "nationals only" "citizens only" "citizen only" "citizens or nationals"
    "citizenship required" "citizenship is required" "citizenship requirement*"
    "verification of citizenship" "citizenship verification" "must be citizens" "must be a citizen"
    "usc only" "usc/gc" "gc/usc" "usc or gc" "usc and gc" "citizenship and residency"
    "citizenship _and_ residency" "citizenship *and* residency" "nationalité française"
    "deutsche staatsangehörigkeit" "nacionalidad española" "citizens or"
];

/// Residents beside citizens.
static RESIDENT: &Phrases = phrases![
    "green card*" "greencard*" "permanent resident*" "permanent residency" "lawful permanent*"
    "lawfully admitted" "refugee*" "asylee*" "asylum" "u.s. person" "u.s. persons" "us person"
    "us persons" "united states person*" "usc/gc" "gc/usc" "usc or gc" "usc and gc" "eu citizen*"
    "work-permit holders" "work permit*" "citizens or residents" "ec holders"
];

/// Words that make it a condition.
static CONDITION: &Phrases = phrases![
    "must" "only" "require*" "open to" "limited to" "restricted to" "exclusiv*" "need" "needs" "eligible"
    "eligibility" "solely" "shall" "has to" "have to" "who are" "able to hire" "consider" "obtain"
    "mandatory" "erforderlich" "voraussetzung" "exigée" "requise" "imprescindible"
];

/// A sentence about citizens, and where it speaks of them.
pub(super) fn citizens(text: &str) -> Option<(Limit, usize)> {
    let at = first(text, CITIZEN)?.start;
    let shut_out = has(
        text,
        phrases![
            "not able to hire" "unable to hire" "cannot hire" "citizenship and residency"
            "citizenship _and_ residency" "citizenship *and* residency"
        ],
    );
    let preferred = has(text, phrases!["preferred" "preference" "prefer"])
        && !has(text, phrases!["must" "only" "required"]);
    if shut_out || preferred {
        return Some((Limit::VisaPreference, at));
    }
    let served = has(
        window_before(text, at, 24),
        phrases!["help*" "serv*" "for" "protect*" "empower*" "millions of" "all"],
    ) && !has(text, phrases!["must" "only" "required" "open to"]);
    (!served && (has(text, CONDITION) || is_bare(text))).then(|| (who(text), at))
}

/// Who is hired beside citizens.
fn who(text: &str) -> Limit {
    let others = has(
        text,
        phrases![
            "work permit*" "valid visa" "authorized" "work authorization" "all visas"
            "lawful alien*" "legal alien*" "aliens lawfully" "lawful immigration"
        ],
    );
    let permitted = has(text, WORK)
        || has(
            text,
            phrases!["authorized" "visa" "visas" "h1b" "h-1b" "alien*"],
        );
    let citizens_only = has(text, phrases!["only u.s. citizen*" "only us citizen*"]);
    if others && permitted && !citizens_only {
        Limit::WorkAuthorization
    } else if has(text, RESIDENT) {
        Limit::CitizensOrResidents
    } else {
        Limit::CitizensOnly
    }
}

/// A sentence about residents alone, and where it speaks of them.
pub(super) fn residents(text: &str) -> Option<(Limit, usize)> {
    let at = first(
        text,
        phrases![
            "u.s. person" "u.s. persons" "us person" "us persons" "united states person*"
            "green card*" "greencard*" "permanent resident*" "permanent residency"
        ],
    )?;
    let asked = has(text, CONDITION) || is_bare(text);
    let offered = has(
        text,
        phrases!["sponsor" "we offer" "help you" "assist" "apply for"],
    );
    (asked && !offered).then_some((Limit::CitizensOrResidents, at.start))
}
