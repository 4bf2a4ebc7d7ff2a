//! Pay beside the base pay: bonus, commission, equity, tips and the like. It
//! does not know which of them a law asks for.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::phrases::{Phrases, find_from, first, has, phrases, without, words};
use super::statement::{self, Units, window, window_before};
use crate::text::bare;
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
        "time-and-a-half" "shift differential*" "13th month" "thirteenth salary" "other compensation" "prämie*"
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

/// Phrases that say by themselves what is paid.
static PLAIN: &[(&str, &Phrases)] = &[
    (
        "signing_bonus",
        phrases![
            "sign-on bonus*" "signing bonus*" "sign on bonus*" "sign-on payment*" "signing payment*"
            "sign-on" "sign on" "joining bonus*" "welcome bonus*"
        ],
    ),
    (
        "referral_bonus",
        phrases!["referral bonus*" "referral program bonus*"],
    ),
    ("retention_bonus", phrases!["retention bonus*"]),
    (
        "bonus",
        phrases![
            "bonuses" "annual bonus" "performance bonus" "performance-based bonus"
            "discretionary bonus" "yearly bonus" "quarterly bonus" "monthly bonus" "weekly bonus"
            "year-end bonus" "end-of-year bonus" "target bonus" "cash bonus" "company bonus"
            "individual bonus" "corporate bonus" "holiday bonus" "christmas bonus"
            "attendance bonus" "completion bonus" "merit bonus" "variable bonus" "incentive bonus"
            "production bonus" "sales bonus" "longevity pay" "perfect attendance" "attendance incentive*"
            "safety incentive*" "spot bonus" "success bonus" "bonus plan"
            "bonus program*" "bonus scheme*" "bonus structure*" "bonus potential"
            "bonus opportunit*" "bonus eligib*" "bonus-eligible" "bonus target" "bonus pay*"
            "bonus system" "bonusstru*" "bonus pool" "bonus amount" "bonus incentive*" "eligible for a bonus"
            "eligible for bonus" "eligible for an annual" "bonus of" "incentive pay"
            "incentive compensation" "incentive plan*" "incentive program*" "incentive bonus*"
            "incentive award*" "incentive package*" "cash incentive*" "short-term incentive*"
            "short term incentive*" "long-term incentive*" "long term incentive*"
            "annual incentive*" "sales incentive*" "performance incentive*"
            "performance-based incentive*" "variable pay" "variable compensation" "13th month"
            "thirteenth salary" "bonuszahlung*" "bonusprogramm*" "bonusregel*" "bonussystem*"
            "bonusvereinbarung*" "prämie" "prämien" "leistungsprämie*" "erfolgsprämie*"
            "weihnachtsgeld" "urlaubsgeld" "13. monatsgehalt" "13. gehalt" "13ème mois" "13e mois"
            "treizième mois" "primes" "prime annuelle" "prime de*" "prime sur*" "part variable"
            "salaire variable" "rémunération variable" "bonificación" "bonificaciones" "incentivos"
            "retribución variable" "bônus" "dertiende maand" "premia" "premie" "tredicesima"
        ],
    ),
    (
        "commission",
        phrases![
            "commissions" "spiff" "spiffs" "commission structure*" "commission plan*" "commission-based"
            "commission based" "commission rate*" "uncapped commission*" "sales commission*"
            "base + commission" "base plus commission" "plus commission" "+ commission"
            "commission earnings" "commission pay*" "commission only" "commission-only"
            "commission incentive*" "commission scheme*" "commission of" "commission split*"
            "and commission" "or commission" "commission and" "commission on" "% commission"
            "commission eligib*" "commission opportunit*" "earn commission" "provisionen"
            "provision" "comisiones" "comisión" "comissão" "comissões" "provisie" "prowizja"
            "prowizj*" "provvigion*"
        ],
    ),
    (
        "equity",
        phrases![
            "offers equity" "stock option*" "stock grant*" "stock award*" "stock unit*"
            "stock purchase*" "stock plan*" "stock program*" "stock participation" "stock-based"
            "stock package*" "stock compensation" "stock ownership" "company stock"
            "restricted stock" "employee stock" "rsu" "rsus" "esop" "esops" "espp" "vsop" "bspce"
            "share option*" "share scheme*" "share plan*" "share purchase*" "share incentive*"
            "company shares" "shares in the company" "phantom shares" "ownership stake"
            "equity plan*" "equity program*" "equity award*" "equity grant*" "equity stake*"
            "equity participation" "equity ownership" "equity package*" "equity compensation"
            "equity refresh*" "equity incentive*" "equity component*" "equity-based*"
            "equity upside" "equity share*" "equity eligib*" "equity opportunit*"
            "meaningful equity" "generous equity" "competitive equity" "significant equity"
            "equity in the company" "equity in our" "equity in the business" "early equity"
            "startup equity" "company equity" "employee equity" "plus equity"
            "+ equity" "& equity" "% equity" "stock" "aktienoption*" "mitarbeiterbeteiligung*"
            "virtuelle anteile" "unternehmensanteile" "actions gratuites" "actionnariat*"
            "convertirte en accionista" "plan de acciones"
        ],
    ),
    (
        "profit_sharing",
        phrases![
            "profit sharing" "profit-sharing" "profit share" "gainsharing" "gewinnbeteiligung*"
            "erfolgsbeteiligung*" "intéressement" "participation aux bénéfices"
            "participação nos lucros" "plr" "winstdeling" "reparto de utilidades"
        ],
    ),
    (
        "tips",
        phrases![
            "tip pool*" "plus tips" "+ tips" "and tips" "tips included" "including tips" "cash tips"
            "with tips" "tips and" "gratuity" "gratuities" "tips" "trinkgeld*"
        ],
    ),
    (
        "overtime",
        phrases![
            "holiday pay" "paid overtime" "overtime pay*" "overtime rate*" "overtime compensation"
            "overtime available" "overtime is available" "overtime opportunit*" "overtime is paid"
            "overtime paid" "overtime at time and" "overtime at" "eligible for overtime" "overtime eligible"
            "overtime-eligible" "overtime bonus*" "time and a half" "time-and-a-half"
            "überstunden werden bezahlt" "bezahlte überstunden" "überstundenvergütung"
        ],
    ),
    (
        "shift_differential",
        phrases!["shift differential*" "night differential*" "shift premium*" "shift allowance*"],
    ),
];

/// Phrases in which these words are no pay.
static LOOK_ALIKES: &Phrases = phrases![
    "bonus point*" "bonus if" "bonus skill*" "bonus qualification*" "bonus experience" "added bonus"
    "a bonus" "an added bonus" "huge bonus" "big bonus" "as bonus" "is bonus" "bonus for experience"
    "bonus for you" "bonus to have" "bonus if you" "bonus:" "pure bonus" "bonus round" "bonus-malus"
    "diversity, equity" "diversity & equity" "diversity and equity" "equity, diversity"
    "equity and diversity" "equity and inclusion" "equity & inclusion" "equity, inclusion"
    "equity, and inclusion" "equity and belonging" "equity, and belonging" "inclusion, equity"
    "equity, & inclusion" "justice, equity" "private equity" "public equity" "equity research*"
    "equity analyst*" "equity trad*" "equity options trad*" "equity options market*"
    "equity derivative*" "equity market*" "equity strateg*" "equity fund*" "equity portfolio*"
    "equity investor*" "equity investment*" "equity financing" "equity capital" "equity product*"
    "equity sales" "equity firm*" "equity-backed" "equity backed" "equity securit*"
    "equity long/short" "equity indices" "equity index" "equity swap*" "equity cash" "pay equity"
    "internal equity" "gender equity" "racial equity" "race equity" "health equity" "social equity"
    "brand equity" "home equity" "equity with other" "equity among" "champion equity"
    "competitiveness and equity" "fairness and equity" "equity and fairness" "equity in education"
    "education equity" "educational equity" "employment equity" "equity act" "equity group*"
    "equity-seeking" "equity deserving" "equity-deserving" "equity gap*" "equity lens"
    "equity initiative*" "internal pay equity" "stock exchange*" "stock market*" "stock room*"
    "stockroom*" "stock shelves" "stock control" "stock level*" "stock management" "stock trad*"
    "stock take*" "in stock" "out of stock" "rolling stock" "stock photo*" "takes stock"
    "take stock" "stock image*" "stock rotation" "stock count*" "stock replenish*" "stock price*"
    "stock ticker*" "safety stock" "stock keeping" "stock merchandise" "stock product*" "stock some"
    "stock the" "stock picking" "stock items" "stock inventory" "stock broker*" "stock and"
    "we stock" "card stock" "publicly traded stock" "exchange commission" "european commission"
    "utilities commission" "trade commission" "rights commission" "joint commission"
    "service commission" "planning commission" "opportunity commission" "county commission*"
    "communications commission" "electoral commission" "regulatory commission" "commission staff"
    "commission meeting*" "commission on accreditation" "commission on" "commission for"
    "commission new" "the commission" "this commission" "commission approv*" "commission-free"
    "out of commission" "higher education commission" "accrediting commission"
    "commission and configure" "commission and test" "commission and maintain" "art commission*"
    "commission report*" "tips and tricks" "tips & tricks" "tips for" "tips on" "interview tips"
    "safety tips" "helpful tips" "tips to" "resume tips" "finger tips" "top tips" "tips about"
    "exempt from overtime" "not eligible for overtime" "no overtime" "overtime as required"
    "overtime as needed" "overtime may be required" "overtime required" "incentive plan design"
    "tax incentive*" "variable compensation plans" "sales incentive compensation analyst"
    "without commission"
];

/// Pay in whose company a bare "bonus" or "equity" is pay too.
static COMPANY: &Phrases = phrases![
    "salary" "salaries" "base" "compensation" "pay" "paid" "wage*" "bonus" "bonuses" "equity"
    "stock" "options" "commission" "benefits" "package" "remuneration" "eligible" "ote"
    "total rewards" "grant*" "earn*" "annual*" "performance" "discretionary" "up to" "gehalt"
    "vergütung" "salaire" "rémunération" "salario" "salário" "salaris" "wynagrodzeni*"
];

/// What one sentence names, and the place of it in the sentence.
fn of_sentence(units: &Units<'_>, index: usize) -> Option<(OtherCompensation, Range<usize>)> {
    let text = units.text(index);
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
