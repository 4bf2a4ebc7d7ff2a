//! What kind of employment is offered.

mod phrases;

use super::fact::{Attribute, Confidence, Context, Fact, Found, Kind, Value};
use super::fields;
use super::statement::{window, window_before};
use crate::facts::phrases::words;
use crate::posting::Posting;
use crate::text::{Span, View, bare};

/// One statement about the kind of employment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    /// The kind, if the words name one.
    pub kind: Option<EmploymentKind>,
    /// Exempt from overtime pay, or not, where that is said.
    pub exempt: Option<bool>,
}

/// Kinds of employment. A posting may name several ("full-time contract").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EmploymentKind {
    FullTime,
    PartTime,
    Contract,
    Temporary,
    Internship,
    Apprenticeship,
    Volunteer,
    PerDiem,
}

impl EmploymentKind {
    /// The names in rule files and output.
    pub const NAMES: &'static [&'static str] = words![
        "full_time" "part_time" "contract" "temporary" "internship" "apprenticeship" "volunteer"
        "per_diem"
    ];

    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            EmploymentKind::FullTime => "full_time",
            EmploymentKind::PartTime => "part_time",
            EmploymentKind::Contract => "contract",
            EmploymentKind::Temporary => "temporary",
            EmploymentKind::Internship => "internship",
            EmploymentKind::Apprenticeship => "apprenticeship",
            EmploymentKind::Volunteer => "volunteer",
            EmploymentKind::PerDiem => "per_diem",
        }
    }
}

use phrases::{ALL_CUES, EXEMPTION, PHRASES, Reach};

/// Names of fields for the kind of employment.
const NAMES: &[&str] = words![
    "employmenttype" "employmenttypes" "jobtype" "jobemploymenttype" "scheduletype" "timetype"
    "worktype" "positiontype" "contracttype" "contracttime" "contract" "contrat" "commitment" "schedule"
    "appointmenttype" "workschedule" "hours" "typeofemployment" "positionschedule"
    "positionofferingtype" "workerssubtype" "extensions"
];

/// Beginnings of lines for it, in folded form.
const LABELS: &[&str] = words![
    "employment type" "type of employment" "employment" "job type" "position type" "contract type"
    "type of contract" "work type" "schedule" "time type" "job status" "status" "type" "hours" "flsa"
    "commitment" "classification" "contract" "jornada" "tipo de contrato" "contrat" "type de contrat"
    "dienstverband" "anstellungsart" "beschäftigungsart" "vertragsart" "arbeitszeit"
    "tipus de contracte" "duration" "term" "vínculo" "umfattning" "anställningsform"
];

impl Fact for Employment {
    const ABOUT: &'static str = "what kind of employment is offered";
    const CUES: &'static [&'static str] = &ALL_CUES;
    const ATTRIBUTES: &'static [Attribute] = &[
        Attribute {
            name: "kind",
            kind: Kind::Choice(EmploymentKind::NAMES),
            about: "the kind of employment",
        },
        Attribute {
            name: "exempt",
            kind: Kind::Flag,
            about: "exempt from overtime pay; absent where nothing is said",
        },
    ];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        let posting = context.prose.posting;
        let folded = &context.prose.folded;
        let titles: Vec<Span<View>> = context.facts.title.iter().map(|t| t.at).collect();
        let mut found: Vec<Found<Employment>> = Vec::new();
        for hit in context.hits {
            let at = folded.view(hit.range.clone());
            let stands = Stands::at(posting, &titles, at);
            let before = &folded.text()[..hit.range.start];
            let after = &folded.text()[hit.range.end..];
            if let Some((_, kind, reach)) = PHRASES.get(hit.cue) {
                let told = match stands {
                    Stands::Label => Some(Confidence::High),
                    Stands::OtherField => None,
                    Stands::Text => (*reach == Reach::Text && speaks_of_the_job(before, after))
                        .then_some(Confidence::Medium),
                };
                let longer = found.iter().any(|f| f.at.contains(at));
                if let (Some(confidence), false) = (told, longer) {
                    let value = Employment {
                        kind: Some(*kind),
                        exempt: None,
                    };
                    found.push(fields::found_at(posting, value, at).with_confidence(confidence));
                }
            } else if let Some((phrase, exempt)) = EXEMPTION.get(hit.cue - PHRASES.len())
                && stands != Stands::OtherField
                && !(*exempt && is_denied(before, after))
                && (stands == Stands::Label || is_about_overtime(phrase, before, after))
            {
                let value = Employment {
                    kind: None,
                    exempt: Some(*exempt),
                };
                found.push(fields::found_at(posting, value, at));
            }
        }
        for at in fields::panel(posting, &["employment type", "job type"]) {
            let words = posting.document.words(at).to_lowercase();
            for (phrase, kind, _) in PHRASES {
                if words.split([',', '/', ';']).any(|w| w.trim() == *phrase) {
                    let value = Employment {
                        kind: Some(*kind),
                        exempt: None,
                    };
                    found.push(fields::in_furniture(value, at));
                }
            }
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "kind" => Value::text(self.kind.map(EmploymentKind::name)),
            "exempt" => self.exempt.map_or(Value::Absent, Value::Flag),
            _ => Value::Absent,
        }
    }
}

/// The kind of place in which a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// The title, a field or line for the kind of employment, a short line of
    /// nothing else.
    Label,
    /// Another field.
    OtherField,
    /// Running text.
    Text,
}

impl Stands {
    fn at(posting: &Posting, titles: &[Span<View>], at: Span<View>) -> Stands {
        if titles.iter().any(|title| title.contains(at)) {
            return Stands::Label;
        }
        if let Some(field) = posting.field_at(at) {
            let name = fields::name(&field.path);
            // A description among the fields is running text.
            return if NAMES.contains(&name.as_str()) {
                Stands::Label
            } else if field.value.len() > 200 {
                Stands::Text
            } else {
                Stands::OtherField
            };
        }
        if at.start < posting.document.body.start {
            return Stands::OtherField;
        }
        let text = posting.text.as_str();
        let (low, high) = (
            window_before(text, at.start, LINE),
            window(text, at.end, LINE),
        );
        let start = low.rfind('\n').map(|n| at.start - low.len() + n + 1);
        let end = high.find('\n').map(|n| at.end + n);
        let start = start.or((low.len() == at.start).then_some(0));
        let end = end.or((at.end + high.len() == text.len()).then_some(text.len()));
        let (Some(start), Some(end)) = (start, end) else {
            return Stands::Text;
        };
        let line = bare(&text[start..end]).to_lowercase();
        let labelled = LABELS.iter().any(|label| {
            line.strip_prefix(label)
                .is_some_and(|rest| rest.trim_start().starts_with([':', '|', '–', '-']))
        });
        // "Full-time", "Contract, remote", "Denver · Part-time".
        let alone = line.split_whitespace().count() <= 4 && !line.ends_with('.');
        if labelled || alone && begins_or_ends(&line, &text[at.range()]) {
            Stands::Label
        } else {
            Stands::Text
        }
    }
}

/// Bytes of a line that may still be a label.
const LINE: usize = 100;

fn begins_or_ends(line: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    line == words
        || line.strip_prefix(words.as_str()).is_some_and(|r| {
            r.trim_start()
                .starts_with([',', '|', '·', '/', '(', '-', '–'])
        })
        || line
            .strip_suffix(words.as_str())
            .is_some_and(|r| r.trim_end().ends_with([',', '|', '·', '/', '(', '-', '–']))
}

/// False where the words speak of experience, studies, or staff in general
/// ("full-time employees receive …").
fn speaks_of_the_job(before: &str, after: &str) -> bool {
    const AFTER: &[&str] = words![
        "experience" "student" "students" "study" "studies" "enrolled" "enrollment" "degree" "education"
        "employees" "staff" "workers" "team members" "equivalent" "associates" "mba" "master" "phd"
        "university" "program of study" "colleagues" "basis after" "faculty" "hires" "offers" "offer"
        "positions available" "job experience" "work experience" "professional experience"
    ];
    const BEFORE: &[&str] = words![
        "years of" "year of" "years" "+ years" "previous" "prior" "convert to" "conversion to" "lead to"
        "leading to" "non-" "become" "into a" "other" "enrolled" "studying"
    ];
    let after = after.trim_start_matches([' ', ',', '-', '(', ')', '/']);
    let after = after.strip_prefix("or part-time ").unwrap_or(after);
    let before = window_before(before, before.len(), LINE);
    let before = before.rsplit('\n').next().unwrap_or("").trim_end();
    !AFTER.iter().any(|w| after.starts_with(w)) && !BEFORE.iter().any(|w| before.ends_with(w))
}

/// "Non-exempt" is; "exempt" needs words of labor law beside it ("tax-exempt",
/// "exempt from the oath" do not say it).
fn is_about_overtime(phrase: &str, before: &str, after: &str) -> bool {
    const NEAR: &[&str] = words![
        "flsa" "overtime" "salaried" "hourly" "classification" "classified" "position" "status" "role"
    ];
    if phrase != "exempt" {
        return true;
    }
    let near_before = window_before(before, before.len(), 40)
        .rsplit('\n')
        .next()
        .unwrap_or("");
    let near_after = window(after, 0, 24).split('\n').next().unwrap_or("");
    NEAR.iter()
        .any(|w| near_before.contains(w) || near_after.contains(w))
        && !near_after.trim_start().starts_with("from ")
}

/// Whether "exempt" behind these words says the contrary, or speaks of taxes. "Non-exempt"
/// has its own cue, "exempt/non-exempt" says nothing.
fn is_denied(before: &str, after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '/']);
    let rest = rest.strip_prefix("or ").unwrap_or(rest);
    if rest.len() < after.len() && rest.starts_with("non") {
        return true;
    }
    let before = before.trim_end_matches([' ', '-', '\u{2010}', '\u{2011}', '\u{2013}']);
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    matches!(last, Some("non" | "not" | "tax"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::facts::{Facts, Whence};
    use crate::posting::{self, Prose};
    use std::sync::Arc;

    fn read(name: &str, text: &str) -> Vec<Found<Employment>> {
        let mut reading = document::read(name, text.as_bytes());
        let postings = posting::find(Arc::new(reading.documents.remove(0)));
        Facts::read(&Prose::of(&postings[0])).employment
    }

    fn kinds(name: &str, text: &str) -> Vec<&'static str> {
        let mut kinds: Vec<_> = read(name, text)
            .iter()
            .filter_map(|e| e.value.kind.map(EmploymentKind::name))
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    #[test]
    fn the_kind_is_read_from_fields_lines_titles_and_text() {
        for (name, text, expected) in [
            (
                "a.md",
                "---\nemployment_type: FULL_TIME\n---\n\nWe sail.",
                vec!["full_time"],
            ),
            (
                "a.md",
                "---\njob_type: Part-time, Contract\n---\n\nWe sail.",
                vec!["contract", "part_time"],
            ),
            (
                "a.txt",
                "Sailor\n\nEmployment type: Full-time\n\nWe sail.",
                vec!["full_time"],
            ),
            (
                "a.txt",
                "Sailor (part-time)\n\nWe sail on the lake.",
                vec!["part_time"],
            ),
            (
                "a.txt",
                "Sailing Intern, Summer 2027\n\nWe sail on the lake.",
                vec!["internship"],
            ),
            (
                "a.txt",
                "Sailor\n\nThis is a full-time position.",
                vec!["full_time"],
            ),
            (
                "a.txt",
                "Sailor\n\nThis is a 6-month contract to sail.",
                vec!["contract"],
            ),
            (
                "a.txt",
                "Sailor\nAcme\nFull-time\n\nWe sail.",
                vec!["full_time"],
            ),
            (
                "a.txt",
                "Seemann\n\nWir suchen in Vollzeit oder Teilzeit.",
                vec!["full_time", "part_time"],
            ),
            (
                "a.txt",
                "Sailor\n\nOur internships are 12 weeks long.",
                vec!["internship"],
            ),
        ] {
            assert_eq!(kinds(name, text), expected, "{text}");
        }
    }

    #[test]
    fn words_about_experience_and_staff_say_nothing_of_the_job() {
        for text in [
            "Sailor\n\nTwo years of full-time experience at sea.",
            "Sailor\n\nFull-time employees receive a boat.",
            "Sailor\n\nYou are a full-time student.",
            "Sailor\n\nYou read contracts and manage contractors.",
            "Sailor\n\nAn internship at sea is a plus. We give volunteer days.",
            "Sailor\n\nYou travel and receive a per diem for meals.",
        ] {
            assert_eq!(kinds("a.txt", text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn exemption_is_read_where_overtime_is_meant() {
        for (text, expected) in [
            (
                "Sailor\n\nThis is a full-time, non-exempt position.",
                vec![false],
            ),
            ("Sailor\n\nFLSA status: Exempt", vec![true]),
            ("Sailor\n\nThis is an exempt position.", vec![true]),
            ("Sailor\n\nWe are a tax-exempt trust.", vec![]),
            ("Sailor\n\nYou are exempt from duties on Sunday.", vec![]),
        ] {
            let found: Vec<bool> = read("a.txt", text)
                .iter()
                .filter_map(|e| e.value.exempt)
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_boards_panel_speaks_for_the_board() {
        let page = include_str!("../../fixtures/postings/aggregator-page.txt");
        let found = read("page.txt", page);
        let kinds: Vec<_> = found.iter().map(|e| (e.value.kind, e.whence)).collect();
        assert!(kinds.contains(&(Some(EmploymentKind::Internship), Whence::Furniture)));
        assert!(kinds.contains(&(Some(EmploymentKind::Internship), Whence::Text)));
    }
}
