//! Statements that people with a criminal record are considered. It does not
//! know where one is asked for.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, find, first, has, phrases, words};
use super::statement::{self, window, window_before};

/// A statement that qualified applicants with a criminal record are considered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FairChance {
    /// The laws that it names, by short plain names.
    pub laws: Vec<&'static str>,
    /// It promises to weigh each record by itself.
    pub assessment: bool,
}

impl Fact for FairChance {
    const ABOUT: &'static str =
        "a statement that qualified applicants with a criminal record are considered";
    const CUES: &'static [&'static str] = words![
        "fair chance" "fair-chance" "second chance" "second-chance" "arrest" "arrests" "conviction*"
        "criminal histor*" "criminal record*" "criminal background*" "convicted" "justice-involved"
        "justice-impacted" "justice impacted" "formerly incarcerated" "incarceration" "records of arrest*"
        "record of arrest*" "arrested" "article 49" "record does not" "record will not" "record won't"
        "record doesn't" "record is no" "record is not" "antecedentes penales" "antecedentes judiciales"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "laws",
            kind: Kind::List,
            about: "the fair-chance laws that it names: la_county, la_city, san_francisco, california, nyc, philadelphia, …",
        },
        Attribute {
            name: "assessment",
            kind: Kind::Flag,
            about: "it promises an individualized assessment",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let mut found: Vec<Found<Self>> = Vec::new();
        let mut last = None;
        for index in units.with(context.hits) {
            let text = units.text(index);
            let states = is_statement(text);
            // What follows on how a record is weighed belongs to the statement.
            let goes_on = last.is_some_and(|l| index == l + 1 && units.neighbours(l, index))
                && has(text, RECORD);
            if !states && !goes_on {
                continue;
            }
            let value = FairChance {
                laws: laws(text),
                assessment: has(text, ASSESSMENT),
            };
            match found.last_mut() {
                Some(before)
                    if last.is_some_and(|l| index == l + 1 && units.neighbours(l, index)) =>
                {
                    before.at = before.at.cover(units.get(index).span);
                    before.value.assessment |= value.assessment;
                    for law in value.laws {
                        if !before.value.laws.contains(&law) {
                            before.value.laws.push(law);
                        }
                    }
                }
                _ => found.push(statement::found(
                    context,
                    value,
                    units.tight(index, start(text)),
                )),
            }
            last = Some(index);
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "laws" => Value::names(&self.laws),
            "assessment" => Value::Flag(self.assessment),
            _ => Value::Absent,
        }
    }
}

/// A criminal record, by its names.
static RECORD: &Phrases = phrases![
    "arrest record*" "arrest or conviction*" "arrest and conviction*" "arrest and/or conviction*"
    "arrests" "arrest, conviction*" "conviction record*" "conviction histor*" "criminal histor*"
    "criminal record*" "criminal background*" "criminal conviction*" "prior conviction*"
    "convictions" "justice-involved" "justice-impacted" "justice impacted" "formerly incarcerated"
    "incarceration" "arrested or convicted" "arrested and convicted" "arrested and/or convicted"
    "records of arrest*" "record of arrest*" "antecedentes penales" "antecedentes judiciales"
];

/// The laws that are named in such statements. The first phrase that fits
/// decides between laws of one name.
static LAWS: &[(&str, &Phrases)] = &[
    (
        "los_angeles_county",
        phrases![
            "los angeles county fair chance*" "county of los angeles fair chance*"
            "county's fair chance*" "la county fair chance*" "l.a. county fair chance*"
            "la county's fair chance*"
        ],
    ),
    (
        "los_angeles",
        phrases![
            "city of los angeles fair chance*" "city of los angeles' fair chance*"
            "los angeles fair chance*" "fair chance initiative*" "los angeles city fair chance*"
            "city of la fair chance*" "la city fair chance*" "city of l.a. fair chance*"
        ],
    ),
    (
        "san_francisco",
        phrases![
            "san francisco fair chance*" "san francisco's fair chance*"
            "city and county of san francisco fair chance*"
            "article 49 of the san francisco police code" "san francisco police code article 49"
            "san francisco police code, article 49"
        ],
    ),
    (
        "san_diego_county",
        phrases!["san diego county fair chance*" "san diego fair chance*"],
    ),
    (
        "california",
        phrases!["california fair chance*" "california's fair chance*" "state fair chance act"],
    ),
    (
        "new_york_city",
        phrases![
            "new york city fair chance*" "nyc fair chance*" "new york city's fair chance*"
            "new york fair chance*"
        ],
    ),
    (
        "philadelphia",
        phrases![
            "fair criminal record screening standards*" "philadelphia's fair criminal*"
            "philadelphia fair criminal*"
        ],
    ),
    (
        "district_of_columbia",
        phrases!["fair criminal record screening amendment*"],
    ),
    (
        "seattle",
        phrases!["seattle fair chance*" "seattle's fair chance*"],
    ),
    (
        "washington",
        phrases![
            "washington fair chance*" "washington state fair chance*" "washington's fair chance*"
        ],
    ),
    (
        "austin",
        phrases!["austin fair chance*" "city of austin fair chance*"],
    ),
    ("maine", phrases!["maine fair chance*"]),
    ("new_jersey", phrases!["opportunity to compete act"]),
    ("hawaii", phrases!["hawaii fair chance*"]),
    ("cook_county", phrases!["cook county human rights*"]),
];

/// Promises to look at each record by itself.
static ASSESSMENT: &Phrases = phrases![
    "individualized assessment*" "individualised assessment*" "individual assessment*"
    "individualized review" "individualized basis" "case-by-case*" "case by case*" "material duties"
    "material job duties" "nature and gravity" "nature of the offense" "on an individual basis"
];

fn laws(text: &str) -> Vec<&'static str> {
    let mut found: Vec<(usize, &'static str)> = LAWS
        .iter()
        .filter_map(|(name, phrases)| first(text, phrases).map(|at| (at.start, *name)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

/// Where in the sentence it begins to speak of records.
fn start(text: &str) -> usize {
    first(text, RECORD)
        .into_iter()
        .chain(find(text, "fair chance*"))
        .map(|r| r.start)
        .min()
        .unwrap_or(0)
}

/// A record that shuts nobody out.
static NO_BAR: &Phrases = phrases![
    "record does not bar*" "record does not disqualify*" "record does not keep*" "record does not exclude*"
    "record does not automatically*" "record doesn't bar*" "record doesn't disqualify*"
    "record will not bar*" "record will not disqualify*" "record will not automatically*"
    "record won't bar*" "record won't disqualify*" "record is no bar*" "record is not a bar*"
    "record is not an automatic*"
];

fn is_statement(text: &str) -> bool {
    if has(
        text,
        phrases![
            "fair chance employer" "fair-chance employer" "second chance employer"
            "second-chance employer" "fair chance hiring" "fair chance workplace"
        ],
    ) {
        return true;
    }
    // "A record does not bar you": no word of crime is needed.
    if has(text, NO_BAR) && !has(text, phrases!["record label*" "medical record*"]) {
        return true;
    }
    let law = first(
        text,
        phrases![
            "fair chance ordinance*" "fair chance act*" "fair chance initiative*" "fair chance law*"
            "fair chance employment*" "fair chance in hiring*" "fair criminal record*"
            "fair chance hiring ordinance*" "article 49 of the san francisco police code"
            "san francisco police code article 49" "san francisco police code, article 49"
        ],
    );
    if law.is_some()
        && has(
            text,
            phrases![
                "consider*" "accordance" "consistent" "pursuant" "compl*" "applicant*" "candidate*"
            ],
        )
    {
        return true;
    }
    let Some(record) = first(text, RECORD) else {
        return false;
    };
    let people = has(
        text,
        phrases![
            "applicant*" "individual*" "application*" "qualified" "people" "person*" "everyone" "those"
            "job seeker*" "talent" "candidat*" "solicitante*" "postulante*" "aspirante*"
        ],
    );
    let considered = first(
        text,
        phrases![
            "consider" "considers" "considered" "considering" "consideration" "welcome*"
            "encourage*" "hires" "hire" "fair look" "consideramos" "consideraremos" "considerará*"
            "tendremos en cuenta" "bienvenid*" "contratamos"
        ],
    );
    let shut_out = has(
        text,
        phrases![
            "not be considered" "need not apply" "cannot be considered" "not eligible" "no criminal*"
            "ineligible" "sin antecedentes" "no tener antecedentes" "carecer de antecedentes"
            "certificado de antecedentes"
        ],
    );
    let open = has(
        text,
        phrases![
            "not automatically*" "not necessarily*" "not disqualif*" "not be disqualif*" "no descalifica*"
            "no excluye*" "no impide*" "no son impedimento" "no descartamos" "not be a bar" "not bar"
            "not exclude" "not an automatic*"
        ],
    );
    let before = window_before(text, record.start, 40);
    let regardless = first(
        before,
        phrases!["regardless of" "irrespective of" "in spite of" "despite" "with or without"],
    )
    .is_some_and(|at| !before[at.end..].contains(','));
    // In "without regard to race, …, or criminal history" it is one ground of many.
    let listed = first(
        text,
        phrases![
            "without regard" "discriminat*" "on the basis of" "regardless of race*" "based on race*"
        ],
    )
    .is_some_and(|at| at.start < record.start);
    let task = has(
        window(text, 0, 30),
        phrases!["experience" "knowledge" "review" "conduct" "run" "manage"],
    );
    !shut_out
        && !task
        && (open || regardless && people || people && considered.is_some() && !listed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read;

    #[test]
    fn statements_of_fair_chance_are_told_by_what_they_promise() {
        let cases = [
            "Qualified applicants with arrest or conviction records will be considered for employment.",
            "We also consider qualified applicants regardless of criminal histories, consistent with legal requirements.",
            "Pursuant to the San Francisco Fair Chance Ordinance, we will consider for employment qualified applicants with arrest and conviction records.",
            "We do not automatically disqualify applicants with criminal records.",
            "Oak Bakery is a fair chance employer.",
            "A record does not bar you from this work.",
            "Consideraremos a personas con antecedentes penales conforme a la ley.",
            "Los antecedentes penales no descalifican a nadie.",
            "All candidates are considered in accordance with the California Fair Chance Act.",
        ];
        for text in cases {
            assert_eq!(read::<FairChance>(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn checks_exclusions_and_grounds_in_a_list_are_none() {
        let cases = [
            "Everybody should have a fair chance to work.",
            "We do not discriminate because of race, age, religion or criminal history.",
            "A criminal background check is required.",
            "Applicants with criminal records will not be considered.",
            "Represents clients with arrest records in court.",
            "You speak with conviction.",
            "The record does not play without a needle.",
            "Se pide un certificado de antecedentes penales a cada candidato.",
        ];
        for text in cases {
            assert_eq!(read::<FairChance>(text), [], "{text}");
        }
    }

    #[test]
    fn laws_are_named_in_the_order_of_the_text() {
        let text = "Under the San Francisco Fair Chance Ordinance, the Los Angeles County Fair Chance Ordinance for Employers, \
            the City of Los Angeles Fair Chance Initiative and the California Fair Chance Act, applicants with records are considered. \
            We weigh criminal histories on a case-by-case basis.";
        let found = read::<FairChance>(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].value.laws,
            [
                "san_francisco",
                "los_angeles_county",
                "los_angeles",
                "california"
            ]
        );
        assert!(found[0].value.assessment);
        assert_eq!(found[0].at.range(), 0..text.len());
    }
}
