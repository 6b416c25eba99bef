use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Annotate/>
        </Response>
    };
}
