//! What a comment or a value of the front matter says to hirelint, taken apart.
//! Whether its codes exist and its day has come is not known here.

use crate::document::Note;
use crate::domain::date::Date;
use crate::rules::nearest;
use crate::text::{Raw, Span};

/// A suppression as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Of one line, or of the whole posting.
    pub reach: Reach,
    /// What it accepts; at least one code.
    pub codes: Vec<String>,
    /// Why; not empty.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

/// How far a suppression reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Findings that begin on the next line that is not blank.
    NextLine,
    /// All findings of the posting.
    Posting,
}

/// Why something that is written to hirelint is no suppression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    NoReason {
        codes: Vec<String>,
    },
    Malformed {
        /// What is wrong, in one line.
        message: String,
        /// What to do, where it is more than the usual.
        help: Option<String>,
    },
}

const NEXT_LINE: &str = "hirelint-disable-next-line";
const POSTING: &str = "hirelint-disable";

/// What a comment says; nothing if it is not addressed to hirelint.
pub fn of_comment(text: &str) -> Option<Result<Directive, Fault>> {
    let text = text.trim();
    let is_addressed = text
        .get(.."hirelint".len())
        .is_some_and(|start| start.eq_ignore_ascii_case("hirelint"));
    if !is_addressed {
        return None;
    }
    let end = text.find(|c: char| c.is_whitespace() || c == ':');
    let (keyword, rest) = text.split_at(end.unwrap_or(text.len()));
    let reach = match keyword.to_ascii_lowercase().as_str() {
        NEXT_LINE => Reach::NextLine,
        POSTING => Reach::Posting,
        // An ordinary comment may speak of this program.
        "hirelint" if !speaks_of_disabling(rest) => return None,
        other => {
            let help = nearest(other, [NEXT_LINE, POSTING]);
            return Some(Err(Fault::Malformed {
                message: format!("hirelint knows no comment `{keyword}`"),
                help: help.map(|meant| format!("did you mean `{meant}`?")),
            }));
        }
    };
    Some(read(reach, rest))
}

fn speaks_of_disabling(rest: &str) -> bool {
    let first = rest
        .trim_start_matches([':', ' '])
        .split_whitespace()
        .next();
    first.is_some_and(|word| {
        let word = word.to_ascii_lowercase();
        ["disable", "ignore", "suppress"]
            .iter()
            .any(|start| word.starts_with(start))
    })
}

/// `CODE, CODE: reason, until DATE`.
fn read(reach: Reach, text: &str) -> Result<Directive, Fault> {
    let (codes, reason) = match text.split_once(':') {
        Some((codes, reason)) => (codes, Some(reason)),
        None => (text, None),
    };
    let codes: Vec<String> = codes
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect();
    if codes.is_empty() {
        return Err(Fault::Malformed {
            message: "this suppression names no code".to_owned(),
            help: None,
        });
    }
    with_reason(reach, codes, reason.unwrap_or_default(), None)
}

fn with_reason(
    reach: Reach,
    codes: Vec<String>,
    reason: &str,
    until: Option<&str>,
) -> Result<Directive, Fault> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let (words, in_words) = split_until(&reason)?;
    let until = match until {
        Some(day) => Some(self::day(day)?),
        None => in_words,
    };
    if !words.chars().any(char::is_alphanumeric) {
        return Err(Fault::NoReason { codes });
    }
    Ok(Directive {
        reach,
        codes,
        reason: words.to_owned(),
        until,
    })
}

/// Cuts `, until 2027-01-31` off a reason. A reason may speak of "until" itself
/// ("until the contract is signed"); behind a comma it must be followed by a day.
fn split_until(reason: &str) -> Result<(&str, Option<Date>), Fault> {
    const UNTIL: &str = "until";
    let lower = reason.to_ascii_lowercase();
    let is_word = |at: &usize| {
        let before = reason[..*at].chars().next_back();
        let after = reason[at + UNTIL.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let mut places = lower.rmatch_indices(UNTIL).map(|(at, _)| at);
    let Some(at) = places.find(is_word) else {
        return Ok((reason, None));
    };
    let before = reason[..at].trim_end();
    let tail = reason[at + UNTIL.len()..].trim_matches([' ', ':', ')', ']', '.', ';']);
    let is_set_apart = before.is_empty() || before.ends_with([',', ';', '(', '[', '.', '-', '–']);
    if !is_set_apart && !tail.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok((reason, None));
    }
    let before = before.trim_end_matches([',', ';', '(', '[', ' ', '-', '–']);
    Ok((before, Some(day(tail)?)))
}

fn day(text: &str) -> Result<Date, Fault> {
    text.trim().parse().map_err(|_| Fault::Malformed {
        message: if text.trim().is_empty() {
            "this suppression has no day behind \"until\"".to_owned()
        } else {
            format!("`{}` is no day", text.trim())
        },
        help: Some("write it as year-month-day: until 2027-01-31".to_owned()),
    })
}

/// What the front matter says under `hirelint`: `ignore`, a map from code to
/// reason, or a list of `CODE: reason` and of maps with `code`, `reason`,
/// `until`.
pub fn of_notes(notes: &[Note]) -> Vec<(Span<Raw>, Result<Directive, Fault>)> {
    let mut said = Vec::new();
    let mut notes = notes.iter().peekable();
    while let Some(note) = notes.next() {
        let mut path = note.path.split('.');
        let (key, entry, part) = (path.next(), path.next(), path.next());
        let read = match (key, entry, part) {
            (Some("ignore"), None, _) => read(Reach::Posting, &note.text),
            (Some("ignore"), Some(entry), part) if is_number(entry) => match part {
                None => read(Reach::Posting, &note.text),
                Some(_) => {
                    // The parts of one entry follow each other.
                    let lead = format!("ignore.{entry}.");
                    let mut parts = vec![note];
                    while let Some(next) = notes.next_if(|next| next.path.starts_with(&lead)) {
                        parts.push(next);
                    }
                    of_parts(&lead, &parts)
                }
            },
            (Some("ignore"), Some(code), None) => {
                with_reason(Reach::Posting, vec![code.to_owned()], &note.text, None)
            }
            (_, _, _) => Err(Fault::Malformed {
                message: format!("hirelint knows no `{}` in the front matter", note.path),
                help: Some("it reads `hirelint: {ignore: {CODE: reason}}`".to_owned()),
            }),
        };
        said.push((note.span, read));
    }
    said
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn of_parts(lead: &str, parts: &[&Note]) -> Result<Directive, Fault> {
    let (mut codes, mut reason, mut until) = (Vec::new(), "", None);
    for part in parts {
        match &part.path[lead.len()..] {
            key if key == "code" || key.starts_with("code.") => codes.push(part.text.clone()),
            "reason" => reason = &part.text,
            "until" => until = Some(part.text.as_str()),
            other => {
                return Err(Fault::Malformed {
                    message: format!("a suppression has no `{other}`"),
                    help: Some("it has `code`, `reason` and `until`".to_owned()),
                });
            }
        }
    }
    if codes.iter().all(String::is_empty) {
        return Err(Fault::Malformed {
            message: "this suppression names no code".to_owned(),
            help: None,
        });
    }
    with_reason(Reach::Posting, codes, reason, until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match of_comment(text) {
            None => "nothing".to_owned(),
            Some(read) => in_short(&read),
        }
    }

    fn in_short(read: &Result<Directive, Fault>) -> String {
        match read {
            Ok(d) => {
                let reach = match d.reach {
                    Reach::NextLine => "line",
                    Reach::Posting => "posting",
                };
                let until = d.until.map_or(String::new(), |day| format!(" until {day}"));
                format!("{reach} {}: {}{until}", d.codes.join("+"), d.reason)
            }
            Err(Fault::NoReason { codes }) => format!("no reason for {}", codes.join("+")),
            Err(Fault::Malformed { message, .. }) => format!("malformed: {message}"),
        }
    }

    #[test]
    fn comments_are_understood_or_refused() {
        for (text, expected) in [
            (" an ordinary comment ", "nothing"),
            ("hirelint found nothing here", "nothing"),
            (
                " hirelint-disable-next-line pay-range: volunteers ",
                "line pay-range: volunteers",
            ),
            (
                "hirelint-disable pay-range, benefits: a template: see the wiki",
                "posting pay-range+benefits: a template: see the wiki",
            ),
            (
                "hirelint-disable pay-range/missing: agreed with counsel,\n  until 2027-01-31",
                "posting pay-range/missing: agreed with counsel until 2027-01-31",
            ),
            (
                "hirelint-disable pay-range: agreed (until 2027-01-31)",
                "posting pay-range: agreed until 2027-01-31",
            ),
            (
                "hirelint-disable pay-range: kept until 2027-01-31.",
                "posting pay-range: kept until 2027-01-31",
            ),
            (
                "hirelint-disable pay-range: kept until the contract is signed",
                "posting pay-range: kept until the contract is signed",
            ),
            (
                "HireLint-Disable pay-range: upper case",
                "posting pay-range: upper case",
            ),
            ("hirelint-disable pay-range", "no reason for pay-range"),
            ("hirelint-disable pay-range:", "no reason for pay-range"),
            ("hirelint-disable pay-range: --", "no reason for pay-range"),
            (
                "hirelint-disable pay-range: until 2027-01-31",
                "no reason for pay-range",
            ),
            (
                "hirelint-disable pay-range: agreed, until 2027-02-30",
                "malformed: `2027-02-30` is no day",
            ),
            (
                "hirelint-disable pay-range: agreed, until further notice",
                "malformed: `further notice` is no day",
            ),
            (
                "hirelint-disable pay-range: agreed, until",
                "malformed: this suppression has no day behind \"until\"",
            ),
            (
                "hirelint-disable: why not",
                "malformed: this suppression names no code",
            ),
            (
                "hirelint-disable-line pay-range: why not",
                "malformed: hirelint knows no comment `hirelint-disable-line`",
            ),
            (
                "hirelint: disable pay-range",
                "malformed: hirelint knows no comment `hirelint`",
            ),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn front_matter_is_understood_in_each_of_its_shapes() {
        /// Paths and texts, and what they say.
        type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
        let cases: [Case<'_>; 8] = [
            (
                &[("ignore.pay-range", "volunteers, until 2027-01-31")],
                &["posting pay-range: volunteers until 2027-01-31"],
            ),
            (
                &[("ignore.0", "pay-range: volunteers"), ("ignore.1", "eeo")],
                &["posting pay-range: volunteers", "no reason for eeo"],
            ),
            (
                &[
                    ("ignore.0.code", "pay-range"),
                    ("ignore.0.reason", "volunteers"),
                    ("ignore.0.until", "2027-01-31"),
                    ("ignore.1.code", "benefits"),
                    ("ignore.1.reason", "none"),
                ],
                &[
                    "posting pay-range: volunteers until 2027-01-31",
                    "posting benefits: none",
                ],
            ),
            (
                &[("ignore.0.code", "a"), ("ignore.0.until", "soon")],
                &["malformed: `soon` is no day"],
            ),
            (
                &[("ignore.0.reason", "volunteers")],
                &["malformed: this suppression names no code"],
            ),
            (&[("ignore.pay-range", "")], &["no reason for pay-range"]),
            (&[("ignore", "pay-range")], &["no reason for pay-range"]),
            (
                &[("disable", "pay-range")],
                &["malformed: hirelint knows no `disable` in the front matter"],
            ),
        ];
        for (notes, expected) in cases {
            let notes: Vec<Note> = notes
                .iter()
                .map(|(path, text)| Note {
                    path: (*path).to_owned(),
                    text: (*text).to_owned(),
                    span: Span::empty(0),
                })
                .collect();
            let said = of_notes(&notes);
            let said: Vec<_> = said.iter().map(|(_, read)| in_short(read)).collect();
            assert_eq!(said, expected, "{notes:?}");
        }
    }
}
