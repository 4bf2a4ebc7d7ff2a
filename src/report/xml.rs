//! What the XML formats share: text and attributes that stay text.

use super::terminal::safe;

/// `text` between tags or in an attribute in double quotes: marked-up signs as
/// entities, and none of the characters that XML 1.0 forbids. Line breaks are
/// kept in attributes too.
pub fn xml(text: &str) -> String {
    escaped(&safe(text), "&#10;")
}

/// The same between tags, with line breaks as they are.
pub fn xml_text(text: &str) -> String {
    escaped(&safe(text), "\n")
}

fn escaped(text: &str, line_break: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            // For `]]>`.
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str(line_break),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place_in_xml() {
        for (text, written) in [
            ("a < b & c", "a &lt; b &amp; c"),
            ("]]>", "]]&gt;"),
            ("\" onx='", "&quot; onx=&#39;"),
            ("\u{0}\u{1b}\u{ffff}\u{202e}", "␀␛\u{fffd}\u{fffd}"),
            ("two\nlines\tend", "two&#10;lines&#9;end"),
        ] {
            assert_eq!(xml(text), written);
        }
        assert_eq!(xml_text("two\nlines"), "two\nlines");
    }
}
