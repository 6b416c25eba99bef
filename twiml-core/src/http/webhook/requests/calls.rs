//! Requests about a call.

use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

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
        from = "From": Address "+15551234567" {};
        /// The called party, written likewise.
        to = "To": Address "+15557654321" {};
        /// State of the call.
        call_status = "CallStatus": Listed(CallStatus) "ringing" {};
        /// Version of the API that handles the call.
        api_version = "ApiVersion": Text "2010-04-01" {optional: true};
        /// Who began the call.
        direction = "Direction": Listed(Direction) {};
        /// Number that forwarded the call.
        forwarded_from = "ForwardedFrom": Address "+15559876543" {when: "forwarded, if the carrier tells"};
        /// Caller's name.
        caller_name = "CallerName": Text "JANE DOE" {when: "name lookup is on for the number"};
        /// Call that made this one.
        parent_call_sid = "ParentCallSid": Sid(["CA"]) "CAfedcba9876543210fedcba9876543210" {when: "not the first leg"};
        /// Token needed to call on with the same caller.
        call_token = "CallToken": Text "%7B%22parentCallInfoToken%22%3A%22e30%22%7D" {when: "forwarded"};
        /// City of the caller's number.
        from_city = "FromCity": Text "SAN FRANCISCO" {when: "Twilio could look it up"};
        /// State or province of the caller's number.
        from_state = "FromState": Text "CA" {when: "Twilio could look it up"};
        /// Postal code of the caller's number.
        from_zip = "FromZip": Text "94105" {when: "Twilio could look it up"};
        /// Country of the caller's number.
        from_country = "FromCountry": Text "US" {when: "Twilio could look it up"};
        /// City of the called number.
        to_city = "ToCity": Text "SEATTLE" {when: "Twilio could look it up"};
        /// State or province of the called number.
        to_state = "ToState": Text "WA" {when: "Twilio could look it up"};
        /// Postal code of the called number.
        to_zip = "ToZip": Text "98101" {when: "Twilio could look it up"};
        /// Country of the called number.
        to_country = "ToCountry": Text "US" {when: "Twilio could look it up"};
        /// Same as `From`.
        caller = "Caller": Address "+15551234567" {optional: true};
        /// Same as `To`.
        called = "Called": Address "+15557654321" {optional: true};
        /// Same as `FromCity`.
        caller_city = "CallerCity": Text "SAN FRANCISCO" {when: "Twilio could look it up", undocumented: true};
        /// Same as `FromState`.
        caller_state = "CallerState": Text "CA" {when: "Twilio could look it up", undocumented: true};
        /// Same as `FromZip`.
        caller_zip = "CallerZip": Text "94105" {when: "Twilio could look it up", undocumented: true};
        /// Same as `FromCountry`.
        caller_country = "CallerCountry": Text "US" {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToCity`.
        called_city = "CalledCity": Text "SEATTLE" {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToState`.
        called_state = "CalledState": Text "WA" {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToZip`.
        called_zip = "CalledZip": Text "98101" {when: "Twilio could look it up", undocumented: true};
        /// Same as `ToCountry`.
        called_country = "CalledCountry": Text "US" {when: "Twilio could look it up", undocumented: true};
        /// How far the caller id could be verified.
        stir_verstat = "StirVerstat": Listed(StirVerstat) {when: "signed by the carrier", undocumented: true};
        /// Signed token of the carrier.
        stir_passport_token = "StirPassportToken": Text "eyJhbGciOiJFUzI1NiJ9.e30.c2ln" {when: "signed by the carrier", undocumented: true};
        /// Call id of SIP.
        sip_call_id = "SipCallId": Text "a84b4c76e66710@198.51.100.7" {when: "SIP"};
        /// Domain that was called.
        sip_domain = "SipDomain": Text "example.sip.twilio.com" {when: "SIP"};
        /// That domain at Twilio.
        sip_domain_sid = "SipDomainSid": Sid(["SD"]) {when: "SIP"};
        /// Address the call came from.
        sip_source_ip = "SipSourceIp": Text "198.51.100.7" {when: "SIP"};
        /// Each header that begins with X-.
        sip_headers = "SipHeader_{Name}": Headers "42" {when: "SIP"};
        /// Who or what answered.
        answered_by = "AnsweredBy": Listed(AnsweredBy) {when: "machine detection"};
        /// Why the document could not be had.
        error_code = "ErrorCode": Int "11200" {when: "the request goes to the fallback address"};
        /// The address that failed.
        error_url = "ErrorUrl": Url "https://voice.example.com/voice" {when: "the request goes to the fallback address"};
    }

    /// A call has ended, reported to the address set at the number.
    CallStatusCallback = "call-status" ("https://www.twilio.com/docs/voice/twiml", "GET or POST", Nothing "") {
        including call: Call { "CallStatus": "completed" };

        /// Duration in seconds.
        call_duration = "CallDuration": Int "61" {when: "the call has ended"};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {when: "recorded by the `Record` parameter of the API"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {when: "recorded by the `Record` parameter of the API"};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int "17" {when: "recorded by the `Record` parameter of the API"};
    }

    /// A call made by a noun of `<Dial>` got on.
    CallProgressCallback = "call-progress" ("https://www.twilio.com/docs/voice/twiml/number", "POST, or what `statusCallbackMethod` says", Nothing "") {
        including call: Call { "CallStatus": "ringing", "Direction": "outbound-dial" };

        /// Duration in seconds.
        call_duration = "CallDuration": Int "61" {when: "event completed"};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {when: "event completed, recorded"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {when: "event completed, recorded"};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int "17" {when: "event completed, recorded"};
        /// When it happened.
        timestamp = "Timestamp": Rfc2822 {};
        /// Where the request comes from.
        callback_source = "CallbackSource": Listed(CallbackSource) "call-progress-events" {};
        /// Place of the request in the order of events, from 0.
        sequence_number = "SequenceNumber": Int {};
    }

    /// Who or what answered a call made by `<Number>` or `<Sip>` with `machineDetection`.
    AmdStatusCallback = "amd-status" ("https://www.twilio.com/docs/voice/answering-machine-detection", "POST, or what `amdStatusCallbackMethod` says", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {};
        /// Who or what answered.
        answered_by = "AnsweredBy": Listed(AnsweredBy) {};
        /// Milliseconds that the detection took.
        machine_detection_duration = "MachineDetectionDuration": Int "2300" {optional: true};
    }
}
