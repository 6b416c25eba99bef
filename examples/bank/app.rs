//! What all handlers share, and where they are.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use axum::extract::FromRef;
use axum::{Router, routing::post};
use twiml::signature::Verifier;

use super::{adviser, language, menu, payment, queue, voicemail};

/// What all handlers share.
#[derive(Clone)]
pub(crate) struct App {
    verifier: Verifier,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    /// What has been reported of each call to an adviser, by its place in the order of events.
    pub(crate) calls: Arc<Mutex<BTreeMap<String, BTreeMap<i64, String>>>>,
    /// Recordings that can be fetched.
    pub(crate) voicemails: Arc<Mutex<Vec<String>>>,
}

impl App {
    /// The adviser's phone.
    pub(crate) const ADVISER: &str = "+15557654321";

    /// One that goes by the system's clock.
    pub(crate) fn new(verifier: Verifier) -> Self {
        let clock = Arc::new(SystemTime::now);
        Self { verifier, clock, calls: Arc::default(), voicemails: Arc::default() }
    }

    /// The same with another clock.
    #[allow(dead_code, reason = "for tests")]
    pub(crate) fn clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// Monday to Friday, nine to five, UTC.
    pub(crate) fn is_open(&self) -> bool {
        const DAY: u64 = 24 * 60 * 60;
        let seconds = (self.clock)().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs());
        // The first day of 1970 was a Thursday.
        let weekday = (seconds / DAY + 3) % 7;
        let hour = seconds % DAY / 3600;
        weekday < 5 && (9..17).contains(&hour)
    }
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("verifier", &self.verifier).finish_non_exhaustive()
    }
}

/// The server, to be served or tested. The verifier is a layer around all of it, so that a handler that does not ask who calls
/// is closed as well.
pub(crate) fn router(app: App) -> Router {
    Router::new()
        .route("/voice", post(language::ask))
        .route("/language", post(language::chosen))
        .route("/menu", post(menu::ask))
        .route("/choice", post(menu::chosen))
        .route("/balance", post(menu::balance))
        .route("/team", post(menu::team))
        .route("/pay", post(payment::ask))
        .route("/paid", post(payment::done))
        .route("/wait", post(queue::wait))
        .route("/left", post(queue::left))
        .route("/agent", post(queue::agent))
        .route("/agent/connect", post(queue::connect))
        .route("/agent/done", post(queue::done))
        .route("/adviser", post(adviser::call))
        .route("/adviser/screen", post(adviser::screen))
        .route("/adviser/accept", post(adviser::accept))
        .route("/adviser/progress", post(adviser::progress))
        .route("/adviser/done", post(adviser::done))
        .route("/voicemail", post(voicemail::ask))
        .route("/voicemail/done", post(voicemail::done))
        .route("/voicemail/ready", post(voicemail::ready))
        .layer(app.verifier.clone())
        .with_state(app)
}
