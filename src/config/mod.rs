//! What the user tells, from flags and `hirelint.yaml` → settings that cannot
//! be wrong. The first module that may look at the clock and the disk.

mod chain;
mod configs;
mod disk;
mod file;
mod layer;
mod paths;
mod settle;
mod shape;
mod suppressions;

pub use chain::Chain;
pub use configs::{Broken, Chosen, Configs, Held, NAME};
pub use disk::{bytes, reason};
pub use file::{File, Part};
pub use layer::{FileOrigin, Layer, Origin, Tree};
pub use paths::{Rooted, absolute, globs, relative, shown};
pub use settle::{Settled, settle};
pub use shape::{Configuration, Override, Threshold};
pub use suppressions::SuppressionEntry;

use crate::domain::date::Date;
use crate::domain::gazetteer;
use crate::domain::money::Amount;
use crate::domain::place::Jurisdiction;
use crate::lint;
use crate::rules::{Law, Phrases, RuleSet, nearest};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// Something that the user told and that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Mistake {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Mistake {
    /// A mistake with what to do about it.
    pub fn new(message: impl Into<String>, help: impl Into<Option<String>>) -> Self {
        Mistake {
            message: message.into(),
            help: help.into(),
        }
    }
}

/// Today, where the user is.
pub fn today() -> Date {
    let now = jiff::Timestamp::now();
    now.to_zoned(local_zone()).date()
}

/// The time zone of the system. Unless a variable names another it is read from
/// its file: to look its name up would walk the folders of all time zones.
fn local_zone() -> TimeZone {
    let read = || {
        let rules = std::fs::read("/etc/localtime").ok()?;
        TimeZone::tzif("local", &rules).ok()
    };
    let named = std::env::var_os("TZ").is_some();
    let own = if named { None } else { read() };
    own.unwrap_or_else(TimeZone::system)
}

/// A day as flags and files give it.
pub fn day(text: &str) -> Result<Date, Mistake> {
    text.trim().parse().map_err(|_| {
        Mistake::new(
            format!("`{text}` is no day"),
            "write it as year-month-day: 2026-01-31".to_owned(),
        )
    })
}

/// A length of time in days, as flags give it: `180`, `180d`, `26w`, `6m`, `1y`.
pub fn days(text: &str) -> Result<u32, Mistake> {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match text[digits.len()..].trim() {
        "" | "d" | "day" | "days" => Some(1),
        "w" | "week" | "weeks" => Some(7),
        "m" | "month" | "months" => Some(31),
        "y" | "year" | "years" => Some(366),
        _ => None,
    };
    let count = digits.trim().parse::<u32>().ok();
    let days = count
        .zip(unit)
        .and_then(|(count, unit)| count.checked_mul(unit));
    days.ok_or_else(|| {
        Mistake::new(
            format!("`{text}` is no length of time"),
            "write it as 180d, 26w, 6m or 1y".to_owned(),
        )
    })
}

/// A place as flags and files give it, by code or by name.
pub fn place(text: &str) -> Result<Jurisdiction, Mistake> {
    let mut meant = gazetteer::meant(text);
    match meant.len() {
        0 => Err(Mistake::new(
            format!("no place is known as `{text}`"),
            "give a code such as US-WA, or a name such as \"Seattle, WA\"".to_owned(),
        )),
        1 => Ok(meant.remove(0)),
        count => {
            // By their codes, but by their names where a code is what is doubtful.
            let doubtful = |m: &Jurisdiction| m.code().eq_ignore_ascii_case(text.trim());
            let named = meant.iter().any(doubtful);
            let plain = |m: &Jurisdiction| match named {
                true => gazetteer::name(m),
                false => m.code().to_owned(),
            };
            let some: Vec<String> = meant.iter().map(plain).take(4).collect();
            let more = if count > some.len() { ", …" } else { "" };
            Err(Mistake::new(
                format!("{count} places are known as `{text}`"),
                format!("say which: {}{more}", some.join(", ")),
            ))
        }
    }
}

/// How [`place`] takes a place without doubt: its code, or the name of a country whose
/// code is that of a state as well (`DE` is Germany and Delaware).
pub fn unmistakable(of: &Jurisdiction) -> String {
    match place(of.code()) {
        Ok(_) => of.code().to_owned(),
        Err(_) => gazetteer::name(of),
    }
}

/// A code as `--select` and `--ignore` take it: an element, a wording, a law,
/// or one problem of an element (`pay-range/open-ended`).
pub fn code(text: &str, rules: &RuleSet) -> Result<String, Mistake> {
    let text = text.trim();
    if rules.law(text).is_some() {
        return Ok(text.to_owned());
    }
    match lint::check_code(text, rules) {
        Ok(()) => Ok(text.to_owned()),
        Err(wrong) => Err(Mistake::new(wrong.message, wrong.help)),
    }
}

/// The id of an element, as `templates` takes it.
pub fn element(text: &str, rules: &RuleSet) -> Result<(), Mistake> {
    if rules.element(text).is_some() {
        return Ok(());
    }
    let elements = rules.elements.iter().map(|e| e.rule.element.as_str());
    let help = match nearest(text, elements) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`hirelint rules` lists all elements".to_owned(),
    };
    Err(Mistake::new(
        format!("no element has the id `{text}`"),
        help,
    ))
}

/// A figure that can be set of an element that there is.
pub fn parameter(
    element: &str,
    name: &str,
    value: f64,
    rules: &RuleSet,
) -> Result<Amount, Mistake> {
    let versions = rules.laws.iter().flat_map(Law::acts);
    let demands = versions
        .flat_map(|act| &act.versions)
        .flat_map(|v| &v.demands);
    let of_element = demands.filter(|d| rules.elements[d.element].rule.element == element);
    let known: BTreeSet<&str> = of_element
        .flat_map(|demand| demand.parameters.iter().map(String::as_str))
        .collect();
    if !known.contains(name) {
        let help = match (nearest(name, known.iter().copied()), known.is_empty()) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            (None, true) => "it has none; figures of law cannot be set".to_owned(),
            (None, false) => {
                let known: Vec<_> = known.into_iter().collect();
                format!("it has {}", known.join(", "))
            }
        };
        let message = format!("`{element}` has no parameter `{name}`");
        return Err(Mistake::new(message, help));
    }
    let amount = Amount::try_from(value).ok().filter(|_| value >= 0.0);
    amount.ok_or_else(|| {
        let help = "write it as 0.6 or 30".to_owned();
        Mistake::new(format!("`{name}` cannot be {value}"), help)
    })
}

/// Phrases that wordings shall leave alone.
pub fn allowed<T: AsRef<str>>(phrases: impl IntoIterator<Item = T>) -> Result<Phrases, Mistake> {
    let phrases: Vec<T> = phrases.into_iter().collect();
    for phrase in &phrases {
        let phrase = phrase.as_ref();
        if phrase.len() > Phrases::MOST_BYTES {
            let message = "this phrase is too long to be one";
            let help = format!("{} bytes are the most", Phrases::MOST_BYTES);
            return Err(Mistake::new(message, help));
        }
        if !phrase.contains(char::is_alphanumeric) {
            return Err(Mistake::new(
                format!("`{phrase}` holds no word"),
                "write the words that shall not be flagged: \"Rockstar Studio\"".to_owned(),
            ));
        }
    }
    Ok(Phrases::of(phrases))
}
