//! The protocol of ConversationRelay: its messages, and its codes.

use super::messages::{COMMANDS, EVENTS};
use crate::socket::{Basis, CloseCode, ErrorCode, Level, Protocol, Side, Upgrade};

error_codes! {
    /// A setting is not valid, such as a voice of another provider.
    INVALID_SETTING = 64101 (Error, ends: true);
    /// The server could not be reached, or refused; the caller may hear a busy tone.
    NO_CONNECTION = 64102 (Error, ends: true);
    /// The call lasted as long as it may.
    CALL_TOO_LONG = 64104 (Error, ends: true);
    /// The socket ended on the server's side while the call went on.
    SOCKET_LOST = 64105 (Error, ends: true);
    /// A language, voice or parameter does not suit the provider.
    UNSUITABLE = 64106 (Error, ends: true);
    /// A message of the application was not understood.
    INVALID_MESSAGE = 64107 (Error, ends: false);
    /// No audio came from the call any more.
    NO_AUDIO = 64108 (Error, ends: true);
    /// Too many sessions at the same time.
    TOO_MANY_SESSIONS = 64109 (Error, ends: true);
    /// The provider of speech failed.
    PROVIDER = 64111 (Error, ends: false);
    /// A text could not be spoken.
    UNSPEAKABLE = 64112 (Error, ends: false);
}

close_codes! {
    /// The session is over: the caller hung up, or `end` was sent.
    ENDED = 1000 (Twilio, Observed, "Closing websocket session");
    /// Ten messages in a row were malformed.
    TOO_MANY_MALFORMED = 1007 (Twilio, Stated, "Too many consecutive malformed messages.");
    /// The server's side was lost without a close; the request of `action` comes with `SessionStatus` `failed` and `ErrorCode`
    /// 64105.
    LOST = 1006 (Application, Observed);
    /// What libraries of Twilio's close with when the signature is wrong; 403 before the upgrade is as good and shorter.
    UNSIGNED = 1008 (Application, Library);
}

/// ConversationRelay, as data.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::relay;
///
/// assert_eq!(relay::PROTOCOL.first, ["setup"]);
/// ```
pub const PROTOCOL: &Protocol = &Protocol {
    id: "conversation-relay",
    doc: "The conversation of a call as text: Twilio listens and speaks, the application thinks.",
    tag: "type",
    elements: &["voice/ConversationRelay"],
    page: page_of!("voice/conversationrelay/websocket-messages"),
    first: &["setup"],
    last: &[],
    upgrade: Upgrade {
        method: "GET",
        scheme: "wss",
        port: 443,
        signed: "the `url` of `<ConversationRelay>` as written, with `wss://` and with the path as Twilio was told, whatever a proxy takes off",
        query: "no page forbids it; how it is signed is not certain",
        parameters: "customParameters",
        page: page_of!("voice/conversationrelay/onboarding"),
    },
    events: EVENTS,
    commands: COMMANDS,
    errors: ERRORS,
    closes: CLOSES,
};
