use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say #[cfg(test)] voice="alice">"Hello"</Say>
            #[cfg(test)]
        </Response>
    };
}
