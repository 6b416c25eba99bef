//! What attributes, values and children demand of each other: the kinds of rule, and the notation of their terms.

use core::fmt;

use super::Form;

/// How bad it is to break a rule.
///
/// ```
/// use twiml_core::vocabulary::{Severity, named};
///
/// let conversation = named("Conversation").next().unwrap();
/// assert_eq!(conversation.rules[0].severity, Severity::Error);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Severity {
    /// The documentation says that it is invalid, or Twilio answers with an error.
    Error,
    /// Twilio takes it, but it cannot be meant.
    Warning,
}

/// Where a rule comes from.
///
/// ```
/// use twiml_core::vocabulary::{Basis, named};
///
/// let conversation = named("Conversation").next().unwrap();
/// assert_eq!(conversation.rules[0].basis, Basis::Stated);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Basis {
    /// A page states it.
    Stated,
    /// A page of Twilio's error dictionary.
    ErrorCode,
    /// It follows from a page.
    Implied,
}

/// The closed set of things that a rule can demand.
///
/// ```
/// use twiml_core::vocabulary::{RuleKind, named};
///
/// let conversation = named("Conversation").next().unwrap();
/// assert_eq!(conversation.rules[0].kind, RuleKind::Requires);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RuleKind {
    /// One term of `needs` must hold.
    Requires,
    /// The same, for the method or the events of a callback without its address.
    NeedsCallback,
    /// No term of `forbids` may hold; without `forbids`, it is broken wherever it speaks.
    Conflicts,
    /// At most `count` children of `of`.
    AtMost,
    /// Exactly one child of `of`.
    ExactlyOne,
    /// A child of `of` stands beside no other.
    Alone,
    /// No element follows.
    Unreachable,
    /// An element follows.
    NotLast,
    /// No element stands before it, those of `except` aside.
    FirstOnly,
    /// No two have the same value.
    Unique,
    /// The attributes of `of` have at most `count` characters together.
    CombinedLength,
    /// The attributes of `of` have the same value.
    SameValue,
    /// The place of `places` is one that only libraries know.
    Misplaced,
    /// The document has at most `count` bytes.
    MaxBytes,
}

/// Where a rule of kind [`Unique`](RuleKind::Unique) looks.
///
/// ```
/// use twiml_core::vocabulary::{Scope, named};
///
/// let language = named("Language").next().unwrap();
/// assert_eq!(language.rules.last().unwrap().scope, Scope::Siblings);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// At the other children of the parent.
    Siblings,
    /// At the whole document.
    Document,
}

/// A rule of an element.
///
/// ```
/// let conversation = twiml_core::vocabulary::named("Conversation").next().unwrap();
/// let trim = conversation.rules.iter().find(|rule| rule.id == "conversation-trim").unwrap();
/// assert_eq!(trim.attributes, ["trim"]);
/// assert_eq!(trim.code, Some(32501));
/// ```
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name.
    pub id: &'static str,
    /// What it demands.
    pub kind: RuleKind,
    /// How bad it is to break it.
    pub severity: Severity,
    /// It speaks only in these parents; everywhere if there are none.
    pub places: &'static [&'static str],
    /// The attributes at fault, each on its own; without any, the element is at fault.
    pub attributes: &'static [&'static str],
    /// Terms that must all hold for the rule to speak.
    pub when: &'static [&'static str],
    /// Terms of which one must hold.
    pub needs: &'static [&'static str],
    /// Terms of which none may hold.
    pub forbids: &'static [&'static str],
    /// Children or attributes concerned.
    pub of: &'static [&'static str],
    /// Limit of a count or a length.
    pub count: usize,
    /// Names that do not count.
    pub except: &'static [&'static str],
    /// Where to look.
    pub scope: Scope,
    /// What to say; `{attribute}` is the attribute at fault.
    pub message: &'static str,
    /// What Twilio's debugger shows.
    pub code: Option<u32>,
    /// Where it comes from.
    pub basis: Basis,
    /// Page under `twilio.com/docs`.
    pub source: &'static str,
}

/// Its name alone, as that of an element.
impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rule").field(&self.id).finish()
    }
}

impl Rule {
    /// A rule with nothing but a name, a kind and a severity.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(id: &'static str, kind: RuleKind, severity: Severity) -> Self {
        Self {
            id,
            kind,
            severity,
            places: &[],
            attributes: &[],
            when: &[],
            needs: &[],
            forbids: &[],
            of: &[],
            count: 0,
            except: &[],
            scope: Scope::Siblings,
            message: "",
            code: None,
            basis: Basis::Implied,
            source: "",
        }
    }
}

/// Alternatives in the notation of a term: `x|y`.
///
/// ```
/// use twiml_core::vocabulary::Term;
///
/// let Some((false, Term::Is("record", words))) = Term::parse("@record=true|false") else { unreachable!() };
/// assert!(words.contains("true"));
/// assert_eq!(words.first(), "true");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Words(&'static str);

impl Words {
    /// Each of them.
    ///
    /// ```
    /// # use twiml_core::vocabulary::Term;
    /// # let Some((_, Term::Is(_, words))) = Term::parse("@record=true|false") else { unreachable!() };
    /// assert_eq!(words.iter().collect::<Vec<_>>(), ["true", "false"]);
    /// ```
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// The first of them.
    ///
    /// ```
    /// # use twiml_core::vocabulary::Term;
    /// # let Some((_, Term::Is(_, words))) = Term::parse("@record=true|false") else { unreachable!() };
    /// assert_eq!(words.first(), "true");
    /// ```
    #[must_use]
    pub fn first(self) -> &'static str {
        self.iter().next().unwrap_or_default()
    }

    /// Whether the value is one of them.
    ///
    /// ```
    /// # use twiml_core::vocabulary::Term;
    /// # let Some((_, Term::Is(_, words))) = Term::parse("@record=true|false") else { unreachable!() };
    /// assert!(!words.contains("maybe"));
    /// ```
    #[must_use]
    pub fn contains(self, value: &str) -> bool {
        self.iter().any(|word| word == value)
    }
}

/// One condition of a rule.
///
/// ```
/// use twiml_core::vocabulary::Term;
///
/// assert_eq!(Term::parse("!@input"), Some((true, Term::Written("input"))));
/// assert_eq!(Term::parse("#text"), Some((false, Term::Text)));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Term {
    /// `@a`: the attribute is written.
    Written(&'static str),
    /// `@a=x|y`: it is written and is one of these; of a set: holds one of them.
    Is(&'static str, Words),
    /// `@a!=x|y`: it is written and is none of these.
    IsNot(&'static str, Words),
    /// `@a~form`: it is written and has this form.
    Has(&'static str, Form),
    /// `#text`: there is text.
    Text,
    /// `Child` or `A|B`: there is such a child.
    Child(Words),
    /// `Child[a=x|y]`: there is such a child with such an attribute.
    ChildWith(&'static str, &'static str, Words),
}

impl Term {
    /// Reads the notation; the flag tells whether the term is negated (`!`).
    ///
    /// ```
    /// use twiml_core::vocabulary::{Form, Term};
    ///
    /// assert_eq!(Term::parse("@callerId~phone"), Some((false, Term::Has("callerId", Form::Phone))));
    /// assert_eq!(Term::parse("@callerId~fax"), None);
    /// ```
    #[must_use]
    pub fn parse(notation: &'static str) -> Option<(bool, Self)> {
        let (negated, body) = match notation.strip_prefix('!') {
            Some(body) => (true, body),
            None => (false, notation),
        };
        Some((negated, Self::parse_positive(body)?))
    }

    /// The attribute of the element that it looks at.
    ///
    /// ```
    /// use twiml_core::vocabulary::Term;
    ///
    /// let (_, term) = Term::parse("@record!=false").unwrap();
    /// assert_eq!(term.attribute(), Some("record"));
    /// assert_eq!(Term::Text.attribute(), None);
    /// ```
    #[must_use]
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Written(name) | Self::Is(name, _) | Self::IsNot(name, _) | Self::Has(name, _) => Some(name),
            Self::Text | Self::Child(_) | Self::ChildWith(..) => None,
        }
    }

    fn parse_positive(body: &'static str) -> Option<Self> {
        if body == "#text" {
            return Some(Self::Text);
        }
        let Some(attribute) = body.strip_prefix('@') else {
            let Some((child, condition)) = body.split_once('[') else { return Some(Self::Child(Words(body))) };
            let (name, words) = condition.strip_suffix(']')?.split_once('=')?;
            return Some(Self::ChildWith(child, name, Words(words)));
        };
        if let Some((name, words)) = attribute.split_once("!=") {
            return Some(Self::IsNot(name, Words(words)));
        }
        if let Some((name, words)) = attribute.split_once('=') {
            return Some(Self::Is(name, Words(words)));
        }
        let Some((name, form)) = attribute.split_once('~') else { return Some(Self::Written(attribute)) };
        let form = match form {
            "phone" => Form::Phone,
            "whatsapp" => Form::WhatsApp,
            "sip-caller" => Form::SipCaller,
            _ => return None,
        };
        Some(Self::Has(name, form))
    }
}
