//! Code of static-site generators inside a text: Liquid and Nunjucks
//! (`{% … %}`, `{{ … }}`), Hugo (`{{< … >}}`), kramdown (`{: … }`). A reader
//! of the site does not see it, so it must not stand in the view.

use crate::text::floor;
use memchr::memchr;
use std::ops::Range;

/// A piece of template code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub range: Range<usize>,
    /// The variable that is put in its place: `page.location`.
    pub variable: Option<String>,
}

/// The pieces of code in `text` from `start` on, in text order.
pub fn pieces(text: &str, start: usize) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = start;
    while let Some(open) = memchr(b'{', &text.as_bytes()[at..]).map(|n| at + n) {
        let rest = &text[open..];
        at = open + 1;
        let (close, variable) = if rest.starts_with("{%") {
            ("%}", false)
        } else if rest.starts_with("{{<") {
            (">}}", false)
        } else if rest.starts_with("{{%") {
            ("%}}", false)
        } else if rest.starts_with("{{") {
            ("}}", true)
        } else if rest.starts_with("{:") {
            ("}", false)
        } else {
            continue;
        };
        // Code ends on its line or soon after; what does not is text.
        let reach = floor(rest, REACH);
        let Some(inner) = rest[2..reach].find(close) else {
            continue;
        };
        let code = rest[2..2 + inner].trim_matches(['-', ' ']);
        let end = open + 2 + inner + close.len();
        let mut range = open..end;
        if close == "%}" && code.split_whitespace().next() == Some("comment") {
            let after = &text[end..];
            let last = after
                .find("endcomment")
                .and_then(|n| after[n..].find("%}").map(|m| end + n + m + 2));
            // Without an end every such mark would look through the whole rest.
            match last {
                Some(last) => range.end = last,
                None => return found_with(found, range),
            }
        }
        at = range.end;
        let variable = variable.then(|| {
            let name = code.split(['|', ' ']).next().unwrap_or_default();
            name.trim().to_owned()
        });
        found.push(Piece { range, variable });
    }
    found
}

fn found_with(mut found: Vec<Piece>, range: Range<usize>) -> Vec<Piece> {
    found.push(Piece {
        range,
        variable: None,
    });
    found
}

/// Bytes within which a piece of code ends.
const REACH: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_found_and_figures_of_speech_are_not() {
        for (text, code) in [
            (
                "a {% if x %}b{% endif %}",
                vec!["{% if x %}", "{% endif %}"],
            ),
            ("Place: {{ page.location }}.", vec!["{{ page.location }}"]),
            (
                "{{< figure src=\"a.png\" >}} b",
                vec!["{{< figure src=\"a.png\" >}}"],
            ),
            ("[x](y){:target=\"_blank\"} z", vec!["{:target=\"_blank\"}"]),
            (
                "{% comment %} no {% x %} no {% endcomment %} yes",
                vec!["{% comment %} no {% x %} no {% endcomment %}"],
            ),
            ("{% comment %} open", vec!["{% comment %}"]),
            ("set {a, b} and {{ unclosed", vec![]),
        ] {
            let found: Vec<_> = pieces(text, 0)
                .into_iter()
                .map(|piece| &text[piece.range])
                .collect();
            assert_eq!(found, code, "{text}");
        }
    }

    #[test]
    fn a_variable_is_named_without_its_filters() {
        let found = pieces("{{ page.opens | date: '%A' }} {{page.city}}", 0);
        let names: Vec<_> = found.into_iter().filter_map(|p| p.variable).collect();
        assert_eq!(names, ["page.opens", "page.city"]);
    }
}
