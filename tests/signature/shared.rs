//! Signatures with a shared key, as Twilio's library for Python 9.13.0 makes them; the secret is `12345`.

use super::vectors::{BASIC, Content};
use Content::{Body, Form};

pub(crate) const KEY: &str = "webhooks_sharedkey_01k3example0000000000000000";
pub(crate) const SECRET: &str = "12345";

pub(crate) struct Vector {
    pub(crate) name: &'static str,
    /// The header; none: the auth token is said to have signed.
    pub(crate) settings: Option<&'static str>,
    pub(crate) url: &'static str,
    pub(crate) content: Content,
    pub(crate) signature: &'static str,
}

const SHA1: Option<&str> = Some("key=webhooks_sharedkey_01k3example0000000000000000,algorithm=HMAC_SHA1");
const SHA256: Option<&str> = Some("key=webhooks_sharedkey_01k3example0000000000000000,algorithm=HMAC_SHA256");
const SHA512: Option<&str> = Some("key=webhooks_sharedkey_01k3example0000000000000000,algorithm=HMAC_SHA512");

/// Must be taken.
pub(crate) const GENUINE: &[Vector] = &[
    Vector {
        name: "sha256-form",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=",
    },
    Vector {
        name: "sha256-page-example",
        settings: SHA256,
        url: "https://example.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("CallSid", "CA1234567890ABCDE"),
            ("Caller", "+14158675310"),
            ("Digits", "1234"),
            ("From", "+14158675310"),
            ("To", "+18005551212"),
        ]),
        signature: "qMztBq0IANMH/q0K9sCfKQJLylezvRdRzRS647SAVow=",
    },
    Vector {
        name: "sha256-443-added",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "grxRoa/VNtXxd524NGLxIdev83nh23xhrRUVm50Umq4=",
    },
    Vector {
        name: "sha256-port-stripped",
        settings: SHA256,
        url: "https://mycompany.com:1234/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=",
    },
    Vector {
        name: "sha256-duplicates",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("Sid", "CA123"),
            ("SidAccount", "AC123"),
            ("Digits", "5678"),
            ("Digits", "1234"),
            ("Digits", "1234"),
        ]),
        signature: "jco7II1lvHpqANwxYMpqhOGVonnkKyDh1cL2ZUBvMDs=",
    },
    Vector {
        name: "sha256-key-sorting",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("Digits", "1234"),
            ("CallSid", "CA1234567890ABCDE"),
            ("ReasonConferenceEnded", "test"),
            ("Reason", "Participant"),
        ]),
        signature: "ztTY4ahuxlwP3VHADx98mRdnQZyPXP0gktxw5xcdEC0=",
    },
    Vector {
        name: "sha256-no-params",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[]),
        signature: "M5sDn7HQLZ2oOEt/pdNtlwOrdCfzOTE0f6NWiCCM6Tg=",
    },
    Vector {
        name: "sha256-json-body",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
        content: Body(r#"{"property": "value", "boolean": true}"#),
        signature: "+UOCWf84gdgo/5Hpg4m5/EgKnJA2/TbOw5sPNVr3bPk=",
    },
    Vector {
        name: "sha256-special-characters",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("Message", "Hello & goodbye! @#$%^*()"),
            ("From", "+1 (415) 867-5309"),
            ("Special", "unicode: ñáéíóú"),
        ]),
        signature: "BaqsBTqBxSwVUH56Fsd5AvgBcvFOpfPTybSXdATjeuQ=",
    },
    Vector {
        name: "sha256-upgrade",
        settings: SHA256,
        url: "wss://example.com/media",
        content: Form(&[]),
        signature: "b2XWR52Fa0xYn61qqQpaYYp6OCvoQZ17vQdGyo+dyMA=",
    },
    Vector {
        name: "sha1-form",
        settings: SHA1,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
];

/// Must be refused.
pub(crate) const FORGED: &[Vector] = &[
    Vector {
        name: "sha1-under-sha256",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    Vector {
        name: "sha256-without-settings",
        settings: None,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=",
    },
    Vector {
        name: "unknown-algorithm",
        settings: SHA512,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "gRmm1oslVcGumvmd3hgH1LeX8a+yDwicBGjRpVR6FMw+JOI64Y1MVYukBvXyJVY8BshmRzp7JTuDtVDqop/oeg==",
    },
    Vector {
        name: "hex",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "d37de1814240f4cfe15c866c623c247ab10ffc3066df99c4ae2e45842623039b",
    },
    Vector {
        name: "other-secret",
        settings: SHA256,
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "jedqqegsnIcU2nnumqj8nwU1jrXA++Pq9YcuCo1ealc=",
    },
];

/// The header, and the algorithm that it means.
pub(crate) const HEADERS: &[(&str, &str)] = &[
    ("key=webhooks_sharedkey_01k3example0000000000000000,algorithm=HMAC_SHA256", "HMAC_SHA256"),
    (" key=webhooks_sharedkey_01k3example0000000000000000 , algorithm = HMAC_SHA256 ", "HMAC_SHA256"),
    ("algorithm=HMAC_SHA1", "HMAC_SHA1"),
    ("key=webhooks_sharedkey_01k3example0000000000000000", "HMAC_SHA1"),
    ("", "HMAC_SHA1"),
    ("algorithm=hmac_sha256", "HMAC_SHA256"),
];
