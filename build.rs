//! What is made ready before the program is compiled: one file under `build/`
//! for each.

#[path = "build/rules.rs"]
mod rules;

fn main() {
    println!("cargo::rerun-if-changed=build");
    rules::build();
}
