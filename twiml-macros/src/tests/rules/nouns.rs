//! Rules of the nouns of voice, those of the relay, of streams and of transcriptions aside.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // Application
    (
        "application-url",
        r#"<Dial><Application ^method="GET">"APXX"</Application></Dial>"#,
        r#"<Dial><Application method="GET" url="/a">"APXX"</Application></Dial>"#,
    ),
    (
        "application-callback-url",
        r#"<Dial><Application ^statusCallbackMethod="GET" ^statusCallbackEvent="ringing">"APXX"</Application></Dial>"#,
        r#"<Dial><Application statusCallbackMethod="GET" statusCallback="/a">"APXX"</Application></Dial>"#,
    ),
    (
        "application-sid",
        r#"<Dial><^Application><Parameter name="a" value="b"/></Application></Dial>"#,
        r#"<Dial><Application><ApplicationSid>"APXX"</ApplicationSid></Application></Dial>"#,
    ),
    // Client
    (
        "client-url",
        r#"<Dial><Client ^method="GET">"a"</Client></Dial>"#,
        r#"<Dial><Client method="GET" url="/a">"a"</Client></Dial>"#,
    ),
    (
        "client-callback-url",
        r#"<Dial><Client ^statusCallbackMethod="GET" ^statusCallbackEvent="ringing">"a"</Client></Dial>"#,
        r#"<Dial><Client statusCallbackMethod="GET" statusCallback="/a">"a"</Client></Dial>"#,
    ),
    ("client-empty", "<Dial><^Client/></Dial>", "<Dial><Client><Identity>\"a\"</Identity></Client></Dial>"),
    (
        "client-two-identities",
        r#"<Dial><Client>^"a"<Identity>"a"</Identity></Client></Dial>"#,
        r#"<Dial><Client><Identity>"a"</Identity></Client></Dial>"#,
    ),
    (
        "client-one-identity",
        r#"<Dial><Client><Identity>"a"</Identity><^Identity>"b"</Identity></Client></Dial>"#,
        r#"<Dial><Client><Identity>"a"</Identity></Client><Client><Identity>"b"</Identity></Client></Dial>"#,
    ),
    (
        "client-parameter-identity",
        r#"<Dial><Client>"a"<^Parameter name="a" value="b"/></Client></Dial>"#,
        r#"<Dial><Client><Identity>"a"</Identity><Parameter name="a" value="b"/></Client></Dial>"#,
    ),
    // Conference
    (
        "conference-recording-off",
        r#"<Dial><Conference ^trim="trim-silence" ^recordingStatusCallback="/a" ^recordingConfigurationId="a">"a"</Conference></Dial>
           <Dial><Conference record="do-not-record" ^eventCallbackUrl="/a">"a"</Conference></Dial>"#,
        r#"<Dial><Conference record="record-from-start" trim="trim-silence" recordingStatusCallback="/a" recordingConfigurationId="a">"a"</Conference></Dial>
           <Dial><Conference record="record-from-start" eventCallbackUrl="/a">"a"</Conference></Dial>"#,
    ),
    (
        "conference-event-callback",
        r#"<Dial><Conference record="record-from-start" ^eventCallbackUrl="/a" recordingStatusCallback="/b">"a"</Conference></Dial>"#,
        r#"<Dial><Conference record="record-from-start" eventCallbackUrl="/a">"a"</Conference></Dial>"#,
    ),
    (
        "conference-recording-callback-url",
        r#"<Dial><Conference ^recordingStatusCallbackMethod="GET" ^recordingStatusCallbackEvent="absent">"a"</Conference></Dial>"#,
        r#"<Dial><Conference record="record-from-start" recordingStatusCallbackMethod="GET" recordingStatusCallback="/a">"a"</Conference></Dial>"#,
    ),
    (
        "conference-callback-url",
        r#"<Dial><Conference ^statusCallbackMethod="GET" ^statusCallbackEvent="start">"a"</Conference></Dial>"#,
        r#"<Dial><Conference statusCallbackMethod="GET" statusCallbackEvent="start" statusCallback="/a">"a"</Conference></Dial>"#,
    ),
    (
        "conference-callback-event",
        r#"<Dial><Conference ^statusCallback="/a">"a"</Conference></Dial>"#,
        r#"<Dial><Conference statusCallback="/a" statusCallbackEvent="start end">"a"</Conference></Dial>"#,
    ),
    (
        "conference-wait-url",
        r#"<Dial><Conference ^waitMethod="GET">"a"</Conference></Dial>"#,
        r#"<Dial><Conference waitMethod="GET" waitUrl="/a">"a"</Conference></Dial>"#,
    ),
    (
        "conference-muted-coach",
        r#"<Dial><Conference muted=true ^coach="CAXX">"a"</Conference></Dial>"#,
        r#"<Dial><Conference muted=false coach="CAXX">"a"</Conference></Dial>"#,
    ),
    // Conversation
    (
        "conversation-routing-timeout",
        r#"<Connect><Conversation serviceInstanceSid="ISXX" ^routingAssignmentTimeout=60/></Connect>"#,
        r#"<Connect><Conversation serviceInstanceSid="ISXX" routingAssignmentTimeout=60 inboundAutocreation=true/></Connect>"#,
    ),
    (
        "conversation-trim",
        r#"<Connect><Conversation serviceInstanceSid="ISXX" ^trim="trim-silence"/></Connect>"#,
        r#"<Connect><Conversation serviceInstanceSid="ISXX" trim="trim-silence" record="record-from-answer"/></Connect>"#,
    ),
    (
        "conversation-recording-callback",
        r#"<Connect><Conversation serviceInstanceSid="ISXX" ^recordingStatusCallback="/a"/></Connect>"#,
        r#"<Connect><Conversation serviceInstanceSid="ISXX" recordingStatusCallback="/a" record="true"/></Connect>"#,
    ),
    (
        "conversation-recording-callback-url",
        r#"<Connect><Conversation serviceInstanceSid="ISXX" ^recordingStatusCallbackMethod="GET" ^recordingStatusCallbackEvent="absent"/></Connect>"#,
        r#"<Connect><Conversation serviceInstanceSid="ISXX" recordingStatusCallbackMethod="GET" recordingStatusCallback="/a" record="true"/></Connect>"#,
    ),
    (
        "conversation-status-callback-url",
        r#"<Connect><Conversation serviceInstanceSid="ISXX" ^statusCallbackMethod="GET" ^statusCallbackEvent="call-ringing"/></Connect>"#,
        r#"<Connect><Conversation serviceInstanceSid="ISXX" statusCallbackMethod="GET" statusCallback="/a"/></Connect>"#,
    ),
    // Number
    (
        "number-url",
        r#"<Dial><Number ^method="GET">"+15551234567"</Number></Dial>"#,
        r#"<Dial><Number method="GET" url="/a">"+15551234567"</Number></Dial>"#,
    ),
    (
        "number-callback-url",
        r#"<Dial><Number ^statusCallbackMethod="GET" ^statusCallbackEvent="ringing">"+15551234567"</Number></Dial>"#,
        r#"<Dial><Number statusCallbackMethod="GET" statusCallback="/a">"+15551234567"</Number></Dial>"#,
    ),
    (
        "number-machine-detection",
        r#"<Dial><Number ^machineDetectionTimeout=10 ^machineDetectionSpeechThreshold=2000 ^machineDetectionSpeechEndThreshold=1000
            ^machineDetectionSilenceTimeout=3000 ^amdStatusCallback="/a">"+15551234567"</Number></Dial>"#,
        r#"<Dial><Number machineDetectionTimeout=10 amdStatusCallback="/a" machineDetection="Enable">"+15551234567"</Number></Dial>"#,
    ),
    (
        "number-amd-callback-url",
        r#"<Dial><Number ^amdStatusCallbackMethod="GET">"+15551234567"</Number></Dial>"#,
        r#"<Dial><Number machineDetection="Enable" amdStatusCallbackMethod="GET" amdStatusCallback="/a">"+15551234567"</Number></Dial>"#,
    ),
    // Prompt
    (
        "prompt-empty",
        r#"<Pay><^Prompt for="postal-code"><Pause/></Prompt></Pay>"#,
        r#"<Pay><Prompt for="postal-code"><Play>"/a.mp3"</Play></Prompt></Pay>"#,
    ),
    (
        "prompt-matching",
        r#"<Pay><Prompt for="postal-code" ^requireMatchingInputs=true><Say>"Hi"</Say></Prompt></Pay>"#,
        r#"<Pay><Prompt for="postal-code" requireMatchingInputs=false><Say>"Hi"</Say></Prompt></Pay>"#,
    ),
    (
        "prompt-place",
        r#"<^Prompt for="postal-code"><Say>"Hi"</Say></Prompt>"#,
        r#"<Pay><Prompt for="postal-code"><Say>"Hi"</Say></Prompt></Pay>"#,
    ),
    // Queue
    ("queue-name", "<Dial><^Queue/></Dial>", r#"<Dial><Queue>"a"</Queue></Dial>"#),
    (
        "queue-activity",
        r#"<Dial><Queue ^postWorkActivitySid="WAXX">"a"</Queue></Dial>"#,
        r#"<Dial><Queue postWorkActivitySid="WAXX" reservationSid="WRXX"/></Dial>"#,
    ),
    (
        "queue-url",
        r#"<Dial><Queue ^method="GET">"a"</Queue></Dial>"#,
        r#"<Dial><Queue method="GET" url="/a">"a"</Queue></Dial>"#,
    ),
    ("queue-place", r#"<^Queue>"a"</Queue>"#, r#"<Dial><Queue>"a"</Queue></Dial>"#),
    // Sip
    (
        "sip-url",
        r#"<Dial><Sip ^method="GET">"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial><Sip method="GET" url="/a">"sip:a@example.com"</Sip></Dial>"#,
    ),
    (
        "sip-callback-url",
        r#"<Dial><Sip ^statusCallbackMethod="GET" ^statusCallbackEvent="ringing">"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial><Sip statusCallbackMethod="GET" statusCallback="/a">"sip:a@example.com"</Sip></Dial>"#,
    ),
    (
        "sip-machine-detection",
        r#"<Dial><Sip ^machineDetectionTimeout=10 ^machineDetectionSpeechThreshold=2000 ^machineDetectionSpeechEndThreshold=1000
            ^machineDetectionSilenceTimeout=3000 ^amdStatusCallback="/a">"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial><Sip machineDetectionTimeout=10 amdStatusCallback="/a" machineDetection="Enable">"sip:a@example.com"</Sip></Dial>"#,
    ),
    (
        "sip-amd-callback-url",
        r#"<Dial><Sip ^amdStatusCallbackMethod="GET">"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial><Sip machineDetection="Enable" amdStatusCallbackMethod="GET" amdStatusCallback="/a">"sip:a@example.com"</Sip></Dial>"#,
    ),
    (
        "sip-empty",
        r#"<Dial><^Sip><Headers><Header name="x-a" value="b"/></Headers></Sip></Dial>"#,
        r#"<Dial><Sip><Uri>"sip:a@example.com"</Uri></Sip></Dial>"#,
    ),
    (
        "sip-two-addresses",
        r#"<Dial><Sip>^"sip:a@example.com"<Uri>"sip:b@example.com"</Uri></Sip></Dial>"#,
        r#"<Dial><Sip><Uri>"sip:a@example.com"</Uri><Uri>"sip:b@example.com"</Uri></Sip></Dial>"#,
    ),
    (
        "sip-username",
        r#"<Dial><Sip ^username="a">"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial><Sip username="a" password="b">"sip:a@example.com"</Sip></Dial>"#,
    ),
    (
        "sip-password",
        r#"<Dial><Sip ^password="b">"sip:a@example.com"</Sip></Dial>"#,
        r#"<Dial><Sip username="a" password="b">"sip:a@example.com"</Sip></Dial>"#,
    ),
    // VirtualAgent
    (
        "virtual-agent-callback-url",
        r#"<Connect><VirtualAgent connectorName="a" ^statusCallbackMethod="GET"/></Connect>"#,
        r#"<Connect><VirtualAgent connectorName="a" statusCallbackMethod="GET" statusCallback="/a"/></Connect>"#,
    ),
    // WhatsApp
    (
        "whatsapp-url",
        r#"<Dial callerId="whatsapp:+15551234567"><WhatsApp ^method="GET">"+15551234567"</WhatsApp></Dial>"#,
        r#"<Dial callerId="whatsapp:+15551234567"><WhatsApp method="GET" url="/a">"+15551234567"</WhatsApp></Dial>"#,
    ),
    (
        "whatsapp-callback-url",
        r#"<Dial callerId="whatsapp:+15551234567"><WhatsApp ^statusCallbackMethod="GET" ^statusCallbackEvent="ringing">"+15551234567"</WhatsApp></Dial>"#,
        r#"<Dial callerId="whatsapp:+15551234567"><WhatsApp statusCallbackMethod="GET" statusCallback="/a">"+15551234567"</WhatsApp></Dial>"#,
    ),
    // Speech
    ("prosody-empty", r#"<Say><^prosody>"Hi"</prosody></Say>"#, r#"<Say><prosody rate="fast">"Hi"</prosody></Say>"#),
    (
        "date-format",
        r#"<Say><^say-as interpret-as="date">"1/2/2026"</say-as></Say>"#,
        r#"<Say><say-as interpret-as="date" format="dmy">"1/2/2026"</say-as></Say>"#,
    ),
    (
        "format-date",
        r#"<Say><say-as interpret-as="cardinal" ^format="dmy">"1"</say-as></Say>"#,
        r#"<Say><say-as interpret-as="date" format="dmy">"1/2/2026"</say-as></Say>"#,
    ),
];
