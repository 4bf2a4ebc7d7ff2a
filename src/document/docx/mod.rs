//! Word documents. A DOCX file is an archive of XML parts; no byte of it is a
//! word that its author wrote, so there is nothing to point at. By convention
//! the *text* of the file ([`Source::text`]) is what is read from it here, one
//! line for each paragraph and each row of a table, as Word would show it with
//! all changes accepted, and places (lines, columns, offsets) are places in that
//! text. Nothing can be edited in the file itself.
//!
//! Deleted and hidden text, comments and field codes are left out; inserted
//! text, text boxes, headers and footers are read.

mod archive;
mod part;
mod styles;

use super::draft::Draft;
use super::model::{Document, Format, LandmarkKind, Problem, ProblemKind, Reading};
use crate::text::{Source, SpanMap};
use archive::{Archive, Refused};
use part::Part;
use std::sync::Arc;
use styles::Styles;

/// Whether the bytes are an archive, and so perhaps a Word document.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// What is said of a text that is called a Word document.
pub fn refuse(name: &str) -> Reading {
    let help = Refused::Text.help().to_owned();
    Reading::unreadable(name, Refused::Text.to_string(), Some(help))
}

/// Reads the Word document in `bytes`.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    match parts(bytes) {
        Ok(parts) => assemble(name, parts),
        Err(refused) => {
            Reading::unreadable(name, refused.to_string(), Some(refused.help().to_owned()))
        }
    }
}

/// The parts in reading order, with the landmark that each makes.
fn parts(bytes: &[u8]) -> Result<Vec<(Option<LandmarkKind>, Part)>, Refused> {
    let mut archive = Archive::open(bytes)?;
    let main = archive.main_part()?;
    let styles = archive.text("word/styles.xml")?.unwrap_or_default();
    let styles = Styles::read(&styles);
    let mut found = Vec::new();
    for name in archive.names("word/header") {
        if let Some(part) = archive.part(&name, &styles)? {
            found.push((Some(LandmarkKind::Header), part));
        }
    }
    let body = archive.part(&main, &styles)?.ok_or(Refused::NotWord)?;
    found.push((None, body));
    for name in archive.names("word/footer") {
        if let Some(part) = archive.part(&name, &styles)? {
            found.push((Some(LandmarkKind::Footer), part));
        }
    }
    // The first page, odd and even pages often have the same header.
    let mut seen: Vec<String> = Vec::new();
    found.retain(|(kind, part)| {
        let words = part.text.trim().to_owned();
        let is_new = !words.is_empty() && !seen.contains(&words);
        if is_new && kind.is_some() {
            seen.push(words);
        }
        kind.is_none() || is_new
    });
    Ok(found)
}

fn assemble(name: &str, parts: Vec<(Option<LandmarkKind>, Part)>) -> Reading {
    let mut text = String::new();
    let mut draft_parts = Vec::new();
    let mut problems = Vec::new();
    for (kind, part) in parts {
        if !text.is_empty() && !part.text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(&part.text);
        problems.extend(part.broken.clone());
        draft_parts.push((kind, start, part));
    }
    if text.trim().is_empty() {
        return Reading::unreadable(
            name,
            "the Word document holds no text".to_owned(),
            Some("if the posting is a picture in it, write it as text".to_owned()),
        );
    }
    let source = Arc::new(Source::from_text(name, text));
    let mut draft = Draft::new(&source, Format::Docx);
    for (kind, start, part) in draft_parts {
        let before = draft.body.text.len();
        draft
            .body
            .append(&part.mapped(start), &part.blocks, &part.links, &part.strong);
        if let Some(kind) = kind {
            draft.body.landmark(kind, before);
        }
    }
    let document: Document = draft.finish();
    debug_assert_eq!(document.view, source.text, "the view is the text");
    Reading {
        documents: vec![Document {
            // The two are the same text, break by break.
            map: SpanMap::identity(source.text.len()),
            ..document
        }],
        source,
        problems: problems
            .into_iter()
            .map(|message| Problem {
                kind: ProblemKind::BrokenPart,
                message,
                help: Some("open the document in Word and save it again".to_owned()),
                span: None,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let mut zip = zip::ZipWriter::new(&mut bytes);
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default())
                .expect("a part can be begun in memory");
            zip.write_all(content)
                .expect("a part can be written in memory");
        }
        zip.finish().expect("an archive can be closed in memory");
        bytes.into_inner()
    }

    fn paragraph(words: &str) -> String {
        format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
    }

    #[test]
    fn header_body_and_footer_are_one_text_with_places_in_it() {
        let header = paragraph("Example Foods");
        let body = paragraph("Line cook") + &paragraph("Pay: $20 an hour");
        let footer = paragraph("Equal opportunity employer");
        let bytes = archive(&[
            ("word/header1.xml", header.as_bytes()),
            ("word/header2.xml", header.as_bytes()),
            ("word/document.xml", body.as_bytes()),
            ("word/footer1.xml", footer.as_bytes()),
        ]);
        let reading = read("cook.docx", &bytes);
        assert_eq!(reading.problems, []);
        let document = &reading.documents[0];
        assert_eq!(
            document.view,
            "Example Foods\nLine cook\nPay: $20 an hour\nEqual opportunity employer"
        );
        assert_eq!(document.view, reading.source.text);
        let at = document.view.find("$20").expect("the pay is in the view");
        assert_eq!(reading.source.position(at).line, 3);
        let marks: Vec<_> = document.landmarks.iter().map(|mark| mark.kind).collect();
        assert_eq!(marks, [LandmarkKind::Header, LandmarkKind::Footer]);
    }

    #[test]
    fn runs_breaks_tracked_changes_and_cells_make_the_words_that_are_shown() {
        let cells = |words: &[&str]| {
            let cells: String = words
                .iter()
                .map(|words| format!("<w:tc>{}</w:tc>", paragraph(words)))
                .collect();
            format!("<w:tr>{cells}</w:tr>")
        };
        let table = format!(
            "<w:tbl>{}{}</w:tbl>",
            cells(&["Job Title:", "Custodian"]),
            cells(&["Location:", "Duluth, MN"])
        );
        let pay = "<w:p><w:r><w:t>Pay:</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>$5</w:t></w:r>\
            <w:r><w:t>2.00</w:t></w:r><w:del><w:r><w:delText> to $58</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t> to $61</w:t></w:r></w:ins><w:r><w:t> an hour</w:t></w:r>\
            <w:r><w:br/></w:r><w:r><w:t>Part</w:t></w:r><w:r><w:noBreakHyphen/></w:r>\
            <w:r><w:t>time</w:t></w:r></w:p>";
        let bytes = archive(&[("word/document.xml", (table + pay).as_bytes())]);
        let reading = read("custodian.docx", &bytes);
        assert_eq!(reading.problems, []);
        assert_eq!(
            reading.documents[0].view,
            "Job Title: | Custodian\nLocation: | Duluth, MN\nPay:\t$52.00 to $61 an hour\nPart\u{2011}time"
        );
    }

    #[test]
    fn what_is_no_word_document_is_refused_with_a_reason() {
        let big = vec![b' '; 21 * 1024 * 1024];
        let whole = archive(&[("word/document.xml", paragraph("x").as_bytes())]);
        let names: Vec<String> = (0..5001).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
        let part = vec![b' '; 17 * 1024 * 1024];
        let large = [
            ("word/document.xml", &part[..]),
            ("word/header1.xml", &part),
            ("word/header2.xml", &part),
            ("word/footer1.xml", &part),
        ];
        for (bytes, words) in [
            (archive(&[("a.txt", b"x")]), "no Word document"),
            (archive(&[("word/document.xml", &big)]), "unpacks to more"),
            (
                archive(&[("word/document.xml", b"<w:p/>")]),
                "holds no text",
            ),
            (whole[..whole.len() / 2].to_vec(), "cut off"),
            (whole[..3].to_vec(), "no Word document"),
            (b"Line cook, $20 an hour".to_vec(), "no Word document"),
            (archive(&many), "5001 parts"),
            (archive(&large), "unpacks to more than 64 MB"),
        ] {
            let reading = crate::document::read("x.docx", &bytes);
            assert!(reading.documents.is_empty());
            let message = &reading.problems[0].message;
            assert_eq!(reading.problems[0].kind, ProblemKind::Unreadable);
            assert!(message.contains(words), "{message}");
        }
    }
}
