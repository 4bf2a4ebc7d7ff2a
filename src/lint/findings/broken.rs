//! Parts of the file that could not be read → findings.

use super::as_loud_as_wanted;
use crate::diagnostic::{Diagnostic, Fingerprint, Label, Severity};
use crate::lint::{BROKEN_DATA, Settings};
use crate::posting::Posting;
use crate::text::Span;

/// Findings about parts of the file that could not be read.
pub(in crate::lint) fn of_broken_parts<'a>(
    posting: &'a Posting,
    settings: &'a Settings,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let problems = posting.document.problems.iter();
    problems
        .filter_map(|problem| Some((problem, problem.kind.finding()?)))
        .map(|(problem, (id, why))| Diagnostic {
            code: BROKEN_DATA.into(),
            problem: id.into(),
            severity: Severity::Warning,
            message: problem.message.clone(),
            why: Some(why.into()),
            help: problem.help.clone(),
            write: None,
            primary: Label {
                span: problem.span.unwrap_or(Span::empty(0)),
                text: String::new(),
            },
            related: Vec::new(),
            authorities: Vec::new(),
            conflicts: Vec::new(),
            posting: posting.key.clone(),
            fingerprint: Fingerprint::of(BROKEN_DATA, id, "", &problem.message),
            suppressed: None,
        })
        .filter(|finding| settings.wants_finding(finding))
        .map(|finding| as_loud_as_wanted(finding, settings))
}
