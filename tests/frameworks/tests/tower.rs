//! `tower` and hyper, over a connection: a service that asks nobody anything, behind the layer.

#![cfg(feature = "tower")]

use std::convert::Infallible;

use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::{Layer, service_fn};
use twiml::signature::Verified;
use twiml::webhook::Call;
use twiml_frameworks::{check_requests, events, verifier, voice};

async fn answer(request: Request<Full<Bytes>>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (mut parts, body) = request.into_parts();
    let genuine: Verified = parts.extensions.remove().unwrap();
    let body = body.collect().await?.to_bytes();
    assert_eq!(genuine.body, body);
    let text = match parts.uri.path() {
        "/voice" | "/nested/voice" => match genuine.request::<Call>() {
            Ok(call) => voice(&call),
            Err(malformed) => {
                let mut answer = Response::new(malformed.to_string().into());
                *answer.status_mut() = StatusCode::BAD_REQUEST;
                return Ok(answer);
            }
        },
        "/events" => events(&body),
        _ => "opens".to_owned(),
    };
    Ok(Response::new(text.into()))
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_verified() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let service = TowerToHyperService::new(verifier().unwrap().layer(service_fn(answer)));
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service.clone()));
        }
    });
    tokio::task::spawn_blocking(move || check_requests(&address, true).unwrap()).await.unwrap();
}
