//! The letters of XML: where a name, a tag or a comment ends. Nothing here judges; what is odd is left to who asks.

/// White space of XML.
pub(super) const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// So much is looked at to decide which tag a closing one was meant for: without limits, many mistakes would take an age.
const TAGS_AHEAD: usize = 100;
const LOOK_AHEAD: usize = 20_000;

/// Whether a byte is white space of XML.
pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// The last place up to this one that is between two characters.
pub(super) fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

/// A text and a place in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) position: usize,
}

/// What begins with `<`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Opening {
    /// `<!--`
    Comment,
    /// `<![CDATA[`
    Data,
    /// `<?`
    Instruction,
    /// `<!DOCTYPE`
    DocumentType,
    /// `</`
    Close,
    /// `<` and a name.
    Element,
    /// `<` that begins nothing.
    Bare,
}

impl<'a> Scanner<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    pub(super) fn is_at(&self, expected: &str) -> bool {
        self.rest().starts_with(expected)
    }

    /// Takes what is expected, if it stands there.
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let found = self.is_at(expected);
        if found {
            self.position += expected.len();
        }
        found
    }

    /// Takes white space; whether there was some.
    pub(super) fn skip_blanks(&mut self) -> bool {
        let start = self.position;
        while self.byte().is_some_and(is_blank) {
            self.position += 1;
        }
        self.position > start
    }

    /// Takes all before the next of these, or the whole rest.
    pub(super) fn take_until(&mut self, ends: &[char]) -> &'a str {
        let rest = self.rest();
        let length = rest.find(ends).unwrap_or(rest.len());
        self.position += length;
        rest.get(..length).unwrap_or_default()
    }

    /// Takes a name, or whatever stands in its place: the end of a tag, a blank, a quote and `=` are no part of it.
    pub(super) fn take_name(&mut self) -> &'a str {
        self.take_until(&[' ', '\t', '\r', '\n', '<', '>', '/', '=', '"', '\''])
    }

    /// What begins here, at `<`.
    pub(super) fn opening(&self) -> Opening {
        let rest = self.rest();
        let begins = |with: &str| rest.starts_with(with);
        match rest.chars().nth(1) {
            Some('!') if begins("<!--") => Opening::Comment,
            Some('!') if begins("<![CDATA[") => Opening::Data,
            Some('!') if begins("<!DOCTYPE") => Opening::DocumentType,
            Some('?') => Opening::Instruction,
            Some('/') => Opening::Close,
            Some(first) if first.is_alphabetic() || first == '_' || first == ':' => Opening::Element,
            _ => Opening::Bare,
        }
    }

    /// Goes behind the end of a comment and the like; at the end of the text if it has none.
    pub(super) fn skip_behind(&mut self, end: &str) -> bool {
        let found = self.rest().find(end);
        self.position = found.map_or(self.text.len(), |offset| self.position + offset + end.len());
        found.is_some()
    }

    /// The name of the first element.
    pub(super) fn first_name(mut self) -> Option<&'a str> {
        loop {
            self.take_until(&['<']);
            let opening = self.opening();
            if self.is_at_end() {
                return None;
            }
            self.position += 1;
            match opening {
                Opening::Element => return Some(self.take_name()),
                Opening::Comment => _ = self.skip_behind("-->"),
                Opening::Instruction => _ = self.skip_behind("?>"),
                Opening::DocumentType | Opening::Data | Opening::Close | Opening::Bare => {}
            }
        }
    }

    /// Goes behind the tag that begins here; whether it is an empty one.
    fn skip_tag(&mut self) -> bool {
        loop {
            let before = self.take_until(&['<', '>', '"', '\'']);
            match self.byte() {
                Some(b'>') => {
                    self.position += 1;
                    return before.ends_with('/');
                }
                Some(quote @ (b'"' | b'\'')) => {
                    self.position += 1;
                    self.skip_behind(if quote == b'"' { "\"" } else { "'" });
                }
                _ => return false,
            }
        }
    }

    /// The next closing tag whose opening one is not behind the cursor.
    pub(super) fn next_close(mut self) -> Option<&'a str> {
        let end = floor(self.text, self.position.saturating_add(LOOK_AHEAD));
        self.text = self.text.get(..end).unwrap_or(self.text);
        let mut depth = 0_usize;
        let mut tags = TAGS_AHEAD;
        while tags > 0 {
            self.take_until(&['<']);
            let opening = self.opening();
            if self.is_at_end() {
                return None;
            }
            self.position += 1;
            match opening {
                Opening::Comment => _ = self.skip_behind("-->"),
                Opening::Data => _ = self.skip_behind("]]>"),
                Opening::Instruction => _ = self.skip_behind("?>"),
                Opening::DocumentType | Opening::Bare => {}
                Opening::Close => {
                    tags -= 1;
                    self.position += 1;
                    let name = self.take_name();
                    match depth.checked_sub(1) {
                        Some(less) => depth = less,
                        None => return Some(name),
                    }
                }
                Opening::Element => {
                    tags -= 1;
                    depth += usize::from(!self.skip_tag());
                }
            }
        }
        None
    }
}
