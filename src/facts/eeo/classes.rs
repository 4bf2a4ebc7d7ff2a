//! The list of grounds inside a sentence on equal treatment.

use crate::domain::protected_class::ProtectedClass;
use crate::facts::phrases::{Phrases, find, find_from, has, phrases, standing, words};
use crate::facts::statement::{window, window_before};

/// The grounds that a sentence lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct List {
    /// Each once, in text order.
    pub classes: Vec<ProtectedClass>,
    /// It ends in "or any other protected status".
    pub catch_all: bool,
}

/// Words that begin a list of grounds, once it is known that the sentence is
/// about equal treatment.
static INTRODUCTIONS: &Phrases = phrases![
    "without regard" "without attention" "without consideration" "without reference"
    "without distinction" "regardless of" "irrespective of" "no matter" "whatever their" "whatever your" "people of every" "people of all" "on the basis" "on basis of"
    "on the bases" "based on" "based upon" "because of" "on account of" "on grounds of"
    "on the grounds of" "on the ground of" "by reason of" "due to" "when it comes to" "discriminat*"
    "harassment" "independent of" "without bias" "irregardless of" "in spite of" "unabhängig"
    "ungeachtet" "aufgrund" "wegen" "ohne ansehen" "ohne rücksicht" "egal welch*" "peu importe"
    "sans distinction" "sans discrimination" "quel que soit" "quels que soient" "quelle que soit"
    "quelles que soient" "indépendamment" "fondée sur" "fondées sur" "en raison de" "liée à"
    "liées à" "sans égard" "por motivos" "por razón" "por razones" "sin distinción" "sin importar"
    "sin discriminación" "independientemente" "discriminación por" "independentemente"
    "sem distinção" "sem discriminação" "em razão de" "por motivo" "seja qual for"
    "indipendentemente" "senza distinzione" "senza discriminazion*" "a prescindere" "ongeacht"
    "op grond van" "ongehinderd" "bez względu na" "niezależnie od" "ze względu na" "oavsett"
    "på grund av" "uavhengig av" "uanset"
];

/// Between two grounds stand at most this many bytes, unless in brackets.
const WIDEST_GAP: usize = 48;

/// Words behind which no list goes on.
static ENDS: &Phrases = phrases![
    "encourag*" "we" "will" "apply" "please" "contact" "consider" "considered" "if you"
    "in any of its" "this includes" "accommodat*" "our" "in accordance" "such as those" "is" "are"
    "qualified applicants" "benefits" "wir" "nous" "who"
];

/// Grounds whose words alone ("based on ability") are no list of grounds.
static WEAK: &Phrases = phrases![
    "ability" "abilities" "background" "backgrounds" "origin" "origins" "culture" "cultures"
    "education" "language" "languages" "location" "size" "beliefs" "belief" "politics"
];

/// Reads the list in `sentence` (folded) that follows one of the introductions.
pub(super) fn after_introduction(sentence: &str) -> List {
    let mut best = List::default();
    for introduction in standing(sentence, INTRODUCTIONS) {
        let mut from = 0;
        // A sentence with many introductions holds many short lists; three are
        // enough to have met the real one.
        for _ in 0..3 {
            let Some(at) = find_from(sentence, introduction, from) else {
                break;
            };
            let list = behind(&sentence[at.end..]);
            // "…, nor does it discriminate on the basis of sexual orientation": a
            // second list.
            if !best.classes.is_empty() && goes_on(&sentence[..at.start]) {
                for class in list.classes {
                    if !best.classes.contains(&class) {
                        best.classes.push(class);
                    }
                }
                best.catch_all |= list.catch_all;
            } else if list.classes.len() > best.classes.len()
                || best.classes.is_empty() && list.catch_all && !best.catch_all
            {
                best = list;
            }
            from = at.end;
        }
    }
    best
}

/// True if "nor does" stands closely before a list.
fn goes_on(before: &str) -> bool {
    has(
        window_before(before, before.len(), 60),
        phrases!["nor do" "nor does" "nor will" "nor may" "nor shall"],
    )
}

/// Reads a list that begins soon in `tail`.
pub(super) fn behind(tail: &str) -> List {
    let mut list = List::default();
    let mut end = 0;
    let (mut begun, mut firm) = (false, false);
    for (class, range) in ProtectedClass::find_in(tail) {
        if range.start > end {
            let gap = without_brackets(&tail[end..range.start]);
            if gap.len() > WIDEST_GAP || is_end(&gap) {
                break;
            }
        }
        if begun && opens_catch_all(&tail[end..range.start.max(end)]) {
            break;
        }
        begun = true;
        firm |= !WEAK.list().contains(&&tail[range.clone()]);
        end = end.max(range.end);
        if !list.classes.contains(&class) {
            list.classes.push(class);
        }
    }
    if !firm {
        list.classes.clear();
        end = 0;
    }
    list.catch_all = leaves_open(window(tail, end, 160));
    list
}

fn is_end(gap: &str) -> bool {
    gap.contains([';', '!', '?']) || has(gap, ENDS)
}

/// A gap without what stands in brackets in it.
fn without_brackets(gap: &str) -> String {
    let mut depth = 0_usize;
    gap.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// "or any other …" between two phrases: what follows is no ground of its own.
fn opens_catch_all(gap: &str) -> bool {
    has(
        gap,
        phrases!["any other" "other legally" "other protected" "all other"],
    )
}

/// Whether the words behind the last ground leave the list open.
fn leaves_open(tail: &str) -> bool {
    if has(
        window(tail, 0, 24),
        phrases![
            "etc" "and more" "or similar" "among other*" "u.a" "usw" "u.ä" "o.ä"
        ],
    ) {
        return true;
    }
    let general = words![
        "other" "any legally" "any protected" "any status" "any characteristic" "any basis"
        "any classification" "any class" "any category" "any factor" "any ground" "all other"
        "protected characteristic*" "protected attribute*" "protected status" "protected categor*"
        "protected class*" "legally protected" "anderen" "andere" "anderer" "sonstige*" "weitere*"
        "autre" "autres" "otra" "otro" "cualquier" "outra" "outro" "qualquer" "altra" "altro" "andra"
        "inne" "innych" "other non-merit"
    ];
    let nouns = phrases![
        "protected" "law" "laws" "lawful" "unlawful" "legally" "prohibited" "forbidden"
        "characteristic*" "status*" "basis" "bases" "class" "classes" "classification*" "categor*"
        "factor*" "ground*" "trait*" "criteri*" "consideration*" "bias" "attribute*" "condition*"
        "reason*" "aspect*" "merkmal*" "gründe*" "persönlich*" "critère*" "caractéristique*"
        "motif*" "situation" "condición" "circunstancia*" "característica*" "motivo*" "condição"
        "fattor*" "caratteristic*" "cech*" "kenmerk*"
    ];
    general
        .iter()
        .any(|g| find(tail, g).is_some_and(|at| has(window(tail, at.start, 110), nouns)))
}

/// Grounds of a formula: what follows "equal opportunity employer" or "EOE"
/// without a verb, as in `M/F/Disability/Veteran` or `including vets`. A bare
/// letter for disability or veterans does not name it.
pub(super) fn of_formula(tail: &str) -> List {
    let mut list = List::default();
    let mut end = 0;
    let bytes = tail.as_bytes();
    let mut at = 0;
    while at < tail.len().min(160) {
        if !bytes[at].is_ascii_alphanumeric() {
            let c = tail[at..].chars().next().unwrap_or(' ');
            if matches!(c, '.' | ';' | '!' | '?' | '\n') {
                break;
            }
            at += c.len_utf8();
            continue;
        }
        let stop = tail[at..]
            .find(|c: char| !(c.is_alphanumeric() || c == '\''))
            .map_or(tail.len(), |n| at + n);
        let word = &tail[at..stop];
        let Some(meaning) = FORMULA.iter().find(|(w, _)| *w == word) else {
            break;
        };
        if let Some(class) = meaning.1.and_then(ProtectedClass::named)
            && !list.classes.contains(&class)
        {
            list.classes.push(class);
        }
        end = stop;
        at = stop;
    }
    if list.classes.is_empty() {
        // "…, including disability and protected veteran status".
        let plain = behind(tail);
        if !is_end(window(tail, 0, 30)) {
            return plain;
        }
    }
    list.catch_all = leaves_open(window(tail, end, 80));
    list
}

/// Words of formulas, with the ground that each names.
const FORMULA: &[(&str, Option<&str>)] = &[
    ("m", Some("sex")),
    ("f", Some("sex")),
    ("w", Some("sex")),
    ("male", Some("sex")),
    ("males", Some("sex")),
    ("female", Some("sex")),
    ("females", Some("sex")),
    ("women", Some("sex")),
    ("woman", Some("sex")),
    ("men", Some("sex")),
    ("gender", Some("gender")),
    ("sex", Some("sex")),
    ("race", Some("race")),
    ("color", Some("color")),
    ("religion", Some("religion")),
    ("age", Some("age")),
    ("minority", Some("race")),
    ("minorities", Some("race")),
    ("d", None),
    ("v", None),
    ("t", None),
    ("dv", None),
    ("disability", Some("disability")),
    ("disabilities", Some("disability")),
    ("disabled", Some("disability")),
    ("vet", Some("veteran status")),
    ("vets", Some("veteran status")),
    ("veteran", Some("veteran status")),
    ("veterans", Some("veteran status")),
    ("lgbtq", Some("sexual orientation")),
    ("lgbt", Some("sexual orientation")),
    ("individuals", None),
    ("individual", None),
    ("people", None),
    ("persons", None),
    ("with", None),
    ("a", None),
    ("protected", None),
    ("including", None),
    ("includes", None),
    ("of", None),
    ("and", None),
    ("or", None),
    ("eoe", None),
    ("eeo", None),
    ("aa", None),
    ("aap", None),
    ("affirmative", None),
    ("action", None),
    ("employer", None),
    ("status", None),
    ("sexual", Some("sexual orientation")),
    ("orientation", None),
    ("gi", None),
    ("so", None),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &List) -> Vec<&'static str> {
        list.classes.iter().map(|c| c.name()).collect()
    }

    #[test]
    fn a_list_is_read_to_its_end_and_no_further() {
        let cases: &[(&str, &[&str], bool)] = &[
            (
                "we hire without regard to race, sex (including pregnancy, childbirth, or related medical conditions), or any other consideration made unlawful by local laws",
                &["race", "sex", "pregnancy"],
                true,
            ),
            (
                "we do not discriminate because of age or color and encourage veterans and women to apply",
                &["age", "color"],
                false,
            ),
            (
                "decisions are made regardless of protected veteran status (which includes disabled veterans) or disability",
                &["veteran status", "disability"],
                false,
            ),
            (
                "does not discriminate based on religion, disability, or status as a veteran in any of its policies. this includes housing",
                &["religion", "disability", "veteran status"],
                false,
            ),
            (
                "everyone is welcome regardless of where they live",
                &[],
                false,
            ),
            (
                "we do not discriminate on the basis of any protected characteristic",
                &[],
                true,
            ),
            (
                "bewerbungen unabhängig von geschlecht, ethnischer herkunft, religion, behinderung und sonstigen persönlichen merkmalen",
                &["sex", "ethnicity", "religion", "disability"],
                true,
            ),
        ];
        for (sentence, classes, catch_all) in cases {
            let list = after_introduction(sentence);
            assert_eq!(names(&list), *classes, "{sentence}");
            assert_eq!(list.catch_all, *catch_all, "{sentence}");
        }
    }

    #[test]
    fn a_formula_names_only_what_it_spells_out() {
        let cases: &[(&str, &[&str])] = &[
            ("/m/f/d/v", &["sex"]),
            (
                " m/f/disability/veteran",
                &["sex", "disability", "veteran status"],
            ),
            (
                " - minorities/women/disabled/vets",
                &["race", "sex", "disability", "veteran status"],
            ),
            (
                ", including individuals with disabilities and protected veterans.",
                &["disability", "veteran status"],
            ),
            (". join our team of veterans", &[]),
            (" and we celebrate women", &[]),
        ];
        for (tail, classes) in cases {
            assert_eq!(names(&of_formula(tail)), *classes, "{tail}");
        }
    }
}
