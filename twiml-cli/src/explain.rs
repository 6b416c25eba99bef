//! `twiml explain`: the entries of DIAGNOSTICS.md.

use std::io::Write as _;

use twiml_check::{Code, nearest::nearest};
use twiml_core::vocabulary;

use crate::{Outcome, failure::Failure, terminal};

/// The longest name.
const LONGEST: usize = 31;

const PAGE: &str = include_str!("../DIAGNOSTICS.md");

/// The messages of the catalogue and the rules, each by the name under which it is explained.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let codes = Code::ALL.iter().filter(|code| !matches!(code, Code::Rule | Code::Doubt)).map(|code| code.id());
    codes.chain(vocabulary::all().flat_map(|element| element.rules).map(|rule| rule.id))
}

/// The name of a message, if there is one of this name.
pub(crate) fn known(name: &str) -> Result<&'static str, String> {
    let found = names().find(|known| *known == name);
    found.ok_or_else(|| match nearest(name, names()).first() {
        Some(near) => format!("there is no such message; did you mean `{near}`?"),
        None => "there is no such message; `twiml explain` lists them".to_owned(),
    })
}

pub(crate) fn explain(code: Option<&str>) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    let Some(code) = code else {
        let width = terminal::width();
        for (name, summary) in summaries() {
            writeln!(out, "{}", cut(&format!("{name:LONGEST$}  {summary}"), width))?;
        }
        return Ok(Outcome::Clean);
    };
    let name = known(code).map_err(|help| match help.split_once("; ") {
        Some((message, help)) => Failure::new(format!("`{code}`: {message}")).help(help),
        None => Failure::new(help),
    })?;
    let entry = entry(name).ok_or_else(|| Failure::new(format!("nothing is written of `{name}`")))?;
    writeln!(out, "{}", entry.trim_end())?;
    Ok(Outcome::Clean)
}

/// Each name, and what it stands for.
fn summaries() -> impl Iterator<Item = (&'static str, String)> {
    let codes = Code::ALL.iter().filter(|code| !matches!(code, Code::Rule | Code::Doubt));
    let codes = codes.map(|code| (code.id(), code.meaning().to_owned()));
    let rules = vocabulary::all().flat_map(|element| element.rules).map(|rule| {
        let attribute = rule.attributes.first().copied().unwrap_or_default();
        (rule.id, rule.message.replace("{attribute}", attribute))
    });
    codes.chain(rules)
}

/// A line that is no longer than the terminal is wide.
fn cut(line: &str, width: Option<usize>) -> String {
    match width
        .and_then(|width| line.char_indices().nth(width.saturating_sub(1)).filter(|_| line.chars().count() > width))
    {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

/// The part of the page under the heading of this name.
fn entry(name: &str) -> Option<&'static str> {
    let start = PAGE.find(&format!("\n### {name}\n"))? + 1;
    let rest = PAGE.get(start..)?;
    let end = rest.get(1..).and_then(|rest| rest.find("\n#")).map_or(rest.len(), |end| end + 1);
    rest.get(..end)
}
