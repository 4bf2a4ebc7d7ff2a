//! Amounts, currencies and pay periods.

use serde::{Deserialize, Serialize};

/// An exact amount in whole units of its currency (dollars, not cents).
pub type Amount = rust_decimal::Decimal;

/// An ISO 4217 code, such as `USD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a three-letter upper-case code. Whether the code is in
    /// use is the caller's business.
    pub const fn new(code: &[u8; 3]) -> Self {
        Currency(*code)
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// What people in a country are paid in, by its ISO 3166-1 code. Small
    /// countries without postings of their own are left out.
    pub fn of_country(country: &str) -> Option<Currency> {
        CURRENCY_OF
            .iter()
            .find(|(_, countries)| countries.split(' ').any(|c| c == country))
            .map(|(code, _)| Currency::new(code))
    }

    /// Whether it is a peso, which shares its sign with the dollar.
    pub fn is_peso(&self) -> bool {
        matches!(&self.0, b"MXN" | b"ARS" | b"CLP" | b"COP" | b"UYU")
    }

    /// Whether a bare `$` means this currency in the countries that use it.
    pub fn is_dollar(&self) -> bool {
        matches!(
            &self.0,
            b"USD"
                | b"CAD"
                | b"AUD"
                | b"NZD"
                | b"SGD"
                | b"HKD"
                | b"TWD"
                | b"MXN"
                | b"ARS"
                | b"CLP"
                | b"COP"
                | b"UYU"
                | b"JMD"
                | b"TTD"
        )
    }
}

/// Currencies with the countries that pay in them.
#[rustfmt::skip]
const CURRENCY_OF: &[(&[u8; 3], &str)] = &[
    (b"USD", "US PR GU VI EC SV PA"),
    (b"EUR", "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK MC SM VA ME XK AD"),
    (b"GBP", "GB IM JE GG"), (b"CHF", "CH LI"), (b"CAD", "CA"), (b"AUD", "AU"), (b"NZD", "NZ"),
    (b"SGD", "SG"), (b"HKD", "HK"), (b"TWD", "TW"), (b"MXN", "MX"), (b"ARS", "AR"), (b"CLP", "CL"),
    (b"COP", "CO"), (b"PEN", "PE"), (b"BRL", "BR"), (b"UYU", "UY"), (b"CRC", "CR"), (b"JMD", "JM"),
    (b"TTD", "TT"), (b"PLN", "PL"), (b"CZK", "CZ"), (b"HUF", "HU"), (b"RON", "RO"), (b"SEK", "SE"),
    (b"DKK", "DK"), (b"NOK", "NO"), (b"ISK", "IS"), (b"RSD", "RS"), (b"UAH", "UA"), (b"RUB", "RU"),
    (b"TRY", "TR"), (b"ILS", "IL"), (b"AED", "AE"), (b"SAR", "SA"), (b"QAR", "QA"), (b"KWD", "KW"),
    (b"BHD", "BH"), (b"OMR", "OM"), (b"EGP", "EG"), (b"MAD", "MA"), (b"TND", "TN"), (b"ZAR", "ZA"),
    (b"NGN", "NG"), (b"KES", "KE"), (b"GHS", "GH"), (b"INR", "IN"), (b"PKR", "PK"), (b"BDT", "BD"),
    (b"LKR", "LK"), (b"JPY", "JP"), (b"CNY", "CN"), (b"KRW", "KR"), (b"PHP", "PH"), (b"IDR", "ID"),
    (b"THB", "TH"), (b"VND", "VN"), (b"MYR", "MY"), (b"KZT", "KZ"),
];

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// What stretch of work an amount pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Hour,
    Day,
    Week,
    Month,
    Year,
    /// A whole engagement, whatever its length.
    Project,
    /// Something else that is said: two weeks, a shift, a mile, a visit.
    Other,
}

impl Period {
    /// All of them by name, for rule files.
    pub const NAMES: &'static [&'static str] =
        &["hour", "day", "week", "month", "year", "project", "other"];

    /// The name used in JSON and in rule files.
    pub fn name(self) -> &'static str {
        match self {
            Period::Hour => "hour",
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Year => "year",
            Period::Project => "project",
            Period::Other => "other",
        }
    }

    /// How many of it a year of full-time work has, where that can be said.
    pub fn in_a_year(self) -> Option<u32> {
        match self {
            Period::Hour => Some(2080),
            Period::Day => Some(260),
            Period::Week => Some(52),
            Period::Month => Some(12),
            Period::Year => Some(1),
            Period::Project | Period::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_has_one_currency() {
        let mut seen = std::collections::HashSet::new();
        for (_, countries) in CURRENCY_OF {
            for country in countries.split(' ') {
                assert!(country.len() == 2 && seen.insert(country), "{country}");
            }
        }
        assert_eq!(Currency::of_country("CA"), Some(Currency::new(b"CAD")));
        assert_eq!(Currency::of_country("AQ"), None);
    }
}
