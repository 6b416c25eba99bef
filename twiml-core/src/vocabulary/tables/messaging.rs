//! Messaging: the root, its verbs and their nouns.

macro_rules! messaging_elements { ($callback:ident $($argument:tt)*) => { $callback! { [$($argument)*] Messaging;
    /// Root of a messaging document: its verbs run one after the other.
    Response [root] = "Response" ("messaging/Response", "https://www.twilio.com/docs/messaging/twiml") {
        children: [Message Redirect Sms],
    } attributes {} rules {
        "messaging-size" MaxBytes Error {
            count: 65536,
            message: "a TwiML document may not be larger than 64 kB",
            code: 11750,
            basis: ErrorCode,
            source: "api/errors/11750",
        };
        "messages-ten" AtMost Error {
            of: ["Message", "Sms"],
            count: 10,
            message: "a message gets at most ten replies",
            code: 14109,
            basis: ErrorCode,
            source: "api/errors/14109",
        };
    }

    /// Sends a message, by default back to the sender.
    Message = "Message" ("messaging/Message", "https://www.twilio.com/docs/messaging/twiml/message") {
        also: ["Text", "Reply"],
        children: [Body Media],
        limits: ["Media" 0..=10],
        text: (Optional String max 1600 "Text of the message, instead of a nested `<Body>`."),
        terminal: Written("action"),
    } attributes {
        /// Who gets the message; by default the sender of the one that came in.
        to = "to": Address {};
        /// Who sends the message; by default the number that got the one that came in.
        from = "from": Sender {};
        /// Where Twilio reports the state of the message.
        action = "action": Url { dns: true, notes: "Twilio advises to set action and statusCallback to the same address." };
        /// How Twilio requests `action` and `statusCallback`.
        method = "method": Enum(Method) { default: "POST" };
        /// Where Twilio reports the state of the message.
        statusCallback = "statusCallback": Url { dns: true };
    } rules {
        "message-empty" Requires Warning {
            needs: ["#text", "Body", "Media"],
            message: "`<Message>` has nothing to send",
            code: 14103,
            basis: ErrorCode,
            source: "messaging/twiml/message",
        };
        "message-text-and-body" Conflicts Warning {
            when: ["#text"],
            forbids: ["Body"],
            message: "write all text in `<Body>`",
            basis: Implied,
            source: "messaging/twiml/message",
        };
        "message-two-callbacks" SameValue Warning {
            of: ["@action", "@statusCallback"],
            message: "`action` and `statusCallback` should be the same address",
            basis: Stated,
            source: "messaging/twiml/message",
        };
        "message-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action", "@statusCallback"],
            message: attribute "has no effect without `action` or `statusCallback`",
            basis: Implied,
            source: "messaging/twiml/message",
        };
        "after-message" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Message>` goes on with the answer to its `action`",
            basis: Stated,
            source: "messaging/twiml/message",
        };
    }

    /// Goes on with the TwiML at another address.
    Redirect = "Redirect" ("messaging/Redirect", "https://www.twilio.com/docs/messaging/twiml/redirect") {
        text: (Optional Url "Address of the next document."),
        terminal: Always,
    } attributes {
        /// How Twilio requests that address.
        method = "method": Enum(Method) { default: "POST" };
    } rules {
        "after-message-redirect" Unreachable Warning {
            message: "this verb never runs: `<Redirect>` goes on with another document",
            basis: Stated,
            source: "messaging/twiml/redirect",
        };
    }

    /// Older name of `<Message>`.
    Sms = "Sms" ("messaging/Sms", "https://www.twilio.com/docs/api/errors/14110") {
        status: Deprecated("Use `<Message>`."),
        text: (Required String max 1600 "Text of the message."),
        terminal: Written("action"),
    } attributes {
        /// Who gets the message; by default the sender of the one that came in.
        to = "to": Address {};
        /// Who sends the message; by default the number that got the one that came in.
        from = "from": Sender {};
        /// Where Twilio reports the outcome and asks for new TwiML.
        action = "action": Url {};
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// Where Twilio reports the delivery.
        statusCallback = "statusCallback": Url {};
    } rules {
        "message-sms-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action"],
            message: attribute "has no effect without `action`",
            basis: Implied,
            source: "api/errors/14110",
        };
        "after-message-sms" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Sms>` goes on with the answer to its `action`",
            basis: Stated,
            source: "api/errors/14110",
        };
    }

    /// Text of the message; several are joined.
    Body = "Body" ("messaging/Body", "https://www.twilio.com/docs/messaging/twiml/message") {
        also: ["Text", "Content"],
        text: (Required String max 1600 "The text."),
    } attributes {} rules {}

    /// File sent along with the message.
    Media = "Media" ("messaging/Media", "https://www.twilio.com/docs/messaging/twiml/message") {
        also: ["Image", "MediaUrl", "Attachment"],
        text: (Required Url "Address of the file."),
    } attributes {} rules {}
} } }
