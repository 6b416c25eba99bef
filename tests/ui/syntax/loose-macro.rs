use twiml::twiml;

fn main() {
    let name = "Ada";
    let _ = twiml! {
        <Response>
            <Say>format!("Hello {name}")</Say>
            <Say>include_str!("greeting.txt")</Say>
        </Response>
    };
    assert_eq!(name, "Ada");
}
