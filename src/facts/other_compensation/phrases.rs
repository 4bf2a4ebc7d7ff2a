//! The words for pay beside the base pay, in the languages of the postings we read.
//! Data only.

use crate::facts::phrases::{Phrases, phrases};

/// Phrases that say by themselves what is paid.
pub(super) static PLAIN: &[(&str, &Phrases)] = &[
    (
        "signing_bonus",
        phrases![
            "sign-on bonus*" "signing bonus*" "sign on bonus*" "sign-on payment*" "signing payment*"
            "sign-on" "sign on" "joining bonus*" "welcome bonus*"
        ],
    ),
    (
        "referral_bonus",
        phrases!["referral bonus*" "referral program bonus*"],
    ),
    ("retention_bonus", phrases!["retention bonus*"]),
    (
        "bonus",
        phrases![
            "bonuses" "annual bonus" "performance bonus" "performance-based bonus"
            "discretionary bonus" "yearly bonus" "quarterly bonus" "monthly bonus" "weekly bonus"
            "year-end bonus" "end-of-year bonus" "target bonus" "cash bonus" "company bonus"
            "individual bonus" "corporate bonus" "holiday bonus" "christmas bonus"
            "attendance bonus" "completion bonus" "merit bonus" "variable bonus" "incentive bonus"
            "production bonus" "sales bonus" "longevity pay" "perfect attendance" "attendance incentive*"
            "safety incentive*" "spot bonus" "success bonus" "bonus plan"
            "bonus program*" "bonus scheme*" "bonus structure*" "bonus potential"
            "bonus opportunit*" "bonus eligib*" "bonus-eligible" "bonus target" "bonus pay*"
            "bonus system" "bonusstru*" "bonus pool" "bonus amount" "bonus incentive*" "eligible for a bonus"
            "eligible for bonus" "eligible for an annual" "bonus of" "incentive pay"
            "incentive compensation" "incentive plan*" "incentive program*" "incentive bonus*"
            "incentive award*" "incentive package*" "cash incentive*" "short-term incentive*"
            "short term incentive*" "long-term incentive*" "long term incentive*"
            "annual incentive*" "sales incentive*" "performance incentive*"
            "performance-based incentive*" "variable pay" "variable compensation" "13th month" "13th cheque" "thirteenth cheque"
            "thirteenth salary" "bonuszahlung*" "bonusprogramm*" "bonusregel*" "bonussystem*"
            "bonusvereinbarung*" "prämie" "prämien" "leistungsprämie*" "erfolgsprämie*"
            "weihnachtsgeld" "urlaubsgeld" "13. monatsgehalt" "13. gehalt" "13ème mois" "13e mois"
            "treizième mois" "primes" "prime annuelle" "prime de*" "prime sur*" "part variable"
            "salaire variable" "rémunération variable" "bonificación" "bonificaciones" "incentivos"
            "retribución variable" "bônus" "dertiende maand" "premia" "premie" "tredicesima"
        ],
    ),
    (
        "commission",
        phrases![
            "commissions" "spiff" "spiffs" "commission structure*" "commission plan*" "commission-based"
            "commission based" "commission rate*" "uncapped commission*" "sales commission*"
            "base + commission" "base plus commission" "plus commission" "+ commission"
            "commission earnings" "commission pay*" "commission only" "commission-only"
            "commission incentive*" "commission scheme*" "commission of" "commission split*"
            "and commission" "or commission" "commission and" "commission on" "% commission"
            "commission eligib*" "commission opportunit*" "earn commission" "provisionen"
            "provision" "comisiones" "comisión" "comissão" "comissões" "provisie" "prowizja"
            "prowizj*" "provvigion*"
        ],
    ),
    (
        "equity",
        phrases![
            "offers equity" "stock option*" "stock grant*" "stock award*" "stock unit*"
            "stock purchase*" "stock plan*" "stock program*" "stock participation" "stock-based"
            "stock package*" "stock compensation" "stock ownership" "company stock"
            "restricted stock" "employee stock" "rsu" "rsus" "esop" "esops" "espp" "vsop" "bspce"
            "share option*" "share scheme*" "share plan*" "share purchase*" "share incentive*"
            "company shares" "shares in the company" "phantom shares" "ownership stake"
            "equity plan*" "equity program*" "equity award*" "equity grant*" "equity stake*"
            "equity participation" "equity ownership" "equity package*" "equity compensation"
            "equity refresh*" "equity incentive*" "equity component*" "equity-based*"
            "equity upside" "equity share*" "equity eligib*" "equity opportunit*"
            "meaningful equity" "generous equity" "competitive equity" "significant equity"
            "equity in the company" "equity in our" "equity in the business" "early equity"
            "startup equity" "company equity" "employee equity" "plus equity"
            "+ equity" "& equity" "% equity" "stock" "aktienoption*" "mitarbeiterbeteiligung*"
            "virtuelle anteile" "unternehmensanteile" "actions gratuites" "actionnariat*"
            "convertirte en accionista" "plan de acciones"
        ],
    ),
    (
        "profit_sharing",
        phrases![
            "profit sharing" "profit-sharing" "profit share" "gainsharing" "gewinnbeteiligung*"
            "erfolgsbeteiligung*" "intéressement" "participation aux bénéfices"
            "patronage dividend*" "share in the profit*" "share of the profit*" "share the profit*"
            "participação nos lucros" "plr" "winstdeling" "reparto de utilidades"
        ],
    ),
    (
        "tips",
        phrases![
            "tip pool*" "plus tips" "+ tips" "and tips" "tips included" "including tips" "cash tips"
            "with tips" "tips and" "gratuity" "gratuities" "tips" "trinkgeld*"
            "gratuities are pooled" "tronc" "kitchen fee" "share of the service charge" "service charge is shared"
        ],
    ),
    (
        "room_and_board",
        phrases![
            "room and board" "room & board" "board and lodging" "free housing" "housing is included"
            "housing included" "housing is provided" "housing provided" "housing at no cost" "lodging and meals"
            "kost und logis"
        ],
    ),
    (
        "overtime",
        phrases![
            "holiday pay" "paid overtime" "overtime pay*" "overtime rate*" "overtime compensation"
            "overtime available" "overtime is available" "overtime opportunit*" "overtime is paid"
            "overtime paid" "overtime at time and" "overtime at" "eligible for overtime" "overtime eligible"
            "overtime-eligible" "overtime bonus*" "time and a half" "time-and-a-half"
            "überstunden werden bezahlt" "bezahlte überstunden" "überstundenvergütung"
        ],
    ),
    (
        "shift_differential",
        phrases!["shift differential*" "night differential*" "shift premium*" "shift allowance*"],
    ),
];

/// Phrases in which these words are no pay.
pub(super) static LOOK_ALIKES: &Phrases = phrases![
    "bonus point*" "bonus if" "bonus skill*" "bonus qualification*" "bonus experience" "added bonus"
    "a bonus" "an added bonus" "huge bonus" "big bonus" "as bonus" "is bonus" "bonus for experience"
    "bonus for you" "bonus to have" "bonus if you" "bonus:" "pure bonus" "bonus round" "bonus-malus"
    "diversity, equity" "diversity & equity" "diversity and equity" "equity, diversity"
    "equity and diversity" "equity and inclusion" "equity & inclusion" "equity, inclusion"
    "equity, and inclusion" "equity and belonging" "equity, and belonging" "inclusion, equity"
    "equity, & inclusion" "justice, equity" "private equity" "public equity" "equity research*"
    "equity analyst*" "equity trad*" "equity options trad*" "equity options market*"
    "equity derivative*" "equity market*" "equity strateg*" "equity fund*" "equity portfolio*"
    "equity investor*" "equity investment*" "equity financing" "equity capital" "equity product*"
    "equity sales" "equity firm*" "equity-backed" "equity backed" "equity securit*"
    "equity long/short" "equity indices" "equity index" "equity swap*" "equity cash" "pay equity"
    "internal equity" "gender equity" "racial equity" "race equity" "health equity" "social equity"
    "brand equity" "home equity" "equity with other" "equity among" "champion equity"
    "competitiveness and equity" "fairness and equity" "equity and fairness" "equity in education"
    "education equity" "educational equity" "employment equity" "equity act" "equity group*"
    "equity-seeking" "equity deserving" "equity-deserving" "equity gap*" "equity lens"
    "equity initiative*" "internal pay equity" "stock exchange*" "stock market*" "stock room*"
    "stockroom*" "stock shelves" "stock control" "stock level*" "stock management" "stock trad*"
    "stock take*" "in stock" "out of stock" "rolling stock" "stock photo*" "takes stock"
    "take stock" "stock image*" "stock rotation" "stock count*" "stock replenish*" "stock price*"
    "stock ticker*" "safety stock" "stock keeping" "stock merchandise" "stock product*" "stock some"
    "stock the" "stock picking" "stock items" "stock inventory" "stock broker*" "stock and"
    "we stock" "card stock" "publicly traded stock" "exchange commission" "european commission"
    "utilities commission" "trade commission" "rights commission" "joint commission"
    "service commission" "planning commission" "opportunity commission" "county commission*"
    "communications commission" "electoral commission" "regulatory commission" "commission staff"
    "commission meeting*" "commission on accreditation" "commission on" "commission for"
    "commission new" "the commission" "this commission" "commission approv*" "commission-free"
    "out of commission" "higher education commission" "accrediting commission"
    "commission and configure" "commission and test" "commission and maintain" "art commission*"
    "commission report*" "tips and tricks" "tips & tricks" "tips for" "tips on" "interview tips"
    "safety tips" "helpful tips" "tips to" "resume tips" "finger tips" "top tips" "tips about"
    "exempt from overtime" "not eligible for overtime" "no overtime" "overtime as required"
    "overtime as needed" "overtime may be required" "overtime required" "incentive plan design"
    "tax incentive*" "variable compensation plans" "sales incentive compensation analyst"
    "without commission"
];

/// Pay in whose company a bare "bonus" or "equity" is pay too.
pub(super) static COMPANY: &Phrases = phrases![
    "salary" "salaries" "base" "compensation" "pay" "paid" "wage*" "bonus" "bonuses" "equity"
    "stock" "options" "commission" "benefits" "package" "remuneration" "eligible" "ote"
    "total rewards" "grant*" "earn*" "annual*" "performance" "discretionary" "up to" "gehalt"
    "vergütung" "salaire" "rémunération" "salario" "salário" "salaris" "wynagrodzeni*"
];
