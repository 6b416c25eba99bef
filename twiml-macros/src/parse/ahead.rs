//! What comes later in a row, for every token of it.
//!
//! It is gathered in one pass from the end to the beginning: what is ahead of a token follows from what is ahead of those
//! behind it. So each question is answered at once, and reading takes time in proportion to the tokens whatever they are.

use proc_macro2::{Delimiter, Ident, TokenTree};

use super::{name::name, row::Row};

/// Words that do not stand for a value: one may stand directly beside a value.
const KEYWORDS: [&str; 33] = [
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "fn", "for", "if", "impl",
    "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct", "trait", "type",
    "unsafe", "use", "where", "while", "yield",
];

/// Words that continue an expression behind a value.
const LINKS: [&str; 3] = ["as", "else", "in"];

/// What is ahead of every token of a row.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    points: Vec<Point>,
    /// Names of closing tags.
    names: Vec<String>,
    /// The last `</>`.
    last_nameless: Option<usize>,
    /// The last `-->`.
    last_comment: Option<usize>,
}

/// What is ahead of one token, the token itself included: the numbers of tokens, before the end of any tag.
#[derive(Clone, Copy, Debug)]
struct Point {
    /// The braces that are the body of the header whose rest begins here.
    body: u32,
    /// What is behind the `=` of a pattern that begins here.
    matched: u32,
    /// What is behind the `in` of a pattern that begins here.
    values: u32,
    /// The next `;`.
    semicolon: u32,
    /// The first token that cannot belong to the same expression.
    foreign: u32,
    /// The first token that shows that an expression does something: an assignment, a call.
    effect: u32,
    /// The first assignment.
    assignment: u32,
    /// The next `,`, whatever tags stand in between.
    comma: u32,
    /// What is behind the next end of a tag whose beginning is not behind this token either.
    tag_end: u32,
    /// The name of the next closing tag whose opening one is not behind this token either.
    closing: u32,
    /// An arrow comes before any tag and any `,`.
    arm: bool,
}

/// No such token.
const NONE: u32 = u32::MAX;

impl Point {
    const NOTHING: Self = Self {
        body: NONE,
        matched: NONE,
        values: NONE,
        semicolon: NONE,
        foreign: NONE,
        effect: NONE,
        assignment: NONE,
        comma: NONE,
        tag_end: NONE,
        closing: NONE,
        arm: false,
    };
}

impl Ahead {
    pub(super) fn of(row: &Row) -> Self {
        let mut ahead = Self { points: vec![Point::NOTHING; row.len()], ..Self::default() };
        let bodies = bodies(row);
        for at in (0..row.len()).rev() {
            let mut point = ahead.point(at + 1);
            if is_foreign(row, at)
                || row.brace(at).is_some() && bodies.get(at) == Some(&false) && is_behind_value(row, at)
            {
                point.foreign = number(at);
            }
            Self::expressions(row, at, &mut point);
            ahead.headers(row, at, &mut point);
            ahead.tags(row, at, &mut point);
            if let Some(place) = ahead.points.get_mut(at) {
                *place = point;
            }
        }
        ahead
    }

    fn point(&self, at: usize) -> Point {
        self.points.get(at).copied().unwrap_or(Point::NOTHING)
    }

    /// The point at a number that may be none.
    fn beyond(&self, at: u32) -> Point {
        index(at).map_or(Point::NOTHING, |at| self.point(at))
    }

    fn expressions(row: &Row, at: usize, point: &mut Point) {
        if row.is_tag_end(at) {
            (point.semicolon, point.effect, point.assignment) = (NONE, NONE, NONE);
        }
        if is_assignment(row, at) {
            (point.assignment, point.effect) = (number(at), number(at));
        } else if is_effect(row, at) {
            point.effect = number(at);
        }
        match row.punct(at).map(proc_macro2::Punct::as_char) {
            Some(';') => point.semicolon = number(at),
            Some(',') => (point.arm, point.comma) = (false, number(at)),
            Some('<') => point.arm = false,
            Some('=') if row.is_punct(at + 1, '>') => point.arm = true,
            _ => {}
        }
    }

    fn headers(&self, row: &Row, at: usize, point: &mut Point) {
        if row.is_tag_end(at) {
            (point.body, point.matched, point.values) = (NONE, NONE, NONE);
        } else if row.brace(at).is_some() {
            point.body = number(at);
        } else if is_assignment(row, at) {
            point.matched = number(at + 1);
        } else if let Some(word) = row.ident(at) {
            if word == "in" {
                point.values = number(at + 1);
            } else if word == "let" {
                point.body = self.beyond(point.matched).body;
            } else if takes_block(row, at, word) {
                // The first braces are its own.
                point.body = index(point.body).map_or(NONE, |own| self.point(own + 1).body);
            }
        }
    }

    fn tags(&mut self, row: &Row, at: usize, point: &mut Point) {
        if let Some((word, behind)) = row.behind(at, "</").and_then(|at| name(row, at)) {
            point.closing = number(self.names.len());
            point.tag_end = number(behind);
            self.names.push(word.text);
        } else if let Some((_, behind)) = row.behind(at, "<").and_then(|at| name(row, at)) {
            // Its own end is the next one, and another comes behind that.
            let further = self.beyond(self.point(behind).tag_end);
            (point.tag_end, point.closing) = (further.tag_end, further.closing);
        } else if row.behind(at, "</>").is_some() {
            self.last_nameless.get_or_insert(at);
        } else if row.behind(at, "-->").is_some() {
            self.last_comment.get_or_insert(at);
        } else if row.behind(at, "/>").is_some() {
            point.tag_end = number(at + 2);
            point.closing = self.point(at + 2).closing;
        }
    }

    /// The body of a header whose rest begins here, before the end of any tag.
    pub(super) fn body(&self, at: usize) -> Option<usize> {
        index(self.point(at).body)
    }

    /// The same for a header that begins with a pattern and `in`.
    pub(super) fn body_of_loop(&self, at: usize) -> Option<usize> {
        index(self.beyond(self.point(at).values).body)
    }

    /// What is behind the `=` of a pattern that begins here, before the end of any tag.
    pub(super) fn assigned(&self, at: usize) -> Option<usize> {
        index(self.point(at).matched)
    }

    /// The `;` that ends a statement, before the end of any tag.
    pub(super) fn semicolon(&self, at: usize) -> Option<usize> {
        index(self.point(at).semicolon)
    }

    /// The `,` that ends an arm.
    pub(super) fn comma(&self, at: usize) -> Option<usize> {
        index(self.point(at).comma)
    }

    /// Whether all from this token up to there may be one expression, or words of a statement.
    pub(super) fn is_expression(&self, at: usize, end: usize) -> bool {
        // What stands before the first is none of it.
        index(self.point(at + 1).foreign).is_none_or(|foreign| foreign >= end)
    }

    /// Whether something up to there does something.
    pub(super) fn has_effect(&self, at: usize, end: usize) -> bool {
        index(self.point(at).effect).is_some_and(|effect| effect < end)
    }

    /// Whether something up to there is assigned.
    pub(super) fn assigns(&self, at: usize, end: usize) -> bool {
        index(self.point(at).assignment).is_some_and(|assignment| assignment < end)
    }

    /// Whether a pattern and its arrow come before any tag.
    pub(super) fn is_arm(&self, at: usize) -> bool {
        self.point(at).arm
    }

    /// Whether `</>` comes behind this token.
    pub(super) fn closes_nameless(&self, at: usize) -> bool {
        self.last_nameless.is_some_and(|last| last > at)
    }

    /// Whether a comment that is open at this token ends somewhere.
    pub(super) fn ends_comment(&self, at: usize) -> bool {
        self.last_comment.is_some_and(|last| last >= at)
    }

    /// The name of the next closing tag whose opening one does not come behind this token.
    pub(super) fn closing(&self, at: usize) -> Option<&str> {
        self.names.get(index(self.point(at).closing)?).map(String::as_str)
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

fn index(number: u32) -> Option<usize> {
    usize::try_from(number).ok().filter(|_| number != NONE)
}

/// A tag without attributes, where Rust would write `::<Name>` or a comparison.
fn is_tag(row: &Row, at: usize) -> bool {
    let is_path = at.checked_sub(1).is_some_and(|before| row.is_punct(before, ':'));
    !is_path && row.ident(at + 1).is_some() && row.is_punct(at + 2, '>') && !row.is_punct(at + 3, ':')
}

/// What cannot belong to the same expression as the token before it.
fn is_foreign(row: &Row, at: usize) -> bool {
    let is_comment = || row.behind(at, "<!--").or_else(|| row.behind(at, "<?")).is_some();
    row.is_tag_end(at)
        || row.is_punct(at, '<') && (is_tag(row, at) || is_comment())
        || stands_apart(row, at)
        || is_late_let(row, at)
}

/// `let` in the middle of an expression stands in a condition.
fn is_late_let(row: &Row, at: usize) -> bool {
    let is_condition =
        |before: usize| ["if", "while"].iter().any(|word| row.is_word(before, word)) || row.is_one_of(before, "&|");
    row.is_word(at, "let") && !at.checked_sub(1).is_some_and(is_condition)
}

/// Which braces belong to a keyword before them.
fn bodies(row: &Row) -> Vec<bool> {
    let mut pending = 0_usize;
    let of_keyword = |at| {
        if row.brace(at).is_some() {
            let is_body = pending > 0;
            pending = pending.saturating_sub(1);
            return is_body;
        }
        pending += usize::from(row.ident(at).is_some_and(|word| word == "for" || takes_block(row, at, word)));
        false
    };
    (0..row.len()).map(of_keyword).collect()
}

/// Whether braces stand directly behind a value, other than a name: that of a struct has them.
fn is_behind_value(row: &Row, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| row.get(before));
    before.is_some_and(|before| {
        !matches!(before, TokenTree::Ident(_)) && ends_value(before) || matches!(before, TokenTree::Group(_))
    })
}

/// Whether the token stands beside the one before it as words of a sentence do, and values of Rust do not.
fn stands_apart(row: &Row, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let (Some(before_it), Some(it)) = (row.get(before), row.get(at)) else { return false };
    let is_label = before.checked_sub(1).is_some_and(|sign| row.is_punct(sign, '\''));
    match (before_it, it) {
        (TokenTree::Literal(_), TokenTree::Group(group)) => {
            matches!(group.delimiter(), Delimiter::Parenthesis | Delimiter::Bracket)
        }
        (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Brace => begins_value(it),
        _ => ends_value(before_it) && !is_label && begins_value(it),
    }
}

pub(super) fn ends_value(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Ident(word) => !is_keyword(word),
        TokenTree::Literal(_) => true,
        TokenTree::Group(group) => group.delimiter() != Delimiter::Brace,
        TokenTree::Punct(_) => false,
    }
}

/// What cannot stand directly behind a value.
fn begins_value(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Ident(word) => !LINKS.iter().any(|link| word == link),
        TokenTree::Literal(_) => true,
        TokenTree::Group(group) => group.delimiter() == Delimiter::None,
        TokenTree::Punct(_) => false,
    }
}

pub(super) fn is_keyword(word: &Ident) -> bool {
    KEYWORDS.iter().any(|keyword| word == keyword)
}

/// `=`, alone or behind an operator, but in no comparison, arrow or range.
fn is_assignment(row: &Row, at: usize) -> bool {
    if !row.is_punct(at, '=') || row.is_joint(at) && row.is_one_of(at + 1, "=>") {
        return false;
    }
    let joint = |at: usize, characters| row.is_joint(at) && row.is_one_of(at, characters);
    let Some(before) = at.checked_sub(1) else { return true };
    // `<<=` and `>>=` assign.
    let shifts = |sign| joint(before, sign) && before.checked_sub(1).is_some_and(|first| joint(first, sign));
    !joint(before, "=!.<>") || shifts("<") || shifts(">")
}

/// What shows that an expression does something, other than an assignment.
fn is_effect(row: &Row, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if row.is_word(at, "await") {
        return row.is_punct(before, '.');
    }
    if let Some(TokenTree::Group(group)) = row.get(at) {
        let is_macro = row.is_punct(before, '!') && before.checked_sub(1).is_some_and(|name| row.ident(name).is_some());
        let is_call = group.delimiter() == Delimiter::Parenthesis
            && (row.is_punct(before, '>') || row.get(before).is_some_and(ends_value) && row.literal(before).is_none());
        return is_macro || is_call;
    }
    row.is_punct(at, '?') && row.get(before).is_some_and(ends_value)
}

/// Whether the word takes a block of its own before the body of the header that it stands in.
fn takes_block(row: &Row, at: usize, word: &Ident) -> bool {
    let is_one_of = |words: &[&str]| words.iter().any(|other| word == other);
    is_one_of(&["match", "if", "while"])
        || word == "else" && !row.is_word(at + 1, "if")
        || is_one_of(&["unsafe", "loop", "const", "async"])
            && (row.brace(at + 1).is_some() || row.is_word(at + 1, "move"))
}
