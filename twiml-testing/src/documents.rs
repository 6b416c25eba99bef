//! An application of fixed documents: for tests of documents alone, and of what Twilio makes of them.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response, StatusCode, header};
use http_body_util::Full;

/// What an address answers.
#[derive(Clone, Debug)]
struct Fixed {
    status: u16,
    headers: Vec<(header::HeaderName, String)>,
    body: String,
}

/// A service that answers by the path alone.
///
/// ```
/// use twiml_testing::{Documents, Twilio};
///
/// let service = Documents::new()
///     .at("/voice", "<Response><Gather action=\"/menu\"><Say>Press 1</Say></Gather></Response>")
///     .at("/menu", "<Response><Say>Thank you</Say></Response>");
/// let mut call = Twilio::service(service).call("+15551234567", "/voice").now();
/// call.hears("Press 1").now();
/// call.presses("1#").now();
/// call.hears("Thank you").now();
/// ```
#[derive(Clone, Debug, Default)]
pub struct Documents {
    answers: BTreeMap<String, Vec<Fixed>>,
    everywhere: Option<Fixed>,
    asked: Arc<Mutex<BTreeMap<String, usize>>>,
}

/// A service that answers everything with one document.
///
/// ```
/// use twiml_testing::{Twilio, answer};
///
/// let twilio = Twilio::service(answer("<Response><Say>Hello</Say></Response>"));
/// twilio.call("+15551234567", "/voice").now().hears("Hello").now();
/// ```
#[must_use]
pub fn answer(document: &str) -> Documents {
    Documents { everywhere: Some(xml(document)), ..Documents::new() }
}

fn xml(document: &str) -> Fixed {
    Fixed { status: 200, headers: vec![(header::CONTENT_TYPE, String::from("text/xml"))], body: document.to_owned() }
}

impl Documents {
    /// None yet: every path answers 404.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn add(mut self, path: &str, answer: Fixed) -> Self {
        self.answers.entry(path.to_owned()).or_default().push(answer);
        self
    }

    /// A path answers with a document; with several, one after the other, the last again and again.
    #[must_use]
    pub fn at(self, path: &str, document: &str) -> Self {
        self.add(path, xml(document))
    }

    /// A path answers with something of another type.
    #[must_use]
    pub fn typed(self, path: &str, content_type: &str, body: &str) -> Self {
        let headers = vec![(header::CONTENT_TYPE, content_type.to_owned())];
        self.add(path, Fixed { status: 200, headers, body: body.to_owned() })
    }

    /// A path answers with a status and nothing else.
    #[must_use]
    pub fn status(self, path: &str, status: u16) -> Self {
        self.add(path, Fixed { status, headers: Vec::new(), body: String::new() })
    }

    /// A path points to another one.
    #[must_use]
    pub fn redirect(self, path: &str, status: u16, to: &str) -> Self {
        self.add(path, Fixed { status, headers: vec![(header::LOCATION, to.to_owned())], body: String::new() })
    }

    /// The last answer of a path sets a cookie.
    #[must_use]
    pub fn cookie(mut self, path: &str, cookie: &str) -> Self {
        if let Some(last) = self.answers.get_mut(path).and_then(|answers| answers.last_mut()) {
            last.headers.push((header::SET_COOKIE, cookie.to_owned()));
        }
        self
    }

    fn find(&self, path: &str) -> Option<Fixed> {
        let Some(answers) = self.answers.get(path) else { return self.everywhere.clone() };
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let count = asked.entry(path.to_owned()).or_default();
        let answer = answers.get(*count).or(answers.last()).cloned();
        *count += 1;
        answer
    }

    fn respond(&self, path: &str) -> Response<Full<Bytes>> {
        let found = self.find(path);
        let fixed = found.unwrap_or(Fixed { status: 404, headers: Vec::new(), body: String::new() });
        let mut response = Response::new(Full::new(Bytes::from(fixed.body)));
        *response.status_mut() = StatusCode::from_u16(fixed.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in fixed.headers {
            if let Ok(value) = value.parse() {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

impl<B> tower_service::Service<Request<B>> for Documents {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        ready(Ok(self.respond(request.uri().path())))
    }
}
