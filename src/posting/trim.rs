//! Cuts page furniture: lines of the page around the posting.
//!
//! A line goes only on evidence of the page's structure. Three places are
//! looked at: the head of the page (menus, sign-up texts, the page's title said
//! twice), parts that a furniture heading opens ("Similar jobs") and that look
//! like furniture from there on, and the foot (share bars, legal links). In
//! doubt a line stays.

use super::lines::Line;
use super::phrases::Phrases;
use super::shape;
use super::vocabulary;
use super::{Furniture, Role, Trimmed};
use crate::document::{Document, LandmarkKind};
use crate::text::{Span, View};
use std::collections::HashMap;
use std::sync::LazyLock;

/// How far a line of this form may be trusted to be furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Force {
    /// Heads a part of the page that is not the posting.
    Opens,
    /// Is never a line of a posting.
    Sure,
    /// May be a line of a posting; counts beside others.
    Likely,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cue {
    force: Force,
    kind: Furniture,
}

static PHRASES: LazyLock<Phrases<Cue>> = LazyLock::new(|| {
    Phrases::read(include_str!("../../data/furniture.txt"), |name| {
        let (force, kind) = name.split_once(' ')?;
        let force = match force {
            "opens" => Force::Opens,
            "sure" => Force::Sure,
            "likely" => Force::Likely,
            _ => return None,
        };
        let kind = [
            Furniture::Navigation,
            Furniture::Consent,
            Furniture::Actions,
            Furniture::OtherJobs,
            Furniture::BoardProfile,
            Furniture::PayEstimate,
        ]
        .into_iter()
        .find(|k| k.name() == kind)?;
        Some(Cue { force, kind })
    })
});

/// A page has some ten landmarks; a hostile one must not cost the square of many.
const MOST_LANDMARKS: usize = 100;

/// So many furniture headings without furniture behind them are enough.
const MOST_MISSES: usize = 32;

/// Lines at the head of a page in which menus and sign-up texts are looked for.
const HEAD: usize = 80;

/// What a page title repeats is looked for in so many lines.
const TITLE_REACH: usize = 8;

/// The pieces of furniture among `lines` of `document`, in text order.
pub(super) fn furniture(document: &Document, lines: &[Line<'_>]) -> Vec<Trimmed> {
    let cues: Vec<Option<Cue>> = lines.iter().map(cue).collect();
    let mut cut: Vec<Option<Furniture>> = vec![None; lines.len()];
    landmarks(document, lines, &cues, &mut cut);
    parts(lines, &cues, &mut cut);
    head(lines, &cues, &mut cut);
    foot(lines, &cues, &mut cut);
    bars(&cues, &mut cut);
    join(lines, &cut)
}

fn cue(line: &Line<'_>) -> Option<Cue> {
    if line.key.is_empty() {
        // "«", "|": signs alone between the items of a menu.
        return None;
    }
    let found = PHRASES.find(&line.key).map(|(cue, _)| cue);
    found.or_else(|| {
        shape::furniture(line).map(|kind| Cue {
            force: Force::Sure,
            kind,
        })
    })
}

/// Parts that the page's own author marked as menu, footer, dialog or list of other
/// jobs, unless the posting speaks there.
fn landmarks(
    document: &Document,
    lines: &[Line<'_>],
    cues: &[Option<Cue>],
    cut: &mut [Option<Furniture>],
) {
    for landmark in document.landmarks.iter().take(MOST_LANDMARKS) {
        let kind = match landmark.kind {
            LandmarkKind::Navigation => Furniture::Navigation,
            LandmarkKind::Footer => Furniture::Navigation,
            LandmarkKind::Dialog => Furniture::Consent,
            LandmarkKind::OtherJobs | LandmarkKind::Aside => Furniture::OtherJobs,
            LandmarkKind::Header
            | LandmarkKind::Main
            | LandmarkKind::Article
            | LandmarkKind::Form => continue,
        };
        // The footer of the page, not of the article in it.
        let within_text = document.landmarks.iter().take(MOST_LANDMARKS).any(|outer| {
            matches!(outer.kind, LandmarkKind::Main | LandmarkKind::Article)
                && outer.span.contains(landmark.span)
        });
        if within_text && landmark.kind == LandmarkKind::Footer {
            continue;
        }
        let first = lines.partition_point(|l| l.span.start < landmark.span.start);
        let last = lines
            .partition_point(|l| l.span.end <= landmark.span.end)
            .max(first);
        // What stands aside is one under a heading that says so.
        let heads = |i: usize| matches!(cues[i], Some(c) if c.force == Force::Opens && c.kind == Furniture::OtherJobs);
        if landmark.kind == LandmarkKind::Aside && !(first < last && heads(first)) {
            continue;
        }
        let speaks = (first..last).any(|i| is_body(lines, i));
        if !speaks && (last - first) * 2 < lines.len() {
            cut[first..last].fill(Some(kind));
        }
    }
}

/// Parts of the page under a furniture heading.
fn parts(lines: &[Line<'_>], cues: &[Option<Cue>], cut: &mut [Option<Furniture>]) {
    let mut repeats: Option<HashMap<&str, usize>> = None;
    let mut at = 0;
    let mut misses = 0;
    while at < lines.len() && misses < MOST_MISSES {
        let opener = match cues[at] {
            Some(Cue {
                force: Force::Opens,
                kind,
            }) if stands_as_heading(lines, at) => kind,
            _ => {
                at += 1;
                continue;
            }
        };
        let repeats = repeats.get_or_insert_with(|| count(lines));
        let region = Region::from(lines, cues, repeats, at);
        let Some(end) = region.cut_to() else {
            misses += 1;
            at += 1;
            continue;
        };
        let mut kind = opener;
        for i in at..end {
            match cues[i] {
                Some(c) if c.force == Force::Opens => kind = c.kind,
                // Panels of the board follow lists of jobs without a heading.
                Some(c) if c.kind == Furniture::BoardProfile && kind != Furniture::OtherJobs => {
                    kind = c.kind;
                }
                Some(_) | None => {}
            }
            cut[i] = Some(kind);
        }
        panels(lines, cues, &mut cut[at..end], at);
        at = end;
    }
}

/// Within what was cut, the board's panel (badges, date, size of the company)
/// is told from the list of jobs before it: it begins where labels follow each
/// other and no card of a job comes behind.
fn panels(lines: &[Line<'_>], cues: &[Option<Cue>], cut: &mut [Option<Furniture>], first: usize) {
    let is_card = |i: usize| {
        let line = &lines[first + i];
        line.words(12) >= 12
            || matches!(cues[first + i], Some(c) if c.kind == Furniture::OtherJobs)
            || shape::posted_ago(&line.key)
    };
    let last_card = (0..cut.len()).rev().find(|&i| is_card(i));
    let from = last_card.map_or(0, |i| i + 1);
    let is_panel =
        |i: usize| matches!(cues[first + i], Some(c) if c.kind == Furniture::BoardProfile);
    if let Some(start) = (from..cut.len()).find(|&i| is_panel(i)) {
        for kind in &mut cut[start..] {
            *kind = Some(Furniture::BoardProfile);
        }
    }
}

/// How often each short line stands on the page.
fn count<'l>(lines: &'l [Line<'_>]) -> HashMap<&'l str, usize> {
    let mut counts = HashMap::new();
    for line in lines.iter().filter(|l| l.is_short() && !l.key.is_empty()) {
        *counts.entry(line.key.as_str()).or_insert(0) += 1;
    }
    counts
}

/// A heading is no bullet and no sentence.
fn stands_as_heading(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    line.is_short() && !line.ends_sentence() && !super::lines::has_bullet(line.text)
}

/// What follows a furniture heading.
struct Region {
    start: usize,
    /// One past its last line: where the posting speaks again, or the end.
    end: usize,
    reaches_end: bool,
    /// Lines that only a page has.
    support: usize,
    /// The last of them.
    last_support: usize,
    /// Lines that read like prose.
    prose: usize,
}

impl Region {
    fn from(
        lines: &[Line<'_>],
        cues: &[Option<Cue>],
        repeats: &HashMap<&str, usize>,
        start: usize,
    ) -> Region {
        let mut region = Region {
            start,
            end: start + 1,
            reaches_end: true,
            support: 0,
            last_support: start,
            prose: 0,
        };
        for i in start + 1..lines.len() {
            if is_body(lines, i) {
                region.reaches_end = false;
                break;
            }
            region.end = i + 1;
            let line = &lines[i];
            let supports = matches!(cues[i], Some(c) if c.force != Force::Likely)
                || shape::money_only(line.text)
                || repeats.get(line.key.as_str()).is_some_and(|n| *n >= 3)
                || (line.is_short() && shape::card(line));
            if supports {
                region.support += 1;
                region.last_support = i;
            } else if cues[i].is_none() && (line.words(9) >= 9 || line.ends_sentence()) {
                region.prose += 1;
            }
        }
        region
    }

    /// One past the last line to cut, if there is enough evidence.
    fn cut_to(&self) -> Option<usize> {
        let lines = self.end - self.start - 1;
        if self.reaches_end {
            let pages = self.support >= 1 && self.support * 3 >= self.prose;
            // A bare list of titles under "Similar jobs" at the foot.
            let bare = lines >= 1 && self.prose == 0;
            return (pages || bare).then_some(self.end);
        }
        (self.support >= 2 && self.support * 3 >= self.prose).then_some(self.last_support + 1)
    }
}

/// True if the posting speaks at line `i`: a statement of equal opportunity, a
/// long paragraph, or a heading of a posting with text or a list under it.
fn is_body(lines: &[Line<'_>], i: usize) -> bool {
    let line = &lines[i];
    if !line.is_short() {
        return line.words(70) >= 70 || shape::equal_opportunity(line.text);
    }
    let Some((role, super::phrases::Fit::Whole)) = vocabulary::role(&line.key) else {
        return false;
    };
    let speaks = match role {
        Role::Duties
        | Role::Requirements
        | Role::Benefits
        | Role::EqualOpportunity
        | Role::HowToApply
        | Role::Pay => true,
        Role::Fields
        | Role::Opening
        | Role::Company
        | Role::Location
        | Role::Legal
        | Role::Other => false,
    };
    speaks
        && lines
            .get(i + 1)
            .is_some_and(|next| (next.bullet && next.words(4) >= 4) || next.words(12) >= 12)
}

/// Menus, sign-up texts and the page's title before the posting.
fn head(lines: &[Line<'_>], cues: &[Option<Cue>], cut: &mut [Option<Furniture>]) {
    let end = (0..lines.len().min(HEAD))
        .find(|&i| {
            cues[i].is_none() && lines[i].words(20) >= 20
                || lines[i].bullet && lines[i].words(8) >= 8
        })
        .unwrap_or(lines.len().min(HEAD));
    mark(cues, cut, 0..end);
    for i in 0..end {
        if cut[i].is_none()
            && repeats_title(lines, i)
            && (neighbour(cut, i, end) || lines[i].text.contains(" image"))
        {
            cut[i] = Some(Furniture::Navigation);
        }
    }
    // What stands beside the page's title has a neighbour now.
    mark(cues, cut, 0..end);
}

/// Sure lines of `range`, and likely ones beside others (at most one line of
/// another kind between them).
fn mark(cues: &[Option<Cue>], cut: &mut [Option<Furniture>], range: std::ops::Range<usize>) {
    let force = |i: usize| cues[i].filter(|c| c.force != Force::Opens);
    for i in range.clone() {
        if let Some(cue) = force(i)
            && cue.force == Force::Sure
        {
            cut[i] = Some(cue.kind);
        }
    }
    // Runs of likely lines: beside a sure one, or three together.
    let mut i = range.start;
    while i < range.end {
        if cut[i].is_some() || force(i).is_none() {
            i += 1;
            continue;
        }
        let start = i;
        while i < range.end && cut[i].is_none() && force(i).is_some() {
            i += 1;
        }
        let beside =
            start > range.start && cut[start - 1].is_some() || i < range.end && cut[i].is_some();
        if beside || i - start >= 3 {
            for (k, slot) in cut.iter_mut().enumerate().take(i).skip(start) {
                *slot = force(k).map(|c| c.kind);
            }
        }
    }
}

fn neighbour(cut: &[Option<Furniture>], i: usize, end: usize) -> bool {
    i > 0 && cut[i - 1].is_some() || i + 1 < end && cut[i + 1].is_some()
}

/// "Line Cook image - Some Board" above the "Line Cook" that heads the posting.
fn repeats_title(lines: &[Line<'_>], i: usize) -> bool {
    let line = &lines[i];
    line.is_short()
        && lines[i + 1..].iter().take(TITLE_REACH).any(|later| {
            later.key.len() >= 4
                && line.key.len() > later.key.len()
                && line.key.starts_with(later.key.as_str())
                && {
                    let rest = line.key[later.key.len()..].trim_start_matches([')', ']']);
                    let rest = rest.strip_prefix(" image").unwrap_or(rest);
                    rest.is_empty()
                        || [" - ", " | ", " – ", " — ", " · "]
                            .iter()
                            .any(|s| rest.starts_with(s))
                }
        })
}

/// Share bars, legal links and the like behind the posting.
fn foot(lines: &[Line<'_>], cues: &[Option<Cue>], cut: &mut [Option<Furniture>]) {
    let mut end = lines.len();
    while end > 0 && cut[end - 1].is_some() {
        end -= 1;
    }
    // Backwards as long as lines are furniture, with at most two short lines of
    // another kind (a language, a country) between them.
    let mut start = end;
    let mut strangers = 0;
    for i in (0..end).rev() {
        match cues[i] {
            Some(cue) if cue.force != Force::Opens => {
                start = i;
                strangers = 0;
            }
            _ if lines[i].words(5) < 5 && strangers < 2 && !lines[i].bullet => strangers += 1,
            _ => break,
        }
    }
    if start == end {
        return;
    }
    let sure = (start..end)
        .filter(|&i| matches!(cues[i], Some(c) if c.force == Force::Sure))
        .count();
    let any = (start..end).filter(|&i| cues[i].is_some()).count();
    if sure >= 1 && any >= 2 || any >= 4 || sure >= 1 && end < lines.len() {
        mark(cues, cut, start..end);
    }
}

/// Share bars in the middle: at least two of their lines together, one sure.
fn bars(cues: &[Option<Cue>], cut: &mut [Option<Furniture>]) {
    let is_bar = |i: usize| {
        cues[i].filter(|c| {
            c.force != Force::Opens && matches!(c.kind, Furniture::Actions | Furniture::PayEstimate)
        })
    };
    let mut i = 0;
    while i < cues.len() {
        let start = i;
        while i < cues.len() && is_bar(i).is_some() {
            i += 1;
        }
        let sure = |kind: Option<Furniture>| {
            (start..i).any(|k| {
                is_bar(k).is_some_and(|c| {
                    c.force == Force::Sure && kind.is_none_or(|kind| c.kind == kind)
                })
            })
        };
        if i - start >= 2 && sure(None) || sure(Some(Furniture::PayEstimate)) {
            for (k, slot) in cut.iter_mut().enumerate().take(i).skip(start) {
                *slot = slot.or(is_bar(k).map(|c| c.kind));
            }
        }
        i = i.max(start + 1);
    }
}

/// Neighbouring lines of one kind become one piece.
fn join(lines: &[Line<'_>], cut: &[Option<Furniture>]) -> Vec<Trimmed> {
    let mut pieces: Vec<Trimmed> = Vec::new();
    let mut previous = None;
    for (line, kind) in lines.iter().zip(cut) {
        if let Some(kind) = *kind {
            match pieces.last_mut() {
                Some(last) if previous == Some(kind) => last.span = last.span.cover(line.span),
                _ => pieces.push(Trimmed {
                    span: line.span,
                    kind,
                }),
            }
        }
        previous = *kind;
    }
    pieces
}

/// `text` with the pieces blanked: spaces for bytes, line breaks kept.
pub(super) fn blank(text: &str, pieces: &[Trimmed]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for piece in pieces {
        let Span::<View> { start, end, .. } = piece.span;
        out.push_str(&text[at..start]);
        for byte in text[start..end].bytes() {
            out.push(if byte == b'\n' { '\n' } else { ' ' });
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests;
