//! How sites and applicant tracking systems name the parts of a salary. It knows
//! names and no values.

use super::PayKind;
use crate::domain::money::Period;
use crate::facts::phrases::words;

/// The part that a field plays in a statement of pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Min,
    Max,
    /// One figure, or words.
    Value,
    Currency,
    Interval,
    /// A flag that the amounts are a guess of the board's.
    Guessed,
    /// What kind of pay it is.
    Kind,
}

/// The words of a path, small: `baseSalary.value.minValue`, `salary_min`.
pub(super) fn path_words(path: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut last_small = false;
    for c in path.chars() {
        let begins = !c.is_alphanumeric() || (c.is_uppercase() && last_small);
        if begins && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        last_small = c.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

pub(super) fn is_about_pay(words: &[String]) -> bool {
    const NAMES: &[&str] = words![
        "pay" "wage" "wages" "payrate" "payrange" "paymin" "paymax" "gehalt" "lohn" "vergutung"
        "salaire" "remuneration" "remuneracion" "wynagrodzenie" "rate" "ote" "stipend" "earnings" "comp"
    ];
    const STEMS: [&str; 4] = ["salar", "compens", "remunerat", "sueldo"];
    const OTHERS: &[&str] = words![
        "history" "display" "show" "visible" "hide" "hidden" "transparency" "rating" "expected"
        "expectation" "desired" "inr" "conversion" "grade" "benefits" "link" "url" "id" "uuid" "key"
        "slug" "hash" "reference" "title"
    ];
    let named = |w: &String| NAMES.contains(&w.as_str()) || STEMS.iter().any(|s| w.starts_with(s));
    words.iter().any(named) && !words.iter().any(|w| OTHERS.contains(&w.as_str()))
}

pub(super) fn part_word(word: &str) -> Option<Part> {
    Some(match word {
        "min" | "minimum" | "low" | "lower" | "lowest" | "from" | "start" | "floor"
        | "minvalue" | "bottom" => Part::Min,
        "max" | "maximum" | "high" | "upper" | "highest" | "to" | "end" | "ceiling"
        | "maxvalue" | "top" => Part::Max,
        "currency" | "currencycode" | "currencyid" => Part::Currency,
        "interval" | "period" | "unit" | "unittext" | "frequency" | "timeframe" | "frame"
        | "schedule" | "basis" => Part::Interval,
        "predicted" | "estimated" | "estimate" => Part::Guessed,
        "type" => Part::Kind,
        "value" | "amount" | "code" | "cents" | "text" | "time" | "range" => Part::Value,
        _ => return None,
    })
}

pub(super) fn part_of(own: &[String]) -> Part {
    let parts: Vec<Part> = own.iter().filter_map(|w| part_word(w)).collect();
    // `salary_currency`, `RemunerationRateIntervalCode`, `min_cents`.
    for part in [
        Part::Currency,
        Part::Interval,
        Part::Min,
        Part::Max,
        Part::Guessed,
        Part::Kind,
    ] {
        let flag = part != Part::Guessed || own.iter().any(|w| w == "is" || w == "predicted");
        if parts.contains(&part) && flag {
            return part;
        }
    }
    Part::Value
}

pub(super) fn kind_in(words: &[String]) -> Option<PayKind> {
    words.iter().find_map(|w| match w.as_str() {
        "bonus" | "variable" | "signing" | "incentive" => Some(PayKind::Bonus),
        "commission" => Some(PayKind::Commission),
        "equity" | "stock" | "shares" | "rsu" => Some(PayKind::Equity),
        "stipend" | "allowance" => Some(PayKind::Stipend),
        "ote" | "total" => Some(PayKind::Total),
        _ => None,
    })
}

/// The period that a field names: `YEAR`, `per-year-salary`, `1 YEAR`, `PA`.
pub(super) fn interval(value: &str) -> Option<Period> {
    let small = value.to_lowercase();
    let has = |piece: &str| small.contains(piece);
    let word = |name: &str| {
        small
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w == name)
    };
    if value.len() > 40 {
        return None;
    }
    let period = if has("hour") || has("stund") || has("heure") || word("hr") || word("ph") {
        Period::Hour
    } else if has("year")
        || has("annu")
        || has("jahr")
        || word("yr")
        || word("pa")
        || word("an")
        || word("py")
    {
        Period::Year
    } else if has("biweek") || has("bi-week") || has("fortnight") || has("semimonth") || word("bw")
    {
        return Some(Period::Other);
    } else if has("month")
        || has("monat")
        || word("mois")
        || word("pm")
        || word("mo")
        || word("mes")
    {
        Period::Month
    } else if has("week") || word("pw") || word("wk") {
        Period::Week
    } else if has("daily") || has("diem") || word("day") || word("days") || word("pd") {
        Period::Day
    } else if has("one-time") || has("project") || has("once") {
        Period::Project
    } else {
        return None;
    };
    Some(period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fields_fall_into_words() {
        for (path, words) in [
            ("baseSalary.value.minValue", "base salary value min value"),
            (
                "RemunerationRateIntervalCode",
                "remuneration rate interval code",
            ),
            (
                "pay_input_ranges.0.min_cents",
                "pay input ranges 0 min cents",
            ),
            ("currencyID", "currency id"),
        ] {
            assert_eq!(path_words(path).join(" "), words);
        }
    }

    #[test]
    fn intervals_are_read_in_the_spelling_of_each_system() {
        for (value, period) in [
            ("YEAR", Some(Period::Year)),
            ("per-year-salary", Some(Period::Year)),
            ("1 YEAR", Some(Period::Year)),
            ("annum", Some(Period::Year)),
            ("PA", Some(Period::Year)),
            ("PH", Some(Period::Hour)),
            ("per-hour-wage", Some(Period::Hour)),
            ("MONTH", Some(Period::Month)),
            ("annually", Some(Period::Year)),
            ("QuantitativeValue", None),
            ("Salary", None),
        ] {
            assert_eq!(interval(value), period, "{value}");
        }
        assert_eq!(interval("bi-weekly"), Some(Period::Other));
    }
}
