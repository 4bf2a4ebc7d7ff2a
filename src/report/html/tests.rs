use super::*;
use crate::document;
use crate::lint::{FileReport, Linter, Settings};

/// SHA-256 (FIPS 180-4), to hold what the page allows against what it carries.
fn sha256(bytes: &[u8]) -> [u8; 32] {
    let is_prime = |n: u32| !(2..n).any(|d| n.is_multiple_of(d));
    let primes: Vec<u32> = (2..312).filter(|n| is_prime(*n)).collect();
    // The first 32 bits of the fractions of the roots of the first primes.
    let fraction = |root: f64| ((root - root.floor()) * 4_294_967_296.0) as u32;
    let k: Vec<u32> = primes
        .iter()
        .map(|p| fraction(f64::from(*p).cbrt()))
        .collect();
    let mut state: Vec<u32> = primes[..8]
        .iter()
        .map(|p| fraction(f64::from(*p).sqrt()))
        .collect();
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks(64) {
        let mut w: Vec<u32> = block
            .chunks(4)
            .map(|four| four.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)))
            .collect();
        for i in 16..64 {
            let (a, b) = (w[i - 15], w[i - 2]);
            let small = a.rotate_right(7) ^ a.rotate_right(18) ^ a >> 3;
            let large = b.rotate_right(17) ^ b.rotate_right(19) ^ b >> 10;
            w.push(
                w[i - 16]
                    .wrapping_add(small)
                    .wrapping_add(w[i - 7])
                    .wrapping_add(large),
            );
        }
        let mut v = state.clone();
        for i in 0..64 {
            let large = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = v[4] & v[5] ^ !v[4] & v[6];
            let one = [large, choice, k[i], w[i]]
                .iter()
                .fold(v[7], |n, m| n.wrapping_add(*m));
            let small = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2];
            let two = small.wrapping_add(majority);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(one);
            v[0] = one.wrapping_add(two);
        }
        for (sum, more) in state.iter_mut().zip(v) {
            *sum = sum.wrapping_add(more);
        }
    }
    let bytes: Vec<u8> = state.iter().flat_map(|n| n.to_be_bytes()).collect();
    bytes.try_into().expect("eight words are 32 bytes")
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three
            .iter()
            .fold(0_u32, |n, byte| n << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for place in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * place)) as usize & 63];
            out.push(if place > three.len() {
                '='
            } else {
                char::from(sign)
            });
        }
    }
    out
}

#[test]
fn the_page_allows_its_own_style_and_script_alone() {
    assert_eq!(
        base64(&sha256(b"abc")),
        "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
        "the vector of FIPS 180-4"
    );
    for (text, hash, name) in [
        (STYLE, STYLE_HASH, "STYLE"),
        (SCRIPT, SCRIPT_HASH, "SCRIPT"),
    ] {
        assert_eq!(
            base64(&sha256(text.as_bytes())),
            hash,
            "{name}_HASH is another"
        );
        assert!(!text.contains("</") && !text.contains('\r'));
    }
}

fn check(name: &str, text: &str) -> (FileReport, Linter) {
    let linter = Linter::builtin();
    let settings = Settings::on("2026-11-22".parse().expect("a day"));
    let report = linter.check(document::read(name, text.as_bytes()), &settings);
    (report, linter)
}

fn page(name: &str, text: &str) -> String {
    let (report, linter) = check(name, text);
    let piece = Html.file(&Checked {
        report: &report,
        rules: linter.rules(),
        as_of: "2026-11-22".parse().expect("a day"),
        fails_from: None,
    });
    piece.row + &piece.body
}

/// The page's words without its tags.
fn words(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    words
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

const POSTING: &str = "# Baker (Seattle)\n\nLarkspur Foods seeks a young and hungry **baker** who \
    works at night.\n\n## Duties\n\n- Knead & shape\n- Bake \"bread\"\n\n## Requirements\n\n\
    - Two years at an oven\n\n## Pay\n\nUp to $58,000. Tell us your current salary.\n\n\
    ## How to apply\n\nSend your resume to jobs@larkspur.example.\n";

#[test]
fn every_mark_and_every_link_within_the_page_has_its_end() {
    let html = page("baker.md", POSTING);
    let mut links = 0;
    for part in html.split(" href=\"#").skip(1) {
        let id = part.split('"').next().unwrap_or("");
        let ends = html.matches(&format!("id=\"{id}\"")).count();
        assert_eq!(ends, 1, "{id} in {html}");
        links += 1;
    }
    assert!(links > 6, "{html}");
    for tag in [
        "mark", "a", "p", "li", "ul", "ol", "div", "section", "table", "tr", "td", "details",
    ] {
        let opened =
            html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(
            opened,
            html.matches(&format!("</{tag}>")).count(),
            "{tag}: {html}"
        );
    }
}

#[test]
fn the_marked_words_are_those_of_the_finding() {
    let html = page("baker.md", POSTING);
    for (class, marked) in [
        ("warning", "young and hungry"),
        ("error", "Tell us your current salary"),
    ] {
        let mark = format!("<mark class=\"{class}\">{marked}</mark><a class=\"ref {class}\"");
        assert!(html.contains(&mark), "{mark} in {html}");
    }
    let words = words(&html);
    for text in [
        "Knead & shape",
        "Bake \"bread\"",
        "baker who works at night.",
    ] {
        assert!(words.contains(text), "{text} in {words}");
    }
}

#[test]
fn overlapping_marks_are_each_numbered_and_the_words_stand_once() {
    let (mut report, linter) = check("baker.md", POSTING);
    let source = report.source.clone();
    let at = |words: &str| {
        let start = source.text.find(words).expect("it is there");
        crate::text::Span::new(start, start + words.len())
    };
    let findings = &mut report.postings[0].findings;
    findings.truncate(3);
    assert_eq!(findings.len(), 3);
    let places = [
        at("Send your resume"),
        at("your resume to jobs"),
        at("resume"),
    ];
    let severities = [Severity::Advice, Severity::Error, Severity::Warning];
    for ((finding, span), severity) in findings.iter_mut().zip(places).zip(severities) {
        finding.primary.span = span;
        finding.severity = severity;
        finding.related.clear();
    }
    let piece = Html.file(&Checked {
        report: &report,
        rules: linter.rules(),
        as_of: "2026-11-22".parse().expect("a day"),
        fails_from: None,
    });
    let start = piece
        .body
        .find("<mark class=\"advice\">Send ")
        .expect("the first mark");
    let part = &piece.body[start..];
    let part = &part[..part.find("@larkspur").expect("the end of the line")];
    let marks: Vec<&str> = part
        .split("<mark class=\"")
        .skip(1)
        .map(|m| m.split('<').next().unwrap_or(""))
        .collect();
    assert_eq!(
        marks,
        ["advice\">Send ", "error\">your resume", "error\"> to jobs"]
    );
    assert_eq!(part.matches("<a class=\"ref").count(), 3, "{part}");
    assert_eq!(
        words(part).replace(['1', '2', '3'], ""),
        "Send your resume to jobs"
    );
}
