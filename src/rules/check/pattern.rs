//! Conditions, and the patterns in them: that they can run, and match what is folded.

use super::Checker;
use crate::rules::cue;
use crate::rules::schema::{Condition, TextTest};
use crate::text::{Folded, Pattern};

impl<'a> Checker<'a> {
    pub(super) fn condition_at(&mut self, key: &str, condition: &'a Condition) {
        self.enter(key, |c| c.condition(condition));
    }

    pub(super) fn condition(&mut self, condition: &'a Condition) {
        match condition {
            Condition::All(parts) => self.parts("all", parts),
            Condition::Any(parts) => self.parts("any", parts),
            Condition::Not(part) => self.condition_at("not", part),
            Condition::Text(test) => self.enter("text", |c| c.text(test)),
            Condition::Section(roles) => self.enter("section", |c| {
                if roles.is_empty() {
                    c.flaws.note("`section` needs at least one role");
                }
            }),
            // Both are resolved when the rules are compiled.
            Condition::Fact(_) | Condition::Element(_) => {}
        }
    }

    pub(super) fn parts(&mut self, key: &str, parts: &'a [Condition]) {
        self.enter(key, |c| {
            if parts.is_empty() {
                c.flaws
                    .note(format!("`{key}` needs at least one condition"));
            }
            c.each(parts, |c, part| c.condition(part));
        });
    }

    pub(super) fn text(&mut self, test: &'a TextTest) {
        self.enter("any", |c| {
            if test.any.is_empty() {
                c.flaws.note("at least one pattern is needed");
            }
        });
        let lists = [
            ("any", &test.any),
            ("except", &test.except),
            ("unless", &test.unless),
            ("near", &test.near),
        ];
        for (key, patterns) in lists {
            self.enter(key, |c| c.each(patterns, |c, pattern| c.pattern(pattern)));
        }
    }

    pub(super) fn pattern(&mut self, pattern: &'a str) {
        if self.sound.contains(pattern) {
            return;
        }
        let before = self.flaws.found.len();
        self.unsound(pattern);
        if self.flaws.found.len() == before {
            self.sound.insert(pattern);
        }
    }

    pub(super) fn unsound(&mut self, pattern: &str) {
        let mut parser = regex_syntax::ast::parse::Parser::new();
        let ast = match parser.parse(pattern) {
            Ok(ast) => ast,
            Err(error) => {
                let span = error.span();
                self.flaws
                    .note(format!("the pattern is broken: {}", error.kind()))
                    .within(span.start.offset..span.end.offset.max(span.start.offset));
                return;
            }
        };
        if let Some((range, message, help)) = unseen(pattern) {
            self.flaws.note(message).within(range).help(help);
            return;
        }
        if let Some((range, written, folded)) = unfolded(pattern) {
            self.flaws
                .note(format!(
                    "`{written}` never stands in the text that patterns see"
                ))
                .within(range)
                .help(format!(
                    "the text is in lower case with plain quotes and dashes: write `{folded}`"
                ));
            return;
        }
        let translated = regex_syntax::hir::translate::TranslatorBuilder::new()
            .unicode(false)
            .utf8(false)
            .build()
            .translate(pattern, &ast);
        match translated {
            Err(error) => {
                let span = error.span();
                let place = span.start.offset..span.end.offset.max(span.start.offset);
                let is_class = matches!(
                    error.kind(),
                    regex_syntax::hir::ErrorKind::UnicodeNotAllowed
                ) && !pattern[place.clone()].starts_with('\\');
                if is_class {
                    self.flaws
                        .note("a class holds plain letters, digits and signs alone")
                        .within(place)
                        .help("write the others as a choice: `caf(e|é)`");
                } else {
                    self.flaws
                        .note(format!("the pattern is broken: {}", error.kind()))
                        .within(place);
                }
            }
            Ok(hir) if hir.properties().minimum_len() == Some(0) => {
                self.flaws
                    .note("the pattern matches nothing at all, and so it matches everywhere")
                    .help("make at least one part of it necessary");
            }
            Ok(_) => {
                if let Err(error) = Pattern::check(&cue::whole(pattern)) {
                    self.flaws.note(match error {
                        regex::Error::CompiledTooBig(_) => "the pattern is too large".to_owned(),
                        error => format!("the pattern is broken: {error}"),
                    });
                }
            }
        }
    }
}

/// The first part of a pattern that is sound and matches nothing, with why and what to write.
fn unseen(pattern: &str) -> Option<(std::ops::Range<usize>, &'static str, &'static str)> {
    // Classes, and what is escaped, are of one character.
    let mut depth = 0_usize;
    let mut chars = pattern.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                let (next, escaped) = chars.next()?;
                let behind = chars.peek().map_or(' ', |(_, c)| *c);
                let accented = |c: char| c.is_alphabetic() && !c.is_ascii();
                if escaped == 'b' && depth == 0 && (accented(last) || accented(behind)) {
                    return Some((
                        at..next + 1,
                        "`\\b` takes a letter with an accent for no letter",
                        "leave it out: a match never begins or ends inside a word",
                    ));
                }
                last = ' ';
                continue;
            }
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 && last == ' ' && at > 0 && pattern[..at].ends_with(' ') => {
                return Some((
                    at - 1..at + 1,
                    "two spaces in a row match nothing: one stands for any number of them",
                    "write one space",
                ));
            }
            '\u{300}'..='\u{36f}' => {
                return Some((
                    at - last.len_utf8()..at + c.len_utf8(),
                    "a letter and its accent are two characters here and one in the text",
                    "type the letter with its accent as one character (NFC)",
                ));
            }
            '(' if depth == 0 && pattern[at..].starts_with("(?") => {
                let flags = &pattern[at + 2..];
                let flags = &flags[..flags.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(0)];
                if flags.contains('x') {
                    return Some((
                        at..at + 2 + flags.len(),
                        "`x` would pass over the spaces, which here stand for spaces of the text",
                        "leave `x` out",
                    ));
                }
            }
            _ => {}
        }
        last = c;
    }
    None
}

/// The first letter of a pattern that folding would have changed, with what it
/// would have become. Escapes (`\W`), flags, and names of groups and classes are no
/// letters.
fn unfolded(pattern: &str) -> Option<(std::ops::Range<usize>, String, String)> {
    let mut chars = pattern.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == '\\' {
            // `\p{Lu}`, `\x{1F}`: what stands in the braces is a name.
            let (_, escaped) = chars.next()?;
            let braces = pattern[at..].get(2..3) == Some("{");
            if matches!(escaped, 'p' | 'P' | 'x' | 'u' | 'U' | 'b') && braces {
                chars.by_ref().find(|(_, c)| *c == '}');
            }
            continue;
        }
        // `(?P<name>`, `(?U)`.
        if pattern[at..].starts_with("(?") {
            chars.by_ref().find(|(_, c)| matches!(c, ':' | ')' | '>'));
            continue;
        }
        let written = c.to_string();
        let folded = Folded::of(&written);
        if folded.text() != written {
            return Some((at..at + c.len_utf8(), written, folded.text().to_owned()));
        }
    }
    None
}
