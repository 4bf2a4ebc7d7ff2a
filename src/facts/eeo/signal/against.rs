//! Sentences that say what does not count: "does not discriminate", "never based on race".

use super::{ABOUT_OTHERS, ABOUT_PEOPLE, Signal, signal};
use crate::facts::eeo::Form;
use crate::facts::eeo::classes;
use crate::facts::phrases::{first, has, phrases};
use crate::facts::statement::{window, window_before};

/// "does not discriminate", "prohibits discrimination".
pub(super) fn no_discrimination(text: &str, work: bool) -> Option<Signal> {
    let at = first(
        text,
        phrases![
            "discriminat*" "non-discriminat*" "nondiscriminat*" "diskriminier*" "discrimina"
            "discriminación" "discriminação" "discriminazion*" "discrimineer*" "discriminatie"
            "dyskrymin*"
        ],
    )?;
    let before = window_before(text, at.start, 90);
    let after = window(text, at.end, 260);
    let denied = text[at.clone()].starts_with("non")
        || has(
            before,
            phrases![
                "not" "*n't" "never" "no" "nor" "without" "free of" "prohibit*" "against" "zero tolerance"
                "prevent*" "ban" "bans" "eliminat*" "from" "neither" "any form of" "combat*" "lutt*"
                "contre" "aucune" "sans" "kein*" "nicht" "frei von" "gegen" "sin" "contra" "ninguna" "sem"
                "não" "contro" "senza" "geen" "niet" "tegen" "nie" "bez" "inte" "mot"
            ],
        )
        || has(
            window(after, 0, 140),
            phrases![
                "not tolerate*" "not be tolerate*" "prohibited" "is not permitted" "not accepted"
                "no place"
            ],
        );
    if !denied
        || has(
            before,
            phrases![
                "laws" "legislation" "claims" "complaints" "cases" "law" "act"
            ],
        )
    {
        return None;
    }
    let list = classes::after_introduction(text);
    let broad = has(
        text,
        phrases![
            "any kind" "of any form" "any form of" "all forms of" "every form" "unlawful*"
            "illegal*" "any basis" "all kinds" "any type" "jeder art" "jeglich*" "toute forme"
            "toutes formes" "toutes les formes" "toute discrimination" "cualquier tipo"
            "cualquier forma" "qualquer tipo" "elke vorm" "no discriminación" "wszelk*"
        ],
    );
    let ours = has(
        text,
        phrases![
            "we" "our" "employ*" "applic*" "candidat*" "hires" "hiring" "recruit*" "company" "workplace"
            "work environment" "team" "wir" "unser*" "nous" "notre" "nuestr*" "nosso*" "nossa*"
            "selección" "bewerb*" "kandydat*"
        ],
    );
    let subject = has(
        text,
        phrases![
            "we don't" "does not" "do not" "will not" "not be" "prohibit*" "no employee" "never"
        ],
    );
    let said =
        !list.classes.is_empty() || list.catch_all || broad && ours || subject && ours && !work;
    let about_others = has(text, ABOUT_OTHERS)
        && !has(
            text,
            phrases!["employ*" "applic*" "candidat*" "hiring" "hire"],
        );
    (said && !about_others && !(work && list.classes.len() < 2))
        .then(|| signal(Form::Statement, at.start, list))
}

/// "Hiring decisions are never based on race or sex", "no applicant is treated less
/// favourably on the ground of age or disability".
pub(super) fn no_ground(text: &str) -> Option<Signal> {
    let at = first(
        text,
        phrases![
            "never based on" "not based on" "not on the basis of" "less favorabl*" "less favourabl*"
        ],
    )?;
    let worse = text[at.clone()].starts_with("less");
    let denied = !worse
        || has(
            window_before(text, at.start, 120),
            phrases!["no" "not" "never" "nor" "nobody"],
        );
    let list = classes::behind(&text[at.end..]);
    let enough = list.classes.len() >= 2;
    (denied && enough && has(text, ABOUT_PEOPLE) && !has(text, ABOUT_OTHERS))
        .then(|| signal(Form::Statement, at.start, list))
}
