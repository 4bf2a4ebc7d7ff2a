//! The built-in rules under the strict loader, and all their examples.

use hirelint::rules::schema::Law;
use hirelint::rules::{Base, Library, builtin_files, examples, load};

fn library() -> Library {
    let files: Vec<_> = builtin_files().collect();
    match load(&files, Base::Nothing) {
        Ok(library) => library,
        Err(problems) => {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            panic!("{} mistakes:\n{}", lines.len(), lines.join("\n"));
        }
    }
}

#[test]
fn the_built_in_rules_are_sound() {
    library();
}

#[test]
fn the_examples_of_the_built_in_rules_come_out_as_they_say() {
    let runs = examples::run(&library());
    assert!(!runs.is_empty(), "there are no examples");
    let mut lines = Vec::new();
    for run in &runs {
        let at = run.file.position(run.span.start);
        for surprise in &run.surprises {
            let about = run.about.as_deref().unwrap_or("");
            let name = surprise.name();
            let (file, line) = (&run.file.name, at.line);
            lines.push(format!("{file}:{line}: {name}: {surprise} ({about})"));
        }
    }
    let count = lines.len();
    assert!(count == 0, "{count} surprises:\n{}", lines.join("\n"));
}

/// Whether an address is the front page of an office, or of a state's whole code.
fn is_front_page(url: &str) -> bool {
    let rest = url.trim_start_matches("https://").trim_end_matches('/');
    let state = rest.strip_prefix("law.justia.com/codes/");
    state.map_or(!rest.contains('/'), |state| !state.contains('/'))
}

#[test]
fn no_citation_leads_to_a_front_page() {
    for front in ["https://law.example/", "https://law.justia.com/codes/ohio/"] {
        assert!(is_front_page(front), "{front}");
    }
    let mut seen = 0;
    let mut fronts = Vec::new();
    for file in builtin_files().filter(|file| file.name.contains("/laws/")) {
        let law: Law = serde_yaml::from_slice(file.bytes).expect("a sound law");
        for version in law.acts.iter().flat_map(|act| &act.versions) {
            seen += 1;
            if is_front_page(&version.url) {
                fronts.push(format!("{}: {}", file.name, version.url));
            }
        }
    }
    assert!(seen > 300, "only {seen} addresses were looked at");
    assert!(fronts.is_empty(), "{}", fronts.join("\n"));
}
