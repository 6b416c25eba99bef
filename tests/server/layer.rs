//! The verifier as a layer around a router.

use axum::body::Bytes;
use axum::extract::{Extension, Request};
use axum::http::{Request as HttpRequest, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{any, get, post};
use axum::{Form, Router};
use http_body_util::Full;
use twiml::Parameters;
use twiml::signature::{HEADER, Signed, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};

use super::client::{Client, PUBLIC_URL, form, serve, signer, verifier};

/// A handler that does not ask who calls.
async fn raw(body: Bytes) -> String {
    String::from_utf8_lossy(&body).into_owned()
}

async fn client(router: Router) -> Client {
    Client::connect(&serve(router).await).await
}

#[tokio::test]
async fn a_handler_that_does_not_ask_is_closed() {
    let router = Router::new().route("/raw", any(raw)).layer(verifier()).route("/health", get(async || "fine"));
    let mut client = client(router).await;
    client.send(form("/raw", None, "a=1")).await.assert_refused(StatusCode::FORBIDDEN);
    client.send(form("/raw", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), "a=1")).await.assert_refused(StatusCode::FORBIDDEN);
    client.send(HttpRequest::get("/raw").body(Full::default()).unwrap()).await.assert_refused(StatusCode::FORBIDDEN);
    // The same bytes arrive.
    let parameters = Parameters::from_iter([("a", "1 ñ"), ("b", "")]);
    assert_eq!(client.post("/raw?c=3", &parameters).await.body, "a=1+%C3%B1&b=");
    let events = signer().post_body(&format!("{PUBLIC_URL}/raw"), "application/json", "{\"a\": 1}").unwrap();
    assert_eq!(client.send(events).await.body, "{\"a\": 1}");
    // What is added after the layer is outside.
    assert_eq!(client.send(HttpRequest::get("/health").body(Full::default()).unwrap()).await.body, "fine");
}

#[tokio::test]
async fn what_no_route_takes_is_closed_too() {
    let router = Router::new().route("/raw", any(raw)).fallback(raw).layer(verifier());
    client(router).await.send(form("/other", None, "a=1")).await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_body_that_get_smuggles_in_does_not_arrive() {
    let mut client = client(Router::new().route("/raw", any(raw)).layer(verifier())).await;
    let mut smuggled = signer().get::<Full<Bytes>>(&format!("{PUBLIC_URL}/raw"), &Parameters::new()).unwrap();
    *smuggled.body_mut() = Full::from("CallSid=FORGED");
    let answer = client.send(smuggled).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, ""));
}

#[tokio::test]
async fn extractors_find_what_the_layer_has_verified() {
    async fn typed(Signed(gather): Signed<GatherAction>) -> String {
        gather.digits.unwrap_or_default()
    }
    async fn extension(Extension(verified): Extension<Verified>) -> Result<String, (StatusCode, String)> {
        let call: Call = verified.request().map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
        Ok(format!("{} {}", call.from, call.other.to_form()))
    }
    // The verifier of the state would refuse what that of the layer takes: nothing is verified twice.
    let other = Verifier::new("another token", PUBLIC_URL).unwrap();
    let router = Router::new()
        .route("/keys", post(typed))
        .route("/call", post(extension))
        .route("/form", post(async |Form(call): Form<Call>| call.from))
        .layer(verifier())
        .with_state(other);
    let mut client = client(router).await;
    assert_eq!(client.tell("/keys", &GatherAction::full_sample()).await.body, "1");
    assert_eq!(client.tell("/call?worker=7", &Call::sample()).await.body, "+15551234567 worker=7");
    assert_eq!(client.tell("/form", &Call::sample()).await.body, "+15551234567");
    let nothing = client.post("/keys", &Parameters::new()).await;
    nothing.assert_malformed("parameter `CallSid` is missing");
}

#[tokio::test]
async fn nested_routers_need_nothing() {
    async fn ours(Signed(call): Signed<Call>) -> String {
        call.from
    }
    let inner = Router::new().route("/call", any(ours)).with_state(verifier());
    let layered = Router::new().route("/call", any(raw)).layer(verifier());
    let router = Router::new().nest("/deep", Router::new().nest("/twilio", inner)).nest("/layered", layered);
    let mut client = client(router).await;
    assert_eq!(client.tell("/deep/twilio/call", &Call::sample()).await.body, "+15551234567");
    let query = Call::sample().to_parameters().to_form();
    assert_eq!(client.get(&format!("/deep/twilio/call?{query}")).await.body, "+15551234567");
    assert_eq!(client.post("/layered/call", &Parameters::from_iter([("a", "1")])).await.body, "a=1");
    // The path that is left over is not what was signed.
    let request = signer().post::<Full<Bytes>>(&format!("{PUBLIC_URL}/call"), &Call::sample()).unwrap();
    let (mut parts, body) = request.into_parts();
    parts.uri = "/deep/twilio/call".parse().unwrap();
    client.send(HttpRequest::from_parts(parts, body)).await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn other_layers_stand_beside_it() {
    async fn mark(request: Request, next: Next) -> Response {
        let has_passed = request.extensions().get::<Verified>().is_some();
        let mut response = next.run(request).await;
        response.headers_mut().insert("x-verified", has_passed.to_string().parse().unwrap());
        response
    }
    let router = Router::new().route("/raw", any(raw)).layer(from_fn(mark)).layer(verifier()).layer(from_fn(mark));
    let mut client = client(router).await;
    let answer = client.post("/raw", &Parameters::from_iter([("a", "1")])).await;
    assert_eq!(answer.headers.get_all("x-verified").iter().count(), 1);
    let refused = client.send(form("/raw", None, "")).await;
    assert_eq!((refused.status, &refused.headers["x-verified"]), (StatusCode::FORBIDDEN, &"false".parse().unwrap()));
}

#[tokio::test]
async fn a_service_may_be_polled_before_it_is_called() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Poll};
    use tower::{Layer, Service};

    /// Only the instance that was polled may be called.
    struct Strict(Arc<Mutex<bool>>, Arc<AtomicUsize>);

    impl Clone for Strict {
        fn clone(&self) -> Self {
            Self(Arc::default(), Arc::clone(&self.1))
        }
    }

    impl Service<HttpRequest<Full<Bytes>>> for Strict {
        type Response = HttpResponse;
        type Error = std::convert::Infallible;
        type Future = std::future::Ready<Result<HttpResponse, Self::Error>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            *self.0.lock().unwrap() = true;
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: HttpRequest<Full<Bytes>>) -> Self::Future {
            assert!(std::mem::take(&mut *self.0.lock().unwrap()), "called without being ready");
            self.1.fetch_add(1, Ordering::Relaxed);
            std::future::ready(Ok(HttpResponse::default()))
        }
    }

    type HttpResponse = axum::http::Response<String>;

    async fn ready<S: Service<HttpRequest<String>>>(service: &mut S) -> Result<(), S::Error> {
        std::future::poll_fn(|context| service.poll_ready(context)).await
    }

    let calls = Arc::new(AtomicUsize::default());
    let mut service = verifier().layer(Strict(Arc::default(), Arc::clone(&calls)));
    for count in 1..3 {
        ready(&mut service).await.unwrap();
        let request = signer().post::<String>(&format!("{PUBLIC_URL}/voice"), &Call::sample()).unwrap();
        assert_eq!(service.call(request).await.unwrap().status(), StatusCode::OK);
        assert_eq!(calls.load(Ordering::Relaxed), count);
    }
    ready(&mut service).await.unwrap();
    let forged = HttpRequest::post("/voice").header(HEADER, "forged").body(String::new()).unwrap();
    assert_eq!(service.call(forged).await.unwrap().status(), StatusCode::FORBIDDEN);
    assert_eq!(calls.load(Ordering::Relaxed), 2);
}
