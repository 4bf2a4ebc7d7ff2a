//! The phrases that shut a group of people out of a job, or keep it for one,
//! which a wording need not write out: it names the group. Shared with the build
//! script, which reads off their literals.

/// What stands for `{people}` in a group.
const PEOPLE: &str = "(?:applicants?|candidates?|people|persons?|individuals?|workers?|employees?|m[ae]n|wom[ae]n|(?:fe)?males?)";

/// What shuts a group out; `{}` is the group.
const SHUT_OUT: [&str; 3] = [
    "{} (?:(?:need|needs|should|may|must|can) ?not (?:to )?apply|(?:will|can) ?not be (?:considered|hired|accepted|employed)|(?:is|are) not eligible(?: to apply| for (?:this|the|our) (?:\\w+ )?(?:job|role|position|opening)|$))",
    "(?:not|don't|won't|never|cannot) (?:hire|hiring|employ|employing|accept|accepting|seeking|consider|considering|looking for|suitable for) (?:any )?{}",
    "no {}",
];

/// What keeps a job for a group, or likes it better.
const PREFERRED: [&str; 4] = [
    "{} (?:(?:is |are )?(?:strongly )?preferred|only|wanted)",
    "only {} (?:may|need|should|will be|can) (?:apply|(?:be )?(?:considered|hired|heard|accepted))",
    "^only {}$",
    "(?:(?:we|strongly) prefer|(?:hire|employ|consider|accept) only|only (?:hire|employ|consider|accept)) {}",
];

/// What says of a group something else than that it is shut out or preferred.
const INNOCENT: [&str; 6] = [
    "no {}(?: (?:or|and) \\w+)?(?:'s?| (?:in|on|at|of|from|among|is|are|was|were|has|have|had|should|would|could|can|must|do|does|did|lives?|stays?|sleeps?|goe?s?|left|who|that|yet|here))",
    "(?:there (?:is|are|was|were)|(?:is|are|were) there|found|saw|see|have|has|had|with) no {}",
    "{} only (?:need to|\\w+ (?:the|an?|when|if|half|their|of|at|as|from|what|some|in|on))",
    "(?:supports?|serves?|teach(?:es)?|helps?|tutors?|coach(?:es)?|mentors?|trains?|treats?|houses?|counsels?|represents?|advises?|assists?|admits?) {} only",
    "(?:services?|class(?:es)?|courses?|programs?|shelters?|products?|insurance|loans?|housing|discounts?|lessons?|lanes?) for {} only",
    "{} (?:preferred|wanted) (?:the|an?|our|this|that|it|them|to|more|less|longer|better)",
];

/// The patterns of groups that are shut out and of groups that are preferred.
pub fn patterns(shut_out: &[String], preferred: &[String]) -> Vec<String> {
    let mut patterns = written_out(shut_out, &SHUT_OUT);
    patterns.extend(written_out(preferred, &PREFERRED));
    patterns
}

/// The patterns of what is said of these groups without harm.
pub fn innocent(shut_out: &[String], preferred: &[String]) -> Vec<String> {
    let mut patterns = written_out(shut_out, &INNOCENT[..2]);
    patterns.extend(written_out(preferred, &INNOCENT[2..]));
    patterns
}

fn written_out(groups: &[String], forms: &[&str]) -> Vec<String> {
    let mut patterns = Vec::new();
    for group in groups {
        let group = format!("(?:{})", group.replace("{people}", PEOPLE));
        patterns.extend(forms.iter().map(|form| form.replace("{}", &group)));
    }
    patterns
}

/// A group as a pattern of its own, byte for byte, to be looked at for mistakes.
pub fn alone(group: &str) -> String {
    group.replace("{people}", "(people)")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Folded, Pattern};

    #[test]
    fn a_group_is_found_in_each_form_and_nowhere_else() {
        let groups = ["(deaf|blind) {people}".to_owned()];
        for (is_shut_out, text) in [
            (true, "deaf applicants need not apply"),
            (true, "blind people cannot be considered"),
            (true, "a deaf person will not be hired"),
            (true, "deaf candidates are not eligible"),
            (true, "we do not hire any deaf people"),
            (true, "not suitable for blind persons"),
            (true, "no deaf workers"),
            (false, "only deaf people may apply"),
            (false, "only deaf people"),
            (false, "deaf candidates are strongly preferred"),
            (false, "we prefer blind applicants"),
            (false, "we hire only blind women"),
        ] {
            let finds = |shut_out: &[String], preferred: &[String]| {
                patterns(shut_out, preferred).into_iter().any(|pattern| {
                    Pattern::from_rule(pattern).is_match(&Folded::of(text), 0..text.len())
                })
            };
            assert_eq!(finds(&groups, &[]), is_shut_out, "{text}");
            assert_eq!(finds(&[], &groups), !is_shut_out, "{text}");
        }
        let spared = Folded::of("you teach deaf people; deaf applicants are not only welcome");
        let whole = 0..spared.text().len();
        for pattern in patterns(&groups, &groups) {
            assert!(!Pattern::from_rule(pattern).is_match(&spared, whole.clone()));
        }
    }

    #[test]
    fn what_is_said_without_harm_is_known() {
        let groups = ["deaf {people}".to_owned()];
        for (is_innocent, text) in [
            (true, "no deaf person is left alone"),
            (true, "why are there no deaf people"),
            (true, "no deaf people's rights"),
            (true, "deaf people only hear the beat when it is low"),
            (true, "deaf people preferred our shoes"),
            (true, "you teach deaf people only"),
            (true, "classes for deaf people only"),
            (true, "no deaf person lives here"),
            (false, "no deaf people"),
            (false, "no deaf people please"),
            (false, "deaf people only"),
            (false, "deaf people preferred"),
        ] {
            let found = innocent(&groups, &groups).into_iter().any(|pattern| {
                Pattern::from_rule(pattern).is_match(&Folded::of(text), 0..text.len())
            });
            assert_eq!(found, is_innocent, "{text}");
        }
    }
}
