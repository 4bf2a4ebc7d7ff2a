//! The rules as pages of Markdown, one for each element, wording and law, with
//! an index by place, by element and by wording. Pages know no day: they show
//! what was, is and will be law.

mod element;
mod law;
mod wording;

use super::page::{basis, covers};
use super::words::postings;
use crate::domain::gazetteer;
use crate::domain::place::Jurisdiction;
use crate::rules::schema::Condition;
use crate::rules::{Act, Law, RuleSet, Version};
use std::fmt::Write;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocPage {
    /// Its path within the folder of the pages, with forward slashes.
    pub path: String,
    /// Its text in Markdown.
    pub text: String,
}

/// All pages of a set of rules, the index first. The rules must have been read
/// from their files, where the examples stand.
pub fn pages(rules: &RuleSet) -> Vec<DocPage> {
    let mut pages = vec![DocPage {
        path: "README.md".to_owned(),
        text: index(rules),
    }];
    pages.extend(rules.elements.iter().map(|element| DocPage {
        path: format!("elements/{}.md", element.rule.element),
        text: element::page(rules, element),
    }));
    pages.extend(rules.wordings.iter().map(|wording| DocPage {
        path: format!("wordings/{}.md", wording.rule.wording),
        text: wording::page(rules, wording),
    }));
    pages.extend(rules.laws.iter().map(|law| DocPage {
        path: format!("laws/{}.md", law.id),
        text: law::page(rules, law),
    }));
    pages
}

fn index(rules: &RuleSet) -> String {
    let mut out = String::from(
        "# The rules\n\nGenerated from the rule files by `hirelint docs`; change those, not these \
         pages. No legal advice; the cited texts decide.\n\n- [By place](#by-place)\n- [By \
         element](#by-element): what a posting can contain or lack\n- [By \
         wording](#by-wording): what a posting should not say\n\n## By place\n",
    );
    let mut laws: Vec<(Option<String>, String, &Law)> = rules
        .laws
        .iter()
        .map(|law| (country(law), place(law), law))
        .collect();
    laws.sort_by(|a, b| (&a.0, &a.1, &a.2.id).cmp(&(&b.0, &b.1, &b.2.id)));
    for group in laws.chunk_by(|one, other| one.0 == other.0) {
        let name = group[0].0.as_deref().unwrap_or("Everywhere");
        let _ = write!(out, "\n### {}\n\n", plain(name));
        out.push_str("| place | law | acts |\n|---|---|---|\n");
        for (_, place, law) in group {
            let acts: Vec<_> = law.acts().iter().map(|act| plain(&act.name)).collect();
            let acts = acts.join("; ");
            let _ = writeln!(
                out,
                "| {} | [{}](laws/{}.md) | {acts} |",
                plain(place),
                law.id,
                law.id
            );
        }
    }
    out.push_str("\n## By element\n\n| element | what | asked by |\n|---|---|---|\n");
    for element in &rules.elements {
        let id = &element.rule.element;
        let asking = places(rules, |version| {
            let mut demands = version.rule.demands.iter();
            demands.any(|demand| demand.element == *id)
        });
        let title = plain(&element.rule.title);
        let _ = writeln!(out, "| [{id}](elements/{id}.md) | {title} | {asking} |");
    }
    out.push_str("\n## By wording\n\n| wording | what | forbidden by |\n|---|---|---|\n");
    for wording in &rules.wordings {
        let id = &wording.rule.wording;
        let forbidding = places(rules, |version| version.rule.forbids.contains(id));
        let title = plain(&wording.rule.title);
        let _ = writeln!(out, "| [{id}](wordings/{id}.md) | {title} | {forbidding} |");
    }
    out
}

/// The name of the country of a law's place; nothing for what holds everywhere.
fn country(law: &Law) -> Option<String> {
    let place = law.place.as_ref()?;
    Some(gazetteer::name(&Jurisdiction::new(place.country())))
}

/// The name of a law's place: "Seattle, Washington", or "Everywhere".
fn place(law: &Law) -> String {
    match &law.place {
        Some(place) => gazetteer::name(place),
        None => "Everywhere".to_owned(),
    }
}

/// Links to the laws of which a version does something, each once.
fn places(rules: &RuleSet, does: impl Fn(&Version) -> bool) -> String {
    let mut laws = rules.laws.iter().filter(|law| {
        let mut versions = law.acts().iter().flat_map(|act| &act.versions);
        versions.any(&does)
    });
    let first: Vec<_> = laws
        .by_ref()
        .map(|law| format!("[{}](laws/{}.md)", plain(&law.name), law.id))
        .collect();
    if first.is_empty() {
        "nobody".to_owned()
    } else {
        first.join(", ")
    }
}

/// The head of a table of laws.
const LAWS_HEAD: &str =
    "| place | act | in force | who | basis | citation |\n|---|---|---|---|---|---|\n";

/// A version of an act as a line of a table of laws, on a page one folder down;
/// `when` is what a posting must say beyond what the version as such asks.
fn law_line(
    rules: &RuleSet,
    (law, act, version): (&Law, &Act, &Version),
    when: Option<&Condition>,
    on: crate::diagnostic::Basis,
    citation: &str,
) -> String {
    let rule = &version.rule;
    let mut who = vec![covers(&rule.covers, &law.name)];
    let conditions = rule.when.iter().chain(when);
    who.extend(conditions.map(|condition| postings(rules, condition)));
    format!(
        "| [{}](../laws/{}.md#{}) | {} | {} | {} | {} | {} |\n",
        plain(&law.name),
        law.id,
        act.id,
        plain(&act.name),
        time(version),
        plain(&who.join("; ")),
        basis(on, rule.confidence),
        link(citation, &rule.url),
    )
}

/// "2023-01-01 to 2025-07-26", "since 2025-07-27".
fn time(version: &Version) -> String {
    match (version.from, version.until) {
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "in force".to_owned(),
    }
}

fn link(text: &str, url: &str) -> String {
    let url = url
        .replace('(', "%28")
        .replace(')', "%29")
        .replace('|', "%7C");
    format!("[{}](<{url}>)", plain(text))
}

/// Text on one line that Markdown shows as it is.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => {
                    out.push('\\');
                    out.push(c);
                }
                c => out.push(c),
            }
        }
    }
    out
}

/// A paragraph.
fn paragraph(out: &mut String, text: &str) {
    for part in text.trim().split("\n\n") {
        let _ = writeln!(out, "{}\n", plain(part));
    }
}

/// A text to copy, or a posting, as it is.
fn block(out: &mut String, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let _ = writeln!(out, "{fence}text\n{}\n{fence}\n", text.trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Base, builtin_files, load};
    use std::collections::HashSet;

    fn built_in() -> Vec<DocPage> {
        let files: Vec<_> = builtin_files().collect();
        let library = load(&files, Base::Nothing).expect("a test holds the built-in rules sound");
        pages(&library.rules)
    }

    /// The targets of the links of a page, without addresses elsewhere (`<https…>`,
    /// and those of example postings).
    fn targets(text: &str) -> impl Iterator<Item = &str> {
        let links = text.split("](").skip(1);
        let targets = links.filter_map(|rest| rest.split_once(')').map(|(to, _)| to));
        targets.filter(|to| !to.starts_with(['<', 'h']))
    }

    #[test]
    fn every_link_leads_to_a_page_and_a_heading() {
        let pages = built_in();
        let paths: HashSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
        let mut links = 0;
        for page in &pages {
            let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            for target in targets(&page.text) {
                links += 1;
                let (to, anchor) = target.split_once('#').unwrap_or((target, ""));
                let path = match (to.strip_prefix("../"), to, folder) {
                    (_, "", _) => page.path.clone(),
                    (Some(up), _, _) => up.to_owned(),
                    (None, to, "") => to.to_owned(),
                    (None, to, folder) => format!("{folder}/{to}"),
                };
                assert!(paths.contains(path.as_str()), "{}: {target}", page.path);
                if !anchor.is_empty() && !to.is_empty() {
                    let text = &pages
                        .iter()
                        .find(|p| p.path == path)
                        .expect("it is there")
                        .text;
                    let id = format!("<a id=\"{anchor}\"></a>");
                    assert!(text.contains(&id), "{}: {target}", page.path);
                }
            }
        }
        assert!(links > 500, "only {links} links were seen");
    }

    #[test]
    fn conditions_of_laws_say_what_they_mean() {
        for page in built_in() {
            let vague = page.path.starts_with("laws/") && page.text.contains("certain words");
            assert!(!vague, "{}: a condition without `about`", page.path);
        }
    }

    #[test]
    fn words_of_rules_stay_words() {
        for (text, shown) in [
            ("a | b\n c", "a \\| b c"),
            ("[x](y) <b>", "\\[x\\](y) &lt;b>"),
            ("R&D *", "R&amp;D \\*"),
        ] {
            assert_eq!(plain(text), shown, "{text}");
        }
    }
}
