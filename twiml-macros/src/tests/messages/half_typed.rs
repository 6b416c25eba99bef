//! Markup that is being typed.

use super::check;

#[test]
fn at_the_beginning() {
    check(&[
        ("<", &["1:1 expected the name of an element"]),
        ("<R", &["1:2 the tag `<R` is never finished", "1:2 `<R>` is no TwiML element"]),
        ("<Response", &["1:2 the tag `<Response` is never finished"]),
        (
            "<Response xml",
            &[
                "1:11 `xml` has no value",
                "1:2 the tag `<Response` is never finished",
                "1:11 `<Response>` has no attribute `xml`",
            ],
        ),
        (
            "<Response xml:",
            &[
                "1:11 `xml` has no value",
                "1:14 expected an attribute, `>` or `/>`, found `:`",
                "1:2 the tag `<Response` is never finished",
                "1:11 `<Response>` has no attribute `xml`",
            ],
        ),
        (
            "<Response xml:lang=",
            &[
                "1:11 `xml:lang` has no value",
                "1:2 the tag `<Response` is never finished",
                "1:11 `<Response>` has no attribute `xml:lang`",
            ],
        ),
        ("<Response>", &["1:2 `<Response>` is never closed"]),
        ("<Response><", &["1:11 expected the name of an element", "1:2 `<Response>` is never closed"]),
        ("<Response></", &["1:11 expected `</Response>`, found `</>`"]),
        ("<Response></Re", &["1:13 expected `</Response>`, found `</Re>`"]),
        ("<Response></Response", &["1:13 the tag `</Response` is never finished"]),
        ("<?", &["1:1 `<?` is never closed by `?>`"]),
        ("<?xml", &["1:1 `<?` is never closed by `?>`"]),
        ("<!", &["1:1 expected the name of an element"]),
        ("<!-", &["1:1 expected the name of an element"]),
        ("<!--", &["1:1 `<!--` is never closed by `-->`"]),
        ("</", &["1:1 `</>` closes nothing"]),
        ("</>", &["1:1 `</>` closes nothing"]),
        ("</Say", &["1:3 `</Say>` closes nothing"]),
        (">", &["1:1 expected an element, a string or `{…}`, found `>`"]),
        ("/", &["1:1 expected an element, a string or `{…}`, found `/`"]),
        ("/>", &["1:1 expected an element, a string or `{…}`, found `/>`"]),
        ("=", &["1:1 expected an element, a string or `{…}`, found `=`"]),
        ("{}", &["1:1 `{}` holds no expression"]),
    ]);
}

#[test]
fn in_a_document() {
    check(&[
        ("<Response><Sa</Response>", &["1:12 the tag `<Sa` is never finished", "1:12 `<Sa>` is no TwiML element"]),
        (
            "<Response><Say vo</Response>",
            &["1:16 `vo` has no value", "1:12 the tag `<Say` is never finished", "1:16 `<Say>` has no attribute `vo`"],
        ),
        ("<Response><Say voice=</Response>", &["1:16 `voice` has no value", "1:12 the tag `<Say` is never finished"]),
        (r#"<Response><Say voice="alice"</Response>"#, &["1:12 the tag `<Say` is never finished"]),
        ("<Response><Say voice={x.}</Response>", &["1:12 the tag `<Say` is never finished"]),
        (
            "<Response><Say voice={}</Response>",
            &["1:22 `{}` holds no expression", "1:12 the tag `<Say` is never finished"],
        ),
        ("<Response><Say></Response>", &["1:12 `<Say>` is never closed"]),
        (r#"<Response><Say>"Hello"</Response>"#, &["1:12 `<Say>` is never closed"]),
        (
            r#"<Response><Say>"Hello"<</Response>"#,
            &["1:23 expected the name of an element", "1:12 `<Say>` is never closed"],
        ),
        (r#"<Response><Say>"Hello"</</Response>"#, &["1:23 expected `</Say>`, found `</>`"]),
        (r#"<Response><Say>"Hello"</Sa</Response>"#, &["1:25 expected `</Say>`, found `</Sa>`"]),
        (r#"<Response><Say>"Hello"</Sa></Response>"#, &["1:25 expected `</Say>`, found `</Sa>`"]),
        (
            "<Response><Connect><Conversation </Connect></Response>",
            &["1:21 the tag `<Conversation` is never finished", "1:21 `<Conversation>` needs `serviceInstanceSid`"],
        ),
        ("<Response>if x { <Say> }</Response>", &["1:19 `<Say>` is never closed"]),
        ("<Response>if x { <Say }</Response>", &["1:19 the tag `<Say` is never finished"]),
        ("<Response>if x { < }</Response>", &["1:18 expected the name of an element"]),
        ("<Response>if x { </ }</Response>", &["1:18 `</>` closes nothing"]),
        ("<Response>if x { </Response> }</Response>", &["1:20 `</Response>` closes nothing"]),
        ("<Response>for x in xs { <Say> }</Response>", &["1:26 `<Say>` is never closed"]),
        ("<Response>match x { A => <Say> }</Response>", &["1:27 `<Say>` is never closed"]),
        ("<Response>match x { A => < }</Response>", &["1:26 expected the name of an element"]),
        (
            r#"<Response>match x { A => <Say>"Hi"</Dial>, B => <Pause/> }</Response>"#,
            &["1:37 expected `</Say>`, found `</Dial>`"],
        ),
        (
            r#"<Response>match x { A => <Say>"Hi", B => <Pause/> }</Response>"#,
            &["1:27 `<Say>` is never closed", "1:35 text must be quoted"],
        ),
        ("<Response>else { <Pause/> }</Response>", &["1:11 `else` belongs to no `if`"]),
    ]);
}
