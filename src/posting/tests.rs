use super::*;
use crate::document;
use proptest::prelude::*;

fn postings(name: &str, text: &str) -> Vec<Posting> {
    let reading = document::read(name, text.as_bytes());
    let documents = reading.documents.into_iter();
    documents.flat_map(|d| find(Arc::new(d))).collect()
}

fn posting(name: &str, text: &str) -> Posting {
    postings(name, text).remove(0)
}

/// The words that were cut, by kind, in text order.
fn cut(posting: &Posting) -> Vec<(Furniture, &str)> {
    let words = |cut: &Trimmed| (cut.kind, posting.document.words(cut.span));
    posting.trimmed.iter().map(words).collect()
}

const PAGE: &str = include_str!("../../fixtures/postings/aggregator-page.txt");

#[test]
fn a_page_of_an_aggregator_keeps_its_posting_whole_and_nothing_else() {
    let posting = posting("page.txt", PAGE);
    let start = PAGE
        .find("Robotics Software Internship, Graduate 2027 (USA)\n\nAbout")
        .expect("title");
    let end = PAGE.find("Average salary estimate").expect("estimate");
    let kept: Vec<&str> = posting.text.split_whitespace().collect();
    let body: Vec<&str> = PAGE[start..end].split_whitespace().collect();
    assert_eq!(kept, body);
    assert_eq!(posting.text.len(), posting.document.view.len());
}

#[test]
fn what_was_cut_is_kept_by_kind() {
    let posting = posting("page.txt", PAGE);
    let of = |kind| {
        cut(&posting)
            .into_iter()
            .filter(move |(k, _)| *k == kind)
            .map(|(_, words)| words)
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (kind, words) in [
        (Furniture::Consent, "I agree to the Terms of Service"),
        (Furniture::Navigation, "Jobs / Job page"),
        (Furniture::Navigation, "image - Jobhive Careers"),
        (Furniture::PayEstimate, "$114000 / YEARLY (est.)"),
        (Furniture::PayEstimate, "$114000K"),
        (Furniture::OtherJobs, "Quillback Foods Hybrid Portland"),
        (Furniture::OtherJobs, "Dental Insurance"),
        (Furniture::OtherJobs, "$210,000 a year"),
        (Furniture::BoardProfile, "DATE POSTED\nOctober 6, 2026"),
        (Furniture::BoardProfile, "Career Copilot"),
    ] {
        assert!(of(kind).contains(words), "{words} is no {}", kind.name());
    }
}

#[test]
fn a_posting_that_speaks_of_cookies_and_similar_jobs_stays_whole() {
    for text in [
        "Baker\n\nAcme Bakery\n\nCookies\n\nWe use cookies, cakes and bread to bring people together.\n\nSimilar jobs experience\n\nTwo years in a similar job.\n\nShare your knowledge\n\nYou teach apprentices.\n\nHow to apply\n\nWrite to us.",
        "# Baker\n\nWe bake.\n\n## Similar jobs\n\nExperience in similar jobs, such as pastry chef or cook, is welcome.\n\n## Benefits\n\n- bread\n- cookies\n",
        "Job: Web Developer\n\nYou build our sign-up pages.\n\nRequirements:\n- cookie consent and privacy policy know-how\n- Home, search and login pages\n\nBy submitting your application you agree to our Terms of Service and Privacy Policy.",
        "Retail Associate\n\nSave the date: we hire on May 5.\n\nShare\nYour stories with guests.\n\nPrint\nLabels and signs.\n\nAverage hours: 20 a week",
    ] {
        for name in ["a.txt", "a.md"] {
            assert_eq!(cut(&posting(name, text)), [], "{text}");
        }
    }
}

#[test]
fn the_posting_goes_on_after_a_part_that_is_not_its_own() {
    let text = "Welder\n\nEstimated salary\n$40K - $60K a year (est.)\nThis estimate is based on salaries of other boards.\n\nYou weld frames for ships.\n\nRequirements\n- three years of welding\n- a steady hand and a good eye\n";
    let posting = posting("a.txt", text);
    assert_eq!(posting.text.split_whitespace().next(), Some("Welder"));
    assert!(posting.text.contains("You weld frames"));
    assert!(!posting.text.contains("$40K"));
}

#[test]
fn a_menu_and_a_footer_go_and_what_they_frame_stays() {
    let text = "Skip to main content\nFind jobs\nCompany reviews\nSign in\n\nWelder\nAcme Ships\nSeattle, WA\nSave this job\nCopy link\n\nYou weld frames for ships with our crew, and you are paid by the hour.\n\nApply now\n\nReport job\nPrivacy policy\nTerms\n© 2026 Example Board";
    let posting = posting("a.txt", text);
    let kept: Vec<&str> = posting
        .text
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    assert_eq!(
        kept,
        [
            "Welder",
            "Acme Ships",
            "Seattle, WA",
            "You weld frames for ships with our crew, and you are paid by the hour.",
            "Apply now"
        ]
    );
}

fn roles(posting: &Posting) -> Vec<(Role, &str)> {
    posting
        .sections
        .iter()
        .map(|s| (s.role, s.heading.map_or("", |h| posting.words(h))))
        .collect()
}

#[test]
fn sections_have_roles_whatever_their_headings_are_made_of() {
    let expected = |headings: [&'static str; 4]| {
        [
            (Role::Opening, ""),
            (Role::Duties, headings[0]),
            (Role::Requirements, headings[1]),
            (Role::Benefits, headings[2]),
            (Role::HowToApply, headings[3]),
        ]
    };
    for (name, text, headings) in [
        (
            "a.md",
            "We sail.\n\n## What you’ll do\n\nSail.\n\n## Requirements\n\nA boat.\n\n## Benefits\n\nWind.\n\n## How to apply\n\nCall us.",
            ["What you’ll do", "Requirements", "Benefits", "How to apply"],
        ),
        (
            "a.md",
            "We sail.\n\n**What you’ll do**\n\nSail.\n\n**Requirements:**\n\nA boat.\n\n**Benefits**\n\nWind.\n\n**How to apply**\n\nCall us.",
            [
                "What you’ll do",
                "Requirements:",
                "Benefits",
                "How to apply",
            ],
        ),
        (
            "a.txt",
            "We sail.\n\nWHAT YOU WILL DO\nSail.\n\nREQUIREMENTS\nA boat.\n\nBENEFITS\nWind.\n\nHOW TO APPLY\nCall us.",
            [
                "WHAT YOU WILL DO",
                "REQUIREMENTS",
                "BENEFITS",
                "HOW TO APPLY",
            ],
        ),
        (
            "a.txt",
            "We sail.\n\nYour tasks:\n- sail\n\nYou bring:\n- a boat\n\nWe offer:\n- wind\n\nTo apply:\ncall us",
            ["Your tasks:", "You bring:", "We offer:", "To apply:"],
        ),
        (
            "a.txt",
            "We sail.\n\n⛵ What you'll do\nSail.\n\n🎒 What you bring\nA boat.\n\n🎁 Perks\nWind.\n\n📮 How to apply\nCall us.",
            [
                "⛵ What you'll do",
                "🎒 What you bring",
                "🎁 Perks",
                "📮 How to apply",
            ],
        ),
        (
            "a.txt",
            "Wir segeln.\n\nDeine Aufgaben\n\nSegeln.\n\nDein Profil\n\nEin Boot.\n\nWir bieten\n\nWind.\n\nSo bewirbst du dich\n\nRuf an.",
            [
                "Deine Aufgaben",
                "Dein Profil",
                "Wir bieten",
                "So bewirbst du dich",
            ],
        ),
    ] {
        let posting = posting(name, text);
        assert_eq!(roles(&posting), expected(headings), "{text}");
    }
}

#[test]
fn a_line_that_holds_a_word_of_a_heading_is_no_heading() {
    let text = "Requirements\n\n- a boat\n- experience with wind\n\nStrong experience in sailing.\n\n🏥 Health insurance for you\n🌴 Paid time off\n\n#LI-REMOTE\n";
    let posting = posting("a.txt", text);
    assert_eq!(roles(&posting), [(Role::Requirements, "Requirements")]);
}

#[test]
fn the_fields_of_a_file_are_a_section_of_their_own() {
    let posting = posting("a.md", "---\ntitle: Sailor\n---\n\nWe sail.\n");
    assert_eq!(roles(&posting), [(Role::Fields, ""), (Role::Opening, "")]);
}

#[test]
fn jobs_under_headings_of_their_own_are_postings_of_their_own() {
    let job = |title: &str, pay: &str| {
        format!(
            "## {title}\n\nLocation: Denver, CO\n\nYou build and mend the boats that our guests sail on the lake, in all weathers and with a crew of four people who know what they do and like it. Pay: {pay} an hour.\n\nTo apply, write to us.\n\n"
        )
    };
    let text = format!(
        "# Jobs at Acme\n\n{}{}",
        job("Boat Builder", "$30"),
        job("Sail Maker", "$28")
    );
    let found = postings("jobs.md", &text);
    let texts: Vec<_> = found.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(found.len(), 2);
    assert!(texts[0].contains("$30") && !texts[0].contains("$28"));
    assert!(texts[1].contains("$28") && !texts[1].contains("$30"));
    assert!(
        texts
            .iter()
            .all(|t| t.contains("Jobs at Acme") && t.len() == found[0].document.view.len())
    );
    assert_eq!(found[1].key, "posting 2");
}

#[test]
fn sections_of_one_posting_are_not_taken_for_postings() {
    for text in [
        include_str!("../../fixtures/postings/clean-draft.md"),
        include_str!("../../fixtures/postings/lacking-draft.md"),
        "# Sailor\n\n## Backend crew\n\nYou will sail the back of the boat and earn $30 an hour, in all weathers, with people who know what they do and like to do it well.\n\n## Frontend crew\n\nYou will sail the front of the boat and earn $30 an hour, in all weathers, with people who know what they do and like to do it well.\n\n## How to apply\n\nWrite to us.\n",
    ] {
        assert_eq!(postings("a.md", text).len(), 1, "{text}");
    }
}

#[test]
fn the_comments_of_a_hiring_thread_are_postings_of_their_own() {
    let text = "Acme Boats | Boat Builder | Denver, CO | Onsite | Full-time\n\nYou build and mend the boats that our guests sail on the lake. Write to us at jobs@acme.example to apply.\n\nBolt Kites | Kite Engineer | Remote (US) | $120k\n\nYou make kites fly and land again, and you write down how. Write to us at jobs@bolt.example to apply.\n";
    assert_eq!(postings("thread.txt", text).len(), 2);
}

#[test]
fn a_posting_is_told_from_what_only_looks_like_one() {
    let index = (1..30)
        .map(|n| format!("- [Engineer {n} at Company {n}](https://jobs.example/{n})\n"))
        .collect::<String>();
    let index = format!(
        "# Jobs in Denver\n\nA list of jobs, updated daily. Open a pull request to add one.\n\n{index}"
    );
    let guide = "# The job description\n\nMost employers write job descriptions before they write job adverts. Job seekers should read a job description twice, and fit your CV to it. Most firms keep it on file, and hiring begins with it.\n\n## Key details\n\nHours, place and pay stand in it.\n";
    let profile = "# Lead Cook\n\nOur lead cooks run the kitchen.\n\n## Requirements\n\n- five years of experience\n\n## Salary\n\nThe range is in the job ad.\n\n## Applying\n\nWhen we’re hiring for this role, you can apply on our website.\n";
    let template =
        "Jobs\n\n{{ job.title }}\n\n{{ job.company }} | {{ job.place }}\n\n{{ job.summary }}\n";
    let several = "# We are hiring three new team members\n\nSee below for descriptions and links.\n\n## Cook\n\nWe are hiring a cook.\n\n## Baker\n\nWe are hiring a baker.\n\nThese new roles are full-time, and benefits are the same for all of them.\n";
    let manual = format!(
        "# Searching\n\n## Requirements\n\nYou will need a compiler. {}\n\n## Candidates\n\nA match is made of candidates, and the benefits are few.\n",
        "A needle is sought in a stack of hay, straw by straw. ".repeat(300)
    );
    for (text, expected) in [
        (PAGE, true),
        (include_str!("../../fixtures/postings/clean-draft.md"), true),
        (
            include_str!("../../fixtures/postings/lacking-draft.md"),
            true,
        ),
        (index.as_str(), false),
        (guide, false),
        (profile, false),
        (template, false),
        (several, false),
        (manual.as_str(), false),
        ("Coming soon", false),
    ] {
        assert_eq!(posting("a.md", text).is_posting, expected, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_cut_and_covered(
        parts in prop::collection::vec(
            prop_oneof![
                Just("Similar jobs".to_owned()),
                Just("Posted 3 days ago".to_owned()),
                Just("Photo of the Acme User".to_owned()),
                Just("Save this job".to_owned()),
                Just("© 2026 é".to_owned()),
                Just("Sign in".to_owned()),
                Just("## Requirements".to_owned()),
                Just("**Benefits:**".to_owned()),
                Just("- five years of experience with boats".to_owned()),
                Just("A | B | Remote".to_owned()),
                Just("$100K".to_owned()),
                Just(String::new()),
                "\\PC{0,60}",
            ],
            0..40,
        ),
        is_markdown in any::<bool>(),
    ) {
        let text = parts.join("\n");
        for posting in postings(if is_markdown { "a.md" } else { "a.txt" }, &text) {
            let view = &posting.document.view;
            prop_assert_eq!(posting.text.len(), view.len());
            let mut at = 0;
            for cut in &posting.trimmed {
                prop_assert!(at <= cut.span.start, "pieces are in order");
                prop_assert_eq!(&posting.text[at..cut.span.start], &view[at..cut.span.start]);
                prop_assert!(posting.text[cut.span.range()].trim().is_empty());
                prop_assert_eq!(
                    posting.text[cut.span.range()].matches('\n').count(),
                    view[cut.span.range()].matches('\n').count()
                );
                at = cut.span.end;
            }
            prop_assert_eq!(&posting.text[at..], &view[at..]);
            for pair in posting.sections.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
                prop_assert!(posting.text[pair[0].span.end..pair[1].span.start].trim().is_empty());
            }
            let covered = |at| posting.section_at(at).is_some();
            for (at, c) in posting.text.char_indices().skip_while(|(at, _)| *at < posting.document.body.start) {
                prop_assert!(c.is_whitespace() || covered(at), "no section at {at}");
            }
        }
    }
}
