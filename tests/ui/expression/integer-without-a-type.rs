use twiml::twiml;

fn main() {
    let length = 5;
    let timeout = Some(2 + 3);
    let _ = twiml! {
        <Response>
            <Pause length={length}/>
            <Gather input="speech" speechTimeout={timeout}/>
        </Response>
    };
}
