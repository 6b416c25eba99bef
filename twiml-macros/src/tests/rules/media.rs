//! Rules of the relay, of streams, recordings and transcriptions, of messages and of faxes.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // ConversationRelay
    (
        "relay-multi-transcription-provider",
        r#"<Connect><ConversationRelay url="wss://example.com" transcriptionLanguage="multi" ^transcriptionProvider="Google"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" transcriptionLanguage="multi" transcriptionProvider="deepgram"/></Connect>"#,
    ),
    (
        "relay-multi-speech-model",
        r#"<Connect><ConversationRelay url="wss://example.com" transcriptionLanguage="multi" ^speechModel="nova-3-medical"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" transcriptionLanguage="multi" speechModel="nova-3-general"/></Connect>"#,
    ),
    (
        "relay-multi-transcription-provider-language",
        r#"<Connect><ConversationRelay url="wss://example.com" language="multi" ^transcriptionProvider="Google"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" language="multi" transcriptionLanguage="en-US" transcriptionProvider="Google"/></Connect>"#,
    ),
    (
        "relay-multi-speech-model-language",
        r#"<Connect><ConversationRelay url="wss://example.com" language="multi" ^speechModel="nova-3-medical"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" language="multi" speechModel="nova-2-general"/></Connect>"#,
    ),
    (
        "relay-multi-tts-provider",
        r#"<Connect><ConversationRelay url="wss://example.com" ttsLanguage="multi" ^ttsProvider="Google"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" ttsLanguage="multi" ttsProvider="ElevenLabs"/></Connect>"#,
    ),
    (
        "relay-multi-tts-provider-language",
        r#"<Connect><ConversationRelay url="wss://example.com" language="multi" ^ttsProvider="Amazon"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" language="multi" ttsLanguage="en-US" ttsProvider="Amazon"/></Connect>"#,
    ),
    (
        "relay-language-overridden",
        r#"<Connect><ConversationRelay url="wss://example.com" ^language="en-US" ttsLanguage="en-GB" transcriptionLanguage="en-GB"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" language="en-US" ttsLanguage="en-GB"/></Connect>"#,
    ),
    (
        "relay-elevenlabs-only",
        r#"<Connect><ConversationRelay url="wss://example.com" ttsProvider="google" ^elevenlabsTextNormalization="on"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" elevenlabsTextNormalization="on"/></Connect>"#,
    ),
    (
        "relay-deepgram-only",
        r#"<Connect><ConversationRelay url="wss://example.com" transcriptionProvider="Google" ^deepgramSmartFormat=true/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" transcriptionProvider="Deepgram" deepgramSmartFormat=true/></Connect>"#,
    ),
    (
        "relay-greeting",
        r#"<Connect><ConversationRelay url="wss://example.com" ^welcomeGreetingInterruptible="any"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" welcomeGreetingInterruptible="any" welcomeGreeting="Hi"/></Connect>"#,
    ),
    (
        "relay-sensitivity",
        r#"<Connect><ConversationRelay url="wss://example.com" interruptible="dtmf" ^interruptSensitivity="high"/></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com" interruptible="speech" interruptSensitivity="high"/></Connect>"#,
    ),
    // Language
    (
        "relay-language-multi-tts",
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="multi" ^ttsProvider="Google"/></ConversationRelay></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="multi" ttsProvider="ElevenLabs"/></ConversationRelay></Connect>"#,
    ),
    (
        "relay-language-multi-transcription",
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="multi" ^transcriptionProvider="Google"/></ConversationRelay></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="en-US" transcriptionProvider="Google"/></ConversationRelay></Connect>"#,
    ),
    (
        "relay-language-multi-model",
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="multi" ^speechModel="long"/></ConversationRelay></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="en-US" speechModel="long"/></ConversationRelay></Connect>"#,
    ),
    (
        "relay-language-twice",
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="en-US"/><Language ^code="en-US"/></ConversationRelay></Connect>"#,
        r#"<Connect><ConversationRelay url="wss://example.com"><Language code="en-US"/><Language code="en-GB"/></ConversationRelay></Connect>"#,
    ),
    // Parameter
    (
        "stream-parameter-length",
        r#"<Connect><Stream url="wss://example.com"><^Parameter name="abcdefghij" value="⋯"/></Stream></Connect>"#,
        r#"<Connect><Stream url="wss://example.com"><Parameter name="abcdefghi" value="⋯"/></Stream></Connect>"#,
    ),
    // Recording
    ("recording-stop-name", "<Stop><^Recording/></Stop>", r#"<Stop><Recording name="a"/></Stop>"#),
    (
        "recording-callback-url",
        r#"<Start><Recording ^recordingStatusCallbackMethod="GET" ^recordingStatusCallbackEvent="absent"/></Start><Say>"Hi"</Say>"#,
        r#"<Start><Recording recordingStatusCallbackMethod="GET" recordingStatusCallback="/a"/></Start><Say>"Hi"</Say>"#,
    ),
    // Siprec
    ("siprec-stop-name", "<Stop><^Siprec/></Stop>", r#"<Stop><Siprec name="a"/></Stop>"#),
    (
        "siprec-connector",
        r#"<Start><^Siprec name="a"/></Start><Say>"Hi"</Say>"#,
        r#"<Start><Siprec connectorName="a"/></Start><Say>"Hi"</Say>"#,
    ),
    (
        "siprec-name-twice",
        r#"<Start><Siprec name="a" connectorName="b"/></Start><Start><Siprec ^name="a" connectorName="c"/></Start><Pause/>"#,
        r#"<Start><Siprec name="a" connectorName="b"/></Start><Pause/><Stop><Siprec name="a"/></Stop>"#,
    ),
    (
        "siprec-callback-url",
        r#"<Stop><Siprec name="a" ^statusCallbackMethod="GET"/></Stop>"#,
        r#"<Stop><Siprec name="a" statusCallbackMethod="GET" statusCallback="/a"/></Stop>"#,
    ),
    // Stream
    (
        "stream-url",
        r#"<Connect><^Stream name="a"/></Connect>"#,
        r#"<Connect><Stream name="a" url="wss://example.com"/></Connect>"#,
    ),
    (
        "stream-connect-track",
        r#"<Connect><Stream url="wss://example.com" ^track="both_tracks"/></Connect>"#,
        r#"<Start><Stream url="wss://example.com" track="both_tracks"/></Start><Say>"Hi"</Say>"#,
    ),
    (
        "stream-name-twice",
        r#"<Start><Stream name="a" url="wss://example.com"/></Start><Connect><Stream ^name="a" url="wss://example.com"/></Connect>"#,
        r#"<Start><Stream name="a" url="wss://example.com"/></Start><Connect><Stream name="b" url="wss://example.com"/></Connect><Stop><Stream name="a"/></Stop>"#,
    ),
    ("stream-stop-name", "<Stop><^Stream/></Stop>", r#"<Stop><Stream name="a"/></Stop>"#),
    (
        "stream-callback-url",
        r#"<Connect><Stream url="wss://example.com" ^statusCallbackMethod="GET"/></Connect>"#,
        r#"<Connect><Stream url="wss://example.com" statusCallbackMethod="GET" statusCallback="/a"/></Connect>"#,
    ),
    // Transcription
    (
        "transcription-name-twice",
        r#"<Start><Transcription name="a" statusCallbackUrl="https://example.com"/><Transcription ^name="a" statusCallbackUrl="https://example.com"/></Start><Pause/>"#,
        r#"<Start><Transcription name="a" statusCallbackUrl="https://example.com"/></Start><Pause/><Stop><Transcription name="a"/></Stop>"#,
    ),
    ("transcription-stop-name", "<Stop><^Transcription/></Stop>", r#"<Stop><Transcription name="a"/></Stop>"#),
    (
        "transcription-callback-url",
        r#"<Stop><Transcription name="a" ^statusCallbackMethod="GET"/></Stop>"#,
        r#"<Stop><Transcription name="a" statusCallbackMethod="GET" statusCallbackUrl="/a"/></Stop>"#,
    ),
    (
        "transcription-deepgram-model",
        r#"<Stop><Transcription name="a" transcriptionEngine="google" ^speechModel="nova-3"/></Stop>"#,
        r#"<Stop><Transcription name="a" transcriptionEngine="deepgram" speechModel="nova-3"/></Stop>"#,
    ),
    (
        "transcription-google-model",
        r#"<Stop><Transcription name="a" transcriptionEngine="deepgram" ^speechModel="telephony"/></Stop>"#,
        r#"<Stop><Transcription name="a" speechModel="telephony"/></Stop>"#,
    ),
    (
        "transcription-medical",
        r#"<Stop><^Transcription name="a" speechModel="medical_conversation"/></Stop>"#,
        r#"<Stop><Transcription name="a" speechModel="medical_conversation" profanityFilter=false/></Stop>"#,
    ),
    (
        "transcription-conversation",
        r#"<Stop><Transcription name="a" ^conversationConfiguration="a" conversationId="b"/></Stop>"#,
        r#"<Stop><Transcription name="a" conversationConfiguration="a"/></Stop>"#,
    ),
    (
        "transcription-inbound-label",
        r#"<Stop><Transcription name="a" ^inboundTrackLabel="a" track="outbound_track"/></Stop>"#,
        r#"<Stop><Transcription name="a" inboundTrackLabel="a" track="both_tracks"/></Stop>"#,
    ),
    (
        "transcription-outbound-label",
        r#"<Stop><Transcription name="a" ^outboundTrackLabel="a" track="inbound_track"/></Stop>"#,
        r#"<Stop><Transcription name="a" outboundTrackLabel="a" track="outbound_track"/></Stop>"#,
    ),
    (
        "transcription-nobody",
        r#"<Start><^Transcription name="a"/></Start><Say>"Hi"</Say>"#,
        r#"<Start><Transcription statusCallbackUrl="/a"/></Start><Say>"Hi"</Say>"#,
    ),
    // Messages
    (
        "messaging-size",
        r#"<^Response><Message><Media>"https://example.com/…"</Media></Message></Response>"#,
        r#"<Response><Message><Media>"https://example.com/"</Media></Message></Response>"#,
    ),
    (
        "messages-ten",
        r#"<Message>"1"</Message><Message>"2"</Message><Message>"3"</Message><Message>"4"</Message><Message>"5"</Message>
           <Message>"6"</Message><Message>"7"</Message><Message>"8"</Message><Message>"9"</Message><Sms>"10"</Sms><^Message>"11"</Message>"#,
        r#"<Message>"1"</Message><Message>"2"</Message><Message>"3"</Message><Message>"4"</Message><Message>"5"</Message>
           <Message>"6"</Message><Message>"7"</Message><Message>"8"</Message><Message>"9"</Message><Sms>"10"</Sms>"#,
    ),
    ("message-empty", "<^Message/>", r#"<Message><Body>"Hi"</Body></Message>"#),
    (
        "message-text-and-body",
        r#"<Message>^"Hi"<Body>"Hi"</Body></Message>"#,
        r#"<Message>"Hi"<Media>"https://example.com/a.png"</Media></Message>"#,
    ),
    (
        "message-two-callbacks",
        r#"<^Message action="/a" statusCallback="/b">"Hi"</Message>"#,
        r#"<Message action="/a" statusCallback="/a">"Hi"</Message>"#,
    ),
    (
        "message-action-url",
        r#"<Message ^method="GET">"Hi"</Message>"#,
        r#"<Message method="GET" statusCallback="/a">"Hi"</Message>"#,
    ),
    (
        "after-message",
        r#"<Message action="/a">"Hi"</Message><^Message>"Ho"</Message>"#,
        r#"<Message statusCallback="/a">"Hi"</Message><Message>"Ho"</Message>"#,
    ),
    ("after-message-redirect", r#"<Redirect/><^Message>"Hi"</Message>"#, r#"<Message>"Hi"</Message><Redirect/>"#),
    (
        "message-sms-action-url",
        r#"<Message>"Hi"</Message><Sms ^method="GET">"Hi"</Sms>"#,
        r#"<Message>"Hi"</Message><Sms method="GET" action="/a">"Hi"</Sms>"#,
    ),
    (
        "after-message-sms",
        r#"<Sms action="/a">"Hi"</Sms><^Message>"Hi"</Message>"#,
        r#"<Sms>"Hi"</Sms><Message>"Hi"</Message>"#,
    ),
    // Faxes
    ("fax-size", r#"<^Response><Receive action="/…"/></Response>"#, r#"<Response><Receive action="/"/></Response>"#),
    ("fax-action-url", r#"<Receive ^method="GET"/>"#, r#"<Receive method="GET" action="/a"/>"#),
];
