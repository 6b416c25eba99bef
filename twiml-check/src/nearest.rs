//! What was meant: the one place where suggestions are made.

use std::mem;

/// More suggestions than this are no help.
const MOST: usize = 3;

/// The candidates that were probably meant by a word: those that differ from it in case only; or else in case and in
/// the characters between words (`snake_case`, `kebab-case`); or else the nearest by the number of mistyped
/// characters. Several are equally near, in the order of the candidates; never more than three.
///
/// ```
/// use crate::nearest::nearest;
///
/// assert_eq!(nearest("transcribe_callback", ["transcribe", "transcribeCallback"]), ["transcribeCallback"]);
/// assert_eq!(nearest("SayAs", ["Say", "say-as"]), ["say-as"]);
/// assert_eq!(nearest("Connetc", ["Conference", "Connect"]), ["Connect"]);
/// assert_eq!(nearest("ay", ["Dial", "Pay", "Say"]), ["Pay", "Say"]);
/// assert!(nearest("Email", ["Dial", "Message"]).is_empty());
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let candidates: Vec<&'a str> = candidates.into_iter().collect();
    let spelled: [Vec<char>; 2] = [lower(word).collect(), bare(word).collect()];
    let [wanted, wanted_bare] = &spelled;
    let same_letters = candidates.iter().copied().filter(|candidate| lower(candidate).eq(wanted.iter().copied()));
    let same_words = candidates.iter().copied().filter(|candidate| bare(candidate).eq(wanted_bare.iter().copied()));
    for same in [same_letters.take(MOST).collect::<Vec<_>>(), same_words.take(MOST).collect()] {
        if !(wanted_bare.is_empty() || same.is_empty()) {
            return same;
        }
    }
    let mut best = tolerance(wanted.len());
    let mut found = Vec::new();
    let mut letters = Vec::new();
    for candidate in candidates {
        // Too short, whatever is typed wrong.
        if candidate.len() + best < wanted.len() {
            continue;
        }
        letters.clear();
        letters.extend(lower(candidate));
        let Some(distance) = distance(wanted, &letters, best) else { continue };
        if distance < best {
            found.clear();
        }
        best = distance;
        found.push(candidate);
    }
    found.truncate(MOST);
    found
}

fn lower(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

/// The word without the marks that tell `snake_case`, `kebab-case` and `camelCase` apart.
fn bare(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|mark| !matches!(mark, '_' | '-' | ':' | ' ')).flat_map(char::to_lowercase)
}

/// How many mistakes a word of this length can hold and still be recognised. A single letter is no misspelling of
/// another one.
fn tolerance(length: usize) -> usize {
    match length {
        0 | 1 => 0,
        2..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

/// Mistyped characters between two words, if they are no more than `most`: one for each that is missing, added,
/// changed, or swapped with its neighbour (the optimal string alignment).
fn distance(left: &[char], right: &[char], most: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, &from) in left.iter().enumerate() {
        let mut current = Vec::with_capacity(above.len());
        let mut last = row + 1;
        current.push(last);
        for (column, &to) in right.iter().enumerate() {
            let mut cost = (above[column] + usize::from(from != to)).min(above[column + 1] + 1).min(last + 1);
            if row > 0 && column > 0 && from == right[column - 1] && left[row - 1] == to {
                cost = cost.min(before[column - 1] + 1);
            }
            last = cost;
            current.push(cost);
        }
        before = mem::replace(&mut above, current);
    }
    above.last().copied().filter(|&distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn words_find_what_was_meant() {
        let attributes = ["action", "transcribe", "transcribeCallback", "timeout", "timeLimit", "trim", "xml:lang"];
        for (word, meant) in [
            ("Timeout", &["timeout"][..]),
            ("TRIM", &["trim"]),
            ("transcribe_callback", &["transcribeCallback"]),
            ("transcribe-callback", &["transcribeCallback"]),
            ("xmlLang", &["xml:lang"]),
            ("tmieout", &["timeout"]),
            ("atcion", &["action"]),
            ("timeLimits", &["timeLimit"]),
            ("tirm", &["trim"]),
            ("tramscribeCallbak", &["transcribeCallback"]),
            ("voice", &[]),
            ("t", &[]),
            ("", &[]),
            ("-", &[]),
        ] {
            assert_eq!(nearest(word, attributes), meant, "{word}");
        }
    }

    #[test]
    fn equally_near_ones_come_in_order_and_no_more_than_three() {
        assert_eq!(nearest("ab", ["ac", "xy", "ad", "b", "abc"]), ["ac", "ad", "b"]);
        assert_eq!(nearest("Dail", ["Email", "Dial"]), ["Dial"]);
        assert_eq!(nearest("ms", ["Sms", "s"]), ["Sms", "s"]);
    }

    #[test]
    fn the_nearest_wins_over_an_earlier_one() {
        assert_eq!(
            nearest("record-from-riging", ["record-from-ringing-dual", "record-from-ringing"]),
            ["record-from-ringing"]
        );
        assert_eq!(nearest("timeouts", ["timeou", "timeout"]), ["timeout"]);
    }

    #[test]
    fn long_words_cost_nothing() {
        let long = "x".repeat(1_000_000);
        assert!(nearest(&long, ["timeout"]).is_empty());
        assert!(nearest("timeout", [long.as_str()]).is_empty());
    }
}
