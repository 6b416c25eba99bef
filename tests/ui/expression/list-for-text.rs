use twiml::twiml;

fn main() {
    let names = vec![String::from("Bob")];
    let _ = twiml! {
        <Response>
            <Say voice={names}>"Hello"</Say>
            <Say language={["en-US"]}>"Hello"</Say>
        </Response>
    };
}
