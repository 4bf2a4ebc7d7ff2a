//! SARIF 2.1.0 for code scanning and editors, one run with all rules.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

mod rules;

use super::json::to_json;
use super::terminal::safe;
use super::{Checked, Piece, Report, Run, Unread, Wish, details, full_code};
use crate::diagnostic::{Diagnostic, Severity, Suppression, SuppressionOrigin};
use crate::lint::PostingReport;
use crate::text::{Raw, Source, Span};
use rules::Known;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::sync::OnceLock;

/// One log with one run.
#[derive(Debug, Default)]
pub struct Sarif {
    known: OnceLock<Option<Known>>,
}

impl Sarif {
    fn known(&self) -> Option<&Known> {
        self.known.get_or_init(Known::builtin).as_ref()
    }
}

/// The report for `wish`.
pub fn report(_: &Wish) -> Box<dyn Report> {
    Box::<Sarif>::default()
}

/// Against which relative addresses are read: the folder of the run.
const BASE: &str = "%SRCROOT%";

/// The name under which fingerprints stand; the number grows with their recipe.
const FINGERPRINT: &str = "hirelint/v1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: String,
    /// Nothing for a rule of one's own, whose place is not known yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Value,
    locations: [Value; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    partial_fingerprints: Map<String, Value>,
    /// Empty for a finding that nobody accepted; without it a reader would not
    /// know that they are told.
    suppressions: Vec<Value>,
    properties: Value,
}

impl Report for Sarif {
    // The results come before the tool, since the rules are known at the end.
    fn head(&self) -> String {
        "{\n\"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n\
         \"version\": \"2.1.0\",\n\"runs\": [{\n\"columnKind\": \"utf16CodeUnits\",\n\"results\": [\n"
            .to_owned()
    }

    fn file(&self, file: &Checked<'_>) -> Piece {
        let source = &file.report.source;
        let mut results = Vec::new();
        for posting in &file.report.postings {
            for finding in &posting.findings {
                let mut result = result(source, posting, finding);
                let known = self.known();
                result.rule_index =
                    known.and_then(|known| known.index_of(&result.rule_id, file.rules));
                results.push(to_json(&result));
            }
        }
        Piece::body(results.join(self.separator()))
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, run: &Run<'_>) -> String {
        let tool = json!({"driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "shortDescription": {"text": super::NOTICE},
            "rules": self.known().map(|known| known.descriptors(run.rules)),
        }});
        let bases = json!({BASE: {"description": {"text": "The folder in which hirelint ran"}}});
        let notes: Vec<Value> = run.unread.iter().map(notification).collect();
        let invocation = json!({
            "executionSuccessful": notes.is_empty(),
            "toolExecutionNotifications": notes,
        });
        format!(
            "\n],\n\"originalUriBaseIds\": {},\n\"invocations\": [{}],\n\"tool\": {}\n}}]\n}}\n",
            to_json(&bases),
            to_json(&invocation),
            to_json(&tool)
        )
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn result(source: &Source, posting: &PostingReport, finding: &Diagnostic) -> SarifResult {
    let mut primary = location(source, finding.primary.span);
    let key = &posting.posting.key;
    if !key.is_empty() {
        primary["logicalLocations"] = json!([{"fullyQualifiedName": key, "kind": "object"}]);
    }
    let related = finding.related.iter().enumerate().map(|(index, label)| {
        let mut place = location(source, label.span);
        place["id"] = json!(index + 1);
        place["message"] = json!({"text": safe(&label.text)});
        place
    });
    let text = format!("{}\n{}", finding.message, details(finding));
    let mut partial_fingerprints = Map::new();
    partial_fingerprints.insert(
        FINGERPRINT.to_owned(),
        json!(finding.fingerprint.to_string()),
    );
    let title = posting.facts.title.first();
    SarifResult {
        rule_id: full_code(finding),
        rule_index: None,
        level: level(finding.severity),
        message: json!({"text": safe(text.trim_end())}),
        locations: [primary],
        related_locations: related.collect(),
        partial_fingerprints,
        suppressions: finding.suppressed.iter().map(suppression).collect(),
        properties: json!({
            "posting": key,
            "title": title.map(|title| safe(&title.value.text)),
            "laws": finding.authorities.iter().map(|a| &a.law).collect::<Vec<_>>(),
            "write": finding.write,
        }),
    }
}

fn suppression(suppression: &Suppression) -> Value {
    let kind = match suppression.origin {
        SuppressionOrigin::Comment | SuppressionOrigin::FrontMatter => "inSource",
        SuppressionOrigin::Configuration => "external",
    };
    json!({"kind": kind, "status": "accepted", "justification": safe(&suppression.reason)})
}

fn location(source: &Source, span: Span<Raw>) -> Value {
    let start = source.position_utf16(span.start);
    let end = source.position_utf16(span.end);
    json!({"physicalLocation": {
        "artifactLocation": artifact(&source.name),
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    }})
}

fn notification(unread: &Unread) -> Value {
    let mut text = unread.message.clone();
    if let Some(help) = &unread.help {
        let _ = write!(text, " ({help})");
    }
    let mut place = json!({"artifactLocation": artifact(&unread.name)});
    if let Some(at) = unread.at {
        place["region"] = json!({"startLine": at.line});
    }
    json!({
        "level": "error",
        "descriptor": {"id": "not-checked"},
        "message": {"text": safe(&text)},
        "locations": [{"physicalLocation": place}],
    })
}

/// Where a file is: relative to the folder of the run, or absolute.
fn artifact(name: &str) -> Value {
    let path = name.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let has_drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/');
    if has_drive {
        return json!({"uri": format!("file:///{}:{}", &path[..1], encoded(&path[2..]))});
    }
    if path.starts_with('/') {
        return json!({"uri": format!("file://{}", encoded(path))});
    }
    json!({"uri": encoded(path), "uriBaseId": BASE})
}

/// A path as part of an address: everything but unreserved characters and
/// slashes is percent-encoded (RFC 3986).
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        for (path, uri, base) in [
            ("jobs/cook.md", "jobs/cook.md", true),
            ("./jobs/cook.md", "jobs/cook.md", true),
            ("jobs\\cook.md", "jobs/cook.md", true),
            ("a b/é#1?.md", "a%20b/%C3%A9%231%3F.md", true),
            ("javascript:x.md", "javascript%3Ax.md", true),
            ("<stdin>", "%3Cstdin%3E", true),
            ("/tmp/a b.md", "file:///tmp/a%20b.md", false),
            ("C:\\jobs\\cook.md", "file:///C:/jobs/cook.md", false),
        ] {
            let artifact = artifact(path);
            assert_eq!(artifact["uri"], json!(uri), "{path}");
            assert_eq!(artifact.get("uriBaseId").is_some(), base, "{path}");
        }
    }
}
