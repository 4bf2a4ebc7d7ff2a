//! The built-in rules under the strict loader, and all their examples.

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
