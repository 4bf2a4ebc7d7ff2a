//! Lines of a page that are known by their shape and not by a phrase.

use super::Furniture;
use super::lines::Line;

/// The kind of furniture that a line is by its shape alone.
pub(super) fn furniture(line: &Line<'_>) -> Option<Furniture> {
    if !line.is_short() {
        return None;
    }
    let key = line.key.as_str();
    if posted_ago(key) && line.words(6) <= 5 {
        return Some(Furniture::OtherJobs);
    }
    if copyright(line.text) {
        return Some(Furniture::Navigation);
    }
    if aggregator_estimate(line.text) {
        return Some(Furniture::PayEstimate);
    }
    if key.starts_with("badge ") && key.matches("badge ").count() >= 2 {
        return Some(Furniture::BoardProfile);
    }
    job_count(key).then_some(Furniture::OtherJobs)
}

/// "Posted 7 hours ago", "3 days ago", "Reposted 2 weeks ago", "30+ days ago".
pub(super) fn posted_ago(key: &str) -> bool {
    let Some(rest) = key.strip_suffix(" ago") else {
        return false;
    };
    let mut words = rest.split(' ').rev();
    let unit = words.next().unwrap_or("");
    let number = words.next().unwrap_or("");
    let leading = words.next();
    let unit = matches!(
        unit.trim_end_matches('s'),
        "minute" | "min" | "hour" | "hr" | "day" | "week" | "month" | "year"
    );
    let number = number.starts_with(|c: char| c.is_ascii_digit())
        || matches!(number, "a" | "an" | "one")
        || (unit && rest.split(' ').count() == 1);
    unit && number
        && leading.is_none_or(|w| {
            matches!(
                w,
                "posted" | "reposted" | "updated" | "over" | "about" | "active"
            )
        })
}

/// "17 jobs", "1,234 open positions".
fn job_count(key: &str) -> bool {
    let mut words = key.split(' ');
    let number = words.next().unwrap_or("");
    if number.is_empty()
        || !number
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '+')
    {
        return false;
    }
    let rest: Vec<&str> = words.take(4).collect();
    matches!(
        rest.as_slice(),
        ["jobs"] | ["open", "jobs"] | ["job", "openings"] | ["openings"]
    )
}

/// "© 2026 Example Board", "(c) 2026", "Copyright © …".
fn copyright(text: &str) -> bool {
    let rest = text
        .strip_prefix('©')
        .or_else(|| text.strip_prefix("(c) "))
        .or_else(|| text.strip_prefix("(C) "))
        .or_else(|| text.strip_prefix("Copyright ©"));
    rest.is_some_and(|r| r.len() <= 80)
}

/// "$132000 / YEARLY (est.)": a figure, its period and the board's own "est.",
/// but not "(Employer est.)", which the employer gave.
fn aggregator_estimate(text: &str) -> bool {
    if text.len() > 60 || !has_figure(text) {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    let estimate =
        lower.contains("(est.)") || lower.contains("(est)") || lower.contains("(estimated)");
    estimate && !lower.contains("employer")
}

/// A line of nothing but a figure with its currency, as in "$132000K".
pub(super) fn money_only(text: &str) -> bool {
    text.len() <= 40
        && has_figure(text)
        && text.contains(['$', '€', '£', '¥', '₹'])
        && text
            .split(|c: char| !c.is_alphabetic())
            .filter(|w| !w.is_empty())
            .all(|w| w.len() <= 6 && is_pay_word(w))
}

fn has_figure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

fn is_pay_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "k", "m", "yr", "year", "yearly", "hr", "hour", "hourly", "mo", "month", "week", "day",
        "per", "a", "an", "to", "usd", "cad", "gbp", "eur", "aud", "us", "est", "min", "max",
    ];
    WORDS.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// The second line of a card of a job: employer, mode of work and places in a
/// row ("Roche Hybrid South San Francisco").
pub(super) fn card(line: &Line<'_>) -> bool {
    let separators = line.text.matches([';', '·', '|', '•']).count();
    let mode = [" hybrid ", " remote ", " on-site ", " onsite "]
        .iter()
        .any(|m| line.key.contains(m));
    !line.ends_sentence() && (separators >= 2 || mode) && line.words(25) < 25 && !line.bullet
}

/// The core of a statement of equal opportunity.
pub(super) fn equal_opportunity(text: &str) -> bool {
    const CORES: &[&str] = &[
        "without regard to",
        "regardless of race",
        "equal opportunity",
        "equal employment",
        "discriminate",
        "reasonable accommodation",
    ];
    let lower = text.to_ascii_lowercase();
    CORES.iter().any(|core| lower.contains(core))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_of_a_posting_is_told_from_a_sentence() {
        for (key, expected) in [
            ("posted 7 hours ago", true),
            ("3 days ago", true),
            ("30+ days ago", true),
            ("posted a month ago", true),
            ("founded 20 years ago", false),
            ("we began 5 years ago", false),
            ("long ago", false),
        ] {
            assert_eq!(posted_ago(key), expected, "{key}");
        }
    }

    #[test]
    fn the_employers_own_estimate_is_no_furniture() {
        assert!(aggregator_estimate("$132000 / YEARLY (est.)"));
        assert!(!aggregator_estimate("$80K - $100K (Employer est.)"));
        assert!(!aggregator_estimate("Travel 20% (est.) for our employer"));
    }

    #[test]
    fn a_bare_figure_is_money_only() {
        for (text, expected) in [
            ("$132000K", true),
            ("$80K - $100K a year", true),
            ("$80,000", true),
            ("Salary: $80,000", false),
            ("132000", false),
        ] {
            assert_eq!(money_only(text), expected, "{text}");
        }
    }
}
