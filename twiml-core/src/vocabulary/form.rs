//! Forms of values that the checks and a running program look at.

/// A form that a value may have beside that of its kind.
///
/// ```
/// use twiml_core::vocabulary::Form;
///
/// assert!(Form::WhatsApp.fits("whatsapp:+15551234567"));
/// assert!(!Form::Phone.fits("client:joe"));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// A phone number.
    Phone,
    /// `whatsapp:` and a phone number.
    WhatsApp,
    /// Letters, digits and `+-_.`.
    SipCaller,
}

impl Form {
    /// Whether the value has this form.
    ///
    /// ```
    /// assert!(twiml_core::vocabulary::Form::SipCaller.fits("bob.smith"));
    /// ```
    #[must_use]
    pub fn fits(self, value: &str) -> bool {
        match self {
            Self::Phone => is_phone(value),
            Self::WhatsApp => value.strip_prefix("whatsapp:").is_some_and(is_phone),
            Self::SipCaller => {
                !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-_.".contains(&byte))
            }
        }
    }
}

/// Whether this is a phone number: `+` if any, then digits with spaces and `.-()` between them, no more than fifteen
/// behind a `+`. Like documentation, it may have X for a digit.
///
/// ```
/// use twiml_core::vocabulary::is_phone;
///
/// assert!(is_phone("+14155551212"));
/// assert!(is_phone("(415) 555-1212"));
/// assert!(is_phone("+1888XXXXXXX"));
/// assert!(!is_phone("client:joe"));
/// ```
#[must_use]
pub fn is_phone(value: &str) -> bool {
    let is_digit = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'X' | b'x');
    let (most, number) = value.strip_prefix('+').map_or((usize::MAX, value), |number| (15, number));
    let digits = number.bytes().filter(is_digit).count();
    (1..=most).contains(&digits)
        && number.bytes().all(|byte| is_digit(&byte) || b" .-()".contains(&byte))
        && value == value.trim()
}
