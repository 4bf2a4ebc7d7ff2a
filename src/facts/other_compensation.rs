//! Pay beside the base pay: bonus, commission, equity, tips and the like. It
//! does not know which of them a law asks for.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::statement::{self, Units, find_from, has, window, window_before, words};
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
        "bonus" "bonuses" "commission" "commissions" "equity" "stock option*" "stock grant*" "stock award*" "stock unit*"
        "stock purchase*" "stock" "rsu" "rsus" "espp" "share options" "profit sharing" "profit-sharing" "tips" "gratuities"
        "sign-on" "incentive*" "ote" "overtime" "prime" "primes" "bono" "premia" "premie" "premii" "aandelen" "prämie*"
        "other compensation" "additional compensation" "13th month" "13e mois" "variable pay" "variable compensation"
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
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = Units::of(context.prose);
        let mut found = Vec::new();
        for index in units.with(context.hits) {
            let text = units.text(index);
            let at = units.tight(index, 0);
            if has(text, NONE) {
                let value = OtherCompensation {
                    kinds: Vec::new(),
                    says_none: true,
                };
                found.push(statement::found(context, value, at));
                continue;
            }
            let kinds = kinds(text);
            if !kinds.is_empty() {
                let value = OtherCompensation {
                    kinds,
                    says_none: false,
                };
                found.push(statement::found(context, value, at));
            }
        }
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

/// The kinds of pay that a sentence offers, in the order of [`KINDS`].
fn kinds(text: &str) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for kind in KINDS {
        let offered = kind.plain.iter().any(|p| {
            every(text, p).any(|at| {
                !has_before(text, &at, kind.not_after) && !has_after(text, &at, kind.not_before)
            })
        }) || kind
            .in_context
            .iter()
            .any(|p| every(text, p).any(|at| beside_pay(text, &at, kind)));
        if offered && !has(text, kind.never) {
            kinds.push(kind.name);
        }
    }
    kinds
}

/// True if a word of two meanings stands beside words of pay.
fn beside_pay(text: &str, at: &Range<usize>, kind: &KindOfPay) -> bool {
    !has_before(text, at, kind.not_after)
        && !has_after(text, at, kind.not_before)
        && (has(window_before(text, at.start, 90), PAY_WORDS)
            || has(window(text, at.end, 90), PAY_WORDS)
            || text.trim().len() <= at.len() + 12)
}

fn every<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = find_from(text, phrase, from)?;
        from = at.end;
        Some(at)
    })
}

fn has_before(text: &str, at: &Range<usize>, phrases: &[&str]) -> bool {
    let before = window_before(text, at.start, 40).trim_end_matches([' ', '-', ',', '&', '/']);
    phrases.iter().any(|p| before.ends_with(p))
}

fn has_after(text: &str, at: &Range<usize>, phrases: &[&str]) -> bool {
    let after = window(text, at.end, 40).trim_start_matches([' ', '-', ',', '&', '/', ':', '(']);
    phrases.iter().any(|p| after.starts_with(p))
}

/// One kind of pay, and the words that mean it.
struct KindOfPay {
    name: &'static str,
    /// Words that mean it wherever they stand.
    plain: &'static [&'static str],
    /// Words that mean it beside words of pay.
    in_context: &'static [&'static str],
    /// Not directly behind these.
    not_after: &'static [&'static str],
    /// Not directly before these.
    not_before: &'static [&'static str],
    /// Not in a sentence with these.
    never: &'static [&'static str],
}

const KINDS: &[KindOfPay] = &[
    KindOfPay {
        name: "bonus",
        plain: words!["bonus" "bonuses" "incentive pay" "incentive plan" "incentive compensation" "premia" "premii"
            "premie" "prime annuelle" "prämie*" "13th month" "13e mois" "variable pay" "variable compensation"],
        in_context: words!["incentive" "incentives" "primes" "prime" "bono"],
        not_after: words!["a big" "a huge" "as a" "is a" "be a" "a definite" "a real" "added" "tax" "an added" "a"],
        not_before: words!["points" "point" "if you" "skill" "qualification" "round" "material" "feature"],
        never: words!["nice to have" "is a bonus" "a bonus if" "would be a bonus" "considered a bonus" "bonus skills"
            "compensation analyst" "design bonus plans"],
    },
    KindOfPay {
        name: "signing_bonus",
        plain: words!["signing bonus" "sign-on bonus" "sign on bonus" "sign-on" "welcome bonus"],
        in_context: &[],
        not_after: &[],
        not_before: &[],
        never: &[],
    },
    KindOfPay {
        name: "commission",
        plain: words!["uncapped commission*" "commission structure" "commission plan" "sales commission*" "+ commission"
            "plus commission*" "ote"],
        in_context: words!["commission" "commissions"],
        not_after: words!["exchange" "european" "opportunity" "trade" "public service" "service" "the"],
        not_before: words!["on accreditation" "er" "of the" "for "],
        never: words!["securities and exchange" "equal employment opportunity commission" "european commission"
            "trade commission" "utilities commission" "communications commission"],
    },
    KindOfPay {
        name: "equity",
        plain: words!["stock option*" "stock grant*" "stock award*" "stock unit*" "rsu" "rsus" "share options"
            "equity package" "equity compensation" "equity grant*" "equity awards" "equity options" "meaningful equity"
            "equity stake" "equity in the company" "salary and equity" "+ equity" "employee equity" "aandelen"
            "stock purchase*" "espp" "company stock" "company equity"],
        in_context: words!["equity" "stock"],
        not_after: words!["diversity" "diversity and" "private" "pay" "health" "racial" "gender" "social" "brand"
            "inclusion" "inclusion and" "home" "in" "of" "long-short" "global" "internal"],
        not_before: words!["and inclusion" "inclusion" "& inclusion" "research" "analyst" "trading" "trader" "market"
            "derivatives" "belonging" "diversity" "financing" "partner" "fund" "exchange" "room" "photo" "take"],
        never: words!["diversity, equity" "equity, diversity" "inclusion" "equity derivatives"],
    },
    KindOfPay {
        name: "profit_sharing",
        plain: words!["profit sharing" "profit-sharing"],
        in_context: &[],
        not_after: &[],
        not_before: &[],
        never: &[],
    },
    KindOfPay {
        name: "tips",
        plain: words!["plus tips" "+ tips" "and tips" "cash tips" "gratuities"],
        in_context: words!["tips"],
        not_after: &[],
        not_before: words!["and tricks" "on " "for "],
        never: words!["tips and tricks"],
    },
    KindOfPay {
        name: "overtime",
        plain: words!["overtime pay" "paid overtime" "overtime premium"],
        in_context: &[],
        not_after: &[],
        not_before: &[],
        never: &[],
    },
];

/// Words beside which a word of two meanings is pay.
const PAY_WORDS: &[&str] = words![
    "salary" "pay" "paid" "base" "compensation" "bonus" "bonuses" "benefits" "equity" "commission" "ote" "earn*"
    "per hour" "an hour" "package" "competitive" "offer*" "rewards" "remuneration" "salaire" "hourly" "receive" "401k"
    "401(k)" "insurance" "perks" "vesting" "wynagrodzenie" "salario"
];

/// The posting says that nothing comes on top.
const NONE: &[&str] = words![
    "no other compensation" "no additional compensation" "not eligible for a bonus" "not eligible for bonus*"
    "no bonus" "no bonuses" "no commission" "not bonus eligible" "not eligible for any bonus"
    "not eligible for other compensation"
];

#[cfg(test)]
mod tests {
    use super::super::statement::testing::read;
    use super::*;

    #[test]
    fn pay_beside_the_base_pay_is_named_by_kind() {
        for (text, kinds) in [
            (
                "$58,000 per year, plus an annual performance bonus.",
                vec!["bonus"],
            ),
            (
                "Base salary of $80,000, commission on closed deals, and stock options.",
                vec!["commission", "equity"],
            ),
            ("We offer a competitive salary and equity.", vec!["equity"]),
            ("$12 per hour plus tips.", vec!["tips"]),
            (
                "A $2,000 sign-on bonus is paid after 90 days.",
                vec!["bonus", "signing_bonus"],
            ),
        ] {
            let found = read::<OtherCompensation>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.kinds, kinds, "{text}");
        }
    }

    #[test]
    fn the_same_words_mean_other_things_too() {
        for text in [
            "Bonus points if you know Rust.",
            "Knowledge of Spanish is a bonus.",
            "We care for diversity, equity and inclusion.",
            "Five years in private equity or consulting.",
            "Report to the Securities and Exchange Commission.",
            "Write tips and tricks for our help pages.",
        ] {
            assert!(read::<OtherCompensation>(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn saying_that_there_is_none_counts() {
        let found = read::<OtherCompensation>("No other compensation is offered.");
        assert!(found[0].value.says_none);
    }
}
