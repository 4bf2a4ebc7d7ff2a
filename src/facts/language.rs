//! The language of most of the text.

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use crate::text::Span;

/// A language by its ISO 639-1 code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// ISO 639-1, such as `en`.
    pub code: String,
}

impl Fact for Language {
    const ABOUT: &'static str = "the language of most of the text";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "code",
        kind: Kind::Text,
        about: "ISO 639-1 code",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let Some(info) = whatlang::detect(&posting.text) else {
            return Vec::new();
        };
        // Short and name-heavy texts are called anything; English is likelier
        // than what a detector in doubt says.
        let sure = info.is_reliable();
        let code = match info.lang() {
            whatlang::Lang::Eng => "en",
            whatlang::Lang::Deu if sure => "de",
            whatlang::Lang::Fra if sure => "fr",
            _ => "en",
        };
        vec![
            Found::in_text(
                Language {
                    code: code.to_owned(),
                },
                Span::new(0, posting.text.len()),
            )
            .with_confidence(if sure {
                Confidence::High
            } else {
                Confidence::Low
            }),
        ]
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "code" => Value::text(Some(&self.code)),
            _ => Value::Absent,
        }
    }
}
