//! Numbers, alone and with a unit.

use super::{Fault, ProblemKind, Verdict, form};
use twiml_core::vocabulary::Attribute;

/// A count as the bounds of a row are written.
pub(super) fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits, or digits, a point and digits.
pub(super) fn is_number(text: &str) -> bool {
    match text.split_once('.') {
        Some((whole, part)) => is_digits(whole) && is_digits(part),
        None => is_digits(text),
    }
}

/// A sign, a number and a unit.
pub(super) fn is_signed(text: &str, unit: &str) -> bool {
    text.strip_prefix(['+', '-']).and_then(|rest| rest.strip_suffix(unit)).is_some_and(is_number)
}

/// The value of [digits](is_number), however many: what is too large for any bound is infinite.
fn value_of(number: &str) -> f64 {
    number.parse().unwrap_or(f64::INFINITY)
}

pub(super) fn int(row: &Attribute, value: &str) -> Verdict {
    form(is_digits(value))?;
    within(row, value_of(value))
}

pub(super) fn float(row: &Attribute, value: &str) -> Verdict {
    form(is_number(value))?;
    within(row, value_of(value))
}

pub(super) fn duration(row: &Attribute, value: &str) -> Verdict {
    let (number, unit) = match value.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (value.strip_suffix('s').unwrap_or_default(), 1.0),
    };
    form(is_number(number))?;
    within(row, value_of(number) * unit)
}

pub(super) fn percent(row: &Attribute, value: &str) -> Verdict {
    let number = value.strip_suffix('%').unwrap_or_default();
    form(is_number(number))?;
    within(row, value_of(number))
}

/// Digits with single spaces between them, none twice.
pub(super) fn list(row: &Attribute, value: &str) -> Verdict {
    let mut seen = Vec::new();
    for number in value.split(' ') {
        int(row, number)?;
        let significant = number.trim_start_matches('0');
        if seen.contains(&significant) {
            return Err(Fault::noted(ProblemKind::Repeated, format!("`{number}` stands there twice")));
        }
        seen.push(significant);
    }
    Ok(())
}

/// The hard bounds, then the soft ones.
fn within(row: &Attribute, number: f64) -> Verdict {
    form(row.min.is_none_or(|min| number >= min) && row.max.is_none_or(|max| number <= max))?;
    match (row.soft_min, row.soft_max) {
        (Some(min), _) if number < min => Err(unusual(row, "below", min)),
        (_, Some(max)) if number > max => Err(unusual(row, "over", max)),
        _ => Ok(()),
    }
}

fn unusual(row: &Attribute, side: &str, bound: f64) -> Fault {
    // The notes of a row are about more than its bounds: only those that name the bound belong here.
    let bound = format!("{bound}");
    let names_it = |notes: &&str| notes.split(|sign: char| !sign.is_ascii_digit()).any(|number| number == bound);
    let note = match row.notes.filter(names_it) {
        Some(reason) => {
            let mut letters = reason.trim_end_matches('.').chars();
            letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
        }
        None => format!("{side} {bound} it is legal, but unusual"),
    };
    Fault::noted(ProblemKind::Unusual, note)
}
