//! From documents to text.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use crate::{
    document::{Content, Document, Part},
    options::Options,
};

/// How lines begin and end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style<'a> {
    /// The most columns of a line.
    pub(crate) width: usize,
    /// Columns of one step of indentation.
    pub(crate) step: usize,
    pub(crate) tabs: bool,
    /// What every line begins with.
    pub(crate) base: &'a str,
    pub(crate) line_end: &'a str,
}

impl Style<'static> {
    /// The style of markup that is not indented.
    pub(crate) fn of(options: &Options) -> Self {
        Self { width: options.width, step: options.step, tabs: options.tabs, base: "", line_end: "\n" }
    }
}

impl Style<'_> {
    pub(crate) fn base_columns(&self) -> usize {
        columns(self.base, self.step)
    }

    fn indentation(&self, columns: usize) -> String {
        if self.tabs {
            let step = self.step.max(1);
            format!("{}{}", "\t".repeat(columns / step), " ".repeat(columns % step))
        } else {
            " ".repeat(columns)
        }
    }
}

/// The columns of a text of one line.
pub(crate) fn columns(text: &str, tab: usize) -> usize {
    let tabs = text.bytes().filter(|&byte| byte == b'\t').count();
    // A tab counts as one column, as every control character does.
    text.width() + tabs * tab.saturating_sub(1)
}

/// Prints what begins in a column.
pub(crate) fn print(document: &Document<'_>, style: Style<'_>, column: usize) -> String {
    let mut printer = Printer {
        style,
        base: style.base_columns(),
        out: String::new(),
        column,
        indent: 0,
        line_indent: 0,
        pending: None,
        must_break: false,
        lines: 0,
        marks: Vec::new(),
    };
    printer.print(document, false);
    printer.finish()
}

struct Mark {
    offset: usize,
    column: usize,
    group: usize,
}

struct Printer<'s> {
    style: Style<'s>,
    base: usize,
    out: String,
    column: usize,
    /// Columns behind the base.
    indent: usize,
    /// The same, of the line that is being printed.
    line_indent: usize,
    /// Line breaks that come before the next text, and the columns behind the base in which it begins.
    pending: Option<(usize, usize)>,
    /// The line ends with a comment.
    must_break: bool,
    lines: usize,
    marks: Vec<Mark>,
}

impl Printer<'_> {
    fn print(&mut self, document: &Document<'_>, flat: bool) {
        match &document.content {
            Content::Text(text) => self.write(text),
            Content::Lines(text) => self.write_lines(text),
            Content::Moved { text, column } => self.write_moved(text, *column),
            Content::Behind { text, mark } => self.write_behind(text, *mark),
            Content::Reserved => {}
            Content::Soft if flat => {}
            Content::Space if flat => self.write(" "),
            Content::Soft | Content::Space => self.break_line(1, 0),
            Content::Hard { blank, columns } => self.break_line(1 + usize::from(*blank), *columns),
            Content::Sequence(parts) => parts.iter().for_each(|part| self.print(part, flat)),
            Content::Indented(inside) => {
                self.indent += self.style.step;
                self.print(inside, flat);
                self.indent -= self.style.step;
            }
            Content::Anchored(inside) => {
                let line_indent = self.pending.map_or(self.line_indent, |(_, columns)| columns);
                let indent = std::mem::replace(&mut self.indent, line_indent);
                self.print(inside, flat);
                self.indent = indent;
            }
            Content::Group(inside) => self.print(inside, flat || self.fits(document.width)),
            Content::Choice { first_line, first, second } => {
                let chosen = if flat || self.fits(Some(*first_line)) { first } else { second };
                self.print(chosen, flat);
            }
            Content::Words(words) if flat => self.print_flat(words),
            Content::Words(words) => self.print_words(words),
        }
    }

    fn print_flat(&mut self, words: &[Vec<Part<'_>>]) {
        for (index, part) in words.iter().flatten().enumerate() {
            if index > 0 {
                self.write(" ");
            }
            self.print(&part.document, true);
        }
    }

    fn print_words(&mut self, words: &[Vec<Part<'_>>]) {
        // The line in which the part before began.
        let mut line = None;
        for word in words {
            let blanks = word.len().saturating_sub(1);
            let width = word.iter().try_fold(blanks, |sum, part| Some(sum + part.document.width?));
            let whole = width.filter(|width| self.base + self.indent + width <= self.style.width);
            for (index, part) in word.iter().enumerate() {
                let width = if index == 0 { whole.or(part.document.width) } else { part.document.width };
                let is_behind = matches!(part.document.content, Content::Behind { .. });
                match line {
                    Some(_) if is_behind => {}
                    Some(_) if part.is_glued => self.write(" "),
                    Some(line) if line == self.lines && self.fits(width.map(|width| width + 1)) => self.write(" "),
                    Some(_) => self.break_line(1, 0),
                    None => {}
                }
                let begins = self.lines + usize::from(self.pending.is_some());
                self.print(&part.document, false);
                line = Some(begins);
            }
        }
    }

    /// Where the next text begins.
    fn next_column(&self) -> usize {
        self.pending.map_or(self.column, |(_, columns)| self.base + columns)
    }

    fn fits(&self, width: Option<usize>) -> bool {
        width.is_some_and(|width| self.next_column().saturating_add(width) <= self.style.width)
    }

    fn break_line(&mut self, breaks: usize, columns: usize) {
        let breaks = self.pending.map_or(breaks, |(pending, _)| pending.max(breaks));
        self.pending = Some((breaks, self.indent + columns));
    }

    /// Begins the line that is due.
    fn begin(&mut self) {
        if self.must_break && self.pending.is_none() {
            self.break_line(1, 0);
        }
        self.must_break = false;
        let Some((breaks, columns)) = self.pending.take() else { return };
        self.out.truncate(self.out.trim_end_matches(' ').len());
        for _ in 0..breaks {
            self.out.push_str(self.style.line_end);
        }
        self.lines += 1;
        self.out.push_str(self.style.base);
        self.out.push_str(&self.style.indentation(columns));
        self.column = self.base + columns;
        self.line_indent = columns;
    }

    fn write(&mut self, text: &str) {
        self.begin();
        self.out.push_str(text);
        self.column += columns(text, self.style.step);
    }

    fn write_lines(&mut self, text: &str) {
        self.begin();
        self.out.push_str(text);
        self.lines += 1;
        self.column = columns(text.rsplit('\n').next().unwrap_or_default(), self.style.step);
    }

    fn write_moved(&mut self, text: &str, column: usize) {
        self.begin();
        let start = self.column;
        for (index, line) in text.split('\n').enumerate() {
            let line = line.trim_end_matches(['\r', ' ', '\t']);
            if index == 0 {
                self.write(line);
                continue;
            }
            self.out.push_str(self.style.line_end);
            self.lines += 1;
            let moved = self.moved(line, column, start);
            self.out.push_str(&moved);
            self.column = columns(&moved, self.style.step);
        }
    }

    /// A line that keeps its distance to a column which has moved.
    fn moved<'a>(&self, line: &'a str, from: usize, to: usize) -> Cow<'a, str> {
        if line.is_empty() || from == to {
            return Cow::Borrowed(line);
        }
        let content = line.trim_start_matches([' ', '\t']);
        let before = line.get(..line.len() - content.len()).unwrap_or_default();
        let wanted = (columns(before, self.style.step) + to).saturating_sub(from);
        let behind_base = wanted.checked_sub(self.base);
        Cow::Owned(match behind_base {
            Some(behind) => format!("{}{}{content}", self.style.base, self.style.indentation(behind)),
            None => format!("{}{content}", self.style.indentation(wanted)),
        })
    }

    fn write_behind(&mut self, text: &str, mark: Option<usize>) {
        if self.pending.is_none() && !self.out.is_empty() {
            if let Some(mark) = mark {
                self.marks.push(Mark { offset: self.out.len(), column: self.column, group: mark });
            }
            self.write(" ");
        }
        self.write(text);
        self.must_break = true;
    }

    /// Puts comments that belong under one another there.
    fn finish(self) -> String {
        if self.marks.is_empty() {
            return self.out;
        }
        let mut targets = std::collections::HashMap::<usize, usize>::new();
        for mark in self.marks.iter().filter(|mark| mark.column <= self.style.width) {
            let target = targets.entry(mark.group).or_insert(0);
            *target = mark.column.max(*target);
        }
        let mut out = String::with_capacity(self.out.len());
        let mut copied = 0;
        for mark in &self.marks {
            out.push_str(self.out.get(copied..mark.offset).unwrap_or_default());
            copied = mark.offset;
            let target = targets.get(&mark.group).copied().unwrap_or_default();
            out.push_str(&" ".repeat(target.saturating_sub(mark.column)));
        }
        out.push_str(self.out.get(copied..).unwrap_or_default());
        out
    }
}
