//! Statements that applicants are accommodated, and whom to ask. It does not
//! know who must make one, nor what other kinds of accommodation are offered.

mod phrases;

use super::contact::{self, Contact};
use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, first, has, phrases, without, words};
use super::statement::{self, Units, window, window_before};
use crate::document::BlockKind;
use crate::text::{Span, bare_start};
use phrases::{FUNCTIONS, GIVEN, LOOK_ALIKES, OFFER, PROCESS, REASON, STEPS, THINGS, TURN_TO};
use std::ops::Range;

/// One statement that applicants are accommodated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accommodation {
    /// The ways to ask for it that the statement gives, in text order.
    pub contacts: Vec<Contact>,
    /// It points at a form or a page, and nothing leads there.
    pub lost_link: bool,
}

impl Fact for Accommodation {
    const ABOUT: &'static str = "a statement that applicants are accommodated";
    const CUES: &'static [&'static str] = words![
        "accommodat*" "accomodat*" "adjustment*" "assistance" "anything we can do" "adaptation" "accommodement*"
        "aménagement*" "vorkehrung*" "barrierefrei*" "ajustes razonables" "adaptaciones" "acomodo" "aanpassing*"
        "usprawnie*" "alternative method*" "alternative application method*" "alternative way*"
        "another way to apply" "alternate format*" "alternative format*" "special arrangement*"
        "accessibility needs" "additional support" "extra support" "need support" "require support" "need help"
        "require help" "needs help" "another format" "other formats" "different format" "with a disability"
        "disabled applicants" "applicants with disabilit*" "candidates with disabilit*" "people with disabilit*"
        "because of a disabilit*" "due to a disabilit*" "a disability keeps" "a disability prevents"
        "a disability makes" "tell us what you need" "your disability keeps" "your disability prevents"
        "schwerbehinder*" "behinderung" "behinderungen" "unterstützungsbedarf" "situation de handicap" "access needs" "ada request*"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "contacts",
            kind: Kind::List,
            about: "the ways to ask that it gives: email, phone, url, form, address",
        },
        Attribute {
            name: "reachable",
            kind: Kind::Flag,
            about: "it gives at least one way to ask",
        },
        Attribute {
            name: "lost_link",
            kind: Kind::Flag,
            about: "it points at a form or a page, and the link leads nowhere",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let prose = context.prose;
        let units = context.units;
        let mut found = Vec::new();
        let mut past = 0;
        for index in units.with(context.hits) {
            if index < past || !is_statement(units, index) {
                continue;
            }
            let mut last = index;
            while last + 1 < units.len() && goes_on(units, index, last, last + 1) {
                last += 1;
            }
            past = last + 1;
            let offer = first(units.text(index), OFFER).map_or(0, |r| r.start);
            let at = Span::new(units.tight(index, offer).start, units.get(last).span.end);
            let value = Accommodation {
                contacts: contact::to_ask(prose, at),
                lost_link: contact::lost_pointer(prose, at).is_some(),
            };
            found.push(statement::found(context, value, at));
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "contacts" => Value::List(self.contacts.iter().map(|c| c.kind.name().into()).collect()),
            "reachable" => Value::Flag(!self.contacts.is_empty()),
            "lost_link" => Value::Flag(self.lost_link),
            _ => Value::Absent,
        }
    }
}

/// True if unit `index` says that applicants are accommodated.
fn is_statement(units: &Units<'_>, index: usize) -> bool {
    let text = units.text(index);
    let masked = without(text, LOOK_ALIKES);
    let text = masked.as_deref().unwrap_or(text);
    let process = has(text, PROCESS);
    let reason = has(text, REASON);
    let addressed = has(
        text,
        phrases![
            "you" "your" "vous" "votre" "sie" "du" "usted" "tu" "applicants who" "applicants with"
            "candidates who" "candidates with" "anyone who"
        ],
    );
    if is_task(units, index, text) {
        return false;
    }
    if let Some(offer) = first(text, OFFER) {
        let word = &text[offer.clone()];
        let after = window(text, offer.end, 70);
        if is_pointer(units, index, text, &offer) {
            return true;
        }
        let verb = matches!(word, "accommodate" | "accommodated" | "accommodating");
        if verb && (has(after, THINGS) || !(process || reason && addressed)) {
            return false;
        }
        let functions = has(text, FUNCTIONS);
        if functions && !has(text, STEPS) {
            return false;
        }
        if word.ends_with("adjustment") && !word.starts_with("reasonable")
            || word == "adjustments"
            || word.starts_with("barrierefrei")
            || word.starts_with("aménagement")
        {
            let asked = has(
                window_before(text, offer.start, 60),
                phrases![
                    "need*" "requir*" "any" "additional" "request*" "make" "offer*" "provid*"
                    "besoin" "demande*"
                ],
            );
            // "Besoin d'un aménagement ? Écrivez à …": a way to ask says that it is for applicants.
            let answered = has(text, TURN_TO)
                && !contact::within(units.prose, units.get(index).span).is_empty();
            return asked && (answered || reason || process && addressed);
        }
        let given = has(text, GIVEN);
        // "Call 415-555-0134 to request an accommodation."
        let requested = !verb
            && has(
                window_before(text, offer.start, 40),
                phrases!["to request" "ask for" "to arrange" "to discuss"],
            )
            && !has(text, THINGS)
            && !contact::within(units.prose, units.get(index).span).is_empty();
        if requested {
            return true;
        }
        // "Reasonable accommodations are available; write to …": only law speaks so.
        let reasonable = text[..offer.start].trim_end().ends_with("reasonable")
            && !verb
            && (has(text, phrases!["on request" "upon request"])
                || !contact::within(units.prose, units.get(index).span).is_empty());
        if given && reasonable {
            return true;
        }
        let asked = addressed && has(text, phrases!["need*" "requir*" "request*" "besoin"]);
        return given && (process || reason)
            || asked
                && has(
                    text,
                    phrases![
                        "let us know" "contact*" "email" "e-mail" "reach out" "inform" "tell us"
                        "call"
                    ],
                );
    }
    // "Access needs? Email …", "ADA requests: …".
    if text.len() < 80 && has(text, phrases!["access needs" "ada request*"]) {
        let next = index + 1;
        let last = if next < units.len() && units.same_block(index, next) {
            next
        } else {
            index
        };
        let span = Span::new(units.get(index).span.start, units.get(last).span.end);
        return !contact::within(units.prose, span).is_empty();
    }
    // "If you need assistance completing the application because of a disability".
    let help = has(
        text,
        phrases![
            "assistance" "anything we can do" "alternative method*" "alternate format*"
            "alternative format*" "special arrangement*" "additional support" "extra support"
            "need support" "require support" "adaptation" "accessibility needs" "need help"
            "needs help" "require help" "another format" "other formats" "different format"
            "ask for help" "asks for help" "help with" "help applying" "changes to" "keeps you from"
            "prevents you from" "makes it hard*" "hard to use" "another way" "what you need"
        ],
    );
    let asked = has(
        text,
        phrases![
            "need*" "requir*" "request*" "let us know" "anything we can do" "besoin" "unable"
            "ask for" "call" "email" "e-mail" "fax" "phone" "write to" "contact" "tell us"
        ],
    );
    // "To ask for changes to the interview because of a disability, email …".
    let told = addressed || has(text, phrases!["to ask for" "to request"]);
    // "Alternative methods of application on request": asked for by nobody else.
    let ways = has(
        text,
        phrases![
            "alternative method of appl*" "alternative methods of appl*" "alternative way to apply"
            "alternative ways to apply" "another way to apply" "alternative application method*"
        ],
    );
    // "Disability? Tell us what you need for the interview."
    let headed = index.checked_sub(1).is_some_and(|before| {
        let text = units.text(before);
        units.same_block(before, index) && text.len() < 40 && has(text, REASON)
    });
    let reachable = !contact::within(units.prose, units.get(index).span).is_empty();
    // "Schwerbehinderte Menschen wenden sich an …"
    if reason && reachable && has(text, TURN_TO) {
        return true;
    }
    help && asked && (told || reachable) && process && (reason || headed)
        || ways && asked && reachable
}

/// "Need an accommodation? people@oak.example", "For accommodation, use this form:
/// …", "Accommodation requests: …": few words, and a way to ask behind them.
fn is_pointer(units: &Units<'_>, index: usize, text: &str, offer: &Range<usize>) -> bool {
    const SHORT: usize = 60;
    let word = &text[offer.clone()];
    if !(word.starts_with("ac") || word.contains("adjustment")) {
        return false;
    }
    let before = window_before(text, offer.start, SHORT);
    // "Equal opportunity employer; accommodation: …".
    let before = before.rsplit(';').next().unwrap_or_default();
    let opens = has(
        before,
        phrases!["for" "need" "needs" "require" "request" "reasonable" "disability" "questions or" "questions and"],
    ) || before.trim().is_empty();
    // "Need an adjustment for the interview?"
    let rest = text[offer.end..].trim();
    let question = rest.starts_with('?')
        || rest.ends_with('?')
            && rest.len() < SHORT
            && (has(rest, PROCESS) || has(rest, phrases!["stage" "step" "point"]));
    let label = text[offer.end..]
        .trim_start_matches(' ')
        .starts_with([':', ','])
        || {
            let after = text[offer.end..].trim_start();
            let steps = [
                "in applying",
                "to apply",
                "in the interview",
                "to interview",
            ];
            let step = steps.iter().find_map(|step| after.strip_prefix(step));
            let after = window(step.unwrap_or(after), 0, 12);
            has(
                after,
                phrases!["request*" "contact*" "need*" "call" "email" "write" "ask" "text"],
            )
        };
    if !(opens && before.len() < SHORT && (question || label)) {
        return false;
    }
    // Beds have prices and no mail address to ask at.
    let last = if question && index + 1 < units.len() && units.neighbours(index, index + 1) {
        index + 1
    } else {
        index
    };
    let told = last > index
        && first(
            units.text(last),
            phrases!["tell us" "let us know" "ask us" "just ask"],
        )
        .is_some_and(|at| at.start == 0);
    let span = Span::new(units.get(index).span.start, units.get(last).span.end);
    told || !contact::within(units.prose, span).is_empty()
}

/// True for work with accommodations: "coordinate accommodations for employees".
fn is_task(units: &Units<'_>, index: usize, text: &str) -> bool {
    let item = matches!(units.kind(index), Some(BlockKind::ListItem(_)));
    let told = statement::task(text);
    let text = told.unwrap_or(text);
    let at_work = units.is_about_the_work(index);
    let speaks = has(
        text,
        phrases![
            "you" "your" "we" "our" "us" "please" "contact" "applicants" "candidates" "may be"
            "request" "vous" "nous"
        ],
    );
    let subject = bare_start(text);
    let verb = first(subject, TASKS).is_some_and(|at| at.start == 0);
    verb && (item || told.is_some() || at_work || !speaks) || item && at_work && !speaks
}

/// How a line on duties or requirements begins.
static TASKS: &Phrases = phrases![
    "coordinate*" "manage*" "process" "processes" "administer*" "handle*" "ensure*" "provide*"
    "support*" "facilitate*" "assist*" "oversee*" "lead*" "develop*" "knowledge" "experience"
    "understanding" "familiarity" "implement*" "review*" "evaluate*" "advise*" "track*" "maintain*"
];

/// True if unit `next` belongs to the statement that began with `index` and
/// came to `last`: it says how to ask, or goes on about it.
fn goes_on(units: &Units<'_>, index: usize, last: usize, next: usize) -> bool {
    const LONGEST: usize = 6;
    if next - index > LONGEST || units.is_heading(next) || !units.neighbours(last, next) {
        return false;
    }
    let text = units.text(next);
    if is_statement(units, next) {
        return true;
    }
    let about = has(
        text,
        phrases![
            "accommodat*" "adjustment*" "assistance" "disabilit*" "confidential*" "this email"
            "this e-mail" "this address" "this mailbox" "this contact" "these requests"
            "this information" "such requests" "this process is" "your request" "accessib*" "relay"
            "tty" "adaptation" "interactive process"
        ],
    );
    let ways = has(
        text,
        phrases![
            "contact" "email" "e-mail" "call" "phone" "telephone" "reach out" "reach us"
            "let us know" "write to" "write us" "send" "request" "complete" "fill" "visit"
            "speak to" "speak with" "notify" "inform"
        ],
    );
    let equal_block = units.same_block(last, next);
    let span = units.get(next).span;
    // What only asks for applications is another matter.
    if has(text, OTHER_MATTERS) {
        return false;
    }
    if equal_block && (about || ways && text.len() < 400) {
        return true;
    }
    let contacts = contact::within(units.prose, span);
    let written: usize = contacts.iter().map(|c| c.at.len()).sum();
    // A line that is little more than an address.
    let bare = span.len().saturating_sub(written) <= 24;
    let way = ways && text.len() < 160 && !equal_block;
    !contacts.is_empty() && (about || bare || way)
}

static OTHER_MATTERS: &Phrases = phrases![
    "apply now" "to apply" "send your resume" "send your cv" "submit your resume" "about us"
    "equal opportunity*" "questions about"
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::{read, read_markdown};

    #[test]
    fn offers_to_applicants_are_statements() {
        let cases = [
            "If you need an accommodation during the application process, please let us know.",
            "Reasonable accommodations are available to applicants with disabilities.",
            "Oak Bakery is committed to providing reasonable accommodations for qualified individuals with disabilities.",
            "Need adjustments for your interview? Tell us about your disability or other needs and we will make reasonable adjustments.",
            "If you need assistance completing the application because of a disability, call 303-555-0100.",
            "Si vous avez besoin de mesures d'adaptation pendant l'entretien, écrivez à emploi@oak.example.",
            "Is there anything we can do to make your interview easier because of a disability? Let us know.",
        ];
        for text in cases {
            assert_eq!(read::<Accommodation>(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn beds_schedules_duties_and_job_functions_are_none() {
        let cases = [
            "Travel accommodation is paid by us if you need it.",
            "Staff accommodation provided for all candidates.",
            "Start dates accommodate the school calendars of applicants.",
            "Reasonable accommodations may be made to enable individuals with disabilities to perform the essential functions.",
            "Must be able to lift 20 kg with or without reasonable accommodation.",
            "Coordinate reasonable accommodations for employees with disabilities.",
            "Pay may change with an adjustment for locality.",
            "Flexible hours to accommodate clients in other time zones.",
        ];
        for text in cases {
            assert_eq!(read::<Accommodation>(text), [], "{text}");
        }
    }

    #[test]
    fn contacts_are_those_of_the_statement() {
        let cases: &[(&str, &[&str], bool)] = &[
            (
                "If you need an accommodation to apply, mail help@oak.example or call (303) 555-0100.",
                &["email", "phone"],
                false,
            ),
            (
                "If you need an accommodation to apply, write to help [at] oak [dot] example.",
                &["email"],
                false,
            ),
            (
                "If you need an accommodation to apply, fax 303-555-0100 with requisition 1234567890.",
                &[],
                false,
            ),
            (
                "If you need an accommodation to apply, please complete [this form](https://oak.example/f/12).",
                &["form"],
                false,
            ),
            (
                "If you need an accommodation to apply, read [how to ask](https://oak.example/help).",
                &["url"],
                false,
            ),
            (
                "If you need an accommodation to apply, [write to us](mailto:help@oak.example?subject=Help).",
                &["email"],
                false,
            ),
            (
                "If you need an accommodation to apply, please complete this form.",
                &[],
                true,
            ),
            (
                "If you need an accommodation to apply, please complete [this form]().",
                &[],
                true,
            ),
            (
                "If you need an accommodation to apply, mail help@oak.example or call the number found here.",
                &["email"],
                true,
            ),
            (
                "If you need an accommodation to apply, please let us know.\n\nQuestions about the menu go to menu@oak.example, our page and the chef.",
                &[],
                false,
            ),
        ];
        for (text, contacts, lost) in cases {
            let found = read_markdown::<Accommodation>(text);
            assert_eq!(found.len(), 1, "{text}");
            let kinds: Vec<_> = found[0]
                .value
                .contacts
                .iter()
                .map(|c| c.kind.name())
                .collect();
            assert_eq!(kinds, *contacts, "{text}");
            assert_eq!(found[0].value.lost_link, *lost, "{text}");
        }
    }

    #[test]
    fn a_statement_covers_the_sentences_on_how_to_ask() {
        let text = "Oak Bakery is an equal opportunity employer. If you need an accommodation to apply, ask us. \
            Contact help@oak.example for this purpose only. We bake bread.";
        let found = read::<Accommodation>(text);
        assert_eq!(found.len(), 1);
        let start = text.find("If you").expect("in the text");
        let end = text.find(" We bake").expect("in the text");
        assert_eq!(found[0].at.range(), start..end);
        assert_eq!(found[0].value.contacts[0].value, "help@oak.example");
    }
}
