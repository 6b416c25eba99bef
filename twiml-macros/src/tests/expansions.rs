//! What markup expands to, as the snapshots of `expansions.txt` show it. With `TWIML_BLESS=1` in the environment the test
//! writes them anew.

use std::{fmt::Write as _, fs, path::Path};

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    expand::{self, Expansion},
    generate,
};

/// What a snapshot shows, and the markup.
const CASES: &[(&str, &str)] = &[
    ("a constant document is a string", r#"<Response><Say>"Tom & Jerry"</Say><Hangup/></Response>"#),
    ("a document that fits several kinds takes the one that is asked for", "<Response/>"),
    (
        "static text is merged over the borders of elements, and each run-time value is one call",
        r#"<Response><Say>"Hello " {name} ", please hold."</Say><Connect action={url}><Conversation serviceInstanceSid={sid} inboundTimeout={seconds}/></Connect></Response>"#,
    ),
    (
        "a rule that literals decide costs nothing",
        r#"<Response><Connect><Conversation serviceInstanceSid={sid} record="record-from-answer" trim="trim-silence"/></Connect></Response>"#,
    ),
    (
        "a rule that a run-time value decides is a branch there, and nothing elsewhere",
        "<Response><Connect><Conversation serviceInstanceSid={sid} inboundAutocreation={create} routingAssignmentTimeout=10 inboundTimeout=20/></Connect></Response>",
    ),
    (
        "control flow is Rust",
        "<Response>if let Some(name) = name { <Say>{name}</Say> } else { <Hangup/> } for number in numbers { <Play>{number}</Play> }</Response>",
    ),
    ("what is bound in an element is known there only", "<Response><Dial>let number = 1; {number}</Dial></Response>"),
    ("a fragment without run-time values is a string", r#"<Pause/><Say>"Hello"</Say>"#),
    ("a fragment is written where it is placed", r#"<Say>"Hello " {name}</Say>"#),
    ("a value that may leave the code around a fragment is made before it", "<Say>{name?}</Say>"),
    ("a fragment with a run-time value at its top serves the place in which it is used", r#""Hello " {name} <break/>"#),
    (
        "an element of a fragment that a rule keeps out of a place has a type of its own",
        r#"<Siprec connectorName="a"/>"#,
    ),
    (
        "so has a place whose attributes or children keep others out",
        r#"<Response><Say voice="man">{text}</Say></Response>"#,
    ),
    (
        "an error keeps the markup that is understood, and the user's expressions",
        "<Response><Say voise={voice}>{name}</Say></Response>",
    ),
    ("a warning is the use of something deprecated", r#"<Response><Sms>"Hello"</Sms></Response>"#),
];

fn expanded(markup: &str) -> String {
    let tokens: TokenStream = markup.parse().expect("the markup is made of Rust tokens");
    let Expansion { source, diagnostics, expression, .. } = expand::read(tokens);
    let expression = generate::with_messages(&diagnostics, &source, &TokenStream::new(), &expression);
    let file = syn::parse2(quote!(fn f() { #expression })).expect("the expansion is an expression");
    let text = prettyplease::unparse(&file);
    let body = text.trim_start_matches("fn f() {\n").trim_end().trim_end_matches('}');
    body.lines().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned() + "\n").collect()
}

#[test]
fn expansions_are_as_shown() {
    let mut shown = String::new();
    for (what, markup) in CASES {
        write!(shown, "// {what}\n// {markup}\n\n{}\n\n", expanded(markup).trim_end())
            .expect("a string takes everything");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/expansions.txt");
    if std::env::var_os("TWIML_BLESS").is_some() {
        fs::write(&path, &shown).expect("the snapshots can be written");
    }
    let written = fs::read_to_string(&path).expect("the snapshots are there");
    assert!(written == shown, "expansions.txt is not current: run the tests with TWIML_BLESS=1");
}
