use twiml::twiml;

fn main() {
    let name = "Bob";
    let pause = twiml! { "Hello " {name} <break/> };
    let nouns = twiml! { <WhatsApp>"+15551234567"</WhatsApp> };
    let numbers = twiml! { <Number>"+15551234567"</Number> };
    let _ = twiml! {
        <Response>
            <Say voice="man">{pause}</Say>
            <Dial>{&nouns}</Dial>
            <Dial callerId="client:joe">if name.is_empty() { {numbers} }</Dial>
        </Response>
    };
}
