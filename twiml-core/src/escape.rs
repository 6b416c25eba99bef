//! Escaping of run-time values, so that whatever they hold comes out as well-formed XML.
//!
//! Most values need no escaping at all, so the first question is whether one does. It is asked of 32 bytes at a time,
//! in plain loops over arrays that the compiler turns into vector instructions (SSE2 on `x86_64`, NEON on `AArch64`);
//! a clean value is then copied in one piece. Only a value that holds something *suspect* goes on to `replace`, which
//! gets one bit for each suspect byte of 16 at a time.

#![expect(clippy::inline_always, reason = "a block has to stay in vector registers, which it does not across a call")]

#[cfg(test)]
mod tests;

use alloc::string::String;

/// Bytes looked at together. With fewer LLVM unrolls the loops before it gets to vectorise them.
const BLOCK: usize = 32;

/// Bytes whose marks are taken together.
const HALF: usize = BLOCK / 2;

/// Appends a value as the text of an element: `&`, `<` and `>` as entities and a carriage return as `&#13;` (bare, a
/// parser would make a line feed of it); a character that XML 1.0 cannot carry becomes U+FFFD.
///
/// ```
/// let mut out = String::from("<Say>");
/// twiml_core::escape::text(&mut out, "Fish & \"chips\" < £10\u{0}");
/// assert_eq!(out, "<Say>Fish &amp; \"chips\" &lt; £10\u{FFFD}");
/// ```
#[inline(never)]
pub fn text(out: &mut String, value: &str) {
    escape::<false>(out, value);
}

/// Appends a value as the value of an attribute in double quotes: like [`text`], and `"` as an entity; tab, line feed
/// and carriage return as character references, because a parser makes spaces of them otherwise.
///
/// ```
/// let mut out = String::from("<Play digits=\"");
/// twiml_core::escape::attribute(&mut out, "\"1\"\n& 2");
/// assert_eq!(out, "<Play digits=\"&quot;1&quot;&#10;&amp; 2");
/// ```
#[inline(never)]
pub fn attribute(out: &mut String, value: &str) {
    escape::<true>(out, value);
}

/// Whether XML 1.0 can carry a character: its production `Char`. Not even a character reference helps the others.
///
/// ```
/// use twiml_core::escape::is_xml_char;
///
/// assert!(is_xml_char('\t') && is_xml_char('é') && is_xml_char('🦀'));
/// assert!(!is_xml_char('\u{1B}') && !is_xml_char('\u{FFFE}'));
/// ```
#[must_use]
pub const fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// [`text`] or [`attribute`], to be inlined where one more call would count.
#[inline(always)]
pub(crate) fn escape<const ATTRIBUTE: bool>(out: &mut String, value: &str) {
    let bytes = value.as_bytes();
    let mut rest = value;
    if bytes.len() <= 2 * BLOCK {
        let marks = short_marks::<ATTRIBUTE>(bytes);
        if marks != 0 {
            rest = replace::<ATTRIBUTE>(out, value, bytes.len(), marks);
        }
    } else if let Some(start) = first_suspect_block::<ATTRIBUTE>(bytes) {
        rest = replace_from::<ATTRIBUTE>(out, value, start);
    }
    out.push_str(rest);
}

/// Whether a byte has to be replaced, or may have to: 1 or 0. What is told apart only in `replace`, to keep
/// this short: tab and line feed in text, and 0xEF, with which U+FFFE and U+FFFF start and some 4,000 others.
#[inline(always)]
fn suspect<const ATTRIBUTE: bool>(byte: u8) -> u8 {
    // One bit is all the difference between `"` and `&`, and between `<` and `>`.
    let ampersand_or_quote = if ATTRIBUTE { byte | 4 } else { byte } == b'&';
    let angle_bracket = byte | 2 == b'>';
    let other = u8::from(byte < b' ') | u8::from(byte == 0xEF);
    u8::from(ampersand_or_quote) | u8::from(angle_bracket) | other
}

#[inline(always)]
fn any_suspect<const ATTRIBUTE: bool>(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(0, |any, &byte| any | suspect::<ATTRIBUTE>(byte)) != 0
}

/// The suspect bytes of half a block: 1 where a byte is suspect, else 0. The other half is spaces, whose part of the
/// work is done when this is compiled.
#[inline(always)]
fn flags<const ATTRIBUTE: bool>(half: &[u8; HALF]) -> u128 {
    let mut block = [b' '; BLOCK];
    block[..HALF].copy_from_slice(half);
    let mut flags = [0; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(block) {
        *flag = suspect::<ATTRIBUTE>(byte);
    }
    flags.first_chunk().map_or(0, |&half| u128::from_le_bytes(half))
}

/// One bit for each flag, the lowest for the first.
#[expect(clippy::cast_possible_truncation, reason = "one half, then the other")]
#[inline(always)]
fn marks(flags: u128) -> u64 {
    // The product has the lowest bits of the eight bytes side by side in its highest byte.
    let marks = |word: u64| word.wrapping_mul(0x0102_0408_1020_4080) >> 56;
    marks(flags as u64) | marks((flags >> 64) as u64) << 8
}

/// The first and the last `N` bytes side by side, for values shorter than half a block: no loop and no copy of unknown
/// length. The bytes in between are in both or there are none, spaces fill up.
#[inline(always)]
fn ends<const N: usize>(bytes: &[u8]) -> Option<[u8; HALF]> {
    let mut half = [b' '; HALF];
    half[..N].copy_from_slice(bytes.first_chunk::<N>()?);
    half[N..2 * N].copy_from_slice(bytes.last_chunk::<N>()?);
    Some(half)
}

/// The marks of a value from those of its `ends`.
#[inline(always)]
fn joined_marks<const ATTRIBUTE: bool>(ends: &[u8; HALF], each: usize, length: usize) -> u64 {
    let flags = flags::<ATTRIBUTE>(ends);
    if flags == 0 {
        return 0;
    }
    let marks = marks(flags);
    (marks & ((1 << each) - 1)) | (marks >> each) << (length - each)
}

/// The marks of parts of a value that start at these places.
#[inline(always)]
fn marks_of<const ATTRIBUTE: bool, const N: usize>(parts: [(usize, &[u8; HALF]); N]) -> u64 {
    let parts = parts.map(|(start, half)| (start, flags::<ATTRIBUTE>(half)));
    if parts.iter().fold(0, |any, (_, flags)| any | flags) == 0 {
        return 0;
    }
    parts.iter().fold(0, |all, &(start, flags)| all | marks(flags) << start)
}

/// The marks of a value of at most two blocks.
#[inline(always)]
fn short_marks<const ATTRIBUTE: bool>(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let Some(last) = bytes.last_chunk() {
        let last = (length - HALF, last);
        return match bytes.as_chunks().0 {
            [a] => marks_of::<ATTRIBUTE, 2>([(0, a), last]),
            [a, b] => marks_of::<ATTRIBUTE, 3>([(0, a), (HALF, b), last]),
            [a, b, c, ..] => marks_of::<ATTRIBUTE, 4>([(0, a), (HALF, b), (2 * HALF, c), last]),
            [] => 0,
        };
    }
    if let Some(ends) = ends::<8>(bytes) {
        joined_marks::<ATTRIBUTE>(&ends, 8, length)
    } else if let Some(ends) = ends::<4>(bytes) {
        joined_marks::<ATTRIBUTE>(&ends, 4, length)
    } else {
        bytes.iter().rev().fold(0, |marks, &byte| marks << 1 | u64::from(suspect::<ATTRIBUTE>(byte)))
    }
}

/// Where the first block with something suspect starts in a value longer than two blocks. What is left after the whole
/// blocks is looked at as a part of the value's last 32 bytes.
#[inline(always)]
fn first_suspect_block<const ATTRIBUTE: bool>(bytes: &[u8]) -> Option<usize> {
    let (_, front) = bytes.split_last()?;
    let (blocks, _) = front.as_chunks();
    let mut start = 0;
    for block in blocks {
        if any_suspect::<ATTRIBUTE>(block) {
            return Some(start);
        }
        start += BLOCK;
    }
    any_suspect::<ATTRIBUTE>(bytes.last_chunk()?).then_some(start)
}

/// The marks of a block.
#[inline(always)]
fn block_marks<const ATTRIBUTE: bool>(block: &[u8; BLOCK]) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = suspect::<ATTRIBUTE>(byte);
    }
    let (halves, _) = flags.as_chunks();
    halves.iter().rev().fold(0, |all, &half| all << HALF | marks(u128::from_le_bytes(half)))
}

/// The marks of the first block from `start` on that has any, and where it starts; no marks at the end of the value.
/// Not inlined: `replace` would keep the constants of the comparisons in registers, and lose them at each copy.
#[inline(never)]
fn next_marks<const ATTRIBUTE: bool>(bytes: &[u8], mut start: usize) -> (usize, u64) {
    while let Some(block) = bytes.get(start..).and_then(<[u8]>::first_chunk) {
        if any_suspect::<ATTRIBUTE>(block) {
            return (start, block_marks::<ATTRIBUTE>(block));
        }
        start += BLOCK;
    }
    match bytes.last_chunk() {
        Some(block) if start < bytes.len() => (start, block_marks::<ATTRIBUTE>(block) >> (start + BLOCK - bytes.len())),
        _ => (start, 0),
    }
}

/// Appends a value longer than two blocks up to its last replacement, and gives what is still to copy. Its first
/// suspect block starts at `start`.
#[inline(never)]
fn replace_from<'a, const ATTRIBUTE: bool>(out: &mut String, value: &'a str, start: usize) -> &'a str {
    let mut rest = value;
    let (mut start, mut marks) = next_marks::<ATTRIBUTE>(value.as_bytes(), start);
    while marks != 0 {
        rest = replace::<ATTRIBUTE>(out, rest, value.len() - start, marks);
        (start, marks) = next_marks::<ATTRIBUTE>(value.as_bytes(), start + BLOCK);
    }
    rest
}

/// Appends what is in front of each marked byte and the replacement of the character that it starts, and gives what
/// is still to copy. The first mark is for the byte with `left` bytes from it to the end of the value.
#[inline(never)]
fn replace<'a, const ATTRIBUTE: bool>(out: &mut String, mut rest: &'a str, left: usize, mut marks: u64) -> &'a str {
    while marks != 0 {
        // Never wraps: of a character of several bytes only the first is marked.
        let at = (rest.len() + marks.trailing_zeros() as usize).wrapping_sub(left);
        marks &= marks - 1;
        let Some((run, special)) = rest.split_at_checked(at) else { continue };
        let passes = match special.as_bytes() {
            [0xEF, last @ ..] => !matches!(last, [0xBF, 0xBE | 0xBF, ..]),
            [b'\t' | b'\n', ..] => !ATTRIBUTE,
            _ => false,
        };
        if passes {
            continue;
        }
        let mut characters = special.chars();
        out.push_str(run);
        // A call for each entity, not one for all: copying a known number of bytes is a store or two.
        match characters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\t') => out.push_str("&#9;"),
            Some('\n') => out.push_str("&#10;"),
            Some('\r') => out.push_str("&#13;"),
            _ => out.push('\u{FFFD}'),
        }
        rest = characters.as_str();
    }
    rest
}
