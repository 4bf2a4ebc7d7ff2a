//! Where a new block can stand in a page: behind everything that holds words as
//! one piece (a paragraph, a list, a table), within what only arranges such
//! pieces (a `div`, a section, the body).

use super::elements::{Effect, effect};
use super::tokens::{self, Sink, Tag};
use std::ops::Range;

/// More open elements than a page has that a person wrote.
const MOST_OPEN: usize = 512;

/// The place behind the outermost piece that holds the text before `raw`; none
/// in a script or the like, or where the piece does not end.
pub fn end_of_block(markup: &str, raw: usize) -> Option<usize> {
    let mut finder = Finder {
        raw,
        open: Vec::new(),
        state: State::Before,
    };
    tokens::scan(markup, &mut finder);
    finder.arrive(markup.len());
    match finder.state {
        State::Found(at) => Some(markup[..at].trim_end().len().max(raw)),
        // A paragraph needs no end, and the last one often has none.
        State::Inside(depth) if finder.open[depth..].iter().all(|name| name == "p") => {
            Some(markup.trim_end().len())
        }
        State::Before | State::Inside(_) | State::Refused => None,
    }
}

enum State {
    /// The place has not been reached.
    Before,
    /// Within the piece that is open at this depth.
    Inside(usize),
    Found(usize),
    Refused,
}

struct Finder {
    raw: usize,
    /// Names of the open elements.
    open: Vec<String>,
    state: State,
}

impl Finder {
    /// Something begins at `at`, behind all words before.
    fn arrive(&mut self, at: usize) {
        if !matches!(self.state, State::Before) || at < self.raw {
            return;
        }
        if self.open.len() > MOST_OPEN || self.open.iter().any(|n| effect(n) == Effect::Unseen) {
            self.state = State::Refused;
            return;
        }
        self.state = match self.open.iter().position(|name| !only_arranges(name)) {
            Some(depth) => State::Inside(depth),
            None => State::Found(self.raw),
        };
    }

    /// Closes the elements from `depth` on; `at` is where the last of them ends.
    fn close(&mut self, depth: usize, at: usize) {
        self.open.truncate(depth);
        if let State::Inside(piece) = self.state
            && depth <= piece
        {
            self.state = State::Found(at);
        }
    }

    /// The innermost open element of these names that no `fence` encloses.
    fn innermost(&self, names: &[&str], fences: &[&str]) -> Option<usize> {
        for (depth, open) in self.open.iter().enumerate().rev() {
            if names.contains(&open.as_str()) {
                return Some(depth);
            }
            if fences.contains(&open.as_str()) {
                return None;
            }
        }
        None
    }
}

impl Sink for Finder {
    fn copied(&mut self, range: Range<usize>) {
        self.arrive(range.start);
    }

    fn decoded(&mut self, _: &str, range: Range<usize>) {
        self.arrive(range.start);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.arrive(tag.range.start);
        let effect = effect(tag.name);
        // What a start tag ends without an end tag being written.
        let ended = match effect {
            Effect::Item => self.innermost(&["li"], &["ul", "ol", "menu", "dir"]),
            Effect::Row => self.innermost(&["tr"], &["table"]),
            Effect::Cell => self.innermost(&["td", "th"], &["table", "tr"]),
            Effect::Block if matches!(tag.name, "dt" | "dd") => {
                self.innermost(&["dt", "dd"], &["dl"])
            }
            Effect::Block
            | Effect::Paragraph
            | Effect::Heading(_)
            | Effect::List
            | Effect::Quote
            | Effect::Preformatted
            | Effect::Table
            | Effect::Rule => self.innermost(&["p"], &["table", "td", "th", "li", "button"]),
            Effect::LineBreak
            | Effect::Link
            | Effect::Bold
            | Effect::InlineBox
            | Effect::Span
            | Effect::Unseen
            | Effect::Void
            | Effect::Other => None,
        };
        if let Some(depth) = ended {
            self.close(depth, tag.range.start);
        }
        let is_empty = matches!(effect, Effect::Void | Effect::LineBreak | Effect::Rule)
            || tag.self_closing && matches!(effect, Effect::Other | Effect::Unseen);
        if !is_empty && self.open.len() <= MOST_OPEN {
            self.open.push(tag.name.to_owned());
        }
    }

    fn end(&mut self, name: &str, range: Range<usize>) {
        self.arrive(range.start);
        if let Some(depth) = self.innermost(&[name], &[]) {
            self.close(depth, range.end);
        }
    }

    fn comment(&mut self, _: &str, range: Range<usize>) {
        self.arrive(range.start);
    }
}

/// Whether an element only arranges pieces, so that a further one can stand
/// among them.
fn only_arranges(name: &str) -> bool {
    match effect(name) {
        Effect::Block => !matches!(
            name,
            "address"
                | "caption"
                | "dd"
                | "dl"
                | "dt"
                | "figcaption"
                | "figure"
                | "hgroup"
                | "legend"
                | "tbody"
                | "tfoot"
                | "thead"
        ),
        // Elements of a page's own making.
        Effect::Other => name.contains('-'),
        Effect::Paragraph
        | Effect::Heading(_)
        | Effect::List
        | Effect::Item
        | Effect::Quote
        | Effect::Preformatted
        | Effect::Table
        | Effect::Row
        | Effect::Cell
        | Effect::LineBreak
        | Effect::Rule
        | Effect::Link
        | Effect::Bold
        | Effect::InlineBox
        | Effect::Span
        | Effect::Unseen
        | Effect::Void => false,
    }
}
