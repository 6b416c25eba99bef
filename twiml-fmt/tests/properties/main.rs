//! What holds of every source: only white space changes, and formatting again changes nothing.

#[path = "../tokens/mod.rs"]
#[allow(dead_code, reason = "each test uses what it needs of it")]
mod tokens;

mod corpus;
mod generated;
mod noise;
mod repository;

use twiml_fmt::{Options, ProblemKind, format_source};

/// Formats a source, if it is not refused, and holds the result against it. What it becomes.
fn checked(source: &str, options: &Options) -> Option<String> {
    let formatted = match format_source(source, options) {
        Ok(formatted) => formatted.text,
        Err(problem) => {
            assert_eq!(problem.kind(), ProblemKind::Syntax, "{problem}\n{source}");
            return None;
        }
    };
    assert_eq!(tokens::of(&formatted), tokens::of(source), "{source}\n== becomes\n{formatted}");
    assert_eq!(tokens::comments(&formatted), tokens::comments(source), "{source}\n== becomes\n{formatted}");
    let again = format_source(&formatted, options).map(|again| again.text);
    assert_eq!(again.as_ref(), Ok(&formatted), "{source}\n== becomes\n{formatted}");
    assert!(!formatted.lines().any(|line| line.ends_with(' ') && !source.contains(line)), "{formatted}");
    Some(formatted)
}
