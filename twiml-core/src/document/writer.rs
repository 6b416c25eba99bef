//! Writing documents and fragments: static markup as it is, run-time values escaped straight into one buffer.
//!
//! The `twiml!` macro writes a call for each piece, at hundreds of places of a program. So nothing here is generic,
//! and what does more than pass its arguments on is a function of its own rather than inlined at each place.

use alloc::string::String;
use core::fmt::{self, Write as _};

pub use self::size::Size;
use crate::escape;

/// Where documents and fragments are written.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::writer::Writer;
///
/// let mut writer = Writer::with_capacity(64);
/// writer.raw("<Response>");
/// writer.attribute("<Say voice=\"", "alice");
/// writer.raw(">");
/// writer.text("Fish & chips");
/// writer.raw("</Say></Response>");
/// assert_eq!(writer.into_string(), r#"<Response><Say voice="alice">Fish &amp; chips</Say></Response>"#);
/// ```
#[derive(Debug)]
pub struct Writer {
    buffer: String,
}

impl Writer {
    /// A writer that takes this many bytes before it has to allocate again.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// assert!(Writer::with_capacity(64).into_string().capacity() >= 64);
    /// ```
    #[inline(never)]
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { buffer: String::with_capacity(bytes) }
    }

    /// How many bytes there are.
    pub(crate) const fn length(&self) -> usize {
        self.buffer.len()
    }

    /// Takes back all but so many bytes.
    #[inline(never)]
    pub(crate) fn cut(&mut self, bytes: usize) {
        self.buffer.truncate(bytes);
    }

    /// Appends markup as it is: for static pieces, whose well-formedness the macro has made sure of.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.raw("<Hangup/>");
    /// assert_eq!(writer.into_string(), "<Hangup/>");
    /// ```
    #[inline(never)]
    pub fn raw(&mut self, markup: &str) {
        self.buffer.push_str(markup);
    }

    /// Appends a value as text, escaped.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.text("1 < 2");
    /// assert_eq!(writer.into_string(), "1 &lt; 2");
    /// ```
    #[inline]
    pub fn text(&mut self, value: &str) {
        escape::text(&mut self.buffer, value);
    }

    /// Appends markup as it is and a value as text, escaped.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.text_after("<Say>", "1 < 2");
    /// assert_eq!(writer.into_string(), "<Say>1 &lt; 2");
    /// ```
    #[inline(never)]
    pub fn text_after(&mut self, markup: &str, value: &str) {
        escape::text_after(&mut self.buffer, markup, value);
    }

    /// Text and the markup around it.
    #[inline(never)]
    pub(crate) fn text_between(&mut self, before: &str, value: &str, after: &str) {
        escape::text_between(&mut self.buffer, before, value, after);
    }

    /// Appends an attribute: `start`, which is any markup that ends in ` name="`, the escaped value and the closing
    /// quote.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.attribute("<Dial action=\"", "/done?a=1&b=2");
    /// assert_eq!(writer.into_string(), r#"<Dial action="/done?a=1&amp;b=2""#);
    /// ```
    #[inline(never)]
    pub fn attribute(&mut self, start: &str, value: &str) {
        escape::attribute_after(&mut self.buffer, start, value);
        self.buffer.push('"');
    }

    /// An attribute whose closing quote the next static piece begins with.
    #[inline(never)]
    pub(crate) fn open_attribute(&mut self, start: &str, value: &str) {
        escape::attribute_after(&mut self.buffer, start, value);
    }

    /// An attribute and the markup behind it, from the closing quote on.
    #[inline(never)]
    pub(crate) fn attribute_between(&mut self, start: &str, value: &str, after: &str) {
        escape::attribute_between(&mut self.buffer, start, value, after);
    }

    /// Appends an integer in decimal digits.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.integer(1_000);
    /// assert_eq!(writer.into_string(), "1000");
    /// ```
    #[inline(never)]
    pub fn integer(&mut self, value: u64) {
        if value < 10 {
            self.buffer.push(char::from(b'0' + (value % 10) as u8));
            return;
        }
        if value >= 100 {
            self.integer(value / 100);
        }
        self.two_digits((value % 100) as u8);
    }

    /// Appends an integer that may be negative in decimal digits.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.signed(-6);
    /// assert_eq!(writer.into_string(), "-6");
    /// ```
    #[inline(never)]
    pub fn signed(&mut self, value: i64) {
        if value < 0 {
            self.buffer.push('-');
        }
        self.integer(value.unsigned_abs());
    }

    /// Appends an integer that may be too large for 64 bits in decimal digits.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.large(1 << 64);
    /// assert_eq!(writer.into_string(), "18446744073709551616");
    /// ```
    #[inline(never)]
    pub fn large(&mut self, value: u128) {
        if let Ok(value) = u64::try_from(value) {
            self.integer(value);
        } else {
            self.large(value / 100);
            self.two_digits((value % 100) as u8);
        }
    }

    /// Appends an attribute with an integer: `start` as for [`attribute`](Self::attribute), the digits and the
    /// closing quote.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.attribute_integer("<Pause length=\"", 10);
    /// assert_eq!(writer.into_string(), r#"<Pause length="10""#);
    /// ```
    #[inline(never)]
    pub fn attribute_integer(&mut self, start: &str, value: u64) {
        self.buffer.push_str(start);
        self.short_integer(value);
        self.buffer.push('"');
    }

    /// An attribute with an integer, whose closing quote the next static piece begins with.
    #[inline(never)]
    pub(crate) fn open_attribute_integer(&mut self, start: &str, value: u64) {
        self.buffer.push_str(start);
        self.short_integer(value);
    }

    /// An attribute with an integer and the markup behind it, from the closing quote on.
    #[inline(never)]
    pub(crate) fn attribute_integer_between(&mut self, start: &str, value: u64, after: &str) {
        self.buffer.push_str(start);
        self.short_integer(value);
        self.buffer.push_str(after);
    }

    /// Appends what a value displays as text, escaped on its way into the buffer. If its `Display` fails, what it
    /// has written until then stays.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.text_display(&'&');
    /// assert_eq!(writer.into_string(), "&amp;");
    /// ```
    #[inline(never)]
    pub fn text_display(&mut self, value: &dyn fmt::Display) {
        Escaping { buffer: &mut self.buffer, escape: escape::text }.display(format_args!("{value}"));
    }

    /// Appends an attribute with what a value displays: `start` as for [`attribute`](Self::attribute), what it
    /// writes, escaped, and the closing quote, even if its `Display` fails.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.attribute_display("<Prosody rate=\"", &0.5);
    /// assert_eq!(writer.into_string(), r#"<Prosody rate="0.5""#);
    /// ```
    #[inline(never)]
    pub fn attribute_display(&mut self, start: &str, value: &dyn fmt::Display) {
        self.buffer.push_str(start);
        Escaping { buffer: &mut self.buffer, escape: escape::attribute }.display(format_args!("{value}"));
        self.buffer.push('"');
    }

    /// Appends the result of `format_args!` as text, escaped, without the formatting machinery if it is constant.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.text_arguments(format_args!("{} & {}", 1, '<'));
    /// assert_eq!(writer.into_string(), "1 &amp; &lt;");
    /// ```
    #[inline(never)]
    pub fn text_arguments(&mut self, value: fmt::Arguments<'_>) {
        Escaping { buffer: &mut self.buffer, escape: escape::text }.display(value);
    }

    /// Appends an attribute with the result of `format_args!`: `start` as for [`attribute`](Self::attribute), the
    /// escaped value, without the formatting machinery if it is constant, and the closing quote.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// # let mut writer = Writer::with_capacity(0);
    /// writer.attribute_arguments("<Dial action=\"", format_args!("/call/{}?a&b", 7));
    /// assert_eq!(writer.into_string(), r#"<Dial action="/call/7?a&amp;b""#);
    /// ```
    #[inline(never)]
    pub fn attribute_arguments(&mut self, start: &str, value: fmt::Arguments<'_>) {
        self.buffer.push_str(start);
        Escaping { buffer: &mut self.buffer, escape: escape::attribute }.display(value);
        self.buffer.push('"');
    }

    /// What has been written.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Writer;
    /// assert_eq!(Writer::with_capacity(8).into_string(), "");
    /// ```
    #[inline]
    #[must_use]
    pub fn into_string(self) -> String {
        self.buffer
    }

    /// Most numbers have one digit or two: neither a call nor a division by 100 for these.
    #[inline]
    fn short_integer(&mut self, value: u64) {
        match u8::try_from(value) {
            Ok(digit @ ..10) => self.buffer.push(char::from(b'0' + digit)),
            Ok(digits @ ..100) => self.two_digits(digits),
            _ => self.integer(value),
        }
    }

    /// Two characters rather than a slice of a table: they need no check of the boundaries of characters.
    #[inline]
    fn two_digits(&mut self, below_100: u8) {
        self.buffer.push(char::from(b'0' + below_100 / 10 % 10));
        self.buffer.push(char::from(b'0' + below_100 % 10));
    }
}

/// Takes what a `Display` writes.
struct Escaping<'a> {
    buffer: &'a mut String,
    escape: fn(&mut String, &str),
}

impl Escaping<'_> {
    /// A failure is that of a `Display`, as nothing here fails: there is nobody to hand it to, and half of a value
    /// is as well-formed as the whole.
    fn display(&mut self, value: fmt::Arguments<'_>) {
        let _ = match value.as_str() {
            Some(constant) => self.write_str(constant),
            None => self.write_fmt(value),
        };
    }
}

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        (self.escape)(self.buffer, piece);
        Ok(())
    }
}

mod revision;
mod size;
#[cfg(test)]
mod tests;
