use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial>
                <Application>
                    <ApplicationSid>"APXX"</ApplicationSid>
                    <ApplicationSid>"APXX"</ApplicationSid>
                </Application>
            </Dial>
        </Response>
    };
}
