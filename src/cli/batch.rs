//! Many files: read and worked on side by side, handed on in their order, a
//! bounded number at a time.

use super::inputs::{Input, Obstacle, STDIN_NAME, Where, reason};
use crate::document::{self, Reading};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Read};

/// Files that are held in memory at once.
const AT_ONCE: usize = 128;

/// Larger files are not read; spans reach 4 GiB, and memory usually less far.
const MOST_BYTES: u64 = 1 << 30;

/// Says how many threads all work of this process may use.
pub fn limit_threads(threads: Option<u16>) {
    if let Some(threads) = threads {
        // Only the first call of a process counts, and this is it.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        let _ = pool.build_global();
    }
}

/// Reads each input and does `work` on it, on all cores; `hand_on` gets the
/// results one after the other in the order of the inputs.
pub fn run<T: Send>(
    inputs: impl Iterator<Item = Result<Input, Obstacle>>,
    stdin_name: Option<&str>,
    work: impl Fn(&Input, Reading) -> T + Sync,
    mut hand_on: impl FnMut(usize, Result<T, Obstacle>) -> io::Result<()>,
) -> io::Result<()> {
    let one = |input: Result<Input, Obstacle>| {
        let input = input.map_err(|obstacle| (0, obstacle))?;
        match read(&input, stdin_name) {
            Ok(reading) => Ok((input.argument, work(&input, reading))),
            Err(obstacle) => Err((input.argument, obstacle)),
        }
    };
    let mut inputs = inputs.peekable();
    while inputs.peek().is_some() {
        let some: Vec<_> = inputs.by_ref().take(AT_ONCE).collect();
        // One file is not worth starting threads for.
        let results: Vec<_> = if some.len() == 1 {
            some.into_iter().map(one).collect()
        } else {
            some.into_par_iter().map(one).collect()
        };
        for result in results {
            match result {
                Ok((argument, value)) => hand_on(argument, Ok(value))?,
                Err((argument, obstacle)) => hand_on(argument, Err(obstacle))?,
            }
        }
    }
    Ok(())
}

fn read(input: &Input, stdin_name: Option<&str>) -> Result<Reading, Obstacle> {
    let (name, bytes) = match &input.from {
        Where::Stdin => {
            let name = stdin_name.unwrap_or(STDIN_NAME).to_owned();
            (name, bytes_of(io::stdin().lock()))
        }
        Where::File(path) => {
            let name = path.to_string_lossy().into_owned();
            (name, File::open(path).and_then(bytes_of))
        }
    };
    match bytes {
        Ok(bytes) => Ok(document::read(&name, &bytes)),
        Err(error) => Err(Obstacle {
            name,
            at: None,
            message: format!("cannot be read: {}", reason(&error)),
            help: None,
        }),
    }
}

fn bytes_of(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::other("it is larger than 1 GiB; cut it in parts"));
    }
    Ok(bytes)
}
