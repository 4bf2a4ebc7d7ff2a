//! The command line, by cases that are data: each file in `tests/cmd` holds a
//! list of them, and the console blocks of the README are cases too. A case
//! runs in a folder of its own with nothing in the environment.
//!
//! `UPDATE=1 cargo test --test cli` writes the outputs of the README and of
//! `stdout_is` afresh; read the difference before you keep it.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// One run of the program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What it shows, in a sentence.
    name: String,
    args: Vec<String>,
    /// Files by path. A path that ends in a slash is an empty folder.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Files by path whose bytes are given in hexadecimal.
    #[serde(default)]
    bytes: BTreeMap<String, String>,
    /// Symbolic links by path, with what they lead to.
    #[serde(default)]
    links: BTreeMap<String, String>,
    /// Folders by path, each a copy of a folder beside the case.
    #[serde(default)]
    copies: BTreeMap<String, String>,
    /// Run in the package's own folder instead of one of its own.
    #[serde(default)]
    here: bool,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    status: i32,
    /// The whole of standard output.
    stdout: Option<String>,
    /// A file with the whole of standard output, beside the case.
    stdout_is: Option<String>,
    #[serde(default)]
    stdout_has: Vec<String>,
    #[serde(default)]
    stdout_lacks: Vec<String>,
    stderr: Option<String>,
    #[serde(default)]
    stderr_has: Vec<String>,
    #[serde(default)]
    stderr_lacks: Vec<String>,
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn wants_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// A folder of its own for a case.
fn folder(name: &str) -> PathBuf {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(plain);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

fn run(args: &[String], within: &Path, env: &BTreeMap<String, String>, stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(args)
        .current_dir(within)
        .env_clear()
        .env("TZ", "UTC")
        .env("RUST_BACKTRACE", "0")
        .envs(env)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("standard input is a pipe");
    // A program that does not read its input closes the pipe.
    let _ = input.write_all(stdin.as_bytes());
    drop(input);
    child.wait_with_output().expect("the program ends")
}

impl Case {
    fn prepare(&self, beside: &Path) -> PathBuf {
        if self.here {
            return package().to_owned();
        }
        let folder = folder(&self.name);
        let place = |path: &str| {
            let path = folder.join(path);
            let parent = path.parent().expect("files lie in the folder");
            fs::create_dir_all(parent).expect("a folder can be made");
            path
        };
        for (path, text) in &self.files {
            if path.ends_with('/') {
                fs::create_dir_all(folder.join(path)).expect("a folder can be made");
            } else {
                fs::write(place(path), text).expect("a file can be written");
            }
        }
        for (path, target) in &self.links {
            #[cfg(unix)]
            std::os::unix::fs::symlink(target, place(path)).expect("a link can be made");
            #[cfg(not(unix))]
            unreachable!("{path} cannot be a link to {target}");
        }
        for (path, original) in &self.copies {
            let original = beside.join(original);
            for entry in fs::read_dir(original).expect("the folder can be read") {
                let from = entry.expect("the folder can be read").path();
                let name = from
                    .file_name()
                    .expect("files have names")
                    .to_string_lossy();
                fs::copy(&from, place(&format!("{path}/{name}"))).expect("it can be copied");
            }
        }
        for (path, hex) in &self.bytes {
            let digits: Vec<char> = hex.chars().filter(|c| !c.is_whitespace()).collect();
            let bytes = digits.chunks(2).map(|pair| {
                let pair: String = pair.iter().collect();
                u8::from_str_radix(&pair, 16).expect("bytes are given in hexadecimal")
            });
            fs::write(place(path), bytes.collect::<Vec<u8>>()).expect("a file can be written");
        }
        folder
    }

    /// What went otherwise than the case says.
    fn faults(&self, beside: &Path) -> Vec<String> {
        let output = run(&self.args, &self.prepare(beside), &self.env, &self.stdin);
        let stdout = String::from_utf8_lossy(&output.stdout);
        let stderr = String::from_utf8_lossy(&output.stderr);
        let mut faults = Vec::new();
        if output.status.code() != Some(self.status) {
            faults.push(format!(
                "status {:?}, not {}",
                output.status.code(),
                self.status
            ));
        }
        if let Some(file) = &self.stdout_is {
            let path = beside.join(file);
            if wants_update() {
                fs::write(&path, stdout.as_bytes()).expect("the output can be written");
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            if stdout != expected {
                faults.push(format!("standard output is not {file}"));
            }
        }
        for (name, is, whole, has, lacks) in [
            (
                "stdout",
                &stdout,
                &self.stdout,
                &self.stdout_has,
                &self.stdout_lacks,
            ),
            (
                "stderr",
                &stderr,
                &self.stderr,
                &self.stderr_has,
                &self.stderr_lacks,
            ),
        ] {
            if whole.as_ref().is_some_and(|whole| whole != is) {
                faults.push(format!("{name} is another"));
            }
            for words in has.iter().filter(|words| !is.contains(words.as_str())) {
                faults.push(format!("{name} lacks {words:?}"));
            }
            for words in lacks.iter().filter(|words| is.contains(words.as_str())) {
                faults.push(format!("{name} has {words:?}"));
            }
        }
        if !faults.is_empty() {
            faults.push(format!(
                "standard output:\n{stdout}\nstandard error:\n{stderr}"
            ));
        }
        faults
    }
}

#[test]
fn commands_do_as_their_cases_say() {
    let cases = package().join("tests/cmd");
    let mut files: Vec<_> = fs::read_dir(&cases)
        .expect("there are cases")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    files.sort();
    let mut count = 0;
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("cases can be read");
        let list: Vec<Case> = serde_yaml::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for case in list {
            if cfg!(not(unix)) && !case.links.is_empty() {
                continue;
            }
            count += 1;
            let found = case.faults(&cases);
            if !found.is_empty() {
                let file = file.file_name().unwrap_or_default().to_string_lossy();
                faults.push(format!("{file}: {}:\n  {}", case.name, found.join("\n  ")));
            }
        }
    }
    assert!(count > 0, "no case was run");
    assert!(
        faults.is_empty(),
        "{} of {count} cases:\n{}",
        faults.len(),
        faults.join("\n\n")
    );
}

/// A block of the README that begins with `$ hirelint …`.
struct Block {
    command: String,
    /// Its output as it is printed in the README.
    output: String,
}

/// The README cut into text and console blocks, in turns.
fn blocks(readme: &str) -> Vec<Result<Block, String>> {
    let mut parts = Vec::new();
    let mut rest = readme;
    while let Some(start) = rest.find("```console\n$ hirelint") {
        let (text, block) = rest.split_at(start);
        let block = &block["```console\n$ ".len()..];
        let end = block.find("\n```").expect("a console block ends");
        let (command, output) = block[..=end].split_once('\n').expect("it has a line");
        parts.push(Err(text.to_owned()));
        parts.push(Ok(Block {
            command: command.to_owned(),
            output: output.to_owned(),
        }));
        rest = &block[end + 1..];
    }
    parts.push(Err(rest.to_owned()));
    parts
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let path = package().join("README.md");
    let readme = fs::read_to_string(&path).expect("there is a README");
    let mut written = String::new();
    let mut count = 0;
    for part in blocks(&readme) {
        match part {
            Err(text) => written.push_str(&text),
            Ok(block) => {
                count += 1;
                let args: Vec<String> = block.command.split_whitespace().map(Into::into).collect();
                let output = run(&args[1..], package(), &BTreeMap::new(), "");
                let printed = String::from_utf8_lossy(&output.stdout).into_owned()
                    + &String::from_utf8_lossy(&output.stderr);
                if !wants_update() {
                    assert_eq!(
                        printed, block.output,
                        "the README says otherwise of `{}`",
                        block.command
                    );
                }
                written.push_str(&format!("```console\n$ {}\n{printed}", block.command));
            }
        }
    }
    assert!(count > 0, "the README shows no run");
    if wants_update() {
        fs::write(&path, written).expect("the README can be written");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    // More output than a pipe holds, so that the program must notice.
    let file = "fixtures/postings/lacking-draft.md";
    let mut child = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(["facts", "--format", "json"])
        .args(std::iter::repeat_n(file, 200))
        .current_dir(package())
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
