//! Completions and man pages.

use std::{fs, io, path::Path};

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::{Outcome, arguments::Arguments, failure::Failure};

pub(crate) fn completions(shell: Shell) -> Result<Outcome, Failure> {
    // The generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "twiml", &mut script);
    io::Write::write_all(&mut io::stdout().lock(), &script)?;
    Ok(Outcome::Clean)
}

pub(crate) fn man(folder: Option<&Path>) -> Result<Outcome, Failure> {
    let Some(folder) = folder else {
        Man::new(Arguments::command()).render(&mut io::stdout().lock())?;
        return Ok(Outcome::Clean);
    };
    fs::create_dir_all(folder).map_err(|error| Failure::of_file("make", folder, &error))?;
    clap_mangen::generate_to(Arguments::command(), folder)
        .map_err(|error| Failure::of_file("write to", folder, &error))?;
    Ok(Outcome::Clean)
}
