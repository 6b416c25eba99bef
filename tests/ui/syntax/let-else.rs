use twiml::twiml;

fn main() {
    let caller: Option<&str> = None;
    let _ = twiml! {
        <Response>
            let Some(name) = caller else { <Hangup/> };
            <Say>{name}</Say>
        </Response>
    };
}
