//! Phrases that tell what kind of text a text is. It does not weigh them.

use crate::document::Document;
use crate::text::Scanner;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::LazyLock;

/// Bytes of the text that are searched for signs; nobody hides them deeper.
const SEARCHED: usize = 64 * 1024;

/// What a phrase tells about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    /// Said to applicants for one job.
    Hiring,
    /// Said of work, and of programs, licences and rules of conduct too.
    Work,
    /// Said of job adverts in general.
    Guide,
    /// Said of a list that readers keep up together.
    List,
    /// Says that the job is not open, or not always.
    Profile,
    /// Announces several jobs.
    Several,
    /// Said of work without pay and of offices that are filled by a search:
    /// little of it sounds like hiring, and only beside a way to answer it counts.
    Call,
}

/// The different phrases of the text, each once.
pub(super) fn signs(document: &Document) -> HashSet<(Sign, usize)> {
    let view = &document.view;
    let mut end = view.len().min(SEARCHED);
    while !view.is_char_boundary(end) {
        end -= 1;
    }
    let text = view[..end].to_ascii_lowercase();
    let (scanner, meanings) = &*PHRASES;
    let mut signs = HashSet::new();
    // Of phrases that begin together the longest, and none within another.
    let mut last = (0..0, 0);
    let _: ControlFlow<()> = scanner.each(&text, |_, hit| {
        if hit.range.start >= last.0.end {
            signs.extend(meanings.get(last.1).filter(|_| !last.0.is_empty()));
            last = (hit.range, hit.cue);
        } else if hit.range.start == last.0.start && hit.range.end > last.0.end {
            last = (hit.range, hit.cue);
        }
        ControlFlow::Continue(())
    });
    signs.extend(meanings.get(last.1).filter(|_| !last.0.is_empty()));
    signs
}

/// The phrases, and for each its sign and its place in the table.
static PHRASES: LazyLock<(Scanner, Vec<(Sign, usize)>)> = LazyLock::new(|| {
    let mut needles = Vec::new();
    let mut meanings = Vec::new();
    let table = TABLE
        .iter()
        .flat_map(|(sign, phrases)| phrases.iter().map(move |phrase| (*sign, *phrase)));
    for (place, (sign, phrase)) in table.enumerate() {
        let needle = match phrase.strip_suffix('|') {
            Some(words) => words.to_owned(),
            None => format!("{phrase}*"),
        };
        if phrase.contains('\'') {
            needles.push(needle.replace('\'', "\u{2019}"));
            meanings.push((sign, place));
        }
        needles.push(needle);
        meanings.push((sign, place));
    }
    (Scanner::new([needles]), meanings)
});

/// Phrases begin where words do, or behind a star anywhere; a bar marks where a word
/// ends: "poste|" is not found in "posted".
const TABLE: &[(Sign, &[&str])] = &[
    (
        Sign::Hiring,
        &[
            "looking for",
            "seeking",
            "is hiring",
            "taking applications",
            "accepting applications for",
            "are hiring",
            "now hiring",
            "join our",
            "ideal candidate",
            "successful candidate",
            "years of experience",
            "years' experience",
            "years experience",
            "equal opportunity",
            "equal employment",
            "full-time",
            "full time",
            "fulltime",
            "part-time",
            "part time",
            "salary",
            "this position",
            "this role",
            "the role",
            "reports to",
            "reporting to",
            "candidates",
            "applicants",
            "per hour",
            "internship",
            "job title",
            "job type",
            "posting date",
            // German
            "wir suchen",
            "suchen wir",
            "*bewerb",
            "ihr profil",
            "dein profil",
            "m/w/d",
            "wir bieten",
            "*berufserfahrung",
            "*ausbildung",
            // French
            "nous recherchons",
            "recrut",
            "candidat",
            "compétences",
            "salaire",
            "télétravail",
            // Spanish, Catalan
            "buscamos",
            "contrato",
            "vacante",
            "ofrecemos",
            "salario",
            "jornada",
            "puesto",
            "salari",
            // Dutch
            "wij zoeken",
            "zoeken wij",
            "ben jij",
            "*solliciteer",
            "*sollicitatie",
            "*werkzaamheden",
            "wij bieden",
            "*vacature",
            // Polish
            "poszukuj",
            "*wymagania",
            "oferujemy",
            "obowi",
            "wynagrodzenie",
            "aplik",
            // Italian, Portuguese
            "cerchiamo",
            "candidatura",
            "vaga|",
            "estágio",
            "buscamos",
            // Swedish, Danish
            "vi söker",
            "*ansökan",
            "*tjänsten",
            "*arbetsuppgifter",
            "*anställning",
            "*ansøgning",
            "stilling",
            // Chinese, Japanese
            "*职位",
            "*岗位",
            "*任职",
            "*招聘",
            "*薪",
            "*待遇",
            "*简历",
            "*募集",
            "*応募",
            "*給与",
            "*勤務",
            "*歓迎",
        ],
    ),
    (
        Sign::Call,
        &[
            "unpaid",
            "without pay",
            "(volunteer)",
            "volunteer role",
            "volunteer position",
            "volunteer opportunity",
            "for volunteers",
            "no experience needed",
            "no experience necessary",
            "we train you",
            "we will train you",
            "training is provided",
            "training are provided",
            "background check",
            "academic credit",
            "course credit",
            "writing sample",
            "two references",
            "three references",
            "letter of interest",
            "letters of interest",
            "hours a week",
            "hours per week",
            "hours a month",
            "hours per month",
            "our client",
            "has retained",
            "retained by",
            "retained search",
            "executive search",
            "search firm",
            "nominations",
            "confidential inquir",
            "inquiries",
            "its next",
        ],
    ),
    (
        Sign::Work,
        &[
            "you will",
            "you'll",
            "seeks",
            "join us",
            "responsible for",
            "responsibilities",
            "qualifications",
            "requirements",
            "apply",
            "compensation",
            "degree",
            "benefits",
            "experience in",
            "experience with",
            "proficien",
            "we offer",
            "minimum of",
            "preferred",
            "ability to",
            "knowledge of",
            // Other languages
            "recherche",
            "profil|",
            "vous ",
            "expérience",
            "missions|",
            "poste|",
            "requisitos",
            "funciones",
            "experiencia",
            "*functie",
            "*ervaring",
            "praca|",
            "experiência",
            "benefícios",
            "requisiti",
            "esperienza",
            "*erfarenhet",
            "*要求",
            "*必須",
            "*aufgaben",
            "*kenntnisse",
            "funcions",
            "requisits",
        ],
    ),
    (
        Sign::Guide,
        &[
            "most employers",
            "most firms",
            "most companies",
            "job seekers",
            "job seeker",
            "your cv",
            "your covering letter",
            "job adverts",
            "job descriptions",
            "hiring managers often",
            "interview tips",
            "recruiters often",
            "recruiters will",
            "a job description",
            "in this article",
            "in this guide",
            "in this chapter",
            "this template",
            "copy and paste",
            "write a job",
            "writing a job",
            "job ad ",
            "table of contents",
            "frequently asked interview",
        ],
    ),
    (
        Sign::List,
        &[
            "pull request",
            "this repository",
            "this repo",
            "star this",
            "contributing",
            "list of companies",
            "list of jobs",
            "list of job",
            "job board",
            "table of contents",
            "awesome-",
            "back to top",
            "updated daily",
            "last updated",
            "maintained by",
            "open an issue",
            "license",
        ],
    ),
    (
        Sign::Profile,
        &[
            "when we're hiring for this role",
            "when we are hiring for this role",
            "when we hire for this role",
            "this role profile",
            "this job profile describes",
            "we are not currently hiring",
            "we're not currently hiring",
            "we aren't currently hiring",
            "this position has been filled",
            "this job is no longer available",
            "this position is no longer available",
            "no longer accepting applications",
            "no open positions at this time",
            "there are no open positions",
            "there are currently no open positions",
            "currently no vacancies",
            "no jobs found",
            "page not found",
            "inga lediga jobb",
        ],
    ),
    (
        Sign::Several,
        &[
            "two new",
            "three new",
            "four new",
            "five new",
            "six new",
            "several new",
            "these new roles",
            "these new positions",
            "these positions",
            "these roles",
            "the following positions",
            "the following roles",
            "the following jobs",
            "the following openings",
            "following vacancies",
            "each position",
            "each role",
            "job openings",
            "job opportunities",
            "open positions",
            "open roles",
            "current openings",
            "current vacancies",
            "see below for descriptions",
            "new team members",
        ],
    ),
];
