//! What there is one way to mend is mended.

use twiml_core::vocabulary::Severity;

use super::{
    edit::{Change, apply},
    lines::Position,
    report::{Diagnostic, Report},
};

/// So many bytes are checked again for one document, whatever its size; who makes very many mistakes that stand in each other's
/// way has the rest mended by the next run.
const BUDGET: usize = 1 << 26;

/// A mistake that has been mended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mended {
    /// Where it stood, in the text as it was then.
    pub position: Position,
    /// Its name.
    pub code: &'static str,
    /// What was wrong.
    pub message: String,
}

/// Does the advice of all mistakes that have one and that a program can follow, until there is none left. What else there is
/// to say of the document is no more than before: advice that would not hold together with other advice is left alone.
///
/// Gives the document as it is then, and what has been done. Only what is `wanted` is mended.
///
/// ```
/// use twiml_check::xml::{check, mend};
///
/// let (report, done) = mend(check("<Response><Sya>Tom & Jerry</Sya></Response>"), &|_| true);
/// assert_eq!(report.source(), "<Response><Say>Tom &amp; Jerry</Say></Response>");
/// assert_eq!(done.iter().map(|done| done.code).collect::<Vec<_>>(), ["unknown-element", "bare-ampersand"]);
/// ```
#[must_use]
pub fn mend(report: Report, wanted: &dyn Fn(&Diagnostic<'_>) -> bool) -> (Report, Vec<Mended>) {
    let mut report = report;
    let mut done = Vec::new();
    let mut budget = BUDGET;
    loop {
        let possible = fixes(&report, wanted);
        let Some((after, mended)) = attempt(&report, possible, &mut budget) else { return (report, done) };
        report = after;
        done.extend(mended);
    }
}

/// What may be done about one mistake.
struct Fix {
    mended: Mended,
    severity: Severity,
    changes: Vec<Change>,
}

fn fixes(report: &Report, wanted: &dyn Fn(&Diagnostic<'_>) -> bool) -> Vec<Fix> {
    let fixes = report.diagnostics().filter(|diagnostic| wanted(diagnostic)).filter_map(|diagnostic| {
        let changes = diagnostic.only_fix()?;
        let mended = Mended { position: diagnostic.start(), code: diagnostic.code(), message: diagnostic.message() };
        Some(Fix { mended, severity: diagnostic.severity(), changes })
    });
    fixes.collect()
}

/// Does all changes that do not meet, if there is less to say of the document then; or else as many of them as can be done
/// together.
fn attempt(before: &Report, mut fixes: Vec<Fix>, budget: &mut usize) -> Option<(Report, Vec<Mended>)> {
    if fixes.is_empty() {
        return None;
    }
    *budget = budget.checked_sub(before.source().len())?;
    let groups: Vec<&[Change]> = fixes.iter().map(|fix| fix.changes.as_slice()).collect();
    let (text, taken) = apply(before.source(), &groups);
    let gone = |severity| fixes.iter().zip(&taken).filter(|(fix, taken)| **taken && fix.severity == severity).count();
    let gone = Count { errors: gone(Severity::Error), warnings: gone(Severity::Warning) };
    let after = before.again(&text);
    if gone.is_kept(Count::of(before), Count::of(&after)) {
        let done = fixes.into_iter().zip(taken).filter(|(_, taken)| *taken).map(|(fix, _)| fix.mended);
        return Some((after, done.collect()));
    }
    if fixes.len() == 1 {
        return None;
    }
    let rest = fixes.split_off(fixes.len() / 2);
    attempt(before, fixes, budget).or_else(|| attempt(before, rest, budget))
}

/// How much there is to say of a document.
#[derive(Clone, Copy)]
struct Count {
    errors: usize,
    warnings: usize,
}

impl Count {
    fn of(report: &Report) -> Self {
        Self { errors: report.errors(), warnings: report.warnings() }
    }

    /// Whether so many are really gone: an error may leave a warning behind, and nothing else comes.
    const fn is_kept(self, before: Self, after: Self) -> bool {
        let errors = after.errors + self.errors <= before.errors;
        let warnings = self.errors > 0 || after.warnings + self.warnings <= before.warnings;
        errors && warnings
    }
}
