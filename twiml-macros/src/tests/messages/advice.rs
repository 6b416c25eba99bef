//! Advice, whole: of the kind that can be followed where it stands.

use super::full::check;

#[test]
fn advice_is_of_the_kind_that_can_be_followed() {
    check(&[
        (
            r#"<Response><Pause length="{number}"/></Response>"#,
            "1:25 `length` takes a whole number of seconds, at least 1, not `{number}`
             = help: write `length={number}`",
        ),
        (
            r#"<Response><Connect><Stream url="wss://a.bc"><Parameter name="a" value="{name}"/></Stream></Connect></Response>"#,
            "1:71 warning: `{name}` is text here: nothing is put in its place
             = help: write `value={name}`
             = note: write it as `{\"…\"}` if it is meant",
        ),
        (
            r#"<Response><Dial callReason="for {name}">"+15551234567"</Dial></Response>"#,
            r#"1:28 warning: `{name}` is text here: nothing is put in its place
             = help: write `callReason={format_args!("for {name}")}`
             = note: write it as `{"…"}` if it is meant"#,
        ),
        (
            r#"<Response><Dial>"+1{name}"</Dial></Response>"#,
            r#"1:17 `<Dial>` takes a phone number such as `+15551234567`, not `+1{name}`
             = help: write `"+1" {name}`"#,
        ),
        (
            r#"<Response><Gather action="/a/{name}/{self.id}/{{"/></Response>"#,
            r#"1:26 `action` takes an `http` or `https` address, absolute or relative, not `/a/{name}/{self.id}/{{`
             = help: write `action={format_args!("/a/{name}/{}/{{{{", self.id)}`
             = help: write `action="/a/%7Bname%7D/%7Bself.id%7D/%7B%7B"`
             = note: `{` is no character of an address"#,
        ),
        (
            r#"<Response><Say>"Hi {{name}}, {price:.2}"</Say></Response>"#,
            r#"1:16 warning: `{name}` is text here: nothing is put in its place
             = help: write `"Hi " {name} ", " {format_args!("{price:.2}")}`
             = note: write it as `{"…"}` if it is meant"#,
        ),
        (
            r#"<Response><Refer>"sip:a@b.c"</Refer></Response>"#,
            r#"1:18 `<Refer>` holds no text
             = help: wrap it: `<Sip>"sip:a@b.c"</Sip>`
             = help: remove it"#,
        ),
        // Nobody knows what would go with the verb.
        (
            r#"<Response><Reject/><Redirect>"/a" <Pause/></Response>"#,
            "1:21 `<Redirect>` is never closed
             = help: write `</Redirect>` behind what it holds",
        ),
        (
            "<Response><Say>else</Say></Response>",
            r#"1:16 text must be quoted
             = help: write "else""#,
        ),
        (
            "<Response><Say>break the ice</Say></Response>",
            r#"1:16 text must be quoted
             = help: write "break the ice""#,
        ),
        (
            "<Response><Say>Hello {name}</Say></Response>",
            r#"1:16 text must be quoted
             = help: write "Hello ""#,
        ),
        (
            r#"<Response><Say>"Hi"<Say></Response>"#,
            "1:21 `<Say>` is never closed
             = help: write `</Say>`",
        ),
        (
            "<Response><Gather action=/menu?x=1/></Response>",
            r#"1:26 the value of `action` must be quoted or in braces
             = help: write `action="/menu?x=1"`"#,
        ),
        (
            r#"<Response><Connect><Stream src="wss://example.com/s"/></Connect></Response>"#,
            "1:28 `<Stream>` has no attribute `src`
             = help: did you mean `url`?",
        ),
        (
            r#"<Response><Play url="/a.mp3"/></Response>"#,
            r#"1:17 `<Play>` has no attribute `url`
             = help: write it as the text: `<Play>"/a.mp3"</Play>`"#,
        ),
        (
            "<Response><Dial to={name}/></Response>",
            "1:17 `<Dial>` has no attribute `to`
             = help: write it as the text: `<Dial>{…}</Dial>`",
        ),
    ]);
}
