use twiml::twiml;

fn main() {
    let length = 5_u32;
    let _ = twiml! {
        <Response>
            <Sya>{length.missing()}</Sya>
            <Pause length={length.seconds}/>
        </Response>
    };
}
