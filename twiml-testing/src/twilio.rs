//! The world, as a test sees it.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{Method, Request, Response};
use http_body_util::Full;
use twiml_core::webhook::Webhook as Typed;
use url::Url;

use crate::act::Act;
use crate::call::Call;
use crate::carrier::{Carrier, Service};
use crate::failure::Failure;
use crate::party::Number;
use crate::phone::Phone;
use crate::session::{Refer, Worker};
use crate::settings::{Behaviour, Delivery, Durations};
use crate::strictness::Lapse;
use crate::transcript::Transcript;
use crate::world::verbs::nouns::normalise;
use crate::world::{Exchange, Settings, SharedWorld, World};

/// The account that everything belongs to.
pub(crate) const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
/// Where the clock begins: a Tuesday, 14:00:00 UTC.
const BEGAN: Duration = Duration::from_secs(1_795_528_800);

/// A stand-in for Twilio: calls and messages on one clock, which moves only by what is heard, waited for and done.
///
/// It is the same world behind every copy. Settings are made before the first call.
#[derive(Clone)]
pub struct Twilio {
    pub(crate) world: SharedWorld,
}

impl Twilio {
    /// Twilio for an application in this process: a service of `tower`, such as a `Router` of axum.
    ///
    /// ```
    /// use axum::{Router, routing::post};
    /// use twiml::{VoiceResponse, twiml};
    /// use twiml_testing::Twilio;
    ///
    /// async fn greet() -> VoiceResponse {
    ///     twiml! { <Response><Say>"Welcome"</Say></Response> }
    /// }
    ///
    /// let twilio = Twilio::service(Router::new().route("/voice", post(greet)));
    /// twilio.call("+15551234567", "/voice").now().hears("Welcome").now();
    /// ```
    #[must_use]
    pub fn service<S, B>(service: S) -> Self
    where
        S: tower_service::Service<Request<Full<Bytes>>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Into<Box<dyn Error + Send + Sync>>,
        S::Future: Send,
        B: http_body::Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        Self::over(Service::new(service))
    }

    /// Twilio for an application at an address, in whatever language.
    ///
    /// The public address is the same unless it is [set](Self::public_url).
    ///
    /// # Errors
    ///
    /// It is no address.
    #[cfg(feature = "address")]
    pub fn at(url: &str) -> Result<Self, url::ParseError> {
        let base = Url::parse(url)?;
        Ok(Self::over(crate::carrier::Address::new(base.clone())).with(|world| world.settings.public_url = base))
    }

    /// Twilio for an application behind a carrier of your own.
    #[must_use]
    pub fn over(carrier: impl Carrier + 'static) -> Self {
        let settings = Settings {
            auth_token: String::from("12345"),
            account_sid: ACCOUNT.to_owned(),
            public_url: public("https://voice.example.com/"),
            number: String::from("+15550001111"),
            voice_method: Method::POST,
            fallback_url: None,
            status_callback: None,
            messaging_url: String::from("/sms"),
            messaging_method: Method::POST,
            messaging_fallback_url: None,
            behaviour: Behaviour::default(),
            durations: Durations::default(),
            delivery: Delivery::default(),
            allowed: Vec::new(),
            unknown_parameter: false,
            files: std::collections::BTreeMap::new(),
        };
        let world = World::new(settings, SystemTime::UNIX_EPOCH + BEGAN);
        Self { world: SharedWorld::new(world, Arc::new(carrier)) }
    }

    fn with(self, set: impl FnOnce(&mut World)) -> Self {
        self.world.with(set);
        self
    }

    /// The auth token that requests are signed with: `12345` unless it is set.
    #[must_use]
    pub fn auth_token(self, token: &str) -> Self {
        self.with(|world| token.clone_into(&mut world.settings.auth_token))
    }

    /// The address under which Twilio reaches the application: `https://voice.example.com` unless it is set.
    ///
    /// # Panics
    ///
    /// It is no address.
    #[must_use]
    #[track_caller]
    pub fn public_url(self, url: &str) -> Self {
        let url = public(url);
        self.with(|world| world.settings.public_url = url)
    }

    /// The application's number: `+15550001111` unless it is set.
    #[must_use]
    pub fn own_number(self, number: &str) -> Self {
        self.with(|world| world.settings.number = normalise(number))
    }

    /// How the first address of a call is requested: POST unless it is set.
    #[must_use]
    pub fn voice_method(self, method: Method) -> Self {
        self.with(|world| world.settings.voice_method = method)
    }

    /// The address that is asked when a document of a call cannot be had.
    #[must_use]
    pub fn fallback_url(self, url: &str) -> Self {
        self.with(|world| world.settings.fallback_url = Some(url.to_owned()))
    }

    /// The address that is told when a call has ended.
    #[must_use]
    pub fn status_callback(self, url: &str) -> Self {
        self.with(|world| world.settings.status_callback = Some(url.to_owned()))
    }

    /// The address that is asked when a message comes in: `/sms` unless it is set.
    #[must_use]
    pub fn messaging_url(self, url: &str) -> Self {
        self.with(|world| url.clone_into(&mut world.settings.messaging_url))
    }

    /// How that address is requested: POST unless it is set.
    #[must_use]
    pub fn messaging_method(self, method: Method) -> Self {
        self.with(|world| world.settings.messaging_method = method)
    }

    /// The address that is asked when the answer to a message cannot be had.
    #[must_use]
    pub fn messaging_fallback_url(self, url: &str) -> Self {
        self.with(|world| world.settings.messaging_fallback_url = Some(url.to_owned()))
    }

    /// How Twilio behaves where that is contested.
    #[must_use]
    pub fn behaviour(self, behaviour: Behaviour) -> Self {
        self.with(|world| world.settings.behaviour = behaviour)
    }

    /// How long things take.
    #[must_use]
    pub fn durations(self, durations: Durations) -> Self {
        self.with(|world| world.settings.durations = durations)
    }

    /// In which order status callbacks arrive.
    #[must_use]
    pub fn delivers(self, delivery: Delivery) -> Self {
        self.with(|world| world.set_delivery(delivery))
    }

    /// Lets something pass that would fail the test.
    #[must_use]
    pub fn allows(self, lapse: Lapse) -> Self {
        self.with(|world| world.settings.allowed.push(lapse))
    }

    /// When the clock begins: on a Tuesday at 14:00 UTC unless it is set.
    #[must_use]
    pub fn begins_at(self, time: SystemTime) -> Self {
        self.with(|world| world.clock.began = time)
    }

    /// Sends a parameter with every request that no application can know, as Twilio does without notice.
    #[must_use]
    pub fn with_unknown_parameters(self) -> Self {
        self.with(|world| world.settings.unknown_parameter = true)
    }

    /// How long a file takes that a document plays, by the address as it is written there.
    #[must_use]
    pub fn file(self, url: &str, length: Duration) -> Self {
        self.with(|world| world.settings.files.insert(url.to_owned(), Some(length)).map_or((), drop))
    }

    /// A file that cannot be had.
    #[must_use]
    pub fn missing_file(self, url: &str) -> Self {
        self.with(|world| world.settings.files.insert(url.to_owned(), None).map_or((), drop))
    }

    /// Somebody whom the application may call: a number, `client:…`, `sip:…`.
    #[must_use]
    pub fn number(&self, number: &str) -> Number {
        Number::new(self.world.clone(), normalise(number))
    }

    /// What comes of every `<Connect><Conversation>` from now on.
    pub fn worker(&self, worker: Worker) {
        self.world.with(|world| world.conversation = worker);
    }

    /// How every `<Refer>` ends from now on.
    pub fn refers(&self, refer: Refer) {
        self.world.with(|world| world.refer = refer);
    }

    /// Somebody calls the application, which answers at an address. The call is there as soon as its first document is, or has
    /// been asked for, where that [takes time](Durations::request).
    #[track_caller]
    pub fn call(&self, from: &str, url: &str) -> Act<'static, Call> {
        let (world, from, url) = (self.world.clone(), normalise(from), url.to_owned());
        Act::new(async move {
            let leg = world.with(|world| world.incoming(&from, &url)).map_err(Failure::new)?;
            world.settle().await?;
            Ok(Call::new(world, leg))
        })
    }

    /// A phone, for messages and more than one call.
    #[must_use]
    pub fn phone(&self, number: &str) -> Phone {
        Phone::new(self.clone(), normalise(number))
    }

    /// Waits until a number rings that the application calls, and leaves it ringing.
    #[track_caller]
    pub fn rings(&self, number: &str) -> Act<'static, Call> {
        let (world, number) = (self.world.clone(), normalise(number));
        Act::new(async move {
            let found = world.run(None, |world| world.ringing(&number)).await?;
            match found {
                Some(leg) => Ok(Call::new(world, leg)),
                None => Err(world.with(|world| world.failure(None, format!("{number} does not ring"), Vec::new()))),
            }
        })
    }

    /// Waits until a number rings that the application calls, and answers.
    #[track_caller]
    pub fn answers(&self, number: &str) -> Act<'static, Call> {
        let rings = self.rings(number).tried();
        Act::new(async move {
            let mut call = rings.await?;
            call.answers().tried().await?;
            Ok(call)
        })
    }

    /// Lets time pass.
    #[track_caller]
    pub fn waits(&self, time: Duration) -> Act<'static, ()> {
        let world = self.world.clone();
        Act::new(async move {
            let until = world.with(|world| world.now() + time);
            world.run(Some(until), |_| None::<()>).await.map(drop)
        })
    }

    /// The stand-in for the REST API, for the application's own client.
    #[must_use]
    pub fn api(&self) -> crate::api::Api {
        crate::api::Api::new(self.world.clone())
    }

    /// Time since the world began.
    #[must_use]
    pub fn clock(&self) -> Duration {
        self.world.with(|world| world.now())
    }

    /// The time of day in the world, for an application that asks a clock which it is given.
    #[must_use]
    pub fn time(&self) -> SystemTime {
        self.world.with(|world| world.clock.time())
    }

    /// Every request that was made, with its answer.
    #[must_use]
    pub fn requests(&self) -> Vec<Exchange> {
        self.world.with(|world| world.exchanges.clone())
    }

    /// Every request of one kind.
    ///
    /// # Panics
    ///
    /// One of them is not what its type takes.
    #[must_use]
    #[track_caller]
    pub fn all<T: Typed>(&self) -> Vec<T> {
        let caller = std::panic::Location::caller();
        let found = self.requests().into_iter().filter(|exchange| exchange.request == T::ROW.id);
        found
            .map(|exchange| exchange.read().unwrap_or_else(|error| Failure::new(error.to_string()).fail(caller)))
            .collect()
    }

    /// All that happened.
    #[must_use]
    pub fn transcript(&self) -> Transcript {
        self.world.with(|world| world.transcript_of(None))
    }

    /// What was let pass that would have failed the test, in words.
    #[must_use]
    pub fn lapses(&self) -> Vec<(Lapse, String)> {
        self.world.with(|world| world.lapses.clone())
    }

    /// The flow of all calls, as a picture in Mermaid.
    #[must_use]
    pub fn map(&self) -> String {
        self.world.with(|world| crate::transcript::map(&world.exchanges, None))
    }
}

#[track_caller]
fn public(url: &str) -> Url {
    let caller = std::panic::Location::caller();
    Url::parse(url).unwrap_or_else(|error| Failure::new(format!("`{url}` is no address: {error}")).fail(caller))
}

impl fmt::Debug for Twilio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Twilio").field("clock", &self.clock()).finish_non_exhaustive()
    }
}
