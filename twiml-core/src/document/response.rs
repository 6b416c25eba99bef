//! Finished documents.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::{fmt, hash, marker::PhantomData};

use super::indented;

/// The kind of documents that steer a call.
///
/// ```
/// # use twiml_core as twiml;
/// let _: twiml::Response<twiml::Voice>;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Voice;

/// The kind of documents that answer a message.
///
/// ```
/// # use twiml_core as twiml;
/// let _: twiml::Response<twiml::Messaging>;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Messaging;

/// The kind of documents that take a fax; the product is gone.
///
/// ```
/// # use twiml_core as twiml;
/// let _: twiml::Response<twiml::Fax>;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fax;

/// A finished document that steers a call.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::VoiceResponse;
///
/// fn speak(answer: &VoiceResponse) -> &str {
///     answer.as_str()
/// }
/// ```
pub type VoiceResponse = Response<Voice>;

/// A finished document that answers a message.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::MessagingResponse;
///
/// fn body(answer: MessagingResponse) -> String {
///     answer.into_string()
/// }
/// ```
pub type MessagingResponse = Response<Messaging>;

/// A finished document that takes a fax; the product is gone.
///
/// ```
/// # use twiml_core as twiml;
/// let _: twiml::FaxResponse;
/// ```
pub type FaxResponse = Response<Fax>;

/// A finished document: it owns its text, which is a `&'static str` if nothing in it depends on the run time.
///
/// A document that fits several kinds (empty, or only `<Redirect>`) takes the kind that its context asks for.
///
/// ```
/// # mod twiml {
/// #     pub(crate) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
/// #     macro_rules! empty { (<Response/>) => { twiml_core::__private::constant(twiml::EMPTY) } }
/// #     pub(crate) use {empty as twiml, twiml_core::VoiceResponse};
/// # }
/// use twiml::{VoiceResponse, twiml};
///
/// let answer: VoiceResponse = twiml! { <Response/> };
/// assert_eq!(answer.as_str(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
/// assert_eq!(answer.to_string(), answer.as_str());
/// ```
#[must_use = "a document does nothing until it is sent"]
pub struct Response<K> {
    text: Cow<'static, str>,
    kind: PhantomData<fn() -> K>,
}

impl<K> Response<K> {
    /// What to send as `Content-Type`.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::VoiceResponse::CONTENT_TYPE, "text/xml; charset=utf-8");
    /// ```
    pub const CONTENT_TYPE: &'static str = "text/xml; charset=utf-8";

    pub(crate) const fn new(text: Cow<'static, str>) -> Self {
        Self { text, kind: PhantomData }
    }

    /// The document, with its declaration.
    ///
    /// ```
    /// # mod twiml {
    /// #     pub(crate) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    /// #     macro_rules! empty { (<Response/>) => { twiml_core::__private::constant(twiml::EMPTY) } }
    /// #     pub(crate) use {empty as twiml, twiml_core::VoiceResponse};
    /// # }
    /// use twiml::{VoiceResponse, twiml};
    ///
    /// let answer: VoiceResponse = twiml! { <Response/> };
    /// assert!(answer.as_str().ends_with("<Response/>"));
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The document; it is copied only if it is a constant.
    ///
    /// ```
    /// # mod twiml {
    /// #     pub(crate) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    /// #     macro_rules! empty { (<Response/>) => { twiml_core::__private::constant(twiml::EMPTY) } }
    /// #     pub(crate) use {empty as twiml, twiml_core::VoiceResponse};
    /// # }
    /// use twiml::{VoiceResponse, twiml};
    ///
    /// let answer: VoiceResponse = twiml! { <Response/> };
    /// assert!(answer.into_string().ends_with("<Response/>"));
    /// ```
    #[must_use]
    pub fn into_string(self) -> String {
        self.text.into_owned()
    }

    /// The document, borrowed for ever if it is a constant.
    ///
    /// ```
    /// # mod twiml {
    /// #     pub(crate) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    /// #     macro_rules! empty { (<Response/>) => { twiml_core::__private::constant(twiml::EMPTY) } }
    /// #     pub(crate) use {empty as twiml, twiml_core::VoiceResponse};
    /// # }
    /// use std::borrow::Cow;
    /// use twiml::{VoiceResponse, twiml};
    ///
    /// let answer: VoiceResponse = twiml! { <Response/> };
    /// assert!(matches!(answer.into_cow(), Cow::Borrowed(_)));
    /// ```
    #[must_use]
    pub fn into_cow(self) -> Cow<'static, str> {
        self.text
    }

    /// What to send as `Content-Type`.
    ///
    /// ```
    /// # mod twiml {
    /// #     pub(crate) const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    /// #     macro_rules! empty { (<Response/>) => { twiml_core::__private::constant(twiml::EMPTY) } }
    /// #     pub(crate) use {empty as twiml, twiml_core::VoiceResponse};
    /// # }
    /// use twiml::{VoiceResponse, twiml};
    ///
    /// let answer: VoiceResponse = twiml! { <Response/> };
    /// assert_eq!(answer.content_type(), VoiceResponse::CONTENT_TYPE);
    /// ```
    #[must_use]
    pub const fn content_type(&self) -> &'static str {
        Self::CONTENT_TYPE
    }
}

impl<K> Clone for Response<K> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

/// `{:#?}` is indented as `{:#}` is.
impl<K> fmt::Debug for Response<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            f.write_str("Response(\n")?;
            indented::write(&self.text, f)?;
            return f.write_str("\n)");
        }
        f.debug_tuple("Response").field(&self.text).finish()
    }
}

/// The document; with `{:#}` it is indented, and what is said and read is the same.
///
/// ```
/// # mod twiml {
/// #     pub(crate) const GREETING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
/// #         <Response><Say>Hi</Say><Gather><Pause/></Gather></Response>";
/// #     macro_rules! greeting { ($($markup:tt)+) => { twiml_core::__private::constant(twiml::GREETING) } }
/// #     pub(crate) use {greeting as twiml, twiml_core::VoiceResponse};
/// # }
/// use twiml::{VoiceResponse, twiml};
///
/// let answer: VoiceResponse = twiml! { <Response><Say>"Hi"</Say><Gather><Pause/></Gather></Response> };
/// assert_eq!(
///     format!("{answer:#}"),
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
///      <Response>\n    <Say>Hi</Say>\n    <Gather>\n        <Pause/>\n    </Gather>\n</Response>"
/// );
/// ```
impl<K> fmt::Display for Response<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return indented::write(&self.text, f);
        }
        f.write_str(&self.text)
    }
}

impl<K> PartialEq for Response<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<K> Eq for Response<K> {}

impl<K> hash::Hash for Response<K> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<K> AsRef<str> for Response<K> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<K> AsRef<[u8]> for Response<K> {
    fn as_ref(&self) -> &[u8] {
        self.text.as_bytes()
    }
}

impl<K> From<Response<K>> for String {
    fn from(response: Response<K>) -> Self {
        response.into_string()
    }
}

impl<K> From<Response<K>> for Vec<u8> {
    fn from(response: Response<K>) -> Self {
        response.into_string().into_bytes()
    }
}

impl<K> From<Response<K>> for Cow<'static, str> {
    fn from(response: Response<K>) -> Self {
        response.into_cow()
    }
}
