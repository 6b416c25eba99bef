//! What other macros, templates and XML have, and this macro has not.

use super::check;
use crate::tests::messages;

#[test]
fn markup_in_braces() {
    const WORDS: &str = "markup may not stand in an expression";
    let at = |column: usize| format!("1:{column} {WORDS}");
    check(&[
        (r#"<Response>{vip && <Say>"Hi"</Say>}</Response>"#, &[&at(19)]),
        (r#"<Response>{a && b && <Say>"Hi"</Say>}</Response>"#, &[&at(22)]),
        ("<Response>{vip.then(|| <Pause/>)}</Response>", &[&at(24)]),
        ("<Response>{names.iter().map(|name| <Say>{name}</Say>)}</Response>", &[&at(36)]),
        ("<Response>{if vip { <Pause/> } else { <Hangup/> }}</Response>", &[&at(21)]),
        ("<Response>{<Pause/> <Hangup/>}</Response>", &[&at(12)]),
        ("<Response>{{ <Pause/> }}</Response>", &[&at(14)]),
        ("<Response>let x = <Pause/>; {x}</Response>", &[&at(19)]),
        (r#"<Response><Say voice={<break/>}>"Hi"</Say></Response>"#, &[&at(23)]),
        // What is wrong with the markup is said as well.
        ("<Response>{vip && <Say/>}</Response>", &[&at(19), "1:20 warning: `<Say>` has nothing to say"]),
        // Tokens of a macro are its own affair, and these are expressions.
        ("<Response>{vip.then(|| twiml! { <Pause/> })}</Response>", &[]),
        ("<Response>{a < b && c > d} {<A as B<C>>::f(a / b, c > d)} {a as Vec<u8>}</Response>", &[]),
    ]);
}

#[test]
fn control_flow_elsewhere() {
    check(&[
        (
            "<Response>let Some(x) = y else { <Hangup/> }; <Say>{x}</Say></Response>",
            &["1:27 markup may not stand in the `else` of a `let`"],
        ),
        (
            "<Response>let Some(x) = y else { <Hangup/> } <Say>{x}</Say></Response>",
            &["1:27 markup may not stand in the `else` of a `let`"],
        ),
        ("<Response>let Some(x) = y else { return z; }; <Say>{x}</Say></Response>", &[]),
        ("<Response>for x in y { <Pause/> } else { <Hangup/> }</Response>", &["1:35 `else` belongs to no `if`"]),
        ("<Response>while x { <Pause/> } else { <Hangup/> }</Response>", &["1:32 `else` belongs to no `if`"]),
        ("<Response><Pause/> else if x { <Hangup/> }</Response>", &["1:20 `else` belongs to no `if`"]),
        (
            r#"<Response><Say if x { voice="man" } else { voice="woman" } loop=2>"Hi"</Say></Response>"#,
            &["1:16 `if` may not stand in a tag"],
        ),
        (
            "<Response><Connect><Conversation if x > 2 { serviceInstanceSid={y} }/></Connect></Response>",
            &["1:34 `if` may not stand in a tag"],
        ),
        ("<Response><Say if x>{y}</Say></Response>", &["1:16 `if` may not stand in a tag"]),
        ("<Response><Say match x { A => voice={y} }>{y}</Say></Response>", &["1:16 `match` may not stand in a tag"]),
        (r#"<Response><"New" if="x" for="y" loop=2/></Response>"#, &[]),
    ]);
}

#[test]
fn attributes_in_another_form() {
    const EXPECTED: &str = "expected an attribute, `>` or `/>`, found";
    check(&[
        (r#"<Response><Say {voice}>"Hi"</Say></Response>"#, &[&format!("1:16 {EXPECTED} `{{voice}}`")]),
        (
            "<Response><Connect><Conversation {serviceInstanceSid}/></Connect></Response>",
            &[&format!("1:34 {EXPECTED} `{{serviceInstanceSid}}`")],
        ),
        (r#"<Response><Say voice="man", loop=2>"Hi"</Say></Response>"#, &[&format!("1:27 {EXPECTED} `,`")]),
        (r#"<Response><Say voice: "man">"Hi"</Say></Response>"#, &["1:21 expected `=`, found `:`"]),
        (r#"<Response><Say voice => "man">"Hi"</Say></Response>"#, &["1:22 expected `=`, found `=>`"]),
        (
            r#"<Response><Say voice=${voice}>"Hi"</Say></Response>"#,
            &["1:22 expected an element, a string or `{…}`, found `$`"],
        ),
        (
            r#"<Response><Say #[cfg(x)] voice="man">"Hi"</Say></Response>"#,
            &["1:16 an attribute of Rust stands before markup or a statement"],
        ),
    ]);
}

#[test]
fn signs_of_templates_and_of_xml() {
    const EXPECTED: &str = "expected an element, a string or `{…}`, found";
    check(&[
        (r#"<Response><Say>"Hi " ${name}</Say></Response>"#, &[&format!("1:22 {EXPECTED} `$`")]),
        ("<Response>@if x { <Pause/> }</Response>", &[&format!("1:11 {EXPECTED} `@`")]),
        ("<Response>@for x in y { <Pause/> }</Response>", &[&format!("1:11 {EXPECTED} `@`")]),
        (
            "<Response><Pause/>; <Hangup/>;</Response>",
            &[&format!("1:19 {EXPECTED} `;`"), &format!("1:30 {EXPECTED} `;`")],
        ),
        (
            "<Response><Say><![CDATA[Tom & Jerry]]></Say></Response>",
            &["1:16 `<![CDATA[…]]>` is XML, and text is a Rust string"],
        ),
        ("<!DOCTYPE Response [x]> <Response/>", &["1:1 `<!DOCTYPE …>` is XML that is not read here"]),
        ("<Response><><Pause/><Hangup/></></Response>", &["1:11 expected the name of an element"]),
        ("<Response>\n/// one\n/// two\n<Pause/></Response>", &["2:1 a documentation comment documents nothing here"]),
        ("<!-- https://example.com -->\n<Response/>", &["1:1 `<!--` is never closed by `-->`"]),
        (
            "<Response><!-- one\nhttps://example.com -->\n<Hangpu/></Response>",
            &["1:11 `<!--` is never closed by `-->`", "3:2 `<Hangpu>` is no TwiML element"],
        ),
    ]);
}

#[test]
fn macros_as_text() {
    check(&[
        (r#"<Response><Say>format!("Hello {name}")</Say></Response>"#, &["1:16 an expression stands in `{…}`"]),
        (r#"<Response><Say>std::println!("Hello")</Say></Response>"#, &["1:16 an expression stands in `{…}`"]),
        (r#"<Response><Say>"Hi " concat!("a", "b") "!"</Say></Response>"#, &["1:22 an expression stands in `{…}`"]),
        (r#"<Response>println!("Hello");</Response>"#, &[]),
    ]);
}

/// One message each, with words that say what to write here.
#[test]
fn what_to_write_instead() {
    for (source, words) in [
        (r#"<Response>{vip && <Say>"Hi"</Say>}</Response>"#, "use `if`: write `if vip { <Say>… }`"),
        ("<Response>{vip.then(|| <Pause/>)}</Response>", "`twiml! { … }`"),
        ("<Response>{for x in y { <Pause/> }}</Response>", "remove the braces around the `for`"),
        (
            "<Response>let Some(x) = y else { <Hangup/> };</Response>",
            "use `if let`: `if let Some(x) = y { … } else { … }`",
        ),
        ("<Response>for x in y { <Pause/> } else { <Hangup/> }</Response>", "`if values.is_empty() { … }`"),
        (r#"<Response><Say if loud { voice="man" }>"Hi"</Say></Response>"#, "write `voice={loud.then_some(…)}`"),
        (r#"<Response><Say if a > b { voice="man" }>"Hi"</Say></Response>"#, "write `voice={(a > b).then_some(…)}`"),
        (r#"<Response><Say if let Some(x) = y { voice={x} }>"Hi"</Say></Response>"#, "give the attribute an `Option`"),
        (r#"<Response><Say {voice}>"Hi"</Say></Response>"#, "write `voice={voice}`"),
        (r#"<Response><Say {..all}>"Hi"</Say></Response>"#, "`name={…}`"),
        (r#"<Response><Say voice="man", loop=2>"Hi"</Say></Response>"#, "remove `,`"),
        ("<Response><Pause/>;</Response>", "remove `;`"),
        ("<Response><Say>${name}</Say></Response>", "write `{name}` without the `$`"),
        ("<Response>@if x { <Pause/> }</Response>", "write `if` without the `@`"),
        ("<Response>\n/// one\n<Pause/></Response>", "begin a comment with `//`"),
        ("<Response><Say><![CDATA[Tom & Jerry]]></Say></Response>", r#"write "Tom & Jerry""#),
        ("<!DOCTYPE Response> <Response/>", "remove it"),
        ("<!-- https://example.com -->\n<Response/>", "begin the comment with `//`, as Rust does"),
        (r#"<Response><Say>format!("Hello {name}")</Say></Response>"#, r#"write `{format_args!("Hello {name}")}`"#),
        (r#"<Response><Say>println!("Hello")</Say></Response>"#, r#"write `{format_args!("Hello")}`"#),
        (r#"<Response><Say>concat!("a", "b")</Say></Response>"#, r#"write `{concat!("a", "b")}`"#),
        (r#"<Response><Dial hangupOnStar>"+15551234567"</Dial></Response>"#, "write `hangupOnStar=true`"),
        (r#"<Response><Gather hints=["a", "b"] input="speech"/></Response>"#, r#"write `hints="a,b"`"#),
        (r#"<Response><Gather input=["dtmf", "speech"]/></Response>"#, r#"write `input="dtmf speech"`"#),
    ] {
        let found = messages(source);
        assert!(matches!(&found[..], [only] if only.contains(words)), "{source}: {found:?}");
    }
}

#[test]
fn comments_in_a_tag() {
    check(&[
        (
            r#"<Response><Say voice="alice" <!-- c --> loop="1">"x"</Say></Response>"#,
            &["1:30 expected an attribute, `>` or `/>`, found `<!-- … -->`"],
        ),
        ("<Response><Pause <!-- c -->/></Response>", &["1:18 expected an attribute, `>` or `/>`, found `<!-- … -->`"]),
    ]);
}

#[test]
fn else_if_of_other_languages() {
    check(&[
        (
            "<Response>if flag { <Pause/> } elif number == 1 { <Hangup/> } else { <Reject/> }</Response>",
            &["1:32 expected `else if`, found `elif`"],
        ),
        (
            "<Response>if flag { <Pause/> } elseif number == 1 { <Hangup/> }</Response>",
            &["1:32 expected `else if`, found `elseif`"],
        ),
    ]);
}

#[test]
fn arms_as_in_rust() {
    check(&[
        ("<Response>match number { 0 => for n in names { <Say>{n}</Say> } _ => {} }</Response>", &[]),
        ("<Response>match number { 0 => if flag { <Pause/> } _ => <Hangup/> }</Response>", &[]),
        ("<Response>match number { 0 => (), _ => <Pause/> }</Response>", &["1:31 expected markup, found `()`"]),
        ("<Response>match number { 0 => { unreachable!(); } _ => <Pause/> }</Response>", &[]),
        ("<Response>match number { 0 => {unreachable!()} _ => <Pause/> }</Response>", &[]),
    ]);
}
