//! Every form of literal, on a hundred thousand strings, against another reading of the table of types: regular expressions
//! and a parser of JSON rather than the functions that the checks are made of.

use std::{collections::BTreeSet, sync::LazyLock};

use proptest::{prelude::*, sample::Index, test_runner::TestRunner};
use regex::Regex;
use twiml_core::vocabulary::{Attribute, Kind, List, Severity, TextPresence, all};

use super::{
    TYPES, check_attribute,
    strings::{changed, changes},
};

/// How many strings are judged.
const STRINGS: u32 = if cfg!(miri) { 100 } else { 100_000 };

/// What comes of a literal.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Judgement {
    Taken,
    Doubted,
    Refused,
}
use Judgement::{Doubted, Refused, Taken};

static SURROGATE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\\u[Dd][89A-Fa-f][0-9A-Fa-f]{2}").expect("it is an expression"));

/// Expressions that match a whole string.
macro_rules! whole {
    ($($name:ident = $expression:expr;)+) => {
        $( static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(&format!(r"\A(?:{})\z", $expression)).expect("it is an expression")); )+
    };
}

whole! {
    INT = "[0-9]+";
    FLOAT = r"[0-9]+(\.[0-9]+)?";
    CHARACTERS = r"([A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*";
    SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):(.*)";
    PORT = r"[0-9]+([/?#].*)?";
    // A user if any, a name or a numeric host, a port if any, and the rest.
    AUTHORITY = r"//([^/?#]*@)?(?P<host>\[[^/?#@\]]+\]|[^/?#@:\[]([^/?#@:])*)(:[0-9]*)?([/?#].*)?";
    SID = "[A-Z]{2}([0-9A-Fa-f]+|[Xx]+)";
    PHONE = r"[+]?[0-9Xx .()-]*[0-9Xx][0-9Xx .()-]*";
    NAMED = r"(client|sip|whatsapp):\S+";
    CALLER = r"[A-Za-z0-9+_.-]+";
    CHANNEL = r"[A-Za-z][A-Za-z0-9_-]*:(/|/?[^\s/]\S*)";
    SENDER = "[A-Za-z0-9 ]*[A-Za-z0-9][A-Za-z0-9 ]*";
    SOLID = r"\S+";
    // What a label may not hold.
    PATH = r"(?s).*(/|%2[Ff]).*";
    DIGITS = "[0-9A-D#*wW]+";
    KEY = "[0-9#*]?";
    KEYS = "[0-9#*]+";
    DURATION = r"(?P<number>[0-9]+(\.[0-9]+)?)(?P<unit>m?s)";
    PERCENT = r"(?P<number>[0-9]+(\.[0-9]+)?)%";
    SIGNED_PERCENT = r"[+-][0-9]+(\.[0-9]+)?%";
    DECIBEL = r"[+-][0-9]+(\.[0-9]+)?dB";
    LANGUAGE = "(multi|[A-Za-z]{2,3})(-[A-Za-z0-9]{1,8})*";
    VOICE = r"man|woman|alice|(?P<provider>[A-Za-z0-9]+)\.\S+";
    // Letters of ASCII only: without `-u`, `ſ` is an `s`.
    SIP = r"(?i-u:sips?):([^\s@?]+@)?[^\s@?]+(\?\S*)?|[^\s@?:/]+@[^\s@?]+(\?\S*)?";
    PASSED = "(?i-u:x-).*|(?i-u:User-to-User|Remote-Party-ID|P-Preferred-Identity|P-Called-Party-ID)";
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

fn judge(is_right: bool) -> Judgement {
    if is_right { Taken } else { Refused }
}

fn reference(row: &Attribute, value: &str) -> Judgement {
    if row.words.contains(&value) || row.empty && value.is_empty() {
        return Taken;
    }
    if row.contested.contains(&value) || row.legacy.iter().any(|(old, _)| *old == value) {
        return Doubted;
    }
    let (form, is_open) = of_kind(row, value);
    let judgement = if form == Refused && is_open && !value.is_empty() { Doubted } else { form };
    let is_known = || {
        let of_language = |word: &str| matches!(row.kind, Kind::Language) && word.eq_ignore_ascii_case(value);
        row.known.is_empty() || row.known.iter().any(|word| *word == value || of_language(word))
    };
    if judgement == Taken && !is_known() { Doubted } else { judgement }
}

/// The judgement of the form, and whether it is softened where the row is open: a length and a repetition are not.
fn of_kind(row: &Attribute, value: &str) -> (Judgement, bool) {
    let length = count(value.chars().count());
    let fits = |min: f64, max: f64| length >= row.min.unwrap_or(min) && length <= row.max.unwrap_or(max);
    let hard = |judgement| (judgement, false);
    let soft = |is_right| (judge(is_right), row.open);
    match row.kind {
        Kind::String => hard(judge(fits(1.0, f64::INFINITY))),
        Kind::Bool => soft(["true", "false"].contains(&value)),
        Kind::Int => (number(row, INT.is_match(value), value, 1.0), row.open),
        Kind::IntOr(list) if knows(list, value) => hard(Taken),
        Kind::IntOr(list) => (number(row, INT.is_match(value), value, 1.0), row.open || list.open),
        Kind::Float => (number(row, FLOAT.is_match(value), value, 1.0), row.open),
        Kind::Enum(list) => (judge(knows(list, value)), row.open || list.open),
        Kind::EnumSet(list) => set(list, value, row.open || list.open),
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => (address(row, value), row.open),
        Kind::Sid(prefix) => (sid(value, Some(prefix)), row.open),
        Kind::AnySid => (sid(value, None), row.open),
        Kind::Phone => soft(is_phone(value)),
        Kind::CallerId => soft(is_phone(value) || NAMED.is_match(value) || CALLER.is_match(value)),
        Kind::Address => (any_address(value), row.open),
        Kind::Sender => match any_address(value) {
            Refused => hard(judge(SENDER.is_match(value) && length <= 11.0)),
            judgement => hard(judgement),
        },
        Kind::Identity => soft(SOLID.is_match(value) && fits(1.0, 256.0)),
        Kind::Label => {
            soft(!PATH.is_match(value) && fits(1.0, 128.0) && !(sid(value, Some("CA")) == Taken && value.len() == 34))
        }
        Kind::Digits => soft(DIGITS.is_match(value)),
        Kind::Key => soft(KEY.is_match(value)),
        Kind::Keys => soft(KEYS.is_match(value)),
        Kind::Duration => {
            let unit = DURATION.captures(value).map(|parts| if &parts["unit"] == "ms" { 1000.0 } else { 1.0 });
            (number(row, unit.is_some(), value.trim_end_matches(['m', 's']), unit.unwrap_or(1.0)), row.open)
        }
        Kind::Percent => (number(row, PERCENT.is_match(value), value.trim_end_matches('%'), 1.0), row.open),
        Kind::SignedPercent => soft(SIGNED_PERCENT.is_match(value)),
        Kind::Decibel => soft(DECIBEL.is_match(value)),
        Kind::Language => soft(LANGUAGE.is_match(value)),
        Kind::Voice => soft(
            VOICE
                .captures(value)
                .is_some_and(|parts| parts.name("provider").is_none_or(|provider| !INT.is_match(provider.as_str()))),
        ),
        Kind::SipUri => hard(sip(value)),
        Kind::Json => soft(is_object(value)),
        Kind::CommaList => hard(judge(is_list(row, value))),
        Kind::IntList => {
            let numbers: Vec<_> = value.split(' ').collect();
            let judgements = numbers.iter().map(|text| number(row, INT.is_match(text), text, 1.0));
            let worst = judgements.max().unwrap_or(Refused);
            let distinct: BTreeSet<_> = numbers.iter().map(|text| text.trim_start_matches('0')).collect();
            hard(if distinct.len() < numbers.len() { Refused } else { worst })
        }
    }
}

fn knows(list: &List, value: &str) -> bool {
    let is_word = |word: &str| word == value || list.ignore_case && word.eq_ignore_ascii_case(value);
    list.values.iter().any(|word| is_word(word.value))
        || list.prefixes.iter().any(|prefix| value.len() > prefix.len() && value.starts_with(prefix))
}

/// The grammar of JSON has lone surrogates in it, and `serde_json` has no string for them.
fn is_object(value: &str) -> bool {
    let value = SURROGATE.replace_all(value, r"\u0020");
    serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&value).is_ok()
}

/// Values with single spaces between them, none twice.
fn set(list: &List, value: &str, is_open: bool) -> (Judgement, bool) {
    let words: Vec<_> = value.split(' ').collect();
    let written = words.iter().filter(|word| !word.is_empty());
    let distinct: BTreeSet<_> = written.clone().collect();
    if distinct.len() < written.count() {
        return (Refused, false);
    }
    (judge(words.iter().all(|word| knows(list, word))), is_open)
}

/// The bounds of a number in the unit of its row.
fn number(row: &Attribute, is_number: bool, digits: &str, parts: f64) -> Judgement {
    if !is_number {
        return Refused;
    }
    let number = digits.parse::<f64>().unwrap_or(f64::INFINITY) / parts;
    let within =
        |min: Option<f64>, max: Option<f64>| min.is_none_or(|min| min <= number) && max.is_none_or(|max| number <= max);
    match (within(row.min, row.max), within(row.soft_min, row.soft_max)) {
        (false, _) => Refused,
        (true, false) => Doubted,
        (true, true) => Taken,
    }
}

fn address(row: &Attribute, value: &str) -> Judgement {
    if !CHARACTERS.is_match(value) || !row.query && value.contains('?') {
        return Refused;
    }
    let has_host = |rest: &str| {
        let host = AUTHORITY.captures(rest).map(|parts| parts["host"].to_owned());
        judge(host.is_some_and(|host| !(row.dns && host.contains('_'))))
    };
    let absolute = SCHEME.captures(value).filter(|parts| !PORT.is_match(&parts[2]));
    if let Some(parts) = absolute {
        let schemes: &[&str] = match row.kind {
            Kind::WssUrl => &["wss"],
            Kind::HttpsUrl => &["https"],
            _ => &["http", "https"],
        };
        let is_scheme = schemes.iter().any(|scheme| scheme.eq_ignore_ascii_case(&parts[1]));
        return if is_scheme { has_host(&parts[2]) } else { Refused };
    }
    match value {
        _ if !(row.relative || matches!(row.kind, Kind::Url)) => Refused,
        "" if matches!(row.kind, Kind::WssUrl) => Refused,
        "" => Doubted,
        _ if value.starts_with("//") => has_host(value),
        _ if value.to_ascii_lowercase().starts_with("www.") => Doubted,
        _ => Taken,
    }
}

fn sid(value: &str, prefix: Option<&str>) -> Judgement {
    let is_sid = SID.is_match(value) && prefix.is_none_or(|prefix| value.starts_with(prefix));
    let is_placeholder = || value.bytes().skip(2).all(|byte| byte.eq_ignore_ascii_case(&b'x'));
    match is_sid {
        false => Refused,
        true if value.len() == 34 || is_placeholder() => Taken,
        true => Doubted,
    }
}

fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(|sign| sign.is_ascii_digit() || "Xx".contains(*sign)).count();
    PHONE.is_match(value) && (digits <= 15 || !value.starts_with('+')) && value.trim_matches(' ') == value
}

fn any_address(value: &str) -> Judgement {
    if is_phone(value) || CHANNEL.is_match(value) { Taken } else { sid(value, Some("DE")).min(sid(value, Some("HS"))) }
}

fn sip(value: &str) -> Judgement {
    let (address, headers) = value.split_once('?').unwrap_or((value, ""));
    let parameters = address.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let transport =
        parameters.filter(|(name, _)| name.eq_ignore_ascii_case("transport")).map(|(_, value)| value).next();
    let is_spoken = |transport: &str| ["udp", "tcp", "tls"].iter().any(|known| known.eq_ignore_ascii_case(transport));
    let is_long = address.chars().count() > 254 || headers.chars().count() > 1023;
    if !SIP.is_match(value) || is_long || !transport.is_none_or(is_spoken) {
        return Refused;
    }
    let mut names = headers.split('&').map(|header| header.split('=').next().unwrap_or_default());
    if names.any(|name| !name.is_empty() && !PASSED.is_match(name)) { Doubted } else { Taken }
}

fn is_list(row: &Attribute, value: &str) -> bool {
    let entries: Vec<_> = value.split(',').collect();
    let number = if value.is_empty() { 0.0 } else { count(entries.len()) };
    let is_short = |entry: &&str| row.item_max.is_none_or(|max| entry.trim().chars().count() <= max);
    row.min.is_none_or(|min| min <= number) && row.max.is_none_or(|max| number <= max) && entries.iter().all(is_short)
}

/// The rows of all attributes and texts.
fn rows() -> Vec<Attribute> {
    let texts = all().filter(|element| element.text.presence != TextPresence::None);
    let attributes = all().flat_map(|element| element.attributes).copied();
    attributes.chain(texts.map(|element| element.text.as_attribute())).collect()
}

/// Strings that are right, or almost: those of the table of types, and the words of the row.
fn seeds(row: &Attribute) -> Vec<String> {
    let examples = TYPES.iter().flat_map(|(_, accepted, refused)| accepted.iter().chain(*refused)).copied();
    let own = TYPES.iter().filter(|(kind, ..)| std::mem::discriminant(kind) == std::mem::discriminant(&row.kind));
    let own = own.flat_map(|(_, accepted, refused)| accepted.iter().chain(*refused)).copied();
    let listed = match row.kind {
        Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list) => list.values,
        _ => &[],
    };
    let words = listed.iter().map(|word| word.value).chain(row.words.iter().chain(row.known).copied());
    let old = row.contested.iter().copied().chain(row.legacy.iter().map(|(old, _)| *old));
    let mut seeds: Vec<String> = words.clone().chain(old).map(str::to_owned).collect();
    seeds.extend(words.take(8).flat_map(|word| [format!("{word} {word}"), word.to_uppercase()]));
    let bounds = [row.min, row.max, row.soft_min, row.soft_max].into_iter().flatten();
    for bound in bounds.flat_map(|bound| [bound - 1.0, bound, bound + 1.0]) {
        seeds.extend(["", "%", "s", "ms"].map(|unit| format!("{bound}{unit}")));
        if (0.0..2000.0).contains(&bound) {
            seeds.push("x".repeat(format!("{bound:.0}").parse().unwrap_or_default()));
        }
    }
    seeds.push(crate::literal::sample(row));
    // What is of the kind comes as often as all the rest.
    for _ in 0..4 {
        seeds.extend(own.clone().map(str::to_owned));
    }
    seeds.extend(examples.map(str::to_owned));
    seeds
}

#[test]
fn literals_are_judged_as_the_table_of_types_says() {
    let rows: Vec<_> = rows().into_iter().map(|row| (seeds(&row), row)).collect();
    let config = ProptestConfig { cases: STRINGS, failure_persistence: None, ..ProptestConfig::default() };
    let strategy = (any::<Index>(), any::<Index>(), changes());
    let tally = std::cell::RefCell::new([0_u32; 3]);
    let result = TestRunner::new(config).run(&strategy, |(row, seed, changes)| {
        let (seeds, row) = row.get(&rows);
        let value = changed(seed.get::<String>(seeds), &changes, seeds);
        let found = match check_attribute(row, &value).first().map(|problem| problem.severity) {
            None => Taken,
            Some(Severity::Warning) => Doubted,
            Some(Severity::Error) => Refused,
        };
        tally.borrow_mut()[found as usize] += 1;
        prop_assert_eq!(found, reference(row, &value), "{} {:?} `{}`", row.name, row.kind, value.escape_debug());
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let tally = tally.into_inner();
    assert!(tally.iter().all(|count| *count > STRINGS / 50), "taken, doubted, refused: {tally:?}");
}
