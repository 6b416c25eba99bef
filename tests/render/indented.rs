//! Documents for people to read.

use twiml::{VoiceResponse, twiml};

#[test]
fn elements_have_lines_and_text_stays_as_it_is() {
    let name = "Ada\n<x>";
    let document: VoiceResponse = twiml! {
        <Response>
            <Gather hints="a>b" input="speech">
                <Say>"Hi " {name} <break time="1s"/> <s>"a"</s></Say>
                <Say><s>"b"</s><s>"c"</s></Say>
                <Pause/>
            </Gather>
            <Dial><Number>"+15551234567"</Number><Number>"+15557654321"</Number></Dial>
            <Dial>"+15551234567"</Dial>
            <Connect><Room>"r"</Room></Connect>
            <Gather>if name.len() > 9 { <Pause/> }</Gather>
            <"New"><"Inner"/><"Inner"/></"New">
            <Enqueue workflowSid="WWXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"><Task>r#"{"a": 1}"#</Task></Enqueue>
        </Response>
    };
    let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<Response>
    <Gather hints="a&gt;b" input="speech">
        <Say>Hi Ada
&lt;x&gt;<break time="1s"/><s>a</s></Say>
        <Say><s>b</s><s>c</s></Say>
        <Pause/>
    </Gather>
    <Dial>
        <Number>+15551234567</Number>
        <Number>+15557654321</Number>
    </Dial>
    <Dial>+15551234567</Dial>
    <Connect>
        <Room>r</Room>
    </Connect>
    <Gather></Gather>
    <New><Inner/><Inner/></New>
    <Enqueue workflowSid="WWXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX">
        <Task>{"a": 1}</Task>
    </Enqueue>
</Response>"#;
    assert_eq!(format!("{document:#}"), expected);
    assert_eq!(format!("{document:#?}"), format!("Response(\n{expected}\n)"));
    let joined: String = expected.lines().map(str::trim_start).collect();
    assert_eq!(joined, document.to_string().replace('\n', ""));
}

#[test]
fn small_documents_are_small() {
    let document: VoiceResponse = twiml! { <Response/> };
    assert_eq!(format!("{document:#}"), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response/>");
    let document: VoiceResponse = twiml! { <Response><Hangup/></Response> };
    assert_eq!(
        format!("{document:#}"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>\n    <Hangup/>\n</Response>"
    );
}
