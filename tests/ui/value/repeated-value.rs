use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Gather input="dtmf dtmf"/>
        </Response>
    };
}
