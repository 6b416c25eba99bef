//! Addresses: absolute with a scheme and a host, or relative.

use super::number::is_digits;
use super::{Fault, ProblemKind, Verdict};
use twiml_core::vocabulary::{Attribute, Kind};

pub(super) fn check(row: &Attribute, value: &str) -> Verdict {
    let fault = |note: &str| Err(Fault::noted(ProblemKind::Form, note));
    if value.contains(|sign: char| sign.is_whitespace() || sign.is_control()) {
        return fault("there are no spaces in an address: write `%20`");
    }
    if let Some(sign) = value.chars().find(|&sign| !is_of_address(sign)) {
        return fault(&format!("`{sign}` is no character of an address"));
    }
    if !is_percent_encoded(value) {
        return fault("a `%` stands before two hexadecimal digits: alone it is `%25`");
    }
    if !row.query && value.contains('?') {
        return fault("there may be no query in it");
    }
    let Some(scheme) = scheme(value) else { return relative(row, value) };
    let schemes = schemes(row);
    if !schemes.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
        return fault(&format!("it may not begin with `{scheme}:`"));
    }
    authority(row, value.get(scheme.len() + 1..).unwrap_or_default())
}

/// What follows the scheme: a host.
fn authority(row: &Attribute, rest: &str) -> Verdict {
    match host(rest) {
        None => Err(Fault::noted(ProblemKind::Form, "there is no host in it")),
        Some(host) if row.dns && host.contains('_') => {
            Err(Fault::noted(ProblemKind::Form, "the name of a host has no underscore"))
        }
        Some(_) => Ok(()),
    }
}

/// The schemes of an absolute address, the better one first.
pub(super) fn schemes(row: &Attribute) -> &'static [&'static str] {
    match row.kind {
        Kind::WssUrl => &["wss"],
        Kind::HttpsUrl => &["https"],
        _ => &["https", "http"],
    }
}

pub(super) fn may_be_relative(row: &Attribute) -> bool {
    row.relative || matches!(row.kind, Kind::Url)
}

fn relative(row: &Attribute, value: &str) -> Verdict {
    if !may_be_relative(row) {
        return Err(Fault::new(ProblemKind::Form));
    }
    if value.starts_with("//") {
        return authority(row, value);
    }
    if value.is_empty() && matches!(row.kind, Kind::WssUrl) {
        return Err(Fault::new(ProblemKind::Form));
    }
    if value.is_empty() {
        return Err(Fault::noted(ProblemKind::Empty, "empty, it means the current document"));
    }
    if is_www(value) {
        return Err(Fault::noted(ProblemKind::Relative, "without a scheme it is relative to the current document"));
    }
    Ok(())
}

/// The characters of RFC 3986, `%` among them.
pub(crate) fn is_of_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(sign)
}

fn is_percent_encoded(value: &str) -> bool {
    let is_escape =
        |rest: &[u8]| matches!(rest, [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit());
    value.match_indices('%').all(|(at, _)| value.as_bytes().get(at + 1..).is_some_and(is_escape))
}

/// The beginning of a host that people write without its scheme.
pub(super) fn is_www(value: &str) -> bool {
    value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// What stands before the first colon, if it can be a scheme. `localhost:3000/next` has a port instead.
pub(super) fn scheme(value: &str) -> Option<&str> {
    let (scheme, rest) = value.split_once(':')?;
    let is_scheme = scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is_port = is_digits(rest.split(['/', '?', '#']).next().unwrap_or_default());
    (is_scheme && !is_port).then_some(scheme)
}

/// The host between `//` and what follows it: not its user, not its port.
fn host(rest: &str) -> Option<&str> {
    let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
    let place = authority.rsplit_once('@').map_or(authority, |(_, place)| place);
    let (host, port) = match place.strip_prefix('[') {
        Some(numeric) => numeric.split_once(']')?,
        None => place.find(':').map_or((place, ""), |colon| place.split_at(colon)),
    };
    let is_port = port.strip_prefix(':').map_or(port.is_empty(), |digits| digits.is_empty() || is_digits(digits));
    (is_port && !host.is_empty()).then_some(host)
}
