//! The secrets that requests may be signed with.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::future::Future;
use core::pin::Pin;

use super::Misconfigured;

/// The secrets that requests may be signed with: auth tokens, and shared keys by their ids.
///
/// One auth token is made of its text, several of an array. Those of many accounts are asked for when a request comes, by
/// [`lookup`](Self::lookup) or, where that takes time, [`lookup_async`](Self::lookup_async).
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::{Keys, Verifier};
///
/// let url = "https://voice.example.com";
/// let one = Verifier::new("the auth token", url)?;
/// // Of two accounts, or while the older one is replaced:
/// let several = Verifier::new(["the auth token", "the older one"], url)?;
/// // A shared key, and the auth token for what no rule signs with the key:
/// let keys = Keys::new().auth_token("the auth token").shared_key("webhooks_sharedkey_01k3", "the key's secret");
/// let shared = Verifier::new(keys, url)?;
/// # Ok::<(), twiml::signature::Misconfigured>(())
/// ```
#[derive(Clone, Default)]
pub struct Keys {
    tokens: Vec<Arc<str>>,
    shared: Vec<(Arc<str>, Arc<str>)>,
    shared_only: bool,
    lookup: Option<Lookup>,
}

/// What asks for the tokens of an account.
#[derive(Clone)]
enum Lookup {
    Now(Arc<Now>),
    Later(Arc<Later>),
}

type Now = dyn Fn(Option<&str>) -> Tokens + Send + Sync;
type Later = dyn Fn(Option<String>) -> Pin<Box<dyn Future<Output = Tokens> + Send>> + Send + Sync;

impl Keys {
    /// None yet.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Keys, Misconfigured, Verifier};
    ///
    /// let verifier = Verifier::new(Keys::new(), "https://voice.example.com");
    /// assert_eq!(verifier.unwrap_err(), Misconfigured::NoKey);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An auth token beside the others: of another account, or the one that was in use until now. Each is tried.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let keys = twiml::signature::Keys::new().auth_token("of the account").auth_token("of a subaccount");
    /// ```
    #[must_use]
    pub fn auth_token(mut self, token: &str) -> Self {
        self.tokens.push(token.into());
        self
    }

    /// A shared key: its id, which begins with `webhooks_sharedkey_`, and its secret, which Twilio shows once.
    ///
    /// While a key is replaced both sign, so both belong here. A request that names a key is held against that key alone.
    /// See [Twilio's page](https://www.twilio.com/docs/usage/webhooks/webhook-shared-keys).
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Keys;
    ///
    /// let keys = Keys::new()
    ///     .shared_key("webhooks_sharedkey_01k3", "the secret of the new key")
    ///     .shared_key("webhooks_sharedkey_01j9", "the secret of the old key");
    /// ```
    #[must_use]
    pub fn shared_key(mut self, id: &str, secret: &str) -> Self {
        self.shared.push((id.into(), secret.into()));
        self
    }

    /// Nothing else is taken than what a shared key has signed.
    ///
    /// The header that names the key is not signed. Who has the auth token can leave it out, unless the server demands it.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Keys;
    ///
    /// let keys = Keys::new().shared_key("webhooks_sharedkey_01k3", "the key's secret").shared_keys_only();
    /// ```
    #[must_use]
    pub fn shared_keys_only(mut self) -> Self {
        self.shared_only = true;
        self
    }

    /// The auth tokens of an account are asked for when a request comes.
    ///
    /// The function gets the `AccountSid` of the request, which nothing has verified yet, or `None` where it has none, as
    /// handshakes and bodies that are no form. It gives a token, several, or none, which refuses the request.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use std::collections::HashMap;
    /// use twiml::signature::{Keys, Verifier};
    ///
    /// let tokens = HashMap::from([("AC0123456789abcdef0123456789abcdef", "the auth token")]);
    /// let keys = Keys::new().lookup(move |account| tokens.get(account?).copied());
    /// let verifier = Verifier::new(keys, "https://voice.example.com")?;
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn lookup<T: Into<Tokens>>(mut self, tokens: impl Fn(Option<&str>) -> T + Send + Sync + 'static) -> Self {
        self.lookup = Some(Lookup::Now(Arc::new(move |account| tokens(account).into())));
        self
    }

    /// The same where the answer takes time. Where it fails, an `Err` answers with 503, and Twilio may try again.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Keys, Verifier};
    ///
    /// async fn from_the_database(account: Option<String>) -> Result<Vec<String>, std::io::Error> {
    ///     // …
    /// #   Ok(account.into_iter().collect())
    /// }
    ///
    /// let verifier = Verifier::new(Keys::new().lookup_async(from_the_database), "https://voice.example.com")?;
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn lookup_async<T, F>(mut self, tokens: impl Fn(Option<String>) -> F + Send + Sync + 'static) -> Self
    where
        T: Into<Tokens>,
        F: Future<Output = T> + Send + 'static,
    {
        self.lookup = Some(Lookup::Later(Arc::new(move |account| {
            let tokens = tokens(account);
            Box::pin(async move { tokens.await.into() })
        })));
        self
    }

    /// Whether they can be what was meant.
    pub(super) fn check(&self) -> Result<(), Misconfigured> {
        let secrets = self.tokens.iter().chain(self.shared.iter().flat_map(|(id, secret)| [id, secret]));
        for secret in secrets {
            if secret.trim().is_empty() {
                return Err(Misconfigured::EmptyKey);
            }
            if secret.trim().len() != secret.len() {
                return Err(Misconfigured::BlanksAroundKey);
            }
        }
        let has_shared = !self.shared.is_empty();
        let has_token = !self.tokens.is_empty() || self.lookup.is_some();
        let usable = if self.shared_only { has_shared } else { has_shared || has_token };
        if usable { Ok(()) } else { Err(Misconfigured::NoKey) }
    }

    pub(super) const fn takes_tokens(&self) -> bool {
        !self.shared_only
    }

    /// The secret of a shared key.
    pub(super) fn shared(&self, id: &str) -> Option<&str> {
        self.shared.iter().find(|(known, _)| &**known == id).map(|(_, secret)| &**secret)
    }

    /// The auth tokens that may have signed a request of this account.
    pub(super) async fn tokens(&self, account: impl FnOnce() -> Option<String>) -> Tokens {
        let found = match &self.lookup {
            None => Tokens::default(),
            Some(Lookup::Now(tokens)) => tokens(account().as_deref()),
            Some(Lookup::Later(tokens)) => tokens(account()).await,
        };
        match found {
            // What is known anyway may still fit.
            Tokens::Unavailable if self.tokens.is_empty() => Tokens::Unavailable,
            Tokens::Unavailable => self.tokens.iter().map(|token| &**token).collect(),
            Tokens::Known(found) => {
                let found = found.iter().map(String::as_str).filter(|token| !token.is_empty());
                self.tokens.iter().map(|token| &**token).chain(found).collect()
            }
        }
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared: Vec<_> = self.shared.iter().map(|(id, _)| id).collect();
        f.debug_struct("Keys")
            .field("auth_tokens", &self.tokens.len())
            .field("shared_keys", &shared)
            .field("shared_keys_only", &self.shared_only)
            .field("lookup", &self.lookup.is_some())
            .finish()
    }
}

impl From<&str> for Keys {
    fn from(token: &str) -> Self {
        Self::new().auth_token(token)
    }
}

impl From<&String> for Keys {
    fn from(token: &String) -> Self {
        Self::new().auth_token(token)
    }
}

impl From<String> for Keys {
    fn from(token: String) -> Self {
        Self::new().auth_token(&token)
    }
}

impl<T: AsRef<str>, const N: usize> From<[T; N]> for Keys {
    fn from(tokens: [T; N]) -> Self {
        tokens.iter().fold(Self::new(), |keys, token| keys.auth_token(token.as_ref()))
    }
}

impl<T: AsRef<str>> From<Vec<T>> for Keys {
    fn from(tokens: Vec<T>) -> Self {
        tokens.iter().fold(Self::new(), |keys, token| keys.auth_token(token.as_ref()))
    }
}

/// What is found when the auth tokens of an account are asked for: any number of them, made of an `Option`, a `Vec` or a
/// `Result` of such.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::Tokens;
///
/// assert_eq!(Tokens::from(Some("the auth token")), Tokens::Known(vec!["the auth token".to_owned()]));
/// assert_eq!(Tokens::from(None::<String>), Tokens::default());
/// assert_eq!(Tokens::from(Err::<Option<String>, _>("the database is down")), Tokens::Unavailable);
/// ```
#[derive(Clone, Eq, PartialEq)]
pub enum Tokens {
    /// These, or none: the account is not known.
    Known(Vec<String>),
    /// It cannot be told now: the request is answered with 503.
    Unavailable,
}

impl Default for Tokens {
    fn default() -> Self {
        Self::Known(Vec::new())
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(tokens) => f.debug_tuple("Known").field(&tokens.len()).finish(),
            Self::Unavailable => f.write_str("Unavailable"),
        }
    }
}

impl<T: Into<String>> FromIterator<T> for Tokens {
    fn from_iter<I: IntoIterator<Item = T>>(tokens: I) -> Self {
        Self::Known(tokens.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<String>> From<Option<T>> for Tokens {
    fn from(token: Option<T>) -> Self {
        token.into_iter().collect()
    }
}

impl<T: Into<String>> From<Vec<T>> for Tokens {
    fn from(tokens: Vec<T>) -> Self {
        tokens.into_iter().collect()
    }
}

impl<T: Into<Self>, E> From<Result<T, E>> for Tokens {
    fn from(tokens: Result<T, E>) -> Self {
        tokens.map_or(Self::Unavailable, Into::into)
    }
}
