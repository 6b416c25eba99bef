//! Names of attributes, as far as a call asks for them: each once, with the row that says what counts without it.

use twiml_core::vocabulary;

/// An attribute of an element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Attribute {
    /// The id of the element's row.
    #[cfg_attr(not(test), allow(dead_code, reason = "for the test that every name is one of the tables"))]
    element: &'static str,
    pub(crate) name: &'static str,
}

impl Attribute {
    /// What counts if it is not written, by the row of the element that it stands on.
    pub(crate) fn default(self, row: Option<&'static vocabulary::Element>) -> Option<&'static str> {
        row?.attribute(self.name)?.default
    }
}

/// Modules and constants that are named as elements and attributes.
macro_rules! names {
    ($all:ident; $($element:ident = $id:literal { $($attribute:ident)+ })+) => {
        $(
            #[allow(non_snake_case, non_upper_case_globals, reason = "named as the element and its attributes are")]
            pub(crate) mod $element {
                use super::super::Attribute;

                $( pub(crate) const $attribute: Attribute = Attribute { element: $id, name: crate::names::plain(stringify!($attribute)) }; )+
            }
        )+

        #[cfg(test)]
        pub(crate) const $all: &[super::Attribute] = &[$($($element::$attribute),+),+];
    };
}

/// A name without what makes it an identifier.
const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Documents of calls.
pub(crate) mod voice {
    names! { ALL;
        Application = "voice/Application" { method statusCallback statusCallbackEvent statusCallbackMethod url }
        Client = "voice/Client" { method statusCallback statusCallbackEvent statusCallbackMethod url }
        Conference = "voice/Conference" { beep coach endConferenceOnExit maxParticipants muted participantLabel record recordingStatusCallback recordingStatusCallbackMethod startConferenceOnEnter statusCallback statusCallbackEvent statusCallbackMethod waitMethod waitUrl }
        Connect = "voice/Connect" { action method }
        Conversation = "voice/Conversation" { inboundTimeout record recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod routingAssignmentTimeout statusCallback statusCallbackEvent statusCallbackMethod }
        ConversationRelay = "voice/ConversationRelay" { welcomeGreeting }
        Dial = "voice/Dial" { action answerOnBridge callerId hangupOnStar method record recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod referMethod referUrl sequential timeLimit timeout }
        Enqueue = "voice/Enqueue" { action maxQueueSize method waitUrl waitUrlMethod workflowSid }
        Gather = "voice/Gather" { action actionOnEmptyResult finishOnKey input method numDigits partialResultCallback partialResultCallbackMethod speechTimeout timeout }
        Number = "voice/Number" { amdStatusCallback amdStatusCallbackMethod machineDetection method sendDigits statusCallback statusCallbackEvent statusCallbackMethod url }
        Pause = "voice/Pause" { length }
        Pay = "voice/Pay" { action bankAccountType chargeAmount maxAttempts paymentMethod postalCode securityCode statusCallback statusCallbackMethod timeout }
        Play = "voice/Play" { digits r#loop }
        Prompt = "voice/Prompt" { attempt errorType r#for }
        Queue = "voice/Queue" { method url }
        Record = "voice/Record" { action finishOnKey maxLength method playBeep recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod timeout transcribe transcribeCallback trim }
        Recording = "voice/Recording" { channels recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod track }
        Redirect = "voice/Redirect" { method }
        Refer = "voice/Refer" { action method }
        Reject = "voice/Reject" { reason }
        Say = "voice/Say" { r#loop }
        Sip = "voice/Sip" { method statusCallback statusCallbackEvent statusCallbackMethod url }
        Siprec = "voice/Siprec" { statusCallback statusCallbackMethod }
        Sms = "voice/Sms" { action from method statusCallback to }
        Stream = "voice/Stream" { name statusCallback statusCallbackMethod track }
        Transcription = "voice/Transcription" { languageCode statusCallbackMethod statusCallbackUrl track }
        WhatsApp = "voice/WhatsApp" { method statusCallback statusCallbackEvent statusCallbackMethod url }
        r#break = "voice/break" { time }
    }
}

/// Documents of messages.
pub(crate) mod messaging {
    names! { ALL;
        Message = "messaging/Message" { action from method statusCallback to }
        Redirect = "messaging/Redirect" { method }
        Sms = "messaging/Sms" { from statusCallback to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_one_of_the_tables() {
        for attribute in voice::ALL.iter().chain(messaging::ALL) {
            let row = vocabulary::all().find(|row| row.id == attribute.element);
            let row = row.unwrap_or_else(|| panic!("there is no element {}", attribute.element));
            assert!(row.attribute(attribute.name).is_some(), "{} has no {}", attribute.element, attribute.name);
        }
    }
}
