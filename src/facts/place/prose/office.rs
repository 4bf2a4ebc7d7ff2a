//! A mere "in" beside words for an office or an opening, and "our Pittsburgh office".

use super::Reader;
use crate::domain::gazetteer::Means;
use crate::facts::Confidence;
use crate::facts::place::PlaceRole;
use crate::facts::place::expression::{self, Named, Setting};
use crate::facts::place::settle::Standing;
use crate::facts::place::subject::{self, behind, denial, topic, vacancy};
use crate::facts::vocabulary::Words;
use crate::posting::names_job;

impl Reader<'_, '_> {
    /// "bureaux à Lyon", "en présentiel à Lyon".
    pub(super) fn beside_office(&mut self) {
        let after = self.after();
        let cue = self.text()[self.at.range()].to_lowercase();
        // Words of which most stand before no name at all.
        let rare = ["en", "em", "i", "para", "w"].contains(&cue.as_str());
        if rare && !after.trim_start().starts_with(char::is_uppercase) {
            return;
        }
        if self.behind_postcode(after) {
            return;
        }
        let before = self.before();
        let english = !["à", "sur"].contains(&cue.as_str());
        let mut run = expression::read(after, Setting::Prose);
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        let last_is_wide = last.is_wide();
        // "Harbor Foods in Denver, CO is hiring", "our store is in Brooklyn".
        let own = vacancy::at_own_site(before) && !last.is_wide();
        let plain = own
            || vacancy::is_of_site(before)
            || vacancy::goes_on_with_hiring(tail) && !vacancy::counts_sites(before);
        let many = vacancy::hires_many(before);
        let opening = vacancy::announces_opening(before);
        // "Work in our studio in Manhattan": no other thing is in a place.
        let at_site = opening && vacancy::ends_with_site(before);
        // "Come work in Spokane", "three days a week in Denver".
        let comes = vacancy::invites(before)
            || vacancy::counts_days(before)
            || vacancy::works_on_site(before);
        if comes {
            run.places
                .retain(|named| !named.is_wide() || is_metro(named));
        }
        // "We are a bakery in Portland, Maine", "on behalf of our client in Waco, TX".
        let ours = vacancy::says_what_we_are(before) || vacancy::is_for_client(before);
        if ours {
            run.places.retain(|named| named.joined || named.is_large());
        }
        // "Our restaurant in downtown Denver seats 80": where nothing else says the place.
        let does = vacancy::we_do(before);
        if does {
            run.places.retain(|named| named.joined && !named.is_wide());
        }
        let house = !last_is_wide && (does || vacancy::is_own_house(before));
        // "Unser Büro in Wien unterstützt Sie" tells of colleagues where a title names Munich.
        if house || own {
            self.standing = Standing::Aside;
        }
        let sought = !last_is_wide && self.seeks_abroad();
        if sought {
            run.places.retain(|named| named.joined || is_town(named));
        }
        // "Part-time nanny for two children in Evanston, IL.": an advert of one paragraph
        // opens with the job.
        let heads = self.heads_advert() && behind::closes(tail);
        if heads {
            run.places.retain(|named| named.joined && !named.is_wide());
        }
        let plain = plain || comes || ours || house || sought || heads;
        if !plain && !many && !opening && !subject::names_office(before, english) {
            return;
        }
        if denial::is_denied(before) {
            self.take(&run, PlaceRole::Excluded, Confidence::Medium, |_| true);
            return;
        }
        let closes = plain || behind::closes(tail);
        if !closes || topic::is_passing(self.sentence_words()) {
            return;
        }
        // "Drivers in Colorado and Iowa", and towns beside one that everybody knows;
        // "a cook in Denver, CO", not "an analyst in finance".
        let in_us = |named: &Named| named.senses[0].country() == Some("US");
        let known = many
            && (before.trim_end().ends_with("hiring") || run.places.iter().all(in_us))
            && run
                .places
                .iter()
                .any(|named| named.joined || named.is_wide() || named.is_large());
        if !known && !plain && !at_site && (opening || many) {
            run.places.retain(|named| named.joined || is_metro(named));
        }
        self.take_as(&run, Confidence::Medium, known || sought, |_| {
            PlaceRole::Work
        });
    }

    /// Whether the first sentence of the text says whom it is for by the name of a job, and
    /// has no verb that tells of anything else.
    fn heads_advert(&self) -> bool {
        const LEADS: usize = 4;
        const VERBS: Words = Words::of(
            "is are was were has have had be been will can do does makes builds serves helps \
             provides offers works run runs founded based",
        );
        let posting = self.context.prose.posting;
        let body = &posting.text[posting.document.body.range()];
        let start = posting.document.body.end - body.trim_start().len();
        let words = &posting.text[start..self.at.start.max(start)];
        let of_first = self.sentence().start <= start && !words.contains(['\n', ':']);
        let head: Vec<&str> = words.split_whitespace().collect();
        let job = || {
            let leads = 1..=LEADS.min(head.len());
            leads
                .into_iter()
                .any(|count| names_job(&head[..count].join(" ")))
        };
        let article = |word: &&str| ["The", "A", "An", "Our", "As"].contains(word);
        let tells = || head.iter().any(|word| VERBS.has(&word.to_lowercase()));
        of_first && !head.first().is_some_and(article) && !tells() && job()
    }

    /// Whether the sentence is in another language than English, and seeks somebody.
    fn seeks_abroad(&self) -> bool {
        let language = self.context.facts.language.first();
        language.is_some_and(|found| found.value.code != "en")
            && vacancy::seeks_abroad(self.sentence_words())
    }

    /// "Our Pittsburgh office needs a cook", "join our Pittsburgh team".
    pub(super) fn our_office(&mut self) {
        let after = self.after();
        let before = self.before().trim();
        let joins = ["join", "to join", "please join"].contains(&before);
        if !after.trim_start().starts_with(char::is_uppercase) || !(before.is_empty() || joins) {
            return;
        }
        let run = expression::read(after, Setting::Prose);
        let Some(last) = run.places.last() else {
            return;
        };
        let tail = &after[last.range.end..];
        // A team may be called Phoenix, so that a place that is stated says more.
        let town = run.places.len() == 1 && !last.is_wide();
        if joins && town && vacancy::ends_with_team(tail) {
            self.standing = Standing::Aside;
            self.take(&run, PlaceRole::Work, Confidence::Medium, |_| true);
        } else if !joins && behind::begins_with_office(tail) && vacancy::needs_somebody(tail) {
            self.take_as(&run, Confidence::Medium, true, |_| PlaceRole::Work);
        }
    }

    /// "in 04109 Leipzig": with its code a town is no mere mention.
    fn behind_postcode(&mut self, after: &str) -> bool {
        let words = after.trim_start();
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let name = &words[digits..];
        if digits != 5 || !name.starts_with(' ') || !name[1..].starts_with(char::is_uppercase) {
            return false;
        }
        let base = after.len() - name.len();
        let mut run = expression::read(name, Setting::Prose);
        run.places.truncate(1);
        for named in &mut run.places {
            named.range = named.range.start + base..named.range.end + base;
        }
        let seat = ["sitz", "zentrale", "siège", "headquarter"];
        if run.places.is_empty() || seat.iter().any(|word| self.before().contains(word)) {
            return false;
        }
        self.take_as(&run, Confidence::Medium, false, |_| PlaceRole::Work);
        true
    }
}

/// A town that is no village, whose name might be a word.
fn is_town(named: &Named) -> bool {
    const LEAST: u32 = 15_000;
    named.senses[0].weight() >= LEAST
}

/// "the Twin Cities": wide, and still somewhere.
fn is_metro(named: &Named) -> bool {
    matches!(named.senses[0], Means::Metro(_))
}
