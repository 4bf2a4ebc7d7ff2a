//! What the elements of HTML do to a page: which begin a line, which are not
//! seen, which hold nothing. A table of the standard's default style sheet.

use crate::document::model::LandmarkKind;

/// What an element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Begins and ends a block of its own.
    Block,
    Paragraph,
    Heading(u8),
    List,
    Item,
    Quote,
    Preformatted,
    Table,
    Row,
    Cell,
    LineBreak,
    Rule,
    Link,
    Bold,
    /// Words of their own within a line, such as a button.
    InlineBox,
    /// Part of the line, of no meaning of its own but for its style.
    Span,
    /// Neither it nor its content is read as text.
    Unseen,
    /// Has no content and shows no words.
    Void,
    /// Unknown, or without effect on the words.
    Other,
}

/// The effect of the element `name` (in lower case).
pub fn effect(name: &str) -> Effect {
    match name {
        "p" => Effect::Paragraph,
        "h1" => Effect::Heading(1),
        "h2" => Effect::Heading(2),
        "h3" => Effect::Heading(3),
        "h4" => Effect::Heading(4),
        "h5" => Effect::Heading(5),
        "h6" => Effect::Heading(6),
        "ul" | "ol" | "menu" | "dir" => Effect::List,
        "li" => Effect::Item,
        "blockquote" => Effect::Quote,
        "pre" | "listing" | "xmp" => Effect::Preformatted,
        "table" => Effect::Table,
        "tr" => Effect::Row,
        "td" | "th" => Effect::Cell,
        "br" => Effect::LineBreak,
        "hr" => Effect::Rule,
        "a" => Effect::Link,
        "b" | "strong" => Effect::Bold,
        "button" | "label" | "summary" | "time" => Effect::InlineBox,
        "span" | "font" | "em" | "i" | "u" | "mark" | "small" | "big" => Effect::Span,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hgroup" | "html" | "legend" | "main" | "nav" | "search"
        | "section" | "tbody" | "tfoot" | "thead" => Effect::Block,
        // Crossed-out words are what the posting no longer says.
        "del" | "s" | "strike" => Effect::Unseen,
        "applet" | "audio" | "canvas" | "datalist" | "iframe" | "map" | "mat-icon" | "math"
        | "noembed" | "noframes" | "noscript" | "object" | "script" | "select" | "style"
        | "svg" | "template" | "textarea" | "title" | "video" => Effect::Unseen,
        "area" | "base" | "basefont" | "bgsound" | "col" | "embed" | "frame" | "img" | "input"
        | "keygen" | "link" | "meta" | "param" | "source" | "track" | "wbr" => Effect::Void,
        _ => Effect::Other,
    }
}

/// The landmark that the classes of a box make: "related-jobs", "jobs-carousel".
pub fn landmark_of_class(name: &str, classes: &str) -> Option<LandmarkKind> {
    if !matches!(name, "div" | "section" | "ul" | "aside") {
        return None;
    }
    const OTHERS: [&str; 6] = [
        "related",
        "similar",
        "recommended",
        "other",
        "more",
        "suggested",
    ];
    const JOBS: [&str; 6] = [
        "jobs",
        "positions",
        "openings",
        "roles",
        "vacancies",
        "postings",
    ];
    classes.split_ascii_whitespace().find_map(|class| {
        let class = class.to_ascii_lowercase();
        let parts = class.split(['-', '_']).collect::<Vec<_>>();
        match parts[..] {
            [other, jobs] | [jobs, other] if OTHERS.contains(&other) && JOBS.contains(&jobs) => {
                Some(LandmarkKind::OtherJobs)
            }
            ["job" | "jobs", "carousel" | "recommendations"] => Some(LandmarkKind::OtherJobs),
            // What is recommended is told by its heading.
            ["recommended" | "recommendations" | "related"] => Some(LandmarkKind::Aside),
            _ => None,
        }
    })
}

/// The landmark that an element or its `role` makes.
pub fn landmark(name: &str, role: Option<&str>) -> Option<LandmarkKind> {
    match role {
        Some("navigation" | "menu" | "menubar") => return Some(LandmarkKind::Navigation),
        Some("banner") => return Some(LandmarkKind::Header),
        Some("contentinfo") => return Some(LandmarkKind::Footer),
        Some("complementary") => return Some(LandmarkKind::Aside),
        Some("main") => return Some(LandmarkKind::Main),
        Some("article") => return Some(LandmarkKind::Article),
        Some("form" | "search") => return Some(LandmarkKind::Form),
        Some("dialog" | "alertdialog") => return Some(LandmarkKind::Dialog),
        Some(_) | None => {}
    }
    match name {
        "nav" => Some(LandmarkKind::Navigation),
        "header" => Some(LandmarkKind::Header),
        "footer" => Some(LandmarkKind::Footer),
        "aside" => Some(LandmarkKind::Aside),
        "main" => Some(LandmarkKind::Main),
        "article" => Some(LandmarkKind::Article),
        "form" => Some(LandmarkKind::Form),
        "dialog" => Some(LandmarkKind::Dialog),
        _ => None,
    }
}
