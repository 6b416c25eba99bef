use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Enqueue>"a name of a queue that is much longer than the sixty-four characters it takes"</Enqueue>
        </Response>
    };
}
