//! `http::Response`, with hyper over a connection.

#![allow(
    clippy::needless_pass_by_value,
    clippy::unwrap_used,
    reason = "a handler takes what is extracted, and a test may end"
)]
#![cfg(feature = "http")]

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use twiml_frameworks::{CONSTANT, check, written};

async fn answer(request: http::Request<Incoming>) -> Result<http::Response<Full<Bytes>>, std::convert::Infallible> {
    Ok(if request.uri().path() == "/constant" { CONSTANT.into() } else { written().into() })
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer)));
        }
    });
    tokio::task::spawn_blocking(move || check(&address).unwrap()).await.unwrap();
}

#[test]
fn bodies_of_several_types() {
    let text: http::Response<String> = CONSTANT.into();
    assert_eq!(text.body(), CONSTANT.as_str());
    let borrowed: http::Response<std::borrow::Cow<'static, str>> = CONSTANT.into();
    assert!(matches!(borrowed.body(), std::borrow::Cow::Borrowed(_)));
    assert_eq!(borrowed.headers()["content-length"], CONSTANT.as_str().len().to_string().as_str());
}
