use twiml::twiml;

fn main() {
    let action = 5_u8;
    let _ = twiml! {
        <Response>
            <Gather action={action}/>
        </Response>
    };
}
