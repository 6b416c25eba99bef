//! An application at an address.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, header::HOST};
use ureq::Agent;
use url::Url;

use super::{Carried, Carrier, NoAnswer};

/// What Twilio waits for an answer.
const LONGEST: Duration = Duration::from_secs(15);

/// A server that runs, on this machine or elsewhere. A thread waits for each answer, so that any runtime will do.
pub(crate) struct Address {
    base: Url,
    agent: Agent,
}

impl Address {
    pub(crate) fn new(base: Url) -> Self {
        let settings =
            Agent::config_builder().http_status_as_error(false).max_redirects(0).timeout_global(Some(LONGEST));
        Self { base, agent: settings.build().new_agent() }
    }

    /// The same request, to where the server is; it sees the public host.
    fn directed(&self, mut request: Request<Bytes>) -> Result<Request<Bytes>, NoAnswer> {
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let url = format!("{}{target}", self.base.as_str().trim_end_matches('/'));
        if let Some(host) = request.uri().authority().and_then(|host| host.as_str().parse().ok()) {
            request.headers_mut().insert(HOST, host);
        }
        *request.uri_mut() = url.parse().map_err(NoAnswer::new)?;
        Ok(request)
    }
}

impl Carrier for Address {
    fn carry(&self, request: Request<Bytes>) -> Carried<'_> {
        let (send, receive) = futures_channel::oneshot::channel();
        let request = self.directed(request);
        let agent = self.agent.clone();
        std::thread::spawn(move || {
            let answer = request.and_then(|request| ask(&agent, request));
            // Nobody waits any more if the test has ended.
            let _ = send.send(answer);
        });
        Box::pin(async move { receive.await.unwrap_or_else(|_| Err(NoAnswer::new("the thread that asked has ended"))) })
    }
}

fn ask(agent: &Agent, request: Request<Bytes>) -> Result<Response<Bytes>, NoAnswer> {
    let request = request.map(|body| body.to_vec());
    let answer = agent.run(request).map_err(NoAnswer::new)?;
    let (parts, mut body) = answer.into_parts();
    let body = body.read_to_vec().map_err(NoAnswer::new)?;
    Ok(Response::from_parts(parts, body.into()))
}
