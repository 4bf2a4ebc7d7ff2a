//! JSON with the place of every value: reading, and strings as mapped text.

use crate::text::{Inner, MappedText, Raw, Span, floor};
use jsonc_parser::ast;
use jsonc_parser::{CollectOptions, ParseOptions};

/// What is wrong with a text that should be JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// In plain words.
    pub message: String,
    /// Where.
    pub span: Span<Raw>,
}

/// Reads one value. Comments and trailing commas are forgiven, since what reads
/// such data in the wild forgives them. `text` stands at `offset` of the file.
pub fn parse(text: &str, offset: usize) -> Result<Option<ast::Value<'_>>, Broken> {
    let options = ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &options) {
        Ok(parsed) => Ok(parsed.value),
        Err(error) => {
            let range = error.range();
            let start = floor(text, range.start);
            let end = floor(text, range.end).max(start);
            Err(Broken {
                message: error.kind().to_string(),
                span: Span::new(start + offset, end + offset),
            })
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
