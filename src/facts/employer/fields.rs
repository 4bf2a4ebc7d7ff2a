//! Fields that hold the employer, and lines `Company: …`.

use super::name;
use crate::document::{Field, Origin};
use crate::facts::fact::Context;
use crate::facts::fields;
use crate::posting::Posting;
use crate::text::{Span, View};

/// Names of fields that hold the employer, the plainest first.
const NAMES: &[&str] = &[
    "hiringorganization.name",
    "hiringorganization",
    "company.name",
    "company.displayname",
    "companyname",
    "company",
    "employername",
    "subcompany",
    "employer",
    "employer.name",
    "hiringcompany",
    "organizationname",
    "organisationname",
    "organization",
    "organisation",
    "organization.name",
    "companydisplayname",
    "agencyname",
    "departmentname.organization",
    "org",
    "agency",
    "client",
    "advertiser",
    "recruiter.name",
    "publisher",
    "sourcename",
    "startup",
    "unternehmen",
    "arbeitgeber",
    "entreprise",
    "entreprise.nom",
    "empresa",
];

/// Labels of lines in the text.
pub const LABELS: &[&str] = &[
    "company",
    "company name",
    "organization name",
    "organisation name",
    "business name",
    "employer name",
    "name of employer",
    "name of company",
    "name of organization",
    "posted by",
    "employer",
    "organization",
    "organisation",
    "hiring organization",
    "hiring company",
    "agency",
    "institution",
    "unternehmen",
    "arbeitgeber",
    "firma",
    "entreprise",
    "société",
    "empresa",
    "bedrijf",
    "azienda",
    "företag",
    "arbetsgivare",
    "virksomhed",
    "bedrift",
    "arbejdsgiver",
    "arbeidsgiver",
    "werkgever",
    "pracodawca",
    "työnantaja",
    "yritys",
];

/// The fields that hold an employer's name or the key of one.
pub fn named(posting: &Posting) -> impl Iterator<Item = &Field> {
    fields::named(posting, NAMES).into_iter().filter(|field| {
        field.origin != Origin::PageHead && name::is_name(posting.words(field.value))
    })
}

/// The names behind labels in the text.
pub fn labelled(context: &Context<'_>) -> impl Iterator<Item = Span<View>> {
    let posting = context.prose.posting;
    fields::labelled(context)
        .into_iter()
        .filter_map(|labelled| {
            let is_name = labelled.cue < LABELS.len()
                && posting.field_at(labelled.value).is_none()
                && name::is_name(posting.words(labelled.value));
            is_name.then_some(labelled.value)
        })
}
