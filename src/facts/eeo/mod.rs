//! Statements of equal opportunity and the protected classes that they list.
//! It does not know who must make one.

mod classes;
mod signal;

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::statement::{self, Units};
use crate::domain::protected_class::ProtectedClass;
use crate::text::Span;
use signal::Signal;

/// One statement of equal opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EqualOpportunity {
    /// How it is made.
    pub form: Form,
    /// The grounds that it lists, each once, in text order.
    pub classes: Vec<ProtectedClass>,
    /// It ends in "or any other protected status".
    pub catch_all: bool,
}

/// How a statement of equal opportunity is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A sentence that says it.
    Statement,
    /// A formula: "EOE", "Equal Opportunity Employer, M/F/D/V".
    Tagline,
    /// Only a pointer to a policy elsewhere.
    Link,
}

impl Form {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Form::Statement => "statement",
            Form::Tagline => "tagline",
            Form::Link => "link",
        }
    }
}

impl EqualOpportunity {
    fn names_any(&self, names: &[&str]) -> bool {
        self.classes.iter().any(|c| names.contains(&c.name()))
    }
}

impl Fact for EqualOpportunity {
    const ABOUT: &'static str = "a statement of equal opportunity";
    const CUES: &'static [&'static str] = signal::CUES;
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "form",
            kind: Kind::Choice(&["statement", "tagline", "link"]),
            about: "a sentence, a formula (\"EOE M/F/D/V\"), or only a link to a policy",
        },
        Attribute {
            name: "classes",
            kind: Kind::List,
            about: "the protected grounds that it lists, by plain name: race, sex, veteran status, …",
        },
        Attribute {
            name: "class_count",
            kind: Kind::Number,
            about: "how many protected grounds it lists",
        },
        Attribute {
            name: "catch_all",
            kind: Kind::Flag,
            about: "it goes on to \"any other protected status\"",
        },
        Attribute {
            name: "mentions_disability",
            kind: Kind::Flag,
            about: "disability is among the grounds; a bare D is not enough",
        },
        Attribute {
            name: "mentions_veteran",
            kind: Kind::Flag,
            about: "veteran status is among the grounds; a bare V is not enough",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let signals = signals(units, context);
        let mut statements = Vec::new();
        let mut rest = signals.as_slice();
        while let Some((first, signal)) = rest.first() {
            let mut together = 1;
            while together < rest.len() && joined(units, rest[together - 1].0, rest[together].0) {
                together += 1;
            }
            let (these, others) = rest.split_at(together);
            let (last, _) = these[together - 1];
            let start = units.tight(*first, signal.start).start;
            let at = Span::new(start, units.get(last).span.end);
            statements.push(statement::found(context, sum_up(these), at));
            rest = others;
        }
        statements
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "form" => Value::text(Some(self.form.name())),
            "classes" => Value::List(self.classes.iter().map(|c| c.name().into()).collect()),
            "class_count" => Value::Number(self.classes.len().into()),
            "catch_all" => Value::Flag(self.catch_all),
            "mentions_disability" => Value::Flag(self.names_any(&["disability"])),
            "mentions_veteran" => Value::Flag(self.names_any(&["veteran status"])),
            _ => Value::Absent,
        }
    }
}

/// The sentences that speak of equal treatment, by number, with what they say.
fn signals(units: &Units<'_>, context: &Context<'_>) -> Vec<(usize, Signal)> {
    let mut signals: Vec<(usize, Signal)> = Vec::new();
    for index in units.with(context.hits) {
        let Some(signal) = signal::of(units, index) else {
            continue;
        };
        // A line that is a link to the policy points there, and heads nothing.
        let pointer = !units.is_heading(index)
            && signal::is_policy(units.text(index))
            && units
                .prose
                .posting
                .links()
                .any(|link| link.span.overlaps(units.get(index).span));
        if signal.only_heads && !pointer {
            // A heading speaks for what stands under it, unless that speaks for itself.
            let under = index + 1;
            if under < units.len() && !units.is_heading(under) && units.neighbours(index, under) {
                if signal::of(units, under).is_none()
                    && signal::is_about_diversity(units.text(under))
                {
                    let form = Form::Statement;
                    signals.push((
                        under,
                        Signal {
                            form,
                            ..signal.clone()
                        },
                    ));
                    signals.push((index, signal));
                }
                continue;
            }
        }
        signals.push((index, signal));
    }
    signals.sort_by_key(|(index, _)| *index);
    signals.dedup_by_key(|(index, _)| *index);
    signals
}

/// True if two sentences make one statement: they follow each other, or only
/// kind words stand between them.
fn joined(units: &Units<'_>, one: usize, next: usize) -> bool {
    let between = one + 1..next;
    units.neighbours(one, next)
        && between.len() <= 2
        && !units.is_heading(next)
        && between.clone().all(|n| {
            units.neighbours(one, n)
                && (between.len() == 1 && units.same_block(one, next)
                    || signal::is_about_diversity(units.text(n)))
        })
}

/// What several sentences say together.
fn sum_up(signals: &[(usize, Signal)]) -> EqualOpportunity {
    let mut sum = EqualOpportunity {
        form: Form::Link,
        classes: Vec::new(),
        catch_all: false,
    };
    for (_, signal) in signals {
        sum.form = match (sum.form, signal.form) {
            (Form::Statement, _) | (_, Form::Statement) => Form::Statement,
            (Form::Tagline, _) | (_, Form::Tagline) => Form::Tagline,
            (Form::Link, Form::Link) => Form::Link,
        };
        sum.catch_all |= signal.catch_all;
        for class in &signal.classes {
            if !sum.classes.contains(class) {
                sum.classes.push(*class);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read;

    fn class_names(found: &Found<EqualOpportunity>) -> Vec<&'static str> {
        found.value.classes.iter().map(|c| c.name()).collect()
    }

    #[test]
    fn statements_come_in_many_shapes() {
        let cases: &[(&str, Form)] = &[
            (
                "Oak Bakery is an equal opportunity employer.",
                Form::Statement,
            ),
            ("We are an Equal-Opportunity workplace.", Form::Statement),
            (
                "Nous garantissons l'égalité des chances à tous les candidats.",
                Form::Statement,
            ),
            (
                "All qualified applicants will receive consideration for employment without regard to race or sex.",
                Form::Statement,
            ),
            ("We do not discriminate.", Form::Statement),
            (
                "Harbor Clinic prohibits discrimination of any kind against its employees.",
                Form::Statement,
            ),
            (
                "Wir freuen uns über Bewerbungen unabhängig von Geschlecht, Herkunft und Alter.",
                Form::Statement,
            ),
            (
                "Wir stehen für Chancengleichheit aller Mitarbeitenden.",
                Form::Statement,
            ),
            (
                "La selección se hará sin distinción de sexo, raza o religión de las personas candidatas.",
                Form::Statement,
            ),
            ("Equal Opportunity Employer", Form::Tagline),
            ("EOE/M/F/D/V", Form::Tagline),
            ("EEO/AA employer", Form::Tagline),
            ("L'offerta è rivolta a candidati ambosessi.", Form::Tagline),
            ("See our EEO policy.", Form::Link),
        ];
        for (text, form) in cases {
            let found = read::<EqualOpportunity>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.form, *form, "{text}");
            assert_eq!(&text[found[0].at.range()], *text, "{text}");
        }
    }

    #[test]
    fn other_talk_of_diversity_offices_and_tasks_is_no_statement() {
        let cases = [
            "We value diversity and want everybody to belong.",
            "People from all backgrounds are encouraged to apply.",
            "Softwareentwickler (m/w/d)",
            "All information is kept confidential according to EEO guidelines.",
            "Files the annual EEO-1 report with the Equal Employment Opportunity Commission.",
            "Attendance is required of all employees regardless of their location.",
            "Provide care to patients regardless of race, religion or age.",
            "Oak Bank is an equal housing lender.",
            "Experience with anti-discrimination law and discrimination claims.",
            "Employees must be vaccinated unless religion or another prohibited ground for discrimination applies.",
            "Knowledge of equal opportunity rules of the school.",
        ];
        for text in cases {
            assert_eq!(read::<EqualOpportunity>(text), [], "{text}");
        }
    }

    #[test]
    fn sentences_that_belong_together_are_one_statement() {
        let text = "Bakers wanted.\n\nOak Bakery is an equal opportunity employer. We love variety among people. \
            We do not discriminate on the basis of race, age, or any other status protected by law. \
            Bring your own apron.\n";
        let found = read::<EqualOpportunity>(text);
        assert_eq!(found.len(), 1);
        let start = text.find("Oak Bakery").expect("in the text");
        let end = text.find(" Bring").expect("in the text");
        assert_eq!(found[0].at.range(), start..end);
        assert_eq!(class_names(&found[0]), ["race", "age"]);
        assert!(found[0].value.catch_all);
    }

    #[test]
    fn a_wrapped_statement_is_read_to_its_end() {
        let text = "Oak Bakery is an equal opportunity employer and does not discriminate against any\n\
            applicant because of race, color, religion, sex,\nnational origin or disability.\n";
        let found = read::<EqualOpportunity>(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            class_names(&found[0]),
            [
                "race",
                "color",
                "religion",
                "sex",
                "national origin",
                "disability"
            ]
        );
        assert_eq!(found[0].at.range(), 0..text.trim_end().len());
    }

    #[test]
    fn a_bare_letter_names_neither_disability_nor_veterans() {
        let bare = &read::<EqualOpportunity>("EOE M/F/D/V")[0].value;
        let full = &read::<EqualOpportunity>("EOE, including disability and vets")[0].value;
        for (value, names) in [(bare, false), (full, true)] {
            assert_eq!(value.attribute("mentions_disability"), Value::Flag(names));
            assert_eq!(value.attribute("mentions_veteran"), Value::Flag(names));
        }
    }

    #[test]
    fn people_who_are_encouraged_are_no_listed_grounds() {
        let text = "Oak Bakery is an equal opportunity employer and encourages people of color, women and veterans to apply.";
        assert_eq!(
            class_names(&read::<EqualOpportunity>(text)[0]),
            Vec::<&str>::new()
        );
    }
}
