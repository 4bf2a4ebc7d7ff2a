//! What each sentence says of benefits.

use super::phrases::{
    CATCH_ALL, DENIED, DETAILS, NEEDS_LINK, NO_OTHERS, NONE_GIVEN, NOT_OURS, OFFERS, PACKAGE,
    PHRASES, POINTS, VERBS, Weight,
};
use crate::document::BlockKind;
use crate::facts::contact::{self, ContactKind};
use crate::facts::fact::Context;
use crate::facts::phrases::{Phrases, first, has, phrases, without};
use crate::facts::statement::{Units, task, window, window_before};
use crate::posting::{Role, Section};
use crate::text::{Hit, Span, View, bare, bare_start};
use std::cell::OnceCell;
use std::ops::Range;

/// What was seen so far of a posting's benefits.
#[derive(Default)]
pub(super) struct Seen {
    pub names: Vec<&'static str>,
    pub live: bool,
    pub lost: bool,
    pub catch_all: bool,
    /// Where most benefits are named in one sentence, how many, and the number
    /// of that sentence.
    pub named: Option<(Span<View>, usize, usize)>,
    /// The last sentence that names one.
    pub last: usize,
    /// Where the words that lead elsewhere stand.
    pub pointer: Option<Span<View>>,
    /// Where benefits are first spoken of.
    pub general: Option<Span<View>>,
    /// Where it is said that there are none.
    pub none: Option<Span<View>>,
}

/// Takes note of what unit `index` says of benefits.
pub(super) fn read_unit(context: &Context<'_>, units: &Units<'_>, index: usize, seen: &mut Seen) {
    let plain_text = units.text(index);
    let masked = without(plain_text, NOT_OURS);
    let text = masked.as_deref().unwrap_or(plain_text);
    if has(text, DENIED) {
        if let Some(at) = first(text, NONE_GIVEN) {
            seen.none
                .get_or_insert_with(|| units.tight(index, at.start));
        }
        return;
    }
    let range = units.get(index).range.clone();
    let local = |hit: &Hit| hit.range.start - range.start..hit.range.end - range.start;
    let mut named: Vec<(Range<usize>, &'static str, Weight)> = Vec::new();
    let mut general: Option<Range<usize>> = None;
    let whole = Whole::of(text);
    let first_hit = context
        .hits
        .partition_point(|h| h.range.start < range.start);
    let here = context.hits[first_hit..]
        .iter()
        .take_while(|h| h.range.start < range.end);
    for hit in here.filter(|h| h.range.end <= range.end) {
        let at = local(hit);
        if text.as_bytes()[at.start] == b'-' && plain_text.as_bytes()[at.start] != b'-' {
            continue;
        }
        match PHRASES[hit.cue] {
            (_, "", _) if general.is_none() && is_offered(&whole, &at) => general = Some(at),
            (_, "", _) => {}
            (_, name, weight) => named.push((at, name, weight)),
        }
    }
    let in_section = units.role(index) == Some(Role::Benefits) || is_labelled(text);
    let offers = in_section || general.is_some() || whole.offers();
    let plain = count(&named, |w| matches!(w, Weight::Plain));
    let all = count(&named, |_| true);
    // Among duties and requirements, "401(k) administration" is work.
    let of_company = units.role(index) == Some(Role::Company) && text.len() > 70;
    let elsewhere = units.is_about_the_work(index) || of_company;
    // Statements of equal treatment speak of retirement and disability too.
    let equality = has(
        text,
        phrases!["regardless of" "without regard" "discriminat*" "equal opportunit*"],
    );
    let doubtful = elsewhere && !offers && all < 3 || is_work(text) && !in_section || equality;
    let given = !equality && !is_work(text) && named.iter().any(|(at, _, _)| is_given(text, at));
    if doubtful && plain < 2 && !given {
        named.clear();
    }
    let item = matches!(
        units.kind(index),
        Some(BlockKind::ListItem(_) | BlockKind::Heading(_))
    ) || text.len() < 90;
    // "Medical and dental, closed Sundays": what a short line holds before its first comma.
    let apart = item && !is_work(text) && stand_apart(text, &named);
    named.retain(|(at, name, weight)| match weight {
        Weight::Plain => true,
        // "Dental" is also a field of work: it needs the company of another
        // benefit, of a word such as "coverage", or of a short line of a list.
        Weight::InContext => {
            all >= 2 && (offers || plain >= 1 || all >= 3 || apart && !elsewhere)
                || offers && is_covered(text, at, name)
                || in_section && (item && text.len() < 60 || is_given(text, at))
        }
    });
    if let Some((first, _, _)) = named.first() {
        let span = units.tight(index, first.start);
        let number = count(&named, |_| true);
        if seen.named.is_none_or(|(_, most, _)| number > most) {
            seen.named = Some((span, number, index));
        }
        seen.last = index;
        let end = named.iter().map(|(at, _, _)| at.end).max().unwrap_or(0);
        seen.catch_all |= trails_off(window(text, end, 90));
        for (_, name, _) in &named {
            if !seen.names.contains(name) {
                seen.names.push(name);
            }
        }
    }
    let Some(spoken) = general else {
        return;
    };
    seen.general
        .get_or_insert_with(|| units.tight(index, spoken.start));
    point(context, units, index, &spoken, seen);
}

/// "Benefits: medical and dental": the label heads what stands behind it, as a
/// heading does.
fn is_labelled(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let label = text.strip_prefix("job ").unwrap_or(text);
    let label = ["benefits", "perks", "fringe benefits"]
        .into_iter()
        .find_map(|word| label.strip_prefix(word));
    let rest = label.map(|rest| rest.trim_start_matches(['*', ' ']));
    rest.is_some_and(|rest| rest.starts_with(':'))
}

/// True if the words say by themselves that the person is given it, also among
/// requirements: "paid holidays", "30 days holiday".
fn is_given(text: &str, at: &Range<usize>) -> bool {
    let counted = window_before(text, at.start, 4).trim_end();
    text[at.clone()].starts_with("paid ") || counted.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether nothing else stands around the names than "and" and commas, to the next comma.
fn stand_apart(text: &str, named: &[(Range<usize>, &'static str, Weight)]) -> bool {
    let (Some(first), Some(last)) = (named.first(), named.last()) else {
        return false;
    };
    let before = text[..first.0.start].trim_end_matches(' ');
    let after = text[last.0.end..].trim_start_matches(' ');
    let opens = before.is_empty() || before.ends_with([',', '.', ';', '|', ':', '•']);
    let closes = after.is_empty() || after.starts_with([',', '.', ';', '|', '!', ')']);
    let mut words = text[first.0.start.min(last.0.end)..last.0.end]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let known = |word: &str| {
        matches!(word, "and" | "or" | "plus")
            || named
                .iter()
                .any(|(at, _, _)| text[at.clone()].contains(word))
    };
    opens && closes && words.all(known)
}

/// A section on benefits that lists something: the place of its heading.
pub(super) fn listed(context: &Context<'_>) -> Option<Span<View>> {
    let posting = context.prose.posting;
    let blocks = &posting.document.blocks;
    let section = |s: &&Section| s.role == Role::Benefits;
    posting.sections.iter().filter(section).find_map(|section| {
        let from = blocks.partition_point(|b| b.span.start < section.span.start);
        let items = blocks[from..]
            .iter()
            .take_while(|b| b.span.start < section.span.end)
            .filter(|b| matches!(b.kind, BlockKind::ListItem(_)))
            .filter(|b| !posting.words(b.span).trim().is_empty());
        (items.count() >= 2).then_some(section.heading?)
    })
}

/// How many different benefits are named, of those weights.
fn count(named: &[(Range<usize>, &'static str, Weight)], counts: impl Fn(Weight) -> bool) -> usize {
    let mut names: Vec<_> = named
        .iter()
        .filter(|(_, _, weight)| counts(*weight))
        .map(|(_, name, _)| *name)
        .collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

/// Takes note of where the words around `spoken` lead.
fn point(
    context: &Context<'_>,
    units: &Units<'_>,
    index: usize,
    spoken: &Range<usize>,
    seen: &mut Seen,
) {
    let text = units.text(index);
    let start = spoken.start - window_before(text, spoken.start, 80).len();
    let end = spoken.end + window(text, spoken.end, 160).len();
    let near = &text[start..end];
    let mut span = units.view(index, start..end);
    let mut points = None;
    if !has(near, POINTS) {
        // "… eligible for benefits. Find the details here."
        let next = index + 1;
        let goes_on = next < units.len()
            && units.same_block(index, next)
            && has(units.text(next), DETAILS)
            && has(units.text(next), POINTS);
        if !goes_on {
            return;
        }
        span = units.get(next).span;
        points = Some(span);
    }
    let near = context.prose.folded.range(span);
    let near = &context.prose.folded.text()[near];
    let live = context
        .prose
        .posting
        .links()
        .any(|l| l.span.overlaps(span) && !l.target.is_empty());
    let written = || {
        contact::within(context.prose, span)
            .iter()
            .any(|c| matches!(c.kind, ContactKind::Url | ContactKind::Form))
    };
    let linked = live || written();
    let lost = !linked && has(near, NEEDS_LINK);
    if linked || lost {
        let at = || points.unwrap_or_else(|| units.tight(index, spoken.start));
        seen.pointer.get_or_insert_with(at);
    }
    seen.live |= linked;
    seen.lost |= lost;
}

/// True if a list of benefits ends in a line such as "And more!".
pub(super) fn ends_open(units: &Units<'_>, seen: &Seen) -> bool {
    if seen.named.is_none() {
        return false;
    }
    (seen.last + 1..units.len().min(seen.last + 4))
        .take_while(|n| !units.is_heading(*n))
        .any(|n| {
            let text = units.text(n);
            text.len() < 40 && trails_off(text)
        })
}

/// True if the words leave a list open.
fn trails_off(text: &str) -> bool {
    has(text, CATCH_ALL) && !has(text, NO_OTHERS)
}

/// A unit's text, of which each question is answered once and not for each of
/// its words.
struct Whole<'t> {
    text: &'t str,
    offers: OnceCell<bool>,
    has_verb: OnceCell<bool>,
}

impl<'t> Whole<'t> {
    fn of(text: &'t str) -> Self {
        Whole {
            text,
            offers: OnceCell::new(),
            has_verb: OnceCell::new(),
        }
    }

    fn offers(&self) -> bool {
        *self.offers.get_or_init(|| has(self.text, OFFERS))
    }

    fn has_verb(&self) -> bool {
        *self.has_verb.get_or_init(|| has(self.text, VERBS))
    }
}

/// True if "benefits" at `at` are those that the employer gives.
fn is_offered(whole: &Whole<'_>, at: &Range<usize>) -> bool {
    let text = whole.text;
    let before = window_before(text, at.start, 45);
    let after = window(text, at.end, 30);
    let word = &text[at.clone()];
    let what = after.trim_start();
    if what.starts_with("of ") && !has(what, EMPLOYMENT)
        || has(before, OF_OTHERS)
        || has(
            what,
            phrases![
                "analyst*" "manager*" "specialist*" "administrator*" "coordinator*" "advisor*"
                "consultant*"
            ],
        )
    {
        return false;
    }
    let trimmed = bare(text);
    // "Avantages attractifs": in some languages praise stands behind.
    let follows = first(what, PRAISE_BEHIND).is_some_and(|r| r.start == 0);
    let praised = follows || has(before, PRAISE) || before.trim_end().ends_with(['+', '&']);
    let package = first(what, PACKAGE).is_some_and(|r| r.start <= 12)
        || what.starts_with(':') && text.len() > 60;
    // A heading says only that the next words are about benefits.
    let says = follows
        || has(before, QUALITY)
        || has(what, phrases!["package" "packages"])
        || whole.has_verb();
    if trimmed.len() <= 45 && !says {
        return false;
    }
    praised
        || package
        || !matches!(
            word,
            "benefits" | "perks" | "avantages" | "beneficios" | "benefícios" | "vorteile"
        )
        || whole.offers()
}

/// True if a word beside it says that the benefit `name` at `at` is something
/// one is given. "Health care programs" are run by many employers, so health
/// asks for more.
fn is_covered(text: &str, at: &Range<usize>, name: &str) -> bool {
    let insured = phrases![
        "insurance" "coverage" "covered" "plan" "plans" "benefit" "benefits" "package" "paid"
        "premium*" "reimburse*" "stipend" "allowance" "budget" "day one"
    ];
    let given = phrases![
        "free" "subsid*" "match*" "contribution*" "membership*" "scheme" "days" "weeks" "unlimited"
        "generous" "support" "program*"
    ];
    let near = |phrases| {
        has(window(text, at.end, 30), phrases) || has(window_before(text, at.start, 30), phrases)
    };
    // "Healthcare and nice perks"
    let beside = window(text, at.end, 30).trim_start();
    let listed =
        (beside.starts_with("and ") || beside.starts_with("& ")) && has(beside, phrases!["perks"]);
    near(insured) || listed || name != "health" && near(given)
}

/// True for lines that begin with a task: "administer 401(k) plans", "you explain dental plans".
fn is_work(text: &str) -> bool {
    let subject = task(text).unwrap_or(text);
    let subject = bare_start(subject);
    let addressed = subject.strip_prefix("you ");
    let helps = addressed.is_some_and(|verb| verb.starts_with("help "));
    let subject = addressed.unwrap_or(subject);
    let works = first(
        subject,
        phrases![
            "administer*" "manage*" "process*" "oversee*" "coordinate*" "explain*" "convey*"
            "present" "analyze*" "experience" "knowledge" "familiar*" "maintain*" "sell*" "advise*"
            "develop*" "design*" "build*" "identify" "support" "assist*" "ensure" "conduct*" "lead"
            "own" "work with" "understand*" "review*" "audit*" "answer*"
        ],
    );
    helps || works.is_some_and(|r| r.start == 0)
}

/// Behind "benefits of": still those of the job.
static EMPLOYMENT: &Phrases = phrases![
    "of working" "of employment" "of your employment" "of joining" "of being" "of a full"
    "of our team" "of this role" "of the role" "of this job" "of the job" "of this position"
    "of the position" "of this internship" "of the internship" "of this opportunity"
];

/// Before "benefits": somebody else's, or advantages of a thing.
static OF_OTHERS: &Phrases = phrases![
    "convey" "explain" "communicate" "demonstrate" "articulate" "highlight" "business" "mutual"
    "tax" "government" "meal" "unemployment" "reap" "reaping" "realize" "clinical" "environmental"
    "user" "customer" "customers" "social" "societal" "economic" "disability" "public" "veterans"
    "understand the" "see the" "bring the" "technical" "product" "cost" "potential"
];

/// Before "benefits": said of what an employer gives.
static PRAISE: &Phrases = phrases![
    "competitive" "comprehensive" "great" "excellent" "generous" "full" "attractive" "employee" "company"
    "our" "and" "plus" "with" "other" "various" "additional" "fringe" "flexible" "standard" "amazing"
    "robust" "rich" "world-class" "best-in-class" "top" "many" "salary" "equity" "compensation" "for"
    "offer" "offers" "outstanding" "fantastic" "awesome" "core" "group" "include" "includes" "receive"
    "provide" "provides" "perks" "us" "your" "these" "following" "health" "range of" "premium" "extensive"
    "numerosos" "nombreux" "nos" "unsere" "attraktive" "zahlreiche" "viele" "goede" "goed" "uitstekende"
    "package" "about the" "the benefits"
];

/// Behind "avantages", "beneficios", "benefícios".
static PRAISE_BEHIND: &Phrases = phrases![
    "attractifs" "attrayants" "compétitifs" "intéressants" "nombreux" "sociaux" "atractivos" "competitivos"
    "interesantes" "atraentes" "atrativos" "interessantes"
];

/// Of these, those that say something in a line of a few words.
static QUALITY: &Phrases = phrases![
    "competitive" "comprehensive" "great" "excellent" "generous" "full" "attractive" "amazing"
    "robust" "rich" "world-class" "best-in-class" "outstanding" "fantastic" "awesome" "plus" "with"
    "salary" "equity" "offers" "eligible for" "attraktive" "goede" "uitstekende" "visit" "see"
    "read" "learn"
];
