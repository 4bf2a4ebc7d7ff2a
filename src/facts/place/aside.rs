//! Remarks aside: words that speak of remote work and of places, and not of where
//! this job is done.

use crate::facts::vocabulary::Words;

/// Whether the folded words around a cue of remote work give leave for some days of
/// the year: "from anywhere in the world for up to 90 days a year".
pub fn is_for_a_time(before: &str, after: &str) -> bool {
    const BREAKS: [char; 4] = [',', ';', ':', '('];
    let after = after.split(BREAKS).next().unwrap_or(after);
    let before = before.rsplit(BREAKS).next().unwrap_or(before);
    let behind: Vec<&str> = words(after).collect();
    let ahead: Vec<&str> = words(before).collect();
    let comes_in = |words: &[&str]| words.iter().any(|word| COMES_IN.has(word));
    time_off(&behind).is_some_and(|at| !comes_in(&behind[..at]))
        || time_off(&ahead).is_some() && !comes_in(&ahead)
}

/// Where words for a few days or weeks of the year end.
fn time_off(words: &[&str]) -> Option<usize> {
    (1..words.len()).find(|&at| {
        let next = |by: usize| words.get(at + by).copied().unwrap_or("");
        let number = words[at - 1];
        let counted = number.bytes().all(|b| b.is_ascii_digit()) || NUMBER.has(number);
        let yearly = ["a", "per", "each", "every", "of"].contains(&next(1))
            && (YEARLY.has(next(2)) || next(2) == "the" && YEARLY.has(next(3)));
        let most = at > 2 && ["up to", "at most"].contains(&&*words[at - 3..at - 1].join(" "));
        let weekly = ["a", "per", "each", "every"].contains(&next(1)) && next(2) == "week";
        UNIT.has(words[at]) && counted && (yearly || most) && !weekly
    })
}

/// Whether the folded words before a cue of remote work, or the cue, speak of an
/// interview, of a move, or of what is run or sent somewhere.
pub fn is_of_something_else(before: &str, cue: &str) -> bool {
    let all: Vec<&str> = words(before).collect();
    let near = &all[all.len().saturating_sub(4)..];
    let last = near.last().copied().unwrap_or("");
    all.iter().any(|word| word.starts_with("interview"))
        || near.iter().any(|word| word.starts_with("relocat")) && cue.starts_with("anywhere")
        || cue.starts_with("anywhere") && THINGS.has(last)
        || cue == "home in" && all.iter().any(|word| AT_HOME.has(word))
}

/// Whether the folded words before a cue speak of those who are employed already:
/// "we have employees working".
pub fn is_of_staff(before: &str) -> bool {
    let all: Vec<&str> = words(before).collect();
    let near = &all[all.len().saturating_sub(6)..];
    near.windows(2).any(|pair| {
        pair[0] != "hire" && pair[0] != "employ" && pair[0] != "seek" && STAFF.has(pair[1])
    })
}

/// Whether the folded words before a cue tell how many of those who are there work so:
/// "a third of us, or 33% of the team, work hybrid from".
pub fn is_share_of_staff(before: &str) -> bool {
    const OF_THEM: Words =
        Words::of("members employees staff teammates colleagues workforce team people");
    before
        .split("% of")
        .skip(1)
        .any(|whom| words(whom).take(4).any(|word| OF_THEM.has(word)))
}

/// Whether the folded words before a place name a benefit on its item of the list:
/// "spending account (US only)".
pub fn is_of_benefit(before: &str) -> bool {
    let item = before.rsplit([';', '|', '\u{2022}', ',']).next();
    words(item.unwrap_or(before)).any(|word| BENEFIT.has(word))
}

/// The folded words of `text`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
}

const NUMBER: Words = Words::of(
    "one two three four five six seven eight nine ten twelve twenty thirty sixty ninety several",
);

const UNIT: Words = Words::of("day days week weeks month months");

const YEARLY: Words = Words::of("year quarter summer winter calendar");

/// Words for coming to an office, for which days are counted as well.
const COMES_IN: Words = Words::of(
    "travel travels traveling office offices onsite site visit visits meet meets person offsite \
     offsites pto vacation holiday holidays leave off except but",
);

/// What happens to things rather than to people.
const THINGS: Words = Words::of(
    "deployed deploy deploys run runs running used use shipped ship delivered sold sent send \
     accessed access available accessible customers clients users",
);

/// Whose home it is that is not one's own.
const AT_HOME: Words = Words::of(
    "patient patients client clients customer customers resident residents senior seniors \
     children families their",
);

const STAFF: Words = Words::of("employees staff teammates colleagues workforce");

const BENEFIT: Words = Words::of(
    "account accounts insurance fsa hsa medical dental vision stipend reimbursement allowance \
     benefit benefits commuter pension retirement leave holidays perk perks plan plans",
);
