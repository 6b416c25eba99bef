use twiml::{VoiceResponse, twiml as markup};

fn answers() {
    let a = twiml::twiml! { <Response><Say  loop = 2>"a"</Say></Response> };
    let b = ::twiml::twiml! { <Response  ></Response> };
    let c = crate::reexported::twiml! { <Response><Hangup   /></Response> };
    let d = markup! { <Response><Hangup   /></Response> };
    let e = html! { <div   class = "a" ></div> };
    let f = twiml_like! { <Response   /> };
}
