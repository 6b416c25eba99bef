//! Why a request is refused.

use alloc::string::ToString;
use core::fmt;

use axum_core::response::{IntoResponse, Response};
use http::StatusCode;

use crate::Malformed;
use crate::signature::{Invalid, Refused};

/// Why a request is refused, and with what status.
///
/// ```
/// use axum::http::StatusCode;
/// use twiml_core::axum::Rejection;
/// use twiml_core::signature::Invalid;
///
/// assert_eq!(Rejection::Invalid(Invalid::NoSignature).status(), StatusCode::FORBIDDEN);
/// assert_eq!(Rejection::TooLarge.to_string(), "the body has more than 1 MiB");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Rejection {
    /// It was not sent by Twilio: 403.
    Invalid(Invalid),
    /// A parameter is missing or malformed: 400.
    Malformed(Malformed),
    /// The body has more than 1 MiB: 413.
    TooLarge,
    /// The connection broke before the end of the body: 400.
    Unreadable,
    /// Nothing says under what address the server is called: 400.
    NoHost,
}

impl Rejection {
    /// The status that it is answered with.
    ///
    /// ```
    /// use axum::http::StatusCode;
    /// use twiml_core::axum::Rejection;
    ///
    /// assert_eq!(Rejection::TooLarge.status(), StatusCode::PAYLOAD_TOO_LARGE);
    /// ```
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Invalid(_) => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed(_) | Self::Unreadable | Self::NoHost => StatusCode::BAD_REQUEST,
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => invalid.fmt(f),
            Self::Malformed(malformed) => malformed.fmt(f),
            Self::TooLarge => f.write_str("the body has more than 1 MiB"),
            Self::Unreadable => f.write_str("the body ends too early"),
            Self::NoHost => f.write_str("there is no host in the request, and no public URL is set"),
        }
    }
}

impl core::error::Error for Rejection {}

impl From<Refused> for Rejection {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Invalid(invalid) => Self::Invalid(invalid),
            Refused::Malformed(malformed) => Self::Malformed(malformed),
        }
    }
}

impl From<Malformed> for Rejection {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        (self.status(), self.to_string()).into_response()
    }
}
