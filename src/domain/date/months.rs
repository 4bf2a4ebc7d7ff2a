//! Names of the months in the languages of postings.

/// The month (1 to 12) that `word` names, in any case, without its full stop.
pub(super) fn number(word: &str) -> Option<i8> {
    if word.len() > 24 {
        return None;
    }
    let lower = word.to_lowercase();
    NAMES
        .binary_search_by(|(name, _)| (*name).cmp(lower.as_str()))
        .ok()
        .map(|i| NAMES[i].1)
}

/// True if the word can hardly be anything but a month, whatever its case: not
/// an abbreviation, not *may*, *march*, *mars*.
pub(super) fn is_plain(word: &str) -> bool {
    word.chars().count() > 3
        && !["march", "mars", "sept"]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w))
}

/// Sorted by name (bytewise), which a test proves.
const NAMES: &[(&str, i8)] = &[
    ("abr", 4),
    ("abril", 4),
    ("ago", 8),
    ("agost", 8),
    ("agosto", 8),
    ("aout", 8),
    ("août", 8),
    ("apr", 4),
    ("april", 4),
    ("aprile", 4),
    ("aug", 8),
    ("august", 8),
    ("augusti", 8),
    ("augustus", 8),
    ("avr", 4),
    ("avril", 4),
    ("czerwca", 6),
    ("czerwiec", 6),
    ("dec", 12),
    ("december", 12),
    ("decembre", 12),
    ("des", 12),
    ("desember", 12),
    ("desembre", 12),
    ("dez", 12),
    ("dezember", 12),
    ("dezembro", 12),
    ("dic", 12),
    ("dicembre", 12),
    ("diciembre", 12),
    ("déc", 12),
    ("décembre", 12),
    ("elokuuta", 8),
    ("ene", 1),
    ("enero", 1),
    ("feb", 2),
    ("febbraio", 2),
    ("febrer", 2),
    ("febrero", 2),
    ("februar", 2),
    ("februari", 2),
    ("february", 2),
    ("fev", 2),
    ("fevereiro", 2),
    ("fevrier", 2),
    ("fév", 2),
    ("févr", 2),
    ("février", 2),
    ("gener", 1),
    ("gennaio", 1),
    ("giu", 6),
    ("giugno", 6),
    ("grudnia", 12),
    ("grudzień", 12),
    ("heinäkuuta", 7),
    ("helmikuuta", 2),
    ("huhtikuuta", 4),
    ("jan", 1),
    ("janeiro", 1),
    ("januar", 1),
    ("januari", 1),
    ("january", 1),
    ("janv", 1),
    ("janvier", 1),
    ("joulukuuta", 12),
    ("juil", 7),
    ("juillet", 7),
    ("juin", 6),
    ("jul", 7),
    ("julho", 7),
    ("juli", 7),
    ("julio", 7),
    ("juliol", 7),
    ("july", 7),
    ("jun", 6),
    ("june", 6),
    ("junho", 6),
    ("juni", 6),
    ("junio", 6),
    ("juny", 6),
    ("jänner", 1),
    ("kesäkuuta", 6),
    ("kwiecień", 4),
    ("kwietnia", 4),
    ("lipca", 7),
    ("lipiec", 7),
    ("listopad", 11),
    ("listopada", 11),
    ("lokakuuta", 10),
    ("lug", 7),
    ("luglio", 7),
    ("lutego", 2),
    ("luty", 2),
    ("maaliskuuta", 3),
    ("maart", 3),
    ("maggio", 5),
    ("mai", 5),
    ("maig", 5),
    ("maio", 5),
    ("maj", 5),
    ("maja", 5),
    ("mar", 3),
    ("marca", 3),
    ("march", 3),
    ("marraskuuta", 11),
    ("mars", 3),
    ("marts", 3),
    ("marzec", 3),
    ("marzo", 3),
    ("març", 3),
    ("março", 3),
    ("may", 5),
    ("mayo", 5),
    ("mei", 5),
    ("mrt", 3),
    ("mär", 3),
    ("märz", 3),
    ("nov", 11),
    ("november", 11),
    ("novembre", 11),
    ("novembro", 11),
    ("noviembre", 11),
    ("oct", 10),
    ("october", 10),
    ("octobre", 10),
    ("octubre", 10),
    ("okt", 10),
    ("oktober", 10),
    ("ott", 10),
    ("ottobre", 10),
    ("outubro", 10),
    ("październik", 10),
    ("października", 10),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
    ("septembre", 9),
    ("septiembre", 9),
    ("setembre", 9),
    ("setembro", 9),
    ("setiembre", 9),
    ("settembre", 9),
    ("sierpień", 8),
    ("sierpnia", 8),
    ("styczeń", 1),
    ("stycznia", 1),
    ("syyskuuta", 9),
    ("tammikuuta", 1),
    ("toukokuuta", 5),
    ("wrzesień", 9),
    ("września", 9),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_sorted_for_the_search() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn months_have_names_in_many_languages() {
        for (word, month) in [
            ("May", 5),
            ("SEPT", 9),
            ("février", 2),
            ("März", 3),
            ("października", 10),
            ("agosto", 8),
            ("augusti", 8),
            ("março", 3),
        ] {
            assert_eq!(number(word), Some(month), "{word}");
        }
        assert_eq!(number("the"), None);
    }
}
