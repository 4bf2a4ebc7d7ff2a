//! Questions about what applicants earn or earned. It does not know where
//! asking is forbidden.

use super::fact::{Attribute, Context, Fact, Found, Kind, Value};
use super::phrases::{Phrases, first, has, phrases, words};
use super::statement::{self, window, window_before};

/// A mention of applicants' current or past pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SalaryHistory {
    /// The posting asks for it; false where it says that nobody asks.
    pub asked: bool,
}

impl Fact for SalaryHistory {
    const ABOUT: &'static str = "a mention of applicants' current or past pay";
    const CUES: &'static [&'static str] = words![
        "salary history" "salary histories" "salary requirements/history" "salary requirement/history" "compensation history" "wage history" "pay history"
        "earnings history" "remuneration history" "history of salary" "current salary"
        "salary requirements and history" "salary requirements & history" "salary requirements or history"
        "salary requirement and history" "what you earn now" "what you earn today"
        "what you currently earn" "what you make now" "what you make today" "what you currently make"
        "current salaries" "current compensation" "current pay" "current wage*"
        "current remuneration" "current ctc" "current package" "present salary" "present ctc"
        "previous salary" "previous salaries" "previous pay" "previous compensation" "past salary"
        "past salaries" "past pay" "past compensation" "prior salary" "prior pay"
        "prior compensation" "last salary" "last drawn*" "most recent salary" "current and expected"
        "current & expected" "present and expected" "current/expected" "current earnings"
        "bisheriges gehalt" "aktuelles gehalt" "derzeitiges gehalt" "jetziges gehalt"
        "salaire actuel" "rémunération actuelle" "dernier salaire" "salario actual" "último salario"
        "salário atual" "huidig salaris" "nuvarande lön"
    ];
    const ATTRIBUTES: &'static [Attribute] = &[Attribute {
        name: "asked",
        kind: Kind::Flag,
        about: "the posting asks for it; false where it says that nobody asks",
    }];

    fn read(context: &Context<'_>) -> Vec<Found<Self>> {
        if context.hits.is_empty() {
            return Vec::new();
        }
        let units = context.units;
        let mut found: Vec<Found<Self>> = Vec::new();
        for index in units.with(context.hits) {
            let text = units.text(index);
            if let Some((asked, start)) = judge(text) {
                found.push(statement::found(
                    context,
                    SalaryHistory { asked },
                    units.tight(index, start),
                ));
            }
        }
        found
    }

    fn attribute(&self, name: &str) -> Value<'_> {
        match name {
            "asked" => Value::Flag(self.asked),
            _ => Value::Absent,
        }
    }
}

/// Pay of the past or of another job.
static PAST_PAY: &Phrases = phrases![
    "salary history" "salary histories" "salary requirements/history" "salary requirement/history" "compensation history" "wage history" "pay history"
    "earnings history" "remuneration history" "history of salary" "current salary"
    "salary requirements and history" "salary requirements & history" "salary requirements or history"
    "salary requirement and history" "what you earn now" "what you earn today"
    "what you currently earn" "what you make now" "what you make today" "what you currently make"
    "current salaries" "current compensation" "current pay" "current wage*" "current remuneration"
    "current ctc" "current package" "present salary" "present ctc" "previous salary"
    "previous salaries" "previous pay" "previous compensation" "past salary" "past salaries"
    "past pay" "past compensation" "prior salary" "prior pay" "prior compensation" "last salary"
    "last drawn*" "most recent salary" "current and expected" "current & expected"
    "present and expected" "current/expected" "current earnings" "bisheriges gehalt"
    "aktuelles gehalt" "derzeitiges gehalt" "jetziges gehalt" "salaire actuel"
    "rémunération actuelle" "dernier salaire" "salario actual" "último salario" "salário atual"
    "huidig salaris" "nuvarande lön"
];

/// How it is asked for.
static ASKED: &Phrases = phrases![
    "send" "include" "including" "provide" "submit" "state" "mention" "indicate" "please" "disclose" "share"
    "specify" "tell" "let us know" "attach" "enclose" "give" "list" "your" "required" "must" "along with"
    "together with" "email" "angeben" "nennen" "bitte" "ihr" "dein" "indiquer" "précisez" "votre" "indique"
    "envíe" "su" "expected"
];

/// Whether past pay is asked for (or said not to be), and where; nothing where
/// the words are about something else.
fn judge(text: &str) -> Option<(bool, usize)> {
    let at = first(text, PAST_PAY)?;
    let before = window_before(text, at.start, 110);
    let after = window(text, at.end, 60);
    let denied = has(
        before,
        phrases![
            "not" "never" "neither" "nor" "without" "prohibit*" "*n't" "cannot" "refrain" "avoid" "illegal*"
            "unlawful*" "ban" "bans" "no"
        ],
    );
    if denied
        && has(
            text,
            phrases![
                "ask*" "request*" "require*" "inquir*" "consider*" "rely" "seek*" "solicit*" "need*"
                "provide" "include" "disclos*" "share" "base*" "use"
            ],
        )
    {
        return Some((false, at.start));
    }
    // "The current salary range of this position" is the employer's.
    let offered = has(
        after,
        phrases![
            "range" "ranges" "scale" "scales" "band" "bands" "for this" "of this" "structure"
            "grade" "schedule" "philosophy" "offering" "is $*"
        ],
    ) && !has(window_before(text, at.start, 8), phrases!["your"]);
    let weighed = has(
        before,
        phrases!["based on" "commensurate" "depending on" "depends on" "factors"],
    );
    (!offered && !weighed && has(text, ASKED)).then_some((true, at.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::statement::testing::read;

    #[test]
    fn past_pay_is_asked_for_or_said_not_to_be() {
        let cases = [
            ("Please include your salary history.", true),
            ("Send your salary requirements and history.", true),
            ("Tell us what you earn now.", true),
            ("Send your resume with current and expected salary.", true),
            ("State your current CTC in the mail.", true),
            ("Bitte nennen Sie Ihr aktuelles Gehalt.", true),
            (
                "We neither ask for nor consider the salary history of applicants.",
                false,
            ),
            ("Please do not include your salary history.", false),
        ];
        for (text, asked) in cases {
            let found = read::<SalaryHistory>(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].value.asked, asked, "{text}");
        }
    }

    #[test]
    fn expectations_and_the_employers_own_pay_are_none() {
        let cases = [
            "Please send your salary expectations.",
            "The current salary range for this position is $50,000 to $60,000.",
            "Our current compensation philosophy is simple.",
            "Salary requirements must be included.",
        ];
        for text in cases {
            assert_eq!(read::<SalaryHistory>(text), [], "{text}");
        }
    }
}
