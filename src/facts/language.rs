//! The language of most of the text.

mod short_words;

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use crate::text::{Span, ceil};
use whatlang::Lang;

/// A language by its ISO 639-1 code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// ISO 639-1, such as `en`.
    pub code: String,
}

/// Bytes that are looked at, in windows spread over the text; a detector needs
/// no more, and is slow.
const SAMPLE: usize = 1800;
const WINDOWS: usize = 3;

/// Shorter texts (bytes) are called anything by a detector.
const SHORT: usize = 120;

impl Fact for Language {
    const ABOUT: &'static str = "the language of most of the text";
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "code",
        kind: Kind::Text,
        about: "ISO 639-1 code",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let body = &posting.text[posting.document.body.range()];
        // A record without a text has its words in fields.
        let whole = if body.trim().len() < SHORT {
            posting.text.as_str()
        } else {
            body
        };
        let words = sample(whole);
        let at = Span::new(0, posting.text.len());
        if is_plainly_english(&words) {
            let language = Language { code: "en".into() };
            return vec![Found::in_text(language, at).with_confidence(Confidence::High)];
        }
        let sample: String = words.into_iter().flat_map(|word| [word, " "]).collect();
        let Some(info) = whatlang::detect(&sample) else {
            return Vec::new();
        };
        let sure = info.is_reliable() && sample.len() >= SHORT && !is_list_of_names(&sample);
        // Lists of names and tools are called anything; where the detector
        // doubts, English is likelier than what it says.
        let likely = info.confidence() > 0.6 && !is_list_of_names(&sample);
        let code = if sure || likely && sample.len() >= SHORT {
            code(info.lang())
        } else if let Some(code) = short_words::language(&sample) {
            Some(code)
        } else if info.script() == whatlang::Script::Latin {
            Some("en")
        } else {
            code(info.lang())
        };
        let Some(code) = code else { return Vec::new() };
        let language = Language {
            code: code.to_owned(),
        };
        let confidence = if sure {
            Confidence::High
        } else {
            Confidence::Low
        };
        vec![Found::in_text(language, at).with_confidence(confidence)]
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "code" => Value::text(Some(&self.code)),
            _ => Value::Absent,
        }
    }
}

/// True if so many of the words are English and nothing else that a detector,
/// which is slow, has nothing to add.
fn is_plainly_english(words: &[&str]) -> bool {
    let is_english = |word: &&&str| {
        matches!(
            **word,
            "and"
                | "are"
                | "be"
                | "by"
                | "for"
                | "from"
                | "have"
                | "of"
                | "or"
                | "our"
                | "that"
                | "the"
                | "their"
                | "this"
                | "to"
                | "we"
                | "will"
                | "with"
                | "you"
                | "your"
        )
    };
    // Of plain English prose these are a fourth, of lists of points an eighth.
    const SHARE: usize = 9;
    let english = words.iter().filter(is_english).count();
    let length: usize = words.iter().map(|word| word.len() + 1).sum();
    length >= SHORT && english * SHARE >= words.len()
}

/// Whether a text of a few lines has no letter and hardly a word by which a language other
/// than English is known: a detector calls tables and terse drafts anything.
fn is_list_of_names(sample: &str) -> bool {
    const FEW_LINES: usize = 400;
    #[rustfmt::skip]
    const JOINTS: &[&str] = &[
        "de", "des", "du", "la", "le", "les", "et", "un", "une", "pour", "avec", "nous", "vous", "dans", "sur",
        "el", "los", "las", "para", "por", "con", "del", "al", "que", "der", "das", "und", "dem", "ein", "eine",
        "mit", "wir", "uns", "sie", "bei", "zum", "zur", "ist", "het", "een", "en", "voor", "wij", "ons", "di",
        "il", "che", "gli", "della", "os", "em", "na", "och", "att", "som", "till", "av", "vi", "og", "til",
        "af", "oraz", "dla", "nie", "ja", "tai", "untuk", "yang", "ve", "bir", "si", "cu", "pentru", "za",
    ];
    let latin = sample.is_ascii() && sample.len() < FEW_LINES;
    let joints = || {
        let words = sample.split(|c: char| !c.is_ascii_alphabetic());
        words.filter(|word| JOINTS.contains(word)).count()
    };
    latin && joints() < 2
}

/// Words from the beginning, the middle and the end of `text`.
fn sample(text: &str) -> Vec<&str> {
    let mut sample = Vec::new();
    let mut length = 0;
    let mut end = 0;
    for window in 0..WINDOWS {
        let start = ceil(text, (text.len() / WINDOWS * window).max(end));
        let most = SAMPLE / WINDOWS * (window + 1);
        let mut words = text[start..].split_whitespace();
        // The first word of a later window may be half a word.
        if window > 0 {
            words.next();
        }
        for word in words {
            if length >= most {
                break;
            }
            end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
            // Addresses and code are in no language.
            let is_code = |b: u8| matches!(b, b'/' | b'@' | b'{' | b'=' | b'_');
            if !word.bytes().any(is_code) {
                sample.push(word);
                length += word.len() + 1;
            }
        }
    }
    sample
}

/// ISO 639-1 of a language, if it has a code.
fn code(lang: Lang) -> Option<&'static str> {
    const CODES: &[(&str, &str)] = &[
        ("afr", "af"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "no"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tgl", "tl"),
        ("tha", "th"),
        ("tuk", "tk"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("urd", "ur"),
        ("uzb", "uz"),
        ("vie", "vi"),
        ("yid", "yi"),
        ("zul", "zu"),
    ];
    let long = lang.code();
    CODES
        .binary_search_by_key(&long, |(long, _)| long)
        .ok()
        .map(|at| CODES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::facts::Facts;
    use crate::posting::{self, Prose};
    use std::sync::Arc;

    fn language(text: &str) -> Option<String> {
        let mut reading = document::read("a.txt", text.as_bytes());
        let postings = posting::find(Arc::new(reading.documents.remove(0)));
        let facts = Facts::read(&Prose::of(&postings[0]));
        facts.language.first().map(|l| l.value.code.clone())
    }

    #[test]
    fn the_language_of_a_posting_is_read() {
        for (text, expected) in [
            (
                "We are looking for a baker who likes to start early in the morning and to finish before noon. You knead, you shape and you bake, and you sell what you baked.",
                "en",
            ),
            (
                "Wir suchen eine Bäckerin oder einen Bäcker, gern mit Erfahrung, für unsere Backstube in der Altstadt. Du knetest, formst und backst, und am Mittag hast du Feierabend.",
                "de",
            ),
            (
                "Nous recherchons une boulangère ou un boulanger pour notre atelier du centre-ville. Vous pétrissez, vous façonnez et vous enfournez, et votre journée finit à midi.",
                "fr",
            ),
            (
                "Buscamos una persona para nuestra panadería del centro, con ganas de madrugar. Amasarás, formarás y hornearás el pan, y a mediodía habrás terminado la jornada.",
                "es",
            ),
            (
                "Wij zoeken een bakker voor onze winkel in het centrum, die graag vroeg begint. Je kneedt, je vormt en je bakt, en om twaalf uur ben je klaar met je werk.",
                "nl",
            ),
            (
                "Poszukujemy piekarza do naszej piekarni w centrum miasta, który lubi wcześnie wstawać. Wyrabiasz ciasto, formujesz i pieczesz chleb, a w południe kończysz pracę.",
                "pl",
            ),
        ] {
            assert_eq!(language(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn names_alone_are_taken_for_english() {
        assert_eq!(language("Java, Go, Rust").as_deref(), Some("en"));
        let table = "# Jobs\n\nJob | Starting pay | After 1 year\n\nReader | 21.40 | 22.40\n\nClerk | 22.55 | 23.40\n\nEngineer | 32.55 | 33.40\n\nWelder | 30.10 | 31.20\n";
        assert_eq!(language(table).as_deref(), Some("en"));
        let terse = "Koch gesucht in Hamburg. Vollzeit. Gehalt 3000 brutto im Monat. Bewerbung an uns. Wir freuen uns auf dich und deine Ideen im Team.";
        assert_eq!(language(terse).as_deref(), Some("de"));
    }

    #[test]
    fn every_language_of_the_detector_has_a_code() {
        for lang in Lang::all() {
            assert!(code(*lang).is_some() || *lang == Lang::Aka, "{lang:?}");
        }
    }
}
