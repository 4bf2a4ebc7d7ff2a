use super::{Base, RuleFile, load};
use crate::rules::RuleProblem;
use proptest::prelude::*;

const ELEMENT: &str = r#"element: motto
title: Motto
about: A motto.
present:
  any:
    - fact: {is: deadline, where: {rolling: true}}
    - text: {any: ["onward"], within: [pay]}
missing:
  message: No motto
  help: Write one.
problems:
  - id: too-short
    when: {text: {any: ['\bon\b']}}
    message: It is too short
    help: Write more.
examples:
  - posting: Baker
    problem: missing
  - posting: "Baker. Apply until the position is filled."
"#;

const WORDING: &str = r#"wording: youth
title: Youth
about: Words that ask for the young.
finds:
  any: ["young"]
otherwise: warning
message: "“{text}” asks for the young"
help: Leave it out.
examples:
  - posting: A young baker
    finds: young
  - posting: A baker
"#;

const LAW: &str = r#"law: us-wa
name: Washington
place: US-WA
acts:
  - act: mottoes
    name: Mottoes Act
    versions:
      - until: "2024-12-31"
        citation: Section 1
        url: https://law.example/old
        basis: statute
        confidence: high
        verified: "2026-01-01"
      - from: "2025-01-01"
        citation: Section 1
        url: https://law.example/new
        basis: statute
        confidence: high
        verified: "2026-01-01"
        demands:
          - element: motto
            minds: {too-short: guidance}
        forbids: [youth]
examples:
  - about: none
    posting: Baker in Seattle
    finds: {motto/missing: error}
    silent: [youth]
"#;

fn problems(files: &[(&str, &[u8])], base: Base) -> Vec<RuleProblem> {
    let files: Vec<RuleFile<'_>> = files
        .iter()
        .map(|(name, bytes)| RuleFile { name, bytes })
        .collect();
    load(&files, base).err().unwrap_or_default()
}

/// The problems after `from` was replaced by `to` in one of the three files:
/// each as its place's words and its message.
fn after(from: &str, to: &str) -> Vec<(String, String)> {
    let mut changed = 0;
    let mut change = |text: &str| {
        changed += text.matches(from).count();
        text.replacen(from, to, 1)
    };
    let (element, wording, law) = (change(ELEMENT), change(WORDING), change(LAW));
    assert_eq!(changed, 1, "`{from}` stands once in the three files");
    let files: [(&str, &[u8]); 3] = [
        ("motto.yaml", element.as_bytes()),
        ("youth.yaml", wording.as_bytes()),
        ("washington.yaml", law.as_bytes()),
    ];
    problems(&files, Base::Nothing)
        .iter()
        .map(|problem| {
            let meant = problem.did_you_mean.as_ref();
            let meant = meant.map_or(String::new(), |meant| format!(" [{meant}]"));
            (
                problem.file.slice(problem.span).to_owned(),
                format!("{}{meant}", problem.message),
            )
        })
        .collect()
}

#[test]
fn sound_rules_load() {
    let files: [(&str, &[u8]); 3] = [
        ("elements/motto.yaml", ELEMENT.as_bytes()),
        ("wording/youth.yaml", WORDING.as_bytes()),
        ("laws/us/washington.yaml", LAW.as_bytes()),
    ];
    let found = problems(&files, Base::Nothing);
    assert!(found.is_empty(), "{found:#?}");
    let with_mark = format!("\u{feff}{ELEMENT}");
    let files: [(&str, &[u8]); 1] = [("motto.yaml", with_mark.as_bytes())];
    assert!(problems(&files, Base::Builtin).is_empty());
}

#[test]
fn each_mistake_is_told_at_its_place() {
    let mut wrong = Vec::new();
    for (from, to, at, message) in [
        // The shape.
        (
            "title: Motto",
            "tittle: Motto",
            "element",
            "`title:` is missing here",
        ),
        (
            "confidence: high\n        verified: \"2026-01-01\"\n        demands",
            "confidense: high\n        confidence: high\n        verified: \"2026-01-01\"\n        demands",
            "confidense",
            "unknown key `confidense` [confidence]",
        ),
        (
            "about: A motto.",
            "about: A motto.\nabout: Again.",
            "about",
            "the key `about` stands here a second time",
        ),
        (
            "forbids: [youth]",
            "forbids: [youth]\n        protects: [race, martial status]",
            "martial status",
            "unknown protected class `martial status` [marital status]",
        ),
        (
            "title: Youth",
            "title: 7",
            "7",
            "`title` should be a text, and it is a number",
        ),
        (
            "any: [\"young\"]",
            "any: \"young\"",
            "\"young\"",
            "`any` should be a list, and it is a text",
        ),
        (
            "otherwise: warning",
            "otherwise: warn",
            "warn",
            "unknown word `warn` for `otherwise` [warning]",
        ),
        (
            "- fact: {is: deadline",
            "- fakt: {is: deadline",
            "fakt",
            "unknown key `fakt` [fact]",
        ),
        (
            "when: {text: {any: ['\\bon\\b']}}",
            "when:\n      text: {any: [a]}\n      not: {fact: {is: pay}}",
            "not",
            "only one of `all:`, `any:`, `not:`, `fact:`, `text:`, `section:`, `element:` can stand here",
        ),
        (
            "element: motto\ntitle",
            "elements: motto\ntitle",
            "elements",
            "nothing says what kind of rule this is [element]",
        ),
        // Names.
        (
            "is: deadline",
            "is: dedline",
            "dedline",
            "unknown fact `dedline` [deadline]",
        ),
        (
            "where: {rolling: true}",
            "where: {roling: true}",
            "roling",
            "unknown attribute of `deadline`: `roling` [rolling]",
        ),
        (
            "where: {rolling: true}",
            "where: {rolling: yes}",
            "yes",
            "`rolling` is true or false",
        ),
        (
            "where: {rolling: true}",
            "where: {rolling: {past: true}}",
            "past",
            "this needs a date, and `rolling` is true or false",
        ),
        (
            "within: [pay]",
            "within: [pays]",
            "pays",
            "unknown section `pays` [pay]",
        ),
        (
            "forbids: [youth]",
            "forbids: [yuth]",
            "yuth",
            "unknown wording `yuth` [youth]",
        ),
        (
            "- element: motto",
            "- element: moto",
            "moto",
            "unknown element `moto` [motto]",
        ),
        (
            "when: {text: {any: ['\\bon\\b']}}",
            "when: {element: moto}",
            "moto",
            "unknown element `moto` [motto]",
        ),
        (
            "- fact: {is: deadline, where: {rolling: true}}",
            "- element: motto",
            "motto",
            "how to tell that an element is there cannot rest on another element",
        ),
        (
            "minds: {too-short: guidance}",
            "minds: {to-short: guidance}",
            "to-short",
            "unknown problem of `motto`: `to-short` [too-short]",
        ),
        (
            "finds: {motto/missing: error}",
            "finds: {motto/mising: error}",
            "motto/mising",
            "`motto` has no problem `mising` [missing]",
        ),
        (
            "finds: {motto/missing: error}",
            "finds: {motto: error}",
            "motto",
            "which problem of `motto`?",
        ),
        (
            "silent: [youth]",
            "silent: [youths]",
            "youths",
            "unknown element or wording `youths` [youth]",
        ),
        (
            "problem: missing",
            "problem: mising",
            "mising",
            "unknown problem `mising` [missing]",
        ),
        // Ids.
        (
            "id: too-short",
            "id: missing",
            "missing",
            "the id `missing` is taken",
        ),
        (
            "id: too-short",
            "id: Too_Short",
            "Too_Short",
            "`Too_Short` is no id",
        ),
        (
            "wording: youth",
            "wording: young",
            "young",
            "the id `young` is not the file's name",
        ),
        (
            "law: us-wa",
            "law: washington",
            "washington",
            "the id of a law of US-WA begins with `us-wa`",
        ),
        (
            "place: US-WA",
            "place: US-XX",
            "US-XX",
            "no place has the code `US-XX`",
        ),
        (
            "place: US-WA",
            "place: Seattle",
            "Seattle",
            "no place has the code `Seattle` [US-WA-SEATTLE]",
        ),
        // Patterns.
        (
            "any: [\"young\"]",
            "any: [\"young (team\"]",
            "(",
            "the pattern is broken: unclosed group",
        ),
        (
            "  any: [\"young\"]",
            "  any: [\"young\"]\nshut_out: ['old {people}', 'deaf {people}|(blind']",
            "(",
            "the pattern is broken: unclosed group",
        ),
        (
            "any: [\"young\"]",
            "any: ['young\\p{Foo}']",
            "\\p{Foo}",
            "the pattern is broken: Unicode not allowed here",
        ),
        (
            "any: [\"young\"]",
            "any: [young*|Team]",
            "T",
            "`T` never stands in the text that patterns see",
        ),
        (
            "any: [\"young\"]",
            "any: [we’re young]",
            "’",
            "`’` never stands in the text that patterns see",
        ),
        (
            "any: [\"young\"]",
            "any: ['(?P<who>young) Team']",
            "T",
            "`T` never stands in the text that patterns see",
        ),
        (
            "any: [\"young\"]",
            "any: ['caf[ée] staff']",
            "é",
            "a class holds plain letters, digits and signs alone",
        ),
        (
            "any: [\"young\"]",
            "any: ['young  team']",
            "  ",
            "two spaces in a row match nothing: one stands for any number of them",
        ),
        (
            "any: [\"young\"]",
            "any: ['(?x)young team']",
            "(?x",
            "`x` would pass over the spaces, which here stand for spaces of the text",
        ),
        (
            "any: [\"young\"]",
            "any: ['\\bcafé\\b']",
            "\\b",
            "`\\b` takes a letter with an accent for no letter",
        ),
        (
            "any: [\"young\"]",
            "any: ['cafe\u{301}']",
            "e\u{301}",
            "a letter and its accent are two characters here and one in the text",
        ),
        (
            "any: [\"young\"]",
            "any: [(young)?]",
            "(young)?",
            "the pattern matches nothing at all, and so it matches everywhere",
        ),
        (
            "any: [\"young\"]",
            "any: ['(a{900}){900}']",
            "'(a{900}){900}'",
            "the pattern is too large",
        ),
        (
            "any: [\"young\"]",
            "any: []",
            "any",
            "at least one pattern is needed",
        ),
        // Dates and sources.
        (
            "from: \"2025-01-01\"",
            "from: 2025-13-01",
            "2025-13-01",
            "`2025-13-01` is not a day",
        ),
        (
            "from: \"2025-01-01\"",
            "from: \"2024-12-31\"",
            "\"2024-12-31\"",
            "this version begins before the one above has ended",
        ),
        (
            "until: \"2024-12-31\"",
            "from: \"2025-01-01\"\n        until: \"2024-12-31\"",
            "\"2024-12-31\"",
            "it ends on 2024-12-31, before it begins on 2025-01-01",
        ),
        (
            "https://law.example/new",
            "http://law.example/new",
            "http://law.example/new",
            "this is not an https address",
        ),
        // Examples.
        (
            "    finds: young",
            "    finds: old",
            "old",
            "these words do not stand in the posting",
        ),
        (
            "  - posting: A baker\n",
            "",
            "examples",
            "there is no example that passes",
        ),
        (
            "    problem: missing\n",
            "",
            "examples",
            "there is no example that fails",
        ),
        (
            "examples:\n  - about: none\n    posting: Baker in Seattle\n    finds: {motto/missing: error}\n    silent: [youth]\n",
            "",
            "law",
            "`examples:` is missing here",
        ),
        (
            "examples:\n  - about: none\n    posting: Baker in Seattle\n    finds: {motto/missing: error}\n    silent: [youth]\n",
            "examples: []\n",
            "examples",
            "there is no example",
        ),
        (
            "otherwise: warning",
            "otherwise: error",
            "error",
            "nothing is an error without a law that says so",
        ),
        (
            "help: Leave it out.",
            "help: \"\"",
            "\"\"",
            "`help` is empty",
        ),
        (
            "“{text}” asks",
            "“{txt}” asks",
            "{txt}",
            "nothing is known that would fill `{txt}` [text]",
        ),
        // No YAML, or too much of it.
        (
            "about: A motto.",
            "about: [A motto",
            "",
            "this is not sound YAML: ",
        ),
        (
            "about: A motto.",
            "about: &a [*a, *a]",
            "",
            "this is not sound YAML: ",
        ),
    ] {
        let found = after(from, to);
        let wanted = |(words, said): &(String, String)| {
            if at.is_empty() {
                said.starts_with(message)
            } else {
                words == at && said == message
            }
        };
        if !found.iter().any(wanted) {
            wrong.push(format!(
                "after `{to}`: `{message}` at `{at}` not in {found:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mistake_in_one_file_does_not_hide_those_of_others_nor_blame_them() {
    let element = ELEMENT.replace("title: Motto", "titel: Motto");
    let wording = WORDING.replace("otherwise: warning", "otherwise: loud");
    let files: [(&str, &[u8]); 3] = [
        ("motto.yaml", element.as_bytes()),
        ("youth.yaml", wording.as_bytes()),
        ("washington.yaml", LAW.as_bytes()),
    ];
    let found: Vec<_> = problems(&files, Base::Nothing)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "motto.yaml:1:1: `title:` is missing here; A short name: \"Pay range\".",
            "motto.yaml:2:1: unknown key `titel`; did you mean `title`?",
            "youth.yaml:6:12: unknown word `loud` for `otherwise`; \
             it is one of `advice`, `warning`, `error`",
        ]
    );
}

#[test]
fn an_id_is_given_once() {
    let files: [(&str, &[u8]); 2] = [
        ("a/motto.yaml", ELEMENT.as_bytes()),
        ("b/motto.yaml", ELEMENT.as_bytes()),
    ];
    let found = problems(&files, Base::Nothing);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].message, "the id `motto` is taken");
    assert_eq!(found[0].file.name, "b/motto.yaml");
    assert_eq!(found[0].help.as_deref(), Some("a/motto.yaml has it too"));
}

#[test]
fn files_that_are_no_text_are_refused() {
    let deep = "a: [".to_owned() + &"[".repeat(100_000);
    let maps = "{a: ".repeat(100_000);
    let long = "a: ".to_owned() + &"b".repeat(5 << 20);
    for (bytes, message) in [
        (&b"element: caf\xe9"[..], "this is not UTF-8"),
        (b"", "nothing says what kind of rule this is"),
        (b"- a", "nothing says what kind of rule this is"),
        (b"a: 1\n---\nb: 2", "this is not sound YAML: "),
        (deep.as_bytes(), "this is not sound YAML: "),
        (maps.as_bytes(), "this is not sound YAML: "),
        (long.as_bytes(), "the file is larger than 4 MB"),
    ] {
        let found = problems(&[("rule.yaml", bytes)], Base::Nothing);
        assert_eq!(found.len(), 1, "{message}: {found:#?}");
        assert!(
            found[0].message.starts_with(message),
            "{}",
            found[0].message
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever stands in a rule file, it is loaded or refused at a place
    /// within it.
    #[test]
    fn no_rule_file_makes_the_loader_panic(
        at in 0..LAW.len() + ELEMENT.len() + WORDING.len(),
        cut in 0..40_usize,
        put in "(\\PC{0,8}|[\\[\\]{}:,'\"|>*&!?\\-\\n #]{0,12})",
    ) {
        let mut texts = [ELEMENT.to_owned(), WORDING.to_owned(), LAW.to_owned()];
        let mut at = at;
        for text in &mut texts {
            if at < text.len() {
                let end = (at + cut).min(text.len());
                if text.is_char_boundary(at) && text.is_char_boundary(end) {
                    text.replace_range(at..end, &put);
                }
                break;
            }
            at -= text.len();
        }
        let files: [(&str, &[u8]); 3] = [
            ("motto.yaml", texts[0].as_bytes()),
            ("youth.yaml", texts[1].as_bytes()),
            ("washington.yaml", texts[2].as_bytes()),
        ];
        for problem in problems(&files, Base::Nothing) {
            prop_assert!(problem.span.end <= problem.file.text.len());
            prop_assert!(problem.file.text.get(problem.span.range()).is_some());
        }
    }
}
