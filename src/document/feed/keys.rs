//! How the usual systems name the parts of a posting: applicant tracking
//! systems, job boards, aggregators, and the HR-XML and schema.org vocabularies.
//! Names are compared without case and without what joins words, so that
//! `jobDescription`, `job_description` and `Job Description` are one.

/// What a name says about its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The title of a posting; nothing else is called so.
    Title,
    /// A title, or the name of something else.
    Name,
    /// Text, with its place in the order in which people read a posting, and
    /// whether its name is a heading that they see.
    Text {
        rank: u8,
        is_heading: bool,
    },
    /// Employer, place, pay, kind of employment, address of the posting.
    Detail,
    /// Holds postings.
    Container,
    /// Words about the posting that are not the employer's.
    Foreign,
    Other,
}

/// What `name` (made [`squeezed`](crate::text::squeezed)) says.
pub fn meaning(name: &str) -> Meaning {
    let text = |rank: u8| Meaning::Text {
        rank,
        is_heading: false,
    };
    let section = |rank: u8| Meaning::Text {
        rank,
        is_heading: true,
    };
    match name {
        "title" | "jobtitle" | "position" | "positiontitle" | "postingtitle" | "vacancytitle"
        | "roletitle" | "jobopeningname" | "jobname" | "rolename" | "stellentitel" | "titel"
        | "intitule" => Meaning::Title,
        "name" | "text" | "role" => Meaning::Name,

        "opening"
        | "openingplain"
        | "intro"
        | "introduction"
        | "companydescription"
        | "aboutus"
        | "aboutcompany"
        | "abouttheemployer"
        | "employerdescription" => text(0),
        "description"
        | "descriptionhtml"
        | "descriptionbody"
        | "descriptionplain"
        | "descriptionbodyplain"
        | "descriptiontext"
        | "fulldescription"
        | "longdescription"
        | "jobdescription"
        | "jobdescriptionhtml"
        | "jobdesc"
        | "jobad"
        | "jobdetails"
        | "jobdescriptiontext"
        | "jobpostingdescription"
        | "positiondescription"
        | "content"
        | "contents"
        | "body"
        | "bodyhtml"
        | "html"
        | "htmldescription"
        | "details"
        | "jobsummary"
        | "positionformatteddescription"
        | "formatteddescription"
        | "beschreibung"
        | "stellenbeschreibung"
        | "descripcion"
        | "omschrijving"
        | "opis" => text(1),
        "responsibilities"
        | "jobresponsibilities"
        | "keyresponsibilities"
        | "duties"
        | "majorduties"
        | "tasks"
        | "whatyoulldo"
        | "missions" => section(2),
        "requirements"
        | "jobrequirements"
        | "requirementsummary"
        | "requirement"
        | "qualifications"
        | "qualificationsummary"
        | "jobqualifications"
        | "minimumqualifications"
        | "preferredqualifications"
        | "basicqualifications"
        | "candidateprofile"
        | "profile"
        | "profil"
        | "education"
        | "experience"
        | "keyrequirements"
        | "whoyouare"
        | "skillsandexperience" => section(3),
        "lists" | "sections" => text(3),
        "salarydescription"
        | "salarydescriptionplain"
        | "compensationdescription"
        | "paydescription" => text(5),
        "benefits" | "jobbenefits" | "perks" | "weoffer" | "whatweoffer" | "otherbenefits" => {
            section(6)
        }
        "additional"
        | "additionalplain"
        | "additionalinformation"
        | "otherinformation"
        | "otherinfo"
        | "closing"
        | "closingplain"
        | "footer"
        | "legal"
        | "disclaimer"
        | "whattoexpectnext" => text(7),
        "equalopportunity" | "eeo" | "eeostatement" | "accommodation" => text(8),
        "howtoapply" | "applicationinstructions" | "applyinstructions" | "requireddocuments" => {
            section(9)
        }

        "company" | "companyname" | "employer" | "employername" | "organization"
        | "organizationname" | "hiringorganization" | "location" | "locations" | "joblocation"
        | "city" | "state" | "country" | "region" | "salary" | "salarymin" | "salarymax"
        | "basesalary" | "pay" | "payrange" | "compensation" | "employmenttype" | "jobtype"
        | "workplacetype" | "hostedurl" | "applyurl" | "joburl" | "absoluteurl"
        | "applicationurl" | "joblink" | "applylink" | "dateposted" | "postedat"
        | "publishedat" | "department" | "remote" | "positionlocation" | "referencenumber" => {
            Meaning::Detail
        }

        "jobs"
        | "stellenangebote"
        | "resultats"
        | "job"
        | "postings"
        | "posting"
        | "positions"
        | "openings"
        | "vacancies"
        | "vacancy"
        | "offers"
        | "jobpostings"
        | "jobopenings"
        | "results"
        | "items"
        | "item"
        | "data"
        | "records"
        | "listings"
        | "searchresultitems"
        | "searchresult"
        | "matchedobjectdescriptor"
        | "elements"
        | "entries"
        | "entry"
        | "source"
        | "channel"
        | "positionopening"
        | "response"
        | "hits"
        | "documents" => Meaning::Container,

        "rolesummary" | "aisummary" | "keywords" | "tags" | "metadata" | "questions"
        | "expectations" => Meaning::Foreign,
        // Whoever collects postings says why one was scored or put aside.
        name if name.ends_with("reason") || name.ends_with("explanation") => Meaning::Foreign,

        _ => Meaning::Other,
    }
}
