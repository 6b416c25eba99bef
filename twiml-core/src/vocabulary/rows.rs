//! The rows of elements as data, and how to find one.

use super::{
    Attribute, Basis, Dialect, Element, Kind, Limit, Rule, RuleKind, Scope, Severity, Status, Terminal, Text,
    TextPresence, number, trim_start, values::lists,
};

/// The facts of a row that its table does not mention.
const NO_ATTRIBUTE: Attribute = Attribute::new("", "", "", Kind::String);
const NO_RULE: Rule = Rule::new("", RuleKind::Requires, Severity::Error);
const NO_TEXT: Text = Text { presence: TextPresence::None, kind: Kind::String, max: None, doc: None };

/// Turns the rows of a table into data: a static for each element, and a list of them.
macro_rules! rows {
    ([$list:ident] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([root])? = $name:literal ($id:literal $(, $page:literal)?) {
            $(also: $also:tt $(,)?)?
            $(status: $status:ident $(($instead:literal))? $(,)?)?
            $(children: [$($child:ident)*] $(,)?)?
            $(limits: [$($limited:literal $least:literal..=$most:literal)*] $(,)?)?
            $(text: ($presence:ident $text:ident $(($text_argument:literal))? $(max $longest:literal)? $($text_doc:literal)?) $(,)?)?
            $(terminal: $terminal:ident $(($($terminator:literal),+))? $(,)?)?
            $(notes: $notes:literal $(,)?)?
        }
        attributes { $(
            #[doc = $attribute_doc:literal]
            $attribute:ident = $attribute_name:literal: $kind:ident $(($argument:tt))? {
                $(also: $attribute_also:tt $(,)?)?
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
                $(status: $attribute_status:ident $(($attribute_instead:literal))? $(,)?)?
                $(notes: $attribute_notes:literal $(,)?)?
            };
        )* }
        rules { $(
            $rule:literal $rule_kind:ident $severity:ident {
                $(places: $places:tt,)?
                $(attributes: $attributes:tt,)?
                $(when: $when:tt,)?
                $(needs: $needs:tt,)?
                $(forbids: $forbids:tt,)?
                $(of: $of:tt,)?
                $(count: $count:literal,)?
                $(except: $except:tt,)?
                $(scope: $scope:ident,)?
                message: $message:literal,
                $(code: $code:literal,)?
                basis: $basis:ident,
                source: $source:literal,
            };
        )* }
    )*) => {
        $(
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
                attributes: &[$(super::Attribute {
                    name: $attribute_name,
                    item: stringify!($attribute),
                    doc: super::trim_start($attribute_doc),
                    kind: kind!($kind $(($argument))?),
                    $(also: &$attribute_also,)?
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
                    $(status: super::Status::$attribute_status $(($attribute_instead))?,)?
                    $(notes: Some($attribute_notes),)?
                    ..super::NO_ATTRIBUTE
                }),*],
                rules: &[$(super::Rule {
                    id: $rule,
                    kind: super::RuleKind::$rule_kind,
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
                    message: $message,
                    $(code: Some($code),)?
                    basis: super::Basis::$basis,
                    source: $source,
                    ..super::NO_RULE
                }),*],
                ..super::Element::new(super::Dialect::$dialect, $id, stringify!($item), $name, super::trim_start($doc))
            };
        )*

        pub(super) const $list: &[&super::Element] = &[$(&$item),*];
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
