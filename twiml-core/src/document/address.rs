//! Addresses put together from a path and what is in it.

use core::fmt::{self, Write as _};

use crate::{
    At, Fragment, Writer,
    fragment::HoldsText,
    value::{AttributeValue, Text, Url},
};

/// The address of a page, with parts that are encoded while it is written: segments of the path, and a query.
///
/// It is a value for every attribute that takes an address, and text for the elements that hold one; nothing is allocated for it.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::Address;
///
/// let address = Address::new("/menu").segment("R & D").query("name", "Ada Lovelace").query("page", 2);
/// assert_eq!(address.to_string(), "/menu/R%20%26%20D?name=Ada%20Lovelace&page=2");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "an address does nothing until it is written"]
pub struct Address<A> {
    parts: A,
}

/// The path that an [`Address`] begins with, and further segments of it.
#[derive(Clone, Copy, Debug)]
pub struct Path<A, D> {
    before: A,
    segment: D,
}

/// The query of an [`Address`]: one pair of a name and a value behind all that is before it.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a, A, D> {
    before: A,
    name: &'a str,
    value: D,
}

/// What an [`Address`] is made of.
pub trait Parts {
    /// Writes it, encoded; whether a `?` is in it.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    #[doc(hidden)]
    fn write_to(&self, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error>;
}

/// What an [`Address`] consists of as long as it has no query: only then can the path go on.
pub trait PathParts: Parts {}

impl<'a> Address<&'a str> {
    /// An address that begins with this path, or with a scheme, a host and a path. What no address can hold is encoded, and
    /// everything else taken as it is: a query may be in it already.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Address;
    ///
    /// assert_eq!(Address::new("/caf\u{e9} menu?a=%20").query("b", 1).to_string(), "/caf%C3%A9%20menu?a=%20&b=1");
    /// ```
    pub const fn new(path: &'a str) -> Self {
        Self { parts: path }
    }
}

impl<A: PathParts> Address<A> {
    /// Adds a segment to the path, as a whole: a `/` in it is encoded.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Address;
    ///
    /// assert_eq!(Address::new("/calls/").segment("a/b").to_string(), "/calls/a%2Fb");
    /// ```
    pub fn segment<D: fmt::Display>(self, segment: D) -> Address<Path<A, D>> {
        Address { parts: Path { before: self.parts, segment } }
    }
}

impl<A: Parts> Address<A> {
    /// Adds a name and a value to the query.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Address;
    ///
    /// assert_eq!(Address::new("/next").query("from", "+15551234567").to_string(), "/next?from=%2B15551234567");
    /// ```
    pub fn query<D: fmt::Display>(self, name: &str, value: D) -> Address<Query<'_, A, D>> {
        Address { parts: Query { before: self.parts, name, value } }
    }
}

impl Parts for &str {
    fn write_to(&self, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        Encoder { out, keeps: is_of_addresses }.write_str(self)?;
        Ok(self.contains('?'))
    }
}

impl PathParts for &str {}

impl<A: PathParts, D: fmt::Display> Parts for Path<A, D> {
    fn write_to(&self, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        let mut watched = Watched { out, ends_in_slash: false };
        let has_query = self.before.write_to(&mut watched)?;
        if !watched.ends_in_slash {
            out.write_char('/')?;
        }
        write!(Encoder { out, keeps: is_of_segments }, "{}", self.segment)?;
        Ok(has_query)
    }
}

impl<A: PathParts, D: fmt::Display> PathParts for Path<A, D> {}

impl<A: Parts, D: fmt::Display> Parts for Query<'_, A, D> {
    fn write_to(&self, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        let has_query = self.before.write_to(out)?;
        out.write_char(if has_query { '&' } else { '?' })?;
        Encoder { out, keeps: is_unreserved }.write_str(self.name)?;
        out.write_char('=')?;
        write!(Encoder { out, keeps: is_unreserved }, "{}", self.value)?;
        Ok(true)
    }
}

impl<A: Parts> fmt::Display for Address<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.write_to(f).map(|_| ())
    }
}

/// Knows what has been written last.
struct Watched<'a> {
    out: &'a mut dyn fmt::Write,
    ends_in_slash: bool,
}

impl fmt::Write for Watched<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        if !piece.is_empty() {
            self.ends_in_slash = piece.ends_with('/');
        }
        self.out.write_str(piece)
    }
}

/// Encodes every byte that is not to be kept.
struct Encoder<'a> {
    out: &'a mut dyn fmt::Write,
    keeps: fn(u8) -> bool,
}

impl fmt::Write for Encoder<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        let mut rest = piece;
        while let Some(position) = rest.bytes().position(|byte| !(self.keeps)(byte)) {
            let (kept, behind) = rest.split_at_checked(position).unwrap_or((rest, ""));
            self.out.write_str(kept)?;
            let Some(character) = behind.chars().next() else { return Ok(()) };
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                write!(self.out, "%{byte:02X}")?;
            }
            rest = behind.split_at_checked(character.len_utf8()).map_or("", |(_, rest)| rest);
        }
        self.out.write_str(rest)
    }
}

/// Characters that mean nothing but themselves.
const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Characters that may stand in a segment of a path.
const fn is_of_segments(byte: u8) -> bool {
    is_unreserved(byte)
        || matches!(byte, b'!' | b'$' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' | b':' | b'@')
}

/// Characters that may stand in an address.
const fn is_of_addresses(byte: u8) -> bool {
    is_of_segments(byte) || matches!(byte, b'&' | b'/' | b'?' | b'#' | b'[' | b']' | b'%')
}

impl<A: Parts> AttributeValue for Address<A> {
    const ALWAYS: bool = true;

    fn write(&self, start: &str, writer: &mut Writer) {
        writer.attribute_display(start, self);
    }

    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
        Some(test(&alloc::string::ToString::to_string(self)))
    }
}

impl<A: Parts, S> Url<S> for Address<A> {}
impl<A: Parts, S> Text<S> for Address<A> {}

impl<P: HoldsText, A: Parts> Fragment<P> for Address<A> {
    fn write(&self, writer: &mut Writer, _: At<P>) {
        writer.text_display(self);
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::Address;

    /// Every character in a part comes back from what percent-encoding makes of it.
    #[test]
    fn parts_come_back() {
        let all: String = (0..0x3000_u32).filter_map(char::from_u32).collect();
        let address = Address::new("").segment(&all).query(&all, &all).to_string();
        let (path, query) = address.split_once('?').unwrap();
        let (name, value) = query.split_once('=').unwrap();
        for part in [path.strip_prefix('/').unwrap(), name, value] {
            assert!(part.is_ascii() && !part.contains(['/', '?', '#', '&', ' ', '"']), "{part}");
            assert_eq!(decoded(part), all);
        }
    }

    fn decoded(encoded: &str) -> String {
        let mut parts = encoded.split('%');
        let mut bytes = parts.next().unwrap().as_bytes().to_vec();
        for part in parts {
            let (digits, rest) = part.split_at(2);
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            bytes.extend(rest.as_bytes());
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn segments_are_parted_by_one_slash() {
        assert_eq!(Address::new("/a").segment(1).segment("b c").to_string(), "/a/1/b%20c");
        assert_eq!(Address::new("/").segment("a").to_string(), "/a");
        assert_eq!(
            Address::new("https://example.com").segment("a").query("b", 'c').to_string(),
            "https://example.com/a?b=c"
        );
    }
}
