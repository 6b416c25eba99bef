//! Whole messages, with what they say to type.

use crate::tests::messages;

/// The whole text of the first message.
pub(super) fn check(table: &[(&str, &str)]) {
    for (source, expected) in table {
        let found = messages(source);
        let expected: Vec<&str> = expected.lines().map(str::trim).collect();
        let first: Vec<&str> = found
            .first()
            .map(|text| text.lines().map(str::trim).filter(|line| !line.is_empty()).collect())
            .expect(source);
        assert_eq!(first, expected, "{source}");
    }
}

#[test]
fn what_to_type() {
    check(&[
        (
            "<Response><Say>Hello there, it's me</Say></Response>",
            r#"1:16 text must be quoted
             = help: write "Hello there, it's me""#,
        ),
        (
            "<Response><Play>https:</Play></Response>",
            r#"1:17 text must be quoted
             = help: write "https://…"
             = note: Rust takes `//` outside of quotes for a comment: the rest of the line is lost"#,
        ),
        (
            "<Response><Say>5u8</Say></Response>",
            r#"1:16 text is a string
             = help: write "5""#,
        ),
        (
            r#"<Response><Say voice=alice>"Hello"</Say></Response>"#,
            r#"1:22 the value of `voice` must be quoted or in braces
             = help: write `voice="alice"`
             = help: write `voice={alice}`"#,
        ),
        (
            r#"<Response><Say voice=voice()>"Hello"</Say></Response>"#,
            "1:22 the value of `voice` must be quoted or in braces
             = help: write `voice={voice()}`",
        ),
        (
            r#"<Response><Say voice>"Hello"</Say></Response>"#,
            r#"1:16 `voice` has no value
             = help: write `voice="…"`, or `voice={…}` for a run-time value"#,
        ),
        (
            r#"<Response><Pause length=b"5"/></Response>"#,
            r#"1:25 `b"5"` is no value
             = help: write "5""#,
        ),
        (
            "<Response><Say>{}</Say></Response>",
            "1:16 `{}` holds no expression
             = help: write an expression between the braces, or remove them",
        ),
        (
            "<Response>if x <Pause/></Response>",
            "1:11 `if` is not complete
             = help: write `if condition { … } else { … }`, or quote it if it is text",
        ),
        (
            r#"<Response><Say>"Hello"</Response>"#,
            "1:12 `<Say>` is never closed
             = help: write `</Say>` behind what it holds",
        ),
        (
            "<Response><Pause></Response>",
            "1:12 `<Pause>` is never closed
             = help: write `</Pause>`, or end the tag with `/>`",
        ),
        (
            r#"<Response><Say>"Hello"</Dial></Response>"#,
            "1:25 expected `</Say>`, found `</Dial>`
             = help: write `</Say>`",
        ),
        (
            "<Response><Hangup/></Say></Response>",
            "1:22 `</Say>` closes nothing
             = help: remove `</Say>`",
        ),
        (
            r#"<Response><Say voice="alice" </Response>"#,
            "1:12 the tag `<Say` is never finished
             = help: end it with `>`, or with `/>` if it is empty",
        ),
        (
            "<Response/><!-- a",
            "1:12 `<!--` is never closed by `-->`
             = help: write `-->` behind it",
        ),
        (
            "<",
            "1:1 expected the name of an element
             = help: write `<Response>`, `<Say>`, …",
        ),
    ]);
}

#[test]
fn names() {
    check(&[
        (
            r#"<Response><Sya>"Hello"</Sya></Response>"#,
            "1:12 `<Sya>` is no TwiML element
             = help: did you mean `<Say>`?",
        ),
        (
            r#"<Response><say>"Hello"</say></Response>"#,
            "1:12 `<say>` is no TwiML element
             = help: did you mean `<Say>`?
             = note: names of TwiML are case-sensitive",
        ),
        (
            "<Response><Frobnicate/></Response>",
            r#"1:12 `<Frobnicate>` is no TwiML element
             = help: write `<"Frobnicate">` if Twilio knows it and this crate does not"#,
        ),
        (
            "<Response><Gather><Frobnicate/></Gather></Response>",
            "1:20 `<Frobnicate>` is no TwiML element
             = help: `<Gather>` holds `<Pause>`, `<Play>` or `<Say>`",
        ),
        (
            "<Response><Nummer/></Response>",
            "1:12 `<Nummer>` is no TwiML element
             = help: `<Number>` stands in `<Dial>`",
        ),
        (
            "<Sa/>",
            "1:2 `<Sa>` is no TwiML element
             = help: did you mean `<Say>` or `<s>`?",
        ),
        (
            "<response/>",
            "1:2 `<response>` is no TwiML element
             = help: did you mean `<Response>`?
             = note: names of TwiML are case-sensitive",
        ),
        (
            r#"<Response><Say voise="alice">"Hello"</Say></Response>"#,
            "1:16 `<Say>` has no attribute `voise`
             = help: did you mean `voice`?",
        ),
        (
            r#"<Response><Say Voice="alice">"Hello"</Say></Response>"#,
            "1:16 `<Say>` has no attribute `Voice`
             = help: did you mean `voice`?
             = note: names of TwiML are case-sensitive",
        ),
        (
            r#"<Response><Say action="/a">"Hello"</Say></Response>"#,
            "1:16 `<Say>` has no attribute `action`
             = help: `action` belongs to other elements; `<Say>` has `voice`, `language` or `loop`",
        ),
        (
            r#"<Response><Pause machineDetection="Enable"/></Response>"#,
            "1:18 `<Pause>` has no attribute `machineDetection`
             = help: `machineDetection` belongs to `<Number>` or `<Sip>`; `<Pause>` has `length`",
        ),
        (
            r#"<Response><Dial frobnicate="/a">"+15551234567"</Dial></Response>"#,
            r#"1:17 `<Dial>` has no attribute `frobnicate`
             = help: write `"frobnicate"=…` if Twilio knows it and this crate does not"#,
        ),
        (
            "<Response><Hangup now=true/></Response>",
            "1:19 `<Hangup>` has no attribute `now`
             = help: `<Hangup>` has no attributes",
        ),
        (
            r#"<Response><"New Verb"/></Response>"#,
            "1:12 `New Verb` is no XML name
             = help: a name holds letters, digits and `_ - . :`, and begins with a letter or `_`",
        ),
    ]);
}

#[test]
fn places() {
    check(&[
        (
            r#"<Response><Gather><Dial>"+15551234567"</Dial></Gather></Response>"#,
            "1:20 `<Dial>` may not stand in `<Gather>`
             = help: `<Dial>` stands in `<Response>`; `<Gather>` holds `<Pause>`, `<Play>` or `<Say>`",
        ),
        (
            r#"<Response><Pause><Say>"a"</Say></Pause></Response>"#,
            "1:19 `<Say>` may not stand in `<Pause>`
             = help: `<Say>` stands in `<Response>`, `<Gather>` or `<Prompt>`; `<Pause>` holds no elements",
        ),
        (
            "<Response><Response/></Response>",
            "1:12 `<Response>` may not stand in `<Response>`
             = help: `<Response>` is a document of its own",
        ),
        (
            r#"<Response>"Hello"</Response>"#,
            r#"1:11 `<Response>` holds no text
             = help: wrap it: `<Say>"Hello"</Say>`
             = help: remove it"#,
        ),
        (
            r#"<Response><Pause>"Hello"</Pause></Response>"#,
            "1:18 `<Pause>` holds no text
             = help: remove it",
        ),
        (
            "<Response/><Response/>",
            "1:13 no second document may follow
             = help: write each document in a `twiml!` of its own
             = help: remove `<Response>`",
        ),
        (
            r#"<Response/><Say>"Hello"</Say>"#,
            "1:13 nothing may stand beside `<Response>`
             = help: move it into `<Response>`
             = help: remove `<Say>`",
        ),
        (
            "if x { <Response/> }",
            "1:9 nothing may stand beside `<Response>`
             = help: write `<Response>` around the control flow",
        ),
        (
            r#"<Response><Say>"Hello"</Say><Message>"Hello"</Message></Response>"#,
            "1:30 `<Message>` belongs to messaging documents, and this one is for voice
             = help: answer with a document of its own, or use a verb of voice documents",
        ),
        (
            r#"<Say>"Hello"</Say><Number>"+15551234567"</Number>"#,
            "1:20 `<Number>` never stands beside `<Say>`
             = help: a fragment holds what may stand side by side; write two",
        ),
        (
            "<Response><Annotate/></Response>",
            "1:12 `<Annotate>` needs a `<BillingReferenceTag>`
             = help: add `<BillingReferenceTag>…</BillingReferenceTag>`",
        ),
        (
            "<Response><Connect><Conversation/></Connect></Response>",
            r#"1:21 `<Conversation>` needs `serviceInstanceSid`
             = help: add `serviceInstanceSid="…"`: it takes a SID: `IS` and 32 hexadecimal digits"#,
        ),
        (
            r#"<Response><Say voice="alice" voice="man">"Hello"</Say></Response>"#,
            "1:30 `voice` is given twice
             = help: remove `voice`",
        ),
    ]);
}

#[test]
fn values() {
    check(&[
        (
            r#"<Response><Dial timeout="soon">"+15551234567"</Dial></Response>"#,
            "1:25 `timeout` takes a whole number of seconds from 1 to 600, not `soon`",
        ),
        (
            r#"<Response><Dial record="record-from-anwser">"+15551234567"</Dial></Response>"#,
            r#"1:24 `record` takes one of `do-not-record`, `record-from-answer`, `record-from-ringing`, `record-from-answer-dual`, `record-from-ringing-dual`, `true`, `false`, not `record-from-anwser`
             = help: write `record="record-from-answer"`"#,
        ),
        (
            r#"<Response><Dial method="get" action="/a">"+15551234567"</Dial></Response>"#,
            r#"1:24 `method` takes `GET` or `POST`, not `get`
             = help: write `method="GET"`"#,
        ),
        (
            r#"<Response><Dial action="/my page">"+15551234567"</Dial></Response>"#,
            r#"1:24 `action` takes an `http` or `https` address, absolute or relative, not `/my page`
             = help: write `action="/my%20page"`
             = note: there are no spaces in an address: write `%20`"#,
        ),
        (
            r#"<Response><Connect><Stream url="ws://example.com"/></Connect></Response>"#,
            r#"1:32 `url` takes a `wss` address, absolute or relative, without a query, not `ws://example.com`
             = help: write `url="wss://example.com"`
             = note: it may not begin with `ws:`"#,
        ),
        (
            r#"<Response><Gather input="dtmf,speech"/></Response>"#,
            r#"1:25 `input` takes `dtmf`, `speech`, `dtmf speech` or `speech dtmf`, not `dtmf,speech`
             = help: write `input="dtmf speech"`"#,
        ),
        (
            r#"<Response><Gather input="dtmf dtmf"/></Response>"#,
            r#"1:25 `input` names a value twice
             = help: write `input="dtmf"`
             = note: `dtmf` stands there twice"#,
        ),
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="IS0123"/></Connect></Response>"#,
            "1:53 warning: `IS0123` does not have the length of a SID
             = note: a SID is 34 characters long, this one has 6",
        ),
        (
            r#"<Response><Say language="en_US">"a"</Say></Response>"#,
            r#"1:25 `language` takes a language tag such as `en-US`, not `en_US`
             = help: write `language="en-US"`"#,
        ),
        (
            r#"<Response><Dial callReason="a reason that is much longer than the fifty characters it takes">"+15551234567"</Dial></Response>"#,
            "1:28 `callReason` takes text of up to 50 characters
             = note: this one has 63",
        ),
        (
            "<Response><Dial><Number/></Dial></Response>",
            "1:18 warning: `<Number>` should hold text
             = help: it takes a phone number such as `+15551234567`",
        ),
        (
            r#"<Response><Say>"Tom &amp; Jerry"</Say></Response>"#,
            r#"1:16 `&amp;` is XML, and this is a Rust string
             = help: write "Tom & Jerry"
             = note: it is escaped for you; write it as `{"…"}` if it is meant"#,
        ),
        (r#"<Response><Gather action=""/></Response>"#, "1:26 warning: an empty `action` means the current document"),
        (
            r#"<Response><Play>"www.example.com/a.mp3"</Play></Response>"#,
            r#"1:17 warning: `www.example.com/a.mp3` is relative: it has no `https://`
             = help: write "https://www.example.com/a.mp3"
             = note: without a scheme it is relative to the current document"#,
        ),
        (
            r#"<Response><Sms>"Hello"</Sms></Response>"#,
            "1:12 warning: `<Sms>` is deprecated
             = help: send the message through the REST API",
        ),
    ]);
}

#[test]
fn rules() {
    check(&[
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="ISX" routingAssignmentTimeout=60/></Connect></Response>"#,
            r#"1:59 `routingAssignmentTimeout` needs `inboundAutocreation="true"`, written out
             = help: add `inboundAutocreation="true"`
             = help: remove `routingAssignmentTimeout`
             = note: Twilio reports this as 32501"#,
        ),
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="ISX" trim="trim-silence"/></Connect></Response>"#,
            r#"1:59 `trim` needs a `record` that turns recording on
             = help: add `record="record-from-answer"`
             = help: remove `trim`
             = note: Twilio reports this as 32501"#,
        ),
        (
            "<Response><Enqueue/></Response>",
            "1:12 `<Enqueue>` needs the name of a queue or a `workflowSid`
             = help: add the text
             = help: add `workflowSid`
             = note: Twilio reports this as 14204",
        ),
        (
            r#"<Response><Dial><Conference>"a"</Conference><Conference>"b"</Conference></Dial></Response>"#,
            "1:46 `<Dial>` leads into one conference only
             = help: remove `<Conference>`
             = note: Twilio reports this as 13000",
        ),
        (
            "<Response><Connect/></Response>",
            r#"1:12 warning: `<Connect>` joins the call to one thing
             = help: add `<Conversation serviceInstanceSid="…"/>`
             = help: add `<ConversationRelay url="…"/>`
             = help: add `<Room>…</Room>`"#,
        ),
        (
            r#"<Response><Say voice="man">"a"<break/></Say></Response>"#,
            "1:32 the voices man and woman do not support speech markup
             = help: remove `<break>`
             = help: remove `voice`
             = note: Twilio reports this as 13513",
        ),
        (
            r#"<Response><Dial method="GET">"+15551234567"</Dial></Response>"#,
            "1:17 warning: `method` has no effect without `action`
             = help: add `action`
             = help: remove `method`",
        ),
        (
            r#"<Response><Prompt for="postal-code"><Say>"a"</Say></Prompt></Response>"#,
            "1:12 warning: `<Prompt>` is documented inside `<Pay>` only
             = help: move it into `<Pay>`",
        ),
        (
            r#"<Response><Hangup/><Say>"Hello"</Say></Response>"#,
            "1:21 warning: this verb never runs: `<Hangup>` has ended the call
             = help: remove `<Say>`
             = help: move it to where it runs",
        ),
        (
            r#"<Response><Say>"Hello"</Say><Reject/></Response>"#,
            "1:30 warning: a verb before `<Reject>` answers the call, and it is paid for
             = help: move it to the top of the document",
        ),
        (
            r#"<Response><Start><Siprec connectorName="a"/></Start></Response>"#,
            "1:12 warning: the call ends at once: no verb follows `<Start>`
             = help: add the verb that keeps the call going",
        ),
    ]);
}
