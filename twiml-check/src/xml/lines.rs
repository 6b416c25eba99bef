//! Lines and columns.

/// A place in a text as an editor shows it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (scalar values of Unicode).
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let behind = text.match_indices('\n').map(|(index, _)| index + 1);
        Self { starts: std::iter::once(0).chain(behind).collect() }
    }

    /// The line that holds this byte, from 0, and where it begins.
    pub(super) fn line(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        (line, self.starts.get(line).copied().unwrap_or_default())
    }

    /// Where a line begins; behind the last one, the end of the text.
    pub(super) fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line).copied()
    }

    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let (line, start) = self.line(offset);
        let before = text.get(start..offset.min(text.len())).unwrap_or_default();
        // A byte order mark is no column.
        let columns = before.chars().filter(|character| *character != '\u{FEFF}').count();
        Position { line: line + 1, column: columns + 1 }
    }
}
