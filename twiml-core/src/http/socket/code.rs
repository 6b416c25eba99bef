//! The codes of Twilio's debugger, and those with which sockets are closed.

use alloc::format;
use alloc::string::String;

use super::Basis;

/// How grave a code of the debugger is.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Level, stream};
///
/// assert_eq!(stream::PROTOCOL.error(stream::errors::UNDECODABLE).unwrap().level, Level::Warning);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// Something failed.
    Error,
    /// Something was left aside.
    Warning,
}

/// A code of Twilio's debugger. For a stream it comes with the status callback, for a relay with the request of `action`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::relay;
///
/// let lost = relay::PROTOCOL.error(relay::errors::SOCKET_LOST).unwrap();
/// assert_eq!((lost.code, lost.ends), (64105, true));
/// assert_eq!(lost.page(), "https://www.twilio.com/docs/api/errors/64105");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct ErrorCode {
    /// The number.
    pub code: u32,
    /// How grave it is.
    pub level: Level,
    /// The socket is closed, and the session over.
    pub ends: bool,
    /// What happened.
    pub doc: &'static str,
}

impl ErrorCode {
    /// Twilio's page.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::socket::stream;
    /// assert_eq!(stream::PROTOCOL.errors[0].page(), "https://www.twilio.com/docs/api/errors/31901");
    /// ```
    #[must_use]
    pub fn page(&self) -> String {
        format!("https://www.twilio.com/docs/api/errors/{}", self.code)
    }
}

/// A code with which a socket is closed.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Side, relay};
///
/// let malformed = relay::PROTOCOL.close(relay::closes::TOO_MANY_MALFORMED).unwrap();
/// assert_eq!((malformed.code, malformed.by), (1007, Side::Twilio));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct CloseCode {
    /// The number.
    pub code: u16,
    /// Who closes with it.
    pub by: Side,
    /// What it says in words.
    pub reason: Option<&'static str>,
    /// What happened.
    pub doc: &'static str,
    /// How it is known.
    pub basis: Basis,
}

/// One of the two ends of a socket.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Side, stream};
///
/// assert_eq!(stream::PROTOCOL.closes[0].by, Side::Application);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    /// The client.
    Twilio,
    /// The server.
    Application,
}

/// Turns rows into the codes of the debugger: constants, and their data.
macro_rules! error_codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal ($level:ident, ends: $ends:literal); )+) => {
        /// Codes of Twilio's debugger.
        pub mod errors {
            $( $(#[doc = $doc])+ pub const $name: u32 = $code; )+
        }

        const ERRORS: &[ErrorCode] = &[$( ErrorCode {
            code: $code,
            level: Level::$level,
            ends: $ends,
            doc: sentence!($($doc)+),
        } ),+];
    };
}

/// Turns rows into the codes with which sockets are closed: constants, and their data.
macro_rules! close_codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal ($by:ident, $basis:ident $(, $reason:literal)?); )+) => {
        /// Codes with which the socket is closed.
        pub mod closes {
            $( $(#[doc = $doc])+ pub const $name: u16 = $code; )+
        }

        const CLOSES: &[CloseCode] = &[$( CloseCode {
            code: $code,
            by: Side::$by,
            reason: [$(Some($reason),)? None][0],
            doc: sentence!($($doc)+),
            basis: Basis::$basis,
        } ),+];
    };
}
