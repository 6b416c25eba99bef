//! Requests about messages.

use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

requests! {
    /// A message came in.
    ///
    /// New parameters appear without notice.
    Message = "message" ("https://www.twilio.com/docs/messaging/guides/webhook-request", "GET or POST", Messaging "") {
        /// The message.
        message_sid = "MessageSid": Sid(["SM" "MM"]) {};
        /// Same as `MessageSid`, older name.
        sms_sid = "SmsSid": Sid(["SM" "MM"]) {optional: true};
        /// Same as `MessageSid`, older name.
        sms_message_sid = "SmsMessageSid": Sid(["SM" "MM"]) {optional: true};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The messaging service.
        messaging_service_sid = "MessagingServiceSid": Sid(["MG"]) {when: "through a messaging service"};
        /// The sender, with `whatsapp:` and the like before the number on other channels.
        from = "From": Address "+15551234567" {};
        /// Your number, written likewise.
        to = "To": Address "+15557654321" {};
        /// The text, up to 1600 characters.
        body = "Body": Text "Hello" {};
        /// Number of files.
        num_media = "NumMedia": Int "0" {};
        /// Number of SMS segments.
        num_segments = "NumSegments": Int {};
        /// The files.
        media = "MediaUrl{N}" & "MediaContentType{N}": Media {when: "files"};
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
        /// State of the message.
        sms_status = "SmsStatus": Listed(MessageStatus) {undocumented: true};
        /// Version of the API.
        api_version = "ApiVersion": Text "2010-04-01" {undocumented: true};
        /// What the sender asked for.
        opt_out_type = "OptOutType": Listed(OptOutType) {when: "advanced opt-out"};
        /// Id of the button that was pressed.
        button_payload = "ButtonPayload": Text "yes" {when: "rich message"};
        /// Its text.
        button_text = "ButtonText": Text "Yes" {when: "rich message"};
        /// Its kind.
        button_type = "ButtonType": Listed(ButtonType) {when: "rich message"};
        /// What was chosen.
        interactive_data = "InteractiveData": Json "{\"type\":\"list\"}" {when: "rich message"};
        /// What was entered.
        flow_data = "FlowData": Json "{\"name\":\"Ada\"}" {when: "WhatsApp flow"};
        /// Details of the channel.
        channel_metadata = "ChannelMetadata": Json "{\"type\":\"whatsapp\"}" {when: "rich message"};
        /// Latitude.
        latitude = "Latitude": Float "52.5163" {when: "location"};
        /// Longitude.
        longitude = "Longitude": Float "13.3777" {when: "location"};
        /// Address.
        address = "Address": Text "Pariser Platz, Berlin" {when: "location"};
        /// Name of the place.
        label = "Label": Text "Brandenburg Gate" {when: "location"};
        /// Sender's name.
        profile_name = "ProfileName": Text "Jane" {when: "WhatsApp"};
        /// Sender's id.
        wa_id = "WaId": Text "15551234567" {when: "WhatsApp"};
        /// Whether it was forwarded.
        forwarded = "Forwarded": Bool {when: "WhatsApp"};
        /// Whether it was forwarded often.
        frequently_forwarded = "FrequentlyForwarded": Bool {when: "WhatsApp"};
        /// Text of the advertisement.
        referral_body = "ReferralBody": Text "Half price today" {when: "from an advertisement on WhatsApp"};
        /// Its headline.
        referral_headline = "ReferralHeadline": Text "Fish & chips" {when: "from an advertisement on WhatsApp"};
        /// Its id.
        referral_source_id = "ReferralSourceId": Text "118588094077142" {when: "from an advertisement on WhatsApp"};
        /// Its kind.
        referral_source_type = "ReferralSourceType": Text "post" {when: "from an advertisement on WhatsApp"};
        /// Its address.
        referral_source_url = "ReferralSourceUrl": Url "https://example.com/post" {when: "from an advertisement on WhatsApp"};
        /// Id of its file.
        referral_media_id = "ReferralMediaId": Text "9876543210" {when: "from an advertisement on WhatsApp"};
        /// Type of its file.
        referral_media_content_type = "ReferralMediaContentType": Text "image/jpeg" {when: "from an advertisement on WhatsApp"};
        /// Address of its file.
        referral_media_url = "ReferralMediaUrl": Url "https://example.com/post.jpg" {when: "from an advertisement on WhatsApp"};
        /// Number of its files.
        referral_num_media = "ReferralNumMedia": Int {when: "from an advertisement on WhatsApp"};
        /// Click id.
        referral_ctwa_clid = "ReferralCtwaClid": Text "ARAkLkA8rmlF" {when: "from an advertisement on WhatsApp"};
        /// Who sent the message that is answered.
        original_replied_message_sender = "OriginalRepliedMessageSender": Address "whatsapp:+15557654321" {when: "answer to a message of the last 7 days"};
        /// That message.
        original_replied_message_sid = "OriginalRepliedMessageSid": Sid(["SM" "MM"]) {when: "answer to a message of the last 7 days"};
        /// Why the document could not be had.
        error_code = "ErrorCode": Int "11200" {when: "the request goes to the fallback address"};
        /// The address that failed.
        error_url = "ErrorUrl": Url "https://voice.example.com/sms" {when: "the request goes to the fallback address"};
    }

    /// A message that you sent changed its state; also the `action` of `<Message>`.
    MessageStatusCallback = "message-status" ("https://www.twilio.com/docs/messaging/guides/track-outbound-message-status", "POST, or what `<Message method>` says", Nothing "") {
        /// The message.
        message_sid = "MessageSid": Sid(["SM" "MM"]) {};
        /// Same as `MessageSid`, older name.
        sms_sid = "SmsSid": Sid(["SM" "MM"]) {optional: true};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// Your number or sender.
        from = "From": Address "+15557654321" {optional: true};
        /// The recipient.
        to = "To": Address "+15551234567" {undocumented: true};
        /// State of the message.
        message_status = "MessageStatus": Listed(MessageStatus) "delivered" {};
        /// Same as `MessageStatus`.
        sms_status = "SmsStatus": Text "delivered" {optional: true};
        /// Code at Twilio.
        error_code = "ErrorCode": Int "30003" {when: "failed, undelivered"};
        /// When the carrier says it was delivered, as `YYMMDDhhmm`.
        raw_dlr_done_date = "RawDlrDoneDate": Text "2611241439" {when: "SMS, MMS"};
        /// The channel.
        channel_install_sid = "ChannelInstallSid": Sid([]) {when: "other channels"};
        /// What the channel says.
        channel_status_message = "ChannelStatusMessage": Text "Channel could not find the To address" {when: "other channels, failed"};
        /// Prefix of the channel.
        channel_prefix = "ChannelPrefix": Text "whatsapp" {when: "other channels"};
        /// What the channel reports.
        event_type = "EventType": Listed(ChannelEvent) {when: "WhatsApp"};
    }
}
