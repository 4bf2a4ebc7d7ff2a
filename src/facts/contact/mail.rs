//! Mail addresses that are written around robots.

use std::ops::Range;

/// `name [at] firm [dot] com`, `name at firm dot org`.
pub(super) fn spelt_out_mail(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let lower = text.to_ascii_lowercase();
    let in_brackets = text.contains(['[', '(', '{']);
    for (open, mark) in [
        (" at ", " dot "),
        ("[at]", "."),
        ("[@]", "."),
        ("(at)", "."),
        ("[at]", "[dot]"),
        ("(at)", "(dot)"),
        ("{at}", "."),
    ] {
        // Hardly a text has one, and one look for its mark spares the search.
        if !(in_brackets || mark == " dot " && lower.contains(mark)) {
            continue;
        }
        let mut from = 0;
        while let Some(at) = lower[from..].find(open).map(|n| from + n) {
            from = at + open.len();
            let head = lower[..at].trim_end();
            let name = head.len()
                - head
                    .chars()
                    .rev()
                    .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
                    .count();
            let tail_start = from + (lower[from..].len() - lower[from..].trim_start().len());
            let Some((host, end)) = spelt_out_host(&lower, tail_start, mark) else {
                continue;
            };
            let name_text = &text[name..head.len()];
            if !name_text.is_empty() {
                found.push((format!("{name_text}@{host}"), name..end));
            }
        }
    }
    found
}

/// The host that begins at `start` with `mark` between its parts.
fn spelt_out_host(text: &str, start: usize, mark: &str) -> Option<(String, usize)> {
    let label = |at: usize| {
        text[at..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .map_or(text.len(), |n| at + n)
    };
    let mut end = label(start);
    let mut host = text[start..end].to_owned();
    let mut parts = 1;
    loop {
        let rest = &text[end..];
        // "firm [dot] example" has spaces around a mark in brackets.
        let rest = if mark.starts_with(['[', '(']) {
            rest.trim_start()
        } else {
            rest
        };
        let Some(next) = rest.strip_prefix(mark).map(str::trim_start) else {
            break;
        };
        let at = text.len() - next.len();
        let stop = label(at);
        if stop == at {
            break;
        }
        host.push('.');
        host.push_str(&text[at..stop]);
        end = stop;
        parts += 1;
    }
    (parts >= 2 && !host.starts_with('.')).then_some((host, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_written_around_robots_is_put_together() {
        let cases = [
            (
                "write to jobs [at] oakbakery [dot] example now",
                "jobs@oakbakery.example",
            ),
            (
                "write to people at oak-bakery dot co dot example.",
                "people@oak-bakery.co.example",
            ),
            ("jobs(at)oak.example", "jobs@oak.example"),
        ];
        for (text, expected) in cases {
            let found = spelt_out_mail(text);
            assert_eq!(
                found.first().map(|f| f.0.as_str()),
                Some(expected),
                "{text}"
            );
        }
        assert!(spelt_out_mail("We meet at noon. Dot your i at work").is_empty());
    }
}
