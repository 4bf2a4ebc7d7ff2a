//! The words around figures that tell pay from everything else that is counted
//! in money, in the languages of the postings we read. Data only.

use crate::domain::money::Period;

/// What a word near a figure says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// What the job pays.
    Pay,
    /// The same for all parts of pay together.
    Total,
    Bonus,
    Commission,
    Equity,
    /// Money for a purpose, by its name: "budget", "reimbursement".
    Stipend,
    /// A purpose alone: "tuition", "dental".
    Purpose,
    /// Money that is not paid to the person: revenue, funding, budgets, fines.
    Elsewhere,
    /// A phrase that hides the words in it: "cost of living".
    Nothing,
    /// The text speaks of a range of pay.
    Range,
    /// A period that stands apart from the figure: "annual salary".
    Per(Period),
    /// Praise that promises pay when a word for pay follows: "competitive".
    Praise,
    /// Words instead of a figure, where pay is spoken of: "commensurate".
    Depends,
    /// Words instead of a figure wherever they stand: "competitive salary".
    Vague,
    /// A pay grade of a collective agreement.
    Grade,
    /// A currency, for sums in words.
    Unit,
}

use Period::{Day, Hour, Month, Week, Year};
use Word::{
    Bonus, Commission, Depends, Elsewhere, Equity, Grade, Nothing, Pay, Per, Praise, Purpose,
    Range, Stipend, Total, Unit, Vague,
};

/// Phrases in the form of `text::Scanner`, with what they say. A phrase may
/// say two things.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, Word)] = &[
    // English: pay.
    ("salary", Pay), ("salaries", Pay), ("pay", Pay), ("wage", Pay), ("wages", Pay),
    ("compensation", Pay), ("comp", Pay), ("remuneration", Pay), ("payrate", Pay), ("rate", Pay), ("rates", Pay),
    ("earn", Pay), ("earning", Pay), ("earnings", Pay), ("hiring range", Pay), ("base", Pay), ("basic", Pay),
    ("are paid", Pay), ("is paid", Pay), ("be paid", Pay), ("get paid", Pay), ("getting paid", Pay), ("paid at", Pay),
    ("paid by the mile", Pay), ("paid by the load", Pay), ("paid by the piece", Pay), ("paid by the job", Pay),
    ("paid by the hour", Pay), ("paid per", Pay), ("straight time", Pay), ("weekly guarantee", Pay), ("project fee", Pay), ("project fee", Per(Period::Project)), ("cpm", Pay), ("cpm", Per(Period::Other)), ("take home", Pay), ("union scale", Pay),
    ("journeyman scale", Pay), ("current scale", Pay),
    ("pays", Pay), ("paying", Pay), ("salaried", Pay), ("paying customer*", Elsewhere), ("paying user*", Elsewhere),
    ("members pay", Elsewhere), ("students pay", Elsewhere), ("customers pay", Elsewhere), ("clients pay", Elsewhere),
    ("guests pay", Elsewhere), ("patients pay", Elsewhere), ("families pay", Elsewhere), ("tenants pay", Elsewhere),
    ("paying client*", Elsewhere), ("paying subscriber*", Elsewhere), ("paying member*", Elsewhere), ("salary_min", Pay), ("salary_max", Pay),
    ("total compensation", Total), ("total cash", Total), ("total cash compensation", Total), ("total target", Total), ("ote", Total),
    ("on-target", Total), ("on-target earnings", Total), ("on target earnings", Total), ("on target", Total), ("on track earnings", Total), ("total earnings", Total),
    ("total pay", Total), ("total annual compensation", Total), ("package", Total), ("packages", Total),
    ("ctc", Total), ("tctc", Total), ("all-in", Total), ("total rewards", Nothing), ("first year earnings", Total),
    ("💰", Pay), ("💵", Pay), ("💸", Pay),
    // Periods apart from the figure.
    ("annual", Per(Year)), ("annually", Per(Year)), ("annualized", Per(Year)), ("annualised", Per(Year)),
    ("yearly", Per(Year)), ("per annum", Per(Year)), ("per year", Per(Year)), ("p.a", Per(Year)), ("/year", Per(Year)),
    ("/yr", Per(Year)), ("a year", Per(Year)),
    ("hourly", Per(Hour)), ("per hour", Per(Hour)), ("an hour", Per(Hour)), ("/hr", Per(Hour)), ("/hour", Per(Hour)),
    ("monthly", Per(Month)), ("semi-monthly", Per(Period::Other)), ("semimonthly", Per(Period::Other)),
    ("biweekly", Per(Period::Other)), ("bi-weekly", Per(Period::Other)), ("fortnightly", Per(Period::Other)), ("per month", Per(Month)), ("a month", Per(Month)), ("/month", Per(Month)),
    ("weekly", Per(Week)), ("per week", Per(Week)),
    ("daily", Per(Day)), ("day rate", Per(Day)), ("day rate", Pay), ("per day", Per(Day)), ("dayrate", Per(Day)),
    ("dayrate", Pay),
    // Ranges.
    ("salary range", Range), ("salary ranges", Range), ("pay range", Range), ("pay ranges", Range),
    ("compensation range", Range), ("compensation ranges", Range), ("hiring range", Range), ("wage range", Range),
    ("wage ranges", Range), ("rate range", Range), ("base range", Range), ("salary band", Range),
    ("salary bands", Range), ("pay band", Range), ("pay bands", Range), ("compensation band", Range),
    ("hourly range", Range), ("annual range", Range), ("range of pay", Range), ("the range for", Range),
    ("current range", Range), ("range is", Range), ("top of range", Range), ("top of the range", Range),
    ("bottom of range", Range), ("bottom of the range", Range), ("within the range", Range), ("within this range", Range),
    ("comp range", Range), ("gehaltsspanne", Range), ("gehaltsband", Range), ("gehaltsrahmen", Range),
    ("fourchette*", Range), ("rango salarial", Range), ("banda salarial", Range), ("faixa salarial", Range),
    ("widełki", Range), ("widełek", Range),
    // Bonus, commission, equity.
    ("bonus", Bonus), ("bonuses", Bonus), ("sign-on", Bonus), ("sign on", Bonus), ("signing", Bonus),
    ("incentive", Bonus), ("incentives", Bonus), ("referral", Bonus), ("refer a friend: earn", Bonus), ("refer a friend and earn", Bonus),
    ("refer a friend, earn", Bonus), ("refer a friend", Bonus), ("refer friends and earn", Bonus), ("refer friends", Bonus), ("referrals", Bonus), ("retention payment", Bonus),
    ("variable", Bonus), ("prime", Bonus), ("primes", Bonus), ("prämie", Bonus), ("prämien", Bonus), ("boni", Bonus),
    ("premia", Bonus), ("premie", Bonus), ("premii", Bonus), ("premię", Bonus), ("premią", Bonus), ("bono", Bonus), ("bônus", Bonus), ("profit sharing", Bonus),
    ("tips", Bonus), ("gratuities", Bonus), ("賞与", Bonus), ("differential", Bonus), ("premium pay", Bonus),
    ("shift premium", Bonus), ("overtime", Bonus), ("charge pay", Bonus), ("detention", Bonus),
    ("detention pay", Bonus), ("layover*", Bonus), ("layover pay", Bonus), ("stop pay", Bonus), ("stop-off pay", Bonus),
    ("extra stop", Bonus), ("breakdown pay", Bonus), ("tarp pay", Bonus), ("tarping pay", Bonus), ("call-out pay", Bonus),
    ("callback pay", Bonus), ("call-back pay", Bonus), ("on-call pay", Bonus), ("standby pay", Bonus), ("hazard pay", Bonus),
    ("holiday premium", Bonus), ("longevity pay", Bonus), ("bilingual pay", Bonus), ("safety pay", Bonus), ("固定残業代*", Bonus), ("*固定残業代*", Bonus),
    ("commission", Commission), ("commissions", Commission), ("provision", Commission), ("provize", Commission),
    ("comisiones", Commission), ("comissão", Commission), ("prowizja", Commission),
    ("equity", Equity), ("rsu", Equity), ("rsus", Equity), ("stock options", Equity), ("stock units", Equity),
    ("stock grant", Equity), ("stock awards", Equity), ("share options", Equity), ("shares", Equity), ("stock", Equity),
    ("bspce", Equity), ("esop", Equity), ("vsop", Equity),
    // Money for a purpose.
    ("stipend", Stipend), ("stipends", Stipend), ("allowance", Stipend), ("allowances", Stipend), ("budget", Stipend),
    ("budgets", Stipend), ("reimburse*", Stipend), ("tuition", Purpose), ("wellness", Purpose), ("wellbeing", Purpose),
    ("well-being", Purpose), ("home office", Purpose), ("home-office", Purpose), ("professional development", Purpose),
    ("fertility", Purpose), ("adoption", Purpose), ("surrogacy", Purpose), ("family planning", Purpose),
    ("family building", Purpose), ("commuter", Purpose), ("commuting", Purpose), ("parking", Purpose),
    ("internet", Purpose), ("wifi", Purpose), ("wi-fi", Purpose), ("equipment", Purpose), ("gym", Purpose),
    ("fitness", Purpose), ("meal", Purpose), ("meals", Purpose), ("lunch", Purpose), ("lunches", Purpose),
    ("relocation", Purpose), ("moving expenses", Stipend), ("voucher", Stipend), ("vouchers", Stipend),
    ("gift card", Stipend), ("gift cards", Stipend), ("match", Stipend), ("matching", Purpose), ("matched", Stipend),
    ("contribution", Stipend), ("contributions", Stipend), ("contribute", Stipend), ("contributes", Stipend),
    ("401k", Purpose), ("401(k)", Purpose), ("hsa", Purpose), ("fsa", Purpose), ("health care", Purpose),
    ("healthcare", Purpose), ("dependent care", Purpose), ("child care", Purpose), ("childcare", Purpose),
    ("insurance", Purpose), ("coverage", Purpose), ("deductible", Stipend), ("premiums", Stipend), ("perks", Purpose),
    ("perk", Purpose), ("subsidy", Stipend), ("subsidi*", Stipend), ("credit", Stipend), ("credits", Stipend),
    ("scholarship", Stipend), ("scholarships", Stipend), ("donation", Stipend), ("donations", Stipend),
    ("donate", Stipend), ("charit*", Purpose), ("coworking", Purpose), ("co-working", Purpose), ("laptop", Purpose),
    ("workstation", Purpose), ("furniture", Purpose), ("workspace", Purpose), ("discount", Stipend),
    ("discounts", Stipend), ("towards", Stipend), ("toward", Stipend), ("to spend", Stipend), ("benefit", Purpose),
    ("assistance", Purpose), ("conference", Purpose), ("conferences", Purpose), ("fund", Elsewhere), ("funds", Elsewhere),
    ("medical", Purpose), ("dental", Purpose), ("vision", Purpose), ("student loan*", Stipend), ("home setup", Purpose),
    ("gift", Stipend), ("award", Stipend), ("prize", Stipend), ("zuschuss", Stipend), ("*zuschuss", Stipend),
    ("*budget", Stipend), ("fahrtkosten*", Stipend), ("gutschein*", Stipend), ("sachbezug*", Stipend),
    ("équip*", Stipend), ("mutuelle", Purpose), ("titres-restaurant", Stipend), ("ticket restaurant*", Stipend),
    ("tickets restaurant*", Stipend), ("abondement", Stipend), ("vale", Stipend), ("auxilio", Stipend), ("auxílio", Stipend),
    ("ayuda", Stipend), ("dofinansow*", Stipend), ("maaltijdcheque*", Stipend), ("reiskosten*", Stipend),
    ("vergoeding", Stipend), ("education", Purpose), ("training budget", Stipend), ("per diem", Stipend),
    ("living expenses", Purpose), ("cell phone", Purpose), ("phone", Purpose), ("carried interest", Equity),
    ("pension", Purpose), ("super", Nothing), ("superannuation", Nothing),
    // Not the person's money.
    ("revenue*", Elsewhere), ("arr", Elsewhere), ("mrr", Elsewhere), ("series a", Elsewhere), ("series b", Elsewhere),
    ("series c", Elsewhere), ("series d", Elsewhere), ("series e", Elsewhere), ("series f", Elsewhere),
    ("seed round", Elsewhere), ("seed", Elsewhere), ("funding", Elsewhere), ("funded", Elsewhere),
    ("fundrais*", Elsewhere), ("raised", Elsewhere), ("raise", Elsewhere), ("valuation", Elsewhere), ("valued", Elsewhere),
    ("market cap*", Elsewhere), ("invested", Elsewhere), ("investors", Elsewhere), ("investment", Elsewhere),
    ("investments", Elsewhere), ("backed", Elsewhere), ("assets", Elsewhere), ("aum", Elsewhere),
    ("under management", Elsewhere), ("quota", Elsewhere), ("quotas", Elsewhere), ("in sales", Elsewhere),
    ("sales of", Elsewhere), ("sales target*", Elsewhere), ("sales volume", Elsewhere), ("annual sales", Elsewhere),
    ("book of business", Elsewhere), ("turnover", Elsewhere), ("profit", Elsewhere), ("profits", Elsewhere),
    ("gmv", Elsewhere), ("acv", Elsewhere), ("transactions", Elsewhere), ("grant", Elsewhere), ("grants", Elsewhere),
    ("deals", Elsewhere), ("deal size", Elsewhere), ("savings", Elsewhere), ("saved", Elsewhere), ("saving", Elsewhere),
    ("we sell", Elsewhere), ("sell for", Elsewhere), ("sold for", Elsewhere),
    ("cost", Elsewhere), ("costs", Elsewhere), ("costing", Elsewhere), ("price", Elsewhere), ("prices", Elsewhere),
    ("priced", Elsewhere), ("fee", Elsewhere), ("fees", Elsewhere), ("fine", Elsewhere), ("fines", Elsewhere),
    ("fined", Elsewhere), ("penalt*", Elsewhere), ("deposit", Elsewhere), ("deposits", Elsewhere), ("damages", Elsewhere),
    ("debt", Elsewhere), ("worth", Elsewhere), ("tax", Elsewhere), ("taxes", Elsewhere), ("minimum wage", Elsewhere),
    ("billing", Elsewhere), ("billed", Elsewhere), ("billable", Elsewhere), ("spend", Elsewhere), ("spending", Elsewhere),
    ("spent", Elsewhere), ("p&l", Elsewhere), ("per user", Elsewhere), ("per seat", Elsewhere), ("per customer", Elsewhere),
    ("subscription*", Elsewhere), ("contract value", Elsewhere), ("contracts valued", Elsewhere), ("lawsuit*", Elsewhere),
    ("settlement", Elsewhere), ("portfolio", Elsewhere), ("accounts", Elsewhere), ("benchmark", Elsewhere),
    ("threshold", Elsewhere), ("threshold*", Elsewhere), ("bond", Elsewhere), ("umsatz", Elsewhere), ("jahresumsatz", Elsewhere),
    ("chiffre d'affaires", Elsewhere), ("capital", Elsewhere), ("facturación", Elsewhere), ("faturamento", Elsewhere),
    ("fatturato", Elsewhere), ("omzet", Elsewhere), ("omsättning", Elsewhere), ("customers", Elsewhere),
    ("users", Elsewhere), ("clients", Elsewhere), ("merchants", Elsewhere), ("economy", Elsewhere), ("gdp", Elsewhere),
    ("loss", Elsewhere), ("losses", Elsewhere), ("mortgage*", Elsewhere), ("loan", Elsewhere), ("loans", Elsewhere),
    ("collected", Elsewhere), ("homes", Elsewhere), ("purchase*", Elsewhere), ("projects valued", Elsewhere),
    ("household income*", Elsewhere), ("charge", Elsewhere), ("charges", Elsewhere), ("charged", Elsewhere),
    ("charging", Elsewhere), ("surcharge*", Elsewhere), ("application fee", Elsewhere), ("national average", Elsewhere),
    ("market average", Elsewhere), ("average salary", Elsewhere),
    // Phrases that hide words.
    ("cost of living", Nothing), ("cost of labor", Nothing), ("cost of labour", Nothing), ("pay equity", Nothing),
    ("internal equity", Nothing), ("peer equity", Nothing), ("equity and inclusion", Nothing), ("equity & inclusion", Nothing),
    ("diversity, equity", Nothing), ("diversity equity", Nothing), ("private equity", Nothing), ("brand equity", Nothing),
    ("equity, inclusion", Nothing), ("equity, diversity", Nothing),
    ("workers' compensation", Elsewhere), ("worker's compensation", Elsewhere), ("workers compensation", Elsewhere),
    ("unemployment compensation", Elsewhere), ("deferred compensation", Stipend), ("pay stub*", Nothing),
    ("pay period*", Nothing), ("sick pay", Nothing), ("holiday pay", Nothing), ("vacation pay", Nothing),
    ("severance pay", Nothing), ("paid time off", Nothing), ("paid leave", Nothing), ("paid holiday*", Nothing),
    ("paid vacation*", Nothing), ("paid parental", Nothing), ("paid sick", Nothing), ("employer-paid", Nothing),
    ("company-paid", Nothing), ("company paid", Nothing), ("employer paid", Nothing), ("paid for", Stipend),
    ("we pay for", Stipend), ("will pay for", Stipend), ("pays for", Stipend), ("100% paid", Nothing), ("fully paid", Nothing),
    ("salary history", Nothing), ("salary sacrifice", Nothing), ("salary packaging", Stipend), ("orientation pay", Stipend), ("training pay", Stipend), ("salary negotiation*", Nothing),
    ("interest rate*", Elsewhere), ("tax rate*", Elsewhere), ("growth rate*", Elsewhere), ("conversion rate*", Elsewhere),
    ("retention rate*", Elsewhere), ("run rate", Elsewhere), ("win rate*", Elsewhere), ("response rate*", Nothing),
    ("earn trust", Nothing), ("earned media", Nothing), ("base of", Nothing), ("customer base", Nothing),
    ("user base", Nothing), ("client base", Nothing), ("knowledge base", Nothing), ("data base", Nothing),
    ("fan base", Nothing), ("code base", Nothing), ("based", Nothing), ("basic life", Purpose),
    ("benefits package", Nothing), ("benefit package", Nothing), ("benefits packages", Nothing),
    ("benefit packages", Nothing), ("relocation package", Stipend), ("package of benefits", Nothing),
    ("software package*", Nothing), ("work package*", Nothing), ("stock exchange", Nothing), ("in stock", Nothing),
    ("stock market", Nothing), ("listed", Nothing), ("prime location", Nothing), ("amazon prime", Nothing),
    ("customer service", Nothing), ("signing authority", Elsewhere), ("benefits range", Nothing),
    ("employment opportunity commission", Nothing), ("european commission", Nothing), ("first-rate", Nothing),
    ("first rate", Nothing), ("at any rate", Nothing), ("equal pay", Nothing), ("pay attention", Nothing),
    ("pay gap*", Nothing), ("medical device*", Nothing), ("medical record*", Nothing), ("medical assistant", Nothing),
    ("dental assistant", Nothing), ("dental hygienist", Nothing), ("administrative assistance", Nothing),
    ("variable rate", Nothing), ("variable hour*", Nothing), ("phone number", Nothing), ("charge nurse*", Nothing), ("in charge", Nothing), ("take charge", Nothing),
    ("free of charge", Nothing), ("health care assistant", Nothing),
    // Instead of a figure.
    ("competitive", Praise), ("attractive", Praise), ("generous", Praise), ("excellent", Praise), ("great", Praise),
    ("market-leading", Praise), ("industry-leading", Praise), ("top-of-market", Praise), ("flexible", Praise),
    ("lucrative", Praise), ("fair", Praise), ("above-market", Praise), ("handsome", Praise), ("strong", Praise),
    ("compétitif", Praise), ("compétitive", Praise), ("konkurencyjne", Praise), ("atrakcyjne", Praise),
    ("attraktives", Praise), ("attraktive", Praise), ("faires", Praise), ("faire", Praise), ("marktübliche", Praise),
    ("leistungsgerechte*", Praise), ("überdurchschnittliche*", Praise), ("attrayant*", Praise), ("attractif", Praise),
    ("competitivo", Praise), ("competitiva", Praise), ("atractivo", Praise), ("marktconform", Praise),
    ("konkurrenskraftig*", Praise), ("konkurransedyktig*", Praise), ("motivující", Praise), ("tatminkar", Praise),
    ("konkurencingas", Praise),
    ("commensurate", Depends), ("tbd", Depends), ("tba", Depends), ("to be determined", Depends),
    ("to be discussed", Depends), ("to be confirmed", Depends), ("to be agreed", Depends), ("doe", Depends), ("d.o.e", Depends), ("depending on experience", Depends),
    ("depends on experience", Depends), ("dependent on experience", Depends), ("dependent upon experience", Depends),
    ("depending upon experience", Depends), ("based on experience", Depends), ("based upon experience", Depends),
    ("according to experience", Depends), ("based on qualifications", Depends), ("depending on qualifications", Depends),
    ("negotiable", Depends), ("market rate", Depends), ("market rates", Depends), ("market related", Depends),
    ("market-related", Depends), ("selon expérience", Depends), ("selon profil", Depends), ("selon le profil", Depends),
    ("selon l'expérience", Depends), ("nach vereinbarung", Depends), ("verhandelbar", Depends), ("a convenir", Depends),
    ("a combinar", Depends), ("según valía", Depends), ("do uzgodnienia", Depends), ("dle dohody", Depends),
    ("dohodou", Depends), ("commisurata all'esperienza", Depends), ("thỏa thuận", Vague), ("pēc vienošanās", Depends),
    ("*面議*", Vague), ("*面议*", Vague), ("*応相談*", Vague), ("*当社規定による*", Vague), ("*委細面談*", Vague),
    ("*회사 내규에 따름*", Vague), ("*면접 후 결정*", Vague), ("*薪优*", Vague), ("kompetitif", Vague),
    ("pay scale", Depends), ("pay scale", Pay), ("enligt avtal", Depends), ("enligt överenskommelse", Depends), ("salaire à négocier", Vague),
    // Pay grades.
    ("tvöd", Grade), ("tv-l", Grade), ("tvl", Grade), ("tvöd-bund", Grade), ("tv-h", Grade), ("tvöd-vka", Grade),
    ("smmlv", Grade), ("entgeltgruppe", Grade), ("besoldungsgruppe", Grade),
    // Other languages: pay and its periods.
    ("gehalt", Pay), ("*gehalt", Pay), ("*gehälter", Pay), ("gehalts*", Pay), ("lohn", Pay), ("*lohn", Pay),
    ("vergütung", Pay), ("*vergütung", Pay), ("*vergütungs*", Pay), ("entgelt", Pay), ("*entgelt", Pay), ("verdienst", Pay),
    ("bezahlung", Pay), ("salär", Pay), ("*salär", Pay), ("bezüge", Pay), ("honorar", Pay), ("tagessatz", Pay),
    ("tagessatz", Per(Day)), ("stundensatz", Pay), ("stundensatz", Per(Hour)), ("stundenlohn*", Per(Hour)),
    ("bruttostundenlohn", Per(Hour)), ("jahres*", Per(Year)), ("brutto-jahres*", Per(Year)), ("bruttojahres*", Per(Year)),
    ("monatsgehalt", Per(Month)), ("bruttomonats*", Per(Month)), ("monatslohn", Per(Month)), ("monatsbrutto*", Per(Month)),
    ("monatlich*", Per(Month)), ("jährlich*", Per(Year)), ("bruttogehalt", Pay), ("überzahlung", Pay),
    ("kollektivvertrag*", Pay), ("mindestgehalt", Pay), ("mindestlohn", Elsewhere), ("jahresbrutto*", Pay),
    ("kv-mindestlohn", Pay), ("kv-mindestgehalt", Pay), ("kollektivvertraglicher mindestlohn", Pay),
    ("mindestlohn laut kv", Pay), ("mindestlohn lt. kv", Pay), ("mindestlohn laut kollektivvertrag", Pay),
    ("bruttobezug", Pay), ("grundbezug", Pay), ("monatsbezug", Pay), ("monatsbezug", Per(Month)),
    ("entlohnung", Pay), ("lehrlingseinkommen", Pay), ("lehrlingsentschädigung", Pay),
    ("salaire", Pay), ("salaires", Pay), ("rémunération", Pay), ("rémunérations", Pay), ("tjm", Pay), ("tjm", Per(Day)),
    ("tarif journalier", Pay), ("tarif journalier", Per(Day)), ("taux horaire", Pay), ("taux horaire", Per(Hour)),
    ("gratification", Pay), ("indemnité de stage", Pay), ("traitement", Pay), ("fixe", Pay), ("annuel", Per(Year)),
    ("annuelle", Per(Year)), ("mensuel", Per(Month)), ("mensuelle", Per(Month)), ("échelle salariale", Pay),
    ("salariale", Pay), ("smic", Grade),
    ("salario", Pay), ("sueldo", Pay), ("remuneración", Pay), ("retribución", Pay), ("retribució", Pay), ("sou", Pay),
    ("salari", Pay), ("sba", Pay), ("sba", Per(Year)), ("retribuzione", Pay), ("stipendio", Pay), ("ral", Pay),
    ("ral", Per(Year)), ("salário", Pay), ("remuneração", Pay), ("bolsa", Pay), ("anual", Per(Year)), ("mensual", Per(Month)), ("semanal", Per(Week)),
    ("mensal", Per(Month)), ("salarial", Pay), ("prestaciones", Pay), ("brutos", Pay), ("brutas", Pay), ("lordo", Pay), ("lordi", Pay),
    ("lorda", Pay), ("lorde", Pay), ("compenso", Pay), ("paga", Pay), ("paga oraria", Per(Hour)), ("fascia retributiva", Range), ("r.a.l", Pay), ("r.a.l", Per(Year)),
    ("mensile", Per(Month)), ("annua", Per(Year)), ("annui", Per(Year)),
    ("wynagrodzenie", Pay), ("wynagrodzenia", Pay), ("stawka", Pay), ("pensja", Pay), ("zarobki", Pay), ("zarobisz", Pay),
    ("mzda", Pay), ("mzdy", Pay), ("plat", Pay), ("odmena", Pay), ("fizetés", Pay), ("bér", Pay), ("salariu", Pay),
    ("заплата", Pay), ("plaća", Pay), ("plača", Pay), ("μισθός", Pay), ("atlyginimas", Pay), ("atalgojums", Pay),
    ("atlyginimo", Pay), ("atlygis", Pay), ("užmokestis", Pay), ("užmokesčio", Pay), ("alga", Pay), ("samaksa", Pay),
    ("stundas likme", Pay), ("stundas likme", Per(Hour)),
    ("tarifa likme", Pay), ("stundas tarifa likme", Per(Hour)), ("atlīdzība", Pay), ("mēnešalga", Pay), ("mēnešalga", Per(Month)),
    ("įkainis", Pay), ("valandinis įkainis", Per(Hour)), ("valandinis atlygis", Per(Hour)), ("hodinová mzda", Per(Hour)),
    ("palk", Pay), ("palkka", Pay), ("lön", Pay), ("*lön", Pay), ("løn", Pay), ("*løn", Pay), ("lønn", Pay), ("*lønn", Pay),
    ("månadslön", Per(Month)), ("timlön", Per(Hour)), ("årslønn", Per(Year)), ("årslön", Per(Year)), ("laun", Pay),
    ("salaris", Pay), ("loon", Pay), ("*loon", Pay), ("uurloon", Per(Hour)), ("maandsalaris", Pay), ("maandsalaris", Per(Month)),
    ("jaarsalaris", Pay), ("jaarsalaris", Per(Year)), ("bruto", Pay), ("brutto", Pay), ("verdien", Pay), ("verdienen", Pay),
    ("ücret", Pay), ("maaş", Pay), ("gaji", Pay), ("mức lương", Pay), ("lương", Pay), ("sueldos", Pay), ("remuneratie", Pay),
    ("зарплата", Pay), ("שכר", Pay), ("الراتب", Pay), ("راتب", Pay),
    ("*月給*", Pay), ("*月給*", Per(Month)), ("*月収*", Pay), ("*月収*", Per(Month)), ("*基本給*", Pay),
    ("*基本給*", Per(Month)), ("*月薪*", Pay), ("*月薪*", Per(Month)), ("*年収*", Pay), ("*年収*", Per(Year)),
    ("*年俸*", Pay), ("*年俸*", Per(Year)), ("*年薪*", Pay), ("*年薪*", Per(Year)), ("*時給*", Pay), ("*時給*", Per(Hour)),
    ("*时薪*", Pay), ("*时薪*", Per(Hour)), ("*時薪*", Pay), ("*時薪*", Per(Hour)), ("*日給*", Pay), ("*日給*", Per(Day)),
    ("*日薪*", Pay), ("*日薪*", Per(Day)), ("*薪资*", Pay), ("*薪資*", Pay), ("*給与*", Pay), ("*薪水*", Pay),
    ("*待遇*", Pay), ("*월급*", Pay), ("*월급*", Per(Month)), ("*연봉*", Pay), ("*연봉*", Per(Year)), ("*시급*", Pay),
    ("*시급*", Per(Hour)), ("*일급*", Pay), ("*일급*", Per(Day)), ("*급여*", Pay), ("*เงินเดือน*", Pay),
    ("*เงินเดือน*", Per(Month)), ("*ค่าแรง*", Pay), ("*ค่าจ้าง*", Pay),
    // Sums in words.
    ("dollars", Unit), ("euros", Unit), ("pounds", Unit), ("rupees", Unit),
];

/// The phrases alone, for the scanner of all facts.
pub(super) const CUES: &[&str] = &{
    let mut cues = [""; WORDS.len()];
    let mut at = 0;
    while at < WORDS.len() {
        cues[at] = WORDS[at].0;
        at += 1;
    }
    cues
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;

    #[test]
    fn every_phrase_is_in_folded_form_and_stands_once_for_each_meaning() {
        let mut seen = std::collections::HashSet::new();
        for (phrase, word) in WORDS {
            let plain = phrase.trim_matches('*');
            assert_eq!(Folded::of(plain).text(), plain);
            assert!(seen.insert((phrase, format!("{word:?}"))), "{phrase}");
        }
    }
}
