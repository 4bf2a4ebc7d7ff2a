//! Whether one sentence speaks of equal treatment of applicants and employees.

mod against;

use super::Form;
use super::classes::{self, List};
use crate::domain::protected_class::ProtectedClass;
use crate::facts::phrases::{Phrases, find, first, has, phrases, without, words};
use crate::facts::statement::{Units, window, window_before};
use crate::text::bare;

/// What one sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signal {
    pub form: Form,
    /// Where in the sentence, in folded bytes, it begins to say it.
    pub start: usize,
    pub classes: Vec<ProtectedClass>,
    pub catch_all: bool,
    /// It is a heading such as "Equal Opportunity", which says nothing alone.
    pub only_heads: bool,
}

/// Without one of these no sentence is looked at.
pub(super) const CUES: &[&str] = words![
    "equal opportunit*" "equal-opportunit*" "equal employment*" "equal access*" "opportunity employer"
    "equality of opportunit*" "employment equity" "never based on" "not based on" "not on the basis of"
    "less favorabl*" "less favourabl*"
    "whatever their" "whatever your" "people of every" "people of all" "équité en matière d'emploi" "eoe" "eeo"
    "e.o.e" "e.e.o" "eeoc" "without regard" "regardless of" "irrespective of" "without attention to"
    "without consideration" "without distinction" "no matter" "equally" "discriminat*" "nondiscriminat*"
    "antidiscriminat*" "receive consideration" "equal treatment" "equal chance*" "equal consideration"
    "chancengleich*" "gleichbehandl*" "gleichberechtig*" "gleichstellung*" "unabhängig von" "unabhängig ihre*"
    "unabhängig deine*" "ungeachtet" "diskriminier*" "ohne ansehen" "ohne rücksicht" "egal welche*" "égalité"
    "peu importe" "sans distinction" "quel que soit" "quels que soient" "quelle que soit" "quelles que soient"
    "indépendamment" "igualdad*" "sin distinción" "sin importar" "independientemente" "discriminación"
    "discrimina" "independentemente" "sem distinção" "discriminação" "pari opportunità" "ambosessi"
    "ambo i sessi" "entrambi i sessi" "indipendentemente" "senza distinzione" "discriminazion*" "gelijke kansen"
    "gelijke behandeling" "ongeacht" "discrimineer*" "bez względu" "równe szanse" "równych szans"
    "równość szans" "niezależnie od" "dyskrymin*" "oavsett" "lika möjligheter" "lika rättigheter"
    "likabehandling" "diskriminer*"
];

/// Names of the principle.
static PRINCIPLE: &Phrases = phrases![
    "equal opportunit*" "equal-opportunit*" "equal employment*" "equal employee opportunit*"
    "equality of opportunit*" "employment equity" "accès à l'égalité"
    "equal treatment" "équité en matière d'emploi" "equal consideration" "equal chance*" "chancengleich*" "gleichbehandlung*"
    "gleichberechtig*" "égalité des chances" "égalité de traitement" "égalité professionnelle"
    "igualdad de oportunidades" "igualdad de trato" "igualdade de oportunidades" "pari opportunità"
    "gelijke kansen" "gelijke behandeling" "równe szanse" "równych szans" "równość szans"
    "lika möjligheter" "lika rättigheter" "likabehandling"
];

/// What makes an employer of the principle's name.
static EMPLOYER: &Phrases = phrases![
    "employer" "employers" "workplace" "work place" "company" "organization" "organisation"
    "institution" "affirmative action" "educator" "agency" "recruiter" "business" "firm"
    "arbeitgeber*" "employeur*" "empleador*" "empregador*" "empresa" "werkgever" "pracodaw*"
    "arbetsgivare" "provider" "university" "college" "school"
];

/// How a promise of the principle is put.
static PROMISE: &Phrases = phrases![
    "commit*" "provide*" "providing" "offer*" "policy" "policies" "principle*" "ensur*" "promot*" "support*"
    "believe*" "guarantee*" "afford*" "practice*" "proud*" "dedicat*" "strive*" "foster*" "champion*" "aim*"
    "meet*" "works for" "advocate*" "embrace*" "value*" "we are" "we're" "uphold*" "recogni*" "pledge*"
    "has access" "have access" "access to" "deserve*" "statement" "as an" "setzen" "stehen" "fördern"
    "bieten" "legen" "leben" "wichtig" "selbstverständlich" "verpflichte*" "engagier*" "achten" "sichern"
    "engage*" "appliqu*" "souscri*" "œuvre*" "garanti*" "respect*" "promouv*" "favoris*" "attach*" "compromiso" "fomenta*"
    "promueve*" "apuesta*" "comprometi*" "promov*" "impegn*" "biedt" "bieden" "streven" "zapewnia*"
    "wspiera*" "erbjud*" "arbeta*"
];

/// Whom the sentence is about when it is about employment.
static ABOUT_PEOPLE: &Phrases = phrases![
    "treat" "treated" "reward*" "employ*" "applic*" "apply" "candidat*" "hire" "hires" "hiring" "recruit*"
    "job" "jobs" "work" "workforce" "workplace" "qualified" "individual*" "everyone" "talent*" "promotion*"
    "team" "teams" "member" "members" "colleague*" "staff" "join" "welcome*" "anyone" "person" "people"
    "decision*" "associates" "merit" "bewerb*" "mitarbeit*" "menschen" "kandidat*" "einstell*" "alle"
    "personen" "profil*" "collaborat*" "recrutement" "embauche" "personas" "selección" "pessoas" "sollicit*"
    "medewerker*" "iedereen" "kandydat*" "wszystk*" "sökande" "medarbetare" "alla" "persone" "vagas"
    "contratación"
];

/// Whom a service is for: equal treatment of these is not what is looked for.
static ABOUT_OTHERS: &Phrases = phrases![
    "patient*" "customer*" "guest*" "client*" "student*" "resident*" "visitor*" "consumer*" "borrower*"
    "user" "users" "citizens" "children" "readers" "tenant*" "kunden"
];

/// Uses of the words that are no statement: offices, laws, tasks.
static LOOK_ALIKES: &Phrases = phrases![
    "equal opportunity commission" "employment opportunity commission" "eeo commission" "eeoc"
    "opportunity lender" "housing opportunit*" "housing lender" "opportunity specialist"
    "opportunity officer" "opportunity office" "opportunity counselor" "opportunity advisor"
    "eeo officer" "eeo specialist" "eeo counselor" "eeo manager" "eeo coordinator" "eeo investigat*"
    "eeo report*" "eeo complian*" "eeo complaint*" "eeo guidelines" "eeo law*" "eeo regulation*"
    "eeo data" "eeo survey" "eeo categor*" "eeo-1" "eeo1" "eeo training" "eeo goals" "eeo program*"
    "eeo matters" "eeo requirement*" "eeo standards" "opportunity laws" "opportunity regulations"
    "opportunity complaint*" "ground for discrimination" "grounds for discrimination"
    "grounds of discrimination" "prohibited ground*" "opportunity legislation"
    "opportunity investigat*" "opportunity compliance"
];

/// Pointers to a policy elsewhere.
static POLICY: &Phrases = phrases![
    "eeo policy" "eeo is the law" "opportunity is the law" "opportunity policy"
    "opportunities policy" "opportunity statement" "eeo statement"
    "discrimination is against the law" "eeo poster" "know your rights" "eeo commitment"
];

/// Triggers of a list of grounds.
static DISREGARD: &Phrases = phrases![
    "without regard" "regardless of" "irrespective of" "without attention to"
    "without consideration" "without distinction" "without reference to" "no matter" "whatever their" "whatever your" "people of every"
    "people of all" "unabhängig"
    "ungeachtet" "ohne ansehen" "ohne rücksicht" "egal welch*" "peu importe" "sans distinction"
    "sans discrimination" "sans égard" "quel que soit" "quels que soient" "quelle que soit"
    "quelles que soient" "indépendamment" "sin distinción" "sin importar" "independientemente"
    "sin discriminación" "independentemente" "sem distinção" "sem discriminação" "indipendentemente"
    "senza distinzione" "ongeacht" "bez względu na" "niezależnie od" "oavsett"
];

/// Reads unit `index`; nothing if it does not speak of equal treatment.
pub(super) fn of(units: &Units<'_>, index: usize) -> Option<Signal> {
    let text = units.text(index);
    let masked = without(text, LOOK_ALIKES);
    let text = masked.as_deref().unwrap_or(text);
    let work = units.is_about_the_work(index);
    heading(text, units.is_heading(index))
        .or_else(|| employer(text))
        .or_else(|| disregard(text))
        .or_else(|| against::no_discrimination(text, work))
        .or_else(|| against::no_ground(text))
        .or_else(|| if work { None } else { promise(text) })
        .or_else(|| consideration(text))
        .or_else(|| tagline(text))
        .or_else(|| policy(text))
}

/// True if a sentence is of the kind that stands between others about equal
/// treatment.
pub(super) fn is_about_diversity(text: &str) -> bool {
    has(
        text,
        phrases![
            "divers*" "inclusi*" "merit" "equal*" "equit*" "belong*" "respect*" "harassment" "backgrounds"
            "qualified people" "welcom*" "represent*" "perspectives" "vielfalt" "inklusi*" "mixité"
        ],
    )
}

fn signal(form: Form, start: usize, list: List) -> Signal {
    Signal {
        form,
        start,
        classes: list.classes,
        catch_all: list.catch_all,
        only_heads: false,
    }
}

/// "Equal Opportunity", "EEO Statement:" as a heading or a line of its own.
fn heading(text: &str, is_heading: bool) -> Option<Signal> {
    let words = bare(text);
    if words.len() > 70 || text.ends_with('.') {
        return None;
    }
    let named = first(words, PRINCIPLE).or_else(|| {
        first(
            words,
            phrases![
                "eeo" "eoe" "eeoc" "non-discrimination*" "nondiscrimination*"
            ],
        )
    })?;
    // A line of its own that is no sentence: "Equal Employment Opportunities at …".
    let line = named.start == 0
        && !has(words, phrases!["is" "are" "we" "employer" "m" "f"])
        && !has(words, PROMISE);
    let heads = is_heading
        || line
        || text.ends_with(':')
        || has(words, phrases!["statement" "policy" "notice" "commitment"]);
    let employer = has(words, phrases!["employer"]) || has(words, phrases!["eoe"]);
    (heads && !(employer && !is_heading && !text.ends_with(':')) && named.start < 50).then(|| {
        Signal {
            form: if employer { Form::Tagline } else { Form::Link },
            start: 0,
            classes: Vec::new(),
            catch_all: false,
            only_heads: true,
        }
    })
}

/// "… is an equal opportunity employer", with what it lists.
fn employer(text: &str) -> Option<Signal> {
    let named =
        first(text, PRINCIPLE).or_else(|| first(text, phrases!["eeo" "opportunity employer"]))?;
    let tail = &text[named.start..];
    let noun = first(window(tail, 0, 110), EMPLOYER)?;
    // "equal opportunity to every employer", "equal opportunities in our company":
    // no preposition may stand between the two.
    let between = &tail[..noun.start];
    if has(
        between,
        phrases![
            "to" "for" "in" "at" "within" "across" "with" "from" "throughout" "by" "of" "the"
        ],
    ) {
        return None;
    }
    let mut list = classes::after_introduction(text);
    let formula = classes::of_formula(&tail[noun.end..]);
    let inner = classes::of_formula(
        between.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | '-')),
    );
    if list.classes.is_empty() {
        list.catch_all |= formula.catch_all && !formula.classes.is_empty();
    }
    for class in formula.classes.into_iter().chain(inner.classes) {
        if !list.classes.contains(&class) {
            list.classes.push(class);
        }
    }
    let told = has(
        text,
        phrases![
            "is" "are" "am" "as an" "be" "being" "we" "ist" "sind" "est" "sommes" "es" "somos" "é" "do not"
            "does not" "who" "remain*"
        ],
    );
    let form = if told { Form::Statement } else { Form::Tagline };
    Some(signal(form, named.start, list))
}

/// "without regard to" and a list of grounds.
fn disregard(text: &str) -> Option<Signal> {
    let at = first(text, DISREGARD)?;
    // "We encourage people of all ages to apply" is an invitation.
    if text[at.clone()].starts_with("people") && !has(text, phrases!["welcome" "equal*"]) {
        return None;
    }
    let list = classes::after_introduction(text);
    let enough = list.classes.len() >= 2 || list.catch_all;
    let about_people = has(text, ABOUT_PEOPLE);
    let hired = has(
        text,
        phrases!["employ*" "applic*" "candidat*" "hire" "hiring" "recruit*" "bewerb*"],
    );
    let about_others = has(text, ABOUT_OTHERS) && !hired;
    let near = window(text, at.end, 200);
    (enough
        && about_people
        && !about_others
        && (list.classes.len() >= 2 || has(near, phrases!["protected" "law"])))
    .then(|| signal(Form::Statement, at.start, list))
}

/// A promise of equal opportunity that does not call anybody an employer.
fn promise(text: &str) -> Option<Signal> {
    let named = first(text, PRINCIPLE)?;
    let list = classes::after_introduction(text);
    let around = has(text, PROMISE) && has(text, ABOUT_PEOPLE_OR_US);
    let about_others =
        has(text, ABOUT_OTHERS) && !has(text, phrases!["employ*" "applic*" "candidat*" "hiring"]);
    let asked = has(
        window_before(text, named.start, 60),
        phrases![
            "knowledge of" "understanding of" "familiar*" "experience" "awareness of" "ability to"
        ],
    );
    (list.classes.len() >= 2 || around && !about_others && !asked)
        .then(|| signal(Form::Statement, named.start, list))
}

static ABOUT_PEOPLE_OR_US: &Phrases = phrases![
    "employ*" "applic*" "candidat*" "hiring" "recruit*" "all" "everyone" "we" "our" "us" "team*" "people"
    "individual*" "staff" "colleague*" "workplace" "workforce" "wir" "unser*" "uns" "alle*" "bewerb*" "nous"
    "university" "college" "council" "trust" "ville" "notre" "nos" "tous" "toutes" "nuestr*" "todas" "todos" "empresa" "nosso*" "nossa*" "wij" "onze"
    "iedereen" "wszystk*" "alla" "vi" "tutti"
];

/// "All qualified applicants will receive consideration for employment".
fn consideration(text: &str) -> Option<Signal> {
    let at = find(text, "receive consideration")?;
    let whole = has(
        window_before(text, at.start, 60),
        phrases!["applicants" "candidates" "individuals" "applications"],
    ) && has(
        window(text, at.end, 60),
        phrases!["for employment" "without" "regardless"],
    );
    whole.then(|| signal(Form::Statement, at.start, classes::after_introduction(text)))
}

/// "EOE", "EOE/M/F/D/V", "EEO/AA", and the Italian formulas.
fn tagline(text: &str) -> Option<Signal> {
    if has(
        text,
        phrases!["ambosessi" "ambo i sessi" "entrambi i sessi"],
    ) {
        let mut list = List::default();
        list.classes.extend(ProtectedClass::named("sex"));
        return Some(signal(Form::Tagline, 0, list));
    }
    if let Some(at) = first(text, phrases!["eoe" "e.o.e" "m/f/eoe"]) {
        return Some(signal(
            Form::Tagline,
            at.start,
            classes::of_formula(&text[at.end..]),
        ));
    }
    let at = first(text, phrases!["eeo" "e.e.o"])?;
    if bare(text) == "eeo" {
        return Some(signal(Form::Tagline, 0, List::default()));
    }
    let tail = &text[at.end..];
    let list = classes::of_formula(tail);
    let joined = has(
        window(tail, 0, 12),
        phrases!["aa" "m" "f" "employer" "minorit*"],
    );
    (joined
        || !list.classes.is_empty()
            && tail.starts_with(['/', ' ', ',', ':'])
            && !has(text, PROMISE))
    .then(|| signal(Form::Tagline, 0, list))
}

/// True for words that name a policy elsewhere.
pub(super) fn is_policy(text: &str) -> bool {
    has(text, POLICY)
}

/// "See our EEO policy".
fn policy(text: &str) -> Option<Signal> {
    let at = first(text, POLICY)?;
    let before = window_before(text, at.start, 40);
    let task = has(
        before,
        phrases![
            "compliance with" "adhere*" "enforce*" "develop*" "implement*" "administer*"
            "according to" "write" "draft" "update" "maintain" "publish"
        ],
    );
    (!task).then(|| signal(Form::Link, at.start, List::default()))
}
