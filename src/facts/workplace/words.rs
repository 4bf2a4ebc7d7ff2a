//! Words around a cue that tell a way of working from its look-alikes.

use crate::facts::vocabulary::Words;

/// Words of a heading over what is said of the way of working.
pub const HEADING: Words = Words::of(
    "requirement requirements statement policy policies expectation expectations guideline guidelines \
     philosophy notice disclosure",
);

/// What a posting calls the job.
pub const JOB: Words = Words::of(
    "role roles position positions job jobs opportunity opportunities internship internships contract vacancy \
     opening gig freelance career assignment schedule basis arrangement employee worker contractor poste stelle \
     puesto stanowisko vaga work-life candidate candidates setup week project",
);

/// Words behind "remote" that make it something else.
pub const NOT_REMOTE: Words = Words::of(
    "sensing control controls controlled desktop access server servers support monitoring site sites area areas \
     location locations patient patients diagnostic diagnostics device devices procedure procedures repository \
     branch team teams users user workers employees meeting meetings assistance management learning education \
     communities session sessions customers customer clients client sales code procedure call calls villages \
     village health healthcare viewing selling inspection infrastructure host hosts machine machines system systems \
     collaboration communication experience jobs hiring people staff colleagues leadership training onboarding \
     experiences workforce offices office operations operation engineers developers stakeholders regions care",
);

/// Words behind "remote" with which it says how the company works, not where
/// this job is done.
pub const CULTURE: Words = Words::of(
    "first friendly culture environment company organization organisation workplace world setting settings \
     tools together policy policies environments lifestyle",
);

/// Words behind "work from home" and "home-office" with which it is something
/// that one is given.
pub const PERK: Words = Words::of(
    "stipend allowance budget policy day days equipment setup set-up for support flexibility friendly \
     furniture reimbursement expenses benefits essentials",
);

/// Words behind "virtual" with which it means remote work.
pub const VIRTUAL: Words =
    Words::of("position role job opportunity work office location internship employee");

/// Words behind "hybrid" with which it is about work.
pub const HYBRID: Words = Words::of(
    "role roles position positions job schedule work working workplace opportunity office in basis setting \
     arrangement arrangements remote at from policy internship workstyle workweek on with week style team \
     approach flexible contract or and onsite day days weekly travail de en model setup option options full part",
);

/// Words behind "on-site" and "in-person" that make it something else.
pub const NOT_ONSITE: Words = Words::of(
    "support visits visit customer customers client clients gym meals meal parking childcare daycare interview \
     interviews fitness clinic cafe cafeteria training inspection inspections deployments deployment hardware \
     medical amenities team perks events event meetings meeting snacks engagement collaboration lunch lunches \
     culture expectations connection connections installation installations repair maintenance health wellness \
     wellbeing presence restaurant food catering massage technical service services implementation activities \
     activation pharmacy audits audit assessments engagements gatherings gathering retreats retreat workshops \
     conferences sales demos demonstrations delivery care learning instruction classes communication \
     facilities facility barista chef doctor laundry and or coverage supervision manager management nursery \
     experience experiences with to dining",
);

/// What is done for others, on site or from afar: no way in which one works.
pub const SERVICE: Words = Words::of(
    "advice advising reference assistance support service services help consultation consultations counselling \
     consulting instruction guidance tutoring troubleshooting customers guests patrons visitors users clients",
);

/// Words behind "in-person" for those who work so.
pub const COMPANY: Words =
    Words::of("company team startup start-up workplace organization organisation");

/// Words before a way of working that take it back or leave it open.
pub const DENIES: Words =
    Words::of("not no non nein nee nie isn't aren't cannot can't never without nor instead");

/// Words that make a sentence a condition.
pub const CONDITION: Words = Words::of("if unless whether when depending");

/// The end of a comma-free run of adjectives before the job.
pub const ADJECTIVE: Words = Words::of(
    "flexible freelance full part time full-time part-time async asynchronous contract permanent temporary paid \
     independent based and first us usa uk global eligible fully hybrid friendly only international summer \
     work working salaried exempt long-term short-term 100 senior junior",
);

/// Words before "remote" that make it a statement.
pub const FULLY: Words = Words::of(
    "fully completely entirely permanently primarily predominantly mostly mainly 100 100% full essentiellement \
     totalement całkowicie w pełni vollständig largely exclusively",
);

/// Words beside telework with which it is done on some days.
pub const PARTLY: Words = Words::of(
    "möglich mogelijk possibile partiel partiellement teilweise anteilig parcial częściowo parziale \
     deels nach",
);

/// Numbers in words.
pub fn number(word: &str) -> Option<u8> {
    Some(match word {
        "one" | "un" | "une" | "ein" | "einen" | "einem" | "uno" | "un." => 1,
        "two" | "deux" | "zwei" | "dos" | "dwa" | "twee" | "dois" => 2,
        "three" | "trois" | "drei" | "tres" | "trzy" | "drie" | "três" => 3,
        "four" | "quatre" | "vier" | "cuatro" | "cztery" | "quatro" => 4,
        "five" | "cinq" | "fünf" | "cinco" | "pięć" | "vijf" => 5,
        _ => {
            let digits = word.trim_end_matches('+');
            let number: u8 = digits.parse().ok()?;
            return (1..=7).contains(&number).then_some(number);
        }
    })
}
