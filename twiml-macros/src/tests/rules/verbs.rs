//! Rules of documents and of the verbs of voice.

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("voice-size", r#"<^Response><Play>"/…"</Play></Response>"#, r#"<Response><Play>"/"</Play></Response>"#),
    // Connect
    (
        "connect-one-noun",
        r#"<Connect><Room>"a"</Room><^Room>"b"</Room></Connect>"#,
        r#"<Connect><Room>"a"</Room></Connect>"#,
    ),
    (
        "after-connect",
        r#"<Connect action="/a"><Room>"a"</Room></Connect><^Say>"Hi"</Say>"#,
        r#"<Connect><Room>"a"</Room></Connect><Say>"Hi"</Say>"#,
    ),
    // Dial
    ("dial-empty", "<^Dial/>", r#"<Dial>"+15551234567"</Dial>"#),
    (
        "dial-text-and-noun",
        r#"<Dial>^"+15551234567"<Number>"+15551234568"</Number></Dial>"#,
        r#"<Dial><Number>"+15551234567"</Number><Number>"+15551234568"</Number></Dial>"#,
    ),
    (
        "dial-ten",
        r#"<Dial>
            <Number>"+15551234501"</Number><Number>"+15551234502"</Number><Number>"+15551234503"</Number>
            <Number>"+15551234504"</Number><Number>"+15551234505"</Number><Client>"a"</Client><Client>"b"</Client>
            <Client>"c"</Client><Client>"d"</Client><Sip>"sip:a@example.com"</Sip><^Client>"e"</Client>
        </Dial>"#,
        r#"<Dial>
            <Number>"+15551234501"</Number><Number>"+15551234502"</Number><Number>"+15551234503"</Number>
            <Number>"+15551234504"</Number><Number>"+15551234505"</Number><Client>"a"</Client><Client>"b"</Client>
            <Client>"c"</Client><Client>"d"</Client><Sip>"sip:a@example.com"</Sip>
        </Dial>"#,
    ),
    (
        "dial-one-conference",
        r#"<Dial><Conference>"a"</Conference><^Conference>"b"</Conference></Dial>"#,
        r#"<Dial><Conference>"a"</Conference></Dial>"#,
    ),
    (
        "dial-conference-number",
        r#"<Dial><Conference>"a"</Conference><^Number>"+15551234567"</Number></Dial>"#,
        r#"<Dial><Client>"a"</Client><Number>"+15551234567"</Number></Dial>"#,
    ),
    (
        "dial-application-alone",
        r#"<Dial><^Application>"APXX"</Application><Client>"a"</Client></Dial>"#,
        r#"<Dial><Application>"APXX"</Application></Dial>"#,
    ),
    ("dial-alone", r#"<Dial><^Queue>"a"</Queue><Client>"b"</Client></Dial>"#, r#"<Dial><Queue>"a"</Queue></Dial>"#),
    (
        "dial-application-refer",
        r#"<Dial ^referUrl="/a"><Application>"APXX"</Application></Dial>"#,
        r#"<Dial referUrl="/a"><Client>"a"</Client></Dial>"#,
    ),
    (
        "dial-application-unsupported",
        r#"<Dial record="true" ^trim="trim-silence" ^sequential="true" ^recordingConfigurationId="a" "referUrl"="/a" ^referMethod="GET">
            <Application>"APXX"</Application>
        </Dial>"#,
        r#"<Dial record="true" trim="trim-silence" sequential="true" recordingConfigurationId="a" referUrl="/a" referMethod="GET">
            <Client>"a"</Client>
        </Dial>"#,
    ),
    (
        "dial-conference-no-effect",
        r#"<Dial ^callerId="+15551234567" ^timeout=10><Conference>"a"</Conference></Dial>"#,
        r#"<Dial callerId="+15551234567" timeout=10><Client>"a"</Client></Dial>"#,
    ),
    (
        "dial-whatsapp-caller",
        r#"<Dial ^callerId="+15551234567"><WhatsApp>"+15551234568"</WhatsApp></Dial>"#,
        r#"<Dial callerId="whatsapp:+15551234567"><WhatsApp>"+15551234568"</WhatsApp></Dial>"#,
    ),
    (
        "dial-whatsapp-no-caller",
        r#"<Dial timeout=20><^WhatsApp>"+15551234568"</WhatsApp></Dial>"#,
        r#"<Dial callerId="whatsapp:+15551234567"><WhatsApp>"+15551234568"</WhatsApp></Dial>"#,
    ),
    (
        "dial-number-caller",
        r#"<Dial ^callerId="client:joe"><Number>"+15551234567"</Number></Dial>"#,
        r#"<Dial callerId="+15551234568"><Number>"+15551234567"</Number></Dial>"#,
    ),
    (
        "dial-sip-caller",
        r#"<Dial ^callerId="client:joe"><Sip>"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial callerId="joe"><Sip>"sip:a@example.com"</Sip></Dial>"#,
    ),
    (
        "dial-recording-off",
        r#"<Dial record="false" ^trim="trim-silence" ^recordingTrack="both" ^recordingStatusCallback="/a" ^recordingConfigurationId="a">
            <Client>"a"</Client>
        </Dial>"#,
        r#"<Dial record="true" trim="trim-silence" recordingTrack="both" recordingStatusCallback="/a" recordingConfigurationId="a">
            <Client>"a"</Client>
        </Dial>"#,
    ),
    (
        "dial-track-dual",
        r#"<Dial record="record-from-answer-dual" ^recordingTrack="inbound"><Client>"a"</Client></Dial>"#,
        r#"<Dial record="record-from-answer-dual" recordingTrack="both"><Client>"a"</Client></Dial>"#,
    ),
    (
        "dial-recording-callback-url",
        r#"<Dial record="true" ^recordingStatusCallbackMethod="GET" ^recordingStatusCallbackEvent="absent"><Client>"a"</Client></Dial>"#,
        r#"<Dial record="true" recordingStatusCallback="/a" recordingStatusCallbackMethod="GET"><Client>"a"</Client></Dial>"#,
    ),
    (
        "dial-action-url",
        r#"<Dial ^method="GET"><Client>"a"</Client></Dial>"#,
        r#"<Dial method="GET" action="/a"><Client>"a"</Client></Dial>"#,
    ),
    (
        "dial-refer-url",
        r#"<Dial ^referMethod="GET"><Client>"a"</Client></Dial>"#,
        r#"<Dial referMethod="GET" referUrl="/a"><Client>"a"</Client></Dial>"#,
    ),
    (
        "dial-bridge-first",
        r#"<Say>"Hi"</Say><^Dial answerOnBridge="true"><Client>"a"</Client></Dial>"#,
        r#"<Dial answerOnBridge="true"><Client>"a"</Client></Dial><Say>"Bye"</Say>"#,
    ),
    (
        "after-dial",
        r#"<Dial action="/a"><Client>"a"</Client></Dial><^Say>"Bye"</Say>"#,
        r#"<Dial><Client>"a"</Client></Dial><Say>"Bye"</Say>"#,
    ),
    // Enqueue
    ("enqueue-name", "<^Enqueue/>", r#"<Enqueue>"a"</Enqueue>"#),
    ("enqueue-name-and-workflow", r#"<Enqueue workflowSid="WWXX">^"a"</Enqueue>"#, r#"<Enqueue workflowSid="WWXX"/>"#),
    (
        "enqueue-task",
        r#"<Enqueue>"a"<^Task>"{}"</Task></Enqueue>"#,
        r#"<Enqueue workflowSid="WWXX"><Task>"{}"</Task></Enqueue>"#,
    ),
    (
        "enqueue-one-task",
        r#"<Enqueue workflowSid="WWXX"><Task>"{}"</Task><^Task>"{}"</Task></Enqueue>"#,
        r#"<Enqueue workflowSid="WWXX"><Task>"{}"</Task></Enqueue>"#,
    ),
    (
        "enqueue-action-url",
        r#"<Enqueue ^method="GET">"a"</Enqueue>"#,
        r#"<Enqueue method="GET" action="/a">"a"</Enqueue>"#,
    ),
    (
        "enqueue-wait-url",
        r#"<Enqueue ^waitUrlMethod="GET">"a"</Enqueue>"#,
        r#"<Enqueue waitUrlMethod="GET" waitUrl="">"a"</Enqueue>"#,
    ),
    (
        "after-enqueue",
        r#"<Enqueue action="/a">"a"</Enqueue><^Say>"Bye"</Say>"#,
        r#"<Enqueue>"a"</Enqueue><Say>"Bye"</Say>"#,
    ),
    // Gather
    (
        "gather-auto-timeout",
        r#"<Gather input="speech" ^speechTimeout="auto" speechModel="default"/>"#,
        r#"<Gather input="speech" speechTimeout="3" speechModel="default"/>"#,
    ),
    (
        "gather-multi",
        r#"<Gather input="speech" ^language="multi"/>"#,
        r#"<Gather input="speech" language="multi" speechModel="deepgram_nova-3"/>"#,
    ),
    (
        "gather-speech-only",
        r#"<Gather input="dtmf" ^hints="a" ^speechModel="default" ^speechTimeout=3 ^profanityFilter=true ^partialResultCallback="/a" ^enhanced=false ^maxSpeechTime=3/>"#,
        r#"<Gather input="dtmf speech" hints="a" speechModel="default" speechTimeout=3 profanityFilter=true partialResultCallback="/a" enhanced=false maxSpeechTime=3/>"#,
    ),
    (
        "gather-keys-only",
        r##"<Gather input="speech" ^numDigits=1 ^finishOnKey="#"/>"##,
        r##"<Gather numDigits=1 finishOnKey="#"/>"##,
    ),
    (
        "gather-partial-url",
        r#"<Gather input="speech" ^partialResultCallbackMethod="GET"/>"#,
        r#"<Gather input="speech" partialResultCallbackMethod="GET" partialResultCallback="/a"/>"#,
    ),
    (
        "gather-enhanced",
        r#"<Gather input="speech" ^enhanced=true speechModel="default"/>"#,
        r#"<Gather input="speech" enhanced=true speechModel="phone_call"/>"#,
    ),
    (
        "gather-profanity",
        r#"<Gather input="speech" ^profanityFilter=true speechModel="numbers_and_commands"/>"#,
        r#"<Gather input="speech" profanityFilter=true speechModel="phone_call"/>"#,
    ),
    (
        "gather-profanity-language",
        r#"<Gather input="speech" ^profanityFilter=true language="es-MX"/>"#,
        r#"<Gather input="speech" profanityFilter=true language="es-MX" speechModel="deepgram_nova-3"/>"#,
    ),
    (
        "gather-phone-call-language",
        r#"<Gather input="speech" language="de-DE" ^speechModel="phone_call"/>"#,
        r#"<Gather input="speech" language="en-GB" speechModel="phone_call"/>"#,
    ),
    (
        "after-gather",
        r#"<Gather actionOnEmptyResult=true/><^Say>"Bye"</Say>"#,
        r#"<Gather actionOnEmptyResult=false/><Say>"Bye"</Say>"#,
    ),
    // Hangup, Leave
    ("after-hangup", r#"<Hangup/><^Say>"Bye"</Say>"#, r#"<Say>"Bye"</Say><Hangup/>"#),
    ("after-leave", r#"<Leave/><^Say>"Bye"</Say>"#, r#"<Say>"Bye"</Say><Leave/>"#),
    // Pay
    (
        "pay-bank-account",
        r#"<Pay ^bankAccountType="consumer-checking"/>"#,
        r#"<Pay bankAccountType="consumer-checking" paymentMethod="ach-debit"/>"#,
    ),
    (
        "pay-card-only",
        r#"<Pay paymentMethod="ach-debit" ^securityCode=true ^postalCode=true ^minPostalCodeLength=3 ^validCardTypes="visa"/>"#,
        r#"<Pay paymentMethod="credit-card" securityCode=true postalCode=true minPostalCodeLength=3 validCardTypes="visa"/>"#,
    ),
    (
        "pay-ach-language",
        r#"<Pay paymentMethod="ach-debit" ^language="de-DE"/>"#,
        r#"<Pay paymentMethod="ach-debit" language="en-GB"/>"#,
    ),
    ("pay-token", r#"<Pay chargeAmount=10 ^tokenType="reusable"/>"#, r#"<Pay chargeAmount=0 tokenType="reusable"/>"#),
    ("pay-currency", r#"<Pay ^currency="eur"/>"#, r#"<Pay currency="eur" chargeAmount="20.45"/>"#),
    (
        "pay-postal-code",
        "<Pay postalCode=false ^minPostalCodeLength=3/>",
        r#"<Pay postalCode="94105" minPostalCodeLength=3/>"#,
    ),
    (
        "pay-callback-url",
        r#"<Pay ^statusCallbackMethod="GET"/>"#,
        r#"<Pay statusCallbackMethod="GET" statusCallback="/a"/>"#,
    ),
    (
        "pay-bank-prompt",
        r#"<Pay><^Prompt for="bank-account-number"><Say>"Hi"</Say></Prompt></Pay>"#,
        r#"<Pay><Prompt for="payment-card-number"><Say>"Hi"</Say></Prompt></Pay>"#,
    ),
    (
        "pay-card-prompt",
        r#"<Pay paymentMethod="ach-debit"><^Prompt for="postal-code"><Say>"Hi"</Say></Prompt></Pay>"#,
        r#"<Pay paymentMethod="ach-debit"><Prompt for="bank-account-number"><Say>"Hi"</Say></Prompt></Pay>"#,
    ),
    // Play
    ("play-empty", "<^Play/>", r#"<Play digits="1"/>"#),
    (
        "play-digits-in-gather",
        r#"<Gather><Play ^digits="1"/></Gather>"#,
        r#"<Gather><Play>"/a.mp3"</Play></Gather><Play digits="1"/>"#,
    ),
    // Record
    (
        "record-transcribe",
        r#"<Record ^transcribeCallback="/a"/>"#,
        r#"<Record transcribeCallback="/a" transcribe=true/>"#,
    ),
    (
        "record-callback-url",
        r#"<Record ^recordingStatusCallbackMethod="GET" ^recordingStatusCallbackEvent="absent"/>"#,
        r#"<Record recordingStatusCallback="/a" recordingStatusCallbackMethod="GET"/>"#,
    ),
    // Redirect, Refer, Reject
    ("after-redirect", r#"<Say>"Hi"</Say><Redirect/><^Say>"Bye"</Say>"#, r#"<Say>"Hi"</Say><Redirect/>"#),
    ("refer-address", "<^Refer/>", r#"<Refer><Sip>"sip:a@example.com"</Sip></Refer>"#),
    (
        "refer-action-url",
        r#"<Refer ^method="GET"><Sip>"sip:a@example.com"</Sip></Refer>"#,
        r#"<Refer method="GET" action="/a"><Sip>"sip:a@example.com"</Sip></Refer>"#,
    ),
    (
        "after-refer",
        r#"<Refer action="/a"><Sip>"sip:a@example.com"</Sip></Refer><^Say>"Bye"</Say>"#,
        r#"<Refer><Sip>"sip:a@example.com"</Sip></Refer><Say>"Bye"</Say>"#,
    ),
    ("after-reject", r#"<Reject/><^Say>"Bye"</Say>"#, "<Reject/>"),
    ("reject-first", r#"<Say>"Bye"</Say><^Reject/>"#, "<Pause/><Reject/>"),
    // Say
    ("say-empty", "<^Say/>", "<Say><break/></Say>"),
    (
        "say-basic-voice",
        r#"<Say voice="man">"Hi"<^break/></Say>"#,
        r#"<Say voice="alice">"Hi"<break/></Say><Say voice="man">"Hi"</Say>"#,
    ),
    // Sms
    (
        "sms-action-url",
        r#"<Say>"Hi"</Say><Sms ^method="GET">"Hi"</Sms>"#,
        r#"<Say>"Hi"</Say><Sms method="GET" action="/a">"Hi"</Sms>"#,
    ),
    (
        "after-sms",
        r#"<Say>"Hi"</Say><Sms action="/a">"Hi"</Sms><^Say>"Bye"</Say>"#,
        r#"<Say>"Hi"</Say><Sms>"Hi"</Sms><Say>"Bye"</Say>"#,
    ),
    // Start, Stop
    ("start-empty", r#"<^Start/><Say>"Hi"</Say>"#, r#"<Start><Siprec connectorName="a"/></Start><Say>"Hi"</Say>"#),
    (
        "start-last",
        r#"<Say>"Hi"</Say><^Start><Siprec connectorName="a"/></Start>"#,
        r#"<Start><Siprec connectorName="a"/></Start><Say>"Hi"</Say>"#,
    ),
    ("stop-empty", "<^Stop/>", r#"<Stop><Siprec name="a"/></Stop>"#),
];
