//! What is said and offered where something is wrong.

use super::*;

#[test]
fn an_unusual_number_says_why() {
    let notes = Some("Over 14400 needs the 24 hour setting.");
    let limit = Attribute { soft_min: Some(2.0), soft_max: Some(14400.0), notes, ..row(Kind::Int) };
    let note = |value| check_attribute(&limit, value).pop().and_then(|problem| problem.note);
    let long = "over 14400 needs the 24 hour setting";
    assert_eq!(note("14401").as_deref(), Some(long));
    assert_eq!(note("1").as_deref(), Some("below 2 it is legal, but unusual"));
}

#[test]
fn open_lists_warn_and_offer_the_nearest() {
    for open in [row(Kind::Enum(&ENGINE)), Attribute { open: true, ..row(Kind::Enum(&TRIM)) }] {
        finds(&open, ProblemKind::UnknownWord, &["whisper", "GOOGLE", "some words"]);
        finds(&open, ProblemKind::Form, &[""]);
    }
    offers(&row(Kind::Enum(&ENGINE)), &[("Google", "google"), ("deep-gram", "deepgram")]);
    accepts(&row(Kind::Enum(&PROVIDER)), &["google", "ELEVENLABS"]);
    let set = Attribute { open: true, ..row(Kind::EnumSet(&EVENT)) };
    finds(&set, ProblemKind::UnknownWord, &["completed failed", "completed,absent"]);
    finds(&set, ProblemKind::Repeated, &["failed failed"]);
    let volume = Attribute { open: true, words: &["default", "x-loud"], ..row(Kind::Decibel) };
    accepts(&volume, &["-6dB", "x-loud"]);
    finds(&volume, ProblemKind::UnknownWord, &["6dB", "-6", "louder"]);
    offers(&volume, &[("-6", "-6dB"), ("6 db", "+6dB"), ("x_loud", "x-loud")]);
}

#[test]
fn known_lists_warn() {
    let language = Attribute { known: &["en-AU", "en-US", "fr-CA", "fr-FR"], ..row(Kind::Language) };
    accepts(&language, &["en-US", "en-us"]);
    finds(&language, ProblemKind::UnknownWord, &["de-DE", "multi", "en"]);
    finds(&language, ProblemKind::Form, &["en_US"]);
    offers(&language, &[("en_US", "en-US"), ("en-UX", "en-US")]);
    assert_eq!(check_attribute(&language, "fr")[0].instead, ["fr-CA", "fr-FR"]);
    let voice = Attribute { known: &["man", "Polly.Joanna", "Polly.Amy"], ..row(Kind::Voice) };
    accepts(&voice, &["Polly.Joanna"]);
    finds(&voice, ProblemKind::UnknownWord, &["Polly.Nobody"]);
    offers(
        &voice,
        &[("joanna", "Polly.Joanna"), ("polly.amy", "Polly.Amy"), ("Polly.Joana", "Polly.Joanna"), ("Man", "man")],
    );
}

#[test]
fn sets_say_what_is_wrong() {
    let events = row(Kind::EnumSet(&EVENT));
    finds(&events, ProblemKind::Form, &["completed,absent", "", "completed "]);
    finds(&events, ProblemKind::Repeated, &["absent absent"]);
    offers(
        &events,
        &[
            ("in-progress,completed", "in-progress completed"),
            ("COMPLETED", "completed"),
            ("in-progress  absent", "in-progress absent"),
            ("completed asent", "completed absent"),
            ("absent absent", "absent"),
        ],
    );
}

#[test]
fn words_are_offered_where_they_are_near() {
    offers(&row(Kind::Bool), &[("TRUE", "true"), ("yes", "true"), ("0", "false"), ("ture", "true"), ("off", "false")]);
    offers(&row(Kind::Enum(&METHOD)), &[("post", "POST"), ("PSOT", "POST")]);
    offers(&row(Kind::Enum(&BEEP)), &[("yes", "true"), ("on-enter", "onEnter")]);
    offers(
        &row(Kind::Enum(&TRIM)),
        &[
            ("Trim-Silence", "trim-silence"),
            ("trim-silense", "trim-silence"),
            ("trim", "trim-silence"),
            (" trim-silence ", "trim-silence"),
        ],
    );
    assert_eq!(verdict(&row(Kind::Enum(&METHOD)), "DELETE"), Some((ProblemKind::Form, None)));
    assert_eq!(
        check_attribute(&row(Kind::Enum(&BEEP)), "onEn").pop().map(|problem| problem.instead),
        Some(vec!["onEnter".to_owned()])
    );
}

#[test]
fn numbers_are_offered_in_plain_digits() {
    let seconds = Attribute { unit: Some("seconds"), ..row(Kind::Int) };
    offers(
        &seconds,
        &[
            ("20 seconds", "20"),
            ("10s", "10"),
            ("five", "5"),
            ("1,000", "1000"),
            ("+5", "5"),
            (" 5", "5"),
            ("0x10", "16"),
        ],
    );
    for value in ["10ms", "2 minutes", "1.5", "-1", "1,5", "soon"] {
        assert_eq!(verdict(&seconds, value), Some((ProblemKind::Form, None)), "{value}");
    }
    offers(&row(Kind::Float), &[("$10", "10"), (".5", "0.5"), ("1,000.50", "1000.50")]);
    offers(&row(Kind::Duration), &[("1", "1s"), ("1 s", "1s"), ("250 milliseconds", "250ms"), (".5s", "0.5s")]);
    offers(&row(Kind::SignedPercent), &[("10%", "+10%"), ("-5", "-5%")]);
    offers(&row(Kind::IntList), &[("1,2", "1 2"), ("1 1", "1")]);
    offers(&row(Kind::Digits), &[("1 2", "12"), ("abc", "ABC")]);
    let capped = Attribute { max: Some(9.0), ..row(Kind::Int) };
    assert_eq!(verdict(&capped, "ten"), Some((ProblemKind::Form, None)));
}

#[test]
fn addresses_are_offered_with_their_scheme() {
    offers(
        &row(Kind::Url),
        &[
            ("/my page", "/my%20page"),
            ("www.example.com", "https://www.example.com"),
            ("htps://example.com", "https://example.com"),
            ("http:/example.com", "http://example.com"),
        ],
    );
    offers(
        &row(Kind::AbsoluteUrl),
        &[("www.example.com/a", "https://www.example.com/a"), ("//example.com", "https://example.com")],
    );
    offers(&row(Kind::HttpsUrl), &[("http://example.com/pay", "https://example.com/pay")]);
    offers(
        &row(Kind::WssUrl),
        &[
            ("ws://example.com/ws", "wss://example.com/ws"),
            ("https://example.com/ws", "wss://example.com/ws"),
            ("http://example.com", "wss://example.com"),
            ("www.example.com", "wss://www.example.com"),
        ],
    );
    let stream = Attribute { query: false, ..row(Kind::WssUrl) };
    offers(&stream, &[("https://example.com/ws?a=1", "wss://example.com/ws")]);
    assert_eq!(verdict(&row(Kind::Url), "ftp://example.com"), Some((ProblemKind::Form, None)));
    assert_eq!(verdict(&row(Kind::HttpsUrl), "/pay"), Some((ProblemKind::Form, None)));
}

#[test]
fn sids_of_another_length_are_doubtful() {
    let prefixed = row(Kind::Sid("AP"));
    finds(
        &prefixed,
        ProblemKind::SidLength,
        &["AP1234567890abcdef1234567890abcd", "AP1", "AP0123456789abcdef0123456789abcdef0"],
    );
    let note = check_attribute(&prefixed, "AP1234567890abcdef1234567890abcd").pop().and_then(|problem| problem.note);
    assert_eq!(note.as_deref(), Some("a SID is 34 characters long, this one has 32"));
    finds(&row(Kind::AnySid), ProblemKind::SidLength, &["CA1234567890ABCDE"]);
    offers(&prefixed, &[("ap0123456789abcdef0123456789abcdef", "AP0123456789abcdef0123456789abcdef")]);
}

#[test]
fn sip_headers_that_twilio_drops_are_named() {
    let sip = row(Kind::SipUri);
    finds(&sip, ProblemKind::SipHeader, &["sip:a@b?foo=1", "a@b?X-a=1&foo"]);
    accepts(&sip, &["a@b?", "a@b?X-a&remote-party-id=1"]);
    offers(&sip, &[("sip:a@b?foo=1&x-b=2", "sip:a@b?x-foo=1&x-b=2"), ("sip:a@b?x-a=1 2", "sip:a@b?x-a=1%202")]);
}

#[test]
fn words_stand_beside_the_form() {
    let timeout = Attribute { words: &["auto"], min: Some(1.0), unit: Some("seconds"), ..row(Kind::Int) };
    accepts(&timeout, &["auto", "3"]);
    refuses(&timeout, &["0", ""]);
    offers(&timeout, &[("Auto", "auto"), ("atuo", "auto")]);
}

#[test]
fn descriptions_read_as_the_end_of_a_sentence() {
    let bounds = |min, max, unit| describe(&Attribute { min, max, unit, ..row(Kind::Int) });
    assert_eq!(bounds(Some(1.0), Some(600.0), Some("seconds")), "a whole number of seconds from 1 to 600");
    assert_eq!(bounds(Some(1.0), None, Some("digits")), "a whole number of digits, at least 1");
    assert_eq!(bounds(None, Some(3.0), None), "a whole number, at most 3");
    assert_eq!(bounds(Some(0.0), None, None), "a whole number");
    for (row, takes) in [
        (row(Kind::Enum(&TRIM)), "`trim-silence` or `do-not-trim`"),
        (row(Kind::Enum(&AUTO)), "`auto`"),
        (row(Kind::Enum(&BEEP)), "one of `true`, `false`, `onEnter`, `onExit`"),
        (row(Kind::Enum(&ENGINE)), "a value such as `google`, `deepgram`"),
        (
            row(Kind::EnumSet(&EVENT)),
            "one or more of `in-progress`, `completed`, `absent`, with single spaces between them: `in-progress completed absent`",
        ),
        (row(Kind::IntOr(&AUTO)), "`auto` or a whole number"),
        (Attribute { words: &["true", "false"], ..row(Kind::String) }, "`true`, `false` or text"),
        (Attribute { max: Some(50.0), ..row(Kind::String) }, "text of up to 50 characters"),
        (Attribute { empty: true, ..row(Kind::Url) }, "an `http` or `https` address, absolute or relative, or nothing"),
        (row(Kind::Label), "a label of up to 128 characters, without `/` and not the SID of a call"),
        (
            Attribute { max: Some(500.0), item_max: Some(100), ..row(Kind::CommaList) },
            "entries with commas between them, at most 500, of up to 100 characters each",
        ),
    ] {
        assert_eq!(describe(&row), takes);
    }
}

/// Whatever stands in a literal, a check comes back, and what it offers is taken.
#[test]
fn odd_literals_are_survived() {
    let odd = vec![
        "é",
        "éé",
        "ééé",
        "💥",
        "\u{0}",
        "%",
        "+",
        "-",
        ".",
        ",",
        ":",
        "?",
        "//",
        "@",
        "é.é",
        "wwé",
        "0x",
        "0xé",
        "x-",
        "1é",
        "sip:é",
        "?é&=",
        "http://é",
        "http://[",
        "http://]",
        "https://a@b@c",
        "{\"é",
        "+é",
        "IS\u{e9}",
        "  ",
        "\n",
    ];
    for attribute in all().flat_map(|element| element.attributes) {
        for value in &odd {
            verdict(attribute, value);
        }
    }
    for element in all() {
        for value in &odd {
            let _ = check_text(&element.text, value);
        }
    }
}
