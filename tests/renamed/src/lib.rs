//! A crate that has `twiml-dsl` under a name of its own, and hands the macro on.

pub use markup::twiml;

/// The same, one level down and under another name.
pub mod phone {
    pub use markup::{Fragment, Method, VoiceResponse, element, twiml as answer};
}

use markup::VoiceResponse;

/// A document made here.
pub fn goodbye(name: &str) -> VoiceResponse {
    twiml! { <Response><Say>"Goodbye " {name}</Say><Hangup/></Response> }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_name_of_the_dependency_does_not_matter() {
        assert!(super::goodbye("Ada").as_str().ends_with("<Say>Goodbye Ada</Say><Hangup/></Response>"));
    }
}
