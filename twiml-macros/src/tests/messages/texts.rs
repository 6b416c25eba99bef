//! Texts that are known in part, and texts that look like something else.

use super::check;

/// One branch comes, and what it holds is the text.
#[test]
fn texts_in_branches_and_beside_run_time_values() {
    check(&[
        (
            r#"<Response><Dial>if flag { "bob" }</Dial></Response>"#,
            &["1:27 `<Dial>` takes a phone number such as `+15551234567`, not `bob`"],
        ),
        (
            r#"<Response><Dial>if flag { "+15551234567" } else { "bob" }</Dial></Response>"#,
            &["1:51 `<Dial>` takes a phone number such as `+15551234567`, not `bob`"],
        ),
        (
            r#"<Response><Dial>match number { 1 => "+15551234567", 2 => "x y z", _ => "911" }</Dial></Response>"#,
            &["1:58 `<Dial>` takes a phone number such as `+15551234567`, not `x y z`"],
        ),
        (
            r#"<Response><Redirect>if flag { "/a b" } else { "/c" }</Redirect></Response>"#,
            &["1:31 `<Redirect>` takes an `http` or `https` address, absolute or relative, not `/a b`"],
        ),
        (
            r#"<Response><Enqueue workflowSid="WW0123456789abcdef0123456789abcdef"><Task>if flag { "nope" } else { "{}" }</Task></Enqueue></Response>"#,
            &["1:85 `<Task>` takes a JSON object, not `nope`"],
        ),
        (
            r#"<Response><Dial><Number>#[cfg(all())] "bob"</Number></Dial></Response>"#,
            &["1:39 `<Number>` takes a phone number such as `+15551234567`, not `bob`"],
        ),
        (r#"<Response><Dial>if flag { "+1555" } else { "+1444" } {number}</Dial></Response>"#, &[]),
        (r#"<Response><Dial>"+1" if flag { "555" } else { "444" } "1234567"</Dial></Response>"#, &[]),
        (r#"<Response><Say>if flag { "a" } else { "b" }</Say></Response>"#, &[]),
        ("<Response><Dial>for n in names { {n} }</Dial></Response>", &[]),
        (
            r#"<Response><Redirect>"/a b/" {name}</Redirect></Response>"#,
            &["1:21 `<Redirect>` takes an `http` or `https` address, absolute or relative, not `/a b/`"],
        ),
        (
            r#"<Response><Redirect>"/a/{number}/" {name}</Redirect></Response>"#,
            &["1:21 `<Redirect>` takes an `http` or `https` address, absolute or relative, not `/a/{number}/`"],
        ),
        (r#"<Response><Redirect>{name} "/menu?x=" {number}</Redirect></Response>"#, &[]),
        (r#"<Response><Redirect>"https://" {name}</Redirect></Response>"#, &[]),
        (r#"<Response><Redirect>{name} "://example.com/"</Redirect></Response>"#, &[]),
        (
            r#"<Response><Dial><Number>"abc" {number}</Number></Dial></Response>"#,
            &["1:25 `<Number>` takes a phone number such as `+15551234567`, not `abc`"],
        ),
        (r#"<Response><Dial><Number>"+1 (" {number} ") 5"</Number></Dial></Response>"#, &[]),
        (
            r#"<Response><Dial><Client>"joe smith" {name}</Client></Dial></Response>"#,
            &["1:25 `<Client>` takes a name without spaces of up to 256 characters, not `joe smith`"],
        ),
        (r#"<Response><Dial><Client>"joe-" {name}</Client></Dial></Response>"#, &[]),
    ]);
}

#[test]
fn names_between_braces() {
    check(&[
        (
            r#"<Response><Dial><Client>"{name}"</Client></Dial></Response>"#,
            &["1:25 warning: `{name}` is text here: nothing is put in its place"],
        ),
        (
            r#"<Response><Connect><Stream url="wss://example.com/s"><Parameter name="a" value="{name}"/></Stream></Connect></Response>"#,
            &["1:80 warning: `{name}` is text here: nothing is put in its place"],
        ),
        (
            r#"<Response><Dial callReason="for {name}">"+15551234567"</Dial></Response>"#,
            &["1:28 warning: `{name}` is text here: nothing is put in its place"],
        ),
        (r#"<Response><Dial callReason={"for {name}"}>"+15551234567"</Dial></Response>"#, &[]),
        (
            r##"<Response><Enqueue workflowSid="WW0123456789abcdef0123456789abcdef"><Task>r#"{"a": "{name}"}"#</Task></Enqueue></Response>"##,
            &["1:75 warning: `{name}` is text here: nothing is put in its place"],
        ),
        (
            r#"<Response><Enqueue workflowSid="WW0123456789abcdef0123456789abcdef"><Task>"{\"a\": {\"b\": 1}}"</Task></Enqueue></Response>"#,
            &[],
        ),
        (
            r#"<Response><Pause length="{number}"/></Response>"#,
            &["1:25 `length` takes a whole number of seconds, at least 1, not `{number}`"],
        ),
        (
            r#"<Response><Dial callerId="{name}">"+15551234567"</Dial></Response>"#,
            &[
                "1:26 `callerId` takes a phone number such as `+15551234567`, a name behind `client:`, `sip:` or `whatsapp:`, or letters, digits and `+-_.`, not `{name}`",
            ],
        ),
        (
            r#"<Response><Dial>"{name}"</Dial></Response>"#,
            &["1:17 `<Dial>` takes a phone number such as `+15551234567`, not `{name}`"],
        ),
        (
            r#"<Response><Gather action="{name}"/></Response>"#,
            &["1:26 `action` takes an `http` or `https` address, absolute or relative, not `{name}`"],
        ),
        (
            r#"<Response><Dial>"+1{name}"</Dial></Response>"#,
            &["1:17 `<Dial>` takes a phone number such as `+15551234567`, not `+1{name}`"],
        ),
        (
            r#"<Response><Say>"Hi {name:?}"</Say></Response>"#,
            &["1:16 warning: `{name}` is text here: nothing is put in its place"],
        ),
        (
            r#"<Response><Say>"Hi {price:.2}"</Say></Response>"#,
            &["1:16 warning: `{price}` is text here: nothing is put in its place"],
        ),
        (r#"<Response><Say>"at {12:30}"</Say></Response>"#, &[]),
        (r#"<Response><Say>"{a: b}"</Say></Response>"#, &[]),
        (
            r#"<Response><Say>"Hi {{name}}"</Say></Response>"#,
            &["1:16 warning: `{name}` is text here: nothing is put in its place"],
        ),
        (
            r#"<Response><Gather action="https://example.com/{{number}}"/></Response>"#,
            &[
                "1:26 `action` takes an `http` or `https` address, absolute or relative, not `https://example.com/{{number}}`",
            ],
        ),
        (
            r#"<Response><Gather action="/a/{self.id}"/></Response>"#,
            &["1:26 `action` takes an `http` or `https` address, absolute or relative, not `/a/{self.id}`"],
        ),
        (
            r#"<Response><Gather action="/a/{name}/{"/></Response>"#,
            &["1:26 `action` takes an `http` or `https` address, absolute or relative, not `/a/{name}/{`"],
        ),
    ]);
}

/// Only what is spoken has markup.
#[test]
fn speech_markup() {
    check(&[
        (r#"<Response><Message>"Press <s> to stop"</Message></Response>"#, &[]),
        (r#"<Response><Dial><Conference>"a <p> b"</Conference></Dial></Response>"#, &[]),
        (
            r#"<Response><Say><sub alias="x">"a <break/>"</sub></Say></Response>"#,
            &["1:31 warning: `<break` is text here: it would be read aloud"],
        ),
        (
            r#"<Response><Say><p>"a <break/>"</p></Say></Response>"#,
            &["1:19 warning: `<break` is text here: it would be read aloud"],
        ),
    ]);
}
