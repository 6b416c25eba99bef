use twiml::twiml;

fn main() {
    let length = -5;
    let _ = twiml! {
        <Response>
            <Pause length={length}/>
        </Response>
    };
}
