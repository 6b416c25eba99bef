//! Whether a text is a JSON object, by the letter of RFC 8259.

use super::{Fault, ProblemKind, Verdict};

/// Deeper nesting is refused, as by most parsers: the stack is not endless.
const DEEPEST: usize = 128;

pub(super) fn check(value: &str) -> Verdict {
    let mut reader = Reader { text: value.as_bytes(), at: 0 };
    reader.document().ok_or_else(|| {
        let at =
            value.as_bytes().get(..reader.at).map_or(0, |read| read.iter().filter(|byte| is_first(**byte)).count());
        Fault::noted(ProblemKind::Form, format!("it stops being a JSON object at character {}", at + 1))
    })
}

/// Whether a byte is the first one of a character.
fn is_first(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// A place in the text. Each method reads one thing, or stops at the fault with `None`.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn document(&mut self) -> Option<()> {
        self.space();
        self.object(DEEPEST)?;
        self.space();
        (self.at == self.text.len()).then_some(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        self.one_of(|found| found == byte)
    }

    fn one_of(&mut self, fits: impl Fn(u8) -> bool) -> Option<()> {
        self.peek().filter(|byte| fits(*byte))?;
        self.at += 1;
        Some(())
    }

    fn space(&mut self) {
        while self.one_of(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).is_some() {}
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.list(b'[', b']', |reader| reader.value(depth.checked_sub(1)?)),
            b'"' => self.string(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        self.list(b'{', b'}', |reader| {
            reader.string()?;
            reader.space();
            reader.eat(b':')?;
            reader.space();
            reader.value(depth.checked_sub(1)?)
        })
    }

    /// Items with commas between them, and brackets around.
    fn list(&mut self, open: u8, close: u8, item: impl Fn(&mut Self) -> Option<()>) -> Option<()> {
        self.eat(open)?;
        self.space();
        if self.eat(close).is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            self.space();
            if self.eat(close).is_some() {
                return Some(());
            }
            self.eat(b',')?;
            self.space();
        }
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        word.iter().try_for_each(|byte| self.eat(*byte))
    }

    fn string(&mut self) -> Option<()> {
        self.eat(b'"')?;
        while self.eat(b'"').is_none() {
            if self.eat(b'\\').is_none() {
                self.one_of(|byte| byte >= b' ')?;
            } else if self.eat(b'u').is_some() {
                (0..4).try_for_each(|_| self.one_of(|byte| byte.is_ascii_hexdigit()))?;
            } else {
                self.one_of(|byte| b"\"\\/bfnrt".contains(&byte))?;
            }
        }
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        let _sign = self.eat(b'-');
        if self.eat(b'0').is_none() {
            self.digits()?;
        }
        if self.eat(b'.').is_some() {
            self.digits()?;
        }
        if self.one_of(|byte| matches!(byte, b'e' | b'E')).is_some() {
            let _sign = self.one_of(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        self.one_of(|byte| byte.is_ascii_digit())?;
        while self.one_of(|byte| byte.is_ascii_digit()).is_some() {}
        Some(())
    }
}
