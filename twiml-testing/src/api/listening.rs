//! The API at an address.

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use http::Request;
use http_body_util::BodyExt;
use tiny_http::{Header, Response, Server};

use super::Api;

/// The API at an address of this machine, until it is dropped.
pub struct Listening {
    server: Arc<Server>,
    url: String,
}

impl Api {
    /// Serves the API at a free port of this machine.
    ///
    /// # Errors
    ///
    /// There is no free port.
    pub fn listens(&self) -> io::Result<Listening> {
        let server = Arc::new(Server::http("127.0.0.1:0").map_err(io::Error::other)?);
        let url = format!("http://{}", server.server_addr());
        let (api, serving) = (self.clone(), server.clone());
        std::thread::spawn(move || {
            for request in serving.incoming_requests() {
                // Whoever asked and is gone need not be told.
                let _ = answer(&api, request);
            }
        });
        Ok(Listening { server, url })
    }
}

fn answer(api: &Api, mut request: tiny_http::Request) -> io::Result<()> {
    let mut body = Vec::new();
    request.as_reader().read_to_end(&mut body)?;
    let mut asked = Request::builder().method(request.method().as_str()).uri(request.url());
    for header in request.headers() {
        asked = asked.header(header.field.as_str().as_str(), header.value.as_str());
    }
    let asked = asked.body(Bytes::from(body)).map_err(io::Error::other)?;
    let (parts, body) = api.answer(&asked).into_parts();
    let body = pollster::block_on(body.collect()).map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let mut response = Response::from_data(body.to_vec()).with_status_code(parts.status.as_u16());
    if let Ok(kind) = Header::from_bytes("Content-Type", "application/json") {
        response.add_header(kind);
    }
    request.respond(response)
}

impl Listening {
    /// Scheme, host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

impl std::fmt::Debug for Listening {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listening").field("url", &self.url).finish_non_exhaustive()
    }
}
