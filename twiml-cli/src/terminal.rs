//! What goes to people: colours, widths, and messages about the run itself.

use std::io::{self, IsTerminal as _, Write as _};

use annotate_snippets::{Level, Renderer, renderer::DEFAULT_TERM_WIDTH};
use anstream::ColorChoice;

use crate::{arguments::Color, failure::Failure, input::Input};

/// Decides for both streams whether there are colours.
pub(crate) fn choose(color: Color) {
    let choice = match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    choice.write_global();
}

/// A renderer for what is written to standard output: as wide as it is, in colours that the stream takes out again where
/// nobody wants them.
pub(crate) fn renderer() -> Renderer {
    Renderer::styled().term_width(width().unwrap_or(DEFAULT_TERM_WIDTH))
}

/// How wide the terminal is that standard output goes to.
pub(crate) fn width() -> Option<usize> {
    let width = if io::stdout().is_terminal() { terminal_size::terminal_size() } else { None };
    width.map(|(width, _)| usize::from(width.0))
}

/// Says why something could not be done.
pub(crate) fn error(failure: &Failure) {
    let mut group = annotate_snippets::Group::with_title(Level::ERROR.primary_title(failure.to_string()));
    if let Some(help) = failure.advice() {
        group = group.element(Level::HELP.message(help));
    }
    say(&Renderer::styled().render(&[group]));
}

/// A line on standard error; if nobody takes it, there is nobody to tell.
pub(crate) fn say(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// Tells who waits before an empty line that the program waits, too.
pub(crate) fn hint_at_standard_input(input: &Input) {
    if *input == Input::Standard && io::stdin().is_terminal() {
        say("reading from standard input; end it with Ctrl-D, or name a file");
    }
}
