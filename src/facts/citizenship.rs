//! Conditions on citizenship, immigration status or permission to work. It
//! does not know which of them are lawful.

mod permission;
mod status;
mod visa;

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, first, has, phrases, without, words};
use super::statement;

/// A condition on citizenship, immigration status or permission to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citizenship {
    /// What is asked.
    pub kind: Limit,
    /// The posting gives a law, a clearance or a contract as the reason.
    pub law_reason: bool,
}

/// Kinds of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// Citizens (and nationals) only.
    CitizensOnly,
    /// Citizens and permanent residents, or "U.S. persons".
    CitizensOrResidents,
    /// Whoever may work in the country.
    WorkAuthorization,
    /// The employer does not sponsor visas.
    NoSponsorship,
    /// Holders of certain visas preferred or shut out.
    VisaPreference,
}

impl Limit {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Limit::CitizensOnly => "citizens_only",
            Limit::CitizensOrResidents => "citizens_or_residents",
            Limit::WorkAuthorization => "work_authorization",
            Limit::NoSponsorship => "no_sponsorship",
            Limit::VisaPreference => "visa_preference",
        }
    }
}

impl Fact for Citizenship {
    const ABOUT: &'static str =
        "a condition on citizenship, immigration status or permission to work";
    const CUES: &'static [&'static str] = words![
        "citizen" "citizens" "citizenship" "singaporean*" "emirati*" "nationals" "u.s. person" "u.s. persons" "us person" "us persons"
        "united states person*" "green card*" "greencard*" "permanent resident*" "permanent residency"
        "lawful resident*" "usc" "gc" "sponsor" "sponsors" "sponsored" "sponsoring" "sponsorship" "sponsorships"
        "visa" "visas" "h1b" "h-1b" "h1-b" "h1bs" "opt" "cpt" "work authori*" "authorization to work"
        "authorisation to work" "authorized to work" "authorised to work" "authorized for employment"
        "employment authori*" "legally work" "legally able to work" "eligible to work" "eligibility to work"
        "entitled to work" "permitted to work" "right to work" "rights to work" "working rights" "work rights"
        "work permit*" "work visa*" "legally permitted" "work eligib*" "employment eligib*"
        "staatsangehörigkeit" "staatsbürgerschaft" "arbeitserlaubnis" "aufenthaltserlaubnis" "aufenthaltstitel"
        "permis de travail" "autorisation de travail" "nationalité" "permiso de trabajo" "permiso de residencia"
        "nacionalidad" "werkvergunning" "verblijfsvergunning" "pozwolenie na pracę" "arbetstillstånd"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kind",
            kind: Kind::Choice(&[
                "citizens_only",
                "citizens_or_residents",
                "work_authorization",
                "no_sponsorship",
                "visa_preference",
            ]),
            about: "what is asked",
        },
        Attribute {
            name: "law_reason",
            kind: Kind::Flag,
            about: "a law, a security clearance or a government contract is given as the reason",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let mut found: Vec<Found<Self>> = Vec::new();
        for index in units.with(context.hits) {
            let text = units.text(index);
            if let Some((kind, start)) = judge(text) {
                let value = Citizenship {
                    kind,
                    law_reason: has(text, REASONS),
                };
                found.push(statement::found(context, value, units.tight(index, start)));
            }
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kind" => Value::text(Some(self.kind.name())),
            "law_reason" => Value::Flag(self.law_reason),
            _ => Value::Absent,
        }
    }
}

/// Reasons that a law, a clearance or a government contract gives.
static REASONS: &Phrases = phrases![
    "clearance*" "itar" "export control*" "export administration" "export law*" "federal law*"
    "federal contract*" "government contract*" "federal government" "law" "laws" "legal requirement*"
    "regulation*" "regulatory" "executive order*" "department of defense" "dod" "dept. of defense"
    "public trust" "security requirement*" "contract requirement*" "contractual" "sanction*" "statut*"
    "restrictions" "ear" "ts/sci" "secret" "agency policy"
];

/// Other uses of these words: posters, places of work, grounds in a list,
/// sponsors of events, offers to help.
static LOOK_ALIKES: &Phrases = phrases![
    "right to work poster*" "right to work notice*" "right to work from" "right to work remotely"
    "eligible to work from" "eligible to work remotely" "eligible to work overtime"
    "right to work state" "employment eligibility verification system"
    "employment eligibility verification form" "e-verify" "citizenship and immigration services"
    "citizenship status" "corporate citizen*" "global citizen*" "good citizen*" "senior citizen*"
    "digital citizen*" "citizen develop*" "citizen scien*" "citizen service*" "fiscally sponsored"
    "executive sponsor*" "work permit applications" "visa applications" "visa inc" "visa card*"
    "visa, mastercard" "visa and mastercard" "visa/mastercard"
];

/// What is asked, and where the sentence begins to ask it.
fn judge(text: &str) -> Option<(Limit, usize)> {
    if text.ends_with('?') || is_list_of_grounds(text) {
        return None;
    }
    let masked = without(text, LOOK_ALIKES);
    let text = masked.as_deref().unwrap_or(text);
    status::citizens(text)
        .or_else(|| status::residents(text))
        .or_else(|| visa::none_sponsored(text))
        .or_else(|| visa::preferred(text))
        .or_else(|| permission::asked(text))
}

/// True for a line that says little but what is asked.
fn is_bare(text: &str) -> bool {
    text.len() <= 70
}

/// "without regard to race, citizenship, …".
fn is_list_of_grounds(text: &str) -> bool {
    let list = first(
        text,
        phrases![
            "without regard" "regardless of" "discriminat*" "irrespective of" "on the basis of"
            "without consideration" "without attention"
        ],
    );
    list.is_some()
        && has(
            text,
            phrases!["race" "religion" "sexual orientation" "national origin" "age"],
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read;

    #[test]
    fn conditions_are_told_by_what_they_ask() {
        let cases = [
            ("Must be a U.S. citizen.", Limit::CitizensOnly, false),
            ("US Citizenship", Limit::CitizensOnly, false),
            (
                "Open to U.S. citizens or nationals only.",
                Limit::CitizensOnly,
                false,
            ),
            (
                "U.S. citizenship is required for a Secret clearance under a DoD contract.",
                Limit::CitizensOnly,
                true,
            ),
            (
                "US citizens or green card holders only",
                Limit::CitizensOrResidents,
                false,
            ),
            (
                "Under export control laws candidates must be U.S. persons.",
                Limit::CitizensOrResidents,
                true,
            ),
            (
                "Applicants must be authorized to work in the United States.",
                Limit::WorkAuthorization,
                false,
            ),
            (
                "All candidates require working rights in this country.",
                Limit::WorkAuthorization,
                false,
            ),
            (
                "Eine gültige Arbeitserlaubnis ist erforderlich.",
                Limit::WorkAuthorization,
                false,
            ),
            (
                "No visa sponsorship available.",
                Limit::NoSponsorship,
                false,
            ),
            (
                "We are unable to support employees on H1B visas.",
                Limit::NoSponsorship,
                false,
            ),
            (
                "We are unable to sponsor work visas at this time.",
                Limit::NoSponsorship,
                false,
            ),
            (
                "Must be authorized to work without sponsorship now or in the future.",
                Limit::NoSponsorship,
                false,
            ),
            ("H-1B transfers preferred", Limit::VisaPreference, false),
        ];
        for (text, kind, reason) in cases {
            let found = read::<Citizenship>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.kind, kind, "{text}");
            assert_eq!(found[0].value.law_reason, reason, "{text}");
        }
    }

    #[test]
    fn places_grounds_questions_and_offers_are_none() {
        let cases = [
            "US based applicants only",
            "We hire without regard to race, age or citizenship.",
            "Are you a US citizen?",
            "We build services that help citizens.",
            "We offer visa sponsorship.",
            "You will manage the sponsorship strategy of the club.",
            "You have the right to work from home.",
            "Secret clearance required.",
            "We accept Visa, Mastercard and cash.",
            "Customers may opt out only by mail.",
        ];
        for text in cases {
            assert_eq!(read::<Citizenship>(text), [], "{text}");
        }
    }
}
