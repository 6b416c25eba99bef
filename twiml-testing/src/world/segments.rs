//! How many parts a text takes on its way.

/// How many parts a text is sent in.
pub(crate) fn count(body: &str) -> i64 {
    const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    const EXTENDED: &str = "^{}\\[~]|€";
    let plain = body.chars().all(|c| GSM.contains(c) || EXTENDED.contains(c));
    let (length, whole, part) = if plain {
        (body.chars().map(|c| if EXTENDED.contains(c) { 2 } else { 1 }).sum::<usize>(), 160, 153)
    } else {
        (body.encode_utf16().count(), 70, 67)
    };
    let count = if length <= whole { 1 } else { length.div_ceil(part) };
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn segments_are_counted_by_the_alphabet() {
        assert_eq!(count(""), 1);
        assert_eq!((count(&"a".repeat(160)), count(&"a".repeat(161))), (1, 2));
        assert_eq!((count(&"a".repeat(306)), count(&"a".repeat(307))), (2, 3));
        assert_eq!((count(&"€".repeat(80)), count(&"€".repeat(81))), (1, 2));
        assert_eq!((count(&"я".repeat(70)), count(&"я".repeat(71)), count(&"я".repeat(135))), (1, 2, 3));
    }
}
