//! Plain values of the trade: places, money, dates, protected classes. They
//! know nothing of texts or law.

pub mod date;
pub mod employer;
pub mod gazetteer;
pub mod money;
pub mod place;
pub mod protected_class;
