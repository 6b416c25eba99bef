//! A whole source: its calls are laid out until nothing changes any more.

use crate::{
    Formatted, Kept, Options, calls,
    calls::Call,
    compare::compare,
    document::Document,
    layout::Layout,
    parse::parse,
    printer::{self, Style, columns},
    problem::{Place, Problem, ProblemKind},
    rust::Rust,
    tokens::{FAR, Tokens},
    tree::{List, Span},
};

/// Calls in the Rust of calls are laid out this deep.
const LEVELS: usize = 8;

/// A layout that has not settled after so many rounds is none.
const ROUNDS: usize = 8;

/// Questions to rustfmt that follow from each other: a piece, and the same piece between lines of its own.
const QUESTIONS: usize = 4;

/// The longest indentation of a line that is kept, and the longest text behind a call that is measured.
const MOST: usize = 400;

/// Pieces of Rust that are reported, of those that stayed as they were.
const REPORTED: usize = 100;

/// Formats all calls of a source.
pub(crate) fn format<'o>(source: &str, options: &'o Options, rust: &mut Rust<'o>) -> Result<Formatted, Problem> {
    if options.disabled || !source.contains("twiml") {
        return Ok(Formatted { text: source.to_owned(), kept: Vec::new() });
    }
    let formatted = settle(source, |text, kept| {
        let mut laid = None;
        for level in 0..LEVELS {
            let before = laid.as_deref().unwrap_or(text);
            let Some(after) = lay_out_level(before, level, options, rust, kept)? else { break };
            laid = Some(after);
        }
        Ok(laid)
    })?;
    compare(source, &formatted.text)?;
    Ok(formatted)
}

/// Formats markup without a call around it.
pub(crate) fn format_markup(markup: &str, options: &Options) -> Result<Formatted, Problem> {
    let mut rust = Rust::new(options);
    let formatted = settle(markup, |text, kept| {
        let tokens = Tokens::read(text)?;
        let list = parse(&tokens, Span { from: 0, to: tokens.list.len() })?;
        let laid = documents(&[Markup { call: None, list }], &tokens, &mut rust, options, kept);
        let style = style(text, "", options);
        Ok(laid.first().map(|document| printer::print(document, style, 0)))
    })?;
    compare(markup, &formatted.text)?;
    Ok(formatted)
}

/// Repeats a layout until it leaves its own result alone: what is formatted is not changed by being formatted again.
fn settle(
    source: &str,
    mut lay_out: impl FnMut(&str, &mut Vec<Kept>) -> Result<Option<String>, Problem>,
) -> Result<Formatted, Problem> {
    let mut text = source.to_owned();
    for _ in 0..ROUNDS {
        let mut kept = Vec::new();
        match lay_out(&text, &mut kept)? {
            Some(laid) if laid != text => text = laid,
            Some(_) | None => return Ok(Formatted { text, kept }),
        }
    }
    Err(Problem::new(ProblemKind::Layout, Place::START, "the layout does not settle; please report it"))
}

/// Markup that has been read.
struct Markup {
    /// The call that it stands in, if it stands in one.
    call: Option<Call>,
    list: List,
}

/// Lays out the calls that stand in `level` others; `None` if there are none.
fn lay_out_level<'o>(
    source: &str,
    level: usize,
    options: &'o Options,
    rust: &mut Rust<'o>,
    kept: &mut Vec<Kept>,
) -> Result<Option<String>, Problem> {
    let tokens = Tokens::read(source)?;
    let mut markups = Vec::new();
    for call in calls::find(&tokens).into_iter().filter(|call| call.level == level) {
        match parse(&tokens, Span { from: call.open + 1, to: call.close }) {
            Ok(list) => markups.push(Markup { call: Some(call), list }),
            Err(problem) if call.is_template => kept.push(Kept::new(problem.place(), problem.message())),
            Err(problem) => return Err(problem),
        }
    }
    if markups.is_empty() {
        return Ok(None);
    }
    let laid = documents(&markups, &tokens, rust, options, kept);
    let calls = markups.iter().filter_map(|markup| markup.call);
    Ok(Some(assemble(&tokens, calls.zip(&laid), options)))
}

/// What is to be printed for each markup. rustfmt is asked for the Rust of all of them at once.
fn documents<'a, 'o>(
    markups: &[Markup],
    tokens: &'a Tokens<'a>,
    rust: &mut Rust<'o>,
    options: &'o Options,
    kept: &mut Vec<Kept>,
) -> Vec<Document<'a>> {
    let mut question = 0;
    loop {
        let mut unknown = Vec::new();
        let documents = markups.iter().map(|markup| {
            let mut layout = Layout::new(tokens, span(markup, tokens), rust, options);
            let document = document(&mut layout, markup, tokens, options);
            unknown.append(&mut layout.kept);
            document
        });
        let documents = documents.collect();
        question += 1;
        if question > QUESTIONS || !rust.ask() {
            let reason = rust.failure().unwrap_or("rustfmt does not take this for Rust");
            let places = unknown.iter().take(REPORTED).map(|&index| Place::of(tokens.source, tokens.start(index)));
            kept.extend(places.map(|place| Kept::new(place, reason)));
            return documents;
        }
    }
}

fn span(markup: &Markup, tokens: &Tokens<'_>) -> Span {
    markup.call.map_or(Span { from: 0, to: tokens.list.len() }, |call| Span { from: call.open, to: call.close })
}

fn document<'a>(
    layout: &mut Layout<'a, '_, '_>,
    markup: &Markup,
    tokens: &'a Tokens<'a>,
    options: &Options,
) -> Document<'a> {
    let Some(call) = markup.call else { return layout.markup(&markup.list) };
    let brackets = (tokens.text(call.open), tokens.text(call.close));
    let line = columns(indentation(tokens, call), options.step);
    layout.call(&markup.list, brackets, line, columns_behind(tokens, call))
}

/// The white space that the line of a call begins with.
fn indentation<'a>(tokens: &Tokens<'a>, call: Call) -> &'a str {
    let indentation = tokens.indentation(tokens.start(call.name));
    indentation.get(..MOST).unwrap_or(indentation)
}

/// The columns of what stands close behind a call: brackets, a semicolon, a method.
fn columns_behind(tokens: &Tokens<'_>, call: Call) -> usize {
    let behind = tokens.source.get(tokens.end(call.close)..).unwrap_or_default();
    behind.chars().take(MOST).take_while(|character| !character.is_whitespace()).count()
}

fn style<'a>(source: &str, base: &'a str, options: &Options) -> Style<'a> {
    let is_windows = source.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
    let tabs = options.tabs || base.contains('\t');
    Style { tabs, base, line_end: if is_windows { "\r\n" } else { "\n" }, ..Style::of(options) }
}

/// The column at the end of a text; in a very long line, any column that is too far to the right.
fn column(text: &str, tab: usize) -> usize {
    let start = text.len().saturating_sub(FAR);
    let line = match text.as_bytes().get(start..).and_then(|tail| tail.iter().rposition(|&byte| byte == b'\n')) {
        Some(position) => text.get(start + position + 1..),
        None if start == 0 => Some(text),
        None => None,
    };
    line.map_or(FAR, |line| columns(line, tab))
}

/// The source with its calls printed anew.
fn assemble<'a, 'd>(
    tokens: &Tokens<'_>,
    calls: impl Iterator<Item = (Call, &'d Document<'a>)>,
    options: &Options,
) -> String
where
    'a: 'd,
{
    let mut out = String::with_capacity(tokens.source.len());
    let mut copied = 0;
    for (call, document) in calls {
        let style = style(tokens.source, indentation(tokens, call), options);
        let is_close = call.open == call.bang + 1;
        let from = if is_close { tokens.end(call.bang) } else { tokens.start(call.open) };
        let blank = if is_close && tokens.is(call.open, "{") { " " } else { "" };
        out.push_str(tokens.source.get(copied..from).unwrap_or_default());
        out.push_str(blank);
        out.push_str(&printer::print(document, style, column(&out, options.step)));
        copied = tokens.end(call.close);
    }
    out.push_str(tokens.source.get(copied..).unwrap_or_default());
    out
}
