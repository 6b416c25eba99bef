//! The protocol of media streams: its messages, and its codes.

use super::messages::{COMMANDS, EVENTS};
use crate::socket::{Basis, CloseCode, ErrorCode, Level, Protocol, Side, Upgrade};

error_codes! {
    /// The server did not answer.
    NO_ANSWER = 31901 (Error, ends: true);
    /// The server refused the connection.
    CONNECTION_REFUSED = 31902 (Error, ends: true);
    /// TLS failed, or the port speaks none.
    TLS = 31910 (Error, ends: true);
    /// The server answered the handshake with another status than 101: a wrong path, a query in the address, a wrong signature.
    HANDSHAKE = 31920 (Error, ends: true);
    /// The server closed the socket; in a two-way stream that is also how one ends it.
    CLOSED = 31921 (Error, ends: true);
    /// The address is not `wss`.
    SCHEME = 31922 (Error, ends: true);
    /// The address is malformed.
    ADDRESS = 31923 (Error, ends: true);
    /// The protocol was broken: a control frame in fragments, another message than media, mark or clear, anything on a one-way
    /// stream.
    PROTOCOL = 31924 (Error, ends: true);
    /// The attribute `track` does not fit: `<Connect>` takes `inbound_track` alone.
    TRACK = 31941 (Error, ends: true);
    /// A message could not be decoded, for instance a binary frame; told once for each stream.
    UNDECODABLE = 31950 (Warning, ends: false);
    /// A message broke the protocol: no JSON, unknown, a field missing or too many, another stream's SID; told once for each
    /// stream.
    INVALID_MESSAGE = 31951 (Warning, ends: false);
}

close_codes! {
    /// Ends a two-way stream; the TwiML after `<Connect>` runs.
    ENDED = 1000 (Application, Stated);
}

/// Media streams, as data.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream;
///
/// assert_eq!(stream::PROTOCOL.first, ["connected", "start"]);
/// ```
pub const PROTOCOL: &Protocol = &Protocol {
    id: "media-streams",
    doc: "The audio of a call, and what is played into it.",
    tag: "event",
    elements: &["voice/Stream"],
    page: page_of!("voice/media-streams/websocket-messages"),
    first: &["connected", "start"],
    last: &["stop"],
    upgrade: Upgrade {
        method: "GET",
        scheme: "wss",
        port: 443,
        signed: "the `url` of `<Stream>` as written, with `wss://` and without a query; with a slash at its end as well",
        query: "not supported: Twilio drops it, or refuses the stream",
        parameters: "start.customParameters",
        page: page_of!("voice/media-streams"),
    },
    events: EVENTS,
    commands: COMMANDS,
    errors: ERRORS,
    closes: CLOSES,
};
