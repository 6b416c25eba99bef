//! A crate that has the macro from another one, and no dependency on `twiml-dsl` itself.

use twiml_renamed::phone::{Fragment, Method, VoiceResponse, answer, element};

/// A constant document.
pub const HOLD: VoiceResponse = answer! { <Response><Say>"Please hold"</Say></Response> };

/// A fragment, and what is in it.
#[must_use]
pub fn choice(key: u8) -> impl Fragment<element::Gather> {
    answer! { <Say>"Press " {key}</Say> }
}

/// A document with control flow, a fragment and a rule that is decided at run time.
pub fn menu(keys: &[u8], wants_speech: bool) -> VoiceResponse {
    let input = if wants_speech {
        twiml_renamed::twiml! { "speech" }
    } else {
        twiml_renamed::twiml! { "keys" }
    };
    answer! {
        <Response>
            <Gather action="/menu" method={Method::Get}>
                for key in keys { {choice(*key)} }
            </Gather>
            <Say>{input}</Say>
        </Response>
    }
}

#[cfg(test)]
mod tests {
    use super::{HOLD, menu};

    #[test]
    fn the_macro_knows_its_crate_at_second_hand() {
        assert!(HOLD.as_str().ends_with("<Say>Please hold</Say></Response>"));
        let answer = menu(&[1, 2], true).into_string();
        assert!(answer.contains("<Say>Press 1</Say><Say>Press 2</Say>"), "{answer}");
    }
}
