//! Rust in Markdown.

use crate::{Formatted, Kept, Options, problem::Problem, problem::ProblemKind, rust::Rust, source};

pub(crate) fn format(text: &str, options: &Options) -> Result<Formatted, Problem> {
    let mut rust = Rust::new(options);
    let mut formatted = Formatted { text: String::with_capacity(text.len()), kept: Vec::new() };
    let mut lines = text.split_inclusive('\n');
    let mut number = 0;
    while let Some(line) = lines.next() {
        formatted.text.push_str(line);
        number += 1;
        let Some(fence) = fence(line) else { continue };
        let mut block = String::new();
        let end = lines.by_ref().find(|line| {
            let ends = is_end(line, fence);
            if !ends {
                block.push_str(line);
            }
            ends
        });
        let laid = if is_rust(line, fence) { format_block(&block, options, &mut rust) } else { Ok(unchanged(&block)) };
        let Formatted { text, kept } = laid.map_err(|problem| problem.moved_down(number))?;
        formatted.kept.extend(kept.into_iter().map(|kept| Kept { place: kept.place.moved_down(number), ..kept }));
        number += text.bytes().filter(|&byte| byte == b'\n').count() + usize::from(end.is_some());
        formatted.text.push_str(&text);
        formatted.text.push_str(end.unwrap_or_default());
    }
    Ok(formatted)
}

fn unchanged(block: &str) -> Formatted {
    Formatted { text: block.to_owned(), kept: Vec::new() }
}

/// A block that is not Rust after all stays as it is.
fn format_block<'o>(block: &str, options: &'o Options, rust: &mut Rust<'o>) -> Result<Formatted, Problem> {
    match source::format(block, options, rust) {
        Err(problem) if problem.kind() == ProblemKind::Syntax => {
            let kept = vec![Kept::new(problem.place(), problem.message())];
            Ok(Formatted { kept, ..unchanged(block) })
        }
        formatted => formatted,
    }
}

/// The fence with which a block begins in this line.
fn fence(line: &str) -> Option<&str> {
    let marks = ['`', '~'].map(|mark| line.len() - line.trim_start_matches(mark).len());
    marks.into_iter().find(|&length| length >= 3).and_then(|length| line.get(..length))
}

fn is_end(line: &str, fence: &str) -> bool {
    line.strip_prefix(fence).is_some_and(|rest| rest.trim_matches(['`', '~']).trim().is_empty())
}

/// Whether the block is said to be Rust.
fn is_rust(line: &str, fence: &str) -> bool {
    let language = line.strip_prefix(fence).unwrap_or_default();
    language.split([',', ' ']).next().is_some_and(|language| language.trim() == "rust")
}
