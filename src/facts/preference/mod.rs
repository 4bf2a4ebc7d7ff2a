//! Words that prefer or exclude applicants by age or gender. It does not know
//! when that is lawful.

mod age;
mod gender;

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::fields;
use super::phrases::words;
use super::statement;

/// Words that prefer or exclude applicants by a personal trait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// By which trait.
    pub ground: Ground,
}

/// Traits that a preference goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    Age,
    Gender,
}

impl Ground {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            Ground::Age => "age",
            Ground::Gender => "gender",
        }
    }
}

impl Fact for Preference {
    const ABOUT: &'static str = "words that prefer or exclude applicants by age or gender";
    const CUES: &'static [&'static str] = words![
        "young" "younger" "youthful" "youngster*" "digital native*" "graduate only" "graduates only"
        "grads only" "only recent" "only fresh" "freshers only" "age" "aged" "ages" "years old" "yrs old"
        "female" "females" "male" "males" "women" "woman" "men" "man" "ladies" "lady" "girl" "girls" "boy"
        "boys" "gentleman" "gentlemen" "gents" "sexo" "he" "she" "junge" "junger" "junges" "jungen" "jahre alt" "höchstalter"
        "altersgrenze" "altersgruppe" "nicht älter" "jünger als" "bis 25 jahre" "bis 30 jahre" "bis 35 jahre"
        "bis 40 jahre" "weiblich*" "männlich*" "frauen" "männer" "frau" "jeune" "jeunes" "ans" "femme*" "homme*"
        "edad" "años" "joven" "jóvenes" "mujer*" "hombre*" "señorita*" "idade" "jovem" "mulher*" "homem"
        "homens" "leeftijd" "jong" "jonge" "vrouw*" "wiek" "wieku" "kobiet*" "mężczyzn*" "età" "giovane"
        "giovani" "ragazz*" "donna" "donne"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "ground",
        kind: Kind::Choice(&["age", "gender"]),
        about: "the trait that the preference goes by",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let mut found: Vec<Found<Self>> = Vec::new();
        for field in context.prose.posting.fields() {
            let value = context
                .prose
                .posting
                .document
                .value(field)
                .trim()
                .to_lowercase();
            let one = matches!(
                value.as_str(),
                "male" | "female" | "men" | "women" | "m" | "f"
            );
            if matches!(fields::name(&field.path).as_str(), "gender" | "sex") && one {
                let value = Preference {
                    ground: Ground::Gender,
                };
                found.push(Found::in_field(value, field.value, field.origin));
            }
        }
        if context.hits.is_empty() {
            return found;
        }
        let units = context.units;
        for index in units.with(context.hits) {
            let text = units.text(index);
            let age = age::young(text)
                .or_else(|| age::limit(text))
                .map(|at| (Ground::Age, at));
            let gender = gender::of(text).map(|at| (Ground::Gender, at));
            for (ground, at) in age.into_iter().chain(gender) {
                let at = units.view(index, at);
                found.push(statement::found(context, Preference { ground }, at));
            }
        }
        found.sort_by_key(|p| (p.at, p.value.ground));
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "ground" => Value::text(Some(self.ground.name())),
            _ => Value::Absent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::{read, read_markdown};

    #[test]
    fn preferences_are_found_and_pointed_at() {
        let cases = [
            (
                "We are looking for a young and energetic team player.",
                Ground::Age,
                "young and energetic team player",
            ),
            (
                "Seeking digital natives for our shop.",
                Ground::Age,
                "digital natives",
            ),
            (
                "Recent college graduates only",
                Ground::Age,
                "Recent college graduates only",
            ),
            (
                "Candidates must be under 35 years of age.",
                Ground::Age,
                "under 35 years of age",
            ),
            ("Age limit: 30", Ground::Age, "Age limit: 30"),
            (
                "Leeftijd tussen 20 en 35 jaar",
                Ground::Age,
                "Leeftijd tussen 20 en 35 jaar",
            ),
            ("Nur bis 30 Jahre alt.", Ground::Age, "Nur bis 30 Jahre alt"),
            (
                "Edad entre 20 y 35 años",
                Ground::Age,
                "Edad entre 20 y 35 años",
            ),
            (
                "Female candidates only.",
                Ground::Gender,
                "Female candidates only",
            ),
            ("Female preferred", Ground::Gender, "Female preferred"),
            ("Only men.", Ground::Gender, "Only men"),
            ("He must be able to lift 20 kg.", Ground::Gender, "He must"),
        ];
        for (text, ground, words) in cases {
            let found = read::<Preference>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.ground, ground, "{text}");
            assert_eq!(&text[found[0].at.range()], words, "{text}");
        }
    }

    #[test]
    fn near_misses_are_none() {
        let cases = [
            "We are a young company (founded 2024).",
            "Join our young and dynamic team.",
            "Du arbeitest in einem jungen Team.",
            "You will work with young people and young adults.",
            "Master's degree by 2026",
            "Must be 18+",
            "Must be at least 21 years old to serve alcohol.",
            "Applicants must be 18 years of age or older.",
            "Care for children aged 20 to 36 months.",
            "Women and minorities are encouraged to apply.",
            "Salesman wanted",
            "Male and female candidates are welcome.",
            "Baker (m/f/d)",
            "He or she must speak English.",
            "Graduate programme 2026",
            "Senior engineer for a mature product",
            "Our founder is a woman with 30 years in the trade.",
            "We do not discriminate because of age (40 and over).",
            "Female connectors and male connectors",
            "A 25-year-old company with up to 40 people.",
            "Frauen werden bei gleicher Eignung bevorzugt.",
            "We make clothing for women only.",
        ];
        for text in cases {
            assert_eq!(read::<Preference>(text), [], "{text}");
        }
    }

    #[test]
    fn a_field_may_hold_a_preference() {
        let text = "---\ngender: Female\n---\n\nBaker wanted.\n";
        let found = read_markdown::<Preference>(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].value.ground, Ground::Gender);
        let text = "---\ngender: any\n---\n\nBaker wanted.\n";
        assert_eq!(read_markdown::<Preference>(text), []);
    }
}
