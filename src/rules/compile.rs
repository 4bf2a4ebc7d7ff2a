//! Shapes of rule files → [`RuleSet`]: resolves ids, facts, attributes and
//! roles, reads dates. All that is wrong is found at once.

use super::condition::{Comparison, Condition, FactTest, Figures, Operand, ValueTest};
use super::flaw::{Flaw, Flaws, Which};
use super::group;
use super::schema::{self, Bundle};
use super::set::{Act, Demand, Element, Law, RuleSet, Version, Wording};
use super::words::{Collector, Cues, TextTest};
use crate::diagnostic::Basis;
use crate::domain::date::Date;
use crate::domain::money::Amount;
use crate::domain::place::Jurisdiction;
use crate::domain::protected_class::ProtectedClass;
use crate::facts::{Attribute, FactKind, KINDS, Kind};
use crate::posting::Role;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::OnceLock;

/// Compiles the rules of a bundle. `cues` are the literals of patterns where
/// they are known already.
///
/// # Errors
/// Everything that keeps the rules from being compiled. Mistakes that do not
/// (a pattern that cannot run, a law without an address) are found by
/// [`check`](super::check::check).
pub fn compile(bundle: Bundle, cues: &Cues) -> Result<RuleSet, Vec<Flaw>> {
    let mut compiler = Compiler {
        flaws: Flaws::new(),
        patterns: Collector::default(),
        presents: bundle
            .elements
            .iter()
            .map(|e| (e.element.clone(), Rc::new(e.present.clone())))
            .collect(),
        defines_presence: false,
    };
    let elements = by_id(&bundle.elements, |e| &e.element);
    let wordings = by_id(&bundle.wordings, |w| &w.wording);
    let names = Names {
        elements: positions(&elements, |at| &bundle.elements[at].element),
        problems: bundle
            .elements
            .iter()
            .map(|e| {
                let ids = e.problems.iter().map(|p| p.id.clone()).collect();
                (e.element.clone(), ids)
            })
            .collect(),
        figures: bundle
            .elements
            .iter()
            .flat_map(|e| e.problems.iter().map(move |p| (e, p)))
            .map(|(e, p)| {
                let figures = p.when.figures().into_iter().map(str::to_owned);
                ((e.element.clone(), p.id.clone()), figures.collect())
            })
            .collect(),
        wordings: positions(&wordings, |at| &bundle.wordings[at].wording),
    };
    let mut laws: Vec<Law> = bundle
        .laws
        .into_iter()
        .enumerate()
        .map(|(at, law)| {
            compiler.flaws.turn_to(Which::Law(at));
            compiler.law(law, &names)
        })
        .collect();
    laws.sort_by(|a, b| (&a.place, &a.id).cmp(&(&b.place, &b.id)));
    let elements = in_order(bundle.elements, &elements, |at, element| {
        compiler.flaws.turn_to(Which::Element(at));
        compiler.element(element)
    });
    let wordings = in_order(bundle.wordings, &wordings, |at, wording| {
        compiler.flaws.turn_to(Which::Wording(at));
        compiler.wording(wording, &names)
    });
    if !compiler.flaws.found.is_empty() {
        return Err(compiler.flaws.found);
    }
    Ok(RuleSet {
        elements,
        laws,
        wordings,
        patterns: compiler.patterns.finish(cues),
    })
}

/// What rules can refer to.
struct Names {
    elements: HashMap<String, usize>,
    problems: HashMap<String, Vec<String>>,
    /// Figures that a problem compares with, by element and problem.
    figures: HashMap<(String, String), Vec<String>>,
    wordings: HashMap<String, usize>,
}

/// The positions of `rules` in the order of their ids.
fn by_id<T>(rules: &[T], id: impl Fn(&T) -> &String) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rules.len()).collect();
    order.sort_by(|a, b| id(&rules[*a]).cmp(id(&rules[*b])));
    order
}

fn positions<'a>(order: &[usize], id: impl Fn(usize) -> &'a String) -> HashMap<String, usize> {
    let pairs = order.iter().enumerate();
    pairs.map(|(at, &from)| (id(from).clone(), at)).collect()
}

/// Turns rules into compiled ones, in the order given.
fn in_order<T, U>(rules: Vec<T>, order: &[usize], mut turn: impl FnMut(usize, T) -> U) -> Vec<U> {
    let mut slots: Vec<Option<T>> = rules.into_iter().map(Some).collect();
    order
        .iter()
        .filter_map(|&at| slots[at].take().map(|rule| turn(at, rule)))
        .collect()
}

struct Compiler {
    flaws: Flaws,
    patterns: Collector,
    /// How to tell that an element is there, by its id.
    presents: HashMap<String, Rc<schema::Condition>>,
    /// An element's `present` is being read, which refers to no other.
    defines_presence: bool,
}

impl Compiler {
    fn element(&mut self, rule: schema::Element) -> Element {
        let present = self.enter("present", |c| c.presence(&rule.present));
        self.enter("missing", |c| {
            c.enter("belongs_in", |c| c.roles(&rule.missing.belongs_in));
        });
        let mut problems = Vec::with_capacity(rule.problems.len());
        self.enter("problems", |c| {
            c.each(&rule.problems, |c, problem| {
                problems.push(c.condition_at("when", &problem.when));
            });
        });
        Element {
            present,
            problems,
            rule,
        }
    }

    fn wording(&mut self, rule: schema::Wording, names: &Names) -> Wording {
        let mut finds = self.enter("finds", |c| c.text(&rule.finds));
        for (into, patterns) in [
            (
                &mut finds.any,
                group::patterns(&rule.shut_out, &rule.preferred),
            ),
            (
                &mut finds.except,
                group::innocent(&rule.shut_out, &rule.preferred),
            ),
        ] {
            into.extend(patterns.iter().map(|p| self.patterns.number(p)));
        }
        let when = self.optional_condition_at("when", rule.when.as_ref());
        let mut conflicts = Vec::with_capacity(rule.conflicts.len());
        self.enter("conflicts", |c| {
            c.each(&rule.conflicts, |c, conflict| {
                conflicts.extend(c.enter("with", |c| c.part_of_element(&conflict.with, names)));
            });
        });
        Wording {
            finds,
            when,
            conflicts,
            rule,
        }
    }

    /// `pay-range`, or `pay-range/open-ended`.
    fn part_of_element(&mut self, code: &str, names: &Names) -> Option<(usize, Option<usize>)> {
        let (id, problem) = match code.split_once('/') {
            Some((id, problem)) => (id, Some(problem)),
            None => (code, None),
        };
        let Some(&element) = names.elements.get(id) else {
            let known = names.elements.keys().map(String::as_str);
            self.flaws.unknown("element", id, known).is_reference = true;
            return None;
        };
        let problems = &names.problems[id];
        match problem.map(|problem| (problem, problems.iter().position(|p| p == problem))) {
            None => Some((element, None)),
            Some((_, Some(at))) => Some((element, Some(at))),
            Some((problem, None)) => {
                let what = format!("problem of `{id}`:");
                let known = problems.iter().map(String::as_str);
                self.flaws.unknown(&what, problem, known);
                None
            }
        }
    }

    fn law(&mut self, rule: schema::Law, names: &Names) -> Law {
        let except = self.optional_condition_at("except", rule.except.as_ref());
        let mut acts = Vec::with_capacity(rule.acts.len());
        self.enter("acts", |c| {
            c.each(rule.acts, |c, act| {
                let mut versions = Vec::with_capacity(act.versions.len());
                c.enter("versions", |c| {
                    c.each(act.versions, |c, version| {
                        versions.push(c.version(version, names));
                    });
                });
                acts.push(Act {
                    id: act.act,
                    name: act.name,
                    agency: act.agency,
                    versions,
                });
            });
        });
        Law {
            place: (rule.place != "*").then(|| Jurisdiction::new(rule.place)),
            outer: OnceLock::new(),
            id: rule.law,
            name: rule.name,
            about: rule.about,
            except,
            exception: rule.except,
            acts,
            examples: rule.examples,
        }
    }

    fn version(&mut self, rule: schema::Version, names: &Names) -> Version {
        let from = self.enter("from", |c| c.date(rule.from.as_deref()));
        let until = self.enter("until", |c| c.date(rule.until.as_deref()));
        let when = self.optional_condition_at("when", rule.when.as_ref());
        let mut demands = Vec::with_capacity(rule.demands.len());
        self.enter("demands", |c| {
            c.each(&rule.demands, |c, demand| {
                demands.extend(c.demand(demand, names, rule.basis));
            });
        });
        let protects = self.enter("protects", |c| c.classes(&rule.protects));
        let mut forbids = Vec::with_capacity(rule.forbids.len());
        self.enter("forbids", |c| {
            c.each(&rule.forbids, |c, id| match names.wordings.get(id) {
                Some(at) => forbids.push(*at),
                None => {
                    let known = names.wordings.keys().map(String::as_str);
                    c.flaws.unknown("wording", id, known).is_reference = true;
                }
            });
        });
        Version {
            from,
            until,
            when,
            demands,
            protects,
            forbids,
            rule,
        }
    }

    fn demand(&mut self, rule: &schema::Demand, names: &Names, basis: Basis) -> Option<Demand> {
        let when = self.optional_condition_at("when", rule.when.as_ref());
        let mut unsettled = Vec::with_capacity(rule.unsettled.len());
        self.enter("unsettled", |c| {
            c.each(&rule.unsettled, |c, question| {
                unsettled.push(c.condition_at("when", &question.when));
            });
        });
        let Some(&element) = names.elements.get(&rule.element) else {
            let known = names.elements.keys().map(String::as_str);
            self.enter("element", |c| {
                c.flaws
                    .unknown("element", &rule.element, known)
                    .is_reference = true;
            });
            return None;
        };
        let problems = &names.problems[&rule.element];
        let mut minds = Vec::with_capacity(rule.minds.len());
        self.enter("minds", |c| {
            for (id, basis) in &rule.minds {
                match problems.iter().position(|p| p == id) {
                    Some(at) => minds.push((at, *basis)),
                    None => c.enter(id, |c| {
                        let what = format!("problem of `{}`:", rule.element);
                        let known = problems.iter().map(String::as_str);
                        c.flaws
                            .unknown(&what, id, known)
                            .on_key()
                            .help(one_of(problems.iter().map(String::as_str)));
                    }),
                }
            }
        });
        minds.sort_by_key(|(at, _)| *at);
        let mut figures = Figures::new();
        self.enter("figures", |c| {
            for (name, figure) in &rule.figures {
                let figure = c.enter(name, |c| c.number(*figure));
                figures.extend(figure.map(|figure| (name.clone(), figure)));
            }
        });
        self.parameters(rule, names, basis);
        Some(Demand {
            element,
            when,
            unsettled,
            minds,
            figures,
            parameters: rule.parameters.keys().cloned().collect(),
        })
    }

    /// What a configuration can set is compared with, and is no figure of law.
    fn parameters(&mut self, rule: &schema::Demand, names: &Names, basis: Basis) {
        let minded = rule.minds.keys().filter_map(|problem| {
            let figures = names.figures.get(&(rule.element.clone(), problem.clone()));
            figures.map(Vec::as_slice)
        });
        let compared: Vec<&str> = minded.flatten().map(String::as_str).collect();
        let bases = [basis].into_iter().chain(rule.basis);
        let mut bases = bases.chain(rule.minds.values().copied());
        let is_law = bases.any(|basis| !matches!(basis, Basis::Practice | Basis::Policy));
        self.enter("parameters", |c| {
            for name in rule.parameters.keys() {
                c.enter(name, |c| {
                    if is_law {
                        c.flaws
                            .note("a figure of law cannot be set")
                            .on_key()
                            .help("only practice and policy have parameters");
                    } else if !compared.contains(&name.as_str()) {
                        c.flaws
                            .unknown("figure", name, compared.iter().copied())
                            .on_key()
                            .help("it names a figure that a minded problem compares with");
                    }
                });
            }
        });
    }

    fn classes(&mut self, names: &[String]) -> Vec<ProtectedClass> {
        let mut classes = Vec::with_capacity(names.len());
        self.each(names, |c, name| match ProtectedClass::named(name) {
            Some(class) if classes.contains(&class) => {
                c.flaws.note(format!("`{name}` stands here a second time"));
            }
            Some(class) => classes.push(class),
            None => {
                let known = ProtectedClass::all().map(ProtectedClass::name);
                c.flaws
                    .unknown("protected class", name, known)
                    .help("`hirelint facts` shows by which names classes are read");
            }
        });
        classes
    }

    fn date(&mut self, text: Option<&str>) -> Option<Date> {
        let text = text?;
        let date = parse_date(text);
        if date.is_none() {
            self.flaws
                .note(format!("`{text}` is not a day"))
                .help("write it as year-month-day: 2025-01-31");
        }
        date
    }

    fn roles(&mut self, names: &[String]) -> Vec<Role> {
        let mut roles = Vec::with_capacity(names.len());
        self.each(names, |c, name| {
            match Role::ALL.iter().find(|role| role.name() == name) {
                Some(role) => roles.push(*role),
                None => {
                    let known = || Role::ALL.iter().map(|role| role.name());
                    c.flaws
                        .unknown("section", name, known())
                        .help(one_of(known()));
                }
            }
        });
        roles
    }

    fn optional_condition_at(
        &mut self,
        key: &str,
        condition: Option<&schema::Condition>,
    ) -> Option<Condition> {
        condition.map(|condition| self.condition_at(key, condition))
    }

    fn condition_at(&mut self, key: &str, condition: &schema::Condition) -> Condition {
        self.enter(key, |c| c.condition(condition))
    }

    fn condition(&mut self, condition: &schema::Condition) -> Condition {
        match condition {
            schema::Condition::All(parts) => Condition::All(self.parts("all", parts)),
            schema::Condition::Any(parts) => Condition::Any(self.parts("any", parts)),
            schema::Condition::Not(part) => {
                Condition::Not(Box::new(self.condition_at("not", part)))
            }
            schema::Condition::Fact(test) => match self.enter("fact", |c| c.fact(test)) {
                Some(test) => Condition::Fact(test),
                None => Condition::Any(Vec::new()),
            },
            schema::Condition::Text(test) => Condition::Text(self.enter("text", |c| c.text(test))),
            schema::Condition::Section(roles) => {
                Condition::Section(self.enter("section", |c| c.roles(roles)))
            }
            schema::Condition::Element(id) => self.enter("element", |c| c.element_there(id)),
        }
    }

    /// What an element's `present` asks.
    fn presence(&mut self, present: &schema::Condition) -> Condition {
        self.defines_presence = true;
        let condition = self.condition(present);
        self.defines_presence = false;
        condition
    }

    /// Whether the element of an id is there.
    fn element_there(&mut self, id: &str) -> Condition {
        if self.defines_presence {
            self.flaws
                .note("how to tell that an element is there cannot rest on another element")
                .help("write the facts and words themselves");
            return Condition::Any(Vec::new());
        }
        let Some(present) = self.presents.get(id).map(Rc::clone) else {
            let known = self.presents.keys().map(String::as_str);
            self.flaws.unknown("element", id, known).is_reference = true;
            return Condition::Any(Vec::new());
        };
        // Its mistakes are shown once, at the element itself.
        let before = self.flaws.found.len();
        let condition = self.presence(&present);
        self.flaws.found.truncate(before);
        condition
    }

    fn parts(&mut self, key: &str, parts: &[schema::Condition]) -> Vec<Condition> {
        let mut compiled = Vec::with_capacity(parts.len());
        self.enter(key, |c| {
            c.each(parts, |c, part| compiled.push(c.condition(part)));
        });
        compiled
    }

    fn text(&mut self, test: &schema::TextTest) -> TextTest {
        let mut numbers = |patterns: &[String]| {
            patterns
                .iter()
                .map(|pattern| self.patterns.number(pattern))
                .collect::<Vec<_>>()
        };
        let (any, except) = (numbers(&test.any), numbers(&test.except));
        let (unless, near) = (numbers(&test.unless), numbers(&test.near));
        TextTest {
            any,
            except,
            unless,
            near,
            within: self.enter("within", |c| c.roles(&test.within)),
        }
    }

    fn fact(&mut self, test: &schema::FactTest) -> Option<FactTest> {
        let Some(kind) = KINDS.iter().find(|kind| kind.name == test.is) else {
            let known = KINDS.iter().map(|kind| kind.name);
            self.enter("is", |c| {
                c.flaws.unknown("fact", &test.is, known);
            });
            return None;
        };
        let mut tests = Vec::with_capacity(test.tests.len());
        self.enter("where", |c| {
            for (name, value) in &test.tests {
                c.enter(name, |c| match find_attribute(kind, name) {
                    Some(attribute) => {
                        tests.extend(c.value(kind, attribute, value).map(|v| (attribute.name, v)));
                    }
                    None => {
                        let known = || kind.attributes.iter().map(|a| a.name);
                        c.flaws
                            .unknown(&format!("attribute of `{}`:", kind.name), name, known())
                            .on_key()
                            .help(one_of(known()));
                    }
                });
            }
        });
        Some(FactTest { kind, tests })
    }

    fn value(
        &mut self,
        kind: &'static FactKind,
        attribute: &Attribute,
        test: &schema::ValueTest,
    ) -> Option<ValueTest> {
        let fits = match (test, attribute.kind) {
            (schema::ValueTest::Flag(_), Kind::Flag)
            | (schema::ValueTest::Number(_), Kind::Number)
            | (
                schema::ValueTest::Text(_) | schema::ValueTest::OneOf(_),
                Kind::Text | Kind::Choice(_) | Kind::List | Kind::Date,
            )
            | (schema::ValueTest::Compare(_), _) => true,
            (
                schema::ValueTest::Flag(_)
                | schema::ValueTest::Number(_)
                | schema::ValueTest::Text(_)
                | schema::ValueTest::OneOf(_),
                _,
            ) => false,
        };
        if !fits {
            let wanted = describe(attribute.kind);
            self.flaws
                .note(format!("`{}` is {wanted}", attribute.name))
                .help(format!("{}: {}", attribute.name, attribute.about));
            return None;
        }
        match test {
            schema::ValueTest::Flag(flag) => Some(ValueTest::Flag(*flag)),
            schema::ValueTest::Number(number) => self.number(*number).map(ValueTest::Number),
            schema::ValueTest::Text(text) => {
                self.choice(attribute, text);
                Some(ValueTest::OneOf(vec![text.clone()]))
            }
            schema::ValueTest::OneOf(texts) => {
                self.each(texts, |c, text| c.choice(attribute, text));
                Some(ValueTest::OneOf(texts.clone()))
            }
            schema::ValueTest::Compare(comparison) => Some(ValueTest::Compare(
                self.comparison(kind, attribute, comparison),
            )),
        }
    }

    fn comparison(
        &mut self,
        kind: &'static FactKind,
        attribute: &Attribute,
        test: &schema::Comparison,
    ) -> Vec<Comparison> {
        let mut all = Vec::new();
        all.extend(test.said.map(Comparison::Said));
        let numeric = matches!(attribute.kind, Kind::Number | Kind::List);
        let number = |c: &mut Self, key: &str, number: Option<f64>| {
            let number = number?;
            c.enter(key, |c| {
                c.expect_kind(numeric, attribute, "a number or a list")
            });
            c.enter(key, |c| c.number(number))
        };
        let at_least = number(self, "at_least", test.at_least);
        let at_most = number(self, "at_most", test.at_most);
        all.extend(at_least.map(Comparison::AtLeast));
        all.extend(at_most.map(Comparison::AtMost));
        let operand = |c: &mut Self, key: &str, operand: Option<&schema::Operand>| {
            let operand = operand?;
            c.enter(key, |c| {
                c.expect_kind(numeric, attribute, "a number or a list")
            });
            c.enter(key, |c| c.operand(kind, operand))
        };
        let above = operand(self, "above", test.above.as_ref());
        let below = operand(self, "below", test.below.as_ref());
        all.extend(above.map(Comparison::Above));
        all.extend(below.map(Comparison::Below));
        if let Some(past) = test.past {
            let dated = matches!(attribute.kind, Kind::Date);
            self.enter("past", |c| c.expect_kind(dated, attribute, "a date"));
            all.push(Comparison::Past(past));
        }
        if !test.none_of.is_empty() {
            self.enter("none_of", |c| {
                c.each(&test.none_of, |c, text| c.choice(attribute, text));
            });
            all.push(Comparison::NoneOf(test.none_of.clone()));
        }
        if let Some(schema::LawList::Protects) = test.lacks {
            let is_list = matches!(attribute.kind, Kind::List);
            self.enter("lacks", |c| c.expect_kind(is_list, attribute, "a list"));
            all.push(Comparison::LacksProtected);
        }
        all
    }

    fn expect_kind(&mut self, fits: bool, attribute: &Attribute, wanted: &str) {
        if !fits {
            let is = describe(attribute.kind);
            self.flaws
                .note(format!(
                    "this needs {wanted}, and `{}` is {is}",
                    attribute.name
                ))
                .on_key();
        }
    }

    fn number(&mut self, number: f64) -> Option<Amount> {
        let amount = Amount::try_from(number).ok();
        if amount.is_none() {
            self.flaws
                .note(format!("{number} is not a number to compare with"));
        }
        amount
    }

    fn operand(&mut self, kind: &'static FactKind, operand: &schema::Operand) -> Option<Operand> {
        match operand {
            schema::Operand::Number(number) => self.number(*number).map(Operand::Number),
            schema::Operand::Figure(figure) => Some(Operand::Figure(figure.figure.clone())),
            schema::Operand::Attribute(name) => match find_attribute(kind, name) {
                Some(attribute) => {
                    if attribute.kind != Kind::Number {
                        let is = describe(attribute.kind);
                        self.flaws.note(format!("`{name}` is {is}, not a number"));
                    }
                    Some(Operand::Attribute(attribute.name))
                }
                None => {
                    let known = kind.attributes.iter().map(|a| a.name);
                    let what = format!("attribute of `{}`:", kind.name);
                    self.flaws.unknown(&what, name, known);
                    None
                }
            },
        }
    }

    /// Notes a text that the attribute never has.
    fn choice(&mut self, attribute: &Attribute, text: &str) {
        match attribute.kind {
            Kind::Choice(choices) if !choices.contains(&text) => {
                let what = format!("value of `{}`:", attribute.name);
                self.flaws
                    .unknown(&what, text, choices.iter().copied())
                    .help(one_of(choices.iter().copied()));
            }
            Kind::Date if parse_date(text).is_none() => {
                self.flaws
                    .note(format!("`{text}` is not a day"))
                    .help("write it as year-month-day: 2025-01-31");
            }
            Kind::Number | Kind::Flag => {
                let is = describe(attribute.kind);
                self.flaws.note(format!("`{}` is {is}", attribute.name));
            }
            Kind::Choice(_) | Kind::Date | Kind::Text | Kind::List => {}
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
    fn each<I: IntoIterator>(&mut self, items: I, mut check: impl FnMut(&mut Self, I::Item)) {
        for (index, item) in items.into_iter().enumerate() {
            self.flaws.push_item(index);
            check(self, item);
            self.flaws.pop();
        }
    }
}

fn find_attribute(kind: &'static FactKind, name: &str) -> Option<&'static Attribute> {
    kind.attributes.iter().find(|a| a.name == name)
}

/// A day in ISO 8601, written in full.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

fn describe(kind: Kind) -> String {
    match kind {
        Kind::Text => "a text".into(),
        Kind::Choice(_) => "one of several words".into(),
        Kind::Number => "a number".into(),
        Kind::Flag => "true or false".into(),
        Kind::List => "a list of words".into(),
        Kind::Date => "a date".into(),
    }
}

fn one_of<'n>(known: impl Iterator<Item = &'n str>) -> String {
    let list: Vec<_> = known.map(|k| format!("`{k}`")).collect();
    if list.is_empty() {
        "there are none".into()
    } else {
        format!("known are {}", list.join(", "))
    }
}
