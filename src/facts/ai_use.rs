//! Statements about artificial intelligence in hiring. It does not know the
//! notices that laws prescribe.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, first, has, phrases, words};
use super::statement::{self, window_before};

/// A statement about artificial intelligence in hiring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AiUse {
    /// Whose use it is about.
    pub by: By,
}

/// Who uses artificial intelligence in hiring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The employer, to find, sort or judge applicants.
    Employer,
    /// Applicants, in their application or interview.
    Applicant,
}

impl By {
    /// The name in rule files and output.
    pub fn name(self) -> &'static str {
        match self {
            By::Employer => "employer",
            By::Applicant => "applicant",
        }
    }
}

impl Fact for AiUse {
    const ABOUT: &'static str = "a statement about artificial intelligence in hiring";
    const CUES: &'static [&'static str] = words![
        "ai" "a.i" "ais" "artificial intelligence" "automated employment*" "automated decision*"
        "automated tool*" "automated system*" "automated screening" "automated processing" "automated means"
        "aedt" "chatgpt" "llm" "llms" "large language model*" "machine learning" "algorithm*" "chatbot*" "ki"
        "künstliche intelligenz" "künstlicher intelligenz" "ia" "intelligence artificielle"
        "inteligencia artificial" "inteligência artificial" "sztuczn* inteligenc*" "software that ranks"
        "software that screens" "software that sorts" "software that scores" "software that reads"
        "ranked automatically" "screened automatically" "scored automatically" "automatically screened"
        "automatically scored" "automatically rank*" "automated ranking" "automatic ranking" "automated scoring"
        "automatic scoring" "automatic screening"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "by",
        kind: Kind::Choice(&["employer", "applicant"]),
        about: "whose use it is about",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let mut found: Vec<Found<Self>> = Vec::new();
        let mut last = None;
        for index in units.with(context.hits) {
            let text = units.text(index);
            let Some((by, start)) = judge(text, units.is_about_the_work(index)) else {
                continue;
            };
            let next = last == Some((index.wrapping_sub(1), by));
            match found.last_mut() {
                Some(before) if next && units.neighbours(index - 1, index) => {
                    before.at = before.at.cover(units.get(index).span);
                }
                _ => found.push(statement::found(
                    context,
                    AiUse { by },
                    units.tight(index, start),
                )),
            }
            last = Some((index, by));
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "by" => Value::text(Some(self.by.name())),
            _ => Value::Absent,
        }
    }
}

/// What is used.
static TOOLS: &Phrases = phrases![
    "ai" "a.i" "ai-*" "ais" "artificial intelligence" "automated employment decision*"
    "automated decision*" "automated tool*" "automated system*" "automated screening"
    "automated processing" "automated means" "aedt" "chatgpt" "llm" "llms" "large language model*"
    "machine learning" "algorithm*" "chatbot*" "ki" "ki-*" "künstliche intelligenz"
    "künstlicher intelligenz" "ia" "intelligence artificielle" "inteligencia artificial"
    "inteligência artificial" "software that ranks" "software that screens" "software that sorts"
    "software that scores" "software that reads" "ranked automatically" "screened automatically"
    "scored automatically" "automatically ranked" "automatically screened" "automatically scored"
    "automatically rank*" "automated ranking" "automatic ranking" "automated scoring"
    "automatic scoring" "automatic screening"
];

/// The process in which the employer uses it.
static HIRING: &Phrases = phrases![
    "recruitment" "recruiting" "recruit" "hiring" "selection process*" "selection decision*"
    "application process*" "candidate selection" "interview process" "interview notes" "screen" "screens"
    "screening" "shortlist*" "evaluate applic*" "evaluating applic*" "assess applic*" "assessing applic*"
    "resumes" "candidates" "applicants" "applications" "your application" "your materials" "your resume"
    "your résumé" "your cv" "résumés" "application materials" "bewerbungsprozess*" "bewerbungen"
    "auswahlverfahren" "recrutement" "candidatures" "selección" "candidaturas" "recrutamento"
];

/// How a use by the employer is put.
static USES: &Phrases = phrases![
    "use" "uses" "using" "used" "utilize*" "utilise*" "leverage*" "employs" "assist" "assists" "assisted"
    "support" "supports" "help us" "may help" "helps us" "help our" "helps our" "are ranked" "are scored"
    "are screened" "with the help of" "nutzen" "nutzt" "verwenden" "verwendet" "setzen" "einsatz"
    "utilisons" "utiliza*" "usa*" "relies on"
];

/// The firm itself speaks, or is spoken of, in its own hiring.
static OURS: &Phrases = phrases![
    "our recruit*" "our hiring" "our selection" "our application*" "our interview*" "its recruit*"
    "its hiring" "its selection" "the recruit*" "the hiring*" "the selection*" "the application*"
    "the screening*" "the interview*" "part of" "your application" "your materials"
    "your resume" "your résumé" "your cv" "job applications" "applicants"
    "candidates" "this role" "this position" "this job" "this vacancy" "parts of" "unser*"
    "im bewerbungsprozess*" "notre" "nuestr*" "nosso*" "recruitment process*" "hiring process*"
];

/// AI as the product or as the work.
static WORK: &Phrases = phrases![
    "our platform" "our product*" "our software" "our customers" "our clients" "companies" "businesses" "platform uses"
    "product uses" "helps employers" "help employers" "we build"
    "we're building" "we are building" "you will" "you'll" "experience" "startup" "start-up"
    "recruiting platform" "hiring platform" "recruiting software" "for recruiters" "models" "train"
    "training" "engineer*" "developer*" "solutions" "research*"
];

/// Where applicants might use it.
static APPLYING: &Phrases = phrases![
    "application" "applications" "interview" "interviews" "interviewing" "cover letter*" "resume*" "cv"
    "assessment*" "take-home" "take home" "coding test*" "coding challenge*" "technical test*"
    "written responses" "your answers" "your responses" "at any point in the process" "recruitment process"
    "hiring process" "bewerbung*" "candidature" "candidatura" "anschreiben"
];

/// What applicants are told about it.
static TOLD: &Phrases = phrases![
    "not use" "don't use" "not be used" "not permitted" "not allowed" "prohibit*" "refrain" "avoid"
    "without the use" "without using" "without the help" "without assistance" "grounds for" "disqualif*"
    "reject*" "misrepresent*" "is permitted" "are permitted" "is allowed" "are allowed" "may use"
    "welcome to use" "feel free to use" "encourage you to use" "guidelines on" "guidance on"
    "guidelines for" "policy on" "use of" "your own words" "own thinking" "generated by" "ai-generated*"
    "written by ai" "rather than ai" "not ai" "if you use" "responsibl*" "candidates who use"
    "candidates using" "verzichte*" "nicht" "n'utilisez pas" "no utilice*"
];

/// Whose use the sentence is about, if it is about hiring, and where it begins
/// to speak of it.
fn judge(text: &str, work: bool) -> Option<(By, usize)> {
    let tool = first(text, TOOLS)?;
    let start = tool.start;
    // "No AI is used to screen": nothing is used.
    let before = text[..start].trim_end();
    if before == "no" || before.ends_with(" no") {
        return None;
    }
    if &text[tool.clone()] == "aedt" && is_time_zone(text, start) {
        return None;
    }
    if has(text, phrases!["automated employment decision*" "aedt"]) && !work {
        return Some((By::Employer, start));
    }
    let product = has(text, WORK);
    let applying = has(text, APPLYING) && has(text, TOLD);
    let speaks_to_applicants = has(
        text,
        phrases![
            "you" "your" "please" "candidates" "applicants" "candidate" "applicant" "du" "sie"
            "vous" "application" "interview*"
        ],
    );
    let by_us = has(
        window_before(text, tool.start, 70),
        phrases![
            "we use" "uses" "may use" "we utilize*" "we leverage" "utilizes" "we employ" "wir nutzen"
            "wir setzen" "nous utilisons" "we do not use" "does not use" "we also use" "may utilize"
            "may leverage" "applications are screened" "applications are reviewed" "applications are ranked"
            "resumes are screened"
        ],
    );
    let employer = has(text, USES) && has(text, HIRING) && (by_us || has(text, OURS));
    let told_not = has(
        text,
        phrases![
            "please do not" "please don't" "do not use" "don't use" "not permitted" "prohibited"
            "grounds for" "refrain" "your own" "you may use" "if you use" "guidelines on"
            "your application"
        ],
    ) && !by_us;
    // A ban is no duty, also where a text without headings goes on from duties.
    let asked = if work {
        told_not
    } else {
        told_not || !(employer || product)
    };
    if applying && speaks_to_applicants && !by_us && asked {
        return Some((By::Applicant, start));
    }
    // "Interviews are summarized by an AI note taker".
    let noted = has(text, phrases!["interview*"])
        && has(
            text,
            phrases![
                "note taker*" "note-taker*" "notetaker*" "note taking" "note-taking" "take notes"
                "transcri*" "summar*" "recorded"
            ],
        );
    ((employer || noted) && !product && !work).then_some((By::Employer, start))
}

/// "5pm AEDT": the daylight time of eastern Australia.
fn is_time_zone(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '(']);
    let last = before.rsplit(' ').next().unwrap_or("");
    last.starts_with(|c: char| c.is_ascii_digit())
        || ["am", "pm", "a.m.", "p.m.", "midnight", "noon"].contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read;

    #[test]
    fn use_in_hiring_is_told_by_who_uses_it() {
        let cases = [
            ("We use AI tools in our recruiting process.", By::Employer),
            ("We use AI to screen applications.", By::Employer),
            (
                "Applications are screened with the help of AI.",
                By::Employer,
            ),
            (
                "Oak Bakery uses an automated employment decision tool.",
                By::Employer,
            ),
            (
                "Artificial intelligence may be used to screen candidates for this role.",
                By::Employer,
            ),
            (
                "AI tools may help our team review your materials.",
                By::Employer,
            ),
            (
                "We use software that ranks résumés; you may opt out.",
                By::Employer,
            ),
            (
                "Interviews are transcribed by an AI note taker.",
                By::Employer,
            ),
            (
                "We do not use AI to assess applicants in our hiring process.",
                By::Employer,
            ),
            (
                "Please do not use AI to write your application.",
                By::Applicant,
            ),
            (
                "The use of ChatGPT during interviews is not permitted.",
                By::Applicant,
            ),
            (
                "We have guidelines on using AI in your application and interview.",
                By::Applicant,
            ),
        ];
        for (text, by) in cases {
            let found = read::<AiUse>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.by, by, "{text}");
        }
    }

    #[test]
    fn ai_as_product_tool_or_skill_is_none() {
        let cases = [
            "We use generative AI to help bakers plan their day.",
            "Our AI platform helps companies hire candidates.",
            "Experience using AI throughout the recruiting workflow.",
            "You will use AI coding assistants every day.",
            "AI Engineer wanted.",
            "No AI is used to screen applicants.",
            "Write an AI note taker that summarizes interviews for our customers.",
            "Results are ranked automatically by relevance.",
            "Machine learning engineers build the models behind our search.",
            "Ability to use AI tools to review applications of math.",
        ];
        for text in cases {
            assert_eq!(read::<AiUse>(text), [], "{text}");
        }
    }
}
