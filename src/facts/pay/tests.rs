//! Pay as postings write it, by class of difficulty.

use super::*;
use crate::document::{self, Reading};
use crate::facts::place::{Place, PlaceRole};
use crate::facts::statement::Units;
use crate::posting;
use crate::text::Scanner;
use std::sync::{Arc, LazyLock};

static SCANNER: LazyLock<Scanner> = LazyLock::new(|| Scanner::new([words::CUES]));

/// Reads the pay of a file, as posted in the countries `places`.
pub(super) fn read_file(name: &str, file: &str, places: &[&str]) -> Vec<(Pay, String, Whence)> {
    let Reading { documents, .. } = document::read(name, file.as_bytes());
    let mut all = Vec::new();
    for document in documents {
        for posting in posting::find(Arc::new(document)) {
            let prose = Prose::of(&posting);
            let facts = Facts {
                place: places.iter().map(|country| work_in(country)).collect(),
                ..Facts::default()
            };
            let hits = SCANNER.scan(&prose.folded);
            let found = Pay::read(&Context {
                prose: &prose,
                units: &Units::of(&prose),
                hits: hits.of(0),
                facts: &facts,
            });
            for pay in found {
                let words = posting.document.words(pay.at).to_owned();
                all.push((pay.value, words, pay.whence));
            }
        }
    }
    all
}

fn work_in(country: &str) -> Found<Place> {
    let place = Place {
        city: None,
        region: None,
        country: Some(country.to_owned()),
        jurisdictions: Vec::new(),
        area: None,
        role: PlaceRole::Work,
    };
    Found::in_text(place, Span::new(0, 0))
}

pub(super) fn read(text: &str) -> Vec<(Pay, String, Whence)> {
    read_file("posting.txt", text, &["US"])
}

/// `min-max CUR period form kind`, as far as said.
fn show(pay: &Pay) -> String {
    let amount = |a: Option<Amount>| a.map_or("…".to_owned(), |a| a.normalize().to_string());
    format!(
        "{}-{} {} {} {} {}{}",
        amount(pay.min),
        amount(pay.max),
        pay.currency.map_or("?".to_owned(), |c| c.code().to_owned()),
        pay.period.map_or("?", Period::name),
        pay.form.name(),
        pay.kind.name(),
        if pay.disclosure {
            ""
        } else {
            " (no disclosure)"
        },
    )
}

/// Checks that `text` states exactly `pay`, each as its words and what they mean.
#[track_caller]
fn states(text: &str, pay: &[(&str, &str)]) {
    let found: Vec<(String, String)> = read(text)
        .iter()
        .map(|(pay, words, _)| (words.clone(), show(pay)))
        .collect();
    let wanted: Vec<(String, String)> = pay
        .iter()
        .map(|(words, meaning)| ((*words).to_owned(), (*meaning).to_owned()))
        .collect();
    assert_eq!(found, wanted, "in {text:?}");
}

#[test]
fn a_figure_is_read_with_its_period_and_nothing_else() {
    for (text, words, meaning) in [
        (
            "The salary for this position is $11,000 monthly.",
            "$11,000 monthly",
            "11000-11000 USD month single base",
        ),
        ("Pay: $45/hr", "$45/hr", "45-45 USD hour single base"),
        (
            "Salary: $120K-150K plus benefits.",
            "$120K-150K",
            "120000-150000 USD year range base",
        ),
        (
            "We pay 120–150k USD.",
            "120–150k USD",
            "120000-150000 USD year range base",
        ),
        (
            "USD 85,000.00 - 120,000.00 Annually",
            "USD 85,000.00 - 120,000.00 Annually",
            "85000-120000 USD year range base",
        ),
        (
            "Cook, $22.50–$26/hr, evenings",
            "$22.50–$26/hr",
            "22.5-26 USD hour range base",
        ),
        (
            "You earn $18.00 to $21.50 per hour.",
            "$18.00 to $21.50 per hour",
            "18-21.5 USD hour range base",
        ),
        (
            "Day rates of £400-£450/day inside IR35",
            "£400-£450/day",
            "400-450 GBP day range base",
        ),
        (
            "Salary between $90k and $110k.",
            "between $90k and $110k",
            "90000-110000 USD year range base",
        ),
    ] {
        states(text, &[(words, meaning)]);
    }
}

#[test]
fn an_open_end_stays_open() {
    for (text, words, meaning) in [
        (
            "Salary up to $80k.",
            "up to $80k",
            "…-80000 USD year up_to base",
        ),
        (
            "Salary from £25,000",
            "from £25,000",
            "25000-… GBP year starting_at base",
        ),
        (
            "Salary: $100k+",
            "$100k+",
            "100000-… USD year starting_at base",
        ),
        (
            "Pay: minimum $20/hr",
            "minimum $20/hr",
            "20-… USD hour starting_at base",
        ),
        (
            "Pay: $20 per hour and up",
            "$20 per hour and up",
            "20-… USD hour starting_at base",
        ),
        (
            "Starting at $25+/HR",
            "Starting at $25+/HR",
            "25-… USD hour starting_at base",
        ),
        (
            "The maximum salary for this grade is $98,000.",
            "$98,000",
            "…-98000 USD year up_to base",
        ),
    ] {
        states(text, &[(words, meaning)]);
    }
}

#[test]
fn money_that_is_not_pay_is_no_disclosure() {
    for text in [
        "We raised $40M Series B and manage a $2B fund.",
        "401(k) with 4% match. Our 401k matches up to $5,000.",
        "You own an annual budget of $500,000 to $750,000.",
        "Customers saved $120,000 to $150,000 last year.",
        "A $5,000 signing bonus and a $500 referral bonus.",
        "Home office stipend: a one-time $750.",
        "Up to $1,500 per year towards wellness and development.",
        "Founded in 2019, 2,500 people, open 24/7, call (555) 123-4567.",
        "Revenue of $5 million, 50% growth, quota of $1,200,000 per year.",
        "Fines of up to $10,000 per violation.",
        "We process payments of $250,000 - $300,000 for clients.",
        "Life insurance of $50,000.",
        "Minimum wage in the state is $15.00 per hour.",
        "Tuition assistance of $5,250 per year.",
        "We lead the market with over 150K paying customers.",
        "A shop sold $100k worth of goods and only got paid $60k.",
        "In addition to your salary, we provide 2,700 EUR/year for benefits.",
        "Basic life, employer paid: 1x salary up to $250,000.",
        "Competitive compensation, growth, and a community of 25k+ experts.",
        "Certified to ISO 27001, NIS2 and SOC 2.",
        "Experience: 5-7 years. 40 hours per week. 2024-2026.",
    ] {
        let found = read(text);
        let disclosed: Vec<_> = found.iter().filter(|f| f.0.disclosure).collect();
        assert!(disclosed.is_empty(), "{text:?}: {disclosed:?}");
    }
}

/// `min max currency period form` of the only statement of pay in `text`,
/// posted in `place`.
fn only(text: &str, place: &str) -> String {
    let found = read_file("posting.txt", text, &[place]);
    let pay: Vec<String> = found
        .iter()
        .filter(|f| f.0.kind != PayKind::Bonus)
        .map(|f| {
            let shown = show(&f.0);
            shown.split(' ').take(4).collect::<Vec<_>>().join(" ")
        })
        .collect();
    pay.join("; ")
}

#[test]
#[rustfmt::skip]
fn every_country_writes_pay_in_its_own_way() {
    let cases = [
        ("AT", "Gehalt: mind. € 45.000,- brutto/Jahr", "45000-… EUR year starting_at"),
        ("AT", "Gehalt ab EUR 2.850 brutto/Monat (14x), Bereitschaft zur Überzahlung", "2850-… EUR month starting_at"),
        ("AT", "Jahresbruttogehalt € 52.000,00 – € 60.000,00 all-in", "52000-60000 EUR year range"),
        ("AT", "Lohn: EUR 15,40 brutto pro Stunde", "15.4-15.4 EUR hour single"),
        ("DE", "Gehalt: 55.000–65.000 € brutto/Jahr", "55000-65000 EUR year range"),
        ("DE", "Gehalt: 60 - 70 T€ p.a.", "60000-70000 EUR year range"),
        ("DE", "Lohn: 16,50 €/Std. + Zuschläge", "16.5-16.5 EUR hour single"),
        ("DE", "Gehalt: 3.200 Euro brutto mtl. x 13", "3200-3200 EUR month single"),
        ("DE", "Vergütung nach EG 11 TVöD", "…-… ? ? other"),
        ("CH", "Lohn: CHF 100'000", "100000-100000 CHF year single"),
        ("CH", "Lohn: CHF 6'500.– x 13", "6500-6500 CHF month single"),
        ("CH", "Lohn: CHF 95’000 bis 115’000 p.a. (100%)", "95000-115000 CHF year range"),
        ("CH", "Lohn: Fr. 32.50/Std.", "32.5-32.5 CHF hour single"),
        ("FR", "Salaire : 38 à 42 k€ brut/an", "38000-42000 EUR year range"),
        ("FR", "Salaire : 2 150 € brut mensuel sur 13 mois", "2150-2150 EUR month single"),
        ("FR", "Salaire : 12,40 €/h brut", "12.4-12.4 EUR hour single"),
        ("FR", "Salaire : 45K€ fixe + 10K€ variable", "45000-45000 EUR year single"),
        ("CA", "Salaire : 24,50 $/h à 28,00 $/h", "24.5-28 CAD hour range"),
        ("CA", "Salaire : 70 000 $ à 95 000 $ par année", "70000-95000 CAD year range"),
        ("CA", "Salaire : 65 k$ – 80 k$", "65000-80000 CAD year range"),
        ("CA", "Pay: $70,000 - $95,000 per year", "70000-95000 CAD year range"),
        ("CA", "Pay: $24.50-$28.00/hr", "24.5-28 CAD hour range"),
        ("CA", "Pay: C$120K–C$170K", "120000-170000 CAD year range"),
        ("CA", "Pay: $20 per hour and up", "20-… CAD hour starting_at"),
        ("NL", "Salaris: € 3.500,- tot € 4.800,- bruto per maand o.b.v. 40 uur", "3500-4800 EUR month range"),
        ("NL", "Loon: € 16,20 p/u", "16.2-16.2 EUR hour single"),
        ("NL", "Salaris: max. € 5.400 p.m. (schaal 10)", "…-5400 EUR month up_to"),
        ("BE", "Loon: € 2.900 - € 3.600 bruto/maand", "2900-3600 EUR month range"),
        ("BE", "Loon: € 17,35/uur (PC 200)", "17.35-17.35 EUR hour single"),
        ("IT", "RAL 30.000 € – 36.000 €", "30000-36000 EUR year range"),
        ("IT", "RAL 35/40K", "35000-40000 EUR year range"),
        ("IT", "Retribuzione: 1.650 € netti al mese per 13 mensilità", "1650-1650 EUR month single"),
        ("ES", "Salario: 24.000 € - 28.000 € b/a", "24000-28000 EUR year range"),
        ("ES", "Salario: 1.450 € brutos/mes en 14 pagas", "1450-1450 EUR month single"),
        ("ES", "35K–40K SBA", "35000-40000 EUR year range"),
        ("PT", "Salário: 1.200 € - 1.500 € brutos/mês + SA", "1200-1500 EUR month range"),
        ("PT", "Salário: 28.000€/ano", "28000-28000 EUR year single"),
        ("BR", "Salário: R$ 5.000,00", "5000-5000 BRL month single"),
        ("BR", "Salário: R$ 5.000,00 a R$ 7.500,00/mês (CLT)", "5000-7500 BRL month range"),
        ("BR", "Salário: R$ 12 mil PJ", "12000-12000 BRL month single"),
        ("GB", "Salary: £30k pa", "30000-30000 GBP year single"),
        ("GB", "Salary: £32,000 – £38,500 per annum, pro rata", "32000-38500 GBP year range"),
        ("GB", "Rate: £14.20 p/h PAYE / £18.05 umbrella", "14.2-14.2 GBP hour single; 18.05-18.05 GBP hour single"),
        ("GB", "Rate: up to £550 per day (outside IR35)", "…-550 GBP day up_to"),
        ("GB", "Salary: £28K basic, £45K OTE", "28000-28000 GBP year single; 45000-45000 GBP year single"),
        ("IE", "Salary: €41,200 – €62,400 p.a.", "41200-62400 EUR year range"),
        ("IE", "Salary: €55k-€65k DOE", "55000-65000 EUR year range"),
        ("PL", "Wynagrodzenie: PLN 12 000 – 15 000 brutto/mies.", "12000-15000 PLN month range"),
        ("PL", "Wynagrodzenie: 18 000–24 000 zł netto + VAT (B2B)", "18000-24000 PLN month range"),
        ("PL", "Stawka: 30,50 zł/h brutto", "30.5-30.5 PLN hour single"),
        ("PL", "Wynagrodzenie: 8-10 tys. zł brutto (UoP)", "8000-10000 PLN month range"),
        ("CZ", "Mzda: 45 000 – 60 000 Kč/měsíc", "45000-60000 CZK month range"),
        ("CZ", "Mzda od 38.000,- Kč hrubého", "38000-… CZK month starting_at"),
        ("CZ", "Mzda: 180 Kč/hod", "180-180 CZK hour single"),
        ("SK", "Základná zložka mzdy: od 1 450 EUR brutto/mesiac", "1450-… EUR month starting_at"),
        ("SK", "Mzda: 1 800 – 2 300 € brutto mesačne + bonusy", "1800-2300 EUR month range"),
        ("SK", "Mzda: 7,20 EUR/hod.", "7.2-7.2 EUR hour single"),
        ("HU", "Fizetés: bruttó 650 000 – 800 000 Ft/hó", "650000-800000 HUF month range"),
        ("HU", "Fizetés: nettó 450e Ft", "450000-450000 HUF month single"),
        ("HU", "Fizetés: 1,2 M Ft bruttó", "1200000-1200000 HUF month single"),
        ("RO", "Salariu: 6.000 – 8.000 lei net/lună", "6000-8000 RON month range"),
        ("RO", "Salariu: 1500-2000 EUR net", "1500-2000 EUR month range"),
        ("BG", "Заплата: 2 000 – 2 800 € бруто/месец", "2000-2800 EUR month range"),
        ("BG", "Заплата от 3500 лв. нето", "3500-… BGN month starting_at"),
        ("HR", "Plaća: 1.500 – 1.900 € bruto/mj.", "1500-1900 EUR month range"),
        ("SI", "Plača: 2.100–2.600 € bruto mesečno", "2100-2600 EUR month range"),
        ("GR", "Μισθός: 1.200€ – 1.500€ μικτά/μήνα x 14", "1200-1500 EUR month range"),
        ("LT", "Atlyginimas: Nuo 2000 iki 3000 Eur/mėn. (neatskaičius mokesčių)", "2000-3000 EUR month range"),
        ("LT", "Atlyginimas: 1 700–2 100 € bruto", "1700-2100 EUR month range"),
        ("LV", "Atalgojums EUR 1500–2200 bruto mēnesī", "1500-2200 EUR month range"),
        ("LV", "Atalgojums: 7.50 EUR/h bruto", "7.5-7.5 EUR hour single"),
        ("EE", "Palk: 1800–2400 € bruto/kuus", "1800-2400 EUR month range"),
        ("FI", "Palkka: 2 800–3 400 €/kk", "2800-3400 EUR month range"),
        ("FI", "Palkka: 13,20 €/h + lisät", "13.2-13.2 EUR hour single"),
        ("SE", "Lön: 32 000–38 000 kr/mån", "32000-38000 SEK month range"),
        ("SE", "Lön: 175:-/tim", "175-175 SEK hour single"),
        ("DK", "Løn: 34.000–38.000 kr./md. + pension", "34000-38000 DKK month range"),
        ("DK", "Løn: 165 kr. i timen", "165-165 DKK hour single"),
        ("NO", "Lønn: kr 550 000 – 650 000 per år", "550000-650000 NOK year range"),
        ("NO", "Lønn: 230 kr/t", "230-230 NOK hour single"),
        ("NO", "Lønn: kr 498 000,-", "498000-498000 NOK year single"),
        ("IS", "Laun: 850.000 kr. á mánuði", "850000-850000 ISK month single"),
        ("JP", "月給25万円", "250000-250000 JPY month single"),
        ("JP", "時給1,250円〜", "1250-… JPY hour starting_at"),
        ("JP", "年収４５０万円～６００万円", "4500000-6000000 JPY year range"),
        ("JP", "日給1万2千円", "12000-12000 JPY day single"),
        ("JP", "月給25万円～32万円（固定残業代45時間分6万5,000円を含む。超過分は別途支給）", "250000-320000 JPY month range"),
        ("KR", "연봉 4,000만원 ~ 5,500만원", "40000000-55000000 KRW year range"),
        ("KR", "월급 280만원 (세전)", "2800000-2800000 KRW month single"),
        ("KR", "시급 10,500원 이상", "10500-… KRW hour starting_at"),
        ("CN", "薪资：15-25K·14薪", "15000-25000 CNY month range"),
        ("CN", "月薪8千-1.2万", "8000-12000 CNY month range"),
        ("CN", "年薪30-45万", "300000-450000 CNY year range"),
        ("CN", "薪资面议", "…-… ? ? other"),
        ("TW", "月薪 NT$38,000～45,000元", "38000-45000 TWD month range"),
        ("TW", "月薪4萬元以上", "40000-… TWD month starting_at"),
        ("TW", "時薪200元", "200-200 TWD hour single"),
        ("HK", "Salary: HK$25,000–30,000/mth + 13th month", "25000-30000 HKD month range"),
        ("HK", "Salary: $18K - $22K", "18000-22000 HKD month range"),
        ("SG", "Salary: S$4,500 – S$6,000 per month + AWS", "4500-6000 SGD month range"),
        ("SG", "Salary: $3K-$4K", "3000-4000 SGD month range"),
        ("MY", "Salary: RM 3,500 – RM 4,800", "3500-4800 MYR month range"),
        ("MY", "Gaji: RM2.5k sebulan", "2500-2500 MYR month single"),
        ("PH", "Salary: ₱25,000–₱32,000/month", "25000-32000 PHP month range"),
        ("PH", "Salary: Php 695/day", "695-695 PHP day single"),
        ("PH", "Salary: 25k-30k + allowance", "25000-30000 PHP month range"),
        ("ID", "Gaji: Rp 8.000.000 – Rp 12.000.000 per bulan", "8000000-12000000 IDR month range"),
        ("ID", "Gaji: Rp8–12 juta", "8000000-12000000 IDR month range"),
        ("TH", "เงินเดือน 25,000–35,000 บาท", "25000-35000 THB month range"),
        ("TH", "ค่าแรง 450 บาท/วัน", "450-450 THB day single"),
        ("VN", "Mức lương: 15 - 20 triệu", "15000000-20000000 VND month range"),
        ("VN", "Mức lương: 20tr–30tr VNĐ/tháng (gross)", "20000000-30000000 VND month range"),
        ("VN", "Mức lương: Lên đến 2.000 USD", "…-2000 USD ? up_to"),
        ("IN", "Salary: ₹12 LPA", "1200000-1200000 INR year single"),
        ("IN", "Salary: ₹6,00,000 – ₹9,50,000 p.a.", "600000-950000 INR year range"),
        ("IN", "8-12 LPA CTC", "800000-1200000 INR year range"),
        ("IN", "Salary: Rs. 45k/month in-hand", "45000-45000 INR month single"),
        ("IN", "Salary: 1.2 Cr CTC", "12000000-12000000 INR year single"),
        ("AE", "Salary: AED 8,000 – 10,000 per month all-inclusive", "8000-10000 AED month range"),
        ("AE", "Salary: Dhs 5k + accommodation", "5000-5000 AED month single"),
        ("SA", "الراتب ١٢٬٠٠٠ ر.س شهرياً", "12000-12000 SAR month single"),
        ("SA", "الراتب: من 6000 إلى 8000 ريال", "6000-8000 SAR month range"),
        ("AU", "Salary: $85,000 – $95,000 + super", "85000-95000 AUD year range"),
        ("AU", "Rate: $34.20 p/h casual", "34.2-34.2 AUD hour single"),
        ("AU", "Salary: $110k package incl. super", "110000-110000 AUD year single"),
        ("NZ", "Pay: $28.50–$32.00 per hour", "28.5-32 NZD hour range"),
        ("NZ", "Salary: $75K-$90K", "75000-90000 NZD year range"),
        ("ZA", "Salary: R45 000 – R55 000 per month CTC", "45000-55000 ZAR month range"),
        ("ZA", "Salary: R600k–R750k p.a. TCTC", "600000-750000 ZAR year range"),
        ("MX", "Sueldo: $18,000 a $22,000 mensuales brutos", "18000-22000 MXN month range"),
        ("MX", "Sueldo: $4,500 semanales libres", "4500-4500 MXN week single"),
        ("CL", "Sueldo: $1.200.000 líquidos", "1200000-1200000 CLP month single"),
        ("CL", "Sueldo: UF 40 brutas", "40-40 CLF month single"),
        ("AR", "Sueldo: $1.800.000 en mano", "1800000-1800000 ARS month single"),
        ("CO", "Salario: $3.500.000 + prestaciones de ley", "3500000-3500000 COP month single"),
        ("CO", "Salario: 1 SMMLV + comisiones", "…-… ? ? other"),
        ("PE", "Sueldo: S/ 2,500.00 – S/ 3,000.00 mensuales", "2500-3000 PEN month range"),
        ("IL", "שכר: ₪18,000–22,000 ברוטו לחודש", "18000-22000 ILS month range"),
        ("IL", "שכר: 45 ₪ לשעה", "45-45 ILS hour single"),
        ("TR", "Maaş: 45.000 TL net/ay", "45000-45000 TRY month single"),
        ("TR", "Maaş: brüt 60.000 – 75.000 ₺", "60000-75000 TRY month range"),
        ("KE", "Salary: KSh 80,000 – 100,000 gross p.m.", "80000-100000 KES month range"),
        ("KE", "Salary: Kshs. 45,000/=", "45000-45000 KES month single"),
        ("NG", "Salary: ₦250,000 – ₦350,000 monthly", "250000-350000 NGN month range"),
        ("NG", "Salary: N400k net", "400000-400000 NGN month single"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(place, text, meaning)| {
            let found = only(text, place);
            (found != *meaning).then(|| format!("{place}: {text}\n  wanted {meaning}\n  found  {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_belongs_to_one_statement_is_read_as_one() {
    for (text, words, meaning) in [
        (
            "Benefits\n\n$180k to $250k plus equity depending on experience",
            "$180k to $250k",
            "180000-250000 USD year range base",
        ),
        (
            "Cash salary: around $102k-154k.Equity: none.",
            "$102k-154k",
            "102000-154000 USD year range base",
        ),
        (
            "Compensation range: MIN: $87,000 - MID: $109,000 - MAX: $131,000",
            "MIN: $87,000 - MID: $109,000 - MAX: $131,000",
            "87000-131000 USD year range base",
        ),
        (
            "Base salary GS-15 Step 1 - $106,595 to GS-15 Step 10 $138,572",
            "$106,595 to GS-15 Step 10 $138,572",
            "106595-138572 USD year range base",
        ),
        (
            "Pay ranges from $99,500/year in our lowest market up to $200,000/year in our highest.",
            "from $99,500/year in our lowest market up to $200,000/year",
            "99500-200000 USD year range base",
        ),
        (
            "Salary: $177-192,000",
            "$177-192,000",
            "177000-192000 USD year range base",
        ),
        (
            "Minimum salary: $50,000\nMaximum salary: $60,000",
            "$50,000\nMaximum salary: $60,000",
            "50000-60000 USD year range base",
        ),
        (
            "Weekly team lunches\n\nThe salary is $11,000 a month.",
            "$11,000 a month",
            "11000-11000 USD month single base",
        ),
        (
            "You earn five hundred dollars a day.",
            "five hundred dollars a day",
            "500-500 USD day single base",
        ),
    ] {
        states(text, &[(words, meaning)]);
    }
}

#[test]
fn a_single_figure_that_is_called_a_range_says_so() {
    let called = |text: &str| read(text).iter().any(|f| f.0.called_range);
    assert!(called(
        "We are sharing the base salary range for this position.\n\nThe salary is $11,000 monthly."
    ));
    assert!(!called("The salary is $11,000 monthly."));
    assert!(!called("The salary range is $10,000 to $11,000 monthly."));
}

#[test]
fn words_instead_of_a_figure_are_vague() {
    let vague = |text: &str| -> Vec<String> {
        let found = read(text);
        let vague = found.into_iter().filter(|f| f.0.vague);
        vague.map(|f| f.1).collect()
    };
    for (text, words) in [
        ("We offer a competitive salary.", "competitive salary"),
        ("Salary: competitive", "Salary: competitive"),
        ("Salary: DOE", "Salary: DOE"),
        (
            "Compensation\n\nCommensurate with experience",
            "Commensurate",
        ),
    ] {
        assert_eq!(vague(text), [words], "{text}");
    }
    for text in [
        "A competitive salary ($83,000 - $100,000)",
        "Conduct competitive salary analysis.",
        "A competitive spirit. Salary: $50,000 a year.",
        "She does. Research for the doe project.",
    ] {
        assert!(vague(text).is_empty(), "{text}");
    }
}

#[test]
fn fields_of_each_system_are_read_with_their_siblings() {
    for (record, meaning) in [
        (
            serde_json::json!({"salaryRange": {"min": 150000, "max": 180000, "currency": "USD",
                "interval": "per-year-salary"}}),
            "150000-180000 USD year range base",
        ),
        (
            serde_json::json!({"pay_input_ranges": [{"min_cents": 12000000, "max_cents": 15050000,
                "currency_type": "CAD"}]}),
            "120000-150500 CAD year range base",
        ),
        (
            serde_json::json!({"PositionRemuneration": [{"MinimumRange": "23.50",
                "MaximumRange": "30.55", "RateIntervalCode": "PH"}]}),
            "23.5-30.55 USD hour range base",
        ),
        (
            serde_json::json!({"salary_min": 41000, "salary_max": 41000, "salary_is_predicted": "1"}),
            "41000-41000 USD year single estimate-by-aggregator (no disclosure)",
        ),
        (
            serde_json::json!({"salary": "12 an hour"}),
            "12-12 USD hour single base",
        ),
        (
            serde_json::json!({"minimumSalary": 0, "maximumSalary": 60000, "currency": "GBP"}),
            "…-60000 GBP year up_to base",
        ),
    ] {
        let mut record = record;
        record["title"] = "Cook".into();
        record["description"] = "<p>Cook for our guests.</p>".into();
        let found = read_file("posting.json", &record.to_string(), &["US"]);
        let shown: Vec<String> = found.iter().map(|f| show(&f.0)).collect();
        assert_eq!(shown, [meaning], "{record}");
    }
}
