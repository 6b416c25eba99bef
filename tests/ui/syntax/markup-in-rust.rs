use twiml::twiml;

fn main() {
    let vip = true;
    let names = ["Ada", "Grace"];
    let _ = twiml! {
        <Response>
            {vip && <Say>"Welcome back"</Say>}
            {for name in names { <Say>{name}</Say> }}
            {names.map(|name| <Say>{name}</Say>)}
        </Response>
    };
}
