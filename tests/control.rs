//! What a run does to files and asks of git, in folders of its own: `fix
//! --write`, `baseline`, `check --changed-since`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("control-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

fn put(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(path);
    let parent = path.parent().expect("files lie in the folder");
    fs::create_dir_all(parent).expect("a folder can be made");
    fs::write(path, bytes).expect("a file can be written");
}

fn hirelint(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("TZ", "UTC")
        .output()
        .expect("the program starts")
}

fn git(folder: &Path, args: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@b.example"])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("git starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {said}");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const POSTING: &str = "\
# Line cook (Denver, CO)

Larkspur Kitchens is hiring a line cook who makes breakfast for two hundred guests.

## Responsibilities

- Cook eggs and keep the line clean.

## Requirements

- Two years on a line.

## How to apply

Send your resume to jobs@larkspur.example by March 31, 2026.
";

const CONFIG: &str = "\
as_of: \"2026-01-01\"
select: [eeo-statement, accommodation]
templates:
  eeo-statement: >-
    Larkspur is an equal opportunity employer. All qualified applicants are considered without regard
    to race, color, religion, sex, national origin, age, disability, protected veteran status, or any other status that the law protects.
  accommodation: >-
    If you need a reasonable accommodation to apply because of a disability, write to
    access@larkspur.example.
";

const FAIL: [&str; 4] = ["--fail-on", "advice", "--format", "compact"];

#[test]
fn what_is_fixed_is_no_longer_found_and_fixing_again_changes_nothing() {
    let html = "<!doctype html>\n<html><body>\n  <h1>Line cook (Denver, CO)</h1>\n  <p>Larkspur Kitchens is hiring a line cook who makes breakfast for guests.</p>\n  <h2>Responsibilities</h2>\n  <ul>\n    <li>Cook eggs</li>\n  </ul>\n  <h2>Requirements</h2>\n  <ul>\n    <li>Two years on a line</li>\n  </ul>\n  <p>Apply by mail to jobs@larkspur.example.</p>\n</body></html>\n";
    let crlf = POSTING.replace('\n', "\r\n");
    let marked = format!("\u{feff}{POSTING}");
    for (name, before) in [
        ("a.md", POSTING),
        ("a.txt", POSTING),
        ("crlf.md", &crlf),
        ("marked.md", &marked),
        ("a.html", html),
    ] {
        let folder = folder("fix");
        put(&folder, "hirelint.yaml", CONFIG);
        put(&folder, name, before);
        let check = || hirelint(&folder, &[&["check", name][..], &FAIL].concat());
        let read = || fs::read_to_string(folder.join(name)).expect("it is there");
        assert_eq!(check().status.code(), Some(1), "{name} lacks something");
        assert_eq!(hirelint(&folder, &["fix", name]).status.code(), Some(1));
        assert_eq!(read(), before, "a diff leaves {name} alone");
        let written = hirelint(&folder, &["fix", "--write", name]);
        assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
        let after = read();
        assert!(after.contains("access@larkspur.example"), "{after}");
        // Nothing but the insertions: what was there stands in the same order.
        let kept = after
            .lines()
            .filter(|line| before.lines().any(|old| old == *line));
        assert!(kept.count() >= before.lines().count(), "{after}");
        assert_eq!(after.contains("\r\n"), before.contains("\r\n"), "{name}");
        let ends = |text: &str| text.matches('\n').count() == text.matches("\r\n").count();
        assert_eq!(ends(&after), ends(before), "{name}");
        assert_eq!(
            after.starts_with('\u{feff}'),
            before.starts_with('\u{feff}')
        );
        let checked = check();
        assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
        let again = hirelint(&folder, &["fix", "--write", name]);
        assert_eq!(
            (again.status.code(), again.stdout),
            (Some(0), vec![]),
            "{name}"
        );
        assert_eq!(read(), after, "fixing {name} twice changes nothing");
    }
}

#[test]
fn a_diff_can_be_applied_by_git() {
    let folder = folder("diff");
    git(&folder, &["init", "-q"]);
    put(&folder, "hirelint.yaml", CONFIG);
    // The last line has no end.
    put(&folder, "jobs/a.md", POSTING.trim_end());
    let diff = hirelint(&folder, &["fix", "jobs"]);
    put(&folder, "fix.patch", &diff.stdout);
    git(&folder, &["apply", "fix.patch"]);
    let args = [&["check", "jobs"][..], &FAIL].concat();
    assert_eq!(hirelint(&folder, &args).status.code(), Some(0));
}

#[test]
fn a_file_that_is_not_utf8_is_not_written() {
    let folder = folder("encoding");
    put(&folder, "hirelint.yaml", CONFIG);
    let mut bytes = POSTING.as_bytes().to_vec();
    bytes.extend(b"\nCaf\xe9 cr\xe8me for all.\n");
    put(&folder, "a.md", &bytes);
    let output = hirelint(&folder, &["fix", "--write", "a.md"]);
    assert!(
        text(&output.stderr).contains("save it as UTF-8 first"),
        "{output:?}"
    );
    assert_eq!(fs::read(folder.join("a.md")).expect("it is there"), bytes);
}

#[test]
fn a_baseline_is_the_same_each_time_and_tells_only_what_is_new() {
    let folder = folder("baseline");
    put(&folder, "hirelint.yaml", CONFIG);
    put(&folder, "jobs/a.md", POSTING);
    put(&folder, "jobs/b.md", POSTING.replace("Line cook", "Baker"));
    let baseline = || fs::read_to_string(folder.join("hirelint-baseline.json"));
    let run = hirelint(&folder, &["baseline"]);
    assert_eq!(
        text(&run.stdout),
        "hirelint-baseline.json: 4 findings (4 new, 0 gone)\n"
    );
    let first = baseline().expect("it was written");
    hirelint(&folder, &["baseline", "--threads", "1"]);
    assert_eq!(baseline().expect("it is there"), first);
    let check = |more: &[&str]| {
        let args = [
            &["check", "--baseline", "hirelint-baseline.json"][..],
            &FAIL,
            more,
        ]
        .concat();
        hirelint(&folder, &args)
    };
    assert_eq!(check(&[]).status.code(), Some(0));
    // From another folder the names are the same.
    let args = [
        &["check", "--baseline", "../hirelint-baseline.json", "."][..],
        &FAIL,
    ]
    .concat();
    assert_eq!(hirelint(&folder.join("jobs"), &args).status.code(), Some(0));
    put(&folder, "jobs/c.md", POSTING.replace("Line cook", "Brewer"));
    let checked = check(&[]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(
        text(&checked.stdout)
            .lines()
            .take(2)
            .all(|line| line.starts_with("jobs/c.md"))
    );
    fs::remove_file(folder.join("jobs/b.md")).expect("it is there");
    let run = hirelint(&folder, &["baseline", "jobs/c.md"]);
    assert_eq!(
        text(&run.stdout),
        "hirelint-baseline.json: 4 findings (2 new, 2 gone)\n"
    );
    assert!(!baseline().expect("it is there").contains("b.md"));
}

#[test]
fn only_what_has_changed_is_checked() {
    let folder = folder("changed");
    git(&folder, &["init", "-q"]);
    put(&folder, ".gitignore", "ignored.md\n");
    for name in ["same", "edited", "staged", "renamed", "deleted", "ours"] {
        put(&folder, &format!("jobs/{name}.md"), POSTING);
    }
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-qm", "one"]);
    git(&folder, &["branch", "feature"]);
    // What main does meanwhile is none of the branch's business.
    put(&folder, "jobs/same.md", POSTING.replace("eggs", "ham"));
    git(&folder, &["commit", "-qam", "two"]);
    git(&folder, &["checkout", "-q", "feature"]);
    put(&folder, "jobs/ours.md", POSTING.replace("eggs", "ham"));
    git(&folder, &["commit", "-qam", "three"]);
    put(&folder, "jobs/edited.md", POSTING.replace("eggs", "ham"));
    put(&folder, "jobs/staged.md", POSTING.replace("eggs", "ham"));
    git(&folder, &["add", "jobs/staged.md"]);
    git(&folder, &["mv", "jobs/renamed.md", "jobs/new name ü.md"]);
    fs::remove_file(folder.join("jobs/deleted.md")).expect("it is there");
    put(&folder, "jobs/untracked.md", POSTING);
    put(&folder, "jobs/ignored.md", POSTING);
    put(&folder, "elsewhere/untracked.md", POSTING);
    let files = |args: &[&str], within: &Path| {
        let common = [
            "check",
            "--as-of",
            "2026-01-01",
            "--select",
            "eeo-statement",
        ];
        let args = [&common[..], &FAIL, &["-q", "--changed-since"], args].concat();
        let output = hirelint(within, &args);
        let lines = text(&output.stdout);
        let names = lines.lines().filter_map(|line| line.split(".md").next());
        let names: Vec<String> = names.map(str::to_owned).collect();
        (output.status.code(), names.join(", "), text(&output.stderr))
    };
    let all = "jobs/edited, jobs/new name ü, jobs/ours, jobs/staged, jobs/untracked";
    let (code, names, _) = files(&["main", "jobs"], &folder);
    assert_eq!((code, names.as_str()), (Some(1), all));
    let (_, names, _) = files(&["HEAD", "jobs/ours.md", "jobs/edited.md"], &folder);
    assert_eq!(names, "jobs/edited");
    let (_, names, _) = files(&["main", "."], &folder.join("elsewhere"));
    assert_eq!(names, "untracked");
    let (code, names, said) = files(&["main", "jobs/same.md"], &folder);
    assert_eq!((code, names.as_str(), said.as_str()), (Some(0), "", ""));
}

#[test]
fn what_git_cannot_tell_is_not_guessed() {
    let folder = folder("unknown");
    git(&folder, &["init", "-q"]);
    put(&folder, "a.md", POSTING);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-qm", "one"]);
    git(&folder, &["checkout", "-q", "--orphan", "other"]);
    git(&folder, &["commit", "-qm", "apart"]);
    for (revision, message) in [
        ("nowhere", "git knows no revision `nowhere`"),
        ("--output=x", "`--output=x` is no revision"),
        ("-h", "`-h` is no revision"),
        ("", "`` is no revision"),
        ("main", "`main` and HEAD have no commit in common"),
    ] {
        let output = hirelint(&folder, &["check", "--changed-since", revision, "a.md"]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{revision}: {said}");
        assert!(said.contains(message), "{revision}: {said}");
    }
    assert!(!folder.join("x").exists());
    // A folder outside of every repository.
    let outside = std::env::temp_dir().join(format!("hirelint-outside-{}", std::process::id()));
    fs::create_dir_all(&outside).expect("a folder can be made");
    put(&outside, "a.md", POSTING);
    let output = hirelint(&outside, &["check", "--changed-since", "main", "a.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("lies in no git repository"),
        "{output:?}"
    );
    let output = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(["check", "--changed-since", "main", "a.md"])
        .current_dir(&outside)
        .env_clear()
        .env("PATH", "/nonexistent")
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("git was not found"),
        "{output:?}"
    );
    fs::remove_dir_all(outside).expect("it can be removed");
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_not_waited_for_and_one_handed_over_is_read() {
    let folder = folder("pipe");
    put(&folder, "good.md", POSTING);
    let made = Command::new("mkfifo").arg(folder.join("pipe.md")).status();
    assert!(made.expect("mkfifo starts").success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("socket.md"));
    let args = ["pipe.md", "socket.md", "/dev/zero", "good.md"];
    let output = hirelint(
        &folder,
        &[&["check", "--format", "compact"], &args[..]].concat(),
    );
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    for line in [
        "pipe.md: cannot be read: it is a named pipe, not a file",
        "socket.md: cannot be read: it is a socket, not a file",
        "/dev/zero: cannot be read: it is a device, not a file",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert!(
        text(&output.stdout).contains("good.md:"),
        "the rest is checked"
    );
    let mut child = Command::new(env!("CARGO_BIN_EXE_hirelint"))
        .args(["check", "--format", "compact", "/dev/stdin"])
        .env_clear()
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("it has a standard input");
    std::io::Write::write_all(&mut pipe, POSTING.as_bytes()).expect("it reads");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    assert!(
        text(&output.stdout).contains("/dev/stdin:1:3:"),
        "{output:?}"
    );
}
