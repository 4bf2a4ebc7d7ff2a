//! States of the US by the first three digits of a ZIP code, as the Postal
//! Service publishes them.

/// The state of a ZIP code (`98101`, `98101-1234`) by its ISO 3166-2 code.
pub fn state_of_zip(zip: &str) -> Option<&'static str> {
    let bytes = zip.trim().as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits != 5 || !(bytes.len() == 5 || bytes.get(5) == Some(&b'-')) {
        return None;
    }
    let prefix = bytes[..3]
        .iter()
        .fold(0, |sum, b| sum * 10 + u16::from(b - b'0'));
    STATES
        .iter()
        .find(|(from, to, _)| (*from..=*to).contains(&prefix))
        .map(|(_, _, state)| *state)
}

/// First and last prefix, state.
const STATES: &[(u16, u16, &str)] = &[
    (5, 5, "US-NY"),
    (6, 7, "US-PR"),
    (8, 8, "US-VI"),
    (9, 9, "US-PR"),
    (10, 27, "US-MA"),
    (28, 29, "US-RI"),
    (30, 38, "US-NH"),
    (39, 49, "US-ME"),
    (50, 54, "US-VT"),
    (55, 55, "US-MA"),
    (56, 59, "US-VT"),
    (60, 69, "US-CT"),
    (70, 89, "US-NJ"),
    (100, 149, "US-NY"),
    (150, 196, "US-PA"),
    (197, 199, "US-DE"),
    (200, 200, "US-DC"),
    (201, 201, "US-VA"),
    (202, 205, "US-DC"),
    (206, 219, "US-MD"),
    (220, 246, "US-VA"),
    (247, 268, "US-WV"),
    (270, 289, "US-NC"),
    (290, 299, "US-SC"),
    (300, 319, "US-GA"),
    (320, 349, "US-FL"),
    (350, 369, "US-AL"),
    (370, 385, "US-TN"),
    (386, 397, "US-MS"),
    (398, 399, "US-GA"),
    (400, 427, "US-KY"),
    (430, 459, "US-OH"),
    (460, 479, "US-IN"),
    (480, 499, "US-MI"),
    (500, 528, "US-IA"),
    (530, 549, "US-WI"),
    (550, 567, "US-MN"),
    (570, 577, "US-SD"),
    (580, 588, "US-ND"),
    (590, 599, "US-MT"),
    (600, 629, "US-IL"),
    (630, 658, "US-MO"),
    (660, 679, "US-KS"),
    (680, 693, "US-NE"),
    (700, 714, "US-LA"),
    (716, 729, "US-AR"),
    (730, 732, "US-OK"),
    (733, 733, "US-TX"),
    (734, 749, "US-OK"),
    (750, 799, "US-TX"),
    (800, 816, "US-CO"),
    (820, 831, "US-WY"),
    (832, 838, "US-ID"),
    (840, 847, "US-UT"),
    (850, 865, "US-AZ"),
    (870, 884, "US-NM"),
    (885, 885, "US-TX"),
    (889, 898, "US-NV"),
    (900, 961, "US-CA"),
    (967, 968, "US-HI"),
    (969, 969, "US-GU"),
    (970, 979, "US-OR"),
    (980, 994, "US-WA"),
    (995, 999, "US-AK"),
];

#[cfg(test)]
mod tests {
    use super::state_of_zip;

    #[test]
    fn a_zip_code_lies_in_a_state() {
        for (zip, state) in [
            ("10018", Some("US-NY")),
            ("98101-1234", Some("US-WA")),
            ("00901", Some("US-PR")),
            ("20001", Some("US-DC")),
            ("20101", Some("US-VA")),
            ("1001", None),
            ("100180", None),
            ("EC2R 7HJ", None),
        ] {
            assert_eq!(state_of_zip(zip), state, "{zip}");
        }
    }
}
