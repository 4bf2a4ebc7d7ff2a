//! What the readers of statements share: the posting cut into whole sentences,
//! also where a hard wrap broke a line, and simple questions about their words.

use super::fact::{Context, Found, Whence};
use crate::document::BlockKind;
use crate::posting::{Prose, Role};
use crate::text::{Hit, Span, View, bare_start, ceil, floor};
use std::ops::Range;

/// A sentence, a line or a structured value.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its place in the view.
    pub span: Span<View>,
    /// Its place in the folded text.
    pub range: Range<usize>,
    /// Which block it is of; nothing for a structured value.
    pub block: Option<usize>,
}

/// The posting's units in text order.
#[derive(Debug)]
pub(super) struct Units<'p> {
    pub prose: &'p Prose<'p>,
    list: Vec<Unit>,
}

impl<'p> Units<'p> {
    /// Cuts the posting up.
    pub fn of(prose: &'p Prose<'p>) -> Self {
        let blocks = &prose.posting.document.blocks;
        let mut list: Vec<Unit> = Vec::new();
        let mut block = 0;
        for sentence in &prose.sentences {
            while blocks
                .get(block)
                .is_some_and(|b| b.span.end <= sentence.start)
            {
                block += 1;
            }
            let range = prose.folded.range(*sentence);
            if let Some(last) = list.last_mut()
                && is_wrapped(prose, last, *sentence, block)
            {
                last.span = last.span.cover(*sentence);
                last.range.end = range.end;
                last.block = Some(block);
                continue;
            }
            list.push(Unit {
                span: *sentence,
                range,
                block: Some(block),
            });
        }
        let mut values = Vec::new();
        for field in prose.posting.fields() {
            let after = list.partition_point(|u| u.span.end <= field.value.start);
            let covered = list
                .get(after)
                .is_some_and(|u| u.span.overlaps(field.value));
            if !covered && !prose.words(field.value).trim().is_empty() {
                values.push(Unit {
                    span: field.value,
                    range: prose.folded.range(field.value),
                    block: None,
                });
            }
        }
        if !values.is_empty() {
            list.append(&mut values);
            list.sort_by_key(|u| u.span);
        }
        Units { prose, list }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, index: usize) -> &Unit {
        &self.list[index]
    }

    /// The folded words of a unit.
    pub fn text(&self, index: usize) -> &'p str {
        &self.prose.folded.text()[self.list[index].range.clone()]
    }

    /// The unit in which a place of the folded text lies.
    pub fn at(&self, offset: usize) -> Option<usize> {
        let after = self.list.partition_point(|u| u.range.start <= offset);
        let index = after.checked_sub(1)?;
        (offset < self.list[index].range.end).then_some(index)
    }

    /// The units in which cues stand, each once, in text order.
    pub fn with(&self, hits: &[Hit]) -> Vec<usize> {
        let mut units: Vec<usize> = hits.iter().filter_map(|h| self.at(h.range.start)).collect();
        units.dedup();
        units
    }

    /// True if two units stand in one block.
    pub fn same_block(&self, a: usize, b: usize) -> bool {
        self.list[a].block.is_some() && self.list[a].block == self.list[b].block
    }

    /// True if `b` stands in the block of `a` or in the one behind it.
    pub fn neighbours(&self, a: usize, b: usize) -> bool {
        match (self.list[a].block, self.list[b].block) {
            (Some(a), Some(b)) => b == a || b == a + 1,
            _ => false,
        }
    }

    /// The kind of block that a unit is of.
    pub fn kind(&self, index: usize) -> Option<BlockKind> {
        let block = self.list[index].block?;
        Some(self.prose.posting.document.blocks[block].kind)
    }

    /// True if the unit is a heading.
    pub fn is_heading(&self, index: usize) -> bool {
        matches!(self.kind(index), Some(BlockKind::Heading(_)))
    }

    /// The role of the section in which a unit stands.
    pub fn role(&self, index: usize) -> Option<Role> {
        let at = self.list[index].span.start;
        self.prose.posting.section_at(at).map(|s| s.role)
    }

    /// True if the unit tells what the person will do or must bring: there,
    /// "ensure equal opportunity" is work and no promise.
    pub fn is_about_the_work(&self, index: usize) -> bool {
        match self.role(index) {
            Some(Role::Duties | Role::Requirements) => true,
            Some(
                Role::Fields
                | Role::Opening
                | Role::Company
                | Role::Pay
                | Role::Benefits
                | Role::Location
                | Role::EqualOpportunity
                | Role::HowToApply
                | Role::Legal
                | Role::Other,
            )
            | None => false,
        }
    }

    /// The place of unit `index`. A text that lost its line breaks has sentences
    /// that begin far ahead of what they are about, which is at `start` of its
    /// folded words; there the place begins with the clause.
    pub fn tight(&self, index: usize, start: usize) -> Span<View> {
        const FAR: usize = 180;
        let text = self.text(index);
        let whole = self.list[index].span;
        if start <= FAR {
            return whole;
        }
        let before = &text[..start];
        let cut = ["- ", ": ", "• ", "| ", "! ", "? ", ". "]
            .iter()
            .filter_map(|mark| before.rfind(mark).map(|at| at + mark.len()))
            .max()
            .unwrap_or(0);
        self.view(index, cut..text.len())
    }

    /// The place of `at` within the folded words of unit `index`.
    pub fn within(&self, index: usize, at: Span<View>) -> Range<usize> {
        let unit = &self.list[index].range;
        let range = self.prose.folded.range(at);
        let clamp = |place: usize| place.clamp(unit.start, unit.end) - unit.start;
        clamp(range.start)..clamp(range.end)
    }

    /// The places of `range` within unit `index`, in the view.
    pub fn view(&self, index: usize, range: Range<usize>) -> Span<View> {
        let base = self.list[index].range.start;
        self.prose.folded.view(base + range.start..base + range.end)
    }
}

/// True if `next` only goes on with what `last` began on the line above.
fn is_wrapped(prose: &Prose<'_>, last: &Unit, next: Span<View>, next_block: usize) -> bool {
    let blocks = &prose.posting.document.blocks;
    let prose_block = |block: Option<usize>| {
        block
            .and_then(|b| blocks.get(b))
            .is_some_and(|b| match b.kind {
                BlockKind::Paragraph | BlockKind::ListItem(_) | BlockKind::Quote => true,
                BlockKind::Heading(_) | BlockKind::Cell { .. } | BlockKind::Code => false,
            })
    };
    let begins_item = last.block != Some(next_block)
        && blocks
            .get(next_block)
            .is_some_and(|b| matches!(b.kind, BlockKind::ListItem(_)));
    if begins_item || !prose_block(last.block) || !prose_block(Some(next_block)) {
        return false;
    }
    let text = &prose.posting.text;
    let gap = &text[last.span.end..next.start];
    if gap.matches('\n').count() != 1 || !gap.trim().is_empty() {
        return false;
    }
    let after = prose.words(next);
    let line = text[..last.span.end].rfind('\n').map_or(0, |at| at + 1);
    let last_line = &text[line..last.span.end];
    let last_word = last_line.rsplit(' ').next().unwrap_or(last_line);
    let open = last_line.ends_with([',', '(', '/', '&'])
        || last_line.len() >= 30 && OPEN_ENDS.contains(&last_word);
    let full = last_line.len() >= 45 && !last_line.ends_with(['.', '!', '?', ':', ';']);
    let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(';
    let begins = after.chars().next();
    // `key: value` lines of a list that was written without bullets.
    if after.split(' ').next().is_some_and(|w| w.ends_with(':')) {
        return false;
    }
    open && begins.is_some_and(char::is_alphanumeric) || full && begins.is_some_and(goes_on)
}

/// Words after which a sentence goes on.
const OPEN_ENDS: &[&str] = &[
    "a", "an", "and", "any", "by", "of", "or", "our", "the", "their", "your",
];

/// A statement at `at`, with the part of the page that it is from.
pub(super) fn found<T>(context: &Context<'_>, value: T, at: Span<View>) -> Found<T> {
    let mut found = Found::in_text(value, at);
    if let Some(field) = context.prose.posting.field_at(at) {
        found.whence = Whence::Field(field.origin);
    }
    found
}

/// What a sentence on the work says behind "you will", so that a task is known
/// by its verb; nothing where it does not begin so.
pub(super) fn task(text: &str) -> Option<&str> {
    let subject = bare_start(text);
    ["you will ", "you'll "]
        .iter()
        .find_map(|lead| subject.strip_prefix(lead))
}

/// At most `bytes` of `text` from `at` on, cut at a character.
pub(super) fn window(text: &str, at: usize, bytes: usize) -> &str {
    &text[at..floor(text, at + bytes).max(at)]
}

/// At most `bytes` of `text` before `at`, cut at a character.
pub(super) fn window_before(text: &str, at: usize, bytes: usize) -> &str {
    &text[ceil(text, at.saturating_sub(bytes)).min(at)..at]
}

/// Readings of short texts, for the tests of the readers.
#[cfg(test)]
pub(super) mod testing {
    use crate::document::{Document, plain};
    use crate::facts::{Context, Fact, Facts, Found};
    use crate::posting::{self, Prose};
    use crate::text::{Scanner, Source};
    use std::sync::Arc;

    /// What the reader of `T` finds in a plain text.
    pub fn read<T: Fact>(text: &str) -> Vec<Found<T>> {
        let source = Arc::new(Source::from_text("posting.txt", text));
        read_document(plain::read(&source))
    }

    /// What the reader of `T` finds in a Markdown text.
    pub fn read_markdown<T: Fact>(text: &str) -> Vec<Found<T>> {
        let mut reading = crate::document::read("posting.md", text.as_bytes());
        read_document(reading.documents.remove(0))
    }

    /// The words of what the reader of `T` finds in a file of that name.
    pub fn words_of<T: Fact>(name: &str, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        for document in crate::document::read(name, text.as_bytes()).documents {
            let view = document.view.clone();
            let found = read_document::<T>(document);
            words.extend(found.iter().map(|f| view[f.at.range()].to_owned()));
        }
        words
    }

    fn read_document<T: Fact>(document: Document) -> Vec<Found<T>> {
        let mut found = Vec::new();
        for posting in posting::find(Arc::new(document)) {
            let prose = Prose::of(&posting);
            let hits = Scanner::new([T::CUES]).scan(&prose.folded);
            found.extend(T::read(&Context {
                prose: &prose,
                units: &super::Units::of(&prose),
                hits: hits.of(0),
                facts: &Facts::default(),
            }));
        }
        found
    }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Fact;
    use crate::text::{Folded, Scanner};

    #[test]
    fn windows_end_at_characters() {
        let text = "é ü";
        assert_eq!(window(text, 0, 1), "");
        assert_eq!(window(text, 2, 9), " ü");
        assert_eq!(window_before(text, 5, 1), "");
    }

    /// Cues say only which sentences are looked at, so that one within another says nothing.
    #[test]
    fn no_cue_of_a_statement_holds_another() {
        use crate::facts;
        let cues: [(&str, &[&str]); 12] = [
            ("accommodation", facts::accommodation::Accommodation::CUES),
            ("ai_use", facts::ai_use::AiUse::CUES),
            ("apply", facts::apply::Apply::CUES),
            (
                "background_check",
                facts::background_check::BackgroundCheck::CUES,
            ),
            ("citizenship", facts::citizenship::Citizenship::CUES),
            ("deadline", facts::deadline::Deadline::CUES),
            ("eeo", facts::eeo::EqualOpportunity::CUES),
            ("fair_chance", facts::fair_chance::FairChance::CUES),
            (
                "other_compensation",
                facts::other_compensation::OtherCompensation::CUES,
            ),
            ("preference", facts::preference::Preference::CUES),
            ("public_link", facts::public_link::PublicLink::CUES),
            ("salary_history", facts::salary_history::SalaryHistory::CUES),
        ];
        let scanner = Scanner::new(cues.iter().map(|(_, list)| *list));
        let mut spare = Vec::new();
        for (owner, (name, list)) in cues.iter().enumerate() {
            for (cue, phrase) in list.iter().enumerate() {
                let bare = phrase.trim_matches('*');
                let mut texts = vec![bare.to_owned()];
                if phrase.ends_with('*') {
                    texts.push(format!("{bare}x"));
                }
                if phrase.starts_with('*') {
                    texts.push(format!("x{bare}"));
                }
                let other = |text: &String| {
                    let hits = scanner.scan(&Folded::of(text));
                    hits.of(owner).iter().any(|hit| hit.cue != cue)
                };
                if texts.iter().all(other) {
                    spare.push(format!("{name}: {phrase}"));
                }
            }
        }
        assert_eq!(spare, Vec::<String>::new());
    }
}
