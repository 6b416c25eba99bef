//! `warp`: documents as answers, and filters.

use alloc::string::String;

use ::http::{HeaderMap, Method, StatusCode, Uri};
use warp::filters::BoxedFilter;
use warp::path::FullPath;
use warp::reject::Reject;
use warp::{Filter, Rejection, Reply};

use super::{body, bytes, http};
use crate::Response;
use crate::signature::{Handshake, Refused, Signed, Verified, Verifier};
use crate::webhook::Webhook;

impl<K> Reply for Response<K> {
    fn into_response(self) -> warp::reply::Response {
        http::respond::<K, _>(self.as_str().len(), bytes(self)).into_response()
    }
}

impl Reply for Refused {
    fn into_response(self) -> warp::reply::Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::FORBIDDEN);
        warp::reply::with_status(self.answer(), status).into_response()
    }
}

impl Reject for Refused {}

/// Filters for `warp`. What they refuse is a rejection, which [`Refused::recover`] answers; without it warp answers with 500.
impl Verifier {
    /// Requests that Twilio has signed, as a type. It reads the body, and stands behind the filters of the path.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Refused, Signed, Verifier};
    /// use twiml::webhook::Call;
    /// use warp::Filter;
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// let voice = warp::path("voice").and(verifier.signed()).map(|Signed(call): Signed<Call>| call.from);
    /// let routes = voice.recover(Refused::recover);
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn signed<T: Webhook + Send + 'static>(&self) -> BoxedFilter<(Signed<T>,)> {
        let verifier = self.clone();
        let typed =
            move |genuine| core::future::ready(verifier.read(genuine).map(Signed).map_err(warp::reject::custom));
        self.verified().and_then(typed).boxed()
    }

    /// Requests that Twilio has signed, as they came.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Refused, Verified, Verifier};
    /// use warp::Filter;
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// let events = warp::path("events").and(verifier.verified()).map(|event: Verified| format!("{} bytes", event.body.len()));
    /// let routes = events.recover(Refused::recover);
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn verified(&self) -> BoxedFilter<(Verified,)> {
        let verifier = self.clone();
        let receive = move |known: Option<Verified>, method: Method, uri: Uri, headers: HeaderMap, body| {
            let verifier = verifier.clone();
            async move {
                // Behind the layer of `tower` there is nothing left to do.
                let Some(genuine) = known else {
                    let head = http::received(&method, &uri, &headers);
                    return body::verify(&verifier, head, |buffer| body::fill(buffer, body))
                        .await
                        .map_err(warp::reject::custom);
                };
                Ok(genuine)
            }
        };
        warp::ext::optional().and(head()).and(warp::body::stream()).and_then(receive).boxed()
    }

    /// Opening requests of sockets that Twilio has signed. It stands before what opens the socket.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Handshake, Refused, Verifier};
    /// use warp::Filter;
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// let media = warp::path("media").and(verifier.handshake()).map(|_: Handshake| "opens");
    /// let routes = media.recover(Refused::recover);
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn handshake(&self) -> BoxedFilter<(Handshake,)> {
        let verifier = self.clone();
        let open = move |method: Method, uri: Uri, headers: HeaderMap| {
            let verifier = verifier.clone();
            async move {
                let verdict = verifier.verify_handshake_async(&http::received(&method, &uri, &headers)).await;
                verdict.map(|_| Handshake(())).map_err(warp::reject::custom)
            }
        };
        head().and_then(open).boxed()
    }
}

impl Refused {
    /// Answers what the filters of a [`Verifier`] refuse, for `warp`'s `recover`; other rejections are passed on.
    ///
    /// # Errors
    ///
    /// The rejection is another one.
    #[expect(clippy::unused_async, reason = "that is what `recover` takes")]
    pub async fn recover(rejection: Rejection) -> Result<Self, Rejection> {
        rejection.find::<Self>().cloned().ok_or(rejection)
    }
}

/// Method, address and headers of a request.
fn head() -> impl Filter<Extract = (Method, Uri, HeaderMap), Error = Rejection> + Clone {
    let query = warp::query::raw().map(Some).or(warp::any().map(|| None)).unify();
    let uri = warp::path::full().and(query).and_then(|path: FullPath, query: Option<String>| {
        let target = query.map_or_else(|| path.as_str().into(), |query| alloc::format!("{}?{query}", path.as_str()));
        core::future::ready(Uri::try_from(target).map_err(|_| warp::reject::reject()))
    });
    warp::method().and(uri).and(warp::header::headers_cloned())
}
