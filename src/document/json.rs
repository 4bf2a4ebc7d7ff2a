//! JSON with the place of every value: reading, and strings as mapped text.

use crate::text::{Inner, MappedText, Raw, Span, floor};
use jsonc_parser::ast;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions};

/// What is wrong with a text that should be JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// In plain words.
    pub message: String,
    /// Where.
    pub span: Span<Raw>,
}

/// A value, and what had to be forgiven to read it.
#[derive(Debug)]
pub struct Parsed<'t> {
    /// Nothing where the text is blank.
    pub value: Option<ast::Value<'t>>,
    /// The first thing in it that JSON does not have.
    pub forgiven: Option<Broken>,
}

/// Reads one value. Comments and trailing commas are forgiven, since the data is
/// in reach all the same; stricter readers refuse it, so it is told. `text` stands
/// at `offset` of the file.
pub fn parse(text: &str, offset: usize) -> Result<Parsed<'_>, Broken> {
    match parse_as(text, offset, false) {
        Ok(value) => Ok(Parsed {
            value,
            forgiven: None,
        }),
        Err((forgiven, true)) => match parse_as(text, offset, true) {
            Ok(value) => Ok(Parsed {
                value,
                forgiven: Some(forgiven),
            }),
            Err((broken, _)) => Err(broken),
        },
        Err((broken, false)) => Err(broken),
    }
}

/// The value, or what is wrong and whether it can be forgiven.
fn parse_as(
    text: &str,
    offset: usize,
    is_lenient: bool,
) -> Result<Option<ast::Value<'_>>, (Broken, bool)> {
    let options = ParseOptions {
        allow_comments: is_lenient,
        allow_trailing_commas: is_lenient,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &options)
        .map(|parsed| parsed.value)
        .map_err(|error| {
            let range = error.range();
            let start = floor(text, range.start);
            let end = floor(text, range.end).max(start);
            let broken = Broken {
                message: plain(error.kind()),
                span: Span::new(start + offset, end + offset),
            };
            let is_forgivable = matches!(
                error.kind(),
                ParseErrorKind::TrailingCommasNotAllowed | ParseErrorKind::CommentsNotAllowed
            );
            (broken, is_forgivable)
        })
}

/// What the parser means.
fn plain(kind: &ParseErrorKind) -> String {
    match kind {
        ParseErrorKind::TrailingCommasNotAllowed => {
            "a comma stands before the closing bracket".to_owned()
        }
        ParseErrorKind::CommentsNotAllowed => "it holds a comment".to_owned(),
        ParseErrorKind::NestingDepthExceeded => "it is nested too deep to be read".to_owned(),
        kind => {
            let words = kind.to_string();
            let mut characters = words.chars();
            let first = characters.next().into_iter().flat_map(char::to_lowercase);
            first.chain(characters).collect()
        }
    }
}

/// The text of a string literal `written` (with its quotes), which stands at
/// `offset` of the file, with the way back through its escapes.
pub fn string(written: &str, offset: usize) -> MappedText<Inner, Raw> {
    let mut text = MappedText::default();
    let inner = written
        .strip_prefix('"')
        .map_or(written, |rest| rest.strip_suffix('"').unwrap_or(rest));
    let offset = offset + usize::from(written.starts_with('"'));
    let mut at = 0;
    while at < inner.len() {
        let plain = inner[at..].find('\\').map_or(inner.len(), |n| at + n);
        if plain > at {
            text.push_exact(&inner[at..plain], offset + at);
            at = plain;
            continue;
        }
        let (c, len) = escape(&inner[at..]);
        let mut buffer = [0; 4];
        text.push_for(
            c.encode_utf8(&mut buffer),
            Span::new(offset + at, offset + at + len),
        );
        at += len;
    }
    text
}

/// The character of the escape at the start of `rest`, and its length.
fn escape(rest: &str) -> (char, usize) {
    let mut characters = rest.chars();
    characters.next();
    match characters.next() {
        Some('n') => ('\n', 2),
        Some('t') => ('\t', 2),
        Some('r') => ('\r', 2),
        Some('b') => ('\u{8}', 2),
        Some('f') => ('\u{c}', 2),
        Some('u') => match unit(rest) {
            Some(high @ 0xd800..=0xdbff) => {
                let low = rest
                    .get(6..)
                    .and_then(|next| next.starts_with("\\u").then(|| unit(next)).flatten());
                match low {
                    Some(low @ 0xdc00..=0xdfff) => {
                        let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                        let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                        (c, 12)
                    }
                    _ => (char::REPLACEMENT_CHARACTER, 6),
                }
            }
            Some(code) => (
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
                6,
            ),
            None => ('u', 2),
        },
        Some(c) => (c, 1 + c.len_utf8()),
        None => ('\\', 1),
    }
}

/// The four hexadecimal digits of `\uXXXX`.
fn unit(escape: &str) -> Option<u32> {
    let digits = escape.get(2..6)?;
    digits
        .bytes()
        .all(|b| b.is_ascii_hexdigit())
        .then(|| u32::from_str_radix(digits, 16).ok())
        .flatten()
}
