//! The words of statements on accommodation, in the languages of the postings we read.
//! Data only.

use crate::facts::phrases::{Phrases, phrases};

/// What is offered, in the words of many languages.
pub(super) static OFFER: &Phrases = phrases![
    "accommodation" "accommodations" "accomodation" "accomodations" "accommodate" "accommodated"
    "accommodating" "reasonable adjustment" "reasonable adjustments" "adjustments" "an adjustment"
    "mesures d'adaptation" "mesure d'adaptation" "accommodement*" "aménagement" "aménagements"
    "angemessene vorkehrung*" "barrierefrei*" "ajustes razonables" "adaptaciones"
    "acomodo razonable" "aanpassingen" "racjonalne usprawnienia" "racjonalnych usprawnień"
];

/// The process in which applicants need it.
pub(super) static PROCESS: &Phrases = phrases![
    "application" "applications" "apply" "applying" "applicant" "applicants" "candidacy" "interview*"
    "recruit*" "hiring" "selection" "evaluation process" "assessment" "assessments" "job search"
    "our process" "the process" "this process" "onboarding" "careers site" "career site" "our website"
    "our form" "job seeker*" "candidat*" "recrutement" "entretien*" "processus" "sélection" "bewerb*"
    "vorstellungsgespräch*" "auswahlverfahren" "proceso" "selección" "entrevista*" "sollicit*" "rekrutac*"
];

/// Steps of the process, without the people in it: who is an applicant may
/// still be spoken of as a later employee.
pub(super) static STEPS: &Phrases = phrases![
    "application" "apply" "applying" "interview*" "recruit*" "hiring" "selection process" "candidacy"
    "onboarding"
];

/// For whose sake.
pub(super) static REASON: &Phrases = phrases![
    "disab*" "medical" "religious" "religion" "special need*" "neurodiver*" "accessib*" "handicap*"
    "behinder*" "schwerbehind*" "discapacid*" "pregnan*" "ada accommodation*" "invalidité" "niepełnospraw*"
    "beperking"
];

/// Words that make it an offer or a request.
pub(super) static GIVEN: &Phrases = phrases![
    "provid*" "offer*" "available" "request*" "commit*" "ensur*" "make" "made" "entitled" "need*"
    "requir*" "let us know" "contact" "will" "can" "happy to" "grant*" "welcome*" "support*"
    "eligible" "strive*" "works with" "seek" "reach out" "upon" "email" "call" "write to" "fournir"
    "offr*" "besoin"
    "bieten" "necesit*"
];

/// Other accommodation: beds, schedules, and what a task demands.
pub(super) static LOOK_ALIKES: &Phrases = phrases![
    "with or without reasonable accommodation" "with or without reasonable accommodations"
    "with or without accommodation" "with or without accommodations"
    "with or without an accommodation" "with or without a reasonable accommodation"
    "without reasonable accommodation" "with reasonable accommodation"
    "with reasonable accommodations" "travel accommodation" "travel accommodations"
    "hotel accommodation" "hotel accommodations" "staff accommodation" "accommodation allowance"
    "accommodation provided" "accommodations provided" "accommodation is provided"
    "live-in accommodation" "accommodation and meals" "meals and accommodation"
    "accommodation & meals" "board and accommodation" "food and accommodation"
    "accommodation and food" "accommodation costs" "accommodation expenses"
    "temporary accommodation" "free accommodation" "shared accommodation" "student accommodation"
    "accommodation sector" "accommodation industry" "accommodation services" "accommodation booking"
    "holiday accommodation" "overnight accommodation" "lodging accommodation*"
    "travel and accommodation" "accommodation and travel" "flights and accommodation"
    "transport and accommodation" "company accommodation" "accommodation on site"
    "subsidised accommodation" "subsidized accommodation" "on-site accommodation"
    "accommodation available" "accommodation can be" "supported accommodation"
    "rental accommodation" "tourist accommodation" "accommodation near" "finding accommodation"
    "find accommodation" "aménagement du territoire" "aménagement des" "aménagement territorial"
    "barrierefreie website*"
];

/// Things that are accommodated and are no applicants.
pub(super) static THINGS: &Phrases = phrases![
    "schedule*" "calendar*" "time zone*" "timezone*" "client*" "customer*" "growth" "business"
    "travel" "changes" "change" "load" "traffic" "volume*" "deadlines" "guests" "lifestyle"
    "vaccinat*" "those who are unable"
];

/// The essential functions of the work, which accommodation may enable.
pub(super) static FUNCTIONS: &Phrases = phrases![
    "essential function*" "essential dut*" "perform the function*" "perform essential*"
    "perform the essential*" "job function*" "physical demands" "perform the duties" "perform the job"
];

/// Words that send people with a disability to somebody, in German and French.
pub(super) static TURN_TO: &Phrases = phrases![
    "wenden sich" "wendet sich" "wenden sie sich" "wende dich" "wendet euch" "melden sich" "melden sie sich"
    "melde dich" "kontaktieren sie" "kontaktiere" "erreichen sie" "contactez" "contacter" "écrivez" "écrire"
    "adressez-vous" "s'adresser" "joindre"
];
