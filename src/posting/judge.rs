//! Whether a text is a job posting at all, or an index of jobs, a guide, a
//! blog post, a role profile, an empty shell.

use super::Role;
use super::lines::Line;
use super::sections::Heading;
use crate::document::{BlockKind, Document, Origin};
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Fewer words than this are no posting, unless structured fields say so.
const FEW_WORDS: usize = 25;

/// Up to so many bytes a text that is no full posting may be the draft of one.
const SHORT: usize = 1200;

/// So many different signs of a posting make one.
const ENOUGH: usize = 3;

/// Bytes of the text that are searched for signs; nobody hides them deeper.
const SEARCHED: usize = 64 * 1024;

/// What a phrase tells about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sign {
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
}

/// True unless there is good evidence that the text is no posting.
pub(super) fn is_posting(document: &Document, lines: &[Line<'_>], headings: &[Heading]) -> bool {
    let origins = |wanted: &[Origin]| document.fields.iter().any(|f| wanted.contains(&f.origin));
    if origins(&[Origin::JsonLd, Origin::Microdata]) {
        return true;
    }
    if is_template(lines) || is_index(document, lines) {
        return false;
    }
    let words: usize = lines
        .iter()
        .map(|l| l.words(FEW_WORDS))
        .take(FEW_WORDS)
        .sum();
    let record =
        origins(&[Origin::Feed]) && document.fields.len() >= 3 || is_labelled_draft(document);
    if words < FEW_WORDS && !record {
        return is_draft(document, lines, 2);
    }
    let found = signs(document);
    let count = |sign: Sign| found.iter().filter(|(s, _)| *s == sign).count();
    if count(Sign::Profile) > 0 {
        return false;
    }
    let titles = headings
        .iter()
        .filter(|h| h.role.is_none() && matches!(h.level, 2 | 3))
        .count();
    if count(Sign::Several) >= 2 && titles >= 2 {
        return false;
    }
    let roles: HashSet<Role> = headings.iter().filter_map(|h| h.role).collect();
    let speaking = roles
        .iter()
        .filter(|role| !matches!(role, Role::Company | Role::Legal | Role::Other))
        .count();
    let hiring = count(Sign::Hiring) + count(Sign::Work) + speaking;
    if count(Sign::List) >= 2 && speaking < 2 || count(Sign::Guide) >= 3 && hiring < 12 {
        return false;
    }
    let clear = count(Sign::Hiring) + speaking;
    let speaks_of_a_job = clear >= 2 || clear == 1 && hiring > ENOUGH;
    let enough = if speaks_of_a_job { 2 } else { 3 };
    let draft = || document.view.len() < SHORT && is_draft(document, lines, enough);
    record || (hiring >= ENOUGH && speaks_of_a_job || draft()) && !is_musing(document)
}

/// Front matter with a title, pay, and a place or a kind of employment.
fn is_labelled_draft(document: &Document) -> bool {
    let has = |names: &[&str]| {
        document.fields.iter().any(|field| {
            let name = field.path.rsplit('.').next().unwrap_or_default();
            let name = name.to_ascii_lowercase().replace(['_', '-'], " ");
            field.origin == Origin::FrontMatter && names.contains(&name.as_str())
        })
    };
    let pay = &[
        "salary",
        "salary range",
        "pay",
        "pay range",
        "compensation",
        "comp",
        "wage",
        "wages",
        "rate",
        "pay rate",
        "hourly rate",
        "base salary",
        "remuneration",
    ];
    let work = &[
        "location",
        "locations",
        "employment type",
        "job type",
        "workplace",
        "remote",
    ];
    has(&["title", "job title", "position"]) && has(pay) && has(work)
}

/// A title and a line or two about the job: somebody begins to write. `enough`
/// signs make it one.
fn is_draft(document: &Document, lines: &[Line<'_>], enough: usize) -> bool {
    let mut lines = lines.iter();
    let Some(title) = lines.next() else {
        return false;
    };
    let is_title = title.words(13) <= 12 && !title.ends_sentence();
    let view = document.view.to_lowercase();
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| view.contains(phrase));
    let money = view.contains(['$', '€', '£', '₹', '¥']) || has(&[" zł", "chf", "pln", "usd"]);
    let thousands = view.contains("k to ") || view.contains("k-") || view.contains("k –");
    let money = (money || thousands) && view.contains(|c: char| c.is_ascii_digit());
    let pay = money
        && has(&[
            "hour", "/hr", "year", "/yr", "month", "week", "per day", "pay", "salary", "lpa",
            "p.a.",
        ]);
    let label = lines.any(|line| {
        let head = line.text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let label = head.split_once(':').map_or("", |(label, _)| label);
        DRAFT_LABELS
            .iter()
            .any(|l| l.eq_ignore_ascii_case(label.trim()))
    });
    let points = [
        pay,
        pay,
        label,
        has(&[
            "apply",
            "send your",
            "resume",
            "résumé",
            "jobs@",
            "careers@",
            "hr@",
            "bewerb",
            "postul",
        ]),
        has(&[
            "full-time",
            "full time",
            "part-time",
            "part time",
            "m/w/d",
            "h/f",
        ]),
        has(&[
            "hiring",
            "looking for",
            "seeking",
            "wanted",
            "join our",
            "join us",
            "suchen",
            "recherch",
        ]),
        has(&["you will", "you'll", "you have", "sie führen", "you sell"]),
        has(&[
            "equal opportunit",
            "equal-opportunit",
            "eoe",
            "equal employment",
        ]),
        has(&[
            "dental",
            "401(k)",
            "401k",
            "pto",
            "paid time off",
            "vacation",
            "health insurance",
            "sick leave",
            "days holiday",
            "holiday pay",
            "urlaub",
            "mutuelle",
            "plano de saúde",
            "社会保険",
        ]),
        has(&[
            "closing:",
            "closing date",
            "closes",
            "deadline",
            "window closes",
            "apply by",
            "frist",
            "inscrições",
            "締切",
        ]),
        has(&[
            "shift",
            "hrs/week",
            "hours a week",
            "hours per week",
            "勤務時間",
            "vollzeit",
            "pensum",
        ]),
    ];
    let points = points.iter().filter(|point| **point).count();
    // An advert of one paragraph has no line for its title.
    points >= if is_title { enough } else { enough + 2 }
}

/// Labels of the lines of a draft.
const DRAFT_LABELS: &[&str] = &[
    "location",
    "salary",
    "pay",
    "pay range",
    "salary range",
    "compensation",
    "job type",
    "employment type",
    "company",
    "employer",
    "position",
    "job title",
    "title",
    "wage",
    "hours",
    "ctc",
    "grade",
    "closes",
    "closing date",
    "standort",
    "arbeitsort",
    "lohn",
    "local",
    "salário",
    "rate",
    "gehalt",
    "lieu",
    "salaire",
];

/// One person's thoughts on hiring: "I" throughout, and no way to apply, no
/// contract and no pay.
fn is_musing(document: &Document) -> bool {
    const OFTEN: usize = 6;
    let body = &document.view[document.body.range()];
    let alone = |at: &usize| {
        let (before, after) = (&body[..*at], &body[at + 1..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let mut first_person = memchr::memchr_iter(b'I', body.as_bytes()).filter(alone);
    if first_person.nth(OFTEN - 1).is_none() {
        return false;
    }
    let lower = body.to_lowercase();
    ![
        "apply",
        "@",
        "resume",
        "résumé",
        "salary",
        "per hour",
        "full-time",
        "full time",
        "hiring",
        "join ",
        "candidate",
        "contact me",
        "http",
    ]
    .iter()
    .any(|sign| lower.contains(sign))
}

/// Unfilled placeholders and little else.
fn is_template(lines: &[Line<'_>]) -> bool {
    let (filled, open): (Vec<_>, Vec<_>) = lines.iter().partition(|l| {
        let may_begin = memchr::memchr2(b'{', b'<', l.text.as_bytes()).is_some();
        let marks = ["{{", "{$", "{%", "<%"];
        !(may_begin && marks.iter().any(|mark| l.text.contains(mark)))
    });
    open.len() >= 3 && filled.iter().map(|l| l.words(80)).sum::<usize>() < 80
}

/// Most lines are links, or rows of a table with a link each.
fn is_index(document: &Document, lines: &[Line<'_>]) -> bool {
    const MANY: usize = 10;
    if document.links.len() < MANY {
        return false;
    }
    let mut links = document.links.iter().peekable();
    let mut linked = 0;
    let mut counted = 0;
    for line in lines {
        while links.next_if(|l| l.span.end <= line.span.start).is_some() {}
        let mut inside = 0;
        while let Some(link) = links.next_if(|l| l.span.start < line.span.end) {
            inside += link.span.len();
        }
        let item = matches!(
            line.kind,
            BlockKind::ListItem(_) | BlockKind::Cell { .. } | BlockKind::Heading(_)
        );
        let leads = inside * 10 >= line.span.len() * 6 || inside > 0 && item && line.words(40) < 40;
        counted += 1;
        linked += usize::from(leads);
    }
    linked >= MANY && linked * 10 >= counted * 6
}

/// The different phrases of the text, each once.
fn signs(document: &Document) -> HashSet<(Sign, usize)> {
    let view = &document.view;
    let mut end = view.len().min(SEARCHED);
    while !view.is_char_boundary(end) {
        end -= 1;
    }
    let (automaton, meanings) = &*PHRASES;
    automaton
        .find_iter(&view[..end])
        .map(|found| meanings[found.pattern().as_usize()])
        .collect()
}

/// Makes the phrases ready.
pub(super) fn prepare() {
    LazyLock::force(&PHRASES);
}

/// The phrases, each with its sign and its place in the table.
static PHRASES: LazyLock<(AhoCorasick, Vec<(Sign, usize)>)> = LazyLock::new(|| {
    let mut needles = Vec::new();
    let mut meanings = Vec::new();
    let table = TABLE
        .iter()
        .flat_map(|(sign, phrases)| phrases.iter().map(move |phrase| (*sign, *phrase)));
    for (place, (sign, phrase)) in table.enumerate() {
        needles.push(phrase.to_owned());
        meanings.push((sign, place));
        if phrase.contains('\'') {
            needles.push(phrase.replace('\'', "\u{2019}"));
            meanings.push((sign, place));
        }
    }
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .ascii_case_insensitive(true)
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .build(needles)
        .expect("the phrases fit an automaton");
    (automaton, meanings)
});

const TABLE: &[(Sign, &[&str])] = &[
    (
        Sign::Hiring,
        &[
            "looking for",
            "seeking",
            "is hiring",
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
            "bewerb",
            "ihr profil",
            "dein profil",
            "m/w/d",
            "wir bieten",
            "berufserfahrung",
            "ausbildung",
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
            "solliciteer",
            "sollicitatie",
            "werkzaamheden",
            "wij bieden",
            "vacature",
            // Polish
            "poszukuj",
            "wymagania",
            "oferujemy",
            "obowi",
            "wynagrodzenie",
            "aplik",
            // Italian, Portuguese
            "cerchiamo",
            "candidatura",
            "vaga",
            "estágio",
            "buscamos",
            // Swedish, Danish
            "vi söker",
            "ansökan",
            "tjänsten",
            "arbetsuppgifter",
            "anställning",
            "ansøgning",
            "stilling",
            // Chinese, Japanese
            "职位",
            "岗位",
            "任职",
            "招聘",
            "薪",
            "待遇",
            "简历",
            "募集",
            "応募",
            "給与",
            "勤務",
            "歓迎",
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
            "profil",
            "vous ",
            "expérience",
            "missions",
            "poste",
            "requisitos",
            "funciones",
            "experiencia",
            "functie",
            "ervaring",
            "praca",
            "experiência",
            "benefícios",
            "requisiti",
            "esperienza",
            "erfarenhet",
            "要求",
            "必須",
            "aufgaben",
            "kenntnisse",
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
