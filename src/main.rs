//! The program `hirelint`; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    hirelint::cli::run()
}
