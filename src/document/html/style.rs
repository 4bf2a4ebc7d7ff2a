//! What attributes say about how an element is shown. Style sheets are not
//! read; only what stands on the element itself counts.

use super::tokens::Tag;

/// Whether the page itself says that an element is not shown.
pub fn is_hidden(tag: &Tag<'_>) -> bool {
    if !tag.has_attributes() {
        return tag.name == "dialog";
    }
    if matches!(tag.name, "html" | "body") {
        // Hidden until a script has run, which a saved page shows no more.
        return false;
    }
    let is = |attribute: &str, value: &str| {
        tag.attribute(attribute)
            .is_some_and(|v| v.trim().eq_ignore_ascii_case(value))
    };
    let classes = tag.attribute("class").unwrap_or_default();
    let is_icon = matches!(tag.name, "i" | "svg")
        || classes.split_ascii_whitespace().any(|class| {
            class.starts_with("material-icons")
                || class.starts_with("material-symbols")
                || class.contains("icon")
        });
    tag.attribute("hidden").is_some_and(|v| v != "until-found")
        || tag.attribute("style").is_some_and(|s| Style::of(s).hidden)
        || is_icon && is("aria-hidden", "true")
        || classes.contains("material-icons")
        || classes.contains("material-symbols")
        // A box that opens on demand: the page hides it from everybody.
        || is("aria-hidden", "true")
            && (is("role", "dialog") || classes.split_ascii_whitespace().any(|c| c == "modal"))
        || tag.name == "dialog" && tag.attribute("open").is_none()
}

/// Whether a class of the usual frameworks keeps line breaks.
pub fn preserves(classes: &str) -> bool {
    classes
        .split_ascii_whitespace()
        .any(|class| matches!(class, "whitespace-pre-line" | "whitespace-pre-wrap"))
}

/// What a `style` attribute says about the words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// Not shown.
    pub hidden: bool,
    /// In bold.
    pub bold: bool,
    /// With its own line breaks.
    pub preserve: bool,
}

impl Style {
    /// Reads a `style` attribute.
    pub fn of(style: &str) -> Self {
        let mut found = Style::default();
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_end_matches("!important").trim();
            let is = |word: &str| value.eq_ignore_ascii_case(word);
            let property = property.trim();
            if property.eq_ignore_ascii_case("display") {
                found.hidden |= is("none");
            } else if property.eq_ignore_ascii_case("visibility") {
                found.hidden |= is("hidden");
            } else if property.eq_ignore_ascii_case("font-weight") {
                let weight = value.parse::<u32>();
                found.bold |= is("bold") || is("bolder") || weight.is_ok_and(|w| w >= 600);
            } else if property.eq_ignore_ascii_case("white-space") {
                found.preserve |= value.starts_with("pre");
            }
        }
        found
    }
}
