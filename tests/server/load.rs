//! Many requests at once, and others who would like to be heard.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use twiml::signature::Signed;
use twiml::webhook::{Call, Webhook};
use twiml::{VoiceResponse, twiml};

use super::client::{Client, form, serve, verifier};

const CONNECTIONS: usize = 50;
const REQUESTS: usize = 10_000;
const FORGERS: usize = 50;

fn greeting(name: &str) -> VoiceResponse {
    twiml! { <Response><Say>"Hello " {name} ", please hold."</Say><Redirect>"/queue"</Redirect></Response> }
}

async fn answer(Signed(call): Signed<Call>) -> VoiceResponse {
    greeting(call.caller_name.as_deref().unwrap_or_default())
}

/// Sends what cannot be right until it is told to stop, and counts.
async fn forge(address: String, forger: usize, stop: Arc<AtomicBool>, refused: Arc<AtomicUsize>) {
    let call = Call::sample().to_parameters().to_form();
    let mut client = Client::connect(&address).await;
    while !stop.load(Ordering::Relaxed) {
        let (signature, body, status) = match forger % 4 {
            0 => (None, call.clone(), StatusCode::FORBIDDEN),
            1 => (Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), call.clone(), StatusCode::FORBIDDEN),
            2 => (Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), "a&".repeat(32_000), StatusCode::PAYLOAD_TOO_LARGE),
            _ => (Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), "a".repeat(64 * 1024), StatusCode::FORBIDDEN),
        };
        client.send(form("/voice", signature, body)).await.assert_refused(status);
        refused.fetch_add(1, Ordering::Relaxed);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_requests_get_their_documents_while_others_forge() {
    let router = Router::new().route("/voice", post(answer)).layer(verifier()).with_state(verifier());
    let address = serve(router).await;
    let (stop, refused) = (Arc::<AtomicBool>::default(), Arc::<AtomicUsize>::default());
    let forgers = (0..FORGERS)
        .map(|forger| tokio::spawn(forge(address.clone(), forger, Arc::clone(&stop), Arc::clone(&refused))));
    let forgers: Vec<_> = forgers.collect();
    let connections = (0..CONNECTIONS).map(|connection| {
        let address = address.clone();
        tokio::spawn(async move {
            let mut client = Client::connect(&address).await;
            for request in 0..REQUESTS / CONNECTIONS {
                let name = format!("Tom & \"Jerry\" <{connection}.{request}>");
                let mut call = Call::sample();
                call.caller_name = Some(name.clone());
                let answer = client.tell("/voice", &call).await;
                assert_eq!(answer.status, StatusCode::OK);
                assert_eq!(answer.body, greeting(&name).as_str());
                assert_eq!(answer.headers["content-length"], answer.body.len().to_string().as_str());
            }
        })
    });
    for connection in connections.collect::<Vec<_>>() {
        connection.await.unwrap();
    }
    stop.store(true, Ordering::Relaxed);
    for forger in forgers {
        forger.await.unwrap();
    }
    assert!(refused.load(Ordering::Relaxed) >= FORGERS, "nobody forged anything");
}
