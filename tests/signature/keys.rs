//! Which keys sign: several tokens, those of accounts, and shared keys.

use std::sync::{Arc, Mutex};
use std::task::Poll;

use pollster::block_on;
use twiml::Parameters;
use twiml::signature::{
    Algorithm, HEADER, Keys, Misconfigured, Reason, Received, Refused, SETTINGS_HEADER, Settings, Signer, Verified,
    Verifier,
};

use super::shared::{FORGED, GENUINE, HEADERS, KEY, SECRET, Vector};
use super::vectors::Content;
use crate::{FORM, form, reason};

const URL: &str = "https://example.com/call";
const OTHER: &str = "webhooks_sharedkey_01j9example0000000000000000";

fn verifier(keys: impl Into<Keys>) -> Verifier {
    Verifier::new(keys, "https://example.com").unwrap()
}

/// A form of an account, signed and received.
fn sent(verifier: &Verifier, signer: &Signer, account: &str) -> Result<Verified, Refused> {
    let body = format!("AccountSid={account}&a=1");
    let signature = signer.sign(URL, &Parameters::from_form(body.as_bytes()));
    let settings = signer.settings();
    let received = form("/call", &signature, &body);
    verifier.verify(&settings.as_ref().map_or(received, |settings| received.header(SETTINGS_HEADER, settings)))
}

#[test]
fn each_of_several_tokens_signs() {
    let verifier = verifier(["new", "old"]);
    assert!(sent(&verifier, &Signer::auth_token("new"), "AC1").is_ok());
    assert!(sent(&verifier, &Signer::auth_token("old"), "AC1").is_ok());
    assert_eq!(reason(sent(&verifier, &Signer::auth_token("older"), "AC1")), Reason::Signature);
}

#[test]
fn a_function_knows_the_tokens_of_accounts() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    let keys = Keys::new().lookup(move |account| {
        log.lock().unwrap().push(account.map(str::to_owned));
        match account {
            Some("AC1") => vec!["one", "one before"],
            Some("AC2") => vec!["two"],
            Some("AC3") => vec![""],
            _ => vec![],
        }
    });
    let verifier = verifier(keys);
    assert!(sent(&verifier, &Signer::auth_token("one"), "AC1").is_ok());
    assert!(sent(&verifier, &Signer::auth_token("one before"), "AC1").is_ok());
    assert!(sent(&verifier, &Signer::auth_token("two"), "AC2").is_ok());
    // Who has one account does not sign for another.
    assert_eq!(reason(sent(&verifier, &Signer::auth_token("two"), "AC1")), Reason::Signature);
    assert_eq!(reason(sent(&verifier, &Signer::auth_token(""), "AC3")), Reason::NoToken);
    assert_eq!(reason(sent(&verifier, &Signer::auth_token("one"), "AC4")), Reason::NoToken);
    // Of a name that comes twice the first is asked for, which is the one that the type of a request shows.
    assert!(sent(&verifier, &Signer::auth_token("two"), "AC2&AccountSid=AC1").is_ok());
    // A request that names no account.
    let signature = Signer::auth_token("one").sign(URL, &Parameters::new());
    assert_eq!(reason(verifier.verify(&Received::new("GET", "/call").header(HEADER, &signature))), Reason::NoToken);
    assert_eq!(asked.lock().unwrap().last().unwrap(), &None);
}

#[test]
fn a_query_names_an_account_as_well() {
    let verifier = verifier(Keys::new().lookup(|account| (account == Some("AC 1")).then_some("one")));
    let target = "/call?b=2&Account%53id=AC+1";
    let signature = Signer::auth_token("one").sign(&format!("https://example.com{target}"), &Parameters::new());
    assert!(verifier.verify(&Received::new("GET", target).header(HEADER, &signature)).is_ok());
}

#[test]
fn a_function_that_takes_its_time() {
    async fn tokens(account: Option<String>) -> Result<Option<&'static str>, String> {
        // Not ready at once.
        let mut waited = false;
        std::future::poll_fn(|context| {
            if waited {
                return Poll::Ready(());
            }
            waited = true;
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
        match account.as_deref() {
            Some("AC1") => Ok(Some("one")),
            Some("AC2") => Err("the database is down".to_owned()),
            _ => Ok(None),
        }
    }
    let verifier = verifier(Keys::new().lookup_async(tokens));
    let verdict = |account: &str| {
        let body = format!("AccountSid={account}");
        let signature = Signer::auth_token("one").sign(URL, &Parameters::from_form(body.as_bytes()));
        block_on(verifier.verify_async(&form("/call", &signature, &body)))
    };
    assert!(verdict("AC1").is_ok());
    let refused = verdict("AC2").unwrap_err();
    assert_eq!((refused.reason(), refused.status()), (&Reason::Unavailable, 503));
    assert_eq!(reason(verdict("AC3")), Reason::NoToken);
    // Nothing waits in the function that does not wait.
    assert_eq!(reason(sent(&verifier, &Signer::auth_token("one"), "AC1")), Reason::Unavailable);
}

#[test]
fn a_token_that_is_known_anyway_needs_no_function() {
    let keys = Keys::new().auth_token("main").lookup(|_| Err::<Vec<String>, _>("the database is down"));
    assert!(sent(&verifier(keys), &Signer::auth_token("main"), "AC1").is_ok());
    let keys = Keys::new().auth_token("main").lookup(|account| (account == Some("AC2")).then(|| "sub".to_owned()));
    let verifier = verifier(keys);
    assert!(sent(&verifier, &Signer::auth_token("main"), "AC2").is_ok());
    assert!(sent(&verifier, &Signer::auth_token("sub"), "AC2").is_ok());
    assert!(sent(&verifier, &Signer::auth_token("sub"), "AC1").is_err());
}

/// The vector as a server has it.
fn receive(vector: &Vector, keys: Keys) -> Result<Verified, Refused> {
    let (origin, target) = vector.url.split_at(vector.url[8..].find('/').unwrap() + 8);
    let verifier = Verifier::new(keys, &origin.replacen("wss://", "https://", 1)).unwrap();
    let is_socket = vector.url.starts_with("wss://");
    let received = Received::new(if is_socket { "GET" } else { "POST" }, target).header(HEADER, vector.signature);
    let received = if is_socket { received.header("Upgrade", "websocket") } else { received };
    let received = vector.settings.map_or(received, |settings| received.header(SETTINGS_HEADER, settings));
    match &vector.content {
        Content::Form(parameters) => {
            let body = parameters.iter().copied().collect::<Parameters>().to_form();
            verifier.verify(&received.header("Content-Type", FORM).body(&body))
        }
        Content::Body(body) => verifier.verify(&received.body(*body)),
    }
}

#[test]
fn every_signature_of_a_shared_key_is_taken() {
    assert_eq!(GENUINE.len(), 11);
    for vector in GENUINE {
        let keys = || Keys::new().shared_key(KEY, SECRET);
        assert!(receive(vector, keys()).is_ok(), "{}", vector.name);
        assert!(receive(vector, keys().shared_keys_only()).is_ok(), "{}", vector.name);
        let both = keys().auth_token("another").shared_key(OTHER, "another");
        assert!(receive(vector, both).is_ok(), "{}", vector.name);
        // Nor is it the token that counts, though it is the same secret.
        assert!(receive(vector, Keys::from(SECRET)).is_err(), "{}", vector.name);
    }
}

#[test]
fn every_forged_signature_of_a_shared_key_is_refused() {
    assert_eq!(FORGED.len(), 5);
    for vector in FORGED {
        let keys = Keys::new().shared_key(KEY, SECRET).auth_token(SECRET);
        assert!(receive(vector, keys).is_err(), "{}", vector.name);
    }
}

#[test]
fn the_signer_makes_the_same() {
    for vector in
        GENUINE.iter().filter(|vector| matches!(vector.content, Content::Form(_)) && !vector.url.contains(":1234"))
    {
        let Content::Form(parameters) = &vector.content else { unreachable!() };
        let settings = Settings::parse(vector.settings.unwrap()).unwrap();
        let signer = Signer::shared_key(KEY, SECRET).algorithm(settings.algorithm);
        assert_eq!(signer.settings().as_deref(), vector.settings);
        let parameters = parameters.iter().copied().collect();
        let forms = [vector.url.to_owned(), vector.url.replacen(".com/", ".com:443/", 1)];
        assert!(forms.iter().any(|url| signer.sign(url, &parameters) == vector.signature), "{}", vector.name);
    }
}

#[test]
fn every_header_is_read_as_twilio_reads_it() {
    assert_eq!(HEADERS.len(), 6);
    for (header, algorithm) in HEADERS {
        assert_eq!(Settings::parse(header).unwrap().algorithm.name(), *algorithm, "{header}");
    }
    for (header, key, algorithm) in [
        ("key=a,algorithm=HMAC_SHA1", Some("a"), Algorithm::HmacSha1),
        (" algorithm = Hmac_Sha256 ,, x=y, key = a=b ", Some("a=b"), Algorithm::HmacSha256),
        ("Key=a,Algorithm=HMAC_SHA256", None, Algorithm::HmacSha1),
        ("key=,algorithm", None, Algorithm::HmacSha1),
    ] {
        assert_eq!(Settings::parse(header), Ok(Settings { key, algorithm }), "{header}");
    }
    for name in ["HMAC_SHA512", "HMAC-SHA256", "SHA256", "none", ""] {
        assert_eq!(Settings::parse(&format!("key=a,algorithm={name}")), Err(name));
    }
}

#[test]
fn while_a_key_is_replaced_both_sign() {
    let keys = Keys::new().shared_key(KEY, "new secret").shared_key(OTHER, "old secret");
    let verifier = verifier(keys);
    assert!(sent(&verifier, &Signer::shared_key(KEY, "new secret"), "AC1").is_ok());
    assert!(sent(&verifier, &Signer::shared_key(OTHER, "old secret"), "AC1").is_ok());
    // Each with its own secret.
    assert_eq!(reason(sent(&verifier, &Signer::shared_key(KEY, "old secret"), "AC1")), Reason::Signature);
    let unknown = reason(sent(&verifier, &Signer::shared_key("webhooks_sharedkey_0", "new secret"), "AC1"));
    assert_eq!(unknown, Reason::UnknownKey("webhooks_sharedkey_0".to_owned()));
}

#[test]
fn neither_scheme_stands_in_for_the_other() {
    let verifier = verifier(Keys::new().auth_token("token").shared_key(KEY, "secret"));
    assert!(sent(&verifier, &Signer::auth_token("token"), "AC1").is_ok());
    assert!(sent(&verifier, &Signer::shared_key(KEY, "secret"), "AC1").is_ok());
    assert!(sent(&verifier, &Signer::shared_key(KEY, "token"), "AC1").is_err());
    assert!(sent(&verifier, &Signer::auth_token("secret"), "AC1").is_err());

    let body = "a=1";
    let sign = |signer: Signer| signer.sign(URL, &Parameters::from_form(body.as_bytes()));
    let with = |signature: &str, settings: &str| {
        reason(verifier.verify(&form("/call", signature, body).header(SETTINGS_HEADER, settings)))
    };
    // The token with the hash of a header that names no key, and the token's own signature under a header.
    let sha256 = sign(Signer::shared_key("", "token"));
    assert_eq!(with(&sha256, "algorithm=HMAC_SHA256"), Reason::UnknownKey(String::new()));
    let sha1 = sign(Signer::auth_token("token"));
    assert_eq!(with(&sha1, "algorithm=HMAC_SHA1"), Reason::UnknownKey(String::new()));
    assert_eq!(with(&sha1, &format!("key={KEY}")), Reason::Signature);
    assert_eq!(with(&sha1, "what is this"), Reason::UnknownKey(String::new()));
    assert_eq!(with(&sha1, "key=x,algorithm=HMAC_SHA512"), Reason::UnknownAlgorithm("HMAC_SHA512".to_owned()));
    // An empty header is as good as none: who sends it could leave it out.
    assert!(verifier.verify(&form("/call", &sha1, body).header(SETTINGS_HEADER, " ")).is_ok());
}

#[test]
fn a_server_may_demand_a_shared_key() {
    let keys = Keys::new().auth_token("token").shared_key(KEY, "secret").shared_keys_only();
    let verifier = verifier(keys);
    assert!(sent(&verifier, &Signer::shared_key(KEY, "secret"), "AC1").is_ok());
    assert_eq!(reason(sent(&verifier, &Signer::auth_token("token"), "AC1")), Reason::SharedKeyWanted);
    let none = Verifier::new(Keys::from("token").shared_keys_only(), URL);
    assert_eq!(none.unwrap_err(), Misconfigured::NoKey);
}

#[test]
fn secrets_are_not_shown() {
    let keys = Keys::new().auth_token("token-1").shared_key(KEY, "secret-1").lookup(|_| Some("token-2"));
    let shown = format!("{:?} {:?} {:?}", verifier(keys.clone()), keys, Signer::shared_key(KEY, "secret-2"));
    assert!(shown.contains(KEY));
    for secret in ["token-", "secret-"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
