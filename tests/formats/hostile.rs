//! Postings that want to do something to those who read reports of them.

use super::{check, folder, printed};
use hirelint::report::FORMATS;
use regex::Regex;
use std::fs;
use std::path::PathBuf;

/// A rule and a law that say the attack wherever they say something.
fn rules(attack: &str) -> [(&'static str, serde_json::Value); 2] {
    let say = |words: &str| format!("{words} {attack}");
    // A message is one line, as its readers print it.
    let line = |words: &str| say(words).replace('\n', " ");
    let wording = serde_json::json!({
        "wording": "guru", "title": line("Guru"), "about": say("A job title of the temple."),
        "finds": {"any": ["guru[^\\n]{0,200}"]},
        "message": line("“{text}” is no job title"), "help": say("Name the trade instead of “{text}”."),
        "write": say("::error::x\nengineer"), "otherwise": "warning",
        "examples": [{"posting": "a guru", "finds": "guru"}, {"posting": "a baker"}],
    });
    let law = serde_json::json!({
        "law": "house", "name": line("Acme"), "place": "*",
        "acts": [{"act": "style", "name": line("Style guide"), "versions": [{
            "from": "2024-01-01", "citation": line("page 7"),
            "url": "https://acme.example/\"><x>](x)'", "basis": "guidance", "confidence": "high",
            "forbids": ["guru"], "penalty": say("A frown"), "doubt": say("Doubtful"),
            "verified": "2026-01-01",
        }]}],
        "examples": [{"about": "the word", "posting": "a guru", "finds": {"guru": "warning"}}],
    });
    [("guru.yaml", wording), ("house.yaml", law)]
}

/// Each of them in title, body, employer, the name of the file and the rules.
const ATTACKS: [(&str, &str); 14] = [
    ("escape sequences", "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m"),
    (
        "workflow commands",
        "::error::x %0A::stop-commands::y ##[error]z",
    ),
    ("a formula", "=HYPERLINK(\"http-evil\",\"x\")"),
    ("a formula with a sign", "@SUM(1+1)*cmd|' -C calc'!A0"),
    (
        "a script",
        "<script>alert(1)<\u{2215}script><img src=x onerror=alert(1)>",
    ),
    ("the end of a section", "]]><x>"),
    ("the end of an attribute", "\" onmouseover=\"alert(1)\" x='"),
    ("turned text", "\u{202e}evil\u{202c}\u{2066}x\u{200b}"),
    (
        "markup",
        "**b** [x](javascript:alert(1)) ![x](x) `c` | @team #1 ~~s~~",
    ),
    ("a table", "| a | b |"),
    ("entities", "&lt;script&gt; &#x3c;b&#62; &amp;amp;"),
    ("forbidden characters", "\u{fffe}\u{ffff}\u{fdd0}\u{1}"),
    ("commands of a shell", "$(id) %s !! ; rm x"),
    ("a comment", "--> <!-- --> */ x"),
];

/// JSON that YAML takes too, which forbids some characters unless they are escaped.
fn in_ascii(value: &serde_json::Value) -> String {
    let text = value.to_string();
    let escaped = text.chars().map(|c| match c {
        ' '..='~' => c.to_string(),
        c => {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            units.iter().map(|unit| format!("\\u{unit:04x}")).collect()
        }
    });
    escaped.collect()
}

fn posting(attack: &str) -> String {
    format!(
        "Python guru {attack}\n\n{attack} Foods is hiring in Seattle, WA, for its kitchen planning \
         team. We want a guru {attack}\n\n{attack}\n\nResponsibilities\n\n- Write code {attack}\n\n\
         Requirements\n\n- Three years of experience\n\nHow to apply\n\nSend a résumé to \
         jobs@acme.example.\n"
    )
}

/// A folder with the attack in text, Markdown and a feed.
fn prepared(name: &str, attack: &str) -> PathBuf {
    let folder = folder(&format!("hostile-{}", name.replace(' ', "-")));
    fs::create_dir(folder.join("rules")).expect("a folder can be made");
    for (name, rule) in rules(attack) {
        let path = folder.join("rules").join(name);
        fs::write(path, in_ascii(&rule)).expect("a file can be written");
    }
    let jobs = folder.join("jobs");
    fs::create_dir(&jobs).expect("a folder can be made");
    let text = posting(attack);
    fs::write(jobs.join("plain.txt"), &text).expect("a file can be written");
    fs::write(jobs.join("mark.md"), format!("# {text}")).expect("a file can be written");
    let record = serde_json::json!({"title": format!("guru\n{attack}\n::error::x"),
        "company": attack, "location": "Seattle, WA", "description": text});
    let feed = serde_json::json!([record, record]).to_string();
    fs::write(jobs.join("feed.json"), feed).expect("a file can be written");
    // The longest name that file systems take is 255 bytes.
    let file = format!("{attack}\n::error::x.txt").replace(['/', '\0'], "");
    fs::write(jobs.join(file), &text).expect("a file can be written");
    folder
}

#[test]
fn no_posting_acts_through_a_report() {
    let base = [
        "--no-builtin",
        "--rules",
        "rules",
        "--fail-on",
        "warning",
        "jobs",
    ];
    for (name, attack) in ATTACKS {
        let folder = prepared(name, attack);
        let run = |format| check(&folder, &[&["--format", format][..], &base].concat());
        let json: serde_json::Value =
            serde_json::from_slice(&run("json").stdout).expect("the report is JSON");
        let count = json["summary"]["warnings"].as_u64().expect("a number") as usize;
        // The attack stands in several places, and each is told.
        assert!((3..=16).contains(&count), "{name}: {count} findings");
        for format in FORMATS {
            let run = run(format.name);
            assert_eq!(run.status.code(), Some(1), "{name} in {format:?}");
            let text = String::from_utf8(run.stdout).expect("the output is UTF-8");
            let faults = faults(format.name, &text, count);
            assert_eq!(
                faults,
                Vec::<String>::new(),
                "{name} in {format:?}:\n{text}"
            );
        }
    }
}

/// What a report of `count` findings must not hold.
fn faults(format: &str, text: &str, count: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let mut refuse = |is_bad: bool, what: &str| {
        if is_bad {
            faults.push(what.to_owned());
        }
    };
    let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // JSON carries every character; those below the space are escaped.
    let is_json = matches!(format, "json" | "jsonl" | "sarif" | "gitlab");
    let is_seen = |c: char| acts(c) && !(is_json && c > '\u{7f}') || turns(c) && !is_json;
    refuse(text.chars().any(is_seen), "it has characters that act");
    if is_json {
        let lines = if format == "jsonl" {
            text.lines().collect()
        } else {
            vec![text]
        };
        for line in lines {
            let sound = serde_json::from_str::<serde_json::Value>(line).is_ok();
            refuse(!sound, "it is no JSON");
        }
        return faults;
    }
    let lines = || text.lines().map(str::trim_start);
    match format {
        "human" | "compact" => {
            refuse(lines().any(|l| l.starts_with("::")), "a line is a command");
            refuse(text.contains("##["), "a line has a command");
        }
        "github" => {
            let command = Regex::new("^::(error|warning|notice) file=[^,:]*,line=[0-9]+,endLine=[0-9]+(,col=[0-9]+,endColumn=[0-9]+)?,title=guru::[^\n]*$").expect("a sound pattern");
            refuse(
                !lines().all(|l| command.is_match(l)),
                "a line is another command",
            );
            refuse(
                lines().count() != count,
                "the commands are not those of the findings",
            );
        }
        "junit" | "checkstyle" => {
            let schema = if format == "junit" {
                "junit-10.xsd"
            } else {
                "checkstyle.xsd"
            };
            let other = super::xsd::faults(&super::schema_of(schema), text);
            refuse(!other.is_empty(), "it is not what its schema says");
            let errors = super::xsd::parse(text)
                .all(if format == "junit" {
                    "failure"
                } else {
                    "error"
                })
                .len();
            refuse(
                errors != count,
                "its elements are not those of the findings",
            );
            let forbidden = |c: char| matches!(c, '\u{fffe}' | '\u{ffff}');
            refuse(text.chars().any(forbidden), "it has what XML forbids");
        }
        "csv" => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            for row in reader.records() {
                let Ok(row) = row else {
                    refuse(true, "a row is broken");
                    continue;
                };
                let formula = |cell: &str| cell.trim_start().starts_with(['=', '+', '-', '@']);
                refuse(row.iter().any(formula), "a cell is a formula");
            }
        }
        "markdown" => {
            let code = Regex::new("(`+) .*? (`+)").expect("a sound pattern");
            let rest = code.replace_all(text, "");
            for words in [
                "<script",
                "<img",
                "<x>",
                "<b>",
                "](javascript",
                "@team",
                "**b**",
                "<!--",
            ] {
                refuse(rest.contains(words), &format!("{words} is markup"));
            }
            let rows = text.lines().filter(|line| line.starts_with('|'));
            let bars = |line: &str| line.replace("\\|", "").matches('|').count();
            refuse(
                rows.clone().any(|row| bars(row) != 6),
                "a row has other cells",
            );
        }
        "html" => {
            let text = text.to_lowercase();
            for words in [
                "<script>alert",
                "<img",
                "onerror=alert(1)>",
                "\" onmouseover=\"",
                "<x>",
            ] {
                refuse(text.contains(words), &format!("{words} is markup"));
            }
            refuse(text.contains("href=\"javascript:"), "a link is a script");
        }
        other => refuse(true, &format!("{other} is not held to anything")),
    }
    faults
}

#[test]
fn what_is_not_read_cannot_act_either() {
    let folder = folder("hostile-unread");
    for format in FORMATS {
        let gone = "::error::\u{1b}[2J<script>|=1+1]]>\u{202e}.md";
        let text = printed(&folder, &["--format", format.name, gone]);
        assert!(
            !text.contains('\u{1b}') && !text.contains('\u{202e}')
                || matches!(format.name, "json" | "jsonl" | "gitlab"),
            "{format:?}: {text}"
        );
        let lines = text.lines().map(str::trim_start);
        let command =
            |line: &str| line.starts_with("::") && !line.starts_with("::error file=%3A%3Aerror");
        assert!(!lines.clone().any(command), "{format:?}: {text}");
        assert!(
            !text.contains("<script>|")
                || matches!(
                    format.name,
                    "markdown" | "csv" | "json" | "jsonl" | "gitlab" | "github"
                ),
            "{format:?}: {text}"
        );
    }
}
