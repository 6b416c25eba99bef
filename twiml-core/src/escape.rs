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
/// # use twiml_core as twiml;
/// let mut out = String::from("<Say>");
/// twiml::escape::text(&mut out, "Fish & \"chips\" < £10\u{0}");
/// assert_eq!(out, "<Say>Fish &amp; \"chips\" &lt; £10\u{FFFD}");
/// ```
pub fn text(out: &mut String, value: &str) {
    text_after(out, "", value);
}

/// Appends a value as the value of an attribute in double quotes: like [`text`], and `"` as an entity; tab, line feed
/// and carriage return as character references, because a parser makes spaces of them otherwise.
///
/// ```
/// # use twiml_core as twiml;
/// let mut out = String::from("<Play digits=\"");
/// twiml::escape::attribute(&mut out, "\"1\"\n& 2");
/// assert_eq!(out, "<Play digits=\"&quot;1&quot;&#10;&amp; 2");
/// ```
pub fn attribute(out: &mut String, value: &str) {
    attribute_after(out, "", value);
}

/// Whether XML 1.0 can carry a character: its production `Char`. Not even a character reference helps the others.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::escape::is_xml_char;
///
/// assert!(is_xml_char('\t') && is_xml_char('é') && is_xml_char('🦀'));
/// assert!(!is_xml_char('\u{1B}') && !is_xml_char('\u{FFFE}'));
/// ```
#[must_use]
pub const fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Markup as it is, and text.
#[inline(never)]
pub(crate) fn text_after(out: &mut String, markup: &str, value: &str) {
    out.push_str(markup);
    escape::<false>(out, value);
}

/// Text and the markup around it.
#[cfg(feature = "document")]
#[inline(never)]
pub(crate) fn text_between(out: &mut String, before: &str, value: &str, after: &str) {
    out.push_str(before);
    escape::<false>(out, value);
    out.push_str(after);
}

/// Markup as it is, and the value of an attribute.
#[inline(never)]
pub(crate) fn attribute_after(out: &mut String, markup: &str, value: &str) {
    out.push_str(markup);
    escape::<true>(out, value);
}

/// The value of an attribute and the markup around it.
#[cfg(feature = "document")]
#[inline(never)]
pub(crate) fn attribute_between(out: &mut String, before: &str, value: &str, after: &str) {
    out.push_str(before);
    escape::<true>(out, value);
    out.push_str(after);
}

/// [`text`] or [`attribute`]. It is in the four functions above and in no other: that is a lot to compile.
#[inline(always)]
fn escape<const ATTRIBUTE: bool>(out: &mut String, value: &str) {
    let bytes = value.as_bytes();
    let marks = match bytes.last_chunk() {
        None => shortest_marks::<ATTRIBUTE>(bytes),
        Some(last) if bytes.len() <= 2 * BLOCK => short_marks::<ATTRIBUTE>(bytes, last),
        Some(_) => {
            return match first_suspect_block::<ATTRIBUTE>(bytes) {
                Some(start) => replace_long::<ATTRIBUTE>(out, value, start),
                None => out.push_str(value),
            };
        }
    };
    if marks == 0 {
        out.push_str(value);
    } else {
        replace_short::<ATTRIBUTE>(out, value, marks);
    }
}

/// Whether a byte has to be replaced, or may have to: 1 or 0. What is told apart only in `replace`, to keep
/// this short: tab and line feed in text, and the bytes from 0xEF on, with which U+FFFE, U+FFFF, some 4,000 characters
/// below them and all above start.
#[inline(always)]
fn suspect<const ATTRIBUTE: bool>(byte: u8) -> u8 {
    // One bit is all the difference between `"` and `&`, and between `<` and `>`.
    let ampersand_or_quote = if ATTRIBUTE { byte | 4 } else { byte } == b'&';
    let angle_bracket = byte | 2 == b'>';
    // One comparison for both ends of the range, control characters and 0xEF up: here they are side by side.
    let other = byte.wrapping_add(0x60).cast_signed() > 0x4E;
    u8::from(ampersand_or_quote) | u8::from(angle_bracket) | u8::from(other)
}

#[inline(always)]
fn any_suspect<const ATTRIBUTE: bool>(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(0, |any, &byte| any | suspect::<ATTRIBUTE>(byte)) != 0
}

/// The suspect bytes of half a block: 0xFF where a byte is suspect, else 0. The other half is spaces, whose part of the
/// work is done when this is compiled.
#[inline(always)]
fn flags<const ATTRIBUTE: bool>(half: &[u8; HALF]) -> u128 {
    let mut block = [b' '; BLOCK];
    block[..HALF].copy_from_slice(half);
    let mut flags = [0; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(block) {
        *flag = suspect::<ATTRIBUTE>(byte).wrapping_neg();
    }
    flags.first_chunk().map_or(0, |&half| u128::from_le_bytes(half))
}

/// One bit for each flag, the lowest for the first.
#[expect(clippy::cast_possible_truncation, reason = "one half, then the other")]
#[inline(always)]
fn marks(flags: u128) -> u64 {
    // One bit of each byte, another one in each of the eight: their sum is the highest byte of the product.
    let flags = flags & 0x8040_2010_0804_0201_8040_2010_0804_0201;
    let marks = |word: u64| word.wrapping_mul(0x0101_0101_0101_0101) >> 56;
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
    let mut all_flags = [0; N];
    let mut any = 0;
    for (flags, (_, half)) in all_flags.iter_mut().zip(parts) {
        *flags = self::flags::<ATTRIBUTE>(half);
        any |= *flags;
    }
    if any == 0 {
        return 0;
    }
    all_flags.iter().zip(parts).fold(0, |all, (&flags, (start, _))| all | marks(flags) << start)
}

/// The marks of a value shorter than half a block.
#[inline(always)]
fn shortest_marks<const ATTRIBUTE: bool>(bytes: &[u8]) -> u64 {
    if let Some(ends) = ends::<8>(bytes) {
        joined_marks::<ATTRIBUTE>(&ends, 8, bytes.len())
    } else if let Some(ends) = ends::<4>(bytes) {
        joined_marks::<ATTRIBUTE>(&ends, 4, bytes.len())
    } else {
        bytes.iter().rev().fold(0, |marks, &byte| marks << 1 | u64::from(suspect::<ATTRIBUTE>(byte)))
    }
}

/// The marks of a value of half a block to two blocks, which ends with `last`.
#[inline(always)]
fn short_marks<const ATTRIBUTE: bool>(bytes: &[u8], last: &[u8; HALF]) -> u64 {
    let last = (bytes.len() - HALF, last);
    match bytes.as_chunks().0 {
        [a] => marks_of::<ATTRIBUTE, 2>([(0, a), last]),
        [a, b] => marks_of::<ATTRIBUTE, 3>([(0, a), (HALF, b), last]),
        [a, b, c, ..] => marks_of::<ATTRIBUTE, 4>([(0, a), (HALF, b), (2 * HALF, c), last]),
        [] => 0,
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
        *flag = suspect::<ATTRIBUTE>(byte).wrapping_neg();
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

/// Appends a value of at most two blocks that has something suspect.
#[inline(always)]
fn replace_short<const ATTRIBUTE: bool>(out: &mut String, value: &str, marks: u64) {
    let rest = replace::<ATTRIBUTE>(out, value, 0, marks);
    out.push_str(rest);
}

/// Appends a value longer than two blocks, the first suspect block of which starts at `start`.
#[inline(never)]
fn replace_long<const ATTRIBUTE: bool>(out: &mut String, value: &str, start: usize) {
    let mut rest = value;
    let (mut start, mut marks) = next_marks::<ATTRIBUTE>(value.as_bytes(), start);
    while marks != 0 {
        let done = value.len() - rest.len();
        // A character that was replaced may have ended in this block.
        marks >>= done.saturating_sub(start);
        rest = replace::<ATTRIBUTE>(out, rest, start.saturating_sub(done), marks);
        (start, marks) = next_marks::<ATTRIBUTE>(value.as_bytes(), start + BLOCK);
    }
    out.push_str(rest);
}

/// Appends what is in front of each marked byte and the replacement of the character that it starts, and gives what
/// is still to copy. The first mark is for the byte at `start`.
#[inline(always)]
fn replace<'a, const ATTRIBUTE: bool>(
    out: &mut String,
    mut rest: &'a str,
    mut start: usize,
    mut marks: u64,
) -> &'a str {
    while marks != 0 {
        let first = marks.trailing_zeros() as usize;
        let Some((run, special)) = rest.split_at_checked(start + first) else { break };
        // One after the other, each with both copies: with a `match` of the entity LLVM spills what it holds around
        // the first copy and jumps through a table to the second.
        let after = if let Some(after) = special.strip_prefix('&') {
            put(out, run, "&amp;");
            after
        } else if let Some(after) = special.strip_prefix('<') {
            put(out, run, "&lt;");
            after
        } else if let Some(after) = special.strip_prefix('>') {
            put(out, run, "&gt;");
            after
        } else if let Some(after) = replace_rare::<ATTRIBUTE>(out, run, special) {
            marks >>= special.len() - after.len() - 1;
            after
        } else {
            marks &= marks - 1;
            continue;
        };
        // In two steps: all 64 bits at once cannot be shifted out.
        marks = marks >> first >> 1;
        rest = after;
        start = 0;
    }
    rest
}

/// Copying an entity of a known length is a store or two.
#[inline(always)]
fn put(out: &mut String, run: &str, entity: &'static str) {
    out.push_str(run);
    out.push_str(entity);
}

/// What `replace` does for the other characters; gives what is behind the one replaced, or `None` if it stays as it is.
#[inline(never)]
fn replace_rare<'a, const ATTRIBUTE: bool>(out: &mut String, run: &str, special: &'a str) -> Option<&'a str> {
    let mut characters = special.chars();
    let entity = match characters.next()? {
        '"' => "&quot;",
        '\t' if ATTRIBUTE => "&#9;",
        '\n' if ATTRIBUTE => "&#10;",
        '\r' => "&#13;",
        character if is_xml_char(character) => return None,
        _ => "\u{FFFD}",
    };
    put(out, run, entity);
    Some(characters.as_str())
}
