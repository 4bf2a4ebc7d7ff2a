//! What a rule says → a finding: its words filled in, the places that explain it,
//! and the fingerprint by which it is known again.

use super::Maker;
use super::currency::in_currency;
use crate::diagnostic::{Diagnostic, Fingerprint, Label, Severity};
use crate::rules::{Evidence, Fillings, fill};
use crate::text::{Raw, Span, View, ceil, floor};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a rule says of a posting, its words yet to be filled in.
pub(super) struct Saying<'s> {
    pub(super) code: &'s str,
    pub(super) problem: &'s str,
    pub(super) evidence: &'s [Evidence],
    pub(super) given: &'s Fillings,
    pub(super) message: &'s str,
    pub(super) why: Option<&'s str>,
    pub(super) help: &'s str,
    pub(super) write: Option<&'s str>,
    /// Where, and what is to be seen there if no fact says it.
    pub(super) at: Span<View>,
    pub(super) label: String,
}

impl Maker<'_> {
    pub(super) fn diagnostic(&self, saying: Saying<'_>) -> Diagnostic {
        let Saying {
            code,
            problem,
            evidence,
            given,
            message,
            why,
            help,
            write,
            at,
            label,
        } = saying;
        let mut named = self.pointers(evidence);
        let primary = Label {
            span: self.raw(at),
            text: named.remove(&self.raw(at)).unwrap_or(label),
        };
        let fill = |template: &str| fill(template, evidence, given, self.prose, self.facts);
        let mut spans: Vec<_> = evidence.iter().map(|more| self.raw(more.at)).collect();
        spans.extend(named.keys());
        spans.sort();
        spans.dedup();
        let mut related: Vec<Label> = Vec::new();
        for span in spans {
            // Two readings of the same words are one place.
            let is_apart = |label: &Label| label.span != span && !label.span.overlaps(span);
            if is_apart(&primary) && related.last().is_none_or(is_apart) {
                related.push(Label {
                    span,
                    text: named.remove(&span).unwrap_or_else(|| "and here".into()),
                });
            }
        }
        Diagnostic {
            code: code.to_owned(),
            problem: problem.to_owned(),
            severity: Severity::Advice,
            message: fill(message),
            why: why.map(fill),
            help: Some(fill(help)),
            write: write.map(|write| in_currency(&fill(write), self.facts)),
            primary,
            related,
            authorities: Vec::new(),
            conflicts: Vec::new(),
            posting: self.prose.posting.key.clone(),
            fingerprint: self.fingerprint(code, problem, at),
            suppressed: None,
        }
    }

    /// What the facts behind a finding say of their places.
    fn pointers(&self, evidence: &[Evidence]) -> BTreeMap<Span<Raw>, String> {
        let facts = evidence.iter().filter_map(|evidence| evidence.fact);
        facts
            .flat_map(|(kind, index)| {
                let item = self.facts.item(kind, index);
                item.map_or_else(Vec::new, |item| item.pointers())
            })
            .map(|pointer| (self.raw(pointer.at), pointer.words))
            .collect()
    }

    /// Known by its words and the line that they stand in, as a reader sees it.
    fn fingerprint(&self, code: &str, problem: &str, at: Span<View>) -> Fingerprint {
        let folded = self.prose.folded.text();
        let words = self.prose.folded.range(at);
        let line = around(folded, words.clone());
        Fingerprint::of(code, problem, &folded[words], &folded[line])
    }
}

/// The line of `text` that holds `words`, cut short in one that is very long.
fn around(text: &str, words: Range<usize>) -> Range<usize> {
    const MOST: usize = 400;
    let before = text[..words.start].bytes().rev().take(MOST);
    let after = text[words.end..].bytes().take(MOST);
    let start = words.start - before.take_while(|&b| b != b'\n').count();
    let end = words.end + after.take_while(|&b| b != b'\n').count();
    ceil(text, start)..floor(text, end)
}
