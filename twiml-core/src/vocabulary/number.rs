//! Numbers of the tables. They are written as text, so that an editor shows them in the documentation of an item.

/// A decimal number, in a constant.
pub(crate) const fn parse(text: &str) -> f64 {
    let bytes = text.as_bytes();
    let mut number = 0.0;
    let mut scale = 0.0;
    let mut index = 0;
    while index < bytes.len() {
        match bytes[index] {
            b'.' => scale = 1.0,
            digit => {
                number = number * 10.0 + (digit - b'0') as f64;
                scale *= 10.0;
            }
        }
        index += 1;
    }
    if scale > 0.0 { number / scale } else { number }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_what_they_say() {
        for (text, number) in [("0", 0.0), ("1", 1.0), ("86400", 86400.0), ("0.3", 0.3), ("12.25", 12.25)] {
            assert!((parse(text) - number).abs() < f64::EPSILON, "{text}");
        }
    }
}
