//! A form as it came: names and values, decoded, as bytes. It is what Twilio signs, and what parameters are read from.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use percent_encoding::percent_decode;

use crate::Parameters;

/// The pairs of a form, decoded into one buffer.
#[derive(Debug, Default)]
pub(crate) struct Form {
    bytes: Vec<u8>,
    pairs: Vec<Pair>,
}

#[derive(Debug)]
struct Pair {
    name: Range<usize>,
    value: Range<usize>,
}

impl Form {
    pub(crate) fn decode(body: &[u8]) -> Self {
        let mut form = Self { bytes: Vec::with_capacity(body.len()), pairs: Vec::new() };
        for (name, value) in pairs(body) {
            let (name, value) = (form.append(name), form.append(value));
            form.pairs.push(Pair { name, value });
        }
        form
    }

    /// `+` is a space, `%2B` a plus.
    fn append(&mut self, text: &[u8]) -> Range<usize> {
        let start = self.bytes.len();
        for (index, word) in text.split(|&byte| byte == b'+').enumerate() {
            if index > 0 {
                self.bytes.push(b' ');
            }
            self.bytes.extend_from_slice(&Cow::from(percent_decode(word)));
        }
        start..self.bytes.len()
    }

    fn text(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.pairs.iter().map(|pair| (self.text(&pair.name), self.text(&pair.value)))
    }

    /// What is not UTF-8 is replaced.
    pub(crate) fn parameters(&self) -> Parameters {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        self.iter().map(|(name, value)| (text(name), text(value))).collect()
    }
}

#[cfg(feature = "signature")]
impl Form {
    /// Whether a form has more pairs than these, found without decoding it.
    pub(crate) fn has_more_than(most: usize, body: &[u8]) -> bool {
        pairs(body).nth(most).is_some()
    }

    /// The value of the first pair with this name, which has neither spaces nor pluses, found without decoding all.
    pub(crate) fn find(body: &[u8], name: &str) -> Option<String> {
        let (_, value) = pairs(body).find(|(known, _)| percent_decode(known).eq(name.bytes()))?;
        let mut found = Self::default();
        found.append(value);
        Some(String::from_utf8_lossy(&found.bytes).into_owned())
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Names and values as they are signed.
    pub(crate) fn joined(&self) -> Vec<u8> {
        joined(self.iter().collect())
    }
}

/// Names and values as they are signed: sorted by name; of a name that came several times the distinct values, sorted.
#[cfg(feature = "signature")]
pub(super) fn joined(mut pairs: Vec<(&[u8], &[u8])>) -> Vec<u8> {
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().flat_map(<[&[u8]; 2]>::from).collect::<Vec<_>>().concat()
}

/// Names and values, not yet decoded.
fn pairs(body: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let pieces = body.split(|&byte| byte == b'&').filter(|piece| !piece.is_empty());
    pieces.map(|piece| {
        let (name, value) = piece.split_at(piece.iter().position(|&byte| byte == b'=').unwrap_or(piece.len()));
        (name, value.get(1..).unwrap_or_default())
    })
}
