//! The judgement of one request: its signature is held against all that Twilio may have signed.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::keys::Keys;
use super::place::Place;
use super::{Received, Tokens};
use crate::http::parameters::Form;
use crate::http::signature::mac::Key;
use crate::http::signature::{Algorithm, Reason, Settings, address, hash};

/// Name of the parameter that says whose request it is.
const ACCOUNT: &str = "AccountSid";

/// What was sent beside the address.
pub(super) enum Content {
    /// Nothing that would be signed.
    Nothing,
    Form(Form),
    /// A body that is no form: its hash stands in the address.
    Body,
}

impl Content {
    /// Reads no more than so many parameters.
    pub(super) fn of(received: &Received<'_>, most: usize) -> Result<Self, Reason> {
        if received.has_no_body() {
            return Ok(Self::Nothing);
        }
        if !received.is_form() {
            return Ok(Self::Body);
        }
        if Form::has_more_than(most, received.body) {
            return Err(Reason::TooManyParameters(most));
        }
        let form = Form::decode(received.body);
        // An address that holds the hash of a body was signed together with that body, not with an empty form.
        let is_body = form.is_empty() && address::body_hash(received.target).is_some();
        Ok(if is_body { Self::Body } else { Self::Form(form) })
    }

    /// Whose request it says to be.
    fn account(&self, received: &Received<'_>) -> Option<String> {
        let own = match self {
            Self::Form(_) => Form::find(received.body, ACCOUNT),
            _ => None,
        };
        own.or_else(|| Form::find(received.query().as_bytes(), ACCOUNT))
    }
}

/// Who is said to have signed, and the signature, decoded.
pub(super) struct Claim<'a> {
    key: Option<&'a str>,
    algorithm: Algorithm,
    signature: Vec<u8>,
}

impl<'a> Claim<'a> {
    /// What the headers say. It costs next to nothing, and refuses what cannot be right before a body is read.
    pub(super) fn of(received: &Received<'a>, keys: &Keys) -> Result<Self, Reason> {
        let signature = received.signature.filter(|signature| !signature.is_empty()).ok_or(Reason::NoSignature)?;
        let header = received.settings.unwrap_or_default().trim_ascii();
        let (key, algorithm) = if header.is_empty() {
            if !keys.takes_tokens() {
                return Err(Reason::SharedKeyWanted);
            }
            (None, Algorithm::HmacSha1)
        } else {
            // The auth token must not be tried with what the header chooses: it needs a key of its own.
            let header = str_of(header)?;
            let settings = Settings::parse(header).map_err(|name| Reason::UnknownAlgorithm(name.to_owned()))?;
            let id = settings.key.unwrap_or_default();
            keys.shared(id).ok_or_else(|| Reason::UnknownKey(id.to_owned()))?;
            (Some(id), settings.algorithm)
        };
        let signature = algorithm.decode(signature).ok_or(Reason::Signature)?;
        Ok(Self { key, algorithm, signature })
    }

    /// The secrets that may have signed.
    async fn secrets(&self, keys: &Keys, account: impl FnOnce() -> Option<String>) -> Result<Vec<Key>, Reason> {
        let secrets = match self.key {
            Some(id) => keys.shared(id).map(str::to_owned).into_iter().collect(),
            None => match keys.tokens(account).await {
                Tokens::Known(tokens) => tokens,
                Tokens::Unavailable => return Err(Reason::Unavailable),
            },
        };
        let secrets: Vec<_> = secrets.iter().filter_map(|secret| Key::new(self.algorithm, secret)).collect();
        if secrets.is_empty() { Err(Reason::NoToken) } else { Ok(secrets) }
    }
}

fn str_of(header: &[u8]) -> Result<&str, Reason> {
    core::str::from_utf8(header).map_err(|_| Reason::UnknownKey(String::from_utf8_lossy(header).into_owned()))
}

/// One thing that may have been signed, in all forms of its address.
struct Candidate {
    addresses: Vec<String>,
    text: Vec<u8>,
}

impl Candidate {
    fn new(places: &[Place], is_socket: bool, target: &str, text: Vec<u8>) -> Self {
        let addresses = places.iter().flat_map(|place| place.addresses(is_socket, target));
        Self { addresses: addresses.flat_map(|address| address::forms(&address)).collect(), text }
    }

    /// Whether one of the secrets signed it.
    fn fits(&self, secrets: &[Key], signature: &[u8]) -> bool {
        let pairs = secrets.iter().flat_map(|secret| self.addresses.iter().map(move |address| (secret, address)));
        // All of them, so that the time does not tell which one it was either.
        pairs.fold(false, |fits, (secret, address)| fits | secret.is_signature(signature, address, &self.text))
    }
}

/// The most parameters of a socket's address that are sorted.
const SORTED: usize = 100;

/// From so many bytes on nobody looks for the reason any more: a forger shall not make it dear.
const EXPLAINED: usize = 64 * 1024;

/// A request, and where it may have been sent to.
pub(super) struct Case<'a> {
    pub(super) received: &'a Received<'a>,
    pub(super) is_handshake: bool,
    pub(super) content: &'a Content,
    /// The configured place, or none: what the request claims counts.
    pub(super) place: Option<&'a Place>,
}

impl Case<'_> {
    /// Whether Twilio signed it; otherwise why not, and the addresses that were tried.
    pub(super) async fn judge(&self, claim: &Claim<'_>, keys: &Keys) -> Result<(), (Reason, Vec<String>)> {
        let early = |reason| (reason, Vec::new());
        let claimed_hash = match self.content {
            Content::Body => Some(address::body_hash(self.received.target).ok_or(Reason::NoBodyHash).map_err(early)?),
            _ => None,
        };
        let secrets = claim.secrets(keys, || self.content.account(self.received)).await.map_err(early)?;
        let candidates = self.candidates().map_err(early)?;
        let fits = candidates.iter().fold(false, |fits, it| fits | it.fits(&secrets, &claim.signature));
        if !fits {
            let reason = self.explain(&candidates, &secrets, claim);
            return Err((reason, candidates.into_iter().flat_map(|it| it.addresses).collect()));
        }
        // The hash of a body is no secret.
        match claimed_hash {
            Some(claimed) if claimed != hash(self.received.body) => Err(early(Reason::BodyHash)),
            _ => Ok(()),
        }
    }

    fn text(&self) -> Vec<u8> {
        match self.content {
            Content::Form(form) => form.joined(),
            _ => Vec::new(),
        }
    }

    /// All that Twilio may have signed.
    fn candidates(&self) -> Result<Vec<Candidate>, Reason> {
        let claimed;
        let places = if let Some(place) = self.place {
            core::slice::from_ref(place)
        } else {
            claimed = Place::claimed(self.received)?;
            &claimed
        };
        let target = self.received.target;
        let mut candidates = Vec::from([Candidate::new(places, self.is_handshake, target, self.text())]);
        if let (true, Some((path, query))) = (self.is_handshake, target.split_once('?')) {
            // No page says how a socket with a query is signed; a library of Twilio's takes it for parameters.
            if !Form::has_more_than(SORTED, query.as_bytes()) {
                candidates.push(Candidate::new(places, true, path, Form::decode(query.as_bytes()).joined()));
            }
        }
        Ok(candidates)
    }

    /// What else was signed, if that can be found out.
    fn explain(&self, candidates: &[Candidate], secrets: &[Key], claim: &Claim<'_>) -> Reason {
        if self.received.body.len() > EXPLAINED {
            return Reason::Signature;
        }
        if matches!(self.content, Content::Form(form) if !form.is_empty()) {
            let alone = |it: &Candidate| Candidate { addresses: it.addresses.clone(), text: Vec::new() };
            if candidates.iter().any(|it| alone(it).fits(secrets, &claim.signature)) {
                return Reason::Parameters;
            }
        }
        let bare = self.place.and_then(Place::without_path);
        let claimed = Place::claimed(self.received).ok().filter(|_| self.place.is_some());
        let others: Vec<_> = bare.into_iter().chain(claimed.into_iter().flatten()).collect();
        let other = Candidate::new(&others, self.is_handshake, self.received.target, self.text());
        let signed =
            |address: &&String| secrets.iter().any(|it| it.is_signature(&claim.signature, address, &other.text));
        let found = other.addresses.iter().find(signed);
        found.map_or(Reason::Signature, |address| Reason::Address(address.clone()))
    }
}
