//! Names as a sentence lists them.

/// "Colorado, Washington and New York City".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// The same, cut short where the list would be long.
pub(super) fn few(names: &[&str]) -> String {
    const MOST: usize = 5;
    match names.get(..MOST - 1) {
        Some(first) if names.len() > MOST => {
            let rest = format!("{} more", names.len() - first.len());
            listed(&[first, &[rest.as_str()]].concat())
        }
        Some(_) | None => listed(names),
    }
}

/// A title within a sentence: "EEO statement" stays.
pub(super) fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => words.to_owned(),
    }
}
