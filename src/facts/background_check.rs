//! Mentions of checks into applicants' criminal past. It does not know where
//! mentioning one is forbidden.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, first, has, phrases, words};
use super::statement::{self, window, window_before};

/// A mention of a background check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackgroundCheck {
    /// People with a criminal record are shut out.
    pub exclusion: bool,
}

impl Fact for BackgroundCheck {
    const ABOUT: &'static str = "a mention of a background check on applicants";
    const CUES: &'static [&'static str] = words![
        "background check*" "background screen*" "background investigation*"
        "background verification*" "background inquir*" "background clearance" "criminal check*"
        "criminal background*" "criminal record*" "criminal histor*" "criminal conviction*"
        "police check*" "police record*" "police clearance" "police vetting" "dbs*"
        "disclosure and barring" "vulnerable sector" "live scan" "fingerprint*" "cori" "felon*"
        "convicted" "convictions" "clean record" "clean background" "führungszeugnis*"
        "casier judiciaire" "antecedentes" "niekaralno*" "vog" "belastningsregist*" "strafregister*"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "exclusion",
        kind: Kind::Flag,
        about: "people with a criminal record are shut out",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let mut found: Vec<Found<Self>> = Vec::new();
        for index in units.with(context.hits) {
            let text = units.text(index);
            let exclusion = first(text, EXCLUSIONS).filter(|at| {
                !has(
                    window_before(text, at.start, 30),
                    phrases!["driving" "traffic"],
                )
            });
            let check = first(text, CHECKS)
                .filter(|at| !has(text, PRODUCTS) && !is_task(window_before(text, at.start, 60)))
                .filter(|at| !is_denied(window_before(text, at.start, 20)));
            let Some(at) = exclusion.clone().or(check) else {
                continue;
            };
            let value = BackgroundCheck {
                exclusion: exclusion.is_some(),
            };
            found.push(statement::found(
                context,
                value,
                units.tight(index, at.start),
            ));
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "exclusion" => Value::Flag(self.exclusion),
            _ => Value::Absent,
        }
    }
}

/// Checks into the past.
static CHECKS: &Phrases = phrases![
    "background check*" "background screen*" "background investigation*" "background verification*"
    "background inquir*" "background clearance" "criminal check*" "criminal background check*"
    "criminal background screen*" "criminal background" "criminal record check*"
    "criminal records check*" "criminal history check*" "criminal history background"
    "criminal history search" "criminal history review" "criminal history screen*" "police check*"
    "police record check*" "police record*" "police clearance" "police vetting" "dbs check*"
    "enhanced dbs" "dbs clearance" "dbs disclosure" "disclosure and barring" "vulnerable sector"
    "live scan" "fingerprint clearance*" "fingerprint check*" "fingerprint-based*" "fingerprinting"
    "be fingerprinted" "cori check*" "cori" "führungszeugnis*" "casier judiciaire"
    "antecedentes penales" "niekaralności" "belastningsregister*" "strafregister*"
];

/// People with a record are shut out.
static EXCLUSIONS: &Phrases = phrases![
    "no felon*" "no criminal record*" "no criminal histor*" "no criminal background*"
    "no criminal conviction*" "no convictions" "no prior convictions" "no felony*" "no misdemeanor*"
    "felons need not apply" "felon need not apply" "clean criminal record*"
    "clean criminal background*" "clean criminal histor*" "clean background"
    "clear criminal record*" "clear criminal background*" "clean police record" "clean record"
    "spotless criminal*" "free of criminal*" "free of felony*" "free from criminal*"
    "without a criminal record" "without criminal record*" "without felony*" "without a felony*"
    "never been convicted" "not have been convicted" "must not have any convictions"
    "not have any criminal*" "not have a criminal*" "must not have a felony*" "not have any felony*"
    "convicted felons need not*" "records will not be considered" "criminal records will not*"
    "einwandfreies führungszeugnis" "casier judiciaire vierge" "sin antecedentes penales"
    "no tener antecedentes*" "strafregisterauszug ohne eintrag*"
];

/// The check as a thing that the employer makes or sells.
static PRODUCTS: &Phrases = phrases![
    "background check process*" "background check compan*" "background check industry"
    "background check product*" "background check platform*" "background check service*"
    "background check provider*" "background screening compan*" "background screening industry"
    "background screening provider*" "background screening product*" "background check api"
    "background check software" "automate background check*" "automates background check*"
    "automating background check*" "automated background check*" "our customers" "our clients" "fingerprint reader*"
    "fingerprint sensor*" "device fingerprint*" "browser fingerprint*"
];

/// True if the words before a check say that there is none.
fn is_denied(before: &str) -> bool {
    let no = before.trim_end().rsplit(' ').next() == Some("no");
    no || has(
        before,
        phrases!["do not" "don't" "does not" "doesn't" "never"],
    )
}

/// True if the words before a check make it the work itself.
fn is_task(before: &str) -> bool {
    has(
        before,
        phrases![
            "manage" "manages" "managing" "coordinate*" "conduct" "conducts" "conducting" "process"
            "processing" "oversee*" "administer*" "perform" "performs" "run" "runs" "running"
            "initiate*" "facilitate*" "handle" "track*" "including reference and" "experience with"
        ],
    ) && !has(before, phrases!["we" "will be" "may" "employer" "company"])
        && window(before, 0, before.len()).len() < 61
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read;

    #[test]
    fn mentions_of_checks_and_exclusions_are_told_apart() {
        let cases = [
            ("A background check is required.", false),
            (
                "Offers are contingent on a criminal background check.",
                false,
            ),
            ("Ein Führungszeugnis ist vorzulegen.", false),
            ("We may obtain background screening reports.", false),
            ("Must have a clean criminal record.", true),
            ("No felonies.", true),
            ("Felons need not apply.", true),
            ("Casier judiciaire vierge exigé.", true),
        ];
        for (text, exclusion) in cases {
            let found = read::<BackgroundCheck>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.exclusion, exclusion, "{text}");
        }
    }

    #[test]
    fn products_tasks_and_driving_records_are_none() {
        let cases = [
            "We modernize the background check process of many firms.",
            "Manage background checks for all new hires.",
            "Clean driving record.",
            "You have a background in checking code.",
            "Builds fingerprint sensors.",
            "Qualified applicants with criminal histories are considered.",
        ];
        for text in cases {
            assert_eq!(read::<BackgroundCheck>(text), [], "{text}");
        }
    }
}
