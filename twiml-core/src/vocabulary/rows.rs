//! The rows of elements as data, and how to find one.

use super::{
    Attribute, Basis, Dialect, Element, Kind, Limit, Rule, RuleKind, Scope, Severity, Status, Terminal, Text,
    TextPresence, number, values::lists,
};

/// The facts of a row that its table does not mention.
const NO_ATTRIBUTE: Attribute = Attribute::new("", "", "", Kind::String);
const NO_ELEMENT: Element = Element::new(Dialect::Voice, "", "", "", "");
const NO_RULE: Rule = Rule::new("", RuleKind::Requires, Severity::Error);
const NO_TEXT: Text = Text { presence: TextPresence::None, kind: Kind::String, max: None, doc: None };

/// Turns the rows of a table into data: a static for each element, and a list of them. Every fact is optional; they stand in
/// this order. What stands in a row is matched row by row: the compiler copies all that a macro has matched wherever it has
/// a choice.
macro_rules! rows {
    ([$list:ident] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([root])? = $name:literal $head:tt { $($fact:tt)* }
        attributes { $($attribute:tt)* }
        rules { $($rule:tt)* }
    )*) => {
        $( element! { $dialect $item $name $doc $head { $($fact)* } { $($attribute)* } { $($rule)* } } )*

        pub(super) const $list: &[&super::Element] = &[$(&$item),*];
    };
}

macro_rules! element {
    (
        $dialect:ident $item:ident $name:literal $doc:literal ($id:literal $(, $page:literal)?)
        {
            $(also: $also:tt,)?
            $(status: $status:ident $(($instead:literal))?,)?
            $(children: [$($child:ident)*],)?
            $(limits: [$($limited:literal $least:literal..=$most:literal)*],)?
            $(text: ($presence:ident $text:ident $(($text_argument:literal))? $(max $longest:literal)? $($text_doc:literal)?),)?
            $(terminal: $terminal:ident $(($($terminator:literal),+))?,)?
            $(notes: $notes:literal,)?
        }
        { $(
            #[doc = $attribute_doc:literal]
            $attribute:ident = $attribute_name:literal: $kind:ident $(($argument:tt))? { $($fact:tt)* };
        )* }
        { $( $rule:literal $rule_kind:ident $severity:ident { $($clause:tt)* }; )* }
    ) => {
        static $item: super::Element = super::Element {
            $(also: &$also,)?
            $(page: Some($page),)?
            $(status: super::Status::$status $(($instead))?,)?
            $(children: &[$(&$child),*],)?
            $(limits: &[$(super::Limit { child: $limited, min: $least, max: $most }),*],)?
            $(text: super::Text {
                presence: super::TextPresence::$presence,
                kind: super::Kind::$text $(($text_argument))?,
                $(max: Some($longest),)?
                $(doc: Some($text_doc),)?
                ..super::NO_TEXT
            },)?
            $(terminal: super::Terminal::$terminal $(($($terminator),+))?,)?
            $(notes: Some($notes),)?
            attributes: &[$(attribute! { $attribute $attribute_name $attribute_doc [$kind $(($argument))?] $($fact)* }),*],
            rules: &[$(rule! { $rule $rule_kind $severity $($clause)* }),*],
            id: $id,
            name: $name,
            item: stringify!($item),
            dialect: super::Dialect::$dialect,
            comment: $doc,
            ..super::NO_ELEMENT
        };
    };
}

macro_rules! attribute {
    (
        $item:ident $name:literal $doc:literal [$($kind:tt)+]
        $(also: $also:tt $(,)?)?
        $(words: $words:tt $(,)?)?
        $(contested: $contested:tt $(,)?)?
        $(open: $open:literal $(,)?)?
        $(known: $known:ident $(,)?)?
        $(legacy: [$($old:literal => $new:literal),*] $(,)?)?
        $(min: $min:literal $(,)?)?
        $(max: $max:literal $(,)?)?
        $(soft_min: $soft_min:literal $(,)?)?
        $(soft_max: $soft_max:literal $(,)?)?
        $(item_max: $item_max:literal $(,)?)?
        $(unit: $unit:literal $(,)?)?
        $(empty: $empty:literal $(,)?)?
        $(relative: $relative:literal $(,)?)?
        $(query: $query:literal $(,)?)?
        $(dns: $dns:literal $(,)?)?
        $(default: $default:literal $(,)?)?
        $(required: $required:literal $(,)?)?
        $(status: $status:ident $(($instead:literal))? $(,)?)?
        $(notes: $notes:literal $(,)?)?
    ) => {
        super::Attribute {
            name: $name,
            item: stringify!($item),
            comment: $doc,
            kind: kind!($($kind)+),
            $(also: &$also,)?
            $(words: &$words,)?
            $(contested: &$contested,)?
            $(open: $open,)?
            $(known: super::known::$known,)?
            $(legacy: &[$(($old, $new)),*],)?
            $(min: Some(super::number::parse($min)),)?
            $(max: Some(super::number::parse($max)),)?
            $(soft_min: Some(super::number::parse($soft_min)),)?
            $(soft_max: Some(super::number::parse($soft_max)),)?
            $(item_max: Some($item_max),)?
            $(unit: Some($unit),)?
            $(empty: $empty,)?
            $(relative: $relative,)?
            $(query: $query,)?
            $(dns: $dns,)?
            $(default: Some($default),)?
            $(required: $required,)?
            $(status: super::Status::$status $(($instead))?,)?
            $(notes: Some($notes),)?
            ..super::NO_ATTRIBUTE
        }
    };
}

macro_rules! rule {
    (
        $id:literal $kind:ident $severity:ident
        $(places: $places:tt,)?
        $(attributes: $attributes:tt,)?
        $(when: $when:tt,)?
        $(needs: $needs:tt,)?
        $(forbids: $forbids:tt,)?
        $(of: $of:tt,)?
        $(count: $count:literal,)?
        $(except: $except:tt,)?
        $(scope: $scope:ident,)?
        message: $($at_fault:ident)? $message:literal,
        $(code: $code:literal,)?
        basis: $basis:ident,
        source: $source:literal,
    ) => {
        super::Rule {
            id: $id,
            kind: super::RuleKind::$kind,
            severity: super::Severity::$severity,
            $(places: &$places,)?
            $(attributes: &$attributes,)?
            $(when: &$when,)?
            $(needs: &$needs,)?
            $(forbids: &$forbids,)?
            $(of: &$of,)?
            $(count: $count,)?
            $(except: &$except,)?
            $(scope: super::Scope::$scope,)?
            message: concat!($("`{", stringify!($at_fault), "}` ",)? $message),
            $(code: Some($code),)?
            basis: super::Basis::$basis,
            source: $source,
            ..super::NO_RULE
        }
    };
}

/// The kind of an attribute: an element may be named as a list of values is.
macro_rules! kind {
    (Enum($list:ident)) => {
        super::Kind::Enum(super::lists::$list)
    };
    (EnumSet($list:ident)) => {
        super::Kind::EnumSet(super::lists::$list)
    };
    (IntOr($list:ident)) => {
        super::Kind::IntOr(super::lists::$list)
    };
    (Sid($prefix:literal)) => {
        super::Kind::Sid($prefix)
    };
    ($kind:ident) => {
        super::Kind::$kind
    };
}

/// Lists of known values, by the names that the tables use.
mod known {
    pub(super) use crate::vocabulary::{languages::*, voices::*};
}

#[expect(non_upper_case_globals, reason = "rows are named as their elements")]
#[allow(clippy::needless_update, reason = "a row may have every fact")]
mod voice {
    voice_verbs! { rows VERBS }
    voice_nouns! { rows NOUNS }
    speech_markup! { rows SPEECH }
}

#[expect(non_upper_case_globals, reason = "rows are named as their elements")]
#[allow(clippy::needless_update, reason = "a row may have every fact")]
mod messaging {
    messaging_elements! { rows ALL }
}

#[expect(non_upper_case_globals, reason = "rows are named as their elements")]
#[allow(clippy::needless_update, reason = "a row may have every fact")]
mod fax {
    fax_elements! { rows ALL }
}

impl Element {
    /// The elements in which it may stand.
    ///
    /// ```
    /// let play = twiml_core::vocabulary::named("Play").next().unwrap();
    /// let parents: Vec<_> = play.parents().map(|parent| parent.name).collect();
    /// assert_eq!(parents, ["Response", "Gather", "Prompt"]);
    /// ```
    pub fn parents(&'static self) -> impl Iterator<Item = &'static Element> {
        elements(self.dialect).filter(move |parent| parent.children.iter().any(|child| child.id == self.id))
    }

    /// Whether it is the root of a document.
    ///
    /// ```
    /// assert!(twiml_core::vocabulary::documents().all(|element| element.is_document()));
    /// ```
    #[must_use]
    pub fn is_document(&self) -> bool {
        documents().any(|root| root.id == self.id)
    }
}

/// The rows of one kind of document, its root first.
///
/// ```
/// use twiml_core::vocabulary::{Dialect, elements};
///
/// assert_eq!(elements(Dialect::Messaging).count(), 6);
/// ```
pub fn elements(dialect: Dialect) -> impl Iterator<Item = &'static Element> {
    let tables: &'static [&'static [&'static Element]] = match dialect {
        Dialect::Voice => &[voice::VERBS, voice::NOUNS, voice::SPEECH],
        Dialect::Messaging => &[messaging::ALL],
        Dialect::Fax => &[fax::ALL],
    };
    tables.iter().copied().flatten().copied()
}

/// The rows of every kind of document.
///
/// ```
/// assert_eq!(twiml_core::vocabulary::all().count(), 71);
/// ```
pub fn all() -> impl Iterator<Item = &'static Element> {
    Dialect::ALL.into_iter().flat_map(elements)
}

/// The roots of documents, one for each dialect.
///
/// ```
/// assert_eq!(twiml_core::vocabulary::documents().count(), 3);
/// ```
pub fn documents() -> impl Iterator<Item = &'static Element> {
    Dialect::ALL.into_iter().filter_map(|dialect| elements(dialect).next())
}

/// The rows with this tag: several where it means different things in different places.
///
/// ```
/// assert_eq!(twiml_core::vocabulary::named("Sip").count(), 2);
/// assert_eq!(twiml_core::vocabulary::named("sip").count(), 0);
/// ```
pub fn named(name: &str) -> impl Iterator<Item = &'static Element> {
    all().filter(move |element| element.name == name)
}
