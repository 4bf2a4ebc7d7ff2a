//! Many files: read and worked on side by side, handed on in their order, a
//! bounded number at a time.

use super::inputs::{Input, Obstacle, Where};
use crate::config::{self, reason};
use crate::document::{self, Reading};
use rayon::prelude::*;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Files that are held in memory at once.
const AT_ONCE: usize = 128;

/// Larger files are not read; spans reach 4 GiB, and memory usually less far.
const MOST_BYTES: u64 = 1 << 30;

/// Says on how many threads files are read and judged.
pub fn limit_threads(threads: Option<u16>) {
    if let Some(threads) = threads {
        // Only the first call of a process counts, and this is it.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        let _ = pool.build_global();
    }
}

/// A file to read, with what the work on it needs.
pub type Job<P> = Result<(Input, P), Obstacle>;

/// Reads the input of each job and does `work` on it, on all cores; `hand_on`
/// gets the results one after the other in the order of the jobs, each with
/// the argument that it comes from.
pub fn run<P: Send, T: Send>(
    jobs: impl Iterator<Item = Job<P>>,
    stdin_name: Option<&str>,
    work: impl Fn(P, Reading) -> T + Sync,
    mut hand_on: impl FnMut(Option<usize>, Result<T, Obstacle>) -> io::Result<()>,
) -> io::Result<()> {
    let one = |job: Job<P>| match job {
        Ok((input, payload)) => {
            let all = || read(&input, stdin_name).map(|reading| work(payload, reading));
            let done = catch_unwind(AssertUnwindSafe(all));
            let done = done.unwrap_or_else(|_| Err(defect(input.name(stdin_name))));
            (Some(input.argument), done)
        }
        Err(obstacle) => (None, Err(obstacle)),
    };
    let mut jobs = jobs.peekable();
    while jobs.peek().is_some() {
        let some: Vec<_> = jobs.by_ref().take(AT_ONCE).collect();
        // One file is not worth starting threads for.
        let results: Vec<_> = if some.len() == 1 {
            some.into_iter().map(one).collect()
        } else {
            some.into_par_iter().map(one).collect()
        };
        for (argument, result) in results {
            hand_on(argument, result)?;
        }
    }
    Ok(())
}

/// A panic is a defect, and no reason to lose the results of the other files.
fn defect(name: String) -> Obstacle {
    Obstacle {
        help: Some("this is a defect of hirelint; report it with what stands above".to_owned()),
        ..Obstacle::new(name, "could not be judged: the program failed on it")
    }
}

fn read(input: &Input, stdin_name: Option<&str>) -> Result<Reading, Obstacle> {
    let name = input.name(stdin_name);
    let bytes = match &input.from {
        Where::Stdin => of_stdin(),
        Where::File(path) => config::bytes(path, MOST_BYTES),
    };
    match bytes.and_then(not_too_many) {
        Ok(bytes) => Ok(document::read(&name, &bytes)),
        Err(error) => {
            let message = format!("cannot be read: {}", reason(&error));
            Err(Obstacle::new(name, message))
        }
    }
}

fn of_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let from = io::stdin().lock();
    from.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_too_many(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::other("it is larger than 1 GiB; cut it in parts"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_defect_on_one_file_costs_only_its_own_result() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = ["Cargo.toml", "README.md", "LICENSE-MIT"];
        let jobs = files.iter().enumerate().map(|(argument, file)| {
            let from = Where::File(manifest.join(file));
            Ok((Input { argument, from }, *file))
        });
        let mut results = Vec::new();
        let work = |file: &str, _: Reading| {
            assert_ne!(file, "README.md", "the defect of this test");
            file.len()
        };
        run(jobs, None, work, |argument, result| {
            results.push((argument, result.map_err(|obstacle| obstacle.message)));
            Ok(())
        })
        .unwrap();
        let defect = "could not be judged: the program failed on it".to_owned();
        assert_eq!(
            results,
            [(Some(0), Ok(10)), (Some(1), Err(defect)), (Some(2), Ok(11))]
        );
    }
}
