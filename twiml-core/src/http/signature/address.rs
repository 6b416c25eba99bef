//! The forms of an address that Twilio may have signed.

#[cfg(test)]
mod tests;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::http::parameters::Form;

/// What a URL parser encodes in the query of a web address, and leaves alone where it is encoded already.
const IN_QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\'');

/// The same in a path.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'^').add(b'`').add(b'{').add(b'}');

/// Name of the parameter that stands for the body.
const BODY_HASH: &str = "bodySHA256";

/// An address in pieces, none of them altered: parsers lower the host and drop a standard port.
struct Address<'a> {
    /// With `://`.
    scheme: &'a str,
    /// With `@`; empty if there is none.
    user: &'a str,
    host: &'a str,
    /// With its colon; empty if there is none.
    port: &'a str,
    path: &'a str,
    /// With `?`; empty if there is none.
    query: &'a str,
}

impl<'a> Address<'a> {
    fn split(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_at(url.find("://")? + 3);
        let (authority, target) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let (user, place) = authority.split_at(authority.rfind('@').map_or(0, |at| at + 1));
        // The colons of a numeric address stand in brackets.
        let numeric = place.rfind(']').unwrap_or(0);
        let colon = place.get(numeric..).and_then(|after| after.find(':')).map(|at| numeric + at);
        let (host, port) = place.split_at(colon.unwrap_or(place.len()));
        let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
        Some(Self { scheme, user, host, port, path, query })
    }

    fn is_of(&self, schemes: &[&str]) -> bool {
        schemes.iter().any(|scheme| self.scheme.eq_ignore_ascii_case(scheme))
    }

    fn is_socket(&self) -> bool {
        self.is_of(&["ws://", "wss://"])
    }

    /// The ports that may have been signed. Twilio's own libraries know 443 for `https` only, and take 80 for `wss`.
    fn ports(&self) -> Vec<&'a str> {
        let written = (!self.port.is_empty()).then_some(self.port);
        let secure = (written.is_none() && self.is_of(&["https://", "wss://"])).then_some(":443");
        let other = (written.is_none() && !self.is_of(&["https://"])).then_some(":80");
        [Some(""), written, secure, other].into_iter().flatten().collect()
    }

    /// Path and query, as they are and as a URL parser writes them. The handshake of a media stream may be signed with a
    /// slash at the end.
    fn targets(&self) -> Vec<String> {
        let plain = format!("{}{}", self.path, self.query);
        let encoded =
            format!("{}{}", utf8_percent_encode(self.path, IN_PATH), utf8_percent_encode(self.query, IN_QUERY));
        let slash = (self.is_socket() && !plain.ends_with('/')).then(|| format!("{plain}/"));
        let encoded = (encoded != plain).then_some(encoded);
        [Some(plain), encoded, slash].into_iter().flatten().collect()
    }
}

/// Both, or one if they are the same: most addresses have few forms, and each costs a signature.
fn distinct<'a>(one: &'a str, other: &'a str) -> impl Iterator<Item = &'a str> {
    [Some(one), (one != other).then_some(other)].into_iter().flatten()
}

/// The forms of an address that Twilio may have signed: with and without a port, with and without user and password, and
/// with its scheme as it is and in lower case.
pub(super) fn forms(url: &str) -> Vec<String> {
    let url = without_fragment(url);
    let Some(address) = Address::split(url) else { return Vec::from([url.to_owned()]) };
    let lowered = address.scheme.to_ascii_lowercase();
    let mut forms = Vec::new();
    for target in address.targets() {
        for user in distinct(address.user, "") {
            for port in address.ports() {
                for scheme in distinct(address.scheme, &lowered) {
                    forms.push(format!("{scheme}{user}{}{port}{target}", address.host));
                }
            }
        }
    }
    forms
}

/// The hash of the body in the query of an address.
pub(super) fn body_hash(url: &str) -> Option<String> {
    let (_, query) = without_fragment(url).split_once('?')?;
    Form::find(query.as_bytes(), BODY_HASH)
}

/// How Twilio shall connect stands behind a `#` of a configured address: it is neither sent nor signed.
pub(super) fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or_default()
}

/// The address with the hash of a body in its query.
pub(super) fn with_body_hash(url: &str, hash: &str) -> String {
    format!("{url}{}{BODY_HASH}={hash}", if url.contains('?') { '&' } else { '?' })
}
