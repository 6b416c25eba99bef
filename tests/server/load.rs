//! Many requests at once.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use twiml::axum::{Signed, Verifier};
use twiml::webhook::{Call, Request};
use twiml::{VoiceResponse, twiml};

use super::client::{AUTH_TOKEN, Client, PUBLIC_URL, serve};

const CONNECTIONS: usize = 50;
const REQUESTS: usize = 10_000;

fn greeting(name: &str) -> VoiceResponse {
    twiml! { <Response><Say>"Hello " {name} ", please hold."</Say><Redirect>"/queue"</Redirect></Response> }
}

async fn answer(Signed(call): Signed<Call>) -> VoiceResponse {
    greeting(call.caller_name.as_deref().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_requests_get_their_documents() {
    let router = Router::new().route("/voice", post(answer));
    let address = serve(router.with_state(Verifier::new(AUTH_TOKEN).public_url(PUBLIC_URL))).await;
    let connections = (0..CONNECTIONS).map(|connection| {
        let address = address.clone();
        tokio::spawn(async move {
            let mut client = Client::connect(&address).await;
            for request in 0..REQUESTS / CONNECTIONS {
                let name = format!("Tom & \"Jerry\" <{connection}.{request}>");
                let mut call = Call::WEBHOOK.sample();
                call.set("CallerName", name.as_str());
                let answer = client.post("/voice", &call).await;
                assert_eq!(answer.status, StatusCode::OK);
                assert_eq!(answer.body, greeting(&name).as_str());
                assert_eq!(answer.headers["content-length"], answer.body.len().to_string().as_str());
            }
        })
    });
    for connection in connections.collect::<Vec<_>>() {
        connection.await.unwrap();
    }
}
