//! The words by which the reader of places finds its way.

use crate::facts::vocabulary::Words;

/// Abbreviations that are places by themselves; the others are words, too, or say
/// too little without a city.
pub const STANDS_ALONE: Words = Words::of(
    "\
    us usa uk uae eu eea nz nyc sf dc la ny nj ca wa tx fl ma il co va md ga nc az ut ct emea \
    apac apj japac latam nam namer noram dach cee anz gcc mena amer rtp dfw dmv gta atl slc \
    cdmx hcmc nrw bc on qc gb uki gdl caba conus blr pei",
);

/// Words before the first name.
pub const LEAD: Words = Words::of(
    "\
    the our either one of any these a an in at near beautiful downtown sunny central offices office \
    locations location following heart city state states all from within is are be or and both \
    around area areas heart continental contiguous other parts part anywhere remotely someone is: country countries region \
    metro greater hub hubs designated approved eligible select participating certain la le en à w we bei im der die das den el",
);

/// Words between names, and behind them.
pub const BETWEEN: Words = Words::of(
    "\
    and or as well nor both plus either in the our offices office area areas hub hubs region \
    regions hq headquarters et ou und oder y o i lub e en of metro metropolitan greater at any \
    state states hybrid onsite site person on à w com one only from within based co county campus \
    innerhalb híbrido híbrida hibrido hybride ibrido presencial présentiel",
);

/// Codes of countries that, behind "remote", are trades, titles or words.
pub const IS_TRADE: Words =
    Words::of("it hr qa pm ai tv cs se ba pr me my so no to am as at be by do in is bi sa");

/// Words before names that say that these are states or provinces.
pub const STATES: Words = Words::of("state states province provinces");

/// Words that take out what follows.
pub const EXCEPT: Words = Words::of(
    "\
    except excluding excl excludes besides without sauf außer exc",
);

/// Phrases that take out what follows.
pub const EXCEPT_PHRASES: &[&[&str]] = &[
    &["with", "the", "exception", "of"],
    &["with", "the", "exceptions", "of"],
    &["with", "exception", "of"],
    &["other", "than"],
    &["apart", "from"],
    &["aside", "from"],
    &["but", "not", "in"],
    &["not", "including"],
    &["not", "in"],
    &["not", "available"],
    &["not", "open"],
];

/// Words between "except" and the first name.
pub const BEHIND_EXCEPT: Words = Words::of(
    "\
    for to in those who that residents resident residing live living located based candidates \
    applicants people the these following state states of individuals from",
);

/// Words behind a place's name that make it the name of something else.
pub const NAMED_AFTER_IT: Words = Words::of(
    "\
    street avenue ave road rd boulevard blvd drive lane ln square plaza parkway pkwy highway \
    hwy court strasse straße platz allee university college institute school bank times \
    dynamics airlines airways hospital museum library standard time stock exchange fair \
    ordinance law labor consumer privacy act equal human pay post journal capital consulting \
    scientific mutual life resident language speaking speaker nationals citizen citizens \
    citizenship dollars giants yankees lakers patriots theatre theater orchestra symphony",
);

/// Words before a place's name that make it the name of something else.
pub const NAMED_BEFORE_IT: Words = Words::of(
    "\
    rue avenue calle avenida via rua ulica ul avda boulevard place",
);

/// Things that are called "… of" a place.
pub const OF_IT: Words = Words::of(
    "\
    university bank college institute museum school library church laws law",
);

/// Words for the job and for whoever will do it.
pub const JOB: Words = Words::of(
    "\
    role roles position positions job candidate candidates applicant applicants you you'll \
    you're opportunity internship interns intern opening vacancy incumbent looking seeking \
    searching hiring recruiting recruit must preferably ideally individual individuals person \
    employee employees hire work working stelle poste puesto vaga stanowisko this preferred \
    successful contractor employment onsite on-site hybrid internships stage mission funcție \
    functie vacature someone",
);

/// Words for the people one works with.
pub const TEAM: Words = Words::of(
    "\
    team teams squad group department colleagues",
);

/// Words for the company, its customers and its other people.
pub const COMPANY: Words = Words::of(
    "\
    company companies we we're we've our firm startup organization organisation agency \
    headquartered headquarters offices customers customer clients client provider leader \
    business businesses founded studio corporation nonprofit institution foundation university \
    museum library its it institute partners partner factory manufacturer bank fund platform \
    school schools center centre entreprise société unternehmen empresa firma they who people \
    users subsidiary brand store stores projects project sites facilities investors communities \
    hub hubs servers data",
);

/// Words with which a sentence about a place may open before its cue.
pub const OPENING: Words = Words::of(
    "\
    ideally preferably must be currently able to fully is are the this based willing will \
    should can a plus or",
);

/// Words with which a sentence goes on behind a place's name.
pub const FOLLOWS: Words = Words::of(
    "\
    office offices and or with as for to where who is are that on at starting area areas but \
    but, while only remotely hq headquarters in hub hubs site campus from may can will must \
    metro metropolitan region if of during up two three four once full part headquarter by near \
    per et und y e oder ou w time working within location locations time. unless except \
    excluding a without par not due because since it we you this each every daily",
);

/// Words for a place of the company.
pub const OFFICE: Words = Words::of(
    "\
    office offices hq headquarters headquarter hub hubs campus location locations studio \
    studios store stores lab facility plant warehouse branch site sites clinic clinics terminal \
     depot kitchen kitchens bakery bakeries restaurant restaurants shop shops hospital",
);

/// Words for applicants and staff.
pub const PEOPLE: Words = Words::of(
    "\
    applicants candidates residents employees applicant candidate workers individuals talent \
    contractors",
);

/// Words for the job behind "…-based".
pub const POSITION: Words = Words::of(
    "\
    role roles position positions job jobs opportunity internship employee hybrid remote onsite \
    preferred person",
);

/// Words that may stand before a label on its line.
pub const BEFORE_LABEL: Words = Words::of(
    "\
    job work primary office position role main possible the duty preferred base country city \
    state and our your hiring employment current working remote target opening posting town \
    general campus worksite site available geographic physical assigned interview located \
    candidate 1 2 3 4 5 what is",
);

/// Words that end the name of an area.
pub const AREA: Words = Words::of("area metro metroplex region state");

/// Names of places somewhere that are mere directions and houses here.
pub const COMPASS: Words = Words::of(
    "north south east west central northern southern eastern western centre center airport store home",
);
