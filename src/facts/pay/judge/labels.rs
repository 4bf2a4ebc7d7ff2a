//! What stands over a figure and names it: the heads of its column and row,
//! the line above, the heading of its section.

use super::super::PayKind;
use super::super::figure::Figure;
use super::super::text::line_start;
use super::cues::Cue;
use super::{Judge, Said, work};
use crate::posting::{Role, Section};
use crate::text::ceil;
use std::ops::Range;

/// Signs by which a line is known to hold figures.
const CURRENCY_MARKS: [char; 4] = ['$', '€', '£', '¥'];

impl<'p> Judge<'p> {
    /// What the line above, the header of the table's column or the heading
    /// of the section says, as far as they stand behind `done`.
    pub(super) fn labels_say(&self, figure: &Figure, done: usize) -> Option<Said> {
        let labels = self.labels(&figure.range);
        for label in labels.into_iter().filter(|l| l.start >= done) {
            let cues = self.cues_in(label.clone());
            // A sentence above is about the work: "Stock shelves."
            let sentence =
                self.text.words()[label.clone()].ends_with(['.', '!']) && work::is_sized(figure);
            let said = cues
                .iter()
                .rev()
                .filter(|cue| cue.is_pay() || !sentence)
                .find_map(|cue| self.said_by(cue, figure));
            // "Pay & benefits": the first word rules.
            let pay = cues.iter().any(Cue::is_pay);
            match said {
                Some(Said::Kind(PayKind::Base | PayKind::Total)) => return said,
                Some(_) if pay => return Some(Said::Kind(PayKind::Base)),
                Some(said) => return Some(said),
                None => {}
            }
        }
        let section = self.section(&figure.range).filter(|_| done == 0)?;
        match section.role {
            Role::Pay => Some(Said::Kind(PayKind::Base)),
            Role::Fields
            | Role::Opening
            | Role::Company
            | Role::Duties
            | Role::Requirements
            | Role::Benefits
            | Role::Location
            | Role::EqualOpportunity
            | Role::HowToApply
            | Role::Legal
            | Role::Other => None,
        }
    }

    /// The labels of a figure, the nearest first: head of its column, head of
    /// its row, the line above, the heading.
    pub(super) fn labels(&self, place: &Range<usize>) -> Vec<Range<usize>> {
        let mut labels = self.heads_of_cell(place);
        self.lines_above(place.start, &mut labels);
        if let Some(heading) = self.section(place).and_then(|s| s.heading) {
            let heading = self.text.folded.range(heading);
            // A heading that holds the figure is its sentence, not its label.
            if heading.end <= place.start {
                labels.push(heading);
            }
        }
        labels
    }

    /// Adds the line above `at`, if it is short or leads on, over empty lines.
    /// Lines that hold figures are of the same list; what leads the list stands
    /// higher.
    fn lines_above(&self, at: usize, labels: &mut Vec<Range<usize>>) {
        let words = self.text.words();
        let line = line_start(words, at);
        let mut end = line;
        // Nothing stands above a line that is too long to see its start.
        if !words[..line].ends_with('\n') {
            return;
        }
        for _ in 0..4 {
            let head = words[..end].trim_end_matches(['\n', ' ']);
            let start = line_start(words, head.len());
            let above = &head[start..];
            if above.is_empty() || line - head.len() > 400 {
                break;
            }
            end = start;
            if above.bytes().any(|b| b.is_ascii_digit()) && above.contains(CURRENCY_MARKS) {
                continue;
            }
            let from = start.max(ceil(words, head.len().saturating_sub(300)));
            let leads_on = above.ends_with(':') || above.len() <= 90;
            if leads_on || labels.is_empty() {
                labels.push(from..head.len());
            }
            if !leads_on {
                break;
            }
            if !above.bytes().any(|b| b.is_ascii_digit()) {
                break;
            }
        }
    }

    /// The section that `place` lies in.
    pub(super) fn section(&self, place: &Range<usize>) -> Option<&'p Section> {
        let at = self.text.folded.view(place.clone()).start;
        let sections = &self.prose.posting.sections;
        let index = sections.partition_point(|s| s.span.start <= at);
        let section = &sections[index.checked_sub(1)?];
        (at < section.span.end).then_some(section)
    }
}
