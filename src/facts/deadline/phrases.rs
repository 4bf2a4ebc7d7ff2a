//! The phrases by which a last day is known, in the languages of the postings we
//! read. Data only.

use crate::facts::phrases::{Phrases, phrases};

/// Words that stand before the last day; the date must follow closely.
pub(super) static LAST_DAY: &Phrases = phrases![
    "recruitment ends" "recruitment closes" "applications end" "unposted" "unposting date"
    "posting end date" "posting ends" "accepting applications for a minimum of"
    "accepting applications for at least"
    "final filing date" "filing date" "filing deadline" "closing dates" "apps close" "aplikuj do"
    "aplikacje do" "cv do" "zgłoszenia do" "bewerbungsende" "applications until" "applications through"
    "antes del" "antes de" "*締切*" "closing" "application deadline" "deadline for application*" "deadline to apply"
    "deadline for submission*" "deadline for receipt" "submission deadline" "deadline"
    "closing date" "close date" "closing time" "applications close" "application closes" "closes"
    "closing on" "close on" "will close" "to close" "apply by" "apply before" "apply no later than"
    "apply now by" "apply now before" "apply online by" "apply online before"
    "apply here by" "apply here before" "apply today by" "apply today, by" "anticipated close" "you have until"
    "apply until" "apply through" "apply on or before" "applying by" "submitted by" "submit by"
    "submitted before" "submit your application by" "applications by" "application by" "resume by"
    "cv by" "interest by" "received by" "received before" "received no later than" "references by"
    "references via email by" "letter by" "materials by" "documents by" "via email by"
    "by email by" "must be received" "must reach us" "no later than" "not later than" "on or before"
    "accepted through" "accepted until" "accepted till"
    "accepted up to" "accepted at least until" "accepted at least through"
    "accepting applications until" "accepting applications through" "accept applications until"
    "accept applications through" "open until" "open through" "open till" "last day" "last date"
    "due by" "due date" "are due" "is due" "applications due" "due on" "application window"
    "application period" "apply from" "apply between" "bewerbungsfrist" "bewerbungsschluss"
    "einsendeschluss" "bis zum" "bis spätestens" "spätestens" "bis" "date limite" "avant le"
    "jusqu'au" "clôture" "fecha límite" "hasta el" "plazo" "prazo" "até" "scadenza" "entro il"
    "hasta las" "hasta horas" "sluitingsdatum" "vóór" "uiterlijk" "sista ansökningsdag"
    "sista ansökningsdatum" "senast" "ansøgningsfrist" "søknadsfrist" "sluttdato" "termin składania"
    "hakuaika päättyy" "haku päättyy" "tot en met" "tot uiterlijk" "reageer voor" "solliciteer voor" "solliciteren kan tot"
    "posted until" "posted through" "be removed on" "be taken down on" "comes down on" "this open until"
    "submissions close" "submissions end" "recruitment period" "posting period" "end date"
    "apply within" "applications are accepted for" "accepting applications for"
    "apps due" "resumes due" "résumés due" "positions close" "hiring until" "hiring through" "stop taking applications"
    "stop accepting applications" "priority deadline" "close this posting" "expires" "continues until"
    "continue until"
];

/// Phrases of [`LAST_DAY`] that say by themselves what they are about.
pub(super) static PLAIN: &Phrases = phrases![
    "recruitment ends" "recruitment closes" "unposted" "unposting date" "posting end date"
    "posting ends"
    "filing date" "filing deadline" "closing dates" "apps close" "aplikuj do" "aplikacje do" "cv do"
    "zgłoszenia do" "bewerbungsende" "*締切*" "application deadline" "deadline for application*" "deadline to apply" "submission deadline"
    "closing date" "close date" "anticipated close" "applications close" "application closes" "apply*" "applying by"
    "accepted*" "accepting applications*" "accept applications*" "applications*" "application*"
    "bewerbungsfrist" "bewerbungsschluss" "einsendeschluss" "date limite*" "fecha límite"
    "sluitingsdatum" "sista ansökningsdag" "sista ansökningsdatum" "ansøgningsfrist" "søknadsfrist"
    "hakuaika päättyy" "haku päättyy" "reageer voor" "solliciteer voor" "solliciteren kan tot"
    "sluttdato" "posted until" "posted through" "comes down on" "this open until" "submissions close"
    "submissions end"
    "recruitment period" "posting period" "end date"
    "apps due" "resumes due" "résumés due" "positions close" "hiring until" "hiring through" "stop taking applications"
    "stop accepting applications" "priority deadline" "close this posting" "expires"
];

/// Labels whose first word alone says what closes: "Job closes: …".
pub(super) static CLOSES: &Phrases = phrases![
    "job closes" "position closes" "posting closes" "vacancy closes" "requisition closes"
    "role closes" "opening closes" "announcement closes" "filing period closes"
];

/// What the sentence must be about otherwise.
pub(super) static APPLYING: &Phrases = phrases![
    "apply" "application" "applications" "applying" "applicant*" "resume*" "cv" "cover letter" "submit*"
    "submission*" "replies" "candidat*" "posting" "vacancy" "requisition" "this position" "this job"
    "this role" "job announcement" "interest" "materials" "package" "bewerb*" "bewirb*" "postul*"
    "inscrições" "solliciteer*" "solliciter*" "sollicitatie*" "aplikacj*" "hakemu*" "søknad*" "ansøg*" "reageer*" "aplikuj*" "ansök*" "solicitud*" "currículum"
    "inscripci*" "convocatoria" "recepción" "propuesta*"
];

/// Days on which something else happens.
pub(super) static OTHER_DAYS: &Phrases = phrases![
    "start" "starts" "starting" "begin" "begins" "beginning" "available" "graduat*"
    "be complete" "will complete" "to complete" "completed" "degree" "project" "deliver*" "product"
    "launch" "posted" "date of" "orientation"
    "tax" "renew*" "vaccinat*"
];
