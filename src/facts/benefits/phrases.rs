//! The vocabulary of benefits.

use crate::facts::phrases::{Phrases, phrases};

/// Whether a phrase names a benefit by itself.
#[derive(Clone, Copy)]
pub(super) enum Weight {
    Plain,
    /// Only where benefits are spoken of: "dental" is also a field of work.
    InContext,
}

use Weight::{InContext, Plain};

/// Phrases with the benefit that they name; without one, they speak of
/// benefits in general.
pub(super) const PHRASES: &[(&str, &str, Weight)] = &[
    ("benefits", "", InContext),
    ("benefit package", "", Plain),
    ("perks", "", InContext),
    ("avantages", "", InContext),
    ("zusatzleistungen", "", Plain),
    ("sozialleistungen", "", Plain),
    ("beneficios", "", InContext),
    ("benefícios", "", InContext),
    ("arbeidsvoorwaarden", "", Plain),
    ("secundaire arbeidsvoorwaarden", "", Plain),
    ("health insurance", "health", Plain),
    ("health coverage", "health", Plain),
    ("healthcare coverage", "health", Plain),
    ("health care coverage", "health", Plain),
    ("health benefits", "health", Plain),
    ("healthcare benefits", "health", Plain),
    ("health plan*", "health", InContext),
    ("health stipend", "health", Plain),
    ("health premium*", "health", Plain),
    ("medical premium*", "health", Plain),
    ("dental premium*", "dental", Plain),
    ("medical insurance", "health", Plain),
    ("medical coverage", "health", Plain),
    ("medical benefits", "health", Plain),
    ("private medical", "health", Plain),
    ("private healthcare", "health", Plain),
    ("private health", "health", Plain),
    ("medical", "health", InContext),
    ("health", "health", InContext),
    ("healthcare", "health", InContext),
    // Health and welfare, as unions have it.
    ("h&w and pension", "health", Plain),
    ("h&w & pension", "health", Plain),
    ("h&w + pension", "health", Plain),
    ("h&w, pension", "health", Plain),
    ("h&w benefits", "health", Plain),
    ("pension and h&w", "health", Plain),
    ("health and welfare benefits", "health", Plain),
    ("kaiser", "health", InContext),
    ("kaiser coverage", "health", Plain),
    ("kaiser medical", "health", Plain),
    ("kaiser insurance", "health", Plain),
    ("kaiser hmo", "health", Plain),
    ("mutuelle", "health", Plain),
    ("assurance collective", "health", Plain),
    ("assurances collectives", "health", Plain),
    ("mediclaim", "health", Plain),
    ("health ins", "health", Plain),
    ("pakiet medyczny", "health", Plain),
    ("kartę sportową", "wellness", Plain),
    ("karta sportowa", "wellness", Plain),
    ("seguro medico", "health", Plain),
    ("seguro médico", "health", Plain),
    ("plano de saúde", "health", Plain),
    ("prywatna opieka medyczna", "health", Plain),
    ("opieka medyczna", "health", Plain),
    ("opieki medycznej", "health", Plain),
    ("dental insurance", "dental", Plain),
    ("dental coverage", "dental", Plain),
    ("dental", "dental", InContext),
    ("vision insurance", "vision", Plain),
    ("vision coverage", "vision", Plain),
    ("vision", "vision", InContext),
    ("vsp", "vision", InContext),
    ("dentist", "dental", InContext),
    ("glasses", "vision", InContext),
    ("401k", "retirement", Plain),
    ("401(k)", "retirement", Plain),
    ("401 (k)", "retirement", Plain),
    ("403b", "retirement", Plain),
    ("403(b)", "retirement", Plain),
    ("rrsp", "retirement", Plain),
    ("simple ira", "retirement", Plain),
    ("sep ira", "retirement", Plain),
    ("ira match", "retirement", Plain),
    ("ira with", "retirement", Plain),
    ("superannuation", "retirement", InContext),
    ("retirement plan*", "retirement", Plain),
    ("retirement savings", "retirement", Plain),
    ("retirement benefits", "retirement", Plain),
    // Of public employees and teachers.
    ("pera", "retirement", InContext),
    ("pers retirement", "retirement", Plain),
    ("trs retirement", "retirement", Plain),
    ("pers pension", "retirement", Plain),
    ("calpers retirement", "retirement", Plain),
    ("calpers pension", "retirement", Plain),
    ("calstrs retirement", "retirement", Plain),
    ("retirement", "retirement", InContext),
    ("pension", "retirement", InContext),
    ("pension scheme", "retirement", Plain),
    ("pension plan", "retirement", Plain),
    ("pensioen*", "retirement", Plain),
    ("altersvorsorge", "retirement", Plain),
    ("paid time off", "paid_time_off", Plain),
    ("pto", "paid_time_off", Plain),
    ("paid vacation*", "paid_time_off", Plain),
    ("paid holiday*", "paid_time_off", Plain),
    ("paid company holiday*", "paid_time_off", Plain),
    ("paid leave", "paid_time_off", Plain),
    ("annual leave", "paid_time_off", Plain),
    ("unlimited vacation", "paid_time_off", Plain),
    ("generous vacation", "paid_time_off", Plain),
    ("ample vacation", "paid_time_off", Plain),
    ("unlimited time off", "paid_time_off", Plain),
    ("flexible time off", "paid_time_off", Plain),
    ("flexible pto", "paid_time_off", Plain),
    ("vacation days", "paid_time_off", Plain),
    ("days of vacation", "paid_time_off", Plain),
    ("weeks of vacation", "paid_time_off", Plain),
    ("weeks vacation", "paid_time_off", Plain),
    ("vacation time", "paid_time_off", Plain),
    ("vacation", "paid_time_off", InContext),
    ("vacations", "paid_time_off", InContext),
    ("days holiday", "paid_time_off", Plain),
    ("days' holiday", "paid_time_off", Plain),
    ("holidays", "paid_time_off", InContext),
    ("days off", "paid_time_off", InContext),
    ("days off a year", "paid_time_off", Plain),
    ("days off per year", "paid_time_off", Plain),
    ("paid days off a year", "paid_time_off", Plain),
    ("urlaubstage*", "paid_time_off", Plain),
    ("tage urlaub", "paid_time_off", Plain),
    ("wochen urlaub", "paid_time_off", Plain),
    ("vakantiedagen", "paid_time_off", Plain),
    ("rtt", "paid_time_off", Plain),
    ("sick leave", "sick_leave", Plain),
    ("sick days", "sick_leave", Plain),
    ("sick time", "sick_leave", Plain),
    ("sick pay", "sick_leave", Plain),
    ("parental leave", "parental_leave", Plain),
    ("maternity leave", "parental_leave", Plain),
    ("paternity leave", "parental_leave", Plain),
    ("family leave", "parental_leave", Plain),
    ("life insurance", "life_insurance", InContext),
    ("life assurance", "life_insurance", Plain),
    ("disability insurance", "disability_insurance", Plain),
    ("disability coverage", "disability_insurance", Plain),
    ("short-term disability", "disability_insurance", Plain),
    ("long-term disability", "disability_insurance", Plain),
    ("hsa", "spending_account", Plain),
    ("fsa", "spending_account", InContext),
    ("flexible spending", "spending_account", Plain),
    ("health savings", "spending_account", Plain),
    ("employee assistance program*", "assistance_program", Plain),
    ("tuition reimbursement", "education", Plain),
    ("tuition assistance", "education", Plain),
    ("education stipend", "education", Plain),
    ("learning budget", "education", Plain),
    ("training budget", "education", Plain),
    ("professional development budget", "education", Plain),
    ("development stipend", "education", Plain),
    ("learning stipend", "education", Plain),
    ("education assistance", "education", Plain),
    ("weiterbildung*", "education", InContext),
    ("home office stipend", "equipment", Plain),
    ("home office budget", "equipment", Plain),
    ("equipment budget", "equipment", Plain),
    ("commuter benefits", "commuting", Plain),
    ("commuter", "commuting", InContext),
    ("cycle to work", "commuting", Plain),
    ("travel allowance", "commuting", InContext),
    ("jobticket", "commuting", Plain),
    ("deutschlandticket", "commuting", Plain),
    ("reiskostenvergoeding", "commuting", Plain),
    ("leaseauto", "commuting", Plain),
    ("jobrad", "commuting", Plain),
    ("company car", "company_car", InContext),
    ("gym membership*", "wellness", Plain),
    ("wellness stipend", "wellness", Plain),
    ("wellness program*", "wellness", Plain),
    ("wellness", "wellness", InContext),
    ("multisport", "wellness", InContext),
    ("mental health", "wellness", InContext),
    ("free lunch*", "meals", Plain),
    ("catered lunch*", "meals", Plain),
    ("catered meals", "meals", Plain),
    ("free meals", "meals", Plain),
    ("meal vouchers", "meals", Plain),
    ("meal allowance", "meals", Plain),
    ("tickets restaurant", "meals", Plain),
    ("ticket restaurant", "meals", Plain),
    ("titres restaurant", "meals", Plain),
    ("titres-restaurant", "meals", Plain),
    ("vale refeição", "meals", Plain),
    ("employee discount*", "discount", Plain),
    ("staff discount*", "discount", Plain),
    ("team discount*", "discount", Plain),
    ("mitarbeiterrabatt*", "discount", Plain),
    ("free housing", "housing", Plain),
    ("room and board", "housing", Plain),
    ("room & board", "housing", Plain),
    ("board and lodging", "housing", Plain),
    ("lodging and meals", "housing", Plain),
    ("housing provided", "housing", Plain),
    ("housing is provided", "housing", Plain),
    ("housing included", "housing", Plain),
    ("housing is included", "housing", Plain),
    ("housing at no cost", "housing", Plain),
    ("staff housing", "housing", Plain),
    ("employee housing", "housing", Plain),
    ("kost und logis", "housing", Plain),
    ("kost & logis", "housing", Plain),
    ("shift meal*", "meals", Plain),
    ("staff meal*", "meals", Plain),
    ("staff food", "meals", Plain),
    ("family meal", "meals", Plain),
    ("meal per shift", "meals", Plain),
    ("meals per shift", "meals", Plain),
    ("meals on shift", "meals", Plain),
    ("maaltijdcheque*", "meals", Plain),
    ("betalt frokost", "meals", Plain),
    ("free parking", "commuting", Plain),
    ("blue light card", "discount", Plain),
    ("days' leave", "paid_time_off", Plain),
    ("days leave", "paid_time_off", Plain),
    ("weeks' holiday", "paid_time_off", Plain),
    ("weeks holiday", "paid_time_off", Plain),
    ("hours of vacation", "paid_time_off", Plain),
    ("days al", "paid_time_off", InContext),
    ("provident fund", "retirement", Plain),
    ("salary packaging", "spending_account", Plain),
    ("medical aid", "health", Plain),
    ("obra social", "health", Plain),
    ("opiekę medyczną", "health", Plain),
    ("hospitalisatieverzekering", "health", Plain),
    ("calpers", "retirement", Plain),
    ("employer-paid pers", "retirement", Plain),
    ("relocation assistance", "relocation", Plain),
    ("relocation package", "relocation", Plain),
    ("relocation support", "relocation", Plain),
    ("vorteile", "", InContext),
    ("benefity", "", InContext),
    ("benefícios", "", InContext),
    ("förmåner", "", InContext),
    ("świadczenia", "", InContext),
    ("fringe benefit", "", InContext),
    ("private health insurance", "health", Plain),
    ("medical plan*", "health", Plain),
    ("medical services", "health", InContext),
    ("krankenversicherung", "health", InContext),
    ("krankenzusatzversicherung", "health", Plain),
    ("complémentaire santé", "health", Plain),
    ("seguro de salud", "health", Plain),
    ("convênio médico", "health", Plain),
    ("assistência médica", "health", Plain),
    ("zorgverzekering", "health", Plain),
    ("sjukvårdsförsäkring", "health", Plain),
    ("dental plan*", "dental", Plain),
    ("plano odontológico", "dental", Plain),
    ("assistência odontológica", "dental", Plain),
    ("seguro dental", "dental", Plain),
    ("vision plan*", "vision", Plain),
    ("retirement account*", "retirement", Plain),
    ("retirement contribution*", "retirement", Plain),
    ("retirement matching", "retirement", Plain),
    ("betriebliche altersvorsorge", "retirement", Plain),
    ("betriebliche altersversorgung", "retirement", Plain),
    ("previdência privada", "retirement", Plain),
    ("plan de pensiones", "retirement", Plain),
    ("tjänstepension", "retirement", Plain),
    ("thrift savings plan", "retirement", Plain),
    ("pension*", "retirement", InContext),
    ("paid days off", "paid_time_off", Plain),
    ("paid time away", "paid_time_off", Plain),
    ("paid annual leave", "paid_time_off", Plain),
    ("paid time-off", "paid_time_off", Plain),
    ("days of leave", "paid_time_off", Plain),
    ("days of annual leave", "paid_time_off", Plain),
    ("personal days", "paid_time_off", InContext),
    ("unlimited holiday*", "paid_time_off", Plain),
    ("holiday allowance", "paid_time_off", InContext),
    ("holiday entitlement", "paid_time_off", Plain),
    ("bank holidays", "paid_time_off", InContext),
    ("tage jahresurlaub", "paid_time_off", Plain),
    ("urlaub", "paid_time_off", InContext),
    ("jours de congés*", "paid_time_off", Plain),
    ("congés payés", "paid_time_off", Plain),
    ("días de vacaciones", "paid_time_off", Plain),
    ("semesterdagar", "paid_time_off", Plain),
    ("sabbatical*", "paid_time_off", InContext),
    ("volunteer day*", "volunteer_time", Plain),
    ("volunteer time off", "volunteer_time", Plain),
    ("paid volunteer*", "volunteer_time", Plain),
    ("volunteering day*", "volunteer_time", Plain),
    ("vto", "volunteer_time", InContext),
    ("paid sick*", "sick_leave", Plain),
    ("family planning", "family_planning", InContext),
    ("fertility", "family_planning", InContext),
    ("adoption assistance", "family_planning", Plain),
    ("childcare", "childcare", InContext),
    ("child care", "childcare", InContext),
    ("kinderbetreuung", "childcare", InContext),
    ("auxílio creche", "childcare", Plain),
    ("pet insurance", "pet_insurance", Plain),
    ("paid family leave", "parental_leave", Plain),
    ("family and parental leave", "parental_leave", Plain),
    ("enhanced parental", "parental_leave", Plain),
    ("elternzeit", "parental_leave", InContext),
    ("seguro de vida", "life_insurance", Plain),
    ("group life", "life_insurance", Plain),
    ("death in service", "life_insurance", Plain),
    ("ad&d", "life_insurance", Plain),
    ("term life", "life_insurance", Plain),
    ("basic life", "life_insurance", Plain),
    ("accident insurance", "accident_insurance", Plain),
    ("unfallversicherung", "accident_insurance", Plain),
    ("short term disability", "disability_insurance", Plain),
    ("long term disability", "disability_insurance", Plain),
    ("income protection", "disability_insurance", Plain),
    ("disability", "disability_insurance", InContext),
    ("spending account*", "spending_account", Plain),
    ("health reimbursement", "spending_account", Plain),
    ("eap", "assistance_program", InContext),
    ("tuition", "education", InContext),
    ("educational assistance", "education", Plain),
    ("education reimbursement", "education", Plain),
    ("education budget", "education", Plain),
    ("learning allowance", "education", Plain),
    ("learning & development budget", "education", Plain),
    ("learning and development budget", "education", Plain),
    ("training allowance", "education", Plain),
    ("conference budget", "education", Plain),
    ("personal development budget", "education", Plain),
    ("student loan repayment", "education", Plain),
    ("student loan assistance", "education", Plain),
    ("weiterbildungsbudget", "education", Plain),
    ("english lessons", "education", InContext),
    ("english classes", "education", InContext),
    ("language classes", "education", InContext),
    ("home office allowance", "equipment", Plain),
    ("home-office stipend", "equipment", Plain),
    ("home-office budget", "equipment", Plain),
    ("home office set*", "equipment", InContext),
    ("office stipend", "equipment", Plain),
    ("internet stipend", "equipment", Plain),
    ("internet reimbursement", "equipment", Plain),
    ("internet allowance", "equipment", Plain),
    ("phone reimbursement", "equipment", Plain),
    ("phone stipend", "equipment", Plain),
    ("cell phone stipend", "equipment", Plain),
    ("wifi/phone reimbursement", "equipment", Plain),
    ("phone allowance", "equipment", Plain),
    ("remote work stipend", "equipment", Plain),
    ("work from home stipend", "equipment", Plain),
    ("auxílio home office", "equipment", Plain),
    ("monthly stipend*", "stipend", InContext),
    ("stipend", "stipend", InContext),
    ("lifestyle stipend*", "stipend", Plain),
    ("commuter benefit", "commuting", Plain),
    ("transportation benefit*", "commuting", Plain),
    ("transit benefit*", "commuting", Plain),
    ("commuting allowance", "commuting", Plain),
    ("commuting expenses", "commuting", InContext),
    ("season ticket loan", "commuting", Plain),
    ("cycle-to-work", "commuting", Plain),
    ("bike leasing", "commuting", Plain),
    ("fahrradleasing", "commuting", Plain),
    ("fahrtkostenzuschuss", "commuting", Plain),
    ("parking", "commuting", InContext),
    ("vale transporte", "commuting", Plain),
    ("firmenwagen", "company_car", InContext),
    ("dienstwagen", "company_car", InContext),
    ("gym discount*", "wellness", Plain),
    ("gym", "wellness", InContext),
    ("fitness", "wellness", InContext),
    ("wellbeing program*", "wellness", Plain),
    ("well-being program*", "wellness", Plain),
    ("wellness benefit*", "wellness", Plain),
    ("wellness allowance", "wellness", Plain),
    ("wellness reimbursement", "wellness", Plain),
    ("wellness days", "wellness", InContext),
    ("health club*", "wellness", InContext),
    ("friskvårdsbidrag", "wellness", Plain),
    ("mental health support", "wellness", InContext),
    ("mental health benefits", "wellness", Plain),
    ("therapy", "wellness", InContext),
    ("counseling", "wellness", InContext),
    ("complimentary lunch*", "meals", Plain),
    ("lunch stipend", "meals", Plain),
    ("meal stipend*", "meals", Plain),
    ("subsidized meals", "meals", Plain),
    ("subsidised meals", "meals", Plain),
    ("lunches", "meals", InContext),
    ("snacks", "meals", InContext),
    ("titres restaurants", "meals", Plain),
    ("tickets restaurants", "meals", Plain),
    ("tickets resto", "meals", Plain),
    ("carte restaurant", "meals", Plain),
    ("vale alimentação", "meals", Plain),
    ("vale-refeição", "meals", Plain),
    ("vale-alimentação", "meals", Plain),
    ("cheque restaurante", "meals", Plain),
    ("cheques restaurante", "meals", Plain),
    ("essenszuschuss", "meals", Plain),
    ("product discount*", "discount", InContext),
    ("discounts for employees", "discount", Plain),
    ("corporate benefits", "discount", InContext),
    ("employee purchase program*", "discount", Plain),
    ("employee stock purchase plan*", "stock_purchase", Plain),
    ("employee share purchase plan*", "stock_purchase", Plain),
    ("stock purchase plan*", "stock_purchase", InContext),
    ("espp", "stock_purchase", InContext),
    ("legal assistance", "legal_assistance", InContext),
    ("legal plan*", "legal_assistance", InContext),
    ("identity theft protection", "legal_assistance", Plain),
    ("free accommodation", "housing", InContext),
    ("staff accommodation", "housing", Plain),
    ("relocation", "relocation", InContext),
    ("relocation bonus", "relocation", InContext),
    // In other languages.
    ("avantages sociaux", "", Plain),
    ("beneficios sociales", "", Plain),
    ("benefit aziendali", "", Plain),
    ("pakiet benefitów", "", Plain),
    ("pakiet socjalny", "", Plain),
    ("vermögenswirksame leistungen", "retirement", Plain),
    ("kostenlose getränke", "meals", Plain),
    ("kostenfreie getränke", "meals", Plain),
    ("obstkorb", "meals", Plain),
    ("remboursement des transports", "commuting", Plain),
    ("prise en charge des transports", "commuting", Plain),
    ("pass navigo", "commuting", Plain),
    ("carte swile", "meals", Plain),
    ("tickets-restaurant", "meals", Plain),
    ("chèques vacances", "discount", Plain),
    ("chèques-vacances", "discount", Plain),
    ("ticket restaurante", "meals", Plain),
    ("tickets restaurante", "meals", Plain),
    ("retribución flexible", "spending_account", Plain),
    ("cheque guardería", "childcare", Plain),
    ("vacaciones", "paid_time_off", InContext),
    ("seguro de saúde", "health", Plain),
    ("seguro saúde", "health", Plain),
    ("vale-transporte", "commuting", Plain),
    ("subsídio de alimentação", "meals", Plain),
    ("subsídio de refeição", "meals", Plain),
    ("gympass", "wellness", Plain),
    ("totalpass", "wellness", Plain),
    ("wellhub", "wellness", Plain),
    ("férias", "paid_time_off", InContext),
    ("buoni pasto", "meals", Plain),
    ("assicurazione sanitaria", "health", Plain),
    ("polizza sanitaria", "health", Plain),
    ("welfare aziendale", "spending_account", Plain),
    ("ferie", "paid_time_off", InContext),
    ("auto van de zaak", "company_car", Plain),
    ("fietsplan", "commuting", Plain),
    ("karta multisport", "wellness", Plain),
    ("kartę multisport", "wellness", Plain),
    ("karty multisport", "wellness", Plain),
    ("ubezpieczenie grupowe", "life_insurance", Plain),
    ("ubezpieczenie na życie", "life_insurance", Plain),
    ("ubezpieczenia na życie", "life_insurance", Plain),
    ("dagars semester", "paid_time_off", Plain),
    ("sundhedsforsikring", "health", Plain),
    ("pensionsordning", "retirement", Plain),
    ("pensjonsordning", "retirement", Plain),
    ("frokostordning", "meals", Plain),
    ("lounasetu", "meals", Plain),
    ("työterveyshuolto", "health", Plain),
    ("company pension", "retirement", Plain),
    ("workplace pension", "retirement", Plain),
    ("pension contribution*", "retirement", Plain),
    ("childcare voucher*", "childcare", Plain),
    ("macbook", "equipment", InContext),
    ("laptop", "equipment", InContext),
    ("notebook", "equipment", InContext),
    ("zertifizierungen", "education", InContext),
];

/// A line with one of these is no heading.
pub(super) static VERBS: &Phrases = phrases![
    "is" "are" "can" "have" "has" "will" "visit" "see" "read" "learn" "offer" "offers" "get"
    "provide" "provides"
];

/// Behind "benefits".
pub(super) static PACKAGE: &Phrases = phrases![
    "package" "packages" "program*" "include*" "available" "eligib*" "start" "begin" "offered"
    "plan" "plans" "for this position" "for full-time" "and perks" "& perks" "information" "vary"
    "section" "hub" "page" "such as" "like" "from day" "are" "details" "listed" "based on" "per"
    "in"
];

/// The writer offers something here.
pub(super) static OFFERS: &Phrases = phrases![
    "we offer" "we also offer" "we provide" "you'll have" "you get" "you'll get" "you will get"
    "you can expect" "eligible for" "eligible to" "entitled to" "we cover" "we pay" "enjoy" "offers"
    "provides" "including" "includes" "package" "we give" "take advantage of" "access to" "receive"
    "in addition to" "plus" "wir bieten" "nous offrons" "nous proposons" "on offre" "ofrecemos" "wij bieden"
    "we bieden" "bieden wij" "oferujemy" "oferecemos" "vi erbjuder" "offriamo"
];

/// Not what the employer gives to those it hires.
pub(super) static NOT_OURS: &Phrases = phrases![
    "compensation, benefits, training" "compensation, benefits and training"
    "compensation, benefits, and training" "compensation, benefits, terminat*"
    "compensation, benefits and terminat*" "benefits, promotion*" "benefits, transfer*"
    "benefits, terminat*" "benefits administration" "benefits of our" "benefits of the product" "benefits of using"
    "unemployment benefits" "benefits realization" "benefits realisation" "health insurance company"
    "health insurance companies" "health insurance industry" "health insurance market"
    "health insurance provider*" "health insurer*" "life insurance company"
    "life insurance companies" "life insurance industry" "life insurance product*"
    "insurance products" "benefits platform" "benefits software" "employee benefits consult*"
    "benefits to our clients" "benefits for our clients" "benefits for customers"
    "for the benefits of" "social security benefits" "veterans benefits" "public benefits"
    "cost benefits" "dental software" "dental practice*" "dental clinic*" "dental office*"
    "dental assistant*" "dental hygien*" "dental care provider*" "medical device*" "medical record*"
    "medical school*" "medical center*" "medical centre*" "medical staff" "medical condition*"
    "medical research" "medical billing" "medical term*" "medical education" "health care provider*"
    "healthcare provider*" "health system*" "public health" "health and safety" "health & safety"
    "health data" "health tech*" "health platform" "computer vision" "our vision" "company vision"
    "vision and mission" "mission and vision" "vision for" "product vision" "shared vision"
    "technical vision" "clear vision" "unpaid time off" "unpaid leave" "retirement industry"
    "pension fund*" "pension industry" "retirement plan administration" "retirement plan services"
    "401(k) administration" "401(k) provider*" "family or medical care leave" "vacation rental*"
    "vacation home*" "vacation planning" "fitness for duty" "fitness to work" "fitness industry"
    "childcare center*" "childcare provider*" "parking lot*" "gym equipment" "gym owners"
    "medical leave of absence" "home health" "mental health care" "mental health professionals"
    "mental health services" "behavioral health" "healthcare industry" "healthcare organi*"
    "healthcare system*" "healthcare compan*" "healthcare professional*" "healthcare's"
    "healthcare technology" "long-term health of" "health of the" "health of our" "health checks"
    "health check" "health monitoring" "service health" "system health" "pipeline health"
];

/// The posting says that there are none.
pub(super) static DENIED: &Phrases = phrases![
    "without benefits" "no benefits" "benefits: none" "benefits: n/a" "not offer any"
    "do not offer benefits" "does not offer benefits" "not eligible for benefits" "not benefits eligible"
    "not benefit eligible" "not include benefits" "no health benefits" "not provide benefits"
    "benefits are not" "ineligible for benefits" "not benefits-eligible" "not receive benefits"
    "not receive any benefits" "not come with benefits"
];

/// Of these, those that say plainly that the work comes with none.
pub(super) static NONE_GIVEN: &Phrases = phrases![
    "no benefits" "benefits: none" "benefits: n/a" "do not offer benefits" "does not offer benefits" "not eligible for benefits"
    "not benefits eligible" "not benefit eligible" "not benefits-eligible"
    "not provide benefits" "ineligible for benefits" "not receive benefits"
    "not receive any benefits" "not come with benefits" "carries no benefits"
    "benefits are not offered" "benefits are not provided" "benefits are not available"
];

/// The list ends where it ends.
pub(super) static NO_OTHERS: &Phrases = phrases!["no other benefits" "no other perks"];

/// The list goes on unsaid.
pub(super) static CATCH_ALL: &Phrases = phrases![
    "and more" "and many more" "& more" "plus more" "etc" "and others" "among others" "among other things"
    "and so on" "other benefits" "other perks" "much more" "u.v.m" "uvm" "und vieles mehr" "et bien plus"
    "y más" "y mucho más" "e muito mais" "en meer" "en nog veel meer" "i wiele innych" "och mycket mer"
];

/// The words lead elsewhere.
pub(super) static POINTS: &Phrases = phrases![
    "here" "link" "website" "site" "learn more" "read more" "find out more" "more about" "more details"
    "more information" "see" "visit" "www*" "http*" "page" "handbook" "hub" "hier" "ici"
];

/// What a sentence behind talks of when it goes on about benefits.
pub(super) static DETAILS: &Phrases = phrases![
    "details" "more information" "learn more" "read more" "find out more" "see" "visit" "link"
];

/// Without a link behind them, these words lead nowhere.
pub(super) static NEEDS_LINK: &Phrases = phrases![
    "found here" "available here" "click here" "see here" "view here" "read here" "more here"
    "benefits here" "details here" "listed here" "described here" "outlined here" "this page" "this link"
    "following link" "information here" "viewed here" "here for" "our benefits page" "our benefits site"
    "our benefits hub" "perks hub"
];
