//! Bytes → [`Source`]: which encoding a file is in, its text, and the way back
//! to its bytes.
//!
//! In order: a byte order mark decides; UTF-16 without one shows by its zero
//! bytes; known binary files and those full of zero or control bytes are
//! refused; then UTF-8, if it is valid or nearly so; else the encoding that
//! chardetng guesses, which for western text is Windows-1252.

use super::bytes::{count_bytes, first_byte};
use super::source::{Run, Source};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::fmt;

/// The largest file that is read, in bytes. A single posting has some
/// kilobytes; feeds come line by line or in files far below this.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How much of a file is looked at to see whether it is text.
const SAMPLE: usize = 8 * 1024;

/// A decoded file.
#[derive(Debug)]
pub struct Decoded {
    /// The text.
    pub source: Source,
    /// Bytes that did not fit the encoding and were replaced by U+FFFD.
    pub invalid: Option<Invalid>,
}

/// Where a text broke the rules of its encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invalid {
    /// Offset of the first replacement character in the text.
    pub first: usize,
    /// How many replacement characters stand in the text because of it.
    pub count: usize,
}

/// Why a file is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes, or nothing but white space.
    Empty,
    /// More than [`MAX_BYTES`].
    TooLarge(usize),
    /// A binary file; the kind is told where it is known.
    Binary(Option<&'static str>),
    /// UTF-32, which no editor writes today.
    Utf32,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Empty => f.write_str("the file is empty"),
            Refusal::TooLarge(bytes) => write!(
                f,
                "the file has {} MB, more than the {} MB that are read at once",
                bytes.div_ceil(1024 * 1024),
                MAX_BYTES / (1024 * 1024)
            ),
            Refusal::Binary(Some(kind)) => write!(f, "this is {kind}, not text"),
            Refusal::Binary(None) => f.write_str("this is a binary file, not text"),
            Refusal::Utf32 => f.write_str("the file is in UTF-32, which is not read"),
        }
    }
}

impl Refusal {
    /// What the user can do about it.
    pub fn help(self) -> &'static str {
        match self {
            Refusal::Empty => "write or export the posting again",
            Refusal::TooLarge(_) => "split the file, or give one posting a line (JSON Lines)",
            Refusal::Binary(_) => {
                "save the posting as text, Markdown, HTML or DOCX and check that file"
            }
            Refusal::Utf32 => "save the file as UTF-8",
        }
    }
}

/// Decodes `bytes`.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge(bytes.len()));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Err(Refusal::Utf32);
    }
    let decoded = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding == UTF_8 {
            utf8(name, bytes, mark)
        } else {
            utf16(name, bytes, encoding, mark)
        }
    } else if let Some(encoding) = utf16_without_mark(bytes) {
        utf16(name, bytes, encoding, 0)
    } else if let Some(kind) = magic(bytes) {
        return Err(Refusal::Binary(Some(kind)));
    } else if looks_binary(bytes) {
        return Err(Refusal::Binary(None));
    } else if is_mostly_utf8(bytes) {
        utf8(name, bytes, 0)
    } else {
        legacy(name, bytes)
    };
    if decoded.source.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(decoded)
}

/// Signatures of files that people mistake for a text, with an article.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Excel file",
    ),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
];

fn magic(bytes: &[u8]) -> Option<&'static str> {
    SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature))
        .map(|&(_, kind)| kind)
}

/// More zero or control bytes than a damaged text would have.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let is_control = |b: u8| (b < 0x20) & !(b'\t'..=b'\r').contains(&b) & (b != 0x1b);
    let zeros = count_bytes(sample, |b| b == 0);
    let controls = count_bytes(sample, is_control);
    zeros > sample.len() / 512 + 1 || controls > sample.len() / 20 + 1
}

/// UTF-16 of any western text has a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let units = sample.len() / 2;
    if units < 2 || !bytes.len().is_multiple_of(2) || first_byte(sample, |b| b == 0).is_none() {
        return None;
    }
    let zeros = |at: usize| {
        sample
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= units * 7 && even * 20 <= units {
        Some(UTF_16LE)
    } else if even * 10 >= units * 7 && odd * 20 <= units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Valid UTF-8, or UTF-8 with a few broken places: where more characters
/// beyond ASCII are whole than broken, it is not another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        if !chunk.invalid().is_empty() {
            broken += 1;
        }
        // Continuation bytes tell how many characters beyond ASCII there are.
        whole += valid.bytes().filter(|b| b & 0xc0 == 0xc0).count();
    }
    whole > broken * 2
}

fn utf8(name: &str, bytes: &[u8], mark: usize) -> Decoded {
    let body = &bytes[mark..];
    if let Ok(text) = std::str::from_utf8(body) {
        return Decoded {
            source: Source::shifted(name.to_owned(), text.to_owned(), mark),
            invalid: None,
        };
    }
    let mut table = Table::at(mark);
    for chunk in body.utf8_chunks() {
        table.copy(chunk.valid());
        if !chunk.invalid().is_empty() {
            table.replace(chunk.invalid().len());
        }
    }
    table.finish(name, "UTF-8")
}

fn utf16(name: &str, bytes: &[u8], encoding: &'static Encoding, mark: usize) -> Decoded {
    let little = encoding == UTF_16LE;
    let (pairs, rest) = bytes[mark..].as_chunks::<2>();
    let units = pairs.iter().map(|&pair| {
        if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let mut table = Table::at(mark);
    for unit in char::decode_utf16(units) {
        match unit {
            Ok(c) => table.push(c, 2 * c.len_utf16()),
            Err(_) => table.replace(2),
        }
    }
    if !rest.is_empty() {
        table.replace(rest.len());
    }
    table.finish(name, encoding.name())
}

fn legacy(name: &str, bytes: &[u8]) -> Decoded {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    // A short western text reads the same in several encodings; then the usual
    // one is named.
    let is_same = |byte: u8| single_byte(guess, byte) == single_byte(WINDOWS_1252, byte);
    let mut used = [false; 256];
    for &byte in bytes {
        used[usize::from(byte)] = true;
    }
    let is_western =
        guess.is_single_byte() && (0..=255u8).all(|b| !used[usize::from(b)] || is_same(b));
    let encoding = if is_western { WINDOWS_1252 } else { guess };
    let mut table = Table::at(0);
    if encoding.is_single_byte() {
        let characters: Vec<char> = (0..=255u8).map(|b| single_byte(encoding, b)).collect();
        for &byte in bytes {
            match characters[usize::from(byte)] {
                char::REPLACEMENT_CHARACTER => table.replace(1),
                c => table.push(c, 1),
            }
        }
    } else {
        multi_byte(encoding, bytes, &mut table);
    }
    table.finish(name, encoding.name())
}

fn single_byte(encoding: &'static Encoding, byte: u8) -> char {
    let bytes = [byte];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Feeds the decoder byte by byte, to see which bytes give which character.
fn multi_byte(encoding: &'static Encoding, bytes: &[u8], table: &mut Table) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = String::with_capacity(32);
    let mut since = 0;
    for at in 0..=bytes.len() {
        let last = at == bytes.len();
        let piece = if last { &[][..] } else { &bytes[at..=at] };
        out.clear();
        let (result, _, _) = decoder.decode_to_string(piece, &mut out, last);
        debug_assert_eq!(
            result,
            CoderResult::InputEmpty,
            "32 bytes hold two characters"
        );
        let count = out.chars().count();
        let upto = (at + 1).min(bytes.len());
        for (i, c) in out.chars().enumerate() {
            // The decoder may give a broken character up together with the
            // byte that shows it to be broken; that byte is its own.
            let take = if i + 1 == count {
                upto - since
            } else {
                (upto - since).saturating_sub(1)
            };
            if c == char::REPLACEMENT_CHARACTER {
                table.replace(take);
            } else {
                table.push(c, take);
            }
            since += take;
        }
    }
}

/// The text so far, with its runs.
struct Table {
    text: String,
    runs: Vec<Run>,
    file: usize,
    invalid: Option<Invalid>,
}

impl Table {
    fn at(file: usize) -> Self {
        Table {
            text: String::new(),
            runs: Vec::new(),
            file,
            invalid: None,
        }
    }

    fn run(&mut self, text_step: usize, file_step: usize) {
        let (text_step, file_step) = if text_step == file_step {
            (1, 1)
        } else {
            (text_step, file_step)
        };
        let goes_on = self
            .runs
            .last()
            .is_some_and(|run| (run.text_step, run.file_step) == (text_step, file_step));
        if !goes_on {
            self.runs.push(Run {
                text: self.text.len(),
                file: self.file,
                text_step,
                file_step,
            });
        }
    }

    fn copy(&mut self, piece: &str) {
        if !piece.is_empty() {
            self.run(1, 1);
            self.text.push_str(piece);
            self.file += piece.len();
        }
    }

    fn push(&mut self, c: char, file_bytes: usize) {
        self.run(c.len_utf8(), file_bytes);
        self.text.push(c);
        self.file += file_bytes;
    }

    fn replace(&mut self, file_bytes: usize) {
        let first = self.text.len();
        self.invalid
            .get_or_insert(Invalid { first, count: 0 })
            .count += 1;
        self.push(char::REPLACEMENT_CHARACTER, file_bytes);
    }

    fn finish(self, name: &str, encoding: &'static str) -> Decoded {
        Decoded {
            source: Source::transcoded(name.to_owned(), self.text, encoding, self.runs, self.file),
            invalid: self.invalid,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    const TEXT: &str = "Köchin – Pay: $20 🙂 an hour.\nApply by 1 May, we’re open.\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn windows_1252(text: &str) -> Vec<u8> {
        encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
    }

    #[test]
    fn every_encoding_gives_the_text_and_the_way_back_to_its_bytes() {
        let western = TEXT.replace('🙂', "€");
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(TEXT.bytes());
        let mut little = vec![0xff, 0xfe];
        little.extend(utf16(TEXT, u16::to_le_bytes));
        let mut big = vec![0xfe, 0xff];
        big.extend(utf16(TEXT, u16::to_be_bytes));
        for (bytes, text, encoding) in [
            (TEXT.as_bytes().to_vec(), TEXT, "UTF-8"),
            (marked, TEXT, "UTF-8"),
            (little, TEXT, "UTF-16LE"),
            (big, TEXT, "UTF-16BE"),
            (utf16(TEXT, u16::to_le_bytes), TEXT, "UTF-16LE"),
            (utf16(TEXT, u16::to_be_bytes), TEXT, "UTF-16BE"),
            (windows_1252(&western), western.as_str(), "windows-1252"),
        ] {
            let decoded = decode("a.txt", &bytes).expect("it is a text");
            assert_eq!(decoded.invalid, None, "{encoding}");
            let source = decoded.source;
            assert_eq!((source.text.as_str(), source.encoding), (text, encoding));
            // The bytes of every word are those that the word was read from.
            for word in text.split_whitespace() {
                let at = text.find(word).expect("the word is of the text");
                let range = source.file_range(Span::new(at, at + word.len()));
                let again = match encoding {
                    "UTF-16LE" => utf16(word, u16::to_le_bytes),
                    "UTF-16BE" => utf16(word, u16::to_be_bytes),
                    "windows-1252" => windows_1252(word),
                    _ => word.as_bytes().to_vec(),
                };
                assert_eq!(bytes[range], again, "{word} in {encoding}");
            }
        }
    }

    #[test]
    fn broken_bytes_in_utf8_are_replaced_and_counted() {
        let mut bytes = "Köchin, größe – ".as_bytes().to_vec();
        let broken = bytes.len();
        bytes.extend(b"\xff $20");
        let decoded = decode("a.txt", &bytes).expect("it is a text");
        let text = &decoded.source.text;
        let first = text.find('\u{fffd}').expect("the byte was replaced");
        assert_eq!(decoded.invalid, Some(Invalid { first, count: 1 }));
        let at = text.find("$20").expect("what follows is read");
        assert_eq!(
            decoded.source.file_range(Span::new(at, at + 3)),
            broken + 2..broken + 5
        );
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        let zeros = [b"text".as_slice(), &[0; 60]].concat();
        for (bytes, refusal) in [
            (b"".as_slice(), Refusal::Empty),
            (b" \r\n\t", Refusal::Empty),
            (b"\xef\xbb\xbf\n", Refusal::Empty),
            (b"%PDF-1.7 ...", Refusal::Binary(Some("a PDF"))),
            (
                b"\x89PNG\r\n\x1a\n...",
                Refusal::Binary(Some("a PNG picture")),
            ),
            (b"{\\rtf1 x}", Refusal::Binary(Some("an RTF document"))),
            (&zeros, Refusal::Binary(None)),
            (b"\xff\xfe\0\0a\0\0\0", Refusal::Utf32),
        ] {
            assert_eq!(decode("a", bytes).err(), Some(refusal));
        }
        let large = vec![b'a'; MAX_BYTES + 1];
        assert_eq!(
            decode("a", &large).err(),
            Some(Refusal::TooLarge(MAX_BYTES + 1))
        );
    }
}
