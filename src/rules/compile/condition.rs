//! Conditions and tests of words.

use super::Compiler;
use crate::rules::condition::Condition;
use crate::rules::schema;
use crate::rules::words::TextTest;
use std::sync::Arc;

impl Compiler {
    pub(super) fn optional_condition_at(
        &mut self,
        key: &str,
        condition: Option<&schema::Condition>,
    ) -> Option<Condition> {
        condition.map(|condition| self.condition_at(key, condition))
    }

    pub(super) fn condition_at(&mut self, key: &str, condition: &schema::Condition) -> Condition {
        self.enter(key, |c| c.condition(condition))
    }

    pub(super) fn condition(&mut self, condition: &schema::Condition) -> Condition {
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
    pub(super) fn presence(&mut self, present: &schema::Condition) -> Condition {
        self.defines_presence = true;
        let condition = self.condition(present);
        self.defines_presence = false;
        condition
    }

    /// Whether the element of an id is there.
    pub(super) fn element_there(&mut self, id: &str) -> Condition {
        if self.defines_presence {
            self.flaws
                .note("how to tell that an element is there cannot rest on another element")
                .help("write the facts and words themselves");
            return Condition::Any(Vec::new());
        }
        let Some(present) = self.presents.get(id).map(Arc::clone) else {
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

    pub(super) fn parts(&mut self, key: &str, parts: &[schema::Condition]) -> Vec<Condition> {
        let mut compiled = Vec::with_capacity(parts.len());
        self.enter(key, |c| {
            c.each(parts, |c, part| compiled.push(c.condition(part)));
        });
        compiled
    }

    pub(super) fn text(&mut self, test: &schema::TextTest) -> TextTest {
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
}
