//! Pay beside the base pay: bonus, commission, equity, tips and the like. It
//! does not know which of them a law asks for.

mod phrases;

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::phrases::{find_from, first, has, phrases, without, words};
use super::statement::{self, Units, window, window_before};
use crate::text::bare;
use phrases::{COMPANY, LOOK_ALIKES, PLAIN};
use std::ops::Range;

/// A mention of pay beside the base pay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherCompensation {
    /// The kinds that are named, in text order: `bonus`, `commission`, `equity`, …
    pub kinds: Vec<&'static str>,
    /// The posting says that there is none.
    pub says_none: bool,
}

impl Fact for OtherCompensation {
    const ABOUT: &'static str =
        "pay beside the base pay: bonus, commission, equity, tips and the like";
    const CUES: &'static [&'static str] = words![
        "bonus*" "incentive*" "commission" "commissions" "equity" "stock" "rsu" "rsus" "esop" "esops" "espp"
        "vsop" "shares" "sign on" "share option*" "share scheme*" "share plan*" "ownership stake" "sign-on"
        "signing" "profit sharing" "profit-sharing" "profit share*" "gainsharing" "tips" "gratuit*" "tip pool*"
        "spiff" "spiffs" "longevity pay" "holiday pay" "perfect attendance" "overtime" "time and a half"
        "time-and-a-half" "shift differential*" "13th month" "13th cheque" "thirteenth cheque" "thirteenth salary" "other compensation" "other pay" "only pay"
        "only compensation" "patronage dividend*" "the profit*" "tronc" "kitchen fee" "service charge" "room and board"
        "room & board" "lodging" "housing" "kost und logis" "prämie*"
        "provision" "provisionen" "erfolgsbeteiligung*" "gewinnbeteiligung*" "mitarbeiterbeteiligung*"
        "aktienoption*" "weihnachtsgeld" "urlaubsgeld" "13. monatsgehalt" "13. gehalt" "trinkgeld*"
        "virtuelle anteile" "actionnariat*" "accionista" "acciones" "überstunden*" "prime" "primes" "13ème mois"
        "13e mois" "treizième mois" "intéressement" "participation aux bénéfices" "variable" "bspce"
        "bonificación" "bonificaciones" "comisiones" "comisión" "incentivos" "comissão" "comissões" "bônus"
        "participação nos lucros" "plr" "provisie" "winstdeling" "dertiende maand" "premia" "premie" "prowizj*"
        "provvigion*" "tredicesima"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kinds",
            kind: Kind::List,
            about: "what is named: bonus, commission, equity, signing_bonus, profit_sharing, tips, overtime, …",
        },
        Attribute {
            name: "says_none",
            kind: Kind::Flag,
            about: "the posting says that there is none",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let mut found: Vec<Found<Self>> = Vec::new();
        for field in posting.fields() {
            let value = posting.document.value(field).trim().to_lowercase();
            if let Some(kind) = of_field(&field.path, &value) {
                let value = OtherCompensation {
                    kinds: vec![kind],
                    says_none: false,
                };
                found.push(Found::in_field(value, field.value, field.origin));
            }
        }
        if context.hits.is_empty() {
            return found;
        }
        let units = context.units;
        for index in units.with(context.hits) {
            let span = units.get(index).span;
            if found.iter().any(|f| f.at.overlaps(span)) {
                continue;
            }
            if let Some((value, at)) = of_sentence(units, index) {
                found.push(statement::found(context, value, units.view(index, at)));
            }
        }
        found.sort_by_key(|f| f.at);
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kinds" => Value::names(&self.kinds),
            "says_none" => Value::Flag(self.says_none),
            _ => Value::Absent,
        }
    }
}

/// A kind of compensation that a field of its own holds.
fn of_field(path: &str, value: &str) -> Option<&'static str> {
    let name = fields::name(path);
    // A figure or a word; a sentence is read like all sentences.
    if value.len() > 40 {
        return None;
    }
    let empty = matches!(
        value,
        "" | "0" | "0.0" | "no" | "none" | "false" | "n/a" | "null" | "not stated" | "-"
    );
    let kind = match name.as_str() {
        "minequity" | "maxequity" | "equity" | "equitymin" | "equitymax" | "equitypercent"
        | "equityrange" => "equity",
        "bonus" | "bonuses" | "targetbonus" | "annualbonus" => "bonus",
        "commission" | "commissions" => "commission",
        "incentivecompensation" | "incentives" => "bonus",
        _ => return None,
    };
    (!empty).then_some(kind)
}

/// What one sentence names, and the place of it in the sentence.
fn of_sentence(units: &Units<'_>, index: usize) -> Option<(OtherCompensation, Range<usize>)> {
    let text = units.text(index);
    if let Some(at) = denied(text) {
        let value = OtherCompensation {
            kinds: Vec::new(),
            says_none: true,
        };
        return Some((value, at));
    }
    if let Some((kind, at)) = labelled(text) {
        let value = OtherCompensation {
            kinds: vec![kind],
            says_none: false,
        };
        return Some((value, at));
    }
    if let Some((kind, at)) = alone(units, index) {
        let value = OtherCompensation {
            kinds: vec![kind],
            says_none: false,
        };
        return Some((value, at));
    }
    let masked = without(text, LOOK_ALIKES);
    let text = masked.as_deref().unwrap_or(text);
    let offered = has(
        text,
        phrases![
            "we offer" "eligible" "you will" "you'll" "your" "receive" "offers" "package" "our"
            "compensation" "salary" "paid"
        ],
    );
    if units.is_about_the_work(index) && !offered {
        return None;
    }
    let mut named: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (kind, phrases) in PLAIN {
        let found = first(text, phrases).filter(|at| is_pay(text, kind, at));
        named.extend(found.map(|at| (at, *kind)));
    }
    for word in ["bonus", "equity", "commission"] {
        if !named.iter().any(|(_, kind)| *kind == word) {
            named.extend(accompanied(text, word).map(|at| (at, word)));
        }
    }
    // The bonus within "sign-on bonus" is no other bonus.
    let mut kept: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (at, kind) in named {
        if !kept
            .iter()
            .any(|(k, _)| k.start < at.end && at.start < k.end)
        {
            kept.push((at, kind));
        }
    }
    let mut named = kept;
    named.sort_by_key(|(at, _)| (at.start, at.end));
    let start = named.first()?.0.start;
    let end = named.iter().map(|(at, _)| at.end).max()?;
    let mut value = OtherCompensation::default();
    for (_, kind) in named {
        if !value.kinds.contains(&kind) {
            value.kinds.push(kind);
        }
    }
    let before = window_before(text, start, 60);
    let after = window(text, end, 40);
    value.says_none = before.ends_with("no ")
        || before.ends_with("no annual ")
        || has(
            before,
            phrases![
                "not eligible" "position does not include" "role does not include"
                "job does not include" "not offer" "does not come with" "without" "not receive"
                "not be eligible" "not provide" "ineligible" "not carry" "not entitled"
            ],
        )
        || has(
            after,
            phrases!["not available" "not offered" "none" "not applicable" "is not" "not included"],
        );
    Some((value, start..end))
}

/// "There is no other pay", "Other compensation: none", "the wage is the only compensation".
fn denied(text: &str) -> Option<Range<usize>> {
    // Who sends résumés unasked is owed none either.
    if has(
        text,
        phrases!["agency" "agencies" "recruiters" "third-party" "third party" "referral*"],
    ) {
        return None;
    }
    let named = first(
        text,
        phrases!["other compensation" "other pay" "other form of pay"],
    );
    let denied = named.filter(|at| {
        let before = window_before(text, at.start, 20).trim_end();
        let behind = text[at.end..].trim_start_matches([':', ' ', '-']);
        before.ends_with("no") || behind.starts_with("none") || behind.starts_with("n/a")
    });
    denied.or_else(|| {
        let only = first(text, phrases!["only compensation" "only pay"])?;
        let before = window_before(text, only.start, 40).trim_end();
        ["is the", "are the"]
            .iter()
            .any(|verb| before.ends_with(verb))
            .then_some(only)
    })
}

/// A label with a share or a word of consent: "Bonus: 25%", "Equity: Included".
fn labelled(text: &str) -> Option<(&'static str, Range<usize>)> {
    let (label, value) = text.split_once(':')?;
    let name = bare(label);
    let kind = match name {
        "bonus" | "annual bonus" | "target bonus" | "performance bonus" => "bonus",
        "equity" | "stock" | "stock options" => "equity",
        "commission" | "commissions" => "commission",
        _ => return None,
    };
    let given = value.contains('%')
        || value.trim_start().starts_with(|c: char| c.is_ascii_digit())
        || has(
            value,
            phrases!["included" "yes" "eligible" "available" "offered" "negotiable" "provided"],
        );
    let start = label.find(name)?;
    (given && value.len() <= 40).then_some((kind, start..start + name.len()))
}

/// A word of its own behind pay in the same line: "Comp: $120k-$140k. Equity."
fn alone(units: &Units<'_>, index: usize) -> Option<(&'static str, Range<usize>)> {
    let text = units.text(index);
    let word = bare(text);
    let kind = match word {
        "equity" | "stock" => "equity",
        "bonus" | "bonuses" => "bonus",
        "commission" | "commissions" => "commission",
        "tips" | "tips daily" => "tips",
        _ => return None,
    };
    let before = index
        .checked_sub(1)
        .filter(|b| units.same_block(*b, index))?;
    let start = text.find(word)?;
    let paid = units.text(before).contains(['$', '€', '£']);
    paid.then_some((kind, start..start + word.len()))
}

/// Words that are pay only in the company of other pay.
fn is_pay(text: &str, kind: &str, at: &Range<usize>) -> bool {
    let word = &text[at.clone()];
    match (kind, word) {
        ("equity", "stock" | "company stock")
        | ("tips", "tips" | "and tips" | "tips and" | "gratuity" | "gratuities")
        | ("bonus", "premie" | "premia" | "primes" | "incentivos")
        | (
            "commission",
            "provision" | "commission of" | "and commission" | "or commission" | "commission and"
            | "commissions",
        )
        | ("overtime", "overtime at") => in_company(text, at),
        _ => true,
    }
}

/// A bare word for it, in the company of pay.
fn accompanied(text: &str, word: &str) -> Option<Range<usize>> {
    let mut from = 0;
    for _ in 0..6 {
        let at = find_from(text, word, from)?;
        from = at.end;
        if in_company(text, &at) {
            return Some(at);
        }
    }
    None
}

fn in_company(text: &str, at: &Range<usize>) -> bool {
    let before = window_before(text, at.start, 60);
    let after = window(text, at.end, 60);
    before.trim_end().ends_with('+')
        || [before, after]
            .iter()
            .any(|near| has(near, COMPANY) || near.contains(['%', '$', '€', '£']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::{read, read_markdown};

    #[test]
    fn kinds_are_told_and_pointed_at() {
        let cases: &[(&str, &[&str], &str)] = &[
            (
                "You are eligible for an annual bonus and equity.",
                &["bonus", "equity"],
                "eligible for an annual bonus and equity",
            ),
            ("Salary plus commission", &["commission"], "plus commission"),
            ("$20 an hour + tips", &["tips"], "+ tips"),
            (
                "We pay a sign-on bonus of $2,000.",
                &["signing_bonus"],
                "sign-on bonus",
            ),
            ("RSUs and 401(k)", &["equity"], "RSUs"),
            (
                "Profit sharing after a year",
                &["profit_sharing"],
                "Profit sharing",
            ),
            (
                "Paid overtime at time and a half",
                &["overtime"],
                "Paid overtime",
            ),
            (
                "Salaire fixe et treizième mois",
                &["bonus"],
                "treizième mois",
            ),
        ];
        for (text, kinds, words) in cases {
            let found = read::<OtherCompensation>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.kinds, *kinds, "{text}");
            assert_eq!(&text[found[0].at.range()], *words, "{text}");
            assert!(!found[0].value.says_none, "{text}");
        }
    }

    #[test]
    fn the_same_words_for_other_things_are_none() {
        let cases = [
            "Bonus points if you bake at home.",
            "French is a bonus.",
            "Bonus: a second language",
            "We stand for diversity, equity and inclusion.",
            "Private equity analyst",
            "Filings with the Securities and Exchange Commission",
            "Commissioning engineer",
            "Tips and tricks for bakers",
            "Overtime may be required.",
            "Stock the shelves with bread.",
            "Review internal equity of pay bands.",
        ];
        for text in cases {
            assert_eq!(read::<OtherCompensation>(text), [], "{text}");
        }
    }

    #[test]
    fn a_denial_is_kept_as_such() {
        for text in [
            "There is no bonus on top of the salary.",
            "This role is not eligible for commissions or a bonus payment.",
        ] {
            let found = read::<OtherCompensation>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert!(found[0].value.says_none, "{text}");
        }
    }

    #[test]
    fn a_field_may_hold_it() {
        let text = "---\nbonus: 10%\nmax_equity: 0\n---\n\nBaker wanted.\n";
        let found = read_markdown::<OtherCompensation>(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].value.kinds, ["bonus"]);
    }
}
