//! What was meant by a literal that is not taken. Guesses are bold, for only those that the row takes are offered.

use super::number::is_digits;
use super::{address, form, name, words};
use crate::nearest::nearest;
use twiml_core::vocabulary::List;
use twiml_core::vocabulary::{Attribute, Kind};

/// What may be written instead: one guess at the form, or else the words that are near, each taken without a problem.
pub(super) fn instead(row: &Attribute, value: &str) -> Vec<String> {
    let fits = |guess: &String| guess != value && form::check(row, guess).is_ok();
    let trimmed = value.trim();
    if let Some(guess) = [trimmed.to_string()].into_iter().chain(guesses(row, trimmed)).find(fits) {
        return [guess].into();
    }
    words::near(row, trimmed).into_iter().map(String::from).filter(fits).collect()
}

fn guesses(row: &Attribute, value: &str) -> Vec<String> {
    match row.kind {
        Kind::Bool => words::boolean(value)
            .or_else(|| nearest(value, ["true", "false"]).first().copied())
            .map(String::from)
            .into_iter()
            .collect(),
        Kind::Int | Kind::IntOr(_) | Kind::Float => numbers(row, value),
        Kind::EnumSet(words) => set(row, words, value).into_iter().collect(),
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => addresses(row, value),
        Kind::Sid(_) | Kind::AnySid => value.get(2..).map(|_| capitalised(value)).into_iter().collect(),
        Kind::Phone => value.strip_prefix("tel:").map(String::from).into_iter().collect(),
        Kind::CallerId => vec![format!("sip:{value}")],
        Kind::Digits | Kind::Key | Kind::Keys => {
            let keys: String = value.chars().filter(|key| !" -.,()".contains(*key)).collect();
            vec![keys.to_ascii_uppercase(), keys]
        }
        Kind::Duration => duration(value).into_iter().collect(),
        Kind::Percent => measure(value, false, &["%", "percent"], "%").into_iter().collect(),
        Kind::SignedPercent => measure(value, true, &["%", "percent"], "%").into_iter().collect(),
        Kind::Decibel => measure(value, true, &["db", "decibel", "decibels"], "dB").into_iter().collect(),
        Kind::Language => languages(row, value),
        Kind::Voice => voices(row, value),
        Kind::SipUri => vec![sip(value)],
        Kind::Json => vec![value.replace('\'', "\"")],
        Kind::IntList => list(value).into_iter().collect(),
        Kind::String
        | Kind::Enum(_)
        | Kind::Address
        | Kind::Sender
        | Kind::Identity
        | Kind::Label
        | Kind::CommaList => Vec::new(),
    }
}

/// The prefix of a SID in capitals.
fn capitalised(sid: &str) -> String {
    let (prefix, digits) = sid.split_at(2);
    format!("{}{digits}", prefix.to_ascii_uppercase())
}

/// `20s`, `1,000`, `$10`, `.5`, `0x10`, `ten`.
fn numbers(row: &Attribute, value: &str) -> Vec<String> {
    const NAMES: [&str; 11] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    if let Some(number) = NAMES.iter().position(|name| name.eq_ignore_ascii_case(value)) {
        return vec![number.to_string()];
    }
    if let Some(number) = value.strip_prefix("0x").and_then(|digits| u64::from_str_radix(digits, 16).ok()) {
        return vec![number.to_string()];
    }
    let (number, unit) = split_number(value.trim_start_matches(['+', '$', '€', '£']));
    let is_same = |known| unit == known || time_unit(unit).is_some() && time_unit(unit) == time_unit(known);
    if unit.is_empty() || row.unit.is_some_and(is_same) { vec![number] } else { Vec::new() }
}

/// The number at the beginning, as a plain one, and what follows it.
fn split_number(text: &str) -> (String, &str) {
    let end = text.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '.' | ','))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let mut groups = number.split(',');
    let first = groups.next().unwrap_or_default();
    let zero = if first.starts_with('.') { "0" } else { "" };
    // Only groups of three are thousands: `1,5` is no fifteen.
    let is_group = |group: &str| group.split('.').next().is_some_and(|digits| digits.len() == 3);
    let plain = if groups.all(is_group) { number.replace(',', "") } else { number.to_string() };
    (format!("{zero}{plain}"), rest.trim())
}

/// The units of time, by what people call them.
fn time_unit(name: &str) -> Option<&'static str> {
    match name.to_ascii_lowercase().as_str() {
        "s" | "sec" | "secs" | "second" | "seconds" => Some("s"),
        "ms" | "msec" | "millis" | "millisecond" | "milliseconds" => Some("ms"),
        _ => None,
    }
}

fn duration(value: &str) -> Option<String> {
    let (number, unit) = split_number(value);
    Some(format!("{number}{}", if unit.is_empty() { "s" } else { time_unit(unit)? }))
}

/// A number with its sign, if it has one, and its unit in the right spelling.
fn measure(value: &str, signed: bool, spellings: &[&str], unit: &str) -> Option<String> {
    let unsigned = value.trim_start_matches(['+', '-']).trim_start();
    let sign = match (signed, value.starts_with('-')) {
        (false, _) if unsigned != value => return None,
        (false, _) => "",
        (true, true) => "-",
        (true, false) => "+",
    };
    let (number, rest) = split_number(unsigned);
    let is_unit = rest.is_empty() || spellings.iter().any(|spelling| spelling.eq_ignore_ascii_case(rest));
    is_unit.then(|| format!("{sign}{number}{unit}"))
}

/// Known words of a set in the right spelling, each once, with single spaces between them.
fn set(row: &Attribute, words: &List, value: &str) -> Option<String> {
    let mut set: Vec<&str> = Vec::new();
    let parts = value.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '|' | '+'));
    for part in parts.filter(|part| !part.is_empty()) {
        let word = match words.word(part) {
            Some(word) => word.value,
            None => words::near(row, part).first().copied()?,
        };
        if !set.contains(&word) {
            set.push(word);
        }
    }
    Some(set.join(" "))
}

fn list(value: &str) -> Option<String> {
    let mut numbers: Vec<&str> = Vec::new();
    for number in value.split([' ', ',', ';']).filter(|number| !number.is_empty()) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers.iter().all(|number| is_digits(number)).then(|| numbers.join(" "))
}

/// Without spaces, with the scheme that it needs, without a query where there may be none.
fn addresses(row: &Attribute, value: &str) -> Vec<String> {
    let mut plain = encoded(&value.replace('\\', "/"));
    if !row.query {
        plain.truncate(plain.find('?').unwrap_or(plain.len()));
    }
    let written = address::scheme(&plain);
    let path = plain.get(written.map_or(0, |scheme| scheme.len() + 1)..).unwrap_or_default();
    let absolute =
        needed_scheme(row, written, &plain).map(|scheme| format!("{scheme}://{}", path.trim_start_matches('/')));
    [plain.clone()].into_iter().chain(absolute).collect()
}

/// With what is no character of an address written as one.
fn encoded(value: &str) -> String {
    let mut plain = String::new();
    for (at, sign) in value.char_indices() {
        let is_escape =
            || value.as_bytes().get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        if address::is_of_address(sign) && (sign != '%' || is_escape()) {
            plain.push(sign);
        } else {
            let mut bytes = [0; 4];
            plain.extend(sign.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    plain
}

fn needed_scheme(row: &Attribute, written: Option<&str>, value: &str) -> Option<&'static str> {
    let schemes = address::schemes(row);
    let is_web = |scheme: &str| !nearest(scheme, ["http", "https", "ws", "wss"]).is_empty();
    match written {
        // What needs a secure scheme has a secure twin; otherwise a misspelled one has one that is near.
        Some(scheme) if schemes.len() == 1 && is_web(scheme) => schemes.first().copied(),
        Some(scheme) => nearest(scheme, schemes.iter().copied()).first().copied(),
        None if address::is_www(value) || value.starts_with("//") => schemes.first().copied(),
        None => None,
    }
}

/// With today's form, with hyphens, with the code that a country has.
fn languages(row: &Attribute, value: &str) -> Vec<String> {
    let today = row.legacy.iter().find(|(old, _)| *old == value).map(|(_, now)| (*now).to_owned());
    let hyphens = value.replace('_', "-");
    let country = hyphens.strip_suffix("-UK").map(|language| format!("{language}-GB"));
    today.into_iter().chain(country).chain([hyphens]).collect()
}

/// The voice of a provider who was left out.
fn voices(row: &Attribute, value: &str) -> Vec<String> {
    let is_named = |voice: &&&str| voice.split_once('.').is_some_and(|(_, name)| name.eq_ignore_ascii_case(value));
    row.known.iter().find(is_named).map(|voice| (*voice).to_string()).into_iter().collect()
}

/// With `x-` before the names of headers that Twilio would drop.
fn sip(value: &str) -> String {
    let Some((address, headers)) = value.split_once('?') else { return value.to_string() };
    let named = |header: &str| {
        let name = header.split('=').next().unwrap_or_default();
        if name.is_empty() || name::is_passed(name) { header.to_string() } else { format!("x-{header}") }
    };
    let headers: Vec<String> = headers.split('&').map(named).collect();
    format!("{address}?{}", headers.join("&").replace(' ', "%20"))
}
