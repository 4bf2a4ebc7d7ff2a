//! Whether the words around a place announce a vacancy there: whom the employer hires,
//! and whether what is named stands there, the job or the house.

use super::{words, words_at};
use crate::facts::phrases::words;
use crate::facts::vocabulary::Words;

/// True if the words before a cue say whom the employer hires.
pub fn hires(before: &str) -> bool {
    let named = |wanted: &[&str]| words(before).any(|w| wanted.contains(&w));
    named(&["hire", "hiring", "employ", "recruit"])
        && named(&["people", "anyone", "those", "folks", "who"])
}

/// True if others than the employer hire: "companies can hire anyone anywhere in the
/// world".
pub fn others_hire(before: &str) -> bool {
    let named = |wanted: &[&str]| words(before).any(|w| wanted.contains(&w));
    named(&["companies", "businesses", "employers", "organizations"])
        && named(&["hire", "hiring", "recruit"])
}

/// "hiring drivers in", "one opening each in", "join our team in": several are hired,
/// and what stands in a place is the job.
pub fn hires_many(before: &str) -> bool {
    const HIRES: &[&str] = &[
        "hiring",
        "join our team",
        "join us",
        "openings",
        "opening each",
        "positions",
        "vacancies",
    ];
    const TURNS: Words = Words::of(
        "a an for with who whose that to experience experienced customers clients partner \
         partners not expertise skills",
    );
    let found = HIRES.iter().filter_map(|phrase| {
        let at = before.rfind(phrase)?;
        let starts = !before[..at].ends_with(char::is_alphanumeric);
        starts.then_some(at + phrase.len())
    });
    found.max().is_some_and(|end| {
        let between: Vec<&str> = words(&before[end..]).collect();
        between.len() <= 5 && !between.iter().any(|word| TURNS.has(word))
    })
}

/// "Our store is in": what the sentence speaks of is where one works.
pub fn is_of_site(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches(" located");
    let Some(before) = before.strip_suffix(" is") else {
        return false;
    };
    let words: Vec<&str> = words(before).collect();
    let own = words
        .first()
        .is_some_and(|w| ["our", "the", "this"].contains(w));
    own && words.len() <= 5 && words.last().is_some_and(|word| SITE.has(word))
}

/// "für unseren Standort", "pour notre restaurant": the house is the employer's own, and who
/// is sought works there.
pub fn at_own_site(before: &str) -> bool {
    const OWN: Words = Words::of(
        "unser unsere unserem unseren unserer notre nuestro nuestra ons onze nostro nostra \
         nosso nossa vår vårt naszego naszej naszym",
    );
    ends_with_site(before)
        && words(before)
            .rev()
            .skip(1)
            .take(2)
            .any(|word| OWN.has(word))
}

/// "our studio", "the clinics": what stands in a place behind it is where one works.
pub fn ends_with_site(before: &str) -> bool {
    let last = words(before).last().unwrap_or("");
    SITE.has(last) || last.strip_suffix('s').is_some_and(|one| SITE.has(one))
}

/// "Come work in Spokane", "You work in Spokane": whoever reads it is asked to a place.
pub fn invites(before: &str) -> bool {
    const WHOLE: &[&str] = &[
        "work",
        "working",
        "you work",
        "you will be working",
        "you'll be working",
        "the work is",
    ];
    let before = before.trim();
    let asked = ["come work", "come and work", "come to work"];
    // "Come bake with us".
    let joins = before
        .strip_prefix("come ")
        .is_some_and(|rest| rest.ends_with("with us") && words(rest).count() <= 4);
    joins || asked.iter().any(|phrase| before.ends_with(phrase)) || WHOLE.contains(&before)
}

/// "We bake in": what the employer does somewhere, and not for people there.
pub fn we_do(before: &str) -> bool {
    const FOR_OTHERS: Words = Words::of(
        "sell deliver serve operate ship invest compete started began met grew launched opened help believe \
         specialize specialise trade live hire recruit train teach build",
    );
    let mut words = words(before.trim());
    let does = words.next() == Some("we");
    let verb = words.next();
    does && words.next().is_none() && verb.is_some_and(|verb| !FOR_OTHERS.has(verb))
}

/// "On site in Boulder".
pub fn works_on_site(before: &str) -> bool {
    const WAYS: &[&str] = &["on site", "on-site", "onsite", "in person", "in-person"];
    let before = before.trim_end();
    let mut ways = WAYS.iter().filter_map(|way| before.strip_suffix(way));
    ways.any(|head| !head.ends_with(char::is_alphanumeric))
}

/// "We are", "We're a family bakery": what stands in a place is the employer.
pub fn says_what_we_are(before: &str) -> bool {
    const WORDS: usize = 5;
    let before = before.trim();
    let Some(rest) = ["we are", "we're"]
        .iter()
        .find_map(|we| before.strip_prefix(we))
    else {
        return false;
    };
    let kind = [" a ", " an "]
        .iter()
        .find_map(|article| rest.strip_prefix(article));
    match kind {
        Some(kind) => words(kind).count() <= WORDS && ends_with_house(kind),
        // "We're five people".
        None => rest.is_empty() || words(rest).count() <= 3 && rest.ends_with(" people"),
    }
}

/// "on behalf of our client", "our client, a bank,": a staffing firm's job is there.
pub fn is_for_client(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ',']);
    before.ends_with("behalf of our client") || before.ends_with("for our client")
}

/// "Our restaurant": a house where guests are served, and no office of many.
pub fn is_own_house(before: &str) -> bool {
    const WORDS: usize = 4;
    let before = before.trim();
    let own = before.strip_prefix("our ");
    own.is_some_and(|house| words(house).count() <= WORDS && is_house(words(house).last()))
}

fn ends_with_house(before: &str) -> bool {
    is_house(words(before).last()) || ends_with_site(before)
}

fn is_house(word: Option<&str>) -> bool {
    word.is_some_and(|word| HOUSE.has(word))
}

/// "Three days a week in Denver": what is counted are the days on site.
pub fn counts_days(before: &str) -> bool {
    let mut back = words(before).rev();
    let week = back.next();
    let mut next = back.next();
    if next.is_some_and(|word| ["a", "per", "each", "every"].contains(&word)) {
        next = back.next();
    }
    let travels = words(before).any(|word| ["travel", "visit", "trip", "spend"].contains(&word));
    week == Some("week") && next.is_some_and(|word| ["day", "days"].contains(&word)) && !travels
}

/// "team." behind a town.
pub fn ends_with_team(tail: &str) -> bool {
    let Some(rest) = tail.trim_start().strip_prefix("team") else {
        return false;
    };
    rest.is_empty() || rest.starts_with(['.', '!', ',', ';']) || rest.starts_with(" as ")
}

/// "Our Pittsburgh office is growing and needs a cook".
pub fn needs_somebody(tail: &str) -> bool {
    let tail = tail.split([',', '.', ';']).next().unwrap_or(tail);
    [
        "is hiring",
        "is now hiring",
        "is looking for a",
        "is seeking a",
        "seeks a",
        "needs a",
    ]
    .iter()
    .any(|phrase| tail.contains(phrase))
}

/// "zoekt voor haar team in Gent", "i Umeå söker": in other languages, too, who is sought
/// works where the sentence says.
pub fn seeks_abroad(sentence: &str) -> bool {
    const SEEKS: Words = Words::of(
        "sucht suchen gesucht suche zoekt zoeken gezocht cherche cherchons recherche recherchons busca \
         buscamos buscan solicita solicitamos cerca cerchiamo ricerca procura procuramos contrata \
         contratamos söker søger søker etsii etsimme haemme poszukuje poszukujemy zatrudni \
         zatrudnimy",
    );
    words(sentence).any(|word| SEEKS.has(word))
}

/// "plants in", "offices in": there are several, and the job is at none of them for certain.
pub fn counts_sites(before: &str) -> bool {
    let last = words(before).last().unwrap_or("");
    last.strip_suffix('s').is_some_and(|one| SITE.has(one))
}

/// "… in Denver, CO is hiring", "… seeks a cook".
pub fn goes_on_with_hiring(tail: &str) -> bool {
    let tail = tail.trim_start_matches([',', ' ']);
    [
        "is hiring",
        "is now hiring",
        "is seeking",
        "is looking for",
        "is recruiting",
        "seeks",
        "needs a",
        "has an opening",
        "has an immediate opening",
    ]
    .iter()
    .any(|phrase| tail.starts_with(phrase))
}

/// "we are hiring a cook", "bookkeeper needed", "the job is": what stands in a
/// place behind such words is the job.
pub fn announces_opening(before: &str) -> bool {
    const OPENINGS: &[&str] = words![
        "hiring a" "hiring an" "hiring for" "hire for" "looking for a" "looking for an"
        "seeking a" "seeking an" "seeks a" "seeks an" "opening for a" "opening for an" "needs a"
        "needs an" "recruiting a" "recruiting an" "recruits a" "recruits an" "job is" "position is" "role is" "internship is" "needed" "wanted"
        "will work" "available" "work with us" "come work" "we need" "join a" "join our team"
        "join us"
    ];
    /// Behind these the words are about a person or a field.
    const TURNS: Words = Words::of(
        "with who whose that to experience experienced expert expertise specialist \
         specialized specializing specialised specialising interested fluent knowledge \
         degree background customers clients partner partners not",
    );
    let Some(end) = OPENINGS
        .iter()
        .filter_map(|phrase| {
            let at = before.rfind(phrase)?;
            let whole = |c: char| !c.is_alphanumeric();
            let starts = before[..at].is_empty() || before[..at].ends_with(whole);
            let rest = &before[at + phrase.len()..];
            (starts && (rest.is_empty() || rest.starts_with(whole))).then_some(at + phrase.len())
        })
        .max()
    else {
        return false;
    };
    let mut words = before[end..]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.clone().count() <= 9 && !words.any(|word| TURNS.has(word))
}

/// Where the word for what is listed ends behind "in the following", if the words
/// before it speak of where people are hired or live: "we hire in the following
/// states". Licences, customers and shops are in states, too.
pub fn listed(after: &str, before: &str) -> Option<usize> {
    let end = words_at(after)
        .take(3)
        .find(|(_, word)| LISTED.has(&word.to_lowercase()))
        .map(|(at, word)| at + word.len())?;
    let of_people = words(before).any(|word| LISTS_PEOPLE.has(word));
    let of_others = words(before).any(|word| LISTS_OTHERS.has(word));
    (of_people && !of_others).then_some(end)
}

/// Places of work.
const SITE: Words = Words::of(
    "office store shop kitchen restaurant clinic warehouse plant facility studio bakery \
     hospital school branch site depot terminal yard lab salon hotel standort büro filiale \
     niederlassung werk praxis klinik kita küche bureau agence boutique magasin usine clinique \
     oficina tienda restaurante fábrica clínica escritório loja kantoor vestiging winkel \
     ufficio negozio ristorante stabilimento kontor butik restaurang biuro sklep",
);

/// Houses and businesses of one place.
const HOUSE: Words = Words::of(
    "restaurant bakery brewery winery diner cafe café bar pub tavern pizzeria deli grocery market shop store      boutique salon spa gym studio hotel inn motel resort lodge clinic practice hospital pharmacy school      preschool daycare nursery shelter church farm ranch dairy orchard garage dealership museum theater theatre      library marina firm nonprofit startup",
);

/// What "the following" lists.
const LISTED: Words = Words::of(
    "state states country countries province provinces location locations region regions city \
     cities area areas places territories markets hubs metro metros",
);

/// Words for hiring and living.
const LISTS_PEOPLE: Words = Words::of(
    "hire hiring hires employ employing recruit reside resides residing residency residence \
     resident residents live lives living located based remote remotely eligible candidates \
     applicants applications individuals people position positions role roles job work working \
     available open sit",
);

/// Words for what else is in states.
const LISTS_OTHERS: Words = Words::of(
    "license licensed licensure licenses licence licenced certified certification registered \
     customers clients stores shops operate operates operations markets serve serves serving \
     territory sales benefits leave plan experience offices",
);
