//! Text of unknown origin, made safe for a terminal. Postings, file names and
//! rule files come from anywhere; none of them may move the cursor, set a
//! title, hide words or turn their order round.

use std::borrow::Cow;

/// `text` with everything that would act on a terminal made visible. Line
/// breaks and tabs stay.
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(visible).collect())
}

/// The same as one line: line breaks and tabs become spaces.
pub fn safe_line(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|c| is_harmless(c) && c != '\n' && c != '\t')
    {
        return Cow::Borrowed(text);
    }
    let blank = |c| match c {
        '\n' | '\r' | '\t' => ' ',
        c => c,
    };
    Cow::Owned(text.chars().map(blank).filter_map(visible).collect())
}

/// `output` without lines that a build server would take for a command of a
/// workflow (`::error::`, `##[group]`): the log of a run is read by one, and
/// anybody may have written the posting.
pub fn no_command(output: String) -> String {
    if !output.contains("::") && !output.contains("##[") {
        return output;
    }
    let mut safe = String::with_capacity(output.len());
    for line in output.split_inclusive('\n') {
        let words = line.trim_start();
        safe.push_str(&line[..line.len() - words.len()]);
        match words.strip_prefix("::") {
            // The sign of a ratio looks the same.
            Some(rest) => {
                safe.push_str("\u{2236}:");
                safe.push_str(&rest.replace("##[", "# #["));
            }
            None => safe.push_str(&words.replace("##[", "# #[")),
        }
    }
    safe
}

fn is_harmless(c: char) -> bool {
    visible(c) == Some(c)
}

/// What stands for `c` on a terminal; nothing for what only joins letters.
pub(super) fn visible(c: char) -> Option<char> {
    Some(match c {
        '\n' | '\t' => c,
        // Control pictures: U+2400 and up look like the control's name.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // C1 controls act like ESC sequences.
        '\u{80}'..='\u{9f}' => '\u{fffd}',
        // Directions, and what is seen by nobody.
        '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        // Joiners of letters and emoji, and the soft hyphen: no width.
        '\u{200c}' | '\u{200d}' | '\u{ad}' => return None,
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command_of_a_workflow() {
        for (output, safe) in [
            ("cook.md:1:2: a::b\n", "cook.md:1:2: a::b\n"),
            (
                "::error::x\n  ::stop\n",
                "\u{2236}:error::x\n  \u{2236}:stop\n",
            ),
            ("a ##[group]b", "a # #[group]b"),
        ] {
            assert_eq!(no_command(output.to_owned()), safe);
        }
    }

    #[test]
    fn nothing_of_a_posting_acts_on_the_terminal() {
        for (text, shown) in [
            ("plain – “quoted” €", "plain – “quoted” €"),
            ("\u{1b}[31mred", "␛[31mred"),
            ("\u{1b}]8;;http://x\u{7}y", "␛]8;;http://x␇y"),
            ("a\u{9b}2Jb", "a\u{fffd}2Jb"),
            ("pay\u{202e}000,09", "pay\u{fffd}000,09"),
            ("in\u{200b}vis\u{2066}ible", "in\u{fffd}vis\u{fffd}ible"),
            ("👩\u{200d}💻", "👩💻"),
            ("over\rwritten", "over␍written"),
        ] {
            assert_eq!(safe(text), shown);
        }
        assert_eq!(safe("two\nlines"), "two\nlines");
        assert_eq!(safe_line("two\nlines\tend\r\n"), "two lines end  ");
    }
}
