//! Rust that has been laid out.

use crate::{
    document::Document,
    printer::columns,
    tokens::{Kind, Tokens},
    tree::Span,
};

#[derive(Clone, Debug)]
pub(crate) struct Laid {
    pub(crate) document: Document<'static>,
    /// The columns of its first line.
    pub(crate) first_line: usize,
    /// All lines but the first and the last are indented, and the last one begins with a closing bracket: it can stand
    /// between braces without lines of its own for them.
    pub(crate) is_bracketed: bool,
    /// Braces close to it would stand beside its own.
    pub(crate) touches_braces: bool,
    pub(crate) end: End,
}

/// How it ends.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum End {
    /// What follows stands on the next line.
    Comment,
    /// It has one line.
    #[default]
    Line,
    /// The last of its lines is made of closing brackets.
    Brackets,
    /// The last of its lines is any other.
    Lines,
}

impl Laid {
    /// Rust of one line.
    pub(crate) fn line(text: &str) -> Self {
        let mut pieces = Pieces::default();
        pieces.push(text, Kind::Name, 0);
        pieces.finish()
    }

    /// Tokens with the white space that they have; their lines keep their distance to the indentation of the first one.
    pub(crate) fn as_it_is(tokens: &Tokens<'_>, span: Span, tab: usize) -> Self {
        let base = columns(tokens.indentation(tokens.start(span.from)), tab);
        let mut pieces = Pieces::default();
        for index in span.from..span.to {
            if index > span.from {
                let space = tokens.source.get(tokens.end(index - 1)..tokens.start(index)).unwrap_or_default();
                pieces.space(space, base, tab);
            }
            pieces.push_token(tokens, index, tab);
        }
        pieces.finish()
    }
}

/// Lines in the making.
#[derive(Default)]
pub(super) struct Pieces {
    parts: Vec<Document<'static>>,
    line: String,
    lines: Vec<LineStart>,
    /// Nothing stands in the line yet.
    is_fresh: bool,
    first_line: Option<usize>,
    last: String,
    first: String,
    is_extendable: bool,
    ends_with_comment: bool,
}

/// How a line begins, from the second one on.
struct LineStart {
    columns: usize,
    closes: bool,
}

impl Pieces {
    /// White space between two tokens, before which a line is indented by `base` columns.
    pub(super) fn space(&mut self, space: &str, base: usize, tab: usize) {
        let breaks = space.bytes().filter(|&byte| byte == b'\n').count();
        if breaks == 0 {
            self.line.push_str(space);
            return;
        }
        let indentation = columns(space.rsplit('\n').next().unwrap_or_default(), tab);
        self.break_line(breaks > 1, indentation.saturating_sub(base));
    }

    pub(super) fn break_line(&mut self, blank: bool, columns: usize) {
        self.flush();
        self.first_line.get_or_insert(0);
        self.is_fresh = true;
        self.parts.push(Document::step(blank, columns));
        self.lines.push(LineStart { columns, closes: false });
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        if !line.is_empty() {
            self.is_extendable = line.bytes().all(|byte| b"()]}?> ".contains(&byte));
            let document = Document::text(line.to_owned());
            if self.lines.is_empty() {
                self.first_line = document.width;
            }
            self.parts.push(document);
        }
    }

    pub(super) fn push_token(&mut self, tokens: &Tokens<'_>, index: usize, tab: usize) {
        let text = tokens.text(index);
        let kind = tokens.kind(index).unwrap_or(Kind::Unknown);
        let column = if text.contains('\n') { tokens.column(tokens.start(index), tab) } else { 0 };
        self.push(text, kind, column);
    }

    /// A token; a comment of several lines began in `column`.
    pub(super) fn push(&mut self, text: &str, kind: Kind, column: usize) {
        let text = if kind == Kind::LineComment { text.trim_end() } else { text };
        if self.last.is_empty() && self.parts.is_empty() {
            text.clone_into(&mut self.first);
        }
        if std::mem::take(&mut self.is_fresh)
            && let Some(line) = self.lines.last_mut()
        {
            line.closes = kind == Kind::Close;
        }
        if text.contains('\n') {
            self.flush_before_lines();
            let is_comment = kind == Kind::BlockComment;
            let text = text.to_owned();
            self.parts.push(if is_comment { Document::comment(text, column) } else { Document::token(text) });
        } else {
            self.line.push_str(text);
        }
        text.clone_into(&mut self.last);
        self.ends_with_comment = kind == Kind::LineComment;
    }

    /// What stands before a token of several lines keeps its blank.
    fn flush_before_lines(&mut self) {
        let ends_with_blank = self.line.ends_with(' ');
        self.flush();
        if ends_with_blank {
            self.parts.push(Document::text(" "));
        }
    }

    pub(super) fn finish(mut self) -> Laid {
        self.flush();
        let document = Document::anchored(Document::sequence(self.parts));
        let inner = self.lines.split_last().map_or(&[][..], |(_, inner)| inner);
        let last_closes = self.lines.last().is_some_and(|line| line.closes && line.columns == 0);
        let is_inside = |line: &LineStart| line.columns > 0 || line.closes;
        Laid {
            first_line: document.width.or(self.first_line).unwrap_or_default(),
            is_bracketed: last_closes && inner.iter().all(is_inside),
            touches_braces: self.first.starts_with('{') || self.last.ends_with('}'),
            end: match document.width {
                _ if self.ends_with_comment => End::Comment,
                Some(_) => End::Line,
                None if self.is_extendable => End::Brackets,
                None => End::Lines,
            },
            document,
        }
    }
}
