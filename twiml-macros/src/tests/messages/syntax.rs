//! What cannot be understood.

use super::check;

#[test]
fn text_without_quotes() {
    check(&[
        ("<Response><Say>Hello there</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response><Say>Hello there, it's me</Say></Response>", &["1:16 text must be quoted"]),
        (
            "<Response><Say>Hello {name}, how are you?</Say></Response>",
            &["1:16 text must be quoted", "1:28 text must be quoted"],
        ),
        (r#"<Response><Say>"Hello" name</Say></Response>"#, &["1:24 text must be quoted"]),
        ("<Response><Say>true</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response><Say>-5</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response><Say>5 apples</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response><Say>Press 1 for sales, 2 for support.</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response><Say>100% sure, $5 off</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response><Say>please let me know if you want</Say></Response>", &["1:16 text must be quoted"]),
        ("<Response>Hello<Pause/>there</Response>", &["1:11 text must be quoted", "1:24 text must be quoted"]),
        ("<Response><Play>https:</Play></Response>", &["1:17 text must be quoted"]),
        ("Hello", &["1:1 text must be quoted"]),
    ]);
}

#[test]
fn text_of_another_kind() {
    check(&[
        ("<Response><Pause/>5</Response>", &["1:19 text is a string"]),
        ("<Response><Say>5</Say></Response>", &["1:16 text is a string"]),
        ("<Response><Say>5.5</Say></Response>", &["1:16 text is a string"]),
        ("<Response><Say>5u8</Say></Response>", &["1:16 text is a string"]),
        ("<Response><Say>'a'</Say></Response>", &["1:16 text is a string"]),
        (r#"<Response><Say>b"a"</Say></Response>"#, &["1:16 text is a string"]),
        (r#"<Response><Say>c"a"</Say></Response>"#, &["1:16 text is a string"]),
        ("<Response><Say>b'a'</Say></Response>", &["1:16 text is a string"]),
    ]);
}

#[test]
fn tokens_that_fit_nowhere() {
    check(&[
        (
            r#"<Response><Say ; voice="alice">"Hello"</Say></Response>"#,
            &["1:16 expected an attribute, `>` or `/>`, found `;`"],
        ),
        (
            "<Response><Pause {attributes}/></Response>",
            &["1:18 expected an attribute, `>` or `/>`, found `{attributes}`"],
        ),
        (
            "<Response><Pause {..attributes}/></Response>",
            &["1:18 expected an attribute, `>` or `/>`, found `{..attributes}`"],
        ),
        ("<Response><Pause, length=5/></Response>", &["1:17 expected an attribute, `>` or `/>`, found `,`"]),
        ("<Response><Pause / length=5></Pause></Response>", &["1:18 expected an attribute, `>` or `/>`, found `/`"]),
        ("<Response><Hangup></Hangup/></Response>", &["1:27 expected `>`, found `/`"]),
        (r#"<Response><Say>"a"</Say now></Response>"#, &["1:25 expected `>`, found `now`"]),
        ("<Response>></Response>", &["1:11 expected an element, a string or `{…}`, found `>`"]),
        ("<Response>/</Response>", &["1:11 expected an element, a string or `{…}`, found `/`"]),
        ("<Response/>/>", &["1:12 expected an element, a string or `{…}`, found `/>`"]),
        ("<Response>&amp</Response>", &["1:11 text must be quoted"]),
        (
            r#"<Response>match x { A => <Say>"Hi"</Say> B => <Pause/> }</Response>"#,
            &["1:42 expected `,` behind the arm, found `B`"],
        ),
        (
            r#"<Response><Say>match x { "a" => "one" "b" => "two" }</Say></Response>"#,
            &[r#"1:39 expected `,` behind the arm, found `"b"`"#],
        ),
    ]);
}

#[test]
fn names_that_are_missing() {
    check(&[
        ("<Response><</Response>", &["1:11 expected the name of an element"]),
        ("<Response><=</Response>", &["1:11 expected the name of an element"]),
        ("<Response><5/></Response>", &["1:11 expected the name of an element"]),
        ("<Response>< {name}/></Response>", &["1:11 expected the name of an element"]),
        ("<", &["1:1 expected the name of an element"]),
    ]);
}

#[test]
fn tags_without_an_end() {
    check(&[
        (r#"<Response><Say voice="alice" </Response>"#, &["1:12 the tag `<Say` is never finished"]),
        (r#"<Response><Say voice="alice" <Pause/></Response>"#, &["1:12 the tag `<Say` is never finished"]),
        (
            r#"<Response><Say "Hello"</Say></Response>"#,
            &["1:16 `Hello` has no value", "1:12 the tag `<Say` is never finished"],
        ),
        (r#"<Response><Say voice="alice" </Say></Response>"#, &["1:12 the tag `<Say` is never finished"]),
        ("<Response", &["1:2 the tag `<Response` is never finished"]),
        ("<Response></Response", &["1:13 the tag `</Response` is never finished"]),
        (r#"<Response><Say>"Hi"</Say <Pause/></Response>"#, &["1:22 the tag `</Say` is never finished"]),
    ]);
}

#[test]
fn comments_without_an_end() {
    check(&[
        ("<Response/><!-- to be continued", &["1:12 `<!--` is never closed by `-->`"]),
        (r#"<Response><!-- <Say>"Hello"</Say> </Response>"#, &["1:11 `<!--` is never closed by `-->`"]),
        (r#"<?xml version="1.0""#, &["1:1 `<?` is never closed by `?>`"]),
        (r#"<!-- a --><?xml version="1.0"?><Response/><!-- b -->"#, &[]),
        ("<Response><!-- <Frobnicate/> --></Response>", &[]),
    ]);
}

#[test]
fn elements_without_an_end() {
    check(&[
        (r#"<Response><Say>"Hello"</Response>"#, &["1:12 `<Say>` is never closed"]),
        (r#"<Response><Say>"a"<Pause/></Response>"#, &["1:12 `<Say>` is never closed"]),
        (r#"<Response><Say>"a"<Say>"b"</Say></Response>"#, &["1:12 `<Say>` is never closed"]),
        (r#"<Response><Dial><Number>"+15551234567"</Dial></Response>"#, &["1:18 `<Number>` is never closed"]),
        (r#"<Response><Gather><Say>"a"</Gather><Say>"b"</Say></Response>"#, &["1:20 `<Say>` is never closed"]),
        ("<Response><Pause></Response>", &["1:12 `<Pause>` is never closed"]),
        (r#"<Response>if a { <Say>"a" } <Say>"b"</Say></Response>"#, &["1:19 `<Say>` is never closed"]),
        ("<Response>", &["1:2 `<Response>` is never closed"]),
        (r#"<Say>"Hello""#, &["1:2 `<Say>` is never closed"]),
    ]);
}

#[test]
fn closing_tags_of_another_name() {
    check(&[
        (r#"<Response><Say>"Hello"</Dial></Response>"#, &["1:25 expected `</Say>`, found `</Dial>`"]),
        (r#"<Response><Say>"Hello"</say></Response>"#, &["1:25 expected `</Say>`, found `</say>`"]),
        ("<Response></Resp>", &["1:13 expected `</Response>`, found `</Resp>`"]),
        ("<Response></>", &["1:11 expected `</Response>`, found `</>`"]),
        (r#"<Response><Say>"a"</></Response>"#, &["1:19 expected `</Say>`, found `</>`"]),
        (r#"<Response><Gather><Say>"a"</Play></Gather></Response>"#, &["1:29 expected `</Say>`, found `</Play>`"]),
    ]);
}

#[test]
fn closing_tags_without_an_opening_one() {
    check(&[
        ("<Response><Hangup/></Say></Response>", &["1:22 `</Say>` closes nothing"]),
        (r#"<Response><Say>"a"</Say></Say></Response>"#, &["1:27 `</Say>` closes nothing"]),
        ("<Response/></Response>", &["1:14 `</Response>` closes nothing"]),
        ("<Response>if x { </Say> }</Response>", &["1:20 `</Say>` closes nothing"]),
        ("<Response>match x { A => </Say>, B => <Pause/> }</Response>", &["1:28 `</Say>` closes nothing"]),
        ("</Say>", &["1:3 `</Say>` closes nothing"]),
        ("</>", &["1:1 `</>` closes nothing"]),
    ]);
}

#[test]
fn attributes_without_a_value() {
    check(&[
        (r#"<Response><Say voice>"Hello"</Say></Response>"#, &["1:16 `voice` has no value"]),
        (r#"<Response><Say voice=>"Hello"</Say></Response>"#, &["1:16 `voice` has no value"]),
        (r#"<Response><Say voice= loop=2>"Hello"</Say></Response>"#, &["1:16 `voice` has no value"]),
        ("<Response><Pause length/></Response>", &["1:18 `length` has no value"]),
        (r#"<Response><Pause "length"/></Response>"#, &["1:18 `length` has no value"]),
    ]);
}

#[test]
fn values_without_quotes() {
    check(&[
        (
            r#"<Response><Say voice=alice>"Hello"</Say></Response>"#,
            &["1:22 the value of `voice` must be quoted or in braces"],
        ),
        (
            r#"<Response><Say voice=self.voice>"a"</Say></Response>"#,
            &["1:22 the value of `voice` must be quoted or in braces"],
        ),
        (
            r#"<Response><Say voice=voice() language="en-US">"a"</Say></Response>"#,
            &["1:22 the value of `voice` must be quoted or in braces"],
        ),
        (
            r#"<Response><Say voice=&voice language="en-US">"a"</Say></Response>"#,
            &["1:22 the value of `voice` must be quoted or in braces"],
        ),
        (
            r#"<Response><Say voice=if x {a} else {b} loop=2>"a"</Say></Response>"#,
            &["1:22 the value of `voice` must be quoted or in braces"],
        ),
        ("<Response><Pause length=(5)/></Response>", &["1:25 the value of `length` must be quoted or in braces"]),
        ("<Response><Pause length=five()/></Response>", &["1:25 the value of `length` must be quoted or in braces"]),
    ]);
}

#[test]
fn literals_without_a_meaning() {
    check(&[
        (r#"<Response><Pause length=b"5"/></Response>"#, &[r#"1:25 `b"5"` is no value"#]),
        ("<Response><Pause length=5u8/></Response>", &["1:25 `5u8` is no value"]),
        ("<Response><Pause length='5'/></Response>", &["1:25 `'5'` is no value"]),
        (r#"<Response><Pause length=c"5"/></Response>"#, &[r#"1:25 `c"5"` is no value"#]),
        ("<Response><Pause length=b'5'/></Response>", &["1:25 `b'5'` is no value"]),
    ]);
}

#[test]
fn braces_without_an_expression() {
    check(&[
        ("<Response><Say>{}</Say></Response>", &["1:16 `{}` holds no expression"]),
        ("<Response>{}</Response>", &["1:11 `{}` holds no expression"]),
        (r#"<Response><Say voice={}>"a"</Say></Response>"#, &["1:22 `{}` holds no expression"]),
        ("<Response><Enqueue>{}</Enqueue></Response>", &["1:20 `{}` holds no expression"]),
        ("{}", &["1:1 `{}` holds no expression"]),
    ]);
}

#[test]
fn control_flow() {
    check(&[
        ("<Response>if true</Response>", &["1:11 `if` is not complete"]),
        ("<Response>if</Response>", &["1:11 `if` is not complete"]),
        (r#"<Response>if x <Say>"a"</Say></Response>"#, &["1:11 `if` is not complete"]),
        ("<Response>if x { <Pause/> } else</Response>", &["1:29 `else` is not complete"]),
        ("<Response>if x { <Pause/> } else if</Response>", &["1:34 `if` is not complete"]),
        ("<Response>for x in</Response>", &["1:11 `for` is not complete"]),
        (r#"<Response>for x in xs <Say>"a"</Say></Response>"#, &["1:11 `for` is not complete"]),
        ("<Response>for x in xs <Say>{x}</Say></Response>", &["1:11 `for` is not complete"]),
        ("<Response>if x <Say>{y}</Say></Response>", &["1:11 `if` is not complete"]),
        ("<Response>for x in xs as Vec<u8> { <Pause/> }</Response>", &[]),
        ("<Response>match x</Response>", &["1:11 `match` is not complete"]),
        ("<Response>match x { A }</Response>", &["1:11 `match` is not complete"]),
        ("<Response>match x { A => }</Response>", &["1:11 `match` is not complete"]),
        ("<Response>match x { A => , B => <Pause/> }</Response>", &["1:11 `match` is not complete"]),
        ("<Response>let x = 5</Response>", &["1:11 `let` is not complete"]),
        (r#"<Response>let x = 5 <Say>"a"</Say></Response>"#, &["1:11 `let` is not complete"]),
        ("<Response><Say>if you want</Say></Response>", &["1:16 `if` is not complete"]),
        ("<Response><Say>for you</Say></Response>", &["1:16 `for` is not complete"]),
    ]);
}

#[test]
fn opening_tags_in_the_place_of_closing_ones() {
    check(&[
        (r#"<Response><Say>"Hi"<Say></Response>"#, &["1:21 `<Say>` is never closed"]),
        (r#"<Response><Dial><Number>"+15551234567"<Number></Dial></Response>"#, &["1:40 `<Number>` is never closed"]),
        (r#"<Response><Gather><Say>"Hi"</Say><Gather></Response>"#, &["1:35 `<Gather>` is never closed"]),
    ]);
}

#[test]
fn paths_without_quotes() {
    check(&[
        ("<Response><Gather action=/menu/></Response>", &["1:26 the value of `action` must be quoted or in braces"]),
        (
            r#"<Response><Gather action=/menu/ method="GET"/></Response>"#,
            &["1:26 the value of `action` must be quoted or in braces"],
        ),
        (
            r#"<Response><Gather action=/menu?x=1&y=2 method="GET"/></Response>"#,
            &["1:26 the value of `action` must be quoted or in braces"],
        ),
        (
            "<Response><Gather action=/menu/next.php></Gather></Response>",
            &["1:26 the value of `action` must be quoted or in braces"],
        ),
        (
            "<Response><Gather action=menu/next></Gather></Response>",
            &["1:26 the value of `action` must be quoted or in braces"],
        ),
        ("<Response><Gather action=../next/></Response>", &["1:26 the value of `action` must be quoted or in braces"]),
    ]);
}
