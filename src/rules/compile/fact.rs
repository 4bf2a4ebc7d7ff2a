//! Tests of facts: attributes by their names, and what they are compared with.

use super::{Compiler, one_of, parse_date};
use crate::domain::money::Amount;
use crate::facts::{Attribute, FactKind, KINDS, Kind};
use crate::rules::condition::{Comparison, FactTest, Operand, ValueTest};
use crate::rules::schema;

impl Compiler {
    pub(super) fn fact(&mut self, test: &schema::FactTest) -> Option<FactTest> {
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

    pub(super) fn value(
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

    pub(super) fn comparison(
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

    pub(super) fn expect_kind(&mut self, fits: bool, attribute: &Attribute, wanted: &str) {
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

    pub(super) fn number(&mut self, number: f64) -> Option<Amount> {
        let amount = Amount::try_from(number).ok();
        if amount.is_none() {
            self.flaws
                .note(format!("{number} is not a number to compare with"));
        }
        amount
    }

    pub(super) fn operand(
        &mut self,
        kind: &'static FactKind,
        operand: &schema::Operand,
    ) -> Option<Operand> {
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
    pub(super) fn choice(&mut self, attribute: &Attribute, text: &str) {
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
}

fn find_attribute(kind: &'static FactKind, name: &str) -> Option<&'static Attribute> {
    kind.attributes.iter().find(|a| a.name == name)
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
