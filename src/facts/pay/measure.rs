//! How wide a range is, and what pay comes to in a year.

use super::{Form, Pay};
use crate::domain::money::{Amount, Period};

/// Pay without a period is for a year from here on.
const A_YEARS_PAY: u32 = 15_000;

/// Hours and days in a year of 52 weeks of 35 hours, and of 46 weeks of five days.
const HOURS: u32 = 35 * 52;
const DAYS: u32 = 5 * 46;

impl Pay {
    /// How far the top of a range lies above its bottom.
    pub(super) fn width(&self) -> Option<Amount> {
        match self.form {
            Form::Range => self.max?.checked_sub(self.min?),
            Form::UpTo | Form::StartingAt | Form::Single | Form::Other => None,
        }
    }

    /// The same as a share of the bottom.
    pub(super) fn spread(&self) -> Option<Amount> {
        Some(self.width()?.checked_div(self.min?)?.round_dp(4))
    }

    /// How wide a range is in a year at least: hours and days are counted for the
    /// shortest weeks that are commonly called full time.
    pub(super) fn yearly_width(&self) -> Option<Amount> {
        let width = self.width()?;
        match self.period {
            Some(Period::Hour) => width.checked_mul(Amount::from(HOURS)),
            Some(Period::Day) => width.checked_mul(Amount::from(DAYS)),
            Some(_) | None => self.yearly(width),
        }
    }

    /// What an amount of it comes to in a year of full-time work.
    pub(super) fn yearly(&self, amount: Amount) -> Option<Amount> {
        let times = match self.period {
            Some(period) => period.in_a_year()?,
            // Nobody earns that much in a month and leaves it unsaid.
            None if self.max? >= Amount::from(A_YEARS_PAY) => 1,
            None => return None,
        };
        amount.checked_mul(Amount::from(times))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn pay_comes_to_so_much_in_a_year() {
        // The top for a year, and how far it lies above the bottom.
        for (text, max, width) in [
            (
                "Salary: $60,000 to $110,000 per year",
                Some(110_000),
                Some(50_000),
            ),
            ("Pay: $20 to $30 an hour", Some(62_400), Some(18_200)),
            (
                "Salary: $5,000 - $6,000 per month",
                Some(72_000),
                Some(12_000),
            ),
            (
                "Salary range: $60,000 - $80,000",
                Some(80_000),
                Some(20_000),
            ),
            ("Salary: $72,000 a year", Some(72_000), None),
            ("Pay range: $2,800 - $3,400", None, None),
        ] {
            let pay = &read(text)[0].0;
            let whole = |amount: Option<super::Amount>| amount.map(|a| a.to_string());
            let yearly = |amount: Option<super::Amount>| amount.and_then(|a| pay.yearly(a));
            let expected = |amount: Option<u32>| amount.map(|a| a.to_string());
            assert_eq!(whole(yearly(pay.max)), expected(max), "{text}");
            assert_eq!(whole(pay.yearly_width()), expected(width), "{text}");
        }
    }
}
