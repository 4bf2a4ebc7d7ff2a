//! What a Word document keeps beside its text: named styles, and the targets of
//! links.

use crate::document::html;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Which styles are headings, and which are lists.
#[derive(Debug, Default)]
pub struct Styles {
    headings: HashMap<String, u8>,
    /// Those whose paragraphs are items of a list, with their depth.
    pub lists: HashMap<String, u8>,
}

impl Styles {
    /// Reads `word/styles.xml`.
    pub fn read(xml: &str) -> Self {
        let mut styles = Styles::default();
        let mut id = String::new();
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            let tag = match &event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::Eof => break,
                _ => continue,
            };
            match tag.local_name().into_inner() {
                "style" => id = attribute(tag, "styleId").unwrap_or_default(),
                "name" => {
                    let name = attribute(tag, "val").unwrap_or_default().to_lowercase();
                    if let Some(level) = heading_level(&name) {
                        styles.headings.insert(id.clone(), level);
                    }
                }
                "outlineLvl" => {
                    let level = attribute(tag, "val").and_then(|v| v.parse::<u8>().ok());
                    if let Some(level) = level.filter(|&level| level < 6) {
                        styles.headings.entry(id.clone()).or_insert(level + 1);
                    }
                }
                "numPr" => {
                    styles.lists.insert(id.clone(), 0);
                }
                _ => {}
            }
        }
        styles
    }

    /// The level of a paragraph in the style `id`.
    pub fn heading(&self, id: &str) -> Option<u8> {
        let by_name = || heading_level(&id.to_lowercase());
        self.headings.get(id).copied().or_else(by_name)
    }
}

/// `heading 2`, `Heading2`, `Title` → a level.
fn heading_level(name: &str) -> Option<u8> {
    if name == "title" {
        return Some(1);
    }
    let rest = ["heading", "überschrift", "titre", "título", "titolo", "kop"]
        .iter()
        .find_map(|word| name.strip_prefix(word))?;
    let level = rest.trim().parse::<u8>().ok()?;
    (1..=9).contains(&level).then_some(level.min(6))
}

/// The targets of a part's relations, by their ids.
pub fn relations(xml: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::Start(tag) | Event::Empty(tag)
                if tag.local_name().into_inner() == "Relationship" =>
            {
                if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
                    found.insert(id, target);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// The value of an attribute by its local name, references resolved.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .map(|attribute| html::read_fragment(&attribute.value).text.text)
}

/// An on-off property: present means on, unless it says otherwise.
pub fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(
        attribute(tag, "val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}
