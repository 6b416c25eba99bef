use twiml::twiml;

fn main() {
    let record = "record-from-answer";
    let _ = twiml! {
        <Response>
            <Dial record={record}>"+15551234567"</Dial>
        </Response>
    };
}
