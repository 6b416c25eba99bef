//! Markup of a size that nobody writes: time and memory are in proportion to it.

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use twiml_fmt::{Options, format_source};

/// Debug builds on busy machines are slow; what is quadratic takes minutes. A release build formats the document of ten
/// thousand lines in less than a second.
const PATIENCE: Duration = Duration::from_secs(90);

/// A document of so many lines, with Rust that rustfmt must be asked for.
fn document(lines: usize) -> String {
    let mut source = "fn answer() -> VoiceResponse {\n    twiml! {\n        <Response>\n".to_owned();
    for number in 0..lines / 10 {
        let _ = write!(
            source,
            r#"<Gather action={{format_args!("{{}}/menu/{number}", app.public_url)}} numDigits=1>
                <Say voice="alice">"For " {{entries[{number}].name}} ", press " {{key + {number}}} "."</Say>
                if let Some(name) = caller.name.as_deref() && name.len() > {number} {{
                    <Say>{{names.iter().filter(|name| name.len() > {number}).map(|name| name.to_uppercase()).collect::<Vec<_>>()}}</Say>
                }} else {{
                    <Pause length=1/> // {number}
                }}
                for (index, item) in items.iter().enumerate() {{ <Say>{{index}} {{item}}</Say> }}
            </Gather>
            <Redirect>"/menu/{number}"</Redirect>
            "#
        );
    }
    source.push_str("</Response>\n    }\n}\n");
    source
}

fn timed(what: &str, source: &str, options: &Options) {
    let start = Instant::now();
    let formatted = format_source(source, options);
    let taken = start.elapsed();
    println!("{what}: {taken:?}");
    assert!(formatted.is_ok(), "{what}: {formatted:?}");
    assert!(taken < PATIENCE, "{what}: {taken:?}");
}

#[test]
fn ten_thousand_lines_take_no_age() {
    timed("lines", &document(10_000), &Options::default());
    timed("lines, without rustfmt", &document(40_000), &Options::default().without_rustfmt());
}

#[test]
fn nothing_takes_more_time_than_its_size() {
    let options = Options::default().without_rustfmt();
    let call = |markup: &str| format!("fn a() {{ twiml! {{ {markup} }} }}");
    let many = |text: &str| text.repeat(10_000);
    for (what, source) in [
        ("calls in one line", many("twiml! { <Say>\"Hello\"</Say> } ")),
        ("calls", many("fn a() { twiml! { <Say>\"Hello\"</Say> } }\n")),
        ("elements in one line", call(&many("<Pause/>"))),
        ("texts", call(&format!("<Say>{}</Say>", many("\"Hello\" {name} ")))),
        ("one long word", call(&format!("<Say>{}</Say>", many("{name} ")))),
        ("attributes", call(&format!("<Say {}/>", many("a=\"b\" ")))),
        ("comments of lines", call(&many("<Pause/> // a comment\n"))),
        ("comments of blocks", call(&many("<Pause/> /* a\n comment */"))),
        ("comments between", call(&format!("<Say {}/>", many("/* a */ ")))),
        ("arms", call(&format!("match x {{ {} }}", many("_ => <Pause/>, ")))),
        ("branches", call(&format!("if a {{}} {}", many("else if b {} ")))),
        ("Rust that stays as it is", call(&many("{a   [1]} "))),
        ("strings of several lines", call(&many("\"a\nb\" "))),
        ("blanks", call(&format!("<Say>{}</Say>", many("\"a\"          \n\n\n")))),
        (
            "deep lines",
            format!("{}{}", " ".repeat(20_000), "fn a() { twiml! { <Say>\"a\"</Say>\n<Pause/> } } ".repeat(2_000)),
        ),
    ] {
        timed(what, &source, &options);
    }
}
