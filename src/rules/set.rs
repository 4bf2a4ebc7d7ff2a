//! Rules after compiling: ids are resolved, dates are dates, conditions refer to
//! facts that exist. Nothing here can fail any more.

use super::condition::{Condition, Figures};
use super::schema;
use super::words::Patterns;
use crate::diagnostic::Basis;
use crate::domain::date::Date;
use crate::domain::gazetteer;
use crate::domain::money::Amount;
use crate::domain::place::Jurisdiction;
use crate::domain::protected_class::ProtectedClass;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

/// All elements, laws and wordings of a run, ready to judge postings.
#[derive(Debug)]
pub struct RuleSet {
    /// Elements by id.
    pub elements: Vec<Element>,
    /// Laws by place, then id; those that hold everywhere come first.
    pub laws: Vec<Law>,
    /// Wordings by id.
    pub wordings: Vec<Wording>,
    /// For each wording, whether some law forbids it.
    pub is_forbidden: Vec<bool>,
    /// The patterns of all conditions.
    pub(super) patterns: Arc<Patterns>,
}

/// Something that a posting can contain or lack.
#[derive(Debug)]
pub struct Element {
    /// What its file says.
    pub rule: schema::Element,
    /// How to tell that it is there.
    pub present: Condition,
    /// When each of `rule.problems` holds, in the same order.
    pub problems: Vec<Condition>,
}

/// One jurisdiction's law, or one company's policy.
#[derive(Debug)]
pub struct Law {
    /// Its id: `us-wa`.
    pub id: String,
    /// The place's name: "Washington".
    pub name: String,
    /// The jurisdiction; nothing for practice and policy that hold everywhere.
    pub place: Option<Jurisdiction>,
    /// What the place lies in, and itself, the widest first; looked up when
    /// first asked for.
    pub(super) outer: OnceLock<Vec<Jurisdiction>>,
    /// What it says, read when somebody first asks: of all laws a posting meets few.
    pub(super) provisions: LazyLock<Provisions, ReadProvisions>,
}

/// Reads what a law says.
pub(super) type ReadProvisions = Box<dyn FnOnce() -> Provisions + Send>;

/// What a law says.
#[derive(Debug)]
pub(super) struct Provisions {
    pub about: Option<String>,
    pub except: Option<Condition>,
    pub exception: Option<schema::Condition>,
    pub acts: Vec<Act>,
    pub examples: Vec<schema::LawExample>,
}

/// One statute (or ordinance, rule, policy) through time.
#[derive(Debug)]
pub struct Act {
    /// Its id within the law.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who enforces it.
    pub agency: Option<String>,
    /// Its versions in order of time; they do not overlap.
    pub versions: Vec<Version>,
}

/// An act as it stands from one day to another.
#[derive(Debug)]
pub struct Version {
    /// What its file says.
    pub rule: schema::Version,
    /// First day in force.
    pub from: Option<Date>,
    /// Last day in force.
    pub until: Option<Date>,
    /// What the posting must say for the act to apply at all.
    pub when: Option<Condition>,
    /// Its demands, in the order of `rule.demands`.
    pub demands: Vec<Demand>,
    /// The grounds that it protects.
    pub protects: Vec<ProtectedClass>,
    /// The wordings that it forbids, by their place in [`RuleSet::wordings`].
    pub forbids: Vec<usize>,
}

/// A demand on one element.
#[derive(Debug)]
pub struct Demand {
    /// The element's place in [`RuleSet::elements`].
    pub element: usize,
    /// What the posting must say for the demand to apply.
    pub when: Option<Condition>,
    /// What the posting must say for each question of `rule.unsettled` to arise.
    pub unsettled: Vec<Condition>,
    /// The problems that it minds, by their place in the element, with what
    /// that rests on.
    pub minds: Vec<(usize, Basis)>,
    /// Figures that the problems compare with.
    pub figures: Figures,
    /// Those that a configuration can set, by name.
    pub parameters: Vec<String>,
}

/// Figures that a configuration sets, by element.
pub type Parameters = BTreeMap<String, Figures>;

impl Demand {
    /// Its figures, with what is set of those that can be.
    pub fn figures_with(&self, element: &str, set: &Parameters) -> Cow<'_, Figures> {
        let set = set.get(element).filter(|_| !self.parameters.is_empty());
        let Some(set) = set else {
            return Cow::Borrowed(&self.figures);
        };
        let mut figures = self.figures.clone();
        let can_be = |(name, _): &(&String, &Amount)| self.parameters.contains(name);
        let set = set.iter().filter(can_be);
        figures.extend(set.map(|(name, figure)| (name.clone(), *figure)));
        Cow::Owned(figures)
    }
}

/// Something that a posting should not say.
#[derive(Debug)]
pub struct Wording {
    /// What its file says.
    pub rule: schema::Wording,
    /// What it looks like.
    pub finds: super::words::TextTest,
    /// When it matters at all.
    pub when: Option<Condition>,
    /// The elements that pull against it, in the order of `rule.conflicts`: the
    /// element's place in [`RuleSet::elements`], and its problem's where only
    /// one is meant.
    pub conflicts: Vec<(usize, Option<usize>)>,
}

impl RuleSet {
    /// Whether law that binds by itself is behind a code: an element, one of its
    /// problems, a wording or a law.
    pub fn binds(&self, code: &str) -> bool {
        let code = code.split('/').next().unwrap_or(code);
        self.laws.iter().any(|law| {
            let mut versions = law.acts().iter().flat_map(|act| &act.versions);
            versions.any(|version| {
                let demands = version.rule.demands.iter();
                let mut names = demands
                    .map(|demand| &demand.element)
                    .chain(&version.rule.forbids);
                version.rule.basis.is_binding()
                    && (law.id == code || names.any(|name| name == code))
            })
        })
    }

    /// The element of an id.
    pub fn element(&self, id: &str) -> Option<&Element> {
        let at = self
            .elements
            .binary_search_by(|e| e.rule.element.as_str().cmp(id));
        at.ok().map(|at| &self.elements[at])
    }

    /// The wording of an id.
    pub fn wording(&self, id: &str) -> Option<&Wording> {
        let at = self
            .wordings
            .binary_search_by(|w| w.rule.wording.as_str().cmp(id));
        at.ok().map(|at| &self.wordings[at])
    }

    /// The law of an id.
    pub fn law(&self, id: &str) -> Option<&Law> {
        self.laws.iter().find(|law| law.id == id)
    }

    /// All ids that `select`, `ignore` and `explain` take: elements, wordings
    /// and laws.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let elements = self.elements.iter().map(|e| e.rule.element.as_str());
        let wordings = self.wordings.iter().map(|w| w.rule.wording.as_str());
        let laws = self.laws.iter().map(|l| l.id.as_str());
        elements.chain(wordings).chain(laws)
    }
}

impl Law {
    /// A note for readers.
    pub fn about(&self) -> Option<&str> {
        self.provisions.about.as_deref()
    }

    /// Postings that none of its acts reaches.
    pub fn except(&self) -> Option<&Condition> {
        self.provisions.except.as_ref()
    }

    /// The same, as its file says it.
    pub fn exception(&self) -> Option<&schema::Condition> {
        self.provisions.exception.as_ref()
    }

    /// Its statutes, ordinances and rules.
    pub fn acts(&self) -> &[Act] {
        &self.provisions.acts
    }

    /// Postings that show its edges; none for built-in rules, whose examples
    /// stand in their files alone.
    pub fn examples(&self) -> &[schema::LawExample] {
        &self.provisions.examples
    }

    /// What its place lies in, and itself, the widest first; empty for a law
    /// that holds everywhere.
    pub fn outer(&self) -> &[Jurisdiction] {
        self.outer.get_or_init(|| {
            let place = self.place.as_ref();
            place.map(gazetteer::with_outer).unwrap_or_default()
        })
    }
}

impl Version {
    /// True if it is in force on `day`.
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Act {
    /// The version in force on `day`.
    pub fn on(&self, day: Date) -> Option<&Version> {
        self.versions.iter().find(|v| v.in_force(day))
    }
}
