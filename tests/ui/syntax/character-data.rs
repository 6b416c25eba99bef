use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say><![CDATA[Tom & Jerry]]></Say>
        </Response>
    };
}
