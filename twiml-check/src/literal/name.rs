//! Names of people and things: numbers, SIDs, SIP addresses.

use super::{Fault, ProblemKind, Verdict, form};
use twiml_core::vocabulary::{Form, is_phone};

/// Characters of a SID, its prefix among them.
const SID: usize = 34;

/// What SIP is carried over.
const TRANSPORTS: [&str; 3] = ["udp", "tcp", "tls"];

/// SIP headers that Twilio passes on beside those that begin with `x-`.
const HEADERS: [&str; 4] = ["User-to-User", "Remote-Party-ID", "P-Preferred-Identity", "P-Called-Party-ID"];

/// `client:`, `sip:` or `whatsapp:` and a name, or what a SIP caller may be called.
pub(super) fn is_caller_id(value: &str) -> bool {
    let named = ["client:", "sip:", "whatsapp:"].iter().find_map(|channel| value.strip_prefix(channel));
    is_phone(value) || named.map_or_else(|| Form::SipCaller.fits(value), is_solid)
}

/// Something, and no spaces in it.
fn is_solid(value: &str) -> bool {
    !value.is_empty() && !value.contains(char::is_whitespace)
}

/// A phone number, a channel address or the SID of a SIM.
pub(super) fn address(value: &str) -> Verdict {
    if is_phone(value) || is_channel_address(value) {
        return Ok(());
    }
    sid(value, "DE").or_else(|fault| sid(value, "HS").map_err(|_| fault))
}

/// `whatsapp:+15551234567`, but not `https://example.com`.
fn is_channel_address(value: &str) -> bool {
    let Some((channel, rest)) = value.split_once(':') else { return false };
    channel.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && channel.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        && is_solid(rest)
        && !rest.starts_with("//")
}

/// An address, or a name of a few letters.
pub(super) fn sender(value: &str) -> Verdict {
    let is_name = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    match address(value) {
        Err(fault) if fault.kind == ProblemKind::Form && is_name => match value.len() {
            _ if value.trim().is_empty() => Err(fault),
            0..=11 => Ok(()),
            length => Err(Fault::noted(ProblemKind::Length, format!("this one has {length}"))),
        },
        verdict => verdict,
    }
}

/// No path, and nothing that stands for a call.
pub(super) fn is_label(value: &str) -> bool {
    !(value.contains('/')
        || value.to_ascii_uppercase().contains("%2F")
        || sid(value, "CA").is_ok_and(|()| value.len() == SID))
}

/// The prefix and hexadecimal digits, or a run of X as in documentation.
pub(super) fn sid(value: &str, prefix: &str) -> Verdict {
    let digits = value.strip_prefix(prefix).unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'X' | b'x')) {
        return Ok(());
    }
    form(!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    if value.len() == SID {
        return Ok(());
    }
    let note = format!("a SID is {SID} characters long, this one has {}", value.len());
    Err(Fault::noted(ProblemKind::SidLength, note))
}

/// The same with any two capitals.
pub(super) fn any_sid(value: &str) -> Verdict {
    match value.get(..2) {
        Some(prefix) if prefix.bytes().all(|byte| byte.is_ascii_uppercase()) => sid(value, prefix),
        _ => form(false),
    }
}

/// `sip:` and an address, or user@host, with headers after `?`.
pub(super) fn sip(value: &str) -> Verdict {
    let (address, headers) = value.split_once('?').unwrap_or((value, ""));
    form(is_sip_address(address) && !headers.contains(char::is_whitespace))?;
    if let Some(transport) = unknown_transport(address) {
        let note = format!("`{transport}` is no transport: it is one of {}", TRANSPORTS.join(", "));
        return Err(Fault::noted(ProblemKind::Form, note));
    }
    for (part, most, name) in [(address, 254, "address"), (headers, 1023, "headers")] {
        let length = part.chars().count();
        if length > most {
            let note = format!("the {name} may have {most} characters, there are {length}");
            return Err(Fault::noted(ProblemKind::Length, note));
        }
    }
    match dropped_header(headers) {
        Some(header) => {
            let note = format!("Twilio drops the header `{header}`: its name does not begin with `x-`");
            Err(Fault::noted(ProblemKind::SipHeader, note))
        }
        None => Ok(()),
    }
}

fn is_sip_address(address: &str) -> bool {
    let bare = strip_sip(address);
    let (user, host) = match bare.unwrap_or(address).rsplit_once('@') {
        Some(parts) => parts,
        // Only a scheme tells a host without a user from any other word.
        None => ("user", bare.unwrap_or_default()),
    };
    let has_scheme = bare.is_some() || !user.contains([':', '/']);
    has_scheme && is_solid(user) && is_solid(host) && !user.contains('@')
}

/// What a parameter of the address asks for that no SIP server speaks.
fn unknown_transport(address: &str) -> Option<&str> {
    let mut parameters = address.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, transport) = parameters.find(|(name, _)| name.eq_ignore_ascii_case("transport"))?;
    let is_known = TRANSPORTS.iter().any(|known| known.eq_ignore_ascii_case(transport));
    (!is_known).then_some(transport)
}

/// What follows the scheme.
fn strip_sip(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once(':')?;
    (scheme.eq_ignore_ascii_case("sip") || scheme.eq_ignore_ascii_case("sips")).then_some(rest)
}

/// The first header that Twilio does not pass on.
fn dropped_header(headers: &str) -> Option<&str> {
    headers.split('&').filter_map(|header| header.split('=').next()).find(|name| !name.is_empty() && !is_passed(name))
}

/// Whether Twilio passes on a header of this name.
pub(super) fn is_passed(name: &str) -> bool {
    name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("x-"))
        || HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name))
}
