//! Names and places of elements, attributes and text.

use super::check;

#[test]
fn unknown_elements() {
    check(&[
        (r#"<Response><Sya>"Hello"</Sya></Response>"#, &["1:12 `<Sya>` is no TwiML element"]),
        (r#"<Response><say>"Hello"</say></Response>"#, &["1:12 `<say>` is no TwiML element"]),
        (r#"<Response><SAY>"Hello"</SAY></Response>"#, &["1:12 `<SAY>` is no TwiML element"]),
        ("<Response><Frobnicate/></Response>", &["1:12 `<Frobnicate>` is no TwiML element"]),
        (r#"<Response><Gather><Sya>"a"</Sya></Gather></Response>"#, &["1:20 `<Sya>` is no TwiML element"]),
        ("<Response><Gather><Frobnicate/></Gather></Response>", &["1:20 `<Frobnicate>` is no TwiML element"]),
        ("<Response><Pause><Frobnicate/></Pause></Response>", &["1:19 `<Frobnicate>` is no TwiML element"]),
        (
            r#"<Response><Dial><Nummer>"+15551234567"</Nummer></Dial></Response>"#,
            &["1:18 `<Nummer>` is no TwiML element"],
        ),
        ("<Response><Say><brake/></Say></Response>", &["1:17 `<brake>` is no TwiML element"]),
        (r#"<Response>if x { <Sya>"a"</Sya> }</Response>"#, &["1:19 `<Sya>` is no TwiML element"]),
        ("<response/>", &["1:2 `<response>` is no TwiML element"]),
        (r#"<Respons><Say>"a"</Say></Respons>"#, &["1:2 `<Respons>` is no TwiML element"]),
        ("<Foo/>", &["1:2 `<Foo>` is no TwiML element"]),
        (r#"<Sya>"Hello"</Sya>"#, &["1:2 `<Sya>` is no TwiML element"]),
    ]);
}

#[test]
fn what_is_in_an_unknown_element_does_not_cascade() {
    check(&[
        (
            r#"<Response><Frobnicate action="/a" now>"text"<Number/><Verb>{x}</Verb></Frobnicate></Response>"#,
            &[
                "1:35 `now` has no value",
                "1:12 `<Frobnicate>` is no TwiML element",
                "1:46 warning: `<Number>` should hold text",
            ],
        ),
        (r#"<Response><Sya voice="alice">"Hello"</Sya></Response>"#, &["1:12 `<Sya>` is no TwiML element"]),
        (r#"<Foo><Bar/>"text"</Foo>"#, &["1:2 `<Foo>` is no TwiML element"]),
    ]);
}

#[test]
fn elements_in_a_wrong_place() {
    check(&[
        (
            r#"<Response><Gather><Dial>"+15551234567"</Dial></Gather></Response>"#,
            &["1:20 `<Dial>` may not stand in `<Gather>`"],
        ),
        (r#"<Response><Number>"+15551234567"</Number></Response>"#, &["1:12 `<Number>` may not stand in `<Response>`"]),
        (r#"<Response><Say><Play>"/a"</Play></Say></Response>"#, &["1:17 `<Play>` may not stand in `<Say>`"]),
        (r#"<Response><Pause><Say>"a"</Say></Pause></Response>"#, &["1:19 `<Say>` may not stand in `<Pause>`"]),
        ("<Response><Response/></Response>", &["1:12 `<Response>` may not stand in `<Response>`"]),
        (
            r#"<Response><Gather>if x { <Dial>"+15551234567"</Dial> }</Gather></Response>"#,
            &["1:27 `<Dial>` may not stand in `<Gather>`"],
        ),
        (
            r#"<Response><Gather>match x { A => <Dial>"+15551234567"</Dial>, B => <Hangup/> }</Gather></Response>"#,
            &["1:35 `<Dial>` may not stand in `<Gather>`", "1:69 `<Hangup>` may not stand in `<Gather>`"],
        ),
        (r#"<Gather><Dial>"+15551234567"</Dial></Gather>"#, &["1:10 `<Dial>` may not stand in `<Gather>`"]),
        (r#"<Response><Body>"Hello"</Body></Response>"#, &["1:12 `<Body>` may not stand in `<Response>`"]),
    ]);
}

#[test]
fn text_in_a_wrong_place() {
    check(&[
        (r#"<Response>"Hello"</Response>"#, &["1:11 `<Response>` holds no text"]),
        (r#"<Response>{"Hello"}</Response>"#, &["1:12 `<Response>` holds no text"]),
        (r#"<Response>if a { "Hello" }</Response>"#, &["1:18 `<Response>` holds no text"]),
        (r#"<Response><Gather>"Hello"</Gather></Response>"#, &["1:19 `<Gather>` holds no text"]),
        (r#"<Response><Pause>"Hello" "world"</Pause></Response>"#, &["1:18 `<Pause>` holds no text"]),
        (
            r#"<Response><Hangup>"a" <Parameter name="a" value="b"/> "c"</Hangup></Response>"#,
            &["1:19 `<Hangup>` holds no text", "1:55 `<Hangup>` holds no text"],
        ),
        (r#"<Response>""</Response>"#, &[]),
    ]);
}

#[test]
fn more_than_a_document() {
    check(&[
        ("<Response/><Response/>", &["1:13 no second document may follow"]),
        (
            "<Response/><Response/><Response/>",
            &["1:13 no second document may follow", "1:24 no second document may follow"],
        ),
        (r#"<Response/><Say>"Hello"</Say>"#, &["1:13 nothing may stand beside `<Response>`"]),
        (r#"<Say>"Hello"</Say><Response/>"#, &["1:2 nothing may stand beside `<Response>`"]),
        (
            r#""a"<Response/>{x}"#,
            &["1:1 nothing may stand beside `<Response>`", "1:15 nothing may stand beside `<Response>`"],
        ),
        (r#"if x { <Say>"a"</Say> } <Response/>"#, &["1:9 nothing may stand beside `<Response>`"]),
        (
            "if x { <Response/> } else { <Response/> }",
            &["1:9 nothing may stand beside `<Response>`", "1:30 nothing may stand beside `<Response>`"],
        ),
        ("let x = 1; <Response/>", &[]),
    ]);
}

#[test]
fn voice_and_messaging() {
    check(&[
        (
            r#"<Response><Say>"Hello"</Say><Message>"Hello"</Message></Response>"#,
            &["1:30 `<Message>` belongs to messaging documents, and this one is for voice"],
        ),
        (
            r#"<Response><Message>"Hello"</Message><Say>"Hello"</Say></Response>"#,
            &["1:38 `<Say>` belongs to voice documents, and this one is for messaging"],
        ),
        (
            r#"<Response><Message>"Hello"</Message><Dial>"+15551234567"</Dial><Say>"Hello"</Say></Response>"#,
            &[
                "1:38 `<Dial>` belongs to voice documents, and this one is for messaging",
                "1:65 `<Say>` belongs to voice documents, and this one is for messaging",
            ],
        ),
        (
            r#"<Response>if x { <Say>"Hello"</Say> } else { <Message>"Hello"</Message> }</Response>"#,
            &["1:47 `<Message>` belongs to messaging documents, and this one is for voice"],
        ),
        (
            r#"<Response><Redirect/><Sms>"a"</Sms></Response>"#,
            &[
                "1:23 warning: `<Sms>` is deprecated",
                "1:23 warning: this verb never runs: `<Redirect>` goes on with another document",
            ],
        ),
        (
            r#"<Say>"Hello"</Say><Message>"a"</Message>"#,
            &["1:20 `<Message>` belongs to messaging documents, and this one is for voice"],
        ),
    ]);
}

#[test]
fn fragments_without_a_place() {
    check(&[
        (r#"<Say>"Hello"</Say><Number>"+15551234567"</Number>"#, &["1:20 `<Number>` never stands beside `<Say>`"]),
        (r#""Hello" <Hangup/>"#, &["1:10 `<Hangup>` never stands beside text"]),
        (r#"<Hangup/> "Hello""#, &["1:11 text never stands beside `<Hangup>`"]),
        (r#"<break/> "Hello" <Hangup/>"#, &["1:19 `<Hangup>` never stands beside `<break>`"]),
        (r#"<break/> "Hello" <s>"a"</s>"#, &[]),
        (r#"<Say>"a"</Say>{x}<Pause/>"#, &[]),
    ]);
}

#[test]
fn numbers_of_children() {
    check(&[
        (
            r#"<Response><Dial><Application><ApplicationSid>"APX"</ApplicationSid><ApplicationSid>"APX"</ApplicationSid></Application></Dial></Response>"#,
            &["1:69 `<Application>` takes at most one `<ApplicationSid>`"],
        ),
        (
            r#"<Response><Message><Media>"/1"</Media><Media>"/2"</Media><Media>"/3"</Media><Media>"/4"</Media><Media>"/5"</Media><Media>"/6"</Media><Media>"/7"</Media><Media>"/8"</Media><Media>"/9"</Media><Media>"/10"</Media><Media>"/11"</Media></Message></Response>"#,
            &["1:212 `<Message>` takes at most 10 `<Media>`"],
        ),
        ("<Response><Annotate/></Response>", &["1:12 `<Annotate>` needs a `<BillingReferenceTag>`"]),
        (r#"<Response><Annotate>if x { <BillingReferenceTag>"a"</BillingReferenceTag> }</Annotate></Response>"#, &[]),
        ("<Response><Annotate>{tag}</Annotate></Response>", &[]),
    ]);
}

#[test]
fn unknown_attributes() {
    check(&[
        (r#"<Response><Say voise="alice">"Hello"</Say></Response>"#, &["1:16 `<Say>` has no attribute `voise`"]),
        (r#"<Response><Say Voice="alice">"Hello"</Say></Response>"#, &["1:16 `<Say>` has no attribute `Voice`"]),
        (r#"<Response><Say lang="en">"Hello"</Say></Response>"#, &["1:16 `<Say>` has no attribute `lang`"]),
        (r#"<Response><Say action="/a">"Hello"</Say></Response>"#, &["1:16 `<Say>` has no attribute `action`"]),
        (
            r#"<Response><Dial frobnicate="/a">"+15551234567"</Dial></Response>"#,
            &["1:17 `<Dial>` has no attribute `frobnicate`"],
        ),
        ("<Response><Hangup now=true/></Response>", &["1:19 `<Hangup>` has no attribute `now`"]),
        (
            r#"<Response><Pause machineDetection="Enable"/></Response>"#,
            &["1:18 `<Pause>` has no attribute `machineDetection`"],
        ),
        (r#"<Response xml:lang="en"/>"#, &["1:11 `<Response>` has no attribute `xml:lang`"]),
        ("<Response><Pause length:5/></Response>", &["1:24 expected `=`, found `:`"]),
    ]);
}

#[test]
fn attributes_given_twice() {
    check(&[
        (r#"<Response><Say voice="alice" voice="man">"Hello"</Say></Response>"#, &["1:30 `voice` is given twice"]),
        (
            r#"<Response><Say voice="alice" "voice"="man" voice={x}>"Hello"</Say></Response>"#,
            &["1:30 `voice` is given twice", "1:44 `voice` is given twice"],
        ),
        (r#"<Response><"New" a="1" a="2"/></Response>"#, &["1:24 `a` is given twice"]),
    ]);
}

#[test]
fn attributes_that_are_missing() {
    check(&[
        (
            "<Response><Connect><Conversation/></Connect></Response>",
            &["1:21 `<Conversation>` needs `serviceInstanceSid`"],
        ),
        (
            "<Response><Connect><ConversationRelay><Parameter/></ConversationRelay></Connect></Response>",
            &[
                "1:21 `<ConversationRelay>` needs `url`",
                "1:40 `<Parameter>` needs `name`",
                "1:40 `<Parameter>` needs `value`",
            ],
        ),
        (
            r#"<Response><Say><phoneme>"a"</phoneme></Say></Response>"#,
            &["1:17 `<phoneme>` needs `alphabet`", "1:17 `<phoneme>` needs `ph`"],
        ),
    ]);
}

#[test]
fn quoted_names() {
    check(&[
        (r#"<Response><"New Verb"/></Response>"#, &["1:12 `New Verb` is no XML name"]),
        (
            r#"<Response><"a:b:c"/><"1a"/><""/><"-a"/></Response>"#,
            &[
                "1:12 `a:b:c` is no XML name",
                "1:22 `1a` is no XML name",
                "1:29 `` is no XML name",
                "1:34 `-a` is no XML name",
            ],
        ),
        (r#"<Response><Say "new attribute"="x">"a"</Say></Response>"#, &["1:16 `new attribute` is no XML name"]),
        (r#"<Response><"NewVerb" new="x"><"Number">"text"</"Number"></"NewVerb"></Response>"#, &[]),
        (r#"<Response><Say "newAttribute"={x}>"a"</Say></Response>"#, &[]),
        (r#"<Response><"NewVerb"></"OldVerb"></Response>"#, &["1:24 expected `</NewVerb>`, found `</OldVerb>`"]),
    ]);
}

/// What is missing follows from the name that nobody knows, and is not said.
#[test]
fn names_that_stand_for_what_is_missing() {
    check(&[
        (
            r#"<Response><Connect><ConversationRelay url="wss://example.com/r"><Language language="en-US"/></ConversationRelay></Connect></Response>"#,
            &["1:75 `<Language>` has no attribute `language`"],
        ),
        (
            r#"<Response><Say><lang lang="en-US">"x"</lang></Say></Response>"#,
            &["1:22 `<lang>` has no attribute `lang`"],
        ),
        (
            r#"<Response><Say><lang language="en-US">"x"</lang></Say></Response>"#,
            &["1:22 `<lang>` has no attribute `language`"],
        ),
        (
            r#"<Response><Connect><ConversationRelay url="wss://example.com/r"><Parameter key="a" value="b"/></ConversationRelay></Connect></Response>"#,
            &["1:76 `<Parameter>` has no attribute `key`"],
        ),
        (
            r#"<Response><Connect><Stream src="wss://example.com/s"/></Connect></Response>"#,
            &["1:28 `<Stream>` has no attribute `src`"],
        ),
        ("<Response><Connect><Stream href={name}/></Connect></Response>", &["1:28 `<Stream>` has no attribute `href`"]),
        (
            r#"<Response><Connect><Conversation sid="ISxx"/></Connect></Response>"#,
            &["1:34 `<Conversation>` has no attribute `sid`"],
        ),
        (
            r#"<Response><Connect><Conversation serviceSid="ISxx"/></Connect></Response>"#,
            &["1:34 `<Conversation>` has no attribute `serviceSid`"],
        ),
        (
            r#"<Response><Connect><VirtualAgent connector="a"/></Connect></Response>"#,
            &["1:34 `<VirtualAgent>` has no attribute `connector`"],
        ),
        (
            r#"<Response><Start><Siprec connector="a"/></Start><Pause/></Response>"#,
            &["1:26 `<Siprec>` has no attribute `connector`"],
        ),
        (
            r#"<Response><Say><say-as type="date" format="mdy">"y"</say-as></Say></Response>"#,
            &["1:24 `<say-as>` has no attribute `type`"],
        ),
        (
            r#"<Response><Say><phoneme alphabet="ipa" pronunciation="x">"y"</phoneme></Say></Response>"#,
            &["1:40 `<phoneme>` has no attribute `pronunciation`"],
        ),
        (r#"<Response><Enqueue workflow="WWxx"/></Response>"#, &["1:20 `<Enqueue>` has no attribute `workflow`"]),
        (r#"<Response><Enqueue name="support"/></Response>"#, &["1:20 `<Enqueue>` has no attribute `name`"]),
        (r#"<Response><Say text="Hello"/></Response>"#, &["1:16 `<Say>` has no attribute `text`"]),
        (r#"<Response><Play url="/a.mp3"/></Response>"#, &["1:17 `<Play>` has no attribute `url`"]),
        (r#"<Response><Redirect url="/a"/></Response>"#, &["1:21 `<Redirect>` has no attribute `url`"]),
        (r#"<Response><Message body="x"/></Response>"#, &["1:20 `<Message>` has no attribute `body`"]),
        (r#"<Response><Dial number="+15551234567"/></Response>"#, &["1:17 `<Dial>` has no attribute `number`"]),
        ("<Response><Dial to={name}/></Response>", &["1:17 `<Dial>` has no attribute `to`"]),
        (
            r#"<Response><Dial><Client identity="joe"/></Dial></Response>"#,
            &["1:25 `<Client>` has no attribute `identity`"],
        ),
        (
            r#"<Response><Dial><Conference name="a"/></Dial></Response>"#,
            &["1:29 `<Conference>` has no attribute `name`"],
        ),
        (r#"<Response><Dial><Queue name="a"/></Dial></Response>"#, &["1:24 `<Queue>` has no attribute `name`"]),
        (r#"<Response><Message><Media url="/a"/></Message></Response>"#, &["1:27 `<Media>` has no attribute `url`"]),
        (r#"<Response><Say lang="en-US">"x"</Say></Response>"#, &["1:16 `<Say>` has no attribute `lang`"]),
        (r#"<Response><Stop><Stream id="a"/></Stop></Response>"#, &["1:25 `<Stream>` has no attribute `id`"]),
    ]);
}

#[test]
fn fragments_that_every_place_refuses() {
    check(&[
        (
            r#"<Conference>"a"</Conference> <Number>"+15551234567"</Number>"#,
            &["1:31 `<Conference>` and `<Number>` cannot be mixed"],
        ),
        (
            r#"<Conference>"a"</Conference> <Conference>"b"</Conference>"#,
            &["1:31 `<Dial>` leads into one conference only"],
        ),
        (
            r#"<Application>"APXX"</Application> <Client>"joe"</Client>"#,
            &["1:2 `<Application>` cannot be dialled together with others"],
        ),
        (
            r#"<ApplicationSid>"APXX"</ApplicationSid> <ApplicationSid>"APXX"</ApplicationSid>"#,
            &["1:42 `<Application>` takes at most one `<ApplicationSid>`"],
        ),
        (r#"if x { <Conference>"a"</Conference> } else { <Number>"+15551234567"</Number> }"#, &[]),
        (r#"<Conference>"a"</Conference> {x}"#, &[]),
    ]);
}

/// What the element lacks is what the text was meant to be.
#[test]
fn text_in_the_place_of_an_element() {
    check(&[
        (r#"<Response><Refer>"sip:a@b.c"</Refer></Response>"#, &["1:18 `<Refer>` holds no text"]),
        (
            r#"<Response><Pay><Prompt for="postal-code">"Enter"</Prompt></Pay></Response>"#,
            &["1:42 `<Prompt>` holds no text"],
        ),
        (r#"<Response><Connect>"daily"</Connect></Response>"#, &["1:20 `<Connect>` holds no text"]),
        (r#"<Response><Start>"x"</Start><Pause/></Response>"#, &["1:18 `<Start>` holds no text"]),
    ]);
}
