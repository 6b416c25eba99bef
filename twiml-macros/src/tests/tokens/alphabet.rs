//! What random markup is made of.

use proptest::{prelude::*, sample::select};
use twiml_core::vocabulary;

const PUNCTUATION: &[&str] = &[
    "<", ">", "/", "</", "/>", "<!--", "-->", "<?", "?>", "=", "==", "=>", ";", ",", ".", "..", "?", "!", "-", "--",
    ":", "::", "&", "&&", "|", "#", "$", "@", "%", "*", "+", "^", "~",
];

const LITERALS: &[&str] = &[
    "\"Hello\"",
    "\"\"",
    "\"a &amp; b\"",
    "\"\\u{1}\"",
    "r#\"raw\"#",
    "b\"bytes\"",
    "c\"c\"",
    "'a'",
    "b'a'",
    "0",
    "5",
    "-5",
    "5.5",
    "5u8",
    "1e3",
    "0xff",
    "1_000",
    "5px",
    "true",
    "false",
    "\"POST\"",
    "\"+15551234567\"",
    "\"/next\"",
    "\"New Verb\"",
    "\"newVerb\"",
    "\"https://example.com/\"",
];

const WORDS: &[&str] = &[
    "Sya", "say", "Respons", "voise", "if", "else", "for", "in", "match", "let", "while", "loop", "move", "async",
    "unsafe", "return", "break", "continue", "r#match", "r#type", "xml", "lang", "as", "self", "_", "'a", "x", "y",
];

/// Words that begin Rust where markup may stand.
const RUST: [&str; 9] = ["if", "for", "match", "let", "while", "loop", "return", "break", "continue"];

/// Rust that is sound wherever an expression stands.
const EXPRESSIONS: &[&str] = &[
    "{x}",
    "{x.y()}",
    "{a < b}",
    "{\"text\"}",
    "{5}",
    "{true}",
    "{x?}",
    "{Some(1)}",
    "{if a { b } else { c }}",
    "{x.await}",
    "{format_args!(\"{x}\")}",
    "{if x { y } z}",
    "{'a: loop { break 'a x }}",
    "{const X}",
    "{x && <Pause/>}",
    "{x.y(|x| <Pause/>)}",
    "{for x in y { <Pause/> }}",
    "{}",
];

const GROUPS: &[(&str, &str)] = &[("{", "}"), ("(", ")"), ("[", "]")];

/// Control flow around a body, with sound Rust.
const CONTROL: &[(&str, &str)] = &[
    ("if x {", "}"),
    ("if x { <Pause/> } else {", "}"),
    ("if let Some(x) = y {", "}"),
    ("for x in y {", "}"),
    ("match x { A => { <Pause/>", "} _ => <Pause/>, }"),
    ("while x {", "}"),
    ("while let Some(x) = y {", "} "),
    ("'a: loop { break 'a;", "}"),
    ("match x { A => break, B => x = y, _ => { <Pause/>", "} }"),
    ("#[cfg(x)] if x {", "}"),
    ("#[allow(x)] x = y;", ""),
    ("let z = x;", ""),
    ("let Some(z) = x else { <Pause/> };", ""),
    ("let z = <Pause/>;", ""),
    ("for x in y { <Pause/> } else {", "}"),
    ("<>", "</>"),
    ("loop { <Pause length={if x { break } y}/>", "}"),
    // Behind a tag: what is typed before it by mistake would be a part of it.
    ("<Pause/> z += x; x.y();", ""),
];

/// Documents without a fault.
pub(super) const DOCUMENTS: &[&str] = &[
    "<Response/>",
    r#"<Response><Say voice="alice" loop=2>"Hello " {name} ", we are connecting you."</Say><Hangup/></Response>"#,
    r#"<Response>
        <Connect action={action_url}>
            <Conversation serviceInstanceSid={sid} inboundTimeout=20 record="record-from-answer" trim="trim-silence"/>
        </Connect>
    </Response>"#,
    "<Response><Connect><Conversation serviceInstanceSid={sid} inboundAutocreation={flag}
        routingAssignmentTimeout=60 record={record} trim={trim}/></Connect></Response>",
    r#"<Response>
        <Gather input="dtmf speech" timeout={5} action="/answer"><Say>"Press 1"</Say><Pause/></Gather>
        if again { <Redirect>"/again"</Redirect> } else { <Say>"Bye"</Say><Hangup/> }
    </Response>"#,
    "<Response><Dial>for number in &numbers { <Number>{number}</Number> }</Dial></Response>",
    r#"<Response>match choice { 1 => <Say>"one"</Say>, n if n > 2 => { <Say>"many"</Say> } _ => {} }</Response>"#,
    r#"<Response>let a = b; <Say>"It is " {a} <say-as interpret-as="telephone">{c}</say-as></Say></Response>"#,
    r#"<Response><Message>"Hello"<Media>"https://example.com/a.png"</Media></Message></Response>"#,
    r#"<Response><"NewVerb" new={x}><"New">"text"</"New"></"NewVerb"><Say "newAttribute"="x">"a"</Say></Response>"#,
    r#"<?xml version="1.0"?><Response><!-- nothing -->{fragment?}</Response>"#,
    "<Response>let mut n = 0; 'a: loop { n += 1; <Say>{n}</Say> if n > 3 { break 'a; } } <Hangup/></Response>",
    "<Response>while let Some(x) = y.next() { if x { continue; } return z; }</Response>",
    r#"<Response>#[cfg(a)] <Say>"Hello"</Say> #[allow(unused)] if x { <Pause/> }</Response>"#,
    "#[allow(unused)] <Response><Say>{x}</Say></Response>",
    r#"<Response>for x in y { <Say>"a" {if x { break } z}</Say> }</Response>"#,
    r#"<Say>"Hello"</Say>{more}<Pause length={seconds}/>"#,
    r#""Hello " {name} <break time="1s"/>"#,
];

/// Documents without Rust outside of braces.
pub(super) fn plain_documents() -> Vec<&'static str> {
    let has_rust = |source: &str| RUST.into_iter().any(|word| source.contains(&format!("{word} ")));
    DOCUMENTS.iter().copied().filter(|source| !has_rust(source)).collect()
}

/// The tokens of tags, and whatever else may be typed by mistake.
pub(super) fn document_tokens() -> Vec<&'static str> {
    let sound = WORDS.iter().filter(|word| !RUST.contains(word));
    // It would end a statement.
    let punctuation = PUNCTUATION.iter().filter(|sign| **sign != ";");
    punctuation.chain(LITERALS).chain(EXPRESSIONS).chain(sound).copied().collect()
}

fn names() -> Vec<&'static str> {
    let rows = || vocabulary::all();
    let attributes = rows().flat_map(|row| row.attributes).map(|attribute| attribute.name);
    // The attribute `for` would begin a loop wherever it stands outside of a tag.
    rows().map(|row| row.name).chain(attributes).filter(|name| *name != "for").collect()
}

/// Whole tags: random punctuation alone rarely makes one.
fn tags() -> impl Strategy<Value = String> {
    let name = || select(names());
    let value = || prop_oneof![select(LITERALS), select(EXPRESSIONS)];
    prop_oneof![
        name().prop_map(|name| format!("<{name}>")),
        name().prop_map(|name| format!("</{name}>")),
        name().prop_map(|name| format!("<{name}/>")),
        name().prop_map(|name| format!("<{name}")),
        (name(), value()).prop_map(|(name, value)| format!("{name}={value}")),
        (name(), name(), value()).prop_map(|(name, key, value)| format!("<{name} {key}={value}>")),
    ]
}

fn token() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(PUNCTUATION).prop_map(str::to_owned),
        2 => select(LITERALS).prop_map(str::to_owned),
        2 => select(WORDS).prop_map(str::to_owned),
        1 => select(names()).prop_map(str::to_owned),
        1 => select(EXPRESSIONS).prop_map(str::to_owned),
        1 => Just("/// a comment\n".to_owned()),
        4 => tags(),
    ]
}

fn joined(piece: impl Strategy<Value = String>, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece, 0..most).prop_map(|pieces| pieces.join(" "))
}

/// Anything that Rust's tokeniser lets pass.
pub(super) fn wild() -> impl Strategy<Value = String> {
    let piece = token().boxed().prop_recursive(4, 64, 12, |inner| {
        prop_oneof![
            (select(GROUPS), joined(inner.clone(), 8))
                .prop_map(|((open, close), text)| format!("{open} {text} {close}")),
            (select(CONTROL), joined(inner, 8)).prop_map(|((open, close), text)| format!("{open} {text} {close}")),
        ]
    });
    prop_oneof![joined(piece.clone(), 24), joined(piece, 24).prop_map(|text| format!("<Response> {text} </Response>")),]
}

/// Markup in any order, around Rust that is sound.
pub(super) fn tame() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        1 => select(document_tokens()).prop_map(str::to_owned),
        4 => tags(),
    ];
    let piece = piece.boxed().prop_recursive(3, 48, 8, |inner| {
        (select(CONTROL), joined(inner, 6)).prop_map(|((open, close), text)| format!("{open} {text} {close}"))
    });
    prop_oneof![joined(piece.clone(), 16), joined(piece, 16).prop_map(|text| format!("<Response> {text} </Response>")),]
}
