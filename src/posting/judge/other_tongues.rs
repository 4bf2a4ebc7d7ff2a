//! Words of other languages for texts that have titles and lists as postings do and are none:
//! recipes, courses, flats, contracts, statutes, lives.

use crate::posting::lines::Line;

/// Words of the longest title that is looked at.
const WORDS: usize = 10;

/// With what such texts begin. A course and a contract are what the title is, and no word in it.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "acta", "arrendamiento", "avtal", "contrat", "contrato", "contratto", "cours", "cursus", "curriculum vitae",
    "curso", "currículum", "corso", "facture", "factura", "fattura", "fatura", "faktura", "factuur", "formation",
    "kurs", "kursus", "kurssi", "lebenslauf", "mietvertrag", "notulen", "opskrift", "oppskrift", "procès-verbal",
    "przepis", "protokoll", "protokół", "receita", "recept", "receta", "recette", "resepti", "rezept", "ricetta",
    "rechnung", "seminar", "statut", "umowa", "verbale", "życiorys", "piso", "appartement", "appartamento", "mieszkanie",
    "lejlighed", "lägenhet", "leilighet", "asunto",
];

/// Words for rules and contracts, wherever they stand in a title, and by the ends of compounds.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "arbeitsvertrag", "estatutos", "hausordnung", "huurovereenkomst", "kontrakten", "lejekontrakt", "leiekontrakt",
    "mietvertrag", "regolamento", "regulamento", "regulamin", "reglamento", "reglement", "règlement", "satzung",
    "sopimus", "stadgar", "statuten", "statuto", "statuts", "säännöt", "vedtekter", "vedtægter", "wohnung",
];

/// Headings over what readers cook with, what they pay, and what they do after work.
#[rustfmt::skip]
const HEADINGS: &[&str] = &[
    "ainekset", "ingredienser", "ingredientes", "ingredienti", "ingrediënten", "ingrédients", "składniki", "zutaten",
    "avgift", "beitrag", "contributie", "cotisation", "cuota", "hinta", "jäsenmaksu", "kontingent", "kursgebühr",
    "lidgeld", "medlemsavgift", "mitgliedsbeitrag", "precio", "preço", "prezzo", "prijs", "quota associativa",
    "quota di iscrizione", "składka", "teilnahmegebühr", "wat kost het", "cena",
    "aficiones", "centres d'intérêt", "fritidsintressen", "hobbys", "loisirs", "zainteresowania",
];

/// Said of a flat.
const TO_LET: &[&str] = &[
    "en alquiler",
    "in affitto",
    "te huur",
    "do wynajęcia",
    "para arrendar",
    "para alugar",
    "uthyres",
    "zu vermieten",
    "à louer",
    "til leje",
    "til leie",
    "vuokrattavana",
];

/// "Curso de cerámica", "Satzung des Ruderclubs", "Umowa najmu".
pub(super) fn is_titled(title: &str) -> bool {
    if title.split_whitespace().count() > WORDS {
        return false;
    }
    let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    let opens = |word: &str| {
        let behind = title.strip_prefix(word);
        behind.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    OPENINGS.iter().any(|word| opens(word))
        || TO_LET.iter().any(|words| title.contains(words))
        || words.any(|word| ENDS.iter().any(|end| word.ends_with(end)))
}

/// Whether a heading names what no posting has a heading for.
pub(super) fn is_headed(lines: &[Line<'_>]) -> bool {
    let heads = |line: &&Line<'_>| !line.bullet && line.is_short();
    let mut heads = lines.iter().skip(1).filter(heads);
    heads.any(|line| HEADINGS.contains(&line.key.as_str()))
}
