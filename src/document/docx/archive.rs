//! The archive around a Word document, with limits that no real one reaches.

use super::part::{self, Part};
use super::styles::{self, Styles};
use std::collections::HashMap;
use std::fmt;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Unpacked bytes of one part; a posting has some tens of kilobytes.
const MAX_PART: u64 = 20 * 1024 * 1024;

/// Unpacked bytes of all parts that are read.
const MAX_TOTAL: u64 = 64 * 1024 * 1024;

/// Parts of an archive. Pictures make a few dozen.
const MAX_PARTS: usize = 5000;

/// Why an archive is no Word document that can be read.
#[derive(Debug)]
pub enum Refused {
    /// Another kind of archive.
    NotWord,
    /// No archive at all.
    Text,
    /// Damaged, with the reader's words.
    Damaged(String),
    /// Needs a password.
    Encrypted,
    /// Cut off, or not the archive that it begins as.
    Incomplete,
    /// A part unpacks to more than one can be.
    LargePart,
    /// The parts together unpack to more than a document can be.
    LargeTotal,
    /// More parts than a document has.
    ManyParts(usize),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::NotWord => f.write_str("this is a ZIP archive, but no Word document"),
            Refused::Text => f.write_str("this is no Word document, although it is called one"),
            Refused::Damaged(why) => write!(f, "the Word document is damaged: {why}"),
            Refused::Encrypted => f.write_str("the Word document is protected by a password"),
            Refused::Incomplete => f.write_str("the Word document is cut off or broken"),
            Refused::LargePart => write!(
                f,
                "a part of the Word document unpacks to more than {} MB",
                MAX_PART / (1024 * 1024)
            ),
            Refused::LargeTotal => write!(
                f,
                "the Word document unpacks to more than {} MB",
                MAX_TOTAL / (1024 * 1024)
            ),
            Refused::ManyParts(count) => write!(
                f,
                "the Word document has {count} parts, more than the {MAX_PARTS} that are read"
            ),
        }
    }
}

impl Refused {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Refused::NotWord => {
                "save it as a Word document, or unpack it and check the files in it"
            }
            Refused::Text => "save it in Word again, or give it the name of what it is",
            Refused::Damaged(_) => "open the document in Word and save it again",
            Refused::Encrypted => "save a copy without password",
            Refused::Incomplete => "copy or download it again; it was perhaps not copied whole",
            Refused::LargePart | Refused::LargeTotal | Refused::ManyParts(_) => {
                "check where this file comes from; no posting is so large"
            }
        }
    }
}

impl From<ZipError> for Refused {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(what) if what.contains("assword") => Refused::Encrypted,
            ZipError::InvalidArchive(_) => Refused::Incomplete,
            error => Refused::Damaged(error.to_string()),
        }
    }
}

/// An opened archive.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens the archive in `bytes`.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refused> {
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        if zip.len() > MAX_PARTS {
            return Err(Refused::ManyParts(zip.len()));
        }
        Ok(Archive {
            zip,
            left: MAX_TOTAL,
        })
    }

    /// The name of the part that is the document.
    pub fn main_part(&mut self) -> Result<String, Refused> {
        let usual = "word/document.xml";
        if self.zip.index_for_name(usual).is_some() {
            return Ok(usual.to_owned());
        }
        // Some writers number it; the package's relations tell.
        let relations = self.text("_rels/.rels")?.unwrap_or_default();
        styles::relations(&relations)
            .into_values()
            .map(|target| target.trim_start_matches('/').to_owned())
            .find(|target| target.starts_with("word/document"))
            .ok_or(Refused::NotWord)
    }

    /// The names of the XML parts that begin so, in order.
    pub fn names(&self, prefix: &str) -> Vec<String> {
        let mut names: Vec<String> = self
            .zip
            .file_names()
            .flatten()
            .filter(|name| name.starts_with(prefix) && name.ends_with(".xml"))
            .map(|name| name.into_owned())
            .collect();
        names.sort();
        // More headers than sections would be somebody's trick.
        names.truncate(64);
        names
    }

    /// A part as text; `None` where there is no such part.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(index) = self.zip.index_for_name(name) else {
            return Ok(None);
        };
        let part = self.zip.by_index(index)?;
        let mut bytes = Vec::new();
        part.take(self.left.min(MAX_PART) + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Refused::Damaged(error.to_string()))?;
        let unpacked = bytes.len() as u64;
        if unpacked > MAX_PART {
            return Err(Refused::LargePart);
        }
        self.left = self.left.checked_sub(unpacked).ok_or(Refused::LargeTotal)?;
        let text = match encoding_rs::Encoding::for_bom(&bytes) {
            Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
            None => String::from_utf8_lossy(&bytes).into_owned(),
        };
        Ok(Some(text))
    }

    /// A part with text, read with the targets of its links.
    pub fn part(&mut self, name: &str, styles: &Styles) -> Result<Option<Part>, Refused> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let relations = self.text(&format!("{folder}/_rels/{file}.rels"))?;
        let targets: HashMap<String, String> = relations
            .as_deref()
            .map(styles::relations)
            .unwrap_or_default();
        Ok(Some(part::read(&text, styles, &targets)))
    }
}
