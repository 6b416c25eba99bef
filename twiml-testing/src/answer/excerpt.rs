//! A place in a text, shown as a compiler shows it.

use std::ops::Range;

/// Longest line that is shown whole.
const WIDEST: usize = 100;

/// The line of a place, with what is meant marked under it. `origin` is what the text is called.
pub(crate) fn excerpt(source: &str, origin: &str, place: &Range<usize>, label: &str) -> String {
    let start = floor(source, place.start);
    let end = floor(source, place.end).max(start);
    let begin = source[..start].rfind('\n').map_or(0, |found| found + 1);
    let stop = source[start..].find('\n').map_or(source.len(), |found| start + found);
    let number = source[..start].matches('\n').count() + 1;
    let column = source[begin..start].chars().count() + 1;
    // Documents are often one long line: only the surroundings of the place are shown.
    let first = if start - begin > WIDEST / 2 { floor(source, start - WIDEST / 2).max(begin) } else { begin };
    let last = floor(source, (first + WIDEST).max(end.min(stop))).min(stop);
    let cut = |yes| if yes { "…" } else { "" };
    let line = format!("{}{}{}", cut(first > begin), &source[first..last], cut(last < stop));
    let before = source[first..start].chars().count() + usize::from(first > begin);
    let length = source[start..end.min(last).max(start)].chars().count().max(1);
    let gutter = number.to_string();
    let blank = " ".repeat(gutter.len());
    let marked = format!("{}{} {label}", " ".repeat(before), "^".repeat(length));
    format!("{blank}--> {origin}:{number}:{column}\n{blank} |\n{gutter} | {line}\n{blank} | {}\n", marked.trim_end())
}

fn floor(source: &str, index: usize) -> usize {
    let mut index = index.min(source.len());
    while !source.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn the_place_is_marked() {
        let source = "<Response>\n  <Sya>Hi</Sya>\n</Response>";
        assert_eq!(
            excerpt(source, "/voice", &(14..17), "here"),
            " --> /voice:2:4\n  |\n2 |   <Sya>Hi</Sya>\n  |    ^^^ here\n"
        );
    }

    #[test]
    fn long_lines_are_cut_and_characters_kept_whole() {
        let source = format!("<Response>{}<Say>x</Say>{}</Response>", "ä".repeat(200), "ö".repeat(200));
        let start = source.find("<Say>").unwrap();
        let shown = excerpt(&source, "/voice", &(start..start + 5), "");
        let lines: Vec<_> = shown.lines().collect();
        let column = lines[3].chars().position(|mark| mark == '^').unwrap();
        assert_eq!(lines[2].chars().skip(column).take(5).collect::<String>(), "<Say>");
    }
}
