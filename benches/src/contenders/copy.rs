//! What no document can be written in less than: a copy of the finished text.

use std::sync::OnceLock;

use super::{Contender, hand_written};
use crate::{Document, data::Inputs};

pub(super) const CONTENDER: Contender =
    Contender { name: "plain copy", documents: &[(Document::Clean, |inputs| finished(inputs).to_owned().into())] };

/// The inputs are always the same ones.
fn finished(inputs: &Inputs) -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| hand_written::messages(&inputs.clean))
}
