//! The outline of a short posting, in whatever language: a title, and under headings of
//! their own what somebody will do and what they need for it.

use super::opening;
use crate::document::Document;
use crate::posting::lines::Line;
use crate::posting::phrases::{self, Fit};
use crate::posting::{Role, is_marked, names_job, vocabulary};
use std::borrow::Cow;

/// Bytes of the longest text that is told by its outline.
const LONGEST: usize = 2500;

/// Words of the longest title.
const WORDS: usize = 8;

/// The place stands in one of so many lines.
const HEAD: usize = 6;

/// So much of an outline makes a posting.
const ENOUGH: usize = 4;

/// Headings that homework, programs, courses and outings have as well as jobs: they count
/// half of what "Was dich erwartet" counts.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "activities", "challenges", "deliverables", "duties", "goals", "impact", "mission", "objectives", "project overview",
    "purpose", "role", "scope", "tasks", "the challenge", "the mission", "the project", "the work", "languages", "language",
    "technology", "technologies", "tools", "requirements", "prerequisites", "required", "required skills", "skills",
    "eligibility", "knowledge", "experience", "education", "basics", "what to expect", "what you can expect", "what we do",
    "about the project", "about the program", "about the programme", "deadline", "benefits", "perks", "rates", "rate",
    "aufgaben", "tätigkeiten", "das erwartet dich", "was dich erwartet", "was sie erwartet", "darum geht es",
    "voraussetzungen", "anforderungen", "kenntnisse", "fähigkeiten", "profil", "leistungen", "unsere leistungen",
    "activités", "missions", "tâches", "compétences", "prérequis", "formation", "expérience", "exigences", "avantages",
    "actividades", "funciones", "responsabilidades", "tareas", "requisitos", "perfil", "conocimientos", "beneficios",
    "attività", "requisiti", "profilo", "competenze", "responsabilità", "taken", "eisen", "profiel", "je taken",
    "zadania", "obowiązki", "wymagania", "oczekiwania", "benefity", "atividades", "tarefas", "funções", "missão",
    "benefícios", "uppdraget", "om uppdraget", "krav", "opgaver", "oppgaver", "kompetencer", "kompetanse", "stillingen",
    "tehtävät", "vaatimukset", "osaaminen", "edut", "förmåner", "ce que vous allez faire", "wat ga je doen", "qué harás",
];

/// Headings that say nothing.
const EMPTY: &[&str] = &[
    "overview",
    "summary",
    "description",
    "descripción",
    "descrizione",
    "descrição",
    "opis",
];

/// Endings of words for who does a job that English words for it have not.
#[rustfmt::skip]
const DOERS: &[&str] = &[
    "ière", "ère", "ien", "enne", "erin", "kraft", "koch", "mann", "frau", "comptable", "responsable",
    "ero", "era", "dora", "ista", "ario", "aria", "endente", "istente", "gerente", "técnico", "técnica", "tecnico",
    "tecnica", "iere", "iera", "trice", "aio", "impiegato", "impiegata", "eiro", "eira", "kundige", "arz", "wca",
    "nik", "owy", "owa", "are", "erska", "ør", "ör", "nom", "gog", "kok", "kokk", "kock",
    "ija", "ijä", "äjä", "yjä", "taja", "uri", "kokki", "nomi",
];

/// Whether a title stands over headings of a posting's points, and what is said of a job
/// outweighs what is said of anything.
pub(super) fn is_outlined(document: &Document, lines: &[Line<'_>]) -> bool {
    if document.view.len() > LONGEST {
        return false;
    }
    let Some((title, rest)) = lines.split_first() else {
        return false;
    };
    if title.ends_sentence() || title.words(WORDS + 1) > WORDS || role(title).is_some() {
        return false;
    }
    // The best heading of each role.
    let weight = |wanted: Role| {
        let of_role = rest.iter().filter(|line| role(line) == Some(wanted));
        of_role.map(weight).max().unwrap_or_default()
    };
    let (work, asked) = (weight(Role::Duties), weight(Role::Requirements));
    let given = weight(Role::Benefits).max(weight(Role::Pay));
    let points = [work, asked, given].into_iter().filter(|w| *w > 0);
    if points.count() < 2 {
        return false;
    }
    let said = work + asked + given;
    let place = |line: &Line<'_>| {
        let (_, value) = line.text.split_once(": ").unwrap_or(("", line.text));
        // "Negozio Fiore, Lecce"
        let last = || value.rsplit_once(", ").map_or(value, |(_, last)| last);
        line.words(WORDS) < WORDS && (opening::names_place(value) || opening::names_place(last()))
    };
    let placed = || rest.iter().take(HEAD).any(place);
    let marked = if is_marked(title.text) { 2 } else { 0 };
    let enough = |found: usize| found >= ENOUGH;
    let named = usize::from(names_doer(title.text)).max(marked);
    enough(said + named) || enough(said + named + usize::from(placed()))
}

/// What a heading counts.
fn weight(line: &Line<'_>) -> usize {
    let key = heading(line);
    match () {
        () if EMPTY.contains(&key.as_ref()) => 0,
        () if COMMON.contains(&key.as_ref()) => 1,
        () => 2,
    }
}

/// What a line is about that is a heading and no more, or a label before its words:
/// "Mansioni: telefono, agenda".
fn role(line: &Line<'_>) -> Option<Role> {
    let key = (!line.bullet).then(|| heading(line))?;
    let (role, fit) = vocabulary::role(&key)?;
    (fit == Fit::Whole).then_some(role)
}

/// The heading of a line, in the form of the phrase tables.
fn heading<'l>(line: &'l Line<'_>) -> Cow<'l, str> {
    match line.text.split_once(": ") {
        Some((label, _)) => Cow::Owned(phrases::key(label)),
        None if line.is_short() => Cow::Borrowed(&line.key),
        None => Cow::Borrowed(""),
    }
}

/// Whether the first or last word of a title ends as words for people at work do.
pub(super) fn names_doer(title: &str) -> bool {
    let lower = title.to_lowercase();
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let does = |word: &str| {
        let ends = |end: &str| word.len() > end.len() && word.ends_with(end) || word == end;
        names_job(word) || DOERS.iter().any(|end| ends(end))
    };
    words.next().is_some_and(does) || words.next_back().is_some_and(does)
}
