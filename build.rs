//! What is made ready before the program is compiled: one file under `build/`
//! for each.

#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "build/rules.rs"]
mod rules;
// By the name that `src/rules/cue.rs` knows it by.
#[path = "src/text/word.rs"]
mod text;

fn main() {
    println!("cargo::rerun-if-changed=build");
    gazetteer::build();
    rules::build();
}
