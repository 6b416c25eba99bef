//! Documents that the compiler puts together, from static markup and constants of the program.
//!
//! What is not generic over traits can be evaluated at compile time, so that each type that a constant may have is a row here.

/// A part of a constant document.
#[derive(Clone, Copy, Debug)]
pub enum Bit {
    /// Markup as it is.
    Markup(&'static str),
    /// Text between tags, to be escaped.
    Text(&'static str),
    /// The value of an attribute, to be escaped.
    Attribute(&'static str),
    /// A whole number.
    Number(u128),
}

/// A constant of the program, on its way into a document.
#[derive(Clone, Copy, Debug)]
pub struct Constant<T>(pub T);

impl Constant<&'static str> {
    /// As text between tags.
    #[must_use]
    pub const fn text(self) -> Bit {
        Bit::Text(self.0)
    }

    /// As the value of an attribute that takes text.
    #[must_use]
    pub const fn attribute(self) -> Bit {
        Bit::Attribute(self.0)
    }

    /// As the value of an attribute that takes an address.
    #[must_use]
    pub const fn address(self) -> Bit {
        Bit::Attribute(self.0)
    }

    /// As the value of an attribute that takes one of a list, which may be longer than the one known.
    #[must_use]
    pub const fn word(self) -> Bit {
        Bit::Attribute(self.0)
    }
}

impl Constant<bool> {
    /// As the value of an attribute that is `true` or `false`.
    #[must_use]
    pub const fn boolean(self) -> Bit {
        Bit::Markup(if self.0 { "true" } else { "false" })
    }
}

macro_rules! unsigned {
    ($($type:ty),+) => { $(
        impl Constant<$type> {
            /// As text between tags.
            #[must_use]
            pub const fn text(self) -> Bit {
                self.integer()
            }

            /// As the value of an attribute that takes text.
            #[must_use]
            pub const fn attribute(self) -> Bit {
                self.integer()
            }

            /// As the value of an attribute that takes an unsigned integer.
            #[must_use]
            #[allow(trivial_numeric_casts, clippy::cast_lossless, reason = "no type of these has more digits")]
            pub const fn integer(self) -> Bit {
                Bit::Number(self.0 as u128)
            }
        }
    )+ };
}

unsigned!(u8, u16, u32, u64, u128, usize);

/// How many bytes the parts have when they are written.
#[must_use]
pub const fn length(bits: &[Bit]) -> usize {
    let mut length = 0;
    let mut rest = bits;
    while let [bit, behind @ ..] = rest {
        length += write(*bit, &mut []);
        rest = behind;
    }
    length
}

/// The parts, written one behind the other.
#[must_use]
pub const fn joined<const LENGTH: usize>(bits: &[Bit]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let mut rest = bits;
    let mut room: &mut [u8] = &mut bytes;
    while let [bit, behind @ ..] = rest {
        let written = write(*bit, room);
        room = behind_first(room, written);
        rest = behind;
    }
    bytes
}

/// What has been joined, as text.
#[must_use]
pub const fn text(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

const fn behind_first(room: &mut [u8], count: usize) -> &mut [u8] {
    match room.split_at_mut_checked(count) {
        Some((_, behind)) => behind,
        None => &mut [],
    }
}

/// Writes a part at the beginning of the room, as far as there is any. Gives how many bytes it has.
const fn write(bit: Bit, room: &mut [u8]) -> usize {
    match bit {
        Bit::Markup(markup) => put(markup.as_bytes(), room),
        Bit::Text(text) => escape(text.as_bytes(), false, room),
        Bit::Attribute(text) => escape(text.as_bytes(), true, room),
        Bit::Number(number) => digits(number, room),
    }
}

const fn put(bytes: &[u8], room: &mut [u8]) -> usize {
    if let Some((first, _)) = room.split_at_mut_checked(bytes.len()) {
        first.copy_from_slice(bytes);
    }
    bytes.len()
}

/// The same as [`crate::escape`] does at run time.
const fn escape(text: &[u8], attribute: bool, room: &mut [u8]) -> usize {
    let mut length = 0;
    let mut rest = text;
    let mut room = room;
    while let [byte, behind @ ..] = rest {
        let own = [*byte];
        let (bytes, taken): (&[u8], usize) = match (*byte, behind) {
            (b'&', _) => (b"&amp;", 1),
            (b'<', _) => (b"&lt;", 1),
            (b'>', _) => (b"&gt;", 1),
            (b'\r', _) => (b"&#13;", 1),
            (b'"', _) if attribute => (b"&quot;", 1),
            (b'\n', _) if attribute => (b"&#10;", 1),
            (b'\t', _) if attribute => (b"&#9;", 1),
            (b'\n' | b'\t', _) => (&own, 1),
            // What XML cannot carry: control characters, and U+FFFE and U+FFFF.
            (0..=0x1F, _) => ("\u{FFFD}".as_bytes(), 1),
            (0xEF, [0xBF, 0xBE | 0xBF, ..]) => ("\u{FFFD}".as_bytes(), 3),
            _ => (&own, 1),
        };
        let written = put(bytes, room);
        room = behind_first(room, written);
        length += written;
        rest = match rest.split_at_checked(taken) {
            Some((_, behind)) => behind,
            None => &[],
        };
    }
    length
}

const fn digits(number: u128, room: &mut [u8]) -> usize {
    let mut length = 1;
    let mut above = number / 10;
    while above > 0 {
        (length, above) = (length + 1, above / 10);
    }
    let mut rest = number;
    let mut end = length;
    while end > 0 {
        end -= 1;
        if let Some((_, [digit, ..])) = room.split_at_mut_checked(end) {
            *digit = b'0' + (rest % 10).to_le_bytes()[0];
        }
        rest /= 10;
    }
    length
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::{Bit, length, write};
    use crate::escape;

    fn written(bit: Bit) -> String {
        let mut room = alloc::vec![0; length(&[bit])];
        assert_eq!(write(bit, &mut room), room.len());
        String::from_utf8(room).unwrap()
    }

    /// Every character, between others and at both ends.
    #[test]
    fn texts_are_escaped_as_at_run_time() {
        for first in (0..=0x10_FFFF_u32).step_by(0x400) {
            let value: String = (first..first + 0x400).filter_map(char::from_u32).collect();
            let value: &'static str = value.leak();
            let (mut text, mut attribute) = (String::new(), String::new());
            escape::text(&mut text, value);
            escape::attribute(&mut attribute, value);
            assert_eq!(written(Bit::Text(value)), text);
            assert_eq!(written(Bit::Attribute(value)), attribute);
            assert_eq!(written(Bit::Markup(value)), value);
        }
        for value in ["", "&", "\u{FFFE}", "\u{FFFF}\u{FFFE}", "\u{EFFF}", "\0", "é\u{1F}é"] {
            let mut text = String::new();
            escape::text(&mut text, value);
            assert_eq!(written(Bit::Text(value)), text);
        }
    }

    #[test]
    fn numbers_have_all_their_digits() {
        for shift in 0..128 {
            for number in [u128::MAX >> shift, 1_u128 << shift] {
                assert_eq!(written(Bit::Number(number)), number.to_string());
            }
        }
        assert_eq!(written(Bit::Number(0)), "0");
    }
}
