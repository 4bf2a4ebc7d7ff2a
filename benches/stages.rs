//! How fast postings are checked: stage by stage, whole, and the start of the
//! program. `cargo bench` runs all, `cargo bench -- facts` one stage.
//!
//! Each stage runs over all fixtures at once, so that items are documents and
//! bytes are those of the files.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use hirelint::document::{self, Document};
use hirelint::facts::Facts;
use hirelint::lint::{Linter, Settings};
use hirelint::posting::{self, Posting, Prose};
use hirelint::report::human::{self, Detail};
use hirelint::report::terminal::Style;
use hirelint::rules::RuleSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

fn main() {
    divan::main();
}

/// The fixtures, as name and bytes.
struct Corpus(Vec<(String, Vec<u8>)>);

impl Corpus {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/postings");
        let mut files = Vec::new();
        collect(&folder, &mut files);
        files.sort();
        assert!(!files.is_empty(), "there are fixtures");
        let read = |path: PathBuf| {
            let bytes = fs::read(&path).expect("a fixture can be read");
            (path.to_string_lossy().into_owned(), bytes)
        };
        Corpus(files.into_iter().map(read).collect())
    }

    fn documents(&self) -> Vec<Document> {
        let readings = self
            .0
            .iter()
            .map(|(name, bytes)| document::read(name, bytes));
        readings.flat_map(|reading| reading.documents).collect()
    }

    fn postings(&self) -> Vec<Posting> {
        let documents = self.documents().into_iter().map(Arc::new);
        documents.flat_map(posting::find).collect()
    }

    fn bytes(&self) -> BytesCount {
        BytesCount::new(self.0.iter().map(|(_, bytes)| bytes.len()).sum::<usize>())
    }

    fn items(&self) -> ItemsCount {
        ItemsCount::new(self.0.len())
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn settings() -> Settings {
    Settings::on("2026-11-22".parse().expect("it is a day"))
}

#[divan::bench]
fn document(bencher: Bencher) {
    let corpus = Corpus::read();
    let bencher = bencher.counter(corpus.bytes()).counter(corpus.items());
    bencher.bench_local(|| corpus.documents());
}

#[divan::bench]
fn posting(bencher: Bencher) {
    let corpus = Corpus::read();
    let documents: Vec<_> = corpus.documents().into_iter().map(Arc::new).collect();
    let bencher = bencher.counter(corpus.bytes()).counter(corpus.items());
    bencher.bench_local(|| {
        let documents = documents.iter().cloned();
        documents.flat_map(posting::find).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn facts(bencher: Bencher) {
    let corpus = Corpus::read();
    let postings = corpus.postings();
    let bencher = bencher.counter(corpus.bytes()).counter(corpus.items());
    bencher.bench_local(|| {
        let prose = postings.iter().map(Prose::of);
        prose.map(|prose| Facts::read(&prose)).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn verdicts(bencher: Bencher) {
    let corpus = Corpus::read();
    let postings = corpus.postings();
    let linter = Linter::builtin();
    let settings = settings();
    let bencher = bencher.counter(corpus.bytes()).counter(corpus.items());
    // With the facts, since a verdict needs them; what is above `facts` is law.
    bencher
        .with_inputs(|| postings.clone())
        .bench_local_values(|postings| {
            let postings = postings.into_iter();
            let reports = postings.map(|posting| linter.check_posting(posting, &settings));
            reports.collect::<Vec<_>>()
        });
}

#[divan::bench]
fn whole(bencher: Bencher) {
    let corpus = Corpus::read();
    let linter = Linter::builtin();
    let settings = settings();
    let bencher = bencher.counter(corpus.bytes()).counter(corpus.items());
    bencher.bench_local(|| {
        let readings = corpus
            .0
            .iter()
            .map(|(name, bytes)| document::read(name, bytes));
        let reports = readings.map(|reading| linter.check(reading, &settings));
        reports
            .map(|report| human::file(&report, Style::plain(100), Detail::Normal).len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn built_in_rules() -> RuleSet {
    RuleSet::builtin().expect("the built-in rules are sound")
}

/// The whole program on one file: process, rules, reading, report.
#[divan::bench]
fn start(bencher: Bencher) {
    let (file, _) = Corpus::read().0.swap_remove(0);
    bencher.bench_local(|| {
        let status = Command::new(env!("CARGO_BIN_EXE_hirelint"))
            .args([
                "check",
                "--fail-on",
                "never",
                "--as-of",
                "2026-11-22",
                &file,
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success(), "{file} can be checked");
    });
}

/// A name, what opens again and again, and what follows it as often.
type Shape = (&'static str, &'static str, &'static str);

/// Shapes of hostile files; each is read at one size and at twice that size, and
/// must take about twice as long.
const HOSTILE: [Shape; 9] = [
    ("a.html", "<div>", ""),
    ("a.html", "<div><b>", "</i></p>"),
    ("a.html", "<td>x", ""),
    (
        "a.html",
        "<span itemprop=x itemscope itemtype=schema.org/JobPosting>",
        "",
    ),
    ("a.md", "> ", ""),
    ("a.md", "**a ", ""),
    ("a.xml", "<a>", ""),
    (
        "a.json",
        "{\"title\": \"Cook\", \"city\": \"Bern\"",
        ", \"a\": 1",
    ),
    ("a.txt", "word ", ""),
];

/// The same of texts whose words are hostile to the reading of facts.
const WORDY: [Shape; 5] = [
    ("a.txt", "benefits ", ""),
    ("a.txt", "12 345 ", ""),
    ("a.txt", "Pay up to $20 an hour.\n", "Pay: $20 an hour.\n"),
    ("a.txt", "at Larkspur, ", ""),
    ("a.txt", "Denver, ", ""),
];

fn once_and_twice(shapes: &[Shape], times: usize) -> Vec<(Shape, usize)> {
    let shapes = shapes.iter();
    shapes
        .flat_map(|shape| [(*shape, times), (*shape, 2 * times)])
        .collect()
}

fn text((name, open, next): Shape, times: usize) -> String {
    match name {
        "a.json" => format!("{open}{}}}", next.repeat(times)),
        _ => open.repeat(times) + &next.repeat(times),
    }
}

#[divan::bench(args = once_and_twice(&HOSTILE, 20_000), sample_count = 5)]
fn hostile(bencher: Bencher, (shape, times): (Shape, usize)) {
    let text = text(shape, times);
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| document::read(shape.0, text.as_bytes()));
}

#[divan::bench(args = once_and_twice(&WORDY, 2_000), sample_count = 5)]
fn hostile_words(bencher: Bencher, (shape, times): (Shape, usize)) {
    let text = text(shape, times);
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| {
            let reading = document::read(shape.0, text.as_bytes());
            let documents = reading.documents.into_iter().map(Arc::new);
            let postings: Vec<_> = documents.flat_map(posting::find).collect();
            let facts = postings
                .iter()
                .map(|posting| Facts::read(&Prose::of(posting)));
            facts.count()
        });
}
