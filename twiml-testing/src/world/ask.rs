//! A request: how it is made, signed and written down.

use std::sync::Arc;
use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Method, Request, header};
use twiml_core::webhook::Webhook as Typed;
use twiml_core::{Parameters, signature};
use url::Url;

use super::{LegId, World, standard};
use crate::settings::Delivery;
use crate::transcript::Event;

/// A parameter that nobody knows.
const UNKNOWN: (&str, &str) = ("NewerThanYourCode", "1");
/// What parameters are sent as.
const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";

/// What the answer of a request is for.
#[derive(Clone, Debug)]
pub(crate) enum Purpose {
    /// A frame of a leg goes on with it.
    Document { leg: LegId, frame: u64 },
    /// The call is over: nobody hears it.
    Unheard,
    /// Nothing: it reports.
    Report,
    /// A message session goes on with it.
    Message { session: usize },
}

/// Which request it is, and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) id: &'static str,
    pub(crate) parameters: Parameters,
}

impl<T: Typed> From<&T> for Said {
    fn from(request: &T) -> Self {
        Self { id: T::ROW.id, parameters: request.to_parameters() }
    }
}

/// A request that has to be made.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    /// Which request it is.
    pub(crate) id: &'static str,
    pub(crate) url: Url,
    pub(crate) method: Method,
    pub(crate) parameters: Parameters,
    /// What is left of them after an HTTP redirect.
    pub(crate) standard: Arc<Parameters>,
    pub(crate) leg: Option<LegId>,
    pub(crate) purpose: Purpose,
    /// HTTP redirects so far.
    pub(crate) hops: u8,
    pub(crate) is_fallback: bool,
    pub(crate) jar: Option<usize>,
    /// The request whose document made this one necessary, and why: for the picture of the flow.
    pub(crate) from: Option<usize>,
    pub(crate) cause: String,
    /// The same for all attempts.
    pub(crate) token: String,
}

/// A request and its answer.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Exchange {
    /// When, since the world began.
    pub at: Duration,
    /// Which request: the name that it has in [`twiml_core::webhook`].
    pub request: &'static str,
    /// Method.
    pub method: String,
    /// Address, with its query.
    pub url: String,
    /// All parameters, in the order sent.
    pub parameters: Vec<(String, String)>,
    /// The cookies that were sent.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub cookie: Option<String>,
    /// The signature.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub signature: String,
    /// Status of the answer; none if there was no answer.
    pub status: Option<u16>,
    /// The answer's text.
    pub answer: String,
    /// The leg that it is about.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) leg: Option<LegId>,
    /// The request whose document made this one necessary, and why.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) from: Option<usize>,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) cause: String,
    /// Verbs of the document.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) verbs: Vec<String>,
}

impl Exchange {
    /// Whether it asked for nothing.
    pub(crate) fn is_report(&self) -> bool {
        let row = twiml_core::webhook::all().find(|row| row.id == self.request);
        row.is_some_and(|row| row.answer == twiml_core::webhook::Answer::Nothing)
    }

    /// The same request with a signature that is wrong.
    pub(crate) fn forged(&self) -> Result<Request<Bytes>, http::Error> {
        let request = Request::builder().method(self.method.as_str()).uri(&self.url);
        let host = Url::parse(&self.url).map(|url| url[url::Position::BeforeHost..url::Position::AfterPort].to_owned());
        let request = request.header(header::HOST, host.unwrap_or_default()).header(signature::HEADER, "Zm9yZ2Vk");
        if self.method == Method::GET.as_str() {
            return request.body(Bytes::new());
        }
        let form: Parameters = self.parameters.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        request.header(header::CONTENT_TYPE, FORM).body(form.to_form().into())
    }

    /// The value of a parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The request as its type.
    ///
    /// # Errors
    ///
    /// It is not one of these.
    pub fn read<T: Typed>(&self) -> Result<T, twiml_core::webhook::Malformed> {
        T::from_parameters(self.parameters.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
    }
}

impl World {
    /// A request that says this.
    pub(crate) fn ask_of(&mut self, said: impl Into<Said>, url: Url, method: Method, purpose: Purpose) -> Ask {
        let Said { id, mut parameters } = said.into();
        if self.settings.unknown_parameter {
            parameters.push(UNKNOWN.0, UNKNOWN.1);
        }
        let token = self.sids.next("ID");
        Ask {
            id,
            url,
            method,
            parameters,
            standard: Arc::default(),
            leg: None,
            purpose,
            hops: 0,
            is_fallback: false,
            jar: None,
            from: None,
            cause: String::new(),
            token,
        }
    }

    /// Puts a request about a leg in the row of those to be made.
    pub(crate) fn send(&mut self, leg: LegId, mut ask: Ask) {
        ask.leg = Some(leg);
        ask.jar = Some(self.legs[leg].jars.documents);
        ask.standard = self.standard(leg);
        self.outbox.push_back(ask);
    }

    /// Puts a report in the row, or lets it be late.
    pub(crate) fn report(&mut self, leg: Option<LegId>, mut ask: Ask) {
        ask.leg = leg;
        ask.jar = leg.map(|leg| self.legs[leg].jars.reports);
        if let Some(leg) = leg {
            ask.standard = self.standard(leg);
        }
        let late = match self.settings.delivery {
            Delivery::InOrder | Delivery::Repeated => Duration::ZERO,
            Delivery::Delayed { .. } | Delivery::Mixed { .. } => Duration::from_millis(self.roll(10_000)),
        };
        let again = match self.settings.delivery {
            Delivery::Repeated => true,
            Delivery::Mixed { .. } => self.roll(3) == 0,
            Delivery::InOrder | Delivery::Delayed { .. } => false,
        };
        if again {
            self.clock.schedule(
                late + Duration::from_secs(1),
                super::clock::Class::Report,
                super::Due::Request(Box::new(ask.clone())),
            );
        }
        if late.is_zero() {
            self.outbox.push_back(ask);
        } else {
            self.clock.schedule(late, super::clock::Class::Report, super::Due::Request(Box::new(ask)));
        }
    }

    /// The request as it goes over the line.
    pub(crate) fn request(&mut self, ask: &Ask) -> Result<Request<Bytes>, http::Error> {
        let mut url = ask.url.clone();
        url.set_fragment(None);
        let credentials = (!url.username().is_empty())
            .then(|| (url.username().to_owned(), url.password().unwrap_or_default().to_owned()));
        // What stands in the address is decoded there; it becomes HTTP authentication.
        let _ = url.set_username("").and_then(|()| url.set_password(None));
        let is_get = ask.method == Method::GET;
        if is_get && !ask.parameters.is_empty() {
            url.query_pairs_mut().extend_pairs(ask.parameters.iter());
        }
        let signed = if is_get { Parameters::new() } else { ask.parameters.clone() };
        let signature = signature::sign(&self.settings.auth_token, url.as_str(), &signed);
        let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
        let mut request = Request::builder()
            .method(ask.method.clone())
            .uri(url.as_str())
            .header(header::HOST, host)
            .header(header::USER_AGENT, "TwilioProxy/1.1")
            .header(header::ACCEPT, "*/*")
            .header("I-Twilio-Idempotency-Token", &ask.token)
            .header(signature::HEADER, &signature);
        if let Some((user, password)) = credentials {
            request = request.header(header::AUTHORIZATION, basic(&user, &password));
        }
        let cookie = ask.jar.and_then(|jar| self.jars.get(jar)).and_then(super::cookies::Jar::header);
        if let Some(cookie) = &cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.write_down(ask, &url, signature, cookie);
        if is_get {
            return request.body(Bytes::new());
        }
        request = request.header(header::CONTENT_TYPE, FORM);
        request.body(ask.parameters.to_form().into())
    }

    fn write_down(&mut self, ask: &Ask, url: &Url, signature: String, cookie: Option<String>) {
        let parameters = standard::own(&ask.parameters, &ask.standard);
        let event =
            Event::Asks { request: ask.id, method: ask.method.to_string(), url: ask.url.to_string(), parameters };
        match ask.leg {
            Some(leg) => self.tell(leg, event),
            None => self.tell_of("", event),
        }
        self.exchanges.push(Exchange {
            at: self.clock.now,
            request: ask.id,
            method: ask.method.to_string(),
            url: url.to_string(),
            parameters: ask.parameters.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            cookie,
            signature,
            status: None,
            answer: String::new(),
            leg: ask.leg,
            from: ask.from,
            cause: ask.cause.clone(),
            verbs: Vec::new(),
        });
    }
}

/// HTTP authentication with a password, which an address holds encoded.
fn basic(user: &str, password: &str) -> String {
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    format!("Basic {}", STANDARD.encode(format!("{}:{}", decoded(user), decoded(password))))
}

#[cfg(test)]
mod tests {
    #[test]
    fn authentication_is_that_of_the_standard() {
        // RFC 7617.
        assert_eq!(super::basic("Aladdin", "open%20sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }
}
