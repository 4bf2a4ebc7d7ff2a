//! Drafts: a title and a line or two about the job, or front matter that says what
//! the job is.

use super::{opening, outline};
use crate::document::{Document, Origin};
use crate::posting::lines::Line;

/// What a posting speaks of, each with its words; a draft has some of it.
const POINTS: &[&[&str]] = &[
    &[
        "apply",
        "send your",
        "resume",
        "résumé",
        "jobs@",
        "careers@",
        "hr@",
        "bewerb",
        "postul",
        "candidature",
        "candidatura",
        "currícul",
        "cv naar",
        "cv à ",
        "cv a ",
        "cv na ",
        "cv prosimy",
        "cv para",
        "cv an ",
        "応募",
        "ansök",
        "ansøg",
        "søknad",
        "sollicit",
        "aplik",
        "reageer",
        "hakemu",
    ],
    &[
        "full-time",
        "full time",
        "part-time",
        "part time",
        "seasonal",
        "m/w/d",
        "h/f",
        "f/h",
        "w/m/d",
        "m/v",
        "teilzeit",
        "befristet",
        "temps plein",
        "temps partiel",
        " cdi",
        " cdd",
        "tempo pieno",
        "tempo indeterminato",
        "tempo determinato",
        "jornada",
        "contrato a t",
        "contrato indefinido",
        "independent contractor",
        "tempo inteiro",
        "voltijd",
        "deeltijd",
        "uur per week",
        " etat",
        "umowa o pracę",
        "heltid",
        "deltid",
        "fuldtid",
        "fast stilling",
        "tillsvidare",
        "kokoaikai",
        "osa-aikai",
        "vakituinen",
        "正社員",
        "アルバイト",
    ],
    &[
        "hiring",
        "looking for",
        "seeking",
        "wanted",
        "we need",
        "join our",
        "join us",
        "suchen",
        "recherch",
    ],
    &["you will", "you'll", "you have", "sie führen", "you sell"],
    &[
        "equal opportunit",
        "equal-opportunit",
        "eoe",
        "equal employment",
    ],
    &[
        "dental",
        "401(k)",
        "401k",
        "pto",
        "paid time off",
        "vacation",
        "health insurance",
        "sick leave",
        "sick days",
        "prestaciones de ley",
        "days holiday",
        "holiday pay",
        "urlaub",
        "mutuelle",
        "plano de saúde",
        "社会保険",
    ],
    &[
        "closing:",
        "closing date",
        "closes",
        "deadline",
        "window closes",
        "apply by",
        "frist",
        "date limite",
        "fecha límite",
        "scadenza",
        "sluitingsdatum",
        "ansökningsdag",
        "hakuaika",
        "inscrições",
        "締切",
    ],
    &[
        "shift",
        "hrs/week",
        "hours a week",
        "hours per week",
        "勤務時間",
        "vollzeit",
        "pensum",
    ],
];

/// Of others than employers too.
#[rustfmt::skip]
const SEEKS: &[&str] = &[
    " sucht ", "gesucht", " recherche ", " busca ", " buscamos ", "buscamos ", " cerca ", "cerchiamo ", " procura ",
    "procuramos ", " zoekt ", "zoeken ", "poszukuj", " zatrudni", " söker ", " søger ", " søker ", " etsii ", " hakee ",
    "haemme ", "etsimme ", "solicito ", " solicita ", " contrata ",
];

/// Labels of the lines of a draft.
const LABELS: &[&str] = &[
    "location",
    "salary",
    "pay",
    "pay range",
    "salary range",
    "compensation",
    "comp",
    "cpm",
    "job type",
    "employment type",
    "company",
    "employer",
    "position",
    "job title",
    "position title",
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
    "ubicación",
    "salario",
    "sueldo",
    "sede",
    "standplaats",
    "salaris",
    "lokalizacja",
    "wynagrodzenie",
    "lön",
    "løn",
    "lønn",
    "sijainti",
    "palkka",
    "jahreslohn",
    "monatslohn",
    "rémunération",
    "remuneración",
    "remuneração",
    "ral",
    "sede di lavoro",
    "miejsce pracy",
    "勤務地",
    "雇用形態",
    "給与",
    "時給",
    "月給",
    "勤務時間",
    "仕事内容",
];

/// Front matter with a title, pay, and a place or a kind of employment.
pub(super) fn is_labelled_draft(document: &Document) -> bool {
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
pub(super) fn is_draft(document: &Document, lines: &[Line<'_>], enough: usize) -> bool {
    let opening = opening::signs(document, lines);
    let Some((head, lines)) = lines.split_first() else {
        return false;
    };
    let view = document.view.to_lowercase();
    if announces(head) && !has(&view, &["i am ", "i'm ", "i’m ", "my rate"]) {
        return true;
    }
    // Pay says most; in other languages news speak of it in the same words.
    let pay = match () {
        () if names_pay(&view, PAY) => 2,
        () => usize::from(names_pay(&view, PAY_ABROAD)),
    };
    let label = lines.iter().any(is_labelled);
    // "Denver, CO"; a bare name on a line may be anybody's.
    let is_place = |line: &Line<'_>| line.text.contains(", ") && opening::is_place(line.text);
    let place = lines.iter().any(is_place);
    let points = POINTS.iter().filter(|words| has(&view, words)).count();
    // Shelters seek homes, and towns ideas.
    let titled = outline::names_doer(head.text) || names_share(head.text);
    let seeks = match pay + points {
        0 => 0,
        _ if seeks_doer(&view) => 2,
        _ => usize::from(titled && has(&view, SEEKS)),
    };
    let points = points + seeks;
    // "You ride and mend fences." … "Call Jo, 303-555-0100": a task, and somebody to call.
    let calls = lines.iter().any(|line| line.text.starts_with("You "))
        && lines.last().is_some_and(|line| is_number_to_call(line));
    let points = points + usize::from(calls);
    let found = pay + usize::from(label) + usize::from(place).max(opening) + points;
    // An advert of one paragraph has no line for its title.
    let is_title =
        head.words(13) <= 12 && !head.ends_sentence() || opening::title_field(document).is_some();
    found >= if is_title { enough } else { enough + 1 }
}

/// "Se busca camarero/a": somebody is sought by the name of the job.
fn seeks_doer(view: &str) -> bool {
    const NEAR: usize = 3;
    SEEKS.iter().any(|seek| {
        view.match_indices(seek).any(|(at, _)| {
            let mut behind = view[at + seek.len()..].split_whitespace().take(NEAR);
            behind.any(|word| outline::names_doer(word) && !word.starts_with(char::is_numeric))
        })
    })
}

/// "Pflegefachperson 80-100 %": a title with the share of full time.
fn names_share(title: &str) -> bool {
    let before = title.trim_end().strip_suffix('%').map(str::trim_end);
    before.is_some_and(|title| title.ends_with(|c: char| c.is_ascii_digit()))
}

/// True for a line such as "Call Jo, 303-555-0100".
fn is_number_to_call(line: &Line<'_>) -> bool {
    let calls = ["Call ", "Text "].iter().any(|v| line.text.starts_with(v));
    calls && line.is_short() && line.text.bytes().filter(u8::is_ascii_digit).count() >= 7
}

fn has(view: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| view.contains(phrase))
}

/// What makes an amount pay.
const PAY: &[&str] = &[
    "hour", "/hr", "p/h", "year", "/yr", "month", "week", "per day", "/day", "per mile", "pay",
    "salary", "comp:", "lpa", "p.a.", "stipend",
];

/// An amount by the month alone may be a rent.
#[rustfmt::skip]
const PAY_ABROAD: &[&str] = &[
    "brut ", "bruts", "bruto", "brutto", "netto", "lordi", "salari", "salaire", "salário", " lohn", "stundenlohn", "monatslohn", "gehalt", "lön", "løn", "palkka", "/kk",
    "wynagrodzenie", "stipendio", "retribuzione", "stunde", "timen", "sueldo", "/hora", "por hora", "ral:", "jahreslohn", "月給", "時給", "年収", "per time", "per uur", "par heure", "l'heure", "all'ora",
];

/// True if there is an amount of money, and a word that makes it pay.
fn names_pay(view: &str, words: &[&str]) -> bool {
    const MONEY: &[&str] = &[
        " zł", " kr", " euro", "eur ", "円", "chf", "pln", "usd", "k to ", "k-", "k –",
    ];
    // "R24 500"
    let rand = |at: usize| view[at + 2..].starts_with(|c: char| c.is_ascii_digit());
    let rands = || view.match_indices(" r").any(|(at, _)| rand(at));
    (view.contains(['$', '€', '£', '₹', '¥']) || has(view, MONEY) || rands())
        && view.contains(|c: char| c.is_ascii_digit())
        && has(view, words)
}

/// True for a line with one of the labels.
fn is_labelled(line: &Line<'_>) -> bool {
    let head = line.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    // In a table the value is the next cell.
    let label = head
        .split_once([':', '：', '|'])
        .map_or("", |(label, _)| label);
    LABELS.iter().any(|l| l.eq_ignore_ascii_case(label.trim()))
}

/// An advert of one paragraph begins with what it is: "HELP WANTED: a baker for …".
fn announces(line: &Line<'_>) -> bool {
    let head = line.text.split_once(':').map_or("", |(head, _)| head);
    let head = head.trim_matches(|c: char| !c.is_alphanumeric());
    [
        "for hire",
        "help wanted",
        "hiring",
        "now hiring",
        "hiring now",
        "job opening",
        "job opportunity",
    ]
    .iter()
    .any(|opening| opening.eq_ignore_ascii_case(head))
}
