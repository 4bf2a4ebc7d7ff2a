//! The stretch of work that an amount pays for, as it is written right beside
//! the amount: `/hr`, `per annum`, `pro Monat`, `za godzinę`, `/月`.

use crate::domain::money::Period;

/// The period expression that begins at `at` (behind spaces), and where it ends.
pub(super) fn at(words: &str, at: usize) -> Option<(Period, usize)> {
    let start = at + spaces(words, at);
    let rest = &words[start..];
    let first = rest.chars().next()?;
    if let Some(found) = east_asian(rest) {
        return Some((found.0, start + found.1));
    }
    if first == '/' {
        let unit_at = start + 1 + spaces(words, start + 1);
        // `/ per year`, `/yearly`, `/hr`.
        let unit_at = skip_word(words, unit_at, &["per", "a", "an", "1"]);
        let (unit, end) = word(words, unit_at);
        return unit_after_slash(unit)
            .or_else(|| unit_of(unit))
            .or_else(|| adverb(unit))
            .map(|stretch| (stretch, end));
    }
    let twice = [
        "twice a month",
        "twice per month",
        "twice monthly",
        "semi monthly",
        "bi weekly",
    ];
    if let Some(twice) = twice.iter().find(|twice| rest.starts_with(**twice)) {
        return Some((Period::Other, start + twice.len()));
    }
    let (lead, lead_end) = word(words, start);
    if lead.is_empty() {
        return None;
    }
    if let Some(stretch) = adverb(lead) {
        // "p.m." and "pa" close nothing; a point may also end the sentence.
        return Some((stretch, lead_end));
    }
    let mut unit_at = lead_end + spaces(words, lead_end);
    // "for each event", but not "for a year", which is how long.
    let for_each = lead == "for" && matches!(word(words, unit_at).0, "each" | "every");
    if !(is_connector(lead) || for_each) {
        return None;
    }
    if words[lead_end..].starts_with('\'') {
        // `à l'heure`, `all'ora`
        unit_at = lead_end + 1;
    }
    unit_at = skip_word(
        words,
        unit_at,
        &["the", "full", "working", "calendar", "1", "every", "each"],
    );
    if let Some(end) = [
        "two weeks",
        "2 weeks",
        "other week",
        "pay period",
        "paycheck",
    ]
    .iter()
    .find_map(|half| {
        words[unit_at..]
            .starts_with(half)
            .then(|| unit_at + half.len())
    }) {
        return Some((Period::Other, end));
    }
    unit_at = skip_measure(words, unit_at);
    let (unit, end) = word(words, unit_at);
    if QUALIFIED.contains(&unit) {
        // An hour of credit is a piece of work and takes a term; one of
        // teaching is an hour.
        let (unit, end) = word(words, end + spaces(words, end));
        let piece =
            matches!(unit, "hour" | "hours" | "hr") && words[unit_at..].starts_with(['c', 's']);
        let piece = piece && !words[unit_at..].starts_with("contact");
        return if piece {
            Some((Period::Other, end))
        } else {
            unit_of(unit).map(|stretch| (stretch, end))
        };
    }
    if let Some(article) = unit.strip_prefix("l'").or(unit.strip_prefix("d'")) {
        return unit_of(article).map(|stretch| (stretch, end));
    }
    unit_of(unit).map(|stretch| (stretch, end))
}

fn spaces(words: &str, at: usize) -> usize {
    let rest = &words[at..];
    rest.len() - rest.trim_start_matches(' ').len()
}

/// The word at `at`: letters, inner points and slashes between single letters.
fn word(words: &str, at: usize) -> (&str, usize) {
    let mut end = at;
    let mut last = None;
    for (index, c) in words[at..].char_indices().take(16) {
        let inner = match c {
            '.' => last.is_some(),
            '/' => index == 1,
            '-' => index > 0,
            '\'' => index > 0 && index <= 2,
            _ => c.is_alphabetic() || is_mark(c) || (c == '1' && index == 0),
        };
        if !inner {
            break;
        }
        end = at + index + c.len_utf8();
        last = Some(c);
    }
    let mut found = &words[at..end];
    // A point that ends a sentence is not part of the word, but it is of "p.a.".
    if found.ends_with('.') && !found[..found.len() - 1].contains('.') && !is_abbreviation(found) {
        found = &found[..found.len() - 1];
    }
    found = found.trim_end_matches(['-', '\'', '/']);
    (found, at + found.len())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "std."
            | "godz."
            | "mies."
            | "mtl."
            | "mj."
            | "mėn."
            | "mēn."
            | "val."
            | "md."
            | "mt."
            | "hod."
            | "tim."
            | "mnd."
            | "jährl."
            | "monatl."
            | "hr."
            | "hrs."
            | "mo."
            | "yr."
            | "wk."
            | "pr."
            | "mån."
    )
}

fn skip_word(words: &str, at: usize, skip: &[&str]) -> usize {
    let (found, end) = word(words, at);
    if skip.contains(&found) {
        end + spaces(words, end)
    } else {
        at
    }
}

/// Behind `per`: the measure of a unit, such as the `12-hour` of a shift or the
/// `three-credit` of a course.
fn skip_measure(words: &str, at: usize) -> usize {
    let rest = &words[at..];
    let len = rest
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.')))
        .unwrap_or(rest.len());
    let measured = rest[..len]
        .rsplit_once('-')
        .is_some_and(|(_, unit)| MEASURES.contains(&unit));
    if measured {
        at + len + spaces(words, at + len)
    } else {
        at
    }
}

/// What a unit of work is measured in.
const MEASURES: &[&str] = &[
    "hour", "hr", "credit", "unit", "week", "day", "minute", "min", "month", "point",
];

/// Words between `per` and its unit.
#[rustfmt::skip]
const QUALIFIED: &[&str] = &[
    "credit", "semester", "contact", "teaching", "instructional", "flagged", "flag", "billed", "booked",
    "worked", "completed", "loaded", "practical", "hub", "dispatched", "paid", "delivered", "home",
    "patient", "flight", "block", "group", "private", "published", "finished", "clinical",
];

/// Words that lead to a unit of time.
fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "per"
            | "a"
            | "an"
            | "each"
            | "every"
            | "pro"
            | "par"
            | "por"
            | "al"
            | "à"
            | "de"
            | "je"
            | "all"
            | "im"
            | "die"
            | "om"
            | "i"
            | "á"
            | "na"
            | "za"
            | "w"
            | "pr"
            | "pr."
            | "ao"
            | "a l"
            | "la"
            | "pe"
            | "the"
            | "cada"
            | "il"
            | "van"
    ) || word == "à l"
}

/// Units of time. Single letters count only behind a slash.
fn unit_of(word: &str) -> Option<Period> {
    let period = match word {
        "hour"
        | "hours"
        | "hr"
        | "hr."
        | "hrs"
        | "hrs."
        | "stunde"
        | "std"
        | "std."
        | "heure"
        | "heures"
        | "hora"
        | "hores"
        | "horas"
        | "ora"
        | "ore"
        | "uur"
        | "uren"
        | "godz"
        | "godz."
        | "godzinę"
        | "godzina"
        | "godzine"
        | "hod"
        | "hod."
        | "hodinu"
        | "óra"
        | "oră"
        | "час"
        | "ώρα"
        | "val"
        | "val."
        | "tim"
        | "tim."
        | "timme"
        | "timen"
        | "time"
        | "tímann"
        | "saat"
        | "jam"
        | "giờ"
        | "ชั่วโมง"
        | "uro"
        | "tunnis"
        | "stundā" => Period::Hour,
        "day" | "days" | "tag" | "jour" | "día" | "dia" | "giorno" | "dag" | "dzień" | "den"
        | "diem" | "วัน" | "hari" | "gün" | "ngày" => Period::Day,
        "week" | "weeks" | "wk" | "wk." | "woche" | "semaine" | "semana" | "settimana"
        | "tydzień" | "vecka" | "uke" | "uge" | "minggu" | "setmana" => Period::Week,
        "month" | "months" | "mo" | "mo." | "mth" | "mnth" | "monat" | "mt" | "mt." | "mois"
        | "mes" | "mês" | "mese" | "maand" | "mnd" | "mnd." | "miesiąc" | "mies" | "mies."
        | "m-c" | "mc" | "měsíc" | "mesiac" | "hó" | "hónap" | "lună" | "месец" | "mj" | "mj."
        | "mjesec" | "mesec" | "μήνα" | "mėn" | "mėn." | "mēn" | "mēn." | "mėnesį" | "mēnesī"
        | "kk" | "kuu" | "kuus" | "mån" | "mån." | "månad" | "månaden" | "md" | "md." | "måned"
        | "måneden" | "mánuði" | "bulan" | "tháng" | "เดือน" | "ay" => Period::Month,
        "year" | "years" | "yr" | "yr." | "yrs" | "annum" | "anum" | "annual" | "jahr" | "an"
        | "année" | "annee" | "año" | "any" | "ano" | "anno" | "jaar" | "rok" | "év" | "год"
        | "година" | "έτος" | "metus" | "år" | "året" | "vuosi" | "ár" | "ári" | "tahun"
        | "năm" | "ปี" | "yıl" => Period::Year,
        "project" | "projekt" | "projet" | "proyecto" | "engagement" | "assignment" => {
            Period::Project
        }
        "fortnight" | "quarter" | "shift" | "quincena" | "biweekly" => Period::Other,
        // Piece rates.
        "mile" | "miles" | "mi" | "mi." | "load" | "visit" | "class" | "session" | "lesson"
        | "walk" | "ride" | "lawn" | "delivery" | "piece" | "treatment" | "game" | "stop"
        | "course" | "courses" | "credit" | "unit" | "word" | "page" | "article" | "bin"
        | "box" | "event" | "show" | "student" | "night" | "overnight" | "trip" | "route"
        | "inspection" | "drop" | "pallet" | "ton" | "appointment" | "encounter"
        | "performance" | "rehearsal" | "tree" | "tray" | "lug" | "bushel" | "bucket"
        | "season" => Period::Other,
        _ => return None,
    };
    Some(period)
}

fn unit_after_slash(word: &str) -> Option<Period> {
    Some(match word {
        "h" | "t" | "u" | "st" => Period::Hour,
        "d" | "j" => Period::Day,
        "w" => Period::Week,
        "m" => Period::Month,
        "y" | "a" | "v" => Period::Year,
        _ => return None,
    })
}

/// Words that say the period by themselves.
fn adverb(word: &str) -> Option<Period> {
    let period = match word {
        "hourly" | "p/h" | "ph" | "p.h." | "p/u" | "p.u." | "stündlich" | "horaire" | "hourly."
        | "p/hr" | "p/hour" | "b/h" | "brutto/h" | "godzinowo" | "timen" | "לשעה" | "بالساعة" => {
            Period::Hour
        }
        "daily" | "p/d" | "p.d." | "pd" | "täglich" | "journalier" | "diarios" | "diario" => {
            Period::Day
        }
        "weekly" | "p/w" | "pw" | "p.w." | "wöchentlich" | "semanal" | "semanales"
        | "hebdomadaire" => Period::Week,
        "monthly" | "p/m" | "pm" | "p.m." | "pcm" | "pcm." | "mtl" | "mtl." | "monatlich"
        | "mensuel" | "mensuels" | "mensuelle" | "mensual" | "mensuales" | "mensal" | "mensais"
        | "mensili" | "mensile" | "miesięcznie" | "miesiecznie" | "měsíčně" | "mesačne"
        | "havi" | "havonta" | "lunar" | "месечно" | "mjesečno" | "mesečno" | "μηνιαίως"
        | "mēnesī" | "kuukaudessa" | "aylık" | "sebulan" | "kuus" | "monatl." | "شهرياً"
        | "شهريا" | "לחודש" | "חודשי" => Period::Month,
        "yearly" | "annually" | "annualy" | "annual" | "annualized" | "annualised" | "pa"
        | "p.a." | "p.a" | "p/a" | "p/y" | "jährlich" | "jährl." | "annuel" | "annuels"
        | "annuelle" | "anual" | "anuales" | "anuais" | "annui" | "annuo" | "annue" | "rocznie"
        | "ročně" | "ročne" | "évi" | "évente" | "anuala" | "годишно" | "godišnje" | "letno"
        | "ετησίως" | "gadā" | "aastas" | "vuodessa" | "yıllık" | "b/a" | "årligt"
        | "jaarlijks" | "setahun" | "سنوياً" | "سنويا" | "לשנה" | "שנתי" | "anualment" => {
            Period::Year
        }
        "bi-weekly" | "biweekly" | "semi-monthly" | "semimonthly" | "bimonthly" | "bi-monthly"
        | "fortnightly" | "quincenal" | "quincenales" | "quarterly" => return Some(Period::Other),
        _ => return None,
    };
    Some(period)
}

/// `/月`, `每月`, `一个月`: scripts without spaces.
fn east_asian(rest: &str) -> Option<(Period, usize)> {
    for (words, period) in [
        ("/小时", Period::Hour),
        ("每小时", Period::Hour),
        ("/天", Period::Day),
        ("每天", Period::Day),
        ("/月", Period::Month),
        ("每月", Period::Month),
        ("·14薪", Period::Month),
        ("·13薪", Period::Month),
        ("·15薪", Period::Month),
        ("·16薪", Period::Month),
        ("/年", Period::Year),
        ("每年", Period::Year),
    ] {
        if rest.starts_with(words) {
            return Some((period, words.len()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_where_it_is_written_beside_the_amount() {
        for (text, period) in [
            ("/hr.", Some(Period::Hour)),
            (" / hour and", Some(Period::Hour)),
            (" an hour", Some(Period::Hour)),
            (" per annum", Some(Period::Year)),
            (" p.a.", Some(Period::Year)),
            (" pa plus", Some(Period::Year)),
            (" per year.", Some(Period::Year)),
            (" annually.", Some(Period::Year)),
            ("/yr.", Some(Period::Year)),
            (" pro monat", Some(Period::Month)),
            ("/godz. netto", Some(Period::Hour)),
            (" par an", Some(Period::Year)),
            (" de l'heure", Some(Period::Hour)),
            (" all'ora", Some(Period::Hour)),
            (" al mes", Some(Period::Month)),
            (" p/h paye", Some(Period::Hour)),
            (" in the", None),
            (" a team", None),
            (" people", None),
            (" per service a year", None),
            (" per five-credit course", Some(Period::Other)),
            (" per 12-hour shift", Some(Period::Other)),
            (" per credit hour", Some(Period::Other)),
            (" per contact hour", Some(Period::Hour)),
            (" per flagged hour", Some(Period::Hour)),
            (" every two weeks", Some(Period::Other)),
            (" twice a month", Some(Period::Other)),
            (" semi-monthly.", Some(Period::Other)),
            (" per pay period", Some(Period::Other)),
            ("/month)", Some(Period::Month)),
            ("/kk,", Some(Period::Month)),
        ] {
            let found = at(text, 0).map(|f| f.0);
            assert_eq!(found, period, "{text}");
        }
    }

    #[test]
    fn a_fortnight_is_said_and_is_none_of_ours() {
        assert_eq!(at(" bi-weekly", 0).map(|f| f.0), Some(Period::Other));
    }
}
