//! The words of a source: its tokens and comments, each with its place and with what stands before it.

use ra_ap_rustc_lexer::{Cursor, FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang};

use crate::{
    printer::columns,
    problem::{Place, Problem, ProblemKind},
};

/// Lines are not measured further than this.
pub(crate) const FAR: usize = 4096;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Name,
    Lifetime,
    /// A string without a prefix other than `r`, and without a suffix.
    Text,
    /// Any other literal.
    Literal,
    /// One character of punctuation.
    Punct,
    Open,
    Close,
    LineComment,
    BlockComment,
    /// What Rust does not know; its parser says what is wrong with it.
    Unknown,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Of a delimiter, the index of the other one.
    pub(crate) partner: usize,
    /// Line breaks since the token before it; two stand for more.
    pub(crate) breaks: u8,
}

impl Token {
    pub(crate) fn is_comment(&self) -> bool {
        matches!(self.kind, Kind::LineComment | Kind::BlockComment)
    }
}

/// A line of the source.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    /// The end of the white space that it begins with.
    content: usize,
}

#[derive(Debug)]
pub(crate) struct Tokens<'a> {
    pub(crate) source: &'a str,
    pub(crate) list: Vec<Token>,
    lines: Vec<Line>,
}

impl<'a> Tokens<'a> {
    /// Reads a source; brackets must match and literals must end.
    pub(crate) fn read(source: &'a str) -> Result<Self, Problem> {
        let start = strip_shebang(source).unwrap_or_default();
        let list = Lexer { source, at: start, breaks: 0, list: Vec::new(), open: Vec::new() }.run()?;
        Ok(Self { source, list, lines: lines(source) })
    }

    pub(crate) fn text(&self, index: usize) -> &'a str {
        self.list.get(index).and_then(|token| self.source.get(token.start..token.end)).unwrap_or_default()
    }

    pub(crate) fn is(&self, index: usize, text: &str) -> bool {
        self.text(index) == text
    }

    pub(crate) fn kind(&self, index: usize) -> Option<Kind> {
        self.list.get(index).map(|token| token.kind)
    }

    /// Where a token begins.
    pub(crate) fn start(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.source.len(), |token| token.start)
    }

    /// Where a token ends.
    pub(crate) fn end(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.source.len(), |token| token.end)
    }

    pub(crate) fn problem(&self, index: usize, message: impl Into<String>) -> Problem {
        Problem::new(ProblemKind::Syntax, Place::of(self.source, self.start(index)), message)
    }

    /// The white space with which the line of a place begins.
    pub(crate) fn indentation(&self, offset: usize) -> &'a str {
        let line = self.line(offset);
        self.source.get(line.start..line.content).unwrap_or_default()
    }

    /// The column of a place, from 0; in a very long line, any column that is too far to the right.
    pub(crate) fn column(&self, offset: usize, tab: usize) -> usize {
        let line = self.line(offset);
        if offset - line.start.min(offset) > FAR {
            return FAR;
        }
        columns(self.source.get(line.start..offset).unwrap_or_default(), tab)
    }

    fn line(&self, offset: usize) -> Line {
        let index = self.lines.partition_point(|line| line.start <= offset).saturating_sub(1);
        self.lines.get(index).copied().unwrap_or(Line { start: 0, content: 0 })
    }
}

fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let content = line.len() - line.trim_start_matches([' ', '\t']).len();
        lines.push(Line { start, content: start + content });
        start += line.len();
    }
    lines
}

struct Lexer<'a> {
    source: &'a str,
    at: usize,
    breaks: u8,
    list: Vec<Token>,
    open: Vec<usize>,
}

impl Lexer<'_> {
    fn run(mut self) -> Result<Vec<Token>, Problem> {
        // The length of a token has 32 bits.
        if u32::try_from(self.source.len()).is_err() {
            return Err(Problem::new(ProblemKind::Syntax, Place::START, "a source of 4 GiB or more"));
        }
        let mut cursor = Cursor::new(self.source.get(self.at..).unwrap_or_default(), FrontmatterAllowed::Yes);
        loop {
            let token = cursor.advance_token();
            if token.kind == TokenKind::Eof {
                break;
            }
            let end = self.at + token.len as usize;
            self.take(token.kind, end)?;
            self.at = end;
        }
        match self.open.last().and_then(|&open| self.list.get(open)) {
            Some(open) => Err(self.problem(open.start, "this bracket is not closed")),
            None => Ok(self.list),
        }
    }

    fn problem(&self, offset: usize, message: &str) -> Problem {
        Problem::new(ProblemKind::Syntax, Place::of(self.source, offset), message)
    }

    fn take(&mut self, token: TokenKind, end: usize) -> Result<(), Problem> {
        let Some(kind) = kind(token, end - self.at) else {
            let space = self.source.get(self.at..end).unwrap_or_default();
            let breaks = space.bytes().filter(|&byte| byte == b'\n').take(2).fold(0, |breaks, _| breaks + 1);
            self.breaks = (self.breaks + breaks).min(2);
            return Ok(());
        };
        if is_unfinished(token) {
            return Err(self.problem(self.at, "this literal or comment does not end"));
        }
        let index = self.list.len();
        let mut partner = index;
        match kind {
            Kind::Open => self.open.push(index),
            Kind::Close => partner = self.close(index, end)?,
            _ => {}
        }
        self.list.push(Token { kind, start: self.at, end, partner, breaks: self.breaks });
        self.breaks = 0;
        Ok(())
    }

    fn close(&mut self, index: usize, end: usize) -> Result<usize, Problem> {
        let found = self.source.get(self.at..end).unwrap_or_default();
        let Some((partner, open)) = self.open.pop().and_then(|open| Some((open, self.list.get_mut(open)?))) else {
            return Err(self.problem(self.at, &format!("nothing is open that `{found}` could close")));
        };
        let opening = self.source.get(open.start..open.end).unwrap_or_default();
        if !matches!((opening, found), ("(", ")") | ("[", "]") | ("{", "}")) {
            return Err(self.problem(self.at, &format!("`{opening}` is open, and `{found}` does not close it")));
        }
        open.partner = index;
        Ok(partner)
    }
}

/// `None` for white space.
fn kind(token: TokenKind, length: usize) -> Option<Kind> {
    Some(match token {
        TokenKind::Whitespace => return None,
        TokenKind::LineComment { .. } => Kind::LineComment,
        TokenKind::BlockComment { .. } | TokenKind::Frontmatter { .. } => Kind::BlockComment,
        TokenKind::Ident | TokenKind::RawIdent => Kind::Name,
        TokenKind::Lifetime { .. } | TokenKind::RawLifetime => Kind::Lifetime,
        TokenKind::Literal { kind: LiteralKind::Str { .. } | LiteralKind::RawStr { .. }, suffix_start }
            if suffix_start as usize == length =>
        {
            Kind::Text
        }
        TokenKind::Literal { .. } => Kind::Literal,
        TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => Kind::Open,
        TokenKind::CloseParen | TokenKind::CloseBrace | TokenKind::CloseBracket => Kind::Close,
        TokenKind::InvalidIdent
        | TokenKind::ForcedKeywordIdent
        | TokenKind::UnknownPrefix
        | TokenKind::UnknownPrefixLifetime
        | TokenKind::GuardedStrPrefix
        | TokenKind::Unknown
        | TokenKind::Eof => Kind::Unknown,
        _ => Kind::Punct,
    })
}

fn is_unfinished(token: TokenKind) -> bool {
    match token {
        TokenKind::BlockComment { terminated, .. } => !terminated,
        TokenKind::Literal { kind, .. } => match kind {
            LiteralKind::Char { terminated }
            | LiteralKind::Byte { terminated }
            | LiteralKind::Str { terminated }
            | LiteralKind::ByteStr { terminated }
            | LiteralKind::CStr { terminated } => !terminated,
            LiteralKind::RawStr { n_hashes }
            | LiteralKind::RawByteStr { n_hashes }
            | LiteralKind::RawCStr { n_hashes } => n_hashes.is_none(),
            LiteralKind::Int { .. } | LiteralKind::Float { .. } => false,
        },
        _ => false,
    }
}
