//! Values of structured fields that their format cannot hold: a day that no calendar has, an
//! amount below nothing, words where a number belongs. It knows the names of fields.

use super::model::{Document, Field, Origin, Problem, ProblemKind};
use crate::domain::date::Date;

/// The problems of the values of schema.org properties and of front matter.
pub(super) fn impossible(document: &Document) -> Vec<Problem> {
    let told = |origin| match origin {
        Origin::FrontMatter | Origin::JsonLd | Origin::Microdata => true,
        // Boards fill what they do not know with anything.
        Origin::PageHead | Origin::Feed => false,
    };
    let fields = document.fields.iter().filter(|field| told(field.origin));
    let problem = |field: &Field| {
        let value = document.value(field).trim();
        let wrong = wrong_day(&field.path, value).or_else(|| wrong_amount(field, value))?;
        let name = field.path.rsplit('.').next().unwrap_or_default();
        Some(Problem {
            kind: ProblemKind::Impossible,
            message: format!("`{name}` cannot be “{}”: {}", quoted(value), wrong.what),
            help: Some(wrong.help.to_owned()),
            span: Some(document.raw(field.value)),
        })
    };
    fields.filter_map(problem).collect()
}

/// Why a value cannot be, and what to write.
struct Wrong {
    what: &'static str,
    help: &'static str,
}

/// A value of a field for a day that is written as one and is in no calendar.
fn wrong_day(path: &str, value: &str) -> Option<Wrong> {
    const NAMES: &[&str] = &[
        "date", "posted", "closes", "closing", "deadline", "expires", "expiry", "valid", "publish",
        "updated", "apply_by", "applyby",
    ];
    let name = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    if !NAMES.iter().any(|part| name.contains(part)) {
        return None;
    }
    let day = value.split(['T', ' ']).next().unwrap_or_default();
    let numbers = |sign: char| -> Option<[i16; 3]> {
        let parts: Vec<&str> = day.split(sign).collect();
        let digits = |part: &&str| {
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
        };
        if !parts.iter().all(digits) {
            return None;
        }
        let numbers = parts.iter().map(|part| part.parse().ok());
        numbers.collect::<Option<Vec<i16>>>()?.try_into().ok()
    };
    let is_day = |year: i16, month: i16, day: i16| {
        let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
            return false;
        };
        Date::new(year, month, day).is_ok()
    };
    let fits = match (numbers('-'), numbers('/')) {
        (Some([year, month, day]), _) if year >= 1000 => is_day(year, month, day),
        (_, Some([a, b, year])) if year >= 1000 => is_day(year, a, b) || is_day(year, b, a),
        _ => true,
    };
    (!fits).then_some(Wrong {
        what: "no calendar has such a day",
        help: "write the day as year-month-day: 2026-03-31",
    })
}

/// A value of a field for an end of the pay that is no amount.
fn wrong_amount(field: &Field, value: &str) -> Option<Wrong> {
    const PAY: &[&str] = &["salary", "pay", "wage", "compensation", "rate"];
    const ENDS: &[&str] = &["min", "max", "low", "high", "from", "to"];
    let path = field.path.to_lowercase();
    let mut words = path.split(|c: char| !c.is_ascii_alphabetic());
    let of_schema = field.origin != Origin::FrontMatter;
    let of_pay = if of_schema {
        path.starts_with("basesalary.") || path.starts_with("estimatedsalary.")
    } else {
        words.clone().any(|word| PAY.contains(&word))
    };
    let name = path.rsplit('.').next().unwrap_or_default();
    let end = if of_schema {
        matches!(name, "minvalue" | "maxvalue" | "value")
    } else {
        words.any(|word| ENDS.contains(&word))
    };
    if !of_pay || !end {
        return None;
    }
    let bare = value.trim_start_matches(['$', '€', '£', ' ']);
    let below = bare
        .strip_prefix(['-', '\u{2212}'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || "$€£".contains(c)));
    let words = value.contains(char::is_alphabetic) && !value.contains(|c: char| c.is_numeric());
    // Blanks of a template are told as such.
    let blank = value.contains(['[', '{', '<', '_']);
    if below {
        Some(Wrong {
            what: "pay is not below nothing",
            help: "write the amount without a sign",
        })
    } else if words && !blank {
        Some(Wrong {
            what: "it is no number",
            help: "write the amount in figures; search engines pass over words",
        })
    } else {
        None
    }
}

/// The first words of a value.
fn quoted(value: &str) -> String {
    const MOST: usize = 40;
    let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{ProblemKind, read};

    fn told(name: &str, text: &str) -> Vec<String> {
        let mut reading = read(name, text.as_bytes());
        let document = reading.documents.remove(0);
        let problems = document.problems.iter();
        problems
            .filter(|problem| problem.kind == ProblemKind::Impossible)
            .map(|problem| {
                let span = problem.span.expect("a value has a place");
                document.source.text[span.range()].to_owned()
            })
            .collect()
    }

    #[test]
    fn values_that_cannot_be_are_told_at_their_place() {
        let front = "---\ntitle: Cook\ndate: 2026-02-30\ndeadline: 31/02/2026\nsalary:\n  min: -20\n  max: lots\n---\n\nCook.\n";
        let found = ["2026-02-30", "31/02/2026", "-20", "lots"];
        assert_eq!(told("a.md", front), found);
        let page = r#"<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook",
            "datePosted": "2026-13-01T10:00", "baseSalary": {"currency": "USD", "value": {"minValue": -20, "maxValue": "DOE"}}}</script><p>Cook.</p>"#;
        assert_eq!(told("a.html", page), ["2026-13-01T10:00", "-20", "DOE"]);
    }

    #[test]
    fn values_that_may_be_are_not() {
        let front = "---\ntitle: Cook\ndate: 2028-02-29\ndeadline: rolling\nposted: 03/31/2026\nupdated: 2026-02\nsalary_min: \"$20,000\"\nsalary_max: \"[amount]\"\npay: DOE\nminutes: -5\nversion_date: 1-99-99\n---\n\nCook.\n";
        assert_eq!(told("a.md", front), Vec::<String>::new());
        let page = r#"<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook", "datePosted": "2026-11-20",
            "validThrough": "", "baseSalary": {"currency": "USD", "value": {"minValue": "20", "maxValue": 24.5, "unitText": "HOUR"}}}</script><p>Cook.</p>"#;
        assert_eq!(told("a.html", page), Vec::<String>::new());
    }
}
