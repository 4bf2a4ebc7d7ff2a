//! A wording that some law forbids, and none that is known to apply here: what is
//! to be said in place of the laws' reason.

use super::names::few;
use crate::rules::{Judgement, Law, Outcome, RuleSet, Subject, WhyNot};

/// Why a wording is only advised against, or nothing where no law of the rules
/// forbids it, so that its own words tell what is wrong.
pub(super) fn why(rules: &RuleSet, judgement: &Judgement, wording: usize) -> Option<String> {
    if !rules.is_forbidden[wording] {
        return None;
    }
    let said = "No law that is known to apply here forbids it";
    let near = judgement.verdicts.iter().filter_map(|verdict| {
        let Outcome::NotApplicable(why) = &verdict.outcome else {
            return None;
        };
        // Of the laws of other places nobody asks why they do not apply.
        if verdict.subject != Subject::Wording(wording) || *why == WhyNot::Elsewhere {
            return None;
        }
        let law = &rules.laws[verdict.law];
        Some((limit(why, law), law.acts()[verdict.act].name.as_str()))
    });
    let mut near: Vec<(String, &str)> = near.collect();
    if near.is_empty() {
        return Some(format!("{said}; laws of other places do."));
    }
    near.sort();
    let by_reason = near.chunk_by(|one, other| one.0 == other.0);
    let reasons: Vec<_> = by_reason
        .map(|acts| {
            let names: Vec<_> = acts.iter().map(|(_, name)| *name).collect();
            format!("{}: {}", few(&names), acts[0].0)
        })
        .collect();
    Some(format!("{said}. {}.", reasons.join(". ")))
}

/// For whom or what alone a law is there.
fn limit(why: &WhyNot, law: &Law) -> String {
    let place = &law.name;
    match why {
        WhyNot::TooSmall { least, told } => {
            format!("only for employers of {least} or more, and this one has {told}")
        }
        WhyNot::TooFewThere { least, told } => {
            format!("only for employers with {least} or more in {place}, and this one has {told}")
        }
        WhyNot::OtherEmployer => "only for another kind of employer".to_owned(),
        WhyNot::NotSaid | WhyNot::Excepted => "not for a posting of this kind".to_owned(),
        WhyNot::Excluded | WhyNot::Elsewhere => format!("only for work in {place}"),
    }
}
