//! Escaping of run-time values, so that whatever they hold comes out as well-formed XML.
//!
//! Most values need no escaping at all, so the first question is whether one does. It is asked of 32 bytes at a time,
//! in plain loops over arrays that the compiler turns into vector instructions (SSE2 on `x86_64`, NEON on `AArch64`);
//! a clean value is then copied in one piece. Only a value that holds something *suspect* goes on to `replace`,
//! with one bit for each suspect byte.

#![expect(clippy::inline_always, reason = "a block has to stay in vector registers, which it does not across a call")]

#[cfg(test)]
mod tests;

use alloc::string::String;

/// Bytes looked at together. With fewer LLVM unrolls the loops before it gets to vectorise them.
const BLOCK: usize = 32;

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
    if bytes.len() <= 2 * BLOCK {
        let marks = short_marks::<ATTRIBUTE>(bytes);
        if marks != 0 {
            return replace::<ATTRIBUTE>(out, value, 0, marks);
        }
    } else if let Some(start) = first_suspect_block::<ATTRIBUTE>(bytes) {
        return replace::<ATTRIBUTE>(out, value, start, 0);
    }
    out.push_str(value);
}

/// Whether a byte has to be replaced, or may have to: 1 or 0. What is told apart only in `replace_marked`, to keep
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

/// One bit for each suspect byte of a block, the lowest for the first.
#[inline(always)]
fn block_marks<const ATTRIBUTE: bool>(block: &[u8; BLOCK]) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = suspect::<ATTRIBUTE>(byte);
    }
    let (words, _) = flags.as_chunks();
    words.iter().rev().fold(0, |marks, &word| {
        // The product has the lowest bits of the eight bytes side by side in its highest byte.
        let [.., eight] = u64::from_le_bytes(word).wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
        marks << 8 | u64::from(eight)
    })
}

/// The first and the last `HALF` bytes in one block, for values shorter than a block: no loop and no copy of unknown
/// length. The bytes in between are in both halves or there are none, spaces fill up.
#[inline(always)]
fn ends<const HALF: usize>(bytes: &[u8]) -> Option<[u8; BLOCK]> {
    let mut block = [b' '; BLOCK];
    block[..HALF].copy_from_slice(bytes.first_chunk::<HALF>()?);
    block[HALF..2 * HALF].copy_from_slice(bytes.last_chunk::<HALF>()?);
    Some(block)
}

/// The marks of a value from those of its `ends`.
#[inline(always)]
fn joined_marks<const ATTRIBUTE: bool>(block: &[u8; BLOCK], half: usize, length: usize) -> u64 {
    if !any_suspect::<ATTRIBUTE>(block) {
        return 0;
    }
    let marks = block_marks::<ATTRIBUTE>(block);
    (marks & ((1 << half) - 1)) | (marks >> half) << (length - half)
}

/// The marks of a value of at most two blocks.
#[inline(always)]
fn short_marks<const ATTRIBUTE: bool>(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        if !any_suspect::<ATTRIBUTE>(first) & !any_suspect::<ATTRIBUTE>(last) {
            return 0;
        }
        block_marks::<ATTRIBUTE>(first) | block_marks::<ATTRIBUTE>(last) << (bytes.len() - BLOCK)
    } else if let Some(block) = ends::<16>(bytes) {
        joined_marks::<ATTRIBUTE>(&block, 16, bytes.len())
    } else if let Some(block) = ends::<8>(bytes) {
        joined_marks::<ATTRIBUTE>(&block, 8, bytes.len())
    } else if let Some(block) = ends::<4>(bytes) {
        joined_marks::<ATTRIBUTE>(&block, 4, bytes.len())
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

/// Appends a value that holds something suspect. The marks are those of the whole value if it is at most two blocks
/// long; a longer one comes without, and with the start of its first suspect block.
#[inline(never)]
fn replace<const ATTRIBUTE: bool>(out: &mut String, value: &str, mut start: usize, mut marks: u64) {
    let mut rest = value;
    if marks == 0 {
        (start, marks) = next_marks::<ATTRIBUTE>(value.as_bytes(), start);
    }
    while marks != 0 {
        rest = replace_marked::<ATTRIBUTE>(out, rest, value.len() - start, marks);
        if value.len() <= 2 * BLOCK {
            break;
        }
        (start, marks) = next_marks::<ATTRIBUTE>(value.as_bytes(), start + BLOCK);
    }
    out.push_str(rest);
}

/// Appends what is in front of each marked byte and the replacement of the character that it starts, and gives what
/// is still to copy. The first mark is for the byte with `left` bytes from it to the end of the value.
#[inline(always)]
fn replace_marked<'a, const ATTRIBUTE: bool>(
    out: &mut String,
    mut rest: &'a str,
    left: usize,
    mut marks: u64,
) -> &'a str {
    while marks != 0 {
        // Never wraps: of a character of several bytes only the first is marked.
        let at = (rest.len() + marks.trailing_zeros() as usize).wrapping_sub(left);
        marks &= marks - 1;
        let passes = match rest.as_bytes().get(at..) {
            Some([0xEF, 0xBF, 0xBE | 0xBF, ..]) => false,
            Some([b'\t' | b'\n', ..]) => !ATTRIBUTE,
            Some([first, ..]) => *first == 0xEF,
            _ => true,
        };
        if passes {
            continue;
        }
        let Some((run, special)) = rest.split_at_checked(at) else { continue };
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
