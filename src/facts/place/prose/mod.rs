//! Places in running text. A bare name says nothing (it may be a customer's, a
//! founder's, a product's); only beside words that tie it to the job does it
//! count.

mod before;
mod behind;
mod label;
mod listed;
mod office;

use super::cues::{self, Cue, TABLE};
use super::expression::{self, Expression, Named, Setting};
use super::settle::{Candidate, Standing};
use super::subject::{denial, topic};
use super::{Place, PlaceRole};
use crate::domain::place::Jurisdiction;
use crate::facts::{Confidence, Context, Found, Whence};
use crate::text::{Hit, Span, View, ceil, floor};

/// Bytes behind a cue that are looked at, and of a list that goes on there.
const REACH: usize = 320;
const LONG_REACH: usize = 1200;

/// Bytes that the next name of a list and the words before it may have.
const LONGEST_STATE: usize = 40;

/// The places that the text ties to the job.
pub fn read(context: &Context<'_>, list: &mut usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let body = context.prose.posting.document.body;
    // Where the last reading ended: a cue within it would read it again.
    let mut read_to = 0;
    let is_cue = |hit: &&Hit| cues::sign(hit.cue).is_none();
    let hits: Vec<&Hit> = context.hits.iter().filter(is_cue).collect();
    for (index, hit) in hits.iter().enumerate() {
        let at = context.prose.folded.view(hit.range.clone());
        if at.start < body.start || at.start < read_to {
            continue;
        }
        // Of cues that begin at one place, the longest speaks.
        let longer = hits[index + 1..]
            .iter()
            .take_while(|next| next.range.start == hit.range.start)
            .any(|next| next.range.end > hit.range.end && !TABLE[next.cue].1.is_label());
        if longer {
            continue;
        }
        *list += 1;
        let mut reader = Reader {
            context,
            at,
            list: *list,
            found: &mut found,
            end: 0,
            standing: Standing::Told,
        };
        reader.read(TABLE[hit.cue].1);
        read_to = read_to.max(reader.end);
    }
    found
}

/// A remote job that shuts out states of the United States, and says no more, can be
/// done from the others.
pub fn country_of_exclusion(context: &Context<'_>, found: &[Found<Place>]) -> Option<Found<Place>> {
    let folded = context.prose.folded.text();
    let of_the_job =
        |f: &Found<Place>| matches!(f.value.role, PlaceRole::Work | PlaceRole::RemoteArea);
    let is_state = |f: &&Found<Place>| {
        f.value.role == PlaceRole::Excluded
            && f.value
                .region
                .as_deref()
                .is_some_and(|region| region.starts_with("US-"))
    };
    let shut = found.iter().find(is_state)?;
    let remote = [
        "remote",
        "work from home",
        "telework",
        "telecommut",
        "anywhere",
    ];
    let denied = ["not remote", "no remote", "not a remote"];
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    (!found.iter().any(of_the_job) && says(&remote) && !says(&denied)).then(|| Found {
        value: Place {
            city: None,
            region: None,
            country: Some("US".to_owned()),
            jurisdictions: vec![Jurisdiction::new("US")],
            area: None,
            role: PlaceRole::RemoteArea,
        },
        at: shut.at,
        whence: shut.whence,
        confidence: Confidence::Medium,
    })
}

struct Reader<'r, 'c> {
    context: &'r Context<'c>,
    /// The cue.
    at: Span<View>,
    list: usize,
    found: &'r mut Vec<Candidate>,
    end: usize,
    standing: Standing,
}

impl<'r, 'c> Reader<'r, 'c> {
    fn text(&self) -> &'c str {
        &self.context.prose.posting.text
    }

    fn sentence(&self) -> Span<View> {
        self.context.prose.sentence_at(self.at.start)
    }

    /// The sentence before the cue, folded.
    fn before(&self) -> &'r str {
        let sentence = self.sentence();
        let start = sentence.start.min(self.at.start);
        let folded = &self.context.prose.folded;
        let range = folded.range(Span::new(start, self.at.start));
        cut_front(&folded.text()[range], REACH)
    }

    /// The sentence around the cue, folded.
    fn sentence_words(&self) -> &'r str {
        let folded = &self.context.prose.folded;
        let range = folded.range(self.sentence().cover(self.at));
        let cue = folded.range(self.at);
        let words = &folded.text()[range.clone()];
        let head = cut_front(&words[..cue.start - range.start], REACH).len();
        let tail = cut(&words[cue.start - range.start..], REACH).len();
        let middle = cue.start - range.start;
        &words[middle - head..middle + tail]
    }

    /// The rest of the sentence behind the cue.
    fn after(&self) -> &'c str {
        cut(self.rest(), REACH)
    }

    fn rest(&self) -> &'c str {
        let end = self.sentence().end.max(self.at.end);
        &self.text()[self.at.end..end]
    }

    /// The places behind the cue, to the end of a list however long: thirty states have
    /// many letters.
    fn read_after(&self) -> (&'c str, Expression) {
        let after = self.after();
        let run = expression::read(after, Setting::Prose);
        let longer = cut(self.rest(), LONG_REACH);
        if after.len() < longer.len() && after.len() - run.end <= LONGEST_STATE {
            let run = expression::read(longer, Setting::Prose);
            return (longer, run);
        }
        (after, run)
    }

    fn read(&mut self, cue: Cue) {
        match cue {
            Cue::Label | Cue::Address | Cue::Way => self.label(cue),
            Cue::House | Cue::Territory => self.house(cue),
            Cue::Based => {
                self.label(Cue::Label);
                self.based_behind();
            }
            Cue::Only => self.only(),
            Cue::Beside => self.beside_remote(),
            Cue::NotThere => {
                if let Some(people) = denial::people_before_denial(self.before()) {
                    self.backward(self.at.start - people, PlaceRole::Excluded);
                }
            }
            Cue::Reports => self.reports(),
            Cue::Listed => self.listed(),
            Cue::In => self.beside_office(),
            Cue::Ours => self.our_office(),
            Cue::Office => {
                let before = self.found.len();
                self.behind(cue);
                // "Join a bakery in the heart of Savannah".
                let inside = self.text()[self.at.range()].eq_ignore_ascii_case("in the");
                if self.found.len() == before && inside {
                    self.beside_office();
                }
            }
            Cue::Not => {
                let run = expression::read(self.after(), Setting::Prose);
                // "We do not hire in the US except California": there they do.
                if run.places.iter().any(|named| named.excluded) {
                    self.only_in_exceptions(run);
                    return;
                }
                self.take(&run, PlaceRole::Excluded, Confidence::High, |_| true);
            }
            Cue::Seat
            | Cue::OutOf
            | Cue::Live
            | Cue::Remote
            | Cue::OnSite
            | Cue::Job
            | Cue::Near
            | Cue::People => self.behind(cue),
        }
    }

    /// A line about pay, law or other jobs names places for other reasons.
    fn unless_pay(&self, role: PlaceRole) -> PlaceRole {
        let sentence = self.sentence_words();
        if topic::is_pay_or_law(sentence) || topic::is_of_other_jobs(sentence) {
            PlaceRole::Other
        } else {
            role
        }
    }

    fn take(
        &mut self,
        run: &Expression,
        role: PlaceRole,
        confidence: Confidence,
        wanted: impl Fn(&Named) -> bool,
    ) {
        self.take_as(run, confidence, false, |named| {
            if wanted(named) {
                role
            } else {
                PlaceRole::Other
            }
        });
    }

    fn take_as(
        &mut self,
        run: &Expression,
        confidence: Confidence,
        office: bool,
        role: impl Fn(&Named) -> PlaceRole,
    ) {
        for named in &run.places {
            if !(named.joined || named.is_wide() || named.is_large() || office) {
                continue;
            }
            let mut candidate =
                Candidate::of(named, self.at.end, role(named), Whence::Text, self.list);
            candidate.confidence = confidence;
            candidate.standing = self.standing;
            self.end = self.end.max(candidate.at.end);
            self.found.push(candidate);
        }
    }
}

/// The beginning of `text`, at most `length` bytes and whole characters.
pub fn cut(text: &str, length: usize) -> &str {
    &text[..floor(text, length)]
}

/// The end of `text`, at most `length` bytes and whole characters.
fn cut_front(text: &str, length: usize) -> &str {
    &text[ceil(text, text.len().saturating_sub(length))..]
}
