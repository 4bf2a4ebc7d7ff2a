//! The form in which names of places are compared: lower-case letters and
//! digits without accents and spaces, so that `São Paulo`, `Sao Paulo`, `SAO-PAULO`
//! are one. Used when the program is built, too.

/// The form of `name` that the gazetteer is sorted by.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'a'..='z' | '0'..='9' => key.push(c),
            'A'..='Z' => key.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => {}
            _ => fold(c, &mut key),
        }
    }
    key
}

/// Writes a letter beyond ASCII as the plain letters that stand for it.
fn fold(c: char, key: &mut String) {
    let plain = match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' | 'ǝ' | 'Ə' | 'ə' => {
            "a"
        }
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' | 'Ḍ' | 'ḍ' | 'Ḏ' | 'ḏ' | 'Ḑ' | 'ḑ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => "e",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' | 'Ḡ' | 'ḡ' => "g",
        'Ĥ'..='ħ' | 'Ḥ' | 'ḥ' | 'Ḩ' | 'ḩ' | 'Ḫ' | 'ḫ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' | 'Ḵ' | 'ḵ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' | 'Ṅ' | 'ṅ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṣ' | 'ṣ' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṭ' | 'ṭ' | 'Ṯ' | 'ṯ' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' | 'Ẓ' | 'ẓ' | 'Ẕ' | 'ẕ' => "z",
        _ => {
            if c.is_alphanumeric() {
                key.extend(c.to_lowercase());
            }
            return;
        }
    };
    key.push_str(plain);
}

/// Bits of the filter that says of most words at once that they name no place.
pub const FILTER_BITS: usize = 1 << 20;

/// The bits of a key in the filter (a Bloom filter).
pub fn filter_bits(key: &str) -> [usize; 2] {
    // FNV-1a, whose two halves serve as two hashes.
    let hash = key.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = hash ^ hash >> 29;
    [mixed, mixed >> 32].map(|half| half as usize % FILTER_BITS)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("São Paulo", "SAO-PAULO"),
            ("St. Louis", "st louis"),
            ("Łódź", "Lodz"),
            ("Hồ Chí Minh", "Ho Chi Minh"),
            ("Washington, D.C.", "Washington DC"),
            ("Coeur d’Alene", "Coeur d'Alene"),
        ] {
            assert_eq!(key(one), key(other));
        }
        assert_eq!(key("東京"), "東京");
        assert_eq!(key(" – "), "");
    }
}
