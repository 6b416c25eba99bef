//! Signatures from Twilio's documentation and from the tests of its libraries, all made with the token `12345`.

use Content::{Body, Form};

pub(crate) const AUTH_TOKEN: &str = "12345";

pub(crate) struct Vector {
    pub(crate) name: &'static str,
    pub(crate) url: &'static str,
    pub(crate) content: Content,
    pub(crate) signature: &'static str,
}

/// What is signed beside the address.
pub(crate) enum Content {
    Form(&'static [(&'static str, &'static str)]),
    Body(&'static str),
}

pub(crate) const BASIC: &[(&str, &str)] = &[
    ("CallSid", "CA1234567890ABCDE"),
    ("Caller", "+14158675309"),
    ("Digits", "1234"),
    ("From", "+14158675309"),
    ("To", "+18005551212"),
];

/// One name is the beginning of another, and goes on in its value.
const PREFIXES: &[(&str, &str)] = &[
    ("Digits", "1234"),
    ("CallSid", "CA1234567890ABCDE"),
    ("To", "+18005551212"),
    ("Caller", "+14158675309"),
    ("From", "+14158675309"),
    ("ReasonConferenceEnded", "test"),
    ("Reason", "Participant"),
];

/// Must be taken.
pub(crate) const GENUINE: &[Vector] = &[
    Vector {
        name: "form-basic",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    Vector {
        name: "docs-worked-example",
        url: "https://example.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("CallSid", "CA1234567890ABCDE"),
            ("Caller", "+14158675310"),
            ("Digits", "1234"),
            ("From", "+14158675310"),
            ("To", "+18005551212"),
        ]),
        signature: "L/OH5YylLD5NRKLltdqwSvS0BnU=",
    },
    Vector {
        name: "https-custom-port-stripped",
        url: "https://mycompany.com:1234/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    Vector {
        name: "https-custom-port-kept",
        url: "https://mycompany.com:1234/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "CYn1h0gLBdNxDGkKJg6hYohgeD8=",
    },
    Vector {
        name: "http-port-1234",
        url: "http://mycompany.com:1234/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    },
    Vector {
        name: "https-443-added",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "kvajT1Ptam85bY51eRf/AJRuM3w=",
    },
    Vector {
        name: "http-80-added",
        url: "http://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "0ZXoZLH/DfblKGATFgpif+LLRf4=",
    },
    Vector {
        name: "credentials",
        url: "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "CukzLTc1tT5dXEDIHm/tKBanW10=",
    },
    Vector {
        name: "username-only",
        url: "https://user@mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "2YRLlVAflCqxaNicjMpJcSTgzSs=",
    },
    Vector {
        name: "username-only-443",
        url: "https://user@mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "aZfj4hyX1MLZhSS6QIL18Vn2/RA=",
    },
    Vector {
        name: "credentials-443",
        url: "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=",
    },
    Vector {
        name: "array-params",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("MessagingBinding.Address", "+1325xxxxxxx"), ("MessagingBinding.Address", "+1415xxxxxxx")]),
        signature: "83O6e2vORAoJHUNzJjDWN1jz+BA=",
    },
    Vector {
        name: "array-params-reordered",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("MessagingBinding.Address", "+1415xxxxxxx"), ("MessagingBinding.Address", "+1325xxxxxxx")]),
        signature: "83O6e2vORAoJHUNzJjDWN1jz+BA=",
    },
    Vector {
        name: "duplicates-sorted-deduplicated",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("Sid", "CA123"),
            ("SidAccount", "AC123"),
            ("Digits", "5678"),
            ("Digits", "1234"),
            ("Digits", "1234"),
        ]),
        signature: "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
    },
    Vector {
        name: "json-body",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
        content: Body(r#"{"property": "value", "boolean": true}"#),
        signature: "a9nBmqA0ju/hNViExpshrM61xv4=",
    },
    Vector {
        name: "json-body-only-hash-param",
        url: "https://mycompany.com/myapp.php?bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
        content: Body(r#"{"property": "value", "boolean": true}"#),
        signature: "y77kIzt2vzLz71DgmJGsen2scGs=",
    },
    Vector {
        name: "no-params",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[]),
        signature: "zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
    },
    Vector {
        name: "no-query",
        url: "https://mycompany.com/myapp.php",
        content: Form(BASIC),
        signature: "1xaxFBvyzXYvWplzNOSs28HWO94=",
    },
    Vector {
        name: "extra-query-param-is-signed",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2&type=thiswontbeusedinthesignaturegeneratorandsoshouldbeignored",
        content: Form(BASIC),
        signature: "hYkNsTBttoNGkyCS0p+wWmQoRTg=",
    },
    Vector {
        name: "percent-encoded-query",
        url: "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue",
        content: Form(BASIC),
        signature: "er2tvAP1Wx+iuTTE2BPgvEaN1cs=",
    },
    Vector {
        name: "special-chars-in-params",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[
            ("Message", "Hello & goodbye! @#$%^*()"),
            ("From", "+1 (415) 867-5309"),
            ("Special", "unicode: ñáéíóú"),
        ]),
        signature: "dCPiR4WtQ6QFN6pJh81CtlCcWLQ=",
    },
    Vector {
        name: "empty-values",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("Digits", ""), ("CallSid", "CA1234567890ABCDE"), ("EmptyParam", "")]),
        signature: "9HHp/OqQMEwdrVebHDdA/+tqjX8=",
    },
    Vector {
        name: "null-values-as-empty",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("Digits", ""), ("CallSid", "CA1234567890ABCDE"), ("NullParam", "")]),
        signature: "L9lTTwIlxM1xGAtLRwhOSZggRhM=",
    },
    Vector {
        name: "key-sorting",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("Zebra", "last"), ("Alpha", "first"), ("Beta", "second"), ("Gamma", "third")]),
        signature: "enveUe73ZTVLAekHxez3Qx6JuuQ=",
    },
    Vector {
        name: "non-ascii-url",
        url: "https://mycompany.com/webhook/España?año=2023",
        content: Form(BASIC),
        signature: "G/Hx6mqqnjUNlPAoi2Sp9bGst0g=",
    },
    Vector {
        name: "case-sensitive-keys",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("callSid", "lowercase"), ("CallSid", "uppercase"), ("CALLSID", "allcaps")]),
        signature: "jDK7WKT8wiNrwggd4ceTv4e1MJ4=",
    },
    Vector {
        name: "double-slash-with-443",
        url: "https://mycompany.com:443//myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "A9lH3u16NjyiiM/+wylw5rirFUs=",
    },
    Vector {
        name: "mixed-case-host",
        url: "https://MyCompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "g9IN/x4Cft2g517EjYvEvM/W7LU=",
    },
    Vector {
        name: "mixed-case-host-port",
        url: "https://MyCompany.com:1234/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "PCqOZm8cnu/L6+u5i5fuEd+Iac4=",
    },
    Vector {
        name: "credentials-http",
        url: "http://username:password@MyCompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "PJ08CxXr7KLPjEQCTc8LkUSMwSM=",
    },
    Vector {
        name: "credentials-upper-scheme",
        url: "HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "hy/l8pca+LFms4cvRdv8uiP6NGc=",
    },
    Vector {
        name: "credentials-mixed-case",
        url: "http://Username:Password@MyCompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "SkTSKyDJH9kUlhItI0slbgZ1UsI=",
    },
    Vector {
        name: "go-prefix-key-sorting",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(PREFIXES),
        signature: "vOEb5UThFn24KEfnOFLQY2AE5FY=",
    },
    Vector {
        name: "go-http-no-port",
        url: "http://mycompany.com:1234/myapp.php?foo=1&bar=2",
        content: Form(PREFIXES),
        signature: "n2xBNyzSW7rfYStDtOFiFMv7qNo=",
    },
    Vector {
        name: "go-form-body",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(&[("property", "value"), ("boolean", "true")]),
        signature: "NBdBDr/T/lgjI+tlgpXjKZQZs/k=",
    },
    Vector {
        name: "json-body-empty-object",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        content: Body("{}"),
        signature: "Ldidvp12m26NI7eqEvxnEpkd9Hc=",
    },
    Vector {
        name: "mixed-case-host-http",
        url: "http://MyCompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "XY7AlKOKL6im4yWyX84gldUrtis=",
    },
    Vector {
        name: "query-apostrophe-percent-encoded",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2&Body=It's+amazing",
        content: Form(BASIC),
        signature: "TfZzewPq8wqrGlMfyAud8+/IvJ0=",
    },
];

/// Must be refused.
pub(crate) const FORGED: &[Vector] = &[
    Vector {
        name: "wrong-signature",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    Vector {
        name: "joined-sort",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(PREFIXES),
        signature: "95+Bu0JVPi0r/SsESZCVf0dWAjw=",
    },
    Vector {
        name: "body-without-bodySHA256",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Body(r#"{"property": "value", "boolean": true}"#),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    Vector {
        name: "mixed-case-host-must-not-be-lowercased",
        url: "https://MyCompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    Vector {
        name: "empty-or-null-signature",
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        content: Form(BASIC),
        signature: "",
    },
];
