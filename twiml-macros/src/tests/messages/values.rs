//! Values and texts.

use super::check;

#[test]
fn numbers() {
    check(&[
        (
            r#"<Response><Dial timeout="soon">"+15551234567"</Dial></Response>"#,
            &["1:25 `timeout` takes a whole number of seconds from 1 to 600, not `soon`"],
        ),
        (
            r#"<Response><Dial timeout="0">"+15551234567"</Dial></Response>"#,
            &["1:25 `timeout` takes a whole number of seconds from 1 to 600, not `0`"],
        ),
        (
            r#"<Response><Dial timeout=601>"+15551234567"</Dial></Response>"#,
            &["1:25 `timeout` takes a whole number of seconds from 1 to 600, not `601`"],
        ),
        (
            r#"<Response><Dial timeout={601}>"+15551234567"</Dial></Response>"#,
            &["1:26 `timeout` takes a whole number of seconds from 1 to 600, not `601`"],
        ),
        (
            "<Response><Pause length=-5/></Response>",
            &["1:25 `length` takes a whole number of seconds, at least 1, not `-5`"],
        ),
        (
            "<Response><Pause length=5.5/></Response>",
            &["1:25 `length` takes a whole number of seconds, at least 1, not `5.5`"],
        ),
        (
            r#"<Response><Pause length=""/></Response>"#,
            &["1:25 `length` is empty: it takes a whole number of seconds, at least 1"],
        ),
        (
            "<Response><Pause length=true/></Response>",
            &["1:25 `length` takes a whole number of seconds, at least 1, not `true`"],
        ),
        (
            r#"<Response><Pay chargeAmount="$10"/></Response>"#,
            &["1:29 `chargeAmount` takes a number from 0 to 1000000, not `$10`"],
        ),
        (
            "<Response><Pay chargeAmount=1000001/></Response>",
            &["1:29 `chargeAmount` takes a number from 0 to 1000000, not `1000001`"],
        ),
        ("<Response><Pay chargeAmount=10.5/></Response>", &[]),
        (
            r#"<Response><Gather input="speech" speechTimeout="soon"/></Response>"#,
            &["1:48 `speechTimeout` takes `auto` or a whole number of seconds, at least 1, not `soon`"],
        ),
    ]);
}

#[test]
fn words() {
    check(&[
        (
            r#"<Response><Dial answerOnBridge="yes">"+15551234567"</Dial></Response>"#,
            &["1:32 `answerOnBridge` takes `true` or `false`, not `yes`"],
        ),
        (
            r#"<Response><Dial answerOnBridge=1>"+15551234567"</Dial></Response>"#,
            &["1:32 `answerOnBridge` takes `true` or `false`, not `1`"],
        ),
        (
            r#"<Response><Dial record="yes">"+15551234567"</Dial></Response>"#,
            &[
                "1:24 `record` takes one of `do-not-record`, `record-from-answer`, `record-from-ringing`, `record-from-answer-dual`, `record-from-ringing-dual`, `true`, `false`, not `yes`",
            ],
        ),
        (
            r#"<Response><Dial record="record-from-anwser">"+15551234567"</Dial></Response>"#,
            &[
                "1:24 `record` takes one of `do-not-record`, `record-from-answer`, `record-from-ringing`, `record-from-answer-dual`, `record-from-ringing-dual`, `true`, `false`, not `record-from-anwser`",
            ],
        ),
        (
            r#"<Response><Dial method="get" action="/a">"+15551234567"</Dial></Response>"#,
            &["1:24 `method` takes `GET` or `POST`, not `get`"],
        ),
        (
            r#"<Response><Dial method="PUT" action="/a">"+15551234567"</Dial></Response>"#,
            &["1:24 `method` takes `GET` or `POST`, not `PUT`"],
        ),
        (
            r#"<Response><Gather input="dtmf,speech"/></Response>"#,
            &["1:25 `input` takes `dtmf`, `speech`, `dtmf speech` or `speech dtmf`, not `dtmf,speech`"],
        ),
        (
            r#"<Response><Gather input="dtmf voice"/></Response>"#,
            &["1:25 `input` takes `dtmf`, `speech`, `dtmf speech` or `speech dtmf`, not `dtmf voice`"],
        ),
        (
            r#"<Response><Say><break strength="medium-ish"/></Say></Response>"#,
            &[
                "1:32 `strength` takes one of `none`, `x-weak`, `weak`, `medium`, `strong`, `x-strong`, not `medium-ish`",
            ],
        ),
    ]);
}

#[test]
fn values_given_twice() {
    check(&[
        (r#"<Response><Gather input="dtmf dtmf"/></Response>"#, &["1:25 `input` names a value twice"]),
        (
            r#"<Response><Dial record=true recordingStatusCallback="/a" recordingStatusCallbackEvent="completed absent completed">"+15551234567"</Dial></Response>"#,
            &["1:87 `recordingStatusCallbackEvent` names a value twice"],
        ),
    ]);
}

#[test]
fn addresses() {
    check(&[
        (
            r#"<Response><Dial action="/my page">"+15551234567"</Dial></Response>"#,
            &["1:24 `action` takes an `http` or `https` address, absolute or relative, not `/my page`"],
        ),
        (
            r#"<Response><Dial action="ftp://example.com/a">"+15551234567"</Dial></Response>"#,
            &["1:24 `action` takes an `http` or `https` address, absolute or relative, not `ftp://example.com/a`"],
        ),
        (
            r#"<Response><Connect><Stream url="ws://example.com"/></Connect></Response>"#,
            &["1:32 `url` takes a `wss` address, absolute or relative, without a query, not `ws://example.com`"],
        ),
        (
            r#"<Response><Play>"my file.mp3"</Play></Response>"#,
            &["1:17 `<Play>` takes an `http` or `https` address, absolute or relative, not `my file.mp3`"],
        ),
        (
            r#"<Response><Gather action=""/></Response>"#,
            &["1:26 warning: an empty `action` means the current document"],
        ),
        (
            r#"<Response><Play>"www.example.com/a.mp3"</Play></Response>"#,
            &["1:17 warning: `www.example.com/a.mp3` is relative: it has no `https://`"],
        ),
        (
            r#"<Response><Gather action="www.example.com"/></Response>"#,
            &["1:26 warning: `www.example.com` is relative: it has no `https://`"],
        ),
    ]);
}

#[test]
fn identifiers() {
    check(&[
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="CA0123456789abcdef0123456789abcdef"/></Connect></Response>"#,
            &[
                "1:53 `serviceInstanceSid` takes a SID: `IS` and 32 hexadecimal digits, not `CA0123456789abcdef0123456789abcdef`",
            ],
        ),
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="my-service"/></Connect></Response>"#,
            &["1:53 `serviceInstanceSid` takes a SID: `IS` and 32 hexadecimal digits, not `my-service`"],
        ),
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="IS0123"/></Connect></Response>"#,
            &["1:53 warning: `IS0123` does not have the length of a SID"],
        ),
        (
            r#"<Response><Dial><Number byoc="BY0123">"+15551234567"</Number></Dial></Response>"#,
            &["1:30 warning: `BY0123` does not have the length of a SID"],
        ),
        (r#"<Response><Connect><Conversation serviceInstanceSid="ISxxxx"/></Connect></Response>"#, &[]),
    ]);
}

#[test]
fn keys() {
    check(&[
        (
            r###"<Response><Gather finishOnKey="##"/></Response>"###,
            &["1:31 `finishOnKey` takes one key (`0` to `9`, `#`, `*`), or nothing, not `##`"],
        ),
        (
            r#"<Response><Play digits="1 2"/></Response>"#,
            &["1:24 `digits` takes keys (`0` to `9`, `A` to `D`, `#`, `*`) and pauses (`w`, `W`), not `1 2`"],
        ),
        (
            r#"<Response><Dial><Number sendDigits="abc">"+15551234567"</Number></Dial></Response>"#,
            &["1:36 `sendDigits` takes keys (`0` to `9`, `A` to `D`, `#`, `*`) and pauses (`w`, `W`), not `abc`"],
        ),
    ]);
}

#[test]
fn speech() {
    check(&[
        (
            r#"<Response><Say language="English">"a"</Say></Response>"#,
            &["1:25 `language` takes a language tag such as `en-US`, not `English`"],
        ),
        (
            r#"<Response><Say language="en_US">"a"</Say></Response>"#,
            &["1:25 `language` takes a language tag such as `en-US`, not `en_US`"],
        ),
        (
            r#"<Response><Say language="xx-XX">"a"</Say></Response>"#,
            &["1:25 warning: `language` takes a language tag such as `en-US`; `xx-XX` is not known"],
        ),
        (
            r#"<Response><Say voice="joanna">"a"</Say></Response>"#,
            &[
                "1:22 `voice` takes `man`, `woman`, `alice`, or the voice of a provider such as `Polly.Joanna`, not `joanna`",
            ],
        ),
        (
            r#"<Response><Say voice="Polly.Johanna">"a"</Say></Response>"#,
            &[
                "1:22 warning: `voice` takes `man`, `woman`, `alice`, or the voice of a provider such as `Polly.Joanna`; `Polly.Johanna` is not known",
            ],
        ),
        (
            r#"<Response><Say><break time="1"/></Say></Response>"#,
            &["1:28 `time` takes a time such as `250ms` or `1.5s`, not `1`"],
        ),
        (
            r#"<Response><Say><prosody rate="quick">"a"</prosody></Say></Response>"#,
            &[
                "1:30 warning: `rate` takes `x-slow`, `slow`, `medium`, `fast`, `x-fast` or a percentage such as `85%`; `quick` is not known",
            ],
        ),
    ]);
}

#[test]
fn texts() {
    check(&[
        (
            r#"<Response><Dial><Number>"Bob"</Number></Dial></Response>"#,
            &["1:25 `<Number>` takes a phone number such as `+15551234567`, not `Bob`"],
        ),
        (
            r#"<Response><Dial>"Bob"</Dial></Response>"#,
            &["1:17 `<Dial>` takes a phone number such as `+15551234567`, not `Bob`"],
        ),
        (
            r#"<Response><Dial><Sip>"kate"</Sip></Dial></Response>"#,
            &["1:22 `<Sip>` takes a SIP address such as `sip:kate@example.com`, not `kate`"],
        ),
        (
            r#"<Response><Dial><Sip>"sip:a@example.com?foo=1"</Sip></Dial></Response>"#,
            &["1:22 warning: Twilio drops a SIP header of `sip:a@example.com?foo=1`"],
        ),
        (
            r#"<Response><Enqueue workflowSid="WWXX"><Task>"{'a': 1}"</Task></Enqueue></Response>"#,
            &["1:45 `<Task>` takes a JSON object, not `{'a': 1}`"],
        ),
        ("<Response><Dial><Number/></Dial></Response>", &["1:18 warning: `<Number>` should hold text"]),
        ("<Response><Dial><Number></Number></Dial></Response>", &["1:18 warning: `<Number>` should hold text"]),
        ("<Response><Dial><Number>{number}</Number></Dial></Response>", &[]),
    ]);
}

#[test]
fn lengths() {
    check(&[
        (
            r#"<Response><Dial callReason="a reason that is much longer than the fifty characters it takes">"+15551234567"</Dial></Response>"#,
            &["1:28 `callReason` takes text of up to 50 characters"],
        ),
        (
            r#"<Response><Enqueue>"a name of a queue that is much longer than the sixty-four characters it takes"</Enqueue></Response>"#,
            &["1:20 `<Enqueue>` takes text of up to 64 characters"],
        ),
        (
            r#"<Response><Enqueue>"a name of a queue that is much longer than the " {count} " sixty-four characters it takes"</Enqueue></Response>"#,
            &["1:20 `<Enqueue>` takes text of up to 64 characters"],
        ),
    ]);
}

#[test]
fn pasted_xml() {
    check(&[
        (r#"<Response><Say>"Tom &amp; Jerry"</Say></Response>"#, &["1:16 `&amp;` is XML, and this is a Rust string"]),
        (r#"<Response><Say>"&#38;" {"&amp;"}</Say></Response>"#, &["1:16 `&#38;` is XML, and this is a Rust string"]),
        (r#"<Response><Say>"&lt;b&gt;"</Say></Response>"#, &["1:16 `&lt;` is XML, and this is a Rust string"]),
        (
            r#"<Response><Redirect>"/a?x=1&amp;y=2"</Redirect></Response>"#,
            &["1:21 `&amp;` is XML, and this is a Rust string"],
        ),
        (
            r#"<Response><Gather action="/a?x=1&amp;y=2"/></Response>"#,
            &["1:26 `&amp;` is XML, and this is a Rust string"],
        ),
        (r#"<Response><Say>"AT&T; R&D &c; &nbsp;"</Say></Response>"#, &[]),
    ]);
}

#[test]
fn characters() {
    check(&[
        (r#"<Response><Say>"a\u{1}b"</Say></Response>"#, &["1:16 XML cannot carry the character U+0001"]),
        (r#"<Response><Say>{"a\u{1}b"}</Say></Response>"#, &["1:17 XML cannot carry the character U+0001"]),
        (r#"<Response><Gather action="/a\0"/></Response>"#, &["1:26 XML cannot carry the character U+0000"]),
        (r#"<Response><Say>"a\u{fffe}"</Say></Response>"#, &["1:16 XML cannot carry the character U+FFFE"]),
        (
            r#"<Response><"NewVerb" a="\u{8}">"\u{b}"</"NewVerb"></Response>"#,
            &["1:24 XML cannot carry the character U+0008", "1:32 XML cannot carry the character U+000B"],
        ),
    ]);
}

#[test]
fn outdated() {
    check(&[
        (r#"<Response><Sms>"Hello"</Sms></Response>"#, &["1:12 warning: `<Sms>` is deprecated"]),
        ("<Response><Receive/></Response>", &["1:12 warning: `<Receive>` is retired"]),
        (
            r#"<Response><Gather input="speech" speechModel="phone_call" enhanced=true/></Response>"#,
            &["1:59 warning: `enhanced` is deprecated"],
        ),
        (r#"<Response><Pay credentialSid="CRXX"/></Response>"#, &["1:16 warning: `credentialSid` is retired"]),
    ]);
}

#[test]
fn unusual() {
    check(&[
        (
            r#"<Response><Dial timeout="2">"+15551234567"</Dial></Response>"#,
            &["1:25 warning: `2` is unusual for `timeout`"],
        ),
        (
            r#"<Response><Dial timeLimit=20000>"+15551234567"</Dial></Response>"#,
            &["1:27 warning: `20000` is unusual for `timeLimit`"],
        ),
        (
            r#"<Response><Dial ringTone="xyz">"+15551234567"</Dial></Response>"#,
            &["1:26 warning: `ringTone` takes a value such as `at`, `au`, `bg`, `br`, `be`; `xyz` is not known"],
        ),
    ]);
}

#[test]
fn rules() {
    check(&[
        (
            r#"<Response><Connect><Conversation serviceInstanceSid="ISX" trim="trim-silence"/></Connect></Response>"#,
            &["1:59 `trim` needs a `record` that turns recording on"],
        ),
        (
            r#"<Response><Hangup/><Say>"Hello"</Say></Response>"#,
            &["1:21 warning: this verb never runs: `<Hangup>` has ended the call"],
        ),
    ]);
}
