//! A server on loopback, and a client that signs.

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use twiml::Parameters;
use twiml::signature::{Signer, Verifier};
use twiml::webhook::Webhook;

use crate::frontline::{self, App};

pub(super) const AUTH_TOKEN: &str = "12345";
pub(super) const PUBLIC_URL: &str = "https://voice.example.com";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// Serves a router, and says where.
pub(super) async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

pub(super) fn verifier() -> Verifier {
    Verifier::new(AUTH_TOKEN, PUBLIC_URL).unwrap()
}

pub(super) fn signer() -> Signer {
    Signer::auth_token(AUTH_TOKEN)
}

/// The server of the page.
pub(super) async fn frontline() -> String {
    let app = App {
        verifier: verifier(),
        public_url: PUBLIC_URL.into(),
        service_sid: "IS0123456789abcdef0123456789abcdef".into(),
        sessions: Arc::default(),
    };
    serve(frontline::router(app)).await
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Answer {
    /// Refused with this status, and without a word.
    #[track_caller]
    pub(super) fn assert_refused(&self, status: StatusCode) {
        assert_eq!((self.status, self.body.as_str()), (status, ""));
    }

    /// Twilio's own request, of which something is missing.
    #[track_caller]
    pub(super) fn assert_malformed(&self, what: &str) {
        assert_eq!((self.status, self.body.as_str()), (StatusCode::BAD_REQUEST, what));
    }

    /// The document, with the headers that Twilio wants.
    #[track_caller]
    pub(super) fn document(&self) -> roxmltree::Document<'_> {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        assert_eq!(self.headers[header::CONTENT_TYPE], "text/xml; charset=utf-8");
        assert_eq!(self.headers[header::CONTENT_LENGTH], self.body.len().to_string().as_str());
        assert!(!self.headers.contains_key(header::TRANSFER_ENCODING));
        roxmltree::Document::parse(&self.body).unwrap()
    }
}

/// A connection that stays open.
pub(super) struct Client {
    address: String,
    sender: SendRequest<Full<Bytes>>,
}

impl Client {
    pub(super) async fn connect(address: &str) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        let (sender, connection) = handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        Self { address: address.to_owned(), sender }
    }

    pub(super) async fn send(&mut self, mut request: Request<Full<Bytes>>) -> Answer {
        let host = self.address.parse().unwrap();
        request.headers_mut().entry(header::HOST).or_insert(host);
        self.sender.ready().await.unwrap();
        let answer = self.sender.send_request(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(body).unwrap() }
    }

    /// A form, signed for the public URL.
    pub(super) async fn post(&mut self, path: &str, parameters: &Parameters) -> Answer {
        self.send(signer().post(&format!("{PUBLIC_URL}{path}"), parameters).unwrap()).await
    }

    /// The same of a request as a type.
    pub(super) async fn tell(&mut self, path: &str, request: &impl Webhook) -> Answer {
        self.post(path, &request.to_parameters()).await
    }

    /// A query, signed for the public URL.
    pub(super) async fn get(&mut self, target: &str) -> Answer {
        self.send(signer().get(&format!("{PUBLIC_URL}{target}"), Parameters::new()).unwrap()).await
    }
}

/// A form with any body and any signature.
pub(super) fn form(path: &str, signed: Option<&str>, body: impl Into<Bytes>) -> Request<Full<Bytes>> {
    let mut request = Request::builder().method(Method::POST).uri(path).header(header::CONTENT_TYPE, FORM);
    if let Some(signed) = signed {
        request = request.header(twiml::signature::HEADER, signed);
    }
    request.body(Full::new(body.into())).unwrap()
}
