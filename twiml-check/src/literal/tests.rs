mod offers;
mod reference;
mod strings;

use super::{ProblemKind, check_attribute, check_text, describe, describe_text};
use twiml_core::vocabulary::{Attribute, Kind, Severity, Text, TextPresence, all};
use twiml_core::vocabulary::{List, Word};

static TRIM: List = list(false, false, &[word("trim-silence"), word("do-not-trim")]);
static METHOD: List = list(false, false, &[word("GET"), word("POST")]);
static BEEP: List = list(false, false, &[word("true"), word("false"), word("onEnter"), word("onExit")]);
static EVENT: List = list(false, false, &[word("in-progress"), word("completed"), word("absent")]);
static ENGINE: List = list(true, false, &[word("google"), word("deepgram")]);
static PROVIDER: List = list(true, true, &[word("Google"), word("ElevenLabs")]);
static AUTO: List = list(false, false, &[word("auto")]);

const fn word(value: &'static str) -> Word {
    Word::new(value, "", "")
}

const fn list(open: bool, ignore_case: bool, values: &'static [Word]) -> List {
    List { name: "", comment: "", open, prefixes: &[], ignore_case, values }
}

const fn row(kind: Kind) -> Attribute {
    Attribute::new("", "", "", kind)
}

/// The kind of problem and what is offered instead.
fn verdict(row: &Attribute, value: &str) -> Option<(ProblemKind, Option<String>)> {
    let mut problems = check_attribute(row, value);
    assert!(problems.len() <= 1, "{value}");
    problems.pop().map(|problem| {
        assert_eq!(problem.severity, problem.kind.severity());
        assert_eq!(problem.takes, describe(row));
        for instead in &problem.instead {
            assert!(check_attribute(row, instead).is_empty(), "`{instead}` for `{value}` is no better");
        }
        let only = if let [only] = &problem.instead[..] { Some(only.clone()) } else { None };
        (problem.kind, only)
    })
}

fn accepts(row: &Attribute, values: &[&str]) {
    for value in values {
        assert_eq!(verdict(row, value), None, "{:?} `{value}`", row.kind);
    }
}

fn refuses(row: &Attribute, values: &[&str]) {
    for value in values {
        let kind = verdict(row, value).map(|(kind, _)| kind.severity());
        assert_eq!(kind, Some(Severity::Error), "{:?} `{value}`", row.kind);
    }
}

fn finds(row: &Attribute, kind: ProblemKind, values: &[&str]) {
    for value in values {
        assert_eq!(verdict(row, value).map(|(kind, _)| kind), Some(kind), "{:?} `{value}`", row.kind);
    }
}

fn offers(row: &Attribute, values: &[(&str, &str)]) {
    for (value, instead) in values {
        let offered = verdict(row, value).and_then(|(_, instead)| instead);
        assert_eq!(offered.as_deref(), Some(*instead), "{:?} `{value}`", row.kind);
    }
}

/// Types, what they accept and what they refuse, as the table of the vocabulary has it.
static TYPES: &[(Kind, &[&str], &[&str])] = &[
    (Kind::String, &["anything"], &[""]),
    (Kind::Bool, &["true", "false"], &["TRUE", "yes", "1", ""]),
    (Kind::Int, &["20", "0"], &["-1", "1.5", "ten", "", "+1", "1e3", "٣", " 1"]),
    (Kind::Float, &["10", "20.45"], &["$10", ".5", "1e3", "", "1.", "1.2.3", "inf", "NaN", "-1"]),
    (Kind::Enum(&TRIM), &["trim-silence", "do-not-trim"], &["trim", "Trim-Silence", "", " trim-silence"]),
    (
        Kind::EnumSet(&EVENT),
        &["completed", "in-progress completed"],
        &["completed,absent", "absent absent", "", "in-progress  completed", " completed", "done", "completed done"],
    ),
    (Kind::Enum(&METHOD), &["GET", "POST"], &["get", "PUT"]),
    (
        Kind::Url,
        &[
            "https://example.com/a?b=1",
            "/next",
            "next.php",
            "http://[::1]:80/",
            "?a=b",
            "next.php?a=b:c",
            "example.com:8080/x",
            "//example.com/x",
            "HTTPS://example.com",
            "http://u:p@example.com",
            "example.com?id=34",
            "a/b:c",
        ],
        &[
            "/my page",
            "ftp://example.com/a",
            "https://",
            "mailto:joe@example.com",
            "javascript:void(0)",
            "https:///path",
            "https:example.com",
            "http://:80/",
            "http://u@/",
            "http://example.com:port/",
            "//",
            "/a\nb",
        ],
    ),
    (Kind::AbsoluteUrl, &["https://example.com/a", "http://example.com"], &["/a", "www.example.com/a", ""]),
    (Kind::HttpsUrl, &["https://example.com/pay"], &["http://example.com/pay", "/pay", ""]),
    (Kind::WssUrl, &["wss://example.com/ws"], &["ws://example.com/ws", "https://example.com/ws", "/ws", ""]),
    (
        Kind::Sid("IS"),
        &["IS0123456789abcdef0123456789abcdef", "IS0123456789ABCDEF0123456789ABCDEF", "ISxxxx", "ISXXxX", "ISX"],
        &["CA0123456789abcdef0123456789abcdef", "my-service", "", "IS", "ISx1", "IS0123456789abcdef0123456789abcdeg"],
    ),
    (Kind::AnySid, &["BY0123456789abcdef0123456789abcdef", "BYxx"], &["trunk", "", "by01", "B", "éé", "1234"]),
    (
        Kind::Phone,
        &["+14155551212", "415-555-1212", "+1888XXXXXXX", "(415) 555.1212", "911", "+123456789012345"],
        &["number", "client:joe", "+1234567890123456", "", "+", "- -", "1+2", " 415", "415\u{a0}555"],
    ),
    (
        Kind::CallerId,
        &["+14155551212", "client:joe", "bob", "whatsapp:+14155551212", "sip:bob@example.com", "b+o-b_1."],
        &["Bob Smith", "bob@home", "", "client:", "client:joe smith", "fax:1"],
    ),
    (
        Kind::Address,
        &["+14155551212", "whatsapp:+14155551212", "messenger:123", "DE0123456789abcdef0123456789abcdef"],
        &["alice", "you", "", "whatsapp:", "https://example.com", "CA0123456789abcdef0123456789abcdef"],
    ),
    (
        Kind::Sender,
        &["+14155551212", "MyShop", "My Shop 123", "whatsapp:+14155551212", "12345"],
        &["My Wonderful Shop", "", "  ", "My-Shop!"],
    ),
    (Kind::Identity, &["user_jane", "jane@example.com"], &["jane doe", ""]),
    (Kind::Label, &["customer 7", "CA12"], &["a/b", "CA0123456789abcdef0123456789abcdef", "a%2fb", ""]),
    (Kind::Digits, &["wwww1928", "1#", "ABCD*W"], &["abc", "1 2", ""]),
    (Kind::Key, &["#", "", "0"], &["##", "a"]),
    (Kind::Keys, &["#*", "1234567890*#"], &["abc", ""]),
    (Kind::Duration, &["100ms", "1.5s"], &["1", "1 s", "", "s", ".5s", "1m", "-1s"]),
    (Kind::Percent, &["85%", "99.5%"], &["+10%", "fast!", "85", "%", ""]),
    (Kind::SignedPercent, &["-10%", "+5%"], &["10%", "+5", "+%", ""]),
    (Kind::Decibel, &["-6dB", "+0.5dB"], &["6dB", "-6", "-6db", ""]),
    (
        Kind::Language,
        &["en-US", "cmn-Hans-CN", "multi", "es-419", "arb", "en"],
        &["en_US", "English (US)", "", "english", "en-", "-US", "en--US"],
    ),
    (
        Kind::Voice,
        &["woman", "Polly.Joanna-Neural", "Google.en-US-Standard-A", "Polly.Mía-Generative"],
        &["en-US", "joanna", "", "Woman", "Polly.", ".Joanna", "Polly.Jo Anna"],
    ),
    (
        Kind::SipUri,
        &[
            "sip:kate@example.com?x-a=1",
            "kate@example.com",
            "sip:example",
            "sip:jack@example.com;transport=tls",
            "sip:a@b?User-to-User=1&X-Name=Agent%2C+A",
            "sips:kate@example.com",
        ],
        &[
            "kate",
            "sip:kate smith@example.com",
            "",
            "sip:",
            "sip:@example.com",
            "kate@",
            "mailto:kate@example.com",
            "sip:a@b?x-a=1 2",
        ],
    ),
    (
        Kind::Json,
        &["{\"a\": 1}", "{}", " {\"a\":[1,-0.5e+3,true,false,null,\"\\u00e9\\n\"],\"b\":{}} "],
        &[
            "{'a': 1}",
            "[1]",
            "foo",
            "",
            "{",
            "{}{}",
            "{\"a\":}",
            "{\"a\":01}",
            "{\"a\":1,}",
            "{\"a\":[1,]}",
            "{\"a\":.5}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":tru}",
            "{a:1}",
            "{\"a\":1.}",
            "{\"a\":\"",
            "{\"a\":-}",
        ],
    ),
    (Kind::CommaList, &["yes,no, maybe so", ""], &[]),
    (Kind::IntList, &["1", "2 3"], &["1,2", "1 1", "", "1 01", "1  2", "0 0", "a"]),
    (Kind::IntOr(&AUTO), &["auto", "12"], &["automatic", "", "-1"]),
];

#[test]
fn the_table_of_types_holds() {
    for (kind, accepted, refused) in TYPES {
        accepts(&row(*kind), accepted);
        refuses(&row(*kind), refused);
    }
}

#[test]
fn every_default_is_taken() {
    for element in all() {
        for attribute in element.attributes {
            if let Some(default) = attribute.default {
                assert_eq!(check_attribute(attribute, default), [], "<{} {}>", element.name, attribute.name);
            }
        }
    }
}

#[test]
fn every_value_of_a_list_and_every_known_word_is_taken() {
    for attribute in all().flat_map(|element| element.attributes) {
        if let Kind::Enum(words) | Kind::EnumSet(words) | Kind::IntOr(words) = attribute.kind {
            words.values.iter().for_each(|word| accepts(attribute, &[word.value]));
        }
        accepts(attribute, attribute.known);
        accepts(attribute, attribute.words);
    }
}

#[test]
fn numbers_keep_to_their_bounds() {
    let bounded = Attribute { min: Some(1.0), max: Some(600.0), soft_min: Some(5.0), ..row(Kind::Int) };
    accepts(&bounded, &["5", "600", "0020"]);
    refuses(&bounded, &["0", "601", "00", "99999999999999999999999999999999"]);
    finds(&bounded, ProblemKind::Unusual, &["1", "4"]);
    accepts(&row(Kind::Int), &[&"9".repeat(1000)]);
    refuses(&bounded, &[&"9".repeat(1000)]);
    let amount = Attribute { min: Some(0.0), max: Some(1_000_000.0), ..row(Kind::Float) };
    accepts(&amount, &["0", "13.22", "1000000.00"]);
    refuses(&amount, &["1000000.01"]);
    let auto = Attribute { min: Some(1.0), ..row(Kind::IntOr(&AUTO)) };
    refuses(&auto, &["0"]);
    let attempts = Attribute { min: Some(1.0), max: Some(10.0), ..row(Kind::IntList) };
    accepts(&attempts, &["1 10"]);
    refuses(&attempts, &["0", "1 11"]);
    let time = Attribute { soft_max: Some(10.0), ..row(Kind::Duration) };
    accepts(&time, &["10s", "10000ms"]);
    finds(&time, ProblemKind::Unusual, &["10.5s", "10001ms"]);
    let rate =
        Attribute { soft_min: Some(20.0), soft_max: Some(200.0), words: &["slow", "fast"], ..row(Kind::Percent) };
    accepts(&rate, &["20%", "200%", "slow"]);
    finds(&rate, ProblemKind::Unusual, &["19.9%", "201%"]);
    offers(&rate, &[("fast!", "fast"), ("85", "85%"), ("85 percent", "85%")]);
}

#[test]
fn texts_and_lists_keep_to_their_length() {
    let reason = Attribute { max: Some(5.0), ..row(Kind::String) };
    accepts(&reason, &["éèêëē"]);
    finds(&reason, ProblemKind::Length, &["123456"]);
    finds(&row(Kind::Label), ProblemKind::Length, &[&"x".repeat(129)]);
    finds(&row(Kind::Identity), ProblemKind::Length, &[&"x".repeat(257)]);
    finds(&row(Kind::Sender), ProblemKind::Length, &["My Wonderful Shop"]);
    accepts(&row(Kind::Identity), &[&"é".repeat(256)]);
    let hints = Attribute { max: Some(3.0), item_max: Some(4), ..row(Kind::CommaList) };
    accepts(&hints, &["", "a,b,c", "four , four", ",,"]);
    finds(&hints, ProblemKind::Length, &["a,b,c,d", "a,fives"]);
    let (user, headers) = ("u".repeat(248), "h".repeat(1020));
    accepts(&row(Kind::SipUri), &[&format!("sip:{user}@b?x-{headers}=")]);
    finds(&row(Kind::SipUri), ProblemKind::Length, &[&format!("sip:{user}@bc"), &format!("sip:a@b?x-{headers}=1")]);
}

#[test]
fn addresses_have_the_flags_of_their_row() {
    finds(&row(Kind::Url), ProblemKind::Empty, &[""]);
    accepts(&Attribute { empty: true, ..row(Kind::Url) }, &[""]);
    finds(&row(Kind::Url), ProblemKind::Relative, &["www.example.com", "WWW.example.com/a"]);
    let https = Attribute { relative: true, ..row(Kind::HttpsUrl) };
    accepts(&https, &["/pay", "https://example.com"]);
    refuses(&https, &["http://example.com/pay"]);
    finds(&https, ProblemKind::Relative, &["www.example.com"]);
    finds(&https, ProblemKind::Empty, &[""]);
    let stream = Attribute { relative: true, query: false, ..row(Kind::WssUrl) };
    accepts(&stream, &["/ws", "wss://example.com/ws#a"]);
    refuses(&stream, &["wss://example.com/ws?a=1", "/ws?a=1", "https://example.com"]);
    let dns = Attribute { dns: true, ..row(Kind::Url) };
    accepts(&dns, &["https://example.com/my_events", "/my_events", "my_events", "https://a_b@example.com"]);
    refuses(&dns, &["https://my_app.example.com/events", "https://my_app:80", "//my_app/a"]);
}

#[test]
fn json_of_any_depth_is_read_without_harm() {
    let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    accepts(&row(Kind::Json), &[&nested(100)]);
    refuses(&row(Kind::Json), &[&nested(100_000), &"[".repeat(100_000), &"{\"a\":".repeat(100_000)]);
    offers(&row(Kind::Json), &[("{'a': 1}", "{\"a\": 1}")]);
    let note = check_attribute(&row(Kind::Json), "{\"é\": 1,}").pop().and_then(|problem| problem.note);
    assert_eq!(note.as_deref(), Some("it stops being a JSON object at character 9"));
}

#[test]
fn texts_are_checked_without_the_space_around_them() {
    let text = |kind, max| Text { presence: TextPresence::Optional, kind, max, doc: None };
    let kinds = |text: &Text, value: &str| -> Vec<ProblemKind> {
        check_text(text, value).into_iter().map(|problem| problem.kind).collect()
    };
    let name = text(Kind::String, Some(4));
    assert_eq!(kinds(&name, "\n  four\t\r\n"), []);
    assert_eq!(kinds(&name, "fives"), [ProblemKind::Length]);
    assert_eq!(kinds(&text(Kind::Url, None), " \n"), []);
    assert_eq!(kinds(&text(Kind::Url, None), " ftp://a "), [ProblemKind::Form]);
    assert_eq!(kinds(&text(Kind::Url, None), "\u{a0}/a"), [ProblemKind::Form]);
    assert_eq!(kinds(&text(Kind::Json, None), "\n {} \n"), []);
    assert_eq!(describe_text(&name), "text of up to 4 characters");
}
