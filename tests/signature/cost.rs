//! What it costs to refuse: next to nothing, whatever a forger sends.

use std::time::{Duration, Instant};

use twiml::Parameters;
use twiml::signature::{HEADER, Reason, Received, Refused, Verified, Verifier, sign};

use crate::{AUTH_TOKEN, form, reason};

const MIB: usize = 1024 * 1024;
const FORGED: &str = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

fn verifier() -> Verifier {
    Verifier::new(AUTH_TOKEN, "https://voice.example.com").unwrap()
}

/// The shortest of ten times: the machine has other things to do as well.
fn shortest(mut work: impl FnMut()) -> Duration {
    let times = std::array::from_fn::<_, 10, _>(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.into_iter().min().unwrap()
}

fn time(mut judge: impl FnMut() -> Result<Verified, Refused>) -> Duration {
    shortest(|| assert!(judge().is_err()))
}

/// What refusing may cost where the limits are as they are by default; without optimisation, which is not what a server
/// runs, it takes a hundred times as long.
const ALLOWED: Duration = Duration::from_millis(if cfg!(debug_assertions) { 100 } else { 1 });

/// How many times as long as signing the same: two forms of an address are tried.
const MOST: u32 = 4;

#[test]
fn limits_are_kept() {
    let large = format!("a={}", "b".repeat(64 * 1024 - 2));
    assert_eq!(reason(verifier().verify(&form("/", FORGED, &large))), Reason::Signature);
    assert_eq!(reason(verifier().verify(&form("/", FORGED, &format!("{large}b")))), Reason::TooLarge(65_536));
    assert_eq!(reason(verifier().body_limit(10).verify(&form("/", FORGED, &large))), Reason::TooLarge(10));
    let many = "a&".repeat(1_000);
    assert_eq!(reason(verifier().verify(&form("/", FORGED, &many))), Reason::Signature);
    assert_eq!(reason(verifier().verify(&form("/", FORGED, &format!("{many}b")))), Reason::TooManyParameters(1_000));
    assert_eq!(reason(verifier().parameter_limit(9).verify(&form("/", FORGED, &many))), Reason::TooManyParameters(9));
    // They are raised in the same way.
    let body = "b&".repeat(200_000);
    let genuine = sign(AUTH_TOKEN, "https://voice.example.com/", &Parameters::from_form(body.as_bytes()));
    let generous = verifier().body_limit(MIB).parameter_limit(1_000_000);
    assert_eq!(generous.verify(&form("/", &genuine, &body)).unwrap().parameters.len(), 200_000);
}

#[test]
fn what_cannot_be_right_is_refused_before_the_body() {
    let head = Received::new("POST", "/voice");
    for signature in ["", "NOT", "RSOYDt4T1cUTdK1PDd93/VVr8B8", &"A".repeat(44)] {
        assert!(verifier().verify_head(&head.header(HEADER, signature)).is_err());
    }
    assert_eq!(verifier().verify_head(&head.header(HEADER, FORGED)).unwrap(), 65_536);
    assert_eq!(Verifier::dangerously_unverified().verify_head(&head).unwrap(), 65_536);
}

#[test]
fn a_forged_mebibyte_is_cheap() {
    let generous = verifier().body_limit(2 * MIB);
    for (name, body) in [
        ("many parameters", "a&".repeat(MIB / 2)),
        ("one parameter", "a".repeat(MIB)),
        ("escapes", "%41".repeat(MIB / 3)),
        ("999 parameters", format!("{}={}&", "a".repeat(500), "b".repeat(548)).repeat(999)),
    ] {
        let taken = time(|| generous.verify(&form("/voice", FORGED, &body)));
        let signing = shortest(|| {
            let genuine = sign(AUTH_TOKEN, "https://voice.example.com/voice", &Parameters::from_form(body.as_bytes()));
            assert_ne!(genuine, FORGED);
        });
        println!("{name}: {taken:?}, where signing it takes {signing:?}");
        assert!(taken < signing * MOST, "{name}: {taken:?}, where signing it takes {signing:?}");
        let by_default = time(|| verifier().verify(&form("/voice", FORGED, &body)));
        assert!(by_default < ALLOWED, "{name}: {by_default:?}");
    }
    let json = "{".repeat(MIB);
    let received = Received::new("POST", "/voice?bodySHA256=0").header(HEADER, FORGED).body(&json);
    let taken = time(|| generous.verify(&received));
    assert!(taken < 5 * ALLOWED, "JSON: {taken:?}");
}

#[test]
fn a_forged_address_is_cheap() {
    let target = format!("/voice?{}", "a&".repeat(32_000));
    let keys = twiml::signature::Keys::new().auth_token(AUTH_TOKEN).lookup(|_| None::<String>);
    let verifier = Verifier::new(keys, "https://voice.example.com").unwrap();
    for upgrade in ["", "websocket"] {
        let received = Received::new("GET", &target).header(HEADER, FORGED).header("upgrade", upgrade);
        let taken = time(|| verifier.verify(&received));
        assert!(taken < 5 * ALLOWED, "{upgrade}: {taken:?}");
    }
}
