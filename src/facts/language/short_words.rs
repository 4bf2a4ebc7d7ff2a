//! Short drafts of other languages, told by the small words and the words for work and pay
//! that they hold: a detector calls a few lines anything.

use crate::facts::vocabulary::Words;

/// So many different words of a language tell it.
const ENOUGH: usize = 3;

/// The language of which a text holds most words, if it holds enough of them and more than
/// of any other.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.dedup();
    let count = |list: &Words| words.iter().filter(|word| list.has(word)).count();
    let counts = || LANGUAGES.iter().map(|(code, list)| (*code, count(list)));
    let (code, most) = counts().max_by_key(|(_, count)| *count)?;
    let is_alone = counts().filter(|(_, count)| *count == most).count() == 1;
    (most >= ENOUGH && is_alone && code != "en").then_some(code)
}

/// Small words, and what drafts say of a job.
#[rustfmt::skip]
const LANGUAGES: &[(&str, Words)] = &[
    ("en", Words::of(
        "and are be by for from have of or our that the their this to we will with you your in at on as is job pay hour \
         work full time week apply experience salary per month year",
    )),
    ("de", Words::of(
        "und der die das den dem ein eine wir suchen sucht suche für mit bei zum zur im stunden std vollzeit teilzeit \
         unbefristet befristet brutto gehalt lohn vergütung bewerbung bewerben urlaub urlaubstage sofort oder unser unsere \
         jahr monat stunde erfahrung ihr sie du dich wochenende gesucht entlohnung",
    )),
    ("nl", Words::of(
        "een het voor wij zoeken zoekt zoek uur salaris bruto bent jij je ons onze bij van en de in met dienstverband \
         solliciteer vakantiedagen vakantiegeld ervaring maand week gevraagd reiskostenvergoeding haar team tussen ligt",
    )),
    ("fr", Words::of(
        "et les des pour avec vous nous une un du au aux de la le temps plein partiel salaire brut poste recherche \
         recherchons heures heure cdi cdd lettre candidature expérience mois an débutant lieu rémunération contrat",
    )),
    ("es", Words::of(
        "y los las para con una un el la de en se busca buscamos solicito salario sueldo jornada completa contrato horas \
         hora experiencia bruto brutos edad sexo turno semanales mensuales anuales llamar enviar ofrecemos prestaciones",
    )),
    ("it", Words::of(
        "e il di per con una un la cerca cerchiamo cercasi contratto tempo indeterminato determinato orario stipendio lordo \
         lordi sede lavoro azienda giorni settimana ore esperienza mese anno euro ral inviare",
    )),
    ("pt", Words::of(
        "e os as para com uma um de em vaga contrata salário regime horas mês por benefícios experiência enviar currículo \
         contratamos jornada remuneração local",
    )),
    ("sv", Words::of(
        "och att vi söker till vår på av en är heltid deltid lön månadslön ansök senast erfarenhet tjänst timmar veckan \
         tillsvidare tillsvidareanställning kollektivavtal kr",
    )),
    ("da", Words::of(
        "og til vi søger søges en af er løn timer timen ugen ansøgningsfrist ansøgning måned stilling fuldtid deltid \
         overenskomst efter erfaring kr med",
    )),
    ("no", Words::of(
        "og til vi søker søkes en av er stilling lønn søknadsfrist søknad fast år etter erfaring timer uken heltid deltid \
         ansiennitet kr med pensjonsordning",
    )),
    ("fi", Words::of(
        "ja etsimme haemme palkka työ työaika kokoaikainen osa aikainen hakuaika päättyy kuukausi tunti tunnissa kokemus \
         lähetä hakemus",
    )),
    ("pl", Words::of(
        "i w z na do oraz dla praca pracy umowa wynagrodzenie brutto netto miejsce oferujemy miesięcznie godzinę zł czas \
         nieokreślony poszukujemy zatrudnimy doświadczenie wymagania",
    )),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_tell_a_language() {
        for (text, expected) in [
            (
                "Kok søges, 30 timer om ugen. Ansøgningsfrist 1. maj.",
                Some("da"),
            ),
            (
                "Sykepleier, fast stilling. Lønn etter avtale. Søknadsfrist 1.5.",
                Some("no"),
            ),
            ("Wij zoeken een kok voor 24 uur per week.", Some("nl")),
            ("Se busca camarero, 9 € la hora.", Some("es")),
            ("Line cook, Los Angeles, CA, $20 an hour.", None),
            (
                "Bistro La Mer de Nantes, Denver: cook for our kitchen, full time.",
                None,
            ),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }
}
