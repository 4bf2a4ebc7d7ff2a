//! Stage 0: characters and places. Knows bytes, spans, lines and folding;
//! knows nothing of postings, formats or law.

mod bare;
mod boundary;
mod bytes;
mod decode;
mod fold;
mod lines;
mod map;
mod pattern;
mod scan;
mod source;
mod span;
mod word;

pub use bare::{bare, bare_start, squeezed};
pub use boundary::{ceil, floor};
pub use bytes::{first_byte, first_digit};
pub use decode::{Decoded, Invalid, MAX_BYTES, Refusal, decode};
pub use fold::Folded;
pub use lines::{LineIndex, Position};
pub use map::{MappedText, SpanMap};
pub use pattern::{Match, Pattern};
pub use scan::{Hit, Hits, Scanner, word_goes_on};
pub use source::Source;
pub use span::{Inner, Raw, Span, View};
pub use word::may_be_of_word;
