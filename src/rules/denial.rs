//! Words that their own sentence takes back: "no age limit", "citizenship is
//! not required". A wording is not found there.

use crate::posting::Prose;
use crate::text::{Pattern, Span, View};

/// How far from a place, in bytes, the words that deny it are looked for.
const REACH: usize = 80;

/// What denies the words right behind it. Between the two stand only words that
/// carry the denial on, so that "not remote, men only" denies nothing.
static BEFORE: Pattern = Pattern::new(concat!(
    r#"\b(?:no|not|never|nor|needn't|don't|doesn't|isn't|aren't|won't)"#,
    r#"(?: +(?:longer|even|ever|an?|any|the|your|our|this|us|you|we|to|of|for|on|be|is|are|do|have|run"#,
    r#"|limited|restricted|looking|seeking|hiring|asks?|asking|require[ds]?|requiring|requirement|need|needed"#,
    r#"|want|prefer|favou?r|demand|request|conduct|perform|use|send|include|submit"#,
    r#"|upper|lower|maximum|formal|fixed|set|strict|such|specific|mandatory)\b){0,5} +["'*]*$"#
));

/// What denies the words right before it.
static BEHIND: Pattern = Pattern::new(concat!(
    r#"["'*]*(?: +(?:is|are|was|will|would|shall|does|do|need|should|may))?"#,
    r#"(?: +not|(?:n't)|(?: +(?:isn't|aren't|won't|doesn't|don't|needn't)))(?: +(?:be|an?|by itself|automatically|necessarily))*"#,
    r#" +(?:required|needed|necessary|mandatory|must|requirement|requested|asked|expected|imposed|condition|bar|barrier"#,
    r#"|disqualify|disqualif(?:ier|ication)|exclude|prevent|apply here)\b"#,
    r#"|["'*)]* ?[:=-] *["'*]*(?:none|no|n/a|not applicable|not required|no limit)\b["'*]* *(?:[.,;)|\n]|$)"#,
));

/// True if the words around `at` in its sentence deny it.
pub(super) fn is_denied(prose: &Prose<'_>, at: Span<View>) -> bool {
    let folded = &prose.folded;
    let here = folded.range(at);
    let sentence = folded.range(prose.sentence_at(at.start).cover(at));
    let before = sentence.start.max(here.start.saturating_sub(REACH))..here.start;
    let behind = here.end..sentence.end.min(here.end.saturating_add(REACH));
    BEFORE.is_match(folded, before)
        || BEHIND
            .find(folded, behind)
            .is_some_and(|found| found.range.start == here.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::posting;

    #[test]
    fn words_are_denied_by_those_right_around_them() {
        for (text, expected) in [
            ("No guru", true),
            ("There is no upper guru here.", true),
            ("You need not be a guru.", true),
            ("You don't have to be a guru.", true),
            ("We will never ask for a guru.", true),
            ("Not limited to a guru", true),
            ("No \"guru\" policy", true),
            ("A guru is not required.", true),
            ("Guru not needed.", true),
            ("A guru isn't a requirement.", true),
            ("Being a guru does not automatically disqualify you.", true),
            ("Guru: none", true),
            ("Guru (no)", false),
            ("Guru: no doubt", false),
            ("A guru", false),
            ("Not remote, guru only", false),
            ("Travel: no\n\nGuru required", false),
            ("Not here. Guru only.", false),
            ("No remote guru", false),
            ("Not only a guru", false),
            ("A guru, and a degree is not required.", false),
            ("A guru who is not late", false),
        ] {
            let posting = posting(text);
            let prose = Prose::of(&posting);
            let start = posting
                .text
                .to_lowercase()
                .find("guru")
                .expect("it is there");
            let at = Span::new(start, start + "guru".len());
            assert_eq!(is_denied(&prose, at), expected, "{text:?}");
        }
    }
}
