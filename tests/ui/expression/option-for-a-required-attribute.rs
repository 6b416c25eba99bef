use twiml::twiml;

fn main() {
    let sid = Some("ISXX");
    let url: Option<String> = None;
    let _ = twiml! {
        <Response>
            <Connect><Conversation serviceInstanceSid={sid}/></Connect>
            <Connect><Stream url={&url}/></Connect>
        </Response>
    };
}
