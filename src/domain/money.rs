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
}

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
}

impl Period {
    /// All of them by name, for rule files.
    pub const NAMES: &'static [&'static str] = &["hour", "day", "week", "month", "year", "project"];

    /// The name used in JSON and in rule files.
    pub fn name(self) -> &'static str {
        match self {
            Period::Hour => "hour",
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Year => "year",
            Period::Project => "project",
        }
    }

    /// How many of them a full-time year has, for comparing figures roughly
    /// (2,080 hours, as the US exempt-salary rules count).
    pub fn per_year(self) -> Option<u32> {
        match self {
            Period::Hour => Some(2080),
            Period::Day => Some(260),
            Period::Week => Some(52),
            Period::Month => Some(12),
            Period::Year => Some(1),
            Period::Project => None,
        }
    }
}
