//! The address that is signed: what is configured, and what a request says of itself.

use twiml::Parameters;
use twiml::signature::{HEADER, Misconfigured, Reason, Received, Verifier, sign};

use crate::{AUTH_TOKEN, form, reason};

#[test]
fn a_public_url_is_a_scheme_a_host_and_what_a_proxy_takes_off() {
    for url in [
        "https://example.com",
        "https://example.com/",
        "HTTP://Example.com:8443/twilio/",
        "https://user:secret@example.com",
        "http://[2001:db8::7]:8080",
        "https://bücher.example",
        "http://localhost:3000",
    ] {
        assert!(Verifier::new(AUTH_TOKEN, url).is_ok(), "{url}");
    }
    for url in [
        "",
        "example.com",
        "/twilio",
        "https://",
        "https:///twilio",
        "https://example.com?a=1",
        "https://example.com/#rc=2",
        "https://example.com:x",
        "https://exa mple.com",
        "https://example.com/a b",
        "https://example.com\n",
        " https://example.com",
        "https://example.com\\twilio",
        "wss://example.com",
        "ftp://example.com",
        "https://[::1",
        "https://[]",
        "https://user@",
        "https://a?b@example.com",
    ] {
        let error = Verifier::new(AUTH_TOKEN, url).unwrap_err();
        assert_eq!(error, Misconfigured::PublicUrl(url.to_owned()));
    }
}

#[test]
fn a_token_and_an_address_that_are_confused_are_found_out() {
    assert!(Verifier::new("https://example.com", AUTH_TOKEN).is_err());
}

#[test]
fn an_empty_token_lets_nobody_in() {
    let url = "https://example.com";
    for keys in ["", "   "] {
        assert_eq!(Verifier::new(keys, url).unwrap_err(), Misconfigured::EmptyKey);
    }
    assert_eq!(Verifier::new(["12345", ""], url).unwrap_err(), Misconfigured::EmptyKey);
    assert_eq!(Verifier::new("12345\n", url).unwrap_err(), Misconfigured::BlanksAroundKey);
    assert_eq!(Verifier::dangerously_trusting_host("").unwrap_err(), Misconfigured::EmptyKey);
    assert_eq!(Verifier::new(Vec::<String>::new(), url).unwrap_err(), Misconfigured::NoKey);
}

/// Whether a form signed for one address is taken at a target of a server.
fn is_taken(verifier: &Verifier, host: Option<&str>, target: &str, signed_for: &str) -> bool {
    let signature = sign(AUTH_TOKEN, signed_for, &Parameters::from_iter([("a", "1")]));
    let received = form(target, &signature, "a=1");
    verifier.verify(&host.map_or(received, |host| received.header("Host", host))).is_ok()
}

#[test]
fn what_is_configured_counts_and_not_the_host() {
    let verifier = Verifier::new(AUTH_TOKEN, "https://example.com/twilio/").unwrap();
    for (host, target, signed_for, expected) in [
        ("10.0.0.1:3000", "/call", "https://example.com/twilio/call", true),
        ("10.0.0.1:3000", "/call", "https://example.com:443/twilio/call", true),
        ("10.0.0.1:3000", "/", "https://example.com/twilio/", true),
        ("10.0.0.1:3000", "/", "https://example.com/twilio", true),
        ("10.0.0.1:3000", "/?a", "https://example.com/twilio/?a", true),
        ("example.org", "/call", "https://example.org/call", false),
        ("example.com", "/call", "https://example.com/call", false),
        ("example.com", "/call", "http://example.com/twilio/call", false),
        ("example.com", "/call/", "https://example.com/twilio/call", false),
        ("example.com", "/Call", "https://example.com/twilio/call", false),
    ] {
        assert_eq!(is_taken(&verifier, Some(host), target, signed_for), expected, "{host} {target} {signed_for}");
    }
    assert!(is_taken(&verifier, None, "/call", "https://example.com/twilio/call"));
}

#[test]
fn who_trusts_the_host_says_so() {
    let verifier = Verifier::dangerously_trusting_host(AUTH_TOKEN).unwrap();
    for (host, target, signed_for, expected) in [
        ("example.com", "/call", "https://example.com/call", true),
        ("example.com", "/call", "http://example.com/call", true),
        ("example.com", "/call?b=2", "https://example.com/call?b=2", true),
        ("example.com:8443", "/call", "https://example.com:8443/call", true),
        ("example.com:8443", "/call", "https://example.com/call", true),
        ("[::1]:80", "/call", "http://[::1]:80/call", true),
        ("example.com", "/", "https://example.com/", true),
        ("example.com", "/", "https://example.com", true),
        ("example.com", "/call", "https://example.org/call", false),
        ("example.com", "/call", "https://example.com/", false),
        ("example.com", "https://example.org/call", "https://example.org/call", true),
    ] {
        assert_eq!(is_taken(&verifier, Some(host), target, signed_for), expected, "{host} {target} {signed_for}");
    }
}

#[test]
fn a_host_that_is_none_is_refused() {
    let verifier = Verifier::dangerously_trusting_host(AUTH_TOKEN).unwrap();
    // One captured signature, and what an attacker makes of it: the path and the parameters become a host.
    let parameters = Parameters::from_iter([("AccountSid", "AC1"), ("Body", "&From=+1")]);
    let captured = sign(AUTH_TOKEN, "https://partner.example/hook", &parameters);
    for host in ["partner.example/hookAccountSidAC1Body", "partner.example/hook?AccountSidAC1Body"] {
        let received = Received::new("GET", "&From=+1").header("host", host).header(HEADER, &captured);
        assert_eq!(reason(verifier.verify(&received)), Reason::Host(host.to_owned()));
    }
    let forged = ["a/b", "a?b", "a#b", "a@b", "a b", "a\tb", "a\\b", "a:b", "a:1:2", "", "[::1", "é", "a&b", "a,b"];
    for host in forged {
        let signed = sign(AUTH_TOKEN, &format!("https://{host}/call"), &Parameters::new());
        let received = Received::new("GET", "/call").header("host", host).header(HEADER, &signed);
        assert_eq!(reason(verifier.verify(&received)), Reason::Host(host.to_owned()), "{host}");
    }
    let signed = sign(AUTH_TOKEN, "https://example.com/call", &Parameters::new());
    let without = Received::new("GET", "/call").header(HEADER, &signed);
    assert_eq!(reason(verifier.verify(&without)), Reason::NoHost);
    let bytes = without.header("host", b"\xFFexample.com");
    assert_eq!(reason(verifier.verify(&bytes)), Reason::Host("\u{FFFD}example.com".to_owned()));
}

#[test]
fn of_two_hosts_the_first_counts() {
    let verifier = Verifier::dangerously_trusting_host(AUTH_TOKEN).unwrap();
    let signed = sign(AUTH_TOKEN, "https://example.com/call", &Parameters::new());
    let received = Received::new("GET", "/call").header(HEADER, &signed).header("host", "example.org");
    assert!(verifier.verify(&received.header("host", "example.com")).is_err());
}
