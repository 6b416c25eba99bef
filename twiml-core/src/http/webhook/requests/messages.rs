//! Requests about messages.

use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Request, Webhook, form};

requests! {
    /// A message came in.
    ///
    /// New parameters appear without notice.
    Message = "message" ("https://www.twilio.com/docs/messaging/guides/webhook-request", "GET or POST", Messaging "") {
        /// The message.
        message_sid = "MessageSid": Sid(["SM" "MM"]) {};
        /// Same as `MessageSid`, older name.
        sms_sid = "SmsSid": Sid(["SM" "MM"]) {redundant: true};
        /// Same as `MessageSid`, older name.
        sms_message_sid = "SmsMessageSid": Sid(["SM" "MM"]) {redundant: true};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The messaging service.
        messaging_service_sid = "MessagingServiceSid": Sid(["MG"]) {when: "through a messaging service"};
        /// The sender, with `whatsapp:` and the like before the number on other channels.
        from = "From": Address {};
        /// Your number, written likewise.
        to = "To": Address {};
        /// The text, up to 1600 characters.
        body = "Body": Text {};
        /// Number of files.
        num_media = "NumMedia": Int {};
        /// Number of SMS segments.
        num_segments = "NumSegments": Int {};
        /// The files.
        media = "MediaUrl{N}" & "MediaContentType{N}": Media {when: "files"};
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
        /// State of the message.
        sms_status = "SmsStatus": Listed(MessageStatus) {undocumented: true};
        /// Version of the API.
        api_version = "ApiVersion": Text {undocumented: true};
        /// What the sender asked for.
        opt_out_type = "OptOutType": Listed(OptOutType) {when: "advanced opt-out"};
        /// Id of the button that was pressed.
        button_payload = "ButtonPayload": Text {when: "rich message"};
        /// Its text.
        button_text = "ButtonText": Text {when: "rich message"};
        /// Its kind.
        button_type = "ButtonType": Listed(ButtonType) {when: "rich message"};
        /// What was chosen.
        interactive_data = "InteractiveData": Json {when: "rich message"};
        /// What was entered.
        flow_data = "FlowData": Json {when: "WhatsApp flow"};
        /// Details of the channel.
        channel_metadata = "ChannelMetadata": Json {when: "rich message"};
        /// Latitude.
        latitude = "Latitude": Float {when: "location"};
        /// Longitude.
        longitude = "Longitude": Float {when: "location"};
        /// Address.
        address = "Address": Text {when: "location"};
        /// Name of the place.
        label = "Label": Text {when: "location"};
        /// Sender's name.
        profile_name = "ProfileName": Text {when: "WhatsApp"};
        /// Sender's id.
        wa_id = "WaId": Text {when: "WhatsApp"};
        /// Whether it was forwarded.
        forwarded = "Forwarded": Bool {when: "WhatsApp"};
        /// Whether it was forwarded often.
        frequently_forwarded = "FrequentlyForwarded": Bool {when: "WhatsApp"};
        /// Text of the advertisement.
        referral_body = "ReferralBody": Text {when: "from an advertisement on WhatsApp"};
        /// Its headline.
        referral_headline = "ReferralHeadline": Text {when: "from an advertisement on WhatsApp"};
        /// Its id.
        referral_source_id = "ReferralSourceId": Text {when: "from an advertisement on WhatsApp"};
        /// Its kind.
        referral_source_type = "ReferralSourceType": Text {when: "from an advertisement on WhatsApp"};
        /// Its address.
        referral_source_url = "ReferralSourceUrl": Url {when: "from an advertisement on WhatsApp"};
        /// Id of its file.
        referral_media_id = "ReferralMediaId": Text {when: "from an advertisement on WhatsApp"};
        /// Type of its file.
        referral_media_content_type = "ReferralMediaContentType": Text {when: "from an advertisement on WhatsApp"};
        /// Address of its file.
        referral_media_url = "ReferralMediaUrl": Url {when: "from an advertisement on WhatsApp"};
        /// Number of its files.
        referral_num_media = "ReferralNumMedia": Int {when: "from an advertisement on WhatsApp"};
        /// Click id.
        referral_ctwa_clid = "ReferralCtwaClid": Text {when: "from an advertisement on WhatsApp"};
        /// Who sent the message that is answered.
        original_replied_message_sender = "OriginalRepliedMessageSender": Address {when: "answer to a message of the last 7 days"};
        /// That message.
        original_replied_message_sid = "OriginalRepliedMessageSid": Sid(["SM" "MM"]) {when: "answer to a message of the last 7 days"};
    }

    /// A message that you sent changed its state; also the `action` of `<Message>`.
    MessageStatusCallback = "message-status" ("https://www.twilio.com/docs/messaging/guides/track-outbound-message-status", "POST, or what `<Message method>` says", Nothing "") {
        /// The message.
        message_sid = "MessageSid": Sid(["SM" "MM"]) {};
        /// Same as `MessageSid`, older name.
        sms_sid = "SmsSid": Sid(["SM" "MM"]) {redundant: true};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// Your number or sender.
        from = "From": Address {};
        /// The recipient.
        to = "To": Address {undocumented: true};
        /// State of the message.
        message_status = "MessageStatus": Listed(MessageStatus) {};
        /// Same as `MessageStatus`.
        sms_status = "SmsStatus": Text {redundant: true};
        /// Code at Twilio.
        error_code = "ErrorCode": Int {when: "failed, undelivered"};
        /// When the carrier says it was delivered, as `YYMMDDhhmm`.
        raw_dlr_done_date = "RawDlrDoneDate": Text {when: "SMS, MMS"};
        /// The channel.
        channel_install_sid = "ChannelInstallSid": Sid([]) {when: "other channels"};
        /// What the channel says.
        channel_status_message = "ChannelStatusMessage": Text {when: "other channels, failed"};
        /// Prefix of the channel.
        channel_prefix = "ChannelPrefix": Text {when: "other channels"};
        /// What the channel reports.
        event_type = "EventType": Listed(ChannelEvent) {when: "WhatsApp"};
    }
}
