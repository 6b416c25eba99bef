//! Time in proportion to the tokens: what many of anything cost, beside ten times as many.
//!
//! `benches/expansion` prints the table in full.

use std::{
    fs,
    time::{Duration, Instant},
};

use proc_macro2::TokenStream;

use super::parsed;
use crate::{
    expand::{self, Expansion},
    generate::{self, hints},
    parse,
    source::Source,
};

/// What is linear costs ten times as much; what is quadratic, a hundred times.
const MOST: f64 = 15.0;

/// Of so many tries the fastest count: other programs make some of them slower, and none faster.
const TRIES: usize = 5;

/// As many as take so long, so that the time can be told from noise.
const ENOUGH: Duration = Duration::from_millis(30);

/// Nesting ends at a hundred, so that many are in each other ten deep.
const DEEP: usize = 10;

struct Row {
    what: &'static str,
    /// Many mistakes of which each gets advice: that is tried on the whole, up to a limit. Here only reading counts.
    advised: bool,
    /// Markup with so many of it.
    markup: fn(usize) -> String,
}

const fn row(what: &'static str, markup: fn(usize) -> String) -> Row {
    Row { what, advised: false, markup }
}

const fn advised(what: &'static str, markup: fn(usize) -> String) -> Row {
    Row { what, advised: true, markup }
}

const ROWS: &[Row] = &[
    row("`if x <> `", |many| "if x <> ".repeat(many)),
    row("`if let == ==`", |many| "if let == == ".repeat(many)),
    advised("`if let x {} <a>`", |many| document("if let x {} <a>".repeat(many))),
    advised("`if match x {} <a>`", |many| document("if match x {} <a>".repeat(many))),
    row("`for x <>`", |many| "for x <> ".repeat(many)),
    row("`for x in <>`", |many| "for x in <> ".repeat(many)),
    row("`match x <>`", |many| "match x <> ".repeat(many)),
    advised("`if x <Pause/>`", |many| document("if x <Pause/> ".repeat(many))),
    advised("`let x = 5 <Pause/>`", |many| document("let x = 5 <Pause/> ".repeat(many))),
    row("`let x <>`", |many| "let x <> ".repeat(many)),
    row("`hello if if`", |many| document("hello if if ".repeat(many))),
    row("`hello let let`", |many| document("hello let let ".repeat(many))),
    advised("`let x = <Pause/>`", |many| document("let x = <Pause/>; ".repeat(many))),
    advised("`let x else`", |many| document("let x else ".repeat(many))),
    advised("`let x else { <a/> }`", |many| document("let x = y else { <Pause/> }; ".repeat(many))),
    row("`else {}`", |many| document("else { } ".repeat(many))),
    row("`else if`, alone", |many| document("<Pause/> else if x { } ".repeat(many))),
    row("`<Say if x`", |many| "<Say if x ".repeat(many) + "{}"),
    row("`<Say if x { loop=2 }`", |many| format!("<Say {}/>", "if x { loop=2 } ".repeat(many))),
    row("`<Say if if`", |many| format!("<Say {}/>", "if if ".repeat(many))),
    advised("`<Say {voice}`", |many| format!("<Say {}/>", "{voice} ".repeat(many))),
    row("`x && <Pause/>` in braces", |many| document("{x && <Pause/>}".repeat(many))),
    row("`|x| <Pause/>` in braces", |many| document(format!("{{{}}}", "x(|x| <Pause/>), ".repeat(many)))),
    row("markup in many braces", |many| nested("{if x { ", "<Pause/>}}", many)),
    row("statements in braces", |many| document(format!("{{{} x}}", "if x { y } ".repeat(many)))),
    row("`$` and `@`", |many| document("$ @ ".repeat(many))),
    row("`${x}` and `@if`", |many| document("${x} @if x { } ".repeat(many))),
    row("`a::a::a`", |many| document("a::".repeat(many))),
    row("calls of macros", |many| document("a::b!(c) ".repeat(many))),
    row("`<![CDATA[a]]>`", |many| document("<![CDATA[a]]> ".repeat(many))),
    row("`<!DOCTYPE`", |many| "<!DOCTYPE a ".repeat(many)),
    row("`<>`", |many| nested("<>", "</>", many)),
    row("`<>` without an end", |many| "<> ".repeat(many) + "</>"),
    row("comments of documentation", |many| document("/// a\n".repeat(many) + "<Pause/>")),
    row("attributes of Rust", |many| document("#[a] ".repeat(many) + "<Pause/>")),
    row("attributes of Rust, each of an element", |many| {
        document("#[cfg(a)] <Pause/> #[allow(a)] <Pause/>".repeat(many))
    }),
    row("nested attributes of Rust", |many| nested("#[allow(a)] <\"p\">", "</\"p\">", many)),
    row("statements", |many| document("x += y; x.y(); break; ".repeat(many))),
    row("loops", |many| document("loop { while x { <Pause/> } break; } ".repeat(many))),
    row("nested loops", |many| nested("loop { <\"p\">{x?}", "</\"p\"> }", many)),
    row("nested loops that are left", |many| nested("'a: for x in y { <\"p\">{z!()} break 'a;", "</\"p\"> }", many)),
    row("comments without an end, on lines", |many| document("<!-- a\n".repeat(many))),
    row("bare words", |many| document("hello ".repeat(many))),
    advised("bare words between tags", |many| document("hello <Pause/> ".repeat(many))),
    advised("`a < > a < >`, then `;`", |many| document("a < > ".repeat(many) + "b = c;")),
    row("arms without braces", |many| format!("match x {{ {} }}", "_ => \"a\" \"b\", ".repeat(many))),
    row("texts in one arm", |many| format!("match x {{ _ => {} }}", "\"a\" ".repeat(many))),
    advised("arms without commas", |many| format!("match x {{ {} }}", "_ => <Pause/> ".repeat(many))),
    row("arms without arrows", |many| format!("match x {{ {} }}", "x ".repeat(many))),
    row("`else if`", |many| format!("if x {{}} {}", "else if x {} ".repeat(many))),
    row("nested `match`", |many| nested("match x { _ => { ", "} }", many)),
    row("nested `if … else`", |many| nested("if x { ", "} else { <Pause/> }", many)),
    row("nested elements", |many| nested("<\"p\">", "</\"p\">", many)),
    row("a tree of `if … else`", |many| document(tree(many))),
    row("elements", |many| document(r#"<Say voice="alice">"Hello"</Say>"#.repeat(many))),
    row("values", |many| document("<Say voice={voice}>{text}</Say>".repeat(many))),
    row("a fragment", |many| r#"<Say>"Hello"</Say>"#.repeat(many)),
    row("texts", |many| document(format!("<Say>{}</Say>", "\"Hello\" ".repeat(many)))),
    row("comments", |many| document("<!-- a b c -->".repeat(many))),
    row("comments without an end", |many| document("<!-- a ".repeat(many))),
    advised("elements in each other, never closed", |many| "<Say>".repeat(many)),
    advised("tags without an end", |many| document(r#"<Say voice="alice" "#.repeat(many))),
    advised("closing tags of another name", |many| document(r#"<Say>"Hello"</Dial>"#.repeat(many))),
    advised("closing tags that are missing", |many| document(r#"<Gather><Say>"Hello"</Gather>"#.repeat(many))),
    row("closing tags alone", |many| "</Say>".repeat(many)),
    advised("closing tags too many", |many| document(r#"<Say>"Hello"</Say></Dial>"#.repeat(many))),
    row("names of many parts", |many| format!("<Say voice=a{}/>", "-b".repeat(many))),
    row("a value of many words", |many| format!("<Say voice=a{}/>", ".b()".repeat(many))),
    row("`&` without `;` in a text", |many| document(format!("<Say>\"{}\"</Say>", "&".repeat(many)))),
    row("digits of an integer", |many| document(format!("<Pause length={}/>", "1".repeat(many)))),
    row("digits of a quoted integer", |many| document(format!("<Pause length=\"{}\"/>", "1".repeat(many)))),
    row("words of a set", |many| {
        document(format!("<Dial><Number statusCallbackEvent=\"{}\">x</Number></Dial>", numbered(many, "w# ")))
    }),
    row("attributes, quoted", |many| format!("<Response {}/>", numbered(many, "\"a#\"=\"b\" "))),
    advised("attributes, unknown", |many| document(format!("<Say {}/>", numbered(many, "a#=\"b\" ")))),
    advised("attributes, the same again", |many| document(format!("<Say {}/>", "voice={x} ".repeat(many)))),
    advised("attributes that hang on others", |many| {
        document(format!(
            "<Connect><Conversation serviceInstanceSid={{a}} {} routingAssignmentTimeout=5/></Connect>",
            "inboundAutocreation={x} ".repeat(many)
        ))
    }),
    row("names of streams", |many| {
        document(format!("<Start>{}</Start>", numbered(many, "<Stream name=\"#\" url=\"wss://a.example\"/>")))
    }),
    row("names of streams, the same again", |many| {
        document(format!("<Start>{}</Start>", "<Stream name=\"a\" url=\"wss://a.example\"/>".repeat(many)))
    }),
    advised("elements that nobody knows", |many| document("<Sya/>".repeat(many))),
    row("elements in a wrong place", |many| document("<Number>\"+15551234567\"</Number>".repeat(many))),
    row("verbs that never run", |many| document("<Hangup/><Pause/>".repeat(many))),
    row("a `for` in a `for`", |many| document(nested("for x in y {", "}", many))),
];

#[expect(clippy::needless_pass_by_value, reason = "every caller makes it on the spot")]
fn document(text: String) -> String {
    format!("<Response>{text}</Response>")
}

/// Many of these, each with a number of its own in place of `#`.
fn numbered(many: usize, text: &str) -> String {
    (0..many).map(|number| text.replace('#', &number.to_string())).collect()
}

/// Many beside each other that are in each other some deep.
fn nested(open: &str, close: &str, many: usize) -> String {
    let one = format!("{}<Pause/>{}", open.repeat(DEEP), close.repeat(DEEP));
    document(one.repeat(many / DEEP))
}

/// A binary tree with so many leaves.
fn tree(leaves: usize) -> String {
    if leaves < 2 {
        return "<Pause/>".to_owned();
    }
    let half = leaves / 2;
    format!("if x {{ {} }} else {{ {} }}", tree(half), tree(leaves - half))
}

/// What an expansion takes of a processor, some times over; with the paths that an editor looks at, or without.
fn time(markup: &str, times: usize, for_editors: bool) -> Duration {
    let tokens = parsed(markup);
    let start = Clock::now();
    for _ in 0..times {
        let Expansion { source, nodes, diagnostics, expression } = expand::read(tokens.clone());
        let hints = if for_editors { hints::hints(&nodes, &source) } else { TokenStream::new() };
        generate::with_messages(&diagnostics, &source, &hints, &expression);
    }
    start.elapsed()
}

/// The time of this thread where the system tells it, so that other programs do not count.
enum Clock {
    Thread(Duration),
    Wall(Instant),
}

impl Clock {
    fn now() -> Self {
        of_thread().map_or_else(|| Self::Wall(Instant::now()), Self::Thread)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Thread(start) => of_thread().unwrap_or_default().saturating_sub(*start),
            Self::Wall(start) => start.elapsed(),
        }
    }
}

fn of_thread() -> Option<Duration> {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    statistics.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// What it takes to read the markup.
fn time_of_reading(markup: &str, times: usize) -> Duration {
    let tokens = parsed(markup);
    let start = Clock::now();
    for _ in 0..times {
        parse::parse(tokens.clone(), &mut Source::default(), &mut Vec::new());
    }
    start.elapsed()
}

/// How much more ten times as many cost than some: those are expanded ten times, so that both take about as long.
fn growth(row: &Row) -> f64 {
    let time = |many, times| {
        let markup = (row.markup)(many);
        if row.advised { time_of_reading(&markup, times) } else { time(&markup, times, true) }
    };
    let mut some = 20;
    while time(10 * some, 1) < ENOUGH && some < 100_000 {
        some *= 2;
    }
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..TRIES {
        fastest = [fastest[0].min(time(some, 10)), fastest[1].min(time(10 * some, 1))];
        if ratio(fastest) <= MOST {
            break;
        }
    }
    ratio(fastest)
}

fn ratio([few, many]: [Duration; 2]) -> f64 {
    10.0 * many.as_secs_f64() / few.as_secs_f64()
}

#[test]
fn ten_times_as_many_cost_ten_times_as_much() {
    let grown = ROWS.iter().map(|row| (row.what, growth(row)));
    let too_much: Vec<_> = grown.filter(|(_, growth)| *growth > MOST).collect();
    assert!(too_much.is_empty(), "{too_much:?}");
}

/// Prints the table, in milliseconds.
#[test]
#[ignore = "`benches/expansion` runs it"]
fn table() {
    const COLUMNS: [usize; 3] = [100, 1_000, 10_000];
    println!("| | {} |", COLUMNS.map(|many| many.to_string()).join(" | "));
    println!("|---|{}", "--:|".repeat(COLUMNS.len()));
    for row in ROWS {
        let cells = COLUMNS.map(|many| {
            let markup = (row.markup)(many);
            // The system counts in steps of some milliseconds: what takes less is done more often.
            let mut times = 1;
            let mut taken = time(&markup, times, false);
            while taken < ENOUGH && times < 1_000 {
                times *= 10;
                taken = time(&markup, times, false);
            }
            format!("{:.1}", taken.as_secs_f64() * 1e3 / f64::from(u32::try_from(times).unwrap_or(u32::MAX)))
        });
        println!("| {} | {} |", row.what, cells.join(" | "));
    }
}
