//! Where each piece of a derived text came from.
//!
//! A reader builds its text with [`MappedText`], piece by piece, and says for
//! each piece which part of the original it stands for. Maps compose, so that
//! the words of HTML inside a JSON string inside a feed still point at the
//! user's own bytes.

use super::span::Span;
use std::marker::PhantomData;

/// One run of the derived text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    /// Start in the derived text; the end is the next segment's start.
    at: usize,
    /// The part of the original that the run stands for.
    from: usize,
    to: usize,
    /// The run is a copy of the original, byte for byte.
    exact: bool,
}

/// From each byte of a derived text `A` to the place in the original `B`.
pub struct SpanMap<A, B> {
    segments: Vec<Segment>,
    /// Length of the derived text.
    len: usize,
    spaces: PhantomData<fn(A) -> B>,
}

impl<A, B> SpanMap<A, B> {
    /// The map of a text that is a copy of its original.
    pub fn identity(len: usize) -> Self {
        let mut map = SpanMap::empty();
        map.push(len, 0..len, true);
        map
    }

    fn empty() -> Self {
        SpanMap {
            segments: Vec::new(),
            len: 0,
            spaces: PhantomData,
        }
    }

    fn push(&mut self, len: usize, origin: std::ops::Range<usize>, exact: bool) {
        if len == 0 {
            return;
        }
        let at = self.len;
        self.len += len;
        if let Some(last) = self.segments.last_mut()
            && exact
            && last.exact
            && last.to == origin.start
        {
            last.to = origin.end;
            return;
        }
        self.segments.push(Segment {
            at,
            from: origin.start,
            to: origin.end,
            exact,
        });
    }

    /// Length of the derived text in bytes.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True if the derived text is empty.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn segment_at(&self, offset: usize) -> Option<(usize, &Segment)> {
        let index = self
            .segments
            .partition_point(|s| s.at <= offset)
            .checked_sub(1)?;
        Some((index, &self.segments[index]))
    }

    fn end_of(&self, index: usize) -> usize {
        self.segments
            .get(index + 1)
            .map_or(self.len, |next| next.at)
    }

    /// The smallest part of the original that holds everything `span` came from.
    ///
    /// An empty span gives an empty span. Offsets past the end are taken as the end.
    pub fn origin(&self, span: Span<A>) -> Span<B> {
        if self.segments.is_empty() {
            return Span::empty(0);
        }
        if span.is_empty() {
            return Span::empty(self.point(span.start));
        }
        let (mut low, mut high) = (usize::MAX, 0);
        let first = self.segment_at(span.start).map_or(0, |(i, _)| i);
        for (index, segment) in self.segments.iter().enumerate().skip(first) {
            if segment.at >= span.end && index > first {
                break;
            }
            let (from, to) = if segment.exact {
                let start = span.start.clamp(segment.at, self.end_of(index));
                let end = span.end.clamp(segment.at, self.end_of(index));
                (
                    segment.from + start - segment.at,
                    segment.from + end - segment.at,
                )
            } else {
                (segment.from, segment.to)
            };
            // A synthetic piece (a line break between two blocks) stands for
            // nothing; it must not widen a span unless it is all there is.
            if from < to {
                low = low.min(from);
                high = high.max(to);
            }
        }
        if low > high {
            return Span::empty(self.point(span.start));
        }
        Span::new(low, high)
    }

    fn point(&self, offset: usize) -> usize {
        match self.segment_at(offset) {
            Some((index, s)) if offset >= self.end_of(index) => s.to,
            Some((_, s)) if s.exact => s.from + offset - s.at,
            Some((_, s)) => s.from,
            None => 0,
        }
    }

    /// The part of the original that equals the derived text byte for byte, if
    /// `span` is one copied run. By it the tests of readers see what was copied.
    #[cfg(test)]
    pub(crate) fn exact_origin(&self, span: Span<A>) -> Option<Span<B>> {
        let (index, segment) = self.segment_at(span.start)?;
        (segment.exact && span.end <= self.end_of(index)).then(|| {
            let from = segment.from + span.start - segment.at;
            Span::new(from, from + span.len())
        })
    }

    /// The same map, where the derived text is in turn read as an original: the
    /// words of escaped HTML are again HTML.
    pub fn recast<C>(&self) -> SpanMap<C, B> {
        SpanMap {
            segments: self.segments.clone(),
            len: self.len,
            spaces: PhantomData,
        }
    }

    /// This map followed by `outer`: from `A` through `B` to `C`.
    pub fn through<C>(&self, outer: &SpanMap<B, C>) -> SpanMap<A, C> {
        let mut composed = SpanMap::empty();
        for (index, segment) in self.segments.iter().enumerate() {
            let len = self.end_of(index) - segment.at;
            if !segment.exact {
                let origin = if segment.from == segment.to {
                    let at = outer.point(segment.from);
                    at..at
                } else {
                    outer.origin(Span::new(segment.from, segment.to)).range()
                };
                composed.push(len, origin, false);
                continue;
            }
            // A copied run may cross several segments of the outer map.
            let mut at = segment.from;
            while at < segment.to {
                let Some((outer_index, outer_segment)) = outer.segment_at(at) else {
                    composed.push(segment.to - at, 0..0, false);
                    break;
                };
                let end = outer.end_of(outer_index).min(segment.to).max(at + 1);
                let piece = end - at;
                if outer_segment.exact {
                    let from = outer_segment.from + at - outer_segment.at;
                    composed.push(piece, from..from + piece, true);
                } else {
                    composed.push(piece, outer_segment.from..outer_segment.to, false);
                }
                at = end;
            }
        }
        composed
    }
}

impl<A, B> Clone for SpanMap<A, B> {
    fn clone(&self) -> Self {
        SpanMap {
            segments: self.segments.clone(),
            len: self.len,
            spaces: PhantomData,
        }
    }
}

impl<A, B> std::fmt::Debug for SpanMap<A, B> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(&self.segments).finish()
    }
}

/// A derived text together with the map to what it was derived from.
#[derive(Debug, Clone)]
pub struct MappedText<A, B> {
    /// The derived text.
    pub text: String,
    /// From the derived text to the original.
    pub map: SpanMap<A, B>,
}

impl<A, B> Default for MappedText<A, B> {
    fn default() -> Self {
        MappedText {
            text: String::new(),
            map: SpanMap::empty(),
        }
    }
}

impl<A, B> MappedText<A, B> {
    /// Adds a copy of the original text that stands at `from`.
    pub fn push_exact(&mut self, piece: &str, from: usize) {
        self.text.push_str(piece);
        self.map.push(piece.len(), from..from + piece.len(), true);
    }

    /// Adds words that stand for a differently written part of the original,
    /// such as a decoded entity.
    pub fn push_for(&mut self, piece: &str, origin: Span<B>) {
        self.text.push_str(piece);
        self.map.push(piece.len(), origin.range(), false);
    }

    /// Adds words that the original does not have, such as the line break
    /// between two blocks; `near` is where they would stand.
    pub fn push_synthetic(&mut self, piece: &str, near: usize) {
        self.text.push_str(piece);
        self.map.push(piece.len(), near..near, false);
    }

    /// Adds a text that was itself derived, mapped to the same original.
    pub fn append(&mut self, other: &MappedText<A, B>) {
        self.text.push_str(&other.text);
        for (index, segment) in other.map.segments.iter().enumerate() {
            let len = other.map.end_of(index) - segment.at;
            self.map.push(len, segment.from..segment.to, segment.exact);
        }
    }

    /// The same words, mapped to what their original was derived from.
    pub fn through<C>(self, outer: &SpanMap<B, C>) -> MappedText<A, C> {
        MappedText {
            map: self.map.through(outer),
            text: self.text,
        }
    }

    /// Length of the derived text so far, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// True if nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Inner, Raw, View};

    #[test]
    fn a_copied_run_maps_byte_for_byte_and_an_entity_as_a_whole() {
        // original: "$90k&nbsp;&ndash;&nbsp;$110k"
        let original = "$90k&nbsp;&ndash;&nbsp;$110k";
        let mut view: MappedText<View, Raw> = MappedText::default();
        view.push_exact("$90k", 0);
        view.push_for("\u{a0}", Span::new(4, 10));
        view.push_for("–", Span::new(10, 17));
        view.push_for("\u{a0}", Span::new(17, 23));
        view.push_exact("$110k", 23);
        let whole = view.map.origin(Span::new(0, view.len()));
        assert_eq!(&original[whole.range()], original);
        let last = view.map.origin(Span::new(view.len() - 5, view.len()));
        assert_eq!(&original[last.range()], "$110k");
        assert_eq!(
            view.map.exact_origin(Span::new(1, 3)),
            Some(Span::new(1, 3))
        );
        assert_eq!(view.map.exact_origin(Span::new(2, 8)), None);
    }

    #[test]
    fn a_synthetic_break_widens_nothing() {
        let mut view: MappedText<View, Raw> = MappedText::default();
        view.push_exact("one", 10);
        view.push_synthetic("\n", 40);
        view.push_exact("two", 20);
        assert_eq!(view.map.origin(Span::new(0, 4)), Span::new(10, 13));
        assert_eq!(view.map.origin(Span::new(3, 4)), Span::new(40, 40));
        assert_eq!(view.map.origin(Span::new(0, 7)), Span::new(10, 23));
    }

    #[test]
    fn maps_compose() {
        // raw  : "\u0024" + "90k"   (a JSON escape, then text)
        // inner: "$" + "90k"
        let mut inner: MappedText<Inner, Raw> = MappedText::default();
        inner.push_for("$", Span::new(0, 6));
        inner.push_exact("90k", 6);
        let mut view: MappedText<View, Inner> = MappedText::default();
        view.push_exact("$90k", 0);
        let map = view.map.through(&inner.map);
        assert_eq!(map.origin(Span::new(0, 4)), Span::new(0, 9));
        assert_eq!(map.origin(Span::new(1, 3)), Span::new(6, 8));
        assert_eq!(map.exact_origin(Span::new(1, 4)), Some(Span::new(6, 9)));
        assert_eq!(map.exact_origin(Span::new(0, 2)), None);
    }
}
