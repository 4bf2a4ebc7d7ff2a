//! Puts the pieces of a report together in their order and writes them as they
//! come.

use super::{Piece, Report, Run};
use std::io::{self, Write};

/// A report that is being written.
pub struct Sheet<'r, W> {
    report: &'r dyn Report,
    out: W,
    /// Bodies that wait for the end of the rows, in formats with an overview.
    held: Option<(String, String)>,
    is_first: bool,
}

impl<'r, W: Write> Sheet<'r, W> {
    /// Begins the report in `out`.
    ///
    /// # Errors
    /// Those of `out`, here and below.
    pub fn begin(report: &'r dyn Report, mut out: W) -> io::Result<Self> {
        out.write_all(report.head().as_bytes())?;
        Ok(Sheet {
            report,
            out,
            held: report.middle().map(|middle| (middle, String::new())),
            is_first: true,
        })
    }

    /// Adds what was rendered of the next file.
    pub fn add(&mut self, piece: &Piece) -> io::Result<()> {
        self.out.write_all(piece.row.as_bytes())?;
        if piece.body.is_empty() {
            return Ok(());
        }
        let separator = if self.is_first {
            ""
        } else {
            self.report.separator()
        };
        self.is_first = false;
        match &mut self.held {
            Some((_, held)) => {
                held.push_str(separator);
                held.push_str(&piece.body);
                Ok(())
            }
            None => {
                self.out.write_all(separator.as_bytes())?;
                self.out.write_all(piece.body.as_bytes())
            }
        }
    }

    /// Writes what is left, and gives back where it was written.
    pub fn end(mut self, run: &Run<'_>) -> io::Result<W> {
        if let Some((middle, held)) = self.held {
            self.out.write_all(middle.as_bytes())?;
            self.out.write_all(held.as_bytes())?;
        }
        self.out.write_all(self.report.tail(run).as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Checked, Totals};

    struct Marks(Option<String>);

    impl Report for Marks {
        fn head(&self) -> String {
            "<".into()
        }
        fn file(&self, _: &Checked<'_>) -> Piece {
            Piece::default()
        }
        fn separator(&self) -> &'static str {
            ","
        }
        fn middle(&self) -> Option<String> {
            self.0.clone()
        }
        fn tail(&self, _: &Run<'_>) -> String {
            ">".into()
        }
    }

    #[test]
    fn separators_stand_between_bodies_and_rows_before_them() {
        let piece = |row: &str, body: &str| Piece {
            row: row.into(),
            body: body.into(),
        };
        let pieces = [
            piece("", ""),
            piece("1", "a"),
            piece("2", ""),
            piece("3", "b"),
        ];
        for (middle, written) in [(None, "<1a23,b>"), (Some("|".to_owned()), "<123|a,b>")] {
            let report = Marks(middle);
            let mut sheet = Sheet::begin(&report, Vec::new()).expect("a vector takes all");
            for piece in &pieces {
                sheet.add(piece).expect("a vector takes all");
            }
            let run = Run {
                totals: &Totals::default(),
                unread: &[],
                rules: &[],
            };
            let bytes = sheet.end(&run).expect("a vector takes all");
            assert_eq!(String::from_utf8_lossy(&bytes), written);
        }
    }
}
