//! The form of a company: "Inc.", "GmbH", "Sp. z o.o.".

/// True for a name that ends with the form of the company: "… Inc.", "… Sp. z o.o.".
pub fn ends_with_form(value: &str) -> bool {
    let last = value.rsplit(' ').next().unwrap_or("");
    is_form(last)
        || ["o.o.", "e.v.", "s.a.", "s.r.l.", "b.v."].contains(&last.to_lowercase().as_str())
}

/// "Inc.", "LLC": the form of a company.
pub fn is_form(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    [
        "Inc", "LLC", "Ltd", "GmbH", "Corp", "Co", "LP", "LLP", "PLC", "AG", "SA", "SAS", "BV",
        "AB",
    ]
    .iter()
    .any(|form| form.eq_ignore_ascii_case(word))
        || ["A/S", "AS", "ApS", "Lda", "Oy", "SL", "Srl"].contains(&word)
}
