//! Rules that the run time decides, in every combination: what comes out keeps them, what can never keep them does not
//! compile, and nothing is refused or left out needlessly. What is right is told by the rows, read anew and apart from the
//! checker.

mod guards {
    mod attributes;
    mod children;
    mod oracle;
    mod program;
}
