//! The codes that no rule file defines: what this program says about a file or
//! about what is written to it, rather than about the posting.

use crate::rules::{RuleSet, nearest};

/// The code of findings about parts of a file that could not be read.
pub const BROKEN_DATA: &str = "broken-data";

/// The code of findings about suppressions.
pub const SUPPRESSION: &str = "suppression";

/// A code that no rule file defines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnCode {
    /// The code, as findings carry it.
    pub code: &'static str,
    /// A short name.
    pub title: &'static str,
    /// What it is about, in plain words.
    pub about: &'static str,
    /// Its problems.
    pub problems: &'static [OwnProblem],
}

/// One problem of such a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnProblem {
    /// Its id within the code.
    pub id: &'static str,
    /// A short name.
    pub title: &'static str,
    /// What is wrong, in plain words.
    pub about: &'static str,
    /// What to do.
    pub help: &'static str,
}

/// All such codes.
pub const OWN_CODES: [OwnCode; 2] = [
    OwnCode {
        code: BROKEN_DATA,
        title: "Broken data",
        about: "A part of the file breaks the rules of its format: front matter that is no YAML, \
                JSON-LD that is no JSON, a key given twice, bytes that are no text. Everything \
                else of the posting was checked.",
        problems: &[
            OwnProblem {
                id: "unreadable",
                title: "A part of the file could not be read",
                about: "What stands there was left out, and is not known to the other rules.",
                help: "Mend the part at the place that the finding names. Programs that show the \
                       posting, search engines among them, cannot read it either.",
            },
            OwnProblem {
                id: "malformed",
                title: "A part of the file breaks the rules of its format",
                about: "What stands there was read all the same. Other programs refuse it, or \
                        take from it something else than was meant.",
                help: "Mend the part at the place that the finding names.",
            },
            OwnProblem {
                id: "several-postings",
                title: "A page describes several postings in its structured data",
                about: "All of them were judged as one, so that the pay of one hides that another \
                        has none. Search engines want a page for each.",
                help: "Give each posting a page or a file of its own.",
            },
            OwnProblem {
                id: "impossible-value",
                title: "A structured field holds what cannot be",
                about: "A day that no calendar has, an amount below nothing, or words where an \
                        amount belongs, in front matter or schema.org data. It says nothing to \
                        the other rules.",
                help: "Write the value that was meant.",
            },
        ],
    },
    OwnCode {
        code: SUPPRESSION,
        title: "Suppressions",
        about: "A suppression accepts a finding: a comment in Markdown or HTML, a value of the \
                front matter, or an entry of the configuration. It names codes, gives a reason, \
                and may have a last day. One that does not do what it says is a finding itself, \
                so that nothing stays hidden by mistake.",
        problems: &[
            OwnProblem {
                id: "unused",
                title: "A suppression suppresses nothing",
                about: "Nothing is found any more that it would accept, or it stands in the wrong \
                        place: one for the next line accepts what begins on the next line that is \
                        not blank, and what is missing has its place at a heading or the title. An \
                        entry of the configuration is found to be so by a run that reads all \
                        files of which it speaks.",
                help: "Remove it, or put it right before the line that the finding names.",
            },
            OwnProblem {
                id: "expired",
                title: "A suppression has come to its end",
                about: "Its last day has passed, so it no longer accepts anything.",
                help: "Mend what it accepted, or give it a new last day.",
            },
            OwnProblem {
                id: "unknown-code",
                title: "A suppression names a code that no rule has",
                about: "It cannot accept anything, since nothing is found under that code.",
                help: "Mend the code; `hirelint rules` lists all of them.",
            },
            OwnProblem {
                id: "no-reason",
                title: "A suppression gives no reason",
                about: "Whoever reads the posting next year cannot tell why the finding was \
                        accepted, so it is not.",
                help: "Write the reason behind a colon: \
                       <!-- hirelint-disable-next-line pay-range: volunteers are not paid -->",
            },
            OwnProblem {
                id: "malformed",
                title: "A suppression cannot be understood",
                about: "It accepts nothing, since it is not certain what it means. A last day is \
                        written as year-month-day, at the end and behind \"until\".",
                help: "Write <!-- hirelint-disable-next-line CODE: reason, until 2027-01-31 -->, \
                       or <!-- hirelint-disable CODE: reason --> for the whole posting.",
            },
        ],
    },
];

/// The own code of that name.
pub fn own_code(code: &str) -> Option<&'static OwnCode> {
    OWN_CODES.iter().find(|own| own.code == code)
}

impl OwnCode {
    /// Its problem of that id.
    pub fn problem(&self, id: &str) -> Option<&'static OwnProblem> {
        self.problems.iter().find(|problem| problem.id == id)
    }
}

/// What is wrong with a code that a user wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongCode {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Holds a code of findings against the rules: an element, a wording or an own
/// code, or one problem of it (`pay-range/open-ended`).
///
/// # Errors
/// A code or problem that there is not, with what was probably meant.
pub fn check_code(text: &str, rules: &RuleSet) -> Result<(), WrongCode> {
    let (code, problem) = match text.split_once('/') {
        Some((code, problem)) => (code, Some(problem)),
        None => (text, None),
    };
    let problems: Vec<&str> = if let Some(element) = rules.element(code) {
        let problems = element.rule.problems.iter().map(|p| p.id.as_str());
        problems.chain(["missing"]).collect()
    } else if rules.wording(code).is_some() {
        vec!["wording"]
    } else if let Some(own) = own_code(code) {
        own.problems.iter().map(|p| p.id).collect()
    } else if rules.law(code).is_some() {
        return Err(WrongCode {
            message: format!("`{code}` is a law, and a finding has the code of what is asked for"),
            help: format!("`hirelint explain {code}` lists the codes, such as `pay-range`"),
        });
    } else {
        return Err(unknown_code(code, rules));
    };
    match problem {
        Some(problem) if !problems.contains(&problem) => Err(WrongCode {
            message: format!("`{code}` has no problem `{problem}`"),
            help: match nearest(problem, problems.iter().copied()) {
                Some(meant) => format!("did you mean `{code}/{meant}`?"),
                None => format!("it has {}", problems.join(", ")),
            },
        }),
        Some(_) | None => Ok(()),
    }
}

/// A code that nothing has.
pub fn unknown_code(text: &str, rules: &RuleSet) -> WrongCode {
    let own = OWN_CODES.iter().map(|own| own.code);
    WrongCode {
        message: format!("no rule has the code `{text}`"),
        help: match nearest(text, rules.codes().chain(own)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`hirelint rules` lists all codes".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_held_against_the_rules() {
        let rules = RuleSet::builtin().expect("the built-in rules are sound");
        for (code, help) in [
            ("pay-range", None),
            ("pay-range/open-ended", None),
            ("pay-range/missing", None),
            ("age-preference", None),
            ("age-preference/wording", None),
            ("broken-data/unreadable", None),
            ("suppression/unused", None),
            (
                "us-co/pay",
                Some("`hirelint explain us-co` lists the codes, such as `pay-range`"),
            ),
            ("pay-rnage", Some("did you mean `pay-range`?")),
            (
                "pay-range/open-end",
                Some("did you mean `pay-range/open-ended`?"),
            ),
            ("age-preference/missing", Some("it has wording")),
            ("supression", Some("did you mean `suppression`?")),
        ] {
            let wrong = check_code(code, &rules).err().map(|wrong| wrong.help);
            assert_eq!(wrong.as_deref(), help, "{code}");
        }
    }
}
