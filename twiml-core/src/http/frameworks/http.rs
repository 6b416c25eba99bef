//! `http`: hyper, tower, `lambda_http` and whatever else has an `http::Request` and takes an `http::Response`.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::{
    CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderValue, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http::request::{Builder, Parts};
use http::{HeaderMap, Method, Request, Uri};

use crate::signature::{HEADER, Received, SETTINGS_HEADER, Signer};
use crate::{Parameters, Response};

/// An answer with this body.
pub(super) fn respond<K, B>(length: usize, body: B) -> http::Response<B> {
    let mut response = http::Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(Response::<K>::CONTENT_TYPE));
    headers.insert(CONTENT_LENGTH, length.into());
    response
}

impl<K, B: From<Cow<'static, str>>> From<Response<K>> for http::Response<B> {
    fn from(document: Response<K>) -> Self {
        respond::<K, B>(document.as_str().len(), document.into_cow().into())
    }
}

/// The request without its body, which follows by [`body`](Received::body). In axum the path is the one that came, also where
/// `Router::nest` took the beginning off.
impl<'a> From<&'a Parts> for Received<'a> {
    fn from(parts: &'a Parts) -> Self {
        received(&parts.method, original_uri(parts), &parts.headers)
    }
}

impl<'a, B: AsRef<[u8]>> From<&'a Request<B>> for Received<'a> {
    fn from(request: &'a Request<B>) -> Self {
        received(request.method(), request.uri(), request.headers()).body(request.body())
    }
}

#[cfg(feature = "axum")]
fn original_uri(parts: &Parts) -> &Uri {
    parts.extensions.get().map_or(&parts.uri, |axum::extract::OriginalUri(uri)| uri)
}

#[cfg(not(feature = "axum"))]
const fn original_uri(parts: &Parts) -> &Uri {
    &parts.uri
}

/// The request as it came under this address.
pub(super) fn received<'a>(method: &'a Method, uri: &'a Uri, headers: &'a HeaderMap) -> Received<'a> {
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let mut received = Received::new(method.as_str(), target);
    if let Some(authority) = uri.authority() {
        // Of HTTP/2, which has no header for it.
        received = received.header(HOST.as_str(), authority.as_str());
    }
    headers.iter().fold(received, |received, (name, value)| received.header(name.as_str(), value.as_bytes()))
}

/// Whole requests, as Twilio sends them, for the tests of a server. Their target is path and query, their host a header.
impl Signer {
    /// A form.
    ///
    /// # Errors
    ///
    /// The URL is none.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Signer, Verifier};
    /// use twiml::webhook::{Call, CallStatus, Webhook};
    ///
    /// let mut call = Call::sample();
    /// call.call_status = CallStatus::Busy;
    /// let request = Signer::auth_token("12345").post::<String>("https://voice.example.com/voice", &call)?;
    ///
    /// let verifier = Verifier::new("12345", "https://voice.example.com").unwrap();
    /// assert_eq!(verifier.verify(&(&request).into()).unwrap().request::<Call>(), Ok(call));
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn post<B: From<String>>(&self, url: &str, parameters: impl Into<Parameters>) -> http::Result<Request<B>> {
        let parameters = parameters.into();
        let signature = self.sign(url, &parameters);
        let form = "application/x-www-form-urlencoded; charset=UTF-8";
        let body = parameters.to_form();
        let request = self.request(Method::POST, url, &signature)?;
        request.header(CONTENT_TYPE, form).header(CONTENT_LENGTH, body.len()).body(body.into())
    }

    /// The same by GET: the parameters are appended to the query.
    ///
    /// # Errors
    ///
    /// The URL is none.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Signer;
    /// use twiml::webhook::{Call, Webhook};
    ///
    /// let request = Signer::auth_token("12345").get::<String>("https://voice.example.com/voice?a=1", &Call::sample())?;
    /// assert!(request.uri().query().unwrap().starts_with("a=1&CallSid=CA"));
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn get<B: From<String>>(&self, url: &str, parameters: impl Into<Parameters>) -> http::Result<Request<B>> {
        let query = parameters.into().to_form();
        let joint = match query.is_empty() {
            true => "",
            false if url.contains('?') => "&",
            false => "?",
        };
        let url = [url.split('#').next().unwrap_or_default(), joint, &query].concat();
        self.request(Method::GET, &url, &self.sign(&url, &Parameters::new()))?.body(String::new().into())
    }

    /// A body that is no form, such as an event: its hash goes into the address.
    ///
    /// # Errors
    ///
    /// The URL is none.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Signer;
    ///
    /// let request = Signer::auth_token("12345").post_body::<Vec<u8>>("https://example.com/events", "application/json", "{}")?;
    /// assert!(request.uri().query().unwrap().starts_with("bodySHA256=44136fa3"));
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn post_body<B: From<Vec<u8>>>(
        &self,
        url: &str,
        content_type: &str,
        body: impl Into<Vec<u8>>,
    ) -> http::Result<Request<B>> {
        let body = body.into();
        let (url, signature) = self.sign_body(url, &body);
        let request = self.request(Method::POST, &url, &signature)?;
        request.header(CONTENT_TYPE, content_type).header(CONTENT_LENGTH, body.len()).body(body.into())
    }

    /// The opening request of a WebSocket. The URL is that of the document, with `wss`.
    ///
    /// # Errors
    ///
    /// The URL is none.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Signer, Verifier};
    ///
    /// let request = Signer::auth_token("12345").upgrade::<String>("wss://voice.example.com/media")?;
    /// let verifier = Verifier::new("12345", "https://voice.example.com").unwrap();
    /// assert!(verifier.verify(&(&request).into()).is_ok());
    /// # Ok::<(), http::Error>(())
    /// ```
    pub fn upgrade<B: From<String>>(&self, url: &str) -> http::Result<Request<B>> {
        let request = self.request(Method::GET, url, &self.sign(url, &Parameters::new()))?;
        request
            .header(CONNECTION, "Upgrade")
            .header(UPGRADE, "websocket")
            .header(SEC_WEBSOCKET_VERSION, "13")
            .header(SEC_WEBSOCKET_KEY, "dHdpbWwtZm9yLXR3aWxpbw==")
            .body(String::new().into())
    }

    fn request(&self, method: Method, url: &str, signature: &str) -> http::Result<Builder> {
        let uri: Uri = url.parse()?;
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        let mut request = Request::builder().method(method).uri(target).header(HEADER, signature);
        if let Some(authority) = uri.authority() {
            let host = authority.as_str().rsplit('@').next().unwrap_or_default();
            request = request.header(HOST, host);
        }
        Ok(match self.settings() {
            Some(settings) => request.header(SETTINGS_HEADER, settings),
            None => request,
        })
    }
}
