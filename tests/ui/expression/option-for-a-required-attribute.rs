use twiml::twiml;

fn main() {
    let sid = Some("ISXX");
    let _ = twiml! {
        <Response>
            <Connect><Conversation serviceInstanceSid={sid}/></Connect>
        </Response>
    };
}
