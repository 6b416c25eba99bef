//! Where a server is called: the public URL of its owner, or the header `Host` of whoever sends a request.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::Reason;
use super::{Misconfigured, Received};

/// What stands before the path that a server sees.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// `http` or `https`, as it was written.
    scheme: String,
    /// Host and port, and user and password where they are configured at Twilio.
    authority: String,
    /// What a proxy takes off; empty, or it begins with a slash and ends without.
    path: String,
}

impl Place {
    /// A public URL.
    pub(super) fn configured(url: &str) -> Result<Self, Misconfigured> {
        Self::parse(url).ok_or_else(|| Misconfigured::PublicUrl(url.to_owned()))
    }

    fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        // Letters beyond ASCII are as they are configured; a header has none.
        let host: String = host.chars().map(|sign| if sign.is_ascii() { sign } else { 'x' }).collect();
        let plain = |text: &str| !text.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\');
        if !known || !is_host(&host) || !plain(url) || path.contains(['?', '#']) {
            return None;
        }
        let path = path.trim_end_matches('/');
        Some(Self { scheme: scheme.to_owned(), authority: authority.to_owned(), path: path.to_owned() })
    }

    /// What the request says itself, with `https` or `http`.
    pub(super) fn claimed(received: &Received<'_>) -> Result<[Self; 2], Reason> {
        let host = received.host.ok_or(Reason::NoHost)?;
        let text = core::str::from_utf8(host).ok().filter(|host| is_host(host));
        let host = text.ok_or_else(|| Reason::Host(String::from_utf8_lossy(host).into_owned()))?;
        let place = |scheme: &str| Self { scheme: scheme.to_owned(), authority: host.to_owned(), path: String::new() };
        Ok(["https", "http"].map(place))
    }

    /// The same without what a proxy takes off, if it is said to take something off.
    pub(super) fn without_path(&self) -> Option<Self> {
        (!self.path.is_empty()).then(|| Self { path: String::new(), ..self.clone() })
    }

    /// The addresses under which something here may be configured.
    pub(super) fn addresses(&self, is_socket: bool, target: &str) -> Vec<String> {
        let secure = self.scheme.len() == "https".len();
        let scheme = match (is_socket, secure) {
            (false, _) => self.scheme.as_str(),
            (true, true) => "wss",
            (true, false) => "ws",
        };
        let base = format!("{scheme}://{}{}", self.authority, self.path);
        let whole = format!("{base}{target}");
        // The path of an address that has none.
        if target == "/" { Vec::from([whole, base]) } else { Vec::from([whole]) }
    }
}

/// A host, and a port if it has one: nothing that could begin a path, a query or a user.
fn is_host(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (text, ""),
    };
    let numeric = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_address = |sign: u8| sign.is_ascii_hexdigit() || b":.".contains(&sign);
    let is_name = |sign: u8| sign.is_ascii_alphanumeric() || b".-_~%".contains(&sign);
    let right = match numeric {
        Some(address) => !address.is_empty() && address.bytes().all(is_address),
        None => !host.is_empty() && host.bytes().all(is_name),
    };
    right && port.bytes().all(|sign| sign.is_ascii_digit())
}
