//! Requests about a call.

use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Request, Webhook, form};

requests! {
    /// Asks for the TwiML of a call: on an incoming call, and whenever a call goes on at another address.
    ///
    /// New parameters appear without notice.
    Call = "voice" ("https://www.twilio.com/docs/voice/twiml", "GET or POST", Voice "") {
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The caller: a number, `client:` or `sip:` address, or a word such as anonymous.
        from = "From": Address {};
        /// The called party, written likewise.
        to = "To": Address {};
        /// State of the call.
        call_status = "CallStatus": Listed(CallStatus) {};
        /// Version of the API that handles the call.
        api_version = "ApiVersion": Text {};
        /// Who began the call.
        direction = "Direction": Listed(Direction) {};
        /// Number that forwarded the call.
        forwarded_from = "ForwardedFrom": Address {when: "forwarded, if the carrier tells"};
        /// Caller's name.
        caller_name = "CallerName": Text {when: "name lookup is on for the number"};
        /// Call that made this one.
        parent_call_sid = "ParentCallSid": Sid(["CA"]) {when: "not the first leg"};
        /// Token needed to call on with the same caller.
        call_token = "CallToken": Text {when: "forwarded"};
        /// City of the caller's number.
        from_city = "FromCity": Text {when: "Twilio could look it up"};
        /// State or province of the caller's number.
        from_state = "FromState": Text {when: "Twilio could look it up"};
        /// Postal code of the caller's number.
        from_zip = "FromZip": Text {when: "Twilio could look it up"};
        /// Country of the caller's number.
        from_country = "FromCountry": Text {when: "Twilio could look it up"};
        /// City of the called number.
        to_city = "ToCity": Text {when: "Twilio could look it up"};
        /// State or province of the called number.
        to_state = "ToState": Text {when: "Twilio could look it up"};
        /// Postal code of the called number.
        to_zip = "ToZip": Text {when: "Twilio could look it up"};
        /// Country of the called number.
        to_country = "ToCountry": Text {when: "Twilio could look it up"};
        /// Same as `From`.
        caller = "Caller": Address {redundant: true};
        /// Same as `To`.
        called = "Called": Address {redundant: true};
        /// Same as `from_city`.
        caller_city = "CallerCity": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `FromState`.
        caller_state = "CallerState": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `FromZip`.
        caller_zip = "CallerZip": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `FromCountry`.
        caller_country = "CallerCountry": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToCity`.
        called_city = "CalledCity": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToState`.
        called_state = "CalledState": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToZip`.
        called_zip = "CalledZip": Text {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToCountry`.
        called_country = "CalledCountry": Text {when: "Twilio could look it up", undocumented: true};
        /// How far the caller id could be verified.
        stir_verstat = "StirVerstat": Listed(StirVerstat) {when: "signed by the carrier", undocumented: true};
        /// Signed token of the carrier.
        stir_passport_token = "StirPassportToken": Text {when: "signed by the carrier", undocumented: true};
        /// Call id of SIP.
        sip_call_id = "SipCallId": Text {when: "SIP"};
        /// Domain that was called.
        sip_domain = "SipDomain": Text {when: "SIP"};
        /// That domain at Twilio.
        sip_domain_sid = "SipDomainSid": Sid(["SD"]) {when: "SIP"};
        /// Address the call came from.
        sip_source_ip = "SipSourceIp": Text {when: "SIP"};
        /// Each header that begins with X-.
        sip_headers = "SipHeader_{Name}": Headers {when: "SIP"};
    }

    /// A call has ended, reported to the address set at the number.
    CallStatusCallback = "call-status" ("https://www.twilio.com/docs/voice/twiml", "GET or POST", Nothing "") {
        including call: Call;

        /// Duration in seconds.
        call_duration = "CallDuration": Int {when: "the call has ended"};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url {when: "recorded by the `Record` parameter of the API"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {when: "recorded by the `Record` parameter of the API"};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int {when: "recorded by the `Record` parameter of the API"};
    }

    /// A call made by a noun of `<Dial>` got on.
    CallProgressCallback = "call-progress" ("https://www.twilio.com/docs/voice/twiml/number", "POST, or what `statusCallbackMethod` says", Nothing "") {
        including call: Call;

        /// Duration in seconds.
        call_duration = "CallDuration": Int {when: "event completed"};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url {when: "event completed, recorded"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {when: "event completed, recorded"};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int {when: "event completed, recorded"};
        /// When it happened.
        timestamp = "Timestamp": Rfc2822 {};
        /// Where the request comes from.
        callback_source = "CallbackSource": Listed(CallbackSource) {};
        /// Place of the request in the order of events, from 0.
        sequence_number = "SequenceNumber": Int {};
    }
}
