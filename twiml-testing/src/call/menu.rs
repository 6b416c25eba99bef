//! Which key a spoken menu names for a choice.

/// What announces a key.
const VERBS: [&str; 8] = ["press", "dial", "enter", "push", "hit", "drücken", "pulse", "oprima"];
/// Keys that are spoken as words.
const WORDS: [(&str, char); 15] = [
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("star", '*'),
    ("asterisk", '*'),
    ("pound", '#'),
    ("hash", '#'),
    ("oh", '0'),
];

/// A word of a menu, and where it stands in its sentence.
enum Token<'a> {
    Key(char),
    Word(&'a str),
}

/// The key for a choice. "For sales, press 1" and "Press 1 for sales, 2 for support" and "Sales: 1" are all understood.
pub(crate) fn key_of(menu: &str, choice: &str) -> Option<char> {
    let sentences = menu.split_inclusive(['.', ';', '!', '?', '\n']).map(str::to_lowercase);
    let wanted: Vec<String> = words(&choice.to_lowercase()).map(str::to_owned).collect();
    sentences.into_iter().find_map(|sentence| in_sentence(&sentence, &wanted))
}

/// Every key that a menu names.
pub(crate) fn keys(menu: &str) -> Vec<char> {
    let menu = menu.to_lowercase();
    let mut found: Vec<char> = tokens(&menu)
        .into_iter()
        .filter_map(|token| match token {
            Token::Key(key) => Some(key),
            Token::Word(_) => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn in_sentence(sentence: &str, wanted: &[String]) -> Option<char> {
    let tokens = tokens(sentence);
    let is_word = |index: usize, word: &str| matches!(tokens.get(index), Some(Token::Word(found)) if *found == word);
    let at =
        (0..tokens.len()).find(|start| wanted.iter().enumerate().all(|(index, word)| is_word(start + index, word)))?;
    let key = |index: &usize| match tokens.get(*index) {
        Some(Token::Key(key)) => Some(*key),
        _ => None,
    };
    let first = (0..tokens.len()).find(|index| key(index).is_some())?;
    // A sentence that begins with a key names each key before its choice; else behind it.
    let announced = |index: usize| {
        (0..index).all(|before| matches!(tokens.get(before), Some(Token::Word(word)) if VERBS.contains(word)))
    };
    if announced(first) && first < at {
        return (0..at).rev().find_map(|index| key(&index));
    }
    (at..tokens.len()).find_map(|index| key(&index)).or_else(|| (0..at).rev().find_map(|index| key(&index)))
}

fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut previous = "";
    let mut tokens = Vec::new();
    for word in words(sentence) {
        let spoken = WORDS.iter().find(|(name, _)| *name == word).map(|(_, key)| *key);
        let mut letters = word.chars();
        let typed = match (letters.next(), letters.next()) {
            (Some(key @ ('0'..='9' | '*' | '#')), None) => Some(key),
            _ => None,
        };
        // "one" is a key only where it is announced: "one of our agents".
        let announced = VERBS.contains(&previous) || matches!(previous, "or" | "the" | "key");
        match typed.or(spoken.filter(|_| announced)) {
            Some(key) => tokens.push(Token::Key(key)),
            None => tokens.push(Token::Word(word)),
        }
        previous = word;
    }
    tokens
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '*' | '#' | '\''))).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{key_of, keys};

    #[test]
    fn the_key_stands_before_or_behind_the_choice() {
        let behind = "Welcome. For sales, press 1. For technical support press two. To repeat, press star.";
        let before = "Press 1 for sales, 2 for technical support or 3 for anything else.";
        let short = "Sales: 1; Technical support: 2";
        for menu in [behind, before, short] {
            assert_eq!(key_of(menu, "Sales"), Some('1'), "{menu}");
            assert_eq!(key_of(menu, "technical Support"), Some('2'), "{menu}");
            assert_eq!(key_of(menu, "billing"), None, "{menu}");
        }
        assert_eq!(key_of(behind, "repeat"), Some('*'));
        assert_eq!(key_of("For sales, press 1, for support, press 2", "support"), Some('2'));
        assert_eq!(key_of("To talk to one of our agents, press 0", "agents"), Some('0'));
        assert_eq!(key_of("Um Deutsch zu hören, drücken Sie 2", "Deutsch"), Some('2'));
        assert_eq!(keys(behind), ['*', '1', '2']);
    }
}
