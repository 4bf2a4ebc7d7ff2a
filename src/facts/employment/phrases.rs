//! Phrases that name kinds of employment, in the languages of postings.

use super::EmploymentKind;

/// Where a phrase may stand to speak of this job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Anywhere.
    Text,
    /// In the title, in a field or line for the kind of employment.
    Label,
}

use EmploymentKind::{
    Apprenticeship, Contract, FullTime, Internship, PartTime, PerDiem, Temporary, Volunteer,
};
use Reach::{Label, Text};

/// Phrases with their kind; in folded form.
pub(super) const PHRASES: &[(&str, EmploymentKind, Reach)] = &[
    ("full-time", FullTime, Text),
    ("full time", FullTime, Text),
    ("fulltime", FullTime, Text),
    ("full_time", FullTime, Text),
    ("vollzeit", FullTime, Text),
    ("temps plein", FullTime, Text),
    ("jornada completa", FullTime, Text),
    ("tiempo completo", FullTime, Text),
    ("tempo pieno", FullTime, Text),
    ("tempo integral", FullTime, Text),
    ("voltijd", FullTime, Text),
    ("pełny etat", FullTime, Text),
    ("heltid", FullTime, Text),
    ("fuldtid", FullTime, Text),
    ("kokoaikainen", FullTime, Text),
    ("tempo inteiro", FullTime, Text),
    ("temps complet", FullTime, Text),
    ("part-time", PartTime, Text),
    ("part time", PartTime, Text),
    ("parttime", PartTime, Text),
    ("part_time", PartTime, Text),
    ("teilzeit", PartTime, Text),
    ("temps partiel", PartTime, Text),
    ("media jornada", PartTime, Text),
    ("tiempo parcial", PartTime, Text),
    ("temps parcial", PartTime, Text),
    ("tempo parziale", PartTime, Text),
    ("deeltijd", PartTime, Text),
    ("część etatu", PartTime, Text),
    ("deltid", PartTime, Text),
    ("osa-aikainen", PartTime, Text),
    ("jornada parcial", PartTime, Text),
    ("tempo parcial", PartTime, Text),
    ("contract position", Contract, Text),
    ("contract role", Contract, Text),
    ("contract basis", Contract, Text),
    ("contract opportunity", Contract, Text),
    ("contract assignment", Contract, Text),
    ("contract job", Contract, Text),
    ("contract-to-hire", Contract, Text),
    ("contract to hire", Contract, Text),
    ("month contract", Contract, Text),
    ("months contract", Contract, Text),
    ("week contract", Contract, Text),
    ("year contract", Contract, Text),
    ("independent contractor", Contract, Text),
    ("as a contractor", Contract, Text),
    ("b2b contract", Contract, Text),
    ("corp to corp", Contract, Text),
    ("freelance", Contract, Label),
    ("freelancer", Contract, Label),
    ("contract", Contract, Label),
    ("contractor", Contract, Label),
    ("indépendant", Contract, Label),
    ("temporary position", Temporary, Text),
    ("temporary role", Temporary, Text),
    ("temporary assignment", Temporary, Text),
    ("temporary job", Temporary, Text),
    ("temporary basis", Temporary, Text),
    ("temporary appointment", Temporary, Text),
    ("seasonal position", Temporary, Text),
    ("seasonal role", Temporary, Text),
    ("seasonal job", Temporary, Text),
    ("fixed-term", Temporary, Text),
    ("fixed term", Temporary, Text),
    ("befristet", Temporary, Text),
    ("contrat à durée déterminée", Temporary, Text),
    ("contrato temporal", Temporary, Text),
    ("contrato a termo", Temporary, Text),
    ("tempo determinato", Temporary, Text),
    ("tijdelijk contract", Temporary, Text),
    ("umowa na czas określony", Temporary, Text),
    ("visstidsanställning", Temporary, Text),
    ("midlertidig stilling", Temporary, Text),
    ("määräaikainen", Temporary, Text),
    ("cdd", Temporary, Label),
    ("temporary", Temporary, Label),
    ("temp", Temporary, Label),
    ("temporal", Temporary, Label),
    ("seasonal", Temporary, Label),
    ("interim", Temporary, Label),
    ("internship program", Internship, Text),
    ("internship programme", Internship, Text),
    ("this internship", Internship, Text),
    ("our internship", Internship, Text),
    ("our internships", Internship, Text),
    ("internships are", Internship, Text),
    ("internships last", Internship, Text),
    ("paid internship", Internship, Text),
    ("unpaid internship", Internship, Text),
    ("your internship", Internship, Text),
    ("summer internship", Internship, Text),
    ("summer internships", Internship, Text),
    ("internship", Internship, Label),
    ("internships", Internship, Label),
    ("intern", Internship, Label),
    ("interns", Internship, Label),
    ("co-op", Internship, Label),
    ("praktikum", Internship, Label),
    ("praktikant*", Internship, Label),
    ("stagiaire", Internship, Label),
    ("stage", Internship, Label),
    ("estágio", Internship, Label),
    ("prácticas", Internship, Label),
    ("becario", Internship, Label),
    ("tirocinio", Internship, Label),
    ("apprenticeship program", Apprenticeship, Text),
    ("this apprenticeship", Apprenticeship, Text),
    ("ausbildung zum", Apprenticeship, Text),
    ("ausbildung zur", Apprenticeship, Text),
    ("apprentice", Apprenticeship, Label),
    ("apprenticeship", Apprenticeship, Label),
    ("azubi", Apprenticeship, Label),
    ("auszubildende*", Apprenticeship, Label),
    ("ausbildung", Apprenticeship, Label),
    ("alternance", Apprenticeship, Label),
    ("volunteer position", Volunteer, Text),
    ("volunteer role", Volunteer, Text),
    ("this is a volunteer", Volunteer, Text),
    ("unpaid position", Volunteer, Text),
    ("not a paid position", Volunteer, Text),
    ("volunteer", Volunteer, Label),
    ("bénévole", Volunteer, Label),
    ("ehrenamt*", Volunteer, Label),
    ("per diem position", PerDiem, Text),
    ("per diem role", PerDiem, Text),
    ("per diem basis", PerDiem, Text),
    ("on a per diem", PerDiem, Text),
    ("per diem", PerDiem, Label),
    ("per_diem", PerDiem, Label),
    ("prn", PerDiem, Label),
];

/// Phrases about overtime pay, with what they say of exemption. Those that end
/// in a bare "exempt" are judged by the words around them.
pub(super) const EXEMPTION: &[(&str, bool)] = &[
    ("non-exempt", false),
    ("nonexempt", false),
    ("non exempt", false),
    ("exempt", true),
];

const CUE_COUNT: usize = PHRASES.len() + EXEMPTION.len();

pub(super) const ALL_CUES: [&str; CUE_COUNT] = {
    let mut cues = [""; CUE_COUNT];
    let mut at = 0;
    while at < CUE_COUNT {
        cues[at] = if at < PHRASES.len() {
            PHRASES[at].0
        } else {
            EXEMPTION[at - PHRASES.len()].0
        };
        at += 1;
    }
    cues
};
