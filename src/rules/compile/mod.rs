//! Shapes of rule files → [`RuleSet`]: resolves ids, facts, attributes and
//! roles, reads dates. All that is wrong is found at once.

mod condition;
mod fact;
mod law;

use crate::domain::date::Date;
use crate::domain::protected_class::ProtectedClass;
use crate::posting::Role;
use crate::rules::flaw::{Flaw, Flaws, Which};
use crate::rules::group;
use crate::rules::schema::{self, Bundle};
use crate::rules::set::{Element, Law, RuleSet, Wording};
use crate::rules::words::{Collector, Cues, Patterns};
use std::collections::HashMap;
use std::sync::Arc;

/// Compiles the rules of a bundle. `cues` are the literals of patterns where
/// they are known already.
///
/// # Errors
/// Everything that keeps the rules from being compiled. Mistakes that do not
/// (a pattern that cannot run, a law without an address) are found by
/// [`check`](crate::rules::check::check).
pub fn compile(bundle: Bundle, cues: Cues) -> Result<RuleSet, Vec<Flaw>> {
    compile_with(bundle, &[], cues)
}

/// The same with laws that are read when a posting first asks for them, which must
/// be sound.
pub(super) fn compile_with(
    bundle: Bundle,
    kept: &'static [KeptLaw],
    cues: Cues,
) -> Result<RuleSet, Vec<Flaw>> {
    let presents = bundle.elements.iter();
    let presents = presents.map(|e| (e.element.clone(), Arc::new(e.present.clone())));
    let presents = Arc::new(presents.collect());
    let mut compiler = Compiler::of(Numbers::New(Collector::default()), presents);
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
    let mut is_forbidden = vec![false; bundle.wordings.len()];
    let mut laws = Vec::with_capacity(bundle.laws.len() + kept.len());
    for (at, rule) in bundle.laws.into_iter().enumerate() {
        compiler.flaws.turn_to(Which::Law(at));
        let versions = rule.acts.iter().flat_map(|act| &act.versions);
        for id in versions.flat_map(|version| &version.forbids) {
            names.mark(id, &mut is_forbidden);
        }
        let (id, name, place) = (rule.law.clone(), rule.name.clone(), rule.place.clone());
        let provisions = compiler.provisions(rule, &names);
        laws.push(law::law(id, name, &place, Box::new(|| provisions)));
    }
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
    let Numbers::New(mut patterns) = compiler.patterns else {
        unreachable!("they were new above");
    };
    if !kept.is_empty() {
        cues.of_laws.iter().for_each(|pattern| {
            patterns.number(pattern);
        });
    }
    let patterns = Arc::new(patterns.finish(cues));
    for id in kept.iter().flat_map(|law| law.forbids) {
        names.mark(id, &mut is_forbidden);
    }
    let lexicon = Arc::new(Lexicon {
        names,
        presents: compiler.presents,
        patterns: Arc::clone(&patterns),
    });
    laws.extend(kept.iter().map(|law| lexicon.law(law)));
    laws.sort_by(|a, b| (&a.place, &a.id).cmp(&(&b.place, &b.id)));
    Ok(RuleSet {
        elements,
        laws,
        wordings,
        is_forbidden,
        patterns,
    })
}

/// A built-in law, of which only the head is read at a start: a posting meets few of
/// the laws of the world.
#[derive(Debug)]
pub struct KeptLaw {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) place: &'static str,
    /// The wordings that its versions forbid.
    pub(super) forbids: &'static [&'static str],
    /// The law as JSON.
    pub(super) json: &'static str,
}

impl KeptLaw {
    /// The law as its file says it, without its examples.
    pub(super) fn rule(&self) -> schema::Law {
        serde_json::from_str(self.json).expect("a test holds the built-in rules to their shape")
    }
}

/// What it takes to compile a law when all other rules are compiled.
struct Lexicon {
    names: Names,
    presents: Presents,
    patterns: Arc<Patterns>,
}

impl Lexicon {
    fn law(self: &Arc<Self>, kept: &'static KeptLaw) -> Law {
        let lexicon = Arc::clone(self);
        let read = move || {
            let numbers = Numbers::Known(Arc::clone(&lexicon.patterns));
            let mut compiler = Compiler::of(numbers, lexicon.presents.clone());
            let provisions = compiler.provisions(kept.rule(), &lexicon.names);
            let flaws = &compiler.flaws.found;
            assert!(flaws.is_empty(), "a built-in law is unsound: {flaws:#?}");
            provisions
        };
        law::law(kept.id.into(), kept.name.into(), kept.place, Box::new(read))
    }
}

/// What rules can refer to.
struct Names {
    elements: HashMap<String, usize>,
    problems: HashMap<String, Vec<String>>,
    /// Figures that a problem compares with, by element and problem.
    figures: HashMap<(String, String), Vec<String>>,
    wordings: HashMap<String, usize>,
}

impl Names {
    /// Marks a wording, if there is one of this id.
    fn mark(&self, wording: &str, marks: &mut [bool]) {
        if let Some(at) = self.wordings.get(wording) {
            marks[*at] = true;
        }
    }
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

/// How to tell that an element is there, by its id.
type Presents = Arc<HashMap<String, Arc<schema::Condition>>>;

/// The numbers of patterns.
enum Numbers {
    /// Given as they come.
    New(Collector),
    /// Given before.
    Known(Arc<Patterns>),
}

impl Numbers {
    fn number(&mut self, pattern: &str) -> usize {
        match self {
            Numbers::New(collector) => collector.number(pattern),
            Numbers::Known(patterns) => {
                let number = patterns.number(pattern);
                number.expect("the build script lists the patterns of laws")
            }
        }
    }
}

struct Compiler {
    flaws: Flaws,
    patterns: Numbers,
    presents: Presents,
    /// An element's `present` is being read, which refers to no other.
    defines_presence: bool,
}

impl Compiler {
    fn of(patterns: Numbers, presents: Presents) -> Self {
        Compiler {
            flaws: Flaws::new(),
            patterns,
            presents,
            defines_presence: false,
        }
    }

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

/// A day in ISO 8601, written in full.
pub(in crate::rules) fn parse_date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

fn one_of<'n>(known: impl Iterator<Item = &'n str>) -> String {
    let list: Vec<_> = known.map(|k| format!("`{k}`")).collect();
    if list.is_empty() {
        "there are none".into()
    } else {
        format!("known are {}", list.join(", "))
    }
}
