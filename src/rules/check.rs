//! What a good rule must have beyond what compiling needs: patterns that can
//! run and match the folded text, dates in order, sources, examples on both
//! sides. Runs when rule files are loaded; the built-in ones have passed it.

use super::compile::parse_date;
use super::flaw::{Flaws, Which, nearest};
use super::load::Start;
use super::point::{LAW_LIST_BLANKS, blanks};
use super::schema::{
    Act, Bundle, Condition, Element, ElementExample, Law, LawList, Operand, TextTest, ValueTest,
    Version, Wording,
};
use super::{Flaw, cue, group};
use crate::diagnostic::{Basis, Severity};
use crate::domain::gazetteer;
use crate::domain::protected_class::ProtectedClass;
use crate::facts::KINDS;
use crate::text::{Folded, Pattern};
use std::collections::HashSet;

/// Checks the rules from `own` on; those before are known to be sound.
pub(super) fn check(bundle: &Bundle, own: Start) -> Vec<Flaw> {
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

    fn law(&mut self, law: &'a Law) {
        self.id("law", &law.law);
        self.filled("name", &law.name);
        let code = law.place.to_lowercase();
        if law.place != "*" {
            self.enter("place", |c| c.place(&law.place));
            let belongs = law
                .law
                .strip_prefix(&code)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
            if !belongs {
                self.enter("law", |c| {
                    c.flaws.note(format!(
                        "the id of a law of {} begins with `{code}`",
                        law.place
                    ));
                });
            }
        }
        if let Some(except) = &law.except {
            self.condition_at("except", except);
        }
        self.enter("acts", |c| {
            let mut seen = HashSet::new();
            c.each(&law.acts, |c, act| {
                if !seen.insert(&act.act) {
                    c.enter("act", |c| {
                        c.flaws.note(format!("the id `{}` is taken", act.act));
                    });
                }
                c.act(act);
            });
        });
        self.enter("examples", |c| {
            if law.examples.is_empty() {
                c.flaws
                    .note("there is no example")
                    .on_key()
                    .help("show a posting and what it `finds`, or the codes that stay `silent`");
            }
            c.each(&law.examples, |c, example| {
                c.day("as_of", example.as_of.as_deref());
                c.enter("employer", |c| {
                    c.enter("headcount_in", |c| {
                        for code in example.employer.headcount_in.keys() {
                            c.enter(code, |c| {
                                if !c.place(code) {
                                    c.flaws.last().on_key();
                                }
                            });
                        }
                    });
                });
                c.enter("finds", |c| {
                    for code in example.finds.keys() {
                        c.enter(code, |c| c.finding(code));
                    }
                });
                c.enter("silent", |c| {
                    c.each(&example.silent, |c, code| {
                        c.code(code);
                    });
                });
            });
        });
    }

    /// The code of a place, in its canonical form; false if it is none.
    fn place(&mut self, code: &str) -> bool {
        let known = gazetteer::resolve(code);
        let is_known = known.as_ref().is_some_and(|known| known.code() == code);
        if !is_known {
            let flaw = self
                .flaws
                .note(format!("no place has the code `{code}`"))
                .help("a code is `US`, `US-WA`, `US-WA-SEATTLE` or `US-WA-KINGCOUNTY`");
            flaw.meant = known.map(|known| known.code().to_owned());
        }
        is_known
    }

    fn act(&mut self, act: &'a Act) {
        self.id("act", &act.act);
        self.filled("name", &act.name);
        self.enter("versions", |c| {
            if act.versions.is_empty() {
                c.flaws.note("an act needs at least one version");
            }
            let mut until: Option<Option<crate::domain::date::Date>> = None;
            c.each(&act.versions, |c, version| {
                let from = version.from.as_deref().and_then(parse_date);
                let end = version.until.as_deref().and_then(parse_date);
                if let (Some(from), Some(end)) = (from, end)
                    && end < from
                {
                    c.enter("until", |c| {
                        c.flaws
                            .note(format!("it ends on {end}, before it begins on {from}"));
                    });
                }
                // The version before must have ended when this one begins.
                let overlaps = match (until, from) {
                    (None, _) => false,
                    (Some(_), None) | (Some(None), _) => true,
                    (Some(Some(before)), Some(from)) => from <= before,
                };
                if overlaps {
                    let key = if version.from.is_some() {
                        "from"
                    } else {
                        "citation"
                    };
                    c.enter(key, |c| {
                        c.flaws
                            .note("this version begins before the one above has ended")
                            .help("versions stand in order of time and do not overlap");
                    });
                }
                until = Some(end);
                c.version(version);
            });
        });
    }

    fn version(&mut self, version: &'a Version) {
        let can_err = |basis: Basis| basis.is_binding() || basis == Basis::Policy;
        let minded = version.demands.iter().flat_map(|d| d.minds.values());
        let bases = minded
            .copied()
            .chain(version.demands.iter().filter_map(|d| d.basis));
        let binds = can_err(version.basis) || bases.into_iter().any(can_err);
        if version.citation.trim().is_empty() && binds {
            self.enter("citation", |c| {
                c.flaws.note("what can be an error needs its citation");
            });
        }
        if !version.url.starts_with("https://") || version.url.len() < 12 {
            self.enter("url", |c| {
                c.flaws
                    .note("this is not an https address")
                    .help("give the address of the text, or of the agency's page about it");
            });
        }
        self.day("verified", Some(&version.verified));
        if let Some(when) = &version.when {
            self.condition_at("when", when);
        }
        self.enter("reach", |c| {
            c.enter("within", |c| {
                c.each(&version.reach.within, |c, code| {
                    c.place(code);
                });
            });
        });
        self.enter("demands", |c| {
            c.each(&version.demands, |c, demand| {
                if let Some(when) = &demand.when {
                    c.condition_at("when", when);
                }
                if !demand.required && demand.minds.is_empty() {
                    c.enter("element", |c| {
                        c.flaws
                            .note("this demand asks for nothing")
                            .help("it needs `required: true` or something in `minds`");
                    });
                }
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

    fn condition_at(&mut self, key: &str, condition: &'a Condition) {
        self.enter(key, |c| c.condition(condition));
    }

    fn condition(&mut self, condition: &'a Condition) {
        match condition {
            Condition::All(parts) => self.parts("all", parts),
            Condition::Any(parts) => self.parts("any", parts),
            Condition::Not(part) => self.condition_at("not", part),
            Condition::Text(test) => self.enter("text", |c| c.text(test)),
            Condition::Section(roles) => self.enter("section", |c| {
                if roles.is_empty() {
                    c.flaws.note("`section` needs at least one role");
                }
            }),
            // Both are resolved when the rules are compiled.
            Condition::Fact(_) | Condition::Element(_) => {}
        }
    }

    fn parts(&mut self, key: &str, parts: &'a [Condition]) {
        self.enter(key, |c| {
            if parts.is_empty() {
                c.flaws
                    .note(format!("`{key}` needs at least one condition"));
            }
            c.each(parts, |c, part| c.condition(part));
        });
    }

    fn text(&mut self, test: &'a TextTest) {
        self.enter("any", |c| {
            if test.any.is_empty() {
                c.flaws.note("at least one pattern is needed");
            }
        });
        let lists = [
            ("any", &test.any),
            ("except", &test.except),
            ("unless", &test.unless),
            ("near", &test.near),
        ];
        for (key, patterns) in lists {
            self.enter(key, |c| c.each(patterns, |c, pattern| c.pattern(pattern)));
        }
    }

    fn pattern(&mut self, pattern: &'a str) {
        if self.sound.contains(pattern) {
            return;
        }
        let before = self.flaws.found.len();
        self.unsound(pattern);
        if self.flaws.found.len() == before {
            self.sound.insert(pattern);
        }
    }

    fn unsound(&mut self, pattern: &str) {
        let mut parser = regex_syntax::ast::parse::Parser::new();
        let ast = match parser.parse(pattern) {
            Ok(ast) => ast,
            Err(error) => {
                let span = error.span();
                self.flaws
                    .note(format!("the pattern is broken: {}", error.kind()))
                    .within(span.start.offset..span.end.offset.max(span.start.offset));
                return;
            }
        };
        if let Some((range, written, folded)) = unfolded(pattern) {
            self.flaws
                .note(format!(
                    "`{written}` never stands in the text that patterns see"
                ))
                .within(range)
                .help(format!(
                    "the text is in lower case with plain quotes and dashes: write `{folded}`"
                ));
            return;
        }
        let translated = regex_syntax::hir::translate::TranslatorBuilder::new()
            .unicode(false)
            .utf8(false)
            .build()
            .translate(pattern, &ast);
        match translated {
            Err(error) => {
                let span = error.span();
                self.flaws
                    .note(format!("the pattern is broken: {}", error.kind()))
                    .within(span.start.offset..span.end.offset.max(span.start.offset));
            }
            Ok(hir) if hir.properties().minimum_len() == Some(0) => {
                self.flaws
                    .note("the pattern matches nothing at all, and so it matches everywhere")
                    .help("make at least one part of it necessary");
            }
            Ok(_) => {
                if let Err(error) = Pattern::check(&cue::whole(pattern)) {
                    self.flaws.note(match error {
                        regex::Error::CompiledTooBig(_) => "the pattern is too large".to_owned(),
                        error => format!("the pattern is broken: {error}"),
                    });
                }
            }
        }
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

/// The first letter of a pattern that folding would have changed, with what it
/// would have become. Escapes (`\W`) and names of groups and classes are no
/// letters.
fn unfolded(pattern: &str) -> Option<(std::ops::Range<usize>, String, String)> {
    let mut chars = pattern.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            // `\p{Lu}`, `\x{1F}`: what stands in the braces is a name.
            let (_, escaped) = chars.next()?;
            let braces = pattern[at..].get(2..3) == Some("{");
            if matches!(escaped, 'p' | 'P' | 'x' | 'u' | 'U' | 'b') && braces {
                chars.by_ref().find(|(_, c)| *c == '}');
            }
            continue;
        }
        let written = c.to_string();
        let folded = Folded::of(&written);
        if folded.text() != written {
            return Some((at..at + c.len_utf8(), written, folded.text().to_owned()));
        }
    }
    None
}
