//! Under the source, as rustc does.

use twiml_check::xml::{Diagnostic, show};

use crate::{input::Input, terminal};

/// More of one file are noise.
const MOST: usize = 50;

pub(super) fn text(input: &Input, diagnostics: &[Diagnostic<'_>]) -> String {
    let (name, renderer) = (input.name(), terminal::renderer());
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(MOST) {
        text.push_str(&show(diagnostic, Some(&name), &renderer));
        text.push_str("\n\n");
    }
    match diagnostics.len().checked_sub(MOST) {
        None | Some(0) => {}
        Some(hidden) => text.push_str(&format!("{name}: {hidden} more; --format json prints them all\n\n")),
    }
    text
}
