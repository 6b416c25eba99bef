//! What is wrong with a parameter.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;

use crate::http::quoted::Quoted;

/// A parameter that must come and is missing, or whose value is not what it takes.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::{RecordAction, Webhook};
///
/// let error = RecordAction::from_form(b"RecordingDuration=17").unwrap_err();
/// assert_eq!((error.parameter(), error.value()), ("RecordingUrl", None));
/// assert_eq!(error.to_string(), "parameter `RecordingUrl` is missing");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Malformed {
    parameter: String,
    value: Option<String>,
    takes: &'static str,
}

impl Malformed {
    pub(crate) fn missing(parameter: &str) -> Self {
        Self { parameter: parameter.to_owned(), value: None, takes: "" }
    }

    pub(crate) const fn invalid(parameter: String, value: String, takes: &'static str) -> Self {
        Self { parameter, value: Some(value), takes }
    }

    /// Name of the parameter.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::webhook::{Call, Webhook};
    /// assert_eq!(Call::from_form(b"").unwrap_err().parameter(), "CallSid");
    /// ```
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// Its value, if it is there.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::webhook::{Call, Webhook};
    /// assert_eq!(Call::from_form(b"").unwrap_err().value(), None);
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(value) = &self.value else { return write!(f, "parameter `{}` is missing", self.parameter) };
        write!(f, "parameter `{}` is `{}`, not {}", self.parameter, Quoted(value), self.takes)
    }
}

impl core::error::Error for Malformed {}
