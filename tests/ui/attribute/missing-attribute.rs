use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Connect><Conversation inboundTimeout=20/></Connect>
        </Response>
    };
}
