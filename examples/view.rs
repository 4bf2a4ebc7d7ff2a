//! Prints what is read from a file: problems, structured fields, blocks and
//! links, each with its line in the file. For those who mend readers.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut failed = false;
    for name in std::env::args().skip(1) {
        match std::fs::read(&name) {
            Ok(bytes) => print(&hirelint::document::read(&name, &bytes)),
            Err(error) => {
                eprintln!("{name}: {error}");
                failed = true;
            }
        }
    }
    ExitCode::from(u8::from(failed))
}

fn print(reading: &hirelint::document::Reading) {
    println!("=== {} ({})", reading.source.name, reading.source.encoding);
    for problem in &reading.problems {
        println!("! {problem:?}");
    }
    for document in &reading.documents {
        println!("--- {:?} {}", document.format, document.key);
        for problem in &document.problems {
            println!("! {problem:?}");
        }
        let line = |span| reading.source.position(document.raw(span).start).line;
        for field in &document.fields {
            println!(
                "{:5} {:?} {} = {}",
                line(field.value),
                field.origin,
                field.path,
                document.value(field)
            );
        }
        for block in &document.blocks {
            if block.span.start >= document.body.start {
                let words = document.words(block.span);
                println!("{:5} {:?}: {words}", line(block.span), block.kind);
            }
        }
        for link in &document.links {
            println!("      [{}] -> {}", document.words(link.span), link.target);
        }
        for strong in &document.strong {
            println!("      bold [{}]", document.words(*strong));
        }
        for landmark in &document.landmarks {
            println!("      {:?} {:?}", landmark.kind, landmark.span);
        }
        for comment in &document.comments {
            println!("      comment {:?} {:?}", comment.span, comment.text);
        }
    }
}
