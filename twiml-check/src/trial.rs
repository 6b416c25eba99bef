//! Advice is tried before it is given: the change is done to a copy of the tree, and the copy is checked.

use std::collections::HashSet;

use twiml_core::vocabulary::Severity;

use crate::{
    Context,
    change::Change,
    check::{Draft, survey},
    diagnostic::Diagnostic,
    tree::{Node, Place, size},
};

/// More ways to mend one mistake are no help.
const MOST: usize = 3;

/// So many nodes are checked for trials, whatever the size of the document: who makes very many mistakes at once gets the
/// rest of the advice once he has followed the first.
const BUDGET: usize = 100_000;

/// What a message is known by.
type Key = (&'static str, Place, String);

fn key(diagnostic: &Diagnostic) -> Key {
    (diagnostic.id(), diagnostic.place(), diagnostic.message())
}

/// The messages, each with the advice that holds.
pub(crate) fn advise(nodes: &[Node], drafts: Vec<Draft>, context: Context) -> Vec<Diagnostic> {
    let known = drafts.iter().map(|draft| key(&draft.diagnostic)).collect();
    let mut trial = Trial { context, nodes, known, cost: size(nodes).max(1), budget: BUDGET };
    drafts.into_iter().map(|draft| trial.finish(draft)).collect()
}

struct Trial<'a> {
    context: Context,
    nodes: &'a [Node],
    known: HashSet<Key>,
    cost: usize,
    budget: usize,
}

impl Trial<'_> {
    fn finish(&mut self, draft: Draft) -> Diagnostic {
        let Draft { mut diagnostic, changes, otherwise, besides } = draft;
        let mut given = 0;
        for change in changes {
            if given < MOST
                && self.holds(&change, &diagnostic)
                && let Some(advice) = change.advice(self.nodes, self.context.notation)
            {
                let before = diagnostic.advice().len();
                diagnostic = diagnostic.advise(advice);
                given += diagnostic.advice().len() - before;
            }
        }
        let otherwise = otherwise.filter(|_| diagnostic.advice().is_empty());
        otherwise.into_iter().chain(besides.map(str::to_owned)).fold(diagnostic, Diagnostic::help)
    }

    /// Whether the change removes the message, and brings no other of the same or higher severity.
    fn holds(&mut self, change: &Change, diagnostic: &Diagnostic) -> bool {
        let Some(budget) = self.budget.checked_sub(self.cost) else { return false };
        self.budget = budget;
        let mut changed = self.nodes.to_vec();
        if !change.apply(&mut changed) {
            return false;
        }
        let (_, drafts) = survey(&mut changed, self.context, true);
        let own = key(diagnostic);
        drafts.iter().map(|draft| &draft.diagnostic).all(|found| {
            let matters = found.severity() == Severity::Error || diagnostic.severity() == Severity::Warning;
            !matters || key(found) != own && self.known.contains(&key(found))
        })
    }
}
