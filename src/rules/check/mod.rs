//! What a good rule must have beyond what compiling needs: patterns that can
//! run and match the folded text, dates in order, sources, examples on both
//! sides. Runs when rule files are loaded; the built-in ones have passed it.

mod law;
mod pattern;

use crate::diagnostic::Severity;
use crate::domain::protected_class::ProtectedClass;
use crate::facts::KINDS;
use crate::rules::compile::parse_date;
use crate::rules::flaw::{Flaws, Which, nearest};
use crate::rules::load::Start;
use crate::rules::point::{LAW_LIST_BLANKS, blanks};
use crate::rules::schema::{
    Bundle, Condition, Element, ElementExample, LawList, Operand, TextTest, ValueTest, Wording,
};
use crate::rules::{Flaw, group};
use std::collections::HashSet;

/// Checks the rules from `own` on; those before are known to be sound.
pub(in crate::rules) fn check(bundle: &Bundle, own: Start) -> Vec<Flaw> {
    let mut checker = Checker {
        flaws: Flaws::new(),
        bundle,
        sound: HashSet::new(),
    };
    for (at, element) in bundle.elements.iter().enumerate().skip(own.elements) {
        checker.flaws.turn_to(Which::Element(at));
        checker.element(element);
    }
    for (at, law) in bundle.laws.iter().enumerate().skip(own.laws) {
        checker.flaws.turn_to(Which::Law(at));
        checker.law(law);
    }
    for (at, wording) in bundle.wordings.iter().enumerate().skip(own.wordings) {
        checker.flaws.turn_to(Which::Wording(at));
        checker.wording(wording);
    }
    checker.flaws.found
}

struct Checker<'a> {
    flaws: Flaws,
    bundle: &'a Bundle,
    /// Patterns that were tried already.
    sound: HashSet<&'a str>,
}

impl<'a> Checker<'a> {
    fn element(&mut self, element: &'a Element) {
        self.id("element", &element.element);
        self.filled("title", &element.title);
        self.condition_at("present", &element.present);
        self.enter("missing", |c| {
            let missing = &element.missing;
            c.filled("message", &missing.message);
            c.filled("help", &missing.help);
            // Nothing was found that could fill a blank.
            let why = missing.why.as_ref();
            c.blanks(
                &[],
                &missing.message,
                why,
                &missing.help,
                missing.write.as_ref(),
            );
        });
        self.enter("problems", |c| {
            let mut seen = HashSet::new();
            c.each(&element.problems, |c, problem| {
                c.id("id", &problem.id);
                if problem.id == "missing" || !seen.insert(&problem.id) {
                    c.enter("id", |c| {
                        c.flaws.note(format!("the id `{}` is taken", problem.id));
                    });
                }
                c.condition_at("when", &problem.when);
                c.filled("message", &problem.message);
                c.filled("help", &problem.help);
                let mut known = vec!["text"];
                fillings(&problem.when, &mut known);
                let why = problem.why.as_ref();
                let write = problem.write.as_ref();
                c.blanks(&known, &problem.message, why, &problem.help, write);
            });
        });
        self.enter("examples", |c| {
            c.both_sides(
                element.examples.iter().any(|e| e.problem.is_some()),
                element.examples.iter().any(|e| e.problem.is_none()),
            );
            c.each(&element.examples, |c, example| {
                c.element_example(element, example);
            });
        });
    }

    fn element_example(&mut self, element: &'a Element, example: &'a ElementExample) {
        self.day("as_of", example.as_of.as_deref());
        if let Some(problem) = &example.problem {
            let ids = element.problems.iter().map(|p| p.id.as_str());
            let known: Vec<&str> = std::iter::once("missing").chain(ids).collect();
            if !known.contains(&problem.as_str()) {
                self.enter("problem", |c| {
                    c.flaws.unknown("problem", problem, known);
                });
            }
        }
        self.words_in("at", example.at.as_deref(), &example.posting);
        self.enter("protects", |c| {
            c.each(&example.protects, |c, name| {
                if ProtectedClass::named(name).is_none() {
                    let known = ProtectedClass::all().map(ProtectedClass::name);
                    c.flaws.unknown("protected class", name, known);
                }
            });
        });
    }

    fn wording(&mut self, wording: &'a Wording) {
        self.id("wording", &wording.wording);
        self.filled("title", &wording.title);
        let groups = [
            ("shut_out", &wording.shut_out),
            ("preferred", &wording.preferred),
        ];
        if groups.iter().all(|(_, groups)| groups.is_empty())
            || wording.finds != TextTest::default()
        {
            self.enter("finds", |c| c.text(&wording.finds));
        }
        for (key, groups) in groups {
            self.enter(key, |c| {
                c.each(groups, |c, group| c.unsound(&group::alone(group)))
            });
        }
        if let Some(when) = &wording.when {
            self.condition_at("when", when);
        }
        if wording.otherwise == Some(Severity::Error) {
            self.enter("otherwise", |c| {
                c.flaws
                    .note("nothing is an error without a law that says so")
                    .help("write `warning` or `advice`, and name the wording in a law's `forbids`");
            });
        }
        self.filled("message", &wording.message);
        self.filled("help", &wording.help);
        let (why, write) = (wording.why.as_ref(), wording.write.as_ref());
        self.blanks(&["text"], &wording.message, why, &wording.help, write);
        self.enter("examples", |c| {
            c.both_sides(
                wording.examples.iter().any(|e| e.finds.is_some()),
                wording.examples.iter().any(|e| e.finds.is_none()),
            );
            c.each(&wording.examples, |c, example| {
                c.words_in("finds", example.finds.as_deref(), &example.posting);
            });
        });
    }

    /// A code with a problem: `pay-range/missing`; a wording alone or with
    /// `/wording`.
    fn finding(&mut self, finding: &str) {
        let (code, problem) = match finding.split_once('/') {
            Some((code, problem)) => (code, Some(problem)),
            None => (finding, None),
        };
        if !self.code(code) {
            self.flaws.last().on_key();
            return;
        }
        let element = self.bundle.elements.iter().find(|e| e.element == code);
        let known: Vec<&str> = match element {
            Some(element) => std::iter::once("missing")
                .chain(element.problems.iter().map(|p| p.id.as_str()))
                .collect(),
            None => vec!["wording"],
        };
        match problem {
            Some(problem) if !known.contains(&problem) => {
                let meant = nearest(problem, known.iter().copied());
                let flaw = self
                    .flaws
                    .note(format!("`{code}` has no problem `{problem}`"));
                flaw.meant = meant;
                flaw.on_key();
            }
            None if element.is_some() => {
                self.flaws
                    .note(format!("which problem of `{code}`?"))
                    .on_key()
                    .help(format!(
                        "write `{code}/missing`, or another of its problems"
                    ));
            }
            Some(_) | None => {}
        }
    }

    /// The id of an element or wording; false if there is none of it.
    fn code(&mut self, code: &str) -> bool {
        let elements = self.bundle.elements.iter().map(|e| e.element.as_str());
        let wordings = self.bundle.wordings.iter().map(|w| w.wording.as_str());
        let known: Vec<&str> = elements.chain(wordings).collect();
        let is_known = known.contains(&code);
        if !is_known {
            let flaw = self.flaws.unknown("element or wording", code, known);
            flaw.is_reference = true;
        }
        is_known
    }

    fn both_sides(&mut self, fails: bool, passes: bool) {
        if !fails {
            self.flaws
                .note("there is no example that fails")
                .on_key()
                .help("show a posting in which it is found");
        }
        if !passes {
            self.flaws
                .note("there is no example that passes")
                .on_key()
                .help("show a posting in which it is not found, best one that comes near");
        }
    }

    /// Notes blanks of messages that nothing fills.
    fn blanks(
        &mut self,
        known: &[&str],
        message: &str,
        why: Option<&String>,
        help: &str,
        write: Option<&String>,
    ) {
        let texts = [
            ("message", Some(message)),
            ("why", why.map(String::as_str)),
            ("help", Some(help)),
            ("write", write.map(String::as_str)),
        ];
        for (key, text) in texts {
            let Some(text) = text else { continue };
            for blank in blanks(text).filter(|blank| !known.contains(blank)) {
                self.enter(key, |c| {
                    let flaw = c
                        .flaws
                        .note(format!("nothing is known that would fill `{{{blank}}}`"));
                    flaw.meant = nearest(blank, known.iter().copied());
                    if let Some(at) = text.find(&format!("{{{blank}}}")) {
                        flaw.within(at..at + blank.len() + 2);
                    }
                });
            }
        }
    }

    fn words_in(&mut self, key: &str, words: Option<&str>, posting: &str) {
        let Some(words) = words else { return };
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !plain(posting).contains(&plain(words)) {
            self.enter(key, |c| {
                c.flaws.note("these words do not stand in the posting");
            });
        }
    }

    fn filled(&mut self, key: &str, text: &str) {
        if text.trim().is_empty() {
            self.enter(key, |c| {
                c.flaws.note(format!("`{key}` is empty"));
            });
        }
    }

    fn id(&mut self, key: &str, id: &str) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let sound = !id.is_empty() && id.split('-').all(|w| !w.is_empty() && w.chars().all(plain));
        if !sound {
            self.enter(key, |c| {
                c.flaws
                    .note(format!("`{id}` is no id"))
                    .help("an id is made of lower-case words and digits with hyphens between them");
            });
        }
    }

    fn day(&mut self, key: &str, day: Option<&str>) {
        if let Some(day) = day
            && parse_date(day).is_none()
        {
            self.enter(key, |c| {
                c.flaws
                    .note(format!("`{day}` is not a day"))
                    .help("write it as year-month-day: 2025-01-31");
            });
        }
    }

    /// Runs `check` one key deeper.
    fn enter<T>(&mut self, key: &str, check: impl FnOnce(&mut Self) -> T) -> T {
        self.flaws.push(key);
        let result = check(self);
        self.flaws.pop();
        result
    }

    /// Runs `check` for each item of a list, one step deeper.
    fn each<T>(&mut self, items: &'a [T], mut check: impl FnMut(&mut Self, &'a T)) {
        for (index, item) in items.iter().enumerate() {
            self.flaws.push_item(index);
            check(self, item);
            self.flaws.pop();
        }
    }
}

/// The names that a condition's evidence can fill in: attributes of its facts
/// and figures of the law.
fn fillings<'c>(condition: &'c Condition, names: &mut Vec<&'c str>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| fillings(part, names));
        }
        // What is not there fills nothing.
        Condition::Not(_) | Condition::Text(_) | Condition::Section(_) | Condition::Element(_) => {}
        Condition::Fact(test) => {
            let kind = KINDS.iter().find(|kind| kind.name == test.is);
            names.extend(kind.iter().flat_map(|k| k.attributes).map(|a| a.name));
            for value in test.tests.values() {
                if let ValueTest::Compare(comparison) = value {
                    for operand in [&comparison.above, &comparison.below] {
                        if let Some(Operand::Figure(figure)) = operand {
                            names.push(&figure.figure);
                        }
                    }
                    if let Some(LawList::Protects) = comparison.lacks {
                        names.extend(LAW_LIST_BLANKS);
                    }
                }
            }
        }
    }
}
