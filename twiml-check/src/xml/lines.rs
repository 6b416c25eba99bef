//! Lines and columns.

use super::scan::floor;

/// A place in a text as an editor shows it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (scalar values of Unicode).
    pub column: usize,
}

/// So many bytes are counted anew for a column, at most: a document often is one long line.
const BLOCK: usize = 256;

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
    /// How many characters there are before each block.
    before: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let behind = text.match_indices('\n').map(|(index, _)| index + 1);
        let starts = std::iter::once(0).chain(behind).collect();
        let mut before = vec![0];
        for block in text.as_bytes().chunks_exact(BLOCK) {
            before.push(before.last().copied().unwrap_or_default() + characters(block));
        }
        Self { starts, before }
    }

    /// The line that holds this byte, from 0, and where it begins.
    pub(super) fn line(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        (line, self.starts.get(line).copied().unwrap_or_default())
    }

    /// Where a line begins; behind the last one there is none.
    #[cfg(feature = "report")]
    pub(super) fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line).copied()
    }

    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor(text, offset);
        let (line, start) = self.line(offset);
        // A byte order mark is no column.
        let start = if start == 0 && text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8().min(offset) } else { start };
        let column = self.characters(text, offset) - self.characters(text, start);
        Position { line: line + 1, column: column + 1 }
    }

    /// How many characters there are before this byte.
    fn characters(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.before.get(block).copied().unwrap_or_default() + characters(rest)
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}
