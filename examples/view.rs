use hirelint::*;
use std::sync::Arc;
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        for d in document::read(&path, &bytes).documents {
            for p in posting::find(Arc::new(d)) {
                println!("== {} posting={}", p.key, p.is_posting);
                for (i, l) in p.text.lines().enumerate() {
                    println!("{i}: {l}");
                }
            }
        }
    }
}
