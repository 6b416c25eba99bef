//! The extractors in a router.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::{Request as HttpRequest, StatusCode};
use axum::routing::{any, post};
use http_body_util::Full;
use twiml::signature::{Keys, Refused, Signed, Signer, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};
use twiml::{Parameters, signature};

use super::client::{AUTH_TOKEN, Client, PUBLIC_URL, form, serve, signer, verifier};

/// What came in, as text.
async fn echo(verified: Verified) -> String {
    let Verified { parameters, query, body, .. } = verified;
    format!("{} {} {}", parameters.to_form(), query.to_form(), String::from_utf8_lossy(&body))
}

async fn server(verifier: Verifier) -> Client {
    let router = Router::new().route("/", any(echo)).route("/call", any(echo)).with_state(verifier);
    Client::connect(&serve(router).await).await
}

#[tokio::test]
async fn unverified_requests_are_read_all_the_same() {
    let mut client = server(Verifier::dangerously_unverified()).await;
    assert_eq!(client.send(form("/call?b=2", None, "a=1")).await.body, "a=1 b=2 a=1");
    let get = HttpRequest::get("/call?b=2").body(Full::default()).unwrap();
    assert_eq!(client.send(get).await.body, "b=2  ");
}

#[tokio::test]
async fn a_body_that_is_no_form_comes_as_it_is() {
    let mut client = server(verifier()).await;
    let kind = "application/json; charset=utf-8";
    let request = signer().post_body(&format!("{PUBLIC_URL}/call?b=2"), kind, "{\"a\": 1}").unwrap();
    let answer = client.send(request).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.starts_with("b=2&bodySHA256="));
    assert!(answer.body.ends_with("  {\"a\": 1}"));
}

#[derive(Clone)]
struct Shared {
    verifier: Verifier,
    greeting: &'static str,
}

impl FromRef<Shared> for Verifier {
    fn from_ref(shared: &Shared) -> Self {
        shared.verifier.clone()
    }
}

#[tokio::test]
async fn the_verifier_may_be_a_part_of_the_state() {
    async fn greet(State(shared): State<Shared>, Signed(gather): Signed<GatherAction>) -> String {
        format!("{} {}", shared.greeting, gather.digits.unwrap_or_default())
    }
    let shared = Shared { verifier: verifier(), greeting: "You pressed" };
    let mut client = Client::connect(&serve(Router::new().route("/keys", post(greet)).with_state(shared)).await).await;
    assert_eq!(client.tell("/keys", &GatherAction::full_sample()).await.body, "You pressed 1");
}

#[tokio::test]
async fn a_handler_may_look_at_the_refusal() {
    async fn look(request: Result<Signed<Call>, Refused>) -> Result<String, StatusCode> {
        match request {
            Ok(Signed(call)) => Ok(call.from),
            Err(refused) if refused.status() == 403 => Err(StatusCode::IM_A_TEAPOT),
            Err(_) => Err(StatusCode::BAD_REQUEST),
        }
    }
    let router = Router::new().route("/call", post(look)).with_state(verifier());
    let mut client = Client::connect(&serve(router).await).await;
    assert_eq!(client.send(form("/call", None, "")).await.status, StatusCode::IM_A_TEAPOT);
    assert_eq!(client.tell("/call", &Call::sample()).await.body, "+15551234567");
}

#[tokio::test]
async fn what_is_refused_is_told_to_the_owner() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&told);
    let verifier = verifier().on_refused(move |refused| log.lock().unwrap().push(refused.reason().to_string()));
    let router = Router::new().route("/call", post(async |Signed(call): Signed<Call>| call.from)).with_state(verifier);
    let mut client = Client::connect(&serve(router).await).await;
    client.send(form("/call", None, "")).await.assert_refused(StatusCode::FORBIDDEN);
    client.send(form("/call", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), "a".repeat(70_000))).await;
    client.post("/call", &Parameters::from_iter([("a", "1")])).await;
    assert_eq!(
        *told.lock().unwrap(),
        ["there is no signature", "the body has more than 65536 bytes", "parameter `CallSid` is missing"]
    );
}

#[tokio::test]
async fn tokens_are_looked_up_and_keys_shared() {
    let keys =
        Keys::new().shared_key("webhooks_sharedkey_1", "secret").lookup_async(async |account: Option<String>| {
            tokio::task::yield_now().await;
            account.filter(|account| account == "AC0123456789abcdef0123456789abcdef").map(|_| AUTH_TOKEN)
        });
    let verifier = Verifier::new(keys, PUBLIC_URL).unwrap();
    let router = Router::new().route("/call", any(async |Signed(call): Signed<Call>| call.from)).with_state(verifier);
    let mut client = Client::connect(&serve(router).await).await;
    assert_eq!(client.tell("/call", &Call::sample()).await.status, StatusCode::OK);
    let shared = Signer::shared_key("webhooks_sharedkey_1", "secret");
    let url = format!("{PUBLIC_URL}/call");
    assert_eq!(client.send(shared.post(&url, &Call::sample()).unwrap()).await.status, StatusCode::OK);
    assert_eq!(client.send(shared.get(&url, &Call::sample()).unwrap()).await.status, StatusCode::OK);
    let mut other = Call::sample();
    other.account_sid = "AC1".to_owned();
    client.tell("/call", &other).await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_token_of_a_retry_is_a_field() {
    async fn token(Signed(call): Signed<Call>) -> String {
        call.idempotency_token.unwrap_or_default()
    }
    let router = Router::new().route("/call", post(token)).with_state(verifier());
    let mut client = Client::connect(&serve(router).await).await;
    let mut request = signer().post(&format!("{PUBLIC_URL}/call"), &Call::sample()).unwrap();
    request.headers_mut().insert("I-Twilio-Idempotency-Token", "0b6d5c6e".parse().unwrap());
    assert_eq!(client.send(request).await.body, "0b6d5c6e");
    assert_eq!(client.tell("/call", &Call::sample()).await.body, "");
}

#[tokio::test]
async fn frameworks_read_requests_without_the_extractor_too() {
    async fn whose(body: axum::body::Bytes) -> Result<String, (StatusCode, String)> {
        let call = Call::from_form(&body).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
        Ok(call.from)
    }
    let mut client = Client::connect(&serve(Router::new().route("/", post(whose))).await).await;
    let body = Call::sample().to_parameters().to_form();
    assert_eq!(client.send(form("/", None, body)).await.body, "+15551234567");
}

#[tokio::test]
async fn a_request_without_a_host_is_one_for_the_public_url() {
    use std::io::{Read, Write};

    let ask = |address: String, signature: String| {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(stream, "GET /call?b=2 HTTP/1.0\r\n{}: {signature}\r\n\r\n", signature::HEADER).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let signed = signature::sign(AUTH_TOKEN, &format!("{PUBLIC_URL}/call?b=2"), &Parameters::new());
    for (verifier, status) in [
        (verifier(), "200"),
        (Verifier::dangerously_trusting_host(AUTH_TOKEN).unwrap(), "403"),
        (Verifier::dangerously_unverified(), "200"),
    ] {
        let router = Router::new().route("/call", any(echo)).with_state(verifier);
        let (address, signed) = (serve(router).await, signed.clone());
        let answer = tokio::task::spawn_blocking(move || ask(address, signed)).await.unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.0 {status} ")), "{answer}");
    }
}
