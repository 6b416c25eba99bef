//! Many pieces of Rust in one source, and what rustfmt makes of each.
//!
//! Each piece stands in a block of its own, as deep as it will stand in the markup, behind a statement that marks it:
//!
//! ```text
//! fn twiml_fmt() {
//!     {
//!         {
//!             twiml_fmt_0;
//!             name.to_uppercase()
//!         }
//!     }
//! }
//! ```

use std::{collections::HashMap, fmt::Write, num::NonZero, ops::Range, thread};

use super::{
    Form, Laid, Request,
    rustfmt::{Refusal, Rustfmt},
    transfer::transfer,
};
use crate::{
    printer::columns,
    tokens::{Kind, Tokens},
    tree::Span,
};

const MARK: &str = "twiml_fmt_";

/// Pieces in one function, so that a mistake in one of them does not hide the others.
const TOGETHER: usize = 64;

/// Fewer pieces are not worth another process.
const WORTHWHILE: usize = 400;

/// How often pieces that are not Rust are taken out, and the others tried again.
const TRIES: usize = 8;

type Answers = Vec<(Request, Option<Laid>)>;

/// Lays out all pieces, sorted by their indentation. Those that rustfmt does not take have no layout.
pub(super) fn run(rustfmt: &Rustfmt, requests: Vec<Request>, tab: usize) -> Result<Answers, String> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    let parts = (requests.len() / WORTHWHILE).clamp(1, processors);
    if parts == 1 {
        return run_part(rustfmt, requests, tab);
    }
    let size = requests.len().div_ceil(parts);
    let mut answers = Vec::new();
    thread::scope(|scope| {
        let parts = requests.chunks(size).map(|part| scope.spawn(|| run_part(rustfmt, part.to_vec(), tab)));
        for part in parts.collect::<Vec<_>>() {
            answers.extend(part.join().unwrap_or_else(|_| Err("a thread has failed".to_owned()))?);
        }
        Ok(answers)
    })
}

fn run_part(rustfmt: &Rustfmt, mut requests: Vec<Request>, tab: usize) -> Result<Answers, String> {
    let mut answers = Vec::new();
    for _ in 0..TRIES {
        let (source, lines) = write(&requests);
        match rustfmt.run(&source) {
            Ok(laid) => {
                let mut layouts = read(&requests, &laid, tab);
                answers.extend(requests.into_iter().enumerate().map(|(index, request)| {
                    let layout = layouts.remove(&index);
                    (request, layout)
                }));
                return Ok(answers);
            }
            Err(Refusal::Program(message)) => return Err(message),
            Err(Refusal::Source { lines: wrong, .. }) => {
                let is_wrong = |range: &Range<usize>| wrong.iter().any(|line| range.contains(line));
                let mut is_wrong = lines.iter().map(is_wrong);
                let (refused, rest): (Vec<_>, Vec<_>) =
                    requests.into_iter().partition(|_| is_wrong.next().unwrap_or_default());
                let is_stuck = refused.is_empty();
                answers.extend(refused.into_iter().map(|request| (request, None)));
                requests = rest;
                if is_stuck || requests.is_empty() {
                    break;
                }
            }
        }
    }
    answers.extend(requests.into_iter().map(|request| (request, None)));
    Ok(answers)
}

/// The source, and the lines in which each piece stands.
fn write(requests: &[Request]) -> (String, Vec<Range<usize>>) {
    let mut source = String::new();
    let mut lines = Vec::with_capacity(requests.len());
    let mut line = 1;
    for (number, together) in requests.chunk_by(|a, b| depth(a) == depth(b) && depth(a) > 1).enumerate() {
        for (part, pieces) in together.chunks(TOGETHER).enumerate() {
            let outer = depth(&pieces[0]) - 1;
            let _ = writeln!(source, "fn twiml_fmt{number}_{part}() {}", "{".repeat(outer.max(1)));
            line += 1;
            for piece in pieces {
                let (before, behind) = wrapping(piece.form);
                let mark = lines.len();
                let open = if outer == 0 { "" } else { "{" };
                let close = if outer == 0 { "" } else { "}" };
                let text = format!("{open} {MARK}{mark};\n{before}{}\n{behind} {close}\n", piece.text);
                let taken = text.bytes().filter(|&byte| byte == b'\n').count();
                lines.push(line..line + taken);
                line += taken;
                source.push_str(&text);
            }
            let _ = writeln!(source, "{}", "}".repeat(outer.max(1)));
            line += 1;
        }
    }
    (source, lines)
}

/// How deep the block of a piece is, from 1.
fn depth(request: &Request) -> usize {
    let above = usize::from(request.form == Form::Pattern);
    request.steps.saturating_sub(above).max(1)
}

/// What stands around a piece in its block.
fn wrapping(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Content | Form::Statement => ("", ""),
        Form::Header => ("", "{ 0; }"),
        Form::Else => ("if 0 { 0; } else ", "{ 0; }"),
        Form::Match => ("", "{ _ => 0 }"),
        Form::Pattern => ("match 0 { ", "=> { 0; 0; } }"),
        Form::Attribute => ("", "let _ = 0;"),
    }
}

/// Finds the pieces in what rustfmt made of the source.
fn read(requests: &[Request], laid: &str, tab: usize) -> HashMap<usize, Laid> {
    let mut layouts = HashMap::new();
    let Ok(tokens) = Tokens::read(laid) else { return layouts };
    let mut open = Vec::new();
    for index in 0..tokens.list.len() {
        match tokens.kind(index) {
            Some(Kind::Open) => open.push(index),
            Some(Kind::Close) => {
                open.pop();
            }
            Some(Kind::Name) => {
                let mark = tokens.text(index).strip_prefix(MARK).and_then(|mark| mark.parse().ok());
                let end = open.last().and_then(|&open| tokens.list.get(open)).map(|open| open.partner);
                if let (Some(mark), Some(to)) = (mark, end)
                    && let Some(request) = requests.get(mark)
                    && let Some(layout) = piece(request, &tokens, Span { from: index + 2, to }, tab)
                {
                    layouts.insert(mark, layout);
                }
            }
            _ => {}
        }
    }
    layouts
}

/// The layout of the piece in the rest of its block.
fn piece(request: &Request, laid: &Tokens<'_>, rest: Span, tab: usize) -> Option<Laid> {
    let original = Tokens::read(&request.text).ok()?;
    let indentation = columns(laid.indentation(laid.start(rest.from)), tab);
    let (span, base) = match request.form {
        Form::Content | Form::Statement => (rest, indentation),
        Form::Header | Form::Match => (Span { to: last_group(laid, rest)?, ..rest }, indentation),
        Form::Else => (Span { from: rest.from + 7, to: last_group(laid, rest)? }, indentation),
        Form::Pattern => {
            let arms = rest.from + 2;
            let inside = Span { from: arms + 1, to: laid.list.get(arms)?.partner };
            (Span { to: last_group(laid, inside)?.checked_sub(2)?, ..inside }, indentation + tab)
        }
        Form::Attribute => (Span { to: rest.to.checked_sub(5)?, ..rest }, indentation),
    };
    if span.from > span.to || span.to > laid.list.len() {
        return None;
    }
    transfer((&original, Span { from: 0, to: original.list.len() }), (laid, span), base, tab)
}

/// The last group in braces, by the index of its opening brace.
fn last_group(tokens: &Tokens<'_>, span: Span) -> Option<usize> {
    let close = (span.from..span.to).rev().find(|&index| tokens.is(index, "}"))?;
    tokens.list.get(close).map(|close| close.partner)
}
