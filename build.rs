//! What is made ready before the program is compiled: one file under `build/`
//! for each.

#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "build/rules.rs"]
mod rules;

fn main() {
    println!("cargo::rerun-if-changed=build");
    gazetteer::build();
    rules::build();
}
