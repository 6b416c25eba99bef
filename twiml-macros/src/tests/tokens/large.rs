//! Markup of a size that nobody writes: it takes neither the stack nor an age.

use std::time::{Duration, Instant};

use super::{expanded, parsed};

/// Debug builds on busy machines are slow; what is quadratic takes minutes.
const PATIENCE: Duration = Duration::from_secs(20);

/// Many of these, each with a number of its own in place of `#`.
fn numbered(text: &str) -> String {
    let mut all = String::new();
    for number in 0..2000 {
        all.push_str(&text.replace('#', &number.to_string()));
    }
    all
}

fn timed(what: &str, source: &str) {
    let tokens = parsed(source);
    let start = Instant::now();
    expanded(tokens);
    let taken = start.elapsed();
    println!("{what}: {taken:?}");
    assert!(taken < PATIENCE, "{what}: {taken:?}");
}

#[test]
fn elements_in_each_other_do_not_end_the_stack() {
    timed("nested, open", &"<Say>".repeat(10_000));
    timed("nested, closed", &format!("{}{}", "<Say>".repeat(10_000), "</Say>".repeat(10_000)));
    timed("nested, not finished", &"<Say ".repeat(2000));
    timed("nested, not finished, closed", &format!("{}{}", "<Say ".repeat(2000), "</Say>".repeat(2000)));
    timed("closed only", &"</Say>".repeat(10_000));
}

#[test]
fn groups_in_each_other_do_not_end_the_stack() {
    let nested = |open: &str, depth: usize| format!("{}{}", open.repeat(depth), "}".repeat(depth));
    timed("braces", &nested("{", 1000));
    timed("if", &nested("if x {", 1000));
    timed("match", &nested("match x { _ => ", 1000));
    timed("match in braces", &nested("match x { _ => { ", 500).replace('}', "}}"));
    timed("values", &format!("<Say voice={} />", nested("{", 1000)));
    timed("else if", &format!("if x {{}} {}", "else if x {} ".repeat(2000)));
}

#[test]
fn long_markup_does_not_take_an_age() {
    let document = |text: String| format!("<Response>{text}</Response>");
    timed("elements", &document(r#"<Say voice="alice">"Hello"</Say>"#.repeat(5000)));
    timed("values", &document("<Say voice={voice}>{text}</Say>".repeat(5000)));
    timed("closing tags of another name", &document(r#"<Say>"Hello"</Dial>"#.repeat(2000)));
    timed("no closing tags", &document(r#"<Gather><Say>"Hello"</Gather>"#.repeat(2000)));
    timed("tags without an end", &document(r#"<Say voice="alice" "#.repeat(2000)));
    timed("stray closing tags", &document(r#"<Say>"Hello"</Say></Dial>"#.repeat(5000)));
    timed("unknown elements", &document("<Sya/>".repeat(2000)));
    timed("bare text", &document("hello ".repeat(20_000)));
    timed("bare text and elements", &document("hello if you want <Pause/> ".repeat(5000)));
    timed("incomplete conditions", &document("if x ".repeat(5000)));
    timed("incomplete conditions and tags", &document("if x <Pause/> ".repeat(2000)));
    timed("incomplete bindings", &document("let x = 5 <Pause/> ".repeat(2000)));
    timed("attributes", &format!("<Response {}/>", numbered("a#=\"b\" ")));
    timed("texts", &document(format!("<Say>{}</Say>", "\"Hello\" ".repeat(20_000))));
    timed("arms", &document(format!("match x {{ {} }}", "_ => <Pause/>, ".repeat(5000))));
    timed("arms without commas", &document(format!("match x {{ {} }}", "_ => <Pause/> ".repeat(5000))));
    timed("a fragment", &r#"<Say>"Hello"</Say>"#.repeat(5000));
    timed(
        "names of streams",
        &document(format!("<Start>{}</Start><Pause/>", numbered("<Stream name=\"#\" url=\"wss://example.com\"/>"))),
    );
}
