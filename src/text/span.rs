//! Byte ranges that name the text they belong to, so that a place in the words
//! that a reader sees is never taken for a place in the user's file.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Range;

/// The decoded text of the user's file ([`Source::text`](super::Source::text)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raw {}

/// The words as a reader sees them: markup gone, entities decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {}

/// A text inside another one, such as the HTML inside a JSON string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inner {}

/// A half-open byte range in the text `S`; both ends lie on character boundaries.
pub struct Span<S> {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    space: PhantomData<fn() -> S>,
}

impl<S> Span<S> {
    /// The range `start..end`.
    ///
    /// # Panics
    /// Panics if `end` lies before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Span {
            start,
            end,
            space: PhantomData,
        }
    }

    /// The empty range at `at`.
    pub fn empty(at: usize) -> Self {
        Span::new(at, at)
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True if the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range as std knows it, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True if `other` lies within this range.
    pub fn contains(self, other: Span<S>) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True if the two share at least one byte.
    pub fn overlaps(self, other: Span<S>) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: Span<S>) -> Span<S> {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl<S> From<Range<usize>> for Span<S> {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

impl<S> Clone for Span<S> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<S> Copy for Span<S> {}
impl<S> PartialEq for Span<S> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<S> Eq for Span<S> {}
impl<S> PartialOrd for Span<S> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<S> Ord for Span<S> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<S> Hash for Span<S> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<S> fmt::Debug for Span<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
